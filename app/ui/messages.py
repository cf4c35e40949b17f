"""The only place that shows a message: results, errors, and questions before something is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.core.errors import AppError, Code
from app.services.tasks import Cancelled
from app.ui.language import shown
from app.ui.plain_text import from_the_left, shown_as_is
from app.ui.widgets.message_bar import Action, MessageBar

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QAbstractButton

_LEAST_WIDTH = 340


class Messages(QObject):
    """Lives in the GUI thread. The window attaches the bar, and says what cures which error."""

    def __init__(self, report_bug: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report_bug = report_bug
        self._bar: MessageBar | None = None
        self._cure: Callable[[AppError], Action | None] = lambda _error: None
        self._code: Code | None = None
        self._text = ""

    def attach(self, bar: MessageBar, cure: Callable[[AppError], Action | None]) -> None:
        """Show messages in that bar; ``cure`` knows the button that puts an error right, if there is one."""
        self._bar = bar
        self._cure = cure

    def error(self, error: BaseException, *ways_on: Action) -> None:
        """Show an error in the user's words; what is not one of ours is a bug and reported as such.

        ``ways_on`` are the buttons for what is to be done next, where no cure is known for such an error. Work that
        the user stopped is no error.
        """
        if isinstance(error, Cancelled):
            return
        if isinstance(error, AppError):
            cure = self._cure(error)
            self._show(shown(error.message), "error", (cure,) if cure else ways_on, shown(error.details))
            self._code = error.code
        else:
            self._report_bug(error)

    def good(self, text: str, *actions: Action) -> None:
        """Say that something was done."""
        self._show(text, "good", actions)

    def note(self, text: str, *actions: Action) -> None:
        """Say something that is neither good nor bad."""
        self._show(text, "", actions)

    def undoable(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with the button that takes it back."""

        def take_back() -> None:
            self.clear()
            undo()

        self.note(text, (self.tr("Undo"), take_back))

    def settle(self, *codes: Code) -> None:
        """Take away the message of an error of these codes: it is put right."""
        if self._code in codes:
            self.clear()

    def withdraw(self, text: str) -> None:
        """Take that message away, unless another has come since: it is no news any more."""
        if text and text == self._text:
            self.clear()

    def clear(self) -> None:
        """Take the message away."""
        if self._bar is not None:
            self._bar.hide()

    def _show(self, text: str, tone: str, actions: tuple[Action, ...], details: str = "") -> None:
        self._code, self._text = None, text
        if self._bar is not None:
            self._bar.show_message(text, tone=tone, actions=actions, details=details)

    def ask(
        self,
        parent: QWidget,
        question: str,
        means: str,
        yes: str,
        on_yes: Callable[[], object],
        *,
        also: Action | None = None,
    ) -> None:
        """Ask before something is lost; nothing is done unless the user says so. ``also`` is a second way to say yes."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setObjectName("question")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Batchsheet")
        box.setText(shown_as_is(from_the_left(question)))
        box.setInformativeText(shown_as_is(means))
        keep = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName("questionNo")
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        agree.setObjectName("questionYes")
        more = box.addButton(also[0], QMessageBox.ButtonRole.AcceptRole) if also is not None else None
        if more is not None:
            more.setObjectName("questionAlso")
        box.setDefaultButton(keep)
        # Qt indents what has no picture beside it by 21 pixels.
        box.layout().setContentsMargins(0, 16, 20, 16)
        # Else a short question makes a narrow box of many lines. A long one has its own width, or lines.
        box.findChild(QLabel, "qt_msgbox_informativelabel").setMinimumWidth(_LEAST_WIDTH)
        box.setEscapeButton(keep)

        def answered(pressed: QAbstractButton) -> None:
            if pressed is agree:
                on_yes()
            elif also is not None and pressed is more:
                also[1]()

        box.buttonClicked.connect(answered)
        box.installEventFilter(self)
        box.open()
        keep.setFocus()  # where the window is not active yet, the first button would have it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another look lays the buttons of a question out anew, and would leave the cursor on the one that does it."""
        from PySide6.QtCore import QEvent

        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            keep = watched.findChild(QWidget, "questionNo")
            if keep is not None:
                QTimer.singleShot(0, keep, keep.setFocus)
        return super().eventFilter(watched, event)
