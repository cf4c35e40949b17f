"""What recipes have done: which were used on a file, and what their rows really cost."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.job import Job, JobState
from app.core.recipe import Recipe
from app.store.store import Store

MOST_SHOWN = 8


@dataclass(frozen=True)
class UsedRecipe:
    """A recipe as an earlier job used it: when (seconds since 1970), what 1,000 rows cost in picodollars, the job's name."""

    recipe: Recipe
    at: float
    per_thousand: int | None
    job: str = ""


@dataclass(frozen=True)
class RecipeHistory:
    """``on_file`` are the recipes of earlier jobs on the same file or the same columns, the newest first.

    ``prices`` are those of 1,000 rows, by the name of the recipe, of the last job of each that ended.
    """

    on_file: tuple[UsedRecipe, ...] = ()
    prices: dict[str, int] | None = None

    def price_of(self, recipe: Recipe) -> int | None:
        """What 1,000 rows of that recipe cost the last time."""
        return (self.prices or {}).get(recipe.name)


def recipe_history(store: Store, job_id: str) -> RecipeHistory:
    """The history as far as it matters for a job. Reads every job's recipe: not for the window's own thread."""
    here = store.drafts.get(job_id) if job_id else None
    prices: dict[str, int] = {}
    used: dict[Recipe, UsedRecipe] = {}
    for job in store.jobs.all():
        draft = store.drafts.get(job.id)
        if draft is None or job.state is JobState.DRAFT or job.started_at is None:
            continue
        price = _per_thousand(job)
        if price is not None:
            prices.setdefault(draft.recipe.name, price)
        if here is None or here.info is None or draft.info is None or job.id == job_id:
            continue
        if draft.info.path == here.info.path or draft.info.columns == here.info.columns:
            used.setdefault(draft.recipe, UsedRecipe(draft.recipe, job.started_at, price, job.name))
    return RecipeHistory(tuple(used.values())[:MOST_SHOWN], prices)


def _per_thousand(job: Job) -> int | None:
    """Of a job that has ended, by the rows that came to an end: those left out cost nothing."""
    rows = job.breakdown.asked
    if job.state is not JobState.FINISHED or not job.cost or not rows:
        return None
    return round(job.cost * 1000 / rows)
