"""What an export would do, told before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app.core.export import ExportChoices
from app.core.words import sentences, tr
from app.services.answer_rows import AnswerRows
from app.services.export_layout import Layout
from app.services.export_rows import ExportRows
from app.services.export_source import TEXTS, Copy, ExportSource, check_size
from app.services.tasks import TaskControl
from app.sheets.cell_text import MOST_CHARACTERS

Said = tuple[bool, str]
"""Whether the user should know it before, and what it is."""


def foreseen(
    answers: AnswerRows,
    source: ExportSource,
    layout: Layout,
    rows: ExportRows,
    ending: str,
    choices: ExportChoices,
    *,
    lists: bool,
    control: TaskControl,
) -> Iterator[Said]:
    """What is said of the file that an export would make. Raises FileError where it can't be made.

    ``lists``: a sheet with their items is added.
    """
    check_size(source.info, layout, ending, Path(source.info.path).name)
    long = answers.count_longer(MOST_CHARACTERS, control)
    kind = source.copied_to(ending)
    if kind is Copy.WORKBOOK:
        yield from _of_workbook(source, layout, ending, adds_sheets=bool(long) or lists)
    elif kind is Copy.TEXT:
        yield from _of_text(source, rows, choices, control.check)
    else:
        yield False, tr("A new file with your rows and the answers.")
    if ending in TEXTS and not choices.raw_text:
        yield False, tr("Answers that Excel would take for formulas get an apostrophe in front.")
    if long and ending in TEXTS:
        whole = tr(
            "About %Ln answer is longer than a cell: whole in the file, but Excel cuts it on opening.",
            "About %Ln answers are longer than a cell: whole in the file, but Excel cuts them on opening.",
            long,
        )
        yield True, whole
    elif long:
        cut = tr(
            "About %Ln answer is longer than a cell: cut there with a mark, and whole in a sheet “Long answers”.",
            "About %Ln answers are longer than a cell: cut there with a mark, and whole in a sheet “Long answers”.",
            long,
        )
        yield True, cut


def _of_workbook(source: ExportSource, layout: Layout, ending: str, *, adds_sheets: bool) -> Iterator[Said]:
    from app.sheets.workbook_copy import foresee

    assert source.path is not None
    yield False, tr("Your own workbook with columns added: all else in it stays as it is.")
    notes = foresee(
        source.path,
        sheet=source.info.sheet,
        **source.geometry,
        columns=layout.columns,
        plain=source.turns_plain(ending),
        adds_sheets=adds_sheets,
    )
    for note in notes:
        yield True, note


def _of_text(
    source: ExportSource, rows: ExportRows, choices: ExportChoices, between: Callable[[], object]
) -> Iterator[Said]:
    from app.sheets.text_records import manner_of

    assert source.path is not None
    manner = manner_of(source.path, source.info.text, between)
    encoding = manner.encoding
    yield False, tr("Your own file with columns added, its own fields byte for byte ({encoding}).", encoding=encoding)
    if not choices.utf8 and not rows.fit(manner):
        lacks = tr("Answers have characters that {encoding} does not have.", encoding=encoding)
        yield True, sentences(lacks, tr("The file will be in UTF-8; no character is replaced."))
