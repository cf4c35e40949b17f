"""Names and prompts in Arabic: each line of the window begins where the window's own lines begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTextBrowser

from app.core.table import SheetRow
from app.ui import answer_wording
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.paragraphs import BREAK, paragraphs
from app.ui.plain_text import from_the_left, name_in_line
from tests.ui.hand import Hand

ARABIC = "منتجات"


def test_a_line_that_begins_in_arabic_keeps_the_window_s_direction() -> None:
    assert from_the_left(f"“{ARABIC}” is damaged.") == f"\u200e“{ARABIC}” is damaged."
    assert name_in_line(f"{ARABIC}.csv") == f"\u200e\u2068{ARABIC}.csv\u2069"
    for left in ("", "companies.xlsx", f"About {ARABIC}", "2026 商品"):
        assert from_the_left(left) == name_in_line(left) == left


def test_names_stand_at_the_left_and_each_line_of_a_preview_by_itself(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / f"{ARABIC} 2026.csv"
    path.write_text(f"A,B\n{ARABIC},商品\n" * 2, encoding="utf-8")
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    title = hand.find("jobTitle")
    assert isinstance(title, QLineEdit)
    assert title.text() == f"{ARABIC} 2026"
    assert title.alignment() & Qt.AlignmentFlag.AlignAbsolute
    assert hand.text("jobSubtitle").startswith(f"\u200e\u2068{ARABIC} 2026.csv\u2069 · ")
    hand.click("stepPrompt")
    hand.find("promptEdit").setPlainText("{{A}}:\n\nWhat is {{B}}?")  # type: ignore[attr-defined]
    preview = hand.find("rowPreview")
    assert isinstance(preview, QTextBrowser)
    hand.wait(lambda: "What is" in preview.toPlainText())
    assert preview.toPlainText() == f"{ARABIC}:\n\nWhat is 商品?"
    document = preview.document()
    directions = [document.findBlockByNumber(number).textDirection() for number in (0, 2)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_a_heading_in_arabic_leaves_its_answer_alone() -> None:
    document = QTextDocument()
    document.setHtml(paragraphs(f"<b>{ARABIC}</b>") + paragraphs(f"An answer.{BREAK}{BREAK}{ARABIC}", close=True))
    assert document.toPlainText() == f"{ARABIC}\nAn answer.\n\n{ARABIC}"
    directions = [document.findBlockByNumber(number).textDirection() for number in (0, 1, 3)]
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [right, left, right]


@pytest.mark.usefixtures("qapp")
def test_a_cell_is_painted_in_the_direction_of_its_own_text() -> None:
    model, delegate = SheetGridModel(), QStyledItemDelegate()
    cells = (ARABIC, "companies", "商品", f"12. {ARABIC}", "", "no. 3")
    model.show_rows(list("ABCDEF"), 1, lambda _offset, _count: [SheetRow(2, cells)])
    painted = []
    for column in range(len(cells)):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, model.index(0, column))
        painted.append((option.text, bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)))
    right = [cell in (ARABIC, f"12. {ARABIC}") for cell in cells]
    assert painted == [("\u202b" * at_right + cell, at_right) for cell, at_right in zip(cells, right, strict=True)]
    assert model.index(0, 0).data() == ARABIC


def test_the_name_of_a_column_stands_over_its_texts() -> None:
    model = SheetGridModel()
    rows = [SheetRow(2, (ARABIC, ARABIC, "left", "12")), SheetRow(3, ("", ARABIC, ARABIC, "7"))]
    model.show_rows(("name", ARABIC, ARABIC, "n"), 2, lambda offset, count: rows[offset : offset + count])

    def at_right(section: int) -> bool:
        side = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        return side is not None and bool(side & Qt.AlignmentFlag.AlignRight)

    assert [at_right(section) for section in range(4)] == [True, True, False, True]


def test_a_sentence_in_arabic_keeps_its_full_stop_beside_a_name() -> None:
    assert answer_wording.values([f"{ARABIC}.", 4], ["Line", ARABIC]) == (
        f"Line: \u200e\u2068{ARABIC}.\u2069\n\u200e\u2068{ARABIC}\u2069: 4"
    )
