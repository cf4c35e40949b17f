"""The main job with nothing but mouse clicks: an example, its price, the run, the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from app.core.results import RowState
from app.ui.widgets.breakdown_bar import COUNT_NAMES
from tests.ui.hand import LEFT, Hand


def to_the_price(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("dataNextButton")
    assert hand.find("promptEdit").isVisible()
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))


def test_from_an_example_to_the_exported_workbook(hand: Hand, tmp_path: Path) -> None:
    to_the_price(hand)
    button = hand.find("submitButton")
    assert isinstance(button, QPushButton)
    rows = hand.program.window.view.pages.price.shown_price().rows
    assert f"{rows:,} rows for about {hand.text('priceLikely')}" in button.text()
    hand.click("submitButton")
    assert hand.find("breakdownBar").isVisible()
    hand.wait(hand.finished, 60)
    hand.wait(lambda: hand.count("countAnswered") == rows)
    hand.click("runNextButton")
    grid = hand.find("resultsGrid")
    assert isinstance(grid, QTableView)
    hand.wait(lambda: grid.model().rowCount() == hand.program.current.job.breakdown.rows)
    hand.click("exportButton")
    target = tmp_path / "answered.xlsx"
    hand.save_as(target)
    hand.wait(target.exists)
    hand.wait(lambda: hand.shows("messageAction1"))
    assert "answered.xlsx" in hand.text("messageText")


@pytest.mark.logs_warnings
def test_counts_add_up_in_sight_all_the_way(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(faults=True, path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("dataNextButton")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}} from {{City}}? {{Note}}")
    hand.click("promptNextButton")
    hand.click("submitButton")
    sums: set[int] = set()

    def ended() -> bool:
        sums.add(sum(hand.count(name) for name in COUNT_NAMES.values()))
        return hand.finished()

    hand.wait(ended, 60)
    assert sums == {12}
    assert hand.text("countRows") == "12 rows ="
    assert hand.count("countSkipped") == 1


def test_the_price_can_be_stopped_and_the_prompt_changed(hand: Hand) -> None:
    to_the_price(hand)
    first = hand.text("priceLikely")
    hand.click("stepPrompt")
    hand.find("longestAnswer").setValue(5)  # type: ignore[attr-defined]
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    assert hand.text("priceLikely") != first


def test_a_ceiling_under_the_price_stands_in_the_way(hand: Hand) -> None:
    to_the_price(hand)
    hand.find("priceCeiling").setDecimals(6)  # type: ignore[attr-defined]
    hand.find("priceCeiling").setValue(0.000001)  # type: ignore[attr-defined]
    hand.wait(lambda: not hand.find("submitButton").isEnabled())
    hand.wait(lambda: hand.window.findChild(QPushButton, "checkCure1") is not None)
    hand.find("priceCeiling").setValue(0)  # type: ignore[attr-defined]
    hand.wait(lambda: hand.find("submitButton").isEnabled())


@pytest.mark.logs_warnings
def test_results_can_be_filtered_read_and_asked_again(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(faults=True, path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Say something about {{Name}} in {{City}} {{Note}}")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished, 60)
    hand.click("stepResults")
    grid = hand.find("resultsGrid")
    assert isinstance(grid, QTableView)
    counts = hand.program.current.job.breakdown.as_counts()
    for state in RowState:
        if counts[state]:
            hand.click(f"outcomeFilter_{state}")
            assert hand.waits_for_rows(grid, counts[state])
    hand.click("outcomeFilter_all")
    hand.wait(lambda: grid.model().rowCount() == 12)
    QTest.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(grid.model().index(0, 0)).center())
    detail = hand.find("rowDetail")
    hand.wait(lambda: "Row 2:" in hand.text("rowDetailTitle"))
    assert "Say something about Person 1" in detail.toPlainText()  # type: ignore[attr-defined]


def test_a_ceiling_is_advised_where_the_most_is_far_from_likely(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.program.current.replace_recipe(replace(hand.program.current.draft.recipe, web_search=3))
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    hand.wait(lambda: hand.shows("adviceTake"))
    hand.click("adviceTake")
    assert hand.find("priceCeiling").value() > 0  # type: ignore[attr-defined]
    hand.wait(lambda: "searches bring" in " ".join(one.text() for one in hand.find("checksList").findChildren(QLabel)))
    hand.wait(lambda: hand.shows("submitButton"))
    assert "very unlikely" in hand.text("priceBasis")
