"""Columns whose texts are cut take the room that is left beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.ui.widgets.tables import fit_columns
from tests.ui.hand import Hand
from tests.ui.test_findings import finish

LONG = "The delivery came three days late, but the people at the other end of the telephone were kind."


def table(qtbot: QtBot, width: int) -> QTableView:
    made = QTableView()
    model = QStandardItemModel(made)
    model.appendRow([QStandardItem(text) for text in ("7", LONG, "yes")])
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.show()
    fit_columns(made, widest=200)
    return made


def widths(made: QTableView) -> list[int]:
    return [made.columnWidth(section) for section in range(3)]


def test_a_long_text_takes_what_is_left_and_no_more_than_it_needs(qtbot: QtBot) -> None:
    narrow, wide = table(qtbot, 300), table(qtbot, 3000)
    assert widths(narrow)[1] == 200
    assert widths(wide)[1] >= wide.fontMetrics().horizontalAdvance(LONG)
    assert sum(widths(wide)) < 2000
    narrow.resize(3000, 200)
    assert widths(narrow) == widths(wide)


def test_a_width_that_the_user_set_stays(qtbot: QtBot) -> None:
    made = table(qtbot, 300)
    made.setColumnWidth(1, 90)
    made.resize(3000, 200)
    assert widths(made)[1] == 90


@pytest.mark.parametrize("by_hand", [False, True])
def test_answers_have_their_room_once_the_job_has_ended(hand: Hand, small_file: Path, *, by_hand: bool) -> None:
    """Its first rows may have been without answers when others had theirs; what the user set stays."""
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    finish(hand)
    grid, page, job = hand.find("resultsGrid"), hand.window.view.pages.results, hand.program.current.job
    assert isinstance(grid, QTableView)
    assert job is not None
    hand.wait(lambda: page._fitted == (job.id, True, True))
    headers = [grid.model().headerData(n, Qt.Orientation.Horizontal) for n in range(grid.model().columnCount())]
    answers = headers.index("Answer")
    whole = grid.columnWidth(answers)
    page._fitted = (job.id, True, False)  # as at the first answer
    fit_columns(grid, widest=70)
    if by_hand:
        grid.setColumnWidth(answers, 80)
    narrow = grid.columnWidth(answers)
    assert narrow < whole
    model = grid.model()
    with hand.qtbot.waitSignal(model.dataChanged if by_hand else model.modelReset, timeout=60_000):
        page.entered()
    assert grid.columnWidth(answers) == (narrow if by_hand else whole)
