"""Which encoding a text file is in. The whole file is checked, so that nothing is ever replaced silently."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from app.core.errors import InputError
from app.core.words import tr
from app.sheets import mixed_utf8, problems
from app.sheets.foreign import foreign
from app.sheets.source import Look

BLOCK = 1024 * 1024
MOST_LINE = 64 * 1024 * 1024
"""Bytes beyond which something is not a line of text."""

SAMPLE = 64 * 1024
"""Bytes with letters beyond ASCII that a guess is made from."""

_NO_TEXT = bytes([*range(7), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
"""Control characters that text has no use for."""

_WESTERN = frozenset(
    {
        "cp1252", "latin_1", "iso8859_15", "iso8859_9", "cp1254", "cp1250", "iso8859_2", "iso8859_16", "cp1257",
        "iso8859_4", "iso8859_10", "iso8859_13", "iso8859_14", "cp1258", "iso8859_3", "mac_roman", "mac_latin2",
        "mac_turkish", "mac_iceland", "cp437", "cp850", "cp858", "cp852", "cp500", "cp037", "cp1140", "hp_roman8",
        "cp775", "cp1006", "cp1125", "cp860", "cp861", "cp863", "cp865", "cp857", "cp273", "cp1026", "ptcp154",
    }
)  # fmt: skip
"""Guesses that short Latin text gets by chance; Windows-1252 is what such files nearly always are."""

OFFERED = {
    "utf-8": "UTF-8",
    "utf-8-sig": tr("UTF-8 with a mark"),
    mixed_utf8.NAME: tr("UTF-8 with single characters of Windows-1252"),
    "utf-16": "UTF-16",
    "cp1252": tr("Western European (Windows-1252)"),
    "latin-1": tr("Western European (ISO 8859-1)"),
    "iso8859-15": tr("Western European (ISO 8859-15)"),
    "mac_roman": tr("Western European (Macintosh)"),
    "cp850": tr("Western European (DOS)"),
    "cp1250": tr("Central European (Windows-1250)"),
    "iso8859-2": tr("Central European (ISO 8859-2)"),
    "cp1251": tr("Cyrillic (Windows-1251)"),
    "koi8-r": tr("Cyrillic (KOI8-R)"),
    "cp1253": tr("Greek (Windows-1253)"),
    "cp1254": tr("Turkish (Windows-1254)"),
    "cp1255": tr("Hebrew (Windows-1255)"),
    "cp1256": tr("Arabic (Windows-1256)"),
    "cp1257": tr("Baltic (Windows-1257)"),
    "cp1258": tr("Vietnamese (Windows-1258)"),
    "cp874": tr("Thai (Windows-874)"),
    "cp932": tr("Japanese (Shift JIS)"),
    "euc_jp": tr("Japanese (EUC)"),
    "gb18030": tr("Chinese (GB 18030)"),
    "big5": tr("Chinese (Big5)"),
    "cp949": "Korean",
}
"""Encodings that a user can choose, by Python's names: what programs have written text files in."""

_MARKED = dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "UTF-16") | {"utf-32": "UTF-32"}
"""What is found by a mark, or by its zero bytes."""

_WIDER = {
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "euc_kr": "cp949",
    "big5hkscs": "big5",
}


@dataclass(frozen=True)
class Encoding:
    """An encoding by Python's name, what people call it, and whether it was guessed."""

    codec: str
    name: str
    guessed: bool = False

    @property
    def is_utf8(self) -> bool:
        """Whether it is what everybody expects."""
        return self.codec in ("utf-8", "utf-8-sig")


def find_encoding(path: Path, look: Look = Look.WHOLE) -> Encoding:
    """The encoding of a text file, by its first block alone unless the whole is looked at.

    Raises FileError where the file is empty, is no text, breaks off within a character, or, but for a glimpse,
    has a line that is longer than any row could be.
    """
    whole = look is Look.WHOLE
    if look is Look.START:
        _check_lines(path)
    try:
        with path.open("rb") as file:
            start = file.read(BLOCK)
    except OSError as error:
        raise problems.can_not_open(path, error) from error
    _refuse_what_is_no_text(path, start)
    marked = _by_mark(start)
    if marked:
        if whole and not _decodes(path, marked):
            raise problems.damaged(path, f"not {marked} throughout")
        return Encoding(marked, _MARKED.get(marked, "UTF-8"))
    if _decodes(path, "utf-8", whole=whole):
        return Encoding("utf-8", "UTF-8")
    codec = mixed_utf8.NAME if mixed_utf8.is_mostly_utf8(_blocks(path)) else _guess(path)
    return Encoding(codec, OFFERED.get(codec, codec.upper().replace("_", "-")), guessed=True)


