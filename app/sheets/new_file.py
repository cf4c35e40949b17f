"""New files: text for any program, and a plain workbook."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from xml.etree import ElementTree as ET

import xlsxwriter

from app.core.outputs import CellValue
from app.core.words import tr
from app.sheets import problems
from app.sheets.added_sheets import (
    LONG_ANSWERS,
    ExtraSheet,
    LongTexts,
    TooManyRows,
    sheet_part,
    with_relation,
    with_sheet,
    with_type,
)
from app.sheets.cell_text import formula_safe, utf8_text
from app.sheets.cell_xml import CellWriter
from app.sheets.cells import MOST_COLUMNS, MOST_ROWS
from app.sheets.column_widths import SEEN, widths_of, with_widths
from app.sheets.export_report import ExportReport, NewRow
from app.sheets.new_styles import NewStyles
from app.sheets.part_edit import part_text
from app.sheets.raw_zip import ZipCopy
from app.sheets.sheet_edit import SheetEditor, joined
from app.sheets.text_fields import plain
from app.sheets.xml_stream import SheetStream

_SHEET = "xl/worksheets/sheet1.xml"
_STYLES = "xl/styles.xml"
_KNOW_SHEETS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")
_DIMENSION = re.compile(r"<dimension [^>]*/>")


def write_text(
    target: Path,
    *,
    headers: Sequence[str],
    rows: Iterable[Sequence[CellValue]],
    delimiter: str = ",",
    safe: bool = True,
) -> ExportReport:
    """Write a .csv or .tsv in UTF-8, marked as such, without which Excel takes it for something else.

    ``safe``: text that Excel would take for a formula gets an apostrophe in front.
    Raises FileError or NeedsUser where the file can't be written.
    """
    count, spelled_out = 0, False

    def texts(values: Sequence[CellValue]) -> list[str]:
        nonlocal spelled_out
        raw = [plain(value) for value in values]
        kept = [utf8_text(text) for text in raw]
        spelled_out = spelled_out or raw != kept
        if not safe:
            return kept
        return [
            formula_safe(text) if isinstance(value, str) else text for value, text in zip(values, kept, strict=True)
        ]

    with problems.writing(target), target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(texts(list(headers)))
        for values in rows:
            writer.writerow(texts(values))
            count += 1
        file.flush()
        os.fsync(file.fileno())
    note = tr("Characters that a text file can't hold are spelled out, such as \\x00.")
    return ExportReport(count, notes=(note,) if spelled_out else ())


def write_xlsx(
    target: Path,
    *,
    headers: Sequence[str],
    rows: Iterable[Sequence[CellValue]],
    more: Sequence[ExtraSheet] = (),
) -> ExportReport:
    """Write a workbook with one sheet: a bold header that stays in view, and the rows.

    The rows go into an empty workbook as a stream, with the same care for text as in a copied one.
    ``more`` are sheets to add at the end; texts longer than a cell stand whole in another one.
    Raises FileError where there are more rows or columns than a sheet holds, or it can't be written.
    """
    if len(headers) > MOST_COLUMNS:
        raise problems.too_large(target, tr("would have more than {most:,} columns", most=MOST_COLUMNS))
    empty = io.BytesIO(_empty_workbook(len(headers)))
    texts = LongTexts()
    shortened: list[int] = []
    try:
        with zipfile.ZipFile(empty) as source, problems.writing(target), target.open("wb") as file:
            copy = ZipCopy(target, empty, source, file)
            for info in source.infolist():
                if info.filename not in (_SHEET, _STYLES, *_KNOW_SHEETS):
                    copy.copy(info)
            styles = NewStyles(ET.fromstring(source.read(_STYLES)))  # noqa: S314 - made here a moment ago

            def cut(row: int, offset: int, text: str) -> None:
                if shortened[-1:] != [row]:
                    shortened.append(row)
                texts.add(row, headers[offset], text)

            given = iter(rows)
            first = list(islice(given, SEEN))
            widths = widths_of(first, headers)
            writer = CellWriter("", 0, len(headers), styles=styles, widths=widths, on_cut=cut)
            with source.open(_SHEET) as part:
                stream = SheetStream(part)
                editor = SheetEditor(stream, writer, 0, len(headers), header_row=1)
                numbered = _numbered(target, headers, chain(first, given))
                copy.replace(source.getinfo(_SHEET), joined(_sheet(editor, stream, numbered, widths)))
            copy.replace(source.getinfo(_STYLES), [styles.with_new(part_text(source.read(_STYLES))).encode()])
            notes = _add_sheets(copy, source, more, texts)
            copy.finish()
            file.flush()
            os.fsync(file.fileno())
    except TooManyRows as error:
        raise problems.too_many_rows(target) from error
    finally:
        texts.close()
    return ExportReport(editor.rows, tuple(shortened), tuple(notes))


def _add_sheets(copy: ZipCopy, source: zipfile.ZipFile, more: Sequence[ExtraSheet], texts: LongTexts) -> list[str]:
    book, relations, types = (part_text(source.read(part)) for part in _KNOW_SHEETS)
    sheets = [(sheet.name, sheet_part(sheet)) for sheet in more]
    if texts:
        sheets.append((LONG_ANSWERS, texts.part()))
    for number, (name, content) in enumerate(sheets, 2):
        relation = f"rIdBatchsheet{number}"
        copy.add(f"xl/worksheets/sheet{number}.xml", content)
        book = with_sheet(book, name, relation)
        relations = with_relation(relations, relation, f"worksheets/sheet{number}.xml")
        types = with_type(types, f"xl/worksheets/sheet{number}.xml")
    for part, text in zip(_KNOW_SHEETS, (book, relations, types), strict=True):
        copy.replace(source.getinfo(part), [text.encode()])
    return [tr("The sheet “{name}” was added.", name=name) for name, _content in sheets]


def _sheet(editor: SheetEditor, stream: SheetStream, rows: Iterator[NewRow], widths: Sequence[int]) -> Iterator[str]:
    # How many rows there will be is not known yet, and the dimension may be left out.
    yield with_widths(_DIMENSION.sub("", stream.head, count=1), stream.prefix, 0, widths)
    yield from editor.edited(rows)
    yield stream.tail


def _numbered(target: Path, headers: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> Iterator[NewRow]:
    yield 1, headers
    for number, values in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise problems.too_large(target, tr("would have more than {most:,} rows", most=MOST_ROWS))
        yield number, values


def _empty_workbook(columns: int) -> bytes:
    """A workbook whose one row has empty cells, bold."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.freeze_panes(1, 0)
        bold = workbook.add_format({"bold": True})
        for column in range(columns):
            sheet.write_blank(0, column, None, bold)
    return data.getvalue()
