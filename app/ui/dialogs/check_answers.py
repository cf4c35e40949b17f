"""Answers drawn at random, one by one beside what was asked, to be called right or wrong by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.core.agreement import Verdict
from app.core.errors import AppError
from app.core.outputs import as_text
from app.services.marking import Draw
from app.ui import findings_wording
from app.ui.accessibility import announce
from app.ui.context import Context
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.plain_text import PlainText


class CheckAnswersDialog(QDialog):
    """Keeps each verdict at once, so that it can be closed at any time and continued later."""

    def __init__(self, context: Context, job: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._services = context.services
        self._job = job
        self._draw = Draw((), {})
        self._place = 0
        self._draws = context.background.latest(self)
        named(self, "checkAnswers", self.tr("Check answers"), self.tr("Say which of a few answers are right"))
        self.setWindowTitle(self.tr("Check answers"))
        self._where = named(label("", "emphasis"), "checkPlace", self.tr("Which answer this is"))
        self._said = named(label("", "hint"), "checkVerdict", self.tr("What you said of it"))
        self._asked = self._text("checkAsked", self.tr("What was asked"))
        self._answer = self._text("checkAnswer", self.tr("The answer"))
        self._figure = named(label("", "strong", wrap=True), "checkFigure", self.tr("How many are right"))
        self._letters = {
            Verdict.WRONG: self.tr("W", "the key for an answer that is wrong"),
            Verdict.SKIPPED: self.tr("S", "the key for an answer that is skipped"),
            Verdict.RIGHT: self.tr("R", "the key for an answer that is right"),
        }
        self._back_letter = self.tr("B", "the key to go back to the answer before")
        back = self.tr("Back ({key})").format(key=self._back_letter)
        self._back = named(button(back, "", self._on_back), "checkBack", self.tr("Back"))
        self._verdicts = {
            Verdict.WRONG: self._button(Verdict.WRONG, self.tr("Wrong ({key} or ←)"), "checkWrong"),
            Verdict.SKIPPED: self._button(Verdict.SKIPPED, self.tr("Skip ({key} or ↓)"), "checkSkip"),
            Verdict.RIGHT: self._button(Verdict.RIGHT, self.tr("Right ({key} or →)"), "checkRight"),
        }
        self._more = named(button(self.tr("Check &20 more"), "", self._on_more), "checkMore", self.tr("Check 20 more"))
        self._close = named(button(self.tr("C&lose"), "", self.accept), "checkClose", self.tr("Close"))
        self._arrange()
        self._add_keys()
        self._show_drawing()
        self._start(more=False)

    def _start(self, *, more: bool) -> None:
        work = self._services.marking.draw(self._job, more=more)
        self._draws.run("Drawing answers", work, self._on_drawn, on_failed=self._on_failed)

    def _on_drawn(self, draw: Draw) -> None:
        self._draw = draw
        self._place = draw.first_open
        for made in self._verdicts.values():
            made.setEnabled(True)
        self._show()
        self._verdicts[Verdict.RIGHT].setFocus()

    def _on_failed(self, error: BaseException) -> None:
        self._context.messages.error(error)
        self.reject()

    # Judging

    def _judge(self, verdict: Verdict) -> None:
        if self._place >= len(self._draw.rows):
            return
        row_number = self._draw.rows[self._place]
        try:
            self._services.marking.mark(self._job, row_number, verdict)
        except AppError as error:
            self._on_failed(error)
            return
        self._draw.verdicts[row_number] = verdict
        self._place += 1
        self._show()

    def _on_back(self) -> None:
        if self._place > 0:
            self._place -= 1
            self._show()

    def _on_more(self) -> None:
        self._start(more=True)

    # Showing

    def _show_drawing(self) -> None:
        """Everything stands where it will be; nothing can be said yet."""
        show_value(self._where, self.tr("Looking…"))
        for made in self._verdicts.values():
            made.setEnabled(False)
        self._back.setEnabled(False)
        self._more.hide()
        self._close.setFocus()

    def _show(self) -> None:
        rows = self._draw.rows
        at_end = self._place >= len(rows)
        for made in self._verdicts.values():
            made.setVisible(not at_end)
        self._back.setEnabled(self._place > 0)
        self._more.setVisible(at_end and bool(rows))
        show_value(self._figure, findings_wording.agreement(self._services.marking.agreement(self._job)))
        if at_end:
            done = tr("The one answer is checked.", "All %Ln are checked.", len(rows)) if rows else ""
            show_value(self._where, done)
            show_value(self._said, "")
            self._asked.clear()
            self._answer.clear()
            self._close.setFocus()
            announce(self._where, f"{done} {self._figure.text()}".strip())
            return
        number = rows[self._place]
        try:
            detail = self._services.jobs.row_detail(self._job, number)
        except AppError as error:
            self._on_failed(error)
            return
        where = self.tr("{place} of {all} · row {n}")
        show_value(self._where, where.format(place=self._place + 1, all=len(rows), n=number))
        verdict = self._draw.verdicts.get(number)
        show_value(self._said, self._word(verdict) if verdict else "")
        self._asked.setPlainText(detail.prompt)
        names = self._services.jobs.outputs(self._job)
        texts = [as_text(value) for value in detail.values]
        if len(texts) == 1:
            self._answer.setPlainText(texts[0])
        else:
            lines = (f"{name}: {text}" for name, text in zip(names, texts, strict=False))
            self._answer.setPlainText("\n\n".join(lines))
        announce(self._where, f"{self._where.text()}: {self._answer.toPlainText()}")

    def _word(self, verdict: Verdict) -> str:
        return {
            Verdict.RIGHT: self.tr("You said: right"),
            Verdict.WRONG: self.tr("You said: wrong"),
            Verdict.SKIPPED: self.tr("You skipped it"),
        }[verdict]

    # Making

    def _arrange(self) -> None:
        asked = column(label(self.tr("What was asked"), "section"), self._asked, spacing=4)
        answer = column(label(self.tr("The answer"), "section"), self._answer, spacing=4)
        sides = row(spacing=12)
        sides.addLayout(asked, 1)
        sides.addLayout(answer, 1)
        lines = column(
            row(self._where, 1, self._said),
            sides,
            self._figure,
            row(self._back, 1, *self._verdicts.values(), self._more, self._close),
            spacing=12,
            margins=(20, 16, 20, 16),
        )
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.resize(QSize(820, 520))

    def _text(self, name: str, says: str) -> PlainText:
        made = named(PlainText(), name, says)
        made.setReadOnly(True)
        return made

    def _button(self, verdict: Verdict, text: str, name: str) -> QPushButton:
        text = text.format(key=self._letters[verdict])
        made = button(text, "", lambda: self._judge(verdict))
        return named(made, name, text, self.tr("Keeps that, and shows the next answer"))

    def _add_keys(self) -> None:
        arrows = {Verdict.WRONG: Qt.Key.Key_Left, Verdict.SKIPPED: Qt.Key.Key_Down, Verdict.RIGHT: Qt.Key.Key_Right}
        for verdict, letter in self._letters.items():
            for key in (QKeySequence(letter), QKeySequence(arrows[verdict])):
                QShortcut(key, self, lambda verdict=verdict: self._judge(verdict))
        QShortcut(QKeySequence(self._back_letter), self, self._on_back)
