"""Two things at once on two processors: one here, the other in a process that is forked for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn, TypeVar

_T = TypeVar("_T")


def both_at_once(first: Callable[[], _T], second: Callable[[], _T]) -> tuple[_T, _T]:
    """What both answer; `second`, whose answer must be one that can be pickled, is worked out beside `first`.

    Threads would take turns. Where no other process can be had, or it ends without an answer, all is done here.
    """
    if not _has_room():
        return first(), second()
    source, sink = os.pipe()
    try:
        child = os.fork()
    except OSError:  # The system has no process to spare.
        os.close(source)
        os.close(sink)
        return first(), second()
    if child == 0:
        _answer(second, source, sink)
    os.close(sink)
    import pickle

    body = None
    try:
        with open(source, "rb") as pipe:
            mine = first()
            body = pipe.read()
    finally:
        if body is None:  # An error or an interrupt: nobody waits for the other answer any more.
            _kill(child)
        answered = _ended_well(child)
    return mine, pickle.loads(body) if answered else second()


def _ended_well(child: int) -> bool:
    """Waits for the child; False where the system does not tell, as under a caller that ignores SIGCHLD."""
    try:
        return os.waitpid(child, 0)[1] == 0
    except ChildProcessError:
        return False


def _kill(child: int) -> None:
    from signal import SIGKILL

    os.kill(child, SIGKILL)


def _has_room() -> bool:
    """A second processor, on a system whose libraries bear a fork."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _answer(work: Callable[[], object], source: int, sink: int) -> NoReturn:
    """In the child: what goes wrong here is done, and told of, once more by the parent.

    Nothing stands outside `try`, or an interrupt there would go on in what is the parent's.
    """
    status = 1
    try:
        os.close(source)
        import pickle

        from scheduler.sources.columns import packed_part, unpacked_part
        from scheduler.timeline.build import Part

        with open(sink, "wb") as pipe:
            pickler = pickle.Pickler(pipe, protocol=5)
            pickler.dispatch_table = {Part: lambda part: (unpacked_part, (packed_part(part),))}
            pickler.dump(work())
        status = 0
    finally:
        os._exit(status)
