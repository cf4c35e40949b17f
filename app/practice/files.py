"""The practice service's files: uploaded, listed, deleted. Of their content only what it counts as is kept.

https://platform.claude.com/docs/en/build-with-claude/files
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from app.practice.tokens import file_id
from app.practice.wire import PracticeRequest, PracticeResponse, invalid, json_response, not_found, too_large

MOST_BYTES = 500_000_000
_SCHEMA = "CREATE TABLE IF NOT EXISTS files (id TEXT PRIMARY KEY, name TEXT, mime TEXT, size INTEGER, created_at REAL)"


class Files:
    """The files of one folder; any thread and any process may use it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "practice-files-1.sqlite"
        with self._open() as database:
            database.execute(_SCHEMA)

    def ids(self) -> frozenset[str]:
        """Ids of the files that are there."""
        with self._open() as database:
            return frozenset(row[0] for row in database.execute("SELECT id FROM files"))

    def upload(self, request: PracticeRequest, headers: Mapping[str, str], now: float) -> PracticeResponse:
        """POST /v1/files."""
        if len(request.body) > MOST_BYTES:
            raise too_large()
        name, mime, content = _file_of(request)
        found = file_id(mime, content, uuid.uuid4().hex[:16])
        with self._open() as database:
            database.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", (found, name, mime, len(content), now))
            return json_response(_describe(database.execute("SELECT * FROM files WHERE id = ?", (found,))), headers)

    def list(self, request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
        """GET /v1/files."""
        query = parse_qs(request.query)
        limit, start = int(query.get("limit", ["20"])[0]), int(query.get("page", ["page_0"])[0].removeprefix("page_"))
        with self._open() as database:
            rows = database.execute(
                "SELECT id FROM files ORDER BY created_at DESC, id LIMIT ? OFFSET ?", (limit + 1, start)
            ).fetchall()
            data = [_describe(database.execute("SELECT * FROM files WHERE id = ?", row)) for row in rows[:limit]]
        return json_response(
            {"data": data, "next_page": f"page_{start + limit}" if len(rows) > limit else None}, headers
        )

    def delete(self, headers: Mapping[str, str], found: str) -> PracticeResponse:
        """DELETE /v1/files/ID."""
        with self._open() as database:
            if not database.execute("DELETE FROM files WHERE id = ?", (found,)).rowcount:
                raise not_found(f"File not found: {found}")
        return json_response({"id": found, "type": "file_deleted"}, headers)

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._file, timeout=60.0, isolation_level=None)
        try:
            yield database
        finally:
            database.close()


def _describe(rows: sqlite3.Cursor) -> dict[str, Any]:
    found, name, mime, size, created_at = rows.fetchone()
    moment = dt.datetime.fromtimestamp(created_at, dt.UTC).isoformat().replace("+00:00", "Z")
    about = {"id": found, "type": "file", "filename": name, "mime_type": mime, "size_bytes": size}
    return about | {"created_at": moment, "downloadable": False}


def _file_of(request: PracticeRequest) -> tuple[str, str, bytes]:
    """Name, type and content of the file in a form. Raises ServiceError where there is none."""
    kind = Message()
    kind["content-type"] = request.headers.get("content-type", "")
    boundary = kind.get_param("boundary")
    for part in request.body.split(b"--" + str(boundary).encode()) if boundary else ():
        head, _, content = part.partition(b"\r\n\r\n")
        about = Message()
        for line in head.decode("utf-8", "replace").splitlines():
            name, colon, value = line.partition(":")
            if colon:
                about[name.strip()] = value.strip()
        if about.get_param("name", header="content-disposition") == "file":
            return about.get_filename() or "unnamed", about.get_content_type(), content.removesuffix(b"\r\n")
    raise invalid("file: Field required")
