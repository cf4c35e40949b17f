"""The commands as people and scripts lean on them: exit statuses, the JSON object, files."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import Called
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, StandIn

Call = Callable[..., Called]

COUNTS = ("answered", "cut_short", "declined", "failed", "expired", "cancelled", "waiting", "running", "skipped")


def adds_up(called: Called) -> bool:
    return sum(called.found[name] for name in COUNTS) == called.found["rows"]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_run_answers_every_row_and_exports(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    called = call("run", recipe, names, "-o", out, "--practice")
    assert called.status == 0
    assert called.found["state"] == "finished"
    assert called.found["answered"] == 20
    assert adds_up(called)
    assert called.found["output"] == str(out)
    assert called.found["problems"] == []
    found = rows_of(out)
    assert [row["Name"] for row in found] == [f"thing {n}" for n in range(20)]
    assert {row["Kind"] for row in found} <= {"tool", "toy"}
    assert {row["Practice mode: answers are made up"] for row in found} == {"made up"}
    price = called.found["price"]
    assert 0 < price["low"] <= price["likely"] <= price["high"] <= price["at_most"]
    assert price["ordinary"] == pytest.approx(2 * price["likely"])
    assert 0 < called.found["cost"] <= price["at_most"]


def test_price_makes_no_job(call: Call, recipe: Path, names: Path) -> None:
    called = call("price", recipe, names, "--practice")
    assert (called.status, called.found["state"], called.found["waiting"]) == (0, "draft", 20)
    assert called.found["price"]["basis"] == "counted"
    assert call("jobs", "--practice").found == {"jobs": []}


def test_price_without_a_key_is_a_guess(call: Call, recipe: Path, names: Path) -> None:
    called = call("price", recipe, names)
    assert called.status == 0
    assert called.found["price"]["basis"] == "guessed"


def test_practice_looks_at_no_key_and_no_address(
    call: Call, recipe: Path, names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-somebody-pays")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    assert call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice").status == 0


def test_an_address_without_encryption_is_told_by_what_calls_it(
    call: Call, recipe: Path, names: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://gateway.example")
    assert "What goes to gateway.example is not encrypted" in call("price", recipe, names).err
    assert "encrypted" not in call("price", recipe, names, "--practice").err
    assert "encrypted" not in call("jobs").err


def test_run_without_a_key_needs_the_user_and_leaves_no_job(
    call: Call, recipe: Path, names: Path, tmp_path: Path
) -> None:
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--yes")
    assert called.status == 5
    assert [problem["code"] for problem in called.found["problems"]] == ["no_key"]
    assert call("jobs").found == {"jobs": []}


def test_a_ceiling_under_the_likely_price_sends_nothing(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice", "--max-price", "0.0000001")
    assert called.status == 4
    assert called.found["problems"][0]["code"] == "ceiling"
    assert not (tmp_path / "out.csv").exists()
    assert call("jobs", "--practice").found == {"jobs": []}


BAD = {
    "unknown key": ('format = 1\nprompt = "x"\nlongest = 3\n', "bad_recipe", "longest"),
    "unknown column": ('format = 1\nprompt = "{{Nane}}"\n', "unknown_column", "Name"),
    "no toml": ("format = = 1", "bad_recipe", "TOML"),
    "no such kind": ('format = 1\nprompt = "x"\n[[outputs]]\nkind = "colour"\n', "bad_recipe", "colour"),
    "unknown model": ('format = 1\nmodel = "claude-nobody"\nprompt = "{{Name}}"\n', "bad_recipe", "claude-nobody"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_recipe_is_told_and_costs_nothing(call: Call, names: Path, tmp_path: Path, bad: str) -> None:
    text, code, word = BAD[bad]
    recipe = tmp_path / "bad.toml"
    recipe.write_text(text, encoding="utf-8")
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice")
    assert called.status == 2
    assert called.found["problems"][0]["code"] == code
    assert word in called.found["problems"][0]["message"]


@pytest.mark.parametrize("words", [("run",), ("run", "a", "b"), ("price", "a"), ("jobs", "nobody"), ("--nonsense",)])
def test_unusable_arguments(call: Call, words: tuple[str, ...]) -> None:
    called = call(*words)
    assert called.status == 2
    assert called.found["problems"]


def test_a_file_that_can_not_be_read(call: Call, recipe: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    for file in (broken, tmp_path / "nothing.csv"):
        called = call("run", recipe, file, "-o", tmp_path / "out.csv", "--practice")
        assert (called.status, called.found["problems"][0]["code"]) == (2, "bad_file"), file


def test_the_source_is_never_the_target(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    before = names.read_bytes()
    for target in (names, tmp_path / "." / names.name):
        called = call("run", recipe, names, "-o", target, "--practice", "--overwrite")
        assert (called.status, called.found["problems"][0]["code"]) == (2, "output_exists")
    link = tmp_path / "link.csv"
    link.symlink_to(names)
    assert call("run", recipe, names, "-o", link, "--practice", "--overwrite").status == 2
    assert names.read_bytes() == before


def test_a_foreign_file_is_replaced_only_when_asked(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    called = call("run", recipe, names, "-o", out, "--practice")
    assert (called.status, out.read_text(encoding="utf-8")) == (2, "mine")
    assert call("run", recipe, names, "-o", out, "--practice", "--overwrite").status == 0
    assert len(rows_of(out)) == 20


def test_an_ending_that_can_not_be_written(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    assert call("run", recipe, names, "-o", tmp_path / "out.pdf", "--practice").status == 2


@pytest.mark.parametrize(("spec", "expected"), [("2-4,7", 4), ("21", 1), ("20-900", 2), ("900", 0)])
def test_rows_are_chosen_as_the_sheet_numbers_them(
    call: Call, recipe: Path, names: Path, tmp_path: Path, spec: str, expected: int
) -> None:
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice", "--rows", spec)
    assert called.status == 0
    assert (called.found["rows"], called.found["answered"]) == (expected, expected)
    assert sum(1 for row in rows_of(tmp_path / "out.csv") if row["Kind"]) == expected
    assert ("left out" in called.err) is ("900" in spec)


def test_blank_rows_are_skipped_and_identical_ones_asked_once(call: Call, recipe: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("Name\nsame\n\nsame\nother\n   \nSame\n\n\n", encoding="utf-8")
    called = call("run", recipe, file, "-o", tmp_path / "out.csv", "--practice")
    assert (called.found["rows"], called.found["skipped"], called.found["answered"]) == (6, 2, 4)
    assert (called.found["requests"], called.found["same_as_another"]) == (3, 1)
    assert adds_up(called)


@pytest.mark.logs_warnings
def test_faults_are_accounted_for(call: Call, recipe: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("Name\n" + "".join(f"thing {n}\n" for n in range(600)), encoding="utf-8")
    out = tmp_path / "out.csv"
    called = call("run", recipe, file, "-o", out, "--practice-faults", "--poll", "0.05")
    assert called.status == 3
    assert adds_up(called)
    assert sum(called.found["causes"].values()) == sum(
        called.found[name] for name in ("cut_short", "declined", "failed")
    )
    unanswered = [row for row in rows_of(out) if not row["Kind"]]
    assert len(unanswered) == 600 - called.found["answered"] > 0
    assert all(row["Outcome"] for row in unanswered)
    job = called.found["job"]
    again = call("retry", job, "--practice-faults", "--poll", "0.05")
    assert again.found["answered"] > called.found["answered"]
    assert adds_up(again)
    assert sum(1 for row in rows_of(out) if row["Kind"]) == again.found["answered"]


def test_jobs_tell_of_parts(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    ran = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice", "--part-rows", "6")
    found = call("jobs", ran.found["job"], "--practice").found
    assert found["parts"] == 4
    assert [part["rows"] for part in found["part_list"]] == [6, 6, 6, 2]
    for part in found["part_list"]:
        assert sum(part[name] for name in COUNTS if name != "skipped") == part["rows"]
        assert part["batch_id"]
        assert part["state"] == "collected"
    assert sum(part["cost"] for part in found["part_list"]) == pytest.approx(found["cost"])
    assert [job["job"] for job in call("jobs", "--practice").found["jobs"]] == [ran.found["job"]]
    assert call("jobs").found == {"jobs": []}


def test_jobs_tell_what_runs_out(
    call: Call, recipe: Path, names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.practice.state.duration", lambda _created_at, _size: 3_600.0)
    job = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice", "--detach").found["job"]
    told = call("jobs", job, "--practice")
    assert told.found["clocks"]["warning"] is None
    assert told.found["clocks"]["runs_until"] == max(part["expires_at"] for part in told.found["part_list"])
    assert told.found["clocks"]["answers_until"] == min(part["answers_until"] for part in told.found["part_list"])
    late = time.time() + 27 * 86_400
    monkeypatch.setattr("app.cli.manage.time.time", lambda: late)
    assert "are gone in" in call("jobs", job, "--practice").found["clocks"]["warning"]
    assert call("jobs", "--practice").status == 0


def test_resume_has_nothing_to_do_for_an_ended_job(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    ran = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice")
    called = call("resume", ran.found["job"], "--practice")
    assert (called.status, called.found["answered"]) == (0, 20)
    assert call("resume", "--practice").found == {"jobs": []}


def test_detach_and_resume(call: Call, recipe: Path, names: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("app.practice.state.duration", lambda _created_at, _size: 1.0)
    out = tmp_path / "out.csv"
    sent = call("run", recipe, names, "-o", out, "--practice", "--detach")
    assert sent.status == 0
    assert sent.found["waiting"] == 0
    assert not out.exists()
    ended = call("resume", sent.found["job"], "--practice")
    assert (ended.status, ended.found["state"], ended.found["answered"]) == (0, "finished", 20)
    assert len(rows_of(out)) == 20


def test_export_again_elsewhere(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    ran = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice")
    other = tmp_path / "other.xlsx"
    called = call("export", ran.found["job"], "-o", other, "--practice")
    assert called.status == 0
    header, *rows = load_workbook(other).active.iter_rows(values_only=True)
    assert header[:3] == ("Name", "Size", "Kind")
    assert len(rows) == 20


def test_a_workbook_comes_back_with_columns_added(call: Call, recipe: Path, tmp_path: Path) -> None:
    source = tmp_path / "names.xlsx"
    workbook = Workbook()
    workbook.active.append(["Name", "Size"])
    for number in range(5):
        workbook.active.append([f"=thing {number}"[number % 2 :], number])
    workbook.create_sheet("Other")["B2"] = "kept"
    workbook.save(source)
    before = source.read_bytes()
    out = tmp_path / "out.xlsx"
    called = call("run", recipe, source, "-o", out, "--practice")
    assert called.status == 0
    found = load_workbook(out)
    assert [cell.value for cell in found.worksheets[0][1]][:3] == ["Name", "Size", "Kind"]
    assert found["Other"]["B2"].value == "kept"
    assert source.read_bytes() == before


def test_a_sheet_without_room_for_answers_is_told_of_before_they_are_paid_for(
    call: Call, recipe: Path, tmp_path: Path
) -> None:
    source, out = tmp_path / "wide.xlsx", tmp_path / "out.xlsx"
    book = Workbook()
    book.active.cell(1, 1, "Name")
    for column in range(2, 16_385):
        book.active.cell(1, column, f"C{column}")
    book.active.cell(2, 1, "thing")
    book.save(source)
    called = call("run", recipe, source, "-o", out, "--practice")
    assert called.status == 2
    assert "16,384" in called.found["problems"][0]["message"]
    assert not out.exists()
    assert call("jobs", "--practice").found["jobs"] == []
    assert call("run", recipe, source, "-o", tmp_path / "out.csv", "--practice").status == 0


def test_what_happens_to_a_protected_sheet_is_said_before(call: Call, recipe: Path, tmp_path: Path) -> None:
    source = tmp_path / "protected.xlsx"
    book = Workbook()
    for text in ("Name", "thing"):
        book.active.append([text])
    book.active.protection.enable()
    book.save(source)
    called = call("run", recipe, source, "-o", tmp_path / "out.xlsx", "--practice", "--max-price", "0")
    assert called.status == 4
    assert "The sheet is protected." in called.err


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The service over HTTP, with its key and address in the environment."""
    with StandIn(tmp_path / "stand-in", batch_seconds=0.2) as found:
        monkeypatch.setenv("ANTHROPIC_API_KEY", found.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", found.url)
        yield found


def test_the_real_way_needs_a_yes(call: Call, service: StandIn, recipe: Path, names: Path, tmp_path: Path) -> None:
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--poll", "0.1")
    assert (called.status, called.found["problems"][0]["code"]) == (4, "not_agreed")
    assert service.count(CREATE) == 0
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--poll", "0.1", "--yes")
    assert (called.status, called.found["answered"]) == (0, 20)
    assert "made up" not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert set(service.accepted_rows().values()) == {1}


def test_the_key_is_stored_nowhere(
    call: Call, service: StandIn, recipe: Path, names: Path, tmp_path: Path, own_profile: Path
) -> None:
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--poll", "0.1", "--yes")
    assert called.status == 0
    written = [path for path in own_profile.rglob("*") if path.is_file()]
    assert written
    assert not [path for path in written if service.key.encode() in path.read_bytes()]
    assert service.key not in called.out + called.err


@pytest.mark.logs_warnings
@pytest.mark.parametrize(("status", "code"), [(401, "key_refused"), (402, "no_credit")])
def test_a_job_that_needs_the_user(
    call: Call, service: StandIn, recipe: Path, names: Path, tmp_path: Path, status: int, code: str
) -> None:
    out = tmp_path / "out.csv"
    service.on(CREATE, be.Status(status), nth=2)
    called = call("run", recipe, names, "-o", out, "--poll", "0.1", "--yes", "--part-rows", "10")
    assert (called.status, called.found["state"]) == (5, "needs_you")
    assert called.found["problems"][0]["code"] == code
    ended = call("resume", called.found["job"], "--poll", "0.1")
    assert (ended.status, ended.found["answered"]) == (0, 20)
    assert set(service.accepted_rows().values()) == {1}
    assert len(rows_of(out)) == 20


def test_cancel(call: Call, service: StandIn, recipe: Path, names: Path, tmp_path: Path, monkeypatch) -> None:
    service.service.duration = lambda _created_at, _size: 3_600.0
    sent = call("run", recipe, names, "-o", tmp_path / "out.csv", "--poll", "0.1", "--yes", "--detach")
    assert call("cancel", sent.found["job"]).status == 0
    ended = call("resume", sent.found["job"], "--poll", "0.1")
    assert ended.found["state"] == "finished"
    assert ended.found["cancelled"] > 0
    assert adds_up(ended)


def test_a_mistyped_command_opens_no_window(call: Call) -> None:
    called = call("frobnicate")
    assert called.status == 2
    assert "frobnicate" in called.found["problems"][0]["message"]
    assert "run" in called.found["problems"][0]["message"]


def test_what_practice_costs_lies_in_the_range_that_it_promised(call: Call, names: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "plain.toml"
    recipe.write_text('format = 1\nname = "Plain"\nprompt = "What is {{Name}}?"\n', encoding="utf-8")
    found = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice").found
    assert found["price"]["low"] <= found["cost"] <= found["price"]["high"]
