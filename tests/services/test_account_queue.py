"""What an account's queue holds is remembered for its own workspace, and for a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from app.services.account_queue import AccountQueue
from app.services.pace import Pace
from app.services.service import Service
from app.store.store import Store

DAY = 86_400.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(tmp_path / "jobs.sqlite")
    yield found
    found.close()


def queue(store: Store, workspace: str, now: float = 0.0) -> AccountQueue:
    service = cast(Service, SimpleNamespace(workspace=workspace))
    return AccountQueue(store, service, Pace(), lambda: now, lambda: 5.0)


def test_another_workspace_is_not_held_up(store: Store) -> None:
    queue(store, "one").refused()
    assert queue(store, "one").limit == 0
    assert not queue(store, "one").takes(10)
    assert queue(store, "two").limit is None


def test_before_a_reply_has_named_the_workspace_the_last_one_counts(store: Store) -> None:
    queue(store, "one").refused()
    found = queue(store, "")
    assert found.limit == 0
    found._service = cast(Service, SimpleNamespace(workspace="two"))
    assert found.limit is None
    found._service = cast(Service, SimpleNamespace(workspace="one"))
    assert found.limit == 0


@pytest.mark.parametrize("later", [2 * DAY, -2 * DAY])
def test_what_was_told_long_ago_is_forgotten_whatever_the_clock(store: Store, later: float) -> None:
    queue(store, "one").refused()
    assert queue(store, "one", later).limit is None
