"""A settling that is killed at any step, and said once more: as if it had never been interrupted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("kind", "whose", "by"),
    [
        ("vdir", "attendee", 1),
        ("file", "attendee", 3),
        ("vdir", "organizer", 4),
        ("file", "loop", 6),
        *(pytest.param(k, w, 1, marks=pytest.mark.campaign) for k in ("file", "vdir") for w in ("organizer", "loop")),
    ],
)
def test_next_run_completes_it(kind: str, whose: str, by: int, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.holds.killing", str(tmp_path), kind, whose, str(by)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    whole, *killed = [json.loads(line) for line in done.stdout.splitlines()]
    assert whole["records"] == 0
    assert whole["drafts"] == (1 if whose == "organizer" else 0)
    assert len(killed) == -(-whole["steps"] // by) > 4
    for one in killed:
        assert {k: one[k] for k in ("files", "drafts", "records")} == {
            k: whole[k] for k in ("files", "drafts", "records")
        }, one["step"]
    if whose == "attendee":
        # In between the time is held once or as agreed, never left open (E36).
        assert all("standing" in one["kept"] or "agreed" in one["kept"] for one in killed)
        assert len({tuple(one["kept"]) for one in killed}) > 2, "it was killed in the middle"
