"""Pictures of every page in every state, to be looked at before a release: `make pages`.

Each state is taken light and dark, in the smallest window that is supported and in a large one,
at 100 and 200 percent, in every language. They land under build/pages/, a folder for each language and scale.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from page_walks import (  # type: ignore[import-not-found] # beside this script
    walk_answers,
    walk_chain,
    walk_data,
    walk_dialogs,
    walk_grown,
    walk_job,
    walk_real,
    walk_trouble,
)
from practice_walk import Walk, live  # type: ignore[import-not-found]
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap import build
from app.services.services import Services
from app.ui.application import Program, make_application

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "pages"
SIZES = (QSize(1024, 700), QSize(1440, 900))
SCALES = ("1", "2")
LANGUAGES = ("en", "de")
BETWEEN = "1.5"
"""A scale at which the main job is looked at alone, in the first language."""

SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}
"""Qt's own screen that isn't there has 800 by 800 dots, too few for its message boxes."""


class Pages:
    """Takes the window through its states, with a picture of each look and size."""

    def __init__(self, folder: Path, language: str, *, practice: bool = True, faults: bool = False) -> None:
        self._folder = folder
        self._suffix = "-faults" if faults else "" if practice else "-real"
        profile = folder / f"profile{self._suffix}"
        self.services: Services = build(profile, practice=practice, faults=faults)
        self.services.preferences.save(language=language)
        self.program = Program(make_application(), self.services)
        self.window = self.program.window
        self.window.resize(SIZES[-1])
        self.program.show()
        self.walk = Walk(self.program)

    def shoot(self, name: str, widget: QWidget | None = None, *, sizes: Sequence[QSize] = SIZES) -> None:
        """The window at each size, or a dialog at its own, light and dark."""
        for size in sizes if widget is None else (None,):
            if size is not None:
                self.window.resize(size)
                live(0.5)  # a window that grew lays itself out in several turns
            width = f"-{size.width()}" if size is not None else ""
            for look in ("light", "dark"):
                self.program.theme.choose(look)
                live(0.2)
                path = self._folder / f"{name}{self._suffix}{width}-{look}.png"
                if not (widget or self.window).grab().save(str(path)):
                    raise OSError(f"{path} could not be written")

    def shoot_dialog(self, name: str) -> None:
        """The dialog that is open, which is then closed."""
        dialog = self.dialog(name)
        live(1.0)  # what it shows is read away from the window
        self.shoot(name, dialog)
        dialog.close()
        self.walk.wait(f"the dialog of {name} to close", lambda: not dialog.isVisible())
        live(0.3)  # the window is the active one again

    def dialog(self, name: str) -> QDialog:
        """The dialog that is open, once it is; ``name`` is what it is called where it never comes."""
        self.walk.wait(f"the dialog for {name}", lambda: bool(self._dialogs()))
        return self._dialogs()[-1]

    def _dialogs(self) -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    def open_file(self, path: Path) -> None:
        """A file as a new job."""
        self.window.new_job()
        self.window.open_path(path)

    def press(self, *actions: str) -> None:
        """Choose from the menu what has no button on the page."""
        for action in actions:
            next(each for each in self.window.actions() if each.objectName() == f"action_{action}").trigger()

    def close(self) -> None:
        """End this window."""
        self.program.close()
        self.services.close()


@contextmanager
def opened(pages: Pages) -> Iterator[Pages]:
    """A window that is closed in the end."""
    try:
        yield pages
    finally:
        pages.close()


def take(folder: Path, language: str) -> None:
    """All pictures at this process's scale: all that goes well, a job in which rows fail, and one for money."""
    with opened(Pages(folder, language)) as whole:
        walk_data(whole, folder)
        walk_chain(whole)
        walk_job(whole)
        walk_dialogs(whole)
        walk_answers(whole, folder)
        walk_trouble(whole)
    with opened(Pages(folder, language, faults=True)) as failing:
        walk_job(failing)
        if os.environ["QT_SCALE_FACTOR"] == SCALES[0]:
            walk_grown(failing)
    with opened(Pages(folder, language, practice=False)) as real:
        walk_real(real, folder)


def take_some(folder: Path, language: str) -> None:
    """The main job alone."""
    with opened(Pages(folder, language)) as pages:
        walk_job(pages)


def main() -> int:
    """Take them at each scale in a process of its own, since Qt scales a whole process; the exit status."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    screen = OUT / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    for language, scale in (*itertools.product(LANGUAGES, SCALES), (LANGUAGES[0], BETWEEN)):
        folder = OUT / f"{language}-{float(scale):.0%}".rstrip("%")
        folder.mkdir(parents=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")} | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": scale,
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run([sys.executable, __file__, str(folder), language], env=environment, check=False)
        if done.returncode:
            return done.returncode
    print(f"Pictures: {OUT}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        some = os.environ["QT_SCALE_FACTOR"] == BETWEEN
        (take_some if some else take)(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main())
