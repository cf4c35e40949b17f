"""A job's own copy of its file: laid down beside the one before, and in its place only when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.file_copy import copy_whole, no_room
from app.services.tasks import TaskControl
from app.system.disk import make_private_file, make_private_folder


class SourceFolders:
    """The folders in which jobs keep copies of their files; ``folder_of`` says where."""

    def __init__(self, folder_of: Callable[[str], Path]) -> None:
        self._folder_of = folder_of

    def copy_of(self, job: str) -> Path | None:
        """The job's own copy of its file; None where it has none."""
        folder = self._folder_of(job)
        return next(iter(sorted(folder.iterdir())), None) if folder.is_dir() else None

    def forget(self, job: str) -> None:
        """Remove the job's copy of its file."""
        folder = self._folder_of(job)
        for each in (folder, _partial(folder)):
            shutil.rmtree(each, ignore_errors=True)

    def copy(self, job: str, path: Path, control: TaskControl) -> tuple[Path, str]:
        """Copy a file in; the copy and the sum of its bytes (SHA-256, hexadecimal). See `copy_whole` for errors."""
        with self._laying_down(job) as partial:
            fingerprint = copy_whole(path, partial / path.name, control)
        return self._folder_of(job) / path.name, fingerprint

    def lay_down_pasted(self, job: str, text: str) -> tuple[Path, bool]:
        """Write what was copied elsewhere as a file; whether all of it could be kept as it was."""
        from app.sheets.pasted import FILE_NAME, write_pasted

        with self._laying_down(job) as partial:
            with _no_room():
                make_private_file(partial / FILE_NAME)
            whole = write_pasted(text, partial / FILE_NAME)
        return self._folder_of(job) / FILE_NAME, whole

    def set_aside(self, job: str) -> None:
        """Keep the copy that there is until it is known whether another takes its place."""
        folder = self._folder_of(job)
        shutil.rmtree(_before(folder), ignore_errors=True)
        if folder.is_dir():
            folder.rename(_before(folder))

    def bring_back(self, job: str) -> None:
        """The copy that was set aside takes its place again."""
        before = _before(self._folder_of(job))
        if before.is_dir():
            self.forget(job)
            before.rename(self._folder_of(job))

    def drop_aside(self, job: str) -> None:
        """The copy that was set aside is not needed any more."""
        shutil.rmtree(_before(self._folder_of(job)), ignore_errors=True)

    @contextmanager
    def _laying_down(self, job: str) -> Iterator[Path]:
        """A folder to write into; it is the job's when all went well, and gone otherwise."""
        folder = self._folder_of(job)
        partial = _partial(folder)
        shutil.rmtree(partial, ignore_errors=True)
        try:
            with _no_room():
                make_private_folder(partial)
            yield partial
            self.set_aside(job)
            partial.rename(folder)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise


def _partial(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.partial")


def _before(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.before")


@contextmanager
def _no_room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise no_room(error) from error
