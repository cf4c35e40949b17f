"""What the guide says to copy into a scheduler is what the program takes."""

from __future__ import annotations

import plistlib
import re
import shlex

import pytest

from app.cli.arguments import parse
from app.core.errors import ExitStatus
from app.resource_files import resource

TEXT = resource("help", "by-the-clock.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    found = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    return [text for name, text in found if name == kind]


def commands() -> list[list[str]]:
    """Every command of the page, as words."""
    found = [line for block in blocks("") for line in block.splitlines()]
    found += [line.split(None, 5)[5] for line in blocks("crontab")[0].splitlines()[1:]]
    found += re.findall(r'/TR "([^"]*)"', blocks("bat")[0])
    words = [shlex.split(line.split(" >>")[0].replace("\\", "/")) for line in found]
    return [*words, plistlib.loads(blocks("xml")[0].encode())["ProgramArguments"]]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_a_command_of_the_page_is_one(words: list[str]) -> None:
    assert words[0].rsplit("/", 1)[-1] == "batchsheet"
    found = parse(words[1:])
    assert found.command in ("run", "resume")
    assert found.max_wait > 0
    assert found.command == "resume" or (found.yes and found.max_price == 5)


def test_there_is_one_for_each_scheduler() -> None:
    assert len(commands()) == 5


def test_every_status_is_there() -> None:
    known = {value for name, value in vars(ExitStatus).items() if not name.startswith("_")}
    assert {int(number) for number in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)} == known
