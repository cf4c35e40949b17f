"""Files read in a process of its own: what breaks there ends there, and nothing of it is left."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import AppError, Code, FaultElsewhere, FileError, InputError, NeedsUser
from app.core.table import Notice, SheetInfo, TextFormat
from app.services.frames import (
    Kind,
    pack_error,
    pack_item,
    pack_request,
    unpack_error,
    unpack_item,
    unpack_request,
)
from app.services.reader_child import serve
from app.services.reader_process import ReaderProcesses, _Watch
from app.services.reading import Item, ReadRequest, Rows, read_here
from app.services.tasks import Cancelled, TaskControl
from app.sheets.source import Look
from app.store.codec import cells_from_blob
from app.system.pipes import read_frame, write_frame
from tests.services.processes import gone, waits_for


@pytest.fixture
def readers() -> Iterator[ReaderProcesses]:
    found = ReaderProcesses()
    yield found
    found.close()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text("Name,Town\n007,Łódź\n,\nlast,Graz\n", encoding="utf-8")
    return path


@pytest.fixture
def broken() -> Iterator[Callable[..., ReaderProcesses]]:
    """Readers whose process does something else when it is to read."""
    made: list[ReaderProcesses] = []

    def make(does: str, **more: float) -> ReaderProcesses:
        script = (
            "import os, sys, time\n"
            "from app.services import reader_child\n"
            f"def read_here(request):\n    {does}\n    yield\n"
            "reader_child.read_here = read_here\n"
            "reader_child.main()\n"
        )
        made.append(ReaderProcesses([sys.executable, "-P", "-c", script], **more))
        return made[-1]

    yield make
    for each in made:
        each.close()


def read(readers: ReaderProcesses, path: Path, control: TaskControl | None = None) -> list[Item]:
    return list(readers.read(ReadRequest(str(path)), control or TaskControl()))


def cells(items: list[Item]) -> list[tuple[str, ...]]:
    return [cells_from_blob(blob) for item in items if isinstance(item, Rows) for blob in item.blobs]


def test_it_gives_what_reading_here_gives(readers: ReaderProcesses, table: Path) -> None:
    assert read(readers, table) == list(read_here(ReadRequest(str(table))))
    assert cells(read(readers, table)) == [("007", "Łódź"), ("", ""), ("last", "Graz")]


def test_the_same_process_reads_the_next_file_and_errors_leave_it_be(readers: ReaderProcesses, table: Path) -> None:
    readers.warm()
    first = readers._idle[0]
    read(readers, table)
    with pytest.raises(FileError, match="is not there"):
        read(readers, table.with_name("b.csv"))
    read(readers, table)
    assert readers._idle == [first]


def test_two_at_once_get_a_process_each(readers: ReaderProcesses, table: Path) -> None:
    one, two = (readers.read(ReadRequest(str(table)), TaskControl()) for _ in range(2))
    assert next(one) == next(two)
    assert cells(list(one)) == cells(list(two)) != []


@pytest.mark.parametrize(
    "does",
    ["os.abort()", "os._exit(0)", "class PanicException(BaseException): pass\n    raise PanicException"],
    ids=["abort", "end", "panic"],
)
def test_a_reader_that_breaks_is_an_error_in_plain_words(
    broken: Callable[..., ReaderProcesses], table: Path, does: str
) -> None:
    with pytest.raises(FileError, match=r"“a.csv” can't be read: it is damaged"):
        read(broken(does), table)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited there alone")
def test_a_reader_that_takes_too_much_memory(broken: Callable[..., ReaderProcesses], table: Path) -> None:
    with pytest.raises(FileError, match="more memory"):
        read(broken("hold = [bytes(1 << 28) for _ in range(64)]"), table)


def test_a_reader_that_comes_to_a_standstill(broken: Callable[..., ReaderProcesses], table: Path) -> None:
    with pytest.raises(FileError, match="standstill"):
        read(broken("time.sleep(1000)", patience=0.3), table)


def test_while_rows_are_being_stored_nobody_is_impatient() -> None:
    ended: list[bool] = []

    class Process:
        def kill(self) -> None:
            ended.append(True)

    watch = _Watch(Process(), TaskControl(), patience=1e9)
    watch.pause()
    watch._patience = 0.0
    threading.Event().wait(0.2)
    assert not ended
    watch.sign()
    assert waits_for(lambda: watch.stalled and bool(ended))
    watch.end()


def test_a_share_that_goes_away_is_said(broken: Callable[..., ReaderProcesses], table: Path) -> None:
    readers = broken("raise OSError(5, 'Input/output error')")
    for _ in range(2):
        with pytest.raises(FileError, match=r"can't be read\..*from another disk"):
            read(readers, table)


def test_a_fault_of_ours_stays_one(broken: Callable[..., ReaderProcesses], table: Path) -> None:
    with pytest.raises(FaultElsewhere, match=r"in read_here[\s\S]*builtins.ValueError") as told:
        read(broken("raise ValueError('Jane Doe')"), table)
    assert "builtins.ValueError: " not in str(told.value)


def test_stopping_ends_the_process(broken: Callable[..., ReaderProcesses], table: Path) -> None:
    reading = table.with_name("reading")
    readers = broken(f"open({str(reading)!r}, 'w').close(); time.sleep(1000)")
    readers.warm()
    process = readers._idle[0]._process
    control = TaskControl()

    def stop() -> None:
        if waits_for(reading.exists):
            control.stop()

    stopping = threading.Thread(target=stop)
    stopping.start()
    with pytest.raises(Cancelled):
        read(readers, table, control)
    stopping.join()
    assert process.poll() is not None


def test_one_that_is_left_in_the_midst_is_ended_and_another_is_ready(readers: ReaderProcesses, table: Path) -> None:
    items = readers.read(ReadRequest(str(table)), TaskControl())
    next(items)
    items.close()
    assert len(readers._idle) == 1
    assert cells(read(readers, table))


def test_one_that_died_while_it_was_idle_is_replaced(readers: ReaderProcesses, table: Path) -> None:
    readers.warm()
    readers._idle[0]._process.kill()
    readers._idle[0]._process.wait()
    assert cells(read(readers, table))


def test_where_no_process_can_be_started_that_is_said(table: Path) -> None:
    readers = ReaderProcesses(["/nowhere/at/all"])
    readers.warm()
    with pytest.raises(FileError, match="does not let Batchsheet start"):
        read(readers, table)


def test_closed_leaves_no_process(readers: ReaderProcesses, table: Path) -> None:
    read(readers, table)
    process = readers._idle[0]._process
    readers.close()
    assert process.poll() is not None
    readers.warm()
    assert readers._idle == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "reading"])
def test_a_program_that_is_killed_leaves_no_reader(tmp_path: Path, busy: bool) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Name\n" + "row\n" * 400_000, encoding="utf-8")
    script = (
        "import sys, time\n"
        "from app.services.reader_process import ReaderProcesses\n"
        "from app.services.reading import ReadRequest\n"
        "from app.services.tasks import TaskControl\n"
        "readers = ReaderProcesses()\n"
        "readers.warm()\n"
        "print(readers._idle[0]._process.pid, flush=True)\n"
        f"items = readers.read(ReadRequest({str(table)!r}), TaskControl())\n"
        f"if {busy}:\n    next(items)\n"
        "print('ready', flush=True)\n"
        "time.sleep(1000)\n"
    )
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        reader = int(program.stdout.readline())
        assert program.stdout.readline() == "ready\n"
        assert not gone(reader)
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
        program.stdout.close()
    assert waits_for(lambda: gone(reader))


def test_it_works_from_any_folder(
    readers: ReaderProcesses, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also from one that has a folder of the program's name."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    (tmp_path / "orjson.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cells(read(readers, table))


def test_it_gets_no_secret(
    broken: Callable[..., ReaderProcesses], monkeypatch: pytest.MonkeyPatch, table: Path
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "made up")
    with pytest.raises(FileError) as caught:
        read(broken("os._exit(3 if 'ANTHROPIC_API_KEY' in os.environ else 4)"), table)
    assert caught.value.details == "the process ended with 4"


# Frames


TEXT = st.text(st.characters(exclude_categories=()), max_size=20)


@given(st.lists(st.tuples(st.integers(1, 1_048_576), st.binary(max_size=50)), max_size=20))
def test_rows_come_out_as_they_went_in(rows: list[tuple[int, bytes]]) -> None:
    item = Rows([number for number, _ in rows], [blob for _, blob in rows])
    stream = io.BytesIO()
    write_frame(stream, *pack_item(item))
    stream.seek(0)
    frame = read_frame(stream)
    assert frame is not None
    assert unpack_item(Kind(frame[0]), frame[1]) == item
    assert read_frame(stream) is None


def test_the_rest_comes_out_as_it_went_in() -> None:
    info = SheetInfo(
        "p", "s", ("s", "t"), 3, ("a", "b"), 1, 7, (Notice("x", "y"),), "f", text=TextFormat("utf-8", ",", '"')
    )
    assert unpack_item(*pack_item(info)) == info
    request = ReadRequest("p", "s", 3, 200, True, TextFormat("cp1252", ";", ""), Look.GLIMPSE)
    assert unpack_request(pack_request(request)) == request
    for error in (
        FileError("a", "b", "c", details="d"),
        InputError("a"),
        NeedsUser("a", code=Code.DISK_FULL),
        AppError("a"),
    ):
        found = unpack_error(pack_error(error))
        assert type(found) is type(error)
        assert (found.message, found.code, found.details) == (error.message, error.code, error.details)


@pytest.mark.parametrize("cut", [0, 3, 5, 7])
def test_a_frame_that_breaks_off_is_none(cut: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, Kind.ERROR, b"xyz")
    assert read_frame(io.BytesIO(stream.getvalue()[:cut])) is None
    assert read_frame(io.BytesIO(b"\x02\xff\xff\xff\xff" + b"x" * 99)) is None


def test_the_process_s_own_work_needs_no_process(table: Path) -> None:
    answers = io.BytesIO()
    asked = [(Kind.REQUEST, pack_request(ReadRequest(path))) for path in (str(table), "/nowhere.csv")]
    serve(iter(asked), answers)
    answers.seek(0)
    kinds = [frame[0] for frame in iter(lambda: read_frame(answers), None)]
    assert kinds == [Kind.INFO, Kind.ROWS, Kind.INFO, Kind.END, Kind.ERROR]
