"""A disk that fills up at each of the program's writes: nothing paid for is lost, and nothing is sent twice."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from app.core.errors import AppError, Code, ExitStatus, FileError, NeedsUser
from app.core.job import Job, JobState
from app.core.part import PartState
from app.practice.batch_store import BatchStore
from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from app.services.exporting import Exporting
from app.services.tasks import TaskControl
from app.store.arrivals import ArrivalStore
from app.store.cuts import CutStore
from app.store.jobs import JobStore
from app.store.parts import PartStore
from app.store.rows import RowStore
from tests.services.bills import ROWS, account
from tests.services.disks import FullDatabase, SmallDisk, mounted
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import CREATE, RESULTS, StandIn

pytestmark = pytest.mark.logs_warnings


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with mounted(tmp_path / "disk") as found:
        yield found


@pytest.fixture
def aboard(disk: SmallDisk, service: StandIn) -> Iterator[Rehearsal]:
    """The program with its profile on the small disk."""
    connection = Connection(api_key=service.key, base_url=service.url)
    service.clock.stand_still()
    found = Rehearsal(disk.folder / "profile", lambda: connection, service.clock)
    yield found
    found.close()


def turns(program: Rehearsal, count: int) -> list[AppError]:
    """Turns of the poller, and what stopped those that something stopped."""
    found: list[AppError] = []
    for _ in range(count):
        try:
            program.turn()
        except AppError as error:
            found.append(error)
    return found


def said(program: Rehearsal, job: str, errors: list[AppError]) -> set[str]:
    """What was told of the trouble: on the job, or where even that could not be written, as the poller's."""
    held = program.jobs.get(job).hold
    return {str(error.code) for error in errors} | ({held} if held else set())


def always(*_args: object, **_kwargs: object) -> bool:
    return True


def move_to(state: PartState) -> Callable[..., bool]:
    return lambda _store, _job, _number, to, **_changes: to is state


WRITES: dict[str, tuple[type, str, Callable[..., bool]]] = {
    "plan rows": (RowStore, "plan_rows", always),
    "plan requests": (RowStore, "plan_requests", always),
    "rows planned": (JobStore, "rows_planned", always),
    "plan a part": (CutStore, "plan", lambda _store, _job, number, *_more, **_named: number == 3),
    "planned": (JobStore, "planned", always),
    "intent": (PartStore, "move", move_to(PartState.INTENDED)),
    "sent": (PartStore, "move", move_to(PartState.SENT)),
    "ended": (PartStore, "move", move_to(PartState.ENDED)),
    "collect": (ArrivalStore, "collect", always),
    "end of the job": (JobStore, "ended", always),
}


