"""Widgets in flowing lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow_box import FlowBox


class Chip(QWidget):
    """Sixty pixels wide; counts how often it was asked for that."""

    asked = 0

    def sizeHint(self) -> QSize:
        self.asked += 1
        return QSize(60, 20)


@pytest.fixture
def box(qapp: QApplication) -> Iterator[FlowBox]:
    """In a window 200 pixels wide: three chips in a line."""
    window, made = QWidget(), FlowBox(spacing=5)
    lines = QVBoxLayout(window)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(made)
    lines.addStretch(1)
    window.resize(200, 900)
    window.show()
    qapp.processEvents()
    yield made
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def places(chips: Iterable[Chip]) -> list[tuple[int, int]]:
    return [(chip.x(), chip.y()) for chip in chips if chip.isVisible()]


def test_many_that_are_added_in_sight_are_placed_once(box: FlowBox, qtbot: QtBot) -> None:
    """Two hundred columns, each placed anew when the next came, held the window for a second."""
    chips = [Chip() for _ in range(60)]
    for chip in chips:
        box.add(chip)
    qtbot.waitUntil(lambda: box.height() == 20 * 25 - 5, timeout=60_000)
    assert chips[0].asked < 30
    assert places(chips) == [(65 * (place % 3), 25 * (place // 3)) for place in range(60)]


def test_one_more_and_one_less_move_what_is_behind(box: FlowBox, qtbot: QtBot) -> None:
    chips = [Chip() for _ in range(4)]
    for chip in chips:
        box.add(chip)
    qtbot.waitUntil(lambda: places(chips) == [(0, 0), (65, 0), (130, 0), (0, 25)], timeout=60_000)
    chips[1].hide()
    qtbot.waitUntil(lambda: places(chips) == [(0, 0), (65, 0), (130, 0)] and box.height() == 20, timeout=60_000)
    chips[1].show()
    qtbot.waitUntil(lambda: places(chips)[3:] == [(0, 25)] and box.height() == 45, timeout=60_000)
    box.clear()
    box.add(last := Chip())
    qtbot.waitUntil(lambda: places([last]) == [(0, 0)] and box.height() == 20, timeout=60_000)
