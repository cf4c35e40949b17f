"""The practice service in a process of its own: the same answers, and what breaks there is a dropped connection."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.batch_api.batches import BatchCalls
from app.batch_api.client import Connection, make_client
from app.bootstrap import build
from app.core.errors import Code, FaultElsewhere, NeedsUser, ServiceTrouble
from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from app.practice.wire import PracticeRequest, PracticeResponse, TornConnection
from app.services import practice_child, practice_process
from app.services.practice_child import serve
from app.services.practice_frames import Kind, pack_call, pack_number, unpack_reply
from app.services.practice_process import PracticeProcess
from app.services.tasks import TaskControl
from app.system.child import Child
from app.system.pipes import Frame, read_frame
from tests.practice.asking import HEADERS, rows
from tests.services.processes import DEADLINE, gone, waits_for

Start = Callable[..., PracticeProcess]
BATCHES = "/v1/messages/batches"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a practice service whose batches end at once; ``does`` is run in its process first."""
    made: list[PracticeProcess] = []

    def make(does: str = "", *, faults: bool = False) -> PracticeProcess:
        script = (
            "import os, signal, sqlite3, sys, time\n"
            "from app.practice import state\n"
            "from app.practice.batch_store import BatchStore\n"
            "from app.practice.state import PracticeService\n"
            "from app.practice.wire import PracticeResponse\n"
            "from app.services import practice_child\n"
            "state.duration = lambda _created_at, _size: 0.0\n"
            f"{does}\n"
            f"practice_child.main({str(tmp_path)!r})\n"
        )
        made.append(PracticeProcess(tmp_path, faults=faults, command=[sys.executable, "-P", "-c", script]))
        return made[-1]

    yield make
    for each in made:
        each.close()


def ask(service: PracticeProcess | PracticeService, path: str, body: bytes | None = None) -> PracticeResponse:
    method = "GET" if body is None else "POST"
    return service.handle(PracticeRequest(method, path, headers=HEADERS, body=body or b""))


def said(reply: PracticeResponse) -> bytes:
    return b"".join(reply.body)


def send(service: PracticeProcess, count: int = 1) -> str:
    """A new batch; its id."""
    reply = ask(service, BATCHES, orjson.dumps({"requests": rows(count)}))
    assert reply.status == 200
    return str(orjson.loads(said(reply))["id"])


def process_of(service: PracticeProcess) -> int:
    assert service._child is not None
    return service._child._process.pid


def test_it_answers_as_the_service_itself(start: Start, tmp_path: Path) -> None:
    apart = start()
    batch = send(apart, 700)
    here = PracticeService(tmp_path)
    for path in (
        f"{BATCHES}/{batch}/results",
        f"{BATCHES}/{batch}",
        BATCHES,
        "/v1/models",
        "/v1/nowhere",
        BATCHES + "/x",
    ):
        one, other = ask(apart, path), ask(here, path)
        assert (one.status, one.headers.keys()) == (other.status, other.headers.keys())
        assert _nameless(said(one)) == _nameless(said(other))


@pytest.mark.skipif(sys.platform == "win32", reason="tells it another way")
def test_the_program_goes_before_it(start: Start) -> None:
    """What plays the service takes the processor from a window that a real service leaves alone."""
    service = start()
    service.warm()
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, process_of(service)) >= min(own + 5, 19)


def _nameless(body: bytes) -> bytes:
    """A reply without the id that an error's reply has for itself."""
    return body.split(b'"request_id"')[0]


