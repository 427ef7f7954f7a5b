"""Sheets, lists and data as offices write them every day, with all that their programs put into them."""

import base64
import io
import json
import random
from collections.abc import Callable
from datetime import datetime, timedelta

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.outgoing.dirty import zipped

GOODS = ("Chicken", "Rice", "Beans", "Water 0.5 l", "Coffee", "Fruit", "Bread", "Diesel", "Paper", "Ink")
FIRST = ("Rosa", "Luis", "Carmen", "Pedro", "Elena", "Mark", "Susan", "David")
LAST = ("Delgado", "Ortiz", "Miller", "Nguyen", "Brown", "Silva", "Kim", "Weber")
_FORMATS = ("#,##0.00 [$€-407];[Red]-#,##0.00", '0 "kg"', '"Qty: "0', '0\\ "pax"', "+0;-0;0", '_("$"* #,##0.00_)')
_DAYS = ("dd/mm/yyyy", "d mmm yyyy", "[$-409]d/m/yy h:mm AM/PM;@", "[h]:mm:ss")
_START = datetime(2026, 1, 1)  # noqa: DTZ001 - sheets know no time zones


def _written(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    fill(book, book.add_worksheet("Plan"))
    book.close()
    return target.getvalue()


def catering(rng: random.Random) -> bytes:
    """Formulas, frozen panes, titles to print, pages."""

    def fill(_book: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        for row, one in enumerate(rng.sample(GOODS, 6), 1):
            sheet.write_row(row, 0, [one, rng.randint(1, 90), f"=B{row + 1}*2", '=IF(B2>50,"order more","enough")'])
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_header('&L&"Arial,Bold"Catering&C&D&RPage &P of &N')

    return _written(fill)


def roster(rng: random.Random) -> bytes:
    """People of the office, a filter, rules, a list to choose from with a prompt."""

    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        head = book.add_format({"bold": True, "bg_color": "#1F4E78", "font_color": "white"})
        sheet.write_row(0, 0, ["No", "Surname", "Given name", "Role", "Starts", "Hours"], head)
        for row in range(1, rng.randint(5, 40)):
            sheet.write_row(row, 0, [row, rng.choice(LAST), rng.choice(FIRST), "Escort", "08:00", 8])
        sheet.autofilter(0, 0, 40, 5)
        sheet.conditional_format("F2:F41", {"type": "3_color_scale"})
        roles = {"validate": "list", "source": ["Escort", "Medic"], "input_message": "Choose from the list"}
        sheet.data_validation("D2:D41", roles)

    return _written(fill)


def budget(rng: random.Random) -> bytes:
    """Formats of money and days, a chart, sparklines, a table, a name, protection."""

    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        money, day = (book.add_format({"num_format": rng.choice(one)}) for one in (_FORMATS, _DAYS))
        for row in range(12):
            sheet.write_datetime(row, 0, _START + timedelta(days=31 * row), day)
            sheet.write_number(row, 1, rng.random() * 9000, money)
        sheet.write_formula(12, 1, "=SUM(B1:B12)", money, 45000.5)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"name": "Fuel", "values": "=Plan!$B$1:$B$12", "categories": "=Plan!$A$1:$A$12"})
        chart.set_title({"name": "Fuel by month"})
        sheet.insert_chart("G2", chart)
        sheet.add_sparkline("C1", {"range": "Plan!B1:B12"})
        sheet.add_table("D1:E4", {"columns": [{"header": "Item"}, {"header": "Amount"}]})
        book.define_name("Total", "=Plan!$B$13")
        sheet.protect("secret")

    return _written(fill)


def _saved(fill: Callable[[openpyxl.Workbook, Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(book, sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def styled(rng: random.Random) -> bytes:
    """What openpyxl writes: a chart, rules, a validation, a table, merged and coloured cells, a second sheet."""

    def fill(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet.append(["Item", "Amount"])
        for _ in range(12):
            sheet.append([rng.choice(GOODS), rng.randint(1, 99)])
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=9), titles_from_data=True)
        sheet.add_chart(chart, "E5")
        scale = ColorScaleRule(start_type="min", end_type="max")  # type: ignore[no-untyped-call]  # it has no types
        above = CellIsRule(operator="greaterThan", formula=["50"])  # type: ignore[no-untyped-call]  # it has no types
        sheet.conditional_formatting.add("B2:B13", scale)
        sheet.conditional_formatting.add("B2:B13", above)
        whole = DataValidation(type="whole", operator="between", formula1="0", formula2="100")
        whole.error = "Enter a whole number"
        sheet.add_data_validation(whole)
        sheet.add_table(Table(displayName="Items", ref="A1:B13"))
        sheet["A1"].font, sheet["A1"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF333333")
        sheet.merge_cells("D1:F1")
        sheet.print_title_rows = "1:1"
        book.create_sheet("Notes")["A1"] = "All prices are net.\nDelivery on Monday."

    return _saved(fill)


def contacts(rng: random.Random) -> bytes:
    """Forms of labels and values below one another, for several people of the office."""

    def fill(_book: object, sheet: Worksheet) -> None:
        sheet.append(["Contacts"])
        for number in range(rng.randint(2, 6)):
            sheet.append(["Name:", f"{rng.choice(FIRST)} {rng.choice(LAST)}"])
            sheet.append(["Phone:", f"+1 202 555 01{number:02}"])
            sheet.append([])

    return _saved(fill)


def titles(rng: random.Random) -> bytes:
    """Lone cells below one another: headings, and words of status that are said of things."""

    def fill(_book: object, sheet: Worksheet) -> None:
        for text in rng.sample(("Passenger handling", "Status pending", "Boarding", "Claim of baggage", "Meals"), 4):
            sheet.append([text])

    return _saved(fill)


def export(rng: random.Random) -> bytes:
    """What a program exports: days, numbers, fingerprints, tokens."""
    rows = (
        f"{_START + timedelta(hours=row)};RX-{rng.randint(100, 999)};{rng.random():.3E};{rng.getrandbits(128):032x};"
        f"{base64.b64encode(rng.randbytes(24)).decode()}"
        for row in range(60)
    )
    return "\r\n".join(("taken;flight;value;digest;token", *rows)).encode("utf-8-sig")


def settings(rng: random.Random) -> bytes:
    """A program's settings, in JSON."""
    server = {"host": "files.example.org", "port": rng.randint(1024, 65535), "tls": True, "createdAt": 1_760_000_000}
    digest = f"sha512-{base64.b64encode(rng.randbytes(64)).decode()}"
    flights = {"flight": [f"RX-{rng.randint(100, 999)}" for _ in range(4)], "seats": [57, 120, 98, 144]}
    return json.dumps({"server": server, "integrity": digest, "flights": flights, "paths": ["/data", "/tmp"]}).encode()


def packed(rng: random.Random) -> bytes:
    """An archive of such files."""
    return zipped({"plans/catering.xlsx": catering(rng), "export.csv": export(rng), "readme.txt": "Files of May."})


SHEETS: tuple[tuple[str, Callable[[random.Random], bytes]], ...] = (
    *(("xlsx", one) for one in (catering, roster, budget, styled, contacts, titles)),
    *(("csv", export), ("json", settings), ("zip", packed)),
)
"""The ending and the maker of each."""
