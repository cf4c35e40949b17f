"""Files that can't be read: a plain error, never a crash, a hang or a wrong reading."""

from __future__ import annotations

import contextlib
import io
import os
import random
import struct
import zipfile
from pathlib import Path

import pytest
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile

from app.core.errors import AppError, FileError
from app.sheets.export_report import NewColumn
from app.sheets.formats import READABLE
from app.sheets.reader import open_table
from app.sheets.workbook_copy import add_columns
from tests.sheets import made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


@pytest.mark.parametrize("ending", READABLE)
def test_an_empty_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"")
    with pytest.raises(FileError, match="is empty"):
        open_table(path)


@pytest.mark.parametrize("ending", READABLE)
def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path, ending: str) -> None:
    with pytest.raises(FileError, match="is not there"):
        open_table(tmp_path / f"a{ending}")
    (tmp_path / f"b{ending}").mkdir()
    with pytest.raises(FileError, match="There are no documents in"):
        open_table(tmp_path / f"b{ending}")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever runs this may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]])
    path.chmod(0)
    with pytest.raises(FileError, match="may not be read"):
        open_table(path)


@pytest.mark.parametrize("ending", [".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods"])
def test_a_workbook_behind_a_password(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    with made.full_workbook(tmp_path / "plain.xlsx").open("rb") as plain, path.open("wb") as locked:
        OOXMLFile(plain).encrypt("secret", locked)
    with pytest.raises(FileError, match="password"):
        open_table(path)


def test_an_opendocument_sheet_behind_a_password(tmp_path: Path) -> None:
    kind = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9">'
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", random.Random(1).randbytes(600))
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{kind}">{entry}<manifest:encryption-data manifest:checksum="x"/>'
            "</manifest:file-entry></manifest:manifest>",
        )
    with pytest.raises(FileError, match="password"):
        open_table(tmp_path / "a.ods")


@pytest.mark.parametrize("ending", [".xlsx", ".xlsm", ".xlsb", ".ods"])
def test_an_old_workbook_under_a_new_ending_is_behind_no_password(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "EncryptedPackage")
    book.save(str(path))
    with pytest.raises(FileError, match="an old Excel file"):
        open_table(path)


@pytest.mark.parametrize(
    ("ending", "content", "said"),
    [
        (".xlsx", b"a,b\n1,2\n", "not an Excel workbook"),
        (".xlsx", b"<html><table>", "a web page"),
        (".xlsx", b"%PDF-1.7", "a PDF"),
        (".xls", b"<html><table>", "a web page"),
        (".xls", b"a\tb\n", "not an Excel workbook"),
        (".ods", b"a,b\n", "not a workbook"),
        (".csv", b"%PDF-1.7", "a PDF"),
        (".csv", OLE, "old Excel file"),
        (".csv", b"\x89PNG\r\n\x1a\n", "a picture"),
        (".txt", bytes(range(256)) * 4, "not text"),
    ],
)
def test_a_file_that_is_not_what_its_ending_says(tmp_path: Path, ending: str, content: bytes, said: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)
    with pytest.raises(FileError, match=said):
        open_table(path)


@pytest.mark.parametrize(("ending", "said"), [(".csv", "zip archive"), (".xls", "newer Excel workbook")])
def test_a_workbook_under_another_ending(tmp_path: Path, ending: str, said: str) -> None:
    path = made.simple_workbook(tmp_path / "a.xlsx", [["a"], ["x"]]).rename(tmp_path / f"a{ending}")
    with pytest.raises(FileError, match=said):
        open_table(path)


def test_other_things_in_zips(tmp_path: Path) -> None:
    for name, said in {"word/document.xml": "Word", "ppt/p.xml": "PowerPoint", "readme": "zip archive"}.items():
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            archive.writestr(name, "x")
        with pytest.raises(FileError, match=said):
            open_table(tmp_path / "a.xlsx")


def test_an_ending_that_nobody_knows(tmp_path: Path) -> None:
    (tmp_path / "a.numbers").write_bytes(b"x")
    with pytest.raises(FileError, match=r"does not know how to read.*\.xlsx"):
        open_table(tmp_path / "a.numbers")


