"""Keys of several workspaces: what one of them can't see exists all the same, and is never paid for again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from app.core.errors import Code
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.part import PartState
from app.practice.state import WORKSPACE
from app.services.estimating import Estimating
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CANCEL, CREATE, LIST, RETRIEVE, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 60
SECOND = "practice-second-key-of-the-same-workspace"
STRANGE = "key-of-another-workspace"


class Keyed(Rehearsal):
    """The program, with a key that can be changed."""

    key = ""

    def enter(self, key: str) -> None:
        """As Settings do with a new key."""
        self.key = key
        self.service.reconnect()
        self.jobs.account_changed()


@pytest.fixture
def program(tmp_path: Path, service: StandIn) -> Iterator[Keyed]:
    service.add_workspace(STRANGE)
    found = Keyed(tmp_path / "program", lambda: Connection(api_key=found.key, base_url=service.url), service.clock)
    found.key = service.key
    yield found
    found.close()


def once(program: Rehearsal, service: StandIn, job: Job) -> None:
    service.finish_all()
    assert job.state is JobState.FINISHED
    assert job.breakdown.count(Outcome.ANSWERED) == ROWS
    assert set(service.accepted_rows().values()) == {1}


def sent_and_unanswered(program: Rehearsal, service: StandIn, fault: be.Behaviour, part_rows: int = 13) -> str:
    """A job whose second part went out without a reply."""
    service.on(CREATE, fault, nth=2)
    job = program.job(ROWS, part_rows=part_rows)
    while service.count(CREATE) < 2:
        program.turn()
    return job


ARRIVED = pytest.mark.parametrize("arrived", [True, False], ids=["arrived", "lost"])


@ARRIVED
def test_an_unknown_send_is_not_settled_by_another_workspaces_list(
    program: Keyed, service: StandIn, arrived: bool
) -> None:
    job = sent_and_unanswered(program, service, be.Status(500, accept=arrived))
    program.enter(STRANGE)
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.SEND_UNKNOWN)
    assert "another workspace" in held.hold_message
    asked = service.count(LIST)
    program.turn(program.settle * 2)
    for _ in range(20):
        program.turn()
    assert service.count(LIST) <= asked + 1
    assert service.count(CREATE) == 2
    program.enter(service.key)
    once(program, service, program.run(job))


def test_it_stays_so_over_a_start_and_whoever_says_go_on(program: Keyed, service: StandIn) -> None:
    job = sent_and_unanswered(program, service, be.Drop(accept=True))
    program.key = STRANGE
    program.close()
    new = Keyed(program.folder, lambda: Connection(api_key=new.key, base_url=service.url), service.clock)
    new.key = STRANGE
    for _ in range(3):
        held = new.run(job)
        assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.SEND_UNKNOWN)
        new.turn(new.settle * 2)
        new.jobs.go_on(job)
    assert service.count(CREATE) == 2
    new.enter(service.key)
    once(new, service, new.run(job))
    new.close()


@ARRIVED
def test_another_key_of_the_same_workspace_goes_on_by_itself(program: Keyed, service: StandIn, arrived: bool) -> None:
    job = sent_and_unanswered(program, service, be.Status(500, accept=arrived))
    program.enter(SECOND)
    once(program, service, program.run(job))


@ARRIVED
def test_a_gateway_that_names_no_workspace_changes_nothing(program: Keyed, service: StandIn, arrived: bool) -> None:
    service.names_workspace = False
    job = sent_and_unanswered(program, service, be.Status(500, accept=arrived))
    assert program.jobs.parts(job)[1].workspace == ""
    once(program, service, program.run(job))


@ARRIVED
def test_a_list_that_names_no_workspace_proves_only_what_is_in_it(
    program: Keyed, service: StandIn, arrived: bool
) -> None:
    job = sent_and_unanswered(program, service, be.Status(500, accept=arrived))
    service.names_workspace = False
    ended = program.run(job)
    if not arrived:
        assert (ended.state, ended.hold) == (JobState.NEEDS_YOU, Code.SEND_UNKNOWN)
        assert service.count(CREATE) == 2
        service.names_workspace = True
        program.jobs.go_on(job)
        ended = program.run(job)
    once(program, service, ended)


def test_other_jobs_go_on_with_the_new_key(program: Keyed, service: StandIn) -> None:
    job = sent_and_unanswered(program, service, be.Drop(accept=True))
    program.enter(STRANGE)
    assert program.run(job).state is JobState.NEEDS_YOU
    other = program.job(ROWS)
    assert program.run(other).breakdown.count(Outcome.ANSWERED) == ROWS
    program.enter(service.key)
    once(program, service, program.run(job))


def test_answers_in_another_workspace_are_told_and_wait(program: Keyed, service: StandIn) -> None:
    job = program.job(ROWS)
    while len(service.batches) < 3:
        program.turn()
    sent = len(service.batches)
    assert 1 < sent < program.jobs.get(job).parts
    program.enter(STRANGE)
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.KEY_REFUSED)
    assert "another workspace" in held.hold_message
    for _ in range(30):
        program.turn(60.0)
    assert len(service.batches) == sent
    assert program.jobs.get(job).breakdown.count(Outcome.FAILED) == 0
    program.enter(service.key)
    once(program, service, program.run(job))


def test_a_job_is_not_sent_half_here_and_half_there(program: Keyed, service: StandIn) -> None:
    """Polls don't tell, for the moment: it is the next send that would go to another place."""
    job = program.job(ROWS, part_rows=10)
    while len(service.batches) < 3:
        program.turn()
    service.on(RETRIEVE, be.Status(500), times=10**6)
    program.key = STRANGE
    program.service.reconnect()
    for _ in range(10):
        program.turn()
    assert len(service.batches) == 3
    assert program.jobs.get(job).state is JobState.NEEDS_YOU
    service.behave()
    program.enter(service.key)
    once(program, service, program.run(job))


