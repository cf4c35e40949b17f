"""The user's own text file with columns added: every byte that was there is there, in its place."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import FileError
from app.core.outputs import CellValue
from app.sheets.cell_text import formula_safe, utf8_text
from app.sheets.export_report import ExportReport, NewColumn
from app.sheets.text_copy import add_text_columns
from app.sheets.text_records import manner_of
from tests.sheets import made

ANSWER = (NewColumn("Answer"),)


def export(
    source: Path,
    target: Path,
    values: Sequence[Sequence[CellValue]] | None = None,
    columns: Sequence[NewColumn] = ANSWER,
    *,
    safe: bool = True,
    utf8: bool = False,
    header_row: int | None = None,
) -> ExportReport:
    info, rows = made.read(source, header_row=header_row)
    given = values if values is not None else [[f"a{row.number}"] for row in rows]
    return add_text_columns(
        source,
        target,
        header_row=info.header_row,
        first_column=info.first_column,
        width=len(info.columns),
        columns=columns,
        rows=[(row.number, found) for row, found in zip(rows, given, strict=False)],
        manner=manner_of(source),
        safe=safe,
        utf8=utf8,
    )


def copied(tmp_path: Path, content: bytes, *args: object, ending: str = ".csv", **options: object) -> bytes:
    source, target = tmp_path / f"source{ending}", tmp_path / f"target{ending}"
    source.write_bytes(content)
    export(source, target, *args, **options)  # type: ignore[arg-type]
    assert source.read_bytes() == content
    return target.read_bytes()


def test_bytes_that_are_no_utf8_stay_as_they_are(tmp_path: Path) -> None:
    head, body = b"Name,Text\n", "Jörg,Köln ist größer\n".encode() * 20
    content = head + body + b"Ann,caf\xe9\n"
    new = copied(tmp_path, content, [["ä"]] * 21)
    assert new == head.replace(b"\n", b",Answer\n") + body.replace(b"\n", ",ä\n".encode()) + b"Ann,caf\xe9,\xc3\xa4\n"


@pytest.mark.parametrize("char", ["\u2028", "\x0c", "\x85", "\x0b"])
def test_what_only_python_takes_for_a_line_end_leaves_no_row_without_its_answer(tmp_path: Path, char: str) -> None:
    content = f'a,b\n"x",1\n"q",z{char}z\n'
    assert copied(tmp_path, content.encode()).decode() == f'a,b,Answer\n"x",1,a2\n"q",z{char}z,a3\n'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a,b\n1,2\n3,4\n", b"a,b,Answer\n1,2,a2\n3,4,a3\n"),
        (b"a;b\r\n1;2\r\n3;4", b"a;b;Answer\r\n1;2;a2\r\n3;4;a3"),
        (b"a\tb\r1\t2\r3\t4\r", b"a\tb\tAnswer\r1\t2\ta2\r3\t4\ta3\r"),
        (b"a|b\n1|2\r\n3|4\n", b"a|b|Answer\n1|2|a2\r\n3|4|a3\n"),
        (b'"a","b"\n"1","2"\n"3","4"\n', b'"a","b","Answer"\n"1","2","a2"\n"3","4","a3"\n'),
        (b'"a","b"\n1,"x"\n2,"y"\n', b'"a","b","Answer"\n1,"x","a2"\n2,"y","a3"\n'),
        (b"\xef\xbb\xbfa,b\n1,2\n", b"\xef\xbb\xbfa,b,Answer\n1,2,a2\n"),
        (b"sep=;\r\na;b\r\n1;2\r\n", b"sep=;\r\na;b;Answer\r\n1;2;a2\r\n"),
        (b'a,b\n"x\r\ny", z \n3,"q""q"\n', b'a,b,Answer\n"x\r\ny", z ,a2\n3,"q""q",a3\n'),
        (b"a,b\n1,2\n\n3,4\n", b"a,b,Answer\n1,2,a2\n\n3,4,a4\n"),
        (b"a,b,c\n1,2,3\n4\n5,6,7\n8,9,0\n", b"a,b,c,Answer\n1,2,3,a2\n4,,,a3\n5,6,7,a4\n8,9,0,a5\n"),
        (b"a,b,,\n1,2,,\n3,4,,\n", b"a,b,,,Answer\n1,2,,,a2\n3,4,,,a3\n"),
        (b"Name\nSmith\nMiller\n", b"Name,Answer\nSmith,a2\nMiller,a3\n"),
        (b"Name\nSmith, John\nMiller\n", b"Name;Answer\nSmith, John;a2\nMiller;a3\n"),
    ],
)
def test_bytes_stay_and_new_fields_come_before_the_line_end(tmp_path: Path, content: bytes, expected: bytes) -> None:
    (tmp_path / "source.csv").write_bytes(content)
    info, rows = made.read(tmp_path / "source.csv")
    values = [[f"a{row.number}"] if not row.blank else [None] for row in rows]
    if info.header_row != 1:
        pytest.fail(f"the header is in row {info.header_row}")
    assert copied(tmp_path, content, values) == expected


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp932", "gb18030"])
def test_the_encoding_is_the_files_own(tmp_path: Path, codec: str) -> None:
    words = {
        "cp1252": "Müller Größe Straße",
        "cp1251": "Привет мир опять",
        "cp932": "日本語のテキスト",
        "gb18030": "中文文本文件",
    }
    word = words.get(codec, "Größe 日本 Привет")
    text = "name,size\r\n" + "".join(f"{word},{n}\r\n" for n in range(20))
    content = text.encode(codec)
    (tmp_path / "source.csv").write_bytes(content)
    if (found := manner_of(tmp_path / "source.csv").codec) != codec and not codec.startswith("utf-16"):
        pytest.skip(f"the encoding was taken for {found}")
    expected = text.replace("size\r\n", "size,Answer\r\n").replace(f"{word},", f"{word},", 1)
    for n in range(20):
        expected = expected.replace(f"{word},{n}\r\n", f"{word},{n},{word}!\r\n")
    assert copied(tmp_path, content, [[f"{word}!"]] * 20) == expected.encode(codec)


def test_an_encoding_without_the_answers_characters_is_said_and_nothing_replaced(tmp_path: Path) -> None:
    content = "name;size\nMüller;Größe\nMaß;süß\n".encode("cp1252")
    source = tmp_path / "source.csv"
    source.write_bytes(content)
    assert not manner_of(source).holds("→ 日本")
    with pytest.raises(FileError, match="Windows-1252"):
        export(source, tmp_path / "b.csv", [["→ 日本"], ["x"]])
    report = export(source, tmp_path / "b.csv", [["→ 日本"], ["x"]], utf8=True)
    expected = "name;size;Answer\nMüller;Größe;→ 日本\nMaß;süß;x\n"
    assert (tmp_path / "b.csv").read_bytes() == codecs.BOM_UTF8 + expected.encode()
    assert any("UTF-8" in note for note in report.notes)


def test_lines_above_the_header_stay(tmp_path: Path) -> None:
    content = b"Report of May\n\nname,size,kind\nx,1,k\ny,2,k\nz,3,k\n"
    found = copied(tmp_path, content, header_row=3)
    assert found == b"Report of May\n\nname,size,kind,Answer\nx,1,k,a4\ny,2,k,a5\nz,3,k,a6\n"


def test_a_mark_that_is_never_closed_keeps_its_record(tmp_path: Path) -> None:
    source = tmp_path / "source.csv"
    source.write_bytes(b'a,b\n1,2\n3,4\n5,"open\nto the end\n')
    report = export(source, tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_bytes() == b'a,b,Answer\n1,2,a2\n3,4,a3\n5,"open\nto the end\n'
    assert any("quotation mark" in note and "4" in note for note in report.notes)


@pytest.mark.parametrize(
    "last",
    [
        b'x"y,"open\nto the end\n',  # two marks, of which the first is a letter of its cell
        b'5,"said \\"x',  # two marks, of which one is meant
    ],
)
def test_a_mark_that_is_never_closed_is_found_however_many_there_are(tmp_path: Path, last: bytes) -> None:
    source = tmp_path / "source.csv"
    source.write_bytes(b'a,b\n1,"say \\"hi\\" you"\n3,4\n' + last)
    report = export(source, tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_bytes().endswith(b"3,4,a3\n" + last)
    assert any("quotation mark" in note and "4" in note for note in report.notes)


def test_a_column_alone_may_hold_any_character(tmp_path: Path) -> None:
    content = "a\nx\uffffy\nz\n".encode()
    assert copied(tmp_path, content) == "a,Answer\nx\uffffy,a2\nz,a3\n".encode()


def test_backslash_quotes_are_answered_in_kind(tmp_path: Path) -> None:
    content = b'a,b\n1,"say \\"hi\\" to, all"\n2,"x"\n3,"y \\"z\\" w"\n'
    found = copied(tmp_path, content, [['he said "no"'], ["plain"], ["a,b"]])
    assert found.splitlines()[1:] == [
        b'1,"say \\"hi\\" to, all","he said \\"no\\""',
        b'2,"x",plain',
        b'3,"y \\"z\\" w","a,b"',
    ]


FORMULAS = ["=1+1", "+1", "-x", "@x", "\tx", "\rx", '=HYPERLINK("http://x")', "-5", "plain"]


def test_formulas_are_made_safe_unless_they_are_wanted(tmp_path: Path) -> None:
    content = b"a,b\n" + b"1,=old\n" * len(FORMULAS)
    for safe in (True, False):
        found = copied(tmp_path, content, [[text] for text in FORMULAS], safe=safe)
        records = list(csv.reader(io.StringIO(found.decode(), newline="")))
        assert [record[1] for record in records[1:]] == ["=old"] * len(FORMULAS)
        assert [record[2] for record in records[1:]] == [formula_safe(text) if safe else text for text in FORMULAS]


def test_an_existing_column_is_filled_or_replaced_in_place(tmp_path: Path) -> None:
    content = b'id,Answer,"note"\n1,,"n, 1"\n2,"old",n\n3, ,\n4\n5,"keep, me",n\n'
    values: list[list[CellValue]] = [["one, 1"], ["two"], ["three"], ["four"], [None]]
    filled = copied(tmp_path, content, [values[0], [None], *values[2:]], [NewColumn("Answer", at=1)])
    assert filled == b'id,Answer,"note"\n1,"one, 1","n, 1"\n2,"old",n\n3,three,\n4,four\n5,"keep, me",n\n'
    replaced = copied(tmp_path, content, values, [NewColumn("Answer", at=1)])
    assert replaced == b'id,Answer,"note"\n1,"one, 1","n, 1"\n2,two,n\n3,three,\n4,four\n5,"keep, me",n\n'
    some: list[list[CellValue]] = [["x", "y"], [None, "y"], ["x", "y"], ["x", "y"], [None, "y"]]
    both = copied(tmp_path, content, some, [NewColumn("Answer", at=1), NewColumn("Outcome")])
    assert both.splitlines() == [
        b'id,Answer,"note",Outcome', b'1,x,"n, 1",y', b'2,"old",n,y', b"3,x,,y", b"4,x,,y", b'5,"keep, me",n,y',
    ]  # fmt: skip


TEXT = st.text(st.characters(codec=None), max_size=40)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    answers=st.lists(TEXT, min_size=4, max_size=4),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
    safe=st.booleans(),
)
def test_any_text_comes_back(
    tmp_path: Path, answers: list[str], delimiter: str, end: str, codec: str, safe: bool
) -> None:
    """Read by Python's own csv module: the fields that were there, and the answers."""
    lines = ["key", "value"], ["1", "ä, b; c"], ["2", "d"], ["3", "e f"], ["4", "g"]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(lines)
    content = text.getvalue().encode(codec)
    found = copied(tmp_path, content, [[answer] for answer in answers], safe=safe)
    records = list(csv.reader(io.StringIO(found.decode(codec), newline=""), delimiter=delimiter))
    kept = [utf8_text(answer) for answer in answers]
    expected = [formula_safe(answer) for answer in kept] if safe else kept
    assert [record[:2] for record in records] == [list(line) for line in lines]
    assert [record[2] for record in records[1:]] == expected


