"""Text made safe for cells."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.sheets.cell_text import CUT_MARK, MOST_CHARACTERS, fit_cell, formula_safe, join_surrogates, utf8_text, xml_text
from app.sheets.xml_stream import plain_text

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)


@given(ANY_TEXT)
@example("_x0041_")
@example("_x0041_x0042_")
@example("_x005F_x0041_ \r\n\x00\x0b ￾￿")
@example("\ud83d and \ude00 \ude00\ud83d")
@example("]]> &amp; <b>")
def test_any_text_comes_back_from_xml(text: str) -> None:
    assert plain_text(xml_text(text)) == join_surrogates(text)


@given(ANY_TEXT)
def test_xml_text_holds_nothing_that_xml_forbids(text: str) -> None:
    written = xml_text(text)
    written.encode("utf-8")
    assert not any(char < " " and char not in "\t\n" for char in written)
    assert "<" not in written


@given(st.text(max_size=400), st.integers(min_value=0, max_value=400))
def test_long_text_is_cut_to_what_a_cell_holds(text: str, repeats: int) -> None:
    whole = text * repeats + "😀" * 8192
    shown, cut = fit_cell(whole)
    units = len(whole.encode("utf-16-le")) // 2
    assert cut == (units > MOST_CHARACTERS)
    assert len(shown.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    if cut:
        assert shown.endswith(CUT_MARK)
        assert whole.startswith(shown.removesuffix(CUT_MARK))
    else:
        assert shown == whole


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/C calc'!A0", "-", "＝1"])
def test_what_excel_takes_for_a_formula_gets_an_apostrophe(text: str) -> None:
    assert formula_safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "-5", "-1,234.50", "-12%", "1-2", "'=1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert formula_safe(text) == text


@given(ANY_TEXT)
def test_any_text_can_be_written_as_utf8(text: str) -> None:
    assert "\x00" not in utf8_text(text)
    assert utf8_text(text).encode("utf-8").decode("utf-8") == utf8_text(text)


def test_what_a_text_file_can_not_hold_is_spelled_out() -> None:
    assert utf8_text("a\ud800b\x00") == "a\\ud800b\\x00"
