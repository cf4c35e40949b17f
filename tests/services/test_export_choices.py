"""What an export holds besides the answers, and which rows of a changed file get them."""

from __future__ import annotations

import csv
import os
from itertools import count
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from app.core.errors import FileError, InputError, OutputExists
from app.core.export import Existing, ExportChoices, Extra
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.core.table import TextFormat
from app.services.exporting import Exporting
from app.services.tasks import Cancelled, TaskControl
from tests.services.rehearsal import Rehearsal

ROWS = 6


@pytest.fixture
def exporting(program: Rehearsal) -> Exporting:
    return Exporting(program.store, program.importing, practice=False)


def finished(program: Rehearsal, source: Path, prompt: str = "Who is {{Name}}?", *outputs: Output) -> str:
    """A job of that file that has ended."""
    job = program.draft([["x"]], Recipe(prompt=prompt, outputs=outputs))
    program.importing.load(job, source)(TaskControl())
    program.start(job)
    program.run(job)
    return job


def text_file(folder: Path, *, answers: bool = False) -> Path:
    source = folder / "names.csv"
    lines = ["Name;Answer" if answers else "Name;Kind"]
    lines += [f"thing {n};{'old' if answers and n == 1 else ''}" for n in range(ROWS)]
    source.write_bytes("\r\n".join(lines).encode())
    return source


def written(exporting: Exporting, job: str, target: Path, **choices: object) -> tuple[list[list[str]], tuple[str, ...]]:
    result = exporting.export(job, target, choices=ExportChoices(**choices))(TaskControl())  # type: ignore[arg-type]
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";")), result.notes


