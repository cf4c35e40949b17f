"""Documents and pictures that rows name: checked, priced, sent as they were, and only from where they may."""

from __future__ import annotations

import base64
import os
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from pypdf import PdfWriter

from app.core.attachment import AttachmentKind, Unfit
from app.core.errors import Code, RecipeError
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import MAX_BYTES
from app.core.recipe import Recipe
from app.core.recipe_file import parse_recipe, recipe_to_toml
from app.core.table import SheetInfo, SheetRow
from app.services.looking import LookApart
from app.services.reader_process import ReaderProcesses
from app.services.tasks import TaskControl
from app.sheets.attachments import look_at
from tests.services.bills import bill
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import COUNT, CREATE, StandIn

RECIPE = Recipe(name="Test", prompt="What is on {{Name}}?", longest_answer=100, attach=("Photo",))


def png(width: int = 64, height: int = 48, shade: int = 0) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + bytes([shade]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(width: int = 640, height: int = 480) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + bytes(9) + frame + b"\xff\xda\x00\x02data\xff\xd9"


def pdf(folder: Path, pages: int = 2, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    path = folder / "made.tmp"
    writer.write(path)
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.mkdir()
    return made


def draft(program: Rehearsal, folder: Path, cells: list[str], recipe: Recipe = RECIPE) -> str:
    """A draft of a table in that folder, whose rows (from 2 on) name those files."""
    job = program.jobs.new_draft("Test", recipe).id
    rows = [SheetRow(number, (f"thing {number}", cell)) for number, cell in enumerate(cells, 2)]
    program.store.rows.append(job, 0, rows)
    info = SheetInfo(str(folder / "list.csv"), "", (), 1, ("Name", "Photo"), rows=len(rows))
    program.store.drafts.save_sheet(job, info, str(folder / "list.csv"), len(rows))
    return job


def contents(service: StandIn) -> dict[int, list[dict[str, Any]]]:
    """The blocks of content of each row that was sent."""
    sent = {}
    for call in service.calls:
        if f"{call.method} {call.path}" == CREATE:
            for request in orjson.loads(call.body)["requests"]:
                row = int(request["custom_id"].rsplit("-", 1)[1])
                found = request["params"]["messages"][0]["content"]
                sent[row] = found if isinstance(found, list) else [{"type": "text", "text": found}]
    return sent


def test_each_kind_goes_before_the_prompt(program: Rehearsal, service: StandIn, folder: Path) -> None:
    (folder / "deep").mkdir()
    made = {
        "a.png": png(),
        "deep/b.JPG": jpeg(),
        "c.pdf": pdf(folder),
        "notes.txt": "Grüße\n".encode(),
        "wrong ending.dat": b"GIF89a" + struct.pack("<HH", 10, 20) + bytes(6) + b";",
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    job = draft(program, folder, [*made, str(folder / "a.png"), ""])
    program.start(job)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 7
    sent = contents(service)
    assert [block["type"] for block in sent[2]] == ["image", "text"]
    assert sent[2][0]["source"] == {
        "type": "base64",
        "media_type": "image/png",
        "data": base64.b64encode(made["a.png"]).decode(),
    }
    assert sent[2][1]["text"] == "What is on thing 2?"
    assert sent[3][0]["source"]["media_type"] == "image/jpeg"
    assert (sent[4][0]["type"], sent[4][0]["source"]["media_type"]) == ("document", "application/pdf")
    assert sent[5][0]["source"] == {"type": "text", "media_type": "text/plain", "data": "Grüße\n"}
    assert sent[6][0]["source"]["media_type"] == "image/gif"
    assert sent[7][0] == sent[2][0]
    assert [block["type"] for block in sent[8]] == ["text"]
    assert ended.price is not None
    assert ended.price.low * 0.5 < bill(service) <= ended.price.at_most


def spoil(folder: Path, outside: Path) -> dict[str, tuple[str, Unfit]]:
    """Files that can't be sent: what a row says, and why."""
    (folder / "page.png").write_bytes(b"<html>not a picture</html>" * 20)
    (folder / "cut.png").write_bytes(png()[:-40])
    (folder / "cut.jpg").write_bytes(jpeg()[:30])
    (folder / "empty.png").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n")
    (folder / "binary.txt").write_bytes(b"abc\0def\xff")
    (folder / "wide.png").write_bytes(png(9_000, 2))
    (folder / "locked.pdf").write_bytes(pdf(folder, password="x"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF follows")
    (folder / "long.pdf").write_bytes(pdf(folder, 601))
    with (folder / "huge.png").open("wb") as file:
        file.write(png())
        file.truncate(200_000_000)
    (folder / "folder.png").mkdir()
    os.mkfifo(folder / "pipe.png")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "id_rsa").write_text("-----BEGIN OPENSSH PRIVATE KEY-----")
    (folder / "closed.png").write_bytes(png())
    (folder / "closed.png").chmod(0)
    (outside / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(outside / "secret.png")
    return {
        "page": ("page.png", Unfit.UNKNOWN),
        "cut picture": ("cut.png", Unfit.DAMAGED),
        "cut jpeg": ("cut.jpg", Unfit.DAMAGED),
        "empty": ("empty.png", Unfit.EMPTY),
        "blank": ("blank.txt", Unfit.EMPTY),
        "binary": ("binary.txt", Unfit.UNKNOWN),
        "wide": ("wide.png", Unfit.TOO_WIDE),
        "locked": ("locked.pdf", Unfit.PROTECTED),
        "broken": ("broken.pdf", Unfit.DAMAGED),
        "long": ("long.pdf", Unfit.TOO_MANY_PAGES),
        "huge": ("huge.png", Unfit.TOO_LARGE),
        "folder": ("folder.png", Unfit.NO_FILE),
        "pipe": ("pipe.png", Unfit.NO_FILE),
        "loop": ("loop.png", Unfit.UNREADABLE),
        "missing": ("nowhere.png", Unfit.MISSING),
        "no name": ("a\0b.png", Unfit.MISSING),
        "key": ("id_rsa", Unfit.UNKNOWN),
        "link out": ("link.png", Unfit.OUTSIDE),
        "up and out": (f"../{outside.name}/secret.png", Unfit.OUTSIDE),
        "absolute": (str(outside / "secret.png"), Unfit.OUTSIDE),
        "password file": ("/etc/passwd", Unfit.OUTSIDE),
    } | ({} if os.geteuid() == 0 else {"closed": ("closed.png", Unfit.UNREADABLE)})


@pytest.fixture(params=["here", "apart"])
def looking(request: pytest.FixtureRequest, program: Rehearsal) -> Any:
    """Files looked at in this process, and in one of their own."""
    readers = ReaderProcesses()
    if request.param == "apart":
        for documents in (program.documents,):
            documents._look = LookApart(readers)
    yield
    readers.close()


@pytest.mark.usefixtures("looking")
def test_what_can_not_be_sent_is_said_with_its_row_and_left_out(
    program: Rehearsal, service: StandIn, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    bad = spoil(folder, outside)
    (folder / "good.png").write_bytes(png())
    job = draft(program, folder, ["good.png", *(cell for cell, _why in bad.values())])
    price = program.estimating.price(job)(TaskControl())
    assert (price.rows, price.chosen) == (1, 1 + len(bad))
    survey = program.documents.last_survey(job)
    assert survey is not None
    found = {row: trouble for trouble, rows in survey.troubles.items() for row in rows}
    assert {name: found.get(row) for row, name in enumerate(bad, 3)} == {name: why for name, (_, why) in bad.items()}
    assert survey.folders == {str(folder): 1}
    texts = [check.text for check in program.estimating.checks(job, price)]
    assert any(str(folder) in text and "will be sent" in text for text in texts)
    assert any("outside" in text and "left out" in text for text in texts)
    assert set(survey.outside) == {str(outside), "/etc"}
    for rows in survey.troubles.values():
        assert any(f"row {rows[0]:,}" in text for text in texts)
    program.jobs.start(job, price)
    ended = program.run(job)
    assert ended.breakdown.skipped == len(bad)
    assert list(contents(service)) == [2]


def test_another_folder_needs_an_explicit_yes(
    program: Rehearsal, service: StandIn, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere"
    (outside / "deeper").mkdir(parents=True)
    (outside / "deeper" / "a.png").write_bytes(png())
    (outside / "id_rsa").write_text("-----BEGIN OPENSSH PRIVATE KEY-----")
    cells = [str(outside / "deeper" / "a.png"), str(outside / "id_rsa")]
    job = draft(program, folder, cells)
    price = program.estimating.price(job)(TaskControl())
    assert price.rows == 0
    assert any(check.state == "blocking" for check in program.estimating.checks(job, price))
    assert all(b"BEGIN" not in call.body for call in service.calls)
    program.documents.allow(job, [str(outside)])
    assert program.start(job).price.rows == 1
    program.run(job)
    assert list(contents(service)) == [2]
    assert all(b"BEGIN" not in call.body for call in service.calls)


def test_a_job_from_somebody_else_may_send_nothing_unasked(program: Rehearsal, folder: Path, tmp_path: Path) -> None:
    (folder / "a.png").write_bytes(png())
    job = draft(program, folder, ["a.png"])
    from app.services.moving import Moving

    moving = Moving(program.store, program.hub, lambda name: tmp_path / "sources" / name, practice=True)
    target = moving.save(job, tmp_path / "job.batchsheet")(TaskControl())
    other = moving.load(target)(TaskControl())
    assert program.jobs.draft(other).attach_from == ()
    assert program.estimating.price(other)(TaskControl()).rows == 0


def vanish(path: Path) -> None:
    path.unlink()


def change(path: Path) -> None:
    path.write_bytes(png(shade=9))


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("happens", [vanish, change, become_a_folder])
def test_what_changed_after_the_price_is_not_sent_and_costs_nothing(
    program: Rehearsal, service: StandIn, folder: Path, happens: Callable[[Path], None]
) -> None:
    for number in range(4):
        (folder / f"{number}.png").write_bytes(png(shade=number))
    job = draft(program, folder, [f"{number}.png" for number in range(4)])
    program.start(job, part_rows=4)
    happens(folder / "2.png")
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 3
    assert ended.breakdown.causes == {"document": 1}
    assert sorted(contents(service)) == [2, 3, 5]
    detail = program.jobs.row_detail(job, 4)
    assert "2.png" in detail.message
    assert (detail.cost, detail.input_tokens) == (0, 0)
    assert ended.cost == bill(service)
    # Asked again, the document goes as it is by now.
    if happens is become_a_folder:
        (folder / "2.png").rmdir()
    (folder / "2.png").write_bytes(png(shade=7))
    assert program.jobs.ask_again(job) == 1
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 4
    assert contents(service)[4][0]["source"]["data"] == base64.b64encode(png(shade=7)).decode()


def test_all_documents_of_a_part_may_vanish(program: Rehearsal, service: StandIn, folder: Path) -> None:
    for number in range(4):
        (folder / f"{number}.png").write_bytes(png(shade=number))
    job = draft(program, folder, [f"{number}.png" for number in range(4)])
    program.start(job, part_rows=2)
    (folder / "0.png").unlink()
    (folder / "1.png").unlink()
    ended = program.run(job)
    assert ended.breakdown.as_counts()["failed"] == 2
    assert service.count(CREATE) == 1
    assert ended.state is JobState.FINISHED


@pytest.mark.logs_warnings
def test_a_part_that_may_have_been_sent_is_not_sent_otherwise(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    (folder / "a.png").write_bytes(png())
    job = draft(program, folder, ["a.png", ""])
    program.start(job, part_rows=2)
    service.on(CREATE, be.Drop(accept=False))
    while not service.count(CREATE):
        program.turn()
    part = program.jobs.parts(job)[0]
    program.store.parts.note(job, part.number, doubted_at=1.0)
    (folder / "a.png").unlink()
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.BAD_FILE)
    assert "a.png" in held.hold_message
    assert "sent again as it was. Put the document back" in held.hold_message
    (folder / "a.png").write_bytes(png())
    program.jobs.go_on(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 2


def test_the_same_content_is_asked_once_and_another_is_not(program: Rehearsal, service: StandIn, folder: Path) -> None:
    for name, shade in (("a", 1), ("b", 1), ("c", 2)):
        (folder / f"{name}.png").write_bytes(png(shade=shade))
    recipe = Recipe(prompt="What is it?", longest_answer=100, attach=("Photo",))
    job = draft(program, folder, ["a.png", "b.png", "c.png", ""], recipe)
    assert program.start(job).price.requests == 3
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 4
    assert sorted(contents(service)) == [2, 4, 5]
    # Another job with the same files takes the answers that are paid for; a changed file is asked.
    (folder / "c.png").write_bytes(png(shade=3))
    other = draft(program, folder, ["a.png", "c.png"], recipe)
    price = program.estimating.price(other)(TaskControl())
    assert (price.earlier, price.to_ask) == (1, 1)


def test_parts_stay_small(program: Rehearsal, service: StandIn, folder: Path) -> None:
    rows = 12
    for number in range(rows):
        (folder / f"{number}.png").write_bytes(png(shade=number) + os.urandom(3_000_000))
    job = draft(program, folder, [f"{number}.png" for number in range(rows)])
    program.start(job, part_rows=rows)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == rows
    sent = [len(call.body) for call in service.calls if f"{call.method} {call.path}" == CREATE]
    assert len(sent) >= 3
    assert max(sent) <= MAX_BYTES * 1.05
    counted = sum(len(call.body) for call in service.calls if f"{call.method} {call.path}" == COUNT)
    assert counted < 30_000_000


def test_pages_count_in_the_price(program: Rehearsal, folder: Path) -> None:
    for name, pages in (("one", 1), ("many", 40)):
        (folder / f"{name}.pdf").write_bytes(pdf(folder, pages))
    guesses = []
    for name in ("one", "many"):
        job = draft(program, folder, [f"{name}.pdf"])
        price = program.estimating.guessing.quick(job, RECIPE)
        assert price is not None
        guesses.append(price.input_tokens)
    assert 3_000 < guesses[0] < 6_000
    assert guesses[1] > 30 * guesses[0]


def test_a_column_that_is_not_there_is_named(program: Rehearsal, folder: Path) -> None:
    job = draft(program, folder, [""], Recipe(prompt="{{Name}}", attach=("Picture",)))
    with pytest.raises(RecipeError, match="Picture"):
        program.estimating.price(job)(TaskControl())


def test_tried_rows_take_their_documents_along(program: Rehearsal, service: StandIn, folder: Path) -> None:
    from app.services.sampling import Sampling
    from app.services.trying import Trying

    for number in range(3):
        (folder / f"{number}.png").write_bytes(png(shade=number))
    job = draft(program, folder, ["0.png", "1.png", "2.png", "nowhere.png"])
    trying = Trying(
        program.store, program.service, program.hub, program.estimating, Sampling(program.store, program.documents)
    )
    rows = trying.sampling.sample(job, RECIPE, 3)(TaskControl())
    assert sorted(row.number for row in rows) == [2, 3, 4]
    trying.run(job, RECIPE, rows)(TaskControl())
    assert sum(b'"image"' in call.body for call in service.calls if call.path == "/v1/messages") == 3
    price = program.estimating.price(job)(TaskControl())
    assert (price.tried, price.to_ask) == (3, 0)


def test_the_recipe_key_reads_back() -> None:
    recipe = parse_recipe('format = 1\nprompt = "x"\nattach = ["Photo", "Scan", "Photo"]\n')
    assert recipe.attach == ("Photo", "Scan")
    assert parse_recipe(recipe_to_toml(recipe)) == recipe
    for bad in ("attach = 1", 'attach = "Photo"', "attach = [1]", 'attach = [""]'):
        with pytest.raises(RecipeError, match="attach"):
            parse_recipe(f'format = 1\nprompt = "x"\n{bad}\n')


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (b"VP8 " + bytes(10) + struct.pack("<HH", 300, 200), (300, 200)),
        (b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 299 | 199 << 14), (300, 200)),
        (b"VP8X" + bytes(8) + (299).to_bytes(3, "little") + (199).to_bytes(3, "little"), (300, 200)),
    ],
)
def test_webp_in_its_three_forms(folder: Path, head: bytes, size: tuple[int, int]) -> None:
    data = b"RIFF" + struct.pack("<I", 4 + len(head) + 20) + b"WEBP" + head + bytes(20)
    (folder / "a.webp").write_bytes(data)
    found = look_at(folder / "a.webp")
    assert not isinstance(found, Unfit)
    assert (found.kind, (found.width, found.height)) == (AttachmentKind.PICTURE, size)
    (folder / "a.webp").write_bytes(data[:-10])
    assert look_at(folder / "a.webp") is Unfit.DAMAGED


def test_a_document_that_breaks_its_reader_is_damaged_and_the_others_are_not(folder: Path) -> None:
    for name in ("a.png", "b.png", "c.png"):
        (folder / name).write_bytes(png())
    broken = (
        "import os, app.sheets.attachments as a, app.services.reading as r; real = a.look_into\n"
        "r.look_into = lambda path: os.abort() if path.name == 'b.png' else real(path)\n"
        "from app.services.reader_child import main; main()"
    )
    readers = ReaderProcesses([sys.executable, "-c", broken])
    paths = [folder / name for name in ("a.png", "b.png", "c.png")]
    first, second, third = LookApart(readers)(paths, TaskControl())
    readers.close()
    assert second is Unfit.DAMAGED
    assert [getattr(one, "path", "") for one in (first, third)] == [str(paths[0]), str(paths[2])]
