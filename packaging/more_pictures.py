"""Pictures of what is done with answers: steps, a second opinion, two runs compared. Run by `guide_pictures.py`."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace

from practice_walk import OUT, Walk, live  # type: ignore[import-not-found] # beside this script
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from app.bootstrap import build
from app.core.job import JobState
from app.core.outputs import Output
from app.core.recipe import FurtherStep, Recipe, Where
from app.core.row_choice import Test
from app.services.services import Services
from app.services.tasks import TaskControl
from app.ui.application import Program, make_application

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
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    application = make_application()
    services = build(OUT / "profile", practice=True)
    services.preferences.save(language=sys.argv[1] if len(sys.argv) > 1 else "system")
    program = Program(application, services)
    program.window.resize(1280, 800)
    program.show()
    walk = Walk(program)
    try:
        take(walk, program, services)
    finally:
        program.close()
        services.close()
    return 0


def take(walk: Walk, program: Program, services: Services) -> None:
    """One job on the example, then what can be done with it."""
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    current = program.current
    alone = current.draft.recipe
    current.replace_recipe(replace(alone, steps=(STEP,)))
    walk.click("stepPrompt")
    walk.click("step2Button")
    live(2.0)
    walk.picture("steps")
    current.replace_recipe(alone)
    run(walk, program)
    first = current.id
    action(program, "secondOpinion")
    walk.wait("the draft of the judge", lambda: current.id != first)
    run(walk, program)
    walk.wait("verdicts", lambda: walk.shows("verdict1"))
    live(0.5)
    walk.picture("second_opinion")
    other = services.moving.duplicate(first, f"{services.jobs.get(first).name} (Sonnet)")(TaskControl())
    services.jobs.save_recipe(other, replace(alone, model="claude-sonnet-5-5", instructions=f"{alone.instructions}\n"))
    services.jobs.start(other, services.estimating.price(other)(TaskControl()))
    walk.wait("the other run", lambda: services.jobs.get(other).state is JobState.FINISHED)
    program.window.show_job(first)
    walk.click("stepResults")
    action(program, "compare")
    walk.wait("what changed", lambda: walk.shows("compareRows"))
    live(0.5)
    dialog = program.window.findChild(QDialog, "compareDialog")
    if dialog is None or not dialog.grab().save(str(OUT / "compare.png")):
        raise OSError("the comparison could not be photographed")
    dialog.close()


def run(walk: Walk, program: Program) -> None:
    """Send the job on the page and wait for its answers."""
    walk.click("stepPrice")
    walk.click("submitButton")
    walk.wait("its end", lambda: program.current.job is not None and program.current.job.state is JobState.FINISHED)
    walk.click("stepResults")
    walk.wait("results", lambda: walk.shows("resultsGrid"))


def action(program: Program, name: str) -> None:
    """Choose from the menu below the filter."""
    found = program.window.findChild(QAction, name)
    if found is None:
        raise LookupError(f"the menu has no {name}")
    found.trigger()


if __name__ == "__main__":
    sys.exit(main())
