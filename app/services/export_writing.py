"""An export written as its ending and its source have it: a copy of the source with columns added, or a new file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.core.export import ExportChoices
from app.services.export_layout import Layout
from app.services.export_rows import ExportRows
from app.services.export_source import TEXTS, Copy, ExportSource, check_size

if TYPE_CHECKING:
    from app.sheets.export_report import ExportReport


def write(
    rows: ExportRows,
    layout: Layout,
    source: ExportSource,
    target: Path,
    path: Path,
    choices: ExportChoices,
) -> ExportReport:
    """Write a job's rows into ``path``, which is moved to ``target`` once it is whole.

    Raises FileError where the answers have no room in such a file or it can't be written, NeedsUser over a full disk.
    """
    from app.sheets.new_file import write_text, write_xlsx
    from app.sheets.text_copy import add_text_columns
    from app.sheets.text_records import manner_of
    from app.sheets.workbook_copy import add_columns

    ending, info = target.suffix.lower(), source.info
    check_size(info, layout, ending, target.name)
    more = rows.items(info) if choices.items and ending not in TEXTS else []
    kind = source.copied_to(ending)
    if kind is Copy.WORKBOOK and source.path is not None:
        return add_columns(
            source.path,
            path,
            sheet=info.sheet,
            **source.geometry,
            plain=source.turns_plain(ending),
            columns=layout.columns,
            rows=rows.answered(source),
            more=more,
        )
    if kind is Copy.TEXT and source.path is not None:
        manner = manner_of(source.path, info.text)
        return add_text_columns(
            source.path,
            path,
            **source.geometry,
            columns=layout.columns,
            rows=rows.answered(source),
            manner=manner,
            safe=not choices.raw_text,
            utf8=choices.utf8 or not rows.fit(manner),
        )
    headers = [*info.columns, *(column.header for column in layout.columns if column.at is None)]
    every = rows.full(len(info.columns))
    if ending == ".xlsx":
        return write_xlsx(path, headers=headers, rows=every, more=more)
    return write_text(path, headers=headers, rows=every, delimiter=TEXTS[ending], safe=not choices.raw_text)
