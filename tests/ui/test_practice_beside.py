"""From real work into practice mode: an example, a draft, and what practice mode is told there."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.core.job import Job
from app.core.recipe import Recipe
from app.services.job_file import ENDING
from app.services.tasks import TaskControl
from app.ui.application import Program, make_application
from app.ui.flow import Step
from tests.ui.conftest import close
from tests.ui.hand import Hand


@pytest.fixture
def real(qtbot: QtBot, own_profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    """A window for real work, without a key; ends what it started."""
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    services = build(own_profile)
    program = Program(make_application(), services)
    started: list[int] = []
    start = services.rehearsing.start

    def recorded(opened: Path | None = None) -> int:
        started.append(start(opened))
        return started[-1]

    monkeypatch.setattr(services.rehearsing, "start", recorded)
    program.show()
    hand = Hand(qtbot, program, services)
    hand.started = started  # type: ignore[attr-defined]
    yield hand
    for process in started:
        os.kill(process, signal.SIGKILL)
    for thread in threading.enumerate():
        if thread.name == "practice":
            thread.join(60)
    close(program, services)


def arrives(hand: Hand, profile: Path, name: str) -> Job:
    """The job of that name, once practice mode has it, as another process sees it."""
    services = build(profile, practice=True)

    def found() -> list[Job]:
        jobs = services.jobs
        return [job for job in jobs.list() if job.name == name and jobs.draft(job.id).info is not None]

    try:
        hand.wait(found, 120)
        return found()[0]
    finally:
        services.close()


def test_an_example_opens_in_practice_mode_and_leaves_real_work_alone(real: Hand, own_profile: Path) -> None:
    real.click("exampleButton")
    arrives(real, own_profile, "Companies to enrich")
    assert real.services.jobs.list() == []
    assert "Practice mode opens" in real.text("messageText")


def test_a_draft_is_rehearsed_as_a_copy(real: Hand, own_profile: Path, small_file: Path) -> None:
    real.window.open_path(small_file)
    real.wait(real.loaded)
    real.click("stepPrompt")
    real.find("promptEdit").setPlainText("Who is {{Name}}?")  # type: ignore[attr-defined]
    real.click("stepPrice")
    real.click("rehearseButton")
    job = arrives(real, own_profile, small_file.stem)
    services = build(own_profile, practice=True)
    assert services.jobs.draft(job.id).recipe.prompt == "Who is {{Name}}?"
    services.close()
    waiting = own_profile / "practice" / "handed over"
    real.wait(lambda: not list(waiting.iterdir()))
    assert [str(each.state) for each in real.services.jobs.list()] == ["draft"]


def test_a_rehearsal_goes_on_where_the_copy_was_taken(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.program.current.replace_recipe(Recipe(prompt="Who is {{Name}}?"))
    draft, moving = hand.program.current.id, hand.services.moving
    hand.click("stepPrompt")
    # As practice mode gets it.
    folder = hand.services.rehearsing._folder
    folder.mkdir(parents=True, exist_ok=True)
    copy = moving.save(draft, folder / f"copy{ENDING}", rehearsed=True)(TaskControl())
    kept = moving.save(draft, small_file.with_name(f"kept{ENDING}"))(TaskControl())
    hand.window.open_path(copy)
    hand.wait(lambda: hand.program.current.id != draft and hand.shows("submitButton"))
    before = hand.program.current.id
    hand.window.open_path(kept)
    hand.wait(lambda: hand.program.current.id != before)
    assert hand.window.view.step is Step.PROMPT


def test_what_can_not_be_started_is_said(real: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    real.click("exampleButton")
    real.wait(lambda: "batchsheet --practice" in real.text("messageText"))
    assert real.started == []  # type: ignore[attr-defined]


@pytest.mark.logs_warnings
def test_rows_fail_from_the_moment_that_is_wanted(open_window: Callable[..., Hand]) -> None:
    hand = open_window()
    box = hand.find("practiceFailures")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    assert run_example(hand, "exampleButton2") == 0
    box.click()
    hand.click("newJobButton")
    assert run_example(hand, "exampleButton") > 0
    box.click()
    hand.click("newJobButton")
    assert run_example(hand, "exampleButton3") == 0


def run_example(hand: Hand, example: str) -> int:
    """Run an example in practice; how many of its rows have no answer."""
    hand.click(example)
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished, 120)
    job = hand.program.current.job
    assert job is not None
    return sum(count for name, count in job.breakdown.as_counts().items() if name not in ("answered", "skipped"))


def test_practice_has_no_way_into_itself(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    assert not hand.shows("rehearseButton")
