"""The signs and numbers of rows without an answer, in the table of a job's parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.core.outcome import Outcome
from app.core.part import Part, PartState
from app.ui.models.parts_table import OTHERS, PartsTableModel
from app.ui.theme import Theme
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts_delegate import _CLOSE, _EDGE, _SIGN, PartsDelegate
from app.ui.widgets.tables import as_list, set_up


def written(picture: QImage, place: QRect) -> tuple[int, int]:
    """The first and the last line of a place in which something is written."""
    ground = picture.pixelColor(place.topLeft()).lightness()
    found = [
        y
        for y in range(place.top(), place.bottom())
        if any(abs(picture.pixelColor(x, y).lightness() - ground) > 60 for x in range(place.left(), place.right()))
    ]
    return found[0], found[-1]


@pytest.mark.parametrize("height", [26, 27])
def test_its_numbers_are_on_the_line_of_the_texts_beside_them(qtbot: QtBot, theme: Theme, height: int) -> None:
    table, model = DataTable(), PartsTableModel()
    qtbot.addWidget(table)
    table.setObjectName("partsTable")
    table.setModel(model)
    table.setItemDelegateForColumn(OTHERS, PartsDelegate(theme, table))
    set_up(table, row_height=height, numbered=False)
    as_list(table)
    model.show_parts([Part("j", 1, PartState.COLLECTED, 1, 1, 100, 5, settled={Outcome.FAILED: 1})])
    table.resize(700, 200)
    table.show()
    picture = table.grab().toImage()
    corner = table.viewport().mapTo(table, QPoint(0, 0))
    number, other = (
        table.visualRect(model.index(0, section)).translated(corner).adjusted(2, 2, -2, -2) for section in (0, OTHERS)
    )
    other.setLeft(other.left() + _EDGE + _SIGN + _CLOSE - 2)
    assert written(picture, other) == written(picture, number)
