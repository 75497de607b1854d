"""Run by test_killed.py as a process of its own: sends a packet again and again, killed at another step each time.

Arguments: the folder to work in, the server's port. Tells in a JSON line for each step what was left, and what a
second attempt made of it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from making import NOW, packet

from scheduler.errors import ConflictError
from scheduler.outbox.folder import Outbox
from scheduler.outbox.journal import Journal, open_journal
from scheduler.outbox.packet import Stored
from scheduler.outbox.sending import approve, recover, send
from scheduler.outbox.wire import letter
from scheduler.settings.mail import MailSettings

# Calls into C that change something outside of the process, or wait for it.
STEPS = {"execute", "send", "sendall", "recv_into", "rename", "replace", "fsync", "flock", "mkdir", "open", "write"}
OWNERS = {"Connection", "socket", "module", "BufferedWriter"}


def kill_at(step: int) -> Callable[[], int]:
    """End this process with SIGKILL just before a call, which is just after the one before it; counts the steps."""
    count = 0

    def watch(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal count
        if event != "c_call" or called.__name__ not in STEPS:
            return
        if type(getattr(called, "__self__", None)).__name__ in OWNERS:
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    return lambda: count


def attempt(outbox: Outbox, journal: Journal, stored: Stored, port: int) -> None:
    account = MailSettings(host="127.0.0.1", port=port, security="plain", timeout=5, patience=10)
    made = letter(outbox.mail(stored), NOW, stored.message_id)
    approve(journal, stored.id, "seen", NOW)
    send(outbox, journal, stored, made, account, "", lambda: NOW)


def whole_way(folder: Path, key: str, port: int, laid: int) -> None:
    outbox = Outbox(folder / "outbox")
    with open_journal(folder / "journal.sqlite3") as journal:
        stored = outbox.add(packet(), key, NOW)
        journal.track(stored)
        os.writev(laid, [b"laid"])
        attempt(outbox, journal, stored, port)


def killed(folder: Path, key: str, port: int, step: int) -> tuple[bool, int]:
    """Go the whole way in a child that is killed at `step`; whether the packet was laid, and the number of steps."""
    reading, laid = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        steps = kill_at(step)
        whole_way(folder, key, port, laid)
        sys.setprofile(None)
        os.writev(laid, [b" done %d" % steps()])
        os._exit(0)
    os.close(laid)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said.startswith(b"laid"), int(said.split()[-1]) if b"done" in said else 0


def after_restart(folder: Path, port: int) -> dict[str, Any]:
    """What a new process finds; then the user tries once more."""
    outbox = Outbox(folder / "outbox")
    with open_journal(folder / "journal.sqlite3") as journal:
        recover(outbox, journal, NOW)
        found = recover(outbox, journal, NOW)
        if not found:
            return {"state": None}
        (tracked,) = found
        told = {"state": tracked.state, "message_id": tracked.message_id, "noted": len(journal.entries())}
        try:
            attempt(outbox, journal, outbox.read(tracked.id), port)
        except ConflictError:
            told["again"] = "refused"
        else:
            told["again"] = journal.tracked(tracked.id).state
        return told


def tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main(root: Path, port: int) -> None:
    _, steps = killed(root / "all", "all", port, 0)
    tell({"step": 0, "steps": steps, **after_restart(root / "all", port)})
    for step in range(1, steps + 1):
        folder = root / str(step)
        laid, _ = killed(folder, f"step {step}", port, step)
        tell({"step": step, "laid": laid, **after_restart(folder, port)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