def test_it_begins_when_it_may_soon_be_called_and_not_with_the_program(
    own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(practice_process, "Child", lambda command, **_how: begun.append(command))
    services = build(own_profile, practice=True)
    assert begun == []
    services.estimating.warm(TaskControl())
    assert len(begun) == 1
    services.close()


def test_without_practice_none_begins(own_profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_process, "Child", None)
    services = build(own_profile)
    services.estimating.warm(TaskControl())
    services.close()


def test_the_same_process_answers_call_after_call(start: Start) -> None:
    service = start()
    send(service)
    first = process_of(service)
    send(service)
    assert process_of(service) == first


def test_rows_fail_from_when_that_is_wanted_on(start: Start) -> None:
    service = start()

    def answered(path: str, body: bytes | None = None) -> dict[str, Any]:
        while (reply := ask(service, path, body)).status != 200:  # a call may fail, too; never twice in a row
            pass
        found: dict[str, Any] = orjson.loads(said(reply))
        return found

    def errors() -> int:
        batch = answered(BATCHES, orjson.dumps({"requests": rows(400)}))
        counts = answered(f"{BATCHES}/{batch['id']}")["request_counts"]
        return int(counts["errored"] + counts["expired"])

    assert errors() == 0
    service.let_fail(True)
    assert errors() > 0
    service.let_fail(False)
    assert errors() == 0


def test_a_long_reply_is_nowhere_held_whole_and_let_go_of_when_nobody_reads_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[int | str] = []

    def pieces() -> Iterator[bytes]:
        try:
            for number in range(100):
                made.append(number)
                yield b"piece"
        finally:
            made.append("closed")

    class Service:
        def __init__(self, *_args: object, **_more: object) -> None: ...

        def handle(self, _request: PracticeRequest) -> PracticeResponse:
            return PracticeResponse(200, {}, pieces())

    waits = [True]

    def asked() -> Iterator[Frame]:
        yield Kind.CALL, pack_call(PracticeRequest("GET", "/"), faults=False)
        yield Kind.BODY, b""
        assert made == []  # something else was asked already
        waits[0] = False
        yield Kind.NEXT, pack_number(1)
        assert made == [0, 1, 2, 3, 4]
        yield Kind.LEAVE, pack_number(1)
        assert made == [0, 1, 2, 3, 4, "closed"]

    monkeypatch.setattr(practice_child, "PracticeService", Service)
    answers = io.BytesIO()
    serve(asked(), answers, lambda: not waits[0], folder=tmp_path)
    answers.seek(0)
    reply, piece = read_frame(answers), read_frame(answers)
    assert reply is not None
    assert unpack_reply(reply[1]) == (200, {}, 1)
    assert piece == (Kind.PIECE, b"piece")
    assert read_frame(answers) is None


def test_a_reply_that_breaks_off_comes_as_far_as_it_went(start: Start) -> None:
    service = start(
        "state.CallFaults.on_results = lambda self, batch, body: state_torn(body)\nfrom app.practice.faults import torn\nstate_torn = lambda body: torn(body, 2_000)",
        faults=True,
    )
    batch = ""
    while not batch:
        reply = ask(service, BATCHES, orjson.dumps({"requests": rows(50)}))
        batch = orjson.loads(said(reply)).get("id", "") if reply.status == 200 else ""
    came = b""
    with pytest.raises(TornConnection, match="broke off"):
        for piece in ask(service, f"{BATCHES}/{batch}/results").body:
            came += piece
    assert len(came) == 2_000
    assert ask(service, "/v1/models").status == 200


def test_several_ask_and_read_at_once_and_each_hears_its_own(start: Start) -> None:
    service = start()
    batches = [send(service, 200 + number) for number in range(6)]

    def read(number: int) -> tuple[int, str]:
        lines = said(ask(service, f"{BATCHES}/{batches[number]}/results")).count(b"\n")
        return lines, orjson.loads(said(ask(service, f"{BATCHES}/{batches[number]}")))["id"]

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(read, [*range(6)] * 3, timeout=DEADLINE))
    assert found == [(200 + number, batches[number]) for number in range(6)] * 3


def test_a_reply_that_is_not_read_on_leaves_the_others_be(start: Start) -> None:
    service = start()
    batch = send(service, 1_000)
    left, never = (ask(service, f"{BATCHES}/{batch}/results").body for _ in range(2))
    next(iter(left))
    for body in (left, never):
        body.close()  # type: ignore[attr-defined]
    assert said(ask(service, f"{BATCHES}/{batch}/results")).count(b"\n") == 1_000


def test_who_is_interrupted_in_a_call_leaves_no_answer_for_the_next(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = start()
    send(service)

    def interrupted(_child: Child) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Child, "receive", interrupted)
        ask(service, "/v1/models")
    assert ask(service, f"{BATCHES}/x").status == 404


@pytest.mark.parametrize("when", ["before", "after"])
def test_one_that_dies_in_a_call_is_a_dropped_connection_and_the_next_call_starts_another(
    start: Start, when: str
) -> None:
    dies = "os.kill(os.getpid(), 9) if os.name == 'posix' else os._exit(9)"
    service = start(
        "add = BatchStore.add\n"
        "def dying(self, *args, **more):\n"
        f"    {f'add(self, *args, **more); {dies}' if when == 'after' else dies}\n"
        "BatchStore.add = dying"
    )
    client = make_client(Connection("practice", "http://practice.invalid", transport=PracticeTransport(service)))
    assert BatchCalls(client).list_since(0.0).batches == []
    first = process_of(service)
    with pytest.raises(ServiceTrouble) as caught:
        BatchCalls(client).create([orjson.dumps(row) for row in rows(3)])
    assert caught.value.outcome_unknown
    assert len(BatchCalls(client).list_since(0.0).batches) == (1 if when == "after" else 0)
    assert process_of(service) != first
    client.close()


def test_killed_between_two_pieces_it_breaks_off_that_reply_alone(start: Start) -> None:
    service = start()
    batch = send(service, 1_000)
    reply = iter(ask(service, f"{BATCHES}/{batch}/results").body)
    next(reply)
    assert service._child is not None
    service._child.kill()
    with pytest.raises(TornConnection):
        next(reply)
    assert said(ask(service, f"{BATCHES}/{batch}/results")).count(b"\n") == 1_000


