from __future__ import annotations

import copy
import sqlite3
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import FileError
from app.core.recipe import Recipe
from app.core.words import Text, listed, map_values, pack, sentences, tr, unpack
from app.services.frames import pack_error, unpack_error
from app.store.store import Store


def test_a_text_is_its_english_for_whoever_knows_nothing_of_it() -> None:
    text = tr("“{name}” has {count:,} rows, {share:.1f} % of them empty.", name="a{b}", count=8469, share=12.34)
    assert text == "“a{b}” has 8,469 rows, 12.3 % of them empty."
    assert orjson.loads(orjson.dumps({"text": text})) == {"text": str(text)}
    assert type(str(text)) is str


@pytest.mark.parametrize(("count", "said"), [(0, "0 rows are"), (1, "1 row is"), (1200, "1,200 rows are")])
def test_a_number_decides_between_two_whole_sentences(count: int, said: str) -> None:
    assert tr("%Ln row is empty.", "%Ln rows are empty.", count) == f"{said} empty."


def test_braces_that_name_no_value_stay() -> None:
    assert (
        tr("Did you mean {{{name}}}, {x.__class__} or {0}?", name="City")
        == "Did you mean {{City}}, {x.__class__} or {0}?"
    )
    assert tr("As {it} stands.") == "As {it} stands."


def test_a_text_survives_copies_processes_and_the_database(tmp_path: Path) -> None:
    text = sentences(
        tr("%Ln row of “{name}”.", "%Ln rows of “{name}”.", 3, name="a\udcff"), "", tr("Nothing was sent.")
    )
    assert text == "3 rows of “a\udcff”. Nothing was sent."
    for other in (copy.deepcopy(text), copy.copy(text), unpack(pack(text))):
        assert isinstance(other, Text)
        assert (other, pack(other)) == (text, pack(text))
    error = unpack_error(pack_error(FileError(text, "", tr("Open it anew."))))
    assert isinstance(error.what, Text)
    assert error.message == f"{text} Open it anew."
    store = Store(tmp_path / "jobs.db")
    store.drafts.add("j", "a job", 0.0, Recipe())
    store.jobs.change("j", hold="busy", hold_message=text)
    kept = store.jobs.get("j")
    assert kept is not None
    assert isinstance(kept.hold_message, Text)
    assert kept.hold_message == text
    store.close()


@given(st.text())
def test_whatever_was_kept_can_be_shown(kept: str) -> None:
    assert isinstance(unpack(kept), str)
    assert isinstance(unpack(f"\x1f{kept}"), str)
    assert unpack(pack(kept)) == kept or kept.startswith("\x1f")


@pytest.mark.parametrize(
    "kept", ["[]", "{}", '["a","",null,5]', '["a","",null,{"x":null}]', "[" * 9999, '["a",1,2,{}]']
)
def test_what_makes_no_sense_is_shown_as_it_is(kept: str) -> None:
    assert unpack(f"\x1f{kept}") == f"\x1f{kept}"


def test_values_can_be_made_fit_to_be_kept_without_losing_the_source() -> None:
    text = map_values(tr("It says “{said}”.", said="\ud800"), lambda value: value.encode("utf-8", "replace").decode())
    assert isinstance(text, Text)
    assert text == "It says “?”."
    assert map_values("\ud800", lambda value: value.encode("utf-8", "replace").decode()) == "?"


def test_a_list_is_a_text_of_texts() -> None:
    found = listed([tr("one"), "two"])
    assert found == "one, two"
    assert isinstance(unpack(pack(found)), Text)


def test_sqlite_takes_a_text_wherever_it_takes_a_string() -> None:
    connection = sqlite3.connect(":memory:")
    assert unpack(connection.execute("SELECT ?", (tr("Row {n}", n=1),)).fetchone()[0]) == "Row 1"
    connection.close()
