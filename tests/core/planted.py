"""Made-up runs: five without faults, and the same with one kind of fault planted in known rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.core.outputs import CellValue, Kind, Output
from app.core.rule import Reading, Reviewed

_ADJECTIVES = (
    *[
        "small",
        "heavy",
        "quiet",
        "bright",
        "honest",
        "simple",
        "warm",
        "narrow",
        "early",
        "useful",
        "careful",
        "modern",
    ],
    "well made",
)
_NOUNS = (
    *[
        "bell",
        "lamp",
        "table",
        "window",
        "garden",
        "kitchen",
        "workshop",
        "family",
        "engine",
        "bottle",
        "mirror",
        "ladder",
        "market",
    ],
    "old house",
)
_VERBS = ("holds", "cleans", "keeps", "carries", "opens", "closes", "dries", "heats", "lifts", "turns")
_LINKS = ("and the", "which is near the", "while the", "because the", "before the", "so that the")
_COLOURS = ("red", "green", "blue", "grey", "black", "white")


def sentence(chance: random.Random, words: int) -> str:
    """About so many words that make no sense, but are English."""
    text = "The"
    for _piece in range(max(1, words // 7)):
        pick = chance.choice
        thing, other = f"{pick(_ADJECTIVES)} {pick(_NOUNS)}", f"{pick(_ADJECTIVES)} {pick(_NOUNS)}"
        text += f" {thing} {pick(_VERBS)} the {other} {pick(_LINKS)}"
    return f"{text} {chance.choice(_NOUNS)} is there."


@dataclass(frozen=True)
class Run:
    """Answered rows, and what they were asked for with."""

    reading: Reading
    rows: list[Reviewed]

    def with_rows(self, numbers: range, change: Callable[[Reviewed], Reviewed]) -> Run:
        """The same with some rows changed."""
        return replace(self, rows=[change(row) if row.number in numbers else row for row in self.rows])


def text_of(row: Reviewed, text: CellValue) -> Reviewed:
    """The row with another value in its first column."""
    return replace(row, values=(text, *row.values[1:]))


def copy_of_products(rows: int, seed: int) -> Run:
    """Sentences about products; some products differ in their colour alone."""
    chance = random.Random(seed)
    reading = Reading((Output("Copy"),), ("Product", "Colour"), ("Write two warm sentences about the product below: ",))

    def one(number: int) -> Reviewed:
        name, colour = f"{sentence(random.Random(number // 3), 3)} {number // 3}", _COLOURS[number % 3]
        prompt = f"{reading.fixed[0]}{name} in {colour}"
        answer = f"In {colour}: {sentence(chance, chance.randint(14, 34))}"
        return Reviewed(number, (name, colour), prompt, (answer,))

    return Run(reading, [one(number) for number in range(rows)])


def labels(rows: int, seed: int) -> Run:
    """A choice and a yes or no; one label has three quarters, and yes is rare."""
    chance = random.Random(seed)
    outputs = (Output("Kind", Kind.CHOICE, choices=("a", "b", "c")), Output("Urgent", Kind.YES_NO))

    def one(number: int) -> Reviewed:
        label = chance.choices("abc", (75, 20, 5))[0]
        return Reviewed(number, (f"ticket {number}",), f"Sort: ticket {number}", (label, chance.random() < 0.06))

    return Run(Reading(outputs, ("Text",)), [one(number) for number in range(rows)])


def numbers(rows: int, seed: int) -> Run:
    """A score from 1 to 5, and incomes that spread over orders of magnitude."""
    chance = random.Random(seed)
    outputs = (Output("Income", Kind.NUMBER), Output("Score", Kind.INTEGER))

    def one(number: int) -> Reviewed:
        values = (round(chance.lognormvariate(10, 1.1), 2), chance.choices((1, 2, 3, 4, 5), (2, 6, 70, 15, 7))[0])
        return Reviewed(number, (f"person {number}",), f"Estimate for person {number}", values)

    return Run(Reading(outputs, ("Who",)), [one(number) for number in range(rows)])


def summaries(rows: int, seed: int) -> Run:
    """Summaries of texts that get longer down the sheet, and the summaries with them."""
    chance = random.Random(seed)
    reading = Reading((Output("Summary"),), ("Text",), ("Summarise this for a busy reader in one paragraph: ",))

    def one(number: int) -> Reviewed:
        words = 60 + number * 200 // rows
        text = sentence(chance, words)
        return Reviewed(number, (text,), f"{reading.fixed[0]}{text}", (sentence(chance, words // 4),))

    return Run(reading, [one(number) for number in range(rows)])


def clean_names(rows: int, seed: int) -> Run:
    """Cells put right: nearly every answer is its cell, as it should be; a few say that nothing is there."""
    chance = random.Random(seed)
    output = Output("Clean", description="the address, put right", if_unsure="No address could be found in this cell.")

    def one(number: int) -> Reviewed:
        text = f"{sentence(chance, 12)[:-1]} {number}"
        unsure = chance.random() < 0.1
        return Reviewed(number, (text,), f"Put right: {text}", (output.if_unsure if unsure else f"{text}.",))

    return Run(Reading((output,), ("Address",)), [one(number) for number in range(rows)])


CLEAN: dict[str, Callable[[int, int], Run]] = {
    "copy": copy_of_products,
    "labels": labels,
    "numbers": numbers,
    "summaries": summaries,
    "clean names": clean_names,
}


def shrinking(run: Run) -> Run:
    """The later the row, the shorter its first value."""

    def rows() -> Iterator[Reviewed]:
        for row in run.rows:
            text = str(row.values[0])
            yield text_of(row, text[: max(30, round(len(text) * (1 - 0.7 * row.number / len(run.rows))))])

    return replace(run, rows=list(rows()))
