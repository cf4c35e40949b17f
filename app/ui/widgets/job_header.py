"""The name of the job that is shown, which can be typed over, and what its file is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.job import Job
from app.ui.naming import named, set_by_name, show_value
from app.ui.widgets.basics import column, label, line_edit


class JobHeader(QWidget):
    """Sends ``renamed`` with what was typed."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = named(line_edit(), "jobTitle", self.tr("Name of the job"), self.tr("Type to rename the job"))
        self._name.setProperty("role", "title")
        self._name.setFrame(False)
        set_by_name(self._name, alignment="AlignLeft|AlignAbsolute|AlignVCenter")  # a name in Arabic, too
        self._name.editingFinished.connect(lambda: self.renamed.emit(self._name.text().strip()))
        self._file = named(label("", "hint"), "jobSubtitle", self.tr("The file of the job"))
        self.setLayout(column(self._name, self._file, spacing=2))

    def show_other(self, job: Job | None) -> None:
        """Another job is selected: nothing that was typed for the last one is kept."""
        self._name.setReadOnly(job is None)
        set_by_name(self._name, focusPolicy="StrongFocus" if job else "NoFocus")
        self.show_name(job.name if job else "Batchsheet")

    def show_name(self, name: str) -> None:
        """Show a name from its beginning."""
        self._name.setText(name)
        self._name.setCursorPosition(0)

    def show_job(self, job: Job | None, file: str) -> None:
        """Show a job's name, unless it is just being typed, and what is said of its file."""
        if job is not None and not self._name.hasFocus() and self._name.text() != job.name:
            self.show_name(job.name)
        show_value(self._file, file)

    def edit(self) -> None:
        """Put the cursor into the name."""
        from PySide6.QtCore import Qt

        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()
