"""A recipe as one small readable TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.core.errors import RecipeError
from app.core.model import EFFORTS
from app.core.outputs import Kind, Output
from app.core.recipe import MOST_SEARCHES, MOST_TOKENS, FurtherStep, Recipe, Where
from app.core.row_choice import Test
from app.core.words import tr

FORMAT = 1


def parse_recipe(text: str, *, fallback_name: str = "") -> Recipe:
    """Read a recipe's TOML text.

    Raises RecipeError, which names the key at fault.
    """
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise _bad(tr("The recipe is not valid TOML: {error}.", error=error)) from None
    if found.get("format") != FORMAT:
        raise _bad(
            tr("The recipe's “format” must be {format}.", format=FORMAT),
            tr("It may have been made by a newer Batchsheet."),
        )
    steps = found.pop("steps", [])
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise _bad(tr("“steps” must be written as [[steps]]."))
    recipe = _parse(found, {"format"}, tr("The recipe"))
    further = tuple(_parse_step(step, recipe.model, number) for number, step in enumerate(steps, 2))
    recipe = replace(recipe, steps=further)
    return recipe if recipe.name else recipe.renamed(fallback_name)


def _parse(found: Mapping[str, Any], more: set[str], where: str) -> Recipe:
    """What is asked in one step; ``more`` are keys that somebody else reads."""
    _known(found, {"outputs", *more, *_READERS}, where)
    values = {key: read(found[key], key) for key, read in _READERS.items() if key in found}
    outputs = found.get("outputs", [])
    if not isinstance(outputs, list):
        raise _bad(tr("“outputs” must be written as [[outputs]]."))
    recipe = Recipe(**values, outputs=tuple(_parse_output(item, number) for number, item in enumerate(outputs, 1)))
    _check(recipe)
    return recipe


def _parse_step(found: Mapping[str, Any], model: str, number: int) -> FurtherStep:
    """A step after the first, which is asked of the first one's model unless it names another."""
    where = tr("Step {number}", number=number)
    for key in ("attach", "reference"):
        if key in found:
            raise _bad(tr("{where} has “{key}”: documents can go with the first step alone.", where=where, key=key))
    recipe = _parse({"model": model} | dict(found), {"where"}, where)
    if not recipe.prompt.strip():
        raise _bad(tr("{where} has no “prompt”.", where=where))
    return FurtherStep(recipe, _parse_where(found["where"], number) if "where" in found else None)


def _parse_where(found: Any, step: int) -> Where:
    """``{ column = "Topic", equals = "Refund" }`` or ``{ column = "Topic", empty = false }``."""
    if not isinstance(found, Mapping) or "column" not in found or len(found) != 2:
        raise _bad(tr('“where” of step {number} must be as in { column = "Topic", equals = "Refund" }.', number=step))
    _known(found, {"column", "equals", "empty"}, tr("“where” of step {number}", number=step))
    column = _text(found["column"], "column")
    if "equals" in found:
        return Where(column, Test.EQUALS, _text(found["equals"], "equals"))
    return Where(column, Test.EMPTY if _flag(found["empty"], "empty") else Test.NOT_EMPTY)


def recipe_to_toml(recipe: Recipe) -> str:
    """The recipe's TOML text, which reads back equal."""
    import tomlkit

    document = tomlkit.document()
    document["format"] = FORMAT
    _write(recipe, document)
    if recipe.steps:
        steps = tomlkit.aot()
        for step in recipe.steps:
            table = tomlkit.table()
            if step.where is not None:
                table["where"] = _where_table(step.where)
            _write(step.recipe, table)
            steps.append(table)
        document["steps"] = steps
    return tomlkit.dumps(document)


def _write(recipe: Recipe, document: Any) -> None:
    """Put what one step asks into a document or a table of it."""
    import tomlkit

    document["name"] = recipe.name
    document["model"] = recipe.model
    document["longest_answer"] = recipe.longest_answer
    if recipe.instructions:
        document["instructions"] = _toml_text(recipe.instructions)
    document["prompt"] = _toml_text(recipe.prompt)
    for key in ("thinking", "effort"):
        if (value := getattr(recipe, key)) is not None:
            document[key] = value
    for key in ("attach", "reference"):
        if names := getattr(recipe, key):
            document[key] = list(names)
    if recipe.web_search:
        document["web_search"] = recipe.web_search
    if recipe.skip_blank_lines:
        document["skip_blank_lines"] = True
    if not recipe.deduplicate:
        document["deduplicate"] = False
    if recipe.outputs:
        tables = tomlkit.aot()
        for output in recipe.outputs:
            table = tomlkit.table()
            table["column"] = output.column
            table["kind"] = str(output.kind)
            for key in ("description", "if_unsure"):
                if value := getattr(output, key):
                    table[key] = value
            if output.choices:
                table["choices"] = list(output.choices)
            tables.append(table)
        document["outputs"] = tables


