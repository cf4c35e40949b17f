"""The whole practice job in German: nothing on any page is still English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.check_answers import CheckAnswersDialog
from app.ui.dialogs.compare import CompareDialog
from app.ui.dialogs.export_choices import ExportChoicesDialog
from app.ui.dialogs.guide import GuideDialog
from app.ui.dialogs.problem_report import ProblemReportDialog
from app.ui.dialogs.text_format import TextFormatDialog
from app.ui.overview.dialog import OverviewDialog
from app.ui.settings.dialog import SettingsDialog
from app.ui.widgets.cell_reader import CellReader
from app.ui.widgets.data_table import DataTable
from tests.ui.hand import Hand

TRANSLATIONS = Path(__file__).parents[2] / "translations" / "batchsheet_de.ts"
ENGLISH = re.compile(
    r"\b(the|is|are|of|and|with|your|this|not|rows?|columns?|answers?|for|from|what|which|nothing|has|have|cost|yet)\b",
    re.IGNORECASE,
)
"""Words that no German text has."""
SAME = re.compile(r"batchsheet --\S+( [A-Z]+)?|[“„][^“”„]*[“”]|Column [A-Z]+|[/\\]\S+")
"""What stays as it is: commands, paths, names in quotation marks, and those of columns without one."""
OTHERS = {"licencesText", "recipeChoice"}
"""Parts that show other people's texts: licences, recipes."""


def sources() -> set[str]:
    """The English of every text that is another in German."""
    found = set()
    for message in ET.parse(TRANSLATIONS).getroot().iter("message"):  # noqa: S314 - a file of our own
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        if translation.text != source:
            found |= {source.replace("&", ""), (message.findtext("comment") or source).replace("&", "")}
    return found


SOURCES = sources()


def is_english(text: str) -> bool:
    plain = SAME.sub("", text.replace("&", ""))
    return text.replace("&", "").strip() in SOURCES or bool(ENGLISH.search(re.sub(r"<[^>]*>", " ", plain)))


def said(place: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a window with the name of its part: seen, hovered over, or read aloud."""
    for part in [place, *place.findChildren(QWidget)]:
        name = part.objectName() or part.metaObject().className()
        if part.objectName() in OTHERS or is_of(part, "recipeChoice"):
            continue
        texts = [part.toolTip(), part.windowTitle(), part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel | QAbstractButton):
            texts.append(part.text())
        if isinstance(part, QLineEdit | QTextEdit):
            texts.append(part.placeholderText())
        if isinstance(part, QComboBox):
            texts += [part.itemText(number) for number in range(part.count())]
        if isinstance(part, QTabBar):
            texts += [part.tabText(number) for number in range(part.count())]
        if isinstance(part, QAbstractSpinBox):
            texts.append(part.specialValueText())
        if isinstance(part, QTextBrowser) and part.objectName() == "rowDetail":
            texts += [line for line in part.toPlainText().splitlines() if "Practice answer" not in line]
        shown = part.isVisibleTo(place)  # before there is a file, the columns of answers are nobody's
        if shown and isinstance(part, QAbstractItemView) and not isinstance(part, DataTable | QHeaderView):
            texts += of_model(part.model())
        yield from ((name, text) for text in texts)
    for action in place.findChildren(QAction):
        yield action.objectName(), action.text()


def of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    """Headers, and the cells that are the program's own."""
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for section in range(columns):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(), 20)):
        for section in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                text = str(model.data(model.index(row, section), role) or "")
                if "Practice answer" not in text:
                    yield text


def is_of(part: QWidget, name: str) -> bool:
    """Whether it belongs to another part: a list that folds out, say."""
    above = part.parentWidget()
    return above is not None and (above.objectName() == name or is_of(above, name))


def leftovers(place: QWidget) -> set[tuple[str, str]]:
    return {(name, text) for name, text in said(place) if text and is_english(text)}


@pytest.fixture
def german(open_window: Callable[..., Hand]) -> Hand:
    return open_window(language="de")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    lines = ["Name,Ort,,Notiz"]
    lines += [f"Person {n},Berlin,{n},mag {n}" for n in range(1, 10)]
    lines += [",,,", "Person 1,Berlin,1,mag 1", "Person 12,Paris,1,", "Person 13,Rom,1,a,b,c"]
    path = tmp_path / "leute.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_english_is_found() -> None:
    assert is_english("Nothing was sent.")
    assert is_english("5 rows")
    assert not is_english("5 Zeilen aus „What is this“")


def test_the_whole_practice_job_is_german(german: Hand, table: Path, tmp_path: Path) -> None:
    hand = german

    english: set[tuple[str, str]] = set()

    def look(place: QWidget = hand.window) -> None:
        english.update(leftovers(place))

    look()
    for step in ("stepPrompt", "stepPrice", "stepRun", "stepResults", "stepData"):
        hand.click(step)
        look()
    hand.window.open_path(table)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("dataNextButton"))
    look()
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Wer ist {{Nam}}?")
    look()
    QTest.keyClicks(hand.find("promptEdit"), " {{Name}}")
    hand.find("promptEdit").setPlainText("Wer ist {{Name}}, {{Notiz}}?")  # type: ignore[attr-defined]
    hand.wait(lambda: hand.shows("tryButton"))
    look()
    hand.click("tryButton")
    hand.wait(lambda: hand.shows("tryBack"))
    look()
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    look()
    hand.click("submitButton")
    hand.wait(lambda: hand.shows("rowsDone"))
    look()
    hand.wait(hand.finished)
    hand.click("stepRun")
    look()
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("exportButton"))
    look()
    assert hand.program.current.job is not None
    context, job = hand.program.context, hand.program.current.id
    for dialog in (
        ExportChoicesDialog(context, job, tmp_path / "neu.csv", hand.window),
        CheckAnswersDialog(context, job, hand.window),
        CompareDialog(context, job, 0, hand.window),
    ):
        dialog.show()
        hand.wait(dialog.isVisible)
        look(dialog)
        dialog.close()
    assert not english, "\n".join(map(repr, sorted(english)))


def dialogs(hand: Hand) -> Iterator[QDialog]:
    """Every dialog of its own."""
    yield SettingsDialog(hand.program.context, hand.window)
    yield OverviewDialog(hand.program.context, hand.window)
    yield GuideDialog(parent=hand.window)
    yield AboutDialog(hand.window)
    yield CellReader("Notiz", "lang", hand.window)
    yield ProblemReportDialog("", str, hand.window)
    found = hand.program.current.info
    assert found is not None
    assert found.text is not None
    yield TextFormatDialog(found.text, hand.services.importing.encodings(), hand.window)


def test_every_dialog_is_german(german: Hand, table: Path) -> None:
    german.window.open_path(table)
    german.wait(german.loaded)
    for dialog in dialogs(german):
        dialog.show()
        german.wait(dialog.isVisible)
        for bar in dialog.findChildren(QTabBar):
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                assert not leftovers(dialog)
        assert not leftovers(dialog)
        dialog.close()


def test_nothing_of_the_prompt_page_is_cut_at_its_side_in_a_small_window(german: Hand) -> None:
    hand = german
    hand.window.resize(1024, 700)
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    hand.wait(lambda: hand.shows("tryRows") and hand.shows("cellNoteDo1"))
    for name in ("promptEdit", "modelChoice"):
        part: QWidget | None = hand.find(name)
        while not isinstance(part, QScrollArea) or part.widget() is None or part.objectName() == name:
            assert part is not None
            part = part.parentWidget()
        assert part.widget().minimumSizeHint().width() <= part.viewport().width()
