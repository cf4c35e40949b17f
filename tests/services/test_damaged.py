"""A database that was damaged after the job was planned: nothing is sent from it."""

from __future__ import annotations

import pytest

from app.core.errors import Code, NeedsUser
from app.core.part import PartState
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import CREATE, StandIn
from tests.store.damage import point_twice_at_the_first


def test_nothing_is_sent_from_a_damaged_database(
    program: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As large a one as is not looked through when it is opened."""
    monkeypatch.setattr("app.store.database._SMALL", 0)
    job = program.job(3)
    program.turn()
    assert program.jobs.get(job).planned
    assert all(part.state is PartState.PLANNED for part in program.store.parts.of_job(job))
    program.close()
    point_twice_at_the_first(program.folder / "jobs.sqlite", "requests_by_part")
    again = program.again()
    for _ in range(3):
        with pytest.raises(NeedsUser, match="damaged") as caught:
            again.turn()
        assert caught.value.code is Code.BAD_FILE
    assert service.count(CREATE) == 0
    again.close()
