from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.answer_length import BYTES_PER_TOKEN, Ground, OutputGuess, guess_output
from app.core.estimate import Price, Workload, advised_ceiling, estimate, most_for_request
from app.core.input_fit import GUESS_ERROR, OVERHEAD_TOKENS, Basis, InputFit
from app.core.money import dollars
from app.core.outputs import Kind, Output
from app.core.price import ModelPrices, Rates, Usage
from app.core.searching import SearchGuess

LOW, HIGH = Rates(50, 250, 62, 100, 5), Rates(250, 1250, 312, 500, 25)
PRICES = ModelPrices(
    Rates(100, 500, 125, 200, 10),
    LOW,
    ((1000, Rates(500, 2500, 625, 1000, 50)),),
    ((1000, HIGH),),
)
SIZES = st.lists(st.tuples(st.integers(0, 20_000), st.integers(1, 1000)), max_size=8).map(tuple)
COUNTED = st.lists(st.tuples(st.integers(0, 20_000), st.integers(1, 20_000)), min_size=1, max_size=40)
OUTPUTS = st.lists(
    st.builds(Output, st.text(), st.sampled_from(Kind), st.text(), st.lists(st.text()).map(tuple)), max_size=6
)


@st.composite
def fits(draw: st.DrawFn) -> InputFit:
    pairs = draw(COUNTED)
    if draw(st.booleans()):
        return InputFit.guess()
    sizes, tokens = zip(*pairs, strict=True)
    return InputFit.through(sizes, tokens, draw(st.integers(0, 100)))


@st.composite
def workloads(draw: st.DrawFn) -> Workload:
    sizes = draw(SIZES)
    rows = sum(count for _size, count in sizes)
    return Workload(sizes, rows=rows, chosen=rows, limit=draw(st.integers(1, 100_000)))


@st.composite
def guesses(draw: st.DrawFn, limit: int) -> OutputGuess:
    low, likely, high = sorted(draw(st.lists(st.floats(0, limit), min_size=3, max_size=3)))
    return OutputGuess(likely, low, high)


