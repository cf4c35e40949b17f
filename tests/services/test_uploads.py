"""Documents that many rows share: uploaded once, named in the requests, deleted when the job ends, whatever comes between."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from app.core.errors import ServiceTrouble
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.recipe import Recipe
from app.services.tasks import TaskControl
from app.store.uploads import UploadState
from tests.services.bills import whole_bill
from tests.services.rehearsal import Rehearsal
from tests.services.test_attached_documents import contents, draft, png
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import ALWAYS, CREATE, DELETE_FILE, FILES, UPLOAD, StandIn

GUIDE = "Write as we do, and never otherwise. " * 1_000
RECIPE = Recipe(name="Test", prompt="What is {{Name}}?", longest_answer=100, reference=("guide.txt",))
ROWS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.mkdir()
    (made / "guide.txt").write_text(GUIDE)
    return made


def started(program: Rehearsal, folder: Path, recipe: Recipe = RECIPE, cells: list[str] | None = None) -> str:
    job = draft(program, folder, [""] * ROWS if cells is None else cells, recipe)
    program.start(job)
    return job


def until_tidy(program: Rehearsal, job: str) -> None:
    for _ in range(200):
        program.turn()
        if not program.store.uploads.of_job(job):
            return
    raise AssertionError("the documents are still there")


def test_a_document_before_every_row_is_uploaded_once_and_deleted(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    job = started(program, folder)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS
    assert service.count(UPLOAD) == 1
    uploaded = next(call for call in service.calls if f"{call.method} {call.path}" == UPLOAD)
    # Should this computer never come back, the service deletes it by itself.
    assert b'name="expires_in_seconds"\r\n\r\n2592000\r\n' in uploaded.body
    sources = {str(blocks[0]["source"]) for blocks in contents(service).values()}
    assert len(sources) == 1
    assert "file_id" in sources.pop()
    sent = next(call.body for call in service.calls if f"{call.method} {call.path}" == CREATE)
    assert len(sent) < len(GUIDE)
    assert ended.price is not None
    assert ended.price.low <= whole_bill(service) <= ended.price.at_most
    until_tidy(program, job)
    assert service.service.files.ids() == frozenset()


def test_the_same_file_in_many_rows_is_one_upload_and_a_small_one_none(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    (folder / "big.png").write_bytes(png(1_500, 1_500) + bytes(60_000))
    (folder / "copy.png").write_bytes((folder / "big.png").read_bytes())
    (folder / "small.png").write_bytes(png())
    (folder / "once.png").write_bytes(png(1_000, 900) + bytes(900_000))
    recipe = replace(RECIPE, reference=(), attach=("Photo",))
    cells = ["big.png", "copy.png"] * 10 + ["small.png"] * 5 + ["once.png"]
    job = started(program, folder, recipe, cells)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == len(cells)
    assert service.count(UPLOAD) == 1
    sent = contents(service)
    assert sent[2][0]["type"] == "image"
    assert sent[2][0]["source"] == sent[3][0]["source"]
    assert sent[2][0]["source"]["type"] == "file"
    assert sent[22][0]["source"]["type"] == "base64"
    assert sent[27][0]["source"]["type"] == "base64"


@pytest.mark.parametrize("status", [404, 405, 400])
def test_a_service_without_files_gets_it_with_each_request(
    program: Rehearsal, service: StandIn, folder: Path, status: int
) -> None:
    service.on(UPLOAD, be.Status(status), times=ALWAYS)
    job = started(program, folder)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert contents(service)[2][0]["source"]["data"] == GUIDE
    until_tidy(program, job)
    assert service.count(DELETE_FILE) == 0


@pytest.mark.logs_warnings
def test_an_upload_that_got_no_reply_is_looked_for_and_not_repeated(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    service.on(UPLOAD, be.Drop(accept=True))
    job = started(program, folder)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert service.count(UPLOAD) == 1
    until_tidy(program, job)
    assert service.service.files.ids() == frozenset()


@pytest.mark.logs_warnings
def test_one_that_did_not_show_in_the_list_is_deleted_with_the_other(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    service.on(UPLOAD, be.Drop(accept=True))
    service.on(FILES, be.Status(200, body=b'{"data":[],"next_page":null}'))
    job = started(program, folder)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert service.count(UPLOAD) == 2
    until_tidy(program, job)
    assert service.service.files.ids() == frozenset()


def test_killed_after_the_intent_the_next_start_adopts_what_arrived(
    program: Rehearsal, service: StandIn, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = started(program, folder)
    uploading = program.poller._errands.uploading
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(program.store.uploads, "settle", _die)
        uploading.prepare(job, TaskControl())
    assert [one.state for one in program.store.uploads.of_job(job).values()] == [UploadState.INTENDED]
    again = program.again()
    try:
        assert again.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
        assert service.count(UPLOAD) == 1
        until_tidy(again, job)
        assert service.service.files.ids() == frozenset()
    finally:
        again.close()


def _die(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_killed_at_the_end_the_next_start_deletes(program: Rehearsal, service: StandIn, folder: Path) -> None:
    service.on(DELETE_FILE, be.Status(500), times=ALWAYS)
    job = started(program, folder)
    assert program.run(job).state is JobState.FINISHED
    assert len(service.service.files.ids()) == 1
    service.behave()
    again = program.again()
    try:
        until_tidy(again, job)
        assert service.service.files.ids() == frozenset()
    finally:
        again.close()


def test_a_job_deleted_here_leaves_nothing_there(program: Rehearsal, service: StandIn, folder: Path) -> None:
    service.on(DELETE_FILE, be.Status(500), times=ALWAYS)
    job = started(program, folder)
    program.run(job)
    program.deleting.delete(job)
    service.behave()
    until_tidy(program, job)
    assert service.service.files.ids() == frozenset()


def test_cancelled_it_is_deleted_too(program: Rehearsal, service: StandIn, folder: Path) -> None:
    job = started(program, folder)
    for _ in range(3):
        program.turn()
    program.jobs.cancel(job)
    assert program.run(job).state is JobState.FINISHED
    until_tidy(program, job)
    assert service.service.files.ids() == frozenset()


def test_a_file_that_somebody_deleted_fails_its_rows_and_asking_again_uploads_anew(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    job = started(program, folder)
    program.poller._errands.uploading.prepare(job, TaskControl())
    (upload,) = program.store.uploads.of_job(job).values()
    program.service.delete_file(upload.file_id)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.FAILED) == ROWS
    assert ended.cost == 0
    assert "File not found" in program.jobs.row_detail(job, 2).message
    until_tidy(program, job)
    program.jobs.ask_again(job, but=())
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert service.count(UPLOAD) == 2


def test_with_a_key_of_another_workspace_it_is_uploaded_there(
    program: Rehearsal, service: StandIn, folder: Path
) -> None:
    job = started(program, folder)
    program.poller._errands.uploading.prepare(job, TaskControl())
    other = service.add_workspace("practice-other")
    connection = Connection(api_key="practice-other", base_url=service.url)
    program.service._connect = lambda: connection
    program.service.reconnect()
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert service.count(UPLOAD) == 2
    until_tidy(program, job)
    assert other.files.ids() == frozenset()


def test_a_key_that_is_refused_keeps_nothing_from_ending(program: Rehearsal, service: StandIn, folder: Path) -> None:
    service.on(DELETE_FILE, be.Status(401), times=ALWAYS)
    job = started(program, folder)
    ended = program.run(job)
    for _ in range(10):
        program.turn(30)
    assert (ended.state, program.jobs.get(job).hold) == (JobState.FINISHED, "")
    assert program.store.uploads.of_job(job)
    with pytest.raises(ServiceTrouble):
        program.poller._errands.uploading.remove(job)


def test_changed_between_price_and_upload_nothing_leaves(program: Rehearsal, service: StandIn, folder: Path) -> None:
    job = started(program, folder)
    (folder / "guide.txt").write_text(GUIDE.upper())
    assert program.run(job).state is JobState.NEEDS_YOU
    assert service.count(UPLOAD) + service.count(CREATE) == 0
    (folder / "guide.txt").write_text(GUIDE)
    program.jobs.go_on(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
