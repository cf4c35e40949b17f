"""Text files: encodings, separators, quotes, records of different lengths."""

from __future__ import annotations

import csv
import io
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import FileError, InputError
from app.core.table import SheetInfo, TextFormat
from app.services.reading import ReadRequest, read_here, unpacked
from app.sheets.dialect import Dialect, find_dialect
from app.sheets.encoding import OFFERED
from app.sheets.reader import open_table
from app.sheets.text_fields import split
from tests.sheets import made


def text_file(folder: Path, content: str | bytes, name: str = "a.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


GERMAN = "Name;Straße\nMüller;Grüner Weg\nJäger;Ölstraße\n"
RUSSIAN = "Имя,Город\nИван Петров,Москва и область\nМария Сидорова,Санкт-Петербург\n" * 5
JAPANESE = "名前,都市\n山田太郎,東京都千代田区\n鈴木花子,大阪府大阪市\n" * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_german_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    info, rows = made.read(text_file(tmp_path, GERMAN, encoding=encoding))
    assert (info.columns, rows[1].cells) == (("Name", "Straße"), ("Jäger", "Ölstraße"))
    assert ("not UTF-8" in made.noticed(info)) == (not encoding.startswith("utf-8"))


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp")])
def test_other_scripts(tmp_path: Path, text: str, encoding: str) -> None:
    info, rows = made.read(text_file(tmp_path, text, encoding=encoding))
    first, second = text.splitlines()[:2]
    assert (info.columns, rows[0].cells) == (tuple(first.split(",")), tuple(second.split(",")))


def test_a_letter_far_down_that_is_not_utf8_is_not_lost(tmp_path: Path) -> None:
    lines = b"id,name\n" + b"".join(b"%d,plain\n" % n for n in range(200_000)) + "999,café\n".encode("cp1252")
    info, rows = made.read(text_file(tmp_path, lines))
    assert rows[-1].cells == ("999", "café")
    assert "Windows-1252" in made.noticed(info)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("imię,miasto\nŁukasz Żak,Kraków\nKąkol Gałczyńska,Łódź\nJan,Wrocław\n", "cp1250"),
        ("nom,ville\nAndré Lefèvre,Orléans\nHélène,Besançon\n", "mac_roman"),
        ("nom,ville\nAndré Lefèvre,Orléans\nHélène,Besançon\n", "cp850"),
        ("nom,ville\nAndré Lefèvre,Orléans – 5 €\nHélène,“Besançon”\n", "cp1252"),
    ],
)
def test_latin_letters_of_every_system(tmp_path: Path, text: str, encoding: str) -> None:
    assert made.cells(text_file(tmp_path, text, encoding=encoding)) == [
        tuple(line.split(",")) for line in text.split("\n")[1:-1]
    ]


def test_bytes_that_windows_does_not_know_are_kept(tmp_path: Path) -> None:
    info, rows = made.read(text_file(tmp_path, b"id,name\n1,caf\xe9 \x81\n"))
    assert rows[0].cells == ("1", "café \x81")
    assert "ISO 8859-1" in made.noticed(info)


def test_a_mark_that_the_text_does_not_keep_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="damaged"):
        open_table(text_file(tmp_path, b"\xef\xbb\xbfid,name\n1,caf\xe9\n"))


@pytest.mark.parametrize("content", [b"s\xe5p=|\nName\x7fAmount\na|1\nb|2\n", b"sep=|\nName|Ammunt\na|1\nb\x802\n"])
def test_a_stray_byte_makes_no_utf16_of_a_small_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    info, rows = made.read(path)
    assert info.text is not None
    assert info.text.encoding in {"cp1252", "latin-1"}
    assert [row.cells[0][0] for row in rows][-1] == "b"


@pytest.mark.parametrize(
    ("content", "last"), [(b"a,b\n1,x\0y\n", ("1", "x\0y")), (b"a,b\r\n1,2\r\n\x1a", ("\x1a", ""))]
)
def test_a_stray_control_character_makes_no_other_file_of_a_small_one(
    tmp_path: Path, content: bytes, last: tuple[str, ...]
) -> None:
    assert made.cells(text_file(tmp_path, content))[-1] == last


