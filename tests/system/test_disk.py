from __future__ import annotations

import errno
import os
import stat

import pytest

from app.system import disk

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_new_folders_and_files_are_their_owners_alone(tmp_path):
    folder = tmp_path / "a" / "b"
    disk.make_private_folder(folder)
    disk.make_private_file(folder / "file")
    disk.write_atomically(folder / "other", b"x")
    assert [mode(path) for path in (folder.parent, folder, folder / "file", folder / "other")] == [
        0o700,
        0o700,
        0o600,
        0o600,
    ]


@posix
def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    disk.make_private_folder(tmp_path)
    assert mode(tmp_path) == 0o755


@posix
def test_a_file_that_others_could_read_is_closed_to_them_and_keeps_its_content(tmp_path):
    path = tmp_path / "file"
    path.write_text("content")
    path.chmod(0o644)
    disk.make_private_file(path)
    assert (mode(path), path.read_text()) == (0o600, "content")


def test_an_atomic_write_replaces_the_whole_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"a longer old content")
    disk.write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside(tmp_path, monkeypatch, fails):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    target = os if fails == "fsync" else type(path)
    monkeypatch.setattr(target, fails, full)
    with pytest.raises(OSError, match="No space"):
        disk.write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
