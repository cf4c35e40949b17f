from __future__ import annotations

import logging
import os
import sqlite3
import stat
import sys

import pytest

from app.core.errors import NeedsUser
from app.system import logs
from app.system.log_file import LogFile

KEY = "sk-ant-api03-AbC_d-EfGh1234567890"
log = logging.getLogger("app.somewhere")


@pytest.fixture
def written(tmp_path):
    """Call it for what stands in the log."""
    levels = {name: logging.getLogger(name).level for name in ("app", "httpx2", "anthropic")}
    opened = logs.setup(tmp_path / "logs")
    yield lambda: opened.path.read_text(encoding="utf-8")
    opened.close()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def fail_with(error):
    cell = KEY  # a local variable is not in a traceback, its line is
    assert cell
    raise error


def test_what_the_program_says_is_written(written):
    log.info("job %s went from %s to %s", "a1", "draft", "sending")
    log.debug("too much")
    assert "INFO MainThread app.somewhere: job a1 went from draft to sending\n" in written()
    assert "too much" not in written()


@pytest.mark.parametrize(
    "say",
    [
        lambda: log.info(f"the key is {KEY}"),
        lambda: log.info("the key is %s", KEY),
        lambda: log.info("headers %s", {"X-Api-Key": "another-kind-of-key"}),
        lambda: log.info("headers %r", [("x-api-key", "another-kind-of-key")]),
        lambda: log.info("headers %r", {b"x-api-key": b"another-kind-of-key"}),
        lambda: log.info("x-api-key: another-kind-of-key"),
        lambda: log.info("Authorization: Bearer another-kind-of-key"),
        lambda: log.info("proxy http://me:another-kind-of-key@proxy:8080/"),
        lambda: log.info("stack with %s", KEY, stack_info=True),
    ],
)
def test_a_key_is_never_written(written, say):
    say()
    text = written()
    assert logs.HIDDEN in text
    assert "another-kind-of-key" not in text
    assert KEY[7:] not in text


def test_what_is_around_a_key_stays_readable(written):
    log.info("call to http://me:pass@proxy:8080/v1 with x-api-key: abc, then 12 rows")
    assert "call to http://[hidden]@proxy:8080/v1 with x-api-key: [hidden], then 12 rows" in written()


def test_a_text_that_was_to_be_hidden_is_hidden_everywhere(written):
    logs.hide("key-of-a-gateway")
    log.info("answered: key-of-a-gateway is unknown")
    assert "answered: [hidden] is unknown" in written()


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, f"No space for {KEY}"),
        sqlite3.OperationalError(f"No space for {KEY}"),
        NeedsUser(f"The key {KEY} was refused."),
    ],
)
@pytest.mark.logs_warnings
def test_a_traceback_says_where_and_what_without_the_key(written, error):
    try:
        fail_with(error)
    except Exception:
        log.exception("it failed")
    text = written()
    assert "in fail_with" in text
    assert type(error).__name__ in text
    assert "No space for [hidden]" in text or "The key [hidden] was refused." in text
    assert KEY not in text


@pytest.mark.logs_warnings
def test_a_traceback_does_not_quote_a_cell(written):
    row = {"company": "Müller GmbH, Köln"}
    try:
        try:
            float(row["company"])
        except ValueError as error:
            raise KeyError(row["company"]) from error
    except KeyError:
        log.exception("it failed")
    text = written()
    assert "ValueError" in text
    assert "KeyError" in text
    assert "which caused:" in text
    assert "Köln" not in text
    assert "KeyError (what it says is left out" in text


def test_another_handlers_rendering_of_a_traceback_is_not_taken_over():
    try:
        float("Müller")
    except ValueError:
        record = log.makeRecord(log.name, logging.ERROR, "file", 1, "it failed", (), sys.exc_info())
    assert "could not convert" in logging.Formatter().format(record)
    assert "could not convert" not in logs.RedactingFormatter().format(record)
    assert not record.exc_text, "nor is ours by the next"


@pytest.mark.parametrize("name", ["anthropic._base_client", "httpx2", "httpcore2.connection"])
def test_libraries_that_write_whole_requests_are_kept_quiet_whatever_their_level(written, name):
    library = logging.getLogger(name)
    library.setLevel(logging.DEBUG)
    try:
        library.debug("Request options: {'prompt': 'Müller'}")
        library.info("HTTP Request")
        library.warning("something is wrong")
    finally:
        library.setLevel(logging.NOTSET)
    text = written()
    assert "Müller" not in text
    assert "HTTP Request" not in text
    assert "something is wrong" in text


def own_handler(folder):
    """The file of this test's log once there is a line for it, whatever else is logged meanwhile."""
    log.info("the first line")
    found = [each._file for each in logging.getLogger().handlers if isinstance(each, logs._LateFile)]
    return next(each for each in found if isinstance(each, LogFile) and each.baseFilename.startswith(str(folder)))


def test_files_rotate_and_only_their_owner_reads_them(written, tmp_path, monkeypatch):
    handler = own_handler(tmp_path)
    monkeypatch.setattr(handler, "maxBytes", 200)
    for number in range(20):
        log.info("line %d", number)
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == ["batchsheet.log", "batchsheet.log.1", "batchsheet.log.2", "batchsheet.log.3"]
    assert "line 19" in written()
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "logs").iterdir()} == {0o600}


def test_a_full_disk_or_a_bad_message_costs_a_line_and_prints_nothing(written, tmp_path, monkeypatch, capsys):
    handler = own_handler(tmp_path)

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(handler.stream, "write", full, raising=False)
        log.info("lost")
    handler.handle(logging.LogRecord("app.x", logging.INFO, "", 0, "wrong %d", ("Müller",), None))
    log.info("and on")
    assert "and on" in written()
    assert capsys.readouterr().err == ""


def test_without_a_place_to_write_the_program_goes_on(tmp_path):
    (tmp_path / "logs").write_text("a file where the folder should be")
    opened = logs.setup(tmp_path / "logs")
    log.info("to nobody")
    opened.close()
    assert opened.path is None
    logging.getLogger("app").setLevel(logging.NOTSET)
