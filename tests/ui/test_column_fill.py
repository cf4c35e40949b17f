"""Columns whose texts are cut take the room that is left beside them."""

from __future__ import annotations

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.ui.widgets.tables import fit_columns

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
