"""A length that is counted in tokens, and shown and typed in words."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from app.ui import wording


class WordsSpin(QSpinBox):
    """Its value are tokens; what is on the screen is rounded to two digits, and changes nothing by itself."""

    def textFromValue(self, value: int) -> str:
        return wording.words(value)

    def valueFromText(self, text: str) -> int:
        typed = _digits(text)
        if not typed or typed == _digits(self.textFromValue(self.value())):
            return self.value()
        return max(round(int(typed) / wording.WORDS_PER_TOKEN), self.minimum())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        rest = text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()
        if any(letter.isalpha() for letter in rest):
            return QValidator.State.Invalid, text, position
        typed = _digits(rest)
        fits = bool(typed) and self.valueFromText(typed) <= self.maximum()
        return (QValidator.State.Acceptable if fits else QValidator.State.Intermediate), text, position


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())
