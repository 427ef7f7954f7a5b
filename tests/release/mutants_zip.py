"""Exporters of XLSX that leak by their container, the parts being clean (see `tests.release.mutants`)."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import xlsx
from tests.release.mutants import Exporter, Mutant, Protected, _said
from tests.release.mutants_xlsx import parts_of

CONTAINERS: list[Mutant] = []


def _add(name: str, caught_by: str, export: Exporter) -> None:
    CONTAINERS.append(Mutant(name, "xlsx", caught_by, export))


def _zipped(name: str, change: Callable[[zipfile.ZipInfo, Protected], None]) -> None:
    """The clean parts, packed with one thing about each entry changed."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        parts = parts_of(xlsx.write(table))
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for part in sorted(parts):
                info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
                info.create_system, info.external_attr = 0, 0x20
                change(info, protected)
                archive.writestr(info, parts[part])
        return target.getvalue()

    _add(name, "container", export)


def _time(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.date_time = (1980, 1, 1, 0, min(protected), 0)


def _comment(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.comment = _said(protected).encode()


def _extra(info: zipfile.ZipInfo, protected: Protected) -> None:
    said = _said(protected).encode()
    info.extra = struct.pack("<HH", 0x6375, len(said)) + said


def _system(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.create_system = min(protected)


def _rights(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.external_attr = 0x21 + min(protected)


def _compressed(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.compress_type = zipfile.ZIP_DEFLATED if min(protected) % 2 else zipfile.ZIP_BZIP2


def _version(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.create_version = 20 + min(protected)


def _inner_rights(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.internal_attr = min(protected)


_zipped("entry time", _time)
_zipped("version of the packer", _version)
_zipped("text mark", _inner_rights)
_zipped("entry comment", _comment)
_zipped("extra field", _extra)
_zipped("host system", _system)
_zipped("access rights", _rights)
_zipped("compression", _compressed)


def _packed(name: str, change: Callable[[bytes, bytes], bytes]) -> None:
    """The clean file with its bytes changed."""
    _add(name, "container", lambda table, protected: change(xlsx.write(table), _said(protected).encode()))


def _duplicate(data: bytes, said: bytes) -> bytes:
    parts = sorted(parts_of(data).items())
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part, content in [*parts[: int(said[:1]) + 1], *parts]:
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 0, 0x20
            archive.NameToInfo.pop(part, None)  # zipfile would warn of the second
            archive.writestr(info, content)
    return target.getvalue()


def _gap_between_parts(data: bytes, said: bytes) -> bytes:
    directory = data.index(b"PK\x01\x02")
    (start,) = struct.unpack_from("<L", data, len(data) - 6)
    assert start == directory
    return data[:directory] + said + data[directory:-6] + struct.pack("<LH", directory + len(said), 0)


def _zip_comment(data: bytes, said: bytes) -> bytes:
    return data[:-2] + struct.pack("<H", len(said)) + said


def _other_order(data: bytes, said: bytes) -> bytes:
    names = sorted(parts_of(data))
    first = names.pop(int(said[:1]))
    return _packed_as(parts_of(data), [first, *names])


def _packed_as(parts: dict[str, bytes], names: list[str]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 0, 0x20
            archive.writestr(info, parts[name])
    return target.getvalue()


def _other_letter_in_the_local_name(data: bytes, said: bytes) -> bytes:
    del said
    return data.replace(b"xl/styles.xml", b"xl/Styles.xml", 1)


_packed("zip comment", _zip_comment)
_packed("order of the parts", _other_order)
_packed("part named otherwise in the directory", _other_letter_in_the_local_name)
_packed("bytes before", lambda data, said: said + data)
_packed("bytes after", lambda data, said: data + said)
_packed("gap before the directory", _gap_between_parts)
_packed("two entries of one name", _duplicate)
