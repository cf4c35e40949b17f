from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Sequence
from typing import ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.answer_reading import Answer, answer_reader
from app.core.outputs import MAX_UNIONS, Kind, Output, as_text, column_names, is_plain_text, json_schema

TWO = (Output("Name"), Output("Size", Kind.INTEGER))
COLUMNS = st.lists(
    st.text(min_size=1) | st.sampled_from(["A", "a", "A 2", "A 3", "a_2", "é", "Column 2", "日本"]), min_size=2
)


def read_answer(outputs: Sequence[Output], text: str) -> Answer:
    return answer_reader(outputs)(text)


def _read(kind: Kind, value: str, **more: object) -> Answer:
    """One value of a kind, as it stands in the answer's JSON."""
    return read_answer((Output("V", kind, **more), Output("W")), f'{{"v": {value}, "w": "x"}}')  # type: ignore[arg-type]


class TestPlainText:
    @pytest.mark.parametrize("outputs", [(), (Output(),), (Output("Copy", if_unsure="?"),)])
    def test_needs_no_form(self, outputs):
        assert is_plain_text(outputs)
        assert json_schema(outputs) is None
        assert read_answer(outputs, ' {"not": json \n') == Answer(('{"not": json',))

    @pytest.mark.parametrize("outputs", [(Output(description="x"),), (Output(kind=Kind.DATE),), TWO])
    def test_anything_else_does(self, outputs):
        assert not is_plain_text(outputs)
        assert json_schema(outputs) is not None

    @pytest.mark.parametrize("text", ["", " \n\t"])
    def test_an_empty_answer_is_none(self, text):
        assert read_answer((), text).problem


