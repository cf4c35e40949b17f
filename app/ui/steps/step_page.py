"""What all five pages have in common: content or what is missing, and their part of the footer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QWidget

from app.ui.context import Context
from app.ui.flow import Missing, Step, missing
from app.ui.widgets.basics import row
from app.ui.widgets.empty_state import EmptyState

WIDEST = 1720
"""Pixels of a page that is read: on a very wide screen its lines would be too long for the eye."""


class StepPage(QWidget):
    """A page. Sends ``footer_changed``, and ``step_wanted`` with the page to go to.

    Subclasses put their widgets into ``content``, their buttons into ``buttons``, the main one last, when they are
    told to `make` themselves: until that has ended nothing else is asked of them.
    """

    footer_changed = Signal()
    step_wanted = Signal(object)
    step: Step

    def __init__(self, context: Context, home: QWidget) -> None:
        """``home`` is where it belongs from the beginning: see `docs/architecture.md` on how pages are made."""
        super().__init__(home)
        self.context = context
        self.services = context.services
        self.current = context.current
        self.content = QWidget(self)
        self.buttons = QWidget()
        self.buttons.setLayout(QHBoxLayout())
        self.buttons.layout().setContentsMargins(0, 0, 0, 0)
        self.main_button: QPushButton | None = None
        self._missing: Missing | None = None
        self._empty = EmptyState(self._on_missing_pressed, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.content)
        self._stack.addWidget(self._empty)

    @abstractmethod  # for mypy alone: Qt's classes have a metaclass of their own
    def make(self) -> Iterator[None]:
        """Make what it consists of, a piece at a time, none of which holds the window up; in the end it shows the job."""

    def make_rest(self) -> Iterator[None]:
        """Make what it doesn't show yet, a piece at a time: nothing else is to do."""
        yield from ()

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons into the footer; the last is the main one."""
        layout = row(1, *buttons, spacing=12)
        self.buttons.layout().addLayout(layout)
        self.main_button = buttons[-1]

    def check_missing(self) -> bool:
        """Show what is missing, or the page; returns whether the page can be used."""
        self._missing = self._find_missing()
        if self._missing is None:
            self._stack.setCurrentWidget(self.content)
        else:
            found = self._missing
            self._empty.show_missing(f"{self.step}Step", found.title, found.text, found.button)
            self._stack.setCurrentWidget(self._empty)
        return self._missing is None

    @property
    def usable(self) -> bool:
        """Whether the page can be used as things stand."""
        return self._find_missing() is None

    @property
    def in_view(self) -> bool:
        """Whether it is the page that the window shows, or will show once it is on the screen."""
        return self.isVisibleTo(self.window())

    def _find_missing(self) -> Missing | None:
        return missing(self.step, self.current.job, self.current.own_draft, self.current.rows_problem)

    def entered(self) -> None:
        """The page came into view."""

    @property
    def writes(self) -> bool:
        """Whether it writes a file that closing the window would break off."""
        return False

    def stop(self) -> None:
        """Begin nothing more, and stop what can be stopped: the window closes."""

    def first_field(self) -> QWidget | None:
        """What gets the cursor when one is led to this page."""
        return None

    def open_find(self) -> None:
        """Look for a text in what the page shows, where it has a large table."""

    def open_go_to_row(self) -> None:
        """Ask for the number of a row to go to, where the page has a large table."""

    def footer_text(self) -> str:
        """What the footer says on this page."""
        return ""

    def _on_missing_pressed(self) -> None:
        if self._missing is not None:
            self.step_wanted.emit(self._missing.step)
