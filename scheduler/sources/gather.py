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

    from scheduler.ics.read import Document


def gather_sources(
    specs: Iterable[Spec], stdin: Callable[[], bytes], cache: Callable[[], Path], now: float
) -> Gathered:
    """Reads every source; `-` is standard input; `now` (POSIX seconds) is for the age of cached copies.

    `stdin` may raise SourceError, which costs only itself.
    """
    gathered = Gathered([], [], Room(MAX_STREAM))
    taken: dict[str, str] = {}
    for spec in specs:
        before = len(gathered.documents)
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
        if not spec.name:
            _tell_apart(spec, gathered.documents, before, taken)
    return gathered


def _tell_apart(spec: Spec, documents: list[Document], first: int, taken: dict[str, str]) -> None:
    """Calendars of two sources that nobody named are two, though both files are called basic.ics.

    `taken` has the names of earlier sources, with their addresses.
    """
    called: dict[str, str] = {}
    for i in range(first, len(documents)):
        calendar = documents[i].calendar
        if calendar.thread is not None:
            continue
        name = called.get(calendar.name)
        if name is None:
            name = called[calendar.name] = _free(calendar.name, spec.address, taken)
        if name != calendar.name:
            documents[i] = documents[i]._replace(calendar=calendar._replace(name=name))


def _free(name: str, address: str, taken: dict[str, str]) -> str:
    """The name, with a number where another address has it."""
    number = 1
    found = name
    while taken.setdefault(found, address) != address:
        number += 1
        found = f"{name} {number}"
    return found


def _take_stdin(spec: Spec, stdin: Callable[[], bytes], gathered: Gathered) -> None:
    from scheduler.sources.files import take_bytes

    try:
        data = stdin()
    except SourceError as error:
        gathered.problems.append(Problem("error", str(error), "<stdin>"))
        return
    take_bytes(spec, "<stdin>", data, gathered)
