"""Long answers whole in a sheet, macros left out, values in place: what else changes in a workbook is named."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import FileError
from app.sheets.added_sheets import ExtraSheet, pieces_of
from app.sheets.cell_text import CUT_MARK, MOST_CHARACTERS
from app.sheets.export_report import NewColumn
from app.sheets.new_file import write_xlsx
from app.sheets.workbook_copy import add_columns, foresee
from tests.sheets import made

LONG = "".join(f"word {n} 😀 " for n in range(8_000))
GEOMETRY = made.place("Data", 9)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def load(path: Path) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path)


def whole(book: openpyxl.Workbook, row: int, name: str = "Long answers") -> str:
    rows = [found for found in book[name].iter_rows(min_row=2, values_only=True) if found[0] == row]
    assert [found[2] for found in rows] == list(range(1, len(rows) + 1))
    assert {found[3] for found in rows} == {len(rows)}
    return "".join(found[4] for found in rows)


def test_a_long_answer_is_cut_with_a_mark_and_whole_in_a_sheet(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    report = add_columns(
        source, target, **GEOMETRY, columns=[NewColumn("A"), NewColumn("B")], rows=[(2, ["x", LONG]), (5, [LONG, None])]
    )
    book = load(target)
    assert book.sheetnames == ["Data", "Other", "Long answers"]
    assert str(book["Data"]["K2"].value).endswith(CUT_MARK)
    assert (whole(book, 2), whole(book, 5)) == (LONG, LONG)
    assert report.shortened == (2, 5)
    before, after = parts(source), parts(target)
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
        "xl/tables/table1.xml", "xl/styles.xml",
    }  # fmt: skip
    assert set(after) - set(before) == {"xl/worksheets/batchsheet1.xml"}


def test_a_second_export_gives_the_sheet_another_name(tmp_path: Path) -> None:
    source = made.full_workbook(tmp_path / "a.xlsx")
    add_columns(source, tmp_path / "b.xlsx", **GEOMETRY, columns=[NewColumn("A")], rows=[(2, [LONG])])
    again = {**GEOMETRY, "width": 10}
    add_columns(tmp_path / "b.xlsx", tmp_path / "c.xlsx", **again, columns=[NewColumn("B")], rows=[(2, [LONG + "!"])])
    book = load(tmp_path / "c.xlsx")
    assert (whole(book, 2), whole(book, 2, "Long answers (2)")) == (LONG, LONG + "!")


def test_a_new_workbook_has_it_too(tmp_path: Path) -> None:
    items = ExtraSheet("List items", ("Row", "Item"), [(2, "=a"), (2, "b_x0041_")])
    write_xlsx(tmp_path / "b.xlsx", headers=["a", "b"], rows=[["x", LONG], ["y", "z"]], more=[items])
    book = load(tmp_path / "b.xlsx")
    assert book.sheetnames == ["Sheet1", "List items", "Long answers"]
    assert whole(book, 2) == LONG
    assert book["List items"]["B2"].data_type == "s"


@given(st.text(st.characters(codec=None), max_size=200).map(lambda text: text * 700))
def test_pieces_fit_and_come_together(text: str) -> None:
    pieces = list(pieces_of(text))
    joined = "".join(pieces)
    assert joined.encode("utf-16-le", "surrogatepass") == text.encode("utf-16-le", "surrogatepass")
    assert all(len(piece.encode("utf-16-le", "surrogatepass")) <= 2 * MOST_CHARACTERS for piece in pieces)


def with_macros(path: Path) -> Path:
    """A workbook with macros as Excel writes it, as far as the parts go that speak of them."""
    made.full_workbook(path)
    found = parts(path)
    types = found["[Content_Types].xml"].decode()
    types = types.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ).replace("<Default ", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ', 1)
    relations = found["xl/_rels/workbook.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    end = f'<Relationship Id="rId99" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    found["[Content_Types].xml"] = types.encode()
    found["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", end).encode()
    found["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macros"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return path


def test_an_ordinary_workbook_of_one_with_macros_has_none_and_says_so(tmp_path: Path) -> None:
    source, target = with_macros(tmp_path / "a.xlsm"), tmp_path / "b.xlsx"
    columns = [NewColumn("A")]
    assert any("macros were left out" in note for note in foresee(source, **GEOMETRY, columns=columns, plain=True))
    report = add_columns(source, target, **GEOMETRY, columns=columns, rows=[(2, ["x"])], plain=True)
    assert any("macros were left out" in note for note in report.notes)
    found = parts(target)
    assert not any("vba" in name.lower() for name in found)
    assert not any(word in found["[Content_Types].xml"].decode() for word in ("vba", "macroEnabled"))
    assert "vbaProject" not in found["xl/_rels/workbook.xml.rels"].decode()
    assert load(target)["Data"]["J2"].value == "x"
    kept = tmp_path / "c.xlsm"
    add_columns(source, kept, **GEOMETRY, columns=columns, rows=[(2, ["x"])])
    assert parts(kept)["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 macros"


def test_sheets_of_macros_stay_where_they_are(tmp_path: Path) -> None:
    source = with_macros(tmp_path / "a.xlsm")
    found = parts(source)
    text = found["xl/_rels/workbook.xml.rels"].decode()
    found["xl/_rels/workbook.xml.rels"] = text.replace('/vbaProject"', '/xlMacrosheet"').encode()
    with zipfile.ZipFile(source, "w") as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    with pytest.raises(FileError, match="sheets of macros"):
        add_columns(source, tmp_path / "b.xlsx", **GEOMETRY, columns=[NewColumn("A")], rows=[], plain=True)


ROWS_IN_ODD_SHAPES = {
    "plain": '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="C1" t="inlineStr"><is><t>c</t></is></c></row>'
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"/><c r="C2"><v>3</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>',
    "no references": '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="inlineStr"><is><t>c</t></is></c></row>'
    '<row><c><v>1</v></c><c s="1"/><c><v>3</v></c></row><row><c><v>1</v></c></row>',
}


@pytest.mark.parametrize("shape", ROWS_IN_ODD_SHAPES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_values_go_in_place_whatever_the_part_looks_like(tmp_path: Path, shape: str, codec: str, prefix: str) -> None:
    xml = made.sheet_xml(ROWS_IN_ODD_SHAPES[shape]).replace('encoding="UTF-8"', f'encoding="{codec.upper()}"')
    if prefix:
        head, root, rest = xml.partition("<worksheet")
        xml = head + (root + rest).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
        xml = xml.replace("xmlns=", "xmlns:x=")
    source = made.raw_workbook(tmp_path / "a.xlsx", xml.encode(codec))
    add_columns(
        source,
        tmp_path / "b.xlsx",
        **made.place("S", 3),
        columns=[NewColumn("b", at=1), NewColumn("new")],
        rows=[(2, ["filled", "n2"]), (3, ["put in", "n3"]), (7, ["far", None])],
    )
    sheet = load(tmp_path / "b.xlsx").active
    assert [cell.value for cell in sheet[2]] == [1, "filled", 3, "n2"]
    assert [cell.value for cell in sheet[3]] == [1, "put in", None, "n3"]
    assert sheet["B7"].value == "far"
    assert sheet["B2"].number_format == "000"
