"""The practice service: the calls of the Message Batches API, answered from a folder.

https://platform.claude.com/docs/en/api/creating-message-batches
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import orjson

from app.practice.alike import Alike
from app.practice.answers import message
from app.practice.batch_body import BatchBody, read_batch
from app.practice.batch_object import describe
from app.practice.batch_store import ARCHIVED_AFTER, BatchRecord, BatchStore
from app.practice.checks import Call
from app.practice.faults import PASSING, CallFaults
from app.practice.files import Files
from app.practice.model_calls import model, models
from app.practice.pages import limit_of, page
from app.practice.questions import read_question
from app.practice.results import Fate, Judge, forgiven, interrupted, lines
from app.practice.wire import (
    PracticeRequest,
    PracticeResponse,
    ServiceError,
    error_response,
    invalid,
    json_response,
    not_found,
    too_large,
)

MAX_MESSAGE_BYTES = 32_000_000
SHORTEST, SPREAD = 1.5, 4.5
"""Seconds that a batch takes at least, and how much longer it may take."""

CANCELING = 1.0
"""Seconds from a cancel to the end of the batch."""

WORKSPACE = "wrkspc_practice"
_VERSIONS = frozenset({"2023-01-01", "2023-06-01", "2026-10-21"})
_GOLDEN = 0.6180339887498949


class PracticeService:
    """The service, simulated; any thread may call ``handle``, and so may another process on the same folder.

    ``key``: one more key that is accepted beside all that begin with "practice". ``queue_limit``:
    how many requests may wait at once before a new batch is refused with 429. ``listing_delay``:
    seconds after which a new batch shows in the list. ``duration`` says how long a batch takes.
    """

    def __init__(
        self,
        folder: Path,
        *,
        faults: bool = False,
        clock: Callable[[], float] = time.time,
        key: str | None = None,
        queue_limit: int | None = None,
        workspace: str = WORKSPACE,
    ) -> None:
        self.workspace = workspace
        self.store = BatchStore(folder)
        self.files = Files(folder)
        self.clock = clock
        self.listing_delay = 0.0
        self.duration: Callable[[float, int], float] = duration
        self._key = key
        self._queue_limit = queue_limit
        self.let_fail(faults)
        self._routes: tuple[tuple[str, re.Pattern[str], Callable[..., PracticeResponse]], ...] = tuple(
            (method, re.compile(pattern), handler)
            for method, pattern, handler in (
                ("POST", r"/v1/messages/batches", self._create),
                ("GET", r"/v1/messages/batches", self._list),
                ("GET", r"/v1/messages/batches/([^/]+)", self._retrieve),
                ("DELETE", r"/v1/messages/batches/([^/]+)", self._delete),
                ("GET", r"/v1/messages/batches/([^/]+)/results", self._results),
                ("POST", r"/v1/messages/batches/([^/]+)/cancel", self._cancel),
                ("POST", r"/v1/messages/count_tokens", self._count_tokens),
                ("POST", r"/v1/messages", self._message),
                ("POST", r"/v1/files", self._upload),
                ("GET", r"/v1/files", self._files),
                ("DELETE", r"/v1/files/([^/]+)", self._delete_file),
                ("GET", r"/v1/models", models),
                ("GET", r"/v1/models/([^/]+)", model),
            )
        )

    def let_fail(self, faults: bool) -> None:
        """Have what is sent from now on fail now and then, or not."""
        self._faults = faults
        self._call_faults = CallFaults() if faults else None

    def handle(self, request: PracticeRequest) -> PracticeResponse:
        """Answer one call; never raises for what is sent.

        The body of the reply raises TornConnection where the connection is to break.
        """
        headers = {
            "request-id": f"req_01{uuid.uuid4().hex[:22]}",
            "date": formatdate(self.clock(), usegmt=True),
            "anthropic-workspace-id": self.workspace,
        }
        try:
            self._check_caller(request.headers)
            handler, arguments = self._route(request)
            return handler(request, headers, *arguments)
        except ServiceError as error:
            return error_response(error, headers)

    # What a call needs

    def _check_caller(self, headers: Mapping[str, str]) -> None:
        key = headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ").strip()
        if not key:
            raise ServiceError(401, "authentication_error", "x-api-key header is required")
        if not key.startswith("practice") and key != self._key:
            raise ServiceError(401, "authentication_error", "invalid x-api-key")
        version = headers.get("anthropic-version")
        if not version:
            raise invalid("anthropic-version: header is required")
        if version not in _VERSIONS:
            raise invalid(f'anthropic-version: "{version}" is not a valid version')

    def _route(self, request: PracticeRequest) -> tuple[Callable[..., PracticeResponse], tuple[str, ...]]:
        known = False
        for method, pattern, handler in self._routes:
            if match := pattern.fullmatch(request.path):
                known = True
                if method == request.method:
                    return handler, tuple(unquote(part) for part in match.groups())
        if known:
            raise ServiceError(405, "invalid_request_error", "Method Not Allowed")
        raise not_found("Not Found")

    def _batch(self, batch_id: str) -> BatchRecord:
        record = self.store.get(batch_id)
        if record is None:
            raise not_found(f"Message batch not found: {batch_id}")
        return record

    # Batches

    def _create(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        failure = self._call_faults.on_create(request.body) if self._call_faults else None
        call = replace(_call("batch", request.headers), files=self.files.ids())
        judge = Judge(call, faults=self._faults)
        body = read_batch(request.body, Alike(call), judge)
        now = self.clock()
        self._check_queue(len(body), now)
        if judge.failing:
            new = self.store.first_failures(judge.failing.values())
            body = BatchBody(body.data, body.starts, forgiven(body.marks, judge.failing, new))
        record = self.store.add(
            body,
            created_at=now,
            ends_at=now + self.duration(now, len(body)),
            version=call.version,
            betas=",".join(sorted(call.betas)),
            faults=self._faults,
        )
        if failure:
            raise failure
        return json_response(describe(record, request.origin, self.clock()), headers)

    def _check_queue(self, size: int, now: float) -> None:
        if self._queue_limit is not None and self.store.running(now) + size > self._queue_limit:
            message = f"Too many batch requests in the processing queue (limit: {self._queue_limit})"
            raise ServiceError(429, "rate_limit_error", message, headers={"retry-after": "1"})

    def _list(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        if self._call_faults:
            self._call_faults.on_read("list")
        query = parse_qs(request.query)
        limit = limit_of(query)
        after, before = self._cursor(query, "after_id"), self._cursor(query, "before_id")
        if after and before:
            raise invalid("after_id and before_id can't be used together")
        until = self.clock() - self.listing_delay if self.listing_delay else None
        found = self.store.newest(limit + 1, older_than=after, newer_than=before, until=until)
        more = len(found) > limit
        shown = (found[-limit:] if before else found[:limit]) if more else found
        now = self.clock()
        data = [describe(record, request.origin, now) for record in shown]
        return json_response(page(data, more), headers)

    def _cursor(self, query: Mapping[str, list[str]], name: str) -> int | None:
        if name not in query:
            return None
        record = self.store.get(query[name][0])
        if record is None:
            raise invalid(f"{name}: no such message batch")
        return record.seq

    def _retrieve(self, request: PracticeRequest, headers: Mapping[str, str], batch_id: str) -> PracticeResponse:
        if self._call_faults:
            self._call_faults.on_read(batch_id)
        return json_response(describe(self._batch(batch_id), request.origin, self.clock()), headers)

    def _results(self, _request: PracticeRequest, headers: Mapping[str, str], batch_id: str) -> PracticeResponse:
        record = self._batch(batch_id)
        now = self.clock()
        if now < record.ends_at:
            raise invalid(f"Results of message batch {batch_id} are not available before it has ended")
        if now >= record.created_at + ARCHIVED_AFTER:
            raise not_found(f"Results of message batch {batch_id} are no longer available")
        body = lines(self.store, record)
        return PracticeResponse(
            200,
            {**headers, "content-type": "application/x-jsonl"},
            self._call_faults.on_results(batch_id, body) if self._call_faults else body,
        )

    def _cancel(self, request: PracticeRequest, headers: Mapping[str, str], batch_id: str) -> PracticeResponse:
        self.cancel(batch_id)
        return json_response(describe(self._batch(batch_id), request.origin, self.clock()), headers)

    def cancel(self, batch_id: str) -> None:
        """Cancel a batch: what is done by now stays done. Raises ServiceError where it has ended."""
        record = self._batch(batch_id)
        now = self.clock()
        if now >= record.ends_at:
            raise invalid(f"Message batch {batch_id} has ended and can't be canceled")
        if record.cancel_at is None:
            share = (now - record.created_at) / (record.ends_at - record.created_at)
            fates = interrupted(record, share, Fate.CANCELED)
            self.store.change(batch_id, ends_at=min(record.ends_at, now + CANCELING), cancel_at=now, fates=fates)

    def _delete(self, _request: PracticeRequest, headers: Mapping[str, str], batch_id: str) -> PracticeResponse:
        if self.clock() < self._batch(batch_id).ends_at:
            raise invalid(f"Message batch {batch_id} can't be deleted while it is in progress; cancel it first")
        self.store.delete(batch_id)
        return json_response({"id": batch_id, "type": "message_batch_deleted"}, headers)

    # Messages and files

    def _count_tokens(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        call = replace(_call("count", request.headers), files=self.files.ids())
        question = read_question(_json_body(request.body), call)
        return json_response({"input_tokens": question.input_tokens}, headers)

    def _message(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        call = replace(_call("message", request.headers), files=self.files.ids())
        question = read_question(_json_body(request.body), call)
        fault = question.fault if self._faults else None
        answer = message(question, f"msg_01{uuid.uuid4().hex[:22]}", None if fault in PASSING else fault)
        return json_response(answer, headers)

    def _upload(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        return self.files.upload(request, headers, self.clock())

    def _files(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        return self.files.list(request, headers)

    def _delete_file(self, _request: PracticeRequest, headers: Mapping[str, str], found: str) -> PracticeResponse:
        return self.files.delete(headers, found)


def duration(created_at: float, size: int) -> float:
    """Seconds that a batch takes: parts sent together end one after another, within a few seconds."""
    # Multiples of the golden ratio lie evenly whatever the step between them.
    place = int(created_at * 1_000) * _GOLDEN % 1
    return SHORTEST + SPREAD * place * min(1.0, 0.3 + size / 1_000)


def _call(kind: str, headers: Mapping[str, str]) -> Call:
    betas = frozenset(part.strip() for part in headers.get("anthropic-beta", "").split(",")) - {""}
    return Call(kind, headers["anthropic-version"], betas)


def _json_body(body: bytes) -> Any:
    if len(body) > MAX_MESSAGE_BYTES:
        raise too_large()
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise invalid(f"The request body is not valid JSON: {error}") from None
