"""The whole files that harm is done to: small ones of every kind, made here."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import orjson
import pyxlsbwriter
import xlwt
from pypdf import PdfWriter

from app.resource_files import resource
from tests.sheets import made

_DAY = dt.datetime(2024, 2, 29)
_ROWS = [("Name", "Amount", "Day"), ("Łódź", 1.5, _DAY), ("007", -3, _DAY), (None, 2, _DAY), ('a "b", c', 4, _DAY)]


def _made(ending: str, make: Callable[[Path], object]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sample{ending}"
        make(path)
        return path.read_bytes()


def xlsx() -> list[bytes]:
    """With formats, a table, a filter, a chart, shared and rich strings; hand-written XML; a pivot; a template."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>name {n}</t></is></c><c r="B{n}" s="1"><v>{n}</v></c></row>'
        for n in range(1, 9)
    )
    return [
        _made(".xlsx", made.full_workbook),
        _made(".xlsx", lambda path: made.full_workbook(path, table=False, beside=True)),
        _made(".xlsx", lambda path: made.raw_workbook(path, made.sheet_xml(rows))),
        _made(".xlsx", made.pivot_workbook),
        _made(".xltx", made.template),
    ]


def xls() -> list[bytes]:
    """By xlwt, with a date's format."""

    def make(path: Path) -> None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("Data")
        day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
        for number, row in enumerate(_ROWS):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value, *([day] if isinstance(value, dt.datetime) else []))
        book.save(str(path))

    return [_made(".xls", make)]


def xlsb() -> list[bytes]:
    """By pyxlsbwriter."""

    def make(path: Path) -> None:
        with pyxlsbwriter.XlsbWriter(str(path)) as book:
            book.add_sheet("Data")
            book.write_sheet([list(row) for row in _ROWS])

    return [_made(".xlsb", make)]


def ods() -> list[bytes]:
    """By hand: LibreOffice's parts that a reader looks at."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    cells = "".join(
        f'<table:table-row table:number-rows-repeated="{n}"><table:table-cell office:value-type="string"><text:p>a{n}</text:p>'
        f'</table:table-cell><table:table-cell office:value-type="float" office:value="{n}.5"/>'
        '<table:table-cell office:value-type="date" office:date-value="2024-02-29"/></table:table-row>'
        for n in range(1, 5)
    )
    body = (
        f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="Data">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
        archive.writestr("META-INF/manifest.xml", manifest)
    return [packed.getvalue()]


def text() -> list[bytes]:
    """Comma, semicolon and tab, with quoted line breaks, a line that names the delimiter, and no header."""
    return [
        'Name,Amount,Note\r\nŁódź,"1,5","two\nlines"\r\n007,-3,"a ""b"""\r\n,,\r\nlast,4,x\r\n'.encode(),
        "Name;Betrag\nMüller;1,5\nMaier;2,0\n".encode("cp1252"),
        b"sep=|\nName|Amount\na|1\nb|2\n",
        b"1\t2\t3\n4\t5\t6\n7\t8\t9\n",
        "\ufeffName\nonly one column\nand another\n".encode(),
        b'Name,Text\na,"said \\"x\\""\nb,plain\n',
    ]


def recipes() -> list[bytes]:
    """Those that are shipped."""
    return [path.read_bytes() for folder in ("recipes", "examples") for path in sorted(resource(folder).glob("*.toml"))]


def templates() -> list[bytes]:
    """Prompts for the columns that `targets` has."""
    return [
        b"Say {{Name}} about {{Amount}}.\n{{a}}: \\{{literal}}\n\nAnd {{ name }} 100% {{Name}}{{Amount}}",
        b"{{Name}}\r\n%s %(x)s {{AMOUNT}} \\\\{{a}} }}{{",
    ]


def prompts() -> list[bytes]:
    """A prompt as JSON, as Python, as JavaScript and as text."""
    call = {
        "model": "claude-haiku-5-5",
        "max_tokens": 300,
        "system": "Be brief.",
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Say {{NAME}} twice."}]}],
    }
    code = f"import anthropic\n\nclient = anthropic.Anthropic()\nmessage = client.messages.create(**{call!r})\n"
    script = 'const msg = await anthropic.messages.create({model: "m", max_tokens: 1, system: "s", messages: [{role: "user", content: `Say {{NAME}}`}]});'
    return [orjson.dumps(call), code.encode(), script.encode(), b"SYSTEM\nBe brief.\n\nUSER\nSay {{NAME}} twice.\n"]


def answers() -> list[bytes]:
    """Lines of a download: every kind of result, for the rows that `targets` asks about."""
    usage = {"input_tokens": 10, "output_tokens": 5, "cache_read_input_tokens": 0, "cache_creation_input_tokens": 3}

    def succeeded(text: str, stop: str = "end_turn") -> dict[str, object]:
        content = [{"type": "thinking", "thinking": "…"}, {"type": "text", "text": text}]
        return {"type": "succeeded", "message": {"content": content, "stop_reason": stop, "usage": usage}}

    whole = '{"kind": "b", "amount": 1.5, "day": "2024-02-29", "sure": true, "names": ["x", "y"]}'
    results: list[object] = [
        succeeded(whole), succeeded(whole[:20], "max_tokens"), succeeded("no", "refusal"), succeeded("", "pause_turn"),
        {"type": "errored", "error": {"type": "error", "error": {"type": "invalid_request_error", "message": "no"}}},
        {"type": "expired"}, {"type": "canceled"}, {"type": "new kind"},
    ]  # fmt: skip
    lines = [orjson.dumps({"custom_id": f"ROW{number}", "result": one}) for number, one in enumerate(results)]
    return [b"\n".join(lines) + b"\n"]


def documents() -> list[bytes]:
    """A PDF, a PNG, a GIF, a JPEG, a WebP and a text."""
    written = io.BytesIO()
    pdf = PdfWriter()
    for _ in range(3):
        pdf.add_blank_page(200, 200)
    pdf.write(written)
    head = b"IHDR" + struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)
    png = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + head
        + struct.pack(">I", zlib.crc32(head))
        + b"\0\0\0\0IEND\xaeB`\x82"
    )
    frame = b"\xff\xc0\0\x11\x08" + struct.pack(">HH", 2, 3) + b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"
    return [
        written.getvalue(),
        png,
        b"GIF89a" + struct.pack("<HH", 3, 2) + b"\0\0\0,\0\0\0\0\3\0\2\0\0\2\2\x44\1\0;",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + frame + b"\xff\xd9",
        b"RIFF" + struct.pack("<I", 24) + b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0\2\0\0\1\0\0" + b"\0\0",
        b"A text\nin two lines\n",
    ]


def jobs(saved: Callable[[Path], object]) -> list[bytes]:
    """A job as it moves to another computer, unpacked."""
    return [gzip.decompress(_made(".batchsheet", saved))]
