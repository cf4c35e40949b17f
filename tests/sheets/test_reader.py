"""Workbooks as their users see them."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.table import Table

from app.core.errors import InputError
from app.core.table import SheetInfo
from app.services.reading import ReadRequest, Rows, read_here
from app.sheets.number_format import general
from app.sheets.reader import open_table
from app.sheets.shared_strings import SharedStrings
from app.sheets.sheet_xml import RowParser
from app.sheets.source import Look, Wider
from app.sheets.xml_stream import SheetStream, unescape_excel
from tests.sheets import made


def test_values_as_the_sheet_shows_them(tmp_path: Path) -> None:
    info, rows = made.read(made.full_workbook(tmp_path / "a.xlsx"))
    assert info.columns == made.HEADERS
    assert (info.sheet, info.sheets, info.header_row, info.rows) == ("Data", ("Data", "Other"), 1, 12)
    assert rows[1].number == 3
    text = "Zeile 2\nwith _x0041_, \x01 and 😀"
    assert rows[1].cells == ("0002", "02/01/2024", "2.0%", "€2,469.00", "60:00", "TRUE", "#N/A", "4", text)
    assert rows[3].cells[8] == "plain bold plain"
    assert "1 row is hidden" in made.noticed(info)


def test_the_1904_system(tmp_path: Path) -> None:
    row = made.cells(made.full_workbook(tmp_path / "a.xlsx", date1904=True))[0]
    assert row[1:5] == ("01/01/2024", "1.0%", "€1,234.50", "30:00")


def test_text_stays_text_and_whole_numbers_have_no_decimals(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["id", "n", "f"], ["007", 3.0, 0.1 + 0.2], ["1e5", 10**12, -2.5]])
    assert made.cells(path) == [("007", "3", "0.3"), ("1e5", "1000000000000", "-2.5")]


def test_agrees_with_other_readers_where_nothing_is_formatted(tmp_path: Path) -> None:
    values = [("a", "b", "c"), *((f"row {n}", n * 1.1, n % 3 == 0) for n in range(500))]
    path = made.simple_workbook(tmp_path / "a.xlsx", values)
    seen = [list(row) for row in python_calamine.load_workbook(path).get_sheet_by_index(0).iter_rows()][1:]
    expected = [(row[0], general(float(str(row[1]))), str(row[2]).upper()) for row in seen]
    assert made.cells(path) == expected


def test_formulas_are_read_by_their_saved_value(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "sum"])
    book.active.append([1, "=A2*2"])
    book.save(tmp_path / "a.xlsx")
    info, rows = made.read(tmp_path / "a.xlsx")
    assert rows[0].cells == ("1", "")
    assert "1 formula has no saved value" in made.noticed(info)


def test_an_empty_result_is_a_saved_value(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>h</t></is></c><c r="B1" t="inlineStr"><is><t>i</t></is></c></row>'
    row += '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>'
    info, rows = made.read(made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(row)))
    assert rows[0].cells == ("1", "")
    assert "formula" not in made.noticed(info)


def test_a_merged_cell_has_its_value_in_the_first(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], ["both", None], ["x", "y"]):
        book.active.append(row)
    book.active.merge_cells("A2:B2")
    book.save(tmp_path / "a.xlsx")
    assert made.cells(tmp_path / "a.xlsx") == [("both", ""), ("x", "y")]


def test_every_kind_of_error_cell_says_so(tmp_path: Path) -> None:
    errors = ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"]
    book = openpyxl.Workbook()
    book.active.append(["error"])
    for error in errors:
        book.active.append([error])
    book.save(tmp_path / "a.xlsx")
    assert [row[0] for row in made.cells(tmp_path / "a.xlsx")] == errors


def test_blank_rows_within_are_rows_and_those_behind_are_not(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["a", "b"], [1, 2], [], ["  "], [3, 4], [], ["", " "]])
    info, rows = made.read(path)
    assert [(row.number, row.blank) for row in rows] == [(2, False), (3, True), (4, True), (5, False)]
    assert info.rows == 4
    assert "2 rows are blank" in made.noticed(info)


def test_formatted_cells_without_content_are_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, 2])
    for row in range(1, 400):
        for column in range(1, 60):
            book.active.cell(row, column).font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    info, rows = made.read(tmp_path / "a.xlsx")
    assert (info.columns, len(rows)) == (("a", "b"), 1)


def test_a_stray_cell_at_the_end_of_the_sheet_costs_nothing(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in range(2, 51))
    header = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
    stray = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    info, found = made.read(made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(header + rows + stray)))
    assert (info.columns, len(found)) == (("a", "b"), 49)
    assert "XFD" in made.noticed(info)


def test_the_first_visible_sheet_with_content_is_taken(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    book.create_sheet("Secret").append(["hidden"])
    book["Secret"].sheet_state = "hidden"
    for row in (["a", "b"], [1, 2]):
        book.create_sheet("Data").append(row) if "Data" not in book.sheetnames else book["Data"].append(row)
    book.save(tmp_path / "a.xlsx")
    info, _ = made.read(tmp_path / "a.xlsx")
    assert (info.sheet, info.sheets) == ("Data", ("Empty", "Secret", "Data"))


def test_a_sheet_is_found_by_its_name_in_any_case(tmp_path: Path) -> None:
    path = made.full_workbook(tmp_path / "a.xlsx")
    assert made.read(path, sheet="other")[0].sheet == "Other"
    with pytest.raises(InputError, match=r"no sheet “Nowhere”.*“Data”, “Other”"):
        open_table(path, sheet="Nowhere")


def test_headers_become_usable_names(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["id", "id", None, "a\nb"], [1, 2, 3, 4], [5, 6, 7, 8]])
    info, _ = made.read(path)
    assert info.columns == ("id", "id (2)", "Column C", "a b")
    assert "Column C has no header" in made.noticed(info)
    assert "“id (2)”" in made.noticed(info)


def test_columns_without_a_header_are_read_where_they_touch_the_table(tmp_path: Path) -> None:
    apart: list[object] = ["x", "y", None, None, None, "apart"]
    rows: list[list[object]] = [["a", "b"], ["x", "y", "more"], apart, apart, apart]
    info, found = made.read(made.simple_workbook(tmp_path / "a.xlsx", rows))
    assert info.columns == ("a", "b", "Column C")
    assert found[0].cells == ("x", "y", "more")
    assert "Column F stand" in made.noticed(info)


def test_a_table_that_begins_elsewhere(tmp_path: Path) -> None:
    rows = [[], [None, None, "Sales 2024"], [], [None, None, "Name", "City"], [None, None, "Ada", "Paris"]]
    info, found = made.read(made.simple_workbook(tmp_path / "a.xlsx", rows))
    assert (info.header_row, info.first_column, info.columns) == (4, 2, ("Name", "City"))
    assert [(row.number, row.cells) for row in found] == [(5, ("Ada", "Paris"))]
    assert "Row 2 stands above the header" in made.noticed(info)


def test_the_header_row_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["a", "b"], ["c", "d"], ["e", "f"]])
    info, rows = made.read(path, header_row=2)
    assert (info.columns, [row.cells for row in rows]) == (("c", "d"), [("e", "f")])
    info, rows = made.read(path, header_row=0)
    assert (info.columns, len(rows), rows[0].number) == (("Column A", "Column B"), 3, 1)


def test_a_header_row_far_down_is_found_and_one_past_the_end_refused(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [[f"a{n}", f"b{n}"] for n in range(1, 401)])
    assert made.read(path, header_row=300)[0].columns == ("a300", "b300")
    with pytest.raises(InputError, match="Row 4000 can't be the header"):
        open_table(path, header_row=4000)


def test_a_named_table_is_taken_with_its_own_rows_and_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Report", "by", "us"], ["a", "b", "beside"], [1, 2, None], [3, 4, None], ["below", None, None]):
        book.active.append(row)
    book.active.add_table(Table(displayName="T", ref="A2:B4"))
    book.save(tmp_path / "a.xlsx")
    info, rows = made.read(tmp_path / "a.xlsx")
    assert (info.header_row, info.columns, [row.number for row in rows]) == (2, ("a", "b"), [3, 4])
    assert "more than the table “T”" in made.noticed(info)


def test_a_total_row_is_no_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [3, 4], ["Total", 6]):
        book.active.append(row)
    table = Table(displayName="T", ref="A1:B4", totalsRowCount=1)
    book.active.add_table(table)
    book.save(tmp_path / "a.xlsx")
    assert len(made.cells(tmp_path / "a.xlsx")) == 2


def test_a_small_table_beside_the_data_does_not_take_its_place(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b", "c", None, "key", "value"])
    for n in range(40):
        book.active.append([n, n, "x", None, *([n, "v"] if n < 3 else [])])
    book.active.add_table(Table(displayName="Keys", ref="E1:F4"))
    book.save(tmp_path / "a.xlsx")
    info, rows = made.read(tmp_path / "a.xlsx")
    assert (info.columns[:3], len(rows)) == (("a", "b", "c"), 40)


def test_several_tables_are_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [], ["c", "d"], [5, 6], [7, 8], [9, 10]):
        book.active.append(row)
    book.active.add_table(Table(displayName="Small", ref="A1:B2"))
    book.active.add_table(Table(displayName="Large", ref="A4:B7"))
    book.save(tmp_path / "a.xlsx")
    info, rows = made.read(tmp_path / "a.xlsx")
    assert (info.columns, len(rows)) == (("c", "d"), 3)
    assert "several tables; also “Small” (A1:B2)" in made.noticed(info)
    assert made.read(tmp_path / "a.xlsx", header_row=1)[0].columns == ("a", "b")


def test_a_filter_tells_the_header(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["x", "y", "z"], ["u", "v", "w"], ["real", "header", "row"], ["1", "2", "3"]):
        book.active.append(row)
    book.active.auto_filter.ref = "A3:C4"
    book.save(tmp_path / "a.xlsx")
    assert made.read(tmp_path / "a.xlsx")[0].header_row == 3


def test_identical_rows_are_counted(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["a"], *[[f"v{n % 300}"] for n in range(3000)]])
    assert "2,700 rows are the same" in made.noticed(made.read(path)[0])


def test_dates_of_every_number_are_the_same_as_openpyxl_reads(tmp_path: Path) -> None:
    dates = [dt.date(1900, 3, 1) + dt.timedelta(days=n * 997) for n in range(120)]
    book = openpyxl.Workbook()
    book.active.append(["date"])
    for date in dates:
        book.active.append([date])
    book.save(tmp_path / "a.xlsx")
    assert [row[0] for row in made.cells(tmp_path / "a.xlsx")] == [date.isoformat() for date in dates]


def test_dates_that_are_written_out(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>d</v></c><c r="B1" t="str"><v>e</v></c></row>'
    rows += '<row r="2"><c r="A2" t="d"><v>2024-02-29T12:30:00</v></c><c r="B2" t="d" s="1"><v>2024-02-29</v></c></row>'
    styles = made.STYLES.replace('formatCode="000"', 'formatCode="d mmm yyyy"')
    path = made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(rows), extra={"xl/styles.xml": styles})
    assert made.cells(path) == [("2024-02-29 12:30:00", "29 Feb 2024")]


def test_pronunciation_is_no_part_of_a_text(tmp_path: Path) -> None:
    strings = (
        f'<sst xmlns="{made.MAIN}"><si><t>name</t></si>'
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si><si/></sst>'
    )
    cells = "".join(f'<row r="{n + 1}"><c r="A{n + 1}" t="s"><v>{n}</v></c></row>' for n in range(4))
    assert made.cells(made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(cells), strings=strings)) == [("東京",)]


def test_only_a_number_is_given_a_format_and_only_where_it_has_one(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
    rows += '<row r="2"><c r="A2" s="1"><v>7</v></c><c r="B2" s="1" t="str"><v>7</v></c></row>'
    assert made.cells(made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(rows))) == [("007", "7")]


def test_rows_can_be_gone_through_again(tmp_path: Path) -> None:
    with open_table(made.full_workbook(tmp_path / "a.xlsx")) as reader:
        first = [row for chunk in reader.chunks(5) for row in chunk]
        before = reader.info
        assert [row for chunk in reader.chunks() for row in chunk] == first
        assert reader.info == before


def test_a_template_workbook_is_read(tmp_path: Path) -> None:
    path = made.full_workbook(tmp_path / "a.xlsx")
    assert len(made.cells(path.rename(tmp_path / "a.XLTX"))) == 12


@given(st.lists(st.text(max_size=30), min_size=1, max_size=20))
def test_shared_texts_are_read_as_they_were_written(texts: list[str]) -> None:
    # openpyxl neither writes nor checks what XML forbids; that is tested where we write ourselves.
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    texts = ["".join(c for c in text if c >= " " and c not in "\ufffe\uffff") for text in texts]
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    strings = SharedStrings(io.BytesIO(f'<sst xmlns="{made.MAIN}">{items}</sst>'.encode()))
    assert [strings.get(index) for index in range(len(texts))] == [unescape_excel(text) for text in texts]


def test_a_cell_beside_all_that_the_beginning_has_is_not_lost(tmp_path: Path) -> None:
    """The beginning alone is looked at first; what it can't know makes reading begin again."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, 400))
    rows = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>' + rows
    wide = rows + '<row r="400"><c r="A400"><v>1</v></c><c r="B400"><v>2</v></c></row>'
    path = made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(wide))
    with open_table(path, look=Look.START) as reader, pytest.raises(Wider):
        list(reader.packed(tuple))
    items = list(read_here(ReadRequest(str(path))))
    assert [item.columns for item in items if isinstance(item, SheetInfo)] == [
        ("x",),
        ("x", "Column B"),
        ("x", "Column B"),
    ]
    assert made.cells(path)[-1] == ("1", "2")


