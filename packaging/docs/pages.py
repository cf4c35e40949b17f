"""The documentation's sources in one folder: the guide as the program has it, and what is made from the program."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def main(target: Path) -> None:
    """Put every page into ``target``, which is made anew."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "resources" / "help", target, ignore=shutil.ignore_patterns("de"))
    shutil.copy(HERE / "conf.py", target)
    (target / "index.md").write_text(index_page(), encoding="utf-8")
    shutil.copy(ROOT / "resources" / "icons" / "batchsheet.svg", target)
    shutil.copy(ROOT / "docs" / "threat-model.md", target)
    shutil.copy(ROOT / "CHANGELOG.md", target / "changes.md")
    (target / "commands.md").write_text(commands_page(), encoding="utf-8")


def index_page() -> str:
    """The first page, which leads to those of the guide in their order."""
    from app.ui.dialogs.guide import PAGES

    return (HERE / "index.md").read_text(encoding="utf-8").replace("@GUIDE@", "\n".join(PAGES))


def commands_page() -> str:
    """Every command's own help, as it is printed."""
    from app.cli.arguments import COMMANDS

    lines = [
        "# Every command",
        "",
        "As each says itself with `--help`. What they are for stands in [](command-line.md).",
        "",
    ]
    for command in ("", *COMMANDS):
        lines += [f"## batchsheet {command}".rstrip(), "", "```text", help_of(command), "```", ""]
    return "\n".join(lines)


def help_of(command: str) -> str:
    """What a command prints for --help, in lines of a book's width."""
    from app.cli.arguments import parse

    os.environ["COLUMNS"] = "88"
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        parse([command, "--help"] if command else ["--help"])
    return said.getvalue().rstrip()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]).resolve())
