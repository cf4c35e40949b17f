"""The list of jobs searched, and what deleting a job takes with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from app.ui.models.roles import JOB
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def shown(hand: Hand) -> set[str]:
    model = hand.window._side.model
    jobs = (model.index(row).data(JOB) for row in range(model.rowCount()))
    return {job.name for job in jobs if job is not None}


def test_jobs_are_sought_by_words_of_their_names(hand: Hand) -> None:
    names = {f"Leads {month}" for month in ("January", "February", "March", "April", "May")}
    for name in names:
        hand.services.jobs.new_draft(name)
    hand.wait(lambda: shown(hand) == names)
    assert not hand.shows("jobFilter")
    hand.services.jobs.new_draft("Complaints")
    hand.wait(lambda: hand.shows("jobFilter"))
    field = hand.find("jobFilter")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "LEADS ma")
    assert shown(hand) == {"Leads March", "Leads May"}
    hand.services.jobs.new_draft("Leads Manchester")
    hand.wait(lambda: "Leads Manchester" in shown(hand))
    assert "Complaints" not in shown(hand)
    field.clear()
    assert len(shown(hand)) == 7
    job = next(job for job in hand.services.jobs.list() if job.name == "Complaints")
    QTest.keyClicks(field, job.id)
    assert shown(hand) == {"Complaints"}
    field.clear()
    QTest.keyClicks(field, job.id[:-1])
    assert shown(hand) == set()


def test_deleting_says_what_goes_and_what_stays(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    job = hand.program.current.id
    hand.window._on_delete_wanted(job)
    hand.wait(lambda: hand.window.findChild(QMessageBox, "question") is not None)
    box = hand.window.findChild(QMessageBox, "question")
    assert box is not None
    told = box.informativeText()
    assert told.startswith("Deleted here: 12 rows, about 0.1 MB. 11 answers, worth $")
    assert "The practice service keeps its copy until" in told
    assert "Your own files stay as they are." in told
    hand.answer("questionYes")
    hand.wait(lambda: not hand.services.jobs.list())
    assert small_file.exists()
