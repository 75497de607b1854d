"""kill -9 at every step of sending, then a restart: no second mail by itself, none silently lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from post_office import Post, post_office

from scheduler.outbox.packet import State

HERE = Path(__file__).parent


def run(script: str, *arguments: str) -> str:
    paths = os.pathsep.join([str(HERE), str(HERE.parents[1])])
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        capture_output=True,
        text=True,
        timeout=90,
        env={**os.environ, "PYTHONPATH": paths},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one: kill -9 loses nothing that a disk would keep, and it is faster."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path_factory.mktemp("killed")
        return
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def story(certificate: Path, memory: Path) -> tuple[list[dict[str, object]], Counter[str]]:
    """What was left after a kill at each step and a second attempt, and how often the server got each message."""
    with post_office(Post(), certificate, "plain") as post:
        lines = run("killing.py", str(memory), str(post.port)).splitlines()
    got = Counter(str(message_from_bytes(e.original_content or b"")["Message-ID"]) for e in post.arrived)
    return [json.loads(line) for line in lines], got


def test_there_are_steps_before_during_and_after_the_content(story) -> None:  # type: ignore[no-untyped-def]
    lines, _ = story
    assert lines[0]["state"] == "sent"
    assert len(lines) == lines[0]["steps"] + 1 > 50
    assert {line["state"] for line in lines} == {None, "draft", "approved", "failed", "unknown", "sent"}


def test_a_laid_packet_is_never_lost(story) -> None:  # type: ignore[no-untyped-def]
    lines, _ = story
    assert all(line["state"] is not None for line in lines if line.get("laid"))


def test_no_second_mail_by_itself(story) -> None:  # type: ignore[no-untyped-def]
    lines, got = story
    final: tuple[State, ...] = ("unknown", "sent")
    for line in lines:
        if line["state"] is None:
            continue
        times = got[line["message_id"]]
        if line["state"] in final:
            assert line["again"] == "refused", line
            assert times == 1 or (line["state"] == "unknown" and times == 0), line
        else:
            assert (line["again"], times) == ("sent", 1), line


def test_what_was_sent_is_in_the_journal(story) -> None:  # type: ignore[no-untyped-def]
    lines, _ = story
    for line in lines:
        assert line.get("noted", 0) == (line["state"] == "sent"), line
