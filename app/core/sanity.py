"""What looks wrong in a run of many answers: findings, each with its rows and what to do.

Nobody can read 40,000 answers. These rules can't tell a right answer from a wrong one either; they find what right
answers rarely are: all the same, copies of the question, in another language, out of line. Each rule has a threshold
under which it stays silent, so that a run without faults has no findings.

The language of a text is told by a function that is handed in: libraries stay out of the core.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Any

from app.core.outliers import outliers, ranks_agree
from app.core.outputs import CellValue, Kind, Output

LanguageOf = Callable[[str], str]
"""The code of a text's language; "" where that can't be told for sure."""


class Concern(StrEnum):
    """What a finding is about."""

    LABEL_DOMINATES = "label_dominates"
    IDENTICAL = "identical"
    COPIES_PROMPT = "copies_prompt"
    LENGTH_DRIFTS = "length_drifts"
    REFUSAL = "refusal"
    LANGUAGE = "language"
    NUMBER = "number"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An answered row: its number, the cells of the columns that the prompt uses, the prompt, the answer's values."""

    number: int
    cells: tuple[str, ...]
    prompt: str
    values: tuple[CellValue, ...]


@dataclass(frozen=True)
class Finding:
    """Something to look at. ``column`` is an answer column, ``about`` what was found there, ``rows`` where.

    ``looked_at`` says how many rows stood for all of them; 0 where all were looked at.
    """

    concern: Concern
    column: str
    about: str
    rows: tuple[int, ...]
    looked_at: int = 0


@dataclass(frozen=True)
class Reading:
    """What the answers were asked for with: the answer columns, the used columns, and the prompt's own words."""

    outputs: tuple[Output, ...]
    used: tuple[str, ...]
    fixed: tuple[str, ...] = ()


