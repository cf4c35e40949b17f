"""The frame of the cell that the keys are at takes no room from its text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.tables import as_list, set_up


def written(table: QTableView, section: int) -> QRect:
    """The dots of the first row's cell in a column that are text, counted from the cell's corner."""
    cell = table.visualRect(table.model().index(0, section))
    inner = cell.translated(table.viewport().mapTo(table, QPoint(0, 0))).adjusted(2, 2, -2, -2)
    picture = table.grab(inner).toImage()
    ground = picture.pixelColor(0, 0).lightness()
    dots = [
        QPoint(x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if abs(picture.pixelColor(x, y).lightness() - ground) > 60
    ]
    xs, ys = [dot.x() for dot in dots], [dot.y() for dot in dots]
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


@pytest.mark.parametrize("height", [26, 27, 44])
@pytest.mark.parametrize("name", ["sheetGrid", "historyTable", "partsTable", "tryAnswers"])
def test_the_text_stays_where_it_was(qtbot: QtBot, theme: Theme, name: str, height: int) -> None:
    del theme  # which gives the application its look
    table, model = DataTable(), QStandardItemModel(1, 3)
    qtbot.addWidget(table)
    table.setObjectName(name)
    for section, side in enumerate(
        (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
    ):
        item = QStandardItem("118")
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        model.setItem(0, section, item)
    table.setModel(model)
    set_up(table, row_height=height, numbered=False)
    if name != "sheetGrid":
        as_list(table)
    table.resize(500, 200)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow, timeout=60_000)
    table.setFocus()
    table.setCurrentIndex(model.index(0, 2))
    table.clearSelection()
    before = [written(table, section) for section in (0, 1)]
    for section in (0, 1):
        table.setCurrentIndex(model.index(0, section))
        table.clearSelection()
        assert written(table, section) == before[section]
