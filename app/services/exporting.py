"""Answers back into a file: the user's own file with columns added, or a new one.

The file is written beside its target and then moved into place, so it lands whole or not at
all. It is made from the copy of the source that was taken when the job was loaded; or, where the user
wants that, from the file as it is by now, its rows matched by their content.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.draft import Draft
from app.core.errors import AppError, FileError, InputError, OutputExists
from app.core.export import ExportChoices, Extra, Foreseen
from app.core.job import Job
from app.core.outcome import Outcome
from app.core.outputs import CellValue, Kind, Output
from app.core.part import Origin
from app.core.results import RowState
from app.core.table import SheetInfo, SourceKind
from app.resource_files import resource
from app.services.current_file import CurrentFile, changed_since, current_file
from app.services.export_items import item_rows
from app.services.export_layout import Layout, existing_columns
from app.services.export_target import (
    beside,
    check_place,
    could_be_a_document,
    into_place,
    same_file,
    sum_of,
)
from app.services.importing import Importing
from app.services.tasks import TaskControl
from app.sheets.cell_text import MOST_CHARACTERS
from app.sheets.cells import MOST_COLUMNS, MOST_ROWS
from app.store.store import Store

if TYPE_CHECKING:
    from app.sheets.added_sheets import ExtraSheet
    from app.sheets.export_report import ExportReport
    from app.sheets.text_copy import TextManner

TEXTS = {".csv": ",", ".tsv": "\t"}
_COPIED_TO = {".xlsx": (".xlsx",), ".xlsm": (".xlsm", ".xlsx"), ".xltx": (".xlsx",), ".xltm": (".xlsx",)}
"""What the workbooks that can be copied with columns added become, the most natural first."""

ITEMS = "List items"


@dataclass(frozen=True)
class ExportResult:
    """A written file: where, how many rows it has, and what the user should know of it."""

    path: Path
    rows: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Source:
    """What is copied: a file (None: there is none, a new one is made), its table, and which row is which.

    ``numbers`` are rows of the file with those of the job's, in ascending order; None where they are the same.
    """

    path: Path | None
    info: SheetInfo
    numbers: Iterable[tuple[int, int]] | None = None
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
        if source in _COPIED_TO:
            return [*_COPIED_TO[source], *TEXTS]
        first = [source] if source in TEXTS else []
        return [*first, *(ending for ending in (".csv", ".tsv", ".xlsx") if ending not in first)]

    def suggest(self, job: str) -> Path:
        """A file that does not exist yet, beside the source where that can be written to."""
        source = Path(self._job(job).source)
        by_source = source.is_absolute() and os.access(source.parent, os.W_OK)  # what was pasted lies nowhere
        if not by_source or source.is_relative_to(resource()):
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
        if any(same_file(target, source) for source in self._files(found)):
            raise OutputExists(
                "The target is a file that the rows come from.", "It is never written to.", "Choose another name."
            )
        if could_be_a_document(target, Path(found.source)) and not self._is_ours(found, target):
            raise OutputExists(
                f"“{target.name}” lies in the folder that the rows are made of.",
                "Its files are never written to.",
                "Choose another name or folder.",
            )
        check_place(target)
        if target.exists() and not overwrite and not self._is_ours(found, target):
            raise OutputExists(
                f"There is a file “{target.name}” already, which this job did not write.",
                "It was left as it is.",
                "Choose another name, or allow it to be replaced.",
            )

    def choices(self, job: str) -> ExportChoices:
        """How the job was exported last, or is to be."""
        return self._store.jobs.export_choices(job)

    def save_choices(self, job: str, choices: ExportChoices) -> None:
        """Remember how the job is exported."""
        self._store.jobs.save_export_choices(job, choices)

    def existing(self, job: str) -> list[str]:
        """Columns of the table that have an answer column's name already."""
        draft = self._draft(job)
        columns = draft.info.columns if draft.info else ()
        return [columns[index] for index in existing_columns(_outputs(draft), columns).values()]

    def has_lists(self, job: str) -> bool:
        """Whether any answer column holds lists."""
        return any(output.kind is Kind.LIST for output in _outputs(self._draft(job)))

    def foresee(self, job: str, ending: str, choices: ExportChoices) -> Callable[[TaskControl], Foreseen]:
        """Work that finds out what an export would do, and writes nothing."""

        def work(control: TaskControl) -> Foreseen:
            draft = self._draft(job)
            changed = changed_since(draft.info)
            notes: list[str] = []
            warnings: list[str] = []
            blocked = ""
            try:
                with self._source(job, draft, choices, control) as source:
                    layout = self._layout(job, draft, source.info, choices)
                    warnings += source.notes
                    for warns, text in self._foreseen(job, source, layout, ending, choices, control):
                        (warnings if warns else notes).append(text)
            except AppError as error:
                blocked = error.message
            return Foreseen(
                tuple(notes),
                tuple(warnings),
                changed,
                tuple(self.existing(job)),
                lists=self.has_lists(job),
                blocked=blocked,
            )

        return work

    def _foreseen(
        self, job: str, source: _Source, layout: Layout, ending: str, choices: ExportChoices, control: TaskControl
    ) -> Iterator[tuple[bool, str]]:
        """What would be done, each with whether the user should know it before."""
        from app.sheets.text_copy import manner_of
        from app.sheets.workbook_copy import foresee

        kind = _kind_of_copy(source, ending)
        _check_size(source.info, layout, ending, Path(source.info.path).name)
        if kind == "workbook" and source.path is not None:
            yield False, "Your own workbook with columns added: all else in it stays as it is."
            plain = _is_plain(source, ending)
            for note in foresee(source.path, columns=layout.columns, **_geometry(source.info), plain=plain):
                yield True, note
        elif kind == "text" and source.path is not None:
            manner = manner_of(source.path, source.info.text)
            yield False, f"Your own file with columns added, its own fields byte for byte ({manner.encoding})."
            if not choices.utf8 and not self._fits(job, manner, layout, control):
                lacks = f"Answers have characters that {manner.encoding} does not have."
                yield True, f"{lacks} The file will be in UTF-8; no character is replaced."
        else:
            yield False, "A new file with your rows and the answers."
        if ending in TEXTS and not choices.raw_text:
            yield False, "Answers that Excel would take for formulas get an apostrophe in front."
        if long := self._store.answers.count_longer(job, MOST_CHARACTERS):
            where = "cut there with a mark, and whole in a sheet “Long answers”."
            if ending in TEXTS:
                where = "whole in the file, but Excel cuts them on opening."
            yield True, f"About {long:,} answers are longer than a cell: {where}"

    def export(
        self, job: str, target: Path, *, overwrite: bool = False, choices: ExportChoices | None = None
    ) -> Callable[[TaskControl], ExportResult]:
        """Work that writes the job's rows with their answers; see `check_target` for what it raises.

        ``choices`` are those that the job remembers unless others are given, for this once.
        """

        def work(control: TaskControl) -> ExportResult:
            target_path = target.absolute()
            self.check_target(job, target_path, overwrite=overwrite)
            draft = self._draft(job)
            wanted = choices or self.choices(job)
            with beside(target_path) as temporary, self._source(job, draft, wanted, control) as source:
                report = self._write(job, draft, source, target_path, temporary, wanted, control)
                control.check()
                # Somebody may have put a file of theirs there meanwhile.
                self.check_target(job, target_path, overwrite=overwrite)
                # Before the file is there: killed in between, it would be somebody else's to the next start.
                self._store.jobs.add_output_mark(job, sum_of(temporary))
                into_place(temporary, target_path)
            if self._job(job).output != str(target_path):
                self._store.jobs.change(job, output=str(target_path))
            return ExportResult(target_path, report.rows, (*source.notes, *_notes(report)))

        return work

    def _write(
        self,
        job: str,
        draft: Draft,
        source: _Source,
        target: Path,
        path: Path,
        choices: ExportChoices,
        control: TaskControl,
    ) -> ExportReport:
        from app.sheets.new_file import write_text, write_xlsx
        from app.sheets.text_copy import add_text_columns, manner_of
        from app.sheets.workbook_copy import add_columns

        ending, info = target.suffix.lower(), source.info
        layout = self._layout(job, draft, info, choices)
        _check_size(info, layout, ending, target.name)
        kind = _kind_of_copy(source, ending)
        more = self._items(job, draft, info) if choices.items and ending not in TEXTS else []
        if kind == "workbook" and source.path is not None:
            return add_columns(
                source.path,
                path,
                **_geometry(info),
                plain=_is_plain(source, ending),
                columns=layout.columns,
                rows=self._answered(job, source, layout, control),
                more=more,
            )
        if kind == "text" and source.path is not None:
            manner = manner_of(source.path, source.info.text)
            return add_text_columns(
                source.path,
                path,
                header_row=info.header_row,
                first_column=info.first_column,
                width=len(info.columns),
                columns=layout.columns,
                rows=self._answered(job, source, layout, control),
                manner=manner,
                safe=not choices.raw_text,
                utf8=choices.utf8 or not self._fits(job, manner, layout, control),
            )
        new = [column.header for column in layout.columns if column.at is None]
        rows = self._full_rows(job, layout, len(info.columns), control)
        if ending == ".xlsx":
            return write_xlsx(path, headers=[*info.columns, *new], rows=rows, more=more)
        return write_text(
            path, headers=[*info.columns, *new], rows=rows, delimiter=TEXTS[ending], safe=not choices.raw_text
        )

    @contextmanager
    def _source(self, job: str, draft: Draft, choices: ExportChoices, control: TaskControl) -> Iterator[_Source]:
        """The file as it was sent, or as it is by now."""
        info = draft.info
        assert info is not None
        if not choices.current_file or info.kind is not SourceKind.FILE:
            note = ""
            if changed_since(info):
                note = f"“{Path(info.path).name}” has changed since it was read: this is the file as it was sent."
            yield _Source(self._importing.copy_of(job), info, None, (note,) if note else ())
            return
        with tempfile.TemporaryDirectory(prefix="batchsheet-") as folder:
            read = partial(self._importing.read, control=control)
            found: CurrentFile = current_file(self._store, job, draft, Path(folder), read, control)
            matching = found.matching
            numbers = zip(matching.now, matching.sent, strict=True)
            yield _Source(found.path, found.info, numbers, (matching.sentence,))

    def _layout(self, job: str, draft: Draft, info: SheetInfo, choices: ExportChoices) -> Layout:
        breakdown = self._job(job).breakdown
        if any(part.origin is Origin.EARLIER for part in self._store.parts.of_job(job)):
            # Of answers that an earlier job had, one has to see how old they are.
            choices = replace(choices, extras=(*choices.extras, Extra.WHEN))
        return Layout.of(
            _outputs(draft),
            info.columns,
            choices,
            model=draft.recipe.model,
            whole=breakdown.count(Outcome.ANSWERED) == breakdown.asked,
            practice=self._practice,
        )

    def _answered(
        self, job: str, source: _Source, layout: Layout, control: TaskControl
    ) -> Iterator[tuple[int, Sequence[CellValue]]]:
        if source.numbers is None:
            for number, state, cells in self._rows(job, layout, control):
                if state is not RowState.SKIPPED:
                    yield number, cells
            return
        held: list[tuple[int, int]] = []
        for pair in source.numbers:
            held.append(pair)
            if len(held) == 500:
                yield from self._matched(job, held, layout, control)
                held = []
        yield from self._matched(job, held, layout, control)

    def _matched(
        self, job: str, pairs: Sequence[tuple[int, int]], layout: Layout, control: TaskControl
    ) -> Iterator[tuple[int, Sequence[CellValue]]]:
        control.check()
        sent = [number for _now, number in pairs]
        rows = {row.number: row for row in self._store.answers.rows(job, sent)} if sent else {}
        facts = {found.number: found for found in self._store.answers.facts_of(job, sent)} if layout.needs_facts else {}
        for now, number in pairs:
            row = rows.get(number)
            if row is not None and row.state is not RowState.SKIPPED:
                yield now, layout.cells(row, facts.get(number))

    def _full_rows(self, job: str, layout: Layout, width: int, control: TaskControl) -> Iterator[list[CellValue]]:
        """Every row of the sheet, chosen or not, with its answers beside it."""
        answers = self._rows(job, layout, control)
        upcoming = next(answers, None)
        for _position, row in self._store.rows.each(job):
            cells: list[CellValue] = [*row.cells[:width], *("" for _ in range(width - len(row.cells)))]
            values: Sequence[CellValue] = [None] * len(layout.columns)
            if upcoming is not None and upcoming[0] == row.number:
                values = upcoming[2]
                upcoming = next(answers, None)
            for column, value in zip(layout.columns, values, strict=True):
                if column.at is None:
                    cells.append(value)
                elif value is not None:
                    cells[column.at] = value
            yield cells

    def _rows(
        self, job: str, layout: Layout, control: TaskControl
    ) -> Iterator[tuple[int, RowState, Sequence[CellValue]]]:
        total = self._job(job).breakdown.rows
        facts = self._store.answers.facts(job) if layout.needs_facts else None
        for index, row in enumerate(self._store.answers.each(job)):
            if index % 500 == 0:
                control.check()
                control.progress(index, total, "")
            known = next(facts) if facts else None
            if known is not None and known.number != row.number:
                raise AssertionError(f"facts of row {known.number} beside row {row.number}")
            if row.state is RowState.SKIPPED:
                yield row.number, row.state, [None] * len(layout.columns)
            else:
                yield row.number, row.state, layout.cells(row, known)

    def _items(self, job: str, draft: Draft, info: SheetInfo) -> list[ExtraSheet]:
        outputs = _outputs(draft)
        if not any(output.kind is Kind.LIST for output in outputs):
            return []
        from app.sheets.added_sheets import ExtraSheet

        lead = info.columns[0] if info.columns else ""
        return [ExtraSheet(ITEMS, ("Row", lead, "Column", "Item"), item_rows(self._store, job, outputs))]

    def _fits(self, job: str, manner: TextManner, layout: Layout, control: TaskControl) -> bool:
        """Whether a text file's own encoding has every character of the answers."""
        if manner.is_unicode:
            return True
        headers = all(manner.holds(column.header) for column in layout.columns)
        return headers and all(
            manner.holds(value) for _number, _state, cells in self._rows(job, layout, control) for value in cells
        )

    def _is_ours(self, job: Job, target: Path) -> bool:
        if not job.output_mark or not target.is_file() or not same_file(target, Path(job.output)):
            return False
        return sum_of(target) in job.output_mark.split()

    def _files(self, job: Job) -> list[Path]:
        """The files that a job's rows were read from."""
        draft = self._store.jobs.draft(job.id)
        several = draft.info.files if draft and draft.info else ()
        return [Path(path) for path in (*several, job.source) if path]

    def _draft(self, job: str) -> Draft:
        """What the job is made of; raises InputError where it has no rows."""
        draft = self._store.jobs.draft(job)
        if draft is None or draft.info is None:
            raise InputError("This job has no rows.", "Nothing was written.", "Open a spreadsheet first.")
        return draft

    def _job(self, job: str) -> Job:
        found = self._store.jobs.get(job)
        if found is None:
            raise InputError(f"There is no job “{job}”.", "", "See the list of jobs.")
        return found


