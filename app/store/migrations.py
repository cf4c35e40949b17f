"""The schema, as named steps that are recorded in the database itself.

Each step runs in one transaction. Before a step changes a database that already holds
something, a copy of the file is laid beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from app.core.errors import Code, NeedsUser
from app.core.words import tr
from app.store.transaction import immediate

APPLICATION_ID = 0x42534854
"""Written into the file's header, so that it is known for ours ("BSHT")."""


def _first(connection: sqlite3.Connection) -> None:
    for statement in _FIRST.split(";"):
        if statement.strip():
            connection.execute(statement)


MIGRATIONS: tuple[tuple[str, Callable[[sqlite3.Connection], None]], ...] = (("first", _first),)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the database to this version's schema.

    Raises NeedsUser where it was made by a newer version.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise NeedsUser(
            tr("These jobs were made by a newer Batchsheet."),
            tr("Nothing was changed."),
            tr("Install the newer version to open them."),
            code=Code.BUSY,
            details=str(path),
        )
    if version == len(MIGRATIONS):
        return
    if version:
        _back_up(connection, path.with_name(f"{path.name}.before-{version + 1}"))
    for number, (_name, step) in enumerate(MIGRATIONS[version:], version + 1):
        with immediate(connection):
            # Another process may have been quicker while this one waited for the lock.
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) < number:
                step(connection)
                connection.execute(f"PRAGMA user_version={number}")
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    target.touch(mode=0o600)
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()