class TestSchema:
    @given(COLUMNS, st.sampled_from(Kind))
    @example(["A 3", "A", "a!"], Kind.TEXT)
    @example(["Column 2", "日本"], Kind.TEXT)
    def test_every_column_has_a_name_of_its_own(self, columns, kind):
        choices = ("x",) if kind is Kind.CHOICE else ()
        schema = json_schema([Output(column, kind, choices=choices) for column in columns])
        assert schema is not None
        assert len(schema["properties"]) == len(columns)
        assert schema["required"] == list(schema["properties"])
        assert schema["additionalProperties"] is False
        assert all(re.fullmatch(r"[a-z0-9_]{1,64}", key) for key in schema["properties"])

    @given(COLUMNS)
    def test_every_column_gets_its_own_value(self, columns):
        outputs = [Output(column) for column in columns]
        schema = json_schema(outputs)
        assert schema is not None
        answer = {key: str(number) for number, key in enumerate(schema["properties"])}
        assert read_answer(outputs, json.dumps(answer)).values == tuple(answer.values())

    @given(st.lists(st.sampled_from(Kind), min_size=1, max_size=60), st.booleans())
    @example(kinds=[Kind.INTEGER] * 40, unsure=True)
    def test_stays_within_what_the_service_takes(self, kinds, unsure):
        outputs = [
            Output(f"C{n}", kind, "d", ("a", "b") if kind is Kind.CHOICE else (), "unknown" if unsure else "")
            for n, kind in enumerate(kinds)
        ]
        schema = json_schema(outputs)
        assert schema is not None
        written = json.dumps(schema)
        assert written.count("anyOf") <= MAX_UNIONS
        for word in ("minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "oneOf", "null"):
            assert word not in written

    @given(st.lists(st.sampled_from([Kind.INTEGER, Kind.NUMBER, Kind.YES_NO, Kind.DATE]), min_size=17, max_size=40))
    def test_many_columns_with_a_way_out_can_still_be_answered(self, kinds):
        outputs = [Output(f"C{n}", kind, if_unsure="unknown") for n, kind in enumerate(kinds)]
        schema = json_schema(outputs)
        assert schema is not None
        good = {Kind.INTEGER: "3", Kind.NUMBER: "1.5", Kind.YES_NO: "yes", Kind.DATE: "2026-11-20"}
        typed = {Kind.INTEGER: 3, Kind.NUMBER: 1.5, Kind.YES_NO: True, Kind.DATE: "2026-11-20"}
        answer = {}
        for (key, shape), kind in zip(schema["properties"].items(), kinds, strict=True):
            answer[key] = typed[kind] if "anyOf" in shape else good[kind]
            if "enum" in shape:
                assert good[kind] in shape["enum"]
        found = read_answer(outputs, json.dumps(answer))
        assert not found.problem
        assert [as_text(value) for value in found.values] == [good[kind] for kind in kinds]

    def test_says_what_a_column_is_for_and_what_to_write_when_unsure(self):
        schema = json_schema((Output("Tone", Kind.CHOICE, "How it sounds.", ("warm", "cold"), "neither"), Output("B")))
        assert schema is not None
        tone = schema["properties"]["tone"]
        assert tone["enum"] == ["warm", "cold", "neither"]
        assert "How it sounds." in tone["description"]
        assert "neither" in tone["description"]


class TestValues:
    @pytest.mark.parametrize(
        ("kind", "value", "cell"),
        [
            (Kind.TEXT, '"a\\nb"', "a\nb"),
            (Kind.TEXT, '""', ""),
            (Kind.INTEGER, "3", 3),
            (Kind.INTEGER, "3.0", 3),
            (Kind.INTEGER, '" -7 "', -7),
            (Kind.INTEGER, "1e3", 1000),
            (Kind.INTEGER, "123456789012345678901234567890", 123456789012345678901234567890),
            (Kind.NUMBER, "1.25", 1.25),
            (Kind.NUMBER, '"1.25"', 1.25),
            (Kind.NUMBER, "2", 2),
            (Kind.YES_NO, "true", True),
            (Kind.YES_NO, "false", False),
            (Kind.DATE, '" 2026-02-28 "', dt.date(2026, 2, 28)),
            (Kind.LIST, '["a ", "b"]', "a; b"),
            (Kind.LIST, "[]", ""),
        ],
    )
    def test_that_fit(self, kind, value, cell):
        found = _read(kind, value)
        assert not found.problem
        assert found.values[0] == cell
        assert type(found.values[0]) is type(cell)

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            *[(kind, value) for kind in Kind for value in ("null", "{}", "NaN", "Infinity", '{"a": 1}', "[1]", "[[]]")],
            (Kind.TEXT, "3"),
            (Kind.TEXT, "true"),
            (Kind.INTEGER, "3.5"),
            (Kind.INTEGER, "true"),
            (Kind.INTEGER, '"three"'),
            (Kind.INTEGER, '"3,5"'),
            (Kind.INTEGER, "1e999"),
            (Kind.INTEGER, "9" * 400),
            (Kind.NUMBER, "true"),
            (Kind.NUMBER, "1e999"),
            (Kind.NUMBER, "-1e999"),
            (Kind.NUMBER, "9" * 400),
            (Kind.NUMBER, '"' + "9" * 400 + '"'),
            (Kind.NUMBER, '"' + "9" * 400 + '.5"'),
            (Kind.NUMBER, '""'),
            (Kind.YES_NO, "1"),
            (Kind.YES_NO, '"perhaps"'),
            (Kind.DATE, '"2026-02-30"'),
            (Kind.DATE, '"28.2.2026"'),
            (Kind.DATE, "20260228"),
            (Kind.DATE, '"20260228"'),
            (Kind.DATE, '"2026-W09-6"'),
            (Kind.DATE, '"2026-02-28T00:00:00"'),
            (Kind.DATE, '"٢٠٢٦-٠٢-٢٨"'),
            (Kind.INTEGER, '"٣"'),
            (Kind.INTEGER, "9" * 5000),
            (Kind.INTEGER, '"1_000"'),
            (Kind.NUMBER, '"0x10"'),
            (Kind.NUMBER, '"1e5"'),
            (Kind.LIST, '"a"'),
            (Kind.LIST, '["a", 1]'),
        ],
    )
    def test_that_do_not_fit(self, kind, value):
        found = _read(kind, value, choices=("a",) if kind is Kind.CHOICE else ())
        assert found.problem
        assert found.values == ()
        assert len(found.problem) < 200

    @pytest.mark.parametrize("value", ['"WARM"', '" warm"', '"Warm"'])
    def test_a_choice_is_spelt_as_the_user_did(self, value):
        assert _read(Kind.CHOICE, value, choices=("Warm", "Cold")).values[0] == "Warm"

    @pytest.mark.parametrize("kind", [Kind.INTEGER, Kind.NUMBER, Kind.YES_NO, Kind.DATE, Kind.CHOICE, Kind.TEXT])
    @pytest.mark.parametrize("value", ['"unknown"', '" UNKNOWN "'])
    def test_the_way_out_is_spelt_as_the_user_did(self, kind, value):
        choices = ("a",) if kind is Kind.CHOICE else ()
        assert _read(kind, value, if_unsure=" Unknown ", choices=choices).values[0] == " Unknown "

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_every_number_survives(self, number):
        assert _read(Kind.NUMBER, json.dumps(number)).values[0] == number

    @given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists))
    def test_whatever_comes_is_a_cell_or_a_problem(self, value):
        for kind in Kind:
            found = _read(kind, json.dumps(value), choices=("a",) if kind is Kind.CHOICE else ())
            assert bool(found.problem) is not bool(found.values)
            for cell in found.values:
                assert isinstance(cell, str | int | float | dt.date)
                assert not isinstance(cell, float) or math.isfinite(cell)


