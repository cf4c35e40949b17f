"""The style sheet, filled from the tokens. Widgets say what they are by a ``role`` property."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from app.ui.tokens import Sizes, Tokens

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $ground; }
QToolTip { background: $text; color: $panel; border: 0; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[role="title"], QLineEdit[role="title"] { font-size: ${title_px}px; font-weight: 700; }
QLabel[role="figure"] { font-size: ${figure_px}px; font-weight: 650; }
QLabel[role="section"] { font-weight: 650; }
QLabel[role="emphasis"] { font-size: ${emphasis_px}px; font-weight: 650; }
QLabel[role="hint"] { font-size: ${hint_px}px; color: $hint; }
QLabel[role="problem"] { color: $error; }
QLabel[role="strong"] { font-weight: 650; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 650; }
QFrame[role="practice"] { background: $practice; border: 0; }
QLabel[role="practice"] { color: $on_practice; font-size: ${hint_px}px; font-weight: 650; padding: 5px 0; }
QFrame[role="practice"] QCheckBox { color: $on_practice; font-size: ${hint_px}px; }

QFrame[role="side"] { background: $side; border: 0; border-right: 1px solid $line; }
QFrame[role="footer"] { background: $panel; border: 0; border-top: 1px solid $line; }
QFrame[role="card"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame[role="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="drop"] { background: $panel; border: 2px dashed $line; border-radius: 8px; }
QFrame[role="drop"][over="true"] { border-color: $accent; background: $selected; }
QFrame[role="message"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame[role="message"][tone="error"] { background: $error_ground; border-color: $error; }
QFrame[role="message"][tone="good"] { background: $good_ground; border-color: $answered; }
QFrame[role="message"][tone="needs"] { background: $practice; border-color: $accent; }

QPushButton, QCheckBox, QRadioButton, QTabBar { outline: 0; }
QPushButton {
    background: $panel; border: 1px solid $line; border-radius: 6px; padding: 7px 14px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 2px solid $text; padding: 6px 13px; }
QPushButton:disabled { color: $hint; background: $ground; border-color: $line; }
QPushButton[role="main"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 650; }
QPushButton[role="main"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="main"]:focus { border: 2px solid $text; }
QPushButton[role="main"]:disabled { background: $line; border-color: $line; color: $hint; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; font-weight: 650; padding: 3px 4px;
    text-align: left; margin-left: -5px;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $text; }
QPushButton[role="link"]:disabled { color: $hint; }
QPushButton[role="quiet"] {
    background: transparent; border: 1px solid transparent; padding: 5px 8px; text-align: left;
}
QPushButton#resultsFindButton { padding: 7px 8px; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 1px solid $text; }
QPushButton[role="segment"]:checked { background: $selected; border-color: $field_line; }
QPushButton[role="segment"]:checked:focus { border-color: $text; }
QPushButton[role="chip"] {
    background: $chip; color: $on_chip; border: 1px solid $chip; border-radius: 4px; padding: 1px 6px;
    font-size: ${hint_px}px; text-align: left;
}
QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus { border: 1px solid $on_chip; }
QPushButton[role="chip"]:disabled { background: $ground; border-color: $line; color: $hint; }
QPushButton[role="step"] {
    background: transparent; border: 1px solid transparent; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 8px 13px; color: $hint;
}
QPushButton[role="step"]:hover { color: $text; }
QPushButton[role="step"]:checked { color: $text; font-weight: 650; border-bottom: 2px solid $accent; }
QPushButton[role="step"]:focus { border: 1px solid $text; border-bottom: 2px solid $text; border-radius: 4px; }
QPushButton[role="step"]:checked:focus { border-bottom: 2px solid $accent; }
QPushButton[role="example"] { text-align: left; border-radius: 8px; padding: 0; min-height: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; border: 1px solid transparent; border-bottom: 2px solid transparent; padding: 7px 13px;
    color: $hint;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { border: 1px solid $text; border-bottom: 2px solid $accent; border-radius: 4px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $panel; border: 1px solid $field_line; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $on_chip; selection-color: $panel; placeholder-text-color: $hint;
}
QLineEdit, QComboBox { min-height: 22px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $text; padding: 4px 7px;
}
QLineEdit:read-only, QPlainTextEdit:read-only, PlainText:read-only { background: $ground; border-color: $line; }
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus, PlainText:read-only:focus { border-color: $text; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $ground; border-color: $line; color: $hint;
}
QLineEdit[role="title"] {
    background: transparent; border: 1px solid transparent; padding: 0; margin-left: -3px; border-radius: 0;
    min-height: ${title_line_px}px;
}
QLineEdit[role="title"]:hover { border-bottom: 1px solid $line; }
QLineEdit[role="title"]:focus { border: 0; border-bottom: 2px solid $text; padding: 0; }
QTextBrowser[role="plain"] { background: transparent; border: 1px solid transparent; padding: 0; }
QTextBrowser[role="plain"]:focus { border: 1px solid $text; padding: 0; border-radius: 4px; }
QAbstractSpinBox { padding: 3px 4px; min-height: ${number_px}px; max-height: ${number_px}px; }
QAbstractSpinBox:focus { padding: 2px 3px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: 0; padding: 0; background: transparent; min-height: 0;
}
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url($arrow_down); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $field_line; selection-background-color: $selected;
    selection-color: $text; outline: 0;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 2px 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: 0; width: 16px; background: transparent; subcontrol-origin: border;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url($arrow_down); width: 8px; height: 8px; }

QRadioButton, QCheckBox { background: transparent; spacing: 7px; padding: 2px; border: 1px solid transparent; }
QRadioButton:focus, QCheckBox:focus { border: 1px solid $text; border-radius: 4px; }
QRadioButton:disabled, QCheckBox:disabled { color: $hint; }

QRadioButton::indicator, QCheckBox::indicator { width: 16px; height: 16px; }
QRadioButton::indicator:unchecked { image: url($radio_off); }
QRadioButton::indicator:checked { image: url($radio_on); }
QCheckBox::indicator:unchecked { image: url($check_off); }
QCheckBox::indicator:checked { image: url($check_on); }
QRadioButton::indicator:checked:disabled { image: url($radio_kept); }
QCheckBox::indicator:checked:disabled { image: url($check_kept); }

QTableView {
    background: $panel; border: 1px solid $line; gridline-color: $line; outline: 0;
    selection-background-color: $selected; selection-color: $text; alternate-background-color: $panel;
}
QTableView:focus, QTreeView:focus { border: 1px solid $hint; }
QTableView[role="frozen"] { border: 0; border-right: 2px solid $field_line; border-radius: 0; }
QTableView::item { padding: 0 5px; border: 0; }
QTableView::item:focus { border: 1px solid $text; padding: 0 4px; }
QTableView[role="list"]::item { border-bottom: 1px solid $line; margin-right: -1px; padding-right: 6px; }
QTableView[role="list"]::item:focus { border: 1px solid $text; margin-right: 0; padding: 0 4px 1px 4px; }
QTableView#tryAnswers::item { padding: 4px 6px 4px 5px; }
QTableView#tryAnswers::item:focus { padding: 3px 4px 4px 4px; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; padding: 0 6px; min-height: 0; }
QHeaderView { background: $panel; border: 0; }
QHeaderView[role="names"] { font-size: ${hint_px}px; font-weight: 700; }
QHeaderView::section {
    background: $panel; color: $hint; border: 0; border-bottom: 1px solid $line; border-right: 1px solid $line;
    padding: 5px 8px; font-size: ${hint_px}px; font-weight: 700;
}
QTableView[role="list"] QHeaderView::section, QTreeView QHeaderView::section {
    border-right: 0; margin-right: -1px; padding-right: 9px;
}
QTableView#partsTable::item { padding: 0 4px 0 3px; }
QTableView#partsTable::item:focus { padding: 0 2px 1px 2px; }
QTableView#partsTable QHeaderView::section { padding: 5px 7px 5px 6px; }
QHeaderView::section:vertical { font-weight: 400; padding: 0 8px 1px 8px; }
QTableCornerButton::section { background: $panel; border: 0; border-bottom: 1px solid $line; }

QTreeView { background: $panel; border: 1px solid $line; outline: 0; }
QTreeView::item { padding: 5px 5px 5px 8px; border: 0; }
QTreeView::item:selected { background: $selected; color: $text; }
QTreeView::item:focus { border: 1px solid $text; padding: 4px 4px 4px 7px; }
QListView { background: $panel; border: 1px solid $field_line; outline: 0; }
QListView::item { padding: 4px 6px; }
QListView::item:selected { background: $selected; color: $text; }
QListView::item:focus { border: 1px solid $text; padding: 3px 5px; }
QListView#guidePages { border-radius: 6px; padding: 4px 0; }
QListView#guidePages:focus { border-color: $text; }
QListView#jobList { background: transparent; border: 0; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $running; border-radius: 3px; }

QScrollArea { background: transparent; border: 0; }
QScrollArea:focus { border: 1px solid $text; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar[role="page"]:vertical { width: 20px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar[role="page"]::handle:vertical { margin: 2px 0 2px 12px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $hint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenuBar { background: $side; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $selected; }
QMenu { background: $panel; border: 1px solid $field_line; padding: 4px; }
QMenu::item { padding: 5px 18px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $hint; }
QMenu::separator { background: $line; height: 1px; margin: 4px 8px; }
""")


def style_sheet(tokens: Tokens, sizes: Sizes, pictures: Mapping[str, str]) -> str:
    """The style sheet of one look; ``pictures`` are files by the names that the sheet uses."""
    outcomes = {str(state): color for state, color in tokens.outcomes.items()}
    plain = {key: value for key, value in tokens._asdict().items() if isinstance(value, str)}
    pixels = {f"{key}_px": value for key, value in sizes._asdict().items()}
    pixels["title_line_px"] = round(sizes.title * 1.3)
    pixels["number_px"] = sizes.text * 2
    return _SHEET.substitute(**plain, **outcomes, **pixels, **pictures)
