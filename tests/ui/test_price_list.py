"""The price list in the settings: a figure typed over is the price that the next job is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QTableView, QTabWidget

from app.batch_api.prices import use_own_rates
from tests.ui.hand import Hand


@pytest.fixture(autouse=True)
def shipped_prices() -> Iterator[None]:
    yield
    use_own_rates({})


def test_a_price_typed_over_is_used_at_once(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    before = hand.text("priceLikely")
    dialog = hand.settings("Money")
    table = dialog.findChild(QTableView, "priceList")
    assert isinstance(table, QTableView)
    model = table.model()
    hand.wait(lambda: model.rowCount() > 0)
    cell = model.index(0, 1)
    assert not model.setData(cell, "cheap")
    assert not model.setData(cell, "-1")
    assert model.setData(cell, "$ 100")
    assert cell.data() == "100.00"
    assert cell.data(Qt.ItemDataRole.EditRole) == "100"
    shown = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    assert len({len(text.partition(".")[2]) for text in shown}) == 1, "points do not stand below each other"
    assert cell.data(Qt.ItemDataRole.FontRole).bold()
    dialog.accept()
    hand.wait(lambda: hand.shows("submitButton") and hand.text("priceLikely") != before)
    assert float(hand.text("priceLikely").lstrip("$")) > 10 * float(before.lstrip("$"))


@pytest.mark.parametrize(("language", "page"), [("en", "Money"), ("de", "Geld")])
def test_the_list_ends_within_the_dialog(open_window: Callable[..., Hand], language: str, page: str) -> None:
    hand = open_window(language=language)
    dialog = hand.settings(page)
    table = dialog.findChild(QTableView, "priceList")
    pages = dialog.findChild(QTabWidget)
    assert isinstance(table, QTableView)
    assert isinstance(pages, QTabWidget)
    hand.wait(lambda: table.model().rowCount() > 0)  # only then the hint above it has all its lines
    shown = pages.currentWidget()
    hand.wait(lambda: shown.rect().contains(QRect(table.mapTo(shown, QPoint()), table.size())))
    dialog.accept()
