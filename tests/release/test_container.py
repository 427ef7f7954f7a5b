import struct

import pytest

from manifest_app.release.project import project
from manifest_app.release.reading.container import read_container
from manifest_app.release.reading.unexplained import Unexplained
from manifest_app.release.writers import xlsx
from tests.release.lists import SIX, liaison
from tests.release.mutants_xlsx import parts_of

DATA = xlsx.write(project(SIX, liaison()))


def test_the_parts_are_those_the_standard_library_finds() -> None:
    assert read_container(DATA) == parts_of(DATA)
    assert read_container(xlsx.pack({})) == {}


def test_no_byte_of_the_container_itself_can_be_another() -> None:
    small = xlsx.pack({"a": b"1", "b/c": b"", "d": b"22"})
    for place in range(len(small)):
        for change in (0x01, 0x80, 0xFF):
            changed = bytearray(small)
            changed[place] ^= change
            with pytest.raises(Unexplained):
                read_container(bytes(changed))


@pytest.mark.parametrize("length", [*range(60), len(DATA) - 1, len(DATA) // 2])
def test_a_cut_container_is_refused(length: int) -> None:
    with pytest.raises(Unexplained):
        read_container(DATA[:length])


def test_a_directory_that_lies_about_its_size_is_refused_at_once() -> None:
    lying = DATA[:-14] + struct.pack("<HHLLH", 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0, 0)
    with pytest.raises(Unexplained):
        read_container(lying)
