"""Files dropped on an open dialog: one that is only looked at makes room, one that is filled in keeps what is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

from app.ui.dialogs.compare import CompareDialog
from app.ui.overview.history_page import HistoryPage
from app.ui.widgets.cell_reader import CellReader
from tests.ui.hand import Hand
from tests.ui.test_findings import finish

SPOT = QPoint(10, 10)


class Held:
    """A file that is held over a widget, and let go there."""

    def __init__(self, path: Path) -> None:
        self._data = QMimeData()
        self._data.setUrls([QUrl.fromLocalFile(str(path))])
        self._how = (
            Qt.DropAction.CopyAction,
            self._data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )

    def over(self, widget: QWidget) -> bool:
        """Whether it could be let go here."""
        event = QDragEnterEvent(SPOT, *self._how)
        event.ignore()
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    def let_go(self, widget: QWidget) -> bool:
        """Whether it was taken. Qt brings it to who would have it when it came over."""
        assert self.over(widget)
        event = QDropEvent(SPOT, *self._how)
        event.ignore()
        QApplication.sendEvent(widget, event)
        return event.isAccepted()


@pytest.fixture
def held(small_file: Path) -> Held:
    return Held(small_file)


def show_reader(hand: Hand) -> None:
    CellReader("Note", "long", hand.window).open()


DIALOGS: dict[str, Callable[[Hand], object]] = {
    "guideDialog": lambda hand: hand.window._dialogs.show_guide(),
    "overviewDialog": lambda hand: hand.window._dialogs.show_spend(),
    "aboutDialog": lambda hand: hand.window._dialogs.show_about(),
    "cellReader": show_reader,
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_that_is_looked_at_makes_room_for_a_file(hand: Hand, held: Held, name: str) -> None:
    DIALOGS[name](hand)
    dialog = hand.dialog(name)
    for inside in (dialog, *(each.viewport() for each in dialog.findChildren(QTextBrowser))):
        assert held.over(inside)
        assert hand.window.view.pages.data.drop_frame.property("over") == "true"
        QApplication.sendEvent(dialog, QDragLeaveEvent())
        assert hand.window.view.pages.data.drop_frame.property("over") == "false"
    assert held.let_go(dialog)
    assert not dialog.isVisible()
    hand.wait(hand.loaded)
    assert hand.program.current.job is not None
    assert hand.program.current.job.name == "people"


def test_a_comparison_goes_with_the_cell_that_is_read_from_it(hand: Hand, held: Held, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    finish(hand)
    job = hand.program.current.job
    assert job is not None
    comparison = CompareDialog(hand.program.context, job.id, 0, hand.window)
    comparison.open()
    reader = CellReader("Note", "long", comparison)
    reader.open()
    assert held.let_go(reader)
    assert not reader.isVisible()
    assert not comparison.isVisible()
    hand.wait(lambda: hand.program.current.id != job.id and hand.loaded())


def test_settings_keep_what_is_typed_and_take_no_file(hand: Hand, held: Held) -> None:
    hand.window._dialogs.show_settings()
    settings = hand.dialog("settingsDialog")
    assert not held.over(settings)
    fields = [
        each
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit)
        for each in settings.findChildren(kind)
        if each.acceptDrops() and held.over(each)
    ]
    assert fields == []
    hand.window._dialogs.show_about()
    assert not held.over(hand.dialog("aboutDialog"))  # it would lie behind the settings
    assert settings.isVisible()


def test_a_dialog_that_is_at_work_stays_and_takes_nothing(hand: Hand, held: Held) -> None:
    hand.window._dialogs.show_history()
    dialog = hand.dialog("overviewDialog")
    page = dialog.findChild(HistoryPage)
    assert page is not None
    page.busy.emit(True)
    assert not held.let_go(dialog)
    assert dialog.isVisible()
    assert hand.program.current.info is None


def test_a_dialog_without_a_window_takes_nothing(hand: Hand, held: Held) -> None:
    alone = CellReader("Note", "long")
    alone.show()
    assert not held.over(alone)
    assert isinstance(alone, QDialog)
    alone.close()
