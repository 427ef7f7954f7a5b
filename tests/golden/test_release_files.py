"""The exact bytes of a fixed list in every profile and format: they are the same on every machine and in every version.

A change of one of these hashes means that what recipients receive has changed: look at the file before you accept it.
The CSV files and messages are kept beside this module; the workbooks and pages by their hash.
"""

from pathlib import Path

import pytest

from manifest_app.release.profile import profiles
from manifest_app.release.write import make_release
from tests.release.lists import six

ENDINGS = {"csv": "csv", "paxlst": "edi"}
HERE = Path(__file__).resolve().parent
SHA256 = {
    ("liaison", "xlsx"): "63d7e476cdb5e7c42487a086b603fb9f932f29e9f4f71e85fd20a03c4adb9d92",
    ("liaison", "csv"): "565dad12b257c1fcc026aab72168652e833f483a422d3bd5e855577dcd273896",
    ("liaison", "pdf"): "5b7defffc834fb9ca4446d91e781f02451e0556d1d0390ff6159eb56ee833c05",
    ("liaison-es", "pdf"): "7144ef9f65953dc925e39947b0d84b3d69493cbe3bd481b564ba056322056c18",
    ("carrier", "pdf"): "48523ea59c429015238a94b2490f394a5ac978b28cec41d851dadb7db659629b",
    ("carrier-es", "pdf"): "0cdc3d30dbe3a5b1954b79b21d626879a3b82af6e3ea1ba46166741a5292b088",
    ("liaison-es", "xlsx"): "129ffdb49b93728df57c048db1c50284a2d3ad36f6ba6117284ca5f1315daaf3",
    ("liaison-es", "csv"): "360e901d9af34158d59fe706aa7ab5ec437c1d0ffc2e5e84e130876ee6971bb5",
    ("carrier", "xlsx"): "5e726421a494d4ed9c6531cd8e0489377e5002c3fe352cca09bea4b980b8c929",
    ("carrier", "csv"): "1c0f55fd0e8ac42d078e59fbb5df64e90cc7c5b22db7586d602a885d0b0194aa",
    ("carrier-es", "xlsx"): "b63409008b9c373f3028b5b405bbc8a93311a71b8309ff8d3897190fcce430b1",
    ("carrier-es", "csv"): "bcb3e4dc88a7aeae28b13441e2af686b62a9d96fa80f8a7d3b26beac787e2c98",
    ("carrier", "paxlst"): "3e46b4d06cac01331feeaec99f0423619327c3b5f5c7449773a19419d63d2d57",
    ("carrier-es", "paxlst"): "3e46b4d06cac01331feeaec99f0423619327c3b5f5c7449773a19419d63d2d57",
}


@pytest.mark.parametrize(("name", "file_format"), SHA256, ids="-".join)
def test_the_bytes_are_those_agreed(name: str, file_format: str) -> None:
    made = make_release(six(file_format), profiles()[name], file_format, number=1)
    if file_format in ENDINGS:
        assert made.data == (HERE / f"release-{name}.{ENDINGS[file_format]}").read_bytes()
    assert made.sha256 == SHA256[name, file_format]


def test_every_profile_and_format_has_its_golden_file() -> None:
    assert set(SHA256) == {(name, kind) for name, profile in profiles().items() for kind in profile.formats}
