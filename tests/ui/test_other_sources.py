"""Folders, several files and pasted cells: opened by button, keys, dialog and drop."""

from __future__ import annotations

import re
import threading
import time
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
)

from app.core.recipe import Recipe
from app.core.recipe_file import recipe_to_toml
from app.core.row_choice import parse_rows
from app.core.table import SourceKind
from app.services.job_file import ENDING
from app.services.tasks import TaskControl
from app.sheets.formats import READABLE
from app.ui.steps.opening import Opening
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "contracts"
    (found / "old").mkdir(parents=True)
    for name in ("b.txt", "a.pdf", "old/c.docx"):
        (found / name).write_bytes(b"x")
    return found


@pytest.fixture
def sheets(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{month}.csv" for month in ("june", "may")]
    for path in found:
        path.write_text(f"Name,City\n{path.stem},Rome\n", encoding="utf-8")
    return found


def copy(text: str) -> None:
    """Lay a text on the clipboard; not data made here, which Qt would delete after Python has ended."""
    QGuiApplication.clipboard().setText(text)


def opening(hand: Hand) -> Opening:
    found = hand.window.findChild(Opening)
    assert found is not None
    return found


def drop(hand: Hand, what: list[Path] | str) -> bool:
    """Drop files, or a text, on the window; whether they would be taken."""
    data = QMimeData()
    if isinstance(what, str):
        data.setText(what)
    else:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in what])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter, inside = QDragEnterEvent(QPoint(10, 10), *keys), hand.window.centralWidget()
    assert inside is not None
    QApplication.sendEvent(inside, enter)
    if enter.isAccepted():
        QApplication.sendEvent(inside, QDropEvent(QPoint(10, 10), *keys))
    return enter.isAccepted()


def cells(hand: Hand) -> list[tuple[str, ...]]:
    return [row.cells for row in hand.services.jobs.rows(hand.program.current.id, 0, 50)]


def info(hand: Hand):
    hand.wait(hand.loaded)
    return hand.program.current.info


def message(hand: Hand) -> str:
    return " ".join(found.text() for found in hand.window.findChildren(QLabel) if found.isVisible())


def test_a_folder_is_opened_by_its_button(hand: Hand, folder: Path) -> None:
    hand.click("openFolderButton")
    dialog = hand.dialog("openFolderDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(folder)])
    dialog.close()
    assert info(hand).kind is SourceKind.FOLDER
    assert [row[0] for row in cells(hand)] == ["a.pdf", "b.txt"]
    assert hand.program.current.job.name == "contracts"
    assert not hand.find("headerRow").isVisible()


def test_sub_folders_are_a_choice(hand: Hand, folder: Path) -> None:
    hand.window.open_path(folder)
    assert info(hand).rows == 2
    choice = hand.find("subfoldersChoice")
    assert isinstance(choice, QCheckBox)
    assert (choice.isVisible(), choice.isChecked()) == (True, False)
    job = hand.program.current.id
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Space)
    hand.wait(lambda: hand.loaded() and hand.program.current.info.rows == 3)
    assert hand.program.current.id == job
    assert [row[0] for row in cells(hand)] == ["a.pdf", "b.txt", "c.docx"]
    hand.wait(choice.isVisible)
    assert choice.isChecked()


def test_a_folder_on_the_command_line(open_window, folder: Path) -> None:
    hand = open_window(path=str(folder))
    assert info(hand).kind is SourceKind.FOLDER


def test_cells_are_pasted_by_keys(hand: Hand) -> None:
    copy("Name\tCode\r\nAda\t007\r\nBob\t=1+1\r\n")
    hand.press(Qt.Key.Key_V, CONTROL)
    assert info(hand).kind is SourceKind.PASTED
    assert cells(hand) == [("Ada", "007"), ("Bob", "=1+1")]
    assert hand.program.current.job.name.startswith("Pasted ")


def test_cells_are_pasted_by_the_button(hand: Hand) -> None:
    copy("Name\nAda\n")
    hand.click("pasteButton")
    assert info(hand).columns == ("Name",)


def test_pasted_cells_may_have_no_header(hand: Hand) -> None:
    copy("Ada\t007\nBob\t008\n")
    hand.click("pasteButton")
    job = hand.program.current.id
    hand.wait(hand.loaded)
    header = hand.find("headerRow")
    assert isinstance(header, QSpinBox)
    header.setValue(0)
    assert header.text() == "none"
    hand.wait(lambda: hand.loaded() and hand.program.current.info.rows == 2)
    assert hand.program.current.id == job
    assert info(hand).columns == ("Column A", "Column B")


