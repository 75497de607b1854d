from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sync.real_servers import Server, started


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """Radicale and Xandikos, started once, and the reader's own server, if there is one."""
    yield from started(tmp_path_factory)
