from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QDoubleSpinBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.__main__ import main
from app.core import words
from app.core.money import picodollars
from app.services.services import Services
from app.ui import application, language, wording
from app.ui.application import REOPEN
from app.ui.settings.dialog import SettingsDialog
from app.ui.widgets.flow_box import FlowBox
from app.ui.widgets.number_fields import in_dollars
from app.ui.widgets.stop_button import StopButton
from tests.ui.hand import Hand, show_page

ROOT = Path(__file__).parents[2]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    language.use("de")
    yield
    language.use("en")


def test_the_systems_language_is_taken_where_batchsheet_speaks_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for system, expected in (("de_AT", "de"), ("en_GB", "en"), ("ja_JP", "en")):
        monkeypatch.setattr(QLocale, "system", lambda name=system: QLocale(name))
        language.use("system")
        assert language.code() == expected
    language.use("en")


@pytest.mark.usefixtures("german")
def test_numbers_money_and_dates_are_german(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wording.number(8469) == "8.469"
    assert wording.money(47_500_000_000_000) == "47,50\N{NO-BREAK SPACE}$"
    assert QLocale() == QLocale("de_DE")
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_CH"))
    assert wording.number(8469) == "8'469"


@pytest.mark.parametrize(
    ("system", "rows", "money", "day"),
    [
        ("pt_BR", "1.234.567 rows", "$ 47,50", "22/11/2026"),
        ("tr_TR", "1.234.567 rows", "$47,50", "22.11.2026"),
        ("ru_RU", "1 234 567 rows", "47,50 $", "22.11.2026"),
        ("hi_IN", "12,34,567 rows", "$47.50", "22/11/26"),
        ("ar_EG", "1,234,567 rows", "$47.50", "22/11/2026"),
        ("en_US", "1,234,567 rows", "$47.50", "11/22/26"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_numbers_money_and_dates_are_those_of_the_users_country(
    monkeypatch: pytest.MonkeyPatch, system: str, rows: str, money: str, day: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    language.use("system")
    moment = dt.datetime(2026, 11, 22, 12).timestamp()
    found = wording.rows(1_234_567), wording.money(47_500_000_000_000), wording.date_of(moment)
    assert tuple(one.replace("\N{NO-BREAK SPACE}", " ") for one in found) == (rows, money, day)
    assert wording.decimal(Decimal("1234.5")) == language.figures().toString(1234.5, "f", 1)
    assert wording.day(moment).startswith("22 November")
    assert QDoubleSpinBox().textFromValue(1.5) == language.figures().toString(1.5, "f", 2)


@pytest.mark.usefixtures("german")
def test_values_in_a_text_are_written_as_the_language_has_it() -> None:
    inner = words.tr("{size:,.1f} MB", size=1234.5)
    assert language.shown(words.tr("{n:,} in {n} and {inner}", n=2000, inner=inner)) == "2.000 in 2000 and 1.234,5 MB"
    assert language.shown("as it is {n}") == "as it is {n}"


@pytest.mark.usefixtures("german")
def test_a_text_without_a_translation_is_english_with_its_plural() -> None:
    texts = ("%Ln parrot is dead.", "%Ln parrots are dead.")
    assert language.shown(words.Text(*texts, 1)) == "1 parrot is dead."
    assert language.shown(words.Text(*texts, 2000)) == "2.000 parrots are dead."


@pytest.mark.usefixtures("german")
def test_qts_own_buttons_are_german(qapp: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_stop_beside_cancel_is_another_word(qtbot: QtBot) -> None:
    stop = StopButton("stop", QApplication.translate("ExportChoicesDialog", "Stop looking at the file"), lambda: None)
    qtbot.addWidget(stop)
    assert stop.text() != QApplication.translate("ExportChoicesDialog", "Cancel")
    assert stop.text().casefold() in stop.accessibleName().casefold()


def test_the_language_is_chosen_in_the_settings_and_spoken_by_the_window_that_opens_anew(
    open_window: Callable[..., Hand], hand: Hand
) -> None:
    dialog = SettingsDialog(hand.program.context, hand.program.window)
    dialog.open()
    show_page(dialog, "Window")
    choice = dialog.findChild(QComboBox, "languageChoice")
    choice.setCurrentIndex(choice.findData("de"))
    choice.activated.emit(choice.currentIndex())
    assert hand.services.preferences.get().language == "de"
    assert language.code() == "en"
    dialog.reopen_wanted.connect(hand.window.reopen)
    dialog.findChild(QPushButton, "languageNow").click()
    assert hand.window.reopens
    assert not hand.window.isVisible()


def test_a_window_that_is_wanted_again_opens_on_the_same_jobs(
    monkeypatch: pytest.MonkeyPatch, own_profile: Path
) -> None:
    opened = []

    def start(services: Services, file: Path | None = None) -> int:
        opened.append((services.instance, file))
        services.close()
        return REOPEN if len(opened) == 1 else 0

    monkeypatch.setattr(application, "start", start)
    assert main(["--practice", "--profile", str(own_profile)]) == 0
    assert len(opened) == 2
    assert opened[0] == opened[1]


@pytest.mark.usefixtures("german")
def test_a_field_for_money_has_its_sign_where_the_language_has_it(qtbot: QtBot) -> None:
    field = QDoubleSpinBox()
    qtbot.addWidget(field)
    in_dollars(field)
    field.setValue(12.5)
    assert field.text() == "12,50 $"


def test_every_translation_is_shipped() -> None:
    assert language.missing() == []


def test_columns_and_their_samples_are_mirrored_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    flow, words = FlowBox(), [QLabel("one"), QLabel("two")]
    qtbot.addWidget(flow)
    for word in words:
        flow.add(word)
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.resize(300, 40)
    flow.show()
    assert words[0].geometry().left() > words[1].geometry().right()


def test_no_text_stands_where_the_tool_that_gathers_them_does_not_look() -> None:
    """Qt's lupdate passes over f-strings: what `tr` has in one would stay English, and nobody be told."""
    found = [
        f"{path.relative_to(ROOT)}:{part.lineno}"
        for path in (ROOT / "app").rglob("*.py")
        for whole in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(whole, ast.JoinedStr)
        for part in ast.walk(whole)
        if isinstance(part, ast.Call) and ast.unparse(part.func).split(".")[-1] == "tr"
    ]
    assert found == []


def test_a_sign_that_stands_behind_is_said_once_for_two_amounts(german: None) -> None:
    assert wording.money_range(picodollars(2.8), picodollars(3.4)) == "2,80 bis 3,40\u00a0$"
