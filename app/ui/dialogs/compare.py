"""Two runs of the same rows side by side: what changed, what each cost, and whose answers are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QComboBox, QWidget

from app.core.errors import AppError
from app.core.job import Job
from app.services.comparing import ComparedRow, Comparison
from app.ui import comparing_wording, wording
from app.ui.accessibility import show_result
from app.ui.context import Context
from app.ui.language import shown, tr
from app.ui.models.compared_rows import ComparedRowsModel
from app.ui.naming import named, show_value
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.label_by_label import LabelByLabel
from app.ui.widgets.stop_button import StopButton
from app.ui.widgets.tables import fit_row_numbers, keep_fitted, set_up
from app.ui.widgets.viewing import ViewingDialog


class CompareDialog(ViewingDialog):
    """Compares the current job with one that is chosen. What is kept is written at once, and can be given back."""

    def __init__(self, context: Context, job: str, lead: int, parent: QWidget | None = None) -> None:
        """``lead`` is the column of the sheet by which a person knows a row."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._comparing = context.services.comparing
        self._job = job
        self._lead = lead
        self._found: Comparison | None = None
        self._finds = context.background.latest(self)
        self._compares = context.background.latest(self)
        self._keeps = context.background.latest(self)
        named(
            self,
            "compareDialog",
            self.tr("Compare two runs"),
            self.tr("What changed between two jobs over the same rows"),
        )
        self.setWindowTitle(self.tr("Compare two runs"))
        self._make_choices()
        self._labels = LabelByLabel(context.theme, self)
        self._labels.column_chosen.connect(self._on_column)
        self._make_rows()
        self._arrange()
        self._show_nothing(self.tr("Looking for jobs over the same rows…"))
        self._finds.run(
            "Jobs to compare", self._comparing.candidates(job), self._on_candidates, on_failed=self._on_failed
        )

    # Comparing

    def _on_candidates(self, jobs: list[Job]) -> None:
        for job in jobs:
            self._other.addItem(comparing_wording.job_and_end(job.name, job.finished_at), job.id)
        self._key.addItem(self.tr("all their columns"), None)
        info = self._context.services.jobs.draft(self._job).info
        for name in info.columns if info else ():
            self._key.addItem(name, name)
        self._choices.setVisible(bool(jobs))
        if not jobs:
            self._show_nothing(
                self.tr(
                    "No other job has answered rows like these.\nDuplicate the job, change its prompt or model, and run it."
                )
            )
            return
        self._start()

    def _start(self) -> None:
        other = self._other.currentData()
        if other is None:
            return
        self._show_nothing(self.tr("Comparing…"))
        work = self._comparing.compare(self._job, other, self._key.currentData())
        self._stop.ready()
        self._stop.show()
        self._compares.run(
            "Comparing", work, self._on_compared, on_failed=self._on_failed, on_progress=self._on_progress
        )

    def _on_progress(self, done: int, total: int | None, _text: str) -> None:
        if total:
            show_value(self._said, comparing_wording.compared_so_far(done, total))

    def _on_stop(self) -> None:
        self._compares.drop()
        self._show_nothing(tr("Stopped. Choose a job, or how its rows are known, to compare anew."))

    def done(self, result: int) -> None:
        """Closed, it wants nothing any more of what is under way."""
        for each in (self._finds, self._compares):
            each.drop()
        super().done(result)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self._show_nothing(shown(error.message))
        else:
            self._context.messages.error(error)

    def _on_compared(self, found: Comparison) -> None:
        self._found = found
        self._stop.hide()
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        text = tr(
            "{both:,} rows are in both, {here:,} here alone, {there:,} there alone. {changed:,} have another answer.",
            both=len(found.rows),
            here=found.alone,
            there=found.others_alone,
            changed=len(found.changed),
        )
        show_result(self._said, text)
        for line, job, model, where in zip(
            self._bills, (found.job, found.other), found.models, (self.tr("here"), self.tr("there")), strict=True
        ):
            took = job.finished_at - job.started_at if job.finished_at and job.started_at else 0.0
            shown_text = self.tr("{where}: {job} · {model} · {money} · {time}").format(
                where=where,
                job=job.name,
                model=self._context.services.models.name(model),
                money=wording.money(job.cost),
                time=wording.duration(took),
            )
            show_value(line, shown_text)
        self._labels.show_comparison(found)
        self._only_changed.setText(self.tr("{n} changed").format(n=wording.number(len(found.changed))))
        self._all.setText(self.tr("All {n}").format(n=wording.number(len(found.rows))))
        narrow = self._labels.column is not None and len(found.pairs) > 1
        self._in_column.setVisible(narrow)
        self._name_column()
        (self._in_column if narrow else self._only_changed if len(found.changed) else self._all).setChecked(True)
        self._rest.show()
        self._show_rows()

    # Showing

    def _show_nothing(self, why: str) -> None:
        self._found = None
        self._rest.hide()
        self._stop.hide()
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        show_value(self._said, why)

    def _on_column(self) -> None:
        self._name_column()
        if self._in_column.isChecked():
            self._show_rows()

    def _name_column(self) -> None:
        name = self._labels.column
        if self._found is not None and name is not None:
            count = wording.number(len(self._found.differ[name]))
            self._in_column.setText(self.tr("{n} in {column}").format(n=count, column=name.replace("&", "&&")))

    def _places(self) -> Sequence[int]:
        """Positions of the rows that are shown."""
        found = self._found
        if found is None:
            return ()
        if self._in_column.isChecked() and self._labels.column is not None:
            return found.differ[self._labels.column]
        return found.changed if self._only_changed.isChecked() else range(len(found.rows))

    def _show_rows(self) -> None:
        found = self._found
        if found is None:
            return
        places, comparing = self._places(), self._comparing

        def fetch(offset: int, size: int) -> Sequence[ComparedRow]:
            return comparing.page(found, places[offset : offset + size])

        fit_row_numbers(self._rows, max(found.rows, default=1))
        self._model.show_comparison(found, self._lead, len(places), fetch)
        keep_fitted(self._rows, widest=240)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self._rows.selectionModel().hasSelection()
        self._use_there.setEnabled(chosen)
        self._use_here.setEnabled(chosen)

    # Keeping

    def _keep(self, *, other: bool, everywhere: bool = False) -> None:
        found = self._found
        if found is None:
            return
        places: Sequence[int] = range(len(found.rows))
        if not everywhere:
            shown_places = self._places()
            stretches, _sections = self._rows.chosen()
            places = [shown_places[place] for stretch in stretches for place in stretch]
        work = self._comparing.keep(found, places, other=other)
        self._keeps.run("Keeping answers", work, lambda _count: self._model.rows_changed(), on_failed=self._on_failed)

    # Making

    def _make_choices(self) -> None:
        self._other = named(QComboBox(), "compareWith", self.tr("Job to compare with"))
        self._other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._other.setMinimumContentsLength(24)
        self._key = named(QComboBox(), "compareKey", self.tr("Column that names a row"))
        self._key.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._key.setMinimumContentsLength(16)
        self._other.activated.connect(lambda _index: self._start())
        self._key.activated.connect(lambda _index: self._start())
        self._said = named(label("", "emphasis", wrap=True), "compareSaid", self.tr("What changed"))
        self._bills = [
            named(label("", "hint", wrap=True), f"compareBill{number}", self.tr("What it cost and how long it took"))
            for number in (1, 2)
        ]

    def _make_rows(self) -> None:
        self._only_changed = named(button("", "segment"), "compareChanged", self.tr("Only rows that changed"))
        self._all = named(button("", "segment"), "compareAll", self.tr("All rows"))
        self._in_column = named(
            button("", "segment"), "compareInColumn", self.tr("Only rows that changed in that column")
        )
        self._which = QButtonGroup(self)
        for each in (self._in_column, self._only_changed, self._all):
            each.setCheckable(True)
            self._which.addButton(each)
            each.clicked.connect(lambda _checked=False: self._show_rows())
        self._model = ComparedRowsModel(self)
        self._rows = named(
            DataTable(),
            "compareRows",
            self.tr("Row by row"),
            self.tr("The answers of both jobs side by side, and which of them stands"),
        )
        self._rows.setModel(self._model)
        set_up(self._rows, row_height=self._context.theme.sizes.text + 15, numbered=True)
        self._rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        TableTools(self._rows, self._context, cells=False)
        self._rows.selectionModel().selectionChanged.connect(lambda *_told: self._show_buttons())
        self._model.modelReset.connect(self._show_buttons)
        says = self.tr("From now on this stands in what is exported")
        self._use_there = named(
            button(self.tr("&Use the answer there"), "", lambda: self._keep(other=True)),
            "compareUseThere", self.tr("Use the answer there in the chosen rows"), says,
        )  # fmt: skip
        self._use_here = named(
            button(self.tr("Use the answer &here"), "", lambda: self._keep(other=False)),
            "compareUseHere", self.tr("Use the answer here in the chosen rows"), says,
        )  # fmt: skip
        self._all_there = named(
            button(self.tr("All from &there"), "", lambda: self._keep(other=True, everywhere=True)),
            "compareAllThere", self.tr("Use the answers there in all rows"), says,
        )  # fmt: skip
        self._all_here = named(
            button(self.tr("&All from here"), "", lambda: self._keep(other=False, everywhere=True)),
            "compareAllHere", self.tr("Use the answers here in all rows"), says,
        )  # fmt: skip

    def _arrange(self) -> None:
        close = named(button(self.tr("&Close"), "", self.accept), "compareClose", self.tr("Close"))
        choices = row(label(self.tr("Compare with")), self._other, label(self.tr("rows known by")), self._key)
        choices.setStretch(1, 1)
        self._choices = QWidget()
        self._choices.setLayout(choices)
        self._stop = StopButton("compareStop", tr("Stop comparing"), self._on_stop)
        self._rest = QWidget()
        lines = column(
            column(*self._bills, spacing=2), self._labels, row(self._in_column, self._only_changed, self._all, 1), self._rows,
            row(self._use_there, self._use_here, 1, self._all_there, self._all_here), spacing=10,
        )  # fmt: skip
        lines.setStretch(3, 1)
        self._rest.setLayout(lines)
        whole = column(
            self._choices,
            self._said,
            row(1, self._stop, 1),
            self._rest,
            row(1, close),
            spacing=10,
            margins=(20, 16, 20, 16),
        )
        whole.setStretch(1, 1)
        whole.setStretch(3, 100)
        self._choices.hide()  # until there is something to choose
        self.setLayout(whole)
        self.resize(QSize(900, 640))
