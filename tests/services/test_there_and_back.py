"""Files of the kinds that become a workbook of another kind, read, answered and written; seen by another reader."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from app.core.recipe import Recipe
from app.services.exporting import Exporting
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal
from tests.sheets import made
from tests.sheets.test_open_document import ods, row
from tests.sheets.test_other_writers import HEADER, SEEN, xls, xlsb


@pytest.fixture
def exporting(program: Rehearsal) -> Exporting:
    return Exporting(program.store, program.importing, practice=False)


def finished(program: Rehearsal, source: Path, column: str) -> str:
    job = program.draft([["x"]], Recipe(prompt=f"Who is {{{{{column}}}}}?"))
    program.importing.load(job, source)(TaskControl())
    program.start(job)
    program.run(job)
    return job


def opendocument(path: Path) -> Path:
    body = row(*HEADER) + "".join(row(*(text.replace("\n", "</text:p><text:p>") for text in cells)) for cells in SEEN)
    return ods(path, f'<table:table table:name="Data">{body}</table:table>')


@pytest.mark.parametrize(("ending", "make"), [(".xls", xls), (".xlsb", xlsb), (".ods", opendocument)])
def test_other_workbooks_become_new_ones_with_every_cell(
    exporting: Exporting, program: Rehearsal, tmp_path: Path, ending: str, make: Callable[[Path], Path]
) -> None:
    job = finished(program, make(tmp_path / f"a{ending}"), "Name")
    assert ".xlsx" in exporting.endings(job)
    exporting.export(job, tmp_path / "b.xlsx")(TaskControl())
    values = program.values(job)
    answers = [str(values[number][0]) if number in values else "" for number in range(2, 5)]
    expected = [[*HEADER, "Answer"], *([*cells, answer] for cells, answer in zip(SEEN, answers, strict=True))]
    found = python_calamine.load_workbook(tmp_path / "b.xlsx").get_sheet_by_index(0).to_python()
    assert [[str(value) for value in cells] for cells in found] == expected
    cells = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert [["" if cell.value is None else cell.value for cell in line] for line in cells] == expected


@pytest.mark.parametrize("ending", [".xltx", ".xltm"])
def test_a_template_becomes_a_workbook_that_is_else_the_same(
    exporting: Exporting, program: Rehearsal, tmp_path: Path, ending: str
) -> None:
    source, target = made.template(tmp_path / f"a{ending}"), tmp_path / "b.xlsx"
    job = finished(program, source, "Text")
    result = exporting.export(job, target)(TaskControl())
    assert any("macros" in note for note in result.notes) == (ending == ".xltm")
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target) as after:
        assert after.testzip() is None
        gone = set(before.namelist()) - set(after.namelist())
        changed = {name for name in after.namelist() if after.read(name) != before.read(name)}
        types = after.read("[Content_Types].xml").decode()
        assert b"vbaProject" not in after.read("xl/_rels/workbook.xml.rels")
    assert gone == ({"xl/vbaProject.bin"} if ending == ".xltm" else set())
    may = {"[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/styles.xml"}
    assert changed - may <= ({"xl/_rels/workbook.xml.rels"} if ending == ".xltm" else set())
    assert "spreadsheetml.sheet.main+xml" in types
    assert not any(word in types for word in ("template", "macroEnabled", "vbaProject"))
    old = python_calamine.load_workbook(source).get_sheet_by_name("Data").to_python()
    new = python_calamine.load_workbook(target).get_sheet_by_name("Data").to_python()
    values = program.values(job)
    assert [line[:9] for line in new] == [line[:9] for line in old]
    assert [line[9] for line in new] == ["Answer", *(values[number][0] for number in range(2, made.LAST_ROW + 1))]


@pytest.mark.parametrize("name", ["xls_deaths.xls", "ods_rows_repeated.ods"])
def test_real_ones(exporting: Exporting, program: Rehearsal, data_folder: Path, tmp_path: Path, name: str) -> None:
    info, rows = made.read(data_folder / name)
    job = finished(program, data_folder / name, info.columns[0])
    exporting.export(job, tmp_path / "b.xlsx")(TaskControl())
    values = program.values(job)
    cells = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    found = [["" if cell.value is None else cell.value for cell in line] for line in cells]
    assert found[0] == [*info.columns, "Answer"]
    assert found[1:] == [[*line.cells, values[line.number][0] if line.number in values else ""] for line in rows]
