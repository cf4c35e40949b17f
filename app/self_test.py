"""`batchsheet --self-test`: whether this installation has all that the program needs, found out by using it.

Nothing is sent, and the user's own jobs, settings and key are not touched: the practice job lives in a folder of
its own that is gone afterwards. The keyring is looked for and left alone: a locked one would ask for its password.
"""

from __future__ import annotations

import contextlib
import io
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app import __version__
from app.core.errors import ExitStatus


def self_test(say: Callable[[str], None] = print) -> int:
    """Try each part in turn, a line for each; the exit status: 0, or 1 where one doesn't work."""
    say(f"Batchsheet {__version__} · Python {platform.python_version()} · {platform.platform()}")
    failed = 0
    for name, check in (
        ("shipped files", _files),
        ("certificates", _certificates),
        ("service library", _service_library),
        ("keyring", _keyring),
        ("reading process", _reading_process),
        ("practice job", _practice_job),
        ("window", _window),  # last: where Qt finds no platform plugin, it ends the process
    ):
        say(f"{name} …")
        started = time.perf_counter()
        try:
            found = check()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what was to be found out
            failed += 1
            say(f"  FAILED: {type(error).__name__}: {error}")
        else:
            say(f"  ok, {time.perf_counter() - started:.2f} s: {found}")
    say(f"{failed} of these don't work." if failed else "Everything works.")
    return ExitStatus.OUR_FAULT if failed else ExitStatus.DONE


_KEYRING_PARTS = {
    "linux": ("keyring.backends.SecretService", "secretstorage"),
    "win32": ("keyring.backends.Windows",),
    "darwin": ("keyring.backends.macOS",),
}
"""What keyring finds by entry points, which a frozen program has to bring along."""


class NotWorkingError(Exception):
    """What a check found."""


def _files() -> str:
    from app.resource_files import resource

    counts = {folder: len(list(resource(folder).iterdir())) for folder in ("examples", "icons", "recipes")}
    if not all(counts.values()):
        raise NotWorkingError(f"a folder is empty: {counts}")
    return ", ".join(f"{count} {folder}" for folder, count in counts.items())


def _certificates() -> str:
    import ssl

    from app.batch_api.client import certificates

    roots = certificates(None).cert_store_stats()["x509_ca"]
    if roots:
        return f"{roots} authorities"
    folder = ssl.get_default_verify_paths().capath  # read when a connection is made
    if sys.platform == "linux" and not (folder and any(Path(folder).glob("*"))):
        raise NotWorkingError("no certificate authorities are installed; on Debian: apt-get install ca-certificates")
    return f"those in {folder}" if folder else "the system checks them"


def _service_library() -> str:
    from importlib.metadata import version

    from app.batch_api.client import Connection, make_client
    from app.batch_api.models import SHIPPED
    from app.batch_api.prices import prices_for

    make_client(Connection(api_key="none")).close()
    for model in SHIPPED:
        prices_for(model.id)
    return f"anthropic {version('anthropic')}, prices of {len(SHIPPED)} models"


def _keyring() -> str:
    import importlib

    from app.system.secrets import system_keyring

    for module in _KEYRING_PARTS.get(sys.platform, ()):
        importlib.import_module(module)
    backend = system_keyring()
    if backend is None:
        return "none answers here; a key would be kept until the program is closed"
    return type(backend).__module__


def _reading_process() -> str:
    from app.core.table import SheetInfo
    from app.resource_files import resource
    from app.services.reader_process import ReaderProcesses
    from app.services.reading import ReadRequest
    from app.services.tasks import TaskControl

    readers = ReaderProcesses()
    try:
        rows = 0
        for item in readers.read(ReadRequest(str(resource("examples", "products.xlsx"))), TaskControl()):
            rows += 0 if isinstance(item, SheetInfo) else len(item.numbers)
    finally:
        readers.close()
    return f"{rows} rows read in a process of its own"


def _practice_job() -> str:
    from app.bootstrap import build
    from app.cli.arguments import parse
    from app.cli.main import main
    from app.resource_files import resource
    from app.ui.receipt_page import draw_receipt

    with tempfile.TemporaryDirectory(prefix="batchsheet-") as folder:
        out = Path(folder) / "out.xlsx"
        recipe, workbook = resource("examples", "products.toml"), resource("examples", "products.xlsx")
        profile = Path(folder) / "profile"
        words = ["run", str(recipe), str(workbook), "-o", str(out), "--practice", "--profile", str(profile)]
        with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
            status = main(lambda: build(profile, practice=True), parse(words), draw_receipt)
        if status != ExitStatus.DONE or not out.is_file():
            raise NotWorkingError(f"it ended with {status}: {said.getvalue().strip()}")
        return f"{out.stat().st_size:,} bytes of workbook exported"


def _window() -> str:
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.bootstrap import build
    from app.ui.window_check import paint_first_window

    with tempfile.TemporaryDirectory(prefix="batchsheet-") as folder:
        return paint_first_window(build(Path(folder) / "profile", practice=True))
