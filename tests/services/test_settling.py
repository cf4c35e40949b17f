"""What a list of batches says of a send that nobody answered: decision by decision, on a real store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from app.batch_api.client import Connection
from app.core.batch import Batch
from app.core.custom_id import custom_id_stem
from app.core.errors import Code, NeedsUser, ServiceTrouble, Trouble
from app.core.part import Part, PartState
from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from app.services.documents import Documents
from app.services.planning import plan
from app.services.recovery import LOOK_BACK, adopt_late, look_for_twin, resolve
from app.services.sending import send_part
from app.services.service import Service, TimedListing
from app.services.tasks import TaskControl
from app.store.store import Store
from tests.services.looking_here import LookHere
from tests.services.rehearsal import Rehearsal
from tests.services.scripted import HERE, Scripted

pytestmark = pytest.mark.logs_warnings

SENT = 5_000.0
SETTLE = 120.0
ROWS = 20
DROPPED = ServiceTrouble(Trouble.DROPPED, "It broke off.")


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A profile with two jobs of one part each, of the same size, and the jobs' names."""
    folder = tmp_path_factory.mktemp("planned")
    practice = PracticeService(folder / "practice")
    connection = Connection("practice", "http://practice.invalid", transport=PracticeTransport(practice))
    program = Rehearsal(folder / "program", lambda: connection, practice.clock)  # type: ignore[arg-type]
    jobs = [program.job(ROWS, part_rows=ROWS) for _ in range(2)]
    for job in jobs:
        plan(program.store, program.jobs.get(job), TaskControl(), program.documents)
    program.close()
    return folder / "program", jobs


