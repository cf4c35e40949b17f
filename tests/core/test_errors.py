from __future__ import annotations

import pytest

from app.core import errors
from app.core.errors import AppError, Code, ExitStatus, InputError, NeedsUser, NotAgreed, ServiceTrouble, Trouble

FAMILY = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, AppError)]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("A.", "B.", "C."), "A. B. C."),
        (("A.", "", "C."), "A. C."),
        (("A.",), "A."),
    ],
)
def test_the_sentences_in_their_order(parts, message):
    error = AppError(*parts)
    assert error.message == str(error) == message
    assert error.problem == errors.Problem("internal", message)


def test_details_are_not_in_the_message():
    assert "secret" not in str(AppError("A.", details="secret"))


def test_a_code_of_its_own():
    error = NeedsUser("No key.", code=Code.NO_KEY)
    assert error.problem.code == "no_key"
    assert NeedsUser.code is Code.INTERNAL  # the class is as it was


def test_exit_statuses():
    statuses = {kind.__name__: kind.exit_status for kind in FAMILY}
    assert statuses == {
        "AppError": 1,
        "InputError": 2,
        "RecipeError": 2,
        "UnknownColumn": 2,
        "FileError": 2,
        "DocumentAlone": 2,
        "ColumnsDiffer": 2,
        "OutputExists": 2,
        "NotAgreed": 4,
        "NeedsUser": 5,
        "ServiceTrouble": 5,
    }


def test_the_codes_that_the_json_object_promises():
    assert {
        "no_key",
        "key_refused",
        "no_credit",
        "spend_limit",
        "ceiling",
        "not_agreed",
        "send_unknown",
        "bad_recipe",
        "bad_file",
        "unknown_column",
        "output_exists",
        "disk_full",
        "busy",
        "network",
    } <= set(Code)
    assert NotAgreed("x").problem.code == "not_agreed"
    assert InputError("x").exit_status == ExitStatus.UNUSABLE


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_a_code_and_says_what_comes_next(trouble):
    error = ServiceTrouble(trouble, "What.", status=500, retry_after=1.5)
    assert error.code is not Code.INTERNAL
    assert (error.trouble, error.status, error.retry_after) == (trouble, 500, 1.5)
    assert error.outcome_unknown is (trouble in {Trouble.DROPPED, Trouble.SERVICE})
    assert error.needs_user is (trouble in {Trouble.KEY, Trouble.CREDIT, Trouble.SPEND_LIMIT})
    assert not (error.needs_user and error.outcome_unknown)
