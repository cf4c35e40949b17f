"""The documents of drafts and jobs: looked at when the price is found, and allowed by the user where they lie elsewhere."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.core.attachment import Attachment, Unfit
from app.core.draft import Draft
from app.core.model import Model
from app.core.recipe import Recipe
from app.services.job_documents import JobDocuments, chosen_rows
from app.services.looking import Look
from app.services.tasks import TaskControl
from app.store.store import Store

_NAMED = 20
"""Rows of one trouble that are named; the others are counted."""


@dataclass
class Survey:
    """What the chosen rows name: files by folder, and the rows of each trouble, the first few by number.

    ``size`` are the files' bytes, ``weight`` what those of all rows together count as. ``references`` go before every row's prompt; one that can't be sent keeps the whole job from it.
    """

    folders: Counter[str] = field(default_factory=Counter)
    size: int = 0
    weight: int = 0
    references: list[Attachment] = field(default_factory=list)
    unfit_references: dict[str, Unfit] = field(default_factory=dict)
    troubles: dict[Unfit, list[int]] = field(default_factory=dict)
    counts: Counter[Unfit] = field(default_factory=Counter)
    outside: Counter[str] = field(default_factory=Counter)

    def add(self, trouble: Unfit, row: int) -> None:
        """A row that is left out for that."""
        self.counts[trouble] += 1
        rows = self.troubles.setdefault(trouble, [])
        if len(rows) < _NAMED:
            rows.append(row)


class Documents:
    """Looks at documents, and keeps with a job what they were. Any thread may call it."""

    def __init__(self, store: Store, look: Look) -> None:
        self._store = store
        self._look = look
        self._surveys: dict[str, Survey] = {}

    def of(self, job: str, draft: Draft, model: Model, *, anew: bool = False) -> JobDocuments | None:
        """The documents of a job's rows, as they were when its price was found, or ``anew``; None where it has none.

        Raises RecipeError where the recipe names a column that isn't there.
        """
        if not draft.recipe.has_documents:
            return None
        return JobDocuments(self._store, self._look, job, draft, model, anew=anew)

    def survey(self, job: str, draft: Draft, model: Model, control: TaskControl) -> None:
        """Look at all documents of the chosen rows, and keep what they are."""
        if not draft.recipe.has_documents:
            self._surveys.pop(job, None)
            return
        documents = JobDocuments(self._store, self._look, job, draft, model, anew=True)
        rows = chosen_rows(self._store, job, draft, control) if documents.by_row else iter(())
        documents.look_all(rows, control)
        self._store.documents.replace(job, documents.known)
        found = Survey(references=list(documents.references()), unfit_references=documents.unfit_references())
        for name, unfit in found.unfit_references.items():
            if unfit is Unfit.OUTSIDE and (place := documents.place(name)) is not None:
                found.outside[str(place.parent)] += 1
        files = {one.path: one for one in found.references}
        for row, cells in chosen_rows(self._store, job, draft, control) if documents.by_row else ():
            trouble = documents.trouble(cells)
            if trouble is not None:
                found.add(trouble, row)
            if trouble is Unfit.OUTSIDE:
                found.outside.update(
                    {str(place.parent) for place in documents.places(cells) if not documents.may(place)}
                )
            for one in documents.facts(cells) or ():
                files[one.path] = one
                found.weight += one.weight(model)
        found.folders.update(str(Path(path).parent) for path in files)
        found.size = sum(one.size for one in files.values())
        self._surveys[job] = found

    def allow(self, job: str, places: Sequence[str]) -> None:
        """Let these documents, and those of these folders and their sub-folders, be sent with a draft."""
        self._store.drafts.allow_folders(job, [os.path.realpath(place) for place in places])

    def allow_beside(self, job: str, recipe: Recipe, path: Path) -> None:
        """Let those documents be sent with a draft that a recipe's file names and that lie in its folder."""
        folder = Path(os.path.realpath(path)).parent
        places = [Path(os.path.realpath(name)) for name in recipe.reference if Path(name).is_absolute()]
        if beside := [str(place) for place in places if place.is_relative_to(folder)]:
            self.allow(job, beside)

    def last_survey(self, job: str) -> Survey | None:
        """What was found when the price was; None where nothing was looked at."""
        return self._surveys.get(job)
