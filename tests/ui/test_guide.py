"""The guide: all its pages, their links and pictures, and the way to it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from app.resource_files import resource
from app.ui.dialogs.guide import PAGES, GuideDialog
from app.ui.language import LANGUAGES, use
from app.ui.theme import Theme
from tests.ui.hand import Hand


def test_every_page_is_in_the_list_and_none_is_missing() -> None:
    assert {path.stem for path in resource("help").glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_page_is_there_in_every_language(language: str) -> None:
    pages = resource("help", language)
    assert {path.stem for path in pages.glob("*.md")} == set(PAGES)
    for page in PAGES:
        text, english = ((folder / f"{page}.md").read_text(encoding="utf-8") for folder in (pages, resource("help")))
        shape = r"^(#+ |- |[0-9]+\. |\||```|!\[)"  # headings, lists, tables, code and pictures
        assert re.findall(shape, text, re.MULTILINE) == re.findall(shape, english, re.MULTILINE), page
        assert re.findall(r"\]\(([^)]+)\)", text) == re.findall(r"\]\(([^)]+)\)", english), page


def test_the_guide_speaks_the_windows_language(qtbot: QtBot) -> None:
    use("de")
    dialog = GuideDialog("price")
    qtbot.addWidget(dialog)
    dialog.show()
    pages, text = parts(dialog)
    assert pages.currentItem().text() == "Preis"
    titles = [pages.item(place).text() for place in range(pages.count())]
    assert pages.viewport().width() > max(map(pages.fontMetrics().horizontalAdvance, titles)), "titles are cut"
    assert "wahrscheinlichen" in text.toPlainText()


@pytest.mark.parametrize("page", PAGES)
def test_links_and_pictures_lead_somewhere(page: str) -> None:
    text = resource("help", f"{page}.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if not urlsplit(target).scheme:
            path = resource("help", *target.split("/"))
            looks = [] if path.suffix == ".md" else [path, path.parent / "dark" / path.name]
            assert all(not QImage(str(look)).isNull() for look in looks)


def test_pictures_wear_what_the_window_wears_also_while_it_changes(qtbot: QtBot, theme: Theme) -> None:
    dialog = GuideDialog("price")
    qtbot.addWidget(dialog)
    dialog.show()
    _pages, text = parts(dialog)
    for look in ("dark", "light"):
        theme.choose(look)
        picture = text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/price.webp"))
        assert isinstance(picture, QImage)
        corner = picture.pixelColor(2, 2)
        assert (corner.lightness() < 128) is theme.tokens.dark


def parts(dialog: GuideDialog) -> tuple[QListWidget, QTextBrowser]:
    pages, text = dialog.findChild(QListWidget, "guidePages"), dialog.findChild(QTextBrowser, "guideText")
    assert pages is not None
    assert text is not None
    return pages, text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_shown_with_its_pictures(qtbot: QtBot, page: str) -> None:
    dialog = GuideDialog(page)
    qtbot.addWidget(dialog)
    dialog.show()
    pages, text = parts(dialog)
    assert pages.currentItem().text() in text.toPlainText()
    assert "![" not in text.toPlainText()
    assert text.horizontalScrollBar().maximum() == 0


def test_a_link_within_the_guide_turns_the_page(qtbot: QtBot) -> None:
    dialog = GuideDialog("results")
    qtbot.addWidget(dialog)
    pages, text = parts(dialog)
    text.setSource(text.source().resolved("formats.md"))
    assert pages.currentRow() == PAGES.index("formats")


def test_help_opens_at_the_page_that_is_shown(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    hand.press(Qt.Key.Key_F1)
    dialog = hand.dialog("guideDialog")
    assert isinstance(dialog, GuideDialog)
    pages, _text = parts(dialog)
    assert pages.currentRow() == PAGES.index("prompt")
    dialog.close()
    hand.wait(lambda: hand.window.findChild(GuideDialog) is None)
    QTest.mouseClick(hand.find("guideButton"), Qt.MouseButton.LeftButton)
    hand.dialog("guideDialog").close()
