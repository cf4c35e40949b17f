"""Answers back into a file: the user's own workbook with columns added, or a new file.

The file is written beside its target and then moved into place, so it lands whole or not at
all. It is made from the copy of the source that was taken when the job was loaded.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import Code, FileError, InputError, NeedsUser, OutputExists
from app.core.job import Job
from app.core.outcome import Outcome
from app.core.outputs import CellValue, Kind, Output, as_text, column_names
from app.core.results import ResultRow, RowState
from app.resource_files import resource
from app.services.importing import Importing
from app.services.tasks import TaskControl
from app.sheets.export_report import ExportReport, NewColumn
from app.sheets.new_file import write_text, write_xlsx
from app.sheets.workbook_copy import add_columns
from app.store.store import Store

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = {".csv": ",", ".tsv": "\t"}

_MADE_UP = "Practice mode: answers are made up"
_OUTCOME = "Outcome"
_WORDS = {
    RowState.CUT_SHORT: "cut short",
    RowState.DECLINED: "declined",
    RowState.FAILED: "failed",
    RowState.EXPIRED: "expired",
    RowState.CANCELLED: "cancelled",
    RowState.WAITING: "not asked yet",
    RowState.RUNNING: "not answered yet",
}


@dataclass(frozen=True)
class ExportResult:
    """A written file: where, how many rows it has, and what the user should know of it."""

    path: Path
    rows: int
    notes: tuple[str, ...] = ()


class Exporting:
    """Writes results."""

    def __init__(self, store: Store, importing: Importing, *, practice: bool) -> None:
        self._store = store
        self._importing = importing
        self._practice = practice

    def is_written(self, job: str) -> bool:
        """Whether the file that the job remembers is there, as this job wrote it."""
        found = self._job(job)
        return bool(found.output) and self._is_ours(found, Path(found.output))

    def endings(self, job: str) -> list[str]:
        """Endings that a job can be exported to, the most natural first."""
        source = Path(self._job(job).source).suffix.lower()
        if source in WORKBOOKS:
            return [source, *TEXTS]
        first = [source] if source in TEXTS else []
        return [*first, *(ending for ending in (".csv", ".tsv", ".xlsx") if ending not in first)]

    def suggest(self, job: str) -> Path:
        """A file that does not exist yet, beside the source where that can be written to."""
        source = Path(self._job(job).source)
        beside = source.is_absolute() and os.access(source.parent, os.W_OK)  # what was pasted lies nowhere
        if not beside or source.is_relative_to(resource()):
            documents = Path.home() / "Documents"
            source = (documents if documents.is_dir() else Path.home()) / source.name
        ending = self.endings(job)[0]
        for number in range(1, 1000):
            tail = " answered" if number == 1 else f" answered {number}"
            if not (path := source.with_name(f"{source.stem}{tail}{ending}")).exists():
                return path
        return source.with_name(f"{source.stem} answered{ending}")

    def check_target(self, job: str, target: Path, *, overwrite: bool) -> None:
        """Raises InputError, FileError or OutputExists where the target can't be written to."""
        found = self._job(job)
        if target.suffix.lower() not in self.endings(job):
            raise InputError(
                f"Answers of this file can't be written as “{target.suffix or target.name}”.",
                "Nothing was written.",
                "Choose one of: " + ", ".join(self.endings(job)) + ".",
            )
        if any(_same_file(target, source) for source in self._files(found)):
            raise OutputExists(
                "The target is a file that the rows come from.", "It is never written to.", "Choose another name."
            )
        if _could_be_a_document(target, Path(found.source)) and not self._is_ours(found, target):
            raise OutputExists(
                f"“{target.name}” lies in the folder that the rows are made of.",
                "Its files are never written to.",
                "Choose another name or folder.",
            )
        if target.is_dir() or not target.parent.is_dir():
            raise FileError(f"There is no folder for “{target}”.", "Nothing was written.", "Choose another place.")
        if not os.access(target.parent, os.W_OK):
            raise FileError(f"“{target.parent}” can't be written to.", "Nothing was written.", "Choose another place.")
        if target.exists() and not overwrite and not self._is_ours(found, target):
            raise OutputExists(
                f"There is a file “{target.name}” already, which this job did not write.",
                "It was left as it is.",
                "Choose another name, or allow it to be replaced.",
            )

    def export(self, job: str, target: Path, *, overwrite: bool = False) -> Callable[[TaskControl], ExportResult]:
        """Work that writes the job's rows with their answers; see `check_target` for what it raises."""

        def work(control: TaskControl) -> ExportResult:
            target_path = target.absolute()
            self.check_target(job, target_path, overwrite=overwrite)
            draft = self._store.jobs.draft(job)
            if draft is None or draft.info is None:
                raise InputError("This job has no rows.", "Nothing was written.", "Open a spreadsheet first.")
            with _beside(target_path) as temporary:
                report = self._write(job, draft, target_path.suffix.lower(), temporary, control)
                control.check()
                # Somebody may have put a file of theirs there meanwhile.
                self.check_target(job, target_path, overwrite=overwrite)
                # Before the file is there: killed in between, it would be somebody else's to the next start.
                self._store.jobs.add_output_mark(job, _mark(temporary))
                _into_place(temporary, target_path)
            if self._job(job).output != str(target_path):
                self._store.jobs.change(job, output=str(target_path))
            return ExportResult(target_path, report.rows, _notes(report))

        return work

    def _write(self, job: str, draft: Draft, ending: str, path: Path, control: TaskControl) -> ExportReport:
        layout = self._layout(job, draft)
        copy = self._importing.copy_of(job)
        if draft.info is not None and ending in WORKBOOKS and copy is not None and copy.suffix.lower() == ending:
            return add_columns(
                copy,
                path,
                sheet=draft.info.sheet,
                header_row=draft.info.header_row,
                first_column=draft.info.first_column,
                width=len(draft.info.columns),
                columns=layout.columns,
                rows=self._answered(job, layout, control),
            )
        headers = [*(draft.info.columns if draft.info else ()), *(column.header for column in layout.columns)]
        rows = self._full_rows(job, layout, len(draft.info.columns) if draft.info else 0, control)
        if ending == ".xlsx":
            return write_xlsx(path, headers=headers, rows=rows)
        return write_text(path, headers=headers, rows=rows, delimiter=TEXTS[ending])

    def _layout(self, job: str, draft: Draft) -> _Layout:
        outputs = draft.recipe.outputs or (Output(),)
        existing = draft.info.columns if draft.info else ()
        breakdown = self._job(job).breakdown
        whole = breakdown.count(Outcome.ANSWERED) == breakdown.asked
        extra = ([] if whole else [_OUTCOME]) + ([_MADE_UP] if self._practice else [])
        names = column_names([*outputs, *(Output(column=name) for name in extra)], existing)
        kinds = [*(output.kind for output in outputs), *(Kind.TEXT for _name in extra)]
        columns = tuple(NewColumn(name, kind) for name, kind in zip(names, kinds, strict=True))
        return _Layout(columns, len(outputs), outcome=not whole, practice=self._practice)

    def _answered(self, job: str, layout: _Layout, control: TaskControl) -> Iterator[tuple[int, Sequence[CellValue]]]:
        for row in self._rows(job, control):
            if row.state is not RowState.SKIPPED:
                yield row.number, layout.cells(row)

    def _full_rows(self, job: str, layout: _Layout, width: int, control: TaskControl) -> Iterator[list[CellValue]]:
        """Every row of the sheet, chosen or not, with its answers beside it."""
        answers = self._rows(job, control)
        upcoming = next(answers, None)
        for _position, row in self._store.rows.each(job):
            cells: list[CellValue] = [*row.cells[:width], *("" for _ in range(width - len(row.cells)))]
            if upcoming is not None and upcoming.number == row.number:
                cells += layout.cells(upcoming)
                upcoming = next(answers, None)
            yield cells

    def _rows(self, job: str, control: TaskControl) -> Iterator[ResultRow]:
        total = self._job(job).breakdown.rows
        for index, row in enumerate(self._store.answers.each(job)):
            if index % 500 == 0:
                control.check()
                control.progress(index, total, "")
            yield row

    def _is_ours(self, job: Job, target: Path) -> bool:
        if not job.output_mark or not target.is_file() or not _same_file(target, Path(job.output)):
            return False
        return _mark(target) in job.output_mark.split()

    def _files(self, job: Job) -> list[Path]:
        """The files that a job's rows were read from."""
        draft = self._store.jobs.draft(job.id)
        several = draft.info.files if draft and draft.info else ()
        return [Path(path) for path in (*several, job.source) if path]

    def _job(self, job: str) -> Job:
        found = self._store.jobs.get(job)
        if found is None:
            raise InputError(f"There is no job “{job}”.", "", "See the list of jobs.")
        return found


