"""One file read: what is asked, and what comes of it, as plain functions that need no process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import orjson

from app.core.attachment import Attachment, Unfit
from app.core.table import SheetInfo, SheetRow, TextFormat
from app.sheets.attachments import look_into
from app.sheets.source import Look, TooDeep, Wider
from app.store.codec import cells_from_blob, cells_to_blob


@dataclass(frozen=True)
class ReadRequest:
    """Which table of which file; see `open_table`. ``most_rows`` ends the reading there (None: all).

    With ``documents`` it is these files that are looked at, each to become one row of two cells: what it is, and,
    with ``texts``, its text where it is sent as such.
    """

    path: str
    sheet: str | None = None
    header_row: int | None = None
    most_rows: int | None = None
    subfolders: bool = False
    text: TextFormat | None = None
    look: Look = Look.START
    table: str = ""
    hidden: bool = True
    documents: tuple[str, ...] = ()
    texts: bool = False


@dataclass(frozen=True)
class Rows:
    """Rows in order: the number of each in the sheet, and its cells as the store keeps them.

    ``share`` is how much of the file they and those before them come to, 0 to 1; None where that is not known.
    """

    numbers: list[int]
    blobs: list[bytes]
    share: float | None = None


Item = SheetInfo | Rows
"""What reading gives: the table as far as it is known, its rows, and the table again, complete."""


def read_here(request: ReadRequest) -> Iterator[Item]:
    """Read a table in this process.

    Gives its SheetInfo, Rows, and at the end its SheetInfo with all that was noticed. Rows after
    that begin again: the table turned out to be another one; never so where the whole is looked at
    first. A glimpse may give nothing. Raises what `open_table` does.
    """
    if request.documents:
        for number, path in enumerate(request.documents):
            found, text = look_into(Path(path))
            yield Rows([number], [cells_to_blob([_found_to_text(found), text if request.texts else ""])])
        return
    try:
        yield from _read(request)
    except TooDeep:
        return
    except Wider:
        if request.look is Look.START:
            # Seldom, and then it costs what looking at the whole file first would have cost always.
            yield from _read(replace(request, look=Look.WHOLE))


def _read(request: ReadRequest) -> Iterator[Item]:
    from app.sheets.reader import CHUNK, open_table

    with open_table(
        Path(request.path),
        sheet=request.sheet,
        header_row=request.header_row,
        text=request.text,
        look=request.look,
        table=request.table,
        hidden=request.hidden,
        subfolders=request.subfolders,
    ) as reader:
        yield reader.info
        left = request.most_rows
        for numbers, blobs in reader.packed(cells_to_blob, CHUNK if left is None else min(left, CHUNK)):
            count = len(blobs) if left is None else left
            yield Rows(numbers[:count], blobs[:count], reader.share)
            if left is not None:
                left -= len(blobs)
                if left <= 0:
                    break
        yield reader.info


def _found_to_text(found: Attachment | Unfit) -> str:
    return str(found) if isinstance(found, Unfit) else orjson.dumps(found.as_json()).decode()


def found_from_text(text: str) -> Attachment | Unfit:
    """What a document is, out of the cell that says so."""
    return Attachment.from_json(orjson.loads(text)) if text.startswith("{") else Unfit(text)


def unpacked(rows: Rows) -> list[SheetRow]:
    """Rows as they are shown."""
    return [SheetRow(number, cells_from_blob(blob)) for number, blob in zip(rows.numbers, rows.blobs, strict=True)]
