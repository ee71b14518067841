"""A short run of the harnesses in fuzz/, the same files each time: none makes a reader fail."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "fuzz"
FILES = {"workbook": 25, "template": 40, "form": 8, "write-up": 400}


@pytest.fixture
def harness(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    import mutation  # noqa: PLC0415 - scripts, found beside each other
    import targets  # noqa: PLC0415 - likewise

    yield targets.Targets, mutation.mutated
    for name in ("mutation", "targets"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("target", FILES)
def test_damaged_files_are_refused_and_nothing_worse(harness, tmp_path, target):
    make, mutated = harness
    targets = make(tmp_path)
    seeds, read = targets.seeds(target), targets.by_name[target]
    chance = random.Random(2010)  # noqa: S311 - the same each time
    for _ in range(FILES[target]):
        data = mutated(chance.choice(seeds), chance)
        assert read(data) is None
