"""Which of the sheet's columns stand first beside the answers."""

from __future__ import annotations

from app.core.draft import Draft
from app.core.errors import UnknownColumn
from app.core.template import find_column, parse_template

MOST = 2


def lead_columns(draft: Draft) -> tuple[int, ...]:
    """Positions of the first columns that the prompt reads; the sheet's first where it reads none."""
    columns = draft.info.columns if draft.info else ()
    found: list[int] = []
    for name in parse_template(draft.recipe.prompt).placeholders:
        try:
            index = find_column(name.name, columns)
        except UnknownColumn:
            continue
        if index is not None and index not in found:
            found.append(index)
    return tuple(found[:MOST]) or ((0,) if columns else ())
