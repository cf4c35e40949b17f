"""The look at a file's cells: all of a short one, an even spread over a long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import build
from app.core.cell_facts import Concern, SheetFacts
from app.services import cell_survey
from app.services.tasks import Cancelled, TaskControl


def survey(folder: Path, profile: Path, rows: int) -> SheetFacts:
    path = folder / "many.csv"
    lines = ["A,B", *(f"{n}," if n % 4 else f"{n},x@mail.example" for n in range(rows)), ",", "9,end"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    services = build(profile, practice=True)
    try:
        job = services.jobs.new_draft()
        services.importing.load(job.id, path)(TaskControl())
        return services.cell_survey.look(job.id)(TaskControl())
    finally:
        services.close()


def test_every_row_of_a_short_file_is_looked_at(tmp_path: Path, own_profile: Path) -> None:
    facts = survey(tmp_path, own_profile, 400)
    assert (facts.rows, facts.all_rows, facts.whole) == (401, 401, True)
    assert facts.columns[1].counts == {Concern.BLANK: 300, Concern.EMAIL: 100}
    assert facts.columns[0].sample == "0"


def test_a_long_file_is_looked_at_in_pieces_from_all_of_it(
    tmp_path: Path, own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_survey, "MOST_ROWS", 1_000)
    facts = survey(tmp_path, own_profile, 4_000)
    assert not facts.whole
    assert 800 < facts.rows <= 1_000
    assert facts.all_rows == pytest.approx(4_001, rel=0.01)
    assert facts.columns[1].first[Concern.EMAIL] == 0
    assert facts.share(facts.columns[1], Concern.BLANK) == pytest.approx(0.75, abs=0.01)


def test_pieces_cover_both_ends_and_no_row_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    for total in (0, 1, 199, 200, 201, 19_999, 20_000, 20_001, 1_000_000):
        starts = cell_survey._starts(total)
        assert len(set(starts)) == len(starts)
        assert not total or (starts[0] == 0 and starts[-1] >= total - 200)


def test_a_job_without_a_file_has_nothing_to_look_at(own_profile: Path) -> None:
    services = build(own_profile, practice=True)
    try:
        job = services.jobs.new_draft()
        assert services.cell_survey.look(job.id)(TaskControl()) == SheetFacts()
    finally:
        services.close()


def test_it_stops_when_nobody_wants_it_any_more(tmp_path: Path, own_profile: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("A\n1\n", encoding="utf-8")
    services = build(own_profile, practice=True)
    try:
        job = services.jobs.new_draft()
        services.importing.load(job.id, path)(TaskControl())
        control = TaskControl()
        control.stop()
        with pytest.raises(Cancelled):
            services.cell_survey.look(job.id)(control)
    finally:
        services.close()


def test_what_was_seen_last_is_known_until_another_file_is_there(
    tmp_path: Path, own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, looks = tmp_path / "few.csv", []
    monkeypatch.setattr(cell_survey, "look", lambda _facts, position, _cells: looks.append(position))
    services = build(own_profile, practice=True)
    try:
        job = services.jobs.new_draft()
        for text, rows in (("A\n1\n2\n", 2), ("A\n1\n3\n", 2), ("B\n1\n3\n4\n", 3)):
            path.write_text(text, encoding="utf-8")
            services.importing.load(job.id, path)(TaskControl())
            for _time in range(2):
                assert services.cell_survey.look(job.id)(TaskControl()).rows == rows
        assert len(looks) == 2 + 2 + 3
    finally:
        services.close()
