"""An address without encryption is told where it is entered, and once more before rows are sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.ui.application import Program, make_application
from tests.ui.conftest import close
from tests.ui.hand import Hand


@pytest.fixture
def real(qtbot: QtBot, own_profile: Path) -> Iterator[Hand]:
    """A window that is not in practice mode, over services at rest: nothing is sent."""
    services = build(own_profile)
    program = Program(make_application(), services)
    program.window.show()
    yield Hand(qtbot, program, services)
    close(program, services)


def enter(dialog: QWidget, address: str) -> None:
    edit = dialog.findChild(QLineEdit, "serviceAddress")
    assert edit is not None
    edit.clear()
    QTest.keyClicks(edit, address)
    edit.editingFinished.emit()


def checked(hand: Hand) -> list[str]:
    """What the list of checks says."""
    lines = hand.window.findChildren(QLabel)
    return [line.text() for line in lines if line.objectName().startswith("check")]


def test_it_is_told_as_soon_as_it_is_entered(real: Hand) -> None:
    real.click("settingsButton")
    dialog = real.dialog("settingsDialog")
    said = dialog.findChild(QLabel, "exposedAddress")
    assert not said.isVisible()
    enter(dialog, "http://gateway.example")
    assert said.isVisible()
    assert "gateway.example is not encrypted" in said.text()
    assert said.accessibleName() == said.text()
    enter(dialog, "https://gateway.example")
    assert not said.isVisible()
    dialog.accept()


def test_it_is_among_the_checks_of_a_job(real: Hand, small_file: Path) -> None:
    real.services.preferences.save(service_address="http://gateway.example")
    real.window.open_path(small_file)
    real.wait(real.loaded)
    real.click("stepPrompt")
    QTest.keyClicks(real.find("promptEdit"), "Who is {{Name}}?")
    real.click("promptNextButton")
    real.wait(lambda: real.shows("check2"))
    assert "gateway.example is not encrypted" in real.text("check2")
    assert real.shows("checkCure2")
    real.click("checkCure2")
    dialog = real.dialog("settingsDialog")
    assert dialog.findChild(QLabel, "exposedAddress").isVisible()
    enter(dialog, "https://gateway.example")
    dialog.accept()
    real.wait(lambda: "Rows go to gateway.example, not to Anthropic's own address." in checked(real))
