"""Pieces that pages are made of: the bar, the map of parts, the choice of rows, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from app.core.breakdown import Breakdown
from app.core.draft import Draft
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.part import Part, PartState
from app.core.recipe import Recipe
from app.core.results import RowState
from app.core.row_choice import ALL_ROWS, Condition, RowChoice, Test
from app.core.table import SheetInfo
from app.ui import parts_wording
from app.ui.current_job import CurrentJob
from app.ui.flow import Step, first_step, is_done, missing
from app.ui.steps.lead import lead_columns
from app.ui.theme import Theme
from app.ui.widgets.breakdown_bar import BreakdownBar, BreakdownLegend, piece_widths
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.job_lines import whole_pieces
from app.ui.widgets.message_bar import MessageBar
from app.ui.widgets.outcome_filter import OutcomeFilter
from app.ui.widgets.parts_map import PartsMap, part_color, part_trouble
from app.ui.widgets.row_chooser import RowChooser
from tests.ui.hand import LEFT

INFO = SheetInfo("/x/people.csv", "people", ("people",), 1, ("Name", "City"), rows=12)
COUNTS = Breakdown(100, skipped=2, running=28, outcomes={Outcome.ANSWERED: 60, Outcome.FAILED: 1})


@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=9, max_size=9))
def test_every_outcome_that_some_row_has_is_seen_in_the_bar(counts: list[int]) -> None:
    widths = piece_widths(counts, 900)
    assert [width > 0 for width in widths] == [count > 0 for count in counts]
    assert all(width >= 3 for width in widths if width)
    if any(counts):
        assert sum(widths) == pytest.approx(900)


def test_the_bar_is_told_in_words(qtbot: QtBot, theme: Theme) -> None:
    bar = BreakdownBar(theme)
    qtbot.addWidget(bar)
    bar.show_breakdown(COUNTS)
    assert bar.accessibleName() == "60 answered, 1 failed, 28 running, 9 waiting, 2 left out"
    bar.resize(400, 20)
    left = bar.grab().toImage().pixelColor(60, 10)
    assert left.name() == theme.tokens.outcomes[RowState.ANSWERED]


def test_the_legend_shows_the_outcomes_that_some_row_has(qtbot: QtBot, theme: Theme) -> None:
    legend = BreakdownLegend(theme)
    qtbot.addWidget(legend)
    legend.show()
    legend.show_breakdown(COUNTS)
    shown = [label.text() for label in legend.findChildren(QLabel) if label.isVisible()]
    assert shown == ["100 rows =", "60 answered", "1 failed", "28 running", "9 waiting", "2 left out"]
    assert legend.counts[RowState.EXPIRED].text() == "0 expired"
    assert legend.counts[RowState.FAILED].accessibleName() == "1 row failed"


def test_a_part_has_the_colour_of_most_of_its_rows_and_a_strip_of_its_worst() -> None:
    sent = Part("j", 1, PartState.SENT, 10, 12, 100, 5)
    done = replace(sent, state=PartState.COLLECTED, settled={Outcome.ANSWERED: 10, Outcome.CUT_SHORT: 1})
    assert part_color(sent) is RowState.RUNNING
    assert part_color(replace(sent, state=PartState.PLANNED)) is RowState.WAITING
    assert part_color(replace(sent, state=PartState.DROPPED)) is RowState.CANCELLED
    assert (part_color(done), part_trouble(done)) == (RowState.ANSWERED, RowState.CUT_SHORT)
    both = replace(done, settled={Outcome.CUT_SHORT: 2, Outcome.FAILED: 1})
    assert (part_color(both), part_trouble(both)) == (RowState.CUT_SHORT, RowState.FAILED)
    assert part_trouble(replace(done, settled={Outcome.ANSWERED: 12})) is None
    assert part_color(replace(done, settled={})) is RowState.CANCELLED  # no answer is in it
    assert (
        parts_wording.part_says(done)
        == "Part 1: done, 12 rows = 10 answered + 1 cut short + 1 asked again; billed $0.00"
    )


def test_parts_of_the_map_can_be_clicked(qtbot: QtBot, theme: Theme) -> None:
    shown = PartsMap(theme)
    qtbot.addWidget(shown)
    clicked: list[int] = []
    shown.part_clicked.connect(clicked.append)
    shown.show_parts([Part("j", n, PartState.SENT, 10, 12, 100, 5) for n in range(1, 31)])
    shown.resize(200, shown.heightForWidth(200))
    QTest.mouseClick(shown, LEFT, pos=QPoint(25, 5))
    QTest.mouseClick(shown, LEFT, pos=QPoint(5, 25))
    assert clicked == [1, 10]
    assert shown.grab().toImage().pixelColor(8, 8).name() == theme.tokens.outcomes[RowState.RUNNING]


def test_a_part_that_moves_is_drawn_anew_and_so_is_another_look(qtbot: QtBot, theme: Theme) -> None:
    shown = PartsMap(theme)
    qtbot.addWidget(shown)
    parts = [Part("j", n, PartState.SENT, 10, 12, 100, 5) for n in range(1, 31)]
    shown.show_parts(parts)
    shown.resize(200, shown.heightForWidth(200))

    def color(place: int) -> str:
        center = shown._box(place).center()
        return shown.grab().toImage().pixelColor(int(center.x()), int(center.y()) + 6).name()

    assert color(0) == color(1) == theme.tokens.outcomes[RowState.RUNNING]
    shown.show_parts([replace(parts[0], state=PartState.PLANNED), *parts[1:]])
    assert color(0) == theme.tokens.outcomes[RowState.WAITING]
    assert color(1) == theme.tokens.outcomes[RowState.RUNNING]
    theme.choose("dark")
    assert color(0) == theme.tokens.outcomes[RowState.WAITING]
    shown.show_parts(parts[:1])
    assert color(0) == theme.tokens.outcomes[RowState.RUNNING]
    assert color(1) != theme.tokens.outcomes[RowState.RUNNING]


@pytest.mark.parametrize("count", [30, 1000])
def test_keys_walk_through_the_map_and_say_where_they_are(qtbot: QtBot, theme: Theme, count: int) -> None:
    shown = PartsMap(theme)
    qtbot.addWidget(shown)
    shown.resize(200, 400)
    clicked: list[int] = []
    shown.part_clicked.connect(clicked.append)
    shown.show_parts([])
    assert not shown.isEnabled()
    parts = [Part("j", n, PartState.SENT, 10, 12, 100, 5) for n in range(1, count + 1)]
    shown.show_parts(parts)
    across = int(next(place for place in range(1, count) if shown._box(place).y() > 0))
    said = QAccessible.queryAccessibleInterface(shown)
    assert said.role() == QAccessible.Role.Graphic
    for key, part in (
        (Qt.Key.Key_Left, 1),  # there is none before it
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Down, 2 + across),
        (Qt.Key.Key_Left, 1 + across),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, count),
        (Qt.Key.Key_Down, count),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_End, count),
    ):
        QTest.keyClick(shown, key)
        assert said.text(QAccessible.Text.Description).startswith(f"Part {part:,}: running, 12 rows")
        assert QToolTip.text() == shown.accessibleDescription()
    for n, key in enumerate((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space), 1):
        QTest.keyClick(shown, key)
        assert clicked == [count - 1] * n
    shown.show_parts([replace(part, state=PartState.COLLECTED) for part in parts])
    assert said.text(QAccessible.Text.Description).startswith(f"Part {count:,}: done, ")
    shown.show_parts(parts[:2])
    assert said.text(QAccessible.Text.Description).startswith("Part 2: running, ")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("count", [30, 1000])
def test_the_square_that_keys_are_at_is_marked(qtbot: QtBot, theme: Theme, look: str, count: int) -> None:
    theme.choose(look)
    shown = PartsMap(theme)
    qtbot.addWidget(shown)
    shown.resize(200, 400)
    shown.show_parts([Part("j", n, PartState.SENT, 10, 12, 100, 5) for n in range(1, count + 1)])
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=60_000)
    QTest.mouseClick(shown, LEFT, pos=shown._box(1).center().toPoint())
    qtbot.waitUntil(shown.hasFocus, timeout=60_000)

    def edge(place: int) -> str:
        box = shown._box(place)
        return shown.grab().toImage().pixelColor(int(box.x()), int(box.center().y())).name()

    assert edge(1) == theme.tokens.text
    assert edge(2) == theme.tokens.outcomes[RowState.RUNNING]
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert edge(1) == theme.tokens.outcomes[RowState.RUNNING]
    assert edge(2) == theme.tokens.text
    shown.clearFocus()
    assert edge(2) == theme.tokens.outcomes[RowState.RUNNING]


def test_very_many_parts_still_fit(qtbot: QtBot, theme: Theme) -> None:
    shown = PartsMap(theme)
    qtbot.addWidget(shown)
    shown.show_parts([Part("j", n, PartState.SENT, 10, 12, 100, 5) for n in range(1, 1001)])
    assert shown.heightForWidth(480) < 200


def chooser(qtbot: QtBot, choice: RowChoice = ALL_ROWS) -> tuple[RowChooser, list[RowChoice]]:
    made = RowChooser()
    qtbot.addWidget(made)
    made.show_choice(choice, INFO.columns, 12)
    chosen: list[RowChoice] = []
    made.chosen.connect(chosen.append)
    made.show()
    return made, chosen


def test_rows_can_be_typed_as_the_sheet_numbers_them(qtbot: QtBot) -> None:
    made, chosen = chooser(qtbot)
    QTest.keyClicks(made._edit, "2-5,7")
    assert chosen[-1] == RowChoice(((2, 5), (7, 7)))
    QTest.mouseClick(made._all, LEFT)
    qtbot.waitUntil(lambda: chosen[-1] == ALL_ROWS, timeout=60_000)


def test_rows_that_make_no_sense_are_said_to(qtbot: QtBot) -> None:
    made, chosen = chooser(qtbot)
    said: list[str] = []
    made.unusable.connect(said.append)
    QTest.keyClicks(made._edit, "5-2")
    assert "5-2" in said[-1]
    qtbot.waitUntil(made._problem.isVisible, timeout=60_000)
    assert "5-2" in made._problem.text()
    assert chosen == [RowChoice(((5, 5),))]  # until the dash was typed


def test_a_condition_narrows_the_rows(qtbot: QtBot) -> None:
    made, chosen = chooser(qtbot)
    made._where.click()
    made._column.setCurrentIndex(1)
    made._test.setCurrentIndex(made._test.findData(Test.EQUALS))
    made._test.activated.emit(made._test.currentIndex())
    QTest.keyClicks(made._value, "Berlin")
    wanted = RowChoice((), Condition(1, Test.EQUALS, "Berlin"))
    qtbot.waitUntil(lambda: bool(chosen) and chosen[-1] == wanted, timeout=60_000)


def test_a_choice_made_before_is_shown(qtbot: QtBot) -> None:
    choice = RowChoice(((2, 5),), Condition(1, Test.EMPTY))
    made, chosen = chooser(qtbot, choice)
    assert made.choice() == choice
    assert made._edit.text() == "2-5"
    qtbot.wait(300)
    assert chosen == []


def a_job(state: JobState) -> Job:
    return Job(id="j", name="J", state=state, created_at=0.0, breakdown=Breakdown(12))


def test_each_page_says_what_is_missing_for_it() -> None:
    empty, draft = a_job(JobState.DRAFT), Draft(info=INFO)
    assert missing(Step.DATA, None, Draft()) is None
    assert missing(Step.PROMPT, None, Draft()).step is Step.DATA
    assert missing(Step.RESULTS, empty, Draft()).step is Step.DATA
    assert missing(Step.PROMPT, empty, draft) is None
    assert missing(Step.PRICE, empty, draft).step is Step.PROMPT
    wrong = replace(draft, recipe=Recipe(prompt="{{Nme}}"))
    assert "{{Name}}" in missing(Step.PRICE, empty, wrong).text
    ready = replace(draft, recipe=Recipe(prompt="{{Name}}"))
    assert missing(Step.PRICE, empty, ready) is None
    assert missing(Step.RUN, empty, ready).step is Step.PRICE
    assert all(missing(step, a_job(JobState.RUNNING), ready) is None for step in Step)


def test_answer_columns_that_are_wrong_keep_the_price_page_closed() -> None:
    empty, sizes = a_job(JobState.DRAFT), Output("Size", Kind.CHOICE)
    for outputs, words in (((sizes,), "“Size” has no choices"), ((Output("A"), Output("a")), "called “a”")):
        draft = Draft(recipe=Recipe(prompt="{{Name}}", outputs=outputs), info=INFO)
        found = missing(Step.PRICE, empty, draft)
        assert found is not None
        assert found.step is Step.PROMPT
        assert words in found.text
        assert not is_done(Step.PROMPT, empty, draft)
    whole = Draft(recipe=Recipe(prompt="{{Name}}", outputs=(replace(sizes, choices=("small",)),)), info=INFO)
    assert missing(Step.PRICE, empty, whole) is None


def test_pages_are_ticked_when_they_have_what_the_next_one_needs() -> None:
    empty, ready = a_job(JobState.DRAFT), Draft(recipe=Recipe(prompt="{{Name}}"), info=INFO)
    assert [is_done(step, empty, Draft()) for step in Step] == [False] * 5
    assert [is_done(step, empty, ready) for step in Step] == [True, True, False, False, False]
    assert [is_done(step, a_job(JobState.RUNNING), ready) for step in Step] == [True, True, True, False, False]
    assert [is_done(step, a_job(JobState.FINISHED), ready) for step in Step] == [True, True, True, True, False]


def test_a_job_opens_where_something_is_to_be_done() -> None:
    ready = Draft(recipe=Recipe(prompt="{{Name}}"), info=INFO)
    assert first_step(None, Draft()) is Step.DATA
    assert first_step(a_job(JobState.DRAFT), ready) is Step.PROMPT
    assert first_step(a_job(JobState.NEEDS_YOU), ready) is Step.RUN
    assert first_step(a_job(JobState.FINISHED), ready) is Step.RESULTS


def test_the_columns_that_the_prompt_reads_come_first() -> None:
    assert lead_columns(Draft(recipe=Recipe(prompt="{{city}} {{X}} {{City}}"), info=INFO)) == (1,)
    assert lead_columns(Draft(recipe=Recipe(prompt="none"), info=INFO)) == (0,)


def test_a_filter_offers_the_outcomes_that_there_are(qtbot: QtBot, theme: Theme) -> None:
    made = OutcomeFilter(theme)
    qtbot.addWidget(made)
    chosen: list[RowState | None] = []
    made.chosen.connect(chosen.append)
    made.show()
    made.show_breakdown(COUNTS)
    texts = [button.text().strip() for button in made._buttons.values() if button.isVisible()]
    assert texts == ["All 100", "60 answered", "1 failed", "28 running", "9 waiting", "2 left out"]
    QTest.mouseClick(made._buttons[RowState.FAILED], LEFT)
    assert chosen == [RowState.FAILED]


def test_a_message_offers_what_can_be_done_and_its_details(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.show_message("Not now.", tone="error", actions=(("Again", lambda: done.append("again")),), details="code 7")
    assert not bar.isHidden()
    buttons = {button.objectName(): button for button in bar.findChildren(QPushButton)}
    QTest.mouseClick(buttons["messageAction1"], LEFT)
    assert done == ["again"]
    assert bar._details.isHidden()
    QTest.mouseClick(buttons["messageDetailsButton"], LEFT)
    assert not bar._details.isHidden()
    bar.show_message("Done.")
    assert bar._details.isHidden()


class FakeJobs:
    """Remembers what was saved."""

    def __init__(self) -> None:
        self.saved: list[object] = []

    def get(self, _job: str) -> Job:
        return a_job(JobState.DRAFT)

    def draft(self, _job: str) -> Draft:
        return Draft(info=INFO)

    def save_recipe(self, _job: str, recipe: Recipe) -> None:
        self.saved.append(recipe.prompt)

    def save_rows(self, _job: str, rows: RowChoice) -> None:
        self.saved.append(str(rows))


def test_what_is_typed_is_saved_once_after_the_last_key(qtbot: QtBot) -> None:
    jobs = FakeJobs()
    current = CurrentJob(jobs)  # type: ignore[arg-type]
    current.select("j")
    for text in ("a", "ab", "abc"):
        current.edit_recipe(replace(current.draft.recipe, prompt=text))
    assert jobs.saved == []
    with qtbot.waitSignal(current.saved, timeout=60_000):
        pass
    assert jobs.saved == ["abc"]
    current.edit_rows(RowChoice(((2, 3),)))
    current.select("")
    assert jobs.saved == ["abc", "2-3"]


@pytest.mark.parametrize("width", [360, 500, 900])
@pytest.mark.parametrize("words", [4, 9, 14])
def test_what_is_missing_is_said_in_full(qtbot: QtBot, theme: Theme, width: int, words: int) -> None:
    shown = EmptyState(lambda: None)
    qtbot.addWidget(shown)
    shown.resize(width, 500)
    shown.show()
    text = "columns which " * words + "the sheet does not have."
    shown.show_missing("price", "The prompt names columns", text, "Go there")
    QApplication.processEvents()
    for each in shown.findChildren(QLabel):
        assert each.height() >= each.heightForWidth(each.width())
        assert each.width() <= 460
        assert shown.rect().contains(QRect(each.mapTo(shown, QPoint()), each.size()))


def test_a_line_of_the_job_list_ends_with_a_whole_piece(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font(12))
    line = "281 of 320 answered · $0.011 · 21:50"
    assert whole_pieces(line, metrics, metrics.horizontalAdvance(line)) == line
    assert whole_pieces(line, metrics, metrics.horizontalAdvance(line) - 1) == "281 of 320 answered · $0.011"
    assert whole_pieces(line, metrics, 5) == "281 of 320 answered"
