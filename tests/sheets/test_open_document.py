"""OpenDocument sheets: cells as they were shown, whatever wrote the file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from app.core.errors import FileError
from app.core.table import SheetInfo
from app.services.reading import ReadRequest, read_here
from app.sheets.reader import open_table
from tests.sheets import made
from tests.sheets.test_libreoffice import OFFICE, convert

NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def ods(path: Path, tables: str, *, styles: str = "", head: str = "") -> Path:
    content = (
        f"{head}<office:document-content {NAMESPACES}>{styles}<office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def row(*texts: str, repeated: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        if text
        else "<table:table-cell/>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_an_opendocument_sheet(tmp_path: Path) -> None:
    first = f'<table:table table:name="Empty">{row("", "")}</table:table>'
    second = (
        f'<table:table table:name="Data">{row("")}{row("", "a", "b")}{row("", "007", "x", repeated=2)}</table:table>'
    )
    info, rows = made.read(ods(tmp_path / "a.ods", first + second))
    assert (info.sheet, info.sheets, info.header_row, info.first_column) == ("Data", ("Empty", "Data"), 2, 1)
    assert [(found.number, found.cells) for found in rows] == [(3, ("007", "x")), (4, ("007", "x"))]


def test_rows_repeated_to_the_end_of_the_sheet_are_nothing(tmp_path: Path) -> None:
    table = f'<table:table table:name="Data">{row("a", "b")}{row("1", "2")}{row("", repeated=1_048_570)}</table:table>'
    assert made.cells(ods(tmp_path / "a.ods", table)) == [("1", "2")]


def test_a_cell_far_away_is_left_out_and_named(tmp_path: Path) -> None:
    far = '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>' + row("x").partition(">")[2]
    table = f'<table:table table:name="Data">{row("a")}{row("b")}{row("", repeated=1_000)}{far}</table:table>'
    info, rows = made.read(ods(tmp_path / "a.ods", table))
    assert [found.cells for found in rows if any(found.cells)] == [("b",)]
    assert "XFD" in made.noticed(info)


@pytest.mark.parametrize(
    "body",
    [
        row("x", repeated=1_048_577),
        (
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384" '
            'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="16385" office:value-type="string">'
            "<text:p>x</text:p></table:table-cell></table:table-row>"
        ),
    ],
)
def test_more_than_a_sheet_holds_is_an_error_at_once(tmp_path: Path, body: str) -> None:
    with pytest.raises(FileError, match="too far apart"):
        made.read(ods(tmp_path / "a.ods", f'<table:table table:name="Data">{row("a")}{body}</table:table>'))


def test_entities_are_refused(tmp_path: Path) -> None:
    head = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    path = ods(tmp_path / "a.ods", f'<table:table table:name="Data">{row("&a;")}</table:table>', head=head)
    with pytest.raises(FileError, match="damaged"):
        open_table(path)


def test_one_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    whole = ods(tmp_path / "a.ods", f'<table:table table:name="Data">{row("a")}{row("b") * 10}</table:table>')
    with zipfile.ZipFile(whole) as archive:
        content = archive.read("content.xml")
    for end in (len(content) // 2, len(content) - 60):
        with zipfile.ZipFile(tmp_path / "b.ods", "w") as archive:
            archive.writestr("content.xml", content[:end])
        with pytest.raises(FileError, match="damaged"):
            made.read(tmp_path / "b.ods")


def cell(kind: str, value: str, *paragraphs: str, more: str = "") -> str:
    of = f' office:{"" if kind in ("float", "currency", "percentage") else f"{kind}-"}value="{value}"' if value else ""
    texts = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    return f'<table:table-cell office:value-type="{kind}"{of} {more}>{texts}</table:table-cell>'


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (cell("float", "7", "0007"), "0007"),
        (cell("float", "0.1"), "0.1"),
        (cell("float", "123456", "###"), "123456"),
        (cell("percentage", "0.05", "5%"), "5%"),
        (cell("percentage", "0.05"), "5%"),
        (cell("currency", "1234.5", "1.234,50 €"), "1.234,50 €"),
        (cell("boolean", "true", "WAHR"), "TRUE"),
        (cell("date", "2024-02-29", "29. Feb 2024"), "29. Feb 2024"),
        (cell("date", "2024-02-29", "02/29/24", more='table:style-name="system"'), "2024-02-29"),
        (cell("date", "2024-02-29T12:30:00"), "2024-02-29 12:30:00"),
        (cell("time", "PT30H00M05S", "30:00:05"), "30:00:05"),
        (cell("time", "PT30H00M05S"), "30:00:05"),
        (cell("time", "-P1DT1H"), "-25:00:00"),
        (cell("string", "", "#N/A", more='calcext:value-type="error" table:formula="of:=NA()"'), "#N/A"),
        (cell("string", "", "one", "two"), "one\ntwo"),
        (cell("string", "", 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), "a   b\tc\nd"),
        (cell("string", "", '<text:span>rich</text:span> <text:a xlink:href="x">link</text:a>'), "rich link"),
        (
            cell("string", "", "seen").replace("<text:p>", "<office:annotation><text:p>note</text:p></office:annotation><text:p>", 1),
            "seen",
        ),
        ("<table:covered-table-cell office:value-type='string'><text:p>under</text:p></table:covered-table-cell>", ""),
        ("<table:table-cell><text:p>untyped</text:p></table:table-cell>", "untyped"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_was_shown(tmp_path: Path, xml: str, shown: str) -> None:
    styles = (
        '<office:automatic-styles><number:date-style style:name="N1" number:automatic-order="true"/>'
        '<style:style style:name="system" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>'
    )
    rest = row("end").partition(">")[2]
    table = f'<table:table table:name="Data">{row("a", "b")}<table:table-row>{xml}{rest}</table:table>'
    assert made.cells(ods(tmp_path / "a.ods", table, styles=styles)) == [(shown, "end")]


def test_a_column_s_own_style_counts_where_a_cell_has_none(tmp_path: Path) -> None:
    styles = (
        '<office:automatic-styles><number:date-style number:automatic-order="true" style:name="N1"/>'
        '<style:style style:family="table-cell" style:name="d" style:data-style-name="N1"/></office:automatic-styles>'
    )
    columns = (
        '<table:table-column table:number-columns-repeated="1"/><table:table-column table:default-cell-style-name="d"/>'
    )
    date = cell("date", "2024-02-29", "02/29/24")
    table = f'<table:table table:name="Data">{columns}{row("a", "b")}<table:table-row>{date}{date}</table:table-row></table:table>'
    assert made.cells(ods(tmp_path / "a.ods", table, styles=styles)) == [("02/29/24", "2024-02-29")]


def test_hidden_rows_sheets_and_formulas_nobody_calculated(tmp_path: Path) -> None:
    styles = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    hidden = row("b").replace("<table:table-row", '<table:table-row table:visibility="filter"', 1)
    formula = '<table:table-row><table:table-cell table:formula="of:=1+1"/>' + row("c").partition(">")[2]
    first = f'<table:table table:name="Unseen" table:style-name="ta2">{row("x")}</table:table>'
    second = f'<table:table table:name="It&apos;s">{row("h", "h2")}{hidden}{formula}</table:table>'
    path = ods(tmp_path / "a.ods", first + second, styles=styles)
    info, rows = made.read(path)
    assert (info.sheet, info.sheets, info.hidden_rows) == ("It's", ("Unseen", "It's"), 1)
    assert [found.cells for found in rows] == [("b", ""), ("", "c")]
    assert "1 formula has no saved value" in made.noticed(info)
    with open_table(path, hidden=False) as reader:
        shown = [found.cells for chunk in reader.chunks() for found in chunk]
    assert shown == [("", "c")]


def test_rows_wider_than_the_beginning_take_a_second_look(tmp_path: Path) -> None:
    table = f'<table:table table:name="Data">{row("a", "b")}{row("1", "2") * 400}{row("1", "2", "3")}</table:table>'
    items = list(read_here(ReadRequest(str(ods(tmp_path / "a.ods", table)))))
    info = items[-1]
    assert isinstance(info, SheetInfo)
    assert (info.columns, info.rows) == (("a", "b", "Column C"), 401)


def shown_workbook(source: Path) -> Path:
    """A workbook of every kind of number format, errors, texts and a hidden row."""
    book = xlsxwriter.Workbook(source)
    sheet = book.add_worksheet("It's “q”")
    formats = ["0000", "0%", "d. mmm yyyy", "hh:mm", "[h]:mm:ss", '#,##0.00 "kg"', "#,##0", "0.00;(0.00)", "# ?/?"]
    sheet.write_row(0, 0, [f"Column {index}" for index in range(len(formats) + 4)])
    for number in range(1, 20):
        for column, code in enumerate(formats):
            sheet.write_number(
                number, column, number * 1.25 + 45_000 * ("y" in code), book.add_format({"num_format": code})
            )
        sheet.write_formula(number, len(formats), "=NA()", None, "#N/A")
        sheet.write_boolean(number, len(formats) + 1, number % 2 == 0)
        sheet.write_string(number, len(formats) + 2, f"00{number}\nline  two")
        sheet.write_number(number, len(formats) + 3, number / 3)
    sheet.set_row(5, None, None, {"hidden": True})
    book.close()
    return source


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.timeout(300)
def test_what_libreoffice_writes_reads_like_the_workbook_that_it_came_from(tmp_path: Path) -> None:
    source = shown_workbook(tmp_path / "m.xlsx")
    info, rows = made.read(convert(source, tmp_path / "out", "ods"))
    before, expected = made.read(source)
    assert (info.columns, info.hidden_rows) == (before.columns, 1)
    assert rows == expected


def test_a_cell_that_lies_in_no_row_is_no_fault_of_ours(tmp_path: Path) -> None:
    stray = "<table:table-cell><text:p>stray</text:p></table:table-cell>"
    table = f'<table:table table:name="Data">{stray}{row("Name")}{row("b")}</table:table>'
    assert ("b",) in made.cells(ods(tmp_path / "a.ods", table))
