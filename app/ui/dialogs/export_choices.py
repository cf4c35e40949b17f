"""How a job is exported: what the file will be, what to know before, and the choices, which the job remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from app.core.export import Existing, ExportChoices, Extra, Foreseen
from app.ui import wording
from app.ui.accessibility import announce, show_result
from app.ui.context import Context
from app.ui.dialogs.guide import GuideDialog
from app.ui.language import shown
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.stop_button import StopButton

_TEXTS = (".csv", ".tsv", ".txt")

_LATE_MS = 400
"""What is found out sooner has no button come and go."""


class ExportChoicesDialog(QDialog):
    """``wanted`` says that the user wants the file, the choices being remembered by then.

    Without a ``target`` the file is still to be chosen.
    """

    wanted = Signal()

    def __init__(
        self, context: Context, job: str, target: Path | None, parent: QWidget, found: Foreseen | None = None
    ) -> None:
        super().__init__(parent)
        self._exporting = context.services.exporting
        self._job = job
        self._ending = target.suffix.lower() if target else self._exporting.endings(job)[0]
        self._looks = context.background.latest(self)
        self._known: Foreseen | None = None
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        named(self, "exportChoices", self.tr("Export options"))
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(520)
        title = self.tr("Export to “{name}”").format(name=target.name) if target else self.tr("Export options")
        self._notes = named(label("", "hint", wrap=True), "exportNotes", self.tr("What the file will be"))
        self._warnings = named(label("", "", wrap=True), "exportWarnings", self.tr("To know before"))
        self._stop = StopButton("exportLookStop", self.tr("Stop looking at the file"), self._on_stop)
        self._stop.hide()
        self._late.timeout.connect(self._stop.show)
        known = self._exporting.choices(job)
        self._make_extras(known)
        self._make_others(known)
        self._go = named(
            button(self.tr("&Export") if target else self.tr("&Choose where…"), "main", self._on_go),
            "exportGo",
            self.tr("Export"),
            self.tr("Write the file with these choices"),
        )
        cancel = named(button(self.tr("Cancel"), "", self.reject), "exportCancel", self.tr("Cancel"))
        more = named(
            button(self.tr("What is kept?"), "link", lambda: GuideDialog("formats", self).open()),
            "exportHelp",
            self.tr("What is kept?"),
            self.tr("What reading and exporting keep, format by format"),
        )
        buttons = QDialogButtonBox()  # in the order of the platform, as in the other dialogs
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        told = row(self._warnings, self._stop)
        told.setStretch(0, 1)
        self.setLayout(
            column(
                label(title, "emphasis"),
                self._notes,
                told,
                self._which_row,
                label(self.tr("Further columns"), "section"),
                self._extras_grid,
                self._others,
                row(more, 1, buttons),
                spacing=10,
                margins=(20, 16, 20, 16),
            )
        )
        self.finished.connect(self._looks.drop)
        self.finished.connect(self.deleteLater)
        if found is not None:
            self._on_found(found)
        else:
            self._look()

    def choices(self) -> ExportChoices:
        """What is chosen."""
        return ExportChoices(
            raw_text=self._raw.isChecked(),
            utf8=self._utf8.isChecked(),
            extras=tuple(extra for extra, box in self._extras.items() if box.isChecked()),
            existing=Existing(self._existing.currentData()),  # Qt gives it back as plain text
            items=self._items.isChecked(),
            current_file=bool(self._which.currentData()),
        )

    def _look(self) -> None:
        """Find out anew what the export would do."""
        self._go.setEnabled(False)
        self._on_progress(0, None)
        self._stop.ready()
        self._late.start()
        work = self._exporting.foresee(self._job, self._ending, self.choices())
        self._looks.run("Looking", work, self._on_found, on_progress=self._on_progress)

    def _on_progress(self, done: int, total: int | None, _text: str = "") -> None:
        """Say what is looked at and how far that is: where the rows are matched, the whole file is read."""
        percent = wording.number(100 * done // total) if total else ""
        if self._which.currentData():
            text = self.tr("Looking for your rows in the file as it is now… {percent}%").format(percent=percent or "0")
            show_value(self._warnings, text)
            self._warnings.show()
        elif self._known is None or self._stop.isVisible():
            text = self.tr("Looking… {percent}%").format(percent=percent) if percent else self.tr("Looking…")
            show_value(self._notes, text)

    def _on_stop(self) -> None:
        """Back to the file that is known; where none is yet, it is exported without a look ahead."""
        self._looks.drop()
        blocker = QSignalBlocker(self._which)
        self._which.setCurrentIndex(0)
        del blocker
        self._end()
        if self._known is not None:
            self._on_found(self._known)
        self._go.setEnabled(True)
        self._warnings.show()
        show_result(self._warnings, self.tr("Looking was stopped: the file is exported as it was sent."))

    def _end(self) -> None:
        self._late.stop()
        self._stop.hide()

    def _on_found(self, found: Foreseen) -> None:
        self._end()
        if not self._which.currentData():
            self._known = found
        show_value(self._notes, "\n".join(map(shown, found.notes)))
        show_value(
            self._warnings, "\n".join(map(shown, (*found.warnings, *((found.blocked,) if found.blocked else ()))))
        )
        self._warnings.setVisible(bool(self._warnings.text()))
        announce(self._warnings, self._warnings.text())
        self._existing_row.setVisible(bool(found.existing))
        self._which_row.setVisible(bool(found.changed) or bool(self._which.currentData()))
        self._go.setEnabled(not found.blocked)
        self._make_room()

    def _make_room(self) -> None:
        """Grow with what is said: lines that wrap would take their height from the boxes."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _on_go(self) -> None:
        self._exporting.save_choices(self._job, self.choices())
        self.accept()
        self.wanted.emit()

    def _make_extras(self, known: ExportChoices) -> None:
        names = {
            Extra.OUTCOME: self.tr("What became of the row"),
            Extra.CAUSE: self.tr("Why it stopped"),
            Extra.MODEL: self.tr("Model"),
            Extra.TOKENS: self.tr("Length, as it is billed"),
            Extra.COST: self.tr("Cost"),
            Extra.WHEN: self.tr("When it was answered"),
        }
        self._extras: dict[Extra, QCheckBox] = {}
        grid = QGridLayout()
        for index, (extra, text) in enumerate(names.items()):
            box = self._box(f"export_{extra}", text, checked=extra in known.extras)
            self._extras[extra] = box
            grid.addWidget(box, index // 2, index % 2)
        self._extras_grid = QWidget()
        self._extras_grid.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)

    def _make_others(self, known: ExportChoices) -> None:
        text = self._ending in _TEXTS
        lists = self._exporting.has_lists(self._job)
        self._raw = self._box("exportRaw", self.tr("Let formulas in answers be formulas"), checked=known.raw_text)
        self._utf8 = self._box("exportUtf8", self.tr("Write in UTF-8, whatever the file has"), checked=known.utf8)
        self._items = self._box(
            "exportItems", self.tr("Lists also item by item, in a sheet of their own"), checked=known.items
        )
        self._raw.setVisible(text)
        self._utf8.setVisible(text)
        self._items.setVisible(lists and not text)
        self._existing = self._combo(
            "exportExisting",
            self.tr("A column that has the answer's name already"),
            [
                (self.tr("stays; answers go beside it"), Existing.BESIDE),
                (self.tr("gets answers in its empty cells"), Existing.FILL),
                (self.tr("is replaced by the answers"), Existing.REPLACE),
            ],
            known.existing,
        )
        self._which = self._combo(
            "exportWhich",
            self.tr("The file has changed since"),
            [
                (self.tr("the file as it was sent"), False),
                (self.tr("the file as it is now, rows matched by content"), True),
            ],
            known.current_file,
        )
        self._existing_row = self._line(self.tr("A column with the answer's name:"), self._existing)
        self._which_row = self._line(self.tr("Export it:"), self._which)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        for widget in (self._existing_row, self._items, self._raw, self._utf8):
            lines.addWidget(widget)
        self._others = QWidget()
        self._others.setLayout(lines)

    def _box(self, name: str, text: str, *, checked: bool) -> QCheckBox:
        box = named(QCheckBox(text), name, text)
        box.setChecked(checked)
        box.toggled.connect(lambda _on: self._look())
        return box

    def _combo(self, name: str, says: str, items: list[tuple[str, object]], chosen: object) -> QComboBox:
        made = named(QComboBox(), name, says)
        for text, value in items:
            made.addItem(text, value)
        made.setCurrentIndex(max(0, [value for _text, value in items].index(chosen)))
        made.currentIndexChanged.connect(lambda _index: self._look())
        return made

    @staticmethod
    def _line(text: str, field: QWidget) -> QWidget:
        line = QWidget()
        line.setLayout(row(label(text), field))
        line.hide()
        return line
