"""Answers of next month's file never take the place of what a person has typed since."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app.core.export import Existing, ExportChoices
from app.core.job import JobState
from app.core.outputs import CellValue, Kind, Output
from app.core.recipe import Recipe
from app.services.continuing import Continuing
from app.services.exporting import Exporting, ExportResult
from app.services.tasks import TaskControl
from app.sheets.same_cell import still_holds
from tests.services.rehearsal import Rehearsal

OUTPUTS = (
    Output("Kind", Kind.CHOICE, choices=("tool", "toy")),
    Output("Weight", Kind.NUMBER),
    Output("Pieces", Kind.INTEGER),
    Output("Safe", Kind.YES_NO),
    Output("Since", Kind.DATE),
    Output("Parts", Kind.LIST),
    Output("Text", Kind.TEXT, description="Two sentences"),
)
RECIPE = Recipe(name="Sort", prompt="What is {{Name}}, of {{Colour}}?", outputs=OUTPUTS, longest_answer=400)
ROWS = 24


@pytest.fixture
def exporting(program: Rehearsal) -> Exporting:
    return Exporting(program.store, program.importing, practice=False)


def finished(program: Rehearsal, source: Path, since: str = "", key: str | None = None) -> str:
    """An ended job over that file."""
    job = program.jobs.new_draft("Job", RECIPE).id
    program.importing.load(job, source)(TaskControl())
    if since:
        Continuing(program.store).compare(job, since, key)(TaskControl())
    program.start(job)
    assert program.run(job).state is JobState.FINISHED
    return job


def exported(exporting: Exporting, job: str, target: Path, **choices: object) -> ExportResult:
    return exporting.export(job, target, choices=ExportChoices(**choices))(TaskControl())  # type: ignore[arg-type]


def table(path: Path) -> list[dict[str, object]]:
    """A file's rows, as values."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [dict(row) for row in csv.DictReader(file)]
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def edit(path: Path, change: Callable[[list[str], list[list[object]]], None]) -> None:
    """Open a file as a person would, and save it."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = list(csv.reader(file))
        change(header, rows)  # type: ignore[arg-type]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return
    book = openpyxl.load_workbook(path)
    sheet = book.active
    header, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    change(header, rows)  # type: ignore[arg-type]
    sheet.delete_rows(2, sheet.max_row)
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, dt.datetime):
                cell.number_format = "yyyy-mm-dd"
    book.save(path)


@pytest.fixture(params=[".csv", ".xlsx"])
def march(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The file of the first month."""
    path = tmp_path / f"march{request.param}"
    rows = [["Id", "Name", "Colour"], *([f"id{n}", f"thing {n}", "red"] for n in range(ROWS))]
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("key", ["Id", None])
def test_what_a_person_has_typed_stays_and_all_else_is_brought_up_to_date(
    program: Rehearsal, exporting: Exporting, march: Path, tmp_path: Path, key: str | None
) -> None:
    first = finished(program, march)
    april = tmp_path / f"april{march.suffix}"
    exported(exporting, first, april)
    places = {name: 3 + index for index, name in enumerate(output.column for output in OUTPUTS)}
    typed: dict[tuple[str, str], object] = {
        ("id1", "Kind"): "toy" if table(april)[1]["Kind"] == "tool" else "tool",  # what another row's answer is
        ("id2", "Text"): "By hand",
        ("id3", "Pieces"): 4711,
        ("id4", "Since"): "1999-12-31",
        ("id20", "Text"): "By hand, of a row that was changed",
        ("new1", "Kind"): "toy",
    }
    emptied = ("id5", "Text")

    def change(header: list[str], rows: list[list[object]]) -> None:
        assert header[3 : 3 + len(places)] == list(places)
        rows[20][2] = rows[21][2] = "blue"
        rows.reverse()
        del rows[:1]  # id23 is gone
        rows.append(["new1", "something new", "green", *[None] * (len(header) - 3)])
        for row in rows:
            for name, place in places.items():
                if (row[0], name) in typed:
                    row[place] = typed[str(row[0]), name]
                if (row[0], name) == emptied:
                    row[place] = None

    edit(april, change)
    second = finished(program, april, first, key)
    before = {row["Id"]: row for row in table(april)}
    out = tmp_path / f"out{march.suffix}"
    result = exported(exporting, second, out, existing=Existing.REPLACE)
    after = {row["Id"]: row for row in table(out)}
    kept = {("id20", "Text"), *typed}
    if key is None:
        # Nobody can tell which row these were: whatever stands there stays.
        kept |= {(row, name) for row in ("id20", "id21") for name in places if before[row][name] not in (None, "")}
    numbers = {str(row["Id"]): number for number, row in enumerate(table(april), 2)}
    assert set(result.kept) == {(numbers[row], name) for row, name in kept}
    for row, name in kept:
        assert after[row][name] == before[row][name], (row, name)
    answers = program.values(second)
    for row, number in numbers.items():
        for index, name in enumerate(places):
            if (row, name) not in kept:
                assert _same(after[row][name], answers[number][index]), (row, name)  # type: ignore[arg-type]
    (note,) = [note for note in result.notes if "edited by hand" in note]
    assert str(len(kept)) in note
    told = exporting.foresee(second, march.suffix, ExportChoices(existing=Existing.REPLACE))(TaskControl())
    assert note in told.warnings


