"""The plan's cost equals that of a search that tries everything."""

from __future__ import annotations

from random import Random
from time import monotonic

import pytest

from scheduler.proposals.plan.search import solve
from tests.proposals.plan.brute import best
from tests.proposals.plan.weeks import week

WEEKS = 1200


@pytest.mark.parametrize("part", range(6))
def test_every_small_week_costs_what_trying_everything_finds(part: int) -> None:
    for seed in range(part, WEEKS, 6):
        rng = Random(seed)
        problem = week(rng, ("",) if seed % 3 else ("", "alice", "bob"))
        solution = solve(problem, monotonic, 30)
        assert solution.optimal, seed
        assert solution.vector == best(problem), seed
