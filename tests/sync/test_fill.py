"""A large calendar comes into an empty mirror without the descriptors of a large calendar."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHILD = """
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path
from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.mirror import Mirror
from scheduler.sync.report import Options
from scheduler.sync.runner import synchronise
from tests.sync.model_server import PATH, Habits, ModelServer, event
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[2]),) * 2)

class Giving(ModelServer):
    def _listed(self, name):
        return self._full(name) if name in self.objects else super()._listed(name)

server = Giving() if sys.argv[3] == "one answer" else ModelServer(Habits(sync="none"))
for number in range(600):
    server.store(f"{number}.ics", event(f"u{number}"))
mirror = Mirror(Path(sys.argv[1]) / "home")
remote = DavCollection(Dav(server, "https://server.example"), PATH)
synchronise(mirror, remote, Options(schedules=False), datetime(2027, 3, 1, 9, tzinfo=UTC))
mirror.close()
print(server.requests)
"""


@pytest.mark.parametrize("way", ["one answer", "portions"])
def test_first_synchronisation_with_few_descriptors(way: str, tmp_path: Path) -> None:
    code = f"import sys; sys.path[:] = {sys.path!r}\n{CHILD}"
    words = [sys.executable, "-c", code, str(tmp_path), "96", way]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert (int(done.stdout) == 1) == (way == "one answer")
    assert len(list((tmp_path / "home").glob("*.ics"))) == 600
