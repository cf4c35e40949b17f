"""Other people's text where Qt would read it as markup."""

from __future__ import annotations


def shown_as_is(text: str) -> str:
    """Text for a place that guesses whether it is HTML (tooltips, message boxes), so that it is shown letter by letter.

    A cell may hold anything, `<img src=...>` among it, which Qt would go and read.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    import html  # seldom: with a table of all named characters

    from PySide6.QtGui import Qt

    if not Qt.mightBeRichText(text):
        return text

    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'
