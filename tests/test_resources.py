"""The shipped files: examples that work as they are, recipes that can be read, icons that draw."""

from __future__ import annotations

import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app.core.outputs import Kind, is_plain_text, json_schema
from app.core.recipe_file import parse_recipe, recipe_to_toml
from app.core.template import parse_template
from app.resource_files import resource

EXAMPLES = ("companies", "products", "contracts")
RECIPES = sorted(path.name for path in resource("recipes").glob("*.toml"))
# The models that a new recipe may name; others are kept for old ones.
MODELS = {"claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-fable-5-2"}


def read(*parts):
    path = resource(*parts)
    return parse_recipe(path.read_text(encoding="utf-8"), fallback_name="")


def test_a_file_that_is_missing_is_named():
    with pytest.raises(FileNotFoundError, match="nothing_here"):
        resource("icons", "nothing_here.svg")


def test_a_frozen_program_looks_where_it_was_unpacked(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource() == tmp_path / "resources"


def test_an_installed_program_looks_beside_its_modules(tmp_path, monkeypatch):
    from app import resource_files

    (tmp_path / "app" / "resources").mkdir(parents=True)
    monkeypatch.setattr(resource_files, "__file__", str(tmp_path / "app" / "resource_files.py"))
    assert resource() == tmp_path / "app" / "resources"


@pytest.mark.parametrize(
    "name", [*(f"examples/{name}.toml" for name in EXAMPLES), *(f"recipes/{name}" for name in RECIPES)]
)
def test_a_recipe_is_whole_and_comes_back_from_a_file_the_same(name):
    recipe = read(name)
    assert recipe.name
    assert recipe.instructions
    assert recipe.model in MODELS
    assert parse_template(recipe.prompt).placeholders
    assert parse_recipe(recipe_to_toml(recipe)) == recipe
    assert (json_schema(recipe.outputs) is None) == is_plain_text(recipe.outputs)


def test_there_are_recipes_for_common_tasks_under_names_of_their_own():
    names = [read("recipes", name).name for name in RECIPES]
    assert len(names) >= 12
    assert len(set(names)) == len(names)


def test_the_examples_show_every_kind_of_answer_that_users_ask_for_first():
    kinds = {name: {output.kind for output in read("examples", f"{name}.toml").outputs} for name in EXAMPLES}
    assert kinds == {
        "companies": {Kind.CHOICE, Kind.YES_NO, Kind.INTEGER, Kind.TEXT},
        "products": {Kind.TEXT},
        "contracts": {Kind.CHOICE, Kind.DATE, Kind.TEXT},
    }


def opened(name):
    sheets = pytest.importorskip("app.sheets.reader")
    with sheets.open_table(resource("examples", f"{name}.xlsx")) as reader:
        rows = [row for chunk in reader.chunks() for row in chunk]
        return reader.info, rows


@pytest.mark.parametrize(
    ("name", "header_row", "rows", "blank", "same"),
    [("companies", 4, 362, 2, 12), ("products", 1, 320, 0, 8), ("contracts", 1, 243, 1, 6)],
)
def test_an_example_reads_as_its_user_sees_it_and_fits_its_recipe(name, header_row, rows, blank, same):
    info, found = opened(name)
    recipe = read("examples", f"{name}.toml")
    prompt = parse_template(recipe.prompt).bind(info.columns)
    assert (info.header_row, len(found), sum(row.blank for row in found)) == (header_row, rows, blank)
    prompts = Counter(prompt.fill(row.cells) for row in found if not row.blank)
    # The rows that stand twice, and next to none that are alike by chance.
    assert same <= prompts.total() - len(prompts) <= same + 3


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_blank_cells_and_letters_of_many_scripts(name):
    _info, found = opened(name)
    text = "".join("".join(row.cells) for row in found)
    assert any(not cell for row in found if not row.blank for cell in row.cells)
    assert "é" in text
    assert any("\u0600" <= letter <= "\u06ff" for letter in text)
    if name != "products":
        assert any("\u3040" <= letter <= "\u9fff" for letter in text)


def test_numbers_dates_and_formulas_have_the_values_that_excel_would_show():
    info, found = opened("products")
    first = dict(zip(info.columns, found[0].cells, strict=True))
    assert first["SKU"] == "002870"
    assert first["Margin"]
    _info, contracts = opened("contracts")
    assert all(row.cells[7].isdigit() for row in contracts if not row.blank)


def test_the_catalogue_is_a_table_with_a_chart_beside_it():
    with zipfile.ZipFile(resource("examples", "products.xlsx")) as archive:
        names = archive.namelist()
    assert "xl/tables/table1.xml" in names
    assert "xl/charts/chart1.xml" in names


def test_the_examples_are_what_their_script_makes(tmp_path):
    packaging = Path(__file__).resolve().parents[1] / "packaging"
    code = (packaging / "make_examples.py").read_text(encoding="utf-8")
    script: dict[str, Any] = {"__name__": "make_examples", "__file__": str(packaging / "make_examples.py")}
    exec(compile(code, str(packaging / "make_examples.py"), "exec"), script)  # noqa: S102 - our own script
    script["main"](tmp_path)
    for name in EXAMPLES:
        assert members(tmp_path / f"{name}.xlsx") == members(resource("examples", f"{name}.xlsx"))


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


ICONS = sorted(path.name for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_something_at_every_size_in_use(name, qapp):
    from PySide6.QtGui import QIcon

    for size in (16, 24, 48):
        image = QIcon(str(resource("icons", name))).pixmap(size, size).toImage()
        drawn = sum(image.pixelColor(x, y).alpha() > 100 for x in range(size) for y in range(size))
        assert drawn > size / 3


def test_the_line_icons_are_one_family():
    texts = [resource("icons", name).read_text() for name in ICONS if name != "batchsheet.svg"]
    head = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"'
    assert len(texts) >= 20
    assert all(head in text for text in texts)
