"""What an export holds besides the answers, and where it goes: the user's choices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Existing(StrEnum):
    """What becomes of a column that has an answer column's name already, as from an earlier run."""

    BESIDE = "beside"  # a further column, "Answer (2)"
    FILL = "fill"  # its empty cells take the answers
    REPLACE = "replace"  # every answer takes its cell


class Extra(StrEnum):
    """A column about the answer."""

    OUTCOME = "outcome"
    CAUSE = "cause"
    MODEL = "model"
    TOKENS = "tokens"
    COST = "cost"
    WHEN = "when"


@dataclass(frozen=True)
class ExportChoices:
    """How a job is exported; a job remembers them. What they are by default harms nothing.

    ``raw_text``: in text files, answers that Excel takes for formulas stay as they are. ``utf8``: a text
    file in an older encoding is written in UTF-8. ``items``: lists also item by item, in a sheet of their
    own. ``current_file``: into the file as it is now, rows matched by their content, rather than as it was sent.
    """

    raw_text: bool = False
    utf8: bool = False
    extras: tuple[Extra, ...] = ()
    existing: Existing = Existing.BESIDE
    items: bool = False
    current_file: bool = False


@dataclass(frozen=True)
class Foreseen:
    """What an export would do, told before it is done.

    ``notes`` are what is plain, ``warnings`` what the user should know before.
    ``changed``: the file is another than the one that was sent (None: it is not there any more).
    ``existing`` are answer columns whose names the table has already.
    ``blocked`` says why it can't be done.
    """

    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    changed: bool | None = False
    existing: tuple[str, ...] = ()
    blocked: str = ""

    @property
    def asks(self) -> bool:
        """Whether there is anything to decide or to know first."""
        return bool(self.warnings or self.blocked or self.existing or self.changed)
