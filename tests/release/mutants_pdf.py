"""Exporters of PDF that leak, one channel of a PDF each (see `tests.release.mutants`)."""

import re
from collections.abc import Callable
from dataclasses import replace

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import pdf
from tests.release.mutants import Exporter, Mutant, Protected, Rows, _drop, _each, _gap, _protected_last, _said

PDF: list[Mutant] = []
_OBJECT = re.compile(rb"([0-9]+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
Objects = dict[int, bytes]


def _add(name: str, caught_by: str, export: Exporter) -> None:
    PDF.append(Mutant(name, "pdf", caught_by, export))


# --- the table -------------------------------------------------------------------------------------------------------


def _of_table(name: str, caught_by: str, change: Callable[[Rows, Protected], None]) -> None:
    def export(table: PublicTable, protected: Protected) -> bytes:
        rows = [list(row) for row in table.rows]
        change(rows, protected)
        return pdf.write(replace(table, rows=tuple(map(tuple, rows))))

    _add(name, caught_by, export)


_of_table("order", "order", _protected_last)
_of_table("drop", "cells", _drop)
_of_table("gap", "numbering", _gap)
_of_table("no-break space", "grammar", _each(2, lambda text: f"{text}\u00a0"))
_of_table("case", "cells", _each(1, str.swapcase))
_of_table("star", "grammar", _each(1, lambda text: f"{text}*"))
_of_table("blank", "second reader", _each(3, lambda _: ""))
_of_table("refugee code", "grammar", _each(5, lambda _: "XXB"))
_of_table("homoglyph of the same font", "grammar", _each(2, lambda text: f"{text}\u00b7\u00b7"))
_of_table("mask", "cells", _each(7, lambda text: "X" * len(text) or "X"))
_of_table("birth to the year", "cells", _each(3, lambda text: text[:3] + "0"))
_of_table("remark", "vocabulary", _each(2, lambda text: f"{text} asylum"))
_of_table("a-number", "forbidden values", _each(7, lambda _: "A012345678"))


def _heading(table: PublicTable, protected: Protected) -> bytes:
    headings = [*table.headings]
    headings[min(protected)] += "."
    return pdf.write(replace(table, headings=tuple(headings)))


def _flight(table: PublicTable, protected: Protected) -> bytes:
    envelope = table.envelope
    assert envelope is not None
    other = replace(envelope.flight, number=f"{envelope.flight.number}-{_said(protected)}")
    return pdf.write(replace(table, envelope=replace(envelope, flight=other)))


_add("heading", "headings", _heading)
_add("caption", "caption", _flight)
_add("title", "properties", lambda table, protected: pdf.write(replace(table, title=f"List {_said(protected)}")))
_add(
    "width by content",
    "places",
    lambda table, protected: pdf.write(replace(table, widths=(*(width + min(protected) for width in table.widths),))),
)

# --- the objects, with a table of objects that fits ------------------------------------------------------------------


def pack(head: bytes, objects: Objects, trailer: bytes) -> bytes:
    data, offsets = head, []
    for number, content in objects.items():
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = re.sub(rb"/Size [0-9]+", b"/Size %d" % (len(objects) + 1), trailer)
    return data + table + re.sub(rb"startxref\n[0-9]+", b"startxref\n%d" % len(data), trailer)


def unpack(data: bytes) -> tuple[bytes, Objects, bytes]:
    objects = {int(match[1]): match[2] for match in _OBJECT.finditer(data)}
    return data[: data.index(b"1 0 obj")], objects, data[data.index(b"trailer\n") :]


def _repacked(name: str, caught_by: str, change: Callable[[Objects, bytes, int], None]) -> None:
    """The clean file with its objects changed; the change gets them, what is to be said, and a row's number."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        head, objects, trailer = unpack(pdf.write(table))
        change(objects, _said(protected).encode(), min(protected) + 1)
        return pack(head, objects, trailer)

    _add(name, caught_by, export)


def _edited(name: str, caught_by: str, old: bytes, new: bytes) -> None:
    """One text of the first object that has it replaced; {} becomes the rows."""

    def change(objects: Objects, said: bytes, _: int) -> None:
        number = next(number for number, content in objects.items() if old in content)
        objects[number] = objects[number].replace(old, new.replace(b"{}", said), 1)

    _repacked(name, caught_by, change)


_edited("author", "properties", b"/Author ()", b"/Author (desk {})")
_edited("creator", "properties", b"/Creator ()", b"/Creator ({})")
_edited("keywords", "properties", b"/Keywords ()", b"/Keywords ({})")
_edited("producer", "properties", b"/Producer ()", b"/Producer ({})")
_edited("subject", "properties", b"/Subject ()", b"/Subject ({})")
_edited("creation time", "properties", b"(D:20000101000000", b"(D:2000010100{}000")
_edited("own property", "properties", b"/Trapped /False", b"/Trapped /False /Case ({})")
_edited("language", "objects", b"/Type /Catalog", b"/Lang ({}) /Type /Catalog")
_edited("page labels", "objects", b"/Type /Catalog", b"/PageLabels << /Nums [0 << /P ({}) >>] >> /Type /Catalog")
_edited("named destination", "objects", b"/Type /Catalog", b"/Dests << /p{} [3 0 R /Fit] >> /Type /Catalog")
_edited("outline", "objects", b"/Type /Catalog", b"/Outlines << /Title ({}) >> /Type /Catalog")
_edited("open action", "objects", b"/Type /Catalog", b"/OpenAction << /S /JavaScript /JS ({}) >> /Type /Catalog")
_edited("private data", "objects", b"/Rotate 0", b"/PieceInfo << /a << /Private ({}) >> >> /Rotate 0")
_edited("annotation", "objects", b"/Rotate 0", b"/Annots [ << /Subtype /Text /Contents ({}) >> ] /Rotate 0")
_edited("link", "objects", b"/Rotate 0", b"/Annots [ << /Subtype /Link /A << /URI (u{}) >> >> ] /Rotate 0")
_edited("page size", "objects", b"842 595", b"842 59{}")
_edited("crop", "objects", b"/Rotate 0", b"/CropBox [ 0 0 842 5{} ] /Rotate 0")
_edited("turned page", "objects", b"/Rotate 0", b"/Rotate 360")
_edited("transition", "objects", b"/Trans <<\n\n>>", b"/Trans << /D {} >>")
_edited("font name", "objects", b"/BaseFont /Helvetica", b"/BaseFont /Helvetica-{}")
_edited("encoding", "objects", b"/Encoding /WinAnsiEncoding", b"/Encoding << /Differences [ 65 /B{} ] >>")
_edited("second font", "objects", b"/F1 2 0 R", b"/F1 2 0 R /F{} 2 0 R")
_edited("layer", "objects", b"/Type /Catalog", b"/OCProperties << /OCGs [] /D << /Name ({}) >> >> /Type /Catalog")
_edited("form", "objects", b"/Type /Catalog", b"/AcroForm << /Fields [ << /T ({}) /V (a) >> ] >> /Type /Catalog")
_edited("structure", "objects", b"/Type /Catalog", b"/StructTreeRoot << /Alt ({}) >> /Type /Catalog")
_edited("preferences of the viewer", "objects", b"/Type /Catalog", b"/ViewerPreferences << /P{} 1 >> /Type /Catalog")
_edited("names", "objects", b"/Type /Catalog", b"/Names << /EmbeddedFiles << /Names [({})] >> >> /Type /Catalog")
_edited("rich media", "objects", b"/Rotate 0", b"/Annots [ << /Subtype /RichMedia /NM ({}) >> ] /Rotate 0")
_edited("thumbnail", "objects", b"/Rotate 0", b"/Thumb {} 0 R /Rotate 0")
_edited("time of a page", "objects", b"/Rotate 0", b"/LastModified (D:2026{}) /Rotate 0")
_edited("shown for a while", "objects", b"/Rotate 0", b"/Dur {} /Rotate 0")
_edited("name of a font", "objects", b"/F1 2 0 R", b"/F{} 2 0 R")
_edited("title of another kind", "properties", b"/Title (", b"/Title (\\376\\377")
_edited("changed time", "properties", b"/ModDate (D:2000010100", b"/ModDate (D:20000101{}")
_edited("comment in an object", "objects", b"/F1 2 0 R", b"/F1 2 0 R % {}")
_edited("white space in an object", "regenerated", b"/F1 2 0 R", b"/F1  2 0 R")


def _extra_object(content: bytes) -> Callable[[Objects, bytes, int], None]:
    def change(objects: Objects, said: bytes, _: int) -> None:
        objects[max(objects) + 1] = content.replace(b"{}", said)

    return change


_repacked("object that nothing refers to", "objects", _extra_object(b"<< /Note ({}) >>"))
_repacked(
    "metadata stream",
    "objects",
    _extra_object(b"<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\n<x>{}</x>\nendstream"),
)
_repacked("embedded file", "objects", _extra_object(b"<< /Type /EmbeddedFile /Length 1 >>\nstream\n{}\nendstream"))
_repacked(
    "picture", "objects", _extra_object(b"<< /Subtype /Image /Width 1 /Height 1 /Length 1 >>\nstream\n{}\nendstream")
)
_repacked("object stream", "objects", _extra_object(b"<< /Type /ObjStm /N {} /Length 1 >>\nstream\n \nendstream"))


def _other_order(objects: Objects, said: bytes, _: int) -> None:
    number = int(said[:1])
    objects[number] = objects.pop(number)


_repacked("order of the objects", "objects", _other_order)

# --- the text of a page ----------------------------------------------------------------------------------------------


def _content(name: str, caught_by: str, change: Callable[[list[bytes], bytes, int], None]) -> None:
    """The stream of the first page with its lines changed and its length right."""

    def edit(objects: Objects, said: bytes, row: int) -> None:
        number = next(number for number, content in objects.items() if b"\nstream\n" in content)
        content = objects[number]
        start, end = content.index(b"stream\n") + 7, content.rindex(b"endstream")
        lines = content[start:end].split(b"\n")
        change(lines, said, row)
        body = b"\n".join(lines)
        objects[number] = b"<<\n/Length %d\n>>\nstream\n%sendstream" % (len(body), body)

    _repacked(name, caught_by, edit)


def _before(text: bytes) -> Callable[[list[bytes], bytes, int], None]:
    return lambda lines, said, row: lines.insert(2 + 10 * row, text.replace(b"{}", said))


def _in_line(old: bytes, new: bytes) -> Callable[[list[bytes], bytes, int], None]:
    def change(lines: list[bytes], _: bytes, row: int) -> None:
        # After prologue and caption come ten cells for each line.
        place = next(place for place in range(4 + 10 * row, len(lines)) if old in lines[place])
        lines[place] = lines[place].replace(old, new, 1)

    return change


def _without_a_cell(lines: list[bytes], _: bytes, row: int) -> None:
    del lines[4 + 10 * row]


_content("invisible mode", "page", _before(b"3 Tr"))
_content("white", "page", _before(b"1 g"))
_content("near white", "page", _before(b"0.99 0.99 0.99 rg"))
_content("tiny", "page", _before(b"BT /F1 1 Tf 12 TL ET"))
_content("box", "page", _before(b"31 500 100 9 re f"))
_content("clip", "page", _before(b"0 0 800 590 re W n"))
_content("line", "page", _before(b"31 500 m 41 500 l S"))
_content("marked content", "page", _before(b"/Span << /ActualText ({}) >> BDC EMC"))
_content("comment in the text", "page", _before(b"% {}"))
_content("picture in the text", "page", _before(b"q BI /W 1 /H 1 ID {} EI Q"))
_content("state", "page", _before(b"/G1 gs"))
_content("glyph positions", "page", _in_line(b") Tj", b") -1 TJ"))
_content("letter spacing", "page", _before(b"0.1 Tc"))
_content("stretched letters", "page", _before(b"99 Tz"))
_content("raised text", "page", _before(b"1 Ts"))
_content("other font size", "page", _before(b"BT /F1 7.1 Tf 12 TL ET"))
_content("layer in the text", "page", _before(b"/OC /L{} BDC EMC"))
_content("picture called", "page", _before(b"/I{} Do"))
_content("shading", "page", _before(b"/S{} sh"))
_content("word spacing", "page", _before(b"1 Tw"))
_content("hexadecimal string", "page", _in_line(b"Tm (", b"Tm <41> ("))
_content("escaped plain letter", "page", _in_line(b"Tm (", b"Tm (\\101"))
_content("turned text", "page", _in_line(b"BT 1 0 0 1 ", b"BT 1 0.01 0 1 "))
_content("off the page", "places", _before(b"BT 1 0 0 1 900 900 Tm ({}) Tj T* ET"))
_content("below the list", "places", _before(b"BT 1 0 0 1 31 100 Tm ({}) Tj T* ET"))
_content("cell written twice", "second reader", _before(b"BT 1 0 0 1 61 517 Tm (a) Tj T* ET"))
_content("moved cell", "places", _in_line(b" Tm", b"0 Tm"))
_content("half point", "page", _in_line(b" Tm", b".5 Tm"))
_content("empty cell left out", "places", _without_a_cell)
_content(
    "page number", "caption", lambda lines, said, _: lines.insert(-2, lines.pop(-2).replace(b"/1", b"/" + said[:1]))
)
_content("end of the page", "page", lambda lines, said, _: lines.append(b" " * len(said)))

# --- the bytes around the objects ------------------------------------------------------------------------------------


def _bytes(name: str, change: Callable[[bytes, bytes], bytes], caught_by: str = "structure") -> None:
    _add(name, caught_by, lambda table, protected: change(pdf.write(table), _said(protected).encode()))


def _revision(data: bytes, said: bytes) -> bytes:
    at = len(data)
    new = b"2 0 obj\n<< /Note (%s) >>\nendobj\n" % said
    offset = at + len(new)
    return data + new + b"xref\n2 1\n%010d 00000 n \ntrailer\n<< /Size 9 >>\nstartxref\n%d\n%%%%EOF\n" % (at, offset)


_bytes("second revision", _revision)
_bytes("bytes after the end", lambda data, said: data + said)
_bytes("bytes before", lambda data, said: said + data)
_bytes("comment in the head", lambda data, said: data.replace(b"(opensource)", b"(%s)" % said, 1))
_bytes("second trailer", lambda data, said: data + b"trailer\n<< /Info (%s) >>\n" % said)
_bytes("encrypted", lambda data, said: data.replace(b"/Size", b"/Encrypt << /O (%s) >> /Size" % said, 1))
_bytes("line end of another kind", lambda data, said: data.replace(b"endobj\n", b"endobj\r\n", int(said[:1])))
_bytes("place of the table", lambda data, said: data.replace(b"startxref\n", b"startxref\n" + b"0" * len(said)))
_bytes("version", lambda data, said: data.replace(b"PDF-1.4", b"PDF-1." + said[:1], 1))
_bytes("bytes between objects", lambda data, said: data.replace(b"endobj\n2 0", b"endobj\n%%%s\n2 0" % said, 1))
_bytes("free entry", lambda data, said: data.replace(b"0000000000 65535 f", b"0000000000 6553" + said[:1] + b" f"))
_bytes("generation", lambda data, said: data.replace(b" 00000 n", b" 0000" + said[:1] + b" n", 1))
_bytes("identifier", lambda data, said: re.sub(rb"<[0-9a-f]{32}>\]", b"<" + said[:1] * 32 + b">]", data))
_bytes(
    "both identifiers",
    lambda data, said: re.sub(rb"<[0-9a-f]{32}>", b"<" + said[:1] * 32 + b">", data),
    caught_by="regenerated",
)
_bytes("comment in the trailer", lambda data, said: data.replace(b"digest (opensource)", b"digest (%s)" % said))
_bytes("earlier table", lambda data, said: data.replace(b"/Size", b"/Prev " + said[:1] + b" /Size", 1))
