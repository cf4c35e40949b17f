"""Jobs that go to another computer as a file, and copies as drafts."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from app.core.errors import FileError, InputError
from app.core.job import JobState
from app.core.part import PartState
from app.core.row_choice import RowChoice
from app.services.exporting import Exporting
from app.services.moving import Moving
from app.services.steps import Steps
from app.services.tasks import Cancelled, TaskControl
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.services.test_chains import CHAIN, chain_of, first_ended, run_all
from tests.stand_in.stand_in import StandIn

ROWS = 12


def moving(program: Rehearsal, *, practice: bool = False) -> Moving:
    return Moving(program.store, program.hub, lambda job: program.folder / "sources" / job, practice=practice)


@pytest.fixture
def other(program: Rehearsal, tmp_path: Path) -> Iterator[Rehearsal]:
    """Another computer, with the same account."""
    folder = tmp_path / "other"
    folder.mkdir()
    made = Rehearsal(folder, program.connect, program.clock)
    yield made
    made.close()


def lines_of(path: Path) -> list[dict]:
    return [orjson.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def write(path: Path, lines: list[dict]) -> Path:
    path.write_bytes(gzip.compress(b"\n".join(map(orjson.dumps, lines)) + b"\n"))
    return path


def finished(program: Rehearsal, tmp_path: Path) -> str:
    source = tmp_path / "names.csv"
    source.write_text("Name\n" + "".join(f"thing {number % 9} \u00e9\n" for number in range(ROWS)), encoding="utf-8")
    job = program.jobs.new_draft("Mine").id
    program.importing.load(job, source)(TaskControl())
    program.jobs.save_recipe(job, RECIPE)
    program.start(job)
    program.run(job)
    return job


def test_an_ended_job_arrives_with_everything_and_nothing_is_sent(
    program: Rehearsal, other: Rehearsal, service: StandIn, tmp_path: Path
) -> None:
    job = finished(program, tmp_path)
    path = moving(program).save(job, tmp_path / "mine.batchsheet")(TaskControl())
    asked = len(service.calls)
    there = moving(other).load(path)(TaskControl())
    for _ in range(30):
        other.turn(60)
    assert len(service.calls) == asked
    before, after = program.jobs.get(job), other.jobs.get(there)
    assert (after.name, after.state, after.cost) == ("Mine", JobState.FINISHED, before.cost)
    assert after.breakdown == before.breakdown
    assert other.values(there) == program.values(job)
    assert other.jobs.row_detail(there, 3).prompt == program.jobs.row_detail(job, 3).prompt
    copy = other.importing.copy_of(there)
    assert copy is not None
    assert copy.read_bytes() == program.importing.copy_of(job).read_bytes()


def test_what_was_sent_elsewhere_is_nobodys_here(program: Rehearsal, other: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, tmp_path)
    batches = {part.batch_id for part in program.jobs.parts(job)}
    path = moving(program).save(job, tmp_path / "mine.batchsheet")(TaskControl())
    there = moving(other).load(path)(TaskControl())
    assert {part.batch_id for part in other.jobs.parts(there)} == {""}
    assert batches <= other.store.batches.owned()


def test_a_job_under_way_stays_where_it_is(program: Rehearsal, tmp_path: Path) -> None:
    job = program.job(ROWS)
    target = tmp_path / "mine.batchsheet"
    with pytest.raises(InputError, match="under way"):
        moving(program).save(job, target)(TaskControl())
    assert list(tmp_path.glob("*.batchsheet*")) == []


def test_a_name_that_is_just_short_enough_is_one(program: Rehearsal, tmp_path: Path) -> None:
    job = program.jobs.new_draft("Mine").id
    target = tmp_path / f"{'あ' * 81}.batchsheet"
    assert moving(program).save(job, target)(TaskControl()) == target


def test_a_draft_moves_as_a_draft(program: Rehearsal, other: Rehearsal, tmp_path: Path) -> None:
    job = program.draft([["one \ud800"], ["two"]])
    path = moving(program).save(job, tmp_path / "d.batchsheet")(TaskControl())
    there = moving(other).load(path)(TaskControl())
    # Whose folders these are nobody knows there: none may be sent from unasked.
    assert other.jobs.draft(there) == replace(program.jobs.draft(job), attach_from=())
    assert list(other.jobs.rows(there, 0, 9)) == list(program.jobs.rows(job, 0, 9))
    other.start(there)
    assert other.run(there).breakdown.settled == 2


def test_the_file_holds_no_key(program: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, tmp_path)
    path = moving(program).save(job, tmp_path / "mine.batchsheet")(TaskControl())
    text = gzip.decompress(path.read_bytes()).decode()
    assert "sk-ant" not in text
    assert program.connect().api_key not in text


def harm(lines: list[dict], kind: str) -> list[dict]:
    tables = {line["table"]: line for line in lines if "table" in line}
    parts, requests = tables["parts"], tables["requests"]
    match kind:
        case "not whole":
            return lines[:-1]
        case "under way":
            lines[0]["job"]["state"] = str(JobState.SENDING)
        case "part to be sent":
            parts["rows"][0][parts["columns"].index("state")] = str(PartState.PLANNED)
        case "request to be sent":
            requests["rows"][0][requests["columns"].index("part")] = None
        case "no outcome":
            requests["rows"][0][requests["columns"].index("outcome")] = None
        case "a draft with parts":
            lines[0]["job"]["state"] = str(JobState.DRAFT)
        case "a column of another version":
            parts["columns"][0] = "name = 'x'; --"
        case "a table of ours":
            parts["table"] = "foreign_batches"
        case "a way out":
            lines.insert(1, {"file": "../../outside.txt", "data": "eA=="})
        case "newer":
            lines[0]["batchsheet_job"] = 2
        case "made up":
            lines[0]["practice"] = True
        case "no recipe":
            lines[0]["job"]["recipe"] = "{}"
        case "an answer that is none":
            answers = tables["answers"]
            answers["rows"][0][answers["columns"].index("result")] = {"b": "eA=="}
        case "an outcome that is none":
            requests["rows"][0][requests["columns"].index("outcome")] = "answered twice"
        case "an origin that is none":
            parts["rows"][0][parts["columns"].index("origin")] = "elsewhere"
        case "counts of nothing":
            lines[0]["job"]["counts"] = '{"outcomes": {"x": 12}}'
        case "cells that are none":
            rows = tables["sheet_rows"]
            rows["rows"][0][rows["columns"].index("cells")] = {"b": "eA=="}
    return lines


@pytest.mark.parametrize(
    "kind",
    [
        "not whole", "under way", "part to be sent", "request to be sent", "no outcome", "a draft with parts",
        "a column of another version", "a table of ours", "a way out", "newer", "made up", "no recipe",
        "an answer that is none", "cells that are none", "an outcome that is none", "an origin that is none",
        "counts of nothing",
    ],
)  # fmt: skip
def test_a_file_that_is_not_what_it_should_be_leaves_nothing(
    program: Rehearsal, other: Rehearsal, tmp_path: Path, kind: str
) -> None:
    job = finished(program, tmp_path)
    path = moving(program).save(job, tmp_path / "mine.batchsheet")(TaskControl())
    write(path, harm(lines_of(path), kind))
    with pytest.raises(FileError):
        moving(other).load(path)(TaskControl())
    assert other.jobs.list() == []
    assert not list((other.folder).rglob("outside.txt"))
    with sqlite3.connect(other.folder / "jobs.sqlite") as connection:
        assert connection.execute("SELECT COUNT(*) FROM sheet_rows").fetchone()[0] == 0
    connection.close()


@pytest.mark.parametrize("content", [b"", b"no job", gzip.compress(b"[]\n"), gzip.compress(b"{}\n")[:-9]])
def test_another_file_is_said_to_be_no_job(program: Rehearsal, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.batchsheet"
    path.write_bytes(content)
    with pytest.raises(FileError, match="no job of Batchsheet"):
        moving(program).load(path)(TaskControl())
    assert program.jobs.list() == []


def test_a_copy_is_a_draft_that_goes_its_own_way(program: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, tmp_path)
    copy = moving(program).duplicate(job, "Mine, copy")(TaskControl())
    found = program.jobs.get(copy)
    assert (found.name, found.state, found.cost) == ("Mine, copy", JobState.DRAFT, 0)
    assert program.jobs.draft(copy) == program.jobs.draft(job)
    program.deleting.delete(job)
    assert len(program.jobs.rows(copy, 0, 100)) == ROWS
    assert program.importing.copy_of(copy) is not None
    program.start(copy)
    assert program.run(copy).breakdown.settled == ROWS


def test_a_copy_of_some_rows_never_stands_there_with_others(
    program: Rehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a process leaves that dies between the two: a draft that has no sheet yet."""
    job = finished(program, tmp_path)
    others: list[int] = []
    drafts = program.store.drafts
    save = drafts.save_rows

    def look_from_outside(copy: str, rows: RowChoice) -> bool:
        done = save(copy, rows)
        with sqlite3.connect(program.store.database.path) as other:
            others.extend(other.execute("SELECT info IS NULL FROM jobs WHERE id = ?", (copy,)).fetchone())
        other.close()
        return done

    monkeypatch.setattr(drafts, "save_rows", look_from_outside)
    copy = moving(program).duplicate(job, "Mine, some", RowChoice.of([2, 3]))(TaskControl())
    assert others == [1]
    assert program.jobs.draft(copy).rows == RowChoice.of([2, 3])


