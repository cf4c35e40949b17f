"""What the works work on: made once for all runs, the same on every machine."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.core.table import SheetInfo, SheetRow
from app.store.store import Store

ROWS = 100_000
MANY = 1_000_000
COLUMNS = 12
JOB = "bench"

RECIPE = Recipe(
    name="Benchmark",
    instructions="You enrich lists of companies. Answer for the company at hand, and say nothing else.",
    prompt="The company is {{Name}} of {{Town}}. What it says of itself:\n{{About}}",
    outputs=(
        Output("Industry", description="What it lives on"),
        Output("Employees", Kind.INTEGER),
        Output("First line", description="The first line of a letter to it"),
    ),
)

_ABOUT = "We make pumps, valves and “seals” for plants that never stand still; our people look after them. "
_TOWNS = ("Aachen", "Łódź", "Malmö", "Gdańsk", "Porto", "Leeds", "Graz", "Turku")


def row(number: int) -> tuple[str, str, str]:
    """A company; its request has about 1 KB of JSON."""
    return f"Company {number}", _TOWNS[number % 8], f"{_ABOUT * 3}Founded {1900 + number % 120}, number {number}."


def make(folder: Path) -> None:
    """Make all of it in a folder."""
    _table(folder / "rows.sqlite", ROWS)
    _table(folder / "many.sqlite", MANY)
    workbook(folder / "plain.xlsx", formats=False)
    workbook(folder / "formats.xlsx", formats=True)
    _many_rows(folder / "many.xlsx")
    _text(folder / "plain.csv")
    _companies(folder / "rows.csv")


def _table(path: Path, rows: int) -> None:
    """A profile's database with one draft whose rows are loaded."""
    store = Store(path)
    store.drafts.add(JOB, "Benchmark", 0.0, RECIPE)
    for start in range(0, rows, 10_000):
        store.rows.append(JOB, start, [SheetRow(number + 2, row(number)) for number in range(start, start + 10_000)])
    info = SheetInfo("companies.csv", "", (), 1, ("Name", "Town", "About"), rows=rows)
    store.drafts.save_sheet(JOB, info, "companies.csv", rows)
    store.close()


def cells(number: int) -> list[str | int | float | dt.date]:
    """A row of the workbook: texts that repeat and texts that don't, numbers, dates."""
    return [
        number,
        f"Company {number}",
        _TOWNS[number % 8],
        f"contact{number}@example.com",
        dt.date(2020, 1, 1) + dt.timedelta(days=number % 2000),
        number * 1.25,
        (number % 997) / 1000,
        "yes" if number % 3 else "no",
        f"Street {number % 500}, house {number % 90}",
        number % 100_000,
        f"Note on number {number}: nothing to add so far, to be looked at again",
        "EUR" if number % 2 else "PLN",
    ]


def headers() -> list[str]:
    """The workbook's header."""
    return [f"Column {number}" for number in range(1, COLUMNS + 1)]


def workbook(path: Path, *, formats: bool) -> None:
    """A workbook as Excel writes it; ``formats`` gives dates, amounts and shares a number format."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"})
    amount = book.add_format({"num_format": "#,##0.00"})
    share = book.add_format({"num_format": "0.0%"})
    sheet = book.add_worksheet("Companies")
    sheet.write_row(0, 0, headers())
    for number in range(1, ROWS + 1):
        for column, value in enumerate(cells(number)):
            if isinstance(value, dt.date):
                if formats:
                    sheet.write_datetime(number, column, value)
                else:
                    sheet.write_string(number, column, value.isoformat())
            elif isinstance(value, str):
                sheet.write_string(number, column, value)
            else:
                style = {5: amount, 6: share}.get(column) if formats else None
                sheet.write_number(number, column, value, style)
    book.close()


def _many_rows(path: Path) -> None:
    """A workbook of a million rows, its XML written as it is: a library takes a minute for that."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, text in _BOOK.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for start in range(0, MANY, 1000):
                sheet.write("".join(map(_sheet_row, range(start, start + 1000))).encode())
            sheet.write(b"</sheetData></worksheet>")


def _sheet_row(number: int) -> str:
    name, town = (f"Company {number}", _TOWNS[number % 8]) if number else ("Name", "Town")
    return (
        f'<row r="{number + 1}"><c r="A{number + 1}" t="inlineStr"><is><t>{name}</t></is></c>'
        f'<c r="B{number + 1}" t="inlineStr"><is><t>{town}</t></is></c><c r="C{number + 1}"><v>{number}</v></c></row>'
    )


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Companies" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
"""All of that workbook but its sheet."""


def _text(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers())
        writer.writerows(_as_text())


def _companies(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Name", "Town", "About"))
        writer.writerows(row(number) for number in range(ROWS))


def _as_text() -> Iterator[list[str]]:
    for number in range(1, ROWS + 1):
        yield [str(value) for value in cells(number)]
