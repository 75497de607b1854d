"""All starts that nothing forbids, found without trying them one by one: the fast twin of `rules.forbidden`.

Starts come as closed stretches (first start, last start): a meeting may begin at both ends and anywhere between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

from scheduler.model.time import Period
from scheduler.proposals.rules import INSTANT, Ground, Needs, Party, Taken, Terms, Wanted, gap, interviews_on

Stretch = tuple[datetime, datetime]
_start = attrgetter("period.start")


class Cuts(NamedTuple):
    """Open stretches without starts, disjoint and sorted; two lists, so that they can be searched by halves."""

    starts: list[datetime]
    ends: list[datetime]

    def clear(self, first: datetime, last: datetime) -> Iterator[Stretch]:
        """What is left of the closed stretch [first, last]."""
        starts, ends = self.starts, self.ends
        for i in range(bisect_right(ends, first), len(ends)):
            if starts[i] >= last:
                break
            if starts[i] >= first:
                yield first, starts[i]
            first = ends[i]
        if first <= last:
            yield first, last


def cuts_of(taken: Iterable[Taken], duration: timedelta, needs: Needs, terms: Terms) -> Cuts:
    """Where the entries leave no start: entries with equal needs are merged before buffers are added."""
    groups: dict[int, list[Taken]] = {}
    for entry in taken:
        groups.setdefault(id(entry.needs), []).append(entry)
    found: list[Stretch] = []
    for group in groups.values():
        around = group[0].needs
        before, after = duration + gap(needs, around, terms), gap(around, needs, terms)
        found += [(start - before, end + after) for start, end in _merged(group)]
    return _union(found) if len(groups) > 1 else Cuts([s for s, _ in found], [e for _, e in found])


def _merged(group: list[Taken]) -> list[Stretch]:
    """The stretches that entries take together; touching ones are one."""
    group.sort(key=_start)
    found: list[Stretch] = []
    first = group[0].period.start
    last = first
    for entry in group:
        period = entry.period
        start, end = period.start, period.end
        if start > last:
            found.append((first, last))
            first = last = start
        if end > last:
            last = end
        elif start == end == last:
            last = end + INSTANT
    found.append((first, last))
    return found


def _union(stretches: list[Stretch]) -> Cuts:
    """Open stretches as disjoint ones; two that only touch keep the start between them."""
    cuts = Cuts([], [])
    for start, end in sorted(stretches):
        if cuts.ends and start < cuts.ends[-1]:
            cuts.ends[-1] = max(cuts.ends[-1], end)
        else:
            cuts.starts.append(start)
            cuts.ends.append(end)
    return cuts


def both(one: Sequence[Stretch], other: Sequence[Stretch]) -> list[Stretch]:
    """The starts in both lists; each sorted and disjoint."""
    found: list[Stretch] = []
    i = j = 0
    while i < len(one) and j < len(other):
        first, last = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if first <= last:
            found.append((first, last))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return found


def at_least(need: int, lists: Sequence[Sequence[Stretch]]) -> list[Stretch]:
    """The starts that at least `need` of the lists hold."""
    edges = sorted(
        edge for stretches in lists for first, last in stretches for edge in ((first, 0), (last, 1))
    )  # fmt: skip
    found: list[Stretch] = []
    depth = 0
    opened: datetime | None = None
    for instant, closes in edges:
        depth += -1 if closes else 1
        if opened is None and depth >= need:
            opened = instant
        elif opened is not None and depth < need:
            found.append((opened, instant))
            opened = None
    return found


class Openings:
    """The starts of one thing that is wanted on one ground; `strict` lets tentative entries and lunch forbid too."""

    __slots__ = ("_cuts", "_full", "ground", "strict", "terms", "wanted")

    def __init__(self, wanted: Wanted, ground: Ground, terms: Terms, strict: bool = False) -> None:
        self.wanted, self.ground, self.terms, self.strict = wanted, ground, terms, strict
        self._cuts = {id(p): self._cuts_of(p) for p in ground.everybody()}
        self._full = {id(p): _full_days(p) for p in ground.everybody()}

    def _cuts_of(self, party: Party) -> Cuts:
        taken = party.taken if self.strict else [t for t in party.taken if t.hardness == "busy"]
        return cuts_of(taken, self.wanted.duration, party.needs or self.wanted.needs, self.terms)

    def between(self, first: datetime, last: datetime) -> list[Stretch]:
        """The starts within [first, last] that suit everybody, sorted."""
        first = max(first, self.terms.earliest)
        last = min(last, self.terms.window.end - self.wanted.duration)
        found: list[Stretch] = [(first, last)] if first <= last else []
        for party in self.ground.parties:
            found = [stretch for a, b in found for stretch in self.of(party, a, b)]
        for pool in self.ground.pools:
            found = [
                stretch
                for a, b in found
                for stretch in at_least(pool.need, [self.of(p, a, b) for p in pool.parties])
            ]  # fmt: skip
        return found

    def allows(self, start: datetime) -> bool:
        return bool(self.between(start, start))

    def on(self, day: date) -> list[Stretch]:
        """The starts on a date of the first party's calendar."""
        side = self.ground.parties[0].side
        found: list[Stretch] = []
        for window in side.windows(day):
            found += self.between(window.start, window.end - self.wanted.duration)
        return found

    def of(self, party: Party, first: datetime, last: datetime) -> list[Stretch]:
        """The starts within [first, last] that suit one party."""
        side, length = party.side, self.wanted.duration
        if party.known is not None:
            first, last = max(first, party.known.start), min(last, party.known.end - length)
        if first > last:
            return []
        cuts, full = self._cuts[id(party)], self._full[id(party)]
        found: list[Stretch] = []
        for day in side.days(Period(first, last)):
            if day in full:
                continue
            for window in side.windows(day):
                a, b = max(window.start, first), min(window.end - length, last)
                if a <= b:
                    found += self._unprotected(party, day, cuts.clear(a, b))
        return found

    def _unprotected(self, party: Party, day: date, stretches: Iterable[Stretch]) -> Iterable[Stretch]:
        """Without the starts that run into protected time (or lunch, where strict)."""
        side, length = party.side, self.wanted.duration
        kept = [period for period, _ in side.protected_on(day)]
        lunch = side.lunch_on(day) if self.strict else None
        if lunch is not None:
            kept.append(lunch)
        if not kept:
            return stretches
        cuts = _union([(period.start - length, period.end) for period in kept])
        return [left for first, last in stretches for left in cuts.clear(first, last)]


def _full_days(party: Party) -> frozenset[date]:
    """The days on which this party has had all the interviews that its cap allows."""
    if party.per_day is None:
        return frozenset()
    cap = party.per_day
    return frozenset(day for day, count in interviews_on(party).items() if count >= cap)
