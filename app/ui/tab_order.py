"""Tab goes through the window as one reads it, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget

from app.ui.widgets.flow_box import FlowBox


def put_in_order(place: QWidget | None) -> None:
    """Let Tab go through a part of the window in the order of its layouts; Qt's own is that in which parts were made."""
    from PySide6.QtCore import Qt

    stops = [part for part in _parts(place) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def bring_into_sight(part: QWidget | None) -> None:
    """Scroll to a part that Tab led to: Qt has only that area do so in which Tab was pressed."""
    above = part.parentWidget() if part is not None else None
    while part is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def _parts(place: QWidget | None) -> Iterator[QWidget]:
    """A widget and those in it that show, in reading order; what is inside a table or a field is its own affair."""
    if place is None:
        return
    yield place
    if isinstance(place, QStackedWidget):
        yield from _parts(place.currentWidget())
    elif isinstance(place, QSplitter):
        for number in range(place.count()):
            yield from _parts(place.widget(number))
    elif isinstance(place, QScrollArea):
        yield from _parts(place.widget())
    elif isinstance(place, FlowBox):
        for widget in place.widgets:
            yield from _parts(widget)
    else:
        yield from _laid_out(place.layout())


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """What a layout holds, in its order.

    Its items are never asked for: Shiboken keeps what `QLayout.itemAt` gave for as long as the layout lives, also once Qt
    has deleted it, and then takes for it whatever is made in its place, an action of a menu, say: sooner or later the
    program dies of that.
    """
    held = layout.parentWidget() if layout is not None else None
    if layout is None or held is None:
        return
    found: list[QWidget | QLayout] = [each for each in held.children() if isinstance(each, QWidget)]
    found += [each for each in layout.children() if isinstance(each, QLayout)]
    for each in sorted((each for each in found if layout.indexOf(each) >= 0), key=layout.indexOf):
        yield from _laid_out(each) if isinstance(each, QLayout) else _parts(each)
