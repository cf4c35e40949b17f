"""The service as the rest of the program calls it: one connection, made when it is first needed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.batch_api.batches import BatchCalls
from app.batch_api.client import Client, Connection, load_sdk, make_client
from app.batch_api.files import FileCalls
from app.batch_api.messages import count_tokens, create_message
from app.batch_api.models import fetch_models
from app.batch_api.results import stream_blocks, stream_results
from app.core.batch import Batch
from app.core.model import Model

FRESH_SECONDS = 900.0
"""How long the service's time counts as known after it was told."""

JUMP_SECONDS = 60.0
"""This computer's clock and its monotonic one apart by more: it was set, or slept, and what was known is stale."""

_LONG_AGO = 1e9
"""Seconds that no process runs: what is counted from there is never taken for a time since 1970."""


@dataclass(frozen=True)
class Line:
    """One key's connection, and the workspace that it leads to (empty where replies don't name it)."""

    client: Client
    workspace: str


class TimedListing(NamedTuple):
    """A complete list of batches, the time then, and the workspace whose list it is.

    Between two lists at least as much time has passed as lies between their ``now``, where the earlier one's is
    neither before the later one's ``comparable_from`` nor after its ``now``; else nobody knows how much.
    """

    batches: list[Batch]
    now: float
    comparable_from: float
    workspace: str


