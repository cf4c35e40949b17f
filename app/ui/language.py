"""The window's language: its texts, its numbers, and those of Qt's own dialogs.

Texts of a widget are `self.tr("…")`. Texts outside of widgets, and all in which a number decides between "row" and
"rows", are `tr("…")` of this module; what comes from the layers below is turned by `shown`.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.core.words import Text, Value, fill
from app.resource_files import resource

SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages that Batchsheet speaks, each with its own name."""

_NOBODYS = (QLocale.Language.C, QLocale.Language.AnyLanguage)
_loaded: list[QTranslator] = []


def use(chosen: str) -> None:
    """Speak that language from now on, or the system's where it is "system"; what is on screen stays as it is."""
    for old in _loaded:
        QCoreApplication.removeTranslator(old)
    _loaded.clear()
    code = chosen if chosen in LANGUAGES else _of_system()
    for translator in (_read(*place) for place in _catalogues(code)):
        if translator is not None:
            QCoreApplication.installTranslator(translator)
            _loaded.append(translator)
    _Spoken.code = code
    QLocale.setDefault(figures())


def missing() -> list[str]:
    """Translations that the installation should have and has not, each by its name."""
    return [name for code in LANGUAGES for name, folder in _catalogues(code) if _read(name, folder) is None]


def code() -> str:
    """The language that is spoken: "en", "de"."""
    return _Spoken.code


def locale() -> QLocale:
    """The window's language as it is written in the user's country."""
    system = QLocale.system()
    known = system.language() not in _NOBODYS
    return _of(_Spoken.code, system.territory() if known else QLocale.Country.AnyTerritory)


def figures() -> QLocale:
    """How numbers, money and short dates are written: as in the user's country, whatever language they stand in.

    Qt knows how English is written in Germany or India, not in Brazil, Turkey or Russia: it would take that of the
    United States. Figures other than 0 to 9 would not fit into the text. Where the system speaks a language of ours,
    and another was chosen, they follow that one.
    """
    spoken, system = locale(), QLocale.system()
    ours = QLocale.languageToCode(system.language()) in LANGUAGES
    if spoken.territory() == system.territory() or ours or system.language() in _NOBODYS:
        return spoken
    return QLocale(system.language(), system.territory()) if system.zeroDigit() == "0" else QLocale("en_001")


def tr(one: str, many: str = "", n: int | None = None, /, **values: Value) -> str:
    """A text in the window's language, its numbers written as that language does.

    Written out where it stands; for what may stand in it see `app.core.words.tr`.
    """
    return shown(Text(one, many, n, values)) if values or n is not None else QCoreApplication.translate("", one)


def shown(text: str) -> str:
    """A text of the layers below in the window's language; one that has no translation as it is."""
    if not isinstance(text, Text):
        return text
    if text.n is None:
        source = QCoreApplication.translate("", text.one, text.many)
    else:
        source = _of_number(text.one, text.many, text.n)
    return fill(source, text.values, _written)


def _of_number(one: str, many: str, n: int) -> str:
    number = figures().toString(n)
    found = QCoreApplication.translate("", one, many, n) if _loaded else ""
    if found and found != one.replace("%Ln", number):
        return found
    # Not translated: Qt would take the first of the two for every number.
    return (one if n == 1 else many).replace("%Ln", number)


def day(date: dt.date) -> str:
    """A calendar's day as "30 November 2026"."""
    return written_day(date, tr("d MMMM yyyy"))


def written_day(date: dt.date, form: str | QLocale.FormatType) -> str:
    """A calendar's day in a form of Qt's, such as "d MMMM yyyy"; one without words as in the user's country."""
    by = locale() if isinstance(form, str) else figures()
    written: str = by.toString(date, form)  # Qt takes Python's dates, its stubs don't
    return written


def _written(value: Value, grouped: bool, decimals: int | None) -> str:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dt.date):
        return day(value)
    if decimals is not None:
        return figures().toString(float(value), "f", decimals)
    return figures().toString(value) if grouped else str(value)


def _catalogues(code: str) -> tuple[tuple[str, str], ...]:
    """Qt's own texts in a language, and ours: each with its name and its folder."""
    if code == "en":
        return ()
    return (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"batchsheet_{code}", str(resource("translations"))),
    )


def _read(name: str, folder: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(name, folder) else None


class _Spoken:
    """One language for the whole program, as Qt has it."""

    code = "en"


def _of_system() -> str:
    spoken = (tag.split("-", maxsplit=1)[0] for tag in QLocale.system().uiLanguages())
    return next((tag for tag in spoken if tag in LANGUAGES), "en")


@cache
def _of(language: str, country: QLocale.Country) -> QLocale:
    if country == QLocale.Country.AnyTerritory:
        return QLocale("en_US") if language == "en" else QLocale(language)
    return QLocale(QLocale.codeToLanguage(language), country)