def _outputs(draft: Draft) -> Sequence[Output]:
    return draft.recipe.outputs or (Output(),)


def _kind_of_copy(source: _Source, ending: str) -> str:
    """Whether the user's own file is copied, and of what kind it is; "" for a new file."""
    if source.path is None or not source.path.is_file():
        return ""
    own = source.path.suffix.lower()
    if ending in _COPIED_TO.get(own, ()):
        return "workbook"
    # Where nothing is quoted, an answer with a delimiter or a line break has no way to be one field.
    unquoted = source.info.text is not None and source.info.text.quote == "" and source.info.text.delimiter != ""
    return "text" if own == ending and ending in TEXTS and not unquoted else ""


def _geometry(info: SheetInfo) -> dict[str, Any]:
    return {
        "sheet": info.sheet,
        "header_row": info.header_row,
        "first_column": info.first_column,
        "width": len(info.columns),
    }


def _is_plain(source: _Source, ending: str) -> bool:
    """Whether macros, or being a template, get lost on the way."""
    return source.path is not None and source.path.suffix.lower() != ending


def _check_size(info: SheetInfo, layout: Layout, ending: str, name: str) -> None:
    """Raises FileError where a sheet is too small for the rows or columns."""
    if ending in TEXTS:
        return
    columns = info.first_column + len(info.columns) + sum(column.at is None for column in layout.columns)
    rows = info.header_row + info.rows
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        held = f"{MOST_ROWS:,} rows" if rows > MOST_ROWS else f"{MOST_COLUMNS:,} columns"
        raise FileError(f"“{name}” would have more than {held}.", "Nothing was written.", "Export to .csv instead.")


def _notes(report: ExportReport) -> tuple[str, ...]:
    notes = list(report.notes)
    if report.shortened:
        count = len(report.shortened)
        notes.append(
            f"{count:,} answers are longer than a cell can be: cut there with a mark, whole in “Long answers”."
        )
    return tuple(notes)
