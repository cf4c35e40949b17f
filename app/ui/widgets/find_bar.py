"""Find in a table: all of its rows are looked through away from the window, found ones can be gone through at once."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from app.services.searching import search
from app.services.tasks import Cancelled, TaskHandle
from app.ui import wording
from app.ui.accessibility import show_result
from app.ui.actions import GO_TO_ROW
from app.ui.background import Background
from app.ui.models.paged_table import PagedTable
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, label, row, seek_edit
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.stop_button import StopButton

_SETTLES_MS = 250


class FindBar(QFrame):
    """Looks for what is typed, ignoring case. Hidden until ``open`` is called; sends ``closed``."""

    closed = Signal()

    def __init__(self, name: str, table: DataTable, model: PagedTable[Any], background: Background) -> None:
        """``name`` begins the object names: two pages have such a bar."""
        super().__init__()
        self.setProperty("role", "find")
        self._table = table
        self._model = model
        self._background = background
        self._handle: TaskHandle[array[int]] | None = None
        self._number = 0
        self._found: array[int] = array("q")
        self._make(name)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._timer.timeout.connect(self._search)
        self._edit.textChanged.connect(lambda _text: self._timer.start())
        model.modelReset.connect(self._on_reset)
        self.hide()

    def open(self) -> None:
        """Show the bar and put the cursor there."""
        self.show()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the table keeps its place."""
        self.stop()
        self.hide()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def stop(self) -> None:
        """Look no further; what was found so far is forgotten with it."""
        self._timer.stop()
        if self._handle is not None:
            self._handle.cancel()

    def go(self, step: int) -> None:
        """Go to the next row that was found, or for -1 to the one before; from the last on to the first."""
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        if not self._found:
            return
        here = self._table.currentIndex().row()
        place = bisect_right(self._found, here) if step > 0 else bisect_left(self._found, here) - 1
        self._show(place % len(self._found))

    def _search(self) -> None:
        self.stop()
        self._number += 1
        self._found = array("q")
        text, fetch, number = self._edit.text(), self._model.fetch, self._number
        if not text or fetch is None:
            show_value(self._says, "")
            self._stop.hide()
            return
        self._stop.ready()
        self._stop.show()
        self._handle = self._background.run_task(
            self,
            "Find",
            search(text, self._model.rowCount(), fetch, self._model.texts),
            lambda found: self._on_found(number, found),
            on_failed=lambda error: self._on_failed(number, error),
            on_progress=lambda done, total, found: self._on_progress(number, done, total, found),
        )

    def _on_progress(self, number: int, done: int, total: int | None, found: str) -> None:
        if number == self._number and total:
            text = self.tr("{found} so far, {share} % looked through")
            shown = text.format(found=wording.rows(int(found or 0)), share=wording.number(done * 100 // total))
            show_value(self._says, shown)

    def _on_found(self, number: int, found: array[int]) -> None:
        if number != self._number:
            return
        self._end()
        self._found = found
        if found:
            self._show(bisect_left(found, max(self._table.currentIndex().row(), 0)) % len(found))
        else:
            show_result(self._says, self.tr("Not found"))

    def _on_failed(self, number: int, error: BaseException) -> None:
        if number != self._number:
            return
        self._end()
        stopped = isinstance(error, Cancelled)
        show_result(self._says, self.tr("Stopped") if stopped else str(error))

    def _end(self) -> None:
        self._handle = None
        self._stop.hide()

    def _show(self, place: int) -> None:
        position = self._found[place]
        self._table.go_to(position, self._column_of(position))
        text = self.tr("{place} of {rows}")
        shown = text.format(place=wording.number(place + 1), rows=wording.rows(len(self._found)))
        show_result(self._says, shown)

    def _column_of(self, position: int) -> int:
        """The first column from the left, as they are shown, in which the text stands."""
        found, wanted = self._model.row_at(position), self._edit.text().casefold()
        if found is None:
            return 0
        texts, across = self._model.texts(found), self._table.horizontalHeader()
        hits = [section for section, text in enumerate(texts) if wanted in text.casefold()]
        return min(hits, key=across.visualIndex, default=0)

    def _on_reset(self) -> None:
        self.stop()
        self._number += 1
        self._found = array("q")
        self._end()
        show_value(self._says, "")
        if self.isVisible() and self._edit.text():
            self._timer.start()

    def event(self, event: QEvent) -> bool:
        """In the bar Escape closes it, whatever else it stops elsewhere."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _held(
            event, Qt.KeyboardModifier.ControlModifier
        ):
            self.go(-1 if _held(event, Qt.KeyboardModifier.ShiftModifier) else 1)
        else:
            super().keyPressEvent(event)

    def _make(self, name: str) -> None:
        self._edit = seek_edit(
            f"{name}FindEdit", self.tr("Find"), self.tr("Text to look for in all rows that are shown")
        )
        self._edit.setPlaceholderText(self.tr("Find in these rows"))
        self._says = named(label("", "hint"), f"{name}FindSays", self.tr("What was found"))
        before = button(self.tr("Previous"), "", lambda: self.go(-1))
        after = button(self.tr("Next"), "", lambda: self.go(1))
        self._stop = StopButton(f"{name}FindStop", self.tr("Stop looking"), self.stop)
        close = button(self.tr("Close"), "quiet", self.close_bar)
        named(before, f"{name}FindPrevious", self.tr("Row before that has it"))
        named(after, f"{name}FindNext", self.tr("Next row that has it"))
        named(close, f"{name}FindClose", self.tr("Close Find"))
        line = row(self._edit, before, after, self._says, 1, self._stop, close, margins=(0, 0, 0, 0))
        self._edit.setMinimumWidth(220)
        self._stop.hide()
        self.setLayout(line)

    def add_keys(self, page: QWidget) -> None:
        """Have the platform's keys for the next and the previous one work on the whole page."""
        for standard, step in ((QKeySequence.StandardKey.FindNext, 1), (QKeySequence.StandardKey.FindPrevious, -1)):
            for keys in QKeySequence.keyBindings(standard):
                if keys != QKeySequence(GO_TO_ROW):  # a key that means two things does neither
                    made = QShortcut(keys, page)
                    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                    made.activated.connect(lambda step=step: self.go(step))


def _held(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)
