"""Which endings a job can be exported to, and what is said of a workbook that takes no further sheets."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.workbook.protection import WorkbookProtection

from app.core.errors import InputError
from app.core.export import ExportChoices
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.services.exporting import Exporting
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal


@pytest.fixture
def exporting(program: Rehearsal) -> Exporting:
    return Exporting(program.store, program.importing, practice=False)


def loaded(program: Rehearsal, source: Path, *outputs: Output) -> str:
    job = program.draft([["x"]], Recipe(prompt="Who is {{Name}}?", outputs=outputs))
    program.importing.load(job, source)(TaskControl())
    return job


def finished(program: Rehearsal, source: Path, *outputs: Output) -> str:
    job = loaded(program, source, *outputs)
    program.start(job)
    program.run(job)
    return job


def book_of(path: Path, *, locked: bool = False) -> Path:
    book = openpyxl.Workbook()
    for row in (["Name"], ["a"], ["b"]):
        book.active.append(row)
    if locked:
        book.security = WorkbookProtection(lockStructure=True, workbookPassword="x")
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("name", "endings"),
    [
        ("a.xlsx", [".xlsx", ".csv", ".tsv"]),
        ("a.xls", [".xlsx", ".csv", ".tsv"]),
        ("a.csv", [".csv", ".xlsx", ".tsv"]),
        ("a.tsv", [".tsv", ".xlsx", ".csv"]),
        ("a.txt", [".txt", ".xlsx", ".csv", ".tsv"]),
        ("lines.txt", [".xlsx", ".csv", ".tsv", ".txt"]),
    ],
)
def test_the_most_natural_ending_comes_first(
    exporting: Exporting, program: Rehearsal, tmp_path: Path, name: str, endings: list[str]
) -> None:
    path = tmp_path / name
    if path.suffix == ".xlsx":
        book_of(path)
    elif path.suffix == ".xls":
        old = xlwt.Workbook()
        sheet = old.add_sheet("Data")
        for number, text in enumerate(["Name", "a", "b"]):
            sheet.write(number, 0, text)
        old.save(str(path))
    else:
        delimiter = "" if name == "lines.txt" else "\t" if path.suffix == ".tsv" else ";"
        more = f"{delimiter}more" if delimiter else ""
        path.write_text("".join(f"{word}{more}\n" for word in ("Name", "a", "b")), encoding="utf-8")
    assert exporting.endings(loaded(program, path)) == endings


@pytest.mark.parametrize("name", ["out.parquet", "out.xlsm", "out.pdf", "out", "out.txt"])
def test_any_other_is_refused_before_anything_is_sent(
    exporting: Exporting, program: Rehearsal, tmp_path: Path, name: str
) -> None:
    job = loaded(program, book_of(tmp_path / "a.xlsx"))
    with pytest.raises(InputError, match=r"Choose one of: \.xlsx, \.csv, \.tsv\."):
        exporting.check_target(job, tmp_path / name, overwrite=False)


def test_a_text_file_of_any_ending_comes_back_as_it_was(
    exporting: Exporting, program: Rehearsal, tmp_path: Path
) -> None:
    source = tmp_path / "names.txt"
    source.write_bytes("Name|Town\r\nÅsa|Malmö\r\nB|\r\n".encode("cp1252"))
    job = finished(program, source)
    exporting.export(job, tmp_path / "out.txt")(TaskControl())
    before = source.read_bytes().split(b"\r\n")
    after = (tmp_path / "out.txt").read_bytes().split(b"\r\n")
    assert len(after) == len(before)
    assert all(new.startswith(old) for old, new in zip(before, after, strict=True))
    assert after[1].decode("cp1252").startswith("Åsa|Malmö|")


def test_that_a_protected_workbook_gets_a_sheet_is_said_before(
    exporting: Exporting, program: Rehearsal, tmp_path: Path
) -> None:
    job = finished(program, book_of(tmp_path / "a.xlsx", locked=True), Output("Tags", Kind.LIST, description="some"))

    def said(*, items: bool) -> str:
        return " ".join(exporting.foresee(job, ".xlsx", ExportChoices(items=items))(TaskControl()).warnings)

    assert "structure is protected" in said(items=True)
    assert "protected" not in said(items=False)
    result = exporting.export(job, tmp_path / "out.xlsx", choices=ExportChoices(items=True))(TaskControl())
    assert any("structure is protected" in note for note in result.notes)
    after = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert after.sheetnames == ["Sheet", "List items"]
    assert after.security.lockStructure
