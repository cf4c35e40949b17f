"""Workbooks and text files that the tests of this folder make."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

from app.core.table import SheetInfo, SheetRow
from app.sheets.reader import open_sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'
)

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="000"/></numFmts>'
    '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def sheet_xml(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet around some rows."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}" xmlns:r="{RELATIONS}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def raw_workbook(
    path: Path,
    sheet: str | bytes,
    *,
    strings: str | None = None,
    workbook: str = "",
    extra: dict[str, str | bytes] | None = None,
    compression: int = zipfile.ZIP_DEFLATED,
    comment: bytes = b"",
) -> Path:
    """A workbook with one sheet, its XML given as it is to stand in the file."""
    book = workbook or (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{office}/styles" Target="styles.xml"/>'
        + (f'<Relationship Id="rId3" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>' if strings else "")
        + "</Relationships>"
    )
    root = (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": root,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relations,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet,
        **({"xl/sharedStrings.xml": strings} if strings else {}),
        **(extra or {}),
    }
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.comment = comment
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def simple_workbook(path: Path, rows: Iterable[Sequence[object]], *, sheet: str = "Sheet1") -> Path:
    """A workbook by XlsxWriter with some values from A1 on."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet(sheet)
        for number, values in enumerate(rows):
            for column, value in enumerate(values):
                if value is not None:
                    page.write(number, column, value)
    return path


HEADERS = ("Code", "Date", "Share", "Price", "Lasted", "Flag", "Broken", "Double", "Text")
LAST_ROW = 13


def full_workbook(path: Path, *, table: bool = True, date1904: bool = False, beside: bool = False) -> Path:
    """A workbook that has a bit of everything, twelve rows under a header in row 1 of "Data"."""
    with xlsxwriter.Workbook(path, {"date_1904": date1904}) as book:
        data, other = book.add_worksheet("Data"), book.add_worksheet("Other")
        formats = {
            code: book.add_format({"num_format": code})
            for code in ("0000", "dd/mm/yyyy", "0.0%", "[$€-407]#,##0.00", "[h]:mm")
        }
        data.write_row(0, 0, HEADERS, book.add_format({"bold": True, "bg_color": "#FFCC00"}))
        for row in range(1, LAST_ROW):
            data.write_number(row, 0, row, formats["0000"])
            data.write_datetime(row, 1, dt.datetime(2024, 1, row), formats["dd/mm/yyyy"])
            data.write_number(row, 2, row / 100, formats["0.0%"])
            data.write_number(row, 3, row * 1234.5, formats["[$€-407]#,##0.00"])
            data.write_number(row, 4, row * 1.25, formats["[h]:mm"])
            data.write_boolean(row, 5, row % 2 == 0)
            data.write_formula(row, 6, "=NA()", None, "#N/A")
            data.write_formula(row, 7, f"=A{row + 1}*2", None, row * 2)
            data.write_string(row, 8, f"Zeile {row}\nwith _x0041_, \x01 and 😀")
        data.write_rich_string(4, 8, "plain ", book.add_format({"bold": True}), "bold", " plain")
        if table:
            data.add_table(0, 0, LAST_ROW - 1, 8, {"name": "Orders", "columns": [{"header": name} for name in HEADERS]})
        else:
            data.autofilter(0, 0, LAST_ROW - 1, 8)
        if beside:
            data.write(4, 12, "a note")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Data!$A$2:$A$13"})
        data.insert_chart("P5", chart)
        data.freeze_panes(1, 1)
        data.conditional_format("A2:A13", {"type": "data_bar"})
        data.data_validation("F2:F13", {"validate": "list", "source": ["yes", "no"]})
        data.add_sparkline("T2", {"range": "Data!A2:A10"}) if beside else None
        data.set_row(7, None, None, {"hidden": True})
        other.merge_range("A1:C2", "merged")
        other.write_comment("A3", "a comment")
        other.write("A5", "elsewhere")
    return path


def read(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> tuple[SheetInfo, list[SheetRow]]:
    """A whole table."""
    with open_sheet(path, sheet=sheet, header_row=header_row) as reader:
        rows = [row for chunk in reader.chunks(3) for row in chunk]
        return reader.info, rows


def cells(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> list[tuple[str, ...]]:
    """A whole table's cells."""
    return [row.cells for row in read(path, sheet=sheet, header_row=header_row)[1]]


def noticed(info: SheetInfo) -> str:
    """All notices in one text."""
    return " ".join(f"{notice.text} {notice.done}" for notice in info.notices)
