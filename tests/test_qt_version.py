"""Qt's binding must not lose references: PySide6 6.12 does on Python 3.11, and the program aborts in the end."""

from __future__ import annotations

import sys
from importlib.metadata import version

import pytest


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="PySide6 6.12 is sound from Python 3.12 on")
def test_python_3_11_has_a_qt_that_is_sound_there():
    assert tuple(map(int, version("PySide6-Essentials").split(".")[:2])) < (6, 12)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="see above")
def test_later_pythons_have_the_qt_that_is_locked_for_them():
    assert tuple(map(int, version("PySide6-Essentials").split(".")[:2])) >= (6, 12)


def _turns(app, label, table, count):
    for number in range(count):
        label.setText(str(number))
        label.setToolTip("")
        table.setCurrentIndex(table.model().index(number % 50, 0))
        table.scrollTo(table.model().index(number % 50, 0))
        app.processEvents()


# From 3.12 on None is immortal, and its count says nothing.
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count from Python 3.12 on")
def test_thousands_of_calls_leave_none_alone(qapp, qtbot):
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QLabel, QTableView

    label, table = QLabel(), QTableView()
    for widget in (label, table):
        qtbot.addWidget(widget)
        widget.show()
    table.setModel(QStringListModel([str(number) for number in range(50)], table))
    _turns(qapp, label, table, 50)
    before = sys.getrefcount(None)
    _turns(qapp, label, table, 1_000)
    assert abs(sys.getrefcount(None) - before) < 200
