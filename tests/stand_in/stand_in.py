"""A stand-in for the service: the practice service behind a real listener, and told to misbehave."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from app.practice.results import Fate, interrupted
from app.practice.state import PracticeService
from app.practice.wire import PracticeRequest, PracticeResponse
from tests.practice.asking import end_all
from tests.stand_in.behaviours import Behaviour
from tests.stand_in.ledger import Created, Seen, created
from tests.stand_in.server import Server

CREATE = "POST /v1/messages/batches"
LIST = "GET /v1/messages/batches"
RETRIEVE = "GET /v1/messages/batches/*"
RESULTS = "GET /v1/messages/batches/*/results"
CANCEL = "POST /v1/messages/batches/*/cancel"
DELETE = "DELETE /v1/messages/batches/*"
COUNT = "POST /v1/messages/count_tokens"
MESSAGE = "POST /v1/messages"
MODELS = "GET /v1/models"
UPLOAD = "POST /v1/files"
FILES = "GET /v1/files"
DELETE_FILE = "DELETE /v1/files/*"
"""Calls as ``on`` takes them; a star stands for one piece of a path."""

ALWAYS = 10**9
_ALL = 1_000_000


class Clock:
    """The service's clock: this machine's, or one that stands still, and whatever it was advanced by."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._stands_at: float | None = None

    def __call__(self) -> float:
        """Seconds since 1970."""
        return (time.time() if self._stands_at is None else self._stands_at) + self._ahead

    def stand_still(self) -> None:
        """Go on only as far as it is advanced: on a slow machine no more time passes than on a quick one."""
        self._stands_at = time.time()

    def advance(self, seconds: float) -> None:
        """Let that much time pass at once."""
        self._ahead += seconds


class _Rule:
    def __init__(self, call: str, behaviour: Behaviour, first: int, times: int) -> None:
        method, _, path = call.partition(" ")
        self._method = method
        self._path = re.compile(re.escape(path).replace(r"\*", "[^/]+"))
        self._calls = range(first, first + times)
        self._seen = 0
        self.behaviour = behaviour

    def due(self, method: str, path: str) -> bool:
        """Whether this call is one of those that the rule is for."""
        if method != self._method or not self._path.fullmatch(path):
            return False
        self._seen += 1
        return self._seen in self._calls


