"""What seems wrong with answers, and what to do about it, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from app.core.agreement import Agreement
from app.core.outcome import AT_FAULT
from app.core.results import RowState
from app.core.rule import Concern, Finding
from app.services.reviewing import SanityReport, Unanswered
from app.ui import wording
from app.ui.language import tr


def summary(report: SanityReport) -> str:
    """The whole report in one line."""
    answers = _answers(report.answered)
    found, unanswered = len(report.findings), sum(len(group.rows) for group in report.unanswered)
    lacking = tr("%Ln row has no whole answer.", "%Ln rows have no whole answer.", unanswered)
    if unanswered and not report.answered:
        return lacking
    if not found:
        said = tr("Nothing looks out of line in {answers}.").format(answers=answers)
    else:
        said = tr("One thing to look at in {answers}.", "%Ln things to look at in {answers}.", found, answers=answers)
    if unanswered:
        said = f"{said} {lacking}"
    if report.looked_at < report.answered:
        sample = tr("A sample of {n} stood for all of them.").format(n=wording.number(report.looked_at))
        said = f"{said} {sample}"
    return said


def finding(found: Finding) -> str:
    """A finding in a sentence."""
    rows, column, about = wording.rows(len(found.rows)), found.column, found.about
    text = {
        Concern.LABEL_DOMINATES: tr("{rows}, “{column}”: all the same value, {about}."),
        Concern.IDENTICAL: tr("{rows}, “{column}”: word for word what other rows have: “{about}”"),
        Concern.COPIES_PROMPT: tr("{rows}, “{column}”: the prompt or the row's own cells said again."),
        Concern.LENGTH_DRIFTS: tr("{rows}, “{column}”: the length changes down the sheet, {about} characters."),
        Concern.REFUSAL: tr("{rows}, “{column}”: says that it can't answer."),
        Concern.LANGUAGE: tr("{rows}, “{column}”: in another language than the others ({about})."),
        Concern.NUMBER: tr("{rows}, “{column}”: a number far from all others, such as {about}."),
        Concern.UNCHANGED: tr("{rows}, “{column}”: the same answer, though “{about}” differs."),
    }[found.concern]
    if found.concern is Concern.LANGUAGE:
        about = ", ".join(_language(code) for code in about.split(", "))
    said = text.format(rows=rows, column=column, about=about)
    if found.looked_at:
        sample = tr("Of {n} answers looked at.").format(n=wording.number(found.looked_at))
        said = f"{said} {sample}"
    return said


def advice(found: Finding) -> str:
    """What to do about it."""
    return {
        Concern.LABEL_DOMINATES: tr("Look at some: if they are wrong, say in the prompt when each value applies."),
        Concern.IDENTICAL: tr(
            "Look at some: if they say too little, ask in the prompt for what is special to the row."
        ),
        Concern.COPIES_PROMPT: tr("Say in the prompt that the answer is to be in its own words, then ask in a copy."),
        Concern.LENGTH_DRIFTS: tr("Look at the last rows: if they say too little or too much, name a length."),
        Concern.REFUSAL: tr(
            "Look at what they lack: more columns in the prompt, or a word for “can't be told”, may help."
        ),
        Concern.LANGUAGE: tr("Name the language in the prompt, then ask in a copy of the job."),
        Concern.NUMBER: tr("Look at each: units and thousands are what goes wrong most; name the unit in the prompt."),
        Concern.UNCHANGED: tr("Look at some: if that column matters, say so in the prompt."),
    }[found.concern]


def unanswered(group: Unanswered) -> str:
    """Rows without a whole answer, and why, in a sentence or two."""
    said = f"{wording.rows(len(group.rows))}: {wording.outcome(group.outcome)}."
    return f"{said} {wording.cause(group.cause) if group.cause else wording.without_cause(str(group.outcome))}"


def unanswered_advice(group: Unanswered) -> str:
    """What to do about them."""
    if group.cause in AT_FAULT:
        return tr("Not asked again as they are: see why, change the prompt or the rows, and ask in a copy of the job.")
    return {
        RowState.CUT_SHORT: tr("Show them and ask again, with twice the room."),
        RowState.DECLINED: tr("Look at the rows: ask again as they are, or with another prompt in a copy."),
        RowState.FAILED: tr("Ask again; where it fails again, look at the rows."),
        RowState.EXPIRED: tr("Ask again."),
        RowState.CANCELLED: tr("Ask again if you want them after all."),
    }.get(group.outcome, "")


def agreement(found: Agreement) -> str:
    """How many checked answers are right, and what that says of all; nothing where none was judged."""
    if not found.judged:
        return ""
    low, high = found.interval
    text = tr("{right} of {judged} right: between {low}% and {high}% of all.")
    return text.format(
        right=wording.number(found.right),
        judged=wording.number(found.judged),
        low=wording.number(round(low * 100)),
        high=wording.number(round(high * 100)),
    )


def _answers(count: int) -> str:
    return tr("%Ln answer", "%Ln answers", count)


def _language(code: str) -> str:
    """A language's name; the code where nobody knows one."""
    language = QLocale.codeToLanguage(code.split("-", maxsplit=1)[0])
    return code if language == QLocale.Language.AnyLanguage else QLocale.languageToString(language)
