"""Scenario folders: calendar and words in, findings out; story.txt says what each is about."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.scenarios.telling import folders, told


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_scenario(folder: Path) -> None:
    expected, found = (folder / "expected.txt").read_text("utf-8"), told(folder)
    difference = list(unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=2))
    story = (folder / "story.txt").read_text("utf-8")
    assert found == expected, "\n".join(["", story, *difference])
