"""Real processes, really killed, at any moment of a synchronisation with a real server."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sync.model_server import event
from tests.sync.real_servers import Server
from tests.sync.real_world import Real
from tests.sync.world import World, scratch

KILLS = int(os.environ.get("SYNC_KILLS", "100"))
CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.http import HttpConnection
from scheduler.sync.mirror import Mirror
from scheduler.sync.report import Options
from scheduler.sync.runner import synchronise
url, folder = sys.argv[1:]
mirror = Mirror(Path(folder))
dav = Dav(HttpConnection(url, None), url)
print("ready", flush=True)
synchronise(mirror, DavCollection(dav, url), Options(schedules=False), datetime(2027, 3, 1, 9, tzinfo=UTC))
"""


@pytest.mark.timeout(300)
def test_killed_at_any_moment(tmp_path: Path, servers: dict[str, Server], monkeypatch: pytest.MonkeyPatch) -> None:
    remote = Real(servers["radicale"], "kills")
    world = World(scratch(tmp_path), remote, remote.path, schedules=False, monkeypatch=monkeypatch)
    world.crashes = 1
    dice = random.Random(7)
    world.sync()
    span = 0.15
    code = f"import sys; sys.path[:] = {sys.path!r}\n{CHILD}"
    for number in range(KILLS):
        for _ in range(3):
            world.edit_here(dice)
            world.edit_there(dice)
        world.make(dice, "here")
        world.make(dice, "there")
        if number % 4 == 0:
            world.delete_here(dice)
            world.delete_there(dice)
        if number % 10 == 0:
            for i in range(20):
                name = f"bulk{number}-{i}"
                remote.store(f"{name}.ics", event(name))
        words = [sys.executable, "-S", "-c", code, remote.url, str(world.folder)]
        child = subprocess.Popen(words, stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(dice.random() * span)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    world.check()
