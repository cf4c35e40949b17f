"""The text of a Word document (.docx, .docm): what its body and its notes say, tables as lines with tabs.

Read from its own XML, as ISO/IEC 29500 has it (WordprocessingML): text that was inserted and is not
accepted yet is text, and so is what stands in content controls and text boxes; deleted text is not.
Headers, footers, comments and the numbers of automatic lists are left out.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from xml.etree import ElementTree as ET

from app.sheets.xml_stream import has_document_type

MOST_PART = 256 * 1024 * 1024
"""Bytes that the body or the notes may have unpacked."""

_MAIN = "word/document.xml"
_NOTES = ("footnotes.xml", "endnotes.xml")
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSEEN = frozenset({"Fallback", "moveFrom", "pPr"})
"""What is said elsewhere a second time, or stands there no more; tab stops are no tabs."""


class Locked(Exception):
    """The document opens only with a password."""


def text_of_document(data: bytes) -> str:
    """A document's text. Raises Locked, or whatever the standard library raises over a damaged zip or XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        main = _main_part(package)
        folder = posixpath.dirname(main)
        parts = [main, *(posixpath.join(folder, name) for name in _NOTES)]
        there = set(package.namelist())
        found = [_text_of(_read(package, part)) for part in parts if part in there or part == main]
    return "\n\n".join(text for text in found if text)


def _main_part(package: zipfile.ZipFile) -> str:
    try:
        relations = ET.fromstring(_read(package, "_rels/.rels"))  # noqa: S314 - see _read
    except KeyError:
        return _MAIN
    for one in relations:
        if one.get("Type", "").rpartition("/")[2] == "officeDocument":
            return posixpath.normpath(posixpath.join("/", one.get("Target", ""))).lstrip("/")
    return _MAIN


def _read(package: zipfile.ZipFile, part: str) -> bytes:
    """A part; one that is unreasonably large or declares entities is refused, as no program writes such."""
    info = package.getinfo(part)
    if info.flag_bits & 1:
        raise Locked
    with package.open(info) as stream:
        data = stream.read(MOST_PART + 1)
    if len(data) > MOST_PART or has_document_type(data):
        raise ValueError(f"{part} is no part of a document")
    return data


def _text_of(data: bytes) -> str:
    reading = _Reading()
    for event, element in ET.iterparse(io.BytesIO(data), ("start", "end")):  # noqa: S314 - entities are refused above
        name = element.tag.rpartition("}")[2]
        if event == "start":
            reading.begin(name)
        else:
            reading.end(name, element.text or "")
            element.clear()
    return "\n".join(reading.lines).strip()


class _Reading:
    """Puts lines together from paragraphs and tables, which lie in each other at will."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._paragraphs: list[list[str]] = []
        self._holders: list[list[str]] = [self.lines]
        self._rows: list[list[str]] = []
        self._unseen = 0

    def begin(self, name: str) -> None:
        """An element begins."""
        if name in _UNSEEN:
            self._unseen += 1
        match name:
            case "p":
                self._paragraphs.append([])
            case "tr":
                self._rows.append([])
            case "tc":
                self._holders.append([])

    def end(self, name: str, text: str) -> None:
        """An element ends that had that text."""
        if name in _UNSEEN:
            self._unseen -= 1
        match name:
            case "t" | "tab" | "br" | "cr" | "noBreakHyphen" if self._paragraphs and not self._unseen:
                self._paragraphs[-1].append(_MARKS.get(name, text))
            case "p":
                line = "".join(self._paragraphs.pop())
                # Of what is said twice, the second is dropped with its paragraphs.
                if not self._unseen:
                    self._holders[-1].append(line)
            case "tc":
                cell = " ".join(" ".join(self._holders.pop()).split())
                if self._rows:
                    self._rows[-1].append(cell)
            case "tr":
                row = "\t".join(self._rows.pop())
                if not self._unseen:
                    self._holders[-1].append(row)
