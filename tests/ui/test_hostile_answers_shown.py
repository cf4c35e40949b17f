"""Answers that don't fit their columns, on the Results page: marked, never shown as answers, offered to be asked again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTableView, QTextBrowser

from app.batch_api.client import Connection
from app.core.results import RowState
from app.system.paths import Profile
from tests.services.rehearsal import Rehearsal
from tests.services.test_hostile_answers import FIRST, FIT, UNFIT, hostile_job
from tests.stand_in.stand_in import StandIn
from tests.ui.hand import Hand


def test_they_are_marked_and_offered_to_be_asked_again(
    open_window: Callable[..., Hand], own_profile: Path, tmp_path: Path
) -> None:
    with StandIn(tmp_path / "stand-in", batch_seconds=30.0) as service:
        connection = Connection(api_key=service.key, base_url=service.url)
        program = Rehearsal(tmp_path / "program", lambda: connection, service.clock)
        job = hostile_job(program, service)
        program.close()
    profile = Profile(own_profile).database(practice=True)
    profile.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(tmp_path / "program" / "jobs.sqlite", profile)

    hand = open_window()
    hand.window.show_job(job)
    hand.click("stepResults")
    again = hand.find("askAgainButton")
    assert isinstance(again, QAbstractButton)
    hand.wait(lambda: hand.shows("askAgainButton") and f"{len(UNFIT)} " in again.text())
    hand.click(f"outcomeFilter_{RowState.FAILED}")
    grid = hand.find("resultsGrid")
    assert isinstance(grid, QTableView)
    assert hand.waits_for_rows(grid, len(UNFIT))
    assert shown(grid) == {("failed", *[""] * 7)}
    grid.selectRow(0)
    detail = hand.find("rowDetail")
    assert isinstance(detail, QTextBrowser)
    hand.wait(lambda: f"Row {FIRST + len(FIT)}:" in hand.text("rowDetailTitle"))
    assert "does not fit the column" in detail.toPlainText()
    hand.click(f"outcomeFilter_{RowState.ANSWERED}")
    assert hand.waits_for_rows(grid, len(FIT))
    assert shown(grid) >= {("answered", "a", "3", "1.5", "yes", "2026-02-28", "Warm", "a; b")}


def shown(grid: QTableView) -> set[tuple[str, ...]]:
    """What the lines of the grid say of their outcome, and their new columns."""
    model = grid.model()

    def cell(row: int, column: int) -> str:
        found = model.index(row, column)
        return str(found.data(Qt.ItemDataRole.AccessibleTextRole) if column == 1 else found.data())

    return {tuple(cell(row, column) for column in range(1, 9)) for row in range(model.rowCount())}
