"""Shipped workbooks with their recipes: something to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.core.words import tr
from app.resource_files import resource


class Example(NamedTuple):
    """A shipped workbook with its recipe: something to try everything on."""

    name: str
    title: str
    sentence: str
    workbook: Path
    recipe: Path


_EXAMPLES = (
    ("companies", tr("Companies to enrich"), tr("Industry, size and a first line for each company of a list.")),
    ("products", tr("Product copy"), tr("Descriptions for a catalogue, from names and features.")),
    ("contracts", tr("Documents to sort"), tr("Kind, date and a summary for each contract of a list.")),
)


def shipped_examples() -> list[Example]:
    """The shipped examples."""
    folder = resource("examples")
    return [
        Example(name, title, sentence, folder / f"{name}.xlsx", folder / f"{name}.toml")
        for name, title, sentence in _EXAMPLES
    ]