def test_utf16_that_breaks_off_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        open_table(text_file(tmp_path, "id,name\n1,x\n".encode("utf-16")[:-1]))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", [".csv", ".tsv", ".txt"])
def test_every_delimiter_is_found_whatever_the_ending(tmp_path: Path, delimiter: str, ending: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    rows = [["id", "text", "price"], *[[str(n), f"so, {n}; or | not", f"{n},50"] for n in range(20)]]
    writer.writerows(rows)
    info, found = made.read(text_file(tmp_path, out.getvalue(), "a" + ending))
    assert (list(info.columns), list(found[3].cells)) == (rows[0], rows[4])


@pytest.mark.parametrize(
    ("text", "ending", "columns"),
    [
        ("comment\nI like it, really\nFine\nWell, no, not, at all\n", ".csv", 1),
        ("comment\nI like it, really\nFine\n", ".txt", 1),
        ("value\n01\n002\n", ".csv", 1),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ".csv", 2),
        ("name\tnote\nA, B\tx, y\nC, D\tz, w\n", ".csv", 2),
        ("time;what\n12:30;a|b\n13:45;c|d\n", ".txt", 2),
        ('a,b\n"x;y;z","u;v;w"\n"x;y;z","u;v;w"\n', ".csv", 2),
        ("a,b,c\n", ".csv", 3),
    ],
)
def test_the_delimiter_is_the_one_that_makes_a_table(tmp_path: Path, text: str, ending: str, columns: int) -> None:
    assert len(made.read(text_file(tmp_path, text, "a" + ending), header_row=1)[0].columns) == columns


@pytest.mark.parametrize(("delimiter", "end"), [("|", "\r\n"), ("|", "\r"), ("\t", "\n")])
def test_a_line_that_names_the_delimiter_is_taken_at_its_word(tmp_path: Path, delimiter: str, end: str) -> None:
    text = f"sep=|{end}a|b{end}1,2|3{end}".replace("|", delimiter)
    info, rows = made.read(text_file(tmp_path, text))
    assert (info.header_row, info.columns, rows[0].number, rows[0].cells) == (1, ("a", "b"), 2, ("1,2", "3"))


def test_records_count_as_rows_blank_ones_too_line_breaks_within_cells_not(tmp_path: Path) -> None:
    text = 'a,b\n1,"x\ny\n\nz"\n\n , \n2,w\n\n\n'
    info, rows = made.read(text_file(tmp_path, text))
    assert [(row.number, row.blank) for row in rows] == [(2, False), (3, True), (4, True), (5, False)]
    assert (rows[0].cells, rows[3].cells) == (("1", "x\ny\n\nz"), ("2", "w"))
    assert info.rows == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(tmp_path: Path, end: str) -> None:
    assert made.cells(text_file(tmp_path, end.join(["a,b", "1,2", "3,4"]))) == [("1", "2"), ("3", "4")]


def test_quotes_behind_a_backslash(tmp_path: Path) -> None:
    text = 'a;b\n"say \\"hi\\"; now";"c:\\dir"\n"x \\"y\\" z";2\n'
    assert made.cells(text_file(tmp_path, text)) == [('say "hi"; now', "c:\\dir"), ('x "y" z', "2")]


@pytest.mark.parametrize(
    ("record", "cells"),
    [
        ('1,x \\"y\\",z', ("1", 'x \\"y\\"', "z")),
        ('1,"a" \\"b\\",z', ("1", 'a \\"b\\"', "z")),
        ('"l1 \\"a\\"\nl2 \\"b, c\\"\nl3",2,z', ('l1 "a"\nl2 "b, c"\nl3', "2", "z")),
        ('"say ""hi"" \\"now\\"",2,z', ('say "hi" "now"', "2", "z")),
        ('"x\\\\",2,"z"', ("x\\\\", "2", "z")),
    ],
)
def test_a_quote_behind_a_backslash_is_one_within_quotation_marks_alone(
    tmp_path: Path, record: str, cells: tuple[str, ...]
) -> None:
    text = 'a,b,c\n"say \\"hi\\" now",2,3\n"x \\"y\\" z",2,3\n' + record + "\n"
    assert made.cells(text_file(tmp_path, text))[-1] == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('a,b\n"1","C:\\dir\\"\n"2","D:\\x\\"\n', [("1", "C:\\dir\\"), ("2", "D:\\x\\")]),
        ('a,b,c\n"1","\\""","2"\n"3","x","4"\n', [("1", '\\"', "2"), ("3", "x", "4")]),
        ('a,b,c\n"1","\\"",y","2"\n"3","x","4"\n', [("1", '\\",y', "2"), ("3", "x", "4")]),
        ('a,b,c\n"1","5\\"","2"\n"3","x","4"\n', [("1", '5"', "2"), ("3", "x", "4")]),
    ],
)
def test_a_backslash_at_the_end_of_a_cell_is_told_by_the_table(
    tmp_path: Path, text: str, cells: list[tuple[str, ...]]
) -> None:
    assert made.cells(text_file(tmp_path, text)) == cells


