"""The user's workbook with columns added, compared with the original part by part and cell by cell."""

from __future__ import annotations

import datetime as dt
import tracemalloc
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.table import Table

from app.core.errors import Code, FileError, NeedsUser
from app.core.outputs import CellValue, Kind
from app.sheets.cell_text import CUT_MARK, join_surrogates
from app.sheets.export_report import ExportReport, NewColumn
from app.sheets.workbook_copy import add_columns
from tests.sheets import made

ANSWERS = (
    NewColumn("Answer"),
    NewColumn("Score", Kind.NUMBER),
    NewColumn("Due", Kind.DATE),
    NewColumn("OK", Kind.YES_NO),
)


def export(
    source: Path,
    target: Path,
    columns: Sequence[NewColumn] = ANSWERS,
    values: Sequence[CellValue] = ("=1+1", 2.5, dt.date(2024, 2, 29), True),
    sheet: str | None = None,
) -> ExportReport:
    info, rows = made.read(source, sheet=sheet)
    return add_columns(
        source,
        target,
        **made.place_of(info),
        columns=columns,
        rows=[(row.number, values) for row in rows],
    )


def changed(source: Path, target: Path) -> list[str]:
    """Parts that differ; both files have the same parts in the same order, all of them whole."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target) as after:
        assert after.testzip() is None
        assert before.namelist() == after.namelist()
        return [name for name in before.namelist() if before.read(name) != after.read(name)]


def load(path: Path) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of extensions that openpyxl does not know
        return openpyxl.load_workbook(path)


def test_only_what_must_know_of_the_columns_is_changed(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    report = export(source, target)
    assert report == ExportReport(12)
    assert changed(source, target) == ["xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/styles.xml"]


def test_without_dates_the_styles_stay_as_well(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx", table=False), tmp_path / "b.xlsx"
    export(source, target, [NewColumn("Answer")], ["yes"])
    assert changed(source, target) == ["xl/worksheets/sheet1.xml", "xl/workbook.xml"]


def test_old_cells_stay_and_new_ones_have_their_kinds(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    export(source, target)
    before, after = load(source)["Data"], load(target)["Data"]
    for row in range(1, made.LAST_ROW + 1):
        for column in range(1, 10):
            assert after.cell(row, column).value == before.cell(row, column).value
            assert after.cell(row, column).number_format == before.cell(row, column).number_format
    text, score, due, fine = (after.cell(2, column) for column in range(10, 14))
    assert (text.value, text.data_type) == ("=1+1", "s")
    assert (score.value, fine.value) == (2.5, True)
    assert (due.value, due.is_date) == (dt.datetime(2024, 2, 29), True)
    values = python_calamine.load_workbook(target).get_sheet_by_name("Data").to_python()
    assert values[1][9:] == ["=1+1", 2.5, dt.date(2024, 2, 29), True]


def test_saved_values_of_formulas_stay(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    export(source, target)
    assert list(pd.read_excel(target, engine="calamine")["Double"]) == [row * 2 for row in range(1, 13)]


def test_a_table_grows_with_its_filter_and_columns(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    export(source, target, [NewColumn("Answer"), NewColumn("TEXT"), NewColumn('a "b" & <c>')], ["x", "y", "z"])
    sheet = load(target)["Data"]
    table = sheet.tables["Orders"]
    assert (table.ref, table.autoFilter.ref) == ("A1:L13", "A1:L13")
    # A table's columns must be named as the header cells are, and no two the same, capitals or not.
    headers = [cell.value for cell in sheet[1]]
    assert table.column_names == headers
    assert headers[9:] == ["Answer", "TEXT (2)", 'a "b" & <c>']
    assert len({column.id for column in table.tableColumns}) == 12


def test_a_filter_grows_with_its_hidden_name(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx", table=False), tmp_path / "b.xlsx"
    export(source, target)
    assert load(target)["Data"].auto_filter.ref == "A1:M13"
    with zipfile.ZipFile(target) as archive:
        assert "Data!$A$1:$M$13" in archive.read("xl/workbook.xml").decode()


def test_the_new_header_looks_like_the_one_before_it(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx", table=False), tmp_path / "b.xlsx"
    export(source, target)
    sheet = load(target)["Data"]
    assert sheet["J1"].font.b
    assert sheet["J1"].fill.fgColor.rgb == "FFFFCC00"
    assert not sheet["J2"].font.b


def test_columns_go_after_whatever_stands_further_right(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx", beside=True), tmp_path / "b.xlsx"
    report = export(source, target)
    sheet = load(target)["Data"]
    assert (sheet["M5"].value, sheet["N1"].value, sheet["N5"].value) == ("a note", "Answer", "=1+1")
    assert sheet.tables["Orders"].ref == "A1:I13"
    assert "begin at column N" in report.notes[0]
    assert "“Orders” was not extended" in report.notes[1]


def test_a_stray_cell_at_the_edge_leaves_room(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, 2])
    book.active["XFD1048576"] = "stray"
    book.save(tmp_path / "a.xlsx")
    export(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [NewColumn("n")], ["x"])
    assert load(tmp_path / "b.xlsx").active["C2"].value == "x"


def test_no_room_is_an_error(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["XFD1"] = "h"
    book.active["XFD2"] = "v"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(FileError, match="no room"):
        export(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [NewColumn("n")], ["x"])


def test_a_merged_range_is_not_written_into(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [3, 4], ["wide"]):
        book.active.append(row)
    book.active.merge_cells("A4:D4")
    book.save(tmp_path / "a.xlsx")
    export(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [NewColumn("n")], ["x"])
    assert load(tmp_path / "b.xlsx").active["E2"].value == "x"


def test_two_tables_one_below_the_other(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [3, 4], [5, 6], [], ["c", "d", "e"], [7, 8, 9]):
        book.active.append(row)
    book.active.add_table(Table(displayName="Upper", ref="A1:B4"))
    book.active.add_table(Table(displayName="Lower", ref="A6:C7"))
    book.save(tmp_path / "a.xlsx")
    export(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [NewColumn("n")], ["x"])
    sheet = load(tmp_path / "b.xlsx").active
    assert (sheet["D1"].value, sheet["D2"].value, sheet["D7"].value) == ("n", "x", None)
    assert dict(sheet.tables.items()) == {"Upper": "A1:B4", "Lower": "A6:C7"}


def test_a_total_row_stays_the_last_of_a_table_that_grows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [3, 4], ["Total", 6]):
        book.active.append(row)
    book.active.add_table(Table(displayName="T", ref="A1:B4", totalsRowCount=1))
    book.save(tmp_path / "a.xlsx")
    export(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [NewColumn("n")], ["x"])
    sheet = load(tmp_path / "b.xlsx").active
    assert (sheet.tables["T"].ref, sheet["C3"].value, sheet["C4"].value) == ("A1:C4", "x", None)


def test_macros_stay(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsm"), tmp_path / "b.xlsm"
    with zipfile.ZipFile(source, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")
    export(source, target)
    assert "xl/vbaProject.bin" not in changed(source, target)


def test_dates_in_the_1904_system(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx", date1904=True), tmp_path / "b.xlsx"
    export(source, target)
    assert made.cells(target)[0][11] == "2024-02-29"
    assert load(target)["Data"]["L2"].value == dt.datetime(2024, 2, 29)


@pytest.mark.parametrize(
    "date", [dt.date(1900, 1, 1), dt.date(1900, 2, 28), dt.date(1900, 3, 1), dt.date(9999, 12, 31)]
)
def test_dates_at_the_edges(tmp_path: Path, date: dt.date) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])
    export(source, tmp_path / "b.xlsx", [NewColumn("d", Kind.DATE)], [date])
    assert made.cells(tmp_path / "b.xlsx") == [("x", date.isoformat())]


def test_what_a_sheet_has_no_number_for_is_text(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])
    values: list[CellValue] = [dt.date(1850, 1, 1), 12345678901234567890, float("inf"), -0.1, ""]
    export(source, tmp_path / "b.xlsx", [NewColumn(f"n{n}") for n in range(5)], values)
    assert made.cells(tmp_path / "b.xlsx") == [("x", "1850-01-01", "12345678901234567890", "inf", "-0.1", "")]
    assert load(tmp_path / "b.xlsx").active["E2"].value == -0.1


def test_a_text_longer_than_a_cell_is_cut_and_reported(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"], ["y"]])
    rows = [(2, ["z" * 40_000]), (3, ["short"])]
    report = add_columns(
        source,
        tmp_path / "b.xlsx",
        **made.place("Sheet1", 1),
        columns=[NewColumn("n")],
        rows=rows,
    )
    assert report.shortened == (2,)
    written = made.cells(tmp_path / "b.xlsx")[0][1]
    assert len(written) == 32_767
    assert written.endswith(CUT_MARK)


def test_rows_that_are_not_among_them_get_nothing(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"], ["y"], ["z"]])
    add_columns(
        source,
        tmp_path / "b.xlsx",
        **made.place("Sheet1", 1),
        columns=[NewColumn("n")],
        rows=[(3, ["only"])],
    )
    assert made.cells(tmp_path / "b.xlsx") == [("x", ""), ("y", "only"), ("z", "")]


def test_a_second_export_adds_to_the_first(tmp_path: Path) -> None:
    source = made.full_workbook(tmp_path / "a.xlsx")
    export(source, tmp_path / "b.xlsx")
    export(
        tmp_path / "b.xlsx",
        tmp_path / "c.xlsx",
        [NewColumn("Answer"), NewColumn("More", Kind.DATE)],
        ["x", dt.date(2024, 1, 1)],
    )
    info, rows = made.read(tmp_path / "c.xlsx")
    assert info.columns[9:] == ("Answer", "Score", "Due", "OK", "Answer (2)", "More")
    assert rows[0].cells[13:] == ("x", "2024-01-01")
    # The style that the first export added serves the second.
    assert "xl/styles.xml" not in changed(tmp_path / "b.xlsx", tmp_path / "c.xlsx")


def test_a_sheet_that_is_gone_is_an_error(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])
    with pytest.raises(FileError, match="no sheet “Gone” any more"):
        add_columns(
            source,
            tmp_path / "b.xlsx",
            **made.place("Gone", 1),
            columns=[NewColumn("n")],
            rows=[],
        )


def test_protection_hidden_columns_and_signatures_are_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, 2])
    book.active.protection.sheet = True
    book.active.column_dimensions["C"].hidden = True
    book.save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("_xmlsignatures/origin.sigs", b"")
    notes = " ".join(export(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [NewColumn("n")], ["x"]).notes)
    assert "protected" in notes
    assert "hidden" in notes
    assert "signature" in notes


def test_what_goes_wrong_in_getting_rows_is_not_blamed_on_the_workbook(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])

    def rows() -> Iterator[tuple[int, Sequence[CellValue]]]:
        raise ValueError("the database is gone")
        yield 2, ["x"]

    with pytest.raises(ValueError, match="the database is gone"):
        add_columns(
            source,
            tmp_path / "b.xlsx",
            **made.place("Sheet1", 1),
            columns=[NewColumn("n")],
            rows=rows(),
        )


def test_a_full_disk_needs_the_user(tmp_path: Path) -> None:
    source = made.full_workbook(tmp_path / "a.xlsx")
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(NeedsUser) as caught:
        export(source, Path("/dev/full"))
    assert caught.value.code is Code.DISK_FULL


def test_memory_does_not_follow_the_size_of_the_sheet(tmp_path: Path) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"] * 20, *[[f"text {n}"] * 20 for n in range(20_000)]])
    rows = ((number, [f"answer {number}"]) for number in range(2, 20_002))
    tracemalloc.start()
    add_columns(
        source,
        tmp_path / "b.xlsx",
        **made.place("Sheet1", 20),
        columns=[NewColumn("n")],
        rows=rows,
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with zipfile.ZipFile(source) as archive:
        assert archive.getinfo("xl/worksheets/sheet1.xml").file_size > 12_000_000
    assert peak < 8_000_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=()), max_size=60), min_size=1, max_size=30))
def test_any_text_comes_back_equal(tmp_path: Path, texts: list[str]) -> None:
    source = made.simple_workbook(tmp_path / "a.xlsx", [["a"], *[["x"]] * len(texts)])
    add_columns(
        source,
        tmp_path / "b.xlsx",
        **made.place("Sheet1", 1),
        columns=[NewColumn("n")],
        rows=[(number, [text]) for number, text in enumerate(texts, 2)],
    )
    assert [row[1] for row in made.cells(tmp_path / "b.xlsx")] == [join_surrogates(text) for text in texts]
    # And an independent reader gets what it can represent.
    plain = [text for text in texts if text.isprintable() and "_x" not in text]
    seen: Iterable[object] = [
        row[1]
        for row in python_calamine.load_workbook(tmp_path / "b.xlsx").get_sheet_by_index(0).to_python()[1:]
        if len(row) > 1
    ]
    assert set(plain) - {""} <= set(seen)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    present=st.sets(st.integers(2, 700), min_size=1),
    answered=st.sets(st.integers(2, 700)),
    clear=st.booleans(),
)
def test_rows_with_and_without_answers_and_rows_that_the_sheet_lacks(
    tmp_path: Path, present: set[int], answered: set[int], clear: bool
) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Name"
    for number in present:
        sheet.cell(number, 1, f"row {number}")
    if not clear:
        sheet["D3"] = "beside"
    book.save(source)
    add_columns(
        source,
        target,
        **made.place("Sheet", 1),
        columns=[NewColumn("Text"), NewColumn("Number", Kind.INTEGER)],
        rows=[(number, (f"about {number} & <more>", number)) for number in sorted(answered)],
    )
    after = load(target)["Sheet"]
    first = 2 if clear else 5
    found = {
        number: (after.cell(number, first).value, after.cell(number, first + 1).value)
        for number in range(2, 701)
        if after.cell(number, first).value is not None
    }
    assert found == {number: (f"about {number} & <more>", number) for number in answered}
    assert {number for number in range(2, 701) if after.cell(number, 1).value} == present
    if not clear:
        assert after["D3"].value == "beside"


def test_long_answers_of_several_columns_come_in_the_order_of_their_rows(tmp_path: Path) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(1, 401):
        sheet.cell(number, 1, f"row {number}")
    book.save(source)
    long = "word " * 8_000
    report = add_columns(
        source,
        target,
        **made.place("Sheet", 1),
        columns=[NewColumn("One"), NewColumn("Two")],
        rows=[(number, (long, long) if number in (390, 395) else ("short", None)) for number in range(2, 401)],
    )
    assert report.shortened == (390, 395)
    found = [row[:3] for row in load(target)["Long answers"].iter_rows(min_row=2, values_only=True)]
    assert [found[0][0], found[-1][0]] == [390, 395]
    assert [row[:2] for row in found if row[2] == 1] == [(390, "One"), (390, "Two"), (395, "One"), (395, "Two")]
