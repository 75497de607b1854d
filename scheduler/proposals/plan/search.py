"""The way to the proof: bounds from who moves alone, then the cost level by level, each frozen once proven."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.proposals.plan.cost import evaluate, steps
from scheduler.proposals.plan.engine import Outcome
from scheduler.proposals.plan.fit import Ground, prepare
from scheduler.proposals.plan.formulate import Formulation
from scheduler.proposals.plan.greedy import Greedy
from scheduler.proposals.plan.model import WHO, Decision, Item, LevelCost, PlanProblem, PlanSolution

Picked = dict[int, tuple[int, ...]]
Clock = Callable[[], float]


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
        if not form.repair(form.choice(outcome.values)):
            break
    return tuple(ground.items[i].key for i, lit in form.given.items() if outcome.values[lit])


def _reluctance(item: Item) -> int:
    """Points below 1000 in all that decide between smallest sets of one size."""
    if item.kind == "own":
        return 0
    if item.kind == "others":
        return 1
    return 3 if item.rank else 2


class Search:
    """One search for one ground; `left` says how many seconds remain."""

    def __init__(self, ground: Ground, left: Clock) -> None:
        self.ground = ground
        self.left = left
        self.steps = steps(ground)
        self.best: Picked = Greedy(ground).run()
        self.value = evaluate(ground, self.best)
        self.bounds: list[int] = []

    def run(self) -> None:
        """Find the best choice; `bounds` then holds what is proven of its cost, level by level."""
        floors = self._floors()
        if not self._descend(floors, len(floors)):
            self._descend(floors, 0)

    def _floors(self) -> tuple[int, ...]:
        """The best that the leading levels could be if every start were free: a bound, level by level."""
        relaxed = Formulation(self.ground, where=False)
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

    def _descend(self, floors: tuple[int, ...], reached: int) -> bool:
        """Go down the levels; the first `reached` are held at their floors. False: no choice reaches them."""
        form = Formulation(self.ground)
        for step, floor in zip(self.steps[:reached], floors, strict=False):
            form.engine.between(None, form.terms(step), floor)
        bounds = list(floors[:reached])
        for at in range(reached, len(self.steps)):
            # A floor holds as long as all levels before are at theirs.
            floor = floors[at] if at < len(floors) and bounds == list(floors[:at]) else 0
            known = self.value[:reached] == floors[:reached]
            if not (known and self.value[at] == floor):
                outcome = self._level(form, at, floor)
                if outcome.status == "infeasible" or (outcome.values is None and not known):
                    return False
                bounds.append(max(floor, outcome.bound))
                if outcome.status != "optimal":
                    break
            else:
                bounds.append(floor)
            form.engine.between(None, form.terms(self.steps[at]), self.value[at])
        self.bounds = bounds
        return True

    def _level(self, form: Formulation, at: int, floor: int) -> Outcome:
        """Minimise one level; gaps that an answer breaks are enforced and the search goes on."""
        terms = form.terms(self.steps[at])
        while True:
            outcome = form.engine.search(terms, form.hint(self.best), self.left(), floor)
            if outcome.values is None:
                return outcome
            choice = form.choice(outcome.values)
            if not form.repair(choice):
                value = evaluate(self.ground, choice)
                if value < self.value:
                    self.best, self.value = choice, value
                return outcome
