"""Which part of a sheet is the table: found, chosen, with hidden rows or without, and beside larger sheets."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.table import Table

from app.core.errors import InputError
from app.core.table import SheetInfo, SheetRow
from app.sheets.reader import open_table
from tests.sheets import made

ROWS: list[list[object]] = [["Name", "City", "Age"], ["Ada", "Paris", 36], ["Bob", "Rome", 41], ["Cleo", "Oslo", 29]]
FOUND = [("Ada", "Paris", "36"), ("Bob", "Rome", "41"), ("Cleo", "Oslo", "29")]


def read(
    path: Path, *, sheet: str | None = None, header_row: int | None = None, table: str = "", hidden: bool = True
) -> tuple[SheetInfo, list[SheetRow]]:
    with open_table(path, sheet=sheet, header_row=header_row, table=table, hidden=hidden) as reader:
        rows = [row for chunk in reader.chunks(3) for row in chunk]
        return reader.info, rows


def xlsxwriter_book(path: Path, cells: dict[tuple[int, int], object]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for (row, column), value in cells.items():
            sheet.write(row, column, value)


def openpyxl_book(path: Path, cells: dict[tuple[int, int], object]) -> None:
    book = openpyxl.Workbook()
    for (row, column), value in cells.items():
        book.active.cell(row + 1, column + 1, value)
    book.save(path)


WRITERS = {"xlsxwriter": xlsxwriter_book, "openpyxl": openpyxl_book}


def placed(row: int, column: int) -> dict[tuple[int, int], object]:
    return {(row + y, column + x): value for y, line in enumerate(ROWS) for x, value in enumerate(line)}


PLACES: dict[str, tuple[dict[tuple[int, int], object], int, int]] = {
    "from A1": (placed(0, 0), 1, 0),
    "blank rows above": (placed(4, 0), 5, 0),
    "blank columns before": (placed(0, 3), 1, 3),
    "both": (placed(6, 2), 7, 2),
    "a title above": ({(0, 0): "People 2024", **placed(1, 0)}, 2, 0),
    "a title apart": ({(0, 0): "People 2024", **placed(3, 0)}, 4, 0),
    "a title over the middle": ({(0, 2): "People", **placed(2, 1)}, 3, 1),
    "a title and a note": ({(0, 0): "People", (1, 0): "made by me", **placed(3, 0)}, 4, 0),
    "labels and values above": ({(0, 0): "Date:", (0, 1): "2024", (1, 0): "From:", (1, 1): "me", **placed(3, 0)}, 4, 0),
}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("place", PLACES)
def test_the_table_is_found_wherever_it_lies(tmp_path: Path, writer: str, place: str) -> None:
    cells, header_row, first_column = PLACES[place]
    WRITERS[writer](tmp_path / "a.xlsx", cells)
    info, rows = read(tmp_path / "a.xlsx")
    assert (info.header_row, info.first_column, info.columns) == (header_row, first_column, ("Name", "City", "Age"))
    assert [row.cells for row in rows] == FOUND
    assert [row.number for row in rows] == [header_row + 1, header_row + 2, header_row + 3]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_libreoffice_writes_the_same_tables(tmp_path: Path) -> None:
    for number, (cells, _row, _column) in enumerate(PLACES.values()):
        xlsxwriter_book(tmp_path / f"{number}.xlsx", cells)
    sources = sorted(tmp_path.glob("*.xlsx"))
    for ending in ("xlsx", "ods", "xls"):
        out = tmp_path / ending
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", out, *sources]
        subprocess.run(convert, check=True, capture_output=True, timeout=110)
        for number, (_cells, header_row, first_column) in enumerate(PLACES.values()):
            info, rows = read(out / f"{number}.{ending}")
            assert (info.header_row, info.first_column) == (header_row, first_column), (ending, number)
            assert [row.cells for row in rows] == FOUND


@settings(max_examples=25)
@given(
    blank=st.integers(0, 6),
    before=st.integers(0, 4),
    title=st.booleans(),
    rows=st.lists(st.tuples(st.text("abc", min_size=1, max_size=5), st.integers(1, 9)), min_size=1, max_size=5),
)
def test_a_table_under_anything_is_read_whole(
    tmp_path_factory: pytest.TempPathFactory, blank: int, before: int, title: bool, rows: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("t") / "a.xlsx"
    top = blank + (2 if title else 0)
    cells: dict[tuple[int, int], object] = {(0, before): "A title"} if title else {}
    cells |= {(top, before): "Word", (top, before + 1): "Count"}
    for offset, (word, count) in enumerate(rows, 1):
        cells |= {(top + offset, before): word, (top + offset, before + 1): count}
    xlsxwriter_book(path, cells)
    info, found = read(path)
    assert info.header_row == top + 1
    assert [row.cells for row in found] == [(word, str(count)) for word, count in rows]


@pytest.mark.parametrize("writer", WRITERS)
def test_no_header_at_all(tmp_path: Path, writer: str) -> None:
    WRITERS[writer](tmp_path / "a.xlsx", placed(2, 1))
    info, rows = read(tmp_path / "a.xlsx", header_row=0)
    assert (info.header_row, info.columns) == (0, ("Column B", "Column C", "Column D"))
    assert [row.number for row in rows] == [3, 4, 5, 6]
    assert rows[0].cells == ("Name", "City", "Age")


def test_empty_and_repeated_headers(tmp_path: Path) -> None:
    xlsxwriter_book(
        tmp_path / "a.xlsx",
        {(0, 0): "Name", (0, 1): "name", (0, 3): "a\n{b}", **{(1, column): "x" for column in range(5)}},
    )
    info, _rows = read(tmp_path / "a.xlsx")
    assert info.columns == ("Name", "name (2)", "Column C", "a b", "Column E")


# Named tables


def two_tables(path: Path) -> Path:
    """Two side by side with their headers in one row, and a third below."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.add_table(1, 0, 4, 1, {"name": "Left", "columns": [{"header": "A"}, {"header": "B"}]})
        sheet.add_table(1, 4, 3, 5, {"name": "Right", "columns": [{"header": "C"}, {"header": "D"}]})
        sheet.add_table(8, 2, 10, 3, {"name": "Below", "columns": [{"header": "E"}, {"header": "F"}]})
        for row in range(2, 5):
            sheet.write_row(row, 0, [f"l{row}", row])
        for row in range(2, 4):
            sheet.write_row(row, 4, [f"r{row}", row])
        for row in range(9, 11):
            sheet.write_row(row, 2, [f"b{row}", row])
    return path