class StandIn:
    """The service at ``url``, with ``key``; a context manager that leaves no thread behind.

    Batches take ``batch_seconds``, by its own ``clock``; use ``finish_all`` or ``clock.advance``
    to end them. Everything may be called from any thread.
    """

    def __init__(
        self,
        folder: Path,
        *,
        faults: bool = False,
        batch_seconds: float = 3_600.0,
        queue_limit: int | None = None,
        key: str = "practice-stand-in",
    ) -> None:
        self.key = key
        self.clock = Clock()
        self.service = PracticeService(folder, faults=faults, clock=self.clock, key=key, queue_limit=queue_limit)
        self.service.duration = lambda _created_at, _size: batch_seconds
        self.calls: list[Seen] = []
        self.stopping = threading.Event()
        self._rules: list[_Rule] = []
        self._deleted: list[Created] = []
        self._ending = False
        self._others: dict[str, PracticeService] = {}
        self._folder = folder
        self.names_workspace = True
        """Whether replies say whose they are; a gateway may take that out."""
        self._lock = threading.Lock()
        self._server = Server(self)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening and end every connection; raises what went wrong within."""
        self.stopping.set()
        self._server.close()
        if self._server.faults:
            raise ExceptionGroup("the stand-in failed", [Exception(repr(fault)) for fault in self._server.faults])

    # Misbehaving

    def on(self, call: str, behaviour: Behaviour, *, nth: int = 1, times: int = 1) -> None:
        """Misbehave at the ``nth`` such call from now, and at the following up to ``times`` in all."""
        with self._lock:
            self._rules.append(_Rule(call, behaviour, nth, times))

    def behave(self) -> None:
        """Forget all misbehaviour."""
        with self._lock:
            self._rules.clear()

    def list_late(self, seconds: float) -> None:
        """Let new batches show in the list only after that time, by the stand-in's clock."""
        self.service.listing_delay = seconds

    def add_workspace(self, key: str) -> PracticeService:
        """Another workspace of the same account, which only that key sees."""
        name = f"wrkspc_{len(self._others) + 2}"
        found = PracticeService(self._folder / name, clock=self.clock, key=key, workspace=name)
        found.duration = self.service.duration
        self._others[key] = found
        return found

    @property
    def _services(self) -> list[PracticeService]:
        return [self.service, *self._others.values()]

    # What happens to batches

    def last(self, duration: Callable[[float, int], float]) -> None:
        """Let new batches of every workspace take that long, by when they were made and their size."""
        for service in self._services:
            service.duration = duration

    def finish_all(self) -> None:
        """Let every batch end now."""
        for service in self._services:
            end_all(service, self.clock())

    def end_from_now_on(self) -> None:
        """Let every batch end now, and each later one at once, those that are just being made among them."""
        self._ending = True
        self.finish_all()

    def finish(self, batch_id: str) -> None:
        """Let one batch end now."""
        self.service.store.change(batch_id, ends_at=self.clock())

    def expire(self, batch_id: str, share: float = 0.5) -> None:
        """Let a batch run out of time with about ``share`` of its rows done."""
        self._interrupt(batch_id, share, Fate.EXPIRED)

    def cancel(self, batch_id: str, share: float = 0.5) -> None:
        """Let somebody else cancel a batch with about ``share`` of its rows done; it has ended at once."""
        self._interrupt(batch_id, share, Fate.CANCELED)

    def _interrupt(self, batch_id: str, share: float, fate: Fate) -> None:
        record = self.service.store.get(batch_id)
        assert record is not None, batch_id
        now = self.clock()
        cancelled = now if fate is Fate.CANCELED else None
        fates = interrupted(record, share, fate)
        self.service.store.change(batch_id, ends_at=now, cancel_at=cancelled, fates=fates)

    # The bill

    @property
    def batches(self) -> list[Created]:
        """Every batch that was ever accepted, those deleted since first, then by age."""
        now = self.clock()
        stores = [service.store for service in self._services]
        found = [created(store, record, now) for store in stores for record in reversed(store.newest(_ALL))]
        return self._deleted + found

    def accepted_rows(self) -> Counter[str]:
        """How often each ``custom_id`` was accepted."""
        return Counter(custom_id for batch in self.batches for custom_id in batch.custom_ids)

    def billed_rows(self) -> Counter[str]:
        """How often each ``custom_id`` is on the bill: in batches that have ended, succeeded."""
        return Counter(custom_id for batch in self.batches for custom_id in batch.billed)

    def billed_usage(self) -> Counter[str]:
        """Tokens on the bill, by their names in ``usage``."""
        total: Counter[str] = Counter()
        for batch in self.batches:
            total.update(batch.usage)
        return total

    def count(self, call: str) -> int:
        """How many such calls arrived, whatever became of them."""
        method, _, path = call.partition(" ")
        pattern = re.compile(re.escape(path).replace(r"\*", "[^/]+"))
        return sum(1 for seen in self.calls if seen.method == method and pattern.fullmatch(seen.path))

    # What the server asks

    def behaviour_for(self, method: str, path: str) -> Behaviour | None:
        """The first rule that is due; every rule counts every call of its kind."""
        with self._lock:
            due = [rule.behaviour for rule in self._rules if rule.due(method, path)]
        return due[0] if due else None

    def carry_out(self, request: PracticeRequest) -> PracticeResponse:
        """Let the service do what is asked; what is deleted stays on the bill."""
        service = self._others.get(request.headers.get("authorization", "").removeprefix("Bearer "), self.service)
        if request.method != "DELETE":
            reply = service.handle(request)
            if self._ending:
                self.finish_all()
            return self._sealed(reply)
        record = service.store.get(request.path.rsplit("/", 1)[-1])
        kept = created(service.store, record, self.clock()) if record else None
        reply = service.handle(request)
        if kept and reply.status == 200:
            self._deleted.append(kept)
        return self._sealed(reply)

    def _sealed(self, reply: PracticeResponse) -> PracticeResponse:
        if self.names_workspace:
            return reply
        return replace(reply, headers={name: said for name, said in reply.headers.items() if "workspace" not in name})

    def note(self, request: PracticeRequest, status: int) -> None:
        """Keep what was called."""
        self.calls.append(
            Seen(request.method, request.path, request.query, dict(request.headers), request.body, status)
        )
