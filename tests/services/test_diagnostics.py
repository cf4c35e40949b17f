"""Diagnostics are made to be sent to others: they help, and they tell nothing of anybody."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app import __version__
from app.bootstrap import build
from app.cli.arguments import parse
from app.cli.main import main
from app.core.errors import NeedsUser
from app.services.services import Services
from app.system import logs

KEY = "sk-ant-api03-AbC_d-EfGh1234567890"
CELL = "Zwickmühle-7711"


@pytest.fixture
def after_a_job(own_profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The profile after a job in which rows failed, too."""
    source, recipe = tmp_path / f"{CELL}.csv", tmp_path / "recipe.toml"
    source.write_text("Name\n" + "".join(f"{CELL} {n}\n" for n in range(40)), encoding="utf-8")
    recipe.write_text(f'format = 1\nname = "{CELL}"\nprompt = "{CELL} {{{{Name}}}}"\n', encoding="utf-8")
    words = ["run", str(recipe), str(source), "-o", str(tmp_path / "out.csv"), "--practice-faults", "--practice"]
    main(lambda: build(own_profile, practice=True, faults=True, interval=0.05), parse(words), lambda _receipt: b"")
    assert CELL in (tmp_path / "out.csv").read_text(encoding="utf-8")
    return own_profile


def opened(profile: Path) -> Services:
    return build(profile, practice=True)


@pytest.mark.slow
@pytest.mark.logs_warnings
def test_they_count_and_name_nothing(after_a_job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://jane:secret@proxy.example:1")
    monkeypatch.setattr(Path, "home", lambda: after_a_job)
    services = opened(after_a_job)
    services.preferences.save(service_address="https://gateway.example", proxy="http://me:pass@proxy")
    logging.getLogger("app.x").warning("called with %s in %s", KEY, after_a_job / "jobs")
    try:
        text = services.diagnostics.text("Qt 6", f"a fault with {KEY}")
    finally:
        services.close()
    assert f"Batchsheet {__version__}" in text
    assert f"Qt 6\n\na fault with {logs.HIDDEN}" in text
    assert "\n1 job:\n" in text
    assert "finished: 40 rows" in text
    assert "answered" in text
    assert "address: another, proxy: set" in text
    assert "environment: HTTPS_PROXY" in text
    assert f"called with {logs.HIDDEN} in ~/jobs" in text
    for secret in (KEY[7:], CELL, "gateway.example", "proxy.example", "me:pass", str(after_a_job)):
        assert secret not in text


@pytest.mark.slow
@pytest.mark.logs_warnings
def test_no_cell_is_in_any_file_of_the_log_after_a_job(after_a_job: Path) -> None:
    files = [path for path in (after_a_job / "logs").iterdir() if path.is_file()]
    assert files
    assert all(CELL not in path.read_text(encoding="utf-8") for path in files)


def test_an_address_without_encryption_is_told_without_its_name(own_profile: Path) -> None:
    services = opened(own_profile)
    try:
        services.preferences.save(service_address="http://gateway.example")
        text = services.diagnostics.text()
    finally:
        services.close()
    assert "address: another, not encrypted, proxy" in text
    assert "gateway.example" not in text


def test_what_can_not_be_found_out_is_left_out(own_profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    services = opened(own_profile)
    try:
        (own_profile / "logs" / logs.FILE_NAME).unlink()
        assert "it can't be read" in services.diagnostics.text()
    finally:
        services.close()


def test_a_profile_that_can_not_be_opened_leaves_no_log_open(own_profile: Path) -> None:
    (own_profile / "practice").mkdir(parents=True)
    (own_profile / "practice" / "jobs.sqlite").write_bytes(b"no database at all" * 1000)
    before = logging.getLogger().handlers[:]
    with pytest.raises(NeedsUser):
        build(own_profile, practice=True)
    assert logging.getLogger().handlers == before