@pytest.fixture
def store(planned: tuple[Path, list[str]], tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(planned[0], tmp_path / "profile")
    found = Store(tmp_path / "profile" / "jobs.sqlite")
    yield found
    found.close()


@pytest.fixture
def job(planned: tuple[Path, list[str]]) -> str:
    return planned[1][0]


@pytest.fixture
def other(planned: tuple[Path, list[str]]) -> str:
    return planned[1][1]


def in_doubt(store: Store, job: str, **more: object) -> Part:
    """A part whose send at ``SENT`` was not answered."""
    intent = {"intended_at": SENT, "workspace": HERE} | more
    store.parts.move(job, 1, PartState.INTENDED, **intent)
    return store.parts.move(job, 1, PartState.UNKNOWN)


def lost(store: Store, job: str, **more: object) -> Part:
    """The same, given up for lost since."""
    in_doubt(store, job)
    return store.parts.move(job, 1, PartState.PLANNED, **({"doubted_at": SENT, "doubted_in": HERE} | more))


def sent_again(store: Store, job: str, at: float = SENT + 200.0, **more: object) -> Part:
    """The same, sent a second time since."""
    lost(store, job)
    store.parts.move(job, 1, PartState.INTENDED, intended_at=at)
    own = {"batch_id": "second", "sent_at": at, "confirmed": 1, "workspace": HERE} | more
    return store.parts.move(job, 1, PartState.SENT, **own)


def batch(name: str, at: float = SENT, size: int = ROWS, status: str = "in_progress") -> Batch:
    return Batch(name, status, at, expires_at=at + 86_400.0, processing=size)


def answers_of(job: str, part: int = 1) -> list[bytes]:
    return [orjson.dumps({"custom_id": f"{custom_id_stem(job, part)}{row}"}) for row in range(2, 2 + ROWS)]


# A send in doubt ---------------------------------------------------------------------------------


def test_what_is_found_is_taken_for_the_time_being(store: Store, job: str) -> None:
    part = in_doubt(store, job, missed_at=SENT + 1.0, failures=3)
    service = Scripted([batch("ours", SENT + 2.0)])
    found = resolve(store, service.service, part, SETTLE)
    assert (found.state, found.batch_id, found.confirmed) == (PartState.SENT, "ours", False)
    assert (found.sent_at, found.expires_at) == (SENT + 2.0, SENT + 2.0 + 86_400.0)
    assert (found.workspace, found.failures) == (HERE, 0)
    assert service.listed_from == [SENT - LOOK_BACK]


def test_the_one_nearest_to_the_send_is_taken_whatever_the_order(store: Store, job: str) -> None:
    part = in_doubt(store, job)
    service = Scripted([batch("late", SENT + 90.0), batch("near", SENT - 3.0), batch("early", SENT - 400.0)])
    assert resolve(store, service.service, part, SETTLE).batch_id == "near"


def test_where_no_time_was_known_the_newest_is_taken_of_all_there_are(store: Store, job: str) -> None:
    part = in_doubt(store, job, intended_at=0.0)
    service = Scripted([batch("new", SENT + 90.0), batch("old", SENT)])
    assert resolve(store, service.service, part, SETTLE).batch_id == "new"
    assert service.listed_from == [-LOOK_BACK]


def test_neither_another_size_nor_what_is_somebodys_is_taken(store: Store, job: str, other: str) -> None:
    part = in_doubt(store, job)
    store.parts.move(other, 1, PartState.INTENDED)
    store.parts.move(other, 1, PartState.SENT, batch_id="theirs", confirmed=1)
    store.batches.add_foreign("foreign")
    service = Scripted([batch("theirs"), batch("foreign"), batch("larger", size=ROWS + 1), batch("smaller", size=1)])
    found = resolve(store, service.service, part, SETTLE)
    assert (found.state, found.missed_at) == (PartState.UNKNOWN, service.now)


@pytest.mark.parametrize(("later", "given_up"), [(SETTLE - 1.0, False), (SETTLE, True)])
def test_two_lists_without_it_far_enough_apart_settle_it(store: Store, job: str, later: float, given_up: bool) -> None:
    part = in_doubt(store, job)
    service = Scripted(now=6_000.0)
    part = resolve(store, service.service, part, SETTLE)
    assert (part.state, part.missed_at) == (PartState.UNKNOWN, 6_000.0)
    service.now += later
    part = resolve(store, service.service, part, SETTLE)
    assert part.state is (PartState.PLANNED if given_up else PartState.UNKNOWN)
    assert part.missed_at == (None if given_up else 6_000.0)
    assert (part.doubted_at, part.doubted_in) == ((SENT, HERE) if given_up else (None, ""))


def test_given_up_twice_it_is_still_the_first_send_from_which_on_it_is_looked_for(store: Store, job: str) -> None:
    part = in_doubt(store, job, missed_at=6_000.0, doubted_at=1_000.0, doubted_in="wrkspc_before")
    part = resolve(store, Scripted(now=7_000.0).service, part, SETTLE)
    assert part.state is PartState.PLANNED
    assert (part.doubted_at, part.doubted_in) == (1_000.0, "wrkspc_before")


@pytest.mark.parametrize(("missed", "comparable_from"), [(6_000.0, 6_001.0), (9_001.0, 0.0), (-1e9, 0.0)])
def test_lists_between_which_nobody_knows_the_time_settle_nothing(
    store: Store, job: str, missed: float, comparable_from: float
) -> None:
    part = in_doubt(store, job, missed_at=missed)
    part = resolve(store, Scripted(now=9_000.0, comparable_from=comparable_from).service, part, SETTLE)
    assert (part.state, part.missed_at) == (PartState.UNKNOWN, 9_000.0)


@pytest.mark.parametrize("missed", [6_000.0, 6_000.0 + SETTLE])
def test_lists_at_the_edge_of_what_can_be_compared_count(store: Store, job: str, missed: float) -> None:
    part = in_doubt(store, job, missed_at=missed)
    service = Scripted(now=6_000.0 + SETTLE, comparable_from=6_000.0)
    part = resolve(store, service.service, part, SETTLE)
    assert part.missed_at == (None if missed == 6_000.0 else missed)


def test_another_workspaces_list_says_nothing(store: Store, job: str) -> None:
    part = in_doubt(store, job)
    with pytest.raises(NeedsUser) as caught:
        resolve(store, Scripted([batch("ours")], workspace="wrkspc_there").service, part, SETTLE)
    assert caught.value.code is Code.SEND_UNKNOWN
    assert store.parts.get(job, 1) == part


def test_a_list_of_nobody_knows_whom_proves_only_what_is_in_it(store: Store, job: str) -> None:
    part = in_doubt(store, job)
    with pytest.raises(NeedsUser):
        resolve(store, Scripted(workspace="").service, part, SETTLE)
    assert store.parts.get(job, 1) == part
    found = resolve(store, Scripted([batch("ours")], workspace="").service, part, SETTLE)
    assert (found.batch_id, found.workspace) == ("ours", HERE)


def test_where_no_reply_names_a_workspace_any_list_counts(store: Store, job: str) -> None:
    part = in_doubt(store, job, workspace="", missed_at=6_000.0)
    assert resolve(store, Scripted(workspace="", now=7_000.0).service, part, SETTLE).state is PartState.PLANNED


def test_what_is_found_is_known_to_be_where_the_list_is_from(store: Store, job: str) -> None:
    part = in_doubt(store, job, workspace="")
    assert resolve(store, Scripted([batch("ours")]).service, part, SETTLE).workspace == HERE


def test_one_whose_size_is_not_said_is_waited_for_until_its_ids_can_be_seen(store: Store, job: str) -> None:
    part = in_doubt(store, job, missed_at=6_000.0)
    service = Scripted([batch("bare", size=0)], now=7_000.0)
    part = resolve(store, service.service, part, SETTLE)
    assert (part.state, part.missed_at) == (PartState.UNKNOWN, 7_000.0)
    service.batches = [batch("bare", size=0, status="ended")]
    service.now = 8_000.0
    service.lines["bare"] = DROPPED
    part = resolve(store, service.service, part, SETTLE)
    assert (part.state, part.missed_at) == (PartState.UNKNOWN, 8_000.0)
    service.lines["bare"] = answers_of(job)
    assert resolve(store, service.service, part, SETTLE).batch_id == "bare"


def test_one_without_a_size_that_is_somebody_elses_holds_nothing_up(store: Store, job: str) -> None:
    part = in_doubt(store, job, missed_at=6_000.0)
    service = Scripted([batch("bare", size=0, status="ended")], now=7_000.0)
    service.lines["bare"] = answers_of("somebodyelse")
    assert resolve(store, service.service, part, SETTLE).state is PartState.PLANNED


HELD = {
    "provisionally": ({"confirmed": 0}, PartState.UNKNOWN),
    "for certain": ({"confirmed": 1}, PartState.PLANNED),
    "of another size": ({"confirmed": 0, "requests": ROWS + 1}, PartState.PLANNED),
    "a second copy": ({"confirmed": 0, "twin_of": 1}, PartState.PLANNED),
}


@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize("held", HELD)
def test_another_part_may_hold_this_ones_batch_by_mistake(
    store: Store, job: str, other: str, held: str, ended: bool
) -> None:
    part = in_doubt(store, job, missed_at=6_000.0)
    changes, state = HELD[held]
    store.parts.move(other, 1, PartState.INTENDED)
    store.parts.move(other, 1, PartState.SENT, batch_id="held", **changes)
    if ended:
        store.parts.move(other, 1, PartState.ENDED)
    assert resolve(store, Scripted(now=7_000.0).service, part, SETTLE).state is state


# One that was given up for lost, before it leaves again ------------------------------------------


def test_two_that_look_at_once_never_take_the_same_batch(store: Store, job: str, other: str) -> None:
    mine, theirs = in_doubt(store, job), in_doubt(store, other)
    service = Scripted([batch("one")])

    class Beside(Scripted):
        def list_since(self, created_after: float) -> TimedListing:
            found = super().list_since(created_after)
            assert resolve(store, service.service, theirs, SETTLE).batch_id == "one"
            return found

    assert resolve(store, Beside([batch("one")]).service, mine, SETTLE).state is PartState.UNKNOWN


def test_before_it_leaves_again_it_is_looked_for_once_more(store: Store, job: str) -> None:
    part = lost(store, job, failures=2)
    service = Scripted([batch("far", SENT + 300.0), batch("ours", SENT + 1.0)])
    assert adopt_late(store, service.service, part)
    found = store.parts.get(job, 1)
    assert (found.state, found.batch_id, found.confirmed, found.failures) == (PartState.SENT, "ours", False, 0)
    assert (found.intended_at, found.doubted_at, found.workspace) == (SENT, SENT, HERE)
    assert service.listed_from == [SENT - LOOK_BACK]


MISSED = {
    "of another size": batch("other", size=ROWS + 1),
    "made later": batch("later", SENT + LOOK_BACK + 0.5),
    "made before": batch("before", SENT - LOOK_BACK - 0.5),
    "somebody's": batch("theirs"),
}


@pytest.mark.parametrize("what", MISSED)
def test_what_can_not_be_it_is_left_alone(store: Store, job: str, what: str) -> None:
    part = lost(store, job)
    store.batches.add_foreign("theirs")
    assert not adopt_late(store, Scripted([MISSED[what]]).service, part)
    assert store.parts.get(job, 1) == part


@pytest.mark.parametrize("at", [SENT - LOOK_BACK, SENT + LOOK_BACK, SENT + 20_000.0 + LOOK_BACK])
def test_it_may_be_the_first_or_the_last_of_the_sends_that_were_given_up(store: Store, job: str, at: float) -> None:
    lost(store, job)
    store.parts.move(job, 1, PartState.INTENDED, intended_at=SENT + 20_000.0)
    store.parts.move(job, 1, PartState.UNKNOWN)
    part = store.parts.move(job, 1, PartState.PLANNED)
    assert adopt_late(store, Scripted([batch("ours", at)]).service, part)
    assert store.parts.get(job, 1).batch_id == "ours"


def test_it_is_not_looked_for_in_another_workspace(store: Store, job: str) -> None:
    part = lost(store, job)
    assert not adopt_late(store, Scripted([batch("ours")], workspace="wrkspc_there").service, part)
    assert store.parts.get(job, 1) == part


@pytest.mark.parametrize(("doubted_in", "listed", "known"), [("", HERE, HERE), (HERE, "", HERE), ("", "", "")])
def test_a_workspace_that_is_not_named_may_be_any(
    store: Store, job: str, doubted_in: str, listed: str, known: str
) -> None:
    part = lost(store, job, doubted_in=doubted_in)
    assert adopt_late(store, Scripted([batch("ours")], workspace=listed).service, part)
    assert store.parts.get(job, 1).workspace == known


# One that turns up beside the send that took its place -------------------------------------------


def test_a_first_send_that_has_ended_takes_the_place_of_the_second(store: Store, job: str) -> None:
    part = sent_again(store, job)
    first = replace(batch("first", SENT + 1.0, status="ended"), workspace="wrkspc_named")
    service = Scripted([first], lines={"first": answers_of(job)})
    assert look_for_twin(store, service.service, part)
    own, twin = store.parts.of_job(job)
    assert (own.batch_id, own.sent_at, own.expires_at) == ("first", SENT + 1.0, SENT + 1.0 + 86_400.0)
    assert (own.confirmed, own.workspace) == (True, "wrkspc_named")
    assert (twin.batch_id, twin.twin_of, twin.cancel_asked, twin.requests) == ("second", 1, False, ROWS)
    assert service.listed_from == [SENT - LOOK_BACK]


@pytest.mark.parametrize(
    ("at", "cancelled"),
    [(SENT - 5.0, True), (SENT - 5.5, False), (SENT + 200.0, True), (SENT + 200.5, False)],
)
def test_one_that_runs_is_cancelled_only_where_it_was_made_between_the_two(
    store: Store, job: str, at: float, cancelled: bool
) -> None:
    part = sent_again(store, job)
    assert look_for_twin(store, Scripted([batch("first", at)]).service, part)
    own, twin = store.parts.of_job(job)
    assert (own.batch_id, twin.batch_id, twin.twin_of) == ("second", "first", 1)
    assert twin.cancel_asked is not cancelled


TOLD: dict[str, tuple[list[bytes] | ServiceTrouble, bool]] = {
    "somebody else's": (answers_of("somebodyelse"), True),
    "nothing": ([], False),
    "nothing that can be read": ([b"<html>", b"[]", b'{"a":1}', b'{"custom_id":5}'], False),
    "not to be had": (DROPPED, False),
}


@pytest.mark.parametrize("told", TOLD)
def test_an_ended_one_says_by_its_ids_whose_it_is(store: Store, job: str, told: str) -> None:
    part = sent_again(store, job)
    said, foreign = TOLD[told]
    service = Scripted([batch("first", status="ended")], lines={"first": said})
    assert not look_for_twin(store, service.service, part)
    assert store.parts.of_job(job) == [part]
    assert ("first" in store.batches.owned()) is foreign
    service.lines["first"] = [b"<html>", *answers_of("somebodyelse")[:3], *answers_of(job)]
    assert look_for_twin(store, service.service, part) is not foreign


def test_one_of_another_part_of_the_job_is_not_this_ones(store: Store, job: str) -> None:
    part = sent_again(store, job)
    service = Scripted([batch("first", status="ended")], lines={"first": answers_of(job, 2)})
    assert not look_for_twin(store, service.service, part)


@pytest.mark.parametrize(
    ("at", "ended", "found"),
    [
        (SENT + LOOK_BACK, False, True),
        (SENT + LOOK_BACK + 0.5, False, False),
        (SENT + 20_000.0 + LOOK_BACK, True, True),
        (SENT + 20_000.0 + LOOK_BACK + 0.5, True, False),
    ],
)
def test_how_late_one_may_have_been_made(store: Store, job: str, at: float, ended: bool, found: bool) -> None:
    part = sent_again(store, job, SENT + 20_000.0)
    first = batch("first", at, status="ended" if ended else "in_progress")
    service = Scripted([first], now=SENT + 90_000.0, lines={"first": answers_of(job)})
    assert look_for_twin(store, service.service, part) is found


def test_the_next_one_is_looked_at_where_one_is_not_it(store: Store, job: str) -> None:
    part = sent_again(store, job)
    store.batches.add_foreign("known")
    later, larger = batch("later", SENT + 700.0), batch("larger", size=ROWS + 1)
    others = [later, larger, batch("known"), batch("strange", status="ended")]
    service = Scripted([*others, batch("first")], lines={"strange": answers_of("elsewhere")})
    assert look_for_twin(store, service.service, part)
    assert [one.batch_id for one in store.parts.of_job(job)] == ["second", "first"]


def test_a_copy_of_a_part_that_is_collected_is_accounted_for_beside_it(store: Store, job: str) -> None:
    part = sent_again(store, job)
    store.parts.move(job, 1, PartState.COLLECTED)
    service = Scripted([batch("first", status="ended")], lines={"first": answers_of(job)})
    assert look_for_twin(store, service.service, part)
    assert [one.batch_id for one in store.parts.of_job(job)] == ["second", "first"]


def test_a_copy_is_not_looked_for_in_another_workspace(store: Store, job: str) -> None:
    part = sent_again(store, job)
    assert not look_for_twin(store, Scripted([batch("first")], workspace="wrkspc_there").service, part)


# On its way out ----------------------------------------------------------------------------------


def send(store: Store, service: Service, part: Part) -> Part | None:
    return send_part(store, service, part, Documents(store, LookHere()), 0.0)


def refused(trouble: Trouble) -> ServiceTrouble:
    return ServiceTrouble(trouble, "No.")


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (Trouble.DROPPED, PartState.UNKNOWN),
        (Trouble.SERVICE, PartState.UNKNOWN),
        (Trouble.BUSY, PartState.PLANNED),
        (Trouble.NO_CONNECTION, PartState.PLANNED),
        (Trouble.KEY, PartState.PLANNED),
    ],
)
def test_what_becomes_of_a_send_that_fails(store: Store, job: str, trouble: Trouble, state: PartState) -> None:
    seen: list[PartState] = []

    def fail() -> Batch:
        seen.append(store.parts.get(job, 1).state)
        raise refused(trouble)

    store.parts.note(job, 1, failures=2, missed_at=1.0)
    service = Scripted(reply=fail)
    with pytest.raises(ServiceTrouble):
        send(store, service.service, store.parts.get(job, 1))
    found = store.parts.get(job, 1)
    assert seen == [PartState.INTENDED]
    assert (found.state, found.failures, found.missed_at) == (state, 3, None)
    assert (found.intended_at, found.workspace) == (service.now, HERE)
    assert [len(items) for items in service.created] == [ROWS]


