"""Prompts from elsewhere: every shape that people kept them in, and what is no prompt."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.errors import RecipeError
from app.core.prompt_import import fitted, import_prompt
from app.core.recipe import LONGEST_ANSWER, MOST_TOKENS, Recipe

PYTHON = """
import anthropic

client = anthropic.Anthropic(api_key="my_api_key")

# The variables are to be filled in here.
message = client.messages.create(
    model="claude-sonnet-5",
    max_tokens=2000,
    temperature=1,
    system="You judge \\"fairly\\".\\nAlways.",
    messages=[
        {"role": "user", "content": [{"type": "text", "text": "Rate this:\\n<text>\\n{{PRODUCT_NAME}}\\n</text>"}]},
        {"role": "assistant", "content": [{"type": "text", "text": "<rating>"}]},
    ],
)
print(message.content)
"""
TYPESCRIPT = """
import Anthropic from "@anthropic-ai/sdk";
const anthropic = new Anthropic({ apiKey: "my_api_key" });
const msg = await anthropic.messages.create({
  model: "claude-sonnet-5",
  max_tokens: 2000,
  temperature: 1,
  system: "You judge \\"fairly\\".\\nAlways.",
  messages: [
    {"role": "user", "content": [{"type": "text", "text": "Rate this:\\n<text>\\n{{PRODUCT_NAME}}\\n</text>"}]}
  ]
});
"""
REQUEST = {
    "model": "claude-sonnet-5",
    "max_tokens": 2000,
    "system": [{"type": "text", "text": 'You judge "fairly".\nAlways.'}],
    "messages": [{"role": "user", "content": "Rate this:\n<text>\n{{PRODUCT_NAME}}\n</text>"}],
}
COMMAND = f"curl --header 'x-api-key: $KEY' --data '{json.dumps(REQUEST)}'"
EXPECTED = Recipe(
    name="Mine",
    model="claude-sonnet-5",
    longest_answer=2000,
    instructions='You judge "fairly".\nAlways.',
    prompt="Rate this:\n<text>\n{{PRODUCT_NAME}}\n</text>",
)


@pytest.mark.parametrize(
    "text",
    [
        PYTHON,
        TYPESCRIPT,
        COMMAND,
        json.dumps(REQUEST),
        "\ufeff" + json.dumps(REQUEST, indent=2),
        json.dumps({"prompts": [{"name": "x", "prompt": REQUEST}]}),
        json.dumps([REQUEST, {"messages": []}]),
    ],
)
def test_the_same_prompt_from_every_form(text):
    found = import_prompt(text, name="Mine").recipe
    assert found == EXPECTED or (text is COMMAND and found.prompt == EXPECTED.prompt and found.model == EXPECTED.model)


def test_what_a_recipe_can_not_hold_is_named():
    assert import_prompt(PYTHON).left_out == ("temperature", "the beginning of the answer")
    assert import_prompt(json.dumps(REQUEST)).left_out == ()


def test_python_with_names_in_it_gives_what_is_written_out():
    text = PYTHON.replace("max_tokens=2000", "max_tokens=LIMIT").replace("import anthropic\n", "import os\n")
    assert import_prompt(text).recipe.longest_answer == LONGEST_ANSWER


@pytest.mark.parametrize(
    ("text", "prompt", "instructions"),
    [
        ("Summarise {{TEXT}}.\n", "Summarise {{TEXT}}.", ""),
        ("Human: Say {{A}}\n\nAssistant:", "Say {{A}}", ""),
        ("System: Be brief.\nUser: Say {{A}}", "Say {{A}}", "Be brief."),
        ("Tell me.\nUser: no turn, for it stands within", "Tell me.\nUser: no turn, for it stands within", ""),
        (json.dumps({"prompt": "Say {{A}}", "system_prompt": "Be brief."}), "Say {{A}}", "Be brief."),
        (json.dumps("Say {{A}}"), "Say {{A}}", ""),
        ("Human: 1\n\nAssistant: one\n\nHuman: {{N}}", "{{N}}", "<user>\n1\n</user>\n\n<assistant>\none\n</assistant>"),
        ("System: Speak {{LANGUAGE}}.\nUser: Say {{A}}", "Speak {{LANGUAGE}}.\n\nSay {{A}}", ""),
    ],
)
def test_text_of_several_kinds(text, prompt, instructions):
    found = import_prompt(text).recipe
    assert (found.prompt, found.instructions) == (prompt, instructions)


@pytest.mark.parametrize("text", ["", " \n", "[]", "{}", '{"messages": []}', "Human:\n\nAssistant: x", '""'])
def test_what_has_nothing_to_ask_is_refused(text):
    with pytest.raises(RecipeError):
        import_prompt(text)


@given(st.text() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps))
@example("[" * 100_000)
@example('{"messages": [' * 5_000)
@example("f(messages=" + "(" * 5_000)
@example("messages: [" + 'text: "' * 10_000)
def test_whatever_comes_is_a_recipe_or_refused(text):
    try:
        found = import_prompt(text).recipe
    except RecipeError:
        return
    assert found.prompt.strip()
    assert 1 <= found.longest_answer <= MOST_TOKENS


def test_variables_become_the_columns_that_they_surely_mean():
    recipe = Recipe(prompt="{{PRODUCT_NAME}} {{ product-name }} {{PRICE}} {{COLOUR}} \\{{PRODUCT_NAME}}")
    assert fitted(recipe, ["Product name", "Price (EUR)", "Colour", "colour"]).prompt == (
        "{{Product name}} {{Product name}} {{PRICE}} {{COLOUR}} \\{{PRODUCT_NAME}}"
    )
