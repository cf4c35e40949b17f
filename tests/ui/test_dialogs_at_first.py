"""Dialogs in the moment before what they show is read: laid out as they will be, and saying so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QTreeView, QWidget

from app.ui.dialogs.check_answers import CheckAnswersDialog
from app.ui.dialogs.export_choices import ExportChoicesDialog
from app.ui.overview.spend_page import SpendPage
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def said(around: QWidget, name: str) -> str:
    return around.findChild(QLabel, name).text()


def test_they_say_that_they_look(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    context, job, window = hand.program.context, hand.program.current.id, hand.window

    check = CheckAnswersDialog(context, job, window)
    right = check.findChild(QPushButton, "checkRight")
    assert said(check, "checkPlace") == "Looking…"
    assert right.isVisibleTo(check)
    assert not right.isEnabled()
    hand.wait(right.isEnabled)
    assert said(check, "checkPlace").startswith("1 of 11")
    check.reject()

    export = ExportChoicesDialog(context, job, None, window)
    assert said(export, "exportNotes") == "Looking…"
    hand.wait(lambda: said(export, "exportNotes") != "Looking…")
    export.reject()

    spend = SpendPage(context)
    hand.qtbot.addWidget(spend)
    tree, save = spend.findChild(QTreeView, "spendTree"), spend.findChild(QPushButton, "spendSave")
    assert said(spend, "spendMonth").startswith("Spent in ")
    assert said(spend, "spendThisMonth") == "…"
    assert tree.isVisibleTo(spend)
    assert not save.isEnabled()
    hand.wait(save.isEnabled)
    assert said(spend, "spendThisMonth").startswith("$")
