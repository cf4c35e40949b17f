"""Both looks: the focus and what is pictured can be seen, and the look changes while the program runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.breakdown import Breakdown
from app.core.part import Part, PartState
from app.core.results import RowState
from app.ui.signs import sign_icon
from app.ui.theme import Theme, palette
from app.ui.tokens import DARK, LIGHT, Sizes, Tokens
from app.ui.widgets.breakdown_bar import BreakdownBar
from app.ui.widgets.parts_map import PartsMap
from app.ui.widgets.row_preview import RowPreview
from tests.ui.hand import Hand
from tests.ui.test_contrast import contrast

LOOKS = (LIGHT, DARK)


def test_a_sign_in_a_table_is_drawn_pixel_by_pixel_where_all_is_twice_as_large(qapp: QApplication) -> None:
    shown = sign_icon(RowState.ANSWERED, LIGHT).pixmap(QSize(16, 16), 2.0)  # as tables ask for it
    assert (shown.width(), shown.devicePixelRatio()) == (32, 2.0)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", [QTableView, QTreeView])
def test_the_frame_of_a_focused_table_is_no_louder_than_its_words(
    qtbot: QtBot, theme: Theme, kind: type[QWidget], look: str
) -> None:
    theme.choose(look)
    table = kind()
    qtbot.addWidget(table)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus, timeout=60_000)
    picture = table.grab().toImage()
    frame = [picture.pixelColor(x, 40).name() for x in range(3)]
    assert frame.count(theme.tokens.hint) == 1
    assert theme.tokens.text not in frame
    assert contrast(theme.tokens.hint, theme.tokens.line) >= 3  # which it has without the focus


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_current_cell_of_a_tree_has_a_frame(qtbot: QtBot, theme: Theme, look: str) -> None:
    theme.choose(look)
    tree, model = QTreeView(), QStandardItemModel(1, 2)
    model.setParent(tree)
    tree.setModel(model)
    qtbot.addWidget(tree)
    tree.show()
    tree.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus, timeout=60_000)
    tree.setCurrentIndex(model.index(0, 0))
    rect = tree.visualRect(model.index(0, 0))
    seen = tree.viewport().grab(rect).toImage()
    assert seen.pixelColor(seen.width() // 2, 0).name() == theme.tokens.text


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("shown", ["bar", "map"])
def test_rows_that_wait_can_be_seen_where_they_are_pictured(qtbot: QtBot, theme: Theme, look: str, shown: str) -> None:
    theme.choose(look)
    bar, parts = BreakdownBar(theme), PartsMap(theme)
    bar.show_breakdown(Breakdown(9))
    parts.show_parts([Part("j", 1, PartState.PLANNED, 9, 9, 9, 9)])
    pictured: QWidget = bar if shown == "bar" else parts
    qtbot.addWidget(bar)
    qtbot.addWidget(parts)
    pictured.resize(200, 20)
    picture = pictured.grab().toImage()
    edge = picture.pixelColor(8, 0).name()
    for ground in ("panel", "ground"):
        assert contrast(edge, getattr(theme.tokens, ground)) >= 3


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QPushButton])
def test_what_cannot_be_changed_any_more_is_paler(
    qtbot: QtBot, theme: Theme, kind: type[QAbstractButton], look: str
) -> None:
    """The choice of rows and the columns to put into a prompt, of a job that was sent."""
    theme.choose(look)
    page = QDialog()
    choice = kind(page)
    choice.setText("Mill")
    choice.setProperty("role", "chip" if kind is QPushButton else "")
    choice.setCheckable(True)
    choice.setChecked(True)
    choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(page)
    enabled = loudest(page, theme.tokens)
    choice.setEnabled(False)
    assert loudest(page, theme.tokens) <= contrast(theme.tokens.hint, theme.tokens.ground) + 0.5 < enabled


def loudest(widget: QWidget, tokens: Tokens) -> float:
    """How far what is most seen of a widget stands off from the page."""
    picture = widget.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    return max(contrast(color, tokens.ground) for color in seen)


@pytest.mark.parametrize("tokens", LOOKS, ids=("light", "dark"))
def test_no_two_outcomes_share_a_colour(tokens: Tokens) -> None:
    assert len(set(tokens.outcomes.values())) == len(RowState)


def test_the_look_changes_while_the_program_runs(theme: Theme, qapp: QApplication) -> None:
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(theme.tokens.dark))
    theme.choose("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground
    theme.choose("light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.ground
    assert heard == [True, False]


def test_a_choice_that_nobody_knows_is_the_systems(theme: Theme) -> None:
    theme.choose("mauve")
    assert theme.tokens in LOOKS


def test_sizes_grow_with_the_platforms_text() -> None:
    usual, large = Sizes.around(13), Sizes.around(20)
    assert (usual.hint, usual.text, usual.emphasis, usual.title, usual.figure) == (12, 13, 15, 20, 30)
    assert large.title > usual.title


def test_the_look_is_chosen_in_the_settings_and_kept(hand: Hand) -> None:
    dialog = hand.settings("Window")
    choice = dialog.findChild(QComboBox, "themeChoice")
    assert choice is not None
    choice.setCurrentIndex(choice.findData("dark"))
    choice.activated.emit(choice.currentIndex())
    assert hand.program.theme.tokens is DARK
    assert hand.services.preferences.get().theme == "dark"
    dialog.accept()


@pytest.mark.slow
def test_what_nobody_holds_any_more_is_not_collected_while_the_look_changes(tmp_path: Path) -> None:
    """Qt tells each widget of a list that it made before. In a process of its own: it went down over one that was gone."""
    ended = in_a_process(
        "import gc, weakref\n"
        "from PySide6.QtWidgets import QWidget\n"
        "from app.ui.application import make_application\n"
        "from app.ui.interpreter import Interpreter\n"
        "from app.ui.theme import Theme\n"
        "held, watched, gone = [], [], []\n"
        "class Listening(QWidget):\n"
        "    def changeEvent(self, event):\n"
        "        held.clear()\n"
        "        gc.set_threshold(1000)\n"
        "        made = [[] for _ in range(20000)]\n"
        "        gone.append(sum(each() is None for each in watched))\n"
        "theme = Theme(make_application())\n"
        "interpreter = Interpreter()\n"
        "theme.choose('light')\n"
        "listening = Listening()\n"
        "listening.show()\n"
        "gc.set_threshold(0)\n"
        "for _ in range(500):\n"
        "    widget = QWidget()\n"
        "    widget.itself = widget\n"
        "    held.append(widget)\n"
        "    watched.append(weakref.ref(widget))\n"
        "del widget\n"
        "theme.choose('dark')\n"
        "print(held, max(gone), gc.isenabled())\n",
        tmp_path,
    )
    assert ended.stdout == "[] 0 False\n", ended.stderr


@pytest.mark.slow
def test_a_window_in_another_ones_place_changes_its_look(tmp_path: Path) -> None:
    """As after another language was chosen. In a process of its own: Qt went down over what the first had left."""
    ended = in_a_process(
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QEventLoop, QTimer\n"
        "from app.bootstrap import build\n"
        "from app.ui.application import Program, make_application\n"
        "def live():\n"
        "    loop = QEventLoop()\n"
        "    QTimer.singleShot(300, loop.quit)\n"
        "    loop.exec()\n"
        "for _ in range(3):\n"
        "    services = build(Path(sys.argv[1]), practice=True)\n"
        "    program = Program(make_application(), services)\n"
        "    program.show()\n"
        "    live()\n"
        "    program.theme.choose('dark')\n"
        "    program.theme.choose('light')\n"
        "    live()\n"
        "    program.close()\n"
        "    services.close()\n"
        "print('done')\n",
        tmp_path,
    )
    assert "done" in ended.stdout, f"{ended.returncode}: {ended.stderr}"


def in_a_process(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run that with a folder for a profile as its argument."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-X", "faulthandler", "-c", code, str(folder / "profile")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_what_the_system_wears_is_seen_at_the_start_and_when_it_changes(qapp: QApplication) -> None:
    qapp.setProperty("systemIsDark", None)
    qapp.setPalette(palette(DARK))  # as at a start on a dark desktop
    made = Theme(qapp)
    made.choose("system")
    assert made.tokens is DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert made.tokens is LIGHT
    made.release()
    qapp.setPalette(palette(DARK))  # the user's choice, and another window after it
    made = Theme(qapp)
    made.choose("system")
    assert made.tokens is LIGHT
    made.release()


def test_no_pictures_are_left_behind(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    made = Theme(qapp)
    made.choose("light")
    assert list(tmp_path.rglob("*.svg"))
    made.release()  # the process may end at once then
    assert not list(tmp_path.iterdir())


def test_a_preview_takes_on_another_look_at_once(qtbot: QtBot, theme: Theme) -> None:
    preview = RowPreview(theme)
    qtbot.addWidget(preview)
    text = preview.findChild(QTextBrowser, "rowPreview")
    assert text is not None
    for show in (lambda: preview.show_problem("No such column."), lambda: preview.show_prompt("Be brief.", "Who?", "")):
        theme.choose("light")
        show()
        assert LIGHT.hint in text.toHtml()
        theme.choose("dark")
        assert DARK.hint in text.toHtml()
        assert LIGHT.hint not in text.toHtml()
