"""Next month's file, on the Price page: what is new, changed, unchanged or gone since an earlier job."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from app.core.errors import AppError
from app.core.estimate import Price
from app.services.continuing import EarlierJob, Since
from app.ui import comparing_wording, wording
from app.ui.accessibility import show_result
from app.ui.context import Context
from app.ui.language import shown, tr
from app.ui.naming import named, show_value
from app.ui.widgets.basics import column, label, row
from app.ui.widgets.combo_box import ElidingComboBox
from app.ui.widgets.stop_button import StopButton


class SinceChoice(QWidget):
    """Shows nothing where no earlier job has the columns that the prompt uses."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._price: Price | None = None
        self._offered: list[EarlierJob] = []
        self._finds = context.background.latest(self)
        self._compares = context.background.latest(self)
        self._jobs = named(
            ElidingComboBox(14),
            "sinceJob",
            tr("Earlier job"),
            tr("The job that this file is compared with; nothing is sent"),
        )
        self._key = named(
            ElidingComboBox(10), "sinceKey", tr("Column that names a row"), tr("By which column rows are known again")
        )
        self._said = named(label("", "hint", wrap=True), "sinceResult", tr("What has changed since"))
        self._key_row = QWidget()
        self._key_row.setLayout(row(label(tr("rows known by")), self._key))
        self._jobs.currentIndexChanged.connect(self._compare)
        self._key.currentIndexChanged.connect(self._compare)
        caption = label(tr("Go on from an earlier job"), "section")
        line = row(self._jobs, self._key_row)
        line.setStretch(0, 1)
        self._stop = StopButton("sinceStop", tr("Stop comparing"), self._on_stop)
        said = row(self._said, self._stop)
        said.setStretch(0, 1)
        self.setLayout(column(caption, line, said, spacing=8))
        self._stop.hide()
        self._said.hide()
        self.hide()

    def show_price(self, price: Price) -> None:
        """Look for earlier jobs, and compare anew with the one that was chosen."""
        self._price = price
        current = self._context.current
        if not current.editable:
            self.hide()
            return
        self._finds.run("Earlier jobs", self._context.services.continuing.candidates(current.id), self._on_found)

    def _on_found(self, found: list[EarlierJob]) -> None:
        self.setVisible(bool(found))
        info = self._context.current.info
        columns = info.columns if info is not None else ()
        if found != self._offered or list(columns) != [self._key.itemData(n) for n in range(1, self._key.count())]:
            self._offered = found
            blockers = (QSignalBlocker(self._jobs), QSignalBlocker(self._key))
            self._fill(found, columns)
            del blockers
        chosen, key = self._context.services.continuing.chosen(self._context.current.id)
        blockers = (QSignalBlocker(self._jobs), QSignalBlocker(self._key))
        self._jobs.setCurrentIndex(max(self._jobs.findData(chosen), 0))
        self._key.setCurrentIndex(max(self._key.findData(key), 0))
        del blockers
        self._compare()

    def _fill(self, found: list[EarlierJob], columns: tuple[str, ...]) -> None:
        self._jobs.clear()
        self._jobs.addItem(self.tr("none"), None)
        for job in found:
            self._jobs.addItem(comparing_wording.job_and_end(job.name, job.ended_at), job.id)
        self._key.clear()
        self._key.addItem(tr("what is asked"), None)
        for name in columns:
            self._key.addItem(name, name)

    def _compare(self) -> None:
        since, current = self._jobs.currentData(), self._context.current
        self._key_row.setVisible(since is not None)
        self._said.setVisible(since is not None)
        if since is None or not current.editable:
            self._compares.drop()
            self._stop.hide()
            if current.editable:
                self._context.services.continuing.choose(current.id)
            return
        show_value(self._said, tr("Comparing…"))
        self._stop.ready()
        self._stop.show()
        self._context.services.continuing.choose(current.id, since, self._key.currentData())
        work = self._context.services.continuing.compare(current.id, since, self._key.currentData())
        self._compares.run(
            "Comparing", work, self._on_compared, on_failed=self._on_failed, on_progress=self._on_progress
        )

    def _on_progress(self, done: int, total: int | None, _text: str) -> None:
        if total:
            show_value(self._said, comparing_wording.compared_so_far(done, total))

    def _on_stop(self) -> None:
        """This job then goes on from none: what is not compared is not told."""
        self._jobs.setCurrentIndex(0)
        self._context.messages.note(
            tr("Comparing was stopped: this job goes on from no earlier one. Nothing was sent.")
        )

    def _on_compared(self, since: Since) -> None:
        self._stop.hide()
        text = tr("{new} new, {changed} changed, {unchanged} unchanged, {gone} gone.").format(
            new=wording.number(since.new),
            changed=wording.number(since.changed),
            unchanged=wording.number(since.unchanged),
            gone=wording.number(since.gone),
        )
        if since.unchanged and self._price is not None:
            kept = tr("Unchanged rows that have an answer keep it and cost nothing; an export says when it came.")
            none = tr("None of its answers can be kept: it asked something else, or another model.")
            fresh = tr("All rows are asked anew, as you chose.")
            job = self._context.current.job
            text = f"{text} {kept if self._price.earlier else fresh if job is not None and job.fresh else none}"
        show_result(self._said, text)

    def _on_failed(self, error: BaseException) -> None:
        self._stop.hide()
        if isinstance(error, AppError):
            show_result(self._said, shown(error.message))
        else:
            self._context.messages.error(error)
