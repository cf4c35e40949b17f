"""What is chosen in a narrow combo box ends in dots, and is whole in the tooltip."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOption, QStyleOptionComboBox, QStylePainter

from app.ui.widgets.combo_box import ElidingComboBox

NAME = "Sort messages of customers by what <b>they</b> are about"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are painted."""
    found: list[str] = []

    def draw(_painter: QStylePainter, _element: QStyle.ControlElement, option: QStyleOption) -> None:
        assert isinstance(option, QStyleOptionComboBox)
        found.append(option.currentText)

    monkeypatch.setattr(QStylePainter, "drawControl", draw)
    return found


@pytest.mark.parametrize("chosen", [True, False])
def test_a_long_name_ends_in_dots(qapp: QApplication, drawn: list[str], *, chosen: bool) -> None:
    box = ElidingComboBox(6)
    box.addItem(NAME)
    if not chosen:
        box.setPlaceholderText(NAME)
        box.setCurrentIndex(-1)
    box.resize(120, 30)
    box.grab()
    assert drawn[-1].startswith("Sort")
    assert drawn[-1].endswith("…")
    assert "&lt;b&gt;" in box.toolTip()
    box.resize(900, 30)
    box.grab()
    assert drawn[-1] == NAME
    assert box.toolTip() == ""
