"""What an export is made of: the user's own file where that can be copied, and which of its rows is which."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from app.core.draft import Draft
from app.core.errors import FileError
from app.core.export import ExportChoices
from app.core.table import SheetInfo, SourceKind
from app.core.words import tr
from app.services.answer_rows import AnswerRows
from app.services.current_file import CurrentFile, changed_since, current_file
from app.services.export_layout import Layout
from app.services.importing import Importing
from app.services.tasks import TaskControl
from app.sheets.cells import MOST_COLUMNS, MOST_ROWS
from app.store.store import Store

TEXTS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
"""Text files by ending, and what separates the fields of a new one."""

_COPIED_TO = {".xlsx": (".xlsx",), ".xlsm": (".xlsm", ".xlsx"), ".xltx": (".xlsx",), ".xltm": (".xlsx",)}
"""What the workbooks that can be copied with columns added become, the most natural first."""

_ALWAYS = (".xlsx", ".csv", ".tsv")
"""What anything can be written as: a new file."""


class Copy(StrEnum):
    """Which kind of the user's own files is copied."""

    NONE = ""  # a new file is made
    WORKBOOK = "workbook"
    TEXT = "text"


@dataclass(frozen=True)
class ExportSource:
    """What is copied: a file (None: there is none, a new one is made), its table, and which row is which.

    ``numbers`` are rows of the file with those of the job's, in ascending order; None where they are the same.
    """

    path: Path | None
    info: SheetInfo
    numbers: Iterable[tuple[int, int]] | None = None
    notes: tuple[str, ...] = ()
    now: Callable[[], Iterator[tuple[int, Sequence[str]]]] | None = None
    """Of the file as it is by now: its rows, each under its number as it was sent."""

    def copied_to(self, ending: str) -> Copy:
        """How a file with that ending is made of it."""
        if self.path is None or not self.path.is_file():
            return Copy.NONE
        own, text = self.path.suffix.lower(), self.info.text
        if ending in _COPIED_TO.get(own, ()):
            return Copy.WORKBOOK
        # Where nothing is quoted, an answer with a delimiter or a line break has no way to be one field.
        unquoted = text is not None and text.quote == "" and text.delimiter != ""
        return Copy.TEXT if own == ending and ending in TEXTS and not unquoted else Copy.NONE

    @property
    def geometry(self) -> dict[str, Any]:
        """Where the table lies, as those who copy the file want to know it."""
        info = self.info
        return {"header_row": info.header_row, "first_column": info.first_column, "width": len(info.columns)}

    def turns_plain(self, ending: str) -> bool:
        """Whether macros, or being a template, get lost on the way."""
        return self.path is not None and self.path.suffix.lower() != ending


def endings_for(source: Path, info: SheetInfo | None) -> list[str]:
    """Endings that a file can be exported to, the most natural first."""
    own = source.suffix.lower()
    if own in _COPIED_TO:
        return list(dict.fromkeys((*_COPIED_TO[own], *_ALWAYS)))
    if own == ".txt" and info is not None and info.text is not None and not info.text.delimiter:
        # Lines of prose come back as such where that is wished; a table is what one expects.
        return [*_ALWAYS, own]
    return [own, *(ending for ending in _ALWAYS if ending != own)] if own in TEXTS else list(_ALWAYS)


@contextmanager
def export_source(
    store: Store, importing: Importing, answers: AnswerRows, draft: Draft, choices: ExportChoices, control: TaskControl
) -> Iterator[ExportSource]:
    """The file as it was sent, or as it is by now; see `current_file` for what that raises."""
    info = draft.info
    assert info is not None
    if not choices.current_file or info.kind is not SourceKind.FILE:
        note = ""
        if changed_since(info, control):
            note = tr(
                "“{name}” has changed since it was read: this is the file as it was sent.", name=Path(info.path).name
            )
        yield ExportSource(importing.copy_of(answers.first), info, None, (note,) if note else ())
        return
    with tempfile.TemporaryDirectory(prefix="batchsheet-") as folder:
        read = partial(importing.read, control=control)
        found: CurrentFile = current_file(store, answers, draft, Path(folder), read, control)
        matching = found.matching
        numbers = zip(matching.now, matching.sent, strict=True)
        now = partial(_as_sent, found)
        yield ExportSource(found.path, found.info, numbers, (matching.sentence,), now)


def _as_sent(found: CurrentFile) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows of a file as it is by now that were sent, under the numbers that they had then."""
    pairs = zip(found.matching.now, found.matching.sent, strict=True)
    wanted = next(pairs, None)
    for number, cells in found.rows():
        if wanted is not None and wanted[0] == number:
            yield wanted[1], cells
            wanted = next(pairs, None)


def check_size(info: SheetInfo, layout: Layout, ending: str, name: str) -> None:
    """Raises FileError where a sheet is too small for the rows or columns."""
    if ending in TEXTS:
        return
    columns = info.first_column + len(info.columns) + sum(column.at is None for column in layout.columns)
    rows = info.header_row + info.rows
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise FileError(
            tr("“{name}” would have more than {most:,} rows.", name=name, most=MOST_ROWS)
            if rows > MOST_ROWS
            else tr("“{name}” would have more than {most:,} columns.", name=name, most=MOST_COLUMNS),
            tr("Nothing was written."),
            tr("Export to .csv instead."),
        )
