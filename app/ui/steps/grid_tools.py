"""What a table of the user's rows can do besides: looked through for a text, gone to by number, its cells added up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence

from app.core.adding import Sums, add_up
from app.services.tasks import TaskControl
from app.ui import wording
from app.ui.actions import GO_TO_ROW
from app.ui.context import Context
from app.ui.icons import keep_tinted
from app.ui.language import figures
from app.ui.models.paged_table import PagedTable
from app.ui.models.roles import IS_NEW
from app.ui.naming import named
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import button
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.find_bar import FindBar
from app.ui.widgets.go_to_row import GoToRow

_NATIVE = QKeySequence.SequenceFormat.NativeText
_PAGE = 500
_SETTLES_MS = 150
MOST_ADDED = 200_000
"""Cells that are added up, which takes a second or so; more are only counted."""


class GridTools(TableTools):
    """``bar`` is to be laid out above the table, ``button`` where it is opened from.

    Sends ``added_up`` after ``sums``, what the chosen cells come to, is another; and ``all_wanted`` where a row is
    wanted that the table doesn't show now: it is gone to as soon as the table shows others.
    """

    added_up = Signal()
    all_wanted = Signal()

    def __init__(
        self,
        name: str,
        table: DataTable,
        model: PagedTable[Any],
        context: Context,
        *,
        everything: Callable[[int], bool] = lambda _number: False,
    ) -> None:
        """``everything`` tells of a row's number whether it could be shown; any thread may call it."""
        super().__init__(table, context)
        self._model = model
        self._everything = everything
        self._seeks = context.background.latest(self, quick=True)
        self._adds = context.background.latest(self)
        self._wanted: int | None = None
        self.sums = ""
        self.bar = FindBar(name, table, model, context.background)
        says = self.tr("Look for a text in all rows that are shown")
        self.button = named(button(self.tr("Find"), "quiet", self.bar.open), f"{name}FindButton", self.tr("Find"), says)
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        self.button.setToolTip(f"{says} ({keys.toString(_NATIVE)})")
        keep_tinted(self.button, "search", context.theme)
        table.offers += [
            (self.tr("&Find"), keys, self.bar.open),
            (self.tr("&Go to row…"), QKeySequence(GO_TO_ROW), self.open_go_to_row),
        ]
        self._settles = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settles.timeout.connect(self._add_up)
        table.selectionModel().selectionChanged.connect(self._on_chosen)
        model.dataChanged.connect(self._on_chosen)
        model.modelReset.connect(self._on_reset)

    # A row by its number

    def open_go_to_row(self) -> None:
        """Ask for the number of a row, and go there."""
        jobs, job = self._context.services.jobs, self._context.current.id
        count = jobs.row_count(job) if job else 0
        if not count or self._model.fetch is None:
            return
        first, last = (jobs.rows(job, position, 1)[0].number for position in (0, count - 1))
        here = self._model.row_at(max(self._table.currentIndex().row(), 0))
        dialog = GoToRow(first, last, here.number if here is not None else first, self._table.window())
        dialog.wanted.connect(lambda number: self._seek(number, dialog))
        dialog.all_wanted.connect(self._on_all_wanted)
        dialog.open()

    def _on_all_wanted(self, number: int) -> None:
        self._wanted = number
        self.all_wanted.emit()

    def _seek(self, number: int, dialog: GoToRow | None = None) -> None:
        """Go to a row, whose place is found by its number: rows stand in the order of these."""
        fetch, count, everything = self._model.fetch, self._model.rowCount(), self._everything
        if fetch is None:
            return

        def work(_control: TaskControl) -> tuple[int | None, bool]:
            place = bisect_left(range(count), number, key=lambda position: _number(fetch(position, 1)))
            there = place < count and _number(fetch(place, 1)) == number
            return (place, True) if there else (None, everything(number))

        def found(result: tuple[int | None, bool]) -> None:
            place, known = result
            if place is not None:
                self._table.go_to(place, max(self._table.currentIndex().column(), 0))
                if dialog is not None:
                    dialog.accept()
                self._table.setFocus()
            elif dialog is not None:
                dialog.show_missing(can_show=known)

        self._seeks.run("Go to row", work, found)

    # What cells come to

    def _on_chosen(self) -> None:
        self._adds.drop()
        rows, sections = self._table.chosen()
        if sum(map(len, rows)) * len(sections) > 1:
            self._settles.start()
        else:
            self._settles.stop()
            self._say("")

    def _on_reset(self) -> None:
        self._on_chosen()
        number, self._wanted = self._wanted, None
        if number is not None:
            self._seek(number)

    def _add_up(self) -> None:
        stretches, sections = self._table.chosen()
        fetch, texts, marks = self._model.fetch, self._model.texts, [self._mark(section) for section in sections]
        cells = sum(map(len, stretches)) * len(sections)
        if fetch is None or cells < 2:
            return
        if cells > MOST_ADDED:
            said = self.tr("{n} cells are marked. Up to {most} are added up.")
            self._say(said.format(n=wording.number(cells), most=wording.number(MOST_ADDED)))
            return

        def work(control: TaskControl) -> Sums:
            columns: list[list[str]] = [[] for _section in sections]
            for rows in stretches:
                for first in range(rows.start, rows.stop, _PAGE):
                    control.check()
                    for row in fetch(first, min(_PAGE, rows.stop - first)):
                        whole = texts(row)
                        for place, section in enumerate(sections):
                            columns[place].append(whole[section])
            return add_up(zip(columns, marks, strict=True))

        self._adds.run("Adding up", work, lambda found: self._say(self._in_words(found)))

    def _mark(self, section: int) -> str:
        """The decimal mark where no cell tells it: answers and workbooks have one form, a text that of who wrote it."""
        info = self._context.current.info
        is_answer = self._model.headerData(section, Qt.Orientation.Horizontal, IS_NEW)
        return "." if is_answer or info is None or info.text is None else figures().decimalPoint()

    def _in_words(self, found: Sums) -> str:
        count = wording.number(found.filled)
        if not found.numbers:
            return self.tr("Count: {count}").format(count=count)
        text = self.tr("Count: {count} · Sum: {sum} · Average: {average}")
        return text.format(count=count, sum=wording.decimal(found.total), average=wording.decimal(found.average))

    def _say(self, text: str) -> None:
        if text != self.sums:
            self.sums = text
            self.added_up.emit()


def _number(rows: Any) -> int:
    """The number of the first of some rows; beyond all where they have gone meanwhile."""
    return int(rows[0].number) if rows else 2**31
