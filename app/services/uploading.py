"""Documents that many rows share are uploaded once, where the service takes files, and deleted there when their job ends.

The intent is on disk before the upload, the id after it. What no reply came for is looked for by its
name, which is the job's and the content's own; a process that dies in between leaves it to the next start.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable

from app.batch_api.files import KEPT_SECONDS
from app.core.attachment import Attachment
from app.core.batch import elsewhere
from app.core.errors import FileError, ServiceTrouble, Trouble
from app.core.job import UNFINISHED
from app.services.documents import Documents
from app.services.job_documents import JobDocuments
from app.services.planning import model_of
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.store import Store
from app.store.uploads import Upload, UploadState

LEAST_SAVED = 256 * 1024
"""Bytes that uploading has to save before it is done."""

_RENEWED = KEPT_SECONDS - 3 * 24 * 3600.0
"""Seconds after which a file is uploaded anew, for requests that may wait for a day yet."""

_ENDINGS = {"application/pdf": ".pdf", "text/plain": ".txt"}


class Uploading:
    """Any thread may call it; of one job, uploads and deletions come one after the other."""

    def __init__(self, store: Store, service: Service, documents: Documents, clock: Callable[[], float]) -> None:
        self._store = store
        self._service = service
        self._documents = documents
        self._clock = clock
        self._guards: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def prepare(self, job: str, control: TaskControl) -> None:
        """Upload what is worth it of a job that is about to be cut into parts. Raises ServiceTrouble or NeedsUser."""
        documents = self._of(job)
        if documents is None:
            return
        with self._guards[job]:
            shared = documents.shared(control)
            for one, uses in shared:
                if one.sent * uses - one.size > LEAST_SAVED:
                    control.check()
                    self._ensure(job, documents, one)

    def renew(self, job: str) -> None:
        """See to it that what was uploaded of a job is within reach of the key of now, and lasts."""
        with self._guards[job]:
            found = self._store.uploads.of_job(job)
            if not found or self._store.parts.any_elsewhere(job, here := self._service.line().workspace):
                return  # the parts' own check says what is wrong
            stale = {digest for digest, one in found.items() if self._is_stale(one, here)}
            documents = self._of(job) if stale else None
            for one, _uses in documents.shared(TaskControl()) if documents is not None else ():
                if one.digest in stale and documents is not None:
                    self._ensure(job, documents, one)

    def remove(self, job: str) -> None:
        """Delete an ended job's documents at the service, those that the present key can reach."""
        with self._guards[job]:
            record = self._store.jobs.get(job)
            if record is not None and record.state in UNFINISHED:
                return  # asked again meanwhile
            for one in self._store.uploads.of_job(job).values():
                if one.state is not UploadState.REFUSED:
                    workspace = self._service.line().workspace
                    if elsewhere(one.workspace, workspace):
                        continue  # until there is a key of that workspace, or the service deletes it by itself
                    self._delete(one)
                self._store.uploads.remove(job, one.digest)

    def left(self, job: str) -> bool:
        """Whether something of an ended job is still to be deleted at the service."""
        return job in self._store.uploads.left_over()

    def _of(self, job: str) -> JobDocuments | None:
        draft = self._store.drafts.get(job)
        return self._documents.of(job, draft, model_of(draft)) if draft is not None else None

    def _is_stale(self, one: Upload, here: str) -> bool:
        if one.state is UploadState.REFUSED:
            return False
        old = self._clock() - one.uploaded_at > _RENEWED
        return one.state is UploadState.INTENDED or old or elsewhere(one.workspace, here)

    def _ensure(self, job: str, documents: JobDocuments, one: Attachment) -> None:
        line = self._service.line()
        before = self._store.uploads.of_job(job).get(one.digest)
        if before is not None and not self._is_stale(before, line.workspace):
            return
        name = _name(job, one)
        if before is not None and before.state is UploadState.INTENDED and (there := self._service.files_named(name)):
            self._store.uploads.settle(job, one.digest, UploadState.THERE, there[0], self._clock())
            return
        try:
            content = documents.read(one)
        except FileError:
            # Changed or gone: that is said of the rows that it goes with, when they are to be sent.
            if before is not None:
                self._store.uploads.settle(job, one.digest, UploadState.REFUSED)
            return
        self._store.uploads.intend(job, one.digest, name, line.workspace)
        try:
            file_id = self._service.upload(line, name, one.media_type, content)
        except ServiceTrouble as trouble:
            if trouble.trouble not in (Trouble.REQUEST, Trouble.NOT_FOUND):
                raise
            # A gateway without files, or an account without room for one: it goes with each request instead.
            self._store.uploads.settle(job, one.digest, UploadState.REFUSED)
        else:
            self._store.uploads.settle(job, one.digest, UploadState.THERE, file_id, self._clock())

    def _delete(self, one: Upload) -> None:
        ids = {one.file_id} if one.file_id else set()
        if one.doubted or not ids:
            ids |= set(self._service.files_named(one.name))
        for file_id in ids:
            try:
                self._service.delete_file(file_id)
            except ServiceTrouble as trouble:
                # Gone already: by a call whose reply was lost, by somebody else, or of its age.
                if trouble.trouble is not Trouble.NOT_FOUND:
                    raise


def _name(job: str, one: Attachment) -> str:
    return f"batchsheet-{job}-{one.digest[:16]}{_ENDINGS.get(one.media_type, '.' + one.media_type.rpartition('/')[2])}"
