"""Prompts from elsewhere, read as recipes: code that a prompt workbench wrote out, JSON, plain text.

Anthropic's Workbench, retired since, showed a prompt as a call of ``messages.create`` with its ``{{VARIABLES}}``
in the texts, in Python, TypeScript or as a command line; people kept these, or the request's JSON, or the
text alone. All of it is read with tolerance, and what a recipe can't hold is named and left out.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.core.errors import RecipeError
from app.core.recipe import LONGEST_ANSWER, MOST_TOKENS, Recipe
from app.core.template import Placeholder, parse_template
from app.core.words import tr

_DROPPED = ("temperature", "top_p", "top_k", "tools", "tool_choice", "stop_sequences", "thinking", "output_config")


@dataclass(frozen=True)
class ImportedPrompt:
    """A recipe, and what of the prompt did not go into it, each as a word or two."""

    recipe: Recipe
    left_out: tuple[str, ...] = ()


def import_prompt(text: str, *, name: str = "") -> ImportedPrompt:
    """Read a prompt in whatever form it is; raises RecipeError where there is nothing to ask in it."""
    found = _from_json(text)
    if found is None:
        found = _from_python(text) or _from_other_code(text) or _from_text(text)
    system, turns = _text_of(found.get("system")), list(_turns(found))
    left_out = [key for key in _DROPPED if found.get(key) not in (None, [], {})]
    if turns and turns[-1][0] == "assistant":
        turns.pop()
        left_out.append(tr("the beginning of the answer"))
    asked = [index for index, (role, _text) in enumerate(turns) if role == "user"]
    if not asked or not turns[asked[-1]][1].strip():
        raise RecipeError(
            tr("There is no prompt in this file."), tr("Nothing was changed."), tr("Choose another file.")
        )
    prompt = turns[asked[-1]][1].strip()
    examples = "\n\n".join(f"<{role}>\n{said.strip()}\n</{role}>" for role, said in turns[: asked[-1]])
    shared = "\n\n".join(part for part in (system.strip(), examples) if part)
    if parse_template(shared).placeholders:
        # Instructions are the same for every row: a text with variables in it is part of the prompt.
        shared, prompt = "", f"{shared}\n\n{prompt}"
    model, longest = found.get("model"), found.get("max_tokens")
    whole = isinstance(longest, int) and not isinstance(longest, bool) and longest > 0
    return ImportedPrompt(
        Recipe(
            name=name,
            model=model if isinstance(model, str) else Recipe().model,
            longest_answer=min(longest, MOST_TOKENS) if whole and isinstance(longest, int) else LONGEST_ANSWER,
            instructions=shared,
            prompt=prompt,
        ),
        tuple(left_out),
    )


def fitted(recipe: Recipe, columns: Sequence[str]) -> Recipe:
    """The recipe with variables renamed to the columns that they surely mean: PRODUCT_NAME is "Product name"."""
    by_plain: dict[str, list[str]] = {}
    for column in columns:
        by_plain.setdefault(_plain(column), []).append(column)
    pieces = []
    rest = 0
    for one in parse_template(recipe.prompt).placeholders:
        meant = by_plain.get(_plain(one.name), [])
        pieces += [recipe.prompt[rest : one.start], _renamed(one, meant)]
        rest = one.end
    return replace(recipe, prompt="".join(pieces) + recipe.prompt[rest:])


def _renamed(placeholder: Placeholder, meant: Sequence[str]) -> str:
    return f"{{{{{meant[0] if len(meant) == 1 else placeholder.name}}}}}"


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _from_json(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if isinstance(found, str):
        return _from_text(found)
    if not isinstance(found, dict | list):
        return None
    try:
        return next(_prompts_in(found), {})
    except RecursionError:
        return {}


def _prompts_in(found: Any) -> Iterator[dict[str, Any]]:
    """Whatever looks like a request or a prompt, the outermost first."""
    if isinstance(found, dict):
        if isinstance(found.get("messages"), list):
            yield found
        for key in ("prompt", "user", "template", "text", "content"):
            if isinstance(found.get(key), str):
                said = {"messages": [{"role": "user", "content": found[key]}]}
                yield found | said | {"system": found.get("system") or found.get("system_prompt")}
    values = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    for value in values:
        yield from _prompts_in(value)


def _from_python(text: str) -> dict[str, Any] | None:
    """The arguments of the first call with messages, as far as they are written out."""
    if "messages" not in text:
        return None
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and any(argument.arg == "messages" for argument in node.keywords):
            found = {argument.arg: _literal(argument.value) for argument in node.keywords if argument.arg}
            if isinstance(found["messages"], list):
                return found
    return None


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None


_STRING = r'"((?:[^"\\]|\\.)*)"'
_PIECE = re.compile(
    rf'["\']?\b(role|text|content|system|model|max_tokens)["\']?\s*[:=]\s*(?:{_STRING}|(\d{{1,9}}))', re.DOTALL
)


def _from_other_code(text: str) -> dict[str, Any] | None:
    """TypeScript, a command line, Python with names in it: its strings, in order."""
    if not re.search(r"""["']?\bmessages["']?\s*[:=]\s*\[""", text):
        return None
    found: dict[str, Any] = {"messages": []}
    for key, said, count in _PIECE.findall(text):
        value = _unquoted(said)
        if key == "role":
            found["messages"].append({"role": value, "content": ""})
        elif key in ("text", "content") and found["messages"]:
            found["messages"][-1]["content"] += value
        elif key == "max_tokens" and count:
            found.setdefault(key, int(count))
        elif key in ("system", "model") and value:
            found.setdefault(key, value)
    return found if found["messages"] else None


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


_TURN = re.compile(r"^(Human|User|Assistant|System)(?: prompt)?:[ \t]*", re.MULTILINE | re.IGNORECASE)


def _from_text(text: str) -> dict[str, Any]:
    """Plain text: the prompt, or turns that begin with ``Human:`` where the text begins with one."""
    text = text.lstrip("\ufeff").strip()
    if not _TURN.match(text):
        return {"messages": [{"role": "user", "content": text}]}
    _before, *pieces = _TURN.split(text)
    found: dict[str, Any] = {"messages": []}
    for who, said in zip(pieces[::2], pieces[1::2], strict=True):
        role = {"human": "user"}.get(who.casefold(), who.casefold())
        if role == "system":
            found["system"] = "\n\n".join(part for part in (found.get("system"), said.strip()) if part)
        elif role != "assistant" or said.strip():
            found["messages"].append({"role": role, "content": said.strip()})
    return found


def _turns(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for message in found.get("messages") or ():
        if isinstance(message, dict) and message.get("role") in ("user", "assistant"):
            yield message["role"], _text_of(message.get("content"))


def _text_of(content: Any) -> str:
    if isinstance(content, str):
        return content
    blocks = content if isinstance(content, list) else ()
    texts = [block.get("text") if isinstance(block, dict) else block for block in blocks]
    return "\n\n".join(text for text in texts if isinstance(text, str))
