"""A few cases of what `make fuzz` does by the thousand, of all that no native code of others can end."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz import mutations
from tests.fuzz.targets import READ, REFUSED, TARGETS

HERE = [name for name, target in TARGETS.items() if (not target.ends or name == "csv") and name != "jobs"]
CASES = 60


@pytest.mark.parametrize("name", HERE)
def test_harmed_things_are_read_or_refused_in_words(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    samples = target.samples()
    assert {target.run(sample, tmp_path) for sample in samples} >= {READ}, "the whole ones can be read"
    for number in range(CASES):
        chance = random.Random(f"test {name} {number}")
        data = target.change(chance, chance.choice(samples))
        assert target.run(data, tmp_path) in {READ, REFUSED}, data


def test_the_same_chance_does_the_same_harm() -> None:
    sample = TARGETS["ods"].samples()[0]
    first, second = (mutations.zip_changed(random.Random("7"), sample, ("content",)) for _ in range(2))
    assert first == second != sample


@pytest.mark.parametrize("name", sorted(set(TARGETS) - {"jobs"}))
def test_a_sample_that_is_whole_is_read(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    for sample in target.samples():
        assert target.run(sample, tmp_path) in {READ, REFUSED}