@pytest.mark.parametrize(("text", "says"), [("", "no cells on the clipboard"), ("one", "Only one cell was copied")])
def test_what_is_no_table_is_said_and_makes_no_job(hand: Hand, text: str, says: str) -> None:
    copy(text)
    if not text:
        QGuiApplication.clipboard().clear()
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.wait(lambda: says in message(hand))
    assert hand.services.jobs.list() == []


def test_a_field_that_has_the_cursor_takes_what_is_pasted(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    title = hand.find("jobTitle")
    assert isinstance(title, QLineEdit)
    title.setFocus()
    title.selectAll()
    copy("A\tB\n1\t2\n")
    hand.press(Qt.Key.Key_V, CONTROL)
    assert title.text().startswith("A")
    assert len(hand.services.jobs.list()) == 1


def test_pasting_on_another_page_opens_nothing(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    copy("A\tB\n1\t2\n")
    hand.press(Qt.Key.Key_3, CONTROL)
    action = hand.window.findChild(QAction, "action_paste")
    action.trigger()
    assert len(hand.services.jobs.list()) == 1


def test_plain_text_is_preferred(hand: Hand) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>other</td></tr></table>")
    data.setText("Name\tCode\nAda\t007\n")
    opening(hand).open_copied(data)
    hand.wait(hand.loaded)
    assert cells(hand) == [("Ada", "007")]


def test_copied_files_are_opened(hand: Hand, small_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(small_file))])
    opening(hand).open_copied(data)
    assert info(hand).path == str(small_file)


def test_several_files_are_dropped_as_one_table(hand: Hand, sheets: list[Path]) -> None:
    assert drop(hand, sheets[::-1])
    assert info(hand).kind is SourceKind.FILES
    assert cells(hand) == [("june", "Rome", "june.csv"), ("may", "Rome", "may.csv")]
    assert hand.program.current.job.name == "june and 1 more"
    hand.wait(lambda: "An export is a new file" in message(hand))


def test_several_files_are_chosen_in_the_dialog(hand: Hand, sheets: list[Path]) -> None:
    hand.click("openFileButton")
    dialog = hand.dialog("openDialog")
    assert isinstance(dialog, QFileDialog)
    offered = set(re.findall(r"\*(\.\w+)", dialog.nameFilters()[0]))
    assert offered == {*READABLE, ENDING}
    dialog.filesSelected.emit([str(path) for path in sheets])
    dialog.close()
    assert info(hand).rows == 2


def test_files_that_differ_are_put_together_when_wished(hand: Hand, sheets: list[Path]) -> None:
    sheets[1].write_text("Name,Town\nmay,Oslo\n", encoding="utf-8")
    drop(hand, sheets)
    hand.answer("questionYes")
    assert info(hand).columns == ("Name", "City", "Town", "File")
    assert len(hand.services.jobs.list()) == 1


def test_files_that_differ_are_left_alone_otherwise(hand: Hand, sheets: list[Path]) -> None:
    sheets[1].write_text("Name,Town\nmay,Oslo\n", encoding="utf-8")
    drop(hand, sheets)
    hand.answer("questionNo")
    assert not hand.loaded()
    hand.window.open_path(sheets[0])
    assert info(hand).rows == 1


def test_a_folder_is_dropped_and_no_folder_beside_files(hand: Hand, folder: Path, sheets: list[Path]) -> None:
    drop(hand, [folder, *sheets])
    hand.wait(lambda: "A folder can't be opened together" in message(hand))
    assert hand.services.jobs.list() == []
    drop(hand, [folder])
    assert info(hand).kind is SourceKind.FOLDER


