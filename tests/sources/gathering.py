"""Sources gathered as a command does it, without a command."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from scheduler.sources.gather import gather_sources
from scheduler.sources.spec import Gathered, Spec
from tests.oracle.make import timed, vcalendar

EVENT = timed("20270310T100000Z", "20270310T110000Z")
CALENDAR = vcalendar(EVENT)
NOW = 1_800_000_000.0


def _nothing() -> NoReturn:
    raise AssertionError("not asked for")


def gather(*addresses: str | Path | Spec, cache: Path | None = None, stdin: bytes = b"") -> Gathered:
    specs = [a if isinstance(a, Spec) else Spec(str(a)) for a in addresses]
    return gather_sources(specs, lambda: stdin, (lambda: cache) if cache is not None else _nothing, NOW)


def uids(gathered: Gathered) -> list[str]:
    """The UIDs in the order of reading."""
    lines = [line for d in gathered.documents for line in d.data.decode("utf-8", "replace").splitlines()]
    return [line.partition(":")[2] for line in lines if line.startswith("UID:")]
