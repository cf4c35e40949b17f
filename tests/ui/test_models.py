"""Tables and lists: pages, roles, and change signals for what changed alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelRoleData, QModelRoleDataSpan, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester

from app.core.answer_length import OutputGuess
from app.core.breakdown import Breakdown
from app.core.estimate import Workload, estimate
from app.core.input_fit import Basis, InputFit
from app.core.job import Job, JobState
from app.core.money import picodollars
from app.core.outputs import Kind, Output
from app.core.part import Part, PartState
from app.core.price import ModelPrices, Rates
from app.core.result_rows import ResultRow
from app.core.results import RowState
from app.core.table import SheetRow
from app.ui.models.compared_rows import LabelsModel
from app.ui.models.job_list import JobListModel
from app.ui.models.outputs_table import COLUMN, HOLDS, IF_UNSURE, KIND, OutputsTableModel
from app.ui.models.paged_table import PAGE, PAGES_KEPT
from app.ui.models.parts_table import PartsTableModel
from app.ui.models.price_table import PriceTableModel
from app.ui.models.results_grid import ResultsGridModel, result_columns
from app.ui.models.roles import GROUP, IS_NEW, JOB_ID, STATE
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.overview.history_table import HistoryModel
from app.ui.theme import Theme

EDIT = Qt.ItemDataRole.EditRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Sheet:
    """A million rows that are made when they are asked for; remembers what was asked."""

    def __init__(self, count: int = 1_000_000) -> None:
        self.count = count
        self.asked: list[tuple[int, int]] = []

    def fetch(self, offset: int, count: int) -> Sequence[SheetRow]:
        self.asked.append((offset, count))
        return [SheetRow(n + 4, (f"a{n}", f"b\n{n}")) for n in range(offset, min(offset + count, self.count))]


def cell(model: QAbstractItemModel, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.data(model.index(row, column), role)


def test_a_grid_reads_only_the_pages_that_are_looked_at() -> None:
    sheet, model = Sheet(), SheetGridModel()
    model.show_rows(("A", "B"), sheet.count, sheet.fetch)
    assert model.rowCount() == 1_000_000
    assert sheet.asked == []
    assert cell(model, 999_999, 0) == "a999999"
    assert cell(model, 999_950, 0) == "a999950"
    assert model.headerData(999_999, DOWN) == "1000003"
    assert model.headerData(1, ACROSS) == "B"
    assert sheet.asked == [(999_999 // PAGE * PAGE, PAGE)]


def test_a_grid_keeps_few_pages() -> None:
    sheet, model = Sheet(), SheetGridModel()
    model.show_rows(("A", "B"), sheet.count, sheet.fetch)
    for page in range(PAGES_KEPT + 1):
        cell(model, page * PAGE, 0)
    cell(model, PAGES_KEPT * PAGE, 0)
    assert len(sheet.asked) == PAGES_KEPT + 1
    cell(model, 0, 0)
    assert len(sheet.asked) == PAGES_KEPT + 2


def test_a_cell_is_one_line_in_the_grid_and_whole_in_its_tooltip() -> None:
    model = SheetGridModel()
    text = "first line\n" + "x" * 500
    model.show_rows(("A",), 1, lambda _offset, _count: [SheetRow(2, (text,))])
    assert "\n" not in str(cell(model, 0, 0))
    assert cell(model, 0, 0, Qt.ItemDataRole.ToolTipRole) == text
    assert cell(model, 0, 0, Qt.ItemDataRole.DecorationRole) is None


def test_a_row_that_has_gone_or_ends_early_is_blank() -> None:
    model = SheetGridModel()
    model.show_rows(("A", "B"), 3, lambda _offset, _count: [SheetRow(2, ("only",))])
    assert cell(model, 0, 1) == ""
    assert cell(model, 2, 0) == ""
    assert model.headerData(2, DOWN) == ""


def test_columns_of_numbers_end_where_they_are_alike() -> None:
    rows = [("007", "1,200.50", "3", "", "2026-01-02", "12 %"), ("008", "$7.30", "n/a", "", "2026-01-03", "-4")]
    model = SheetGridModel()
    read = [SheetRow(number, cells) for number, cells in enumerate(rows, 2)]
    model.show_rows("abcdef", len(rows), lambda offset, count: read[offset : offset + count])
    sides = [cell(model, 0, column, Qt.ItemDataRole.TextAlignmentRole) for column in range(6)]
    assert [side is not None for side in sides] == [False, True, False, False, False, True]
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) for column in range(6)
    ]
    assert heads == sides


def result(number: int, state: RowState = RowState.ANSWERED) -> ResultRow:
    values = ("Setup", True) if state is RowState.ANSWERED else ()
    return ResultRow(number, ("id", "name", "text"), state, values)


def test_results_stand_beside_the_columns_that_the_prompt_reads(theme: Theme) -> None:
    model = ResultsGridModel(theme)
    columns = result_columns(("Id", "Name", "Text"), ("Topic", "Urgent"), (2,))
    found = [result(5), result(6, RowState.FAILED)]
    model.show_results(columns, 2, lambda offset, count: found[offset : offset + count])
    assert [column.name for column in columns] == ["Text", "", "Topic", "Urgent", "Id", "Name"]
    assert [cell(model, 0, column) for column in range(6)] == ["text", "", "Setup", "yes", "id", "name"]
    assert [model.headerData(column, ACROSS, IS_NEW) for column in range(6)] == [False, False, True, True, False, False]
    assert cell(model, 1, 2) == ""
    assert cell(model, 1, 1, Qt.ItemDataRole.AccessibleTextRole) == "failed"
    assert cell(model, 1, 1, Qt.ItemDataRole.DecorationRole) is not None
    assert cell(model, 0, 0, STATE) is RowState.ANSWERED


def test_results_are_read_again_after_they_changed(theme: Theme) -> None:
    model, states = ResultsGridModel(theme), [RowState.RUNNING]
    columns = result_columns(("Id", "Name", "Text"), ("Topic", "Urgent"), (0,))
    model.show_results(columns, 1, lambda _offset, _count: [result(5, states[0])])
    assert cell(model, 0, 2) == ""
    states[0] = RowState.ANSWERED
    model.rows_changed()
    assert cell(model, 0, 2) == "Setup"


PAINTED = (
    Qt.ItemDataRole.FontRole,
    Qt.ItemDataRole.TextAlignmentRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.CheckStateRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.BackgroundRole,
)
"""What Qt asks for to paint a cell."""


def test_a_cell_is_painted_after_one_question_as_after_seven(theme: Theme) -> None:
    sheet, results, parts = SheetGridModel(), ResultsGridModel(theme), PartsTableModel()
    sheet.show_rows(("A", "B"), 9, Sheet(9).fetch)
    columns = result_columns(("A",), ("Answer",), (0,))
    results.show_results(columns, 2, lambda _offset, _count: [result(2), result(3, RowState.FAILED)])
    parts.show_parts([part(1), part(2, PartState.SENT)])
    jobs = HistoryModel()
    jobs.show_jobs([Job(name, name, JobState.DRAFT, 1.0, Breakdown(3)) for name in "ab"])
    price = PriceTableModel()
    price.show_price(None)
    for model in (sheet, results, parts, jobs, price):
        for row, column in ((row, column) for row in range(2) for column in range(model.columnCount())):
            index = model.index(row, column)
            for role in PAINTED:
                one = QModelRoleData(role)
                model.multiData(index, QModelRoleDataSpan(one))
                said, plain = one.data(), model.data(index, role)
                assert type(said) is type(plain)
                assert isinstance(said, QIcon) or said == plain


def test_a_cell_without_a_sign_does_not_keep_the_one_of_the_cell_before(theme: Theme) -> None:
    results = ResultsGridModel(theme)
    columns = result_columns(("A",), ("Answer",), (0,))
    results.show_results(columns, 1, lambda _offset, _count: [result(2)])
    cells = [results.index(0, column) for column in range(results.columnCount())]
    delegate = QStyledItemDelegate()
    signs = []
    for index in [*cells, *cells]:
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, index)
        signs.append(not option.icon.isNull())
    own = [isinstance(results.data(index, Qt.ItemDataRole.DecorationRole), QIcon) for index in cells]
    assert own.count(True) == 1
    assert signs == [*own, *own]


def part(number: int, state: PartState = PartState.PLANNED) -> Part:
    return Part("j", number, state, 10, 12, 100, 5)


def test_only_parts_that_moved_are_told() -> None:
    model, told = PartsTableModel(), []
    model.show_parts([part(1), part(2), part(3)])
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.show_parts([part(1), part(2, PartState.SENT), part(3)])
    assert told == [(1, 1)]
    assert cell(model, 1, 1) == "running"


def test_parts_that_come_are_added_and_nothing_is_laid_out_anew() -> None:
    model = PartsTableModel()
    told: list[object] = []
    model.show_parts([part(1)])
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    model.show_parts([part(1, PartState.SENT), part(2), part(3)])
    assert told == [(1, 2)]
    assert [cell(model, row, 1) for row in range(3)] == ["running", "waiting", "waiting"]
    model.show_parts([part(1)])
    assert told[1:] == ["reset"]
    assert cell(model, 0, 1) == "waiting"


def test_the_price_table_adds_up_in_sight() -> None:
    rates = Rates(1, 1, 1, 1, 1)
    workload = Workload(((2_130, 320),), 320, 320, 100)
    price = replace(
        estimate(workload, ModelPrices(rates, rates), InputFit.guess(), OutputGuess(108.0, 50.0, 100.0)),
        ordinary_input=picodollars(0.02104),
        ordinary_output=picodollars(0.01704),
        batch_input=picodollars(0.01052),
        batch_output=picodollars(0.00852),
    )
    model = PriceTableModel()
    model.show_price(price)
    for column in (1, 2, 3):
        parts = [Decimal(re.sub(r"[$,]", "", str(cell(model, line, column)))) for line in range(3)]
        assert parts[0] + parts[1] == parts[2]
    money = [str(cell(model, line, column)) for line in range(3) for column in (2, 3)]
    assert len({len(text.split(".")[1]) for text in money}) == 1


def a_job(job_id: str, state: JobState) -> Job:
    return Job(id=job_id, name=f"Job {job_id}", state=state, created_at=0.0, breakdown=Breakdown(10))


def test_the_price_table_has_no_line_for_what_there_is_not() -> None:
    fit, answers = InputFit(30, 0.0, 0.0, 0.0, Basis.COUNTED), OutputGuess(40, 40, 40)
    rates = Rates(50, 250, 62, 100, 5)
    for requests in (0, 7):
        price = estimate(Workload(((100, requests),), 7, 7, 60), ModelPrices(rates, rates), fit, answers)
        model = PriceTableModel()
        model.show_price(price)
        assert [cell(model, row, 0) for row in range(model.rowCount())] == ["Prompts", "Answers", "Together"]


def test_jobs_stand_in_groups_that_need_the_user_first() -> None:
    model = JobListModel()
    states = (JobState.FINISHED, JobState.DRAFT, JobState.WAITING, JobState.NEEDS_YOU)
    model.show_jobs([a_job(str(state), state) for state in states])
    lines = [model.index(row) for row in range(model.rowCount())]
    assert [index.data(GROUP) for index in lines if index.data(GROUP)] == ["Needs you", "Running", "Drafts", "Finished"]
    assert [index.data(JOB_ID) for index in lines if index.data(JOB_ID)] == [str(state) for state in reversed(states)]
    assert not lines[0].flags() & Qt.ItemFlag.ItemIsSelectable
    assert "0 of 10 answered" in lines[-1].data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_job_that_moves_within_its_group_does_not_reset_the_list() -> None:
    model, resets, told = JobListModel(), [], []
    jobs = [a_job("a", JobState.RUNNING), a_job("b", JobState.RUNNING)]
    model.show_jobs(jobs)
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.show_jobs([jobs[0], replace(jobs[1], cost=5)])
    assert (resets, told) == ([], [2])
    model.show_jobs([jobs[0], replace(jobs[1], state=JobState.FINISHED)])
    assert resets == [1]


def test_a_job_without_outputs_has_one_answer_column() -> None:
    model = OutputsTableModel()
    model.show_outputs(())
    assert model.rowCount() == 1
    assert model.outputs() == ()
    model.setData(model.index(0, COLUMN), "Topic")
    assert model.outputs() == (Output("Topic"),)
    model.remove(0)
    assert model.rowCount() == 1


def test_the_choices_of_a_column_come_back_with_its_kind() -> None:
    model = OutputsTableModel()
    model.show_outputs((Output("Colour", Kind.CHOICE, choices=("red", "blue")),))
    kind = model.index(0, KIND)
    model.setData(kind, Kind.TEXT)
    assert model.outputs() == (Output("Colour"),)
    model.setData(kind, Kind.CHOICE)
    assert model.outputs()[0].choices == ("red", "blue")


def test_output_columns_are_edited_in_the_table() -> None:
    model, edits = OutputsTableModel(), []
    model.edited.connect(lambda: edits.append(1))
    line = model.add()
    model.setData(model.index(line, KIND), Kind.CHOICE)
    model.setData(model.index(line, HOLDS), " Refund; Setup ; refund;; Other")
    model.setData(model.index(line, IF_UNSURE), "Other")
    made = model.outputs()[line]
    assert made == Output("Answer 2", Kind.CHOICE, choices=("Refund", "Setup", "Other"), if_unsure="Other")
    assert cell(model, line, HOLDS) == "Refund; Setup; Other"
    assert cell(model, line, KIND) == "one of a list"
    assert cell(model, line, KIND, EDIT) is Kind.CHOICE
    model.setData(model.index(line, KIND), Kind.TEXT)
    assert model.outputs()[line].choices == ()
    assert len(edits) == 5
    model.setData(model.index(line, COLUMN), "   ")
    assert model.outputs()[line].column == "Answer 2"


@pytest.mark.parametrize("text", ["a, b", "a\nb", "a · b"])
def test_choices_can_be_typed_in_several_ways(text: str) -> None:
    model = OutputsTableModel()
    model.setData(model.index(0, KIND), Kind.CHOICE)
    model.setData(model.index(0, HOLDS), text)
    assert model.outputs()[0].choices == ("a", "b")


def test_models_keep_qts_rules(qtmodeltester: ModelTester, theme: Theme) -> None:
    sheet, jobs, outputs, parts = SheetGridModel(), JobListModel(), OutputsTableModel(), PartsTableModel()
    sheet.show_rows(("A", "B"), 3, Sheet(3).fetch)
    jobs.show_jobs([a_job("a", JobState.DRAFT), a_job("b", JobState.FINISHED)])
    parts.show_parts([part(1)])
    results = ResultsGridModel(theme)
    results.show_results(result_columns(("Id",), ("Topic",), (0,)), 1, lambda _offset, _count: [result(5)])
    for model in (sheet, jobs, outputs, parts, results):
        qtmodeltester.check(model)


def test_of_labels_that_changed_it_is_said_which_run_they_are_of() -> None:
    model = LabelsModel()
    model.show_labels(Counter({("small", "large"): 2, ("large", "large"): 3}))
    assert [model.headerData(place, ACROSS) for place in range(model.columnCount())] == ["there: large"]
    assert [model.headerData(place, DOWN) for place in range(model.rowCount())] == ["here: large", "small"]
