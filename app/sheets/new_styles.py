"""Cell styles for what is added to a workbook: one that shows a date, one that wraps long text.

Each is added when the first cell needs it, behind those that the workbook has, and only where it has none such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from app.sheets.package import child

_STYLES = re.compile(r"""<((?:[\w.-]+:)?)cellXfs\b(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_COUNT = re.compile(r"""(\scount\s*=\s*)(?:"[0-9]+"|'[0-9]+')""")
_LOOKS = ("fontId", "fillId", "borderId")
_FREE_OF_LOOKS = frozenset({*_LOOKS, "numFmtId", "xfId", "applyNumberFormat", "applyAlignment"})


@dataclass(frozen=True)
class _Wanted:
    """A style by its number format, and its alignment."""

    number_format: str
    alignment: tuple[tuple[str, str], ...] = ()

    def is_met_by(self, style: ET.Element) -> bool:
        """Whether a style looks exactly so."""
        return (
            all(style.get(key, "0") == "0" for key in _LOOKS)
            and set(style.keys()) <= _FREE_OF_LOOKS
            and style.get("numFmtId", "0") == self.number_format
            and [dict(inner.items()) for inner in style] == ([dict(self.alignment)] if self.alignment else [])
            and not (self.alignment and style.get("applyAlignment", "1") in ("0", "false"))
        )

    def xml(self, prefix: str) -> str:
        """The style as XML."""
        head = f'<{prefix}xf numFmtId="{self.number_format}" fontId="0" fillId="0" borderId="0" xfId="0"'
        if not self.alignment:
            return f'{head} applyNumberFormat="1"/>'
        inner = "".join(f' {name}="{value}"' for name, value in self.alignment)
        return f'{head} applyAlignment="1"><{prefix}alignment{inner}/></{prefix}xf>'


_DATE = _Wanted("14")
"""Format 14 shows a date as the system does."""

_WRAPPED = _Wanted("0", (("vertical", "top"), ("wrapText", "1")))
"""From the top: where a row's height is fixed, the beginning of the text is what can be seen."""


class NewStyles:
    """The numbers of the styles for new cells, and the workbook's styles with those that had to be added."""

    def __init__(self, root: ET.Element) -> None:
        styles = child(root, "cellXfs")
        self._known = list(styles) if styles is not None else []
        self._found: dict[_Wanted, int] = {}
        self._added: list[_Wanted] = []

    @property
    def date(self) -> int | None:
        """The style of dates; None where the workbook has no styles to add it to."""
        return self._number(_DATE)

    @property
    def wrapped(self) -> int | None:
        """The style of text that goes over several lines; None likewise."""
        return self._number(_WRAPPED)

    @property
    def has_new(self) -> bool:
        """Whether any style must be added."""
        return bool(self._added)

    def _number(self, wanted: _Wanted) -> int | None:
        if not self._known:
            return None
        if wanted not in self._found:
            known = (index for index, style in enumerate(self._known) if wanted.is_met_by(style))
            number = next(known, None)
            if number is None:
                number = len(self._known) + len(self._added)
                self._added.append(wanted)
            self._found[wanted] = number
        return self._found[wanted]

    def with_new(self, xml: str) -> str:
        """The styles part with the new ones at the end of its cell styles; all else stays as it is written."""
        styles = _STYLES.search(xml)
        if not styles:
            raise ValueError("styles without cell styles")
        prefix = styles[1]
        end = xml.index(f"</{prefix}cellXfs>")
        opening = _COUNT.sub(rf'\g<1>"{len(self._known) + len(self._added)}"', styles[0])
        added = "".join(wanted.xml(prefix) for wanted in self._added)
        return xml[: styles.start()] + opening + xml[styles.end() : end] + added + xml[end:]
