"""Every colour on every ground that it can be painted on, in both looks: WCAG 2.2, level AA.

The pairs are those of the style sheet itself and of what is painted by hand, so that nothing new goes unseen.
"""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

import app.ui
from app.core.results import RowState
from app.ui.signs import sign_color
from app.ui.theme import palette
from app.ui.tokens import DARK, LIGHT, Tokens
from tests.ui.sheet_colors import colored_properties, edges, grounds_of_shapes, look, pairs_within_rules, parts

TEXT, SHAPE = 4.5, 3.0
LOOKS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

looks = {part: look(part) for part in parts()}
GROUNDS = {ground for part, (text, ground) in looks.items() if ground and text == "text" and not part.is_shape}
FREE = {text for text, ground in looks.values() if not ground}
"""Texts whose ground is what lies behind them, which can be any."""
CLOSED = {(text, ground) for part, (text, ground) in looks.items() if ground and not part.is_shape}

PAINTED_GROUNDS = {"chip": "on_chip", "line": ""}
"""What is painted by hand as a ground of its own, with what stands on it; on the track of a bar stands no text."""
PAINTED_EDGES = {"field_line"}


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours by WCAG's formula, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    found = QColor(color)
    return 0.2126 * linear(found.redF()) + 0.7152 * linear(found.greenF()) + 0.0722 * linear(found.blueF())


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_style_sheet_is_read_as_it_is_meant() -> None:
    assert {"ground", "panel", "side", "selected", "hover", "practice", "error_ground", "good_ground"} == GROUNDS
    assert {"text", "hint", "accent", "error", "on_practice"} <= FREE
    assert {("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_chip", "chip"), ("panel", "text")} <= CLOSED
    assert ("text", "accent") not in CLOSED  # the main button's own colour, also under the mouse
    assert edges() >= {"accent", "answered", "error", "field_line", "on_chip", "text"}
    assert grounds_of_shapes() >= {("running", "line"), ("field_line", ""), ("hint", "")}


def test_no_property_with_a_colour_goes_unread() -> None:
    weighed = {"color", "background", "selection-color", "selection-background-color"}
    others = {"placeholder-text-color", "gridline-color", "alternate-background-color"}
    assert colored_properties() == weighed | others


def colored(name: str, tokens: Tokens) -> str:
    return tokens.outcomes[RowState(name)] if name in set(RowState) else str(getattr(tokens, name))


def weak(pairs: set[tuple[str, str]], tokens: Tokens, least: float) -> dict[tuple[str, str], float]:
    """Those that can't be told apart as well as that."""
    found = {pair: contrast(colored(pair[0], tokens), colored(pair[1], tokens)) for pair in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@LOOKS
def test_every_text_can_be_read_on_every_ground(tokens: Tokens) -> None:
    assert weak(set(product(FREE, GROUNDS)) | CLOSED | set(pairs_within_rules()), tokens, TEXT) == {}


@LOOKS
def test_edges_and_bars_can_be_seen_on_every_ground(tokens: Tokens) -> None:
    bars = {(bar, ground) for bar, behind in grounds_of_shapes() for ground in ([behind] if behind else GROUNDS)}
    assert weak(set(product(edges(), GROUNDS)) | bars, tokens, SHAPE) == {}
    assert weak({("accent", "line"), ("text", "line")}, tokens, SHAPE) == {}  # the range of a price


@LOOKS
def test_the_sign_of_every_outcome_can_be_seen_on_every_ground(tokens: Tokens) -> None:
    for state, ground in product(RowState, GROUNDS):
        assert contrast(sign_color(state, tokens).name(), colored(ground, tokens)) >= SHAPE, (state, ground)
        if sign_color(state, tokens).name() == tokens.outcome(state):  # in a bar, or a square
            assert contrast(tokens.panel, tokens.outcome(state)) >= SHAPE, state


def painted() -> set[str]:
    """Tokens that are named outside of the style sheet."""
    folder = Path(app.ui.__file__).parent
    files = [path for path in folder.rglob("*.py") if path.name not in ("tokens.py", "stylesheet.py", "theme.py")]
    names = "|".join(name for name, value in LIGHT._asdict().items() if isinstance(value, str))
    return {
        found[1] or found[2]
        for path in files
        for found in re.finditer(rf'tokens\.({names})\b|"({names})"', path.read_text("utf-8"))
    }


@LOOKS
def test_what_is_painted_by_hand_can_be_read_on_every_ground(tokens: Tokens) -> None:
    texts = painted() - GROUNDS - set(PAINTED_GROUNDS) - PAINTED_EDGES
    assert {"text", "hint", "accent", "warning", "error", "on_chip"} <= texts
    pairs = set(product(texts, GROUNDS)) | {(text, ground) for ground, text in PAINTED_GROUNDS.items() if text}
    pairs |= {("panel", "warning")}  # the mark on a job that needs the user
    assert weak(pairs, tokens, TEXT) == {}
    assert weak(set(product(PAINTED_EDGES, GROUNDS)), tokens, SHAPE) == {}


@LOOKS
def test_what_the_palette_gives_can_be_read(tokens: Tokens) -> None:
    role, made = QPalette.ColorRole, palette(tokens)
    texts = (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.Link, role.LinkVisited)
    grounds = (role.Window, role.Base, role.AlternateBase, role.Button, role.Light, role.Highlight)
    pairs = [*product(texts, grounds), (role.HighlightedText, role.Highlight), (role.ToolTipText, role.ToolTipBase)]
    for text, ground in pairs:
        assert contrast(made.color(text).name(), made.color(ground).name()) >= TEXT, (text, ground)
