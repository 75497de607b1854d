"""Overlaps by one sweep over the starts and ends: groups instead of pairs, in n log n."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from scheduler.model.occurrence import Occurrence


def groups(occurrences: Iterable[Occurrence], wanted: Callable[[Occurrence], bool]) -> Iterator[tuple[Occurrence, ...]]:
    """Maximal sets of entries that share an instant, each with at least two members and one that is `wanted`.

    Every overlapping pair with a wanted member lies in one of the sets. Entries without length overlap nothing.
    """
    edges: list[tuple[datetime, int, int]] = []
    entries = [o for o in occurrences if o.occupied.end > o.occupied.start]
    for i, o in enumerate(entries):
        edges.append((o.occupied.start, 1, i))
        edges.append((o.occupied.end, 0, i))  # Ends sort first: touching is no overlap.
    edges.sort()
    active: dict[int, None] = {}
    marks = [wanted(o) for o in entries]
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
