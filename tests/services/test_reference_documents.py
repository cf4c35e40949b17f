"""Documents that go before every row's prompt: sent first, kept for reuse, priced, and refused where they can't go."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.core.attachment import Unfit
from app.core.errors import Code
from app.core.input_fit import Basis
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.recipe import Recipe
from app.core.recipe_file import parse_recipe, recipe_to_toml
from app.services.receipts import Receipts
from app.services.recipes import Recipes
from app.services.steps import Steps
from app.services.tasks import TaskControl
from tests.services.bills import whole_bill
from tests.services.rehearsal import Rehearsal
from tests.services.test_attached_documents import contents, draft, looking, pdf, png
from tests.sheets.made import simple_workbook
from tests.sheets.test_office_text import docx, paragraph, run
from tests.stand_in.stand_in import COUNT, CREATE, StandIn

__all__ = ["looking"]

GUIDE = "Write as we do. " * 400
RECIPE = Recipe(name="Test", prompt="What is {{Name}}?", longest_answer=100, reference=("guide.txt",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.mkdir()
    (made / "guide.txt").write_text(GUIDE)
    return made


def counted(service: StandIn) -> list[dict[str, Any]]:
    return [orjson.loads(call.body) for call in service.calls if f"{call.method} {call.path}" == COUNT]


def test_it_goes_before_the_rows_own_and_the_prompt(program: Rehearsal, service: StandIn, folder: Path) -> None:
    (folder / "a.png").write_bytes(png())
    (folder / "rules.pdf").write_bytes(pdf(folder))
    recipe = replace(RECIPE, reference=("guide.txt", "rules.pdf"), attach=("Photo",))
    job = draft(program, folder, ["a.png", ""], recipe)
    program.start(job)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 2
    sent = contents(service)
    assert [block["type"] for block in sent[2]] == ["document", "document", "image", "text"]
    assert sent[2][0]["source"]["data"] == GUIDE
    assert sent[2][1]["source"]["media_type"] == "application/pdf"
    assert [block["type"] for block in sent[3]] == ["document", "document", "text"]
    assert ended.price is not None
    assert whole_bill(service) <= ended.price.at_most


def test_it_is_counted_once_by_itself_and_kept_for_reuse(program: Rehearsal, service: StandIn, folder: Path) -> None:
    job = draft(program, folder, [""] * 120, RECIPE)
    program.start(job)
    with_it = [body for body in counted(service) if isinstance(body["messages"][0]["content"], list)]
    assert len(with_it) == 1
    assert len(counted(service)) > 10
    ended = program.run(job)
    price = ended.price
    assert price is not None
    assert price.kept >= len(GUIDE)
    first, *others = contents(service)[2]
    assert first["cache_control"] == {"type": "ephemeral", "ttl": "1h"}
    assert "cache_control" not in others[-1]
    assert price.basis is Basis.SAMPLED
    assert price.low <= whole_bill(service) <= price.high


def test_the_receipt_says_which_it_was(program: Rehearsal, folder: Path) -> None:
    job = draft(program, folder, [""], RECIPE)
    program.start(job)
    program.run(job)
    receipt = Receipts(program.store, Steps(program.store, program.hub), practice=True).receipt(job)
    digest = hashlib.sha256((folder / "guide.txt").read_bytes()).hexdigest()
    assert receipt.as_json()["references"] == [{"name": "guide.txt", "sha256": digest}]
    assert ("Documents before every row", "guide.txt") in receipt.lines()


def test_few_rows_do_not_keep_it(program: Rehearsal, service: StandIn, folder: Path) -> None:
    job = draft(program, folder, ["", ""], RECIPE)
    program.start(job)
    program.run(job)
    assert "cache_control" not in contents(service)[2][0]


def test_another_guide_is_another_question(program: Rehearsal, service: StandIn, folder: Path) -> None:
    first = draft(program, folder, ["", ""], RECIPE)
    program.start(first)
    program.run(first)
    again = draft(program, folder, ["", ""], RECIPE)
    assert program.estimating.price(again)(TaskControl()).earlier == 2
    (folder / "guide.txt").write_text(GUIDE + "Be brief.")
    other = draft(program, folder, ["", ""], RECIPE)
    assert program.estimating.price(other)(TaskControl()).earlier == 0


@pytest.mark.parametrize(
    ("name", "trouble"),
    [("none.pdf", Unfit.MISSING), ("../secret.txt", Unfit.OUTSIDE), ("blank.txt", Unfit.EMPTY)],
)
def test_one_that_can_not_be_sent_blocks_the_job(
    program: Rehearsal, service: StandIn, folder: Path, name: str, trouble: Unfit
) -> None:
    (folder.parent / "secret.txt").write_text("secret")
    (folder / "blank.txt").write_text(" ")
    job = draft(program, folder, [""], replace(RECIPE, reference=("guide.txt", name)))
    price = program.estimating.price(job)(TaskControl())
    survey = program.documents.last_survey(job)
    assert survey is not None
    assert survey.unfit_references == {name: trouble}
    assert any(check.state == "blocking" and name in check.text for check in program.estimating.checks(job, price))
    # Agreed to all the same, nothing leaves.
    program.jobs.start(job, price)
    held = program.run(job)
    assert held.state is JobState.NEEDS_YOU
    assert held.hold == Code.BAD_FILE
    assert service.count(CREATE) == 0


def test_changed_after_the_price_it_holds_the_job_until_it_is_back(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    job = draft(program, folder, [""], RECIPE)
    program.start(job)
    (folder / "guide.txt").write_text(GUIDE.upper())
    assert program.run(job).state is JobState.NEEDS_YOU
    assert service.count(CREATE) == 0
    (folder / "guide.txt").write_text(GUIDE)
    program.jobs.go_on(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 1


def test_a_try_has_it_too(program: Rehearsal, service: StandIn, folder: Path) -> None:
    job = draft(program, folder, ["", ""], RECIPE)
    tried = program.attempt(job, 1, RECIPE)
    asked = orjson.loads(next(call.body for call in service.calls if call.path == "/v1/messages"))
    assert asked["messages"][0]["content"][0]["source"]["data"] == GUIDE
    assert tried[0].cost > 0


def test_a_recipe_that_names_it_reads_back_and_finds_it_beside_its_file(tmp_path: Path) -> None:
    recipe = replace(RECIPE, reference=("guide.txt", "other.pdf"))
    assert parse_recipe(recipe_to_toml(recipe)) == recipe
    (tmp_path / "guide.txt").write_text("x")
    path = Recipes(tmp_path / "own").save(recipe, tmp_path / "mine.toml")
    assert Recipes(tmp_path / "own").load(path).reference == (str(tmp_path / "guide.txt"), "other.pdf")


def test_beside_the_recipe_is_leave_enough_and_elsewhere_is_not(
    program: Rehearsal, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "guide.txt").write_text("x")
    (tmp_path / "secret.txt").write_text("y")
    job = draft(program, folder, [""], RECIPE)
    names = (str(tmp_path / "r" / "guide.txt"), str(tmp_path / "secret.txt"))
    recipe = replace(RECIPE, reference=names)
    program.documents.allow_beside(job, recipe, tmp_path / "r" / "recipe.toml")
    program.jobs.save_recipe(job, recipe)
    program.estimating.price(job)(TaskControl())
    survey = program.documents.last_survey(job)
    assert survey is not None
    assert survey.unfit_references == {names[1]: Unfit.OUTSIDE}


@pytest.mark.usefixtures("looking")
def test_word_documents_and_workbooks_go_as_their_text(program: Rehearsal, service: StandIn, folder: Path) -> None:
    (folder / "letter.docx").write_bytes(docx(paragraph(run("Dear Sir"))))
    simple_workbook(folder / "prices.xlsx", [["Item", "Price"], ["Tea", 3]])
    recipe = replace(RECIPE, reference=("prices.xlsx",), attach=("Photo",))
    job = draft(program, folder, ["letter.docx", ""], recipe)
    program.start(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 2
    first, second, _prompt = contents(service)[2]
    assert first["source"] == {"type": "text", "media_type": "text/plain", "data": "# Sheet1\nItem\tPrice\nTea\t3"}
    assert second["source"]["data"] == "Dear Sir"


@pytest.mark.usefixtures("looking")
def test_a_letter_changed_after_the_price_is_not_sent(program: Rehearsal, service: StandIn, folder: Path) -> None:
    (folder / "letter.docx").write_bytes(docx(paragraph(run("Dear Sir"))))
    job = draft(program, folder, ["letter.docx"], replace(RECIPE, reference=(), attach=("Photo",)))
    program.start(job)
    (folder / "letter.docx").write_bytes(docx(paragraph(run("Dear Madam"))))
    assert program.run(job).breakdown.count(Outcome.FAILED) == 1
    assert service.count(CREATE) == 0
