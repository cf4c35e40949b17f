"""The prompt with its ``{{columns}}``: coloured, completed, unknown names underlined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QCompleter, QMenu, QWidget

from app.core.errors import UnknownColumn
from app.core.template import Placeholder, begun_placeholder, find_column, nearest_columns, parse_template
from app.ui.language import tr
from app.ui.theme import Theme
from app.ui.widgets.plain_text import PlainText

_OFFERED = 20
"""Columns that are offered where none has a name like the one that is looked for."""


def is_known(name: str, columns: Sequence[str]) -> bool:
    """Whether a name in braces means one column of the sheet."""
    try:
        return find_column(name, columns) is not None
    except UnknownColumn:
        return False


class PlaceholderHighlighter(QSyntaxHighlighter):
    """Colours names in braces: known ones like the chips, unknown ones underlined."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._columns: Sequence[str] = ()
        theme.changed.connect(self.rehighlight)

    def show_columns(self, columns: Sequence[str]) -> None:
        """Know these columns."""
        self._columns = columns
        self.rehighlight()

    def _known_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.color("on_chip"))
        look.setBackground(self._theme.color("chip"))
        return look

    def _unknown_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.color("error"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(self._theme.tokens.error))
        return look

    def highlightBlock(self, text: str) -> None:
        for found in parse_template(text).placeholders:
            known = is_known(found.name, self._columns)
            look = self._known_format() if known else self._unknown_format()
            # Qt counts in UTF-16 units, Python in characters.
            start = _units(text[: found.start])
            self.setFormat(start, _units(text[found.start : found.end]), look)


