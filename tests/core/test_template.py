from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.errors import Code, UnknownColumn
from app.core.template import begun_placeholder, escape, find_column, nearest_columns, parse_template

BRACES = st.text(st.sampled_from("{}\\ab \n"))
ANY = st.text() | BRACES
COLUMNS = st.lists(st.text(st.characters(exclude_characters="{}\r\n"), min_size=1).filter(str.strip), min_size=1)


@given(ANY)
@example("{{{")
@example("\\{{")
@example("{{a}}")
@example("{{{a}}}")
@example("\\\\{{a}}")
def test_escaped_text_means_itself(text):
    template = parse_template(escape(text))
    assert template.placeholders == ()
    assert template.bind([]).fill([]) == text


@given(ANY)
def test_text_without_placeholders_comes_out_but_for_escapes(text):
    template = parse_template(text)
    if not template.placeholders:
        assert template.bind([]).fill([]) == text.replace("\\{{", "{{")


@given(st.lists(ANY, min_size=2, max_size=2), BRACES, BRACES)
@example(["{{B}}", "{{A}}"], "", "")
@example(["\\{{", "}}"], "", "")
def test_a_cells_text_is_never_read_for_placeholders(cells, before, after):
    bound = parse_template(escape(before) + "|{{A}}|{{B}}|{{A}}|" + escape(after)).bind(["A", "B"])
    first, second = cells
    assert bound.fill(cells) == f"{before}|{first}|{second}|{first}|{after}"


@given(ANY)
def test_placeholders_stand_where_they_say(text):
    for placeholder in parse_template(text).placeholders:
        assert text[placeholder.start : placeholder.end] == f"{{{{{placeholder.name}}}}}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{A}}{{B}}", ["A", "B"]),
        ("{{ A }}", [" A "]),
        ("{{{A}}}", ["A"]),
        ("{{A}", []),
        ("{{A\n}}", []),
        ("{{A{B}}", []),
        ("\\{{A}} {{B}}", ["B"]),
        ("{{A}} {{A}}", ["A", "A"]),
        ("{{}}", [""]),
        ("{A}", []),
    ],
)
def test_what_is_a_placeholder(text, names):
    assert [placeholder.name for placeholder in parse_template(text).placeholders] == names


def test_a_literal_and_a_real_one_side_by_side():
    assert parse_template("\\{{A}} is {{A}}").bind(["A"]).fill(["x"]) == "{{A}} is x"


def test_a_row_that_ends_early_is_blank_from_there():
    assert parse_template("{{A}}-{{B}}").bind(["A", "B"]).fill(["x"]) == "x-"


def test_which_columns_are_used():
    assert parse_template("{{C}} {{A}} {{C}}").bind(["A", "B", "C"]).columns == {0, 2}


class TestBlankLines:
    def fill(self, text, cells, columns=("A", "B")):
        return parse_template(text).bind(columns, skip_blank_lines=True).fill(cells)

    def test_a_line_goes_where_all_its_columns_are_blank(self):
        text = "Tell us.\nSize: {{A}}\nColour: {{B}}, {{A}}\n\nThanks."
        assert self.fill(text, ["", "red"]) == "Tell us.\nColour: red, \n\nThanks."
        assert self.fill(text, [" \t", ""]) == "Tell us.\n\nThanks."
        assert self.fill(text, ["9", "red"]) == parse_template(text).bind("AB").fill(["9", "red"])

    def test_it_stays_where_nobody_asked_for_that(self):
        assert parse_template("Size: {{A}}\nEnd").bind("AB").fill(["", ""]) == "Size: \nEnd"

    def test_a_row_that_ends_early_is_blank_from_there(self):
        assert self.fill("{{A}}\nColour: {{B}}", ["x"]) == "x"

    def test_line_breaks_in_a_cell_make_no_lines_of_the_prompt(self):
        assert self.fill("{{A}}: {{B}}", ["\n\n", "x\n"]) == "\n\n: x\n"

    @given(
        BRACES, st.lists(st.sampled_from(["", " ", "x", "a\nb", "%s", "{{A}}"]), min_size=3, max_size=3), st.booleans()
    )
    @example("{{a}}\n\n{{b}}", ["", "", ""], True)
    def test_line_by_line_it_is_what_the_whole_would_be(self, text, cells, skip):
        columns = ("a", "b", "ab")
        try:
            bound = parse_template(text).bind(columns, skip_blank_lines=skip)
        except UnknownColumn:
            return
        lines = []
        for line in text.split("\n"):
            named = {find_column(one.name, columns) for one in parse_template(line).placeholders}
            if not skip or not named or any(cells[column].strip() for column in named):
                lines.append(parse_template(line).bind(columns).fill(cells))
        assert bound.fill(cells) == "\n".join(lines)
        assert "".join(piece for piece, _cell in bound.spans(cells)) == "\n".join(lines)


class TestMatching:
    @given(COLUMNS, st.data())
    def test_every_column_is_found_by_its_own_name(self, columns, data):
        wanted = data.draw(st.sampled_from(columns))
        if columns.count(wanted) == 1:
            assert find_column(wanted, columns) == columns.index(wanted)
        else:
            with pytest.raises(UnknownColumn):
                find_column(wanted, columns)

    @pytest.mark.parametrize("name", ["name", " Name ", "NAME\t"])
    def test_case_and_outer_blanks_do_not_count(self, name):
        assert find_column(name, ["City", "Name"]) == 1

    def test_an_exact_match_wins(self):
        assert find_column("name", ["Name", "name"]) == 1

    def test_inner_blanks_count(self):
        assert find_column("First  name", ["First name", "First  name"]) == 1
        assert find_column("Firstname", ["First name"]) is None

    def test_two_equal_matches_are_an_error_that_says_so(self):
        with pytest.raises(UnknownColumn) as caught:
            find_column("NAME", ["Name", "name"])
        assert "“NAME”" in caught.value.what
        assert "2" in caught.value.what
        assert caught.value.code is Code.UNKNOWN_COLUMN

    def test_an_unknown_one_is_named_with_the_nearest(self):
        with pytest.raises(UnknownColumn) as caught:
            parse_template("{{Nmae}}").bind(["City", "Name"])
        assert "“Nmae”" in caught.value.what
        assert caught.value.do == "Did you mean {{Name}}?"

    def test_an_unknown_one_without_a_near_one_lists_the_columns(self):
        with pytest.raises(UnknownColumn) as caught:
            parse_template("{{zzz}}").bind([f"Column {letter}" for letter in "ABCDEFGH"])
        assert "Column A, Column B" in caught.value.do
        assert "2 more" in caught.value.do

    def test_the_nearest_first_and_spelt_as_in_the_sheet(self):
        assert nearest_columns("prodct name", ["Price", "Product Name", "Product"])[0] == "Product Name"
        assert nearest_columns("x", []) == []
        assert nearest_columns("Company", ["Germany", "City"]) == []
        assert nearest_columns("Nme", ["City", "Name"]) == ["Name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("About {{Feedback", "Feedback"),
        ("About {{Feedback} and more", "Feedback"),
        ("{{City}} and {{Coun\n{{Name}}", "Coun"),
        ("{{City}} and {Name}", None),
        (r"\{{City and {{Name}}", None),
        ("{{City}}", None),
    ],
)
def test_a_name_that_is_opened_and_not_closed_is_found(text: str, name: str | None) -> None:
    found = begun_placeholder(text)
    assert (found and found.name) == name
    if found is not None:
        assert text[found.start :].startswith("{{" + found.name)