def workbook(path: Path) -> Path:
    """A cover with two hidden rows, and a large sheet with two tables."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Cover")
        for row in range(6):
            sheet.write_row(row, 0, ["Name", "City"] if not row else [f"n{row}", "x"])
        for row in (2, 3):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet = book.add_worksheet("Data")
        for name, first in (("Left", 0), ("Right", 4)):
            sheet.add_table(0, first, 300, first + 1, {"name": name, "columns": [{"header": f"{name} A"}, {}]})
            for row in range(1, 301):
                sheet.write_row(row, first, [f"{name}{row}", row])
    return path


def test_the_larger_sheet_is_one_click_away_and_its_tables_are_a_choice(hand: Hand, tmp_path: Path) -> None:
    hand.window.open_path(workbook(tmp_path / "a.xlsx"))
    assert info(hand).sheet == "Cover"
    hand.wait(lambda: hand.shows("largerSheetButton"))
    assert hand.find("largerSheetButton").accessibleName() == "Open “Data”, which has 301 rows"
    hand.click("largerSheetButton")
    hand.wait(lambda: hand.loaded() and hand.program.current.info.sheet == "Data")
    tables = hand.find("tableChoice")
    assert isinstance(tables, QComboBox)
    hand.wait(tables.isVisible)
    assert tables.currentText() == "Left"
    tables.setFocus()
    QTest.keyClick(tables, Qt.Key.Key_Down)
    hand.wait(lambda: hand.loaded() and hand.program.current.info.table == "Right")
    assert info(hand).columns[0] == "Right A"
    assert cells(hand)[0] == ("Right1", "1")


def test_hidden_rows_are_a_choice(hand: Hand, tmp_path: Path) -> None:
    hand.window.open_path(workbook(tmp_path / "a.xlsx"))
    assert info(hand).rows == 5
    choice = hand.find("hiddenRowsChoice")
    assert isinstance(choice, QCheckBox)
    hand.wait(choice.isVisible)
    assert choice.isChecked()
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Space)
    hand.wait(lambda: hand.loaded() and hand.program.current.info.rows == 3)
    assert [row[0] for row in cells(hand)] == ["n1", "n4", "n5"]
    hand.wait(choice.isVisible)
    hand.services.jobs.save_rows(hand.program.current.id, parse_rows("2-5"))
    assert hand.services.estimating.guessing.chosen(hand.program.current.id) == 2


def test_how_a_text_is_read_is_shown_and_corrected(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Name;Käse, frisch\nZoë;'x'\n".encode("cp1252"))
    hand.window.open_path(path)
    assert info(hand).columns == ("Name", "Käse, frisch")
    shown = hand.find("textFormatButton")
    assert isinstance(shown, QPushButton)
    hand.wait(shown.isVisible)
    assert shown.text() == "Text: Western European (Windows-1252), semicolon"
    hand.click("textFormatButton")
    dialog = hand.dialog("textFormatDialog")
    for name, value in (("textEncoding", "mac_roman"), ("textDelimiter", ","), ("textQuote", "'")):
        combo = dialog.findChild(QComboBox, name)
        combo.setCurrentIndex(combo.findData(value))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hand.wait(lambda: hand.loaded() and hand.program.current.info.text.delimiter == ",")
    found = info(hand)
    assert (found.text.encoding, found.text.quote) == ("mac_roman", "'")
    assert found.columns[0].startswith("Name;K")


def test_an_encoding_that_does_not_fit_leaves_what_was_read(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Name,Food\nZoë,Käse\n".encode("cp1252"))
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    hand.click("textFormatButton")
    dialog = hand.dialog("textFormatDialog")
    combo = dialog.findChild(QComboBox, "textEncoding")
    combo.setCurrentIndex(combo.findData("utf-8"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hand.wait(lambda: "can't be read as UTF-8" in message(hand))
    assert cells(hand) == [("Zoë", "Käse")]
    assert hand.shows("textFormatButton")


def test_cells_that_are_dropped_become_a_job_and_a_word_does_not(hand: Hand) -> None:
    assert not drop(hand, "{{Name}}")
    assert drop(hand, "Name\tCity\nAnna\tRome\n")
    assert info(hand).columns == ("Name", "City")
    assert cells(hand) == [("Anna", "Rome")]


def test_no_field_of_the_window_takes_a_file_for_text(hand: Hand, sheets: list[Path]) -> None:
    hand.window.open_path(sheets[0])
    hand.wait(hand.loaded)
    hand.find("sheetFindButton").click()  # type: ignore[attr-defined]
    fields = hand.window.findChildren(QLineEdit)
    assert len(fields) > 6
    assert [each.objectName() for each in fields if each.acceptDrops()] == []


def test_a_recipe_that_is_dropped_fills_the_prompt(hand: Hand, tmp_path: Path, sheets: list[Path]) -> None:
    recipe = tmp_path / "Sort.toml"
    recipe.write_text(recipe_to_toml(Recipe(name="Sort", prompt="Sort {{Name}}")), encoding="utf-8")
    assert drop(hand, [recipe])
    assert "Sort" in hand.text("messageText")
    hand.window.open_path(sheets[0])
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    assert edit.toPlainText() == "Sort {{Name}}"
    edit.setPlainText("Another")
    drop(hand, [recipe])
    assert edit.toPlainText() == "Sort {{Name}}"


def test_what_was_stopped_does_not_end_what_was_begun_after_it(hand: Hand, sheets: list[Path]) -> None:
    hand.window.new_job()
    made, go_on = opening(hand), threading.Event()

    def stopped(control: TaskControl) -> None:
        while not control.cancelled:
            time.sleep(0.01)
        control.check()

    load = hand.services.importing.load(hand.program.current.id, sheets[0])

    def waiting(control: TaskControl) -> object:
        go_on.wait(60)
        return load(control)

    made._run("first", stopped)
    made.stop()
    made._run("second", waiting)
    heard: list[int] = []
    hand.program.background.run_task(hand.window, "after", lambda _control: 1, heard.append)
    hand.wait(lambda: heard)  # what ended before it was told by now
    assert made.under_way
    go_on.set()
    assert info(hand).rows == 1
