"""Every test has a folder of its own for settings and data; `calling` finds them by the environment."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path / "data"))
