"""The sheet's columns as chips: a click puts one into the prompt, or it is dragged there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QSizePolicy, QStyle, QWidget

from app.core.cell_facts import Concern, SheetFacts
from app.ui.naming import named
from app.ui.plain_text import elided, name_in_line, shown_as_is
from app.ui.theme import Theme
from app.ui.widgets.basics import button
from app.ui.widgets.flow_box import FlowBox

FEW = 8
MOST = 200
LONGEST = 28
SAMPLES = (18, 9, 0)
"""Letters of a sample that are shown: as many as leave the chips in few enough lines, else it is in the tooltip alone."""
FEW_LINES, SPACING = 4, 6


class ColumnChip(QPushButton):
    """One column: its name, and beside it, paler, a sample of its cells and how many are blank."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(elided(name, LONGEST).replace("&", "&&"), parent)
        self.name = name
        self._theme = theme
        self._sample = self._blanks = ""
        self._longest = SAMPLES[0]
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        # A button is never narrower than it would like to be; this one may be.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(shown_as_is(name))
        self._pressed_at = QPoint()

    def show_about(self, sample: str, blanks: str) -> None:
        """Show a sample and the share of blanks, either of which may be ""."""
        self._sample, self._blanks = sample, blanks
        self.setToolTip(shown_as_is("\n".join(part for part in (self.name, sample, blanks) if part)))
        self.setAccessibleDescription(", ".join(part for part in (sample, blanks) if part))
        self.updateGeometry()
        self.update()

    def make_room(self, letters: int) -> None:
        """Be as wide as with a sample of so many letters; nothing of it is said."""
        self._sample = "n" * letters
        self.updateGeometry()

    def show_sample(self, longest: int) -> None:
        """Show so many letters of the sample at most."""
        if longest != self._longest:
            self._longest = longest
            self.updateGeometry()
            self.update()

    @property
    def about(self) -> str:
        """What is shown beside the name."""
        return " · ".join(part for part in (self._shown_sample(), self._blanks) if part)

    def _shown_sample(self) -> str:
        return elided(self._sample, self._longest) if self._longest else ""

    def _about_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.about) + 8 if self.about else 0

    def _about_within(self, width: int) -> str:
        """What is shown beside the name in so many pixels: of a long sample the end is left out, never the blanks."""
        metrics = self.fontMetrics()
        shown = self._shown_sample()
        end = f" · {self._blanks}" if shown and self._blanks else self._blanks
        sample = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(end))
        return name_in_line(sample) + end

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._about_width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        return super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.about:
            return
        start = super().sizeHint().width() + 1
        area = QRect(start, 0, self.width() - start - 6, self.height())
        area = QStyle.visualRect(self.layoutDirection(), self.rect(), area)
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self._theme.color("hint"))
            alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area, alignment, self._about_within(area.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if not event.buttons() & Qt.MouseButton.LeftButton or moved < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        drag = QDrag(self)
        data = QMimeData()
        data.setText(f"{{{{{self.name}}}}}")
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        self.setDown(False)
        drag.exec(Qt.DropAction.CopyAction)


class ColumnChips(FlowBox):
    """Chips in lines; many columns hide behind "+ 12", answers of earlier steps never. Sends ``chosen`` with a name."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACING)
        self._theme = theme
        self._columns: tuple[str, ...] = ()
        self._sheet = 0
        self._facts = SheetFacts()
        self._chips: dict[int, ColumnChip] = {}
        self._all = False

    def show_columns(self, columns: Sequence[str], answers: int = 0) -> None:
        """Offer these columns, the last few of which are ``answers`` of earlier steps."""
        sheet = len(columns) - answers
        if (tuple(columns), sheet) != (self._columns, self._sheet):
            self._columns, self._sheet, self._all = tuple(columns), sheet, False
            self._facts = SheetFacts()
            self._fill()

    def show_facts(self, facts: SheetFacts) -> None:
        """Show what was found in the first columns or all of them; nothing where it was found in others."""
        names = tuple(one.name for one in facts.columns)
        self._facts = facts if names == self._columns[: len(names)] else SheetFacts()
        for place, chip in self._chips.items():
            found = self._facts.columns[place] if place < len(self._facts.columns) else None
            share = self._facts.share(found, Concern.BLANK) if found else 0.0
            chip.show_about(found.sample if found else "", self._blank(share))
        self._choose_samples()

    def _blank(self, share: float) -> str:
        if not share:
            return ""
        if share == 1:
            return self.tr("all blank")
        percent = min(max(round(share * 100), 1), 99)
        return self.tr("{percent}% blank").format(percent=percent)

    def _fill(self) -> None:
        self.clear()
        self._chips = {}
        for number, place in enumerate(self._offered(), 1):
            name = self._columns[place]
            chip = ColumnChip(name, self._theme, self)
            chip.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            says = self.tr("Put the column “{name}” into the prompt").format(name=name)
            self._chips[place] = chip
            self.add(named(chip, f"columnChip{number}", says))
        if len(self._columns) > FEW:
            text = self.tr("fewer") if self._all else f"+ {len(self._columns) - len(self._chips)}"
            says = self.tr("Show fewer columns") if self._all else self.tr("Show all columns")
            self.add(named(button(text, "chip", self._toggle), "columnChipsMore", says))
        self.show_facts(self._facts)
        self.rearrange()

    def _offered(self) -> list[int]:
        """Positions of the columns that have a chip: the answers are what a further step is mostly about."""
        limit = MOST if self._all else FEW
        places = range(len(self._columns))
        if len(places) <= limit:
            return [*places]
        answers = places[self._sheet :][:limit]
        return [*places[: self._sheet][: max(limit - len(answers), limit // 2)], *answers]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_samples()

    def _choose_samples(self) -> None:
        if not self._chips:
            return
        room = self._room()
        most = FEW_LINES * (next(iter(self._chips.values())).sizeHint().height() + SPACING)
        self.setMinimumHeight(0 if self._facts.columns else self._expected(room, most))
        for longest in SAMPLES:
            for chip in self._chips.values():
                chip.show_sample(longest)
            if self.height_at(room) <= most:
                return

    def _expected(self, room: int, most: int) -> int:
        """The height that samples will take, until they are read: what lies below is not to jump when they come."""
        height = 0
        for longest in SAMPLES:
            for chip in self._chips.values():
                chip.show_sample(longest)
                chip.make_room(longest)
            height = self.height_at(room)
            if height <= most:
                break
        for chip in self._chips.values():
            chip.make_room(0)
        return height

    def _room(self) -> int:
        """The width beside a scroll bar: were it the width of the moment, what is chosen could show and hide that bar."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around.width() - around.verticalScrollBar().sizeHint().width() if around is not None else self.width()

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()
