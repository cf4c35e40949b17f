"""What the shipped recipes are called: their files say it in English, the window in its own language."""

from __future__ import annotations

from app.core.words import Text, tr

_NAMES = (
    tr("Sort into categories"),
    tr("Tidy up company names"),
    tr("Contract: what to have checked"),
    tr("Contract: parties, term, notice"),
    tr("Pick out contact details"),
    tr("Companies: industry and customers"),
    tr("First line of a mail"),
    tr("Product data: fill the gaps"),
    tr("Product description"),
    tr("Rate a lead"),
    tr("Web shop: title and snippet for search"),
    tr("Second opinion"),
    tr("Feedback: mood and topic"),
    tr("Summarise a long text"),
    tr("Translate a column"),
    tr("Companies to enrich"),
    tr("Product copy"),
    tr("Documents to sort"),
)
_BY_NAME: dict[str, Text] = {str(name): name for name in _NAMES}


def shipped_name(name: str) -> str:
    """The name of a shipped recipe as a text that can be shown in other languages; any other name as it is."""
    return _BY_NAME.get(name, name)
