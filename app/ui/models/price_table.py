"""What makes up a price: prompts, documents, searches of the web, answers and all together, at the ordinary price and at half."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt

from app.core.estimate import Price
from app.ui import wording
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import HeadedTable
from app.ui.sums_wording import decimals_of_sums, in_sight


class PriceTableModel(HeadedTable):
    """A line for each, as far as there are any; amounts in words, since nobody counts in the service's own pieces."""

    numeric = frozenset({1, 2, 3})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._cells: list[tuple[str, str, str]] = []
        self._headers = ("", self.tr("words"), self.tr("ordinary price"), self.tr("half price"))
        self._broken = False

    def break_headings(self, *, broken: bool) -> None:
        """Whether headings stand in two lines: in a narrow window the names of the lines need the room."""
        if broken != self._broken:
            self._broken = broken
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headers) - 1)

    def show_price(self, price: Price | None) -> None:
        """Show another price."""
        self.beginResetModel()
        self._names, lines = self._made_up(price)
        self._cells = _figures(lines) if price is not None else [("", "", "")] * len(self._names)
        self.endResetModel()

    def _made_up(self, price: Price | None) -> tuple[list[str], list[tuple[int, int, int]]]:
        """Names of the lines, and tokens and money of all but the last, which is their sum."""
        if price is None:
            return [self.tr("Prompts"), self.tr("Answers"), self.tr("Together")], []
        documents = (price.document_tokens, price.ordinary_documents, price.batch_documents)
        whole = (price.input_tokens, price.ordinary_input, price.batch_input)
        prompts = tuple(max(all_of - some, 0) for all_of, some in zip(whole, documents, strict=True))
        answers = (price.output_tokens, price.ordinary_output, price.batch_output)
        search = (price.search_tokens, price.ordinary_search, price.batch_search)
        lines = [
            (self.tr("Prompts"), prompts, True),
            (self.tr("Documents"), documents, any(documents)),
            (self.tr("Web searches"), search, any(search)),
            (self.tr("Answers"), answers, True),
        ]
        shown = [(name, line) for name, line, there in lines if there]
        return [*(name for name, _line in shown), self.tr("Together")], [line for _name, line in shown]  # type: ignore[misc]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and not self._headers[section]:
            return self.tr("What it pays for")
        found = super().headerData(section, orientation, role)
        return found.replace(" ", "\n") if self._broken and isinstance(found, str) else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return self._names[index.row()]
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return self._names[index.row()]
        return self._cells[index.row()][index.column() - 1]


def _figures(made_up: list[tuple[int, int, int]]) -> list[tuple[str, str, str]]:
    """Words and money of each line as they are shown, and of all together: the sum of the figures in sight."""
    words = [wording.word_count(tokens) for tokens, _ordinary, _here in made_up]
    ordinary, here = [line[1] for line in made_up], [line[2] for line in made_up]
    decimals = decimals_of_sums(ordinary, here)
    lines = list(zip(words, in_sight(ordinary, decimals), in_sight(here, decimals), strict=True))
    return [
        (wording.number(count), wording.money(first, decimals), wording.money(second, decimals))
        for count, first, second in (*lines, tuple(map(sum, zip(*lines, strict=True))))
    ]
