"""Rows that are tried before a job is sent, as people read of them."""

from __future__ import annotations

from app.core.outcome import Outcome
from app.core.results import RowState
from app.core.sampling import Why
from app.core.trying import TryState
from app.ui import wording
from app.ui.language import tr


def why(of: Why) -> str:
    """Why a row is among those that are tried."""
    return {
        Why.BLANK: tr("has a blank"),
        Why.ODD: tr("unusual"),
        Why.SHORT: tr("short"),
        Why.LONG: tr("long"),
        Why.RANDOM: tr("random"),
        Why.CHOSEN: tr("your choice"),
    }[of]


def try_outcome(of: Outcome) -> str:
    """What became of a row that was tried."""
    return wording.outcome(RowState(str(of)))


def try_state(of: TryState) -> str:
    """Where a tried row is that has no answer."""
    return {
        TryState.INTENDED: tr("On its way"),
        TryState.UNKNOWN: tr("No reply came: it may have been billed."),
        TryState.ANSWERED: tr("Answered"),
        TryState.REFUSED: tr("Not sent: it cost nothing."),
    }[of]