@pytest.mark.parametrize("known", ["sent", "unknown"])
def test_a_cancelled_job_ends_without_what_is_in_another_workspace(
    program: Keyed, service: StandIn, known: str
) -> None:
    service.service.duration = lambda _created_at, _size: 3600.0
    if known == "unknown":
        job = sent_and_unanswered(program, service, be.Drop(accept=True), part_rows=30)
    else:
        job = program.job(ROWS, part_rows=30)
        while len(service.batches) < 2:
            program.turn()
    program.enter(STRANGE)
    assert program.run(job).state is JobState.NEEDS_YOU
    program.jobs.cancel(job)
    ended = program.run(job)
    assert (ended.state, ended.hold) == (JobState.FINISHED, "")
    assert ended.breakdown.causes == {"out_of_reach": ROWS}
    parts = program.jobs.parts(job)
    assert all(part.out_of_reach and part.state is PartState.COLLECTED for part in parts)
    assert service.count(CREATE) == 2
    # They may have been paid for: that counts against a ceiling, and asking again is the user's own wish.
    assert program.jobs.ask_again(job, max_price=sum(part.at_most for part in parts)) == ROWS
    assert program.run(job).hold == Code.CEILING
    assert service.count(CREATE) == 2


def test_a_send_given_up_for_lost_is_looked_for_in_its_own_workspace_only(program: Keyed, service: StandIn) -> None:
    """In the other one a batch of that size and time is certainly somebody else's."""
    service.last(lambda _created_at, _size: 2_000.0)
    service.on(CREATE, be.Drop())
    job = program.job(20, part_rows=20)
    while not program.store.parts.in_state(PartState.UNKNOWN):
        program.turn()
    theirs = Keyed(program.folder / "theirs", lambda: Connection(STRANGE, service.url), service.clock)
    other = theirs.job(20, part_rows=20)
    theirs.turn()
    theirs.turn()
    while not program.store.parts.in_state(PartState.PLANNED):
        program.turn()
    program.enter(STRANGE)
    for _ in range(60):
        program.turn(10.0)
    assert [part.twin_of for part in program.jobs.parts(job)] == [None]
    assert service.count(CANCEL) == 0
    service.finish_all()
    assert theirs.run(other).breakdown.count(Outcome.ANSWERED) == 20
    assert program.run(job, seconds=20.0).breakdown.count(Outcome.ANSWERED) == 20
    theirs.close()


def test_the_checks_say_where_the_key_leads(program: Keyed, service: StandIn) -> None:
    estimating = Estimating(
        program.store, program.service, lambda: True, program.documents, practice=False, clock=program.clock
    )

    def said(job: str) -> tuple[str, str, str]:
        price = estimating.price(job)(TaskControl())
        first = estimating.checks(job, price)[0]
        return first.state, first.text, first.cure

    state, text, _cure = said(program.draft([["thing"]]))
    assert state == "passed"
    assert WORKSPACE in text
    program.run(program.job(3))
    assert said(program.draft([["another"]]))[0] == "passed"
    program.enter(STRANGE)
    state, text, cure = said(program.draft([["a third"]]))
    assert (state, cure) == ("warning", "key")
    assert "another workspace" in text
    assert WORKSPACE not in text
    service.names_workspace = False
    program.service.reconnect()
    assert said(program.draft([["a fourth"]]))[1] == "There is a key."
