"""Times the plan for a full calendar: `python -m benchmarks.plan [interviews] [others] [seconds]`.

Without arguments: 30 interviews and 60 other events over three weeks (a proven optimum is wanted), then 200 interviews
with 40 interviewers over two weeks (a plan that fits, and its gap). Times include the import of the solver.
"""

from __future__ import annotations

import sys
from random import Random
from time import monotonic

from scheduler.proposals.plan.model import Block, Candidate, Item, PlanProblem, PlanSolution, Terms
from scheduler.proposals.plan.search import solve

DAY = 24 * 60
COMPANIES = [f"company {n}" for n in range(20)]


def working_days(weeks: int) -> list[int]:
    return [d for d in range(7 * weeks) if d % 7 < 5]


def grid(days: list[int], first: int, last: int, step: int, length: int) -> tuple[Candidate, ...]:
    """Starts on every `step` minutes; lunch time costs, whole hours are best."""
    found = []
    for day in days:
        for at in range(first, last - length + 1, step):
            cost = 60 * (at < 13 * 60 and at + length > 12 * 60) + (at % 60 > 0) + 3 * (at % 30 > 0)
            found.append(Candidate(day * DAY + at, cost, day))
    return tuple(found)


def full_calendar(interviews: int, others: int, weeks: int, seed: int = 1) -> PlanProblem:
    """A candidate's weeks: every interview may move, half of the other entries are her own, a third of others'."""
    rng = Random(seed)
    days = working_days(weeks)
    items = [_interview(rng, n, days, frozenset(("",))) for n in range(interviews)]
    for n in range(others):
        day, length = rng.choice(days), rng.choice((30, 60, 60, 120))
        start = day * DAY + 8 * 60 + rng.randrange(0, 660, 30)
        kind = rng.choices(("own", "others"), (2, 1))[0]
        may = rng.random() < 0.7
        near = [d for d in days if abs(d - day) <= 3]
        items.append(
            Item(
                key=f"event {n:03}",
                kind=kind,  # type: ignore[arg-type]
                blocks=(Block(start, start + length),),
                length=length,
                days=frozenset((day,)),
                candidates=grid(near, 8 * 60, 20 * 60, 15 if kind == "own" else 30, length) if may else (),
                disturbs=0 if kind == "own" else rng.randint(1, 6),
                last_resort=kind == "others" and rng.random() < 0.3,
            )
        )
    return PlanProblem(tuple(items), Terms(caps=(("", 4),)))


def _interview(rng: Random, n: int, days: list[int], people: frozenset[str]) -> Item:
    day, length = rng.choice(days), rng.choice((30, 45, 60, 60, 90))
    start = day * DAY + 9 * 60 + rng.randrange(0, 9 * 60 - length, 15)
    place = rng.choice(("", "", "", "north", "south"))
    return Item(
        key=f"interview {n:03}",
        kind="interview",
        blocks=(Block(start, start + length, people, place),),
        length=length,
        people=people,
        place=place,
        before=15,
        after=15,
        travel=30,
        days=frozenset((day,)),
        candidates=grid([d for d in days if d > 1], 9 * 60, 18 * 60, 30, length),
        offers=(2, 3),
        company=rng.choice(COMPANIES),
        rank=rng.choice((0, 0, 0, 1, 2, 3)),
        short_notice=day < 1,
    )


def panels(interviews: int, interviewers: int, weeks: int, placed: float = 0.7, seed: int = 1) -> PlanProblem:
    """A coordinator's weeks: interviews with one to three interviewers, some of them without a time yet."""
    rng = Random(seed)
    days = working_days(weeks)
    staff = [f"p{n:02}@example.com" for n in range(interviewers)]
    items = []
    for n in range(interviews):
        people = frozenset((*rng.sample(staff, rng.choice((1, 1, 2, 3))), f"candidate {n // 2}"))
        item = _interview(rng, n, days, people)
        if rng.random() >= placed:
            item = Item(
                key=item.key, kind="interview", length=item.length, people=people, before=15, after=15,
                candidates=item.candidates, company=item.company,
            )  # fmt: skip
        items.append(item)
    return PlanProblem(tuple(items), Terms(caps=tuple((p, 4) for p in staff)))


def tell(name: str, solution: PlanSolution, seconds: float) -> None:
    state = "optimal" if solution.optimal else "feasible"
    gaps = [f"{c.level} {c.value} (at least {c.bound})" for c in solution.costs if not c.proven]
    print(f"{name}: {state} in {seconds:.2f} s; {len(solution.decisions)} moved or placed, {len(solution.left)} left")
    print("  cost " + ", ".join(f"{c.level} {c.value}" for c in solution.costs))
    if gaps:
        print("  gap  " + ", ".join(gaps))


def main() -> None:
    numbers = [int(a) for a in sys.argv[1:]]
    interviews, others, seconds = (*numbers, *(30, 60, 2)[len(numbers) :])
    began = monotonic()
    tell(
        f"{interviews} + {others}, three weeks",
        solve(full_calendar(interviews, others, 3), monotonic, 30),
        monotonic() - began,
    )
    began = monotonic()
    tell("200 with 40, two weeks", solve(panels(200, 40, 2), monotonic, seconds), monotonic() - began)


if __name__ == "__main__":
    main()
