"""What a screen reader gets of each page: names, roles and live values, through Qt's own accessibility tree."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QListView, QTableView

from app.ui import job_wording
from app.ui.models.outputs_table import KIND
from tests.ui.hand import Hand


def said(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


def spoken(hand: Hand, name: str) -> str:
    return said(QAccessible.queryAccessibleInterface(hand.find(name)))


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*", text))


def unsaid(hand: Hand) -> list[str]:
    """Buttons in sight that show a number of which nothing is said."""
    shown = [made for made in hand.window.findChildren(QAbstractButton) if made.isVisible()]
    return [made.objectName() for made in shown if figures(made.text()) - figures(made.accessibleName())]


def test_figures_are_said_through_a_whole_job(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    assert "$" in spoken(hand, "priceLikely")
    assert spoken(hand, "submitButton").startswith("Run 11 rows for about $")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepRun")
    hand.wait(lambda: spoken(hand, "countAnswered") == "11 rows answered")
    assert "11 answered" in spoken(hand, "breakdownBar")
    hand.click("stepResults")
    hand.wait(lambda: hand.find("resultsGrid").model().rowCount() == 12)  # type: ignore[attr-defined]
    table = QAccessible.queryAccessibleInterface(hand.find("resultsGrid"))
    assert table.role() == QAccessible.Role.Table


def described(hand: Hand, name: str) -> str:
    return QAccessible.queryAccessibleInterface(hand.find(name)).text(QAccessible.Text.Description)


@pytest.mark.logs_warnings
def test_every_number_on_a_button_is_said_through_a_whole_job(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    path = tmp_path / "things.csv"
    path.write_text("Name\n" + "".join(f"Thing {n}\n" for n in range(150)), encoding="utf-8")
    hand = open_window(faults=True, path=str(path))
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("dataNextButton"))
    assert hand.find("rowsAll").text() == "&All 150"  # type: ignore[attr-defined]
    assert unsaid(hand) == []
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Say something about {{Name}}")
    hand.wait(lambda: "about $" in hand.find("tryButton").text())  # type: ignore[attr-defined]
    assert unsaid(hand) == []
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    assert unsaid(hand) == []
    assert spoken(hand, "pricePicture") == hand.text("priceRange")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("askAgainButton"))
    hand.wait(lambda: hand.shows("findingsLook") or not hand.shows("findingsStop"))
    assert unsaid(hand) == []


def test_a_price_that_moves_is_said_anew(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    first = spoken(hand, "priceLikely")
    hand.click("stepPrompt")
    hand.find("longestAnswer").setValue(5)  # type: ignore[attr-defined]
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton") and hand.text("priceLikely") not in first)
    assert spoken(hand, "priceLikely").endswith(f"rows: {hand.text('priceLikely')}")


def test_tabs_say_what_is_done_and_what_is_missing(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: described(hand, "stepData") == "Done")
    assert described(hand, "stepResults") == hand.find("stepResults").toolTip().rpartition(" (")[0] != ""


def test_a_job_is_said_with_what_stands_under_its_name(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    jobs = hand.find("jobList")
    assert isinstance(jobs, QListView)
    hand.wait(lambda: jobs.model().rowCount() == 2)
    lines = QAccessible.queryAccessibleInterface(jobs)
    job = hand.program.current.job
    assert job is not None
    hand.wait(lambda: said(lines.child(1)) == f"people, {job_wording.job_line(job, time.time())}")
    assert said(lines.child(1)) == "people, 12 rows"


def test_what_comes_up_while_one_works_has_its_name(hand: Hand) -> None:
    hand.click("exampleButton2")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    edit = hand.find("promptEdit")
    assert said(QAccessible.queryAccessibleInterface(edit.completer.popup())) == "Columns that fit what you typed"  # type: ignore[attr-defined]
    table = hand.find("outputsTable")
    assert isinstance(table, QTableView)
    table.setCurrentIndex(table.model().index(0, KIND))
    table.setFocus()
    hand.press(Qt.Key.Key_F2)
    kinds = hand.find("kindChoice")
    assert isinstance(kinds, QComboBox)
    assert kinds.accessibleName() == "Kind of the column"  # to others than AT-SPI: there it is what is chosen
    hand.wait(lambda: kinds.view().isVisible())
    QTest.keyClick(kinds.view(), Qt.Key.Key_Escape)


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
