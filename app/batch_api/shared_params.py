"""What all requests of a recipe have in common, as far as its model takes it.

What a model takes for thinking and effort: https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking
and https://platform.claude.com/docs/en/build-with-claude/effort. ``temperature`` and its like are refused by
API version 2026-10-21 and never sent.
"""

from __future__ import annotations

import json
from typing import Any

from app.core.errors import RecipeError
from app.core.model import (
    MOST_EFFORT_UNTHINKING,
    Model,
    Thinking,
    effort_choices,
    effort_of,
    max_tokens,
    thinks,
)
from app.core.outputs import json_schema
from app.core.recipe import Recipe
from app.core.words import tr

SEARCH_TOOL = "web_search_20250305"
"""The plain search: what it finds goes to the model as it is. Later ones run code over it first."""

LEAST_BUDGET = 1024
"""Tokens that a budget for thinking has at least."""


def answer_schema(recipe: Recipe) -> dict[str, Any] | None:
    """The JSON schema of its answers; None for plain text."""
    found: dict[str, Any] | None = json.loads(sendable(json.dumps(json_schema(recipe.outputs), ensure_ascii=False)))
    return found


def shared_params(recipe: Recipe, model: Model, schema: dict[str, Any] | None) -> dict[str, Any]:
    """The parameters of every request but for its messages. Raises RecipeError where the recipe asks for what the model can't do."""
    _check(recipe, model)
    limit = max_tokens(model, recipe.longest_answer, recipe.thinking, recipe.effort)
    shared: dict[str, Any] = {"model": model.id, "max_tokens": limit}
    if recipe.instructions.strip():  # the service refuses a blank text
        shared["system"] = [{"type": "text", "text": sendable(recipe.instructions)}]
    if recipe.web_search:
        shared["tools"] = [{"type": SEARCH_TOOL, "name": "web_search", "max_uses": recipe.web_search}]
    if thinking := _thinking(recipe, model, limit):
        shared["thinking"] = thinking
    config: dict[str, Any] = {}
    if schema:
        config["format"] = {"type": "json_schema", "schema": schema}
    if effort := effort_of(model, recipe.thinking, recipe.effort):
        config["effort"] = effort
    if config:
        shared["output_config"] = config
    return shared


def _thinking(recipe: Recipe, model: Model, limit: int) -> dict[str, Any] | None:
    """The ``thinking`` of a request; None where the model's own default is what is wanted."""
    if recipe.thinking == "on":
        if model.thinking is Thinking.BUDGET:
            return {"type": "enabled", "budget_tokens": max(limit - recipe.longest_answer, LEAST_BUDGET)}
        return {"type": "adaptive"}
    match model.thinking:
        case Thinking.DISABLED:
            return {"type": "disabled"}
        case Thinking.BETWEEN_TOOLS:
            return {"type": "between_tools"}
        case Thinking.ON_REQUEST | Thinking.ALWAYS | Thinking.BUDGET:
            return None


def _check(recipe: Recipe, model: Model) -> None:
    if recipe.thinking == "off" and thinks(model, recipe.thinking):
        raise _cannot(
            tr("{name} always thinks; that can't be switched off.", name=model.name), tr("Leave “thinking” out.")
        )
    if recipe.effort is not None and recipe.effort not in model.efforts:
        which = (
            tr("It has: {efforts}.", efforts=", ".join(model.efforts)) if model.efforts else tr("Leave “effort” out.")
        )
        raise _cannot(tr("{name} has no effort “{effort}”.", name=model.name, effort=recipe.effort), which)
    if recipe.effort is not None and recipe.effort not in effort_choices(model, recipe.thinking):
        raise _cannot(
            tr("{name} takes the effort “{effort}” only with thinking on.", name=model.name, effort=recipe.effort),
            tr(
                "Set “thinking” to on, or “effort” to {effort}.",
                effort=MOST_EFFORT_UNTHINKING,
            ),
        )
    if recipe.longest_answer > model.most_answer:
        raise _cannot(
            tr("{name} can't answer at such length.", name=model.name),
            tr("Set “longest_answer” to {most:,} at most.", most=model.most_answer),
        )
    if recipe.web_search and not model.web_search:
        raise _cannot(
            tr("{model} can't search the web.", model=model.name),
            tr("Choose another model, or leave “web_search” out."),
        )
    if json_schema(recipe.outputs) and not model.structured_outputs:
        raise _cannot(
            tr("{name} can't answer in several columns.", name=model.name),
            tr("Choose another model, or one text column."),
        )


def _cannot(what: str, do: str) -> RecipeError:
    return RecipeError(what, tr("Nothing was sent."), do)


def sendable(text: str) -> str:
    """The text, lone surrogates replaced: they can't be written in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
