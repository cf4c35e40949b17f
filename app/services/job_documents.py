"""Documents and pictures that a job's rows name: which files they are, whether they may be sent, what is in them.

A table may come from somebody else, and name any file. So a document is read only where it lies in
the table's own folder or in one that the user has allowed, links followed, and is of a kind that
the service takes. What is sent is what was there when the price was found, or nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.core.attachment import Attachment, AttachmentKind, Unfit, in_words, unfit_together
from app.core.draft import Draft
from app.core.errors import Code, FileError, NeedsUser, RecipeError
from app.core.model import Model
from app.core.words import tr
from app.services.looking import Found, Look
from app.services.tasks import TaskControl
from app.sheets.attachments import read_document
from app.store.own_folder import own_folder
from app.store.store import Store
from app.store.uploads import UploadState

_CHUNK = 50
_BY_ID = 160
"""Bytes that a document takes in a request which was uploaded before."""


class JobDocuments:
    """The documents of one job's rows, for one builder of requests."""

    def __init__(
        self,
        store: Store,
        look: Look,
        job: str,
        draft: Draft,
        model: Model,
        *,
        anew: bool,
    ) -> None:
        columns = draft.info.columns if draft.info else ()
        self._store, self._look, self._job, self._model, self._anew = store, look, job, model, anew
        self._draft = draft
        self._columns = [_position(name, columns) for name in draft.recipe.attach]
        self._references = draft.recipe.reference
        uploads = store.uploads.of_job(job).values()
        self._uploaded = {one.digest: one.file_id for one in uploads if one.state is UploadState.THERE}
        self._base = own_folder(draft.info) if draft.info else ""
        self._allowed = [Path(os.path.realpath(folder)) for folder in draft.attach_from]
        self.known: dict[str, Found] = {}

    @property
    def by_row(self) -> bool:
        """Whether rows name any of their own."""
        return bool(self._columns)

    def references(self) -> Sequence[Attachment]:
        """What those are that go before every prompt, as far as they can be sent."""
        return [one for one in self._known(self._references) if isinstance(one, Attachment)]

    def unfit_references(self) -> dict[str, Unfit]:
        """Those that can't be sent, by name, and why."""
        found = dict(zip(self._references, self._known(self._references), strict=True))
        unfit = {name: one for name, one in found.items() if isinstance(one, Unfit)}
        together = unfit_together(self.references(), self._model)
        return unfit or ({", ".join(self._references): together} if together is not None else {})

    def reference_content(self) -> Sequence[tuple[Attachment, bytes | str]]:
        """The same with what is in them, or its id at the service.

        Raises NeedsUser where one can't be sent, or is no longer what it was.
        """
        for name, trouble in self.unfit_references().items():
            raise reference_trouble(name, trouble)
        try:
            return [(one, self._uploaded.get(one.digest) or self.read(one)) for one in self.references()]
        except FileError as error:
            raise NeedsUser(
                error.what, _BEFORE_ALL, tr("Put it back as it was and go on."), code=Code.BAD_FILE
            ) from None

    def facts(self, cells: Sequence[str]) -> Sequence[Attachment] | None:
        """What a row's documents are; None where one of them can't be sent."""
        found = self._known(self.names(cells))
        fit = [one for one in found if isinstance(one, Attachment)]
        return fit if len(fit) == len(found) and self._unfit_with(fit) is None else None

    def trouble(self, cells: Sequence[str]) -> Unfit | None:
        """Why a row's documents can't be sent; None where they can."""
        found = self._known(self.names(cells))
        first = next((one for one in found if isinstance(one, Unfit)), None)
        return first or self._unfit_with([one for one in found if isinstance(one, Attachment)])

    def _unfit_with(self, row: Sequence[Attachment]) -> Unfit | None:
        return unfit_together([*self.references(), *row], self._model) if row else None

    def content(self, cells: Sequence[str]) -> Sequence[tuple[Attachment, bytes | str]]:
        """The same with what is in them, text as UTF-8, or its id at the service.

        Raises FileError where one is no longer what it was.
        """
        if (trouble := self.trouble(cells)) is not None:
            raise _unfit(self.names(cells), trouble)
        return [(one, self._uploaded.get(one.digest) or self.read(one)) for one in self.facts(cells) or ()]

    def sent(self, cells: Sequence[str]) -> int:
        """Bytes that a row's documents take in a request."""
        return sum(self._sent(one) for one in self.facts(cells) or ())

    def sent_ahead(self) -> int:
        """Bytes that those before every prompt take in a request."""
        return sum(self._sent(one) for one in self.references())

    def _sent(self, one: Attachment) -> int:
        return _BY_ID if one.digest in self._uploaded else one.sent

    def shared(self, control: TaskControl) -> list[tuple[Attachment, int]]:
        """The documents that go with several of the chosen rows, each by its content, and with how many."""
        rows = 0
        uses: Counter[str] = Counter()
        by_digest: dict[str, Attachment] = {}
        for _row, cells in chosen_rows(self._store, self._job, self._draft, control):
            rows += 1
            for one in self.facts(cells) or () if self.by_row else ():
                uses[one.digest] += 1
                by_digest[one.digest] = one
        for one in self.references():
            uses[one.digest] += rows
            by_digest[one.digest] = one
        return [(by_digest[digest], count) for digest, count in uses.items() if count > 1]

    def names(self, cells: Sequence[str]) -> list[str]:
        """The cells that name them."""
        some = (cells[column].strip() for column in self._columns if column < len(cells))
        return [cell for cell in some if cell]

    def places(self, cells: Sequence[str]) -> list[Path]:
        """Where they lie, links followed, as far as that can be said."""
        return [place for cell in self.names(cells) if (place := self.place(cell)) is not None]

    def may(self, place: Path) -> bool:
        """Whether a file may be sent from there."""
        return any(place.is_relative_to(folder) for folder in self._allowed)

    def look_all(self, rows: Iterator[tuple[int, tuple[str, ...]]], control: TaskControl) -> None:
        """Look at the documents of these rows, many at a time."""
        waiting: dict[str, Path] = {}
        for name in self._references:
            self._sort(name, waiting)
        for _row, cells in rows:
            for cell in self.names(cells):
                if cell not in self.known and cell not in waiting:
                    self._sort(cell, waiting)
            if len(waiting) >= _CHUNK:
                self._look_at(waiting, control)
        self._look_at(waiting, control)

    def _known(self, names: Sequence[str]) -> list[Found]:
        missing = [cell for cell in names if cell not in self.known]
        if missing and not self._anew:
            self.known |= self._store.documents.find(self._job, missing)
            missing = [cell for cell in missing if cell not in self.known]
        if missing:
            waiting: dict[str, Path] = {}
            for cell in missing:
                self._sort(cell, waiting)
            self._look_at(waiting, TaskControl())
            if not self._anew:
                self._store.documents.add(self._job, {cell: self.known[cell] for cell in missing})
        return [self.known[cell] for cell in names]

    def _sort(self, cell: str, waiting: dict[str, Path]) -> None:
        """Put a cell's file among those to be looked at, where that is allowed."""
        place = self.place(cell)
        if place is None:
            self.known[cell] = Unfit.MISSING
        elif not self.may(place):
            self.known[cell] = Unfit.OUTSIDE
        else:
            waiting[cell] = place

    def _look_at(self, waiting: dict[str, Path], control: TaskControl) -> None:
        if waiting:
            self.known |= zip(waiting, self._look(list(waiting.values()), control), strict=True)
            waiting.clear()

    def place(self, cell: str) -> Path | None:
        """Where a document lies that is so named; None where that can't be said."""
        try:
            cell.encode()
            path = Path(cell)
            if not path.is_absolute() and not self._base:
                return None
            return Path(os.path.realpath(Path(self._base) / path))
        except (OSError, ValueError):  # characters that no name has; a link that leads to itself
            return None

    def read(self, found: Attachment) -> bytes:
        """What is in a document, text as UTF-8. Raises FileError where it is no longer what it was."""
        path = Path(found.path)
        if not self.may(Path(os.path.realpath(path))):
            raise _gone(path)
        if found.kind is AttachmentKind.TEXT:
            now, text = self._look.text(path)
            if isinstance(now, Unfit):
                raise _gone(path)
            if now.digest != found.digest:
                raise _changed(path)
            return text.encode()
        data = read_document(path)
        if isinstance(data, Unfit):
            raise _gone(path)
        if hashlib.sha256(data).hexdigest() != found.digest:
            raise _changed(path)
        return data


