"""What the style sheet paints on what: its rules read, and weighed against each other as Qt weighs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from app.ui import stylesheet

Declarations = dict[str, str]


class Part(NamedTuple):
    """What a selector is about: inside what, of what class, with which properties, name and piece, in which states."""

    inside: str
    kind: str
    marks: frozenset[str]
    states: frozenset[str]

    @property
    def is_shape(self) -> bool:
        """Whether no text stands on it."""
        return self.kind in ("QProgressBar", "QScrollBar", "QSplitter") or bool(
            self.marks & {'[role="rule"]', "::separator", "::indicator"}
        )

    def includes(self, other: Part) -> bool:
        """Whether a rule for this one goes for the other."""
        kinds = {other.kind, "QWidget"} if "::" not in "".join(other.marks) else {other.kind}
        return (
            self.inside in ("", other.inside)
            and self.kind in kinds
            and self.marks <= other.marks
            and self.states <= other.states
        )

    @property
    def weight(self) -> int:
        """How it is weighed against another rule for the same; of two that weigh the same the later one goes."""
        marks = 1000 * any(mark[0] == "#" for mark in self.marks) + 10 * (len(self.marks) + len(self.states))
        return marks + len(self.inside.split())


@cache
def rules() -> list[tuple[Part, Declarations]]:
    """Every rule of the sheet, in its order, once for each selector; colours stand in it as names of tokens."""
    text = re.sub(r"\$\{(\w+)\}", r"$\1", stylesheet._SHEET.template)
    found = []
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        declared = dict(re.findall(r"([\w-]+):\s*([^;]+);", body))
        found += [(_part(selector.strip()), declared) for selector in selectors.split(",")]
    return found


def _part(text: str) -> Part:
    inside, _space, own = text.rpartition(" ")
    kind, rest = re.fullmatch(r"(\w*)(.*)", own).groups()
    marks = re.findall(r"\[[^]]+\]|#\w+|::[\w-]+", rest)
    states = re.findall(r"(?<!:):(\w[\w-]*)", rest)
    return Part(inside, kind, frozenset(marks), frozenset(states))


def parts() -> Iterator[Part]:
    """Everything that some rule is about, in every pair of states; not what can't be used, which may be pale."""
    every = [part for part, _declared in rules()]
    for part in dict.fromkeys(part._replace(states=frozenset()) for part in every):
        states = {state for each in every if each.includes(part._replace(states=each.states)) for state in each.states}
        states.discard("disabled")
        for count in (0, 1, 2):
            for some in combinations(sorted(states), count):
                yield part._replace(states=frozenset(some))


def look(part: Part) -> tuple[str, str]:
    """The tokens of its text and of its ground; "" for a ground that is what lies behind it."""
    going = sorted((rule for rule in rules() if rule[0].includes(part)), key=lambda rule: rule[0].weight)
    merged = {name: value for _part, declared in going for name, value in declared.items()}
    return _token(merged.get("color", "$text")), _token(merged.get("background", ""))


def pairs_within_rules() -> Iterator[tuple[str, str]]:
    """What is chosen, and its ground."""
    for _part, declared in rules():
        if "selection-color" in declared:
            yield _token(declared["selection-color"]), _token(declared["selection-background-color"])


def edges() -> set[str]:
    """Tokens of borders that tell something: a field, the focus, a tone. "line" parts what would be told apart without it."""
    found = set()
    for part, declared in rules():
        if "disabled" in part.states:
            continue
        for name, value in declared.items():
            if name.startswith("border") and "$" in value and _token(value) != _token(declared.get("background", "")):
                found.add(_token(value))
    return found - {"line"}


def grounds_of_shapes() -> set[tuple[str, str]]:
    """Bars and handles, and what they run on; "" is anything."""
    found = set()
    for part, declared in rules():
        if part.is_shape and part.marks and "$" in (ground := declared.get("background", "")):
            behind = look(part._replace(marks=frozenset(), states=frozenset()))[1]
            found.add((_token(ground), behind))
    return {pair for pair in found if pair[0] != "line"}


def colored_properties() -> set[str]:
    """What colours are given to, but for the sides of borders."""
    pictures = ("image",)
    names = {
        name for _part, declared in rules() for name, value in declared.items() if re.search(r"\$(?!\w+_px)|#", value)
    }
    return {name for name in names if not name.startswith("border") and name not in pictures}


def _token(value: str) -> str:
    found = re.search(r"\$(\w+)", value)
    return found[1] if found else ""
