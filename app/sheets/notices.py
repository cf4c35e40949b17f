"""What is counted while rows go by, and the sentences about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.core.table import Notice, column_letter


class RowCounter:
    """Counts rows, blank ones and those identical to an earlier one.

    ``hashes`` has one of each filled row: 65 MB for a million rows.
    """

    def __init__(self) -> None:
        self.rows = 0
        self.blank = 0
        self.hashes: set[int] = set()

    def filled(self, rows: Collection[Sequence[str]]) -> None:
        """Count rows in which something stands."""
        self.rows += len(rows)
        self.hashes.update(map(hash, map(tuple, rows)))

    def blanks(self, count: int) -> None:
        """Count blank rows between filled ones."""
        self.rows += count
        self.blank += count

    def notices(self) -> list[Notice]:
        """The sentences."""
        found = []
        if self.blank:
            found.append(Notice(counted(self.blank, "row is", "rows are") + " blank.", "They are not asked."))
        if identical := self.rows - self.blank - len(self.hashes):
            text = counted(identical, "row is", "rows are") + " the same as an earlier one."
            found.append(Notice(text, "Identical prompts are asked once."))
        return found


def header_notices(headers: Sequence[str], names: Sequence[str], first_column: int) -> list[Notice]:
    """What is said about headers that are missing or come twice."""
    found = []
    empty = [column_letter(first_column + index) for index, header in enumerate(headers) if not header.strip()]
    if empty:
        what = f"Column {empty[0]} has no header." if len(empty) == 1 else f"Columns {listed(empty)} have no header."
        found.append(Notice(what, f"Named “Column {empty[0]}”" + (" and so on." if len(empty) > 1 else ".")))
    renamed = [
        name for header, name in zip(headers, names, strict=True) if header.strip() and _is_numbered(header, name)
    ]
    if renamed:
        text = "A header comes twice." if len(renamed) == 1 else f"{len(renamed):,} headers repeat another."
        found.append(Notice(text, f"Renamed: {listed([f'“{name}”' for name in renamed])}."))
    return found


def _is_numbered(header: str, name: str) -> bool:
    return name.endswith(")") and not " ".join(header.split()).endswith(name[-4:])


def listed(names: Sequence[str], most: int = 5) -> str:
    """A few names in a row, the rest as a number."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most:,} more" if len(names) > most else shown


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun."""
    return f"{count:,} {one if count == 1 else many}"