@pytest.mark.parametrize(
    ("named", "size", "confirmed"), [("wrkspc_named", ROWS, True), ("", 0, True), ("", ROWS + 1, False)]
)
def test_what_is_kept_of_a_send_that_succeeds(store: Store, job: str, named: str, size: int, confirmed: bool) -> None:
    store.parts.note(job, 1, failures=2)
    service = Scripted(reply=lambda: replace(batch("ours", SENT, size), workspace=named))
    found = send(store, service.service, store.parts.get(job, 1))
    assert found is not None
    assert (found.state, found.batch_id, found.confirmed) == (PartState.SENT, "ours", confirmed)
    assert (found.sent_at, found.expires_at) == (SENT, SENT + 86_400.0)
    assert (found.workspace, found.failures) == (named or HERE, 0)
    assert store.parts.get(job, 1) == found


def test_a_batch_that_is_another_parts_is_no_answer(store: Store, job: str, other: str) -> None:
    store.parts.move(other, 1, PartState.INTENDED)
    store.parts.move(other, 1, PartState.SENT, batch_id="theirs", confirmed=1)
    with pytest.raises(ServiceTrouble) as caught:
        send(store, Scripted(reply=lambda: batch("theirs")).service, store.parts.get(job, 1))
    assert caught.value.outcome_unknown
    assert store.parts.get(job, 1).state is PartState.UNKNOWN