def test_stopping_leaves_nothing_behind(program: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, tmp_path)
    control = TaskControl()
    control.stop()
    for work in (moving(program).duplicate(job, "x"), moving(program).save(job, tmp_path / "y.batchsheet")):
        with pytest.raises(Cancelled):
            work(control)
    assert [one.id for one in program.jobs.list()] == [job]
    assert list(tmp_path.glob("y.*")) == []


def chain(program: Rehearsal, tmp_path: Path) -> list[str]:
    """A chain that has ended, over a file."""
    source = tmp_path / "names.csv"
    source.write_text("Name\n" + "".join(f"thing {number}\n" for number in range(ROWS)), encoding="utf-8")
    job = program.jobs.new_draft("Letters").id
    program.importing.load(job, source)(TaskControl())
    program.jobs.save_recipe(job, CHAIN)
    program.start(job)
    run_all(program, job)
    return chain_of(program, job)


def exported(program: Rehearsal, job: str, target: Path) -> str:
    Exporting(program.store, program.importing, practice=False).export(job, target, overwrite=False)(TaskControl())
    return target.read_text("utf-8")


def test_a_chain_arrives_as_a_chain(program: Rehearsal, other: Rehearsal, service: StandIn, tmp_path: Path) -> None:
    steps = chain(program, tmp_path)
    asked = len(service.calls)
    path = moving(program).save(steps[1], tmp_path / "chain.batchsheet")(TaskControl())
    first = moving(other).load(path)(TaskControl())
    there = chain_of(other, first)
    assert there[0] == first
    assert not set(there) & set(steps)
    assert [other.values(one) for one in there] == [program.values(one) for one in steps]
    assert [other.jobs.get(one).breakdown for one in there] == [program.jobs.get(one).breakdown for one in steps]
    assert exported(other, there[1], tmp_path / "there.csv") == exported(program, steps[0], tmp_path / "here.csv")
    hang_together, as_before = Steps(other.store, other.hub), Steps(program.store, program.hub)
    assert hang_together.price(there[2]) == as_before.price(steps[2])
    assert hang_together.counts(first) == as_before.counts(steps[0])
    assert [other.jobs.draft(one).earlier[-1].job for one in there[1:]] == there[:2]
    for here, before in zip(there, steps, strict=True):
        assert {there[steps.index(name)] if name else "" for name in lacking(program, before)} == lacking(other, here)
    assert len(service.calls) == asked
    other.deleting.delete(there[1])
    assert other.jobs.list() == []


