"""Numbers as Excel shows them; the expected texts are what Excel displays for these codes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.number_format import BUILT_IN, NumberFormat, general

ACCOUNTING = '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0", 3.7, "4"),
        ("0.00", 3.14159, "3.14"),
        ("0.00", 1.005, "1.01"),
        ("0.00", -0.5, "-0.50"),
        ("0%", 0.256, "26%"),
        ("0.00%", -0.1234, "-12.34%"),
        ("#,##0", 0, "0"),
        ("#,##0.00", 1234567.891, "1,234,567.89"),
        ("#,##0;[Red]-#,##0", -1234, "-1,234"),
        ("0,000", 5, "0,005"),
        ("000000", 42, "000042"),
        ("#", 0, ""),
        ("#.##", 0.5, ".5"),
        ("0.0#", 2.0, "2.0"),
        ('"$"#,##0_);("$"#,##0)', -1234, "($1,234)"),
        ("[$€-407] #,##0.00", 5.5, "€ 5.50"),
        ("#,##0.00\\ [$€-1]", 1234.5, "1,234.50 €"),
        ("[$£-809]#,##0.00", 0.005, "£0.01"),
        (ACCOUNTING, 0, "-"),
        (ACCOUNTING, -1234.5, "(1,234.50)"),
        (ACCOUNTING, 1234.5, "1,234.50"),
        ('0.0,"K"', 12345, "12.3K"),
        ("0.0,,", 12_345_678, "12.3"),
        ("(000) 000-0000", 5551234567, "(555) 123-4567"),
        ("000-00-0000", 123456789, "123-45-6789"),
        ("00\\:00", 930, "09:30"),
        ('[>=1000]#,##0,"K";0', 5000, "5K"),
        ('[>=1000]#,##0,"K";0', 500, "500"),
        ('[<0]-0;[=0]"none";0', 0, "none"),
        ("0;-0;;@", 0, ""),
        ("0.00E+00", 12345, "1.23E+04"),
        ("0.00E+00", 0.00012345, "1.23E-04"),
        ("##0.0E+0", 12345, "12.3E+3"),
        ("0.00E+00", 9.999, "1.00E+01"),
        ("# ?/?", 1.5, "1 1/2"),
        ("# ??/??", 0.25, "1/4"),
        ("# ?/8", 2.13, "2 1/8"),
        ("# ?/?", 3.0, "3"),
        ("# ?/?", 0.0, "0"),
        ("?/?", 0.0, "0/1"),
        ("0 ??/16", 0.5, "0 8/16"),
        ('# ?/?" in"', 1.3, "1 2/7 in"),
        ('"ca. "# ??/??_)', 2.333, "ca. 2 1/3"),
        ("-# ?/?", 2.5, "-2 1/2"),
        (".00", 1234.567, "1234.57"),
        (".00", 0.5, ".50"),
        ('"x".0', -12.34, "-x12.3"),
        ("[<0]-0.0;0.0", -1.25, "-1.3"),
        ("[<0](0.0);0.0", -1.25, "(1.3)"),
        ("0.00", 1e30, "1000000000000000000000000000000.00"),
        ("0." + "0" * 20, 123456789, "123456789." + "0" * 20),
        ("#,##0.0", 1e300, f"{10**300:,}.0"),
        ('General" kg"', 2.5, "2.5 kg"),
        ("@", 7, "7"),
    ],
)
def test_shows_a_number_as_excel_does(code: str, value: float, shown: str) -> None:
    assert NumberFormat(code).number(value) == shown


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("yyyy-mm-dd", 17175, "1947-01-08"),
        ("yyyy\\-mm\\-dd;@", 44562, "2022-01-01"),
        ("dd/mm/yyyy hh:mm", 44562.75, "01/01/2022 18:00"),
        ("m/d/yy h:mm", 44562.5, "1/1/22 12:00"),
        ("d-mmm-yy", 44562, "1-Jan-22"),
        ("[$-409]mmmm\\ d\\,\\ yyyy;@", 44562, "January 1, 2022"),
        ("dddd", 44562, "Saturday"),
        ("ddd d mmmmm", 44562, "Sat 1 J"),
        ("yyyy年m月d日", 44562, "2022年1月1日"),
        ('[$-411]ggge"年"m"月"', 44562, "2022年1月"),
        ("h:mm AM/PM", 0.5, "12:00 PM"),
        ("h:mm A/P", 0.0, "12:00 A"),
        ("hh:mm:ss", 0.999999, "00:00:00"),
        ("h:mm", 0.7499999999, "18:00"),
        ("mm:ss.0", 0.0007523, "01:05.0"),
        ("s.000", 1.5 / 86_400, "1.500"),
        ("[h]:mm:ss", 1.5, "36:00:00"),
        ("[mm]:ss", 0.1, "144:00"),
        ("yyyy-mm-dd", 60, "1900-02-29"),
        ("yyyy-mm-dd", 59, "1900-02-28"),
        ("yyyy-mm-dd", 61, "1900-03-01"),
        ("yyyy-mm-dd", 1, "1900-01-01"),
    ],
)
def test_shows_a_moment_as_excel_does(code: str, value: float, shown: str) -> None:
    assert NumberFormat(code).number(value) == shown


@given(st.dates(min_value=dt.date(1900, 3, 1)))
def test_every_date_has_its_own_number(date: dt.date) -> None:
    assert NumberFormat("yyyy-mm-dd").number((date - dt.date(1899, 12, 30)).days) == date.isoformat()


def test_the_1904_system_moves_dates_and_not_durations() -> None:
    assert NumberFormat("yyyy-mm-dd", date1904=True).number(0) == "1904-01-01"
    assert NumberFormat("[h]:mm", date1904=True).number(1.5) == "36:00"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (123456789012.0, "123456789012"),
        (1e15, "1000000000000000"),
        (1e21, "1E+21"),
        (1.5e-12, "1.5E-12"),
        (0.00001, "0.00001"),
        (-0.0, "0"),
        (float("inf"), "#NUM!"),
        (float("nan"), "#NUM!"),
        (1 / 3, "0.333333333333333"),
    ],
)
def test_a_number_without_a_format_has_no_tail(value: float, shown: str) -> None:
    assert general(value) == shown


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_without_a_format_keeps_fifteen_digits(value: float) -> None:
    assert float(general(value)) == float(f"{value:.15g}")


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(min_value=0, max_value=6))
def test_fixed_decimals_are_exact(units: int, places: int) -> None:
    value = units / 10**places
    code = "#,##0" + ("." + "0" * places if places else "")
    shown = NumberFormat(code).number(value)
    assert shown.replace(",", "").lstrip("-") == f"{abs(units) / 10**places:.{places}f}"


@given(st.text(alphabet='0#?.,%E+-/;[]"\\_*@$ymdhsAP GenralRd<>=1', max_size=40), st.floats())
def test_no_format_however_odd_breaks_the_reader(code: str, value: float) -> None:
    assert isinstance(NumberFormat(code).number(value), str)


def test_text_passes_through_a_format_unless_it_has_a_place_for_text() -> None:
    assert NumberFormat("0.00").text("007") == "007"
    assert NumberFormat('0;-0;0;@" kg"').text("many") == "many kg"


def test_built_in_formats_are_all_known_codes() -> None:
    assert NumberFormat(BUILT_IN[14]).number(44562) == "2022-01-01"
    assert all(NumberFormat(code).number(1.5) for code in BUILT_IN.values())
