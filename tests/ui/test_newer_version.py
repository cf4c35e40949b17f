"""A newer version is told beside the jobs; the choice is there only where somebody can be asked."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from app.services import updates
from app.services.updates import Updates
from tests.ui.hand import Hand

ADDRESS = "https://releases.example/list.json"
CONTENT = json.dumps({"version": "99.1", "page": "https://releases.example/new"}).encode()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were asked, in a program that was packaged with one."""
    addresses: list[str] = []

    def fetch(address: str) -> bytes:
        addresses.append(address)
        return CONTENT

    monkeypatch.setattr(updates, "Updates", lambda _none, preferences, _none_too: Updates(ADDRESS, preferences, fetch))
    return addresses


def test_without_an_address_there_is_nothing_to_agree_to(hand: Hand) -> None:
    dialog = hand.settings("Program")
    assert dialog.findChild(QWidget, "copyDiagnostics") is not None
    assert dialog.findChild(QWidget, "lookForUpdates") is None
    dialog.accept()


def test_whoever_agrees_is_told_from_the_next_start_on(open_window: Callable[..., Hand], asked: list[str]) -> None:
    from tests.ui.conftest import close

    hand = open_window()
    dialog = hand.settings("Program")
    choice = dialog.findChild(QCheckBox, "lookForUpdates")
    assert not choice.isChecked()
    assert "releases.example" in choice.accessibleDescription()
    choice.click()
    dialog.accept()
    assert asked == []
    close(hand.program, hand.services)

    hand = open_window()
    hand.wait(lambda: hand.window.findChild(QPushButton, "newVersion") is not None)
    news = hand.window.findChild(QPushButton, "newVersion")
    assert news.isVisible()
    assert news.text() == "Version 99.1 is there"
    assert asked == [ADDRESS]
