"""Answers into a file that is whole or not there, and never over anybody else's."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

import pytest

from app.core.errors import FileError, InputError, OutputExists
from app.services.exporting import Exporting
from app.services.tasks import Cancelled, TaskControl
from app.store.exports import ExportStore
from tests.services.rehearsal import Rehearsal

ROWS = 12


@pytest.fixture
def exporting(program: Rehearsal) -> Exporting:
    return Exporting(program.store, program.importing, practice=False)


@pytest.fixture
def job(program: Rehearsal, tmp_path: Path) -> str:
    """A job of a text file that has ended."""
    source = tmp_path / "names.csv"
    source.write_text("Name\n" + "".join(f"thing {n}\n" for n in range(ROWS)), encoding="utf-8")
    job = program.draft([[f"thing {n}"] for n in range(ROWS)])
    program.importing.load(job, source)(TaskControl())
    program.start(job)
    program.run(job)
    return job


def export(exporting: Exporting, job: str, target: Path, *, overwrite: bool = False) -> int:
    return exporting.export(job, target, overwrite=overwrite)(TaskControl()).rows


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_rows_come_with_their_answers(exporting: Exporting, program: Rehearsal, job: str, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert export(exporting, job, target) == ROWS
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    values = program.values(job)
    assert rows[0] == ["Name", "Answer"]
    assert rows[1:] == [[f"thing {n}", str(values[n + 2][0])] for n in range(ROWS)]
    assert program.jobs.get(job).output == str(target)
    assert exporting.is_written(job)


def test_its_own_file_is_replaced_and_anybody_elses_is_not(exporting: Exporting, job: str, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    export(exporting, job, target)
    export(exporting, job, target)
    target.write_text("mine", encoding="utf-8")
    assert not exporting.is_written(job)
    with pytest.raises(OutputExists):
        export(exporting, job, target)
    assert target.read_text(encoding="utf-8") == "mine"
    export(exporting, job, target, overwrite=True)
    assert exporting.is_written(job)


@pytest.mark.parametrize("overwrite", [False, True])
def test_the_source_is_never_written_to(exporting: Exporting, job: str, tmp_path: Path, overwrite: bool) -> None:
    source = tmp_path / "names.csv"
    before = source.read_bytes()
    (tmp_path / "link.csv").symlink_to(source)
    for target in (source, tmp_path / "link.csv", tmp_path / "." / "names.csv"):
        with pytest.raises(OutputExists):
            export(exporting, job, target, overwrite=overwrite)
    assert source.read_bytes() == before


def test_a_file_that_somebody_puts_there_meanwhile_is_left(exporting: Exporting, job: str, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    control = TaskControl()

    def put(_done: int, _total: int | None, _text: str) -> None:
        target.write_text("theirs", encoding="utf-8")

    control.listen(put)
    with pytest.raises(OutputExists):
        exporting.export(job, target)(control)
    assert target.read_text(encoding="utf-8") == "theirs"
    assert left(tmp_path) == ["names.csv", "out.csv"]


def test_a_target_that_another_program_holds_keeps_its_earlier_file(
    exporting: Exporting, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a file that Excel has open can't be replaced."""
    target = tmp_path / "out.csv"
    export(exporting, job, target)
    before = target.read_bytes()

    def held(_self: Path, _target: object) -> Path:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileError, match=r"out\.csv"):
        export(exporting, job, target)
    monkeypatch.undo()
    assert target.read_bytes() == before
    assert left(tmp_path) == ["names.csv", "out.csv"]
    assert exporting.is_written(job)
    export(exporting, job, target)


def test_a_kill_between_the_file_and_its_mark_is_no_foreign_file(
    exporting: Exporting, program: Rehearsal, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.csv"
    program.jobs.set_output(job, target, overwrite=False)
    replace = Path.replace

    def die(self: Path, other: Path) -> None:
        replace(self, other)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        export(exporting, job, target)
    monkeypatch.undo()
    assert target.exists()
    assert exporting.is_written(job)
    export(exporting, job, target)


def test_what_a_process_beside_it_wrote_is_its_own(
    exporting: Exporting, program: Rehearsal, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of them export different states of the job; each has said so before it moves its file into place."""
    target = tmp_path / "out.csv"
    program.jobs.set_output(job, target, overwrite=False)
    other = Exporting(program.store, program.importing, practice=True)
    mark = ExportStore.add_mark

    def beside(store: ExportStore, name: str, found: str) -> None:
        mark(store, name, found)
        monkeypatch.setattr(ExportStore, "add_mark", mark)
        other.export(name, target)(TaskControl())

    monkeypatch.setattr(ExportStore, "add_mark", beside)
    export(exporting, job, target)
    assert exporting.is_written(job)
    export(other, job, target)
    assert exporting.is_written(job)


def test_work_that_is_stopped_leaves_nothing(exporting: Exporting, job: str, tmp_path: Path) -> None:
    control = TaskControl()
    control.listen(lambda _done, _total, _text: control.stop())
    with pytest.raises(Cancelled):
        exporting.export(job, tmp_path / "out.csv")(control)
    assert left(tmp_path) == ["names.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others on Windows")
def test_a_replaced_file_keeps_its_rights_and_a_new_one_gets_the_usual(
    exporting: Exporting, job: str, tmp_path: Path
) -> None:
    target = tmp_path / "out.csv"
    export(exporting, job, target)
    mask = os.umask(0o022)
    os.umask(mask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~mask
    target.chmod(0o640)
    export(exporting, job, target)
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("target", ["no/such/folder/out.csv", "out.docx", "out", f"{'x' * 300}.csv"])
def test_a_target_that_can_not_be_is_refused(exporting: Exporting, job: str, tmp_path: Path, target: str) -> None:
    with pytest.raises(InputError):
        export(exporting, job, tmp_path / target)


def test_a_folder_that_can_not_be_written_to(
    exporting: Exporting, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_options: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("app.services.export_target.tempfile.mkstemp", refused)
    with pytest.raises(FileError):
        export(exporting, job, tmp_path / "out.csv")


def test_a_name_that_is_free_is_suggested(exporting: Exporting, job: str, tmp_path: Path) -> None:
    assert exporting.suggest(job) == tmp_path / "names answered.csv"
    (tmp_path / "names answered.csv").touch()
    assert exporting.suggest(job) == tmp_path / "names answered 2.csv"
    assert exporting.endings(job)[0] == ".csv"