def test_a_workbook_without_content(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is empty"):
        open_table(made.simple_workbook(tmp_path / "a.xlsx", []))
    (tmp_path / "a.csv").write_text("\n \n,,\n")
    with pytest.raises(FileError, match="is empty"):
        open_table(tmp_path / "a.csv")


@pytest.mark.parametrize(
    ("ending", "part", "size", "said"),
    [
        ("xlsx", "xl/worksheets/sheet1.xml", 3 * 1024**3, "unpacks to more"),
        ("xlsx", "xl/styles.xml", 65 * 1024**2, "unreasonably large"),
        ("ods", "content.xml", 3 * 1024**3, "unpacks to more"),
    ],
)
def test_a_zip_bomb(tmp_path: Path, ending: str, part: str, size: int, said: str) -> None:
    path = tmp_path / f"a.{ending}"
    if ending == "xlsx":
        made.raw_workbook(path, made.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(part, "<office:document-content/>")
    with zipfile.ZipFile(path) as archive:
        at = archive.start_dir
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02", at)
    while data[entry + 46 : entry + 46 + len(part)] != part.encode():
        entry = data.index(b"PK\x01\x02", entry + 4)
    struct.pack_into("<I", data, entry + 24, size)
    path.write_bytes(data)
    with pytest.raises(FileError, match=said):
        open_table(path)


def test_entities_that_grow(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    sheet = bomb + made.sheet_xml('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>').partition("?>")[2]
    with pytest.raises(FileError, match="damaged"):
        open_table(made.raw_workbook(tmp_path / "a.xlsx", sheet))
    strings = bomb + f'<sst xmlns="{made.MAIN}"><si><t>&b;</t></si></sst>'
    sheet = made.sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    with pytest.raises(FileError, match="damaged"):
        open_table(made.raw_workbook(tmp_path / "b.xlsx", sheet, strings=strings))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["sheet", "strings", "workbook", "relations", "styles"])
def test_a_document_type_is_refused_even_where_nothing_is_made_of_it(tmp_path: Path, part: str, encoding: str) -> None:
    """Whatever it declares, an entity of this file or one that lies outside of it: nothing ever looks there."""
    kind = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    whole = made.raw_workbook(
        tmp_path / "whole.xlsx",
        made.sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'),
        strings=f'<sst xmlns="{made.MAIN}"><si><t>name</t></si></sst>',
    )
    begins, name = {
        "sheet": ("<worksheet", "xl/worksheets/sheet1.xml"),
        "strings": ("<sst", "xl/sharedStrings.xml"),
        "workbook": ("<workbook", "xl/workbook.xml"),
        "relations": ("<Relationships", "xl/_rels/workbook.xml.rels"),
        "styles": ("<styleSheet", "xl/styles.xml"),
    }[part]
    assert made.cells(whole) == [("1",)]
    path = tmp_path / "a.xlsx"
    for declared in ("", kind):
        with zipfile.ZipFile(whole) as before, zipfile.ZipFile(path, "w") as after:
            for member in before.namelist():
                data = before.read(member)
                if member == name:
                    text = begins + data.decode().partition(begins)[2]
                    data = f'<?xml version="1.0" encoding="{encoding}"?>{declared}{text}'.encode(encoding)
                after.writestr(member, data)
        if not declared:
            assert made.cells(path) == [("1",)]
    with pytest.raises(FileError, match="damaged"):
        made.read(path)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="2"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="what"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><v>1</c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1" t="str"><v>&nope;</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 16_385 + "</row>",
    ],
)
def test_a_sheet_that_contradicts_itself(tmp_path: Path, rows: str) -> None:
    with pytest.raises(FileError, match="damaged"):
        open_table(made.raw_workbook(tmp_path / "a.xlsx", made.sheet_xml(rows)))


def _outcome(path: Path, folder: Path) -> list[tuple[str, ...]] | None:
    """What a file says, read to its end; None where it gives an error of ours. Copied as well, where it can be."""
    try:
        info, rows = made.read(path)
    except AppError:
        return None
    if path.suffix == ".xlsx":
        with contextlib.suppress(AppError):
            add_columns(
                path,
                folder / "copy.xlsx",
                **made.place_of(info),
                columns=[NewColumn("n")],
                rows=[(row.number, ["x"]) for row in rows],
            )
    return [row.cells for row in rows]


@pytest.mark.parametrize("seed", range(6))
def test_a_workbook_cut_short_or_with_bits_flipped(tmp_path: Path, seed: int) -> None:
    whole = made.full_workbook(tmp_path / "whole.xlsx").read_bytes()
    good = made.cells(tmp_path / "whole.xlsx")
    chance = random.Random(seed)
    for _ in range(60):
        data = bytearray(whole)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        else:
            for _ in range(chance.choice([1, 1, 3, 30])):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (tmp_path / "a.xlsx").write_bytes(data)
        found = _outcome(tmp_path / "a.xlsx", tmp_path)
        # Every part has a checksum: what is read at all is right, or lacks a part that was lost with its name.
        assert found is None or len(found) == len(good)


@pytest.mark.parametrize("seed", range(6))
def test_xml_with_bytes_changed(tmp_path: Path, seed: int) -> None:
    """Damage that no checksum shows: anything may be read, nothing may break."""
    made.full_workbook(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [
        name
        for name in parts
        if any(word in name for word in ("sheet1", "workbook", "Strings", "styles", "table", ".rels"))
    ]
    chance = random.Random(seed)
    for _ in range(60):
        name = chance.choice(names)
        data = bytearray(parts[name])
        for _ in range(chance.choice([1, 2, 10])):
            position = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[position] = chance.choice(b"<>\"'&/= 0\x00\xff]!")
            else:
                del data[position : position + chance.randrange(1, 40)]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for other, content in parts.items():
                archive.writestr(other, bytes(data) if other == name else content)
        (tmp_path / "a.xlsx").write_bytes(out.getvalue())
        _outcome(tmp_path / "a.xlsx", tmp_path)


@pytest.mark.parametrize("seed", range(4))
def test_text_files_of_anything(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(60):
        data = bytes(chance.choice(b'a1,;\t|"\\\n\r\xe9\xc3\xa9 =') for _ in range(chance.randrange(1, 400)))
        (tmp_path / "a.csv").write_bytes(data)
        found = _outcome(tmp_path / "a.csv", tmp_path)
        assert found is None or all(len(row) == len(found[0]) for row in found)


def test_a_part_that_unpacks_to_more_than_it_says_is_damaged_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made.raw_workbook(path, made.sheet_xml(" " * (64 * 1024 * 1024) + '<row r="1"><c r="A1"><v>1</v></c></row>'))
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    struct.pack_into("<I", data, entry + 24, 1024)
    path.write_bytes(data)
    with pytest.raises(FileError, match="damaged"):
        open_table(path)
