"""A folder of documents as a table: which files, in which order, and what is said of each."""

from __future__ import annotations

import os
import re
import socket
import sys
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from app.core.errors import FileError, InputError
from app.core.table import SheetInfo, SheetRow, SourceKind
from app.sheets import documents
from app.sheets.document_kinds import kind_of_document
from app.sheets.documents import CHUNK, DocumentsReader, natural_order
from app.sheets.pdf_pages import Protected, count_pages
from app.sheets.reader import open_table
from tests.sheets.made import noticed


def read(folder: Path, *, subfolders: bool = False) -> tuple[SheetInfo, list[SheetRow]]:
    with DocumentsReader(folder, subfolders=subfolders) as reader:
        rows = [row for chunk in reader.chunks() for row in chunk]
        return reader.info, rows


def names(folder: Path, *, subfolders: bool = False) -> list[str]:
    return [row.cells[0] for row in read(folder, subfolders=subfolders)[1]]


def pdf(path: Path, pages: int, *, password: str | None = None, owner: str | None = None) -> Path:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if password is not None:
        # The weakest cipher is the one that needs no further library.
        writer.encrypt(password, owner, algorithm="RC4-128")
    writer.write(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "contracts"
    made.mkdir()
    (made / "note 10.txt").write_text("ten", encoding="utf-8")
    (made / "Note 2.txt").write_text("two", encoding="utf-8")
    pdf(made / "lease.pdf", 3)
    inner = made / "2023"
    inner.mkdir()
    (inner / "old.docx").write_bytes(b"PK")
    return made


def test_a_row_for_each_file_from_1(folder: Path) -> None:
    os.utime(folder / "lease.pdf", (1_700_000_000, 1_700_000_000))
    info, rows = read(folder)
    assert info.columns == ("Name", "Path", "Kind", "Size", "Changed", "Pages")
    assert (info.kind, info.header_row, info.rows, info.sheets) == (SourceKind.FOLDER, 0, 3, ())
    assert [row.number for row in rows] == [1, 2, 3]
    name, path, kind, size, changed, pages = rows[0].cells
    assert (name, path, kind, pages) == ("lease.pdf", str(folder / "lease.pdf"), "PDF", "3")
    assert int(size) == (folder / "lease.pdf").stat().st_size
    assert re.fullmatch(r"2023-11-1[45] \d\d:\d\d", changed)
    assert [row.cells[0] for row in rows] == ["lease.pdf", "Note 2.txt", "note 10.txt"]
    assert "1 sub-folder was not looked into" in noticed(info)


def test_sub_folders_come_after_the_files_beside_them(folder: Path) -> None:
    (folder / "2023" / "a" / "b").mkdir(parents=True)
    (folder / "2023" / "a" / "b" / "deep.txt").touch()
    (folder / "100").mkdir()
    (folder / "100" / "x.txt").touch()
    info, rows = read(folder, subfolders=True)
    assert info.columns[:3] == ("Name", "Folder", "Path")
    assert info.subfolders
    found = [(row.cells[0], row.cells[1]) for row in rows]
    deep = str(Path("2023", "a", "b"))
    assert found[3:] == [("x.txt", "100"), ("old.docx", "2023"), ("deep.txt", deep)]
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]
    assert all(Path(row.cells[2]).is_file() for row in rows)