def _same(found: object, value: CellValue) -> bool:
    if isinstance(found, dt.datetime):
        found = found.date()
    return still_holds("" if found is None else str(found), value)


def test_untouched_nothing_is_kept(program: Rehearsal, exporting: Exporting, march: Path, tmp_path: Path) -> None:
    first = finished(program, march)
    april = tmp_path / f"april{march.suffix}"
    exported(exporting, first, april)
    second = finished(program, april, first)
    result = exported(exporting, second, tmp_path / f"out{march.suffix}", existing=Existing.REPLACE)
    assert result.kept == ()
    third = finished(program, tmp_path / f"out{march.suffix}", second, "Id")
    assert exported(exporting, third, tmp_path / f"may{march.suffix}", existing=Existing.REPLACE).kept == ()


def test_an_earlier_job_that_is_deleted_leaves_all_to_the_person(
    program: Rehearsal, exporting: Exporting, march: Path, tmp_path: Path
) -> None:
    first = finished(program, march)
    april = tmp_path / f"april{march.suffix}"
    exported(exporting, first, april)
    second = finished(program, april, first, "Id")
    program.deleting.delete(first)
    result = exported(exporting, second, tmp_path / f"out{march.suffix}", existing=Existing.REPLACE)
    assert len(result.kept) == ROWS * len(OUTPUTS)


@pytest.mark.parametrize("existing", [Existing.FILL, Existing.REPLACE])
def test_answers_pasted_into_the_file_and_edited_there_stay(
    program: Rehearsal, exporting: Exporting, march: Path, tmp_path: Path, existing: Existing
) -> None:
    """The file as it is by now has columns of answers that it had not when it was sent."""
    job = finished(program, march)
    copy = tmp_path / f"copy{march.suffix}"
    exported(exporting, job, copy)

    def change(_header: list[str], rows: list[list[object]]) -> None:
        rows[1][9] = "By hand"
        rows[2][9] = None

    edit(copy, change)
    copy.replace(march)
    result = exported(exporting, job, tmp_path / f"out{march.suffix}", existing=existing, current_file=True)
    after = table(tmp_path / f"out{march.suffix}")
    assert (after[1]["Text"], after[2]["Text"]) == ("By hand", program.values(job)[4][6])
    assert result.kept == (((3, "Text"),) if existing is Existing.REPLACE else ())


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        ("a\nb", ("a\nb", "a\r\nb", " a\nb ")),
        ("=1+1", ("=1+1", "'=1+1")),
        (True, ("yes", "TRUE", "true")),
        (False, ("no", "FALSE")),
        (3, ("3", "3.0")),
        (0.1, ("0.1",)),
        (1234567890123.5, ("1234567890123.5",)),
        (dt.date(2026, 11, 21), ("2026-11-21",)),
        ("x" * 40_000, (("x" * 40_000),)),
    ],
)
def test_ways_in_which_a_file_gives_a_value_back(value: CellValue, cells: tuple[str, ...]) -> None:
    assert all(still_holds(cell, value) for cell in cells)
    assert not still_holds("by hand", value)


@pytest.mark.parametrize(
    ("value", "cell"), [("tool", "toy"), (3, "4"), (True, "no"), ("", "x"), (None, "x"), (0.1, "0.10001")]
)
def test_what_is_another_value(value: CellValue, cell: str) -> None:
    assert not still_holds(cell, value)


def test_a_key_that_was_there_twice_names_no_row(program: Rehearsal, exporting: Exporting, tmp_path: Path) -> None:
    """By it, what one row's answer was could be taken for another's."""
    march = tmp_path / "march.csv"
    march.write_text("Id,Name,Colour\n" + "".join(f"id{n % 2},thing {n},red\n" for n in range(6)), encoding="utf-8")
    first = finished(program, march)
    april = tmp_path / "april.csv"
    exported(exporting, first, april)
    job = program.jobs.new_draft("Job", RECIPE).id
    program.importing.load(job, april)(TaskControl())
    Continuing(program.store).choose(job, first, "Id")
    program.start(job)
    program.run(job)
    result = exported(exporting, job, tmp_path / "out.csv", existing=Existing.REPLACE)
    assert len(result.kept) == 6 * len(OUTPUTS)
