"""Small parts of a workbook that must know of new columns: tables, filters.

Edited as text: what is not changed stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.sheets.cell_text import xml_text
from app.sheets.cells import Area
from app.sheets.xml_stream import encoding_of

_ENCODING = re.compile(r"""(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')""")
_REF = re.compile(r"""(\sref\s*=\s*)(?:"[^"]*"|'[^']*')""")
_COUNT = re.compile(r"""(\scount\s*=\s*)(?:"[0-9]+"|'[0-9]+')""")
_FILTER = re.compile(r"""<(?:[\w.-]+:)?autoFilter\b(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_TABLE = re.compile(r"""<(?:[\w.-]+:)?table\b(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_COLUMNS = re.compile(r"""<((?:[\w.-]+:)?)tableColumns\b(?:[^<>"']|"[^"]*"|'[^']*')*>""")


def part_text(data: bytes) -> str:
    """A part's XML as text that says that it is UTF-8."""
    return _ENCODING.sub(r'\1"UTF-8"', data.decode(encoding_of(data)), count=1)


def grown_table(xml: str, area: Area, names: Sequence[str], next_id: int) -> str:
    """A table with columns added at its right, and its filter with it."""
    columns = _COLUMNS.search(xml)
    if not columns:
        raise ValueError("a table without columns")
    prefix = columns[1]
    added = "".join(
        f'<{prefix}tableColumn id="{next_id + index}" name="{_attribute(name)}"/>' for index, name in enumerate(names)
    )
    end = f"</{prefix}tableColumns>"
    total = len(re.findall(rf"<{re.escape(prefix)}tableColumn\b", xml)) + len(names)
    xml = xml.replace(columns[0], _COUNT.sub(rf'\g<1>"{total}"', columns[0]), 1).replace(end, added + end, 1)
    xml = _TABLE.sub(lambda match: _with_ref(match[0], area), xml, count=1)
    return grown_filter(xml, area)


def grown_filter(xml: str, area: Area) -> str:
    """The first filter in some XML over columns further right; its rows stay as they are."""

    def grown(match: re.Match[str]) -> str:
        rows = re.search(r"""\sref\s*=\s*["']\$?[A-Za-z]+\$?([0-9]+)(?::\$?[A-Za-z]+\$?([0-9]+))?""", match[0])
        if not rows:
            return match[0]
        first, last = int(rows[1]), int(rows[2] or rows[1])
        return _with_ref(match[0], Area(first, area.first_column, last, area.last_column))

    return _FILTER.sub(grown, xml, count=1)


def grown_filter_name(xml: str, sheet_index: int, old: Area, new: Area) -> str:
    """The workbook's hidden name for a sheet's filter over columns further right."""

    def grown(match: re.Match[str]) -> str:
        is_ours = "_xlnm._FilterDatabase" in match[1] and re.search(
            rf"""localSheetId\s*=\s*["']{sheet_index}["']""", match[1]
        )
        return match[1] + match[2].replace(_absolute(old), _absolute(new)) if is_ours else match[0]

    return re.sub(r"(<(?:[\w.-]+:)?definedName\b[^>]*>)([^<]*)", grown, xml)


def _with_ref(tag: str, area: Area) -> str:
    return _REF.sub(rf'\g<1>"{area}"', tag, count=1)


def _absolute(area: Area) -> str:
    return re.sub(r"([A-Z]+)([0-9]+)", r"$\1$\2", str(area))


def _attribute(name: str) -> str:
    """A header as a table has it in an attribute: line breaks are spelled out there."""
    return xml_text(name).replace('"', "&quot;").replace("\n", "_x000a_").replace("\t", "_x0009_")
