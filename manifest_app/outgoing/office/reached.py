"""Parts of an office document that no other part leads to (ECMA-376 part 2, 8.3: relationships; ODF 1.3 part 2, 4).

An office program neither shows such a part nor tells of it, and drops it when the document is saved: so nobody who
worked on the file has seen it, while anyone can unpack it. What it says is read as any part; that it is there at all
is a reason not to send the file.
"""

import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_MANIFEST, _KIND = "META-INF/manifest.xml", "mimetype"
_LARGEST = 8 << 20


def unreached(archive: zipfile.ZipFile) -> Iterator[str]:
    """The names of the parts that nothing leads to, of a document with relationships or with a manifest."""
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    reached = _in_manifest(archive) if _MANIFEST in names else _by_links(archive, names)
    return (name for name in names if _folded(name) not in reached)


def _folded(name: str) -> str:
    return unquote(name).casefold().lstrip("/")


def _root(archive: zipfile.ZipFile, part: str) -> Element | None:
    try:
        info = archive.getinfo(part)
        return fromstring(archive.read(info)) if info.file_size <= _LARGEST else None
    except (LookupError, ParseError, DefusedXmlException, ValueError):
        return None


def _in_manifest(archive: zipfile.ZipFile) -> set[str]:
    root = _root(archive, _MANIFEST)
    entries = root.iter() if root is not None else ()
    paths = (value for entry in entries for key, value in entry.attrib.items() if key.endswith("full-path"))
    own = {_folded(name) for name in archive.namelist() if name.startswith("META-INF/")}
    return {_KIND, *own, *map(_folded, paths)}


def _by_links(archive: zipfile.ZipFile, names: list[str]) -> set[str]:
    links = {_folded(name): name for name in names if name.endswith(".rels")}
    reached = {_folded(_TYPES)}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        link = _folded(join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels"))
        if part not in reached:
            reached |= {part, link}
            waiting += _targets(archive, links[link], part) if link in links else []
    return reached


def _targets(archive: zipfile.ZipFile, link: str, part: str) -> Iterator[str]:
    root = _root(archive, link)
    for one in root if root is not None else ():
        if one.get("TargetMode") != "External":
            target = one.get("Target", "").partition("#")[0]
            yield _folded(target if target.startswith("/") else normpath(join(dirname(part), target)))