def test_a_text_file_comes_back_as_it_was(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    source = text_file(tmp_path)
    job = finished(program, source)
    written(exporting, job, tmp_path / "out.csv")
    lines = source.read_bytes().split(b"\r\n")
    out = (tmp_path / "out.csv").read_bytes().split(b"\r\n")
    assert len(out) == len(lines)
    assert all(new.startswith(old + b";") for old, new in zip(lines, out, strict=True))


def test_columns_about_the_answer(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, text_file(tmp_path))
    rows, _notes = written(exporting, job, tmp_path / "out.csv", extras=tuple(Extra))
    assert rows[0][3:] == [
        "Outcome", "Why it stopped", "Model", "Tokens in", "Tokens out", "Cost (USD)", "Answered at (UTC)",
    ]  # fmt: skip
    assert {row[3] for row in rows[1:]} == {"answered"}
    assert {row[4] for row in rows[1:]} == {"finished"}
    assert {row[5] for row in rows[1:]} == {program.jobs.draft(job).recipe.model}
    assert all(int(row[6]) > 0 and int(row[7]) > 0 for row in rows[1:])
    total = sum(float(row[8]) for row in rows[1:])
    assert total == pytest.approx(program.jobs.get(job).cost / 1e12)
    assert all(row[9].startswith("20") or row[9].startswith("19") for row in rows[1:])


@pytest.mark.parametrize("existing", list(Existing))
def test_a_column_from_an_earlier_run(
    exporting: Exporting, program: Rehearsal, tmp_path: Path, existing: Existing
) -> None:
    job = finished(program, text_file(tmp_path, answers=True))
    assert exporting.existing(job) == ["Answer"]
    rows, _notes = written(exporting, job, tmp_path / "out.csv", existing=existing)
    answers = [str(program.values(job)[n + 2][0]) for n in range(ROWS)]
    if existing is Existing.BESIDE:
        assert rows[0] == ["Name", "Answer", "Answer (2)"]
        assert [row[1] for row in rows[1:]] == ["", "old", "", "", "", ""]
        assert [row[2] for row in rows[1:]] == answers
        return
    assert rows[0] == ["Name", "Answer"]
    kept = ["old" if n == 1 and existing is Existing.FILL else answers[n] for n in range(ROWS)]
    assert [row[1] for row in rows[1:]] == kept


def test_a_column_of_a_workbook_is_filled_in_place(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Name", "Answer", "Note"], ["a", None, 1], ["b", "old", 2], ["c", "=1+1", 3], ["d", None, None]):
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    job = finished(program, tmp_path / "in.xlsx")
    choices = ExportChoices(existing=Existing.REPLACE)
    result = exporting.export(job, tmp_path / "out.xlsx", choices=choices)(TaskControl())
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    values = program.values(job)
    assert [cell.value for cell in sheet["B"]] == ["Answer", values[2][0], values[3][0], "=1+1", values[5][0]]
    assert [cell.value for cell in sheet["C"]] == ["Note", 1, 2, 3, None]
    assert sheet.max_column == 3
    assert any("formula" in note for note in result.notes)


def stopped_at(sign: int) -> TaskControl:
    """What is stopped as soon as it says for the so-manieth time how far it is."""
    control, signs = TaskControl(), count(1)
    control.listen(lambda *_told: control.stop() if next(signs) == sign else None)
    return control


def test_matching_the_rows_of_a_changed_file_can_be_stopped_wherever_it_says_how_far_it_is(
    exporting: Exporting, program: Rehearsal, tmp_path: Path
) -> None:
    source, target = text_file(tmp_path), tmp_path / "out.csv"
    job = finished(program, source)
    source.write_bytes(b"Kind;Name\r\nx;somebody new\r\n;thing 5\r\n;thing 0\r\n")
    choices, shares = ExportChoices(current_file=True), list[float]()
    work = exporting.foresee(job, ".csv", choices), exporting.export(job, target, choices=choices)
    for one in work:
        shares.clear()
        control = TaskControl()
        control.listen(lambda done, total, _text: shares.append(done / (total or 1)))
        one(control)
        assert shares == sorted(shares)
        assert len(set(shares)) > 10
        target.unlink(missing_ok=True)
        for end in range(1, len(shares), 20):
            with pytest.raises(Cancelled):
                one(stopped_at(end))
            assert not target.exists()


def test_a_changed_file_gets_answers_by_content(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    source = text_file(tmp_path)
    job = finished(program, source)
    source.write_bytes(b"Kind;Name\r\nx;somebody new\r\n;thing 5\r\n;thing 0\r\n")
    found = exporting.foresee(job, ".csv", ExportChoices(current_file=True))(TaskControl())
    assert found.changed
    assert found.warnings == ("2 rows matched, 4 gone, 1 new.",)
    rows, notes = written(exporting, job, tmp_path / "out.csv", current_file=True)
    values = program.values(job)
    assert [row[2] for row in rows] == ["Answer", "", str(values[7][0]), str(values[2][0])]
    assert notes == ("2 rows matched, 4 gone, 1 new.",)
    rows, notes = written(exporting, job, tmp_path / "sent.csv")
    assert [row[0] for row in rows[1:]] == [f"thing {n}" for n in range(ROWS)]
    assert "as it was sent" in notes[0]


def test_a_changed_file_is_read_in_no_process_of_ours(
    exporting: Exporting, program: Rehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = text_file(tmp_path)
    job = finished(program, source)
    source.write_bytes(b"Name;Kind\r\nthing 3;\r\n")

    def read_here(*_given: object, **_options: object) -> None:
        raise AssertionError("a foreign file was read in this process")

    monkeypatch.setattr("app.sheets.reader.open_table", read_here)
    rows, _notes = written(exporting, job, tmp_path / "out.csv", current_file=True)
    assert rows[1] == ["thing 3", "", str(program.values(job)[5][0])]
    source.with_name("names.csv").write_bytes(b"PK\x03\x04 no text at all" + bytes(100))
    with pytest.raises(FileError):
        written(exporting, job, tmp_path / "other.csv", current_file=True)


def test_a_changed_workbook_is_read_as_the_first_was(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    """The same one of its tables, and again without the rows that it hides."""

    def write(names: list[str], hidden: int) -> None:
        book = openpyxl.Workbook()
        for row in (["Other", "", "", "Name"], *([f"other {n}", "", "", name] for n, name in enumerate(names))):
            book.active.append(row)
        last = len(names) + 1
        book.active.add_table(Table(displayName="Left", ref=f"A1:A{last}"))
        book.active.add_table(Table(displayName="Right", ref=f"D1:D{last}"))
        book.active.row_dimensions[hidden].hidden = True
        book.save(tmp_path / "in.xlsx")

    write(["a", "b", "c"], hidden=3)
    job = program.draft([["x"]], Recipe(prompt="Who is {{Name}}?"))
    program.importing.load(job, tmp_path / "in.xlsx", table="Right", hidden=False)(TaskControl())
    program.start(job)
    program.run(job)
    write(["c", "new", "b", "a"], hidden=4)
    choices = ExportChoices(current_file=True)
    result = exporting.export(job, tmp_path / "out.xlsx", choices=choices)(TaskControl())
    values = program.values(job)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in sheet["E"]] == ["Answer", values[4][0], None, None, values[2][0]]
    assert result.notes[0] == "2 rows matched, 0 gone, 1 new."


def test_a_changed_workbook_whose_sheet_was_renamed(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    """The answers go where the columns are; another sheet that has them is none where the sheet itself is there."""

    def write(*sheets: tuple[str, list[str]]) -> None:
        book = openpyxl.Workbook()
        for name, column in sheets:
            sheet = book.create_sheet(name)
            for cell in column:
                sheet.append([cell])
        book.remove(book.worksheets[0])
        book.save(tmp_path / "in.xlsx")

    write(("May", ["Name", "a", "b"]))
    job = finished(program, tmp_path / "in.xlsx", "Who is {{Name}}?")
    choices = ExportChoices(current_file=True)
    write(("June", ["Name", "b", "a", "c"]))
    exporting.export(job, tmp_path / "out.xlsx", choices=choices)(TaskControl())
    values = program.values(job)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["June"]
    assert [cell.value for cell in sheet["B"]] == ["Answer", values[3][0], values[2][0], None]
    write(("June", ["Name", "b", "a"]), ("May", ["Other", "a", "b"]))
    with pytest.raises(FileError, match="no column “Name”"):
        exporting.export(job, tmp_path / "out.xlsx", choices=choices)(TaskControl())
    write(("June", ["Other", "b", "a"]))
    with pytest.raises(InputError, match="no sheet “May”"):
        exporting.export(job, tmp_path / "out.xlsx", choices=choices)(TaskControl())


def test_what_the_user_said_of_a_text_file_holds_for_its_export(
    exporting: Exporting, program: Rehearsal, tmp_path: Path
) -> None:
    source = tmp_path / "in.csv"
    lines = ["Name|a,b", "Müller|ü,1", "Köln|ö,2", "süß|ß,3"]
    source.write_bytes("\r\n".join(lines).encode("cp850"))
    job = program.draft([["x"]], Recipe(prompt="Who is {{Name}}?", outputs=(Output("Old", Kind.YES_NO),)))
    found = program.importing.load(job, source)(TaskControl())
    assert found.text is not None
    assert (found.text.encoding, found.text.delimiter) != ("cp850", "|")
    said = TextFormat("cp850", "|", "'")
    assert program.importing.load(job, source, text=said)(TaskControl()).columns == ("Name", "a,b")
    program.start(job)
    program.run(job)
    exporting.export(job, tmp_path / "out.csv")(TaskControl())
    out = (tmp_path / "out.csv").read_bytes().split(b"\r\n")
    added = [new.removeprefix(old.encode("cp850")) for old, new in zip(lines, out, strict=True)]
    assert added[0] == b"|Old"
    assert set(added[1:]) <= {b"|TRUE", b"|FALSE", b"|yes", b"|no"}
    # And for the file as it is by then.
    source.write_bytes("\r\n".join([lines[0], lines[2]]).encode("cp850"))
    exporting.export(job, tmp_path / "now.csv", choices=ExportChoices(current_file=True))(TaskControl())
    assert (tmp_path / "now.csv").read_bytes() == b"\r\n".join([out[0], out[2]])


def test_a_file_that_lost_a_column_or_is_gone_is_said(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    source = text_file(tmp_path)
    job = finished(program, source)
    source.write_bytes(b"Kind;Size\r\nx;1\r\ny;2\r\n")
    with pytest.raises(FileError, match="“Name”"):
        written(exporting, job, tmp_path / "out.csv", current_file=True)
    source.unlink()
    found = exporting.foresee(job, ".csv", ExportChoices(current_file=True))(TaskControl())
    assert found.changed is None
    assert "not where it was" in found.blocked
    written(exporting, job, tmp_path / "out.csv")


def test_lists_have_a_sheet_of_their_own(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, text_file(tmp_path), "{{Name}}", Output("Tags", Kind.LIST, "Some tags"))
    target = tmp_path / "out.xlsx"
    exporting.export(job, target, choices=ExportChoices(items=True))(TaskControl())
    book = openpyxl.load_workbook(target)
    items = list(book["List items"].iter_rows(values_only=True))
    assert items[0] == ("Row", "Name", "Column", "Item")
    cells = {row: [item for number, _lead, _column, item in items[1:] if number == row] for row in range(2, ROWS + 2)}
    values = program.values(job)
    assert {row: "; ".join(found) for row, found in cells.items()} == {row: values[row][0] for row in cells}


def test_choices_are_remembered(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    job = finished(program, text_file(tmp_path))
    assert exporting.choices(job) == ExportChoices()
    choices = ExportChoices(raw_text=True, extras=(Extra.COST,), existing=Existing.FILL)
    exporting.save_choices(job, choices)
    assert exporting.choices(job) == choices


def test_targets_that_harm_are_refused(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    source = text_file(tmp_path)
    job = finished(program, source)
    os.link(source, tmp_path / "twin.csv")
    with pytest.raises(OutputExists):
        written(exporting, job, tmp_path / "twin.csv")
    target = tmp_path / "out.csv"
    written(exporting, job, target)
    for mark in ("~$out.csv", ".~lock.out.csv#"):
        (tmp_path / mark).touch()
        with pytest.raises(FileError, match="open in another program"):
            written(exporting, job, target)
        (tmp_path / mark).unlink()
    target.chmod(0o444)
    with pytest.raises(FileError, match="write-protected"):
        written(exporting, job, target)
    target.chmod(0o644)


def test_an_older_encoding_is_kept_where_it_can_be(exporting: Exporting, program: Rehearsal, tmp_path: Path) -> None:
    source = tmp_path / "names.csv"
    source.write_bytes("Name;Kind\nMüller;süß\nKöln;groß\n".encode("cp1252"))
    job = finished(program, source)
    exporting.export(job, tmp_path / "out.csv")(TaskControl())
    content = (tmp_path / "out.csv").read_bytes()
    values = program.values(job)
    try:
        wanted = [str(values[n][0]).encode("cp1252") for n in (2, 3)]
    except UnicodeEncodeError:
        assert content.startswith(b"\xef\xbb\xbf")
        return
    assert content.startswith(b"Name;Kind;Answer\nM\xfcller;s\xfc\xdf;")
    assert all(text in content for text in wanted)
