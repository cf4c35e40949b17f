"""What seems wrong with the answers, on the Results page: found, shown row by row, stopped, and silent where all is well."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTableView

from app.core.outcome import AT_FAULT
from app.core.results import RowState
from app.core.rule import Concern, Finding
from app.services.reviewing import Reviewing, SanityReport, Unanswered
from app.services.tasks import TaskControl
from app.ui import findings_wording
from tests.practice.beside import Here
from tests.ui.hand import Hand

EMPTY = "I'm sorry, but I can't say anything about this person, as far too little is known."


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of Paris have no answer that deserves the name; the others each have their own."""

    def write(_frame: object, row: Any) -> str:
        own = zlib.crc32(str(row.text).encode())
        return EMPTY if "1?" in str(row.text) else f"That may be somebody, and a good one: {own}."

    monkeypatch.setattr("app.practice.answers._plain", write)
    monkeypatch.setattr("app.services.practice_process.PracticeProcess", Here)


def finish(hand: Hand) -> None:
    """Run the job to its end and look at its results."""
    hand.wait(hand.loaded)
    current = hand.program.current
    current.replace_recipe(replace(current.draft.recipe, prompt="Say who {{Name}} is, of {{City}}, who {{Note}}?"))
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")


def numbers(hand: Hand) -> list[str]:
    table = hand.find("resultsGrid")
    assert isinstance(table, QTableView)
    model = table.model()
    hand.wait(lambda: all(model._row_label(row) for row in range(model.rowCount())))  # type: ignore[attr-defined]
    return [model._row_label(row) for row in range(model.rowCount())]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("planted")
def test_a_finding_shows_exactly_its_rows(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,City,Note\n" + "".join(f"P{n},Rome,likes {n}\n" for n in range(1, 30)), encoding="utf-8")
    hand = open_window(path=str(path))
    finish(hand)
    hand.wait(lambda: hand.shows("findingsToggle"))
    if not hand.shows("findingsList"):  # a small screen
        hand.click("findingsToggle")
    hand.wait(lambda: hand.shows("findingShow_1"))
    assert hand.text("findingsSummary") == "2 things to look at in 29 answers."
    assert hand.text("finding_1") == "3 rows, “Answer”: says that it can't answer."
    table = hand.find("resultsGrid")
    assert isinstance(table, QTableView)
    hand.waits_for_rows(table, 29)
    hand.click("findingShow_1")
    hand.waits_for_rows(table, 3)
    assert numbers(hand) == ["2", "12", "22"]
    hand.click("outcomeFilter_all")
    hand.waits_for_rows(table, 29)
    hand.click("findingShow_2")
    hand.waits_for_rows(table, 3)
    hand.click("findingShow_2")
    hand.waits_for_rows(table, 29)


def test_nothing_is_said_of_a_clean_run(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    hand.wait(lambda: hand.text("findingsSummary") == "Nothing looks out of line in 11 answers.")
    assert not hand.shows("findingsList")


def test_looking_can_be_stopped_and_begun_again(
    open_window: Callable[..., Hand], small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, work = threading.Event(), Reviewing.report

    def report(self: Reviewing, job: str) -> Callable[[TaskControl], SanityReport]:
        def wait(control: TaskControl) -> SanityReport:
            while not slow.wait(0.01):
                control.check()
            return work(self, job)(control)

        return wait

    monkeypatch.setattr(Reviewing, "report", report)
    hand = open_window(path=str(small_file))
    finish(hand)
    hand.click("findingsStop")
    assert hand.text("findingsSummary") == "The answers were not looked over."
    slow.set()
    hand.click("findingsLook")
    hand.wait(lambda: hand.text("findingsSummary").startswith("Nothing looks out of line"))


def test_a_sample_is_said_to_be_one() -> None:
    report = SanityReport((), 400_000, 200_000)
    assert findings_wording.summary(report) == (
        "Nothing looks out of line in 400,000 answers. A sample of 200,000 stood for all of them."
    )


@pytest.mark.parametrize("concern", list(Concern))
def test_every_concern_has_its_words(concern: Concern) -> None:
    found = Finding(concern, "Note", "de", (2,), 100)
    assert findings_wording.finding(found).endswith("Of 100 answers looked at.")
    assert findings_wording.advice(found)


def test_a_group_without_a_cause_is_explained() -> None:
    group = Unanswered(RowState.EXPIRED, "", (2, 3))
    assert findings_wording.unanswered(group).startswith("2 rows: expired. The service did not get")
    assert findings_wording.unanswered_advice(group) == "Ask again."


def report_of(answered: int, *groups: Unanswered) -> SanityReport:
    return SanityReport((), answered, answered, groups)


def test_rows_without_an_answer_are_not_taken_for_odd_answers() -> None:
    failed = Unanswered(RowState.FAILED, "unfit", tuple(range(37)))
    assert findings_wording.summary(report_of(323, failed)) == (
        "Nothing looks out of line in 323 answers. 37 rows have no whole answer."
    )
    assert findings_wording.summary(report_of(0, failed)) == "37 rows have no whole answer."


@pytest.mark.parametrize("cause", list(AT_FAULT))
def test_rows_at_fault_are_not_advised_to_be_asked_again(cause: str) -> None:
    said = findings_wording.unanswered_advice(Unanswered(RowState.FAILED, cause, (2,)))
    assert said.startswith("Not asked again as they are")
