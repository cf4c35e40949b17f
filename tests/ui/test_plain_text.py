"""Fields of plain text: what is pasted and copied, and where lines begin."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.ui.plain_text import elided, with_whole_names
from app.ui.widgets.plain_text import PlainText


def place(field: PlainText, line: int) -> int:
    """How far from the left a line's beginning stands."""
    cursor = QTextCursor(field.document().findBlockByNumber(line))
    return field.cursorRect(cursor).x()


def test_a_line_begins_at_the_side_of_its_language(qtbot: QtBot) -> None:
    field = PlainText("Sort this\nالورق ممتاز {{Name}}\nהזמנה")
    qtbot.addWidget(field)
    field.resize(400, 200)
    field.show()
    assert place(field, 0) < 50
    assert place(field, 1) > 300
    assert place(field, 2) > 300


def test_only_text_goes_in_and_out(qtbot: QtBot) -> None:
    field = PlainText("one\ntwo")
    qtbot.addWidget(field)
    field.selectAll()
    taken = field.createMimeDataFromSelection()
    assert taken.formats() == ["text/plain"]
    assert taken.text() == "one\ntwo"
    rich = QMimeData()
    rich.setHtml("<b>fat</b>")
    rich.setText("fat")
    field.insertFromMimeData(rich)
    assert field.toPlainText() == "fat"
    assert not field.currentCharFormat().font().bold()


def test_three_dots_are_never_four() -> None:
    assert elided("hinokigawa-works.example", 18) == "hinokigawa-works…"
    assert elided("one two three", 9) == "one two…"
    assert elided("Ltd.", 4) == "Ltd."


def test_a_short_name_in_quotation_marks_is_not_parted() -> None:
    assert with_whole_names("Not sent: “Met on”, „Our person“.") == "Not sent: “Met\u00a0on”, „Our\u00a0person“."
    long = "“What they told us at the stand”"
    assert with_whole_names(long) == long
