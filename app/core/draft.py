"""What a job is made of until it is sent: the sheet, the rows chosen, the recipe."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.model import Model
from app.core.recipe import Recipe
from app.core.row_choice import ALL_ROWS, RowChoice
from app.core.table import SheetInfo


@dataclass(frozen=True)
class Earlier:
    """Columns of a sheet that are the answers of an earlier job: ``count`` of them from position ``first`` on."""

    job: str
    first: int
    count: int

    def has(self, column: int) -> bool:
        """Whether a column, by its position, is one of them."""
        return self.first <= column < self.first + self.count


@dataclass(frozen=True)
class Draft:
    """A job's material; ``info`` is None until a file was read. It stays with the job once sent.

    ``attach_from`` are the folders whose documents, those in their sub-folders among them, may be sent.
    ``model`` is what the service last said of the recipe's model; None where it said nothing. ``earlier`` says which
    of the sheet's columns are answers of the jobs that it rests on, the last of which it comes after.
    """

    recipe: Recipe = field(default_factory=Recipe)
    rows: RowChoice = ALL_ROWS
    info: SheetInfo | None = None
    model: Model | None = None
    attach_from: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
