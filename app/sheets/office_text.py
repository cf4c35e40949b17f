"""Word documents and workbooks as the text that is sent of them: the service takes neither itself."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from app.core.attachment import MOST_REQUEST, Unfit
from app.core.errors import FileError
from app.sheets.office_kinds import WORD_ENDINGS, ZIP
from app.sheets.ole import is_encrypted
from app.sheets.package import BROKEN, Package
from app.sheets.word_text import Locked, text_of_document
from app.sheets.xlsx_source import XlsxSource


def office_text(path: Path, data: bytes) -> str | Unfit:
    """The text of a file with one of those endings; ``data`` is what was read of it."""
    try:
        if not data.startswith(ZIP):
            return Unfit.PROTECTED if is_encrypted(path) else Unfit.DAMAGED
        text = text_of_document(data) if path.suffix.casefold() in WORD_ENDINGS else _workbook_text(path)
        size = len(text.encode())
    except Locked:
        return Unfit.PROTECTED
    except (*BROKEN, ET.ParseError, FileError, UnicodeError, OverflowError, OSError):
        return Unfit.DAMAGED
    if size > MOST_REQUEST:
        return Unfit.TOO_LARGE
    return text if text.strip() else Unfit.EMPTY


def _workbook_text(path: Path) -> str:
    """Every visible sheet under its name: rows as lines, cells as Excel shows them with tabs between."""
    package = Package(path)
    try:
        names = [sheet.name for sheet in package.sheets if sheet.is_grid and not sheet.hidden]
    finally:
        package.close()
    if not names:
        raise ValueError("no sheet")
    texts = []
    for name in names:
        source = XlsxSource(path, name)
        try:
            rows = source.filled_rows()
        finally:
            source.close()
        if rows:
            lines = ("\t".join(" ".join(cell.split()) for cell in cells) for _number, cells in rows)
            texts.append("\n".join([f"# {name}", *lines]))
    return "\n\n".join(texts)
