"""Which models are offered: the service's own list, kept for a day, without those that retire too soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from app.batch_api.models import SHIPPED, find_model
from app.core.errors import RecipeError, ServiceTrouble, Trouble
from app.core.model import Model, Thinking, model_from_json, model_to_json
from app.core.outcome import Outcome
from app.core.recipe import Recipe
from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from app.services.estimating import Estimating
from app.services.models import FRESH_SECONDS, Models
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.store import Store
from tests.services.rehearsal import Rehearsal

LAST = dt.datetime(2026, 11, 30, tzinfo=dt.UTC).timestamp()
"""When Claude Sonnet 4.5 retires."""

DAY = 24 * 3600.0


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = LAST - 40 * DAY

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "jobs.sqlite")
    yield made
    made.close()


@pytest.fixture
def listing(tmp_path: Path) -> Iterator[Service]:
    transport = PracticeTransport(PracticeService(tmp_path / "service"))
    made = Service(lambda: Connection(api_key="practice", base_url="http://practice.invalid", transport=transport))
    yield made
    made.close()


def test_before_anything_was_asked_the_shipped_ones_are_offered(store: Store, listing: Service, clock: Clock) -> None:
    models = Models(store, listing, lambda: True, clock)
    assert models.offered() == list(SHIPPED)
    assert models.find("claude-opus-4-1") is None


def test_the_services_own_list_takes_their_place_for_a_day(
    store: Store, listing: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = Models(store, listing, lambda: True, clock)
    assert models.refresh()(TaskControl())
    assert [model.id for model in models.offered()] == [model.id for model in SHIPPED]
    new = Model("claude-haiku-5-5", "Haiku, renamed", 5, 4, Thinking.ALWAYS, ("low",))
    monkeypatch.setattr(listing, "models", lambda: [new])
    assert not models.refresh()(TaskControl())
    clock.now += FRESH_SECONDS
    assert models.refresh()(TaskControl())
    assert Models(store, listing, lambda: False, clock).offered() == [new]
    clock.now += FRESH_SECONDS
    assert not models.refresh()(TaskControl())


def test_without_a_key_nobody_is_asked(store: Store, listing: Service, clock: Clock) -> None:
    models = Models(store, listing, lambda: False, clock)
    assert not models.refresh()(TaskControl())
    assert store.models.told_at() == 0


def test_a_list_that_can_not_be_had_leaves_the_one_of_before(
    store: Store, listing: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = Models(store, listing, lambda: True, clock)
    models.refresh()(TaskControl())
    clock.now += FRESH_SECONDS
    monkeypatch.setattr(listing, "models", list)
    assert not models.refresh()(TaskControl())
    assert len(models.offered()) == len(SHIPPED)


def test_what_another_version_wrote_is_not_read(store: Store, listing: Service, clock: Clock) -> None:
    store.models.replace([SHIPPED[0]], 1.0)
    with store.database.write() as connection:
        connection.execute("""UPDATE models SET facts = '{"id": "claude-haiku-5-5"}'""")
    models = Models(store, listing, lambda: True, clock)
    assert models.offered() == list(SHIPPED)
    assert models.find("claude-haiku-5-5") == SHIPPED[0]


@pytest.mark.parametrize("model", SHIPPED)
def test_a_model_comes_back_from_the_record_the_same(model: Model) -> None:
    assert model_from_json(model_to_json(model)) == model


def test_a_model_that_retires_is_marked_and_then_no_longer_offered(
    store: Store, listing: Service, clock: Clock
) -> None:
    models = Models(store, listing, lambda: True, clock)
    old = models.find("claude-sonnet-4-5")
    assert old is not None

    def state() -> tuple[bool, bool]:
        return models.retires_soon(old), old in models.offered()

    assert state() == (False, True)
    clock.now = LAST - 29 * DAY
    assert state() == (True, True)
    clock.now = LAST - DAY - 1
    assert state() == (True, True)
    clock.now = LAST - DAY
    assert state() == (True, False)


class TestJobs:
    @pytest.fixture
    def job(self, program: Rehearsal) -> str:
        return program.draft([["thing"]], Recipe(prompt="Say {{Name}}", model="claude-sonnet-4-5"))

    def estimating(self, program: Rehearsal, now: float) -> Estimating:
        return Estimating(
            program.store, program.service, lambda: False, program.documents, practice=True, clock=lambda: now
        )

    def test_a_job_that_could_outlive_its_model_is_refused(self, program: Rehearsal, job: str) -> None:
        price = self.estimating(program, LAST - DAY - 1).price(job)(TaskControl())
        for now, words in ((LAST - DAY, "retires on 30 November 2026, before"), (LAST, "was retired on 30 November")):
            with pytest.raises(RecipeError, match=words):
                self.estimating(program, now).price(job)(TaskControl())
            assert self.estimating(program, now).guessing.preview(job, 0, program.jobs.draft(job).recipe).prompt
        warned = [check.text for check in self.estimating(program, LAST - 2 * DAY).checks(job, price)]
        assert any("retires on 30 November 2026" in text for text in warned)
        calm = [check.text for check in self.estimating(program, LAST - 40 * DAY).checks(job, price)]
        assert not any("retires" in text for text in calm)

    def test_what_the_service_says_of_a_model_counts(self, program: Rehearsal, job: str) -> None:
        told = find_model("claude-sonnet-4-5")
        assert told is not None
        program.store.models.replace([replace(told, max_output=50, retires=None)], 1.0)
        assert program.jobs.draft(job).model == replace(told, max_output=50, retires=None)
        with pytest.raises(RecipeError, match="at such length"):
            self.estimating(program, LAST).price(job)(TaskControl())


def test_very_long_answers_are_asked_for_in_the_header_of_the_batch(program: Rehearsal) -> None:
    job = program.job(3, Recipe(prompt="Say {{Name}}", longest_answer=200_000))
    assert program.run(job).breakdown.outcomes == {Outcome.ANSWERED: 3}


def test_trouble_with_the_list_is_told(store: Store, clock: Clock) -> None:
    def refuse() -> Connection:
        raise ServiceTrouble(Trouble.NO_CONNECTION, "No.")

    models = Models(store, Service(refuse), lambda: True, clock)
    with pytest.raises(ServiceTrouble):
        models.refresh()(TaskControl())
