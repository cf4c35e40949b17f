"""The jobs of a profile as this version keeps them, for the tests of later ones: tests/store/released/VERSION.sqlite.gz.

Run once for each release that has another schema than the one before; what it wrote is never made anew.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from app import __version__
from app.bootstrap import build
from app.cli.arguments import parse
from app.cli.main import main as run
from app.resource_files import resource
from app.services.tasks import TaskControl

RELEASED = Path(__file__).resolve().parents[1] / "tests" / "store" / "released"


def main() -> int:
    """Write it, unless it is there; the exit status."""
    target = RELEASED / f"{__version__}.sqlite.gz"
    if target.exists():
        print(f"{target} is there already.", file=sys.stderr)
        return 1
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress(saved_jobs(), mtime=0))
    print(target)
    return 0


def saved_jobs() -> bytes:
    """A database with a finished job in which rows failed, one that was asked again, and a draft."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        profile, names, recipe = folder / "profile", folder / "names.csv", folder / "recipe.toml"
        names.write_text("Name\n" + "".join(f"thing {n} é\n" for n in range(60)), encoding="utf-8")
        recipe.write_text('format = 1\nname = "Things"\nprompt = "Say {{Name}}."\n', encoding="utf-8")
        words = ["run", str(recipe), str(names), "-o", str(folder / "out.csv"), "--practice", "--practice-faults"]
        run(lambda: build(profile, practice=True, faults=True, interval=0.05), parse(words), lambda _receipt: b"")
        services = build(profile, practice=True)
        (job,) = services.jobs.list()
        draft = services.jobs.new_draft("A draft")
        services.importing.load(draft.id, resource("examples", "contracts.xlsx"))(TaskControl())
        services.close()
        words = ["retry", job.id, "--practice"]
        run(lambda: build(profile, practice=True, interval=0.05), parse(words), lambda _receipt: b"")
        database = profile / "practice" / "jobs.sqlite"
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("VACUUM")
        return database.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
