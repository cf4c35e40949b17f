"""The Data page without data: where to drop a file, what can be opened, and the examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.services.examples import Example
from app.ui.language import shown
from app.ui.naming import named, set_by_name
from app.ui.widgets.basics import HandButton, button, column, frame, label, row


class StartView(QWidget):
    """``open_place`` takes the button that opens a file, first in the line of buttons; ``drop`` is the frame."""

    def __init__(
        self,
        choose_folder: Callable[[], object],
        paste: Callable[[], object],
        examples: Sequence[Example],
        open_example: Callable[[Example], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.drop = frame("drop")
        title = label(self.tr("Drop a spreadsheet or a folder anywhere in this window"), "emphasis")
        kinds = label(
            self.tr(
                "Excel (.xlsx, .xlsm, .xls, .xlsb), OpenDocument (.ods), .csv, .tsv or .txt, several with the same columns too"
            ),
            "hint",
            wrap=True,
        )
        set_by_name(kinds, alignment="AlignHCenter")
        folder = button(self.tr("Open a fol&der"), "", choose_folder)
        folder.setToolTip(self.tr("A row for each document in it (Ctrl+Shift+O)"))
        says = self.tr("Choose a folder of documents: each becomes a row")
        named(folder, "openFolderButton", self.tr("Open a folder of documents"), says)
        pasted = button(self.tr("Paste"), "", paste)
        pasted.setToolTip(self.tr("Cells copied from a spreadsheet (Ctrl+V)"))
        says = self.tr("Make a job of cells that were copied from a spreadsheet")
        named(pasted, "pasteButton", self.tr("Paste copied cells"), says)
        self.open_place = QHBoxLayout()
        buttons = row(1, self.open_place, folder, pasted, 1, spacing=10)
        lines = column(1, row(1, title, 1), kinds, buttons, 1, spacing=10, margins=(24, 28, 24, 28))
        self.drop.setLayout(lines)
        line = QHBoxLayout()
        line.setSpacing(12)
        for number, example in enumerate(examples, 1):
            line.addWidget(self._make_example(number, example, open_example), 1)
        self.setLayout(
            column(
                self.drop,
                label(self.tr("Or look around with an example, in practice mode: no key, no cost"), "section"),
                line,
                spacing=14,
            )
        )
        self.layout().setStretch(0, 1)

    def _make_example(self, number: int, example: Example, open_example: Callable[[Example], object]) -> QWidget:
        made = ExampleButton(shown(example.title), shown(example.sentence))
        made.clicked.connect(lambda: open_example(example))
        name = "exampleButton" if number == 1 else f"exampleButton{number}"
        return named(made, name, shown(example.title), shown(example.sentence))


class ExampleButton(HandButton):
    """A title and a sentence on one large button."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "example")
        self.setAutoDefault(False)
        lines = column(label(title, "section"), label(sentence, "hint", wrap=True), 1, spacing=3)
        lines.setContentsMargins(14, 10, 14, 10)
        self.setLayout(lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as its sentence takes