class PromptEdit(PlainText):
    """Plain text in which ``{{`` opens a list of the columns, and a click on a name that means none offers the nearest.

    Sends ``left`` when the cursor goes elsewhere.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.highlighter = PlaceholderHighlighter(self.document(), theme)
        self._columns: tuple[str, ...] = ()
        self._pressed = QPoint()
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(10)
        self.completer.popup().setObjectName("columnCompletions")
        self.completer.popup().setAccessibleName(self.tr("Columns that fit what you typed"))
        self.completer.activated[str].connect(self._complete)  # type: ignore[index]

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer these columns."""
        self._columns = tuple(columns)
        self._names.setStringList(list(columns))
        self.highlighter.show_columns(self._columns)

    def unknown_names(self) -> list[str]:
        """Names in braces that mean no column, in order, each once."""
        found = (one.name for one in parse_template(self.toPlainText()).placeholders)
        return [name for name in dict.fromkeys(found) if not is_known(name, self._columns)]

    def left_open(self) -> Placeholder | None:
        """The first ``{{`` that is not closed, unless the user is just typing it; None where there is none."""
        typing = self.window().focusWidget() is self and self._begun_name() is not None
        return None if typing else begun_placeholder(self.toPlainText())

    def close_open(self, name: str) -> None:
        """Put a column in the place of the ``{{`` that is not closed."""
        if (found := begun_placeholder(self.toPlainText())) is not None:
            self._put(found, name)

    def columns_used(self) -> tuple[str, ...]:
        """The sheet's columns that the text names, in the sheet's order."""
        named = {one.name for one in parse_template(self.toPlainText()).placeholders}
        found = {find_column(name, self._columns) for name in named if is_known(name, self._columns)}
        return tuple(column for index, column in enumerate(self._columns) if index in found)

    def insert_column(self, name: str) -> None:
        """Put a column in at the cursor."""
        if not self.isReadOnly():
            self.textCursor().insertText(f"{{{{{name}}}}}")

    def rename(self, old: str, new: str) -> None:
        """Write ``new`` wherever ``old`` stands in braces; one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for found in reversed(parse_template(self.toPlainText()).placeholders):
            if found.name == old:
                self._put(found, new)
        cursor.endEditBlock()

    def _put(self, found: Placeholder, name: str) -> None:
        cursor, text = self.textCursor(), self.toPlainText()
        cursor.setPosition(_units(text[: found.start]))
        cursor.setPosition(_units(text[: found.end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{{{{{name}}}}}")

    def unknown_at(self, position: int) -> Placeholder | None:
        """The name in braces at a place of the text, counted as Qt does, that means no column."""
        text = self.toPlainText()
        for found in parse_template(text).placeholders if self._columns else ():
            inside = _units(text[: found.start]) <= position <= _units(text[: found.end])
            if inside and not is_known(found.name, self._columns):
                return found
        return None

    def next_unknown(self, position: int) -> Placeholder | None:
        """The name that means no column at or after a place, else the first one."""
        text = self.toPlainText()
        unknown = [one for one in parse_template(text).placeholders if not is_known(one.name, self._columns)]
        return next((one for one in unknown if _units(text[: one.end]) >= position), next(iter(unknown), None))

    def show_unknown(self) -> None:
        """Bring the line with the first name that means no column into sight."""
        if (unknown := self.next_unknown(0)) is not None:
            self._go_to(unknown)

    def _go_to(self, found: Placeholder) -> None:
        cursor = self.textCursor()
        cursor.setPosition(_units(self.toPlainText()[: found.end]))
        self.setTextCursor(cursor)

    def offer_nearest(self, unknown: Placeholder) -> QMenu | None:
        """Open a list of the columns whose names are nearest, of all where none is near; None where nothing can be done."""
        near = nearest_columns(unknown.name, self._columns) or self._columns[:_OFFERED]
        if self.isReadOnly() or not near:
            return None
        self._go_to(unknown)
        menu = QMenu(self)
        menu.setObjectName("nearestColumns")
        menu.setAccessibleName(self.tr("Columns with a name like this"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_nearest(menu, unknown.name, near)
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _add_nearest(self, menu: QMenu, unknown: str, near: Sequence[str]) -> None:
        for name in near:
            action = QAction(tr("Use “{name}” instead", name=name).replace("&", "&&"), menu)
            action.triggered.connect(partial(self.rename, unknown, name))
            menu.addAction(action)

    def _begun_name(self) -> str | None:
        """What was typed since the last ``{{`` on this line, or None where no name is open."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        start = before.rfind("{{")
        if start < 0 or (start and before[start - 1] == "\\"):
            return None
        begun = before[start + 2 :]
        return None if "}" in begun or "{" in begun else begun

    def _offer(self) -> None:
        begun = self._begun_name()
        popup = self.completer.popup()
        if begun is None or not self._columns or self.isReadOnly():
            popup.hide()
            return
        self.completer.setCompletionPrefix(begun)
        if not self.completer.completionCount() or self.completer.currentCompletion() == begun:
            popup.hide()
            return
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        area = self.cursorRect()
        area.setWidth(min(popup.sizeHintForColumn(0) + 40, 360))
        self.completer.complete(area)

    def _complete(self, name: str) -> None:
        begun = self._begun_name()
        if begun is None:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, _units(begun))
        rest = cursor.block().text()[self.textCursor().positionInBlock() :]
        cursor.insertText(name if rest.startswith("}}") else f"{name}}}}}")
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        return QSize(300, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer.popup()
        taken = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Backtab)
        if popup.isVisible() and event.key() in taken:
            event.ignore()
            return
        if event.key() in taken[:2] and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            unknown = self.next_unknown(self.textCursor().position())
            if unknown is not None:
                self.offer_nearest(unknown)
            return
        super().keyPressEvent(event)
        if event.text() or event.key() == Qt.Key.Key_Backspace:
            self._offer()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        still = (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance()
        if event.button() == Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            unknown = self.unknown_at(self.cursorForPosition(event.position().toPoint()).position())
            if unknown is not None:
                self.offer_nearest(unknown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        unknown = self.unknown_at(place.position())
        near = nearest_columns(unknown.name, self._columns) if unknown is not None and not self.isReadOnly() else []
        menu = self.createStandardContextMenu()
        menu.setObjectName("promptMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if unknown is not None and near:
            offered = QMenu(menu)
            self._add_nearest(offered, unknown.name, near)
            first = menu.actions()[0] if menu.actions() else None
            menu.insertActions(first, offered.actions())  # type: ignore[arg-type]
            menu.insertSeparator(first)  # type: ignore[arg-type]
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.completer.setWidget(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file that is dropped is opened, wherever it is dropped.
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())


def _units(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
