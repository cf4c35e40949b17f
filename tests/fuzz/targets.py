"""What is fuzzed: each takes a harmed sample and does with it what the program would.

A target answers "read" or "refused". Whatever it raises is a finding: a mistake of ours, not the file's.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from app.batch_api.prices import prices_for
from app.bootstrap import build
from app.cli.arguments import parse
from app.cli.main import main
from app.core.answer_reading import answer_reader
from app.core.errors import AppError, InputError
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.part import Part, PartState
from app.core.prompt_import import fitted, import_prompt
from app.core.recipe import Recipe
from app.core.recipe_file import parse_recipe, recipe_to_toml
from app.core.table import SheetInfo, SheetRow
from app.core.template import escape, parse_template
from app.services.answer_records import stored_answer
from app.services.collecting import Received, _sort
from app.services.reading import ReadRequest, Rows, read_here, unpacked
from app.services.services import Services
from app.services.tasks import TaskControl
from app.sheets.attachments import look_at
from app.sheets.export_report import NewColumn
from app.sheets.pasted import write_pasted
from app.sheets.text_copy import add_text_columns
from app.sheets.text_records import manner_of
from app.sheets.workbook_copy import add_columns
from tests.fuzz import mutations, samples

READ, REFUSED = "read", "refused"
ADDED = "Fuzzed column"


@dataclass(frozen=True)
class Target:
    """``ends`` says that native code of others may end the process: the program reads such files in one of its own."""

    name: str
    samples: Callable[[], list[bytes]]
    change: mutations.Change
    run: Callable[[bytes, Path], str]
    ends: bool = False


def _table(path: Path) -> tuple[SheetInfo, list[SheetRow]]:
    info: SheetInfo | None = None
    rows: list[SheetRow] = []
    for item in read_here(ReadRequest(str(path))):
        if isinstance(item, Rows):
            rows += unpacked(item)
        else:
            rows = [] if info is not None and item.columns != info.columns else rows
            info = item
    assert info is not None
    assert all(len(row.cells) <= len(info.columns) for row in rows), "a row is wider than its table"
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers)), "rows are out of order, or twice there"
    return info, rows


def _workbook(ending: str) -> Callable[[bytes, Path], str]:
    def run(data: bytes, folder: Path) -> str:
        path = folder / f"fuzzed{ending}"
        path.write_bytes(data)
        try:
            info, rows = _table(path)
        except (AppError, OSError, MemoryError):
            return REFUSED
        # How a text file is separated is found in its first 64 KB: behind a line of that length it is anybody's guess.
        if ending == ".xlsx" or (ending == ".csv" and len(data) < 60_000):
            _exported(path, info, rows)
        return READ

    return run


def _exported(path: Path, info: SheetInfo, rows: Sequence[SheetRow]) -> None:
    """A copy with a column added has the same cells as before; or it is refused, in words."""
    target = path.with_name(f"out{path.suffix}")
    filled = [(row.number, (f"answer {row.number}",)) for row in rows if not row.blank]
    where: dict[str, Any] = {
        "header_row": info.header_row,
        "first_column": info.first_column,
        "width": len(info.columns),
    }
    try:
        if path.suffix == ".csv":
            as_found = manner_of(path, info.text)
            report = add_text_columns(path, target, columns=[NewColumn(ADDED)], rows=filled, manner=as_found, **where)
        else:
            report = add_columns(path, target, sheet=info.sheet, columns=[NewColumn(ADDED)], rows=filled, **where)
    except AppError:
        return
    # A file of one column gets a delimiter only now.
    manner = replace(info.text, delimiter=info.text.delimiter or None) if info.text else None
    request = ReadRequest(
        str(target), sheet=info.sheet or None, header_row=info.header_row, text=manner, table=info.table
    )
    after: dict[int, tuple[str, ...]] = {}
    try:
        for item in read_here(request):
            if isinstance(item, Rows):
                after |= {row.number: row.cells for row in unpacked(item)}
    except InputError:
        return  # an encoding that was but guessed: with the answers in it the guess is another
    width = len(info.columns)
    for row in rows:
        there = (after.get(row.number, ()) + ("",) * width)[:width]
        assert there == (row.cells + ("",) * width)[:width], f"row {row.number} is not what it was: {row.cells} {there}"
    for number, (text,) in filled:
        assert report.notes or text in after[number], f"row {number} has lost its answer, and nobody says so"


def _recipe(data: bytes, _folder: Path) -> str:
    try:
        recipe = parse_recipe(data.decode("utf-8", "replace"), fallback_name="x")
        again = parse_recipe(recipe_to_toml(recipe))
    except AppError:
        return REFUSED
    assert again == recipe, "a recipe that was written and read is another"
    return READ


def _prompt(data: bytes, _folder: Path) -> str:
    try:
        found = import_prompt(data.decode("utf-8", "replace"), name="x")
    except AppError:
        return REFUSED
    fitted(found.recipe, ("Name", "NAME", "name_"))
    return READ


def _template(data: bytes, _folder: Path) -> str:
    text = data.decode("utf-8", "replace")
    columns = ("Name", "Amount", "a", "Note {x}")
    cells = ("Łódź {{a}}", "%s", text[:50])
    assert parse_template(escape(text)).bind(columns).fill(cells) in {text, text.replace(r"\{{", "{{")}, "escaped"
    try:
        bound = parse_template(text).bind(columns)
        blank = parse_template(text).bind(columns, skip_blank_lines=True)
    except AppError:
        return REFUSED
    for each in (bound, blank):
        for row in (cells, (), ("", " ")):
            assert "".join(piece for piece, _cell in each.spans(row)) == each.fill(row), (
                "what is shown is not what is sent"
            )
    return READ


_OUTPUTS = (
    Output("Kind", Kind.CHOICE, choices=("a", "b")),
    Output("Amount", Kind.NUMBER),
    Output("Day", Kind.DATE),
    Output("Sure", Kind.YES_NO),
    Output("Names", Kind.LIST),
)
_ROWS = 8


def _answers(data: bytes, folder: Path) -> str:
    part = Part("abc", 1, PartState.ENDED, _ROWS, _ROWS, 0, 0)
    for row in range(_ROWS):
        data = data.replace(b"ROW%d" % row, b"bs1-abc-1-%d" % row)
    spool = folder / "part.jsonl"
    spool.write_bytes(data)
    for outputs in (_OUTPUTS, ()):
        reader, cost = answer_reader(outputs), prices_for(Recipe().model).cost
        received = Received()
        judged = lambda row, line, result: stored_answer(reader, cost, row, line, result)  # noqa: B023, E731
        for _line in _sort(spool, part, set(range(_ROWS)), judged, received):
            pass
        assert set(received.answers) <= set(range(_ROWS)), "an answer of a row that was not asked"
        lines = sum(1 for line in data.split(b"\n") if line.strip())
        assert len(received.answers) + received.foreign + received.broken <= lines, "a line counted twice"
        with contextlib.closing(sqlite3.connect(":memory:")) as store:
            store.execute("CREATE TABLE answers (a, b, c, d, e, f, g, h, i)")
            for answer in received.answers.values():
                assert answer.cost >= 0, "an answer that pays"
                assert (answer.outcome == Outcome.ANSWERED) == (answer.cells is not None), "cells without an answer"
                store.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", answer)
    return READ if received.answers else REFUSED


def _document(data: bytes, folder: Path) -> str:
    path = folder / "document.txt"
    path.write_bytes(data)
    return REFUSED if isinstance(look_at(path), str) else READ


def _pasted(data: bytes, folder: Path) -> str:
    path = folder / "pasted.txt"
    try:
        write_pasted(data.decode("utf-8", "surrogatepass" if data.isascii() else "replace"), path)
        _table(path)
    except AppError:
        return REFUSED
    return READ


class _Jobs:
    """A profile into which harmed jobs are moved; each is looked at as the window does, and deleted again."""

    @cached_property
    def _folder(self) -> Path:
        return Path(tempfile.mkdtemp(prefix="batchsheet-fuzz-"))

    @cached_property
    def _services(self) -> Services:
        return self._build()

    def _build(self) -> Services:
        return build(self._folder / "profile", practice=True, interval=0.05)

    def samples(self) -> list[bytes]:
        """A finished job of practice mode."""
        source, recipe, out = (self._folder / name for name in ("names.csv", "recipe.toml", "out.csv"))
        source.write_text("Name\n" + "".join(f"thing {number}\n" for number in range(6)), encoding="utf-8")
        recipe.write_text('format = 1\nname = "x"\nprompt = "Say {{Name}}"\n', encoding="utf-8")
        words = ["run", str(recipe), str(source), "-o", str(out), "--practice"]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            main(self._build, parse(words), lambda _receipt: b"")
        (job,) = self._services.jobs.list()
        return samples.jobs(lambda path: self._services.moving.save(job.id, path)(TaskControl()))

    def run(self, data: bytes, folder: Path) -> str:
        """Move it in."""
        services, path = self._services, folder / "fuzzed.batchsheet"
        path.write_bytes(gzip.compress(data, 1))
        known = {job.id for job in services.jobs.list()}
        try:
            found = services.moving.load(path)(TaskControl())
        except AppError:
            assert {job.id for job in services.jobs.list()} == known, "a refused job is in the list"
            return REFUSED
        job = services.jobs.get(found)
        assert sum(job.breakdown.as_counts().values()) == job.breakdown.rows, "the rows do not add up"
        services.jobs.draft(found)
        services.jobs.rows(found, 0, 100)
        for row in services.jobs.results(found, None, 0, 100):
            with contextlib.suppress(AppError):  # its prompt may name a column that is not there
                services.jobs.row_detail(found, row.number)
        if job.state is JobState.FINISHED:
            services.receipts.receipt(found)
        services.deleting.delete(found)
        return READ


def _zip(*parts: str) -> mutations.Change:
    return lambda chance, data: mutations.zip_changed(chance, data, parts)


_jobs = _Jobs()
_sheet_parts = ("sheet", "workbook", "sharedStrings", "styles", "table", "[Content_Types]", ".rels")

TARGETS = {
    target.name: target
    for target in (
        Target("xlsx", samples.xlsx, _zip(*_sheet_parts), _workbook(".xlsx"), ends=True),
        Target("xlsb", samples.xlsb, _zip("sheet", "workbook"), _workbook(".xlsb"), ends=True),
        Target("ods", samples.ods, _zip("content"), _workbook(".ods"), ends=True),
        Target("xls", samples.xls, mutations.bytes_changed, _workbook(".xls"), ends=True),
        Target("csv", samples.text, mutations.as_text, _workbook(".csv"), ends=True),
        Target("pasted", samples.text, mutations.as_text, _pasted),
        Target("documents", samples.documents, mutations.bytes_changed, _document, ends=True),
        Target("template", samples.templates, mutations.as_text, _template),
        Target("recipes", samples.recipes, mutations.as_text, _recipe),
        Target("prompts", samples.prompts, mutations.as_text, _prompt),
        Target("answers", samples.answers, mutations.as_text, _answers),
        Target("jobs", _jobs.samples, mutations.as_text, _jobs.run),
    )
}
