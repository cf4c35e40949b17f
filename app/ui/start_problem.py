"""What is shown where the window can't open at all: jobs of a newer version, a damaged database, a folder that is full."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMessageBox

from app.core.errors import AppError
from app.core.words import sentences
from app.ui import language
from app.ui.application import make_application
from app.ui.language import shown
from app.ui.naming import named
from app.ui.plain_text import shown_as_is
from app.ui.theme import Theme


def say_why_not(error: AppError) -> int:
    """Tell it in a box of its own, and in the terminal; the exit status once it is closed."""
    application = make_application()
    language.use(language.SYSTEM)
    theme = Theme(application)
    sys.stderr.write(f"{error.message}\n")
    make_box(error).open()
    application.exec()
    theme.release()
    return error.exit_status


def make_box(error: AppError) -> QMessageBox:
    """The box; the program ends when it is closed."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Batchsheet", shown_as_is(shown(error.what)))
    named(box, "startProblem", shown(error.message))
    box.setInformativeText(shown_as_is(shown(sentences(error.means, error.do))))
    if error.details:
        box.setDetailedText(error.details)
    box.addButton(QMessageBox.StandardButton.Close)
    box.finished.connect(QApplication.quit)
    return box