@pytest.mark.parametrize(
    "name",
    [
        "companies_nasdaq.csv",
        "csv_duplicate_headers.csv",
        "csv_european_escape.csv",
        "csv_leading_zeros.csv",
        "csv_quotes_newlines.csv",
        "csv_sp500_companies.csv",
        "csv_utf16be_title.csv",
        "support_tickets.csv",
    ],
)
def test_real_files_keep_every_byte(data_folder: Path, tmp_path: Path, name: str) -> None:
    """Taken out again, the answers leave the file that was there."""
    source, target = data_folder / name, tmp_path / name
    info, rows = made.read(source)
    export(source, target, [[f"answer-{row.number}"] for row in rows])
    again, copied_rows = made.read(target, header_row=info.header_row)
    assert again.columns[: len(info.columns)] == info.columns
    assert [row.cells[: len(info.columns)] for row in copied_rows[: len(rows)]] == [row.cells for row in rows]
    assert [row.cells[-1] for row in copied_rows[: len(rows)]] == [f"answer-{row.number}" for row in rows]
    manner = manner_of(source)
    codec = {"utf-16": "utf-16-be"}.get(manner.codec, "latin-1")
    text = target.read_bytes().decode(codec)
    delimiter = re.escape(manner.dialect.delimiter or ",")
    text, count = re.subn(rf'{delimiter}("?)answer-[0-9]+\1', "", text)
    assert count == len(rows)
    content = re.sub(rf'{delimiter}("?)Answer\1', "", text, count=1).encode(codec)
    before = source.read_bytes()
    if content != before:  # the records that had fewer fields than the others
        assert content.replace(b",\r", b"\r").replace(b",\n", b"\n") == before.replace(b",\r", b"\r").replace(
            b",\n", b"\n"
        )


def test_whoever_looks_for_the_manner_of_a_long_file_can_hold_still_or_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a,b\n" + "1,2\n" * 3000, encoding="utf-8")
    calls: list[int] = []

    def between() -> None:
        calls.append(len(calls))
        if len(calls) == 5:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        manner_of(path, between=between)
    assert len(calls) == 5
