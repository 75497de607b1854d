"""The week as yes/no variables: who moves, which starts are offered, what cannot be together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as PySequence
from itertools import combinations

from scheduler.proposals.plan.cost import Choice, Step, distance, share
from scheduler.proposals.plan.engine import Engine, Lit, flip
from scheduler.proposals.plan.fit import Ground, Open, as_block, need, widest
from scheduler.proposals.plan.limits import add_caps, add_sequence
from scheduler.proposals.plan.model import Block, Item


class Formulation:
    """Variables of one ground. Without `where` only who moves is modelled: the relaxation that gives the bounds.

    Only items of `movers` may move (None: all that can). With `giving` every item may also be given up, and nothing
    stays unsolved.
    """

    def __init__(
        self, ground: Ground, where: bool = True, movers: set[int] | None = None, giving: bool = False
    ) -> None:
        self.ground = ground
        self.engine = Engine()
        self.giving = giving
        count = range(len(ground.items))
        self.moved: dict[int, Lit] = {}
        self.given: dict[int, Lit] = {i: self.engine.new() for i in count} if giving else {}
        self.picks: list[list[Lit]] = [[] for _ in count]
        self.days: list[dict[int, Lit]] = [{} for _ in count]
        self.unsolved: list[tuple[int, int, Lit]] = []  # hard, short minutes, both stay
        self.unplaced: list[Lit] = []
        self.again: list[Lit] = []
        for i in count:
            self._who(i, movers is None or i in movers)
        for i, j, found in ground.clashes:
            self._clash(i, j, int(found.hard), found.short)
        self._companies()
        if where:
            for i in self.moved:
                self._where(i)
            self._cliques()
            add_caps(self)
            for sequence in ground.problem.sequences:
                add_sequence(self, sequence)

    def stays(self, i: int) -> list[Lit]:
        """Literals all of which hold where the item stays in its place."""
        return [flip(lits[i]) for lits in (self.moved, self.given) if i in lits]

    def _who(self, i: int, may: bool) -> None:
        item, engine = self.ground.items[i], self.engine
        if may and self.ground.can_move(i):
            self.moved[i] = engine.new()
            if self.giving:
                engine.at_most_one([self.moved[i], self.given[i]])
        if not item.blocks:
            placed = [lits[i] for lits in (self.moved, self.given) if i in lits]
            if self.giving:
                engine.any_of(placed)
            else:
                self.unplaced.append(flip(placed[0]) if placed else self._true())

    def _true(self) -> Lit:
        lit = self.engine.new()
        self.engine.any_of([lit])
        return lit

    def _clash(self, i: int, j: int, hard: int, short: int) -> None:
        """A variable that is true where both stay; minimising pulls it down to that."""
        leaves = [flip(x) for x in (*self.stays(i), *self.stays(j))]
        if self.giving:
            if hard:
                self.engine.any_of(leaves)
            return
        both = self.engine.new()
        self.engine.any_of([both, *leaves])
        self.unsolved.append((hard, short, both))

    def _companies(self) -> None:
        """For each company, a variable for every interview after the first that moves."""
        asked: dict[str, list[Lit]] = defaultdict(list)
        for i, moved in self.moved.items():
            item = self.ground.items[i]
            if item.kind == "interview" and item.blocks and item.company:
                asked[item.company].append(moved)
        for lits in asked.values():
            extra = [self.engine.new() for _ in lits[1:]]
            self.engine.between(None, [*((1, x) for x in lits), *((-1, x) for x in extra)], 1)
            self.again += extra

    def _where(self, i: int) -> None:
        item, starts, engine = self.ground.items[i], self.ground.starts[i], self.engine
        picks = self.picks[i] = [engine.new() for _ in starts]
        moved = self.moved[i]
        if item.offers == (1, 1):
            engine.exactly_one([flip(moved), *picks])
        else:
            engine.between(None, [*((1, x) for x in picks), (-item.offers[1], moved)], 0)
            engine.between(0, [*((1, x) for x in picks), (-item.offers[0], moved)], None)
            self._days(i)

    def _days(self, i: int) -> None:
        """For each day a variable that is true where an alternative lies on it."""
        by_day: dict[int, list[tuple[int, int, Lit]]] = defaultdict(list)
        item = self.ground.items[i]
        pad = item.after + item.before if self.ground.problem.terms.sum_buffers else max(item.after, item.before)
        for pick, start in self.starts_of(i):
            at = start.candidate.start
            by_day[start.candidate.day].append((at, at + item.length + pad, pick))
        alone = all(s.candidate.people is None for s in self.ground.starts[i])
        for day, stretches in sorted(by_day.items()):
            found = self.days[i][day] = self.engine.new()
            lits = [x for _, _, x in stretches]
            self.engine.any_of([flip(found), *lits])
            # Alternatives too close to each other exclude each other: one sum says it for all of them.
            for some in _covers(stretches) if alone else ((x,) for x in lits):
                self.engine.between(None, [*((1, x) for x in some), (-1, found)], 0)
        # This follows from the above, but the solver's bounds are far better with it.
        self.engine.between(None, [*((1, x) for x in self.days[i].values()), (-item.offers[1], self.moved[i])], 0)

    def any_of(self, lits: list[Lit]) -> Lit:
        """A variable that is true exactly where one of `lits` is."""
        found = self.engine.new()
        self.engine.any_of([flip(found), *lits])
        for lit in lits:
            self.engine.any_of([found, flip(lit)])
        return found

    def _cliques(self) -> None:
        """At every moment a person is in one place: starts that cover one moment exclude each other.

        Once with every start widened at its end, once at its beginning, by the smallest gap that it needs to any
        other. Of two needs the larger counts, so one of the two says all; what the way or added buffers need beyond
        that is enforced where an answer breaks it (`separate`).
        """
        seen: set[tuple[Lit, ...]] = set()
        apart: set[tuple[Lit, int]] = set()
        for person, group in self._people().items():
            indices = {i for i, _, _ in group}
            before, after = self._least_gaps(indices)
            for pads in ({i: (0, after[i]) for i in indices}, {i: (before[i], 0) for i in indices}):
                stretches = sorted((b.start - pads[i][0], b.end + pads[i][1], x) for i, x, b in group)
                for clique in _covers(stretches):
                    if len(clique) > 1 and clique not in seen:
                        seen.add(clique)
                        self.engine.at_most_one(clique)
                for j in sorted(indices) if not self.giving else ():
                    apart |= self._beside(j, person, stretches, pads[j])
        self._against(apart)

    def _beside(
        self, j: int, person: str, stretches: list[tuple[int, int, Lit]], pad: tuple[int, int]
    ) -> set[tuple[Lit, int]]:
        """The same with the place that an item has now: who takes it needs the item to have left."""
        found: set[tuple[Lit, int]] = set()
        for block in self.ground.items[j].blocks:
            if person not in block.people:
                continue
            start, end = block.start - pad[0], block.end + pad[1]
            inside = [(max(s, start), min(e, end), x) for s, e, x in stretches if s < end and start < e]
            own = set(self.picks[j])
            for clique in _covers([entry for entry in inside if entry[2] not in own]):
                self.engine.at_most_one([flip(self.moved[j]), *clique])
                found |= {(x, j) for x in clique}
        return found

    def _against(self, apart: set[tuple[Lit, int]]) -> None:
        """A start needs those to leave that stand against it."""
        for i in self.moved:
            for pick, start in self.starts_of(i):
                for j in start.against:
                    if (pick, j) not in apart:
                        self.engine.any_of([flip(pick), *(flip(x) for x in self.stays(j))])

    def _people(self) -> dict[str, list[tuple[int, Lit, Block]]]:
        """The starts that take each person's time."""
        people: dict[str, list[tuple[int, Lit, Block]]] = defaultdict(list)
        for i in self.moved:
            for pick, start in self.starts_of(i):
                block = as_block(self.ground.items[i], start.candidate)
                for person in sorted(block.people):
                    people[person].append((i, pick, block))
        return people

    def _least_gaps(self, indices: set[int]) -> tuple[dict[int, int], dict[int, int]]:
        """For each item the smallest gap that it needs before it, and after it, whatever its neighbour is."""
        total = self.ground.problem.terms.sum_buffers
        items = self.ground.items
        kinds = list({(items[i].before, items[i].after): items[i] for i in sorted(indices)}.values())
        before = {i: min(need(k, items[i], "", "", total) for k in kinds) for i in indices}
        after = {i: min(need(items[i], k, "", "", total) for k in kinds) for i in indices}
        return before, after

    def terms(self, step: Step) -> list[tuple[int, Lit]]:
        """One level of the cost as a sum."""
        items = self.ground.items
        match step.level:
            case "unsolved":
                return [*((hard, x) for hard, _, x in self.unsolved if hard), *((1, x) for x in self.unplaced)]
            case "shortfall":
                return [(short, x) for _, short, x in self.unsolved]
            case "repeated":
                earlier = [(items[i].moved_before, x) for i, x in self.moved.items() if _asked(items[i])]
                return [*((n, x) for n, x in earlier if n), *((1, x) for x in self.again)]
            case "choice":
                many = [i for i in self.moved if items[i].offers[1] > 1]
                days = [(-1, x) for i in many for x in self.days[i].values()]
                return [*((items[i].offers[1], self.moved[i]) for i in many), *days]
            case "distance":
                return self._per_start(lambda i, start: distance(items[i], start))
            case "times":
                return self._per_start(lambda _, start: start.cost)
            case _:
                shares = [(share(items[i], step), x) for i, x in self.moved.items()]
                return [(n, x) for n, x in shares if n]

    def _per_start(self, cost: Callable[[int, Open], int]) -> list[tuple[int, Lit]]:
        """A sum over the starts that are picked."""
        found = [(cost(i, start), pick) for i in self.moved for pick, start in self.starts_of(i)]
        return [(n, x) for n, x in found if n]

    def top(self, step: Step, terms: list[tuple[int, Lit]]) -> int:
        """No plan makes the sum of a level larger."""
        if step.level not in ("distance", "times"):
            return sum(n for n, _ in terms if n > 0)
        cost = {x: n for n, x in terms}
        most = {i: max(cost.get(x, 0) for x in self.picks[i]) for i in self.moved}
        return sum(self.ground.items[i].offers[1] * n for i, n in most.items())

    def starts_of(self, i: int) -> Iterator[tuple[Lit, Open]]:
        return zip(self.picks[i], self.ground.starts[i], strict=False)

    def choice(self, values: PySequence[bool]) -> dict[int, tuple[int, ...]]:
        """What moves, and the starts that are offered, in an answer of the solver."""
        return {
            i: tuple(t for t, pick in enumerate(self.picks[i]) if values[pick])
            for i, moved in self.moved.items()
            if values[moved]
        }

    def hint(self, choice: Choice) -> dict[Lit, bool]:
        """The values that a choice gives to the variables that decide it."""
        found = {moved: i in choice for i, moved in self.moved.items()}
        for i in self.moved:
            chosen = set(choice.get(i, ()))
            found.update({pick: t in chosen for t, pick in enumerate(self.picks[i])})
        return found

    def too_close(self, choice: Choice) -> set[tuple[int, int]]:
        """Pairs of items whose starts in `choice` do not go together."""
        picked = [(i, self.ground.starts[i][t].candidate) for i, chosen in choice.items() for t in chosen]
        return {
            (min(i, j), max(i, j))
            for (i, one), (j, other) in combinations(picked, 2)
            if not self.ground.fit(i, one, j, other)
        }

    def travelling(self) -> set[tuple[int, int]]:
        """Pairs of items that may move and have a way between them."""
        placed = [i for i in self.moved if self.ground.items[i].place and self.ground.items[i].travel]
        return {(i, j) for i, j in combinations(placed, 2) if self.ground.items[i].place != self.ground.items[j].place}

    def separate(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Enforce whole gaps between all starts of two items."""
        reach = widest(self.ground.items)
        for i, j in sorted(pairs):
            if not self.picks[i] or not self.picks[j]:
                continue
            one, other, many = self.ground.items[i], self.ground.items[j], self.ground.items[j].offers[1]
            begins = [start.candidate.start for start in self.ground.starts[j]]
            for x, start in self.starts_of(i):
                at = start.candidate.start
                low = bisect_left(begins, at - other.length - reach)
                high = bisect_right(begins, at + one.length + reach)
                near = zip(self.picks[j][low:high], self.ground.starts[j][low:high], strict=True)
                against = [y for y, s in near if x != y and not self.ground.fit(i, start.candidate, j, s.candidate)]
                if against:
                    self.engine.between(None, [*((1, y) for y in against), (many, x)], many)


def _asked(item: Item) -> bool:
    return item.kind == "interview" and bool(item.blocks and item.company)


def _covers(stretches: list[tuple[int, int, Lit]]) -> Iterator[tuple[Lit, ...]]:
    """The largest sets of (start, end, literal) that share a moment."""
    running: list[tuple[int, Lit]] = []
    for start, end, lit in sorted(stretches):
        still = [entry for entry in running if entry[0] > start]
        if len(still) < len(running):
            yield tuple(sorted(x for _, x in running))
        running = [*still, (end, lit)]
    if running:
        yield tuple(sorted(x for _, x in running))
