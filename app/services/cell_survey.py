"""A look at a file's cells: samples and blanks for the chips, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Callable

from app.core.cell_facts import ColumnFacts, SheetFacts, look
from app.services.tasks import TaskControl
from app.store.store import Store

MOST_ROWS = 20_000
"""Rows looked at; of longer files those of pieces spread evenly over the whole."""

_PIECE, _STRETCH = 200, 40


class CellSurvey:
    """Looks at the rows of jobs, and knows what it saw last: a job that is left is mostly come back to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: tuple[object, SheetFacts] = None, SheetFacts()

    def look(self, job: str) -> Callable[[TaskControl], SheetFacts]:
        """Work that looks at a job's sheet; empty where none is loaded."""

        def work(control: TaskControl) -> SheetFacts:
            draft = self._store.drafts.get(job)
            if draft is None or draft.info is None:
                return SheetFacts()
            total = self._store.jobs.sheet_rows(job)
            # What has no fingerprint can have changed without a trace.
            sheet = (job, draft.info, total) if draft.info.fingerprint else object()
            before, found = self._last
            if before == sheet:
                return found
            facts = [ColumnFacts(name) for name in draft.info.columns]
            seen = blank = 0
            for start in _starts(total):
                page = self._store.rows.page(job, start, _PIECE)
                for position, row in enumerate(page, start):
                    if not position % _STRETCH:
                        control.check()
                    if row.blank:
                        blank += 1
                        continue
                    seen += 1
                    look(facts, position, row.cells)
            # Of what nobody looked at, as many rows are taken to be blank as of the rest.
            whole = seen + blank >= total
            rest = seen if whole else max(round(total * seen / max(seen + blank, 1)), seen + 1)
            found = SheetFacts(tuple(facts), seen, rest)
            self._last = sheet, found
            return found

        return work


def _starts(total: int) -> list[int]:
    """Where pieces begin: all of them, or so many that they come to ``MOST_ROWS``."""
    pieces = -(-total // _PIECE)
    most = MOST_ROWS // _PIECE
    if pieces <= most:
        return [piece * _PIECE for piece in range(pieces)]
    return [(piece * (pieces - 1) // (most - 1)) * _PIECE for piece in range(most)]
