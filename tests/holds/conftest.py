from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.holds.desk import Desk
from tests.sync.real_servers import RealServer, radicale, xandikos


@pytest.fixture(params=["file", "vdir"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    return Desk(tmp_path, request.param)


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, RealServer]]:
    """Radicale and Xandikos, started once."""
    started: dict[str, RealServer] = {}
    try:
        for name, make in (("radicale", radicale), ("xandikos", xandikos)):
            started[name] = make(tmp_path_factory.mktemp(name))
        yield started
    finally:
        for server in started.values():
            server.stop()