@dataclass(frozen=True)
class _Layout:
    """The new columns, and how a row fills them."""

    columns: tuple[NewColumn, ...]
    outputs: int
    outcome: bool
    practice: bool

    def cells(self, row: ResultRow) -> list[CellValue]:
        cells: list[CellValue] = list(row.values) or [None] * self.outputs
        if self.outcome:
            cells.append(_WORDS.get(row.state))
        if self.practice:
            cells.append("made up" if row.values else None)
        return cells


def shown(values: Sequence[CellValue]) -> list[str]:
    """Cells as a grid shows them."""
    return [as_text(value) for value in values]


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A temporary file in the target's own folder, gone afterwards unless it was moved away."""
    try:
        handle, name = tempfile.mkstemp(prefix=".batchsheet-", suffix=target.suffix, dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritable(target, error) from error
    temporary = Path(name)
    try:
        yield temporary
    except OSError as error:
        raise _unwritable(target, error) from error
    except NeedsUser as error:
        # Of the file beside it nobody knows.
        if error.code is not Code.DISK_FULL:
            raise
        raise FileError(
            f"The disk is full: “{target.name}” could not be written.",
            "The answers are safe, and any earlier file is as it was.",
            "Make room there, or choose another place.",
            code=Code.DISK_FULL,
            details=error.details,
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _into_place(temporary: Path, target: Path) -> None:
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    temporary.chmod(mode)
    temporary.replace(target)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _unwritable(target: Path, error: OSError) -> FileError:
    return FileError(
        f"“{target.name}” could not be written.",
        "The answers are safe, and any earlier file is as it was.",
        "Close it in other programs, or choose another place with room on it.",
        details=str(error),
    )


def _mark(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
    return digest.hexdigest()


def _could_be_a_document(target: Path, source: Path) -> bool:
    """Whether the target is a file in the folder that the job's rows were made of."""
    return target.exists() and source.is_dir() and target.resolve().is_relative_to(source.resolve())


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def _notes(report: ExportReport) -> tuple[str, ...]:
    notes = list(report.notes)
    if report.shortened:
        count = len(report.shortened)
        notes.append(f"{count:,} answers are longer than a cell can be and were cut, with a mark.")
    return tuple(notes)
