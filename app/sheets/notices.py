"""What is counted while rows go by, and the sentences about it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

from app.core.table import Notice, column_letter
from app.core.words import a_few, tr

_FEW_BELOW = 20
"""So many rows below the only gap, or a tenth of those above it, look like something else."""


class RowCounter:
    """Counts rows, blank ones and those identical to an earlier one.

    ``hashes`` has one of each filled row: 65 MB for a million rows.
    """

    def __init__(self) -> None:
        self.rows = 0
        self.blank = 0
        self.hashes: set[int] = set()
        self._gaps = self._below = self._above = 0

    def filled(self, rows: Collection[Hashable]) -> None:
        """Count rows in which something stands."""
        self.rows += len(rows)
        self.hashes.update(map(hash, rows))

    def blanks(self, count: int) -> None:
        """Count blank rows between filled ones."""
        self.rows += count
        self.blank += count

    def gap(self, below: int, above: int) -> None:
        """Take note of blank rows: the number of the row below them, and how many filled ones stand above."""
        self._gaps += 1
        self._below, self._above = below, above

    def notices(self, *, alone: bool = False) -> list[Notice]:
        """The sentences. ``alone``: it is known that nothing but the table was read."""
        found = []
        if self.rows == self.blank:
            found.append(
                Notice(
                    tr("No row stands under the headers."),
                    tr("There is nothing to ask. Check which row has the headers, or open another file."),
                )
            )
        if self.blank:
            found.append(
                Notice(tr("%Ln row is blank.", "%Ln rows are blank.", self.blank), tr("Blank rows are left out."))
            )
        under = self.rows - self.blank - self._above
        if not alone and self._gaps == 1 and under < self._above and under <= max(_FEW_BELOW, self._above // 10):
            text = tr(
                "%Ln row stands below a blank one: row {row:,}. It may be a total, a note, or another table.",
                "%Ln rows stand below a blank one, from row {row:,} on. They may be totals, notes, or another table.",
                under,
                row=self._below,
            )
            found.append(Notice(text, tr("Taken like the others, unless you choose the rows.")))
        if identical := self.rows - self.blank - len(self.hashes):
            text = tr("%Ln row is the same as an earlier one.", "%Ln rows are the same as an earlier one.", identical)
            found.append(Notice(text, tr("Identical prompts are asked once.")))
        return found


def header_notices(headers: Sequence[str], names: Sequence[str], first_column: int) -> list[Notice]:
    """What is said about headers that are missing or come twice."""
    found = []
    empty = [column_letter(first_column + index) for index, header in enumerate(headers) if not header.strip()]
    if empty:
        said = {"column": empty[0], "columns": a_few(empty)}
        if len(empty) == 1:
            found.append(Notice(tr("Column {column} has no header.", **said), tr("Named “Column {column}”.", **said)))
        else:
            found.append(
                Notice(
                    tr("Columns {columns} have no header.", **said), tr("Named “Column {column}” and so on.", **said)
                )
            )
    renamed = [
        name for header, name in zip(headers, names, strict=True) if header.strip() and _is_numbered(header, name)
    ]
    if renamed:
        text = tr("A header comes twice.", "%Ln headers repeat another.", len(renamed))
        found.append(Notice(text, tr("Renamed: {names}.", names=a_few([f"“{name}”" for name in renamed]))))
    return found


def _is_numbered(header: str, name: str) -> bool:
    return name.endswith(")") and not " ".join(header.split()).endswith(name[-4:])
