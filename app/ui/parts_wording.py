"""Parts of a job in words: where each is, what became of its rows, and what it cost."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.outcome import Outcome
from app.core.part import Part, PartState
from app.core.results import RowState
from app.ui import wording
from app.ui.language import tr


def part_state(state: PartState) -> str:
    """Where a part is, in words."""
    return {
        PartState.PLANNED: tr("waiting"),
        PartState.INTENDED: tr("being sent"),
        PartState.UNKNOWN: tr("looking for it"),
        PartState.SENT: tr("running"),
        PartState.ENDED: tr("arriving"),
        PartState.COLLECTED: tr("done"),
        PartState.DROPPED: tr("not sent"),
    }[state]


def part_fate(part: Part) -> str:
    """The same of a part that may have ended without its answers."""
    return tr("out of reach") if part.out_of_reach else part_state(part.state)


def answered_in(part: Part) -> str:
    """How many of a part's rows have their answer in it."""
    return tr("{n} of {all}").format(
        n=wording.number(part.settled.get(Outcome.ANSWERED, 0)), all=wording.number(part.rows)
    )


def others_in(part: Part) -> str:
    """What became of a part's rows that are not answered in it."""
    if part.twin_of is not None:
        return tr("second copy of part {n}").format(n=wording.number(part.twin_of))
    return " + ".join(_terms(part, [found for found in part.settled if found is not Outcome.ANSWERED]))


def not_answered_in(part: Part) -> list[tuple[RowState, int]]:
    """Rows of a part by what became of them instead; of a second copy they are counted in the first."""
    if part.twin_of is not None:
        return []
    return [(RowState(str(found)), n) for found, n in part.settled.items() if n and found is not Outcome.ANSWERED]


def beside_outcomes(part: Part) -> str:
    """What else there is to say of a part's rows."""
    if part.twin_of is not None:
        return others_in(part)
    return tr("{n} asked again").format(n=wording.number(part.asked_again)) if part.asked_again else ""


def _terms(part: Part, outcomes: Iterable[Outcome]) -> list[str]:
    """A part's rows with those outcomes, and those that were asked again since."""
    counts = [
        f"{wording.number(n)} {wording.outcome(RowState(str(found)))}"
        for found in outcomes
        if (n := part.settled.get(found))
    ]
    return [*counts, tr("{n} asked again").format(n=wording.number(part.asked_again))] if part.asked_again else counts


def part_says(part: Part) -> str:
    """A part's account in words that add up: for its tooltip, and for who hears the table and does not see it."""
    which = tr("Part {n}").format(n=wording.number(part.number))
    text = f"{which}: {part_fate(part)}"
    counts = _terms(part, part.settled)
    ended = f" · {wording.clock(part.ended_at)}" if part.ended_at else ""
    if part.state is PartState.SENT and part.expires_at:
        ended = " · " + tr("until {time} at the latest").format(time=wording.clock(part.expires_at))
    if part.possible:
        most = wording.money(part.cost + part.possible)
        ended += " · " + tr("may have cost up to {money}").format(money=most)
    account = f" = {' + '.join(counts)}" if counts else ""
    if part.twin_of is not None:
        account = ", " + others_in(part)
    billed = "; " + tr("billed {money}").format(money=wording.money(part.cost)) if counts or part.cost else ""
    return f"{text}, {wording.rows(part.rows)}{account}{billed}{ended}"
