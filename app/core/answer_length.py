"""How long answers will be: from rows that were tried, from the recipe's history, or by assumption.

The method, once rows were tried. The likely mean is the mean of the tried rows, each weighted with
the share of all rows that it was drawn for, and moved along a regression on the length of the
request to the mean length of all requests. The regression's slope is shrunk by how little it stands
out of its own error (``1 - 4/t²``, not below nothing), so that a chance slope moves nothing.
A row of a rare kind (a blank, an odd length) stands for next to none of the others, and would tell next to
nothing: as far as what is left of the answers beside the regression gives no sign that the kinds differ, all tried
rows count alike. The sign is the distance ``d`` between the weighted mean and the plain one, the step towards
alike ``1 / (1 + d²/var(d))``, where the variance is that of ``d`` if all were of one kind.
The range is that of Student's t around the *logarithm* of the mean: lengths are skewed, and what is
missed after a few rows is mostly missed upwards. Where the recipe has a history, that counts as a
first opinion: both are weighted by how sure they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.outputs import Kind, Output, is_plain_text

BYTES_PER_TOKEN = 3.2
"""Assumed before anything was counted. English prose has three to four."""

Z_90 = 1.645
"""Standard deviations on either side that hold 90% of a normal distribution."""

HISTORY_SPREAD = 0.25
"""How far a job's mean answer lies from that of the recipe's earlier ones, on a log scale: an assumption."""

LEAST_TRIED = 3
"""With fewer tried rows their scatter says nothing, and is assumed as well."""

LEAST_ERROR = 0.01
"""Standard error of the mean that is left even where all tried answers were of one length."""

ASSUMED_SCATTER = 0.6
"""Standard deviation of one answer's length, in parts of the mean, where fewer rows were tried."""


class Ground(StrEnum):
    """What a length of answers rests on."""

    ASSUMED = "assumed"
    HISTORY = "history"
    REWORDED = "reworded"
    TRIED = "tried"


@dataclass(frozen=True)
class OutputGuess:
    """Output tokens of one request: the likely mean, and where that mean lies nine times in ten.

    ``tried`` is how many rows, or earlier jobs, it rests on.
    """

    likely: float
    low: float
    high: float
    ground: Ground = Ground.ASSUMED
    tried: int = 0


@dataclass(frozen=True, slots=True)
class Draw:
    """A tried row that was drawn at random: its request's bytes, its answer's tokens, the share it stands for."""

    size: int
    tokens: int
    weight: float


@dataclass(frozen=True, slots=True)
class Past:
    """What a recipe's answers came to before: the mean of its jobs and how many of them there were."""

    mean: float
    jobs: int
    ground: Ground = Ground.HISTORY


def answer_length(draws: Sequence[Draw], mean_size: float, past: Past | None, assumed: OutputGuess) -> OutputGuess:
    """The likely mean over all requests, whose mean length in bytes is ``mean_size``."""
    usable = [draw for draw in draws if draw.weight > 0]
    if not usable:
        return _from_past(past) if past is not None else assumed
    mean, deviation, freedom = _regressed(usable, mean_size)
    even = 1 / math.fsum(share * share for share in _shares([draw.weight for draw in usable]))
    relative = max(deviation / mean, LEAST_ERROR)
    # Cox's variance of a lognormal mean: what is not known of the scatter adds to what is not known of the middle.
    centre, error = math.log(mean), math.hypot(relative, relative**2 * even / math.sqrt(2 * freedom))
    if past is not None and past.mean > 0:
        spread = _past_spread(past)
        trust = error**2 / (error**2 + spread**2)
        centre += trust * (math.log(past.mean) - centre)
        error *= math.sqrt(1 - trust)
    reach = t_90(freedom) * error
    likely = math.exp(centre)
    return OutputGuess(likely, likely * math.exp(-reach), likely * math.exp(reach), Ground.TRIED, len(usable))


def _shares(weights: Sequence[float]) -> list[float]:
    """Weights as shares of the whole, where some rows of a sample have dropped out."""
    total = math.fsum(weights)
    return [weight / total for weight in weights] if total else []


