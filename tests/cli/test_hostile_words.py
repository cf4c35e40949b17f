"""What others can put on the terminal: names of files, sheets, columns and recipes, cells, and what a gateway answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.__main__ import main
from tests.cli.conftest import Called
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, StandIn

TURN = "\u202e"
ORDERS = f"\x1b]0;mine\x07\x1b[2J\x9b31m{TURN}"

RECIPE = """
format = 1
name = "Sort \\u001b[2J\\u202e\\u009b31m"
longest_answer = 100
prompt = "Which kind is {{Name \u202e}}?"

[[outputs]]
column = "Kind \\u202e"
kind = "choice"
choices = ["tool \\u202e", "toy"]
"""


def orders_in(said: str) -> set[str]:
    """What in it a terminal would obey, or be turned around by."""
    return {one for one in said if one not in "\n\t" and (unicodedata.category(one) == "Cc" or one == TURN)}


@pytest.mark.logs_warnings
@pytest.mark.skipif("sys.platform == 'win32'", reason="Windows has no such names of files")
def test_no_order_reaches_the_terminal(
    tmp_path: Path,
    quick: None,
    own_profile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"Sheet {TURN}"
    sheet.append([f"Name {TURN}", f"Name {TURN}"])
    for number in range(5):
        sheet.append([f"thing {TURN}\x9b31m {number}", "x"])
    table = tmp_path / f"names {ORDERS}.xlsx"
    book.save(table)
    recipe = tmp_path / f"sort {ORDERS}.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    out = tmp_path / f"out {ORDERS}.xlsx"

    def said(*words: object) -> str:
        main([str(word) for word in words])
        told = capfd.readouterr()
        return told.out + told.err

    for more in ((), ("--json",)):
        practice = said("run", recipe, table, "-o", out, "--practice", "--overwrite", *more)
        assert "Written" in practice or '"output"' in practice, practice
        everything = practice + said("price", recipe, table, "--practice", *more)
        everything += said("jobs", "--practice", *more) + said("spend", "--practice", *more)
        everything += said("price", recipe, tmp_path / f"none {ORDERS}.xlsx", *more) + said(
            "export", ORDERS, "-o", out, *more
        )
        everything += (
            said("price", recipe, table, "--sheet", ORDERS, *more) + said(ORDERS, *more) + said("price", ORDERS, *more)
        )
        with StandIn(tmp_path / "stand-in", batch_seconds=0.2) as service:
            monkeypatch.setenv("ANTHROPIC_API_KEY", service.key)
            monkeypatch.setenv("ANTHROPIC_BASE_URL", service.url)
            service.on(CREATE, be.Status(400, message=f"no {ORDERS}", kind=f"kind {ORDERS}"))
            everything += said("run", recipe, table, "-o", out, "--yes", "--overwrite", *more)
            everything += said("jobs", *more)
            monkeypatch.delenv("ANTHROPIC_API_KEY")
            monkeypatch.delenv("ANTHROPIC_BASE_URL")
        assert "mine" in everything, "the names are there"
        assert orders_in(everything) == set()
    assert orders_in((own_profile / "logs" / "batchsheet.log").read_text(encoding="utf-8")) == set()


@pytest.mark.logs_warnings
def test_what_the_service_says_of_a_request_is_on_the_screen_and_not_in_the_log(
    call: Callable[..., Called],
    recipe: Path,
    names: Path,
    tmp_path: Path,
    own_profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It may quote a cell."""
    cell = "thing 7"
    with StandIn(tmp_path / "stand-in", batch_seconds=0.2) as service:
        monkeypatch.setenv("ANTHROPIC_API_KEY", service.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", service.url)
        quoting = be.Status(
            400, message=f"the prompt “{cell}” is odd", kind=f"odd {cell}", headers={"request-id": cell}
        )
        service.on(CREATE, quoting)
        called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--yes", "--poll", "0.1", "--max-wait", "20")
    assert cell in called.err
    log = (own_profile / "logs" / "batchsheet.log").read_text(encoding="utf-8")
    assert "status 400" in log
    assert cell not in log
