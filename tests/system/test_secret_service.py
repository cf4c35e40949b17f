"""The key in a real keyring: GNOME's, on a D-Bus of its own, with a home of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

MISSING = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

SESSION = """
import sys
from app.system.secrets import KeyStore
KEY = "sk-ant-api03-ünïcödé-" + "x" * 100
store = KeyStore({})
def said(step):
    try:
        result = getattr(store, step)() if step != "set" else store.set(KEY)
        return {KEY: "the key", None: "nothing"}.get(result, result)
    except Exception as error:
        return type(error).__name__ + " " + error.code
for step in sys.argv[1:]:
    print(step, said(step), flush=True)
print("obstacle", store.obstacle.what if store.obstacle else "none")
"""


@pytest.fixture
def home(tmp_path):
    """The environment of a user who has just been given a computer, without a screen to be asked on."""
    folders = {name: tmp_path / name for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    dropped = {
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "DBUS_SESSION_BUS_ADDRESS",
        "PYTHON_KEYRING_BACKEND",
        "GNOME_KEYRING_CONTROL",
    }
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {name: str(folder) for name, folder in folders.items()}


def session(home, steps, *, before="", bus=()):
    """Run steps on a KeyStore in a session, after a line of shell; what each step said."""
    program = [sys.executable, "-c", SESSION, *steps]
    command = ["dbus-run-session", *bus, "--", "bash", "-c", f'{before}\nexec "$@"', "bash", *program]
    done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


# A bus that starts no services by itself.
BARE_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/></policy>
</busconfig>"""
UNLOCKED = 'printf "password\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null'
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"


def test_a_key_is_kept_found_in_the_next_session_and_deleted(home):
    assert session(home, ["get", "state", "set", "get", "state"], before=UNLOCKED) == [
        "get nothing",
        "state none",
        "set keyring",
        "get the key",
        "state keyring",
        "obstacle none",
    ]
    assert session(home, ["get", "state", "delete", "get", "delete", "state"], before=UNLOCKED) == [
        "get the key",
        "state keyring",
        "delete nothing",
        "get nothing",
        "delete nothing",
        "state none",
        "obstacle none",
    ]


def test_a_locked_keyring_is_said_to_be_locked_and_a_new_key_lasts_for_the_session(home):
    session(home, ["set"], before=UNLOCKED)
    locked = "obstacle The system's keyring is locked or doesn't answer."
    assert session(home, ["state", "get", "delete"], before=LOCKED) == [
        "state locked",
        "get NeedsUser no_key",
        "delete NeedsUser no_key",
        locked,
    ]
    assert session(home, ["set", "get", "state"], before=LOCKED) == [
        "set session",
        "get the key",
        "state session",
        locked,
    ]
    # And what was kept there is there still.
    assert session(home, ["get"], before=UNLOCKED)[0] == "get the key"


def test_looking_for_a_key_makes_no_keyring_for_which_a_password_would_have_to_be_thought_up(home):
    assert session(home, ["get", "state"], before="gnome-keyring-daemon --start --components=secrets >/dev/null") == [
        "get nothing",
        "state none",
        "obstacle none",
    ]


def test_without_a_service_a_key_lasts_for_the_session(home, tmp_path):
    config = tmp_path / "bus.conf"
    config.write_text(BARE_BUS)
    steps = ["get", "state", "set", "get", "state", "delete", "get"]
    assert session(home, steps, bus=[f"--config-file={config}"]) == [
        "get nothing",
        "state none",
        "set session",
        "get the key",
        "state session",
        "delete nothing",
        "get nothing",
        "obstacle This computer has no keyring that Batchsheet can use.",
    ]


def test_without_a_bus_a_key_lasts_for_the_session(home):
    done = subprocess.run(
        [sys.executable, "-c", SESSION, "get", "set", "get"],
        env=home | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[:3] == ["get nothing", "set session", "get the key"], done.stderr


def test_the_key_is_in_no_file_of_the_home_in_clear(home, tmp_path):
    session(home, ["set"], before=UNLOCKED)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any("keyring" in str(path) for path in files)
    assert not any(b"sk-ant-" in path.read_bytes() for path in files)
