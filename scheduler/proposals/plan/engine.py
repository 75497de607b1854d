"""The one place that knows OR-Tools: yes/no variables, linear constraints, and a proof (CP-SAT)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from scheduler.errors import MissingPartError

Lit = int  # variable v as v, its negation as -v-1
Terms = Sequence[tuple[int, Lit]]
Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search found: the values of all variables (None: no solution), the objective and its proven bound."""

    status: Status
    values: tuple[bool, ...] | None
    objective: int
    bound: int


def flip(lit: Lit) -> Lit:
    return -lit - 1


def load() -> Any:
    """The solver's module; raises MissingPartError where it is not installed."""
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        raise MissingPartError(
            "'interviews plan' needs the solver OR-Tools, which is not installed. "
            "Install it where this program is: python -m pip install ortools (from its folder also: '.[solver]')"
        ) from None
    return cp_model


class Engine:
    """A model that grows: constraints may be added between searches; answers repeat for the same calls."""

    def __init__(self) -> None:
        self.cp = load()
        self.model: Any = self.cp.CpModel()
        self.variables: list[Any] = []

    def new(self) -> Lit:
        self.variables.append(self.model.new_bool_var(""))
        return len(self.variables) - 1

    def _lit(self, lit: Lit) -> Any:
        return self.variables[lit] if lit >= 0 else self.variables[-lit - 1].negated()

    def any_of(self, lits: Iterable[Lit]) -> None:
        self.model.add_bool_or([self._lit(x) for x in lits])

    def at_most_one(self, lits: Iterable[Lit]) -> None:
        self.model.add_at_most_one([self._lit(x) for x in lits])

    def exactly_one(self, lits: Iterable[Lit]) -> None:
        self.model.add_exactly_one([self._lit(x) for x in lits])

    def between(self, low: int | None, terms: Terms, high: int | None, only_if: Sequence[Lit] = ()) -> None:
        """low <= sum <= high, where a side may be open; with `only_if` just where all of these hold."""
        expression = self._sum(terms)
        for bounded in (None if low is None else expression >= low, None if high is None else expression <= high):
            if bounded is not None and not isinstance(bounded, bool):
                constraint = self.model.add(bounded)
                if only_if:
                    constraint.only_enforce_if([self._lit(x) for x in only_if])

    def _sum(self, terms: Terms) -> Any:
        lits = [self._lit(x) for _, x in terms]
        return self.cp.LinearExpr.weighted_sum(lits, [c for c, _ in terms])

    def search(self, terms: Terms, hint: Mapping[Lit, bool], seconds: float, floor: int | None = None) -> Outcome:
        """Minimise the sum within `seconds`; `floor` is a bound known before, where reaching it ends the search."""
        cp = self.cp
        self.model.clear_objective()
        self.model.clear_hints()
        if terms:
            self.model.minimize(self._sum(terms))
        for lit, value in hint.items():
            self.model.add_hint(self.variables[lit], value)
        solver = cp.CpSolver()
        solver.parameters.num_workers = 1  # one worker repeats its answers; several would race
        solver.parameters.random_seed = 1
        solver.parameters.linearization_level = 2  # all clauses in the linear relaxation: bounds 300 times as fast
        solver.parameters.max_time_in_seconds = max(0.01, seconds)
        if floor is not None and terms:
            self.between(floor, terms, None)
        status = solver.solve(self.model)
        if status in (cp.INFEASIBLE, cp.UNKNOWN, cp.MODEL_INVALID):
            return Outcome("unknown" if status == cp.UNKNOWN else "infeasible", None, 0, floor or 0)
        values = tuple(bool(v) for v in solver.response_proto.solution)
        bound = round(solver.best_objective_bound) if terms else 0
        found: Status = "optimal" if status == cp.OPTIMAL else "feasible"
        return Outcome(found, values, round(solver.objective_value) if terms else 0, bound)
