"""Alt and a letter leads to one place: no two parts in sight share their letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QListView, QMenu, QMenuBar, QTabBar, QWidget

from app.core.table import TextFormat
from app.ui.dialogs.text_format import TextFormatDialog
from app.ui.overview.dialog import OverviewDialog
from app.ui.settings.dialog import SettingsDialog
from app.ui.steps.run import RunPage
from app.ui.steps.table_choices import TableChoices
from tests.ui.hand import Hand


def keyed(place: QWidget) -> list[str]:
    """Texts in sight from which a key is taken."""
    found = [made.text() for made in place.findChildren(QAbstractButton) if made.isVisible()]
    found += [made.text() for made in place.findChildren(QLabel) if made.isVisible() and made.buddy() is not None]
    for menu_bar in place.findChildren(QMenuBar):
        found += [action.text() for action in menu_bar.actions()]
    for bar in place.findChildren(QTabBar):
        found += [bar.tabText(number) for number in range(bar.count()) if bar.isVisible()]
    return [text for text in found if not QKeySequence.mnemonic(text).isEmpty()]


def leads(place: QWidget) -> dict[str, str]:
    """What each letter leads to: a button, or the field that a caption is for."""
    parts: list[tuple[str, QWidget]] = [
        (made.text(), made) for made in place.findChildren(QAbstractButton) if made.isVisible()
    ]
    parts += [(made.text(), made.buddy()) for made in place.findChildren(QLabel) if made.isVisible() and made.buddy()]
    return {QKeySequence.mnemonic(text).toString()[-1:]: part.objectName() for text, part in parts}


def clashes(texts: list[str]) -> list[str]:
    keys = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    return [text for text in texts if keys[QKeySequence.mnemonic(text).toString()] > 1]


def test_clashes_are_found() -> None:
    assert clashes(["&New job", "&Next", "Salt && pepper", "&Open"]) == ["&New job", "&Next"]


def test_no_two_parts_of_a_page_share_a_letter_through_a_whole_job(hand: Hand, small_file: Path) -> None:
    def look(**letters: str) -> None:
        assert clashes(keyed(hand.window)) == []
        wanted = {"N": "newJobButton", "T": "settingsButton", "G": "guideButton", **letters}
        assert wanted.items() <= leads(hand.window).items()

    look(O="openFileButton", D="openFolderButton")
    for step in ("stepPrompt", "stepPrice", "stepRun", "stepResults", "stepData"):
        hand.click(step)
        look()
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("dataNextButton"))
    choices = hand.window.findChild(TableChoices)
    assert choices is not None
    for part in choices.findChildren(QWidget):
        part.show()  # as for a workbook of several sheets with tables and hidden rows
    look(S="sheetChoice", B="tableChoice", D="headerRow", A="rowsAll", R="rowsRange", W="dataNextButton")
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.wait(lambda: "about $" in hand.find("tryButton").text())  # type: ignore[attr-defined]
    look(
        P="recipeChoice", S="saveRecipeButton", I="instructionsEdit", W="promptEdit", M="modelChoice",
        A="longestAnswer", O="moreButton", L="addOutputButton", Y="tryButton", R="promptNextButton",
    )  # fmt: skip
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    look(S="priceCeiling", R="submitButton", W="liveButton")
    hand.click("submitButton")
    hand.wait(lambda: hand.shows("rowsDone"))
    look()
    hand.wait(hand.finished)
    hand.click("stepRun")
    page = hand.window.findChild(RunPage)
    assert page is not None
    for name in ("needsYou", "needsYouKey", "goOnButton", "cancelButton"):
        hand.find(name).show()
    look(R="runNextButton", C="cancelButton", O="goOnButton")
    hand.find("goOnButton").setText(page.tr("Raise the ceiling to {money} and g&o on"))  # type: ignore[attr-defined]
    look(O="goOnButton")
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("exportButton"))
    hand.find("askAgainButton").setText("&Ask 2 rows again for about $0.01")  # type: ignore[attr-defined]
    hand.find("askAgainButton").show()
    look(X="exportButton", O="exportOptionsButton", A="askAgainButton", C="checkAnswersButton", M="goOnFromHereButton")


def spend_of(dialog: OverviewDialog) -> OverviewDialog:
    dialog.show_spend()
    return dialog


DIALOGS: dict[str, Callable[[Hand], QDialog]] = {
    "settings": lambda hand: SettingsDialog(hand.program.context, hand.window),
    "spend": lambda hand: spend_of(OverviewDialog(hand.program.context, hand.window)),
    "text format": lambda hand: TextFormatDialog(
        TextFormat("utf-8", ",", '"'), hand.services.importing.encodings(), hand.window
    ),
}


CAPTIONS = {
    "settings": {
        "A": "serviceAddress", "P": "proxyEdit", "T": "certificatesFile", "J": "spendingCeiling", "M": "monthCeiling",
        "G": "languageChoice", "L": "themeChoice",
    },
    "spend": {"B": "spendBy", "N": "monthCeiling"},
    "text format": {"E": "textEncoding", "B": "textDelimiter", "A": "textQuote"},
}  # fmt: skip
"""The fields of dialogs that a letter leads to: their captions say which."""


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions_of_a_dialog_lead_to_their_fields(hand: Hand, name: str) -> None:
    dialog = DIALOGS[name](hand)
    dialog.show()
    hand.wait(dialog.isVisible)
    found = leads(dialog)
    for bar in dialog.findChildren(QTabBar):
        for number in range(bar.count()):
            bar.setCurrentIndex(number)
            found |= leads(dialog)
    assert CAPTIONS[name].items() <= found.items()
    dialog.close()


def test_no_two_lines_of_a_menu_share_a_letter(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    jobs = hand.find("jobList")
    assert isinstance(jobs, QListView)
    hand.wait(lambda: jobs.model().rowCount() == 2)
    jobs.customContextMenuRequested.emit(jobs.visualRect(jobs.model().index(1, 0)).center())
    menu = hand.window.findChild(QMenu, "jobMenu")
    assert menu is not None
    texts = [action.text() for action in menu.actions() if not QKeySequence.mnemonic(action.text()).isEmpty()]
    assert len(texts) == 4
    assert clashes(texts) == []
    menu.close()
