"""The parts of a job as small squares: how far it is, and where there was trouble."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core.part import IN_FLIGHT, Part, PartState
from app.core.results import RowState
from app.ui import parts_wording
from app.ui.accessibility import give_own_answers
from app.ui.signs import paint_sign
from app.ui.theme import Theme

SQUARE, GAP = 16, 4
_Kind = tuple[RowState, RowState | None]
"""What a square says: its outcome, and the trouble in it."""
_WORST_FIRST = (
    RowState.FAILED,
    RowState.EXPIRED,
    RowState.DECLINED,
    RowState.CUT_SHORT,
    RowState.CANCELLED,
)


def part_color(part: Part) -> RowState:
    """The outcome that colours a part: once it is done, the one that most of its rows have.

    A part whose rows all were asked again, or whose answers are out of reach, looks as if cancelled: it has none.
    """
    if part.state is PartState.DROPPED:
        return RowState.CANCELLED
    if part.state in IN_FLIGHT:
        return RowState.RUNNING
    if part.state is not PartState.COLLECTED:
        return RowState.WAITING
    counts = _counts(part)
    return max(counts, key=counts.__getitem__, default=RowState.CANCELLED)


def part_trouble(part: Part) -> RowState | None:
    """The worst outcome in a part, if any row is without a whole answer: a strip shows it."""
    counts = _counts(part)
    return next((state for state in _WORST_FIRST if counts.get(state)), None)


def _counts(part: Part) -> dict[RowState, int]:
    return {RowState(str(outcome)): count for outcome, count in part.settled.items() if count}


class PartsMap(QWidget):
    """Squares in lines; very many parts get smaller squares. Sends ``part_clicked`` with a part's place.

    Keys walk from one to the other; the words of the one they are at are its accessible description.
    """

    part_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        give_own_answers()
        super().__init__(parent)
        self._theme = theme
        self._parts: list[Part] = []
        self._at = 0
        self._look: object = None
        self._picture = QPixmap()
        self._stamps: dict[_Kind, QPixmap] = {}
        self._drawn: list[_Kind | None] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_parts(self, parts: list[Part]) -> None:
        """Show these parts."""
        grown = len(parts) != len(self._parts)
        self._parts = parts
        if grown:
            self.updateGeometry()
        self.setEnabled(bool(parts))  # without any it is no place to stop at
        self._go_to(max(0, min(self._at, len(parts) - 1)))

    def _go_to(self, place: int) -> None:
        self._at = place
        self.setAccessibleDescription(parts_wording.part_says(self._parts[place]) if self._parts else "")
        self.update()

    def _square(self) -> tuple[int, int]:
        """Side of a square and the gap after it."""
        return (SQUARE, GAP) if len(self._parts) <= 150 else (7, 2)

    def _across(self, width: int) -> int:
        """Squares in a line."""
        side, gap = self._square()
        return max(1, (width + gap) // (side + gap))

    def _box(self, place: int) -> QRectF:
        side, gap = self._square()
        across = self._across(self.width())
        return QRectF(place % across * (side + gap), place // across * (side + gap), side, side)

    def _place(self, x: float, y: float) -> int:
        """The part under a point, or -1."""
        side, gap = self._square()
        across = self._across(self.width())
        column = int(x // (side + gap))
        place = int(y // (side + gap)) * across + column
        return place if column < across and 0 <= place < len(self._parts) else -1

    def heightForWidth(self, width: int) -> int:
        side, gap = self._square()
        return max(1, -(-len(self._parts) // self._across(width))) * (side + gap) - gap

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = (self.size().toTuple(), self.devicePixelRatioF(), self._theme.tokens, self._square())
        if look != self._look:
            self._look, self._stamps, self._drawn = look, {}, []
            self._picture = self._blank(QSizeF(self.size()))
        self._draw_changed()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if self.hasFocus() and self._parts:
                self._paint_focus(painter, self._box(self._at))

    def _paint_focus(self, painter: QPainter, box: QRectF) -> None:
        """A frame half in the gap, and a line between it and the square's own colour, whichever that is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for inset, color in ((1.5, "panel"), (0, "text")):
            painter.setPen(QPen(self._theme.color(color), 2 if color == "text" else 1))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 3, 3)

    def _draw_changed(self) -> None:
        """Stamp the squares that look other than in the picture: of hundreds a few, while a job runs."""
        kinds = [(part_color(part), part_trouble(part)) for part in self._parts]
        if len(kinds) < len(self._drawn):
            self._drawn = []
            self._picture.fill(Qt.GlobalColor.transparent)
        drawn = self._drawn + [None] * (len(kinds) - len(self._drawn))
        changed = [place for place, kind in enumerate(kinds) if kind != drawn[place]]
        if changed:
            with QPainter(self._picture) as painter:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                for place in changed:
                    painter.drawPixmap(self._box(place).topLeft(), self._stamp(kinds[place]))
        self._drawn = list(kinds)

    def _stamp(self, kind: _Kind) -> QPixmap:
        if kind not in self._stamps:
            side = self._square()[0]
            made = self._blank(QSizeF(side, side))
            with QPainter(made) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_part(painter, QRectF(0, 0, side, side), *kind)
            self._stamps[kind] = made
        return self._stamps[kind]

    def _blank(self, size: QSizeF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap((size * ratio).toSize())
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def _paint_part(self, painter: QPainter, box: QRectF, state: RowState, trouble: RowState | None) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.setClipPath(path)
        painter.fillRect(box, QColor(self._theme.tokens.outcome(state)))
        if state is RowState.WAITING:  # its fill is too pale to be seen by itself
            painter.setPen(QPen(self._theme.color("field_line"), 2))  # its outer half is clipped away
            painter.drawPath(path)
        if trouble is not None and trouble is not state:
            height = max(box.height() * 0.35, 3)
            strip = QRectF(box.x(), box.bottom() - height, box.width(), height)
            painter.fillRect(strip, QColor(self._theme.tokens.outcome(trouble)))
            painter.fillRect(QRectF(box.x(), strip.y() - 1, box.width(), 1), self._theme.color("panel"))
        elif box.width() >= 12 and state not in (RowState.WAITING, RowState.RUNNING):
            paint_sign(painter, box.adjusted(3, 3, -3, -3), state, self._theme.color("panel"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position().x(), event.position().y())
        if place >= 0:
            self._go_to(place)
            self.part_clicked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._parts) - 1
        across = self._across(self.width())
        leads_to: dict[int, int] = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Up: self._at - across,
            Qt.Key.Key_Down: self._at + across,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = leads_to.get(event.key())
        if place is not None:
            self._go_to(place if 0 <= place <= last else self._at)
            below = self._box(self._at).bottomLeft().toPoint()
            QToolTip.showText(self.mapToGlobal(below), self.accessibleDescription(), self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.part_clicked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(event.pos().x(), event.pos().y())
            QToolTip.showText(
                event.globalPos(), parts_wording.part_says(self._parts[place]) if place >= 0 else "", self
            )
            return True
        return super().event(event)
