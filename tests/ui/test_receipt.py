"""The receipt in the window: a page whatever the job is called, and one page whatever is in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from PySide6.QtWidgets import QFileDialog

from app.core.breakdown import Breakdown
from app.core.outcome import Outcome
from app.core.receipt import Receipt, SentBatch
from app.ui.receipt_page import draw_receipt
from app.ui.theme import Theme
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


@pytest.mark.usefixtures("qapp")
def test_a_job_of_a_million_rows_is_one_page() -> None:
    batches = tuple(SentBatch(f"msgbatch_{n:024}", 2000, 0.0, 1.0, 5) for n in range(500))
    text = "".join(page_of(batches).extract_text().split())
    assert "<b>&<b>&" in text
    assert batches[47].id in text
    assert "and452more" in text
    assert "guide&rules.pdf;guide&rules.pdf" in text
    assert "1,000,000=900,000answered+100,000failed" in text


def test_paper_is_white_in_the_dark_look_too(theme: Theme) -> None:
    drawn = []
    for choice in ("light", "dark"):
        theme.choose(choice)
        contents = page_of(()).get_contents()
        assert contents is not None
        drawn.append(contents.get_data())
    assert drawn[0] == drawn[1]


def page_of(batches: tuple[SentBatch, ...]) -> PageObject:
    counts = Breakdown(10**6, outcomes={Outcome.ANSWERED: 900_000, Outcome.FAILED: 100_000}, causes={"unfit": 100_000})
    receipt = Receipt(
        "1.0", False, "abcdefgh", "<b>&" * 200, "finished", "a" * 250 + ".xlsx", "R" * 400, "0" * 64, "claude-haiku-4-5",
        counts, 10**6, 0, None, 10**13, 10**12, 0.0, 86_400.0, batches,
        (("guide & rules.pdf", "1" * 64),) * 40,
    )  # fmt: skip
    (page,) = PdfReader(io.BytesIO(draw_receipt(receipt))).pages
    return page


def test_it_is_saved_where_one_says(open_window: Callable[..., Hand], small_file: Path, tmp_path: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    hand.click("receiptButton")
    dialog = hand.dialog("receiptDialog")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "paid.pdf"
    hand.type_name(dialog, target)
    dialog.accept()
    hand.wait(lambda: "Written: paid.pdf" in hand.text("messageText"))
    assert len(PdfReader(target).pages) == 1
