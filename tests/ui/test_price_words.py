"""Prices in words, wherever they are told."""

from __future__ import annotations

from dataclasses import replace

from app.cli.report import price_lines
from app.core.answer_length import OutputGuess
from app.core.breakdown import Breakdown
from app.core.estimate import Workload, estimate
from app.core.input_fit import InputFit
from app.core.price import ModelPrices, Rates
from app.core.receipt import Receipt
from app.ui.price_words import foretold


def test_no_words_name_the_same_amount_twice() -> None:
    """What the window foretells, the command line and the receipt."""
    rates = Rates(1, 1, 1, 1, 1)
    found = estimate(
        Workload(((2_130, 320),), 320, 320, 100),
        ModelPrices(rates, rates),
        InputFit.guess(),
        OutputGuess(108.0, 50.0, 100.0),
    )
    price = replace(found, low=15_000_000_000, likely=15_000_050_000, high=15_000_100_000, at_most=36_000_000_000)
    chain = replace(price, steps=(price, price, price))
    receipt = Receipt(
        "1.0", False, "abcdefgh", "Names", "finished", "names.csv", "Names", "0" * 64, "claude-haiku-4-5",
        Breakdown(1), 1, 0, price, None, 1, 0.0, 1.0, (),
    )  # fmt: skip
    told = [foretold(price), foretold(chain), *price_lines(price), *price_lines(chain), *map(str, receipt.lines())]
    assert foretold(price) == "About $0.015. Guessed until the rows are counted."
    assert "320 rows, about $0.015, never more than $0.036." in told
    assert not [line for line in told if "between" in line]
    assert "between $0.014 and $0.015" in foretold(replace(price, low=14_000_000_000))
