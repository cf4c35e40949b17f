"""Checks of what is asked, before a job is sent: the columns and choices of the recipe against some rows of the sheet."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from app.core.answer_length import BYTES_PER_TOKEN
from app.core.outcome import Outcome
from app.core.outputs import Output
from app.core.recipe import Recipe, identity
from app.core.template import find_column, parse_template
from app.core.trying import Tried
from app.core.words import a_few, tr
from app.services.checks import Check

LOOKED_AT = 500
"""Rows in which blanks are looked for, spread over the sheet."""

_CELL = 32_767
"""Characters that a cell of Excel holds."""

_QUEUE = 200_000
"""Requests that the lowest tier of accounts may have waiting: https://platform.claude.com/docs/en/api/rate-limits"""

_NAMED = 3


def asked_checks(
    recipe: Recipe,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    tries: Sequence[Tried],
    *,
    too_long: int,
    requests: int,
) -> list[Check]:
    """``rows`` are some that will be asked, ``too_long`` requests that the model can't read as a whole."""
    used = {find_column(one.name, columns) for one in parse_template(recipe.prompt).placeholders}
    found = [
        _too_long(too_long),
        _cut_short(recipe, tries),
        _blanks(sorted(place for place in used if place is not None), columns, rows),
        *map(_overlap, recipe.outputs),
        _cell(recipe),
        _queue(requests),
        _unused([name for place, name in enumerate(columns) if place not in used]) if used else None,
    ]
    return [one for one in found if one is not None]


def _too_long(count: int) -> Check | None:
    if not count:
        return None
    text = tr(
        "%Ln row is longer than the model can read: it would fail, and cost nothing.",
        "%Ln rows are longer than the model can read: they would fail, and cost nothing.",
        count,
    )
    return Check("warning", text, "prompt", tr("Change the model"))


def _cut_short(recipe: Recipe, tries: Sequence[Tried]) -> Check | None:
    key = identity(recipe)
    newest = {one.number: one for one in tries if one.recipe == key}
    count = sum(one.outcome is Outcome.CUT_SHORT for one in newest.values())
    if not count:
        return None
    text = tr(
        "%Ln tried row ran into the longest answer, and others will.",
        "%Ln tried rows ran into the longest answer, and others will.",
        count,
    )
    return Check("warning", text, "prompt", tr("Allow longer answers"))


def _blanks(used: Sequence[int], columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Check | None:
    blank = {place: sum(place >= len(row) or not row[place].strip() for row in rows) for place in used}
    some = sorted(((count, place) for place, count in blank.items() if count), reverse=True)
    if not some:
        return None
    names = [
        tr("“{column}” ({share}%)", column=columns[place], share=max(round(100 * count / len(rows)), 1))
        for count, place in some
    ]
    return Check("warning", tr("Blank in some rows: {columns}.", columns=a_few(names, _NAMED)))


def _overlap(output: Output) -> Check | None:
    """Choices of which one holds another as a word: a model may take either."""
    pairs = [
        tr("“{short}” and “{long}”", short=short, long=long)
        for short, long in itertools.permutations(output.choices, 2)
        if re.search(rf"\b{re.escape(short.strip())}\b", long, re.IGNORECASE)
    ]
    if not pairs:
        return None
    text = tr("Choices of “{column}” overlap: {pairs}.", column=output.column, pairs=a_few(pairs, _NAMED))
    return Check("warning", text, "prompt", tr("Change the choices"))


def _cell(recipe: Recipe) -> Check | None:
    if recipe.longest_answer * BYTES_PER_TOKEN <= _CELL:
        return None
    return Check(
        "warning",
        tr(
            "An answer may be longer than a cell of Excel holds: the export puts the whole of it on a sheet of its own."
        ),
    )


def _queue(requests: int) -> Check | None:
    if requests <= _QUEUE:
        return None
    text = tr("New accounts take {most:,} rows at a time: the rest goes out as soon as those are done.", most=_QUEUE)
    return Check("passed", text)


def _unused(names: Sequence[str]) -> Check | None:
    if not names:
        return None
    quoted = [tr("“{column}”", column=name) for name in names]
    return Check(
        "passed", tr("Columns that the prompt does not name are not sent: {columns}.", columns=a_few(quoted, _NAMED))
    )
