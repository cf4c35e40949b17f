"""Colours and sizes, light and dark.

The tokens are the only place that knows a colour. Text colours keep 4.5:1 against every ground
that they stand on, signs and edges of fields 3:1 (WCAG 2.2, level AA); a test computes it.
"""

from __future__ import annotations

from typing import NamedTuple

from app.core.results import RowState


class Tokens(NamedTuple):
    """The colours of one look. ``field_line`` is the edge of what can be typed in."""

    dark: bool
    ground: str
    panel: str
    side: str
    line: str
    field_line: str
    text: str
    hint: str
    accent: str
    accent_hover: str
    on_accent: str
    practice: str
    on_practice: str
    selected: str
    hover: str
    chip: str
    on_chip: str
    warning: str
    error: str
    error_ground: str
    good_ground: str
    outcomes: dict[RowState, str]

    def outcome(self, state: RowState) -> str:
        """The colour of an outcome as a sign or a piece of a bar."""
        return self.outcomes[state]


LIGHT = Tokens(
    dark=False,
    ground="#f6f6f4",
    panel="#ffffff",
    side="#efefec",
    line="#dedcd6",
    field_line="#88857d",
    text="#1f1e1b",
    hint="#65635d",
    accent="#a84f2a",
    accent_hover="#93431f",
    on_accent="#ffffff",
    practice="#f8e6dc",
    on_practice="#8a3c1a",
    selected="#f3eae5",
    hover="#f0efec",
    chip="#e8eef8",
    on_chip="#26457a",
    warning="#8a5f00",
    error="#a8221b",
    error_ground="#fbeae8",
    good_ground="#e8f3ec",
    outcomes={
        RowState.ANSWERED: "#2b7a4b",
        RowState.CUT_SHORT: "#a87400",
        RowState.DECLINED: "#7750a3",
        RowState.FAILED: "#b3261e",
        RowState.EXPIRED: "#8a5a2b",
        RowState.CANCELLED: "#77746d",
        RowState.RUNNING: "#3568a8",
        RowState.WAITING: "#c9c5bb",
        RowState.SKIPPED: "#e4e1da",
    },
)

DARK = Tokens(
    dark=True,
    ground="#1c1b19",
    panel="#252422",
    side="#201f1d",
    line="#3a3834",
    field_line="#7d7a72",
    text="#ecebe6",
    hint="#a7a49b",
    accent="#e17f54",
    accent_hover="#ea9067",
    on_accent="#1c1b19",
    practice="#3b2a22",
    on_practice="#f0a07c",
    selected="#37302b",
    hover="#2d2c29",
    chip="#2b3547",
    on_chip="#b3caf0",
    warning="#e0b040",
    error="#f58b84",
    error_ground="#3d2523",
    good_ground="#22332a",
    outcomes={
        RowState.ANSWERED: "#5cb682",
        RowState.CUT_SHORT: "#d9a62e",
        RowState.DECLINED: "#b492dd",
        RowState.FAILED: "#f0766f",
        RowState.EXPIRED: "#c79a6b",
        RowState.CANCELLED: "#99968d",
        RowState.RUNNING: "#78a6dd",
        RowState.WAITING: "#56534b",
        RowState.SKIPPED: "#403e39",
    },
)


class Sizes(NamedTuple):
    """Text sizes in pixels; they grow with the platform's own text size."""

    hint: int
    text: int
    emphasis: int
    title: int
    figure: int

    @classmethod
    def around(cls, text: int) -> Sizes:
        """All sizes from the size of ordinary text."""
        return cls(text - 1, text, text + 2, round(text * 20 / 13), round(text * 30 / 13))
