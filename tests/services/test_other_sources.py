"""Folders, several files and pasted cells into a draft, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import ColumnsDiffer, FileError, InputError, OutputExists
from app.core.table import SheetInfo, SourceKind
from app.services.exporting import Exporting
from app.services.importing import Importing
from app.services.tasks import Cancelled, TaskControl
from app.store.store import Store
from tests.sheets import made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "files"
    found.mkdir()
    return found


def cells(store: Store) -> list[tuple[str, ...]]:
    return [row.cells for row in store.rows.page("j", 0, 100)]


def noticed(info: SheetInfo) -> str:
    return " ".join(f"{notice.text} {notice.done}" for notice in info.notices)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# Folders


def test_a_folder_becomes_rows_and_no_copy(store: Store, importing: Importing, folder: Path) -> None:
    write(folder / "b.txt", "b")
    write(folder / "a.txt", "a")
    info = importing.load_folder("j", folder)(TaskControl())
    assert (info.kind, info.path, info.rows) == (SourceKind.FOLDER, str(folder), 2)
    assert [row[0] for row in cells(store)] == ["a.txt", "b.txt"]
    assert importing.copy_of("j") is None
    assert store.drafts.get("j").info == info
    assert store.jobs.get("j").source == str(folder)


def test_an_empty_folder_leaves_what_was_there(store: Store, importing: Importing, folder: Path) -> None:
    importing.load("j", write(folder.parent / "a.csv", "Name\none\n"))(TaskControl())
    with pytest.raises(FileError, match="no documents"):
        importing.load_folder("j", folder)(TaskControl())
    assert cells(store) == [("one",)]
    assert importing.copy_of("j").name == "a.csv"


def test_reading_a_folder_can_be_stopped(store: Store, importing: Importing, folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").touch()
    control = TaskControl()
    control.listen(lambda _done, _total, _text: control.stop())
    with pytest.raises(Cancelled):
        importing.load_folder("j", folder)(control)
    assert cells(store) == []


def test_a_folder_whose_name_is_no_text_is_refused_in_words(importing: Importing, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"\\udce9"):
        importing.load_folder("j", tmp_path / "caf\udce9")(TaskControl())


# Several files


def test_files_of_one_shape_stand_one_below_the_other(store: Store, importing: Importing, folder: Path) -> None:
    one = write(folder / "one.csv", "Name,City\nAda,Paris\n\nBob,Rome\n")
    two = made.simple_workbook(folder / "two.xlsx", [["A title"], ["city ", "NAME"], ["Oslo", "Cleo"], ["Bern", "Dan"]])
    info = importing.load_several("j", [one, two])(TaskControl())
    assert info.columns == ("Name", "City", "File")
    assert cells(store) == [
        ("Ada", "Paris", "one.csv"),
        ("", "", ""),
        ("Bob", "Rome", "one.csv"),
        ("Cleo", "Oslo", "two.xlsx"),
        ("Dan", "Bern", "two.xlsx"),
    ]
    assert [row.number for row in store.rows.page("j", 0, 9)] == [2, 3, 4, 5, 6]
    assert (info.kind, info.rows, info.header_row) == (SourceKind.FILES, 5, 1)
    assert "two.xlsx: Row 1 stands above the header" in noticed(info)
    assert store.drafts.get("j").info == info


def test_files_of_one_name_are_told_apart(store: Store, importing: Importing, folder: Path) -> None:
    paths = []
    for month in ("may", "june"):
        (folder / month).mkdir()
        paths.append(write(folder / month / "sales.csv", "A\n1\n2\n"))
    importing.load_several("j", paths)(TaskControl())
    assert {row[1] for row in cells(store)} == {str(Path("may/sales.csv")), str(Path("june/sales.csv"))}


def test_files_that_differ_are_refused_and_said(store: Store, importing: Importing, folder: Path) -> None:
    paths = [
        write(folder / "a.csv", "Name,City\nAda,Paris\n"),
        write(folder / "b.csv", "Name,Town\nBob,Rome\n"),
        write(folder / "c.csv", "Name,City\nCleo,Oslo\n"),
    ]
    with pytest.raises(ColumnsDiffer) as raised:
        importing.load_several("j", paths)(TaskControl())
    assert "“b.csv” lacks “City” and has “Town” besides" in raised.value.what
    assert cells(store) == []


def test_files_that_differ_can_be_put_together(store: Store, importing: Importing, folder: Path) -> None:
    paths = [
        write(folder / "a.csv", "Name,City\nAda,Paris\n"),
        write(folder / "b.csv", "Town,Name\nRome,Bob\n"),
    ]
    info = importing.load_several("j", paths, union=True)(TaskControl())
    assert info.columns == ("Name", "City", "Town", "File")
    assert cells(store) == [("Ada", "Paris", "", "a.csv"), ("Bob", "", "Rome", "b.csv")]
    assert "Not every file has every column: a.csv, b.csv." in noticed(info)


def test_a_column_of_that_name_stays(store: Store, importing: Importing, folder: Path) -> None:
    paths = [write(folder / f"{n}.csv", "File,Name\nx,y\n") for n in range(2)]
    info = importing.load_several("j", paths)(TaskControl())
    assert info.columns == ("File", "Name", "File (2)")


def test_one_that_can_not_be_read_is_named(store: Store, importing: Importing, folder: Path) -> None:
    broken = folder / "b.xlsx"
    broken.write_bytes(b"no zip at all")
    with pytest.raises(FileError, match=r"b\.xlsx"):
        importing.load_several("j", [write(folder / "a.csv", "A\n1\n"), broken])(TaskControl())
    assert cells(store) == []
    assert store.drafts.get("j").info is None


def test_none_of_the_files_is_ever_written_to(store: Store, importing: Importing, folder: Path) -> None:
    paths = [write(folder / f"{n}.csv", "A\n1\n") for n in range(2)]
    importing.load_several("j", paths)(TaskControl())
    exporting = Exporting(store, importing, practice=False)
    for path in paths:
        with pytest.raises(OutputExists, match="rows come from"):
            exporting.check_target("j", path, overwrite=True)
    suggested = exporting.suggest("j")
    assert (suggested.name, suggested.parent) == (f"0 and 1 more answered{suggested.suffix}", folder)


# Pasted cells


def test_pasted_cells_become_a_draft(store: Store, importing: Importing) -> None:
    info = importing.load_pasted("j", "Name\tCode\r\nAda\t007\r\n\t\r\nBob\t1E5\r\n")(TaskControl())
    assert (info.kind, info.path, info.columns, info.rows) == (SourceKind.PASTED, "Pasted rows", ("Name", "Code"), 3)
    assert cells(store) == [("Ada", "007"), ("", ""), ("Bob", "1E5")]


def test_pasted_cells_can_have_another_header_or_none(store: Store, importing: Importing) -> None:
    importing.load_pasted("j", "Report\t\r\nName\tCode\r\nAda\t007\r\n")(TaskControl())
    info = importing.load("j", Path("Pasted rows"), "", 0)(TaskControl())
    assert (info.kind, info.header_row, info.columns) == (SourceKind.PASTED, 0, ("Column A", "Column B"))
    assert len(cells(store)) == 3


def test_one_pasted_cell_is_no_table(store: Store, importing: Importing, folder: Path) -> None:
    importing.load("j", write(folder / "a.csv", "Name\none\n"))(TaskControl())
    with pytest.raises(InputError, match="one cell"):
        importing.load_pasted("j", '"two\nlines"')(TaskControl())
    assert cells(store) == [("one",)]


def test_answers_of_pasted_cells_are_suggested_where_documents_are(
    store: Store, importing: Importing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    importing.load_pasted("j", "Name\tCode\r\nAda\t007\r\n")(TaskControl())
    suggested = Exporting(store, importing, practice=False).suggest("j")
    assert (suggested.parent, suggested.stem) == (tmp_path, "Pasted rows answered")