def test_a_folder_that_has_only_sub_folders_is_looked_into_unasked(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").touch()
    info, rows = read(tmp_path)
    assert [row.cells[0] for row in rows] == ["a.txt"]
    assert info.subfolders
    assert "No file lies in the folder itself" in noticed(info)


def test_hidden_temporary_and_system_files_are_left_out_and_said(folder: Path) -> None:
    for name in (".hidden", "~$lease.docx", ".~lock.lease.ods#", "Thumbs.db", "desktop.ini", ".DS_Store", "~WRL1.tmp"):
        (folder / name).write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").touch()
    info, rows = read(folder, subfolders=True)
    assert [row.cells[0] for row in rows] == ["lease.pdf", "Note 2.txt", "note 10.txt", "old.docx"]
    assert "7 hidden, temporary or system files. Left out. 1 hidden folder. Left out." in noticed(info)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_to_files_are_files_and_links_to_folders_are_left_out(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x", encoding="utf-8")
    (folder / "linked.txt").symlink_to(outside)
    (folder / "broken.txt").symlink_to(tmp_path / "nowhere")
    (folder / "itself").symlink_to(folder / "itself")
    (folder / "2023" / "up").symlink_to(folder)
    info, rows = read(folder, subfolders=True)
    assert [row.cells[0] for row in rows] == ["lease.pdf", "linked.txt", "Note 2.txt", "note 10.txt", "old.docx"]
    text = noticed(info)
    assert "Could not be looked at: “broken.txt”, “itself”. Left out." in text
    assert "1 link to a folder. Left out." in text


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets there")
def test_what_is_no_file_is_never_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe.pdf")
    monkeypatch.chdir(folder)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.pdf")
        info, rows = read(folder)
    assert [row.cells[0] for row in rows] == ["lease.pdf", "Note 2.txt", "note 10.txt"]
    assert "2 entries are neither file nor folder. Left out." in noticed(info)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_names_in_no_encoding_can_still_be_opened(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"x")
    ((_name, path, *_rest),) = [row.cells for row in read(tmp_path)[1]]
    assert Path(path).read_bytes() == b"x"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_folders_that_can_not_be_read_are_named(folder: Path) -> None:
    (folder / "2023").chmod(0)
    try:
        info, rows = read(folder, subfolders=True)
    finally:
        (folder / "2023").chmod(0o755)
    assert len(rows) == 3
    assert "“2023”" in noticed(info)


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no documents"):
        DocumentsReader(tmp_path)
    (tmp_path / ".hidden").touch()
    with pytest.raises(FileError, match="no documents"):
        read(tmp_path)
    with pytest.raises(FileError, match="looked into"):
        DocumentsReader(tmp_path / "nowhere")


def test_a_folder_has_no_sheets(folder: Path) -> None:
    with pytest.raises(InputError):
        open_table(folder, sheet="S")
    with open_table(folder) as reader:
        assert reader.info.kind is SourceKind.FOLDER


def test_pages_of_pdfs(tmp_path: Path) -> None:
    assert count_pages(pdf(tmp_path / "a.pdf", 12)) == 12
    # Protected against changes only: anybody may open it.
    assert count_pages(pdf(tmp_path / "b.pdf", 2, password="", owner="o")) == 2
    with pytest.raises(Protected):
        count_pages(pdf(tmp_path / "c.pdf", 2, password="p"))


@pytest.mark.parametrize(
    "content",
    [
        b"not a pdf",
        b"%PDF-1.7\n",
        b"%PDF-1.7\nstartxref\n99999\n%%EOF",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages<</Count -5>>>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    ],
)
def test_a_damaged_pdf_has_no_pages(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert count_pages(tmp_path / "a.pdf") is None


def test_a_pdf_cut_short_anywhere_is_no_fault(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "a.pdf", 5).read_bytes()
    for end in range(0, len(whole), 97):
        (tmp_path / "b.pdf").write_bytes(whole[:end])
        assert count_pages(tmp_path / "b.pdf") in (None, 5)


def test_pdfs_that_tell_no_pages_are_said(tmp_path: Path) -> None:
    pdf(tmp_path / "locked.pdf", 2, password="p")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (tmp_path / "empty.pdf").touch()
    info, rows = read(tmp_path)
    assert [row.cells[-1] for row in rows] == ["", "", ""]
    text = noticed(info)
    assert "1 PDF is protected with a password" in text
    assert "1 PDF is damaged" in text
    assert "1 file is empty" in text


def test_files_that_take_long_are_told_of_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    clock = count()
    monkeypatch.setattr(documents, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with DocumentsReader(tmp_path) as reader:
        assert [(len(chunk), reader.share) for chunk in reader.chunks()] == [(1, n / 5) for n in range(1, 6)]
    (tmp_path / "inner").mkdir()
    with DocumentsReader(tmp_path, subfolders=True) as reader:
        assert {reader.share for _chunk in reader.chunks()} == {None}


def test_rows_come_in_small_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "time", SimpleNamespace(monotonic=lambda: 0.0))
    for number in range(CHUNK * 2 + 1):
        (tmp_path / f"{number}.txt").touch()
    with DocumentsReader(tmp_path) as reader:
        sizes = [len(chunk) for chunk in reader.chunks(5_000)]
        again = sum(len(chunk) for chunk in reader.chunks())
    assert sizes == [CHUNK, CHUNK, 1]
    assert again == CHUNK * 2 + 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PDF", "PDF"),
        ("a.b.docx", "Word document"),
        ("a.msg", "E-mail"),
        ("a.dwg", "DWG file"),
        ("README", "File"),
        ("a.", "File"),
        ("a.b c", "File"),
    ],
)
def test_kinds_in_plain_words(name: str, kind: str) -> None:
    assert kind_of_document(name) == kind


@given(st.lists(st.text(min_size=1), unique=True))
def test_any_names_have_one_order(some: list[str]) -> None:
    backwards = some[::-1]
    assert sorted(some, key=natural_order) == sorted(backwards, key=natural_order)
