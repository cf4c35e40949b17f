"""A whole job done as assistive technology does it: parts are found by role and name and used by their own actions.

Run by the system's Python, which has the bindings to the accessibility bus, inside a D-Bus session::

    dbus-run-session -- /usr/bin/python3 screen_reader.py PYTHON PROFILE TARGET TOLD

It starts a screen of its own, a desktop that writes what it is told to TOLD, and the program in practice
mode with PYTHON, writes the workbook TARGET through the window, and prints what it heard, a line for each, with
"by itself" before what nobody asked for.
Whoever started it ends what it leaves.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version has to be named first

PATIENCE = 120.0
"""Seconds that any one thing may take."""

URGENT = 2
"""Of an announcement: it cuts off what is being said."""

_CLOSED = ("table", "tree table", "list", "combo box")
"""Roles whose children are theirs to tell."""


def screen() -> str:
    """Start a screen; its name."""
    mine, theirs = os.pipe()
    subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    with os.fdopen(mine) as answer:
        return f":{answer.readline().strip()}"


class Reader:
    """What is on the screen, through the accessibility bus alone."""

    def __init__(self, start: Callable[[], subprocess.Popen[bytes]]) -> None:
        """It listens before the program is started, as one that reads the whole desktop does."""
        self.announced: list[str] = []
        self._ear = Atspi.EventListener.new(self._on_announced)
        self._ear.register("object:announcement")
        self._program = start()

    def _on_announced(self, event: Any) -> None:
        self.announced.append(event.any_data)
        self.say(f"by itself{', urgent' if event.detail1 == URGENT else ''}: {event.any_data}")

    def hear_by_itself(self, words: str) -> None:
        """Wait until the program has said this unasked."""
        self.wait(f"“{words}” said by itself", lambda: any(re.fullmatch(words, each) for each in self.announced))

    def parts(self) -> Iterator[Any]:
        """Everything of the program that shows."""
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(place)
            if application is not None and application.get_process_id() == self._program.pid:
                yield from self._below(application)

    def _below(self, part: Any) -> Iterator[Any]:
        for place in range(part.get_child_count()):
            child = part.get_child_at_index(place)
            if child is None:
                continue
            role = child.get_role_name()
            if role not in ("frame", "dialog") and not child.get_state_set().contains(Atspi.StateType.SHOWING):
                continue
            yield child
            if role not in _CLOSED:
                yield from self._below(child)

    def _find(self, roles: tuple[str, ...], name: str) -> Any:
        for part in self.parts():
            if part.get_role_name() in roles and re.fullmatch(name, part.get_name() or ""):
                return part
        return None

    def wait(self, what: str, look: Callable[[], Any]) -> Any:
        """Look until something is there. While parts come and go, the bus answers some questions with an error."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._program.poll() is not None:
                raise SystemExit(f"the program ended with {self._program.returncode} before there was {what}")
            try:
                if found := look():
                    return found
            except GLib.Error:
                pass
            self._listen(0.1)
        raise SystemExit(f"there was no {what} among:\n" + "\n".join(self._told()))

    def _listen(self, seconds: float) -> None:
        """Take in what the program says by itself meanwhile."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(min(left, 0.01))

    def _told(self) -> Iterator[str]:
        try:
            for part in self.parts():
                yield f"{part.get_role_name()}: {part.get_name()}"
        except GLib.Error as error:
            yield str(error)

    def press(self, name: str) -> None:
        """Press a button once it can be."""

        def pressed() -> bool:
            found = self._find(("push button", "button"), name)
            usable = found is not None and found.get_state_set().contains(Atspi.StateType.SENSITIVE)
            return usable and Atspi.Action.do_action(found, 0)

        self.wait(f"button “{name}” to press", pressed)
        self.say(f"pressed {name}")

    def reach(self, name: str, description: str) -> None:
        """Put the focus on a picture that keys walk through, and wait until it says this of what they are at."""

        def reached() -> bool:
            found = self._find(("image",), name)
            focused = found is not None and found.get_state_set().contains(Atspi.StateType.FOCUSABLE)
            return focused and re.fullmatch(description, found.get_description()) is not None

        self.wait(f"picture “{name}” that says “{description}”", reached)

    def hear(self, name: str) -> None:
        """Wait until some part says this; print the whole of what it says."""
        self.say(self.wait(f"part that says “{name}”", lambda: self._said(name)))

    def _said(self, name: str) -> str:
        return next((part.get_name() for part in self.parts() if re.fullmatch(name, part.get_name() or "")), "")

    def write(self, name: str, text: str) -> None:
        """Put a text into a field."""

        def written() -> bool:
            found = self._find(("text", "entry"), name)
            return found is not None and Atspi.EditableText.set_text_contents(found, text)

        self.wait(f"field “{name}” to write to", written)

    def say(self, text: str) -> None:
        """Tell whoever started this."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def desktop(told: Path) -> None:
    """Start a desktop, and wait until it is there."""
    subprocess.Popen([sys.executable, str(Path(__file__).with_name("desktop.py")), str(told)])
    until = time.monotonic() + PATIENCE
    while not told.exists():
        if time.monotonic() > until:
            raise SystemExit("there is no desktop")
        time.sleep(0.1)


def main(python: str, profile: str, target: str, told: str) -> None:
    """The whole job, from an example to a written workbook."""
    os.environ["DISPLAY"] = screen()
    desktop(Path(told))
    reader = Reader(lambda: subprocess.Popen([python, "-m", "app", "--practice", "--profile", profile]))
    reader.press("Companies to enrich")
    reader.hear_by_itself(r".* · \d+ rows · \d+ columns")
    reader.press("Write the prompt")
    reader.press("See the price")
    reader.hear(r"Likely price for \d+ rows: \$.*")
    reader.hear_by_itself(r"Likely price for \d+ rows: \$.*")
    reader.press(r"Run \d+ rows for about \$.*")
    reader.hear(r"\d+ rows answered")
    reader.hear_by_itself("Companies to enrich is done.*")
    reader.reach("Parts as squares", r"Part 1: done, \d+ rows = .*")
    reader.press("See the results")
    reader.hear(r"[\d,]+ rows = [\d,]+ answered.*")
    reader.press("Export")
    reader.write("File name:", target)
    reader.press("Save")
    reader.wait("workbook", lambda: Path(target).exists())
    reader.hear_by_itself("Written: .*")
    reader.hear("Written: .*")


if __name__ == "__main__":
    main(*sys.argv[1:])
