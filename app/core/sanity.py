"""What looks wrong in a run of many answers: findings, each with its rows and what to do.

Nobody can read 40,000 answers. These rules can't tell a right answer from a wrong one either; they find what right
answers rarely are: all the same, copies of the question, in another language, out of line. Each rule has a threshold
under which it stays silent, so that a run without faults has no findings.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.outputs import Kind
from app.core.rule import Column, Finding, LanguageOf, Neighbours, Reading, Reviewed, Rule
from app.core.text_rules import TEXT_RULES
from app.core.value_rules import LABEL_RULES, NUMBER_RULES

_RULES: dict[Kind, tuple[type[Rule], ...]] = {
    Kind.TEXT: TEXT_RULES,
    Kind.CHOICE: LABEL_RULES,
    Kind.YES_NO: LABEL_RULES,
    Kind.INTEGER: NUMBER_RULES,
    Kind.NUMBER: NUMBER_RULES,
}


def review(rows: Iterable[Reviewed], reading: Reading, language_of: LanguageOf) -> list[Finding]:
    """Findings over answered rows, in the order of the sheet. Rows that share a prompt count once."""
    neighbours = Neighbours(reading.used)
    columns = [
        (
            place,
            output,
            [rule(Column(output, reading, neighbours, language_of)) for rule in _RULES.get(output.kind, ())],
        )
        for place, output in enumerate(reading.outputs)
    ]
    has_text = any(output.kind is Kind.TEXT for output in reading.outputs)
    seen: set[int] = set()
    for row in rows:
        key = hash(row.prompt)
        if key in seen or len(row.values) < len(columns):
            continue
        seen.add(key)
        if has_text:
            neighbours.add(row)
        for place, output, rules in columns:
            value = row.values[place]
            if output.kind is Kind.TEXT:
                # One line of text; nothing where it says "unsure" in the words that were asked for.
                value = " ".join(value.split()) if isinstance(value, str) and value != output.if_unsure else ""
                if not value:
                    continue
            for rule in rules:
                rule.look(row, value)
    found: list[Finding] = []
    for _place, _output, rules in columns:
        while rules:  # one after the other is let go of: all at once, what they hold stops every thread for a while
            found += rules.pop(0).findings()
    neighbours.let_go()
    return found
