"""What lies in a profile is its owner's alone, also where the folder was there before."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.bootstrap import build
from app.services.tasks import TaskControl
from app.sheets.pasted import FILE_NAME
from tests.cli.conftest import Called

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    """Everybody may read what is made without a word about it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> dict[str, str]:
    """What in it somebody else could look into, with its mode."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}
    return {str(path.relative_to(folder)): oct(mode) for path, mode in modes.items() if mode & 0o077}


def test_every_file_of_a_profile_is_its_owners_alone(
    call: Callable[..., Called],
    recipe: Path,
    names: Path,
    tmp_path: Path,
    own_profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spools: list[Path] = []
    monkeypatch.setattr("app.services.collecting._remove", spools.append)
    # As it comes back from a backup, or from a mkdir of the user's.
    (own_profile / "practice").mkdir(parents=True)
    out = tmp_path / "out.csv"
    assert call("run", recipe, names, "-o", out, "--practice").status == 0
    services = build(practice=True)
    try:
        job = services.jobs.list()[0].id
        services.moving.load(services.moving.save(job, tmp_path / "job.batchsheet")(TaskControl()))(TaskControl())
        services.importing.load_pasted(services.jobs.new_draft().id, "Name\tCode\nAda\t7\n")(TaskControl())
        services.preferences.save(theme="dark")
        found = open_to_others(own_profile)
        # What plays the service has its files from a process of its own, and `test_practice_process` looks at those.
        assert {name for name in found if not name.startswith("practice/service/")} == set()
        names_of = {path.name for path in own_profile.rglob("*")}
        assert {"jobs.sqlite", "jobs.sqlite-wal", "batchsheet.log", "settings.json", "names.csv", FILE_NAME} <= names_of
        assert spools
        assert all(path.is_file() for path in spools)
    finally:
        services.close()
    assert stat.S_IMODE(out.stat().st_mode) == 0o644, "an export is the user's to share"
