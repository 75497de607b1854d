"""Run by test_killed.py as a process of its own: settles again and again, killed at another step each time.

Arguments: the folder to work in, how calendars are stored, whose interview it is, how many steps to go on by. Tells in
a JSON line for each step what the calendars hold after the same command was said once more.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.holds.desk import ACME, DENTIST, HOSTED, NOW, Desk, event

# The calls on both sides of every change of a file; what happens between two of them is in memory or a temporary.
STEPS = ("replace", "unlink", "fsync")
LOOP = (
    event("one@x", "09T1500", "09T1545", "Acme interview 1 of 2: coding"),
    event("two@x", "09T1550", "09T1630", "Acme interview 2 of 2: design"),
)
WHOSE = {
    "attendee": (ACME, DENTIST),
    "organizer": (event("mine@x", "09T1500", "09T1600", "Interview: Cleo at Acme", "SEQUENCE:4", *HOSTED), DENTIST),
    "loop": (*LOOP, DENTIST),
}


def kill_at(step: int) -> Callable[[], int]:
    """End this process with SIGKILL just before such a call, which is just after the one before it; counts them."""
    count = 0

    def watched(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return counted

    for name in STEPS:
        setattr(os, name, watched(getattr(os, name)))
    return lambda: count


def forked(work: Callable[[], int]) -> int:
    """What `work` gives in a process of its own; 0 where it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            os.write(writing, b"%d" % work())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, ended = os.waitpid(child, 0)
    assert ended in (0, signal.SIGKILL), f"the command failed: {ended}"
    return int(said or b"0")


class Story:
    """One desk with its holds, and what came of a settling that was killed."""

    def __init__(self, root: Path, kind: str, whose: str) -> None:
        self.whose = whose
        self.start = root / "start"
        self.place = root / "here"
        self.place.mkdir()
        self._use(self.place)
        self.desk = Desk(self.place, kind, WHOSE[whose])
        slots = ("2027-03-11T10:00", "2027-03-12T14:00", "2027-03-15T09:00")
        self.desk.run("hold", "acme", *(w for s in slots for w in ("--slot", s)))
        if whose != "attendee":
            self.desk.run("checklist", "acme", "--add")
        shutil.copytree(self.place, self.start)

    def _use(self, folder: Path) -> None:
        os.environ["INTERVIEWS_CONFIG"] = str(folder / "no-settings.toml")
        os.environ["INTERVIEWS_DATA"] = str(folder / "data")

    def again(self) -> None:
        shutil.rmtree(self.place)
        shutil.copytree(self.start, self.place)

    def settle(self, step: int) -> int:
        def work() -> int:
            count = kill_at(step)
            self.desk.run("settle", "acme", "2" if self.whose == "attendee" else "2027-03-12T14:00")
            return count()

        return forked(work)

    def state(self) -> dict[str, Any]:
        files = {**self.desk.texts(self.desk.week), **self.desk.texts(self.desk.private)}
        data = self.place / "data"
        return {
            "files": {n: t.decode() for n, t in sorted(files.items())},
            "drafts": sum(1 for p in (data / "outbox").glob("*/packet.json")),
            "records": len(list(data.glob("settling/*"))),
        }


def tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def main(root: Path, kind: str, whose: str, by: int) -> None:
    story = Story(root, kind, whose)
    steps = story.settle(0)
    tell({"step": 0, "steps": steps, **story.state()})
    for step in range(1, steps + 1, by):
        story.again()
        story.settle(step)
        between = story.desk.json("hold", now=NOW)
        story.settle(0)
        tell({"step": step, "kept": [h["state"] for h in between], **story.state()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
