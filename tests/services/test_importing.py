"""A file into a draft: a copy of one moment, and half a sheet is none."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.core.errors import FileError, InputError
from app.core.estimate import Price
from app.core.input_fit import InputFit
from app.core.table import TextFormat
from app.services.importing import FirstRows, Importing
from app.services.tasks import Cancelled, TaskControl
from app.store.store import Store
from tests.sheets import made

PRICE = Price(1, 2, 3, 4, 4, InputFit.guess(), 1, 1, 1, 10, 10, 1, 1, 1, 1)


def cells(store: Store) -> list[tuple[str, ...]]:
    return [row.cells for row in store.rows.page("j", 0, 100)]


def test_a_file_becomes_rows_and_a_copy(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\none\ntwo\n", encoding="utf-8")
    info = importing.load("j", file)(TaskControl())
    assert (info.path, info.columns, info.rows) == (str(file), ("Name",), 2)
    assert cells(store) == [("one",), ("two",)]
    copy = importing.copy_of("j")
    assert copy is not None
    assert copy.read_bytes() == file.read_bytes()


def test_another_header_row_is_one_of_the_copy(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\none\ntwo\n", encoding="utf-8")
    importing.load("j", file)(TaskControl())
    file.write_text("changed meanwhile\n", encoding="utf-8")
    importing.load("j", file, header_row=2)(TaskControl())
    assert cells(store) == [("two",)]


def test_opening_it_again_reads_the_file_as_it_is_now(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\none\n", encoding="utf-8")
    importing.load("j", file)(TaskControl())
    file.write_text("Name\none\nnew\n", encoding="utf-8")
    importing.load("j", file)(TaskControl())
    assert cells(store) == [("one",), ("new",)]


def test_a_file_that_can_not_be_read_leaves_the_earlier_one(store: Store, importing: Importing, tmp_path: Path) -> None:
    file, broken = tmp_path / "a.csv", tmp_path / "b.xlsx"
    file.write_text("Name\none\n", encoding="utf-8")
    broken.write_bytes(b"no zip at all")
    importing.load("j", file)(TaskControl())
    with pytest.raises(FileError):
        importing.load("j", broken)(TaskControl())
    assert cells(store) == [("one",)]
    assert store.drafts.get("j").info.columns == ("Name",)


def test_half_a_sheet_is_none(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\n" + "row\n" * 9_000, encoding="utf-8")
    control = TaskControl()
    # Stopped once rows have begun to arrive; the copy alone makes one step of progress.
    control.listen(lambda _done, _total, rows: control.stop() if int(rows or 0) >= 4_000 else None)
    with pytest.raises(Cancelled):
        importing.load("j", file)(control)
    assert cells(store) == []
    assert store.drafts.get("j").info is None
    assert store.jobs.get("j").breakdown.rows == 0


def test_a_file_that_can_not_be_read_leaves_the_earlier_copy(
    store: Store, importing: Importing, tmp_path: Path
) -> None:
    """An export writes into the copy: it must be that of the rows."""
    file, broken = tmp_path / "a.csv", tmp_path / "b.xlsx"
    file.write_text("Name\none\n", encoding="utf-8")
    broken.write_bytes(b"no zip at all")
    importing.load("j", file)(TaskControl())
    with pytest.raises(FileError):
        importing.load("j", broken)(TaskControl())
    assert importing.copy_of("j").name == "a.csv"
    assert [path.name for path in (tmp_path / "sources").iterdir()] == ["j"]


def test_a_file_that_changes_while_it_is_copied_is_copied_again(
    store: Store, importing: Importing, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\nold\n", encoding="utf-8")
    control = TaskControl()
    changed: list[int] = []

    def change(done: int, total: int | None, _text: str) -> None:
        if total is not None and not changed:
            changed.append(done)
            file.write_text("Name\nnew\nnewer\n", encoding="utf-8")

    control.listen(change)
    info = importing.load("j", file)(control)
    assert cells(store) == [("new",), ("newer",)]
    assert importing.copy_of("j").read_bytes() == file.read_bytes()
    assert info.fingerprint == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_file_that_never_holds_still_is_refused(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\n", encoding="utf-8")
    control = TaskControl()

    def append(_done: int, total: int | None, _text: str) -> None:
        if total is not None:
            with file.open("a", encoding="utf-8") as out:
                out.write("more\n")

    control.listen(append)
    with pytest.raises(FileError, match="being written"):
        importing.load("j", file)(control)
    assert importing.copy_of("j") is None
    assert list((tmp_path / "sources").iterdir()) == []
    assert cells(store) == []


def test_a_copy_that_is_broken_off_leaves_nothing(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"Name\n" + b"row\n" * 800_000)
    control = TaskControl()
    control.listen(lambda _done, _total, _text: control.stop())
    with pytest.raises(Cancelled):
        importing.load("j", file)(control)
    assert importing.copy_of("j") is None
    assert list((tmp_path / "sources").iterdir()) == []


def test_a_job_that_was_sent_takes_no_other_file(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\none\n", encoding="utf-8")
    importing.load("j", file)(TaskControl())
    assert store.jobs.start("j", 2.0, PRICE, None, None)
    other = tmp_path / "b.csv"
    other.write_text("Name\nother\n", encoding="utf-8")
    for work in (importing.load("j", other), importing.load("j", file, header_row=2)):
        with pytest.raises(InputError):
            work(TaskControl())
    assert cells(store) == [("one",)]
    assert importing.copy_of("j").name == "a.csv"


def test_a_job_that_was_deleted_meanwhile_gets_no_rows(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\n" + "row\n" * 9_000, encoding="utf-8")
    control = TaskControl()

    def remove(_done: int, total: int | None, _text: str) -> None:
        if total is None:
            store.jobs.remove("j")

    control.listen(remove)
    with pytest.raises(InputError):
        importing.load("j", file)(control)
    assert cells(store) == []


def test_a_job_does_not_start_while_its_file_is_being_read(store: Store, importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\n" + "row\n" * 9_000, encoding="utf-8")
    importing.load("j", file)(TaskControl())
    control = TaskControl()
    started: list[bool] = []
    control.listen(
        lambda _done, _total, rows: (
            started.append(store.jobs.start("j", 2.0, PRICE, None, None)) if int(rows or 0) else None
        )
    )
    importing.load("j", file, header_row=1)(control)
    assert started
    assert not any(started)
    assert len(cells(store)) == 100


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_first_rows_are_there_before_the_file_is_copied(
    store: Store, importing: Importing, tmp_path: Path, ending: str
) -> None:
    rows = [["Name"], *[[f"row {number}"] for number in range(3_000)]]
    if ending == "csv":
        file = tmp_path / "a.csv"
        file.write_text("\n".join(cell for row in rows for cell in row), encoding="utf-8")
    else:
        file = made.simple_workbook(tmp_path / "a.xlsx", rows)
    control = TaskControl()
    seen: list[tuple[tuple[int, int | None], FirstRows | None, int, int]] = []
    control.listen(
        lambda done, total, _text: seen.append(
            (
                (done, total),
                importing.first_rows("j"),
                len(importing.rows_so_far("j", 0, 5_000)),
                len(importing.rows_so_far("j", 2_500, 5_000)),
            )
        )
    )
    importing.load("j", file)(control)
    progress, first, count, beyond = seen[0]
    assert (progress, count, beyond) == ((0, None), 200, 0)
    assert first is not None
    assert (first.info.columns, len(first.rows)) == (("Name",), 200)
    assert (first.rows[199].number, first.rows[199].cells) == (201, ("row 199",))
    assert seen[1][0][1] == file.stat().st_size
    assert seen[-1][2:] == (3_000, 500)
    assert importing.first_rows("j") is None
    assert importing.rows_so_far("j", 0, 10) == ()


def test_a_file_without_first_rows_is_told_of_by_who_reads_all_of_it(importing: Importing, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"no zip at all")
    control = TaskControl()
    told: list[int] = []
    control.listen(lambda done, total, _text: told.append(done) if total is None else None)
    with pytest.raises(FileError, match="not an Excel workbook"):
        importing.load("j", file)(control)
    assert told == []


def test_a_row_that_is_wider_than_all_before_it_gives_every_row_its_column(
    store: Store, importing: Importing, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name,Town\n" + "x,y\n" * 5_000 + "x,y,z\n", encoding="utf-8")
    info = importing.load("j", file)(TaskControl())
    assert (info.columns, info.rows) == (("Name", "Town", "Column C"), 5_001)
    assert store.rows.page("j", 0, 1)[0].cells == ("x", "y", "")
    assert store.rows.page("j", 5_000, 9)[0].cells == ("x", "y", "z")
    assert [notice.text for notice in info.notices if "fewer" in notice.text] == [
        "1 row has more or fewer cells than the others: 5,002."
    ]


def test_what_the_user_says_of_a_text_file_holds_for_its_copy(
    store: Store, importing: Importing, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("Name;Town\nŁódź;'x;y'\n".encode("cp1250"))
    importing.load("j", file)(TaskControl())
    file.unlink()
    info = importing.load("j", file, text=TextFormat("cp1250", ";", "'"))(TaskControl())
    assert cells(store) == [("Łódź", "x;y")]
    assert info.text == TextFormat("cp1250", ";", "'")
    with pytest.raises(InputError, match="can't be read as UTF-8"):
        importing.load("j", file, text=TextFormat("utf-8"))(TaskControl())
    assert store.drafts.get("j").info.text == TextFormat("cp1250", ";", "'")


@pytest.mark.parametrize(("mark", "program"), [("~$a.csv", "Excel"), (".~lock.a.csv#", "LibreOffice")])
def test_a_file_that_is_open_elsewhere_is_said_to_be(
    importing: Importing, tmp_path: Path, mark: str, program: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Name\none\n", encoding="utf-8")
    (tmp_path / mark).write_bytes(b"somebody")
    info = importing.load("j", file)(TaskControl())
    assert info.notices[-1].text == f"The file is open in {program}."
    if program == "Excel":
        with pytest.raises(FileError, match=r"Open “a\.csv” instead"):
            importing.load("j", tmp_path / mark)(TaskControl())
