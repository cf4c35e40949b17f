"""Markup in headers, cells, file names and prompts is shown letter by letter, wherever it turns up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Rich  # this one knows markup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import app.ui
from app.core.outputs import Output
from app.core.recipe import Recipe
from app.services.comparing import ComparedRow
from app.ui.models.compared_rows import ComparedRowsModel, LabelsModel
from app.ui.models.outputs_table import OutputsTableModel
from app.ui.overview.saying import Saying
from app.ui.steps.model_choice import ModelChoice
from app.ui.steps.recipe_choice import RecipeChoice
from app.ui.theme import Theme
from app.ui.widgets.basics import label
from app.ui.widgets.column_chips import ColumnChip
from app.ui.widgets.column_menu import ColumnMenu
from app.ui.widgets.file_menu import FileMenu
from app.ui.widgets.job_side import JobSide
from tests.ui.hand import Hand

UI = Path(app.ui.__file__).parent
_MADE = re.compile(r"\bQLabel\(|class \w+\(QLabel")

MARKUP = '<img src="file:///etc/hostname"><h1>big</h1><a href="x">here</a>'

NOWHERE = QModelIndex()


@pytest.fixture
def hostile_file(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "<b>sheet<b>"
    sheet.append(["Name", MARKUP])
    for number in range(12):
        sheet.append([f"{MARKUP} {number}", MARKUP])
    path = tmp_path / "<b>book<b>.xlsx"
    book.save(path)
    return path


def is_markup(text: object) -> bool:
    """Whether Qt would read it as markup, and find some of ours in it."""
    return isinstance(text, str) and Rich.mightBeRichText(text) and ("<img" in text or "<b>" in text)


def read_as_markup(window: QWidget) -> Iterator[str]:
    """What in the window Qt would take for markup, though it holds our hostile text."""
    for widget in (window, *window.findChildren(QWidget)):
        if is_markup(widget.toolTip()):
            yield f"tooltip of {widget.objectName()}"
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            inside_question = isinstance(widget.parent(), QMessageBox)
            if "<img" in widget.text() or "<b>" in widget.text() or not (inside_question or not widget.text()):
                yield f"label {widget.objectName()}: {widget.text()}"
        if isinstance(widget, QTextEdit) and ("<img" in widget.toHtml() or "<h1" in widget.toHtml()):
            yield f"text of {widget.objectName()}"
    for model in window.findChildren(QAbstractItemModel):
        roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole)
        columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(NOWHERE), 20)
        for section in range(columns):
            found = model.headerData(section, Qt.Orientation.Horizontal, roles[0])
            if is_markup(found):
                yield f"header of {model}"
        for row in range(min(model.rowCount(NOWHERE), 20)):
            for column in range(columns):
                for role in roles:
                    found = model.data(model.index(row, column), role)
                    if is_markup(found):
                        yield f"cell of {type(model).__name__}"


def test_no_page_reads_the_users_text_as_markup(open_window: Callable[..., Hand], hostile_file: Path) -> None:
    hand = open_window(path=str(hostile_file))
    hand.wait(hand.loaded)
    assert list(read_as_markup(hand.window)) == []
    hand.click("dataNextButton")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}? <img src=y>")
    assert list(read_as_markup(hand.window)) == []
    hand.wait(lambda: "for about" in hand.find("tryButton").text())  # type: ignore[attr-defined]
    hand.click("tryButton")
    hand.wait(lambda: hand.find("tryAnswers").model().rowCount() > 0)  # type: ignore[attr-defined]
    assert list(read_as_markup(hand.window)) == []
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    assert list(read_as_markup(hand.window)) == []
    hand.click("submitButton")
    hand.wait(hand.finished)
    assert list(read_as_markup(hand.window)) == []
    hand.click("runNextButton")
    grid = hand.find("resultsGrid")
    hand.wait(lambda: grid.model().rowCount() == 12)  # type: ignore[attr-defined]
    grid.selectRow(0)  # type: ignore[attr-defined]
    detail = hand.find("rowDetail")
    assert isinstance(detail, QTextEdit)
    hand.wait(lambda: "Who is" in detail.toPlainText())
    assert list(read_as_markup(hand.window)) == []


def test_every_kind_of_label_shows_letters(qtbot: QtBot) -> None:
    """Also in dialogs: no label of the window is made in another way than these two."""
    made = {path.name for path in UI.rglob("*.py") if _MADE.search(path.read_text(encoding="utf-8"))}
    assert made == {"basics.py", "saying.py"}
    saying = Saying("said")
    saying.written(Path("<b>folder<b>", "<img src=x>.csv"))
    for one in (saying, label(MARKUP)):
        qtbot.addWidget(one)
        assert list(read_as_markup(one)) == []


def test_tips_show_letters_wherever_foreign_names_stand(
    qtbot: QtBot, theme: Theme, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, files = ColumnMenu("Attached"), FileMenu("Before every row")
    columns.choose([MARKUP])
    files.choose([MARKUP])
    for one in (ColumnChip(MARKUP, theme), columns, files):
        qtbot.addWidget(one)
        assert list(read_as_markup(one)) == []
    hand.window.findChild(RecipeChoice).show_name(MARKUP)
    models = hand.services.models
    named_so = [replace(model, name=MARKUP) for model in models.offered()]
    monkeypatch.setattr(models, "offered", lambda: named_so)
    monkeypatch.setattr(models, "find", lambda wanted: next(model for model in named_so if model.id == wanted))
    hand.window.findChild(ModelChoice).show_models(Recipe())
    assert MARKUP[:9] in hand.find("modelChoice").currentText()  # type: ignore[attr-defined]
    hand.window.findChild(JobSide).show_release("9.0.0", MARKUP)
    assert list(read_as_markup(hand.window)) == []


def test_the_tip_of_the_link_to_a_larger_sheet_shows_letters(hand: Hand, tmp_path: Path) -> None:
    book = Workbook()
    cover, larger = book.active, book.create_sheet("<b>data<b>")
    assert cover is not None
    cover.append(["Name"])
    cover.append(["one"])
    for number in range(302):
        larger.append([f"thing {number}"])
    path = tmp_path / "two.xlsx"
    book.save(path)
    hand.window.open_path(path)
    hand.wait(lambda: hand.shows("largerSheetButton"))
    assert "data" in hand.find("largerSheetButton").toolTip()
    assert list(read_as_markup(hand.window)) == []


def test_tips_of_tables_show_letters(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    OutputsTableModel(parent).show_outputs([Output(MARKUP, description=MARKUP)])
    LabelsModel(parent).show_labels(Counter({(MARKUP, MARKUP): 2}))
    row = ComparedRow(2, (MARKUP,), (MARKUP,), (MARKUP,), kept=False)
    ComparedRowsModel(parent).show_rows(["Name", "Stands", "here", "there"], 1, lambda _start, _count: [row])
    assert list(read_as_markup(parent)) == []


def test_a_question_shows_names_as_they_are(hand: Hand) -> None:
    hand.program.messages.ask(hand.window, f"Delete {MARKUP}?", f"It holds {MARKUP}.", "Delete", lambda: None)
    box = hand.dialog("question")
    assert isinstance(box, QMessageBox)
    assert "<img" not in box.text()
    assert "&lt;img" in box.text()
    assert "<img" not in box.informativeText()
    box.reject()
