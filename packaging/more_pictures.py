"""Pictures of what is done with answers: steps, a second opinion, two runs compared. Run by `guide_pictures.py`."""

from __future__ import annotations

import sys
from dataclasses import replace

from practice_walk import Walk, live, practice  # type: ignore[import-not-found] # beside this script
from PySide6.QtWidgets import QDialog

from app.core.job import JobState
from app.core.outputs import Output
from app.core.recipe import FurtherStep, Recipe, Where
from app.core.row_choice import Test
from app.services.services import Services
from app.services.tasks import TaskControl

STEP = FurtherStep(
    Recipe(
        name="Opening line",
        prompt="Write the first sentence of a letter to {{Company}}, which is in {{Industry}}.",
        longest_answer=80,
        outputs=(Output("Opening line"),),
    ),
    Where("Size", Test.EQUALS, "large"),
)


def main() -> int:
    """Walk from an example through all three; the exit status."""
    with practice() as (walk, services):
        take(walk, services)
    return 0


def take(walk: Walk, services: Services) -> None:
    """One job on the example, then what can be done with it."""
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    current = walk.program.current
    alone = current.draft.recipe
    current.replace_recipe(replace(alone, steps=(STEP,)))
    walk.click("stepPrompt")
    walk.click("step2Button")
    live(2.0)
    walk.picture("steps")
    current.replace_recipe(alone)
    run(walk)
    first = current.id
    walk.trigger("secondOpinion")
    walk.wait("the draft of the judge", lambda: current.id != first)
    run(walk)
    walk.wait("verdicts", lambda: walk.shows("verdict1"))
    live(0.5)
    walk.picture("second_opinion")
    dialog = compared(walk, services, first)
    walk.picture("compare", dialog)
    dialog.close()


def compared(walk: Walk, services: Services, first: str) -> QDialog:
    """Run a copy of a job that has ended with another model; the dialog that says what changed."""
    recipe = services.jobs.draft(first).recipe
    other = services.moving.duplicate(first, f"{services.jobs.get(first).name} (Sonnet)")(TaskControl())
    changed = replace(recipe, model="claude-sonnet-5-5", instructions=f"{recipe.instructions}\n")
    services.jobs.save_recipe(other, changed)
    services.jobs.start(other, services.estimating.price(other)(TaskControl()))
    walk.wait("the other run", lambda: services.jobs.get(other).state is JobState.FINISHED)
    walk.window.show_job(first)
    walk.click("stepResults")
    walk.trigger("compare")
    walk.wait("what changed", lambda: walk.shows("compareRows"))
    live(0.5)
    return walk.dialog("compareDialog")  # type: ignore[no-any-return]


def run(walk: Walk) -> None:
    """Send the job on the page and wait for its answers."""
    walk.click("stepPrice")
    walk.click("submitButton")
    current = walk.program.current
    walk.wait("its end", lambda: current.job is not None and current.job.state is JobState.FINISHED)
    walk.click("stepResults")
    walk.wait("results", lambda: walk.shows("resultsGrid"))


if __name__ == "__main__":
    sys.exit(main())
