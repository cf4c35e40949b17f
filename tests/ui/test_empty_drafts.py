"""New job: what is still empty is used again, and what takes the place of a job that is deleted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from tests.ui.hand import Hand


def open_file(hand: Hand, path: Path) -> str:
    """The job that a file was opened into."""
    known = {job.id for job in hand.services.jobs.list() if job.source}
    hand.window.open_path(path)
    hand.wait(lambda: hand.loaded() and hand.program.current.id not in known)
    return hand.program.current.id


def files(folder: Path, *names: str) -> list[Path]:
    made = [folder / f"{name}.csv" for name in names]
    for path in made:
        path.write_text("Name,City\nJane,Berlin\n", encoding="utf-8")
    return made


def test_new_job_comes_back_to_the_draft_that_was_left_empty(hand: Hand, tmp_path: Path) -> None:
    hand.click("newJobButton")
    empty = hand.program.current.id
    hand.click("newJobButton")
    assert hand.program.current.id == empty
    (guests,) = files(tmp_path, "guests")
    filled = open_file(hand, guests)
    assert filled == empty
    hand.click("newJobButton")
    second = hand.program.current.id
    hand.window.show_job(filled)
    hand.click("newJobButton")
    assert hand.program.current.id == second
    assert len(hand.services.jobs.list()) == 2


def test_a_file_opened_from_another_job_goes_into_the_empty_draft(hand: Hand, tmp_path: Path) -> None:
    guests, shops = files(tmp_path, "guests", "shops")
    first = open_file(hand, guests)
    hand.click("newJobButton")
    empty = hand.program.current.id
    hand.window.show_job(first)
    assert open_file(hand, shops) == empty
    assert {job.name for job in hand.services.jobs.list()} == {"guests", "shops"}


def test_a_draft_with_a_prompt_or_a_name_of_its_own_is_not_taken_for_empty(hand: Hand) -> None:
    hand.click("newJobButton")
    asked = hand.program.current
    first = asked.id
    asked.edit_recipe(replace(asked.draft.recipe, prompt="Which colour?"))
    hand.click("newJobButton")
    second = hand.program.current.id
    assert second != first
    assert hand.services.jobs.draft(first).recipe.prompt == "Which colour?"
    hand.services.jobs.rename(second, "Customers")
    hand.program.current.refresh()
    hand.click("newJobButton")
    assert hand.program.current.id not in (first, second)


def test_after_a_job_is_deleted_the_next_one_is_shown(hand: Hand, tmp_path: Path) -> None:
    oldest, middle, newest = (open_file(hand, path) for path in files(tmp_path, "one", "two", "three"))
    jobs = hand.find("jobList")
    assert isinstance(jobs, QListView)
    hand.wait(lambda: jobs.model().rowCount() == 4)
    hand.window.show_job(middle)
    for shown, next_one in ((middle, oldest), (oldest, newest), (newest, "")):
        assert hand.program.current.id == shown
        jobs.setFocus()
        hand.press(Qt.Key.Key_Delete)
        hand.answer("questionYes")
        hand.wait(lambda gone=shown: gone not in {job.id for job in hand.services.jobs.list()})  # type: ignore[misc]
        assert hand.program.current.id == next_one
    assert hand.find("openFileButton").isVisible()


def test_an_empty_draft_goes_without_a_question(hand: Hand, tmp_path: Path) -> None:
    (guests,) = files(tmp_path, "guests")
    kept = open_file(hand, guests)
    hand.click("newJobButton")
    jobs = hand.find("jobList")
    assert isinstance(jobs, QListView)
    hand.wait(lambda: jobs.model().rowCount() == 3)
    jobs.setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.wait(lambda: [job.id for job in hand.services.jobs.list()] == [kept])
    assert hand.program.current.id == kept
