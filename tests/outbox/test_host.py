"""What counts as this computer: to it alone a password may go without encryption."""

from __future__ import annotations

import pytest

from scheduler.model.host import is_loopback


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_computer(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "0.0.0.0", "[::1]"]
)
def test_another_computer(host: str) -> None:
    assert not is_loopback(host)
