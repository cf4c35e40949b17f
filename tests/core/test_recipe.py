from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.core.errors import Code, ExitStatus, RecipeError
from app.core.model import EFFORTS
from app.core.outputs import Kind, Output
from app.core.recipe import MOST_SEARCHES, MOST_TOKENS, FurtherStep, Recipe, Where
from app.core.recipe_file import parse_recipe, recipe_to_toml
from app.core.row_choice import Test

TEXT = st.text() | st.text(st.sampled_from("'\"\\{}\n\r\t a\x00\x7f\u2028\U0001f600"))
WORD = TEXT.map(str.strip).filter(bool)


@st.composite
def outputs(draw: st.DrawFn) -> tuple[Output, ...]:
    columns = draw(st.lists(WORD, max_size=4, unique_by=str.casefold))
    made = []
    for column in columns:
        kind = draw(st.sampled_from(Kind))
        choices = st.lists(WORD, min_size=1, max_size=3, unique_by=lambda text: text.strip().casefold())
        made.append(
            Output(
                column,
                kind,
                draw(TEXT),
                tuple(draw(choices)) if kind is Kind.CHOICE else (),
                draw(TEXT),
            )
        )
    return tuple(made)


RECIPES = st.builds(
    Recipe,
    name=TEXT.filter(bool),
    model=TEXT,
    longest_answer=st.integers(1, MOST_TOKENS),
    instructions=TEXT,
    prompt=TEXT,
    outputs=outputs(),
    thinking=st.sampled_from((None, "on", "off")),
    effort=st.sampled_from((None, *EFFORTS)),
    deduplicate=st.booleans(),
    attach=st.lists(WORD, max_size=3, unique=True).map(tuple),
    reference=st.lists(WORD, max_size=3, unique=True).map(tuple),
    web_search=st.integers(0, MOST_SEARCHES),
)
WHERE = st.builds(Where, TEXT, st.just(Test.EQUALS), TEXT) | st.builds(
    Where, TEXT, st.sampled_from((Test.EMPTY, Test.NOT_EMPTY))
)
STEPS = st.builds(FurtherStep, st.builds(Recipe, name=TEXT, prompt=WORD), st.none() | WHERE)


def _error_of(text: str) -> RecipeError | None:
    try:
        parse_recipe(text)
    except RecipeError as error:
        return error
    return None


@given(RECIPES)
@example(Recipe(name="a", prompt="line\nline'"))
@example(Recipe(name="a", prompt="\n\nline\n"))
@example(Recipe(name="a", prompt="it's '''quoted'''\n"))
@example(Recipe(name="a", prompt="win\r\ndows"))
def test_a_recipe_reads_back_equal(recipe):
    assert parse_recipe(recipe_to_toml(recipe)) == recipe


@settings(max_examples=30)
@given(st.lists(STEPS, min_size=1, max_size=2))
def test_steps_read_back_equal(steps):
    recipe = Recipe(name="a", prompt="b", outputs=(Output("Answer"),), steps=tuple(steps))
    assert parse_recipe(recipe_to_toml(recipe)) == recipe


def test_a_prompt_of_several_lines_stands_as_it_was_written():
    written = recipe_to_toml(Recipe(name="x", prompt='One {{A}}\nTwo \\ "B"'))
    assert "'''One {{A}}\nTwo \\ \"B\"'''" in written


@given(st.text())
@example("format = " + "1" * 5000)
@example("a = " + "[" * 5000)
def test_any_text_is_a_recipe_or_a_recipe_error(text):
    error = _error_of(text)
    if error is not None:
        assert error.exit_status == ExitStatus.UNUSABLE
        assert error.code is Code.BAD_RECIPE


