"""Job, part and row in the one field of a request that comes back with its answer.

The service allows ``^[a-zA-Z0-9_-]{1,64}$``, unique within a batch. A batch has no name or
metadata of its own, so this is also how a batch in the account is recognised as ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATTERN = re.compile(r"bs1-([a-z0-9]{1,20})-([0-9]{1,7})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class RowId:
    """Which request an answer belongs to: the row is numbered as the spreadsheet numbers it."""

    job: str
    part: int
    row: int


def make_custom_id(job: str, part: int, row: int) -> str:
    """The ``custom_id`` of one request."""
    return f"{custom_id_stem(job, part)}{row}"


def custom_id_stem(job: str, part: int) -> str:
    """What the ids of a part's requests begin with; the row's number follows."""
    return f"bs1-{job}-{part}-"


def parse_custom_id(text: str) -> RowId | None:
    """What a ``custom_id`` of ours says; None for anybody else's."""
    match = _PATTERN.fullmatch(text)
    return RowId(match[1], int(match[2]), int(match[3])) if match else None
