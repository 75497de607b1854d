"""All sources of a call into documents; one that cannot be read costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from scheduler.errors import SourceError
from scheduler.model.problem import Problem
from scheduler.sources.bounded import MAX_STREAM, Room
from scheduler.sources.spec import Gathered, Spec

if TYPE_CHECKING:
    from pathlib import Path


def gather_sources(
    specs: Iterable[Spec], stdin: Callable[[], bytes], cache: Callable[[], Path], now: float
) -> Gathered:
    """Reads every source; `-` is standard input; `now` (POSIX seconds) is for the age of cached copies.

    `stdin` may raise SourceError, which costs only itself.
    """
    gathered = Gathered([], [], Room(MAX_STREAM))
    for spec in specs:
        gathered.room.left = MAX_STREAM  # Each source has its own.
        if spec.address == "-":
            _take_stdin(spec, stdin, gathered)
        elif "://" in spec.address[:12]:
            from scheduler.sources.web import is_address, read_address, shown

            if is_address(spec.address):
                read_address(spec, cache(), now, gathered)
            else:
                gathered.fail(shown(spec.address), "is no address that can be read; write https:// or webcal://.")
        else:
            from scheduler.sources.files import read_path

            read_path(spec, gathered)
    return gathered


def _take_stdin(spec: Spec, stdin: Callable[[], bytes], gathered: Gathered) -> None:
    from scheduler.sources.files import take_bytes

    try:
        data = stdin()
    except SourceError as error:
        gathered.problems.append(Problem("error", str(error), "<stdin>"))
        return
    take_bytes(spec, "<stdin>", data, gathered)
