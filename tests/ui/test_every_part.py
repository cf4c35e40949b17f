"""In every page, dialog and state that a test can open: the focus is seen, all has a name, and no two share their letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QAbstractListModel, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from app.ui.widgets.parts_map import PartsMap
from tests.ui.hand import Hand
from tests.ui.test_mnemonics import clashes, keyed
from tests.ui.tour import rest, states

Cell = tuple[int, int]
"""Its row and its column."""
Luminance = npt.NDArray[np.float64]

ROLE = QAccessible.Role
BUTTONS = frozenset({ROLE.Button, ROLE.PushButton, ROLE.CheckBox, ROLE.RadioButton})
USED = BUTTONS | {ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox, ROLE.Table, ROLE.List, ROLE.Tree, ROLE.ProgressBar}


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.logs_warnings
@pytest.mark.parametrize(("language", "look"), [("en", "light"), ("de", "dark")])
def test_every_part_is_seen_and_said(
    open_window: Callable[..., Hand], tmp_path: Path, language: str, look: str
) -> None:
    hand = open_window(faults=True, language=language)
    hand.program.theme.choose(look)
    eye = Eye(hand.program.theme.tokens.ground)
    wrong: dict[str, list[str]] = {}
    for name, place in states(hand, tmp_path):
        found = [*said_badly(place), *(f"{text} shares its letter" for text in clashes(keyed(place))), *eye.look(place)]
        if found:
            wrong[name] = found
    assert not wrong, "\n".join(f"{name}: {each}" for name, found in wrong.items() for each in found)


# What is said


def tree(found: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Everything in sight below a part; cells of tables and lists are theirs to tell."""
    yield found
    if depth > 40 or found.role() in (ROLE.Table, ROLE.List, ROLE.Tree, ROLE.ComboBox, ROLE.SpinBox):
        return
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child, depth + 1)


