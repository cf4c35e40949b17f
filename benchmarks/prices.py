"""How well the likely price holds: ``python -m benchmarks.prices`` prints the table.

Five workloads, each a sheet of rows whose answers' lengths are known here and not to the estimate.
In each repeat the sheet is made anew, a price is made before any row was tried, ten rows are tried,
a price is made from them, and then the whole sheet is billed. The plain mean is that of ten rows
drawn at random from the same sheet, with the same knowledge of the input; it is drawn several times in each repeat,
so that the figure beside ours is no luck. `make bench` has the same as lines of its table.
"""

from __future__ import annotations

import argparse
import math
import os
import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from statistics import fmean, median

from app.batch_api.prices import prices_for
from app.core.answer_length import Draw, OutputGuess, answer_length, guess_output
from app.core.estimate import Price, Workload, estimate
from app.core.input_fit import InputFit
from app.core.outputs import Kind, Output
from app.core.price import ModelPrices
from app.core.sampling import Candidate, choose

REPEATS = 500
SEED = 20_261_121
TRIED = 10
PLAIN = 10
"""Draws of each sheet for the plain mean: what it is measured against should not be luck."""
ROWS = 1_500
COUNTED = 40
MODEL = "claude-haiku-5-5"


@dataclass(frozen=True)
class Work:
    """A kind of job. ``row`` gives a request's bytes, its input tokens and its answer's for a job-wide factor.

    ``factor`` is how far, on a log scale, a job's mean answer lies from the usual one.
    ``steady``: its answers' lengths vary by a quarter or less.
    """

    name: str
    outputs: tuple[Output, ...]
    longest: int
    row: Callable[[random.Random, float], tuple[int, int, int]]
    factor: float
    steady: bool = False


@dataclass(frozen=True)
class Result:
    """One repeat: errors in parts of the bill, those of plain means each, and whether the ranges held it."""

    error: float
    plain: tuple[float, ...]
    same: float
    held: bool
    held_before: bool


def _labels(chance: random.Random, factor: float) -> tuple[int, int, int]:
    size = int(400 + chance.lognormvariate(5.2, 0.5))
    return size, _tokens(size, 3.6, chance), round((11 + chance.choice((1, 1, 2, 2, 3, 4))) * factor)


def _copy(chance: random.Random, factor: float) -> tuple[int, int, int]:
    size = int(500 + chance.lognormvariate(5.5, 0.4))
    return size, _tokens(size, 3.6, chance), round(chance.lognormvariate(math.log(85), 0.24) * factor)


def _extraction(chance: random.Random, factor: float) -> tuple[int, int, int]:
    size = int(700 + chance.lognormvariate(6.8, 0.7))
    found = 20 + 0.035 * (size - 700) * chance.lognormvariate(0, 0.3)
    return size, _tokens(size, 3.6, chance), min(round(found * factor), 900)


def _summaries(chance: random.Random, factor: float) -> tuple[int, int, int]:
    size = int(2_000 + chance.lognormvariate(8.3, 0.6))
    told = 160 * (size / 5_000) ** 0.3 * chance.lognormvariate(0, 0.45)
    return size, _tokens(size, 3.8, chance), min(round(told * factor), 1_500)


def _mixed(chance: random.Random, factor: float) -> tuple[int, int, int]:
    script, bytes_each, tokens_each = chance.choices(((1.0, 3.6, 1.0), (2.0, 3.0, 1.7), (3.0, 3.2, 2.3)), (6, 3, 1))[0]
    size = int(400 + chance.lognormvariate(5.5, 0.4) * script)
    written = 60 * tokens_each * chance.lognormvariate(0, 0.3)
    return size, _tokens(size, bytes_each, chance), round(written * factor)


def _tokens(size: int, bytes_each: float, chance: random.Random) -> int:
    return max(round(size / bytes_each * chance.lognormvariate(0, 0.06)), 1)


WORKS = (
    Work(
        "labels", (Output("Topic", Kind.CHOICE, choices=("praise", "complaint", "question")),), 100, _labels, 0.2, True
    ),
    Work("copy", (Output("Description"),), 300, _copy, 0.6, True),
    Work(
        "extraction",
        (Output("Supplier"), Output("Order", Kind.INTEGER), Output("Due", Kind.DATE), Output("Goods", Kind.LIST)),
        1_000,
        _extraction,
        0.3,
    ),
    Work("long summaries", (Output("Summary"),), 1_500, _summaries, 0.6),
    Work("mixed languages", (Output("Answer"),), 400, _mixed, 0.5),
)


