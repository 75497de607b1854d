"""Runs one process after the other and says how long each took and how much memory it needed at most.

It is a process of its own, and small, because Linux counts the size of the parent at the time of the fork as the
child's: with the answers of a benchmark in memory, every child would seem to need as much. Orders come on standard
input and results go to standard output, a JSON object a line.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from types import FrameType

READ_SIZE = 1 << 16


def _drain(terminal: int, out: str) -> None:
    """Keep what the child shows until it has closed the terminal."""
    with open(out, "wb") as kept, contextlib.suppress(OSError):  # EIO: nobody has the other end open any more
        while shown := os.read(terminal, READ_SIZE):
            kept.write(shown)
    os.close(terminal)


def _spawn(order: dict[str, object]) -> tuple[int, int | None]:
    argv = [str(each) for each in order["argv"]]  # type: ignore[attr-defined]
    create = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions: list[tuple[int, int, str, int, int] | tuple[int, int, int]] = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(order["out"]), create, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, str(order["err"]), create, 0o600),
    ]
    if not order["terminal"]:
        return os.posix_spawn(argv[0], argv, order["env"], file_actions=actions), None  # type: ignore[arg-type]
    ours, theirs = os.openpty()
    actions[1:] = [(os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_DUP2, theirs, 2)]
    pid = os.posix_spawn(argv[0], argv, order["env"], file_actions=actions)  # type: ignore[arg-type]
    os.close(theirs)
    return pid, ours


def run(order: dict[str, object]) -> dict[str, object]:
    """Run the ordered process to its end, or kill it when its time is over."""
    over = False

    def end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal over
        over = True
        os.kill(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    started = time.perf_counter()
    pid, terminal = _spawn(order)
    signal.alarm(int(str(order["timeout"])))
    if terminal is not None:
        _drain(terminal, str(order["out"]))
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - started
    signal.alarm(0)
    return {
        "seconds": seconds,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_kb": usage.ru_maxrss,
        "exit_status": -1 if over else os.waitstatus_to_exitcode(status),
    }


def main() -> None:
    """Carry out orders until standard input ends."""
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