def said(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


def said_badly(place: QWidget) -> Iterator[str]:
    """What has no name, buttons that nobody can tell apart, and bars that don't say how far they are."""
    called: dict[str, list[str]] = defaultdict(list)
    for part in tree(QAccessible.queryAccessibleInterface(place)):
        made = part.object()
        if made is None or part.role() not in USED:
            continue
        if not said(part):
            yield f"{part.role()} {made.objectName()} has no name"
        if part.role() in BUTTONS:
            called[said(part)].append(made.objectName())
        if part.role() == ROLE.ProgressBar and part.valueInterface() is None:
            yield f"{made.objectName()} says no value"
        if isinstance(made, QAbstractItemView):
            yield from columns_unsaid(made)
    yield from (f"{names} are all called “{text}”" for text, names in called.items() if len(names) > 1)


def columns_unsaid(table: QAbstractItemView) -> Iterator[str]:
    """Columns of a table whose heading, which is said before each of its cells, says nothing."""
    model = table.model()
    if isinstance(model, QAbstractListModel) or model is None:
        return
    for section in range(model.columnCount()):
        heading = [
            model.headerData(section, Qt.Orientation.Horizontal, role)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        ]
        if not any(heading):
            yield f"column {section} of {table.objectName()} has no name"


# What is seen


def luminance(picture: QImage) -> Luminance:
    """The relative luminance of each pixel, by WCAG's formula."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    bits = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    channels = bits[:, :, 2::-1] / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


def contrast(first: Luminance, second: Luminance) -> Luminance:
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


class Eye:
    """Looks at everything that Tab leads to, once in each shape."""

    def __init__(self, ground: str) -> None:
        dot = QImage(1, 1, QImage.Format.Format_RGB32)
        dot.fill(QColor(ground))
        self._ground = luminance(dot)
        self._seen: set[tuple[object, ...]] = set()

    def look(self, place: QWidget) -> list[str]:
        """What can't be told from what has no focus, and what Tab doesn't lead to."""
        found: list[str] = []
        for _try in range(3):  # what has just changed may be shown anew while it is looked at
            seen = set(self._seen)
            found = list(self._look(place))
            if not found:
                break
            self._seen = seen
            rest()
        return found

    def _look(self, place: QWidget) -> Iterator[str]:
        wanted = {part for part in place.findChildren(QWidget) if takes_focus(part, place)}
        held = place.focusWidget()
        reached: list[QWidget] = []
        for _press in range(100):
            before, part = place.focusWidget(), step_on(place)
            if part not in reached:
                reached.append(part)
                yield from self._look_at(part)
            elif part is not before:  # a text with links is left after the last of them
                break
        missed = [part for part in wanted - set(reached) if isValid(part) and takes_focus(part, place)]
        yield from (f"Tab does not lead to {part.objectName()}" for part in missed)
        if held is not None and isValid(held):
            held.setFocus()

    def _look_at(self, part: QWidget) -> Iterator[str]:
        name, rect = part.objectName(), part.visibleRegion().boundingRect()
        if rect.height() < min(part.height(), 20) or rect.width() < min(part.width(), 20):
            yield f"{name} is out of sight"
            return
        if self._is_new(part, *shape_of(part)):
            edges = half_round(rect)
            if isinstance(part, QAbstractItemView) and part.currentIndex().isValid():
                edges = min(edges, half_round(part.visualRect(part.currentIndex())))
            if isinstance(part, QTabBar):
                edges = half_round(part.tabRect(part.currentIndex()))
            if isinstance(part, PartsMap):
                edges = half_round(part._box(part._at).toRect())
            held = picture(part, rect)
            part.clearFocus()
            without = picture(part, rect)
            part.setFocus(Qt.FocusReason.TabFocusReason)
            if self._changed(without, held) < edges:
                yield f"the focus on {name} can't be seen"
        if isinstance(part, QAbstractItemView) and not isinstance(part, QTreeView):  # another model at each reading
            cells = cells_in_sight(part)
            if len(cells) > 1 and self._is_new(part, "cells") and not self._cell_is_seen(part, *cells[:2]):
                yield f"the current cell of {name} can't be seen"

    def _cell_is_seen(self, table: QAbstractItemView, first: Cell, second: Cell) -> bool:
        rect = table.visualRect(table.model().index(*first, table.rootIndex()))
        pictures = []
        for cell in (second, first):
            table.setCurrentIndex(table.model().index(*cell, table.rootIndex()))
            pictures.append(picture(table.viewport(), rect))
            now = table.currentIndex()
            if (now.row(), now.column()) != cell:  # what it shows has been read anew: it is looked at another time
                self._seen.discard((table.objectName(), type(table), "cells"))
                return True
        return self._changed(*pictures) >= half_round(rect)

    def _is_new(self, part: QWidget, *shape: object) -> bool:
        key = (part.objectName(), type(part), *shape)
        new = key not in self._seen
        self._seen.add(key)
        return new

    def _changed(self, before: QImage, after: QImage) -> int:
        """Pixels that stand out: what does so from the ground need not as much from the button that it is around."""
        was, became = luminance(before), luminance(after)
        ratio = contrast(was, became)
        return int(np.count_nonzero((ratio >= 3) | ((ratio >= 2) & (contrast(became, self._ground) >= 4.5))))


def half_round(rect: QRect) -> int:
    """As many pixels as two of its edges have."""
    return rect.width() + rect.height()


def picture(part: QWidget, rect: QRect) -> QImage:
    """What is seen of a part, as its window paints it."""
    QApplication.processEvents()
    window = part.window()
    return window.grab(QRect(part.mapTo(window, rect.topLeft()), rect.size())).toImage()


def takes_focus(part: QWidget, place: QWidget) -> bool:
    """Whether Tab should lead there; of buttons of which one is chosen, arrows lead from one to the other."""
    if isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox) or part.window() is not place:
        return False  # a part of another
    takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    if not (takes and part.isVisible() and part.isEnabled()):
        return False
    return not (isinstance(part, QAbstractButton) and part.group() is not None and not part.isChecked())


def step_on(place: QWidget) -> QWidget:
    """Press Tab, and say where that led."""
    QTest.keyClick(place.focusWidget() or place, Qt.Key.Key_Tab)
    QApplication.processEvents()
    part = place.focusWidget()
    assert part is not None
    return part


def shape_of(part: QWidget) -> tuple[object, ...]:
    """What its looks depend on."""
    checked = part.isChecked() if isinstance(part, QAbstractButton) else None
    read_only = part.isReadOnly() if isinstance(part, QLineEdit | QTextEdit) else None
    return checked, read_only


def cells_in_sight(table: QAbstractItemView) -> list[Cell]:
    """Some cells that can be the current one."""
    model, root, view = table.model(), table.rootIndex(), table.viewport().rect()
    if model is None:
        return []
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(root), 2)
    usable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
    found = []
    for cell in product(range(min(model.rowCount(root), 4)), range(columns)):
        index = model.index(*cell, root)
        rect = table.visualRect(index)
        if model.flags(index) & usable == usable and not rect.isEmpty() and view.contains(rect):
            found.append(cell)
    return found
