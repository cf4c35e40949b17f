"""A recipe: everything about a job but its rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.model import LONG_OUTPUT, Model, effort_choices
from app.core.outputs import Output
from app.core.row_choice import Test

MOST_SEARCHES = 20
"""Searches per row that can be asked for."""

LONGEST_ANSWER = 1_000
MOST_TOKENS = LONG_OUTPUT


@dataclass(frozen=True)
class Recipe:
    """What is asked of every row.

    ``longest_answer`` is in tokens of visible answer. ``thinking`` is "on", "off" or None: off
    where the model can, else its least effort. No ``outputs`` means one text column. With
    ``skip_blank_lines``, a line of the prompt whose columns are all blank in a row is left out there.
    ``attach`` names columns whose cells are paths of documents and pictures that go with the row,
    ``reference`` documents themselves, which go before every row's prompt. ``web_search`` is how many searches
    of the web a row may take at most; 0: none. ``steps`` are asked after it, one after the other, and may use the columns
    of the answers before them.
    """

    name: str = ""
    model: str = "claude-haiku-5-5"
    longest_answer: int = LONGEST_ANSWER
    instructions: str = ""
    prompt: str = ""
    outputs: tuple[Output, ...] = ()
    thinking: str | None = None
    effort: str | None = None
    deduplicate: bool = True
    skip_blank_lines: bool = False
    attach: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    web_search: int = 0
    steps: tuple[FurtherStep, ...] = ()

    @property
    def has_documents(self) -> bool:
        """Whether documents or pictures go along with the prompts."""
        return bool(self.attach or self.reference)

    def for_model(self, model: Model) -> Recipe:
        """The same for another model, without what that one does not take."""
        thinking = None if self.thinking == "off" else self.thinking
        effort = self.effort if self.effort in effort_choices(model, thinking) else None
        longest = min(self.longest_answer, model.most_answer)
        searches = self.web_search if model.web_search else 0
        return replace(
            self, model=model.id, thinking=thinking, effort=effort, longest_answer=longest, web_search=searches
        )

    def renamed(self, name: str) -> Recipe:
        """The same under another name."""
        return replace(self, name=name)


@dataclass(frozen=True)
class Where:
    """Rows whose cell in ``column``, one of the sheet or of an earlier answer, is empty, is not, or equals ``value``."""

    column: str
    test: Test
    value: str = ""


@dataclass(frozen=True)
class FurtherStep:
    """A step after the first: a recipe without steps of its own, and the rows it is for (None: all)."""

    recipe: Recipe
    where: Where | None = None


def identity(recipe: Recipe) -> str:
    """The same for recipes whose answers can be expected to be of the same length, whatever they are called."""
    return _digest(recipe.instructions, recipe.prompt, *_form(recipe))


def kin(recipe: Recipe) -> str:
    """The same for recipes that differ in wording alone."""
    return _digest(*_form(recipe))


def _form(recipe: Recipe) -> tuple[object, ...]:
    return (
        recipe.model,
        *((output.column, str(output.kind), output.description, output.choices) for output in recipe.outputs),
        recipe.thinking,
        recipe.effort,
        recipe.attach,
        recipe.reference,
        recipe.web_search,
    )


def _digest(*parts: object) -> str:
    from hashlib import blake2b

    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
