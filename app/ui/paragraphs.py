"""Text as HTML in which each line is a paragraph, since each has a direction of its own: Arabic below English, say."""

from __future__ import annotations

BREAK = "<br>"
"""Between the lines of what is to become paragraphs."""
_EMPTY = "-qt-paragraph-type:empty;"


def paragraphs(shown: str, *, first: str = "", style: str = "", close: bool = False) -> str:
    """A paragraph for each line of ``shown``, nothing between them, with ``first`` before all of it.

    ``close`` leaves no room above either.
    """
    head, *lines = shown.split(BREAK)
    rest = f"margin:0;{style}"
    made = [f'<p style="{rest}">{line}</p>' if line else f'<p style="{rest}{_EMPTY}"><br></p>' for line in lines]
    return "".join([f'<p style="{rest if close else "margin-bottom:0;" + style}">{first}{head}</p>', *made])
