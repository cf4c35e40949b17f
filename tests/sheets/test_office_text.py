"""Word documents and workbooks as the text that is sent of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.attachment import Attachment, AttachmentKind, Unfit
from app.sheets import word_text
from app.sheets.attachments import look_at, look_into
from app.sheets.word_text import text_of_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="{main}"/></Relationships>'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def docx(body: str, *, main: str = "word/document.xml", notes: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS.format(main=main))
        package.writestr(main, f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if notes:
            package.writestr(main.rpartition("/")[0] + "/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
    return out.getvalue()


def text_of(body: str) -> str:
    return text_of_document(docx(body))


def test_paragraphs_are_lines() -> None:
    assert text_of(paragraph(run("Dear "), run("Sir,")) + paragraph() + paragraph(run("Grüße &amp; more"))) == (
        "Dear Sir,\n\nGrüße & more"
    )


def test_tables_are_lines_with_tabs_and_their_cells_one_line_each() -> None:
    cell = "<w:tc>{}</w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format(paragraph(run('x')))}{cell.format(paragraph(run('y')))}</w:tr></w:tbl>"
    cells = [paragraph(run("a")) + paragraph(run("b")), paragraph(run("c")), inner + paragraph()]
    table = f"<w:tbl><w:tr>{''.join(map(cell.format, cells))}</w:tr></w:tbl>"
    assert text_of(paragraph(run("before")) + table + paragraph(run("after"))) == "before\na b\tc\tx y\nafter"


def test_what_is_seen_is_sent_and_what_was_deleted_is_not() -> None:
    body = paragraph(
        run("kept"),
        f"<w:ins>{run(' inserted')}</w:ins>",
        "<w:del><w:r><w:delText> deleted</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run(' moved away')}</w:moveFrom>",
        f"<w:sdt><w:sdtContent>{run(' control')}</w:sdtContent></w:sdt>",
        f"<w:hyperlink>{run(' link')}</w:hyperlink>",
        "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>",
        "<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>break</w:t></w:r>",
    )
    assert text_of(body) == "kept inserted control link\ttab\nbreak"


def test_a_text_box_is_said_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(paragraph(run("beside"), f"<w:r>{both}</w:r>")) == "in the box\nbeside"


def test_notes_follow_and_the_body_is_found_where_it_is() -> None:
    data = docx(paragraph(run("body")), main="deep/main.xml", notes=paragraph(run("a note")))
    assert text_of_document(data) == "body\n\na note"


def found(path: Path) -> Attachment:
    one = look_at(path)
    assert isinstance(one, Attachment), one
    return one


def test_a_document_is_looked_at_as_its_text(tmp_path: Path) -> None:
    path = tmp_path / "Letter.DOCX"
    path.write_bytes(docx(paragraph(run("é" * 10))))
    one = found(path)
    assert (one.kind, one.media_type, one.size) == (AttachmentKind.TEXT, "text/plain", 20)
    assert look_into(path)[1] == "é" * 10


def test_a_workbook_is_its_visible_sheets_as_excel_shows_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Prices"
    first.append(["Item", "Price", "Since"])
    first.append(["Tea\nbags", 3.5, None])
    first["B2"].number_format = "0.00"
    first["KL4"] = "far right"
    book.create_sheet("Blank")
    hidden = book.create_sheet("Secret")
    hidden["A1"] = "not for sending"
    hidden.sheet_state = "hidden"
    book.create_sheet("Last")["B3"] = "x"
    path = tmp_path / "prices.xlsx"
    book.save(path)
    text = look_into(path)[1]
    lines = text.split("\n")
    assert lines[:3] == ["# Prices", "Item\tPrice\tSince", "Tea bags\t3.50"]
    assert lines[3].strip("\t") == "far right"
    assert lines[4:] == ["", "# Last", "\tx"]
    assert "not for sending" not in text


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("a.docx", docx(paragraph()), Unfit.EMPTY),
        ("a.docx", docx(paragraph(run("x")))[:-30], Unfit.DAMAGED),
        ("a.docx", docx("<w:p>"), Unfit.DAMAGED),
        ("a.docx", b"no zip at all", Unfit.UNKNOWN),
        ("a.zip", docx(paragraph(run("x"))), Unfit.UNKNOWN),
        ("a.xlsx", docx(paragraph(run("x"))), Unfit.DAMAGED),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), Unfit.DAMAGED),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(120) + "EncryptedPackage".encode("utf-16-le") + bytes(200),
            Unfit.PROTECTED,
        ),
    ],
)
def test_what_can_not_be_sent(tmp_path: Path, name: str, data: bytes, trouble: Unfit) -> None:
    (tmp_path / name).write_bytes(data)
    assert look_at(tmp_path / name) is trouble


def test_entities_and_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    entity = f'<!DOCTYPE d [<!ENTITY e "boom">]><w:document {W}><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>'
    for encoding in ("utf-8", "utf-16"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("word/document.xml", entity.encode(encoding))
        path.write_bytes(out.getvalue())
        assert look_at(path) is Unfit.DAMAGED
    path.write_bytes(docx(paragraph(run("x" * 100_000))))
    assert isinstance(look_at(path), Attachment)
    monkeypatch.setattr(word_text, "MOST_PART", 50_000)
    assert look_at(path) is Unfit.DAMAGED


SOUND = docx(paragraph(run("some text")) * 3)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_damage_anywhere_is_damage_and_no_fault(tmp_path: Path, data: st.DataObject) -> None:
    broken = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(4, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / data.draw(st.sampled_from(["a.docx", "a.xlsx"]))
    path.write_bytes(broken)
    assert isinstance(look_at(path), Attachment | Unfit)
