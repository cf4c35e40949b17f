"""The texts that a workbook's cells share, read as far as they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from app.sheets.xml_stream import MOST_HEAD, MOST_ROW, plain_text, text_pieces

_ROOT = re.compile(r"<((?:[A-Za-z_][\w.-]*:)?)sst\b[^>]*?(/?)>")


class SharedStrings:
    """Texts by number. Rich text is its words alone; how to pronounce them is left out.

    ``get`` raises IndexError past the end, and what a damaged part raises.
    """

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._stream = stream
        self.loaded: list[str] = []
        self._batches = self._read(stream) if stream else iter(())

    def get(self, index: int) -> str:
        """One text; those before it are read on the way."""
        while index >= len(self.loaded):
            batch = next(self._batches, None)
            if batch is None:
                raise IndexError(f"no shared text {index}")
            self.loaded += batch
        return self.loaded[index]

    def close(self) -> None:
        """Let go of the part."""
        if self._stream:
            self._stream.close()

    def _read(self, stream: IO[bytes]) -> Iterator[list[str]]:
        pieces = text_pieces(stream)
        text = ""
        root = None
        while root is None:
            piece = next(pieces, None)
            if piece is None or len(text) > MOST_HEAD:
                raise ValueError("shared texts without a beginning")
            text += piece
            root = _ROOT.search(text)
        if root[2]:
            return
        items = _Items(root[1])
        text = text[root.end() :]
        while True:
            cut = text.rfind(items.end)
            if cut >= 0:
                cut += len(items.end)
                yield items.texts(text[:cut])
                text = text[cut:]
            piece = next(pieces, None)
            if piece is None:
                break
            text += piece
            if len(text) > MOST_ROW:
                raise ValueError("a shared text without an end")
        yield items.texts(text)


class _Items:
    """Takes ``<si>`` items apart, whatever stands before their names."""

    def __init__(self, prefix: str) -> None:
        p = re.escape(prefix)
        self.end = f"</{prefix}si>"
        self._item = re.compile(
            rf"<{p}si\s*(?:/>|>\s*(?:<{p}t(?:\s[^<>]*)?>([^<]*)</{p}t>\s*</{p}si>|(.*?)</{p}si>))", re.DOTALL
        )
        self._phonetic = re.compile(rf"<{p}rPh\b.*?</{p}rPh>", re.DOTALL)
        self._run = re.compile(rf"<{p}t(?:\s[^<>]*)?(?<!/)>([^<]*)</{p}t>")

    def texts(self, xml: str) -> list[str]:
        """The texts of whole items."""
        found = self._item.findall(xml)
        plain = "&" not in xml and "_x" not in xml
        if plain:
            return [simple or (self.words(rich) if rich else "") for simple, rich in found]
        return [plain_text(simple) if simple else (self.words(rich) if rich else "") for simple, rich in found]

    def words(self, rich: str) -> str:
        """The words of a text with formatting in it."""
        if "rPh" in rich:
            rich = self._phonetic.sub("", rich)
        return "".join(plain_text(run) for run in self._run.findall(rich))
