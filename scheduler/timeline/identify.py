"""Short stable identifiers, the same in every call: from owner, UID and RECURRENCE-ID."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from scheduler.model.digest import digest
from scheduler.model.event import Event

SHORTEST = 6


def full_key(*parts: str) -> str:
    """24 hexadecimal digits from the parts."""
    return digest("\0".join(parts))[:24]


def told_apart(events: Sequence[Event]) -> dict[int, str]:
    """What tells different events under one UID apart, by id(event): start and title, or else the whole content.

    Nothing where the UID is enough; the window has no part in it, so that an identifier stays.
    """
    masters = [e for e in events if e.recurrence_id is None]
    if len(masters) < 2 or _copies(masters):
        return {}
    marks = {id(e): f"{e.start.wall.isoformat()} {e.summary}" for e in masters}
    often = Counter(marks.values())
    alike = sorted((e for e in masters if often[marks[id(e)]] > 1), key=lambda e: e.component.to_bytes())
    return marks | {id(e): f"{marks[id(e)]} {i}" for i, e in enumerate(alike)}


def _copies(masters: Sequence[Event]) -> bool:
    """One event in several calendars, which is shown once and keeps the identifier that it has in each of them."""
    apart = len({e.calendar for e in masters}) == len(masters)
    return apart and len({(e.start, e.end, e.duration) for e in masters}) == 1


def short_ids(keys: Iterable[str]) -> dict[str, str]:
    """The shortest unique prefix of each key, at least SHORTEST characters, as git abbreviates."""
    ids = {key: key[:SHORTEST] for key in keys}
    often = Counter(ids.values())
    if len(often) == len(ids):
        return ids
    clashing = sorted(key for key, short in ids.items() if often[short] > 1)
    before = 0
    for key, following in zip(clashing, [*clashing[1:], ""], strict=True):
        after = _common(key, following)
        ids[key] = key[: max(SHORTEST, before + 1, after + 1)]
        before = after
    return ids


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
