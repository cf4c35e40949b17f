"""Which number format each of a workbook's cell styles has."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from app.sheets.number_format import BUILT_IN, NumberFormat
from app.sheets.package import Package, child


class Styles:
    """Formats by a cell's style number. Styles whose format shows a value as it is are left out."""

    def __init__(self, package: Package) -> None:
        self.formats: dict[str, NumberFormat] = {}
        part = package.styles_part
        if not part or not package.has(part):
            return
        root = package.xml(part)
        codes = _codes(root)
        made: dict[str, NumberFormat] = {}
        for index, number in enumerate(_format_numbers(root)):
            code = codes.get(number, "General")
            found = made.setdefault(code, NumberFormat(code, package.date1904))
            if not found.is_general or found.text_section is not None:
                self.formats[str(index)] = found


def _codes(root: ET.Element) -> dict[int, str]:
    """Format codes by number: the workbook's own before the built-in ones, but for the region's dates.

    Excel shows format 14 as the system's short date even where the file spells it out.
    """
    codes = dict(BUILT_IN)
    own = child(root, "numFmts")
    for element in own if own is not None else ():
        number = int(element.get("numFmtId", "0"))
        if number not in (14, 22):
            codes[number] = element.get("formatCode", "General")
    return codes


def _format_numbers(root: ET.Element) -> list[int]:
    styles = child(root, "cellXfs")
    return [int(element.get("numFmtId", "0")) for element in (styles if styles is not None else ())]