def repeat(work: Work, chance: random.Random, prices: ModelPrices) -> Result:
    """A sheet made, priced, tried, priced again, and billed."""
    factor = chance.lognormvariate(0, work.factor)
    rows = [work.row(chance, factor) for _ in range(ROWS)]
    rows = [(size, tokens, max(min(answer, work.longest), 1)) for size, tokens, answer in rows]
    sizes = [size for size, _tokens, _answer in rows]
    workload = Workload(tuple(Counter(sizes).items()), ROWS, ROWS, work.longest)
    fit = _counted(rows)
    assumed = guess_output(work.outputs, work.longest)
    rates = prices.batch
    bill = sum(tokens * rates.input + answer * rates.output for _size, tokens, answer in rows)

    def priced(output: OutputGuess) -> Price:
        return estimate(workload, prices, fit, output)

    before = priced(assumed)
    picked = choose([Candidate(position, size) for position, size in enumerate(sizes)], TRIED, chance.randrange)
    draws = [Draw(sizes[one.position], rows[one.position][2], one.weight) for one in picked]
    after = priced(answer_length(draws, fmean(sizes), None, assumed))

    def missed(answers: list[int]) -> float:
        return abs(after.batch_input + fmean(answers) * ROWS * rates.output - bill) / bill

    return Result(
        error=abs(after.likely - bill) / bill,
        plain=tuple(missed([answer for _size, _tokens, answer in chance.sample(rows, TRIED)]) for _ in range(PLAIN)),
        same=missed([draw.tokens for draw in draws]),
        held=after.low <= bill <= after.high,
        held_before=before.low <= bill <= before.high,
    )


def _counted(rows: list[tuple[int, int, int]]) -> InputFit:
    ordered = sorted(rows)
    some = [ordered[round(number * (ROWS - 1) / (COUNTED - 1))] for number in range(COUNTED)]
    return InputFit.through([size for size, _t, _a in some], [tokens for _s, tokens, _a in some], ROWS)


def measure(work: Work, repeats: int = REPEATS, seed: int = SEED) -> list[Result]:
    """That many repeats of one workload."""
    prices = prices_for(MODEL)
    seeds = [f"{seed} {work.name} {number}" for number in range(repeats)]
    return [repeat(work, random.Random(each), prices) for each in seeds]  # noqa: S311 - chance, and no secret


@dataclass(frozen=True)
class Summary:
    """What the repeats of one workload come to; errors are medians, what was held is a share of the repeats."""

    work: str
    error: float
    plain: float
    same: float
    held: float
    held_before: float
    steady: bool

    @property
    def met(self) -> bool:
        """Whether it is as good as it should be."""
        near = self.error <= 1.15 * self.plain and (not self.steady or self.error <= 0.05)
        return near and 0.86 <= self.held <= 0.94 and self.held_before >= 0.8


def summarised(place: int, repeats: int = REPEATS, seed: int = SEED) -> Summary:
    """The workload at a place, measured."""
    work = WORKS[place]
    found = measure(work, repeats, seed)
    return Summary(
        work.name,
        error=median(one.error for one in found),
        plain=median(chain.from_iterable(one.plain for one in found)),
        same=median(one.same for one in found),
        held=fmean(one.held for one in found),
        held_before=fmean(one.held_before for one in found),
        steady=work.steady,
    )


def all_summarised(repeats: int = REPEATS, seed: int = SEED) -> list[Summary]:
    """Every workload, as many at a time as there are processors."""
    with ProcessPoolExecutor(min(len(WORKS), os.cpu_count() or 1)) as pool:
        return list(pool.map(partial(summarised, repeats=repeats, seed=seed), range(len(WORKS))))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    print(f"{chosen.repeats} repeats of {ROWS:,} rows each, {TRIED} of them tried; seed {chosen.seed}; {MODEL}")
    titles = ("workload", "error", "plain mean", "ratio", "same rows", "range holds", "before", "goals")
    print("{:<16} {:>7} {:>11} {:>6} {:>10} {:>12} {:>7}  {}".format(*titles))
    for one in all_summarised(chosen.repeats, chosen.seed):
        print(
            f"{one.work:<16} {one.error:>7.1%} {one.plain:>11.1%} {one.error / one.plain:>6.2f}"
            f" {one.error / one.same:>10.2f} {one.held:>12.1%} {one.held_before:>7.1%}  {'met' if one.met else 'NOT met'}"
        )


if __name__ == "__main__":
    main()
