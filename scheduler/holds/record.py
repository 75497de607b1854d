"""What one `settle` is about to move, written down before the first move, so that the next run can complete it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from scheduler.model.time import Period

VERSION = 1


@dataclass(frozen=True, slots=True)
class Step:
    """An entry (`request_key`), where it stood, and where it goes."""

    key: str
    was: Period
    to: Period


@dataclass(frozen=True, slots=True)
class Record:
    """All entries of one agreed time; `sources` as the call named them, from the root."""

    steps: tuple[Step, ...]
    sources: tuple[str, ...]


def to_text(record: Record) -> bytes:
    steps = [{"key": s.key, "was": _written(s.was), "to": _written(s.to)} for s in record.steps]
    return json.dumps({"version": VERSION, "sources": record.sources, "steps": steps}, indent=1).encode() + b"\n"


def from_text(data: bytes) -> Record | None:
    """Back again; None for what is none of ours."""
    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            return None
        steps = tuple(Step(s["key"], _read(s["was"]), _read(s["to"])) for s in found["steps"])
        return Record(steps, tuple(found["sources"]))
    except (ValueError, KeyError, TypeError):
        return None


def _written(period: Period) -> list[str]:
    return [period.start.isoformat(), period.end.isoformat()]


def _read(texts: list[str]) -> Period:
    start, end = (datetime.fromisoformat(t) for t in texts)
    return Period(start, end)