KEYS = [
    "name",
    "model",
    "longest_answer",
    "instructions",
    "prompt",
    "thinking",
    "effort",
    "deduplicate",
    "outputs",
    "attach",
    "reference",
]
ODD = [
    "1",
    "-1",
    "0",
    "1.5",
    "inf",
    "nan",
    "true",
    '""',
    '"x"',
    "[]",
    "[1]",
    '["a"]',
    "[[]]",
    "{}",
    "2026-11-20",
    "{a=1}",
]


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("key", KEYS)
def test_a_value_of_the_wrong_kind_is_named(key, value):
    error = _error_of(f"format = 1\n{key} = {value}\n")
    assert error is None or key in error.what or "Output 1" in error.what


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("key", ["column", "kind", "description", "choices", "if_unsure"])
def test_a_value_of_the_wrong_kind_in_an_output_is_named(key, value):
    error = _error_of(f"format = 1\n[[outputs]]\n{key} = {value}\n")
    assert error is None or key in error.what.lower()


KNOWN = {*KEYS, "format", "steps"}


@given(st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,20}", fullmatch=True).filter(lambda key: key not in KNOWN))
def test_every_unknown_key_is_named(key):
    with pytest.raises(RecipeError) as caught:
        parse_recipe(f"format = 1\n{key} = 1\n")
    assert f"“{key}”" in caught.value.what

    with pytest.raises(RecipeError) as caught:
        parse_recipe(f"format = 1\n[[outputs]]\n{key}x = 1\n")
    assert f"“{key}x”" in caught.value.what
    assert "Output 1" in caught.value.what


@pytest.mark.parametrize("text", ["", "format = 2", 'format = "1"', "name = 1"])
def test_the_format_must_be_known(text):
    with pytest.raises(RecipeError) as caught:
        parse_recipe(text)
    assert "format" in caught.value.what


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[outputs]]\ncolumn = "A"\n[[outputs]]\ncolumn = " a "', "“a”"),
        ('[[outputs]]\ncolumn = " "', "column"),
        ('[[outputs]]\nkind = "choice"', "choices"),
        ('[[outputs]]\nkind = "choice"\nchoices = []', "choices"),
        ('[[outputs]]\nkind = "choice"\nchoices = ["a", " A"]', "capitals"),
        ('[[outputs]]\nkind = "choice"\nchoices = ["a", " "]', "choices"),
        ('[[outputs]]\nkind = "text"\nchoices = ["a"]', "choices"),
        ('[[outputs]]\nkind = "colour"', "colour"),
        ("outputs = [1]", "outputs"),
        ("longest_answer = 0", "longest_answer"),
        ("longest_answer = 300001", "longest_answer"),
        ('thinking = "maybe"', "thinking"),
        ('effort = "huge"', "effort"),
        ("web_search = 21", "web_search"),
        ("web_search = true", "web_search"),
    ],
)
def test_what_makes_no_sense_is_named(toml, said):
    with pytest.raises(RecipeError) as caught:
        parse_recipe(f"format = 1\n{toml}\n")
    assert said in caught.value.message


def test_the_shape_that_people_write():
    recipe = parse_recipe(
        """
format = 1
name = "Product copy"
model = "claude-haiku-5-5"
longest_answer = 300                 # tokens
instructions = '''You write for ...'''
prompt = '''Write about {{Product name}} ({{Category}}).'''

[[outputs]]
column = "Description"
kind = "text"
description = "Two sentences"
choices = []
if_unsure = "unknown"
"""
    )
    assert recipe == Recipe(
        "Product copy",
        "claude-haiku-5-5",
        300,
        "You write for ...",
        "Write about {{Product name}} ({{Category}}).",
        (Output("Description", Kind.TEXT, "Two sentences", (), "unknown"),),
    )


def test_a_recipe_without_a_name_is_called_after_its_file():
    assert parse_recipe("format = 1", fallback_name="copy").name == "copy"
    assert parse_recipe('format = 1\nname = "x"', fallback_name="copy").name == "x"


def test_what_is_left_out_has_its_default():
    assert parse_recipe("format = 1") == Recipe()
    assert set(tomllib.loads(recipe_to_toml(Recipe()))) == {"format", "name", "model", "longest_answer", "prompt"}