def chosen_encoding(path: Path, codec: str) -> Encoding:
    """The encoding that the user says a file is in, or the one that was found. Raises InputError where it can't be."""
    if codec not in OFFERED:
        found = find_encoding(path)
        if found.codec == codec:
            return found
    if codec not in OFFERED or not _decodes(path, codec):
        raise InputError(
            tr(
                "“{name}” can't be read as {encoding}: it has bytes that mean nothing there.",
                name=path.name,
                encoding=OFFERED.get(codec, codec),
            ),
            tr("No row was read."),
            tr("Choose another encoding."),
        )
    return Encoding(codec, OFFERED[codec])


def _refuse_what_is_no_text(path: Path, start: bytes) -> None:
    if not start:
        raise problems.empty(path)
    if start.startswith(b"PK\x03\x04"):
        raise problems.not_what_it_says(path, tr("a workbook or zip archive, not text"))
    found = foreign(start[:512])
    if found:
        raise problems.not_what_it_says(path, found)
    strange = len(start) - len(start.translate(None, _NO_TEXT))
    if not _by_mark(start) and strange * 50 > max(len(start), 200):  # a stray byte or four make no program's file
        raise problems.not_what_it_says(path, tr("not text"))


def _by_mark(start: bytes) -> str:
    """The encoding by a byte order mark, or by the zero bytes that UTF-16 puts beside every Latin letter."""
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = start[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) >= 4 and max(even, odd) * 5 > len(sample) and min(even, odd) * 20 < max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    return ""


def _decodes(path: Path, codec: str, *, whole: bool = True) -> bool:
    decoder = codecs.getincrementaldecoder(codec)("strict")
    try:
        for block in _blocks(path):
            decoder.decode(block)
            if not whole:
                return True
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _check_lines(path: Path) -> None:
    for _block in _blocks(path):
        pass


def _blocks(path: Path) -> Iterator[bytes]:
    """The file's bytes. Raises FileError where a line is longer than any row could be."""
    line = 0
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                yield block
                last = max(block.rfind(b"\n"), block.rfind(b"\r"))
                line = line + len(block) if last < 0 else len(block) - last
                if line > MOST_LINE:
                    raise problems.too_large(path, tr("has a line that is longer than any row could be"))
    except OSError as error:
        raise problems.can_not_open(path, error) from error


def _guess(path: Path) -> str:
    sample = _sample(path)
    from charset_normalizer import from_bytes

    best = None if _is_mostly_latin(sample) else from_bytes(sample).best()
    codec = best.encoding if best else ""
    codec = _WIDER.get(codec, codec)
    if codec.startswith("utf"):
        # Line ends and Latin letters of these have zero bytes; a handful of odd bytes only looks like them.
        codec = codec.replace("_", "-") if b"\0" in sample else ""
    candidates = [codec, "cp1252"] if codec and codec not in _WESTERN else _latin_by_fit(sample)
    # Every byte means something in ISO 8859-1, so this always ends.
    return next(found for found in [*candidates, "latin-1"] if _decodes(path, found))


def _is_mostly_latin(sample: bytes) -> bool:
    """Whether letters beyond ASCII are few among the others, as in every language with a Latin alphabet."""
    high = sum(byte >= 0x80 for byte in sample)
    letters = len(re.findall(rb"[A-Za-z]", sample))
    return high * 3 < letters


_LATIN = ("cp1252", "cp1250", "mac_roman", "cp850")
_MARKS = frozenset("€£§°·«»–—‘’“”„…•©®™½²³")


def _latin_by_fit(sample: bytes) -> list[str]:
    """Encodings of Latin text, the one first that makes words of it; Windows-1252 unless another is clearly better."""
    fits = {codec: _fit(sample.decode(codec, "replace")) for codec in _LATIN}
    best = max(_LATIN, key=lambda codec: fits[codec] + (0.1 if codec == "cp1252" else 0))
    return [best, *(codec for codec in ("cp1252",) if codec != best)]


def _fit(text: str) -> float:
    """How many of the characters beyond ASCII stand where such a character may: capitals not within words."""
    high = [(before, char) for before, char in pairwise(" " + text) if char >= "\x80"]
    good = sum(
        (char.isalpha() and not (char.isupper() and before.islower())) or char in _MARKS for before, char in high
    )
    return good / max(len(high), 1)


def _sample(path: Path) -> bytes:
    """Lines that have more than ASCII in them, from anywhere in the file, up to SAMPLE bytes."""
    found, size = [], 0
    with path.open("rb") as file:
        while size < SAMPLE and (line := file.readline(SAMPLE)):
            if not line.isascii():
                found.append(line)
                size += len(line)
    return b"".join(found)[:SAMPLE]
