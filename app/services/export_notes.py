"""What is told of a file once it is written: cells that stayed as they were, answers that were cut or are another run's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.core.words import listed, tr

if TYPE_CHECKING:
    from app.sheets.export_report import ExportReport

_NAMED = 20
"""Edited cells that are named one by one; the JSON object has them all."""


def of_edited_cells(cells: Sequence[tuple[int, str]]) -> list[str]:
    """What is said of cells that a person had edited: how many, and where the first of them stand."""
    if not cells:
        return []
    places = [tr("row {row} (“{column}”)", row=row, column=column) for row, column in cells[:_NAMED]]
    if len(cells) > _NAMED:
        places.append(tr("%Ln more", "%Ln more", len(cells) - _NAMED))
    return [
        tr(
            "%Ln cell of your answer columns was edited by hand, and stays as it is: {places}.",
            "%Ln cells of your answer columns were edited by hand, and stay as they are: {places}.",
            len(cells),
            places=listed(places),
        )
    ]


def of_writing(report: ExportReport) -> list[str]:
    """What was noticed in writing it."""
    notes = list(report.notes)
    if report.shortened:
        count = len(report.shortened)
        notes.append(
            tr(
                "%Ln answer is longer than a cell can be: cut there with a mark, whole in “Long answers”.",
                "%Ln answers are longer than a cell can be: cut there with a mark, whole in “Long answers”.",
                count,
            )
        )
    return notes


def of_other_runs(rows: int) -> list[str]:
    """That answers of another run stand in the file, which tokens and cost say nothing of."""
    if not rows:
        return []
    return [
        tr(
            "%Ln row has the answer of another run, as you kept it.",
            "%Ln rows have the answer of another run, as you kept it.",
            rows,
        )
    ]
