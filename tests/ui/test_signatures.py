"""Shiboken's words for a wrong call are read for the first of them, and say what they always do."""

from __future__ import annotations

import os
import subprocess
import sys

BEGINNING = """
import sys
{first}
import app.ui
from PySide6.QtWidgets import QLabel
def read(name):
    return len(vars(sys.modules[f"shibokensupport.signature.{{name}}"])) > 20
def problem(call):
    try:
        call()
    except (TypeError, AttributeError) as error:
        return str(error)
"""


def run(code: str, first: str = "") -> None:
    # In a process of its own, where Qt comes in for the first time.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    asked = [sys.executable, "-c", BEGINNING.format(first=first) + code]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_they_are_read_for_the_first_wrong_call():
    run(
        "assert not read('parser') and not read('layout')\n"
        "said = problem(lambda: QLabel(3, 4, 5))\n"
        "assert 'QLabel.__init__(int, int, int)' in said and 'text: str' in said, said\n"
        "assert read('parser') and read('layout')\n"
    )


def test_a_wrong_call_says_the_same_where_qt_was_there_before():
    run(
        "said = problem(lambda: QLabel(3, 4, 5))\n"
        "assert 'QLabel.__init__(int, int, int)' in said and 'text: str' in said, said\n",
        "import PySide6.QtCore",
    )


def test_they_have_no_names_but_their_own():
    run(
        "import PySide6.support.signature as signature\n"
        "assert 'nonsense' in problem(lambda: signature.layout.nonsense)\n"
        "assert callable(signature.layout.create_signature)\n"
    )
