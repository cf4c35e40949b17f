"""Workbooks and text files that the tests of this folder make."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from app.core.table import SheetInfo, SheetRow
from app.sheets.reader import open_table

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
    with open_table(path, sheet=sheet, header_row=header_row) as reader:
        rows = [row for chunk in reader.chunks(3) for row in chunk]
        return reader.info, rows


def place(sheet: str, width: int) -> dict[str, Any]:
    """Where the table of a simple workbook is, as `add_columns` takes it."""
    return {"sheet": sheet, "header_row": 1, "first_column": 0, "width": width}


def place_of(info: SheetInfo) -> dict[str, Any]:
    """Where a table is that was read, as `add_columns` takes it."""
    return place(info.sheet, len(info.columns)) | {"header_row": info.header_row, "first_column": info.first_column}


def cells(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> list[tuple[str, ...]]:
    """A whole table's cells."""
    return [row.cells for row in read(path, sheet=sheet, header_row=header_row)[1]]


def noticed(info: SheetInfo) -> str:
    """All notices in one text."""
    return " ".join(f"{notice.text} {notice.done}" for notice in info.notices)


def changed_zip(source: Path, target: Path, edits: dict[str, tuple[str, str]], added: dict[str, str | bytes]) -> Path:
    """A copy of a zip with some texts in its parts replaced, each once, and parts added."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name in edits:
                old, new = edits[name]
                assert content.decode().count(old) == 1, name
                content = content.decode().replace(old, new).encode()
            after.writestr(name, content)
        for name, more in added.items():
            after.writestr(name, more)
    return target


_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
VBA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 macros"


def template(path: Path) -> Path:
    """A template with a table; by its ending .xltm with macros in it."""
    plain = full_workbook(path.with_name("plain.xlsx"))
    if path.suffix == ".xltx":
        edits = {"[Content_Types].xml": (f"{_OFFICE}.sheet.main+xml", f"{_OFFICE}.template.main+xml")}
        return changed_zip(plain, path, edits, {})
    book = f'<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}.sheet.main+xml"/>'
    macros = (
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.template.macroEnabled.main+xml"/>'
        '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    )
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    relation = f'<Relationship Id="rIdVba" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    edits = {
        "[Content_Types].xml": (book, macros),
        "xl/_rels/workbook.xml.rels": ("</Relationships>", relation),
    }
    return changed_zip(plain, path, edits, {"xl/vbaProject.bin": VBA})


def pivot_workbook(path: Path) -> Path:
    """Four rows in "Data", and in "Pivot" a pivot table over them, which XlsxWriter has not."""
    plain = path.with_name("plain.xlsx")
    with xlsxwriter.Workbook(plain) as book:
        data, pivot = book.add_worksheet("Data"), book.add_worksheet("Pivot")
        for row, values in enumerate([("Kind", "Amount"), ("a", 1), ("b", 2), ("a", 3), ("b", 4)]):
            data.write_row(row, 0, values)
        for row, values in enumerate([("Kind", "Sum of Amount"), ("a", 4), ("b", 6), ("Total Result", 10)], 2):
            pivot.write_row(row, 0, values)
    head, links = f'xmlns="{MAIN}" xmlns:r="{RELATIONS}"', f'<Relationships xmlns="{PACKAGE}">'
    records = "".join(f'<r><x v="{kind}"/><n v="{amount}"/></r>' for kind, amount in ((0, 1), (1, 2), (0, 3), (1, 4)))

    def link(kind: str, target: str, name: str = "rId1") -> str:
        return f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>'

    def typed(part: str, kind: str) -> str:
        return f'<Override PartName="/xl/{part}" ContentType="{_OFFICE}.{kind}+xml"/>'

    cache = (
        f'<pivotCacheDefinition {head} r:id="rId1" createdVersion="3" refreshedVersion="3" recordCount="4">'
        '<cacheSource type="worksheet"><worksheetSource ref="A1:B5" sheet="Data"/></cacheSource>'
        '<cacheFields count="2"><cacheField name="Kind" numFmtId="0"><sharedItems count="2"><s v="a"/><s v="b"/>'
        '</sharedItems></cacheField><cacheField name="Amount" numFmtId="0"><sharedItems containsSemiMixedTypes="0" '
        'containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="4"/></cacheField>'
        "</cacheFields></pivotCacheDefinition>"
    )
    table = (
        f'<pivotTableDefinition {head} name="Sums" cacheId="1" dataCaption="Values" updatedVersion="3" '
        'minRefreshableVersion="3" createdVersion="3"><location ref="A3:B6" firstHeaderRow="1" firstDataRow="1" '
        'firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/>'
        '<item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields>'
        '<rowFields count="1"><field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand">'
        '<x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Amount" '
        'fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>'
    )
    types = (
        typed("pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition")
        + typed("pivotCache/pivotCacheRecords1.xml", "pivotCacheRecords")
        + typed("pivotTables/pivotTable1.xml", "pivotTable")
    )
    caches = '<pivotCaches><pivotCache cacheId="1" r:id="rIdPivot"/></pivotCaches></workbook>'
    definition = "pivotCache/pivotCacheDefinition1.xml"
    return changed_zip(
        plain,
        path,
        {
            "[Content_Types].xml": ("</Types>", f"{types}</Types>"),
            "xl/workbook.xml": ("</workbook>", caches),
            "xl/_rels/workbook.xml.rels": (
                "</Relationships>",
                link("pivotCacheDefinition", definition, "rIdPivot"),
            ),
        },
        {
            f"xl/{definition}": cache,
            "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords {head} count="4">{records}</pivotCacheRecords>',
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": links
            + link("pivotCacheRecords", "pivotCacheRecords1.xml"),
            "xl/pivotTables/pivotTable1.xml": table,
            "xl/pivotTables/_rels/pivotTable1.xml.rels": links + link("pivotCacheDefinition", f"../{definition}"),
            "xl/worksheets/_rels/sheet2.xml.rels": links + link("pivotTable", "../pivotTables/pivotTable1.xml"),
        },
    )
