"""Everything about one row: what was sent, what came back, why it stopped, what it cost."""

from __future__ import annotations

import html
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from app.core.outputs import as_text
from app.core.result_rows import RowDetail
from app.core.results import RowState
from app.ui import wording
from app.ui.icons import keep_tinted
from app.ui.language import shown, tr
from app.ui.naming import named, show_value
from app.ui.paragraphs import BREAK, paragraphs
from app.ui.plain_text import from_the_left
from app.ui.theme import Theme
from app.ui.widgets.basics import button, card, column, label, row, rule

LONGEST_SHOWN = 50_000
_DETAILS = "details"
_LEAST = 90
"""Pixels of a row's text that are to be seen."""
_EDGES = 2
"""Pixels of what the look draws round the text where it has the focus."""


class RowDetailPanel(QWidget):
    """Text that can be selected and copied; numbers for the curious behind "Details".

    Sends ``closed`` when the row is not to be read any more.
    """

    closed = Signal()

    def __init__(self, theme: Theme, *, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._practice = practice
        self._detail: RowDetail | None = None
        self._columns: tuple[str, ...] = ()
        self._text = named(
            QTextBrowser(), "rowDetail", self.tr("The chosen row"), self.tr("Its prompt, its answer, and what it cost")
        )
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setProperty("role", "plain")
        self._text.setTabChangesFocus(True)
        self._text.setOpenLinks(False)
        self._more = named(
            button(self.tr("Details"), "link", self._on_more), "rowDetailMore", self.tr("Show or hide the details")
        )
        self._more.setCheckable(True)
        self._title = named(label("", "strong", wrap=True), "rowDetailTitle", self.tr("The chosen row"))
        self._close = named(
            button("", "quiet", self.closed.emit),
            "rowDetailClose",
            self.tr("Close the row"),
            self.tr("Show what the job has cost instead"),
        )
        self._close.setToolTip(self._close.accessibleName())
        keep_tinted(self._close, "cross", theme)
        head = row(self._title, self._close, spacing=2)
        head.setStretch(0, 1)
        self._text.document().setDocumentMargin(0)
        self._text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it has what is left
        self._rule = rule()
        self.setLayout(column(card(head, self._text, self._rule, self._more, spacing=4)))
        theme.changed.connect(self._draw)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No row is chosen."""
        self._detail = None
        self._show_head(False)
        nothing = self.tr("Choose a row to see its prompt, its answer and its cost.")
        hint = f'<span style="{self._hint_style}">{nothing}</span>'
        self._text.setHtml(hint)

    def show_row(self, detail: RowDetail, columns: tuple[str, ...]) -> None:
        """Show a row; ``columns`` are the names of the answer columns."""
        if (detail, columns) == (self._detail, self._columns):
            return  # the reader may have scrolled in it
        self._detail, self._columns = detail, columns
        self._show_head(True)
        self._draw()

    def _show_head(self, reads: bool) -> None:
        """Without a row to read it is as high as the hint, and leaves the room to what is below."""
        for each in (self._title, self._close, self._rule, self._more):
            each.setVisible(reads)
        self._fit()
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred if reads else policy.Maximum)

    def _fit(self) -> None:
        """The hint has as many lines as its width makes of it."""
        hint = ceil(self._text.document().size().height()) + _EDGES
        self._text.setMinimumHeight(hint if self._detail is None else _LEAST)

    def _on_more(self) -> None:
        """The details come below all else: lead there."""
        self._draw()
        if self._more.isChecked():
            self._text.scrollToAnchor(_DETAILS)

    def _draw(self) -> None:
        detail = self._detail
        if detail is None:
            self.show_nothing()
            return
        title = self.tr("Row {n}: {outcome}")
        show_value(self._title, title.format(n=wording.number(detail.number), outcome=wording.outcome(detail.state)))
        parts = [paragraphs(_escaped(self._why(detail)), style=self._hint_style)]
        parts += self._answer(detail)
        if detail.sources:
            lines = [f"{title} – {url}" if title else url for title, url in detail.sources]
            caption = self.tr("Sources")
            parts.append(_titled(caption, _escaped(chr(10).join(lines))))
        if detail.prompt:
            parts.append(_titled(self.tr("Sent"), _escaped(detail.prompt), self._hint_style))
        if self._more.isChecked():
            parts.append(self._numbers(detail))
        self._text.setHtml("".join(parts))

    def _why(self, detail: RowDetail) -> str:
        sentences = [shown(detail.message) or wording.outcome_meaning(detail.state)]
        if detail.cost:
            billed = self.tr("It would have cost {money}.") if self._practice else self.tr("It was billed: {money}.")
            sentences.append(billed.format(money=wording.money(detail.cost)))
        if detail.answered_at is not None:
            day = wording.day(detail.answered_at)
            came = self.tr("It was tried on {day}.") if detail.cost else self.tr("An earlier job got it on {day}.")
            sentences.append(came.format(day=day))
        if detail.shared_with:
            text = tr(
                "%Ln row with the same prompt shares this answer.",
                "%Ln rows with the same prompt share this answer.",
                detail.shared_with,
            )
            sentences.append(text)
        return " ".join(sentences)

    def _answer(self, detail: RowDetail) -> list[str]:
        if detail.values:
            return [
                _titled(html.escape(from_the_left(name)), _escaped(as_text(value)))
                for name, value in zip(self._columns, detail.values, strict=False)
            ]
        if not detail.stop_reason and not detail.text:
            return []  # nothing came
        mark = self.tr("What came back")
        if detail.state is RowState.CUT_SHORT:
            mark = self.tr("What came back, cut short")
        if detail.text.strip():
            return [_titled(mark, _escaped(detail.text))]
        return [_titled(mark, self.tr("An answer without any text."), self._hint_style)]

    def _numbers(self, detail: RowDetail) -> str:
        lines = (
            tr("stop reason: {reason}", reason=detail.stop_reason or "–"),
            tr("cause: {cause}", cause=detail.cause or "–"),
            tr("input tokens: {n:,}", n=detail.input_tokens),
            tr("output tokens: {n:,}", n=detail.output_tokens),
        )
        place = f'<a name="{_DETAILS}"></a>'
        return _titled(self.tr("Details"), _escaped(chr(10).join(lines)), self._hint_style, place)

    @property
    def _hint_style(self) -> str:
        return f"color:{self._theme.tokens.hint};"


def _titled(title: str, text: str, style: str = "", place: str = "") -> str:
    """A heading with its lines below it; ``style`` is theirs alone, ``place`` a name to scroll to."""
    return paragraphs(f"<b>{title}</b>", first=place) + paragraphs(text, style=style, close=True)


def _escaped(text: str) -> str:
    start = text[:LONGEST_SHOWN] + (" …" if len(text) > LONGEST_SHOWN else "")
    return html.escape(start).replace("\n", BREAK)