@pytest.mark.parametrize("all_else", [False, True], ids=["one write", "every write from then on"])
@pytest.mark.parametrize("write", WRITES)
def test_a_database_that_can_not_grow(
    program: Rehearsal,
    service: StandIn,
    undisturbed: dict[int, tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
    write: str,
    all_else: bool,
) -> None:
    job = program.job(ROWS)
    full = FullDatabase(monkeypatch)
    full.at(*WRITES[write], all_else=all_else)
    errors = turns(program, 50)
    assert said(program, job, errors) >= {Code.DISK_FULL}
    sent = service.count(CREATE)
    errors = turns(program, 30)
    if all_else:
        assert {error.code for error in errors} <= {Code.DISK_FULL}
        assert service.count(CREATE) == sent
    monkeypatch.undo()
    program.turn()
    program.jobs.go_on(job)
    account(program, service, program.run(job), undisturbed)


def test_an_accepted_part_that_could_not_be_noted_is_adopted(
    program: Rehearsal,
    service: StandIn,
    undisturbed: dict[int, tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    job = program.job(ROWS)
    full = FullDatabase(monkeypatch)
    full.at(PartStore, "move", move_to(PartState.SENT), all_else=True)
    errors = turns(program, 10)
    assert errors
    assert errors[0].exit_status == ExitStatus.NEEDS_USER
    assert len(service.batches) == 1
    monkeypatch.undo()
    survivor = program.again()
    survivor.turn()
    assert [part.state for part in survivor.jobs.parts(job)[:2]] == [PartState.SENT, PartState.PLANNED]
    assert not survivor.jobs.parts(job)[0].confirmed
    account(survivor, service, survivor.run(job), undisturbed)
    survivor.close()


def test_answers_that_find_no_room_are_not_fetched_again_and_again(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.job(ROWS)
    full = FullDatabase(monkeypatch)
    full.at(ArrivalStore, "collect", always, all_else=True)
    while not service.count(RESULTS):
        program.turn()
    for _ in range(100):
        with contextlib.suppress(NeedsUser):
            program.turn(0.01)
    # Now and then in all that time, not at each of the turns.
    assert service.count(RESULTS) <= 4


def test_calls_that_found_no_room_are_forgotten_once_there_is_some(
    program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several at once came back to a full disk; each would need the user, one after the other."""
    job = program.job(ROWS)
    while program.jobs.get(job).state is not JobState.RUNNING:
        program.turn()
    full = FullDatabase(monkeypatch)
    full.full = True
    service.finish_all()
    program.turn(2.0)
    with pytest.raises(NeedsUser):
        program.turn()
    monkeypatch.undo()
    program.jobs.go_on(job)
    account(program, service, program.run(job), undisturbed)


@pytest.mark.parametrize("after", range(1, 46, 6))
def test_a_full_disk_at_any_moment_of_a_job(
    disk: SmallDisk, aboard: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], after: int
) -> None:
    """Database and download alike live on the disk; it fills up after so many turns and is emptied later."""
    job = aboard.job(ROWS)
    assert not turns(aboard, after)
    disk.fill()
    errors = turns(aboard, 40)
    assert said(aboard, job, errors) <= {Code.DISK_FULL, Code.SEND_UNKNOWN}
    disk.make_room()
    aboard.turn()
    aboard.jobs.go_on(job)
    account(aboard, service, aboard.run(job), undisturbed)


def test_a_full_disk_and_a_new_start(
    disk: SmallDisk, aboard: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    job = aboard.job(ROWS)
    turns(aboard, 3)
    disk.fill()
    assert said(aboard, job, turns(aboard, 60)) >= {Code.DISK_FULL}
    survivor = aboard.again()
    assert {error.code for error in turns(survivor, 10)} == {Code.DISK_FULL}
    disk.make_room()
    survivor.turn()
    survivor.jobs.go_on(job)
    account(survivor, service, survivor.run(job), undisturbed)
    survivor.close()


def test_a_spool_that_finds_no_room(
    disk: SmallDisk, program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]]
) -> None:
    program.poller._errands.downloads = disk.folder / "downloads"
    job = program.job(ROWS)
    disk.fill()
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.DISK_FULL)
    assert "disk" in held.hold_message
    disk.make_room()
    program.jobs.go_on(job)
    account(program, service, program.run(job), undisturbed)


def test_a_file_that_finds_no_room_in_the_profile(disk: SmallDisk, aboard: Rehearsal, tmp_path: Path) -> None:
    source = tmp_path / "names.csv"
    source.write_text("Name\n" + "".join(f"thing {n}\n" for n in range(400_000)), encoding="utf-8")
    job = aboard.jobs.new_draft().id
    with pytest.raises(NeedsUser) as caught:
        aboard.importing.load(job, source)(TaskControl())
    assert caught.value.code is Code.DISK_FULL
    assert aboard.importing.copy_of(job) is None
    assert not list((aboard.folder / "sources").iterdir())
    assert aboard.jobs.row_count(job) == 0


def test_rows_that_find_no_room_leave_no_half_sheet(disk: SmallDisk, aboard: Rehearsal, tmp_path: Path) -> None:
    """The copy fits, the rows in the database don't."""
    source = tmp_path / "names.csv"
    source.write_text("Name\n" + "".join(f"{n}\n" for n in range(90_000)), encoding="utf-8")
    job = aboard.jobs.new_draft().id
    with pytest.raises(NeedsUser) as caught:
        aboard.importing.load(job, source)(TaskControl())
    assert caught.value.code is Code.DISK_FULL
    assert aboard.jobs.draft(job).info is None
    assert aboard.jobs.row_count(job) == 0
    with pytest.raises(AppError):
        aboard.estimating.price(job)(TaskControl())


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx"])
def test_an_export_that_finds_no_room(
    disk: SmallDisk, program: Rehearsal, service: StandIn, undisturbed: dict[int, tuple[object, ...]], ending: str
) -> None:
    job = program.run(program.job(ROWS))
    exporting = Exporting(program.store, program.importing, practice=False)
    target = disk.folder / f"out{ending}"
    target.write_text("an earlier file")
    disk.fill()
    with pytest.raises(FileError) as caught:
        exporting.export(job.id, target, overwrite=True)(TaskControl())
    assert caught.value.exit_status == ExitStatus.UNUSABLE
    assert target.read_text() == "an earlier file"
    assert sorted(path.name for path in disk.folder.iterdir()) == ["ballast", target.name]
    kept: Job = program.jobs.get(job.id)
    account(program, service, kept, undisturbed)
    disk.make_room()
    assert exporting.export(job.id, target, overwrite=True)(TaskControl()).rows == ROWS


def test_a_practice_service_that_finds_no_room(
    tmp_path: Path, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Practice keeps its batches in the profile: they may find no room either."""
    practice = PracticeService(tmp_path / "practice", clock=service.clock)
    connection = Connection("practice", "http://practice.invalid", transport=PracticeTransport(practice))
    service.clock.stand_still()
    program = Rehearsal(tmp_path / "program", lambda: connection, service.clock, settle=1.0)
    job = program.job(ROWS)
    monkeypatch.setattr(BatchStore, "add", no_room)
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.DISK_FULL)
    monkeypatch.undo()
    program.jobs.go_on(job)
    assert program.run(job).breakdown.as_counts()["answered"] == ROWS
    assert len(practice.store.newest(1000)) == len(program.jobs.parts(job))
    program.close()


def no_room(*_args: object, **_kwargs: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