def test_an_encoding_that_was_found_is_called_as_it_is_offered(tmp_path: Path) -> None:
    text = "Όνομα,Πόλη\nΓιώργος,Αθήνα είναι\nΜαρία,Θεσσαλονίκη\n"
    info, _rows = made.read(text_file(tmp_path, text, encoding="cp1253"))
    assert "read as Greek (Windows-1253)" in made.noticed(info)


def test_backslashes_without_quotes_are_text(tmp_path: Path) -> None:
    assert made.cells(text_file(tmp_path, 'a,b\nC:\\temp,"D:\\x, y"\n')) == [("C:\\temp", "D:\\x, y")]


def test_records_of_other_lengths_are_named_and_lose_nothing(tmp_path: Path) -> None:
    info, rows = made.read(text_file(tmp_path, "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n1,2,3\n"))
    assert info.columns == ("a", "b", "c", "Column D")
    assert [row.cells for row in rows][1:3] == [("4", "5", "", ""), ("6", "7", "8", "9")]
    assert "2 rows have more or fewer cells than the others: 3, 4." in made.noticed(info)


def test_a_quotation_mark_that_is_never_closed_is_said(tmp_path: Path) -> None:
    info, rows = made.read(text_file(tmp_path, 'a,b\n1,x\n2,"open\n3,y\n4,z\n'))
    assert len(rows) == 2
    assert "quotation mark in row 3 is never closed" in made.noticed(info)


def test_a_cell_larger_than_any_is_an_error_and_not_all_memory(tmp_path: Path) -> None:
    path = text_file(tmp_path, b'a,b\n1,"' + b"x" * (17 * 1024 * 1024) + b'"\n')
    with pytest.raises(FileError):
        open_table(path)


def test_too_many_columns_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="16,384 columns"):
        open_table(text_file(tmp_path, ",".join("x" * 20_000) + "\n" + ",".join("y" * 20_000)))


def test_a_text_file_has_no_sheets(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a,b\n1,2\n")
    assert made.read(path)[0].sheets == ()
    with pytest.raises(InputError, match="no sheets"):
        open_table(path, sheet="Sheet1")


def test_rows_above_the_header_may_be_wider(tmp_path: Path) -> None:
    info, _ = made.read(text_file(tmp_path, "a,b,c,d,e\n1,2,3,4,5\n\nx,y\n1,2\n"), header_row=4)
    assert info.columns == ("x", "y")


CELL = st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from('\n",;\t|'), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=12))
def test_what_python_writes_is_read_as_it_was(tmp_path: Path, rows: list[list[str]]) -> None:
    out = io.StringIO()
    # Numbers around the cells leave no doubt about the delimiter, which is another test's subject.
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    numbered = [[str(n), *row, str(n)] for n, row in enumerate(rows)]
    writer.writerows([["id", "a", "b", "c", "end"], *numbered])
    (tmp_path / "a.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    assert [list(row) for row in made.cells(tmp_path / "a.csv", header_row=1)] == numbered


def test_the_beginning_alone_decides_the_dialect() -> None:
    assert find_dialect("a;b\n1;2\n3;4\n", ".csv").delimiter == ";"
    assert find_dialect("", ".tsv").delimiter == "\t"


def test_a_few_bytes_that_are_no_utf8_cost_the_other_letters_nothing(tmp_path: Path) -> None:
    good = "Jörg,Köln ist größer als Malmö\n".encode() * 20
    cut, older = b"Ann,caf\xc3\n", "Zoë,naïf\n".encode("cp1252")
    path = text_file(tmp_path, b"Name,Text\n" + good + cut + older + good)
    info, rows = made.read(path)
    assert info.text is not None
    assert info.text.encoding == "utf-8-mixed"
    assert "UTF-8 with single characters of Windows-1252" in made.noticed(info)
    assert "accents" in made.noticed(info)
    assert rows[0].cells == rows[-1].cells == ("Jörg", "Köln ist größer als Malmö")
    assert [row.cells for row in rows[20:22]] == [("Ann", "cafÃ"), ("Zoë", "naïf")]
    assert made.read(path)[0].text == info.text
    with open_table(path, text=info.text) as reader:
        assert reader.info.columns == ("Name", "Text")


def test_an_older_encoding_is_not_taken_for_utf8_with_stray_bytes(tmp_path: Path) -> None:
    info, _rows = made.read(text_file(tmp_path, GERMAN + "é è à: Ã¼\n", encoding="cp1252"))
    assert info.text is not None
    assert info.text.encoding == "cp1252"


@pytest.mark.parametrize("codec", sorted(OFFERED))
def test_every_encoding_that_is_offered_is_one(tmp_path: Path, codec: str) -> None:
    path = text_file(tmp_path, "a;b\n1;2\n", encoding=codec)
    with open_table(path, text=TextFormat(codec)) as reader:
        assert [row.cells for chunk in reader.chunks() for row in chunk] == [("1", "2")]
        assert reader.info.text == TextFormat(codec, ";", '"')


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (TextFormat(delimiter=";"), [("a,b", '"c', 'd"')]),
        (TextFormat(delimiter=",", quote=""), [("a", 'b;"c;d"')]),
        (TextFormat(delimiter="", quote=""), [('a,b;"c;d"',)]),
    ],
)
def test_what_the_user_says_goes_before_what_was_found(
    tmp_path: Path, text: TextFormat, cells: list[tuple[str, ...]]
) -> None:
    path = text_file(tmp_path, 'x\na,b;"c;d"\n')
    if text.quote is None:
        cells = [("a,b", "c;d")]
    with open_table(path, header_row=1, text=text) as reader:
        assert [row.cells for chunk in reader.chunks() for row in chunk] == cells


