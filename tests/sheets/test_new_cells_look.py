"""What new cells look like: long text over several lines, dates as dates, columns wide enough to read."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest

from app.core.outputs import CellValue, Kind
from app.sheets.column_widths import WIDEST, with_widths
from app.sheets.export_report import NewColumn
from app.sheets.new_file import write_xlsx
from app.sheets.workbook_copy import add_columns
from tests.sheets import made

LONG = "A sentence that is longer than any column would be wide, so that it takes two lines."
LINES = "one\ntwo"
STYLES = "xl/styles.xml"


def export(source: Path, target: Path, *values: CellValue) -> openpyxl.Workbook:
    info, rows = made.read(source)
    add_columns(
        source,
        target,
        **made.place_of(info),
        columns=[NewColumn(f"n{number}", Kind.TEXT) for number in range(len(values))],
        rows=[(row.number, values) for row in rows],
    )
    return openpyxl.load_workbook(target)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_long_text_and_line_breaks_are_wrapped_from_the_top(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])
    sheet = export(source, tmp_path / "b.xlsx", LONG, LINES, "short", 5, dt.date(2024, 2, 29)).active
    looks = [(bool(cell.alignment.wrap_text), cell.alignment.vertical) for cell in sheet[2]]
    assert looks == [(False, None), (True, "top"), (True, "top"), *[(False, None)] * 3]
    assert sheet["F2"].number_format == "mm-dd-yy"  # what openpyxl calls format 14, the system's own short date
    assert sheet["F2"].is_date
    assert [cell.value for cell in sheet[2]] == ["x", LONG, LINES, "short", 5, dt.datetime(2024, 2, 29)]


def test_the_styles_get_what_is_needed_and_stay_else_as_they_were(tmp_path: Path) -> None:
    source = made.full_workbook(tmp_path / "a.xlsx")
    export(source, tmp_path / "b.xlsx", LONG, dt.date(2024, 2, 29))
    before, after = part(source, STYLES), part(tmp_path / "b.xlsx", STYLES)
    wrapped = (
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf>'
    )
    dated = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    assert after.count(wrapped) == after.count(dated) == 1
    count = int(before.split('<cellXfs count="')[1].split('"')[0])
    undone = (
        after.replace(wrapped, "")
        .replace(dated, "")
        .replace(f'<cellXfs count="{count + 2}"', f'<cellXfs count="{count}"')
    )
    assert undone == before
    # What is there by then serves the next export.
    export(tmp_path / "b.xlsx", tmp_path / "c.xlsx", LONG, dt.date(2024, 2, 29))
    assert part(tmp_path / "c.xlsx", STYLES) == after


def test_styles_with_a_prefix(tmp_path: Path) -> None:
    prefixed = made.STYLES.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    source = made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(rows), extra={STYLES: prefixed})
    sheet = export(source, tmp_path / "b.xlsx", LONG).active
    assert sheet["B2"].alignment.wrap_text


def test_a_workbook_without_cell_styles_gets_its_answers_all_the_same(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    bare = f'<styleSheet xmlns="{made.MAIN}"><cellXfs/></styleSheet>'
    source = made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(rows), extra={STYLES: bare})
    info, _rows = made.read(source)
    add_columns(
        source,
        tmp_path / "b.xlsx",
        sheet=info.sheet,
        header_row=1,
        first_column=0,
        width=1,
        columns=[NewColumn("n"), NewColumn("d")],
        rows=[(2, [LONG, dt.date(2024, 2, 29)])],
    )
    assert made.cells(tmp_path / "b.xlsx") == [("1", LONG, "2024-02-29")]


def test_new_columns_are_as_wide_as_their_beginning_needs(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])
    sheet = export(source, tmp_path / "b.xlsx", LONG, "a text of twenty-six chars", 5).active
    assert [sheet.column_dimensions[letter].width for letter in "BCD"] == [WIDEST, 28, 10]
    assert "A" not in sheet.column_dimensions


def test_text_past_the_first_rows_wraps_by_the_width_that_was_chosen(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], *[["x"]] * 300])
    rows = [(number, ["no" if number < 250 else "a text of twenty-six chars"]) for number in range(2, 302)]
    add_columns(
        source,
        tmp_path / "b.xlsx",
        **made.place("Sheet1", 1),
        columns=[NewColumn("n")],
        rows=rows,
    )
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert [bool(sheet.cell(row, 2).alignment.wrap_text) for row in (2, 249, 250, 301)] == [False, False, True, True]


SPLIT = (
    '<col style="7" min="2" max="2" width="9"/><col style="7" min="3" max="3" width="20" customWidth="1"/>'
    '<col style="7" min="4" max="16384" width="9"/>'
)
START = "<worksheet><sheetFormatPr/>"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("", '<col min="3" max="3" width="20" customWidth="1"/>'),
        ("<cols/>", '<col min="3" max="3" width="20" customWidth="1"/>'),
        ('<cols><col min="1" max="2" width="9"/></cols>', None),
        (
            '<cols><col min="3" max="4" width="9" customWidth="1"/></cols>',
            '<col min="3" max="4" width="9" customWidth="1"/>',
        ),
        (
            '<cols><col style="7" min="2" max="16384" width="9"/></cols>',
            SPLIT,
        ),
        (
            "<cols><col min='5' max='5' width='9'></col></cols>",
            '<col min="3" max="3" width="20" customWidth="1"/><col min="5" max="5" width="9"/>',
        ),
    ],
)
def test_widths_beside_those_that_a_sheet_has(columns: str, expected: str | None) -> None:
    found = with_widths(f"{START}{columns}<sheetData>", "", 2, [20])
    if expected is None:
        expected = '<col min="1" max="2" width="9"/><col min="3" max="3" width="20" customWidth="1"/>'
    assert found == f"{START}<cols>{expected}</cols><sheetData>"


def test_a_value_in_a_styled_cell_keeps_its_style_and_a_bare_one_wraps(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "Answer"], ["x", "old"], ["y", "old"]):
        book.active.append(row)
    book.active["B2"].font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    add_columns(
        tmp_path / "a.xlsx",
        tmp_path / "b.xlsx",
        **made.place("Sheet", 2),
        columns=[NewColumn("Answer", at=1)],
        rows=[(2, [LONG]), (3, [LONG])],
    )
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert (sheet["B2"].font.b, sheet["B2"].alignment.wrap_text) == (True, None)
    assert sheet["B3"].alignment.wrap_text


def test_a_new_workbook_wraps_and_has_widths(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", headers=["id", "text"], rows=[["1", LONG], ["2", LINES], ["3", "short"]])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [bool(cell.alignment.wrap_text) for cell in sheet["B"]] == [False, True, True, False]
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [10, WIDEST]
    assert sheet["A1"].font.b