def test_any_of_several_tables_can_be_chosen(tmp_path: Path) -> None:
    path = two_tables(tmp_path / "a.xlsx")
    found = {}
    for name in ("Left", "Right", "Below"):
        info, rows = read(path, table=name)
        assert (info.tables, info.table) == (("Left", "Right", "Below"), name)
        found[name] = (info.header_row, info.columns, [row.cells[0] for row in rows])
    assert found == {
        "Left": (2, ("A", "B"), ["l2", "l3", "l4"]),
        "Right": (2, ("C", "D"), ["r2", "r3"]),
        "Below": (9, ("E", "F"), ["b9", "b10"]),
    }


def test_the_largest_table_is_taken_unasked_and_the_others_named(tmp_path: Path) -> None:
    info, _rows = read(two_tables(tmp_path / "a.xlsx"))
    assert info.table == "Left"
    assert "also “Right” (E2:F4), “Below” (C9:D11)" in made.noticed(info)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no table “Nowhere”"):
        read(two_tables(tmp_path / "a.xlsx"), table="Nowhere")


def test_a_table_wins_over_what_looks_like_a_header(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (["x", "y", "z"], ["1", "2", "3"], ["Name", "City", "Age"], ["Ada", "Paris", 36], ["Bob", "Rome", 41]):
        book.active.append(line)
    book.active.add_table(Table(displayName="People", ref="A3:C5"))
    book.save(tmp_path / "a.xlsx")
    info, rows = read(tmp_path / "a.xlsx")
    assert (info.table, info.header_row) == ("People", 3)
    assert [row.cells[0] for row in rows] == ["Ada", "Bob"]


# Hidden rows


def filtered(path: Path, writer: str) -> Path:
    """Rows 2 to 13, of which every third is hidden; row 6 is blank."""
    rows: list[list[object]] = [[f"n{row}", row] if row != 6 else [None, None] for row in range(2, 14)]
    if writer == "xlsxwriter":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ["Name", "Number"])
            for offset, row in enumerate(rows, 1):
                sheet.write_row(offset, 0, row)
            for number in (3, 9, 12):
                sheet.set_row(number - 1, None, None, {"hidden": True})
    else:
        book = openpyxl.Workbook()
        book.active.append(["Name", "Number"])
        for row in rows:
            book.active.append(row)
        for number in (3, 9, 12):
            book.active.row_dimensions[number].hidden = True
        book.save(path)
    return path


