"""One file read: what is asked, and what comes of it, as plain functions that need no process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.table import SheetInfo
from app.sheets.reader import open_table
from app.store.codec import cells_to_blob


@dataclass(frozen=True)
class ReadRequest:
    """Which table of which file; see `open_table`. ``most_rows`` ends the reading there (None: all)."""

    path: str
    sheet: str | None = None
    header_row: int | None = None
    most_rows: int | None = None
    subfolders: bool = False


@dataclass(frozen=True)
class Rows:
    """Rows in order: the number of each in the sheet, and its cells as the store keeps them."""

    numbers: list[int]
    blobs: list[bytes]


Item = SheetInfo | Rows
"""What reading gives: the table as far as it is known, its rows, and the table again, complete."""


def read_here(request: ReadRequest) -> Iterator[Item]:
    """Read a table in this process.

    Gives its SheetInfo, Rows, and at the end its SheetInfo with all that was noticed. A SheetInfo
    before the end means that what came before is void: the rows begin again. Raises what
    `open_table` does.
    """
    path, folders = Path(request.path), request.subfolders
    with open_table(path, sheet=request.sheet, header_row=request.header_row, subfolders=folders) as reader:
        yield reader.info
        left = request.most_rows
        for chunk in reader.chunks():
            rows = chunk if left is None else chunk[:left]
            yield Rows([row.number for row in rows], [cells_to_blob(row.cells) for row in rows])
            if left is not None:
                left -= len(rows)
                if left <= 0:
                    break
        yield reader.info