class Service:
    """Calls to the service. Any thread may use it.

    ``connect`` says with which key and to where; it raises NeedsUser where there is no key.

    The service's time is what it said last and the monotonic time since: this computer's own
    clock may be wrong, and may be set at any moment. A monotonic clock may stand still while the
    computer sleeps, so the time made from it is never later than the service's own.
    """

    def __init__(
        self,
        connect: Callable[[], Connection],
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connect = connect
        self._clock = clock
        self._monotonic = monotonic
        self._begun = monotonic()
        self._even_since = 0.0
        self._client: Client | None = None
        self._former: list[Client] = []
        self._guard = threading.Lock()
        self._told: _Told | None = None

    def reconnect(self) -> None:
        """Use the settings and the key of now from the next call on; calls under way go on."""
        with self._guard:
            if self._client is not None:
                self._former.append(self._client)
            self._client = None

    def close(self) -> None:
        """Give back all connections; no call may be under way."""
        self.reconnect()
        with self._guard:
            former, self._former = self._former, []
        for client in former:
            client.close()

    def line(self) -> Line:
        """What a part can be sent over: one key's connection, whose workspace and time are known.

        Asks for next to nothing where they are not. Raises NeedsUser, InputError or ServiceTrouble.
        """
        client = self._connected()
        if client.workspace is None or not self.clock_known:
            # An unanswered send is later looked for in that workspace, by the service's time of now.
            self._learn(BatchCalls(client).list_since(float("inf")).clock)
        return Line(client, client.workspace or "")

    @staticmethod
    def warm() -> None:
        """Have what takes a second or two to load in memory before the first call."""
        load_sdk()

    def ready(self) -> None:
        """Be able to make a call without making one. Raises NeedsUser, InputError or ServiceTrouble."""
        self._connected()

    @property
    def workspace(self) -> str:
        """The workspace that replies to the key of now name; empty where none did."""
        with self._guard:
            return (self._client.workspace or "") if self._client is not None else ""

    @property
    def clock_known(self) -> bool:
        """Whether the service has told its own time a short while ago, and no clock was set since."""
        told = self._told
        if told is None:
            return False
        passed = self._monotonic() - told.monotonic
        return passed <= FRESH_SECONDS and abs(self._clock() - told.clock - passed) <= JUMP_SECONDS

    def earliest_now(self) -> float:
        """The service's time now, in seconds since 1970, or a time before it: 0 where nothing is known."""
        told = self._told
        return told.now(self._monotonic()) if told is not None else 0.0

    def since(self, moment: float) -> float:
        """From when on to list what was sent at a moment of the service's time.

        That is what replies are stamped with, by whoever: where it is ahead of this computer's clock, batches may
        have been made as much earlier. A clock of this computer that is behind only makes the list longer.
        """
        return moment - max(self.earliest_now() - self._clock(), 0.0)

    def create(self, line: Line, items: Sequence[bytes], betas: Sequence[str] = ()) -> Batch:
        """Send one batch over that line, whichever key was set meanwhile. Raises ServiceTrouble; `outcome_unknown` says whether it may exist all the same."""
        batch, _date = BatchCalls(line.client).create(items, betas)
        # Whoever stamps dates on the way: this is the clock that batches are listed by.
        self._learn(batch.created_at)
        return batch

    def retrieve(self, batch_id: str) -> Batch:
        """Ask for one batch."""
        return BatchCalls(self._connected()).retrieve(batch_id)

    def list_since(self, created_after: float) -> TimedListing:
        """All batches of the key's workspace made since then, and the service's time.

        Of a service that does not tell its time, a time before all others that grows as fast from this start on: what
        a start before this one noted lies no further back by it than it really does.
        """
        listing = BatchCalls(self._connected()).list_since(created_after)
        self._learn(listing.clock)
        if self._told is None:
            now = self._monotonic() - self._begun - _LONG_AGO
            return TimedListing(listing.batches, now, -_LONG_AGO, listing.workspace)
        now = self._told.now(self._monotonic())
        return TimedListing(listing.batches, now, self._even_since, listing.workspace)

    def learn_clock(self) -> None:
        """Ask for next to nothing, so as to learn the service's time; passes the key's check as well."""
        self._learn(BatchCalls(self._connected()).list_since(float("inf")).clock)

    def cancel(self, batch_id: str) -> Batch:
        """Ask for a batch to be cancelled; what is answered already stays."""
        return BatchCalls(self._connected()).cancel(batch_id)

    def delete(self, batch_id: str) -> None:
        """Delete an ended batch with its results at the service."""
        BatchCalls(self._connected()).delete(batch_id)

    def results(self, batch_id: str) -> Generator[bytes, None, None]:
        """The lines of a batch's results, in no order."""
        return stream_results(self._connected(), batch_id)

    def download(self, batch_id: str) -> Generator[bytes, None, None]:
        """The same in blocks of whole lines, as they come."""
        return stream_blocks(self._connected(), batch_id)

    def upload(self, line: Line, name: str, media_type: str, content: bytes) -> str:
        """Upload a file over that line; its id. Raises ServiceTrouble; `outcome_unknown` says whether it may be there all the same."""
        return FileCalls(line.client).upload(name, media_type, content)

    def files_named(self, name: str) -> list[str]:
        """Ids of the files of that name in the key's workspace."""
        return FileCalls(self._connected()).named(name)

    def delete_file(self, file_id: str) -> None:
        """Delete a file at the service."""
        FileCalls(self._connected()).delete(file_id)

    def count_tokens(self, params: dict[str, Any]) -> int:
        """Input tokens of one request; free."""
        return count_tokens(self._connected(), params)

    def models(self) -> list[Model]:
        """The models that the account can use in batches and whose price is known."""
        return fetch_models(self._connected())

    def ask(self, params: bytes) -> bytes:
        """Ask one request at once; the message. Raises ServiceTrouble; `outcome_unknown` says whether it may be billed."""
        return create_message(self._connected(), params)

    def _connected(self) -> Client:
        with self._guard:
            if self._client is None:
                self._client = make_client(self._connect())
            return self._client

    def _learn(self, date: float | None) -> None:
        if date is None:
            return
        told, former = _Told(date, self._clock(), self._monotonic()), self._told
        if former is not None and told.is_ahead_of(former):
            self._even_since = date
        self._told = told


@dataclass(frozen=True, slots=True)
class _Told:
    """The service's time, and what both clocks of this computer said when it came."""

    service: float
    clock: float
    monotonic: float

    def now(self, monotonic: float) -> float:
        return self.service + monotonic - self.monotonic

    def is_ahead_of(self, former: _Told) -> bool:
        """Whether more time has passed by the service's clock than by both of this computer's: one of two told is wrong."""
        passed = max(self.monotonic - former.monotonic, self.clock - former.clock)
        return self.service - former.service > passed + JUMP_SECONDS