@pytest.mark.parametrize("writer", WRITERS)
def test_hidden_rows_are_included_and_counted(tmp_path: Path, writer: str) -> None:
    info, rows = read(filtered(tmp_path / "a.xlsx", writer))
    assert [row.number for row in rows] == list(range(2, 14))
    assert (info.hidden_rows, info.hidden_left_out) == (3, False)
    assert "3 rows are hidden or filtered out in the sheet. Included all the same." in made.noticed(info)


@pytest.mark.parametrize("writer", WRITERS)
def test_hidden_rows_can_be_left_out(tmp_path: Path, writer: str) -> None:
    info, rows = read(filtered(tmp_path / "a.xlsx", writer), hidden=False)
    assert [row.number for row in rows] == [2, 4, 5, 7, 8, 10, 11, 13]
    assert [row.cells[0] for row in rows] == [f"n{number}" for number in (2, 4, 5, 7, 8, 10, 11, 13)]
    assert (info.rows, info.hidden_rows, info.hidden_left_out) == (8, 3, True)
    assert "Left out." in made.noticed(info)


# Formats without content


def test_oceans_of_formats_are_nothing(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        yellow = book.add_format({"bg_color": "#FFFF00"})
        for row, line in enumerate(ROWS):
            sheet.write_row(row, 0, line)
        for row in range(4, 3_000):
            sheet.set_row(row, 20, yellow)
            for column in range(6):
                sheet.write_blank(row, column, None, yellow)
        sheet.write_blank(1_048_575, 16_383, None, yellow)
    info, rows = read(tmp_path / "a.xlsx")
    assert [row.cells for row in rows] == FOUND
    assert (info.rows, info.notices) == (3, ())


# Larger sheets


def cover(path: Path, rows: int, others: dict[str, int]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, count in ({"Cover": rows} | others).items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Name", "Number"])
            for row in range(1, count + 1):
                sheet.write_row(row, 0, [f"n{row}", row])
    return path


@pytest.mark.parametrize(
    ("rows", "others", "larger"),
    [
        (5, {"Data": 1_000}, ("Data", 1_001)),
        (5, {"Small": 200, "Data": 500, "Notes": 3}, ("Data", 501)),
        (60, {"Data": 500}, None),
        (150, {"Data": 5_000}, None),
        (5, {"Data": 20}, None),
        (5, {}, None),
    ],
)
def test_a_cover_sheet_has_larger_ones_beside_it(
    tmp_path: Path, rows: int, others: dict[str, int], larger: tuple[str, int] | None
) -> None:
    path = cover(tmp_path / "a.xlsx", rows, others)
    info, _rows = read(path)
    assert info.sheet == "Cover"
    assert info.larger_sheet == larger
    if larger:
        assert read(path, sheet=larger[0])[0].larger_sheet is None


def test_a_sheet_of_nothing_but_formats_is_no_larger_one(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("Cover")
        sheet.write_row(0, 0, ["Name", "Number"])
        sheet.write_row(1, 0, ["x", 1])
        book.add_worksheet("Ocean").write_blank(1_048_575, 3, None, book.add_format({"bold": True}))
    assert read(tmp_path / "a.xlsx")[0].larger_sheet is None


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize(
    ("below", "said"),
    [
        ([["Total", "9"]], "1 row stands below a blank one: row 8."),
        ([["Code", "Label"], ["a", "b"]], "2 rows stand below a blank one, from row 8 on."),
        ([["x", "1"]] * 6, ""),  # as many as above: a table with a blank row in it
        ([["x", "1"], [], ["y", "2"]], ""),  # several blank rows: so it is written
    ],
)
def test_a_few_rows_below_a_blank_one_are_told(tmp_path: Path, ending: str, below: list[list[str]], said: str) -> None:
    rows = [["Name", "Amount"], *([f"n{n}", str(n)] for n in range(5)), [], *below]
    path = tmp_path / f"a{ending}"
    if ending == ".csv":
        path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    info, found = made.read(path)
    assert len([row for row in found if not row.blank]) == 5 + len([row for row in below if row])
    assert (said in made.noticed(info)) if said else ("below a blank" not in made.noticed(info))
