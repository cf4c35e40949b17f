"""From a click to the next painted picture: every button in sight, on every page of a draft and of a finished job."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.job import JobState
from benchmarks.case import Case, Line, Measured, at_most
from benchmarks.material import RECIPE
from benchmarks.work.window import rehearsal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_LONGEST = 600.0
_LEFT_OUT = frozenset({"submitButton"})
"""Pressed last: it makes a job of the draft."""


def ours(folder: Path) -> Measured:
    """The longest of all clicks, in milliseconds. What each one took goes to the error output."""
    import sys

    clicks = sorted(every_click(folder / "rows.csv"), key=lambda click: click[1])
    for name, seconds in clicks[-8:]:
        print(f"{name}: {seconds * 1000:.0f} ms", file=sys.stderr)
    return {"longest": clicks[-1][1] * 1000, "clicks": len(clicks)}


def every_click(path: Path) -> Iterator[tuple[str, float]]:
    """Page and name of each button, and the seconds from its click until all that it changed was painted."""
    from app.ui.application import Program, make_application
    from app.ui.flow import Step

    with rehearsal() as services:
        application = make_application()
        program = Program(application, services)
        program.show()
        hand = _Hand(application, program)
        hand.wait(lambda: len(hand.pages()) == len(Step))
        yield from hand.click_all(Step.DATA)
        program.window.open_path(path)
        hand.wait(lambda: program.current.draft.info is not None)
        program.current.replace_recipe(RECIPE)
        for step in Step:
            yield from hand.click_all(step)
        program.current.replace_recipe(RECIPE)  # without the step that a click has added
        program.window.view.lead_to(Step.PRICE)
        submit = hand.pages()[Step.PRICE].main_button
        hand.wait(submit.isEnabled)
        yield "price submitButton", hand.click(submit)
        hand.wait(lambda: services.jobs.get(hand.job).breakdown.settled > 0)
        yield from hand.click_all(Step.RUN, but={"cancelButton"})
        yield from hand.click_all(Step.RESULTS)
        hand.wait(lambda: services.jobs.get(hand.job).state is JobState.FINISHED)
        for step in Step:
            yield from hand.click_all(step)
        program.close()


class _Hand:
    """Clicks, and puts the window back to where it was."""

    def __init__(self, application: Any, program: Any) -> None:
        self._application = application
        self._program = program
        self.job = ""

    def pages(self) -> dict[Any, Any]:
        """What is made of the five pages so far."""
        from app.ui.steps.step_page import StepPage

        return {page.step: page for page in self._program.window.findChildren(StepPage)}

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until something holds."""
        end = time.monotonic() + _LONGEST
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come so far")
            self._application.processEvents()
            time.sleep(0.002)

    def click(self, button: QAbstractButton) -> float:
        """Seconds from a click until its consequences are painted, as far as they are there at once."""
        begun = time.perf_counter()
        button.click()
        self._application.processEvents()
        return time.perf_counter() - begun

    def click_all(self, step: Any, but: frozenset[str] | set[str] = frozenset()) -> Iterator[tuple[str, float]]:
        """Every button in sight on a page, each once, the page as it is at first before each."""
        self.job = self._program.current.id
        self._settle(step)
        names = [button.objectName() for button in self._buttons() if button.objectName() not in _LEFT_OUT | but]
        for name in dict.fromkeys(names):
            found = next((button for button in self._buttons() if button.objectName() == name), None)
            if found is not None:
                yield f"{step} {name}", self.click(found)
                self._settle(step)

    def _buttons(self) -> list[QAbstractButton]:
        from PySide6.QtWidgets import QAbstractButton

        found = self._program.window.findChildren(QAbstractButton)
        return [button for button in found if button.objectName() and button.isVisible() and button.isEnabled()]

    def _settle(self, step: Any) -> None:
        """Close what was opened, come back to the page, and let the window come to rest."""
        from PySide6.QtWidgets import QApplication, QDialog

        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in self._program.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        if self.job != self._program.current.id:
            self._program.window.show_job(self.job)
        self._program.window.view.lead_to(step)
        end = time.monotonic() + 0.3
        self.wait(lambda: time.monotonic() > end)


CASES = {
    "clicking": Case(
        ours,
        None,
        (
            Line(
                "longest from a click to what it shows, every button, 100,000 rows", "longest", "ms", at_most(100, "ms")
            ),
        ),
        runs=1,
    )
}
