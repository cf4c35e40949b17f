"""Rows that can be looked at while the others are read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.core.table import SheetInfo, SheetRow
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.widgets.loading_view import LoadingView

INFO = SheetInfo("a.csv", "", (), 1, ("Name",))


@pytest.fixture
def view(qtbot: QtBot) -> LoadingView:
    made = LoadingView(lambda: None, 28)
    qtbot.addWidget(made)
    made.begin("a.csv")
    made.show()
    return made


def grid(view: LoadingView) -> QTableView:
    found = view.findChild(QTableView, "loadingGrid")
    assert found is not None
    return found


def test_the_grid_comes_with_the_first_rows_and_grows(view: LoadingView) -> None:
    stored = [SheetRow(number, (f"row {number}",)) for number in range(2, 12)]
    assert not grid(view).isVisible()
    view.show_first_rows(INFO, len(stored), lambda offset, count: stored[offset : offset + count])
    model = grid(view).model()
    assert grid(view).isVisible()
    assert (model.rowCount(), model.index(9, 0).data(), model.index(10, 0).data()) == (10, "row 11", None)
    stored += [SheetRow(number, (f"row {number}",)) for number in range(12, 500)]
    view.show_progress(30, 1_000, 498)
    assert (model.rowCount(), model.index(10, 0).data(), model.index(497, 0).data()) == (498, "row 12", "row 499")
    # While the file is copied its bytes are counted, not rows.
    view.show_progress(9_000, 10_000)
    assert model.rowCount() == 498


def test_rows_that_come_have_no_row_numbers_measured(view: LoadingView, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = [SheetRow(number, (f"row {number}",)) for number in range(2, 5000)]
    asked: list[int] = []
    monkeypatch.setattr(SheetGridModel, "_row_label", lambda _model, section: asked.append(section))
    view.show_first_rows(INFO, 200, lambda offset, count: stored[offset : offset + count])
    assert not asked
    view.show_progress(0, 0, 4000)
    header = grid(view).verticalHeader()
    assert header.sizeHint().width() == header.width() >= header.fontMetrics().horizontalAdvance("4000")
    assert not asked


def test_the_next_file_begins_without_rows(view: LoadingView) -> None:
    view.show_first_rows(INFO, 1, lambda _offset, _count: [SheetRow(2, ("x",))])
    assert view.shows_rows
    view.begin("b.csv")
    assert not view.shows_rows
    assert not grid(view).isVisible()