def _regressed(draws: Sequence[Draw], mean_size: float) -> tuple[float, float, float]:
    """The mean, its standard error, and the degrees of freedom of that."""
    weights = _shares([draw.weight for draw in draws])
    mean = math.fsum(w * d.tokens for w, d in zip(weights, draws, strict=True))
    mean = max(mean, 0.5)
    at = math.fsum(w * d.size for w, d in zip(weights, draws, strict=True))
    alone = math.fsum(w * w for w in weights)
    # A row that stands for next to nothing adds next to nothing: this many even shares would be as sure.
    even = 1 / alone
    if even < LEAST_TRIED:
        return mean, ASSUMED_SCATTER * mean * math.sqrt(alone), 6.0
    # The scatter is that of single answers, whatever share each of them stands for.
    spread = math.fsum(w * (d.size - at) ** 2 for w, d in zip(weights, draws, strict=True))
    slope = 0.0
    if spread > 0:
        slope = math.fsum(w * (d.size - at) * d.tokens for w, d in zip(weights, draws, strict=True)) / spread
    full = math.fsum(w * (d.tokens - mean - slope * (d.size - at)) ** 2 for w, d in zip(weights, draws, strict=True))
    if even > LEAST_TRIED and spread > 0 and slope:
        variance = full * even / (even - 2)
        ratio = slope**2 * spread * even / variance if variance else math.inf
        slope *= max(1 - 4 / ratio, 0.0) if ratio else 0.0
    else:
        slope = 0.0
    used = 1 + (slope != 0.0)
    moved = [d.tokens - slope * (d.size - mean_size) for d in draws]
    step = _towards_even(weights, moved, used)
    # How far to step is itself read from few answers: the error falls by less than the weights alone would say.
    alone += step * (1 / len(draws) - alone)
    weights = [w + step * (1 / len(draws) - w) for w in weights]
    centre = math.fsum(w * one for w, one in zip(weights, moved, strict=True))
    rest = math.fsum(w * (one - centre) ** 2 for w, one in zip(weights, moved, strict=True))
    variance = rest * even / (even - used)
    # No further than half or twice: a line is not to be trusted far outside of what was tried.
    return min(max(centre, mean / 2), mean * 2), math.sqrt(variance * alone), even - used


def _towards_even(weights: Sequence[float], values: Sequence[float], used: int) -> float:
    """How far, from 0 to 1, weights may move towards even ones: as far as the values give no sign that light rows differ."""
    count = len(values)
    apart = math.fsum((1 / count - w) * value for w, value in zip(weights, values, strict=True))
    # The scatter of the heavy rows: a light one that lies far off must not hide itself in it.
    heavy = _shares([w * w for w in weights])
    centre = math.fsum(w * value for w, value in zip(heavy, values, strict=True))
    even = 1 / math.fsum(w * w for w in heavy)
    scatter = math.fsum(w * (value - centre) ** 2 for w, value in zip(heavy, values, strict=True))
    scatter *= even / max(even - used, 1.0)
    chance = scatter * math.fsum((w - 1 / count) ** 2 for w in weights)
    return 1 / (1 + apart**2 / chance) if chance else 0.0


def _past_spread(past: Past) -> float:
    return HISTORY_SPREAD * math.sqrt(1 + 1 / past.jobs)


def _from_past(past: Past) -> OutputGuess:
    reach = Z_90 * _past_spread(past)
    likely = max(past.mean, 0.5)
    return OutputGuess(likely, likely * math.exp(-reach), max(likely * math.exp(reach), likely), past.ground, past.jobs)


def t_90(freedom: float) -> float:
    """Student's t that holds 90% on both sides together (Cornish and Fisher's expansion about the normal)."""
    z = Z_90
    z3, z5, z7 = z**3, z**5, z**7
    return (
        z
        + (z3 + z) / (4 * freedom)
        + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom**2)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom**3)
    )


def guess_output(outputs: Sequence[Output], longest_answer: int, thinking_room: int = 0) -> OutputGuess:
    """Output tokens before any row was tried: an assumption, and said to be one.

    Free text is taken to use a fifth of its longest answer, and may well use next to none of it,
    or most: nobody knows before a row was tried. A column of another kind has a length of its
    own; names and punctuation of the structured answer come on top. Of
    ``thinking_room``, the tokens that a request has beyond its longest answer, a fifth is taken to
    be used: thinking is billed as output.
    """
    least, most = 0.5, 1.9
    if is_plain_text(outputs):
        likely = 0.2 * longest_answer
        least, most = 0.15, 3.5
    else:
        likely = min(float(sum(_KIND_TOKENS[output.kind] + 8 for output in outputs)), 0.9 * longest_answer)
        for output in outputs:
            if output.kind is Kind.CHOICE and output.choices:
                likely += sum(map(len, output.choices)) / len(output.choices) / BYTES_PER_TOKEN
        if any(output.kind in (Kind.TEXT, Kind.LIST) for output in outputs):
            least, most = 0.3, 2.5
    likely = min(likely, float(longest_answer))
    return OutputGuess(
        likely + 0.2 * thinking_room,
        likely * least + 0.02 * thinking_room,
        min(likely * most, float(longest_answer)) + 0.7 * thinking_room,
    )


_KIND_TOKENS = {
    Kind.TEXT: 45,
    Kind.INTEGER: 3,
    Kind.NUMBER: 4,
    Kind.YES_NO: 2,
    Kind.DATE: 7,
    Kind.CHOICE: 1,
    Kind.LIST: 25,
}
