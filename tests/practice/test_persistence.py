"""State that survives: kills at any moment, threads and processes at once, deletes in between."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from app.practice.batch_store import BatchStore
from app.practice.state import PracticeService
from app.practice.wire import PracticeRequest, TornConnection
from tests.practice.asking import HEADERS, end_all, read, rows, send
from tests.practice.conftest import Clock

ROOT = Path(__file__).parents[2]
SENDER = """
import sys, time
from pathlib import Path
import orjson
from app.practice.state import PracticeService
from app.practice.wire import PracticeRequest
headers = {"x-api-key": "practice", "anthropic-version": "2026-10-21"}
service = PracticeService(Path(sys.argv[1]), faults=len(sys.argv) > 4)
for n in range(int(sys.argv[2])):
    params = {"model": "claude-haiku-4-5", "max_tokens": 50}
    requests = [
        {"custom_id": f"{sys.argv[3]}-{n}-{m}", "params": {**params, "messages": [{"role": "user", "content": f"Row {n} {m}"}]}}
        for m in range(200)
    ]
    body = orjson.dumps({"requests": requests})
    reply = service.handle(PracticeRequest("POST", "/v1/messages/batches", headers=headers, body=body))
    print(orjson.loads(b"".join(reply.body))["id"], flush=True)
"""


def sender(folder: Path, batches: int, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SENDER, str(folder), str(batches), name], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def names(service: PracticeService, batch: str) -> Iterator[str]:
    record = service.store.get(batch)
    assert record is not None
    for request in service.store.requests(batch, range(record.size)):
        yield orjson.loads(request)["custom_id"]


def test_a_reopened_service_knows_everything(tmp_path: Path, clock: Clock) -> None:
    service = PracticeService(tmp_path, clock=clock)
    batch = send(service, rows(20))
    deleted = send(service, rows(2))
    clock.advance(10)
    first = read(service, batch)
    service.handle(PracticeRequest("DELETE", f"/v1/messages/batches/{deleted}", headers=HEADERS))
    again = PracticeService(tmp_path, clock=clock)
    assert read(again, batch) == first
    assert [record.id for record in again.store.newest(10)] == [batch]
    assert not (tmp_path / "bodies" / f"{deleted}.json").exists()


def test_a_batch_runs_on_while_nobody_looks(tmp_path: Path, clock: Clock) -> None:
    batch = send(PracticeService(tmp_path, clock=clock), rows(3))
    clock.advance(10)
    assert len(read(PracticeService(tmp_path, clock=clock), batch)) == 3


@pytest.mark.parametrize("after", [1, 5, 12])
def test_killed_while_sending_leaves_whole_batches_only(tmp_path: Path, after: int) -> None:
    with sender(tmp_path, 10_000, "a") as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(after)]
        process.kill()
        told += process.stdout.read().split()
    # A line may have been cut by the kill: that batch was not told.
    told = [batch for batch in told if len(batch) == len(told[0])]
    service = PracticeService(tmp_path, clock=lambda: time.time() + 60)
    kept = [record.id for record in service.store.newest(10_000)][::-1]
    assert kept[: len(told)] == told
    assert len(kept) - len(told) <= 1
    for number, batch in enumerate(kept):
        assert list(names(service, batch)) == [f"a-{number}-{m}" for m in range(200)]
        assert len(read(service, batch)) == 200
    assert send(service, rows(1)) not in kept


def test_two_processes_at_once(tmp_path: Path) -> None:
    with sender(tmp_path, 15, "a") as first, sender(tmp_path, 15, "b") as second:
        assert first.stdout is not None
        assert second.stdout is not None
        told = {"a": first.stdout.read().split(), "b": second.stdout.read().split()}
    service = PracticeService(tmp_path)
    assert len({*told["a"], *told["b"]}) == 30
    assert {record.id for record in service.store.newest(100)} == {*told["a"], *told["b"]}
    for name, batches in told.items():
        for number, batch in enumerate(batches):
            assert next(names(service, batch)) == f"{name}-{number}-0"


def test_many_threads_at_once(tmp_path: Path, clock: Clock) -> None:
    service = PracticeService(tmp_path, clock=clock)

    def work(number: int) -> int:
        batch = send(service, rows(30))
        service.handle(PracticeRequest("GET", f"/v1/messages/batches/{batch}", headers=HEADERS))
        if number % 3 == 0:
            service.handle(PracticeRequest("POST", f"/v1/messages/batches/{batch}/cancel", headers=HEADERS))
        end_all(service, clock())
        found = len(read(service, batch))
        if number % 4 == 0:
            service.handle(PracticeRequest("DELETE", f"/v1/messages/batches/{batch}", headers=HEADERS))
        return found

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(32))) == [30] * 32
    assert len(service.store.newest(100)) == 24


def test_a_download_breaks_off_when_its_batch_is_deleted(service: PracticeService, clock: Clock) -> None:
    batch = send(service, rows(5))
    clock.advance(10)
    reply = service.handle(PracticeRequest("GET", f"/v1/messages/batches/{batch}/results", headers=HEADERS))
    service.handle(PracticeRequest("DELETE", f"/v1/messages/batches/{batch}", headers=HEADERS))
    with pytest.raises(TornConnection):
        b"".join(reply.body)


def age(file: Path, days: float) -> None:
    then = time.time() - days * 86_400
    os.utime(file, (then, then))


def test_leftovers_of_a_kill_go_once_they_are_old(tmp_path: Path, clock: Clock) -> None:
    service = PracticeService(tmp_path, clock=clock)
    batch = send(service, rows(2))
    old, new = tmp_path / "bodies" / "old.part", tmp_path / "bodies" / "new.part"
    for file in (old, new):
        file.write_bytes(b"x")
    age(old, 1)
    age(tmp_path / "bodies" / f"{batch}.json", 28)
    BatchStore(tmp_path)
    assert not old.exists()
    assert new.exists()
    clock.advance(10)
    assert len(read(service, batch)) == 2


def test_bodies_go_with_their_results(tmp_path: Path, clock: Clock) -> None:
    service = PracticeService(tmp_path, clock=clock)
    batch = send(service, rows(2))
    body = tmp_path / "bodies" / f"{batch}.json"
    age(body, 30)
    BatchStore(tmp_path)
    assert not body.exists()
    assert service.store.get(batch) is not None


def test_a_refused_batch_leaves_nothing_behind(tmp_path: Path, service: PracticeService) -> None:
    body = orjson.dumps({"requests": [*rows(2), *rows(1)]})
    reply = service.handle(PracticeRequest("POST", "/v1/messages/batches", headers=HEADERS, body=body))
    assert reply.status == 400
    assert list((tmp_path / "practice" / "bodies").iterdir()) == []