class TestPrice:
    @given(workloads(), fits(), st.data())
    def test_the_range_is_in_order(self, workload, fit, data):
        price = estimate(workload, PRICES, fit, data.draw(guesses(workload.limit)))
        assert 0 <= price.low <= price.likely <= price.high <= price.at_most
        assert price.basis is fit.basis
        assert price.requests == workload.requests

    @given(workloads(), fits(), st.data())
    def test_the_ordinary_price_is_twice_the_likely_one(self, workload, fit, data):
        price = estimate(workload, PRICES, fit, data.draw(guesses(workload.limit)))
        assert price.ordinary == pytest.approx(2 * price.likely, abs=4)
        assert price.saved == price.ordinary - price.likely
        assert price.batch_input + price.batch_output == pytest.approx(price.likely, abs=2)

    @given(workloads(), fits(), st.data())
    def test_no_answer_within_its_limits_costs_more_than_the_most(self, workload, fit, data):
        price = estimate(workload, PRICES, fit, OutputGuess(0, 0, 0))
        bill = 0
        for size, count in workload.sizes:
            tokens = data.draw(st.integers(0, fit.most(size)))
            written = data.draw(st.integers(0, workload.limit))
            bill += count * PRICES.cost(Usage(tokens, written))
        assert bill <= price.at_most

    @given(workloads(), fits(), st.data())
    def test_it_reads_back_from_the_jobs_record(self, workload, fit, data):
        price = estimate(workload, PRICES, fit, data.draw(guesses(workload.limit)))
        assert Price.from_json(json.loads(json.dumps(price.as_json()))) == price

    def test_of_nothing(self):
        price = estimate(Workload((), 0, 0, 100), PRICES, InputFit.guess(), OutputGuess(50, 10, 90))
        assert (price.low, price.likely, price.high, price.at_most, price.ordinary) == (0, 0, 0, 0, 0)

    def test_worked_by_hand(self):
        fit = InputFit(10.0, 0.25, 0.0, 0.0, Basis.COUNTED)
        price = estimate(Workload(((400, 10),), 12, 15, 300), PRICES, fit, OutputGuess(100, 50, 200))
        assert price.likely == 10 * (110 * 50 + 100 * 250)
        assert price.low == 10 * (110 * 50 + 50 * 250)
        assert price.high == 10 * (110 * 50 + 200 * 250)
        assert price.at_most == 10 * (110 * 50 + 300 * 250)
        assert (price.input_tokens, price.output_tokens) == (1100, 1000)
        assert (price.requests, price.rows, price.chosen) == (10, 12, 15)
        assert price.as_report()["basis"] == "counted"

    def test_what_is_known_besides_stands_in_it(self):
        fit = InputFit(10.0, 0.25, 0.0, 0.0, Basis.SAMPLED)
        work = Workload(((400, 10),), 12, 15, 300, tried=2, earlier=3, taken=4)
        price = estimate(work, PRICES, fit, OutputGuess(100, 50, 200, Ground.TRIED, 6), 7)
        assert (price.tried, price.earlier, price.taken, price.spent) == (2, 3, 4, 7)
        assert (price.requests, price.ground, price.grounds) == (14, Ground.TRIED, 6)
        assert (price.kept, price.kept_saves, price.kept_adds) == (0, 0, 0)
        assert price.ordinary_input == 10 * 110 * 100
        assert price.ordinary_output == 10 * 100 * 500
        assert price.batch_input == 10 * 110 * 50
        assert price.batch_output == 10 * 100 * 250
        assert price.ordinary == price.ordinary_input + price.ordinary_output
        assert estimate(work, PRICES, fit, OutputGuess(100, 50, 200)).spent == 0
        assert estimate(work, PRICES, fit, OutputGuess(0, 0, 0)).likely == 10 * 110 * 50

    def test_kept_instructions_worked_by_hand(self):
        """Two lengths on two steps of the prices; 640 bytes kept are 200 tokens of each request."""
        fit = InputFit(10.0, 0.25, 0.1, 5.0, Basis.SAMPLED)
        work = Workload(((4000, 10), (2000, 5)), 15, 15, 300, kept=640)
        price = estimate(work, PRICES, fit, OutputGuess(100, 50, 180))
        assert pytest.approx(200) == 640 / BYTES_PER_TOKEN

        def kept(hits: float) -> float:
            high = 200 * (hits * 25 + (1 - hits) * 500 - 250)
            low = 200 * (hits * 5 + (1 - hits) * 100 - 50)
            return 10 * high + 5 * low

        plain = 10 * 1010 * 250 + 5 * 510 * 50
        answers = 100 * (10 * 1250 + 5 * 250)
        likely = plain + kept(0.64) + answers
        error = 0.1 * (plain + kept(0.64))
        assert price.likely == pytest.approx(likely, abs=1)
        assert price.batch_input == pytest.approx(plain + kept(0.64), abs=1)
        assert price.low == pytest.approx(likely - math.hypot(error, 0.5 * answers, kept(0.64) - kept(0.98)), abs=1)
        assert price.high == pytest.approx(likely + math.hypot(error, 0.8 * answers, kept(0.30) - kept(0.64)), abs=1)
        assert price.at_most == 10 * (1015 * 500 + 300 * 1250) + 5 * (515 * 100 + 300 * 250)
        assert price.kept == 640
        assert price.kept_saves == pytest.approx(-kept(0.98), abs=1)
        assert price.kept_adds == pytest.approx(kept(0.30), abs=1)
        assert price.input_tokens == 10 * 1010 + 5 * 510

    def test_no_more_is_kept_than_a_request_has(self):
        fit = InputFit(0.0, 0.25, 0.0, 0.0, Basis.COUNTED)
        price = estimate(Workload(((400, 1),), 1, 1, 10, kept=10_000), PRICES, fit, OutputGuess(0, 0, 0))
        assert price.kept_saves == pytest.approx(-100 * (0.98 * 5 + 0.02 * 100 - 50), abs=1)

    def test_documents_worked_by_hand(self):
        """1,200 bytes of each request are documents, 300 tokens of it, on two steps of the prices."""
        fit = InputFit(10.0, 0.25, 0.0, 0.0, Basis.COUNTED)
        work = Workload(((4000, 10), (2000, 5)), 15, 15, 300, lead=800, attached=400)
        price = estimate(work, PRICES, fit, OutputGuess(0, 0, 0))
        assert price.document_tokens == 15 * 300
        assert price.batch_documents == 10 * 300 * 250 + 5 * 300 * 50
        assert price.ordinary_documents == 10 * 300 * 500 + 5 * 300 * 100
        assert price.likely == 10 * 1010 * 250 + 5 * 510 * 50
        small = estimate(replace(work, sizes=((100, 1),)), PRICES, fit, OutputGuess(0, 0, 0))
        assert small.document_tokens == 35

    def test_searches_worked_by_hand(self):
        """What they bring in moves the request to another step, and makes the range."""
        low, high = replace(LOW, web_search=1000), replace(HIGH, web_search=1000)
        ordinary, dear = (
            replace(PRICES.ordinary, web_search=1000),
            replace(PRICES.ordinary_steps[0][1], web_search=1000),
        )
        prices = ModelPrices(ordinary, low, ((1000, dear),), ((1000, high),))
        fit = InputFit(10.0, 0.25, 0.0, 0.0, Basis.COUNTED)
        work = Workload(((4000, 10), (400, 5)), 15, 15, 300)
        search = SearchGuess(2.0, 800.0, (1.0, 100.0), (3.0, 2000.0))
        price = estimate(work, prices, fit, OutputGuess(0, 0, 0), search=search)
        batch = 10 * (2 * 1000 + 800 * 250) + 5 * (2 * 1000 + 800 * 50)
        least = 10 * (1000 + 100 * 250) + 5 * (1000 + 100 * 50)
        most = 10 * (3 * 1000 + 2000 * 250) + 5 * (3 * 1000 + 2000 * 50)
        plain = 10 * 1010 * 250 + 5 * 110 * 50
        assert price.batch_search == batch
        assert price.ordinary_search == 10 * (2 * 1000 + 800 * 500) + 5 * (2 * 1000 + 800 * 100)
        assert price.likely == plain + batch
        assert price.low == max(plain + batch - (batch - least), 0)
        assert price.high == min(plain + batch + (most - batch), price.at_most)
        assert (price.searches, price.search_tokens) == (30, 15 * 800)

    def test_a_report_names_what_it_says(self):
        fit = InputFit(10.0, 0.25, 0.2, 0.0, Basis.SAMPLED)
        price = estimate(Workload(((400, 10),), 10, 10, 300), PRICES, fit, OutputGuess(100, 50, 200, Ground.TRIED))
        assert price.as_report() == {
            "low": dollars(price.low),
            "likely": dollars(price.likely),
            "high": dollars(price.high),
            "at_most": dollars(price.at_most),
            "ordinary": dollars(price.ordinary),
            "basis": "sampled",
            "answers": str(Ground.TRIED),
            "documents": 0.0,
            "web_search": 0.0,
        }
        assert len({price.low, price.likely, price.high, price.at_most, price.ordinary}) == 5

    def test_the_most_of_a_request_may_all_have_to_be_written(self):
        fit = InputFit(0.0, 1.0, 0.0, 0.0, Basis.COUNTED)
        assert most_for_request(100, 10, PRICES, fit, kept=False) == 100 * 50 + 10 * 250
        assert most_for_request(100, 10, PRICES, fit, kept=True) == 100 * 100 + 10 * 250

    def test_a_long_prompt_is_billed_whole_at_its_step(self):
        fit = InputFit(0.0, 1.0, 0.0, 0.0, Basis.COUNTED)
        output = OutputGuess(10, 10, 10)
        below = estimate(Workload(((1000, 1),), 1, 1, 10), PRICES, fit, output)
        above = estimate(Workload(((1001, 1),), 1, 1, 10), PRICES, fit, output)
        assert below.likely == 1000 * 50 + 10 * 250
        assert above.likely == 1001 * 250 + 10 * 1250

    @given(st.integers(0, 20_000), st.integers(0, 1000), st.integers(1, 1000), fits())
    def test_a_longer_row_never_holds_back_less(self, size, more, limit, fit):
        assert most_for_request(size, limit, PRICES, fit, kept=False) <= most_for_request(
            size + more, limit, PRICES, fit, kept=False
        )