# Times are seconds since 1970, money whole picodollars; JSON where a column is never searched.
_FIRST = """
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at REAL NOT NULL,
    state TEXT NOT NULL,
    hold TEXT NOT NULL DEFAULT '',
    hold_message TEXT NOT NULL DEFAULT '',
    user_needed INTEGER NOT NULL DEFAULT 0,
    stopped INTEGER NOT NULL DEFAULT 0,
    cancelling INTEGER NOT NULL DEFAULT 0,
    recipe TEXT NOT NULL,
    row_choice TEXT NOT NULL,
    info TEXT,
    source TEXT NOT NULL DEFAULT '',
    sheet_rows INTEGER NOT NULL DEFAULT 0,
    columns TEXT NOT NULL DEFAULT '[]',
    price TEXT,
    max_price INTEGER,
    attach_from TEXT NOT NULL DEFAULT '[]',
    part_rows INTEGER,
    longer_answer INTEGER,
    planned INTEGER NOT NULL DEFAULT 0,
    counts TEXT NOT NULL DEFAULT '{}',
    parts INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL DEFAULT 0,
    started_at REAL,
    finished_at REAL,
    output TEXT NOT NULL DEFAULT '',
    output_mark TEXT NOT NULL DEFAULT '',
    overwrite INTEGER NOT NULL DEFAULT 0,
    export TEXT NOT NULL DEFAULT '{}',
    frame BLOB,
    known INTEGER NOT NULL DEFAULT 0,
    fresh INTEGER NOT NULL DEFAULT 0,
    tried_cost INTEGER NOT NULL DEFAULT 0,
    tried_possible INTEGER NOT NULL DEFAULT 0,
    since TEXT NOT NULL DEFAULT '',
    since_key TEXT,
    chain TEXT NOT NULL DEFAULT '',
    step INTEGER NOT NULL DEFAULT 0,
    earlier TEXT NOT NULL DEFAULT '[]',
    laid INTEGER NOT NULL DEFAULT 1,
    agreed TEXT NOT NULL DEFAULT '',
    agreed_price TEXT,
    agreed_most INTEGER,
    replaced INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE INDEX jobs_by_frame ON jobs (frame) WHERE frame IS NOT NULL;
CREATE INDEX jobs_by_chain ON jobs (chain) WHERE chain <> '';
CREATE INDEX jobs_by_agreed ON jobs (agreed) WHERE agreed <> '';

CREATE TABLE missing_answers (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (job, source, number)
) WITHOUT ROWID;

CREATE TABLE models (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    facts TEXT NOT NULL,
    told_at REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE sheet_rows (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    cells BLOB NOT NULL,
    PRIMARY KEY (job, position)
) WITHOUT ROWID;

CREATE TABLE job_rows (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    request INTEGER,
    PRIMARY KEY (job, number)
) WITHOUT ROWID;

CREATE TABLE requests (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    size INTEGER NOT NULL,
    carried INTEGER NOT NULL DEFAULT 0,
    print BLOB,
    part INTEGER,
    outcome TEXT,
    cause TEXT,
    PRIMARY KEY (job, row)
) WITHOUT ROWID;

CREATE INDEX requests_by_part ON requests (job, part, row, position);

CREATE TABLE parts (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    requests INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    size INTEGER NOT NULL,
    at_most INTEGER NOT NULL,
    longest_answer INTEGER,
    batch_id TEXT NOT NULL DEFAULT '',
    workspace TEXT NOT NULL DEFAULT '',
    confirmed INTEGER NOT NULL DEFAULT 0,
    intended_at REAL,
    sent_at REAL,
    ended_at REAL,
    expires_at REAL,
    missed_at REAL,
    doubted_at REAL,
    doubted_in TEXT NOT NULL DEFAULT '',
    twin_of INTEGER,
    removed INTEGER NOT NULL DEFAULT 0,
    cancel_asked INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL DEFAULT 0,
    possible INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL DEFAULT 'batch',
    here INTEGER NOT NULL DEFAULT 1,
    billed INTEGER NOT NULL DEFAULT 0,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    settled TEXT NOT NULL DEFAULT '{}',
    causes TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (job, number)
) WITHOUT ROWID;

CREATE UNIQUE INDEX parts_by_batch ON parts (batch_id) WHERE batch_id <> '';

CREATE TABLE documents (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    cell TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (job, cell)
) WITHOUT ROWID;

CREATE TABLE uploads (
    job TEXT NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    file_id TEXT NOT NULL DEFAULT '',
    workspace TEXT NOT NULL DEFAULT '',
    uploaded_at REAL NOT NULL DEFAULT 0,
    doubted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (job, digest)
) WITHOUT ROWID;

CREATE TABLE foreign_batches (
    batch_id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE answers (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    part INTEGER NOT NULL,
    result BLOB NOT NULL,
    cells BLOB,
    message TEXT NOT NULL DEFAULT '',
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL DEFAULT 0,
    answered_at REAL,
    PRIMARY KEY (job, row, part)
);

CREATE TABLE tries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    row INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recipe TEXT NOT NULL,
    kin TEXT NOT NULL,
    recipe_name TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    frame BLOB NOT NULL,
    print BLOB NOT NULL,
    why TEXT NOT NULL,
    weight REAL NOT NULL,
    size INTEGER NOT NULL,
    at_most INTEGER NOT NULL,
    tried_at REAL NOT NULL,
    state TEXT NOT NULL,
    part INTEGER,
    result BLOB NOT NULL DEFAULT X'',
    outcome TEXT,
    cause TEXT,
    cells BLOB,
    message TEXT NOT NULL DEFAULT '',
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX tries_by_job ON tries (job, run);
CREATE INDEX tries_by_recipe ON tries (recipe);
CREATE INDEX tries_by_time ON tries (tried_at);

CREATE TABLE past_spending (
    job TEXT NOT NULL,
    at REAL NOT NULL,
    recipe TEXT,
    model TEXT,
    answers INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    possible INTEGER NOT NULL,
    batch_id TEXT NOT NULL,
    try INTEGER
);

CREATE UNIQUE INDEX past_spending_by_batch ON past_spending (batch_id) WHERE batch_id <> '';
CREATE UNIQUE INDEX past_spending_by_try ON past_spending (try) WHERE try IS NOT NULL;

CREATE TABLE month_ceiling (
    amount INTEGER NOT NULL
);

CREATE TABLE queue_limits (
    workspace TEXT PRIMARY KEY,
    requests INTEGER NOT NULL,
    told_at REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE known_answers (
    frame BLOB NOT NULL,
    print BLOB NOT NULL,
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    part INTEGER,
    try INTEGER,
    PRIMARY KEY (frame, print)
) WITHOUT ROWID;

CREATE INDEX known_by_job ON known_answers (job);

CREATE TABLE kept_answers (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    cells BLOB NOT NULL,
    PRIMARY KEY (job, number)
) WITHOUT ROWID;

CREATE TABLE marks (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    marked_at REAL NOT NULL,
    PRIMARY KEY (job, row)
) WITHOUT ROWID;

CREATE TABLE recipe_history (
    recipe TEXT NOT NULL,
    job TEXT NOT NULL,
    ended_at REAL NOT NULL,
    billed INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    promised INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    PRIMARY KEY (recipe, job)
) WITHOUT ROWID;
"""
