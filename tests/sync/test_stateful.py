"""Random edits on both sides with faults in between: after they stop, both sides are equal and nothing is lost."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path

import pytest

from scheduler.sync.http import Connection
from tests.sync.model_server import PATH, Habits, ModelServer
from tests.sync.world import Step, World, random_steps, scratch, shrunk

STEPS = int(os.environ.get("SYNC_STEPS", "10000"))
RUN = 50
HABITS = [
    Habits(sync=sync, page=page, etag_on_put=etag, rewrites=rewrites, schedules=schedules, multiget=multiget)
    for (sync, page), (etag, rewrites), (schedules, multiget) in itertools.product(
        [("403", 0), ("412", 3), ("full", 0), ("none", 0)],
        [(True, False), (False, True), (True, True)],
        [(True, True), (False, True), (True, False)],
    )
]
SABRE1 = Habits(sync="none", multiget_all_or_nothing=True)
SOGO = Habits(sync="full", rewrites=True, schedules=True, heedless=True)
HABITS += [SABRE1, SOGO] * 3


class Modelled:
    """The modelled server as the world sees it."""

    def __init__(self, habits: Habits) -> None:
        self.server = ModelServer(habits)
        self.mails = self.server.mails
        self.store, self.drop = self.server.store, self.server.drop

    def contents(self) -> dict[str, bytes]:
        return {n: d for n, (d, _) in self.server.objects.items()}

    def forget_tokens(self) -> None:
        self.server.forgotten = len(self.server.log)

    def connection(self) -> Connection:
        return self.server


def run(folder: Path, steps: list[Step], habits: Habits, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    world = World(folder, Modelled(habits), PATH, schedules=habits.schedules, monkeypatch=monkeypatch)
    for step in steps:
        world.step(step)
    world.check()


@pytest.mark.timeout(600)
def test_no_edit_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = scratch(tmp_path)
    first = int(os.environ.get("SYNC_SEED", "0"))
    try:
        for seed in range(first, first + STEPS // RUN):
            habits = HABITS[seed % len(HABITS)]
            steps = random_steps(seed, RUN)
            try:
                run(folder, steps, habits, monkeypatch)
            except AssertionError:
                pytest.fail(f"seed {seed}, {habits}:\n{explained(folder, steps, habits, monkeypatch)}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def failing(folder: Path, steps: list[Step], habits: Habits, monkeypatch: pytest.MonkeyPatch) -> bool:
    try:
        run(folder, steps, habits, monkeypatch)
    except AssertionError:
        return True
    return False


def explained(folder: Path, steps: list[Step], habits: Habits, monkeypatch: pytest.MonkeyPatch) -> str:
    short = shrunk(steps, lambda some: failing(folder, some, habits, monkeypatch))
    try:
        run(folder, short, habits, monkeypatch)
    except AssertionError as error:
        return "\n".join([*map(str, short), str(error)])
    return "it does not fail again"
