"""A job's file as it is by now: whether it is another, and which of its rows are those that were sent."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError, FileError
from app.core.recipe import Recipe
from app.core.table import SheetInfo, SourceKind
from app.core.template import find_column, parse_template
from app.core.words import tr
from app.services.answer_rows import AnswerRows
from app.services.export_target import sum_of
from app.services.file_copy import copy_whole
from app.services.reading import Item, ReadRequest, unpacked
from app.services.row_matching import Matching, match_rows, picked
from app.services.tasks import TaskControl
from app.sheets.source import Look
from app.store.store import Store


@dataclass(frozen=True)
class CurrentFile:
    """A copy of the file as it is, its table, and the matching of its rows."""

    path: Path
    info: SheetInfo
    matching: Matching
    rows: Callable[[], Iterator[tuple[int, Sequence[str]]]]
    """Reads its rows: number and cells."""


def changed_since(info: SheetInfo | None, control: TaskControl) -> bool | None:
    """Whether a job's file is another than the one that was read; None where it is gone or can't be read."""
    if info is None or info.kind is not SourceKind.FILE or not info.fingerprint:
        return False
    try:
        return sum_of(Path(info.path), control) != info.fingerprint
    except OSError:
        return None


Read = Callable[[ReadRequest], Generator[Item]]
"""Reads a file; see `read_here`."""


def current_file(
    store: Store, answers: AnswerRows, draft: Draft, folder: Path, read: Read, control: TaskControl
) -> CurrentFile:
    """Copy the file into ``folder`` and match its rows.

    Raises what ``read`` does, and FileError where it is gone, or has not the columns any more that the prompt was made of.
    """
    info = draft.info
    assert info is not None
    source = Path(info.path)
    if not source.is_file():
        raise FileError(
            tr("“{name}” is not where it was.", name=source.name),
            tr("Nothing was written."),
            tr("Export the file as it was sent instead."),
        )
    copy = folder / source.name
    copy_whole(source, copy, control.stage(0.0, 0.1))
    request, found, columns = _table(copy, info, _needed(draft.recipe, info), read)
    ours = [index for index, _there in columns]

    def sent(told: TaskControl) -> Iterator[tuple[int, Sequence[str]]]:
        for first, rows in store.rows.pages(answers.first):
            told.progress(first, info.rows)
            yield from rows

    def now(told: TaskControl | None = None) -> Iterator[tuple[int, Sequence[str]]]:
        nonlocal found
        with closing(read(request)) as items:
            for item in items:
                control.check()
                if isinstance(item, SheetInfo):
                    found = item
                else:
                    if told is not None and item.share is not None:
                        told.progress(round(item.share * 1000), 1000)
                    yield from ((row.number, row.cells) for row in unpacked(item))

    def same(numbers: list[int]) -> bool:
        rows = answers.of(numbers[:500])
        return len(numbers) <= 500 and len(rows) == len(numbers) and len({(row.state, row.values) for row in rows}) == 1

    before, after = control.stage(0.1, 0.4), control.stage(0.4, 0.8)
    theirs = [there for _index, there in columns]
    matching = match_rows(picked(sent(before), ours), picked(now(after), theirs), same, control.stage(0.8, 1.0))
    return CurrentFile(copy, found, matching, now)


def _table(
    copy: Path, info: SheetInfo, needed: Sequence[int], read: Read
) -> tuple[ReadRequest, SheetInfo, list[tuple[int, int]]]:
    """The table in the changed file, where it was or where it is found, and how to read it; columns that both have.

    Where its sheet has another name by now, the first one that is filled is looked at.
    """
    missing, refused = "", None
    anywhere = ReadRequest(
        str(copy), info.sheet or None, text=info.text, look=Look.WHOLE, hidden=not info.hidden_left_out
    )
    ways = [replace(anywhere, header_row=info.header_row, table=info.table), anywhere]
    if info.sheet:
        ways.append(replace(anywhere, sheet=None))
    for request in ways:
        try:
            with closing(read(replace(request, most_rows=1))) as items:
                found = next(item for item in items if isinstance(item, SheetInfo))
        except AppError as error:
            refused = error
            continue
        renamed = request.sheet is None and bool(info.sheet)
        if renamed and info.sheet in found.sheets:
            break  # it is there, without the columns
        there = {name: index for index, name in enumerate(found.columns)}
        common = [(index, there[name]) for index, name in enumerate(info.columns) if name in there]
        lost = [info.columns[index] for index in needed if info.columns[index] not in there]
        if common and not lost:
            return request, found, common
        if not renamed:
            missing = missing or ", ".join(f"“{name}”" for name in lost or info.columns[:1])
    if refused is not None and not missing:
        raise refused
    raise FileError(
        tr("The file as it is now has no column {missing} any more.", missing=missing),
        tr("Its rows can't be told from each other, and nothing was written."),
        tr("Export the file as it was sent instead."),
    )


def _needed(recipe: Recipe, info: SheetInfo) -> list[int]:
    """Columns that the answers were made of."""
    texts = (recipe.prompt, recipe.instructions, *(step.recipe.prompt for step in recipe.steps))
    names = [place.name for text in texts for place in parse_template(text).placeholders]
    found = [find_column(name, info.columns) for name in names]
    return sorted({index for index in found if index is not None})
