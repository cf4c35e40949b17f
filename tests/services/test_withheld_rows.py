"""Rows whose documents can't be sent any more: what is held back for those that are left of their part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.rehearsal import Rehearsal
from tests.services.test_attached_documents import RECIPE, draft, png
from tests.stand_in.stand_in import CREATE, StandIn


def test_what_is_left_of_a_part_is_held_back_as_it_was_agreed_to(
    program: Rehearsal, service: StandIn, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.png").write_bytes(png(shade=1))
    (folder / "b.png").write_bytes(png(shade=2))
    told = "You say what is on pictures, and nothing else. " * 120
    job = draft(program, folder, [*["a.png"] * 6, "b.png", *["a.png"] * 113], replace(RECIPE, instructions=told))
    price = program.start(job, part_rows=200).price
    assert price is not None
    assert price.kept
    while not (parts := program.jobs.parts(job)):
        program.turn()
    agreed = sum(part.at_most for part in parts)
    (folder / "b.png").unlink()
    while not service.count(CREATE):
        program.turn()
    left = sum(part.at_most for part in program.jobs.parts(job))
    # One of 120 went: by the counted tokens, and with the instructions written for reuse, as before.
    assert left == pytest.approx(agreed * 119 / 120, rel=0.002)
    sizes = [size for part in parts for *_, size, _print in program.store.rows.requests_in_part(job, part.number)]
    assert sum(part.size for part in program.jobs.parts(job)) == sum(sizes)
