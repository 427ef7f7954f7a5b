"""Files as offices write them every day, with nothing in them that tells anything of anybody."""

import io
import random
from collections.abc import Iterator

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, P
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # it ships no types

from tests.outgoing.dirty_documents import docx, paragraph, pptx
from tests.outgoing.offices_sheets import SHEETS

SENTENCES = (
    "The meeting on 3 May 2026 starts at 9:30 in room 12; please bring the notes of the last one.",
    "The budget for fuel is on hold until the invoice of 1,208.60 dollars is paid; its status is pending.",
    "Flight RX-114 leaves IAH at 09:30 and lands in HAV at 12:05. The crew changes in Miami.",
    "All passengers need a valid passport. The carrier weighs the bags and prints the tags.",
    "We do not comment on individual passengers or on why a list has changed.",
    "Please see section 8 (c)(8) of the manual, comments on page 31, and the remarks in the annex.",
    "The claim for the damaged van was denied by the insurer; we appeal next week.",
    "Thank you for your letter of 28 November. The office is closed on Monday.",
    "The data protection officer asks everyone to change passwords; none may be written down.",
    "The stay in the hotel was pleasant, the CAT 6 cable works, and the parole evidence rule is in the guide.",
    "El vuelo sale el 4 de diciembre a las 9:30. La reunión es el lunes en la sala 12.",
    "La factura está pendiente; el presupuesto fue retirado por la oficina de compras.",
    "Escorts: 12 seats, two medics, one doctor. Meals: 57 boxes, no pork.",
    "The list of spare parts has 46 lines of 103; the rest follows.",
    "Contact: Rosa Delgado, +1 202 555 0147, rosa.delgado@example.org",
)
_ENDINGS = {
    "openpyxl": "xlsx",
    "xlsxwriter": "xlsx",
    "letter": "docx",
    "slides": "pptx",
    "page": "html",
    "mail": "eml",
}
_TITLES = ("Plan", "Budget", "Minutes", "Invoice", "Fuel", "Crew", "Agenda", "Letter", "Notes", "Status")


def files(count: int, seed: int = 5) -> Iterator[tuple[str, bytes]]:
    """So many clean files, of all kinds in turn."""
    rng = random.Random(seed)
    documents = (_openpyxl, _xlsxwriter, _letter, _slides, _odt, _ods, _pdf, _page, _mail, _csv)
    named = ((maker.__name__.removeprefix("_"), maker) for maker in documents)
    makers = (*((_ENDINGS.get(name, name), maker) for name, maker in named), *SHEETS)
    for number in range(count):
        ending, maker = makers[number % len(makers)]
        yield f"{rng.choice(_TITLES)} {number}.{ending}", maker(rng)


def _some(rng: random.Random) -> list[str]:
    return rng.sample(SENTENCES, rng.randint(3, 8))


def _openpyxl(rng: random.Random) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Item", "Status", "Notes", "Amount"])
    for text in _some(rng):
        sheet.append([rng.choice(_TITLES), rng.choice(["pending", "paid", "on hold"]), text, rng.random() * 900])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _xlsxwriter(rng: random.Random) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": rng.choice(_TITLES), "author": "Rosa Delgado", "company": "Office"})
    head = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#224466"})
    sheet = book.add_worksheet(rng.choice(_TITLES))
    sheet.write_row(0, 0, ["Item", "Day", "Amount"], head)
    for row, text in enumerate(_some(rng), 1):
        sheet.write_row(row, 0, [text, f"2026-0{row}-11", row * 12.5])
    sheet.write_formula(12, 2, "=SUM(C2:C8)", None, 208.6)
    sheet.set_header("&CPlan &D")
    sheet.set_column(0, 0, 60)
    sheet.print_area(0, 0, 12, 2)
    book.close()
    return target.getvalue()


def _letter(rng: random.Random) -> bytes:
    return docx("".join(paragraph(text) for text in _some(rng)))


def _slides(rng: random.Random) -> bytes:
    return pptx("".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in _some(rng)))


def _odt(rng: random.Random) -> bytes:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=rng.choice(_TITLES)))
    for text in _some(rng):
        document.text.addElement(P(text=text))
    target = io.BytesIO()
    document.write(target)
    return target.getvalue()


def _ods(rng: random.Random) -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name=rng.choice(_TITLES))
    for text in _some(rng):
        row = TableRow()
        for one in (rng.choice(_TITLES), text):
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=one))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    target = io.BytesIO()
    document.write(target)
    return target.getvalue()


def _pdf(rng: random.Random) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=rng.randint(0, 1))
    canvas.setTitle(rng.choice(_TITLES))
    for line, text in enumerate(_some(rng)):
        canvas.drawString(60, 780 - 20 * line, text)
    canvas.save()
    return target.getvalue()


def _page(rng: random.Random) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in _some(rng))
    head = "<meta charset='utf-8'><title>Plan</title><style>p { color: #222 }</style>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


def _mail(rng: random.Random) -> bytes:
    body = "\r\n".join(_some(rng))
    head = "From: rosa@example.org\r\nTo: partner@example.org\r\nSubject: Plan\r\nMIME-Version: 1.0"
    return (
        f"{head}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}".encode()
    )


def _csv(rng: random.Random) -> bytes:
    return "".join(f'{number},"{text}",pending\r\n' for number, text in enumerate(_some(rng))).encode()
