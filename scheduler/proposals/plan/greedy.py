"""A first plan in one pass: not the best, but there at once, and it fits."""

from __future__ import annotations

from collections import Counter

from scheduler.proposals.plan.cost import distance, evaluate
from scheduler.proposals.plan.fit import Ground, as_block
from scheduler.proposals.plan.model import Candidate, Item


def first_plan(ground: Ground) -> dict[int, tuple[int, ...]]:
    """The better one of two quick plans."""
    plans = [Greedy(ground).run(short_first) for short_first in (False, True)]
    return min(plans, key=lambda choice: evaluate(ground, choice))


class Greedy:
    """Places what has no time yet, then moves, collision by collision, the side that costs less."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.choice: dict[int, tuple[int, ...]] = {}
        self.near: dict[tuple[str, int], set[int]] = {}  # who has a new start, by person and day
        self.caps = dict(ground.problem.terms.caps)
        self.load: Counter[tuple[str, int]] = Counter()
        for item in ground.items:
            self._count(item, item.people, item.days, 1)
        self.index = ground.index()
        self.linked = {k for s in ground.problem.sequences for k in s.keys}

    def run(self, short_first: bool) -> dict[int, tuple[int, ...]]:
        """The choice; what has no time yet is placed with the fewest starts first, or what takes least time first."""
        items, starts = self.ground.items, self.ground.starts
        new = [i for i, item in enumerate(items) if not item.blocks and starts[i]]
        weight = {i: items[i].length * len(items[i].people) if short_first else len(starts[i]) for i in new}
        for i in sorted(new, key=lambda i: (weight[i], i)):
            self._try(i)
        for i, j, found in self.ground.clashes:
            for k in sorted((i, j), key=self._reluctance):
                if i in self.choice or j in self.choice:
                    break
                if found.hard or (items[k].kind == "own" and not items[k].last_resort):
                    self._try(k)
        return self.choice

    def _reluctance(self, i: int) -> tuple[bool, int, bool, bool, int]:
        item = self.ground.items[i]
        rank = 1000 - item.rank if item.rank and item.kind == "interview" else 0
        return item.last_resort, rank, item.short_notice, item.kind == "interview", item.disturbs

    def _count(self, item: Item, people: frozenset[str], days: frozenset[int], by: int) -> None:
        if item.kind == "interview":
            for person in people:
                for day in days:
                    self.load[person, day] += by

    def _try(self, i: int) -> None:
        """Move one item to the nearest starts that fit, if there are enough."""
        item, starts = self.ground.items[i], self.ground.starts[i]
        if not starts or (item.key in self.linked and item.blocks):
            return
        self._count(item, item.people, item.days, -1)
        order = sorted(range(len(starts)), key=lambda t: (distance(item, starts[t]), starts[t].cost, t))
        chosen: list[int] = []
        spread = [True, False] if item.offers[1] > 1 else [False]
        for new_day in spread:
            for t in order:
                if len(chosen) == item.offers[1] or (not new_day and len(chosen) >= item.offers[0]):
                    break
                days = {starts[c].candidate.day for c in chosen}
                if (not new_day or starts[t].candidate.day not in days) and self._fits(i, t, chosen):
                    chosen.append(t)
        if len(chosen) < item.offers[0]:
            self._count(item, item.people, item.days, 1)
            return
        self.choice[i] = tuple(sorted(chosen))
        for t in chosen:
            candidate = starts[t].candidate
            for person in as_block(item, candidate).people:
                self.near.setdefault((person, candidate.day), set()).add(i)
        for people, days in self._by_people(i, chosen).items():
            self._count(item, people, frozenset(days), 1)

    def _by_people(self, i: int, chosen: list[int]) -> dict[frozenset[str], set[int]]:
        found: dict[frozenset[str], set[int]] = {}
        for t in chosen:
            candidate = self.ground.starts[i][t].candidate
            found.setdefault(as_block(self.ground.items[i], candidate).people, set()).add(candidate.day)
        return found

    def _fits(self, i: int, t: int, chosen: list[int]) -> bool:
        item, start = self.ground.items[i], self.ground.starts[i][t]
        candidate = start.candidate
        block = as_block(item, candidate)
        if any(j not in self.choice for j in start.against):
            return False
        if any(not self.ground.fit(i, candidate, i, self.ground.starts[i][c].candidate) for c in chosen):
            return False
        if item.kind == "interview" and any(
            self.load[p, candidate.day] >= self.caps[p] for p in block.people if p in self.caps
        ):
            return False
        around = {j for p in block.people for d in (-1, 0, 1) for j in self.near.get((p, candidate.day + d), ())}
        return all(
            self.ground.fit(i, candidate, j, self.ground.starts[j][u].candidate) for j in around for u in self.choice[j]
        ) and self._in_sequence(i, candidate)

    def _in_sequence(self, i: int, candidate: Candidate) -> bool:
        item = self.ground.items[i]
        if item.key not in self.linked:
            return True
        for sequence in self.ground.problem.sequences:
            if item.key not in sequence.keys:
                continue
            at = sequence.keys.index(item.key)
            for place, key in enumerate(sequence.keys):
                other = self._standing(key) if place != at else None
                if other is None:
                    continue
                start, end = candidate.start, candidate.start + item.length
                if max(end, other[1]) - min(start, other[0]) > sequence.span:
                    return False
                if sequence.ordered and (end > other[0] if place > at else other[1] > start):
                    return False
        return True

    def _standing(self, key: str) -> tuple[int, int] | None:
        """Where an item is in the plan so far."""
        j = self.index[key]
        item = self.ground.items[j]
        start = self.ground.starts[j][self.choice[j][0]].candidate.start if j in self.choice else item.start
        return None if start is None else (start, start + item.length)
