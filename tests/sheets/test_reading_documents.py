"""What of a path that somebody else wrote down is ever read."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.attachment import Unfit
from app.sheets.attachments import read_document


@pytest.mark.parametrize("name", ["id_rsa", ".env", "passwords.kdbx", "table.xlsx.bak", "notes.html", "x"])
def test_a_file_of_no_kind_that_may_be_sent_is_not_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"-----BEGIN OPENSSH PRIVATE KEY-----\n" * 50)
    assert read_document(path) is Unfit.UNKNOWN


def test_one_of_a_kind_that_may_be_sent_is(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"hello")
    assert read_document(path) == b"hello"
