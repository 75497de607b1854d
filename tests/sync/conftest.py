from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sync.real_servers import RealServer, radicale, xandikos


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