@pytest.mark.parametrize("text", [TextFormat("utf-7"), TextFormat(delimiter="::"), TextFormat(quote="x")])
def test_what_makes_no_sense_of_a_text_file_is_said(tmp_path: Path, text: TextFormat) -> None:
    with pytest.raises(InputError):
        open_table(text_file(tmp_path, "a,b\n1,2\n"), text=text)


def test_a_line_longer_than_any_row_is_an_error_and_not_all_memory(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="longer than any row"):
        open_table(text_file(tmp_path, b"a,b\n" + b"1," * (33 * 1024 * 1024)))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-32", "utf-8-sig"])
def test_what_was_found_can_be_said_again_with_one_thing_changed(tmp_path: Path, codec: str) -> None:
    path = text_file(tmp_path, "a;b,c\n1;2,3\n4;5,6\n", encoding=codec)
    found = made.read(path)[0].text
    assert found is not None
    assert found.encoding == codec
    with open_table(path, text=replace(found, delimiter=",")) as reader:
        assert reader.info.columns == ("a;b", "c")


@pytest.mark.parametrize("codec", ["cp1252", "utf-8"])
def test_letters_that_come_after_a_long_beginning_without_any(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(b"Name;Size\n" + b"a thing of some size;12\n" * 60_000 + "Köln und Düsseldorf;3\n".encode(codec))
    items = list(read_here(ReadRequest(str(path))))
    info = items[-1]
    assert isinstance(info, SheetInfo)
    assert info.text is not None
    assert (info.text.encoding, info.rows) == (codec, 60_001)
    rows = [row for item in items[:-1] if not isinstance(item, SheetInfo) for row in unpacked(item)]
    assert rows[-1].cells == ("Köln und Düsseldorf", "3")


def test_a_line_that_never_ends_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sheets.encoding.MOST_LINE", 2_000_000)
    path = tmp_path / "long.csv"
    path.write_bytes(b"a,b\n" + b"x" * 4_000_000)
    with pytest.raises(FileError, match="longer than any row"):
        list(read_here(ReadRequest(str(path))))


@pytest.mark.parametrize("mark", ['""', '\\"'])
def test_a_cell_full_of_quotation_marks_takes_memory_once(mark: str) -> None:
    dialect = Dialect(",", backslash=mark != '""')
    record = f'"{mark * 500_000}",x'
    tracemalloc.start()
    try:
        (cells,) = dialect.records([record])
        fields = split(record, dialect)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert cells == ['"' * 500_000, "x"]
    assert fields == [f'"{mark * 500_000}"', "x"]
    assert peak < 16 * len(record)
