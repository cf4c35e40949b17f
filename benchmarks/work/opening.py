"""The window's start, and what it takes to hold a table of a million rows, beside the barest that Qt can do."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.case import Case, Line, Measured, at_most_times
from benchmarks.material import COLUMNS, MANY
from benchmarks.measure import grown

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel

_PAGE = 64


_OURS = """
import sys
from app import __main__ as program
opens = program._show_window
def painting_at_once(build, file):
    def built():
        services = build()
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QMainWindow, QWidget
        def shown(window):
            QWidget.show(window)
            window.grab()
            print("painted", flush=True)
            QTimer.singleShot(0, window.leave)
        QMainWindow.show = shown
        return services
    return opens(built, file)
program._show_window = painting_at_once
program.main(["--practice", "--profile", sys.argv[1]])
"""
"""The program as it starts, from its arguments on, each part when the program itself brings it in; the window is painted as
soon as it is shown.
"""

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1280, 800)
window.show()
window.grab()
print("painted", flush=True)
"""


def ours(_folder: Path) -> Measured:
    """From the start of the process to a painted window that can be used."""
    return _until_painted(_OURS)


def bare(_folder: Path) -> Measured:
    """A main window of Qt with an empty table, the same way."""
    return _until_painted(_BARE)


def _until_painted(code: str) -> Measured:
    """Seconds of a second start in the same place, when files are in memory and compiled. A process of its own: this one
    has imported half of the program.
    """
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds = 0.0
    with tempfile.TemporaryDirectory() as profile:
        command = [sys.executable, "-c", code, profile]
        for _start in range(2):
            begun = time.perf_counter()
            with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
                assert run.stdout is not None
                said = run.stdout.readline()
                seconds = time.perf_counter() - begun
            assert said == b"painted\n"
    return {"seconds": seconds}


def memory(_folder: Path) -> Measured:
    """The program's own table, its model and its tools, over a million rows of twelve columns."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.core.table import SheetRow
    from app.ui.application import make_application
    from app.ui.models.sheet_grid import SheetGridModel
    from app.ui.widgets.data_table import DataTable

    make_application()
    found: Measured = {}
    with grown(found):
        model = SheetGridModel()
        names = [f"Column {number}" for number in range(COLUMNS)]
        model.show_rows(names, MANY, lambda first, count: [SheetRow(n, _cells(n)) for n in range(first, first + count)])
        table = DataTable()
        table.setModel(model)
        table.choose_cells()
        table.set_up_columns(freezes=True)
        _look_through(table)
    return found


def bare_memory(_folder: Path) -> Measured:
    """A table of Qt over the barest model that keeps a page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QTableView

    application = QApplication([])
    found: Measured = {}
    with grown(found):
        model = _bare_model()
        table = QTableView()
        table.setModel(model)
        _look_through(table)
    application.processEvents()
    return found


def _look_through(table: Any) -> None:
    from PySide6.QtWidgets import QApplication

    table.resize(1200, 700)
    table.show()
    for place in range(0, MANY, MANY // 100):
        table.verticalScrollBar().setValue(place)
        QApplication.processEvents()


def _bare_model() -> QAbstractTableModel:
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

    class Model(QAbstractTableModel):
        def __init__(self) -> None:
            super().__init__()
            self.first, self.page = -1, [_cells(0)]

        def rowCount(self, _parent: object = None) -> int:  # noqa: N802 - as Qt names it
            return MANY

        def columnCount(self, _parent: object = None) -> int:  # noqa: N802 - as Qt names it
            return COLUMNS

        def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:  # type: ignore[override]
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            first = index.row() // _PAGE * _PAGE
            if first != self.first:
                self.first, self.page = first, [_cells(number) for number in range(first, first + _PAGE)]
            return self.page[index.row() - first][index.column()]

    return Model()


def _cells(number: int) -> tuple[str, ...]:
    return tuple(f"cell {number} {column}" for column in range(COLUMNS))


CASES = {
    "opening": Case(
        ours,
        bare,
        (
            Line(
                "window painted, from the start of the process (bare: Qt with a table)",
                "seconds",
                "s",
                at_most_times(1.5),
            ),
        ),
    ),
    "holding": Case(
        memory,
        bare_memory,
        (Line("memory of the table of 1,000,000 x 12, scrolled through", "growth", "MB", at_most_times(1.3)),),
    ),
}
