"""What is counted while rows go by, and the sentences about it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from app.core.table import Notice, column_letter


class HashSet:
    """A set of 64-bit hashes in 8 bytes a slot: a million rows take 16 MB, not the 100 MB of a set."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * 1024))
        self._count = 0

    def add(self, value: int) -> bool:
        """Add a hash; whether it was new."""
        value = (value & 0xFFFF_FFFF_FFFF_FFFF) or 1
        slots, mask = self._slots, len(self._slots) - 1
        position = (value ^ value >> 32) & mask
        while found := slots[position]:
            if found == value:
                return False
            position = (position + 1) & mask
        slots[position] = value
        self._count += 1
        if self._count * 2 > mask:
            self._grow()
        return True

    def _grow(self) -> None:
        old = self._slots
        self._slots = array("Q", bytes(8 * 4 * len(old)))
        self._count = 0
        for value in filter(None, old):
            self.add(value)


class RowCounter:
    """Counts rows, blank ones and those identical to an earlier one."""

    def __init__(self) -> None:
        self.rows = 0
        self.blank = 0
        self.identical = 0
        self._hashes = HashSet()

    def filled(self, cells: tuple[str, ...]) -> None:
        """Count a row in which something stands."""
        self.rows += 1
        if not self._hashes.add(hash(cells)):
            self.identical += 1

    def blanks(self, count: int) -> None:
        """Count blank rows between filled ones."""
        self.rows += count
        self.blank += count

    def notices(self) -> list[Notice]:
        """The sentences."""
        found = []
        if self.blank:
            found.append(Notice(counted(self.blank, "row is", "rows are") + " blank.", "They are not asked."))
        if self.identical:
            text = counted(self.identical, "row is", "rows are") + " the same as an earlier one."
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
