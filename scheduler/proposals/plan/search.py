"""The way to the proof: bounds from who moves alone, then the cost level by level, each frozen once proven."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scheduler.proposals.plan.cost import evaluate, steps
from scheduler.proposals.plan.engine import Lit, Outcome
from scheduler.proposals.plan.fit import Ground, prepare
from scheduler.proposals.plan.formulate import Formulation
from scheduler.proposals.plan.greedy import first_plan
from scheduler.proposals.plan.model import WHO, Decision, Item, LevelCost, PlanProblem, PlanSolution

Picked = dict[int, tuple[int, ...]]
Clock = Callable[[], float]
FEW = 60  # pairs whose gaps are enforced from the beginning; of more, only those that an answer breaks
JOINED = 10**13  # levels are joined into one sum while it stays below this


def solve(problem: PlanProblem, clock: Clock, seconds: float = 10.0) -> PlanSolution:
    """The plan for a problem; where `seconds` of `clock` do not suffice for a proof, the best found and its gap."""
    began = clock()

    def left() -> float:
        return seconds - (clock() - began)

    search = Search(prepare(problem), left)
    search.run()
    return _solution(search, left, clock() - began)


def _solution(search: Search, left: Clock, seconds: float) -> PlanSolution:
    ground, best = search.ground, search.best
    items = ground.items
    decisions = []
    for i in sorted(best, key=lambda i: (items[i].start or 0, items[i].key)):
        chosen = sorted((ground.starts[i][t] for t in best[i]), key=lambda s: (s.cost, s.candidate.start))
        decisions.append(Decision(items[i].key, tuple(s.candidate for s in chosen)))
    bounds = [*search.bounds, *[0] * (len(search.steps) - len(search.bounds))]
    costs = tuple(
        LevelCost(step.level, value, bound, step.rank)
        for step, value, bound in zip(search.steps, search.value, bounds, strict=True)
    )
    left_over = tuple(c for i, j, c in ground.clashes if i not in best and j not in best)
    unplaced = tuple(item.key for i, item in enumerate(items) if not item.blocks and i not in best)
    give: tuple[str, ...] | None = ()
    if unplaced or any(c.hard for c in left_over):
        give = _give(ground.problem, left)
    return PlanSolution(
        costs,
        tuple(decisions),
        tuple(c for i, j, c in ground.clashes if i in best or j in best),
        left_over,
        unplaced,
        give,
        seconds,
    )


def _give(problem: PlanProblem, left: Clock) -> tuple[str, ...] | None:
    """The smallest set of items without which everything is solved; own entries are named before interviews."""
    ground = prepare(problem, giving=True)
    form = Formulation(ground, giving=True)
    weight = {i: 1000 + _reluctance(item) for i, item in enumerate(ground.items)}
    terms = [(weight[i], lit) for i, lit in form.given.items()]
    while True:
        outcome = form.engine.search(terms, {}, left())
        if outcome.values is None or outcome.status != "optimal":
            return None
        close = form.too_close(form.choice(outcome.values))
        if not close:
            break
        form.separate(close)
    return tuple(ground.items[i].key for i, lit in form.given.items() if outcome.values[lit])


def _reluctance(item: Item) -> int:
    """Points below 1000 in all that decide between smallest sets of one size."""
    if item.kind == "own":
        return 0
    if item.kind == "others":
        return 1
    return 3 if item.rank else 2


class Search:
    """One search for one ground; `left` says how many seconds remain.

    `best` is the best plan known, `value` its cost; `bounds` are proven from the first level on.
    """

    def __init__(self, ground: Ground, left: Clock) -> None:
        self.ground = ground
        self.left = left
        self.steps = steps(ground)
        self.best: Picked = first_plan(ground)
        self.value = evaluate(ground, self.best)
        self.bounds: tuple[int, ...] = ()
        self.close: set[tuple[int, int]] = set()  # pairs of items that came too close once

    def run(self) -> None:
        """Search first among the plans that reach the floors, then, where there is none, among all."""
        if not any(self.value):
            self.bounds = self.value
            return
        relaxed = Formulation(self.ground, where=False)
        self.bounds = self._floors(relaxed)
        if not self._descend(self._movers(relaxed), self.bounds) and self.left() > 0:
            self._descend(None, ())

    def _floors(self, relaxed: Formulation) -> tuple[int, ...]:
        """The best that the leading levels could be if every start were free: a bound, level by level."""
        found: list[int] = []
        for step in self.steps:
            if step.level not in WHO:
                break
            terms = relaxed.terms(step)
            if not terms:
                found.append(0)
                continue
            outcome = relaxed.engine.search(terms, {}, self.left())
            if outcome.status != "optimal":
                break
            found.append(outcome.objective)
            relaxed.engine.between(None, terms, outcome.objective)
        return tuple(found)

    def _movers(self, relaxed: Formulation) -> set[int]:
        """The items that move in some plan at the floors."""
        found: set[int] = set()
        while len(found) < len(relaxed.moved):
            unknown = [(i, x) for i, x in relaxed.moved.items() if i not in found]
            outcome = relaxed.engine.search([(-1, x) for _, x in unknown], {}, self.left())
            if outcome.values is None:
                return set(relaxed.moved)
            more = {i for i, x in unknown if outcome.values[x]}
            found |= more
            if not more:
                break
        return found

    def _descend(self, movers: set[int] | None, floors: tuple[int, ...]) -> bool:
        """Go down the levels, the first held at `floors`; the best plan and the bounds follow.

        False: no plan reaches the floors.
        """
        form = Formulation(self.ground, movers=movers)
        far = form.travelling()
        self.close |= far if len(far) <= FEW else set()
        form.separate(self.close)
        for step, floor in zip(self.steps, floors, strict=False):
            form.engine.between(None, form.terms(step), floor)
        bounds = list(floors)
        for stage in self._stages(form, len(floors)):
            outcome = self._minimise(form, stage)
            if outcome.values is None:
                return outcome.status != "infeasible"
            bounds += stage.split(max(0, outcome.bound))
            self.bounds = max(self.bounds, tuple(bounds))
            if outcome.status != "optimal":
                break
            for at, bound in zip(stage.at, bounds[-len(stage.at) :], strict=True):
                form.engine.between(None, form.terms(self.steps[at]), bound)
        return True

    def _stages(self, form: Formulation, first: int) -> list[Stage]:
        """The levels from `first` on, neighbours joined into one sum where its numbers stay small."""
        found: list[Stage] = []
        for at in range(first, len(self.steps)):
            terms = form.terms(self.steps[at])
            top = form.top(self.steps[at], terms)
            if found and found[-1].top * (top + 1) <= JOINED:
                found[-1] = found[-1].joined(at, terms, top)
            else:
                found.append(Stage((at,), tuple(terms), top + 1, (top + 1,)))
        return found

    def _minimise(self, form: Formulation, stage: Stage) -> Outcome:
        """Minimise one stage; gaps that an answer breaks are enforced and the search goes on."""
        while True:
            outcome = form.engine.search(stage.terms, form.hint(self.best), self.left())
            if outcome.values is None:
                return outcome
            choice = form.choice(outcome.values)
            close = form.too_close(choice) - self.close
            if not close:
                value = evaluate(self.ground, choice)
                if value < self.value:
                    self.best, self.value = choice, value
                return outcome
            form.separate(close)
            self.close |= close


@dataclass(frozen=True, slots=True)
class Stage:
    """Neighbouring levels (indices `at`) as one weighted sum; `sizes` are one more than the most each can be."""

    at: tuple[int, ...]
    terms: tuple[tuple[int, Lit], ...]
    top: int
    sizes: tuple[int, ...]

    def joined(self, at: int, terms: Sequence[tuple[int, Lit]], top: int) -> Stage:
        size = top + 1
        longer = (*((n * size, x) for n, x in self.terms), *terms)
        return Stage((*self.at, at), longer, self.top * size, (*self.sizes, size))

    def split(self, total: int) -> tuple[int, ...]:
        """The numbers of the levels in a weighted sum."""
        found: list[int] = []
        for size in reversed(self.sizes):
            total, rest = divmod(total, size)
            found.append(rest)
        return tuple(reversed(found))
