"""Which sheet of a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.errors import InputError
from app.core.words import tr


def choose_sheet(names: Sequence[str], asked: str | None) -> str | None:
    """The sheet of that name, capitals or not, as spreadsheets have it; None where none was asked for.

    Raises InputError where there is no such sheet.
    """
    if not asked:
        return None
    for same in (lambda name: name == asked, lambda name: name.casefold() == asked.casefold()):
        if found := next(filter(same, names), None):
            return found
    sheets = ", ".join(f"“{name}”" for name in names[:8])
    raise InputError(
        tr("There is no sheet “{asked}”.", asked=asked),
        tr("No row was read."),
        tr("The sheets are: {sheets}.", sheets=sheets),
    )
