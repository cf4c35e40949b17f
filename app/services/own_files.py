"""Files of our own that the user asked for: tables as .csv, and receipts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from app.core.errors import FileError, InputError, OutputExists
from app.core.words import tr
from app.sheets.plain_csv import csv_bytes
from app.system.disk import write_atomically


def write_csv(target: Path, header: Sequence[str], rows: Iterable[Sequence[str | int]], *, overwrite: bool) -> None:
    """Write a table of our own. Raises InputError, OutputExists or FileError."""
    if target.suffix.lower() != ".csv":
        raise InputError(
            tr("“{name}” does not end in .csv.", name=target.name),
            tr("Nothing was written."),
            tr("Choose a name that does."),
        )
    refuse_existing(target, overwrite=overwrite)
    write_whole(target, csv_bytes(header, rows))


def refuse_existing(target: Path, *, overwrite: bool) -> None:
    """Raises OutputExists where a file is there that may not be replaced."""
    if target.exists() and not overwrite:
        raise OutputExists(
            tr("There is a file “{name}” already.", name=target.name),
            tr("It was left as it is."),
            tr("Choose another name, or allow it to be replaced."),
        )


def write_whole(target: Path, content: bytes) -> None:
    """Write a file, or leave what is there as it is. Raises FileError."""
    try:
        write_atomically(target, content)
    except OSError as error:
        raise FileError(
            tr("“{name}” can't be written there.", name=target.name),
            tr("Nothing was written."),
            tr("Choose another folder."),
            details=str(error),
        ) from error