class TestAdvisedCeiling:
    def price(self, requests: int, likely: int, limit: int, spent: int = 0) -> Price:
        workload = Workload(((100, requests),), requests, requests, limit)
        fit = InputFit(30, 0, 0.0, 0.0, Basis.COUNTED)
        return estimate(workload, PRICES, fit, OutputGuess(likely, likely, likely), spent)

    def test_there_is_none_where_the_most_is_near(self):
        assert advised_ceiling(self.price(1_000, 40, 100)) is None
        assert advised_ceiling(self.price(0, 40, 100_000)) is None

    def test_it_holds_all_that_is_likely_and_some_rows_at_their_most(self):
        price = self.price(1_000_000, 40, 100_000, spent=5)
        advised = advised_ceiling(price)
        assert advised is not None
        assert price.spent + price.high + 10 * price.at_most // 1_000_000 <= advised < price.at_most / 3
        assert len(str(advised).strip("0")) <= 2

    def test_of_one_row_there_is_none(self):
        assert advised_ceiling(self.price(1, 40, 100_000)) is None


class TestFit:
    def test_a_line_through_points_that_lie_off_it_worked_by_hand(self):
        sizes, tokens = (0, 10, 20, 30), (5, 11, 14, 22)
        deviation = math.sqrt(4.2 / 2)
        sampled = InputFit.through(sizes, tokens, 100)
        assert (sampled.slope, sampled.intercept) == pytest.approx((0.54, 4.9))
        assert sampled.error == pytest.approx(1.645 * deviation / 2 / 13)
        assert sampled.margin == pytest.approx(0.9 + 3 * deviation + 10)
        assert sampled.basis is Basis.SAMPLED
        assert sampled.bounded
        counted = InputFit.through(sizes, tokens, 4, bounded=False)
        assert (counted.slope, counted.intercept) == (sampled.slope, sampled.intercept)
        assert (counted.error, counted.basis, counted.bounded) == (0.0, Basis.COUNTED, False)
        assert counted.margin == pytest.approx(0.9)
        assert not InputFit.through(sizes, tokens, 100, bounded=False).bounded

    def test_lines_that_can_not_be_drawn(self):
        same = InputFit.through((10, 10, 10), (5, 6, 7), 9)
        assert (same.slope, same.intercept) == (0.0, 6.0)
        falling = InputFit.through((10, 20), (9, 3), 9)
        assert (falling.slope, falling.intercept) == (0.0, 6.0)
        one = InputFit.through((10,), (5,), 9)
        assert (one.slope, one.intercept, one.error, one.margin) == (0.0, 5.0, 0.0, 10.0)
        nothing = InputFit.through((10, 20), (0, 0), 9)
        assert (nothing.error, nothing.tokens(10)) == (0.0, 1.0)

    def test_before_anything_was_counted(self):
        guess = InputFit.guess()
        assert (guess.intercept, guess.slope, guess.margin) == (0.0, 1 / BYTES_PER_TOKEN, 0.0)
        assert (guess.error, guess.basis, guess.most(100)) == (GUESS_ERROR, Basis.GUESSED, 100 + OVERHEAD_TOKENS)

    def test_documents_that_were_counted_by_themselves_stand_ahead(self):
        fit = InputFit(10.0, 0.5, 0.2, 3.0, Basis.SAMPLED).counted_ahead(1000, 400, 100.0)
        assert (fit.ahead_size, fit.ahead_tokens, fit.bounded) == (1000, 400, False)
        assert fit.error == pytest.approx(0.2 * 100 / 500)
        assert fit.tokens(1100) == 10 + 50 + 400
        assert fit.most(1100) == 463
        assert fit.shared_tokens(1000, 460) == 400
        assert fit.shared_tokens(1032, 460) == pytest.approx(410)
        assert fit.shared_tokens(5000, 460) == 460
        assert InputFit(10.0, 0.5, 0.2, 3.0, Basis.SAMPLED).counted_ahead(0, 0, 0.0).error == 0.0

    @given(st.floats(0, 500), st.floats(0.05, 1.0), st.lists(st.integers(0, 10_000), min_size=2, max_size=40))
    def test_a_straight_line_is_found_again(self, intercept, slope, sizes):
        tokens = [round(intercept + slope * size) for size in sizes]
        fit = InputFit.through(sizes, tokens, len(sizes))
        assert sum(map(fit.tokens, sizes)) == pytest.approx(sum(max(t, 1) for t in tokens), rel=0.02, abs=len(sizes))
        assert fit.basis is Basis.COUNTED
        assert fit.error == 0.0

    @given(COUNTED)
    def test_what_was_counted_lies_under_the_most(self, pairs):
        sizes, tokens = zip(*[(size, min(token, size + OVERHEAD_TOKENS)) for size, token in pairs], strict=True)
        fit = InputFit.through(sizes, tokens, len(sizes))
        for size, token in zip(sizes, tokens, strict=True):
            assert token <= fit.most(size) + 1e-6 * token

    @given(COUNTED, st.integers(0, 20_000))
    def test_it_is_never_nonsense(self, pairs, size):
        sizes, tokens = zip(*pairs, strict=True)
        fit = InputFit.through(sizes, tokens, len(pairs) + 1)
        assert fit.basis is Basis.SAMPLED
        for number in (fit.tokens(size), fit.error, fit.margin):
            assert math.isfinite(number)
            assert number >= 0
        assert 1 <= fit.most(size) <= size + OVERHEAD_TOKENS

    @given(st.integers(0, 10**6))
    def test_a_guess_is_bounded_by_the_bytes(self, size):
        fit = InputFit.guess()
        assert fit.tokens(size) <= fit.most(size) == size + OVERHEAD_TOKENS

    def test_without_any_count_it_is_a_guess(self):
        assert InputFit.through([], [], 10) == InputFit.guess()

    @given(fits())
    def test_it_reads_back_from_the_jobs_record(self, fit):
        assert InputFit.from_json(json.loads(json.dumps(fit.as_json()))) == fit


class TestOutputGuess:
    @given(OUTPUTS, st.integers(1, 128_000), st.integers(0, 64_000))
    def test_it_is_in_order_and_within_the_limit(self, outputs, longest, room):
        guess = guess_output(outputs, longest, room)
        assert 0 <= guess.low <= guess.likely <= guess.high <= longest + room

    @given(OUTPUTS, st.integers(1, 1000), st.integers(1, 64_000))
    def test_thinking_is_paid_for_as_well(self, outputs, longest, room):
        with_room, without = guess_output(outputs, longest, room), guess_output(outputs, longest)
        assert with_room.low > without.low
        assert with_room.likely > without.likely
        assert with_room.high > without.high

    @given(OUTPUTS.filter(bool), st.integers(1, 128_000))
    def test_one_more_column_is_never_less(self, outputs, longest):
        more = [*outputs, Output("One more", Kind.NUMBER)]
        alone = [*outputs[:1], Output("Another", Kind.NUMBER)] if len(outputs) == 1 else outputs
        assert guess_output(more, longest).likely >= guess_output(alone, longest).likely - 1e-9
