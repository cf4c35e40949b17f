"""What a job is made of until it is sent: the sheet, the rows chosen, the recipe."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.model import Model
from app.core.recipe import Recipe
from app.core.row_choice import ALL_ROWS, RowChoice
from app.core.table import SheetInfo


@dataclass(frozen=True)
class Draft:
    """A job's material; ``info`` is None until a file was read. It stays with the job once sent.

    ``attach_from`` are the folders whose documents, those in their sub-folders among them, may be sent.
    ``model`` is what the service last said of the recipe's model; None where it said nothing.
    """

    recipe: Recipe = field(default_factory=Recipe)
    rows: RowChoice = ALL_ROWS
    info: SheetInfo | None = None
    model: Model | None = None
    attach_from: tuple[str, ...] = ()
