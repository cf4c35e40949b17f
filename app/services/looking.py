"""How documents are looked at: in this process, or in a reader's, which alone a damaged one can bring down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.core.attachment import Attachment, Unfit
from app.core.errors import FileError
from app.services.reader_process import ReaderProcesses
from app.services.reading import ReadRequest, Rows, found_from_text, unpacked
from app.services.tasks import TaskControl

Found = Attachment | Unfit


class Look(Protocol):
    """Says what files are; any thread may ask."""

    def __call__(self, paths: Sequence[Path], control: TaskControl) -> list[Found]:
        """What these files are."""

    def text(self, path: Path) -> tuple[Found, str]:
        """What one of them is, and its text where it is sent as such."""


class LookApart:
    """Looks in a reader's process."""

    def __init__(self, readers: ReaderProcesses) -> None:
        self._readers = readers

    def __call__(self, paths: Sequence[Path], control: TaskControl) -> list[Found]:
        """What these files are."""
        try:
            return [found for found, _text in self._ask(paths, control, texts=False)]
        except FileError:
            if len(paths) == 1:
                return [Unfit.DAMAGED]
            return [one for path in paths for one in self([path], control)]

    def text(self, path: Path) -> tuple[Found, str]:
        """What one of them is, and its text where it is sent as such."""
        try:
            return self._ask([path], TaskControl(), texts=True)[0]
        except FileError:
            return Unfit.DAMAGED, ""

    def _ask(self, paths: Sequence[Path], control: TaskControl, *, texts: bool) -> list[tuple[Found, str]]:
        request = ReadRequest(str(paths[0]), documents=tuple(map(str, paths)), texts=texts)
        items = self._readers.read(request, control)
        rows = [row for item in items if isinstance(item, Rows) for row in unpacked(item)]
        return [(found_from_text(row.cells[0]), row.cells[1]) for row in rows]
