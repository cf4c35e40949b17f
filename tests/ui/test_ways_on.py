"""An error comes with the button that does what is to be done next, and goes once that is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.core.errors import Code
from app.core.job import JobState
from app.services.account import Account
from app.services.address import Address
from app.services.tasks import TaskControl
from app.ui.application import Program, make_application
from app.ui.steps.export_flow import ExportFlow
from app.ui.steps.hold_bar import HoldBar
from tests.stand_in.behaviours import Status
from tests.stand_in.stand_in import ALWAYS, MESSAGE, MODELS, StandIn
from tests.ui.conftest import close
from tests.ui.hand import Hand

KEY = "practice-key-of-the-stand-in"


def ways_on(hand: Hand) -> list[str]:
    """The buttons of the message, once there is one."""
    hand.wait(lambda: hand.shows("messageBar"))
    buttons = hand.find("messageBar").findChildren(QPushButton)
    return [one.text() for one in buttons if one.objectName().startswith("messageAction") and not one.isHidden()]


def test_another_file_is_chosen_where_one_cannot_be_read(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"this is no workbook")
    hand.window.open_path(tmp_path / "broken.xlsx")
    assert ways_on(hand) == ["Open another file"]
    hand.click("messageAction1")
    hand.dialog("openDialog").reject()


def test_a_document_alone_leads_to_its_folder(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "contract.docx").write_bytes(b"PK")
    hand.window.open_path(tmp_path / "contract.docx")
    assert ways_on(hand) == ["Open a folder", "Open another file"]
    assert hand.text("messageText").startswith("“contract.docx” is a document, not a spreadsheet.")
    hand.click("messageAction1")
    hand.dialog("openFolderDialog").reject()


def test_an_export_is_tried_again_where_it_could_not_be_written(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")
    target = tmp_path / "not there yet" / "out.csv"
    hand.window.findChild(ExportFlow).export_to(target)
    assert ways_on(hand) == ["Try again", "Choose another place"]
    target.parent.mkdir()
    hand.click("messageAction1")
    hand.wait(target.exists)


@pytest.fixture
def real(qtbot: QtBot, own_profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    """A window that is not in practice mode, over services at rest: no job is sent."""
    with StandIn(tmp_path / "stand-in", key=KEY) as service:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", service.url)
        services = build(own_profile)
        program = Program(make_application(), services)
        program.window.show()
        hand = Hand(qtbot, program, services)
        hand.stand_in = service  # type: ignore[attr-defined]
        yield hand
        close(program, services)


def test_a_key_is_asked_for_checked_and_then_the_rows_are_counted(real: Hand, small_file: Path) -> None:
    real.window.open_path(small_file)
    real.wait(real.loaded)
    real.click("stepPrompt")
    QTest.keyClicks(real.find("promptEdit"), "Who is {{Name}}?")
    real.click("tryButton")
    assert ways_on(real) == ["Enter key"]
    assert "ANTHROPIC" not in real.text("messageText")
    assert "ANTHROPIC_API_KEY" in real.text("messageDetails")
    real.click("promptNextButton")
    real.wait(lambda: "Guessed" in real.text("priceBasis"))
    real.click("checkCure1")
    dialog = real.dialog("settingsDialog")
    edit, again = dialog.findChild(QLineEdit, "keyEdit"), dialog.findChild(QPushButton, "checkKeyAgain")
    assert edit is not None
    assert again is not None

    QTest.keyClicks(edit, "sk-half")
    real.wait(lambda: "too short for a key" in real.text("keyStatus"))
    edit.clear()
    QTest.keyClicks(edit, "sk-ant-a-key-that-nobody-has-made")
    real.wait(lambda: "refused this key" in real.text("keyStatus"))
    assert not again.isVisible()

    service: StandIn = real.stand_in  # type: ignore[attr-defined]
    service.on(MODELS, Status(503), times=ALWAYS)
    edit.clear()
    QTest.keyClicks(edit, KEY)
    real.wait(lambda: "could not be checked, and is not kept yet" in real.text("keyStatus"))
    service.behave()
    again.click()
    real.wait(lambda: real.text("keyStatus").startswith("The key works."))
    assert not again.isVisible()
    dialog.accept()
    assert not real.find("messageBar").isVisible()
    real.wait(lambda: "Guessed" not in real.text("priceBasis"))


@pytest.fixture
def refused(real: Hand, small_file: Path) -> Callable[[Status], Hand]:
    """Tries rows of a prompt with a service that refuses each of them like that."""

    def refused_by(how: Status) -> Hand:
        real.window.open_path(small_file)
        real.wait(real.loaded)
        real.services.account.set_key(KEY)(TaskControl())
        real.click("stepPrompt")
        QTest.keyClicks(real.find("promptEdit"), "Who is {{Name}}?")
        service: StandIn = real.stand_in  # type: ignore[attr-defined]
        service.on(MESSAGE, how, times=ALWAYS)
        real.click("tryButton")
        return real

    return refused_by


def test_a_model_that_has_gone_leads_to_another(refused: Callable[[Status], Hand]) -> None:
    hand = refused(Status(404))
    assert ways_on(hand) == ["Choose another model"]
    assert hand.text("messageText") == "The service does not have this model. Nothing was sent. Choose another model."
    hand.click("messageAction1")
    assert hand.window.focusWidget() is hand.find("modelChoice")


def test_a_refused_key_leads_to_where_one_is_entered(refused: Callable[[Status], Hand]) -> None:
    hand = refused(Status(401))
    assert ways_on(hand) == ["Enter key"]
    hand.click("messageAction1")
    hand.dialog("settingsDialog").reject()


def test_a_try_without_credit_leads_to_the_account(
    refused: Callable[[Status], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    monkeypatch.setattr(Account, "address", lambda _self: Address())
    hand = refused(Status(402))
    assert ways_on(hand) == ["Open the account"]
    hand.click("messageAction1")
    assert opened == ["https://platform.claude.com"]


@pytest.mark.parametrize(("host", "offered"), [("", True), ("gateway.example", False)])
def test_an_account_without_credit_is_opened(
    qtbot: QtBot, real: Hand, small_file: Path, monkeypatch: pytest.MonkeyPatch, host: str, *, offered: bool
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", f"https://{host}" if host else "")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    real.window.open_path(small_file)
    real.wait(real.loaded)
    bar = HoldBar(real.services)
    qtbot.addWidget(bar)
    job = real.program.current.job
    assert job is not None
    job = replace(job, state=JobState.NEEDS_YOU, hold=Code.NO_CREDIT)
    bar.show_job(job)
    button = bar.findChild(QPushButton, "openAccountButton")
    assert button is not None
    assert button.isHidden() is not offered
    if offered:
        button.click()
        assert opened == ["https://platform.claude.com"]
