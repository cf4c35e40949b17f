"""What a screen reader gets of each page: names, roles and live values, through Qt's own accessibility tree."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest

from tests.ui.hand import Hand

_USED = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.PushButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Table,
        QAccessible.Role.List,
        QAccessible.Role.ProgressBar,
    }
)


def tree(found: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Everything in sight below a part; cells of tables and lists are theirs to tell."""
    yield found
    if depth > 40 or found.role() in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.ComboBox):
        return
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child, depth + 1)


def said(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


def nameless(hand: Hand) -> list[str]:
    parts = list(tree(QAccessible.queryAccessibleInterface(hand.window)))
    assert sum(part.role() in _USED for part in parts) > 8
    # A line edit inside a field for a number is part of that field.
    bare = [part for part in parts if part.role() in _USED and not said(part) and part.object() is not None]
    return [f"{part.role()} {part.object().objectName()}" for part in bare if not _is_inner(part)]


def _is_inner(part: QAccessibleInterface) -> bool:
    return part.object().objectName().startswith("qt_")


def spoken(hand: Hand, name: str) -> str:
    return said(QAccessible.queryAccessibleInterface(hand.find(name)))


@pytest.mark.parametrize("page", ["stepData", "stepPrompt", "stepPrice", "stepRun", "stepResults"])
def test_all_that_can_be_used_has_a_name_on_an_empty_page(hand: Hand, page: str) -> None:
    hand.click(page)
    assert nameless(hand) == []


def test_all_that_can_be_used_has_a_name_through_a_whole_job(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    assert nameless(hand) == []
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    assert nameless(hand) == []
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    assert nameless(hand) == []
    assert "$" in spoken(hand, "priceLikely")
    assert spoken(hand, "submitButton").startswith("Run 11 rows for about $")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepRun")
    hand.wait(lambda: spoken(hand, "countAnswered") == "11 rows answered")
    assert "11 answered" in spoken(hand, "breakdownBar")
    assert nameless(hand) == []
    hand.click("stepResults")
    hand.wait(lambda: hand.find("resultsGrid").model().rowCount() == 12)  # type: ignore[attr-defined]
    assert nameless(hand) == []
    table = QAccessible.queryAccessibleInterface(hand.find("resultsGrid"))
    assert table.role() == QAccessible.Role.Table


def test_a_scroll_area_answers_for_a_part_that_is_gone() -> None:
    # In a process of its own: without the guard it dies.
    asked = (
        "from PySide6.QtGui import QAccessible\n"
        "from app.ui.accessibility import ScrollArea\n"
        "from app.ui.application import make_application\n"
        "application = make_application()\n"
        "area = ScrollArea()\n"
        "part = QAccessible.queryAccessibleInterface(area)\n"
        "assert part.role() == QAccessible.Role.Client\n"
        "assert part.child(0).object() is area.viewport()\n"
        "assert part.child(99) is None\n"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