def test_one_that_died_while_nobody_asked_is_replaced(start: Start) -> None:
    service = start()
    send(service)
    assert service._child is not None
    service._child.kill()
    service._child._process.wait()
    assert ask(service, "/v1/models").status == 200


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        ("OSError(28, 'No space left on device')", "[Errno 28] No space left on device"),
        ("sqlite3.OperationalError('database or disk is full')", "database or disk is full"),
    ],
    ids=["disk", "database"],
)
@pytest.mark.parametrize("where", ["BatchStore.add", "BatchStore.requests", "PracticeService.__init__"])
def test_a_full_disk_is_told_in_the_same_words(start: Start, raised: str, told: str, where: str) -> None:
    service = start(f"def full(*args, **more):\n    raise {raised}\n{where} = full")
    client = make_client(Connection("practice", "http://practice.invalid", transport=PracticeTransport(service)))
    calls = BatchCalls(client)
    with pytest.raises((NeedsUser, ServiceTrouble)) as caught:
        batch, _date = calls.create([orjson.dumps(row) for row in rows(3)])
        b"".join(client.stream(f"{BATCHES}/{batch.id}/results"))
    if where == "BatchStore.requests" and "OSError" in raised:
        # Told apart from a batch that was deleted meanwhile by nothing.
        assert isinstance(caught.value, ServiceTrouble)
    else:
        assert isinstance(caught.value, NeedsUser)
        assert (caught.value.code, caught.value.details) == (Code.DISK_FULL, told)
        assert caught.value.what == "Practice could not write to the disk."
    client.close()


def test_a_fault_of_ours_stays_one(start: Start) -> None:
    service = start("def broken(*args, **more):\n    raise ValueError('Jane Doe')\nBatchStore.add = broken")
    with pytest.raises(FaultElsewhere, match=r"in broken[\s\S]*builtins.ValueError") as caught:
        send(service)
    assert "Jane" not in str(caught.value).split("builtins.ValueError")[1]
    assert ask(service, "/v1/models").status == 200


def test_it_gets_no_key(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "made up")
    service = start("os._exit(3 if any(name.startswith('ANTHROPIC') for name in os.environ) else 4)")
    with pytest.raises(TornConnection, match="ended with 4"):
        ask(service, "/v1/models")


@pytest.mark.skipif(sys.platform != "linux", reason="only there is it told without rights or tools")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_it_keeps_is_its_owners_alone(start: Start, tmp_path: Path) -> None:
    send(start("os.umask(0o022)"), 3)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []


def test_it_listens_on_no_port(start: Start) -> None:
    service = start()
    send(service)
    opened = []
    for each in Path(f"/proc/{process_of(service)}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            opened.append(str(each.readlink()))
    assert opened
    assert not [each for each in opened if each.startswith("socket:")]


def test_where_no_process_can_be_started_that_is_said(tmp_path: Path) -> None:
    service = PracticeProcess(tmp_path, faults=False, command=["/nowhere/at/all"])
    with pytest.raises(NeedsUser, match="does not let Batchsheet start"):
        ask(service, "/v1/models")


def test_closed_it_leaves_no_process_and_starts_none(start: Start) -> None:
    service = start()
    send(service)
    process = process_of(service)
    service.close()
    assert gone(process)
    with pytest.raises(TornConnection):
        ask(service, "/v1/models")


def test_closing_drops_a_call_that_is_under_way(start: Start, tmp_path: Path) -> None:
    service = start(
        f"def hang(*args, **more):\n    open({str(tmp_path / 'busy')!r}, 'w').close(); time.sleep(1000)\nBatchStore.add = hang"
    )
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(send, service)
        assert waits_for((tmp_path / "busy").exists)
        service.close()
        with pytest.raises(TornConnection):
            call.result(DEADLINE)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_in_the_terminal_is_the_programs_to_understand(start: Start) -> None:
    service = start()
    batch = send(service)
    process = process_of(service)
    os.kill(process, signal.SIGINT)
    assert ask(service, f"{BATCHES}/{batch}").status == 200
    assert process_of(service) == process


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("busy", ["idle", "calling", "streaming"])
def test_a_program_that_is_killed_leaves_none(tmp_path: Path, busy: str) -> None:
    hangs = "import time; from app.practice.batch_store import BatchStore; BatchStore.newest = lambda *a, **b: time.sleep(1000)"
    child = f"{hangs if busy == 'calling' else ''}\nfrom app.practice import state\nstate.duration = lambda a, b: 0.0\nfrom app.services.practice_child import main\nmain({str(tmp_path)!r})"
    script = (
        "import sys, threading\n"
        "from pathlib import Path\n"
        "import orjson\n"
        "from app.services.practice_process import PracticeProcess\n"
        "from tests.practice.asking import rows\n"
        "from tests.services.test_practice_process import ask, process_of, send\n"
        f"service = PracticeProcess(Path({str(tmp_path)!r}), faults=False, command=[sys.executable, '-P', '-c', {child!r}])\n"
        "batch = send(service, 2000)\n"
        f"if {busy == 'streaming'}:\n    next(iter(ask(service, f'/v1/messages/batches/{{batch}}/results').body))\n"
        f"if {busy == 'calling'}:\n    threading.Thread(target=ask, args=(service, '/v1/messages/batches')).start()\n"
        "print(process_of(service), flush=True)\n"
        "threading.Event().wait()\n"
    )
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        process = int(program.stdout.readline())
        assert not gone(process)
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
        program.stdout and program.stdout.close()
    assert waits_for(lambda: gone(process))
