"""Asks whether documents may be sent that lie outside of the spreadsheet's own folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.language import tr

_SHOWN = 12


def ask_for_folders(context: Context, page: QWidget, allowed: Callable[[], object]) -> None:
    """Ask over a page; ``allowed`` is called where they may, and the job is still the one that is shown."""
    current, documents = context.current, context.services.documents
    job_id = current.id
    survey = documents.last_survey(job_id)
    if survey is None or not current.editable or not survey.outside:
        return
    folders = sorted(survey.outside)

    def allow() -> None:
        documents.allow(job_id, folders)
        if current.id == job_id:
            allowed()

    text = "\n".join(
        tr("{folder} ({count:,})", folder=folder, count=survey.outside[folder]) for folder in folders[:_SHOWN]
    )
    if len(folders) > _SHOWN:
        text += "\n" + tr("and %Ln more folder", "and %Ln more folders", len(folders) - _SHOWN)
    context.messages.ask(
        page,
        tr("Send documents from these folders, too? They lie outside of the spreadsheet's own folder."),
        text,
        tr("Allow these folders"),
        allow,
    )
