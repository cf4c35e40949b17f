"""A part's XML as a stream of text pieces, and a sheet's as a stream of rows.

Sheets are gone through as text, row by row, because a parser that reports every element costs four
times as much. What could mislead that (comments, CDATA, other encodings, lone carriage returns) is
put into plain form first.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from typing import IO
from xml.sax.saxutils import escape

PIECE = 128 * 1024
"""Bytes unpacked at a time: large enough to be quick, small enough not to hold up other threads."""

MOST_ROW = 64 * 1024 * 1024
"""The most characters that one row's XML may have."""

MOST_HEAD = 8 * 1024 * 1024
"""The most characters before the first row."""

_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MARKUP = re.compile(r"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SHEET_DATA = re.compile(r"<((?:[A-Za-z_][\w.-]*:)?)sheetData\s*(/?)>|<((?:[A-Za-z_][\w.-]*:)?)sheetData\s[^>]*?(/?)>")


def text_pieces(stream: IO[bytes]) -> Iterator[str]:
    """A part's text without comments, CDATA written out, lines ended by a line feed alone.

    Raises UnicodeDecodeError or LookupError where the encoding is not what the part says.
    """
    start = stream.read(PIECE)
    decoder = codecs.getincrementaldecoder(encoding_of(start))("strict")
    held = ""
    data = start
    while data:
        text = held + decoder.decode(data)
        data = stream.read(PIECE)
        if not data:
            text += decoder.decode(b"", final=True)
        text, held = _hold_back(text) if data else (text, "")
        if "<!" in text:
            text = _without_markup(text)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text:
            yield text


def encoding_of(start: bytes) -> str:
    """The encoding of an XML part, by its first bytes."""
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(b"<\x00"):
        return "utf-16-le"
    if start.startswith(b"\x00<"):
        return "utf-16-be"
    match = _ENCODING.match(start[:200])
    return match[1].decode("ascii") if match else "utf-8"


def _hold_back(text: str) -> tuple[str, str]:
    """What can be worked on, and what must wait for the next piece: an open comment or a carriage return."""
    start = text.rfind("<!")
    if start >= 0:
        opened = _MARKUP.match(text, start)
        if not opened:
            if len(text) - start > MOST_ROW:
                raise ValueError("a comment without an end")
            return text[:start], text[start:]
    cut = len(text)
    if text.endswith("\r"):
        cut -= 1
    elif "<" in text[-3:]:
        cut = text.rindex("<")
    return text[:cut], text[cut:]


def has_document_type(data: bytes) -> bool:
    """Whether a part declares a document type or entities, in whatever encoding a parser takes without being told."""
    plain = data.replace(b"\0", b"")  # UTF-16
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def _without_markup(text: str) -> str:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("a document type, which no sheet has")
    return _MARKUP.sub(lambda match: escape(match[1] or ""), text)


class SheetStream:
    """A sheet's XML in three parts: ``head`` up to the first row, the rows, and ``tail`` from there on.

    ``prefix`` is what stands before element names (``x:`` in ``<x:row>``). ``tail`` is complete
    once the rows have been gone through.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._pieces = text_pieces(stream)
        self.head = ""
        self.tail = ""
        self._rest = ""
        self.self_closed = False
        self._read_head()

    def _read_head(self) -> None:
        text = ""
        for piece in self._pieces:
            text += piece
            match = _SHEET_DATA.search(text)
            if match:
                self.prefix = match[1] or match[3] or ""
                self.self_closed = bool(match[2] or match[4])
                self.head, self._rest = text[: match.end()], text[match.end() :]
                return
            if len(text) > MOST_HEAD:
                raise ValueError("a sheet that does not begin")
        raise ValueError("a sheet without rows")

    def rows(self) -> Iterator[str]:
        """The rows one by one; see `blocks`."""
        return chain.from_iterable(self.blocks())

    def blocks(self) -> Iterator[list[str]]:
        """The rows, some at a time, each without its end tag; rows without cells stand before the row that follows."""
        if self.self_closed:
            self._read_tail(self._rest)
            return
        end_row, end_data = f"</{self.prefix}row>", f"</{self.prefix}sheetData>"
        rest = self._rest
        while True:
            *rows, rest = rest.split(end_row)
            if rows:
                yield rows
            end = rest.find(end_data)
            if end >= 0:
                break
            piece = next(self._pieces, None)
            if piece is None:
                raise ValueError("a sheet that breaks off")
            rest += piece
            if len(rest) > MOST_ROW:
                raise ValueError("a row without an end")
        behind = rest[:end]
        if behind.count(f"<{self.prefix}row") != behind.count("/>"):
            raise ValueError("a row that is never ended")
        if behind.strip():
            yield [behind]
        self._read_tail(rest[end:])

    def _read_tail(self, start: str) -> None:
        """Read on to the end, which is also where the zip's checksum is looked at."""
        parts, size = [start], len(start)
        for piece in self._pieces:
            parts.append(piece)
            size += len(piece)
            if size > MOST_ROW:
                raise ValueError("more behind the rows than any sheet has")
        self.tail = "".join(parts)


ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|[A-Za-z]+);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


def plain_text(text: str) -> str:
    """The text that an element's content stands for: entities and Excel's ``_xHHHH_`` resolved."""
    if "&" in text:
        text = _ENTITY.sub(_resolve, text)
    return unescape_excel(text) if "_x" in text else text


def unescape_excel(text: str) -> str:
    """Excel's ``_xHHHH_`` resolved: any UTF-16 code unit, in two halves where it takes two.

    ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring).
    """
    text, found = ESCAPED.subn(lambda match: chr(int(match[1], 16)), text)
    if found and any("\ud800" <= char <= "\udfff" for char in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


def _resolve(match: re.Match[str]) -> str:
    name = match[1]
    if name[0] != "#":
        if name not in _NAMED:
            raise ValueError("an unknown entity")
        return _NAMED[name]
    return chr(int("0" + name[1:], 0) if name[1] == "x" else int(name[1:]))
