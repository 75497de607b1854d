"""Overlaps by one sweep over the starts and ends: groups instead of pairs, in n log n."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from scheduler.model.occurrence import Occurrence

MOST_MEMBERS = 4_000_000


def groups(occurrences: Iterable[Occurrence], wanted: Callable[[Occurrence], bool]) -> Iterator[tuple[Occurrence, ...]]:
    """Maximal sets of entries that share an instant, each with at least two members and one that is `wanted`.

    Every overlapping pair with a wanted member lies in one of the sets. Entries without length overlap nothing. Where
    the sets together would have more than MOST_MEMBERS members, as of a series that repeats before it ends, each chain
    of entries that overlap one after the other is one set instead.
    """
    entries = [o for o in occurrences if o.occupied.end > o.occupied.start]
    marks = [wanted(o) for o in entries]
    edges = _edges(entries)
    if _members(edges, marks) > MOST_MEMBERS:
        yield from _chains(entries, edges, marks)
        return
    active: dict[int, None] = {}
    marked, grown = 0, False
    for _, starts, i in edges:
        if starts:
            active[i] = None
            marked += marks[i]
            grown = True
        else:
            if grown and marked and len(active) > 1:
                yield tuple(entries[j] for j in active)
            grown = False
            del active[i]
            marked -= marks[i]


def _edges(entries: Sequence[Occurrence]) -> list[tuple[datetime, int, int]]:
    """(moment, 1 for a start, place); ends sort first, since touching is no overlap."""
    starts = [(o.occupied.start, 1, i) for i, o in enumerate(entries)]
    return sorted([*starts, *((o.occupied.end, 0, i) for i, o in enumerate(entries))])


def _members(edges: Sequence[tuple[datetime, int, int]], marks: Sequence[bool]) -> int:
    """How many members all sets have together, without making them."""
    total, active, marked, grown = 0, 0, 0, False
    for _, starts, i in edges:
        if not starts and grown and marked and active > 1:
            total += active
        change = 1 if starts else -1
        active, marked, grown = active + change, marked + change * marks[i], bool(starts)
    return total


def _chains(
    entries: Sequence[Occurrence], edges: Sequence[tuple[datetime, int, int]], marks: Sequence[bool]
) -> Iterator[tuple[Occurrence, ...]]:
    chain: list[int] = []
    active = 0
    for _, starts, i in edges:
        active += 1 if starts else -1
        if starts:
            chain.append(i)
        elif not active:
            if len(chain) > 1 and any(marks[j] for j in chain):
                yield tuple(entries[j] for j in chain)
            chain = []


def overlapping_pairs(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """All pairs that overlap, each once, the earlier start first; as many as there are."""
    ordered = sorted(
        (o for o in occurrences if o.occupied.end > o.occupied.start), key=lambda o: (o.occupied.start, o.occupied.end)
    )
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 :]:
            if second.occupied.start >= first.occupied.end:
                break
            yield first, second
