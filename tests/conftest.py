"""What all tests share: no test sees this computer's settings, caches or zone; long runs only when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "quick", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("campaign", deadline=None, database=None, max_examples=5000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", action="store_true", help="also the long runs: fuzzing, thousands of examples")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("campaign" if config.getoption("--campaign") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--campaign"):
        return
    for item in items:
        if "campaign" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="a long run; pytest --campaign starts it"))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and caches of the person who runs the tests are neither read nor written."""
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(tmp_path / "no-settings.toml"))
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture(autouse=True)
def _as_in_a_large_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calendars of tests are small; what they call in this process takes them as it does large ones."""
    monkeypatch.setattr("scheduler.ics.block.FEW", 0)
