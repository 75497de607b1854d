"""The calendars beside the repository, which tests read where they are there and never copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def corpus() -> Path:
    """The real-world calendars; skips where they are missing."""
    return _there(SHARED / "corpus")


def hostile() -> Path:
    """The hostile calendars; skips where they are missing."""
    return _there(SHARED / "hostile")


def _there(folder: Path) -> Path:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: these calendars are kept outside the repository")
    return folder


def gold() -> list[dict[str, Any]]:
    """What three independent readers agree on, one entry a file and window."""
    with (corpus() / "gold.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
