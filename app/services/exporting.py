"""Answers back into a file: the user's own file with columns added, or a new one.

The file is written beside its target and then moved into place, so it lands whole or not at
all. It is made from the copy of the source that was taken when the job was loaded; or, where the user
wants that, from the file as it is by now, its rows matched by their content.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError, InputError, OutputExists
from app.core.export import Existing, ExportChoices, Extra, Foreseen
from app.core.job import Job
from app.core.table import SheetInfo
from app.core.words import tr
from app.resource_files import resource
from app.services import export_notes
from app.services.answer_rows import AnswerRows
from app.services.current_file import changed_since
from app.services.edited_cells import EditedCells, edited_cells
from app.services.export_layout import Layout, existing_columns
from app.services.export_rows import ExportRows
from app.services.export_source import endings_for, export_source
from app.services.export_target import (
    beside,
    check_name,
    check_place,
    could_be_a_document,
    into_place,
    same_file,
    sum_of,
)
from app.services.export_writing import write
from app.services.foreseeing import Said, foreseen
from app.services.importing import Importing
from app.services.known_job import job_of
from app.services.tasks import TaskControl
from app.store.store import Store

_COMPARED, _FOUND = 0.1, 0.8
"""Of what is found out before an export, the shares in which the file is compared with what was sent, and its rows are matched."""

_MATCHED = 0.4
"""The share of an export in which a file as it is by now is read, and its rows are matched."""


@dataclass(frozen=True)
class ExportResult:
    """A written file: where, how many rows it has, and what the user should know of it."""

    path: Path
    rows: int
    notes: tuple[str, ...] = ()
    kept: tuple[tuple[int, str], ...] = ()
    """Cells that a person had edited, and that were left as they were: row as it was sent, column."""


class Exporting:
    """Writes results."""

    def __init__(self, store: Store, importing: Importing, *, practice: bool) -> None:
        self._store = store
        self._importing = importing
        self._practice = practice

    def is_written(self, job: str) -> bool:
        """Whether the file that the job remembers is there, as this job wrote it."""
        found = job_of(self._store, job)
        return bool(found.output) and self._is_ours(found, Path(found.output))

    def endings(self, job: str) -> list[str]:
        """Endings that a job can be exported to, the most natural first."""
        draft = self._store.drafts.get(job)
        return endings_for(Path(job_of(self._store, job).source), draft.info if draft else None)

    def suggest(self, job: str) -> Path:
        """A file that does not exist yet, beside the source where that can be written to."""
        source = Path(job_of(self._store, job).source)
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
        found = job_of(self._store, job)
        if target.suffix.lower() not in self.endings(job):
            raise InputError(
                tr("Answers of this file can't be written as “{ending}”.", ending=target.suffix or target.name),
                tr("Nothing was written."),
                tr("Choose one of: {names}.", names=", ".join(self.endings(job))),
            )
        check_name(target)
        if any(same_file(target, source) for source in self._files(found)):
            raise OutputExists(
                tr("The target is a file that the rows come from."),
                tr("It is never written to."),
                tr("Choose another name."),
            )
        if could_be_a_document(target, Path(found.source)) and not self._is_ours(found, target):
            raise OutputExists(
                tr("“{name}” lies in the folder that the rows are made of.", name=target.name),
                tr("Its files are never written to."),
                tr("Choose another name or folder."),
            )
        check_place(target)
        if target.exists() and not overwrite and not self._is_ours(found, target):
            raise OutputExists(
                tr("There is a file “{name}” already, which this job did not write.", name=target.name),
                tr("It was left as it is."),
                tr("Choose another name, or allow it to be replaced."),
            )

    def choices(self, job: str) -> ExportChoices:
        """How the job was exported last, or is to be."""
        return self._store.exports.choices(job)

    def save_choices(self, job: str, choices: ExportChoices) -> None:
        """Remember how the job is exported."""
        self._store.exports.save_choices(job, choices)

    def existing(self, job: str) -> list[str]:
        """Columns of the table that have an answer column's name already."""
        answers = self._answers(job)
        info = self._draft(answers.first).info
        columns = info.columns if info else ()
        return [columns[index] for index in existing_columns(answers.outputs, columns).values()]

    def has_lists(self, job: str) -> bool:
        """Whether any answer column holds lists."""
        return self._answers(job).has_lists

    def foresee(self, job: str, ending: str, choices: ExportChoices) -> Callable[[TaskControl], Foreseen]:
        """Work that finds out what an export would do, and writes nothing."""

        def work(control: TaskControl) -> Foreseen:
            answers = self._answers(job)
            changed = changed_since(self._draft(answers.first).info, control.stage(0.0, _COMPARED))
            said: list[Said] = []
            blocked = ""
            try:
                said = self._told(answers, ending, choices, control.stage(_COMPARED, 1.0))
            except AppError as error:
                blocked = error.message
            notes = tuple(text for warns, text in said if not warns)
            warnings = tuple(text for warns, text in said if warns)
            return Foreseen(notes, warnings, changed, tuple(self.existing(job)), blocked=blocked)

        return work

    def told_before(self, job: str, ending: str) -> Callable[[TaskControl], tuple[str, ...]]:
        """Work that gives what one should know of the file before its answers are paid for.

        Raises FileError where there is no such file to be had, as in a sheet without room for the columns.
        """

        def work(control: TaskControl) -> tuple[str, ...]:
            said = self._told(self._answers(job), ending, self.choices(job), control)
            return tuple(text for warns, text in said if warns)

        return work

    def _told(self, answers: AnswerRows, ending: str, choices: ExportChoices, control: TaskControl) -> list[Said]:
        draft = self._draft(answers.first)
        begin = _FOUND if choices.current_file else _COMPARED
        before, middle = control.stage(0.0, begin), (begin + 1.0) / 2
        with export_source(self._store, self._importing, answers, draft, choices, before) as source:
            layout = self._layout(answers, source.info, choices)
            edited = edited_cells(self._store, answers, layout, source, choices, control.stage(begin, begin))
            rows = ExportRows(self._store, answers, layout, control.stage(middle, 1.0), edited)
            adds = choices.items and answers.has_lists
            counting = control.stage(begin, middle)
            said = foreseen(answers, source, layout, rows, ending, choices, lists=adds, control=counting)
            warnings = (*source.notes, *export_notes.of_edited_cells(_edited(edited, layout, choices)))
            return [*((True, note) for note in warnings), *said]

    def export(
        self, job: str, target: Path, *, overwrite: bool = False, choices: ExportChoices | None = None
    ) -> Callable[[TaskControl], ExportResult]:
        """Work that writes the job's rows with the answers of all steps of its chain; see `check_target` for what it raises.

        ``choices`` are those that the job remembers unless others are given, for this once.
        """

        def work(control: TaskControl) -> ExportResult:
            target_path = target.absolute()
            self.check_target(job, target_path, overwrite=overwrite)
            answers = self._answers(job)
            draft = self._draft(answers.first)
            wanted = choices or self.choices(job)
            begin = _MATCHED if wanted.current_file else 0.0
            before, writing = control.stage(0.0, begin), control.stage(begin, 1.0)
            with (
                beside(target_path) as temporary,
                export_source(self._store, self._importing, answers, draft, wanted, before) as source,
            ):
                layout = self._layout(answers, source.info, wanted)
                if source.now is not None:
                    layout = replace(layout, only_empty=False)  # what is empty is seen in the file as it is by now
                edited = edited_cells(self._store, answers, layout, source, wanted, control.stage(begin, begin))
                rows = ExportRows(self._store, answers, layout, writing, edited)
                report = write(rows, layout, source, target_path, temporary, wanted)
                control.check()
                # Somebody may have put a file of theirs there meanwhile.
                self.check_target(job, target_path, overwrite=overwrite)
                # Before the file is there: killed in between, it would be somebody else's to the next start.
                self._store.exports.add_mark(job, sum_of(temporary))
                into_place(temporary, target_path)
            if job_of(self._store, job).output != str(target_path):
                self._store.jobs.change(job, output=str(target_path))
            kept = _edited(edited, layout, wanted)
            notes = (
                *source.notes,
                *export_notes.of_edited_cells(kept),
                *export_notes.of_writing(report),
                *export_notes.of_other_runs(answers.kept),
            )
            return ExportResult(target_path, report.rows, notes, kept)

        return work

    def _answers(self, job: str) -> AnswerRows:
        self._draft(job)
        return AnswerRows(self._store, job)

    def _layout(self, answers: AnswerRows, info: SheetInfo, choices: ExportChoices) -> Layout:
        if answers.answered_before:
            # Of answers that an earlier job had, one has to see how old they are.
            choices = replace(choices, extras=(*choices.extras, Extra.WHEN))
        return Layout.of(
            answers.outputs,
            info.columns,
            choices,
            model=answers.models,
            whole=answers.whole,
            practice=self._practice,
        )

    def _is_ours(self, job: Job, target: Path) -> bool:
        if not job.output_mark or not target.is_file() or not same_file(target, Path(job.output)):
            return False
        return sum_of(target) in job.output_mark.split()

    def _files(self, job: Job) -> list[Path]:
        """The files that a job's rows were read from."""
        draft = self._store.drafts.get(job.id)
        several = draft.info.files if draft and draft.info else ()
        return [Path(path) for path in (*several, job.source) if path]

    def _draft(self, job: str) -> Draft:
        """What the job is made of; raises InputError where it has no rows."""
        draft = self._store.drafts.get(job)
        if draft is None or draft.info is None:
            raise InputError(tr("This job has no rows."), tr("Nothing was written."), tr("Open a spreadsheet first."))
        return draft


def _edited(cells: EditedCells, layout: Layout, choices: ExportChoices) -> tuple[tuple[int, str], ...]:
    """Cells that a person had edited, where the user wants others replaced: filling leaves all of them alone anyway."""
    return cells.named(layout) if choices.existing is Existing.REPLACE else ()