def test_without_room_in_the_month_nothing_leaves(store: Store, job: str) -> None:
    part = store.parts.get(job, 1)
    store.spending.set_ceiling(part.at_most - 1)
    service = Scripted(reply=lambda: batch("ours"))
    assert send(store, service.service, part) is None
    assert store.parts.get(job, 1) == part
    store.spending.set_ceiling(part.at_most)
    assert send(store, service.service, part) is not None
    assert len(service.created) == 1


def test_what_is_just_leaving_when_sending_is_stopped_stays(store: Store, job: str) -> None:
    part = store.parts.get(job, 1)
    store.jobs.change(job, stopped=1)
    service = Scripted(reply=lambda: batch("ours"))
    assert send(store, service.service, part) is None
    assert store.parts.get(job, 1) == part
    store.jobs.change(job, stopped=0)
    assert send(store, service.service, part) is not None
    assert len(service.created) == 1


def test_what_turned_up_meanwhile_is_not_sent_again(store: Store, job: str) -> None:
    part = lost(store, job)
    service = Scripted([batch("first")])
    found = send(store, service.service, part)
    assert found is not None
    assert (found.state, found.batch_id) == (PartState.SENT, "first")
    assert not service.created


def test_what_did_not_turn_up_leaves_again(store: Store, job: str) -> None:
    part = lost(store, job)
    service = Scripted(reply=lambda: batch("second"))
    found = send(store, service.service, part)
    assert found is not None
    assert (found.batch_id, found.doubted_at) == ("second", SENT)


def test_a_job_with_a_part_in_another_workspace_is_not_sent_here(store: Store, job: str) -> None:
    part = sent_again(store, job, workspace="wrkspc_there")
    service = Scripted(reply=lambda: batch("ours"))
    with pytest.raises(NeedsUser):
        send(store, service.service, part)
    assert not service.created