def lacking(program: Rehearsal, job: str) -> set[str]:
    return {name for names in program.store.steps.lacking(job).values() for name in names}


def test_a_chain_under_way_stays_where_it_is(program: Rehearsal, tmp_path: Path) -> None:
    job = program.draft([[f"thing {number}"] for number in range(ROWS)], CHAIN)
    program.start(job)
    first_ended(program, job)
    with pytest.raises(InputError, match="under way"):
        moving(program).save(job, tmp_path / "chain.batchsheet")(TaskControl())
    assert list(tmp_path.glob("*.batchsheet*")) == []


@pytest.mark.parametrize(
    "link",
    [
        {"earlier": '[["nosuch", 1, 1]]'},
        {"earlier": "7"},
        {"earlier": '[["x"]]'},
        {"step": "one"},
        {"agreed_price": "[]"},
        {"id": None},
    ],
)
def test_a_chain_that_can_not_be_one_leaves_nothing(
    program: Rehearsal, other: Rehearsal, tmp_path: Path, link: dict
) -> None:
    steps = chain(program, tmp_path)
    path = moving(program).save(steps[0], tmp_path / "chain.batchsheet")(TaskControl())
    lines = lines_of(path)
    last = [line for line in lines if "job" in line][-1]
    last["job"]["link"] |= link
    if link == {"id": None}:
        del last["job"]["link"]
    with pytest.raises(FileError):
        moving(other).load(write(tmp_path / "broken.batchsheet", lines))(TaskControl())
    assert other.jobs.list() == []