def test_a_stray_cell_in_the_last_corner_is_found_out_while_reading(tmp_path: Path) -> None:
    """Readers that hold a sheet as one rectangle ask for 512 GB here, and are aborted."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="str"><v>x{n}</v></c></row>' for n in range(1, 400))
    rows += '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(rows))
    items = list(read_here(ReadRequest(str(path))))
    last = items[-1]
    assert isinstance(last, SheetInfo)
    assert (len(last.columns), last.rows) == (1, 398)
    assert "XFD" in made.noticed(last)


def test_a_glimpse_ends_where_the_beginning_of_the_file_does(tmp_path: Path) -> None:
    far = made.raw_workbook(
        tmp_path / "a.xlsx",
        made.sheet_xml('<row r="1"><c r="A1" t="s"><v>199999</v></c></row>'),
        strings=f'<sst xmlns="{made.MAIN}">' + "<si><t>a text that nobody needs so soon</t></si>" * 200_000 + "</sst>",
    )
    assert list(read_here(ReadRequest(str(far), look=Look.GLIMPSE))) == []
    assert made.read(far, header_row=0)[1][0].cells == ("a text that nobody needs so soon",)
    near = made.simple_workbook(tmp_path / "b.xlsx", [["a"], *[[f"x{n}"] for n in range(500)]])
    info, rows, _ = read_here(ReadRequest(str(near), look=Look.GLIMPSE, most_rows=200))
    assert isinstance(info, SheetInfo)
    assert isinstance(rows, Rows)
    assert (info.columns, len(rows.blobs)) == (("a",), 200)


CELLS = st.sampled_from(
    [
        "",
        '<c r="{r}"/>',
        '<c r="{r}" s="1"/>',
        '<c r="{r}"><v>007</v></c>',
        '<c r="{r}"><v>12</v></c>',
        '<c r="{r}"><v>0</v></c>',
        '<c r="{r}"><v>1.5E-7</v></c>',
        '<c r="{r}"><v></v></c>',
        '<c r="{r}" t="s"><v>1</v></c>',
        '<c r="{r}" t="s"><v>0</v></c>',
        '<c r="{r}" t="b"><v>1</v></c>',
        '<c r="{r}" t="e"><v>#N/A</v></c>',
        '<c r="{r}" t="str"><v>a &amp; b</v></c>',
        '<c r="{r}" t="str"><f>A1</f><v>x</v></c>',
        '<c r="{r}"><f>1+1</f><v>2</v></c>',
        '<c r="{r}"><f>1+1</f></c>',
        '<c r="{r}" t="inlineStr"><is><t>in</t></is></c>',
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(CELLS, min_size=1, max_size=4), st.lists(st.lists(CELLS, max_size=4), max_size=4), st.integers(1, 5))
def test_rows_taken_apart_together_say_what_each_says_alone(
    tmp_path: Path, shape: list[str], others: list[list[str]], times: int
) -> None:
    rows = [*[shape] * times, *others, *[shape] * times]
    xml = "".join(
        f'<row r="{n}">' + "".join(cell.format(r=f"{'ABCD'[i]}{n}") for i, cell in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, 1)
    )
    strings = SharedStrings(io.BytesIO(f'<sst xmlns="{made.MAIN}"><si><t>a</t></si><si><t>b</t></si></sst>'.encode()))

    def parsed() -> RowParser:
        return RowParser(SheetStream(io.BytesIO(made.sheet_xml(xml).encode())), strings, {})

    together = list(parsed().rows(0, 4))
    alone = parsed()
    apart = [
        (number, texts)
        for number, _, body in alone._bodies(list(alone._stream.rows()))
        if body and (texts := alone._texts_by_cell(number, body, 0, 4))
    ]
    assert together == apart