def chosen_rows(store: Store, job: str, draft: Draft, control: TaskControl) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(number, cells) of the rows that will be asked, in order."""
    total = store.jobs.sheet_rows(job)
    for first, rows in store.rows.pages(job):
        control.check()
        control.progress(first, total)
        for number, cells in rows:
            if draft.rows.asks(number, cells):
                yield number, cells


def _position(name: str, columns: Sequence[str]) -> int:
    for position, column in enumerate(columns):
        if column.strip().casefold() == name.casefold():
            return position
    there = ", ".join(columns[:10])
    raise RecipeError(
        tr("“attach” names the column “{name}”, which the sheet does not have.", name=name),
        tr("Nothing was sent."),
        tr("It has: {there}.", there=there),
    )


_BEFORE_ALL = tr("It goes before every row's prompt, so no row was sent with it.")


def reference_trouble(name: str, trouble: Unfit) -> NeedsUser:
    """A document that goes before every prompt can't be sent."""
    return NeedsUser(
        tr("The reference document “{name}” can't be sent: {in_words}.", name=name, in_words=in_words(trouble)),
        _BEFORE_ALL,
        tr("Mend that, or take it off the Prompt page."),
        code=Code.BAD_FILE,
    )


def _unfit(names: Sequence[str], trouble: Unfit) -> FileError:
    named = ", ".join(f"“{Path(name).name}”" for name in names[:3])
    return FileError(
        tr("The documents of this row ({named}) can't be sent: {why}.", named=named, why=in_words(trouble)),
        tr("The row was not sent, and costs nothing."),
        tr("Mend that, then ask the row again."),
    )


def _gone(path: Path) -> FileError:
    return FileError(
        tr("The document “{name}” is not there any more, or can't be read.", name=path.name),
        tr("The row was not sent, and costs nothing."),
        tr("Put it back, then ask the row again."),
    )


def _changed(path: Path) -> FileError:
    return FileError(
        tr("The document “{name}” was changed after the price was found.", name=path.name),
        tr("The row was not sent, and costs nothing."),
        tr("Ask the row again to send the document as it is now."),
    )