def _where_table(where: Where) -> Any:
    import tomlkit

    table = tomlkit.inline_table()
    table["column"] = where.column
    if where.test is Test.EQUALS:
        table["equals"] = where.value
    else:
        table["empty"] = where.test is Test.EMPTY
    return table


def _toml_text(text: str) -> Any:
    """Text over several lines stands as it was written, where TOML can hold it so."""
    writable = "\n" in text and "\r" not in text and "'''" not in text
    # TOML drops a line break at the very beginning.
    writable = writable and not text.startswith("\n") and not text.endswith("'")
    if writable and all(character >= " " or character in "\n\t" for character in text) and "\x7f" not in text:
        import tomlkit

        return tomlkit.string(text, literal=True, multiline=True)
    return text


def _parse_output(found: Any, number: int) -> Output:
    where = tr("Output {number}", number=number)
    if not isinstance(found, Mapping):
        raise _bad(tr("“outputs” must be written as [[outputs]]."))
    _known(found, {"column", "kind", "description", "choices", "if_unsure"}, where)
    column = _text(found.get("column", "Answer"), "column").strip()
    if not column:
        raise _bad(tr("{where} has an empty “column”.", where=where))
    kind = found.get("kind", "text")
    if not isinstance(kind, str) or kind not in set(Kind):
        raise _bad(
            tr("{where} has the kind “{kind}”.", where=where, kind=kind),
            tr("Kinds are: {kinds}.", kinds=", ".join(Kind)),
        )
    choices = found.get("choices", [])
    if not isinstance(choices, list) or not all(isinstance(choice, str) and choice.strip() for choice in choices):
        raise _bad(tr("“choices” of output {number} must be a list of texts.", number=number))
    return Output(
        column=column,
        kind=Kind(kind),
        description=_text(found.get("description", ""), "description"),
        choices=tuple(choices),
        if_unsure=_text(found.get("if_unsure", ""), "if_unsure"),
    )


def _check(recipe: Recipe) -> None:
    seen: set[str] = set()
    for output in recipe.outputs:
        if output.column.casefold() in seen:
            raise _bad(tr("Two outputs have the column “{column}”.", column=output.column))
        seen.add(output.column.casefold())
        if output.kind is Kind.CHOICE and not output.choices:
            raise _bad(tr("The column “{column}” is one of a list, and has no “choices”.", column=output.column))
        if output.choices and output.kind is not Kind.CHOICE:
            raise _bad(
                tr("The column “{column}” has “choices”, and is not of the kind “choice”.", column=output.column)
            )
        if len({choice.strip().casefold() for choice in output.choices}) < len(output.choices):
            raise _bad(tr("Two choices of “{column}” differ in nothing but capitals.", column=output.column))


def _known(found: Mapping[str, Any], keys: set[str], where: str) -> None:
    for key in found:
        if key not in keys:
            raise _bad(tr("{where} has a key “{key}”, which Batchsheet does not know.", where=where, key=key))


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise _bad(tr("“{key}” must be a text.", key=key))
    return value


def _flag(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise _bad(tr("“{key}” must be true or false.", key=key))
    return value


def _tokens(value: Any, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_TOKENS:
        raise _bad(tr("“{key}” must be a whole number from 1 to {most:,}.", key=key, most=MOST_TOKENS))
    return value


def _searches(value: Any, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_SEARCHES:
        text = tr(
            "“{key}” must be a whole number from 0 to {most}: the most searches of a row.", key=key, most=MOST_SEARCHES
        )
        raise _bad(text)
    return value


def _names(problem: str) -> Callable[[Any, str], tuple[str, ...]]:
    def read(value: Any, _key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
            raise _bad(problem)
        return tuple(dict.fromkeys(name.strip() for name in value))

    return read


def _one_of(*allowed: str) -> Callable[[Any, str], str]:
    def read(value: Any, key: str) -> str:
        if value not in allowed:
            raise _bad(tr("“{key}” must be one of: {allowed}.", key=key, allowed=", ".join(allowed)))
        return str(value)

    return read


_READERS: dict[str, Callable[[Any, str], Any]] = {
    "name": _text,
    "model": _text,
    "longest_answer": _tokens,
    "instructions": _text,
    "prompt": _text,
    "thinking": _one_of("off", "on"),
    "effort": _one_of(*EFFORTS),
    "deduplicate": _flag,
    "skip_blank_lines": _flag,
    "web_search": _searches,
    "attach": _names(tr('“attach” must be a list of columns, such as ["Photo"].')),
    "reference": _names(tr('“reference” must be a list of documents, such as ["guide.pdf"].')),
}


def _bad(what: str, do: str = tr("Correct the recipe and try again.")) -> RecipeError:
    return RecipeError(what, tr("Nothing was sent."), do)