def review(rows: Iterable[Reviewed], reading: Reading, language_of: LanguageOf) -> list[Finding]:
    """Findings over answered rows, in the order of the sheet. Rows that share a prompt count once."""
    neighbours = _Neighbours(reading.used)
    columns = [
        (place, output, [make(output, reading, neighbours, language_of) for make in _WATCHERS.get(output.kind, ())])
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
        for place, output, watchers in columns:
            value = row.values[place]
            if output.kind is Kind.TEXT:
                # One line of text; nothing where it says "unsure" in the words that were asked for.
                value = " ".join(value.split()) if isinstance(value, str) and value != output.if_unsure else ""
                if not value:
                    continue
            for watcher in watchers:
                watcher.look(row, value)
    return [finding for _place, _output, watchers in columns for watcher in watchers for finding in watcher.findings()]


class _Neighbours:
    """Which rows differ in one used column alone. Their prompts differ, so their cells in that column do."""

    COLUMNS = 8
    """Used columns that are looked at; a prompt with more has few rows that differ in one alone."""

    def __init__(self, used: Sequence[str]) -> None:
        self._used = used[: self.COLUMNS]
        self._groups: list[defaultdict[int, list[int]]] = [defaultdict(list) for _column in self._used]

    def add(self, row: Reviewed) -> None:
        """Take a row in."""
        marks = [hash((place, cell)) for place, cell in enumerate(row.cells)]
        whole = 0
        for mark in marks:
            whole ^= mark
        for groups, mark in zip(self._groups, marks, strict=False):
            groups[whole ^ mark].append(row.number)

    def groups(self) -> Iterator[tuple[str, Iterable[list[int]]]]:
        """For each used column, the rows that are alike but for it."""
        for column, groups in zip(self._used, self._groups, strict=True):
            yield column, (group for group in groups.values() if len(group) > 1)


class _Watcher(ABC):
    """Looks at one answer column, row by row."""

    def __init__(self, output: Output, reading: Reading, neighbours: _Neighbours, language_of: LanguageOf) -> None:
        self.neighbours = neighbours
        self.output = output
        self.reading = reading
        self.language_of = language_of

    @abstractmethod
    def look(self, row: Reviewed, value: Any) -> None:
        """Take a row in, with its value in this column."""

    @abstractmethod
    def findings(self) -> list[Finding]:
        """What was found, once all rows were looked at."""

    def found(self, concern: Concern, about: str, rows: Iterable[int], looked_at: int = 0) -> Finding:
        """A finding of this column."""
        return Finding(concern, self.output.column, about, tuple(sorted(rows)), looked_at)


class _Labels(_Watcher):
    """One label that nearly all rows have."""

    FEWEST = 50
    SHARE = 0.9
    SHARE_OF_TWO = 0.97
    """Of yes and no, one may well be rare."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.rows: defaultdict[CellValue, list[int]] = defaultdict(list)

    def look(self, row: Reviewed, value: CellValue) -> None:
        self.rows[value].append(row.number)

    def findings(self) -> list[Finding]:
        total = sum(map(len, self.rows.values()))
        two = self.output.kind is Kind.YES_NO or len(self.output.choices) == 2
        if total < self.FEWEST:
            return []
        label, rows = max(self.rows.items(), key=lambda found: len(found[1]))
        if len(rows) < total * (self.SHARE_OF_TWO if two else self.SHARE):
            return []
        return [self.found(Concern.LABEL_DOMINATES, _shown(label), rows)]


class _Identical(_Watcher):
    """The same sentence for different prompts."""

    SHORTEST = 40
    GROUP = 3

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.rows: defaultdict[str, list[int]] = defaultdict(list)

    def look(self, row: Reviewed, value: str) -> None:
        if len(value) >= self.SHORTEST:
            self.rows[value].append(row.number)

    def findings(self) -> list[Finding]:
        groups = [(text, rows) for text, rows in self.rows.items() if len(rows) >= self.GROUP]
        if not groups:
            return []
        largest = max(groups, key=lambda found: len(found[1]))[0]
        return [self.found(Concern.IDENTICAL, largest[:80], (number for _text, rows in groups for number in rows))]


class _Copies(_Watcher):
    """Answers that repeat the prompt's own words, or nothing but the row's cells."""

    WORDS = 12
    PROBE = 40
    TASK = 0.5
    """Where more than this share of the answers are copies of cells, copying is what was asked for."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        pieces = (" ".join(piece.split()) for piece in self.reading.fixed)
        self.fixed = tuple(piece for piece in pieces if len(piece) >= self.PROBE)
        self.of_fixed: list[int] = []
        self.of_cells: list[int] = []
        self.texts = 0

    def look(self, row: Reviewed, value: str) -> None:
        if len(value) < self.PROBE:
            return
        self.texts += 1
        if any(piece in value for piece in self.fixed):
            self.of_fixed.append(row.number)
        elif self._is_copied(value, row.prompt):
            self.of_cells.append(row.number)

    def _is_copied(self, text: str, prompt: str) -> bool:
        # Nearly all are none, and most of these are told by a word in the middle: before anything is made of the prompt.
        half = (len(text) - self.PROBE) // 2
        word = max(text[half : half + self.PROBE].split()[1:-1], key=len, default="")
        if word not in prompt:
            return False
        whole = " ".join(prompt.split())
        probes = (text[: self.PROBE], text[half : half + self.PROBE], text[-self.PROBE :])
        return len(text.split()) >= self.WORDS and all(probe in whole for probe in probes)

    def findings(self) -> list[Finding]:
        rows = list(self.of_fixed)
        if len(self.of_cells) <= self.texts * self.TASK:
            rows += self.of_cells
        return [self.found(Concern.COPIES_PROMPT, "", rows)] if rows else []


class _Drift(_Watcher):
    """Answers that get shorter or longer from the first row to the last, though the prompts don't."""

    FEWEST = 200
    BLOCKS = 10
    FACTOR = 1.5
    PROMPTS = 1.2
    AGREEMENT = 0.7

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.answers: list[int] = []
        self.prompts: list[int] = []
        self.numbers: list[int] = []

    def look(self, row: Reviewed, value: str) -> None:
        self.answers.append(len(value))
        self.prompts.append(len(row.prompt))
        self.numbers.append(row.number)

    def findings(self) -> list[Finding]:
        if len(self.answers) < self.FEWEST:
            return []
        answers, prompts = self._blocks(self.answers), self._blocks(self.prompts)
        ratio, asked = answers[-1] / answers[0], prompts[-1] / prompts[0]
        longer = ratio >= self.FACTOR and asked < self.PROMPTS
        shorter = ratio <= 1 / self.FACTOR and asked > 1 / self.PROMPTS
        if not (longer or shorter) or abs(ranks_agree(answers)) < self.AGREEMENT:
            return []
        last = self.numbers[-(len(self.numbers) // self.BLOCKS) :]
        return [self.found(Concern.LENGTH_DRIFTS, f"{answers[0]:.0f} → {answers[-1]:.0f}", last)]

    def _blocks(self, lengths: Sequence[int]) -> list[float]:
        size = len(lengths) / self.BLOCKS
        return [median(lengths[round(n * size) : round((n + 1) * size)]) for n in range(self.BLOCKS)]


class _Refusals(_Watcher):
    """Answers that say in words that there is none."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.rows: list[int] = []

    def look(self, row: Reviewed, value: str) -> None:
        if _REFUSAL.match(value[:200]):
            self.rows.append(row.number)

    def findings(self) -> list[Finding]:
        return [self.found(Concern.REFUSAL, "", self.rows)] if self.rows else []


class _Languages(_Watcher):
    """A few answers in another language than nearly all others."""

    SHORTEST = 60
    LONGEST = 160
    FEWEST = 30
    MAIN = 0.9
    GROUP = 3
    SHARE = 0.005
    """Less of one language is what telling languages apart gets wrong."""
    MOST = 10_000
    """Texts that are looked at; of more, an evenly spaced sample."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.texts: list[tuple[int, str]] = []

    def look(self, row: Reviewed, value: str) -> None:
        if len(value) >= self.SHORTEST:
            self.texts.append((row.number, value[: self.LONGEST]))

    def findings(self) -> list[Finding]:
        step = max(1, -(-len(self.texts) // self.MOST))
        rows: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in self.texts[::step]:
            if language := self.language_of(text):
                rows[language].append(number)
        total = sum(map(len, rows.values()))
        if total < self.FEWEST:
            return []
        main = max(rows, key=lambda language: len(rows[language]))
        group = max(self.GROUP, total * self.SHARE)
        others = {language for language, found in rows.items() if language != main and len(found) >= group}
        if len(rows[main]) < total * self.MAIN or not others:
            return []
        strays = (number for language in others for number in rows[language])
        looked_at = len(self.texts[::step]) if step > 1 else 0
        return [self.found(Concern.LANGUAGE, ", ".join(sorted(others)), strays, looked_at)]


class _Numbers(_Watcher):
    """Numbers far from all others."""

    FEWEST = 50
    SHARE = 0.05

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.values: list[float] = []
        self.numbers: list[int] = []

    def look(self, row: Reviewed, value: CellValue) -> None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.values.append(float(value))
            self.numbers.append(row.number)

    def findings(self) -> list[Finding]:
        if len(self.values) < self.FEWEST:
            return []
        far = outliers(self.values)
        if not far or len(far) > len(self.values) * self.SHARE:
            return []
        extreme = max(far, key=lambda place: abs(self.values[place]))
        return [self.found(Concern.NUMBER, f"{self.values[extreme]:,.10g}", (self.numbers[place] for place in far))]


class _Unchanged(_Watcher):
    """Rows that differ in one used column, and have the same sentence all the same."""

    SHORTEST = 20
    FEWEST = 10
    SHARE = 0.5

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.answers: dict[int, int] = {}

    def look(self, row: Reviewed, value: str) -> None:
        if len(value) >= self.SHORTEST:
            self.answers[row.number] = hash(value)

    def findings(self) -> list[Finding]:
        made = []
        for column, groups in self.neighbours.groups():
            same, compared = self._same(groups)
            if compared >= self.FEWEST and len(same) >= compared * self.SHARE:
                made.append(self.found(Concern.UNCHANGED, column, same))
        return made

    def _same(self, groups: Iterable[list[int]]) -> tuple[list[int], int]:
        same: list[int] = []
        compared = 0
        for group in groups:
            told = [number for number in group if number in self.answers]
            if len(told) > 1:
                compared += len(told)
                times = Counter(self.answers[number] for number in told)
                same += [number for number in told if times[self.answers[number]] > 1]
        return same, compared


_WATCHERS: dict[Kind, tuple[type[_Watcher], ...]] = {
    Kind.TEXT: (_Refusals, _Identical, _Copies, _Unchanged, _Drift, _Languages),
    Kind.CHOICE: (_Labels,),
    Kind.YES_NO: (_Labels,),
    Kind.INTEGER: (_Numbers,),
    Kind.NUMBER: (_Numbers,),
}

_REFUSAL = re.compile(
    r"""(?ix) ["'“„«(]*
    (?: (?: (?:i(?:['’]m|\ am)\ )?(?:very\ )?sorry | unfortunately | i\ apologi[sz]e | i\ regret | es\ tut\ mir\ leid | leider | désolée? | lo\ siento
          | mi\ dispiace | lamento | desculpe | het\ spijt\ me )[,.:]? .{0,60}? )?
    (?: i(?:['’]m|\ am)\ (?:not\ able|unable) | i\ (?:can(?:not|['’]t|\ not)|won['’]t|must\ decline)
      | as\ an\ ai | (?:ich|das)\ kann\ (?:ich\ )?(?:\w+\ ){0,6}nicht | (?:kann|darf)\ ich\ (?:\w+\ ){0,6}nicht | als\ ki
      | je\ ne\ (?:peux|suis)\ pas | en\ tant\ qu['’]ia | no\ puedo | como\ (?:una\ )?ia | non\ posso | não\ posso
      | ik\ kan\ (?:\w+\ ){0,6}niet | 申し訳|できません | 抱歉 | 我无法 | لا\ يمكنني | عذرا
    )""",
)
"""How texts begin that decline, in the languages that are asked for most."""


def _shown(value: CellValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
