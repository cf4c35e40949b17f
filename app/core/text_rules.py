"""What right answers in words rarely are: refusals, all the same, copies of the question, in another language."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from app.core.outliers import ranks_agree
from app.core.rule import Column, Concern, Finding, Reviewed, Rule, let_go

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


class _Identical(Rule):
    """The same sentence for different prompts."""

    SHORTEST = 40
    GROUP = 3

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self.rows: defaultdict[str, list[int]] = defaultdict(list)

    def look(self, row: Reviewed, value: str) -> None:
        if len(value) >= self.SHORTEST:
            self.rows[value].append(row.number)

    def findings(self) -> list[Finding]:
        groups = [(text, rows) for text, rows in self.rows.items() if len(rows) >= self.GROUP]
        let_go(self.rows)
        if not groups:
            return []
        largest = max(groups, key=lambda found: len(found[1]))[0]
        return [self.found(Concern.IDENTICAL, largest[:80], (number for _text, rows in groups for number in rows))]


class _Copies(Rule):
    """Answers that repeat the prompt's own words, or nothing but the row's cells."""

    WORDS = 12
    PROBE = 40
    TASK = 0.5
    """Where more than this share of the answers are copies of cells, copying is what was asked for."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
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


class _Drift(Rule):
    """Answers that get shorter or longer from the first row to the last, though the prompts don't."""

    FEWEST = 200
    BLOCKS = 10
    FACTOR = 1.5
    PROMPTS = 1.2
    AGREEMENT = 0.7

    def __init__(self, column: Column) -> None:
        super().__init__(column)
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


class _Refusals(Rule):
    """Answers that say in words that there is none."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self.rows: list[int] = []

    def look(self, row: Reviewed, value: str) -> None:
        if _REFUSAL.match(value[:200]):
            self.rows.append(row.number)

    def findings(self) -> list[Finding]:
        return [self.found(Concern.REFUSAL, "", self.rows)] if self.rows else []


class _Languages(Rule):
    """A few answers in another language than nearly all others."""

    SHORTEST = 60
    LONGEST = 160
    FEWEST = 30
    MAIN = 0.9
    GROUP = 3
    SHARE = 0.005
    """Less of one language is what telling languages apart gets wrong."""
    MOST = 10_000
    """Texts that are looked at; of more, an evenly spaced sample of at least half as many."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self.texts: list[tuple[int, str]] = []
        self.met = 0
        self.step = 1

    def look(self, row: Reviewed, value: str) -> None:
        if len(value) < self.SHORTEST:
            return
        if self.met % self.step == 0:
            self.texts.append((row.number, value[: self.LONGEST]))
            if len(self.texts) > self.MOST:
                self.texts = self.texts[::2]
                self.step *= 2
        self.met += 1

    def findings(self) -> list[Finding]:
        rows: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in self.texts:
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
        looked_at = len(self.texts) if self.step > 1 else 0
        return [self.found(Concern.LANGUAGE, ", ".join(sorted(others)), strays, looked_at)]


class _Unchanged(Rule):
    """Rows that differ in one used column, and have the same sentence all the same."""

    SHORTEST = 20
    FEWEST = 10
    SHARE = 0.5

    def __init__(self, column: Column) -> None:
        super().__init__(column)
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


TEXT_RULES = (_Refusals, _Identical, _Copies, _Unchanged, _Drift, _Languages)
