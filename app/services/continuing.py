"""Next month's file against an earlier job: which rows are new, changed, unchanged or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.core.draft import Draft
from app.core.errors import InputError
from app.core.job import JobState
from app.core.words import tr
from app.services.known_job import draft_of
from app.services.planning import builder_for
from app.services.scan import look_at
from app.services.tasks import TaskControl
from app.store.codec import cells_from_blob, split_blob
from app.store.store import Store


@dataclass(frozen=True)
class Since:
    """How many rows are what, against those that an earlier job was made of; blank ones count nowhere.

    ``changed`` are rows with a known key that are asked something else than then; without a key such a row
    is ``new``, and the one that it was is ``gone``.
    """

    job: str
    new: int
    changed: int
    unchanged: int
    gone: int

    def as_json(self) -> dict[str, object]:
        """Under its names in the JSON object."""
        return {
            "job": self.job,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "gone": self.gone,
        }


@dataclass(frozen=True)
class EarlierJob:
    """A job that a draft can be compared with; ``ended_at`` in seconds since 1970."""

    id: str
    name: str
    ended_at: float


class Continuing:
    """Compares a draft with an earlier job; nothing is sent. A draft remembers with which it was."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def candidates(self, job: str) -> Callable[[TaskControl], list[EarlierJob]]:
        """Work that finds ended jobs whose rows have all the columns that a draft's prompt uses, the newest first."""

        def work(control: TaskControl) -> list[EarlierJob]:
            draft = self._store.drafts.get(job)
            if draft is None or draft.info is None or draft.recipe.attach:
                return []
            used = {draft.info.columns[column] for column in builder_for(draft).columns}
            found = []
            for other in self._store.jobs.all():
                control.check()
                if other.id == job or other.state is not JobState.FINISHED or other.finished_at is None:
                    continue
                before = self._store.drafts.get(other.id)
                if before is not None and before.info is not None and used <= set(before.info.columns):
                    found.append(EarlierJob(other.id, other.name, other.finished_at))
            return found

        return work

    def compare(self, job: str, since: str, key: str | None = None) -> Callable[[TaskControl], Since]:
        """Work that compares by what is asked for a row, and with ``key`` by that column; the draft goes on from that job.

        Raises InputError where that can't be told, RecipeError or UnknownColumn.
        """

        def work(control: TaskControl) -> Since:
            draft = self._draft(job)
            before = self._draft(since)
            if draft.recipe.attach:
                # A document may have changed under the name that it had.
                raise InputError(
                    tr("Rows with documents can't be compared with an earlier job's."),
                    tr("Nothing was sent."),
                    tr("Leave --since out: what is unchanged is found all the same when it is priced."),
                )
            known = set(before.info.columns) if before.info else set()
            builder = builder_for(draft)
            used = [draft.info.columns[column] for column in builder.columns] if draft.info else []
            for column in [*used, *([key] if key is not None else [])]:
                if column not in known:
                    raise InputError(
                        tr("The rows of that job have no column “{column}”.", column=column),
                        tr("They can't be compared."),
                        tr("Go on from a job with the same columns."),
                    )
            then = Draft(draft.recipe, before.rows, before.info, draft.model)
            if key is None:
                found = self._by_content(job, draft, since, then, control)
            else:
                found = self._by_key(job, draft, since, then, key, control)
            self._store.earlier.go_on(job, since, key)
            return found

        return work

    def chosen(self, job: str) -> tuple[str, str | None]:
        """The earlier job that a draft goes on from, "" for none, and the key."""
        return self._store.earlier.of(job)

    def choose(self, job: str, since: str = "", key: str | None = None) -> None:
        """Have a draft go on from an earlier job; from none where none is named."""
        self._store.earlier.go_on(job, since, key)

    def earlier_rows(self, job: str, since: str, key: str | None, control: TaskControl) -> dict[int, list[int]]:
        """Which rows of an earlier job a job's rows were, by their numbers; rows that nobody can tell are left out."""
        draft, before = self._draft(job), self._draft(since)
        columns = before.info.columns if before.info else ()
        used = [draft.info.columns[column] for column in builder_for(draft).columns] if draft.info else []
        if not {*used, *([key] if key is not None else [])} <= set(columns):
            return {}
        then = Draft(draft.recipe, before.rows, before.info, draft.model)
        names: dict[bytes, list[int]] = {}
        for name, number in self._named(since, then, key, control):
            names.setdefault(name, []).append(number)
        if key is not None:  # one that is there twice names no row
            names = {name: numbers for name, numbers in names.items() if len(numbers) == 1}
        return {number: names[name] for name, number in self._named(job, draft, key, control) if name in names}

    def _named(self, job: str, draft: Draft, key: str | None, control: TaskControl) -> Iterator[tuple[bytes, int]]:
        """What a row is known by, and its number."""
        name = _namer(draft, key) if key is not None else None
        for number, mark, blob in self._marks(job, draft, control):
            yield (mark if name is None else name(blob)), number

    def _by_content(self, job: str, draft: Draft, since: str, then: Draft, control: TaskControl) -> Since:
        left = Counter(mark for _number, mark, _blob in self._marks(since, then, control.stage(0.0, 0.5)))
        new = unchanged = 0
        for _number, mark, _blob in self._marks(job, draft, control.stage(0.5, 1.0)):
            if left.get(mark):
                left[mark] -= 1
                unchanged += 1
            else:
                new += 1
        return Since(since, new, 0, unchanged, left.total())

    def _by_key(self, job: str, draft: Draft, since: str, then: Draft, key: str, control: TaskControl) -> Since:
        """One dictionary, and no call that each of a million rows can do without.

        Raises InputError where a key is there twice: it names no row then.
        """
        left: dict[bytes, bytes] = {}
        look, name = look_at(then, builder_for(then)), _namer(then, key)
        for rows in self._pages(since, then, control.stage(0.0, 0.5)):
            for _number, blob in rows:
                identity = look(blob)
                if identity is not None and identity[0]:
                    value = name(blob)
                    if value in left:
                        raise _twice(value, key)
                    left[value] = identity[0]
        before = len(left)
        new = changed = unchanged = 0
        look, name = look_at(draft, builder_for(draft)), _namer(draft, key)
        for rows in self._pages(job, draft, control.stage(0.5, 1.0)):
            for _number, blob in rows:
                identity = look(blob)
                if identity is not None and identity[0]:
                    value = name(blob)
                    mark = left.get(value)
                    if mark is None:
                        new += 1
                    elif mark == identity[0]:
                        unchanged += 1
                    elif mark:
                        changed += 1
                    else:
                        raise _twice(value, key)
                    left[value] = _SEEN
        return Since(since, new, changed, unchanged, before - changed - unchanged)

    def _marks(self, job: str, draft: Draft, control: TaskControl) -> Iterator[tuple[int, bytes, bytes]]:
        """(number, what is asked, packed cells) of every row that is asked anything."""
        look = look_at(draft, builder_for(draft))
        for rows in self._pages(job, draft, control):
            for number, blob in rows:
                identity = look(blob)
                if identity is not None and identity[0]:
                    yield number, identity[0], blob

    def _pages(self, job: str, draft: Draft, control: TaskControl) -> Iterator[list[tuple[int, bytes]]]:
        """The chosen rows, still packed."""
        choice = draft.rows
        total = self._store.jobs.sheet_rows(job)
        for first, rows in self._store.rows.packed_pages(job):
            control.check()
            control.progress(first, total)
            yield [row for row in rows if choice.in_range(row[0])] if choice.ranges else rows

    def _draft(self, job: str) -> Draft:
        found = draft_of(self._store, job)
        if found.info is None:
            raise InputError(
                tr("That job has no rows."), tr("There is nothing to compare with."), tr("Choose another job.")
            )
        return found


_SEEN = b""
"""Stands for the request of a row whose key was seen before."""


def _namer(draft: Draft, key: str) -> Callable[[bytes], bytes]:
    """What gives the key of a packed row, in UTF-8 without blanks around; unpacked whole only where it has to be."""
    place = draft.info.columns.index(key) if draft.info else 0

    def name(blob: bytes) -> bytes:
        packed = split_blob(blob, place + 1)
        if packed is not None and place < len(packed):
            cell = packed[place]
            if cell.isascii() and b"\\" not in cell:
                return cell.strip()
        cells = cells_from_blob(blob)
        return cells[place].strip().encode("utf-8", "surrogatepass") if place < len(cells) else b""

    return name


def _twice(name: bytes, key: str) -> InputError:
    value = name.decode("utf-8", "replace")
    return InputError(
        tr("“{value}” stands more than once in “{key}”.", value=value, key=key)
        if value
        else tr("“{key}” is blank in some rows.", key=key),
        tr("By that column rows can't be told from each other."),
        tr("Choose another key, or compare by content."),
    )
