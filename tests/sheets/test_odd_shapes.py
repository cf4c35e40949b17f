"""XML and zips in shapes that other programs write: read, and copied with a column added."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.sheets.cells import MOST_COLUMNS, reference
from app.sheets.export_report import NewColumn
from app.sheets.placement import _from_column
from app.sheets.workbook_copy import add_columns
from tests.sheets import made

ROWS = [("1", "x"), ("", ""), ("3", "<y> & z")]
"""What every sheet below says under the header a, b in row 1: rows 2 to 4, the third one blank."""


def text(cell: str, value: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'


PLAIN = (
    f'<row r="1">{text("A1", "a")}{text("B1", "b")}</row>'
    f'<row r="2"><c r="A2"><v>1</v></c>{text("B2", "x")}</row>'
    f'<row r="4"><c r="A4"><v>3</v></c>{text("B4", "&lt;y&gt; &amp; z")}</row>'
)

SHAPES: dict[str, str | bytes] = {
    "plain": made.sheet_xml(PLAIN),
    "dimension too small": made.sheet_xml(PLAIN, before='<dimension ref="A1"/>'),
    "strict": made.sheet_xml(PLAIN, namespace=made.STRICT),
    "self-closed row": made.sheet_xml(PLAIN.replace('<row r="4">', '<row r="3" ht="20"/><row r="4">')),
    "last row self-closed": made.sheet_xml(PLAIN + '<row r="5" ht="20"/>'),
    "spans": made.sheet_xml(PLAIN.replace('<row r="2">', '<row r="2" spans="1:2" ht="15" customHeight="1">')),
    "single quotes": made.sheet_xml(PLAIN.replace('"', "'")),
    "attributes in another order": made.sheet_xml(PLAIN.replace('r="B2" t="inlineStr"', 't="inlineStr" r="B2" s="0"')),
    "indented": made.sheet_xml(
        PLAIN.replace("<row", "\n  <row").replace("<c ", "\n    <c ").replace("</row>", "\n  </row>")
    ),
    "a comment": made.sheet_xml(PLAIN.replace('<row r="2">', '<!-- </row> <row r="9"> --><row r="2">')),
    "cdata": made.sheet_xml(PLAIN.replace("&lt;y&gt; &amp; z", "<![CDATA[<y> & z]]>")),
    "no references": made.sheet_xml(
        '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>'
        '<row><c><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row><row/>'
        '<row><c><v>3</v></c><c t="inlineStr"><is><t>&lt;y&gt; &amp; z</t></is></c></row>'
    ),
    "prefixed": (
        f'<x:worksheet xmlns:x="{made.MAIN}"><x:sheetData>'
        + PLAIN.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
        + "</x:sheetData></x:worksheet>"
    ),
    "utf-16": made.sheet_xml(PLAIN).replace("UTF-8", "UTF-16").encode("utf-16"),
    "utf-8 mark": made.sheet_xml(PLAIN).encode("utf-8-sig"),
    "carriage returns": made.sheet_xml(PLAIN).replace("<row", "\r\n<row"),
    "empty cells further right": made.sheet_xml(
        PLAIN.replace("</row>", '<c r="C{n}" s="1"/><c r="D{n}" s="1"/></row>')
        .replace("{n}", "1", 2)
        .replace("{n}", "2", 2)
        .replace("{n}", "4", 2)
    ),
    "cells after a gap, first without content": made.sheet_xml(
        PLAIN.replace('<row r="2">', '<row r="2" s="1" customFormat="1">')
    ),
    "row extension": made.sheet_xml(PLAIN.replace("</row>", '<extLst><ext uri="{x}"/></extLst></row>', 2)),
}


def export(source: Path, target: Path) -> None:
    add_columns(
        source,
        target,
        **made.place("S", 2),
        columns=[NewColumn("new")],
        rows=[(2, ["<one>"]), (3, ["two"]), (4, [" three "])],
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_is_read(tmp_path: Path, shape: str) -> None:
    path = made.raw_workbook(tmp_path / "a.xlsx", SHAPES[shape])
    info, rows = made.read(path)
    assert (info.columns, [row.cells for row in rows]) == (("a", "b"), ROWS)


@pytest.mark.parametrize("shape", SHAPES)
def test_is_copied_with_a_column(tmp_path: Path, shape: str) -> None:
    export(made.raw_workbook(tmp_path / "a.xlsx", SHAPES[shape]), tmp_path / "b.xlsx")
    info, rows = made.read(tmp_path / "b.xlsx")
    assert info.columns == ("a", "b", "new")
    assert [row.cells for row in rows] == [
        (*cells, new) for cells, new in zip(ROWS, ["<one>", "two", " three "], strict=True)
    ]
    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own
    if shape not in ("strict", "row extension"):  # which openpyxl does not read
        assert openpyxl.load_workbook(tmp_path / "b.xlsx")["S"]["C2"].value == "<one>"


def test_an_empty_cell_that_is_filled_keeps_its_style_and_those_behind_it_stay(tmp_path: Path) -> None:
    export(made.raw_workbook(tmp_path / "a.xlsx", SHAPES["empty cells further right"]), tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="C2" s="1" t="inlineStr">' in xml
    assert xml.count('<c r="D2" s="1"/>') == 1
    assert xml.index('r="C2"') < xml.index('r="D2"')


class _Unseekable(io.RawIOBase):
    """What a program writes to that sends a zip as it makes it: sizes come after the data."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self._file.write(data)


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_zip_with_data_descriptors(tmp_path: Path) -> None:
    plain = _members(made.raw_workbook(tmp_path / "a.xlsx", SHAPES["plain"]))
    with (tmp_path / "b.xlsx").open("wb") as file, zipfile.ZipFile(_Unseekable(file), "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in plain.items():
            out.writestr(name, content)
    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        assert all(info.flag_bits & 8 for info in archive.infolist())
    _check_copy(tmp_path, plain)


def test_a_zip_with_sixty_four_bit_fields(tmp_path: Path) -> None:
    plain = _members(made.raw_workbook(tmp_path / "a.xlsx", SHAPES["plain"]))
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in plain.items():
            with out.open(name, "w", force_zip64=True) as member:
                member.write(content)
    _check_copy(tmp_path, plain)


def test_a_zip_that_is_stored_and_has_a_comment(tmp_path: Path) -> None:
    path = made.raw_workbook(tmp_path / "b.xlsx", SHAPES["plain"], compression=zipfile.ZIP_STORED, comment=b"hello")
    _check_copy(tmp_path, _members(path))
    with zipfile.ZipFile(tmp_path / "c.xlsx") as archive:
        assert archive.comment == b"hello"


def test_a_zip_behind_other_bytes(tmp_path: Path) -> None:
    path = made.raw_workbook(tmp_path / "a.xlsx", SHAPES["plain"])
    (tmp_path / "b.xlsx").write_bytes(path.read_bytes())
    plain = _members(path)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "a") as archive:
        archive.writestr("xl/media/ünïcode.bin", b"\x00" * 1000)
    plain["xl/media/ünïcode.bin"] = b"\x00" * 1000
    _check_copy(tmp_path, plain)


def _check_copy(folder: Path, plain: dict[str, bytes]) -> None:
    export(folder / "b.xlsx", folder / "c.xlsx")
    with zipfile.ZipFile(folder / "c.xlsx") as archive:
        assert archive.testzip() is None
        assert not any(info.flag_bits & 8 for info in archive.infolist())
    copied = _members(folder / "c.xlsx")
    assert list(copied) == list(plain)
    assert [name for name in plain if copied[name] != plain[name]] == ["xl/worksheets/sheet1.xml"]
    assert made.cells(folder / "c.xlsx")[0] == ("1", "x", "<one>")


@given(st.integers(0, MOST_COLUMNS - 1), st.integers(0, MOST_COLUMNS - 1))
@example(25, 26)
@example(26, 25)
@example(701, 702)
@example(702, 701)
@example(12, 12)
def test_a_cell_further_right_is_told_by_its_letters(end: int, column: int) -> None:
    found = _from_column(end).search(f'<row r="7"><c r="{reference(7, column)}" s="1"/>'.encode())
    assert bool(found) == (column >= end)
