"""How colours and sizes reach the widgets, and which look is on."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.stylesheet import style_sheet
from app.ui.tokens import DARK, LIGHT, Sizes, Tokens

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_DARK = "systemIsDark"
"""Of the application: how the system looks. At first its palette tells: its `Qt.ColorScheme` would bring in all of `Qt`."""
_MIDDLE = 128


class Choice(StrEnum):
    """What the user can choose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look that is on now. Lives in the GUI thread; sends ``changed`` after the look changed."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = Choice.SYSTEM
        self.tokens = LIGHT
        self._pictures = QTemporaryDir()
        self.sizes = Sizes.around(max(13, QFontInfo(application.font()).pixelSize()))
        application.setFont(self._interface_font())
        if application.property(_DARK) is None:  # a later one finds a palette of ours
            ground = application.palette().color(QPalette.ColorRole.Window)
            application.setProperty(_DARK, ground.lightness() < _MIDDLE)
        application.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    def choose(self, choice: str) -> None:
        """Wear "light", "dark", or what the system wears ("system")."""
        self._choice = Choice(choice) if choice in set(Choice) else Choice.SYSTEM
        self._wear()

    def release(self) -> None:
        """Follow the system no longer; the style sheet goes with the pictures that it names."""
        self._application.setStyleSheet("")
        self._pictures.remove()
        self._application.styleHints().colorSchemeChanged.disconnect(self._on_color_scheme_changed)
        self.deleteLater()

    def _wear(self) -> None:
        dark = self._choice is Choice.DARK
        if self._choice is Choice.SYSTEM:
            dark = self._application.property(_DARK)
        self.tokens = DARK if dark else LIGHT
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens, self.sizes, self._files()))
        self.changed.emit()

    def _files(self) -> dict[str, str]:
        """Small pictures in the colours of this look, as files: style sheets take nothing else."""
        look = "dark" if self.tokens.dark else "light"
        files = {}
        for name, drawing in _drawings(self.tokens).items():
            path = Path(self._pictures.filePath(f"{name}_{look}.svg"))
            path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{drawing}</svg>')
            files[name] = path.as_posix()
        return files

    def _on_color_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        from PySide6.QtCore import Qt

        self._application.setProperty(_DARK, scheme is Qt.ColorScheme.Dark)
        if self._choice is Choice.SYSTEM:
            self._wear()

    def _interface_font(self) -> QFont:
        font = QFont(self._application.font())
        font.setPixelSize(self.sizes.text)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def font(self, size: int | None = None, *, bold: bool = False) -> QFont:
        """The interface font at a size in pixels, for what is painted by hand."""
        font = QFont(self._application.font())
        font.setPixelSize(size or self.sizes.text)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def color(self, name: str) -> QColor:
        """A token by its name."""
        return QColor(getattr(self.tokens, name))


def _drawings(tokens: Tokens) -> dict[str, str]:
    """Arrows, circles and boxes as pieces of SVG."""
    stroke = f'fill="none" stroke="{tokens.hint}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    edge = f'fill="{tokens.panel}" stroke="{tokens.field_line}" stroke-width="1.2"'
    box = f'<rect x="1.6" y="1.6" width="12.8" height="12.8" rx="3" {edge}/>'
    circle = f'<circle cx="8" cy="8" r="6.6" {edge}/>'
    tick = 'd="M4.4 8.3 L7 10.8 L11.6 5.4"'
    dot = 'cx="8" cy="8" r="3.6"'
    return {
        "arrow_up": f'<path d="M3 11 L8 6 L13 11" {stroke}/>',
        "arrow_down": f'<path d="M3 5 L8 10 L13 5" {stroke}/>',
        "radio_off": circle,
        "radio_on": f'{circle}<circle {dot} fill="{tokens.text}"/>',
        "radio_kept": f'{circle}<circle {dot} fill="{tokens.hint}"/>',
        "check_off": box,
        "check_on": f"{box}<path {tick} {stroke.replace(tokens.hint, tokens.text)}/>",
        "check_kept": f"{box}<path {tick} {stroke}/>",
    }


def palette(tokens: Tokens) -> QPalette:
    """The palette, for what the style sheet does not colour."""
    colors = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.ground,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.panel,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.panel,
        QPalette.ColorRole.ToolTipBase: tokens.text,
        QPalette.ColorRole.ToolTipText: tokens.panel,
        QPalette.ColorRole.PlaceholderText: tokens.hint,
        QPalette.ColorRole.Highlight: tokens.selected,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.field_line,
        QPalette.ColorRole.Light: tokens.panel,
        QPalette.ColorRole.Accent: tokens.text,
    }
    made = QPalette()
    for role, color in colors.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.hint))
    return made