class TestAnswers:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Here it is: {}",
            '```json\n{"name": "a", "size": 1}\n```',
            '{"name": "a", "size": 1} Anything else?',
            '{"name": "a", "size": 1',
            "[]",
            "null",
            '"name"',
            '{"name": "a"}',
            '{"Name": "a", "Size": 1}',
            '{"data": {"name": "a", "size": 1}}',
            '{"name": "a", "size": ' + "9" * 5000 + "}",
            "[" * 100_000,
            '{"name": ' * 5000,
        ],
    )
    def test_in_another_form_do_not_fit(self, text):
        found = read_answer(TWO, text)
        assert found.problem
        assert found.values == ()

    def test_nested_to_the_brink_is_a_problem_and_no_crash(self):
        for depth in range(700, 1_000):
            nested = "[" * depth + "]" * depth
            assert read_answer(TWO, f'{{"name": {nested}, "size": 1}}').problem

    def test_more_than_was_asked_for_is_left_out(self):
        assert read_answer(TWO, '{"name": "a", "more": [1], "size": 1}').values == ("a", 1)

    def test_what_is_missing_or_unfit_is_named(self):
        assert "“Size”" in read_answer(TWO, '{"name": "a"}').problem
        assert "“many”" in read_answer(TWO, '{"name": "a", "size": "many"}').problem


@given(st.lists(st.text(min_size=1)), COLUMNS)
def test_answer_columns_never_take_a_name_that_is_there(existing, columns):
    names = column_names([Output(column) for column in columns], existing)
    assert len(names) == len(columns)
    everything = [name.casefold() for name in names]
    assert len(set(everything)) == len(everything)
    assert not {name.casefold() for name in existing} & set(everything)


def test_answer_columns_are_numbered_as_people_would():
    assert column_names((), ["Name"]) == ["Answer"]
    assert column_names((), ["answer", "Answer (2)"]) == ["Answer (3)"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (False, "no"), (3, "3"), (dt.date(2026, 1, 2), "2026-01-02"), ("", "")],
)
def test_a_value_in_a_grid(value, text):
    assert as_text(value) == text


class TestHostileAnswers:
    """What a model can send instead of the form, for every kind of column."""

    GOOD: ClassVar = {
        Kind.TEXT: "a",
        Kind.INTEGER: 3,
        Kind.NUMBER: 1.5,
        Kind.YES_NO: True,
        Kind.DATE: "2026-02-28",
        Kind.CHOICE: "a",
        Kind.LIST: ["a"],
    }

    def outputs(self, kind):
        return (Output("V", kind, choices=("a",) if kind is Kind.CHOICE else ()), Output("W"))

    @pytest.mark.parametrize("kind", Kind)
    @pytest.mark.parametrize(
        "form",
        [
            "",
            " ",
            "null",
            "[{}]",
            "Here it is: {}",
            "```json\n{}\n```",
            "{} I hope this helps.",
            "{}{}",
            "{{'v': {}}}",
            '{{"v": {}',
            '{{"answer": {}}}',
            "\ufeff{}",
        ],
    )
    def test_what_is_not_the_form_is_a_problem_and_no_value(self, kind, form):
        answer = json.dumps({"v": self.GOOD[kind], "w": "x"})
        found = read_answer(self.outputs(kind), form.format(answer, answer))
        assert found.problem
        assert not found.values

    @pytest.mark.parametrize("kind", Kind)
    def test_other_keys_beside_the_right_ones_change_nothing(self, kind):
        answer = {"note": {"v": [1, {"w": None}]}, "v": self.GOOD[kind], "V": None, "w": "x", "": 1}
        found = read_answer(self.outputs(kind), json.dumps(answer))
        assert not found.problem
        assert as_text(found.values[0]) == {Kind.YES_NO: "yes", Kind.LIST: "a"}.get(kind, str(self.GOOD[kind]))

    @pytest.mark.parametrize("kind", Kind)
    def test_a_key_twice_is_a_problem_unless_both_say_the_same(self, kind):
        good = json.dumps(self.GOOD[kind])
        assert not read_answer(self.outputs(kind), f'{{"v": {good}, "w": "x", "v": {good}}}').problem
        twice = read_answer(self.outputs(kind), f'{{"v": {good}, "w": "x", "v": null}}')
        assert twice.problem == "The answer says “v” twice."

    def test_equal_to_python_is_not_the_same_in_an_answer(self):
        assert read_answer(self.outputs(Kind.YES_NO), '{"v": true, "v": 1, "w": "x"}').problem

    @pytest.mark.parametrize("kind", Kind)
    def test_a_value_wrapped_in_another_is_no_value(self, kind):
        for wrapped in ({"v": self.GOOD[kind]}, [self.GOOD[kind], [self.GOOD[kind]]], {"value": self.GOOD[kind]}):
            assert read_answer(self.outputs(kind), json.dumps({"v": wrapped, "w": "x"})).problem

    def test_brackets_without_end_are_a_problem_and_no_crash(self):
        assert read_answer(TWO, "[" * 100_000).problem
        assert read_answer(TWO, '{"v":' * 100_000).problem
