"""Whatever the employers answer, the week fits; and the order of input does not matter."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from random import Random
from time import monotonic

import pytest

from scheduler.errors import UsageError
from scheduler.proposals.plan.model import (
    ORDER,
    Block,
    Candidate,
    Item,
    PlanProblem,
    PlanSolution,
    Sequence,
    Terms,
)  # fmt: skip
from scheduler.proposals.plan.search import solve
from tests.proposals.plan.weeks import week

NINE = 9 * 60


def answered(problem: PlanProblem, solution: PlanSolution) -> list[list[tuple[Item, Block, bool]]]:
    """The week after each combination of answers: (item, when, has it moved)."""
    chosen = {d.key: d.chosen for d in solution.decisions}
    stay = [(i, b, False) for i in problem.items if i.key not in chosen for b in i.blocks]
    options = []
    for item in problem.items:
        who = [(c, item.people if c.people is None else c.people) for c in chosen.get(item.key, ())]
        if who:
            options.append([(item, Block(c.start, c.start + item.length, p, item.place), True) for c, p in who])
    return [[*stay, *answers] for answers in product(*options)]


@pytest.mark.parametrize("part", range(3))
def test_every_combination_of_answers_fits(part: int) -> None:
    combinations_seen = 0
    for seed in range(5000 + part, 6500, 3):
        problem = week(Random(seed), ("",) if seed % 3 else ("", "alice", "bob"))
        yields = {i.key for i in problem.items if i.soft and not i.candidates}
        for entries in answered(problem, solve(problem, monotonic, 30)):
            combinations_seen += 1
            for (a, x, moved), (b, y, moved_too) in combinations(entries, 2):
                if not (moved or moved_too) or not x.people & y.people or {a.key, b.key} & yields:
                    continue
                first, second, before, after = (a, b, x, y) if x.start < y.start else (b, a, y, x)
                gap = first.after + second.before if problem.terms.sum_buffers else max(first.after, second.before)
                way = second.travel if x.place and y.place and x.place != y.place else 0
                assert after.start - before.end >= gap + way, (seed, a.key, b.key)
    assert combinations_seen > 300


def test_the_order_of_input_does_not_matter() -> None:
    for seed in range(200):
        problem = week(Random(seed))
        items = list(problem.items)
        Random(seed + 1).shuffle(items)
        mixed = [replace(i, candidates=tuple(reversed(i.candidates))) for i in items]
        one = solve(problem, monotonic, 30)
        other = solve(replace(problem, items=tuple(mixed)), monotonic, 30)
        assert one == other, seed


def interview(key: str, start: int, *starts: int, **more: object) -> Item:
    """An hour's interview that may go to `starts`; days of 24 hours from minute 0."""
    fields: dict[str, object] = {
        "key": key,
        "kind": "interview",
        "blocks": (Block(start, start + 60),),
        "length": 60,
        "before": 15,
        "after": 15,
        "candidates": tuple(Candidate(s, 0, s // 1440) for s in starts),
        "offers": (2, 3),
    }
    return Item(**{**fields, **more})  # type: ignore[arg-type]


def moved(problem: PlanProblem) -> dict[str, list[int]]:
    solution = solve(problem, monotonic, 30)
    assert solution.optimal
    return {d.key: [c.start for c in d.chosen] for d in solution.decisions}


def test_the_own_entry_moves_before_the_interview_and_the_interview_before_a_higher_ranked_one() -> None:
    own = Item("gym", "own", (Block(NINE, NINE + 60),), 60, candidates=(Candidate(NINE + 600),))
    days = (NINE + 1440, NINE + 2880)
    assert moved(PlanProblem((own, interview("a", NINE, *days)))) == {"gym": [NINE + 600]}
    first, second = interview("a", NINE, *days, rank=1), interview("b", NINE, *days, rank=2)
    assert moved(PlanProblem((first, second))) == {"b": list(days)}


def test_an_interview_without_two_alternatives_stays_and_what_would_have_to_give_is_said() -> None:
    first, second = interview("a", NINE, NINE + 1440), interview("b", NINE)
    solution = solve(PlanProblem((first, second)), monotonic, 30)
    assert solution.decisions == ()
    assert solution.vector[0] == 1
    assert solution.give is not None
    assert len(solution.give) == 1


def test_the_smallest_set_that_would_have_to_give_is_one_for_a_star_of_collisions() -> None:
    long = Item("all morning", "others", (Block(NINE, NINE + 300),), 300, disturbs=3)
    three = [interview(f"i{n}", NINE + 90 * n) for n in range(3)]
    solution = solve(PlanProblem((long, *three)), monotonic, 30)
    assert solution.vector[0] == 3
    assert solution.give == ("all morning",)


def test_offers_that_stand_are_kept_free() -> None:
    pinned = interview(
        "a", NINE, blocks=(Block(NINE + 1440, NINE + 1500), Block(NINE + 2880, NINE + 2940)), pinned=True
    )
    fixed = interview("c", NINE)
    other = interview("b", NINE, NINE + 1440, NINE + 2880, NINE + 1440 + 180, NINE + 2880 + 180, NINE + 4320)
    assert sorted(moved(PlanProblem((pinned, fixed, other)))["b"]) == [NINE + 1620, NINE + 3060, NINE + 4320]


def test_a_daily_limit_counts_every_possible_answer() -> None:
    terms = Terms(caps=(("", 2),))
    fixed = [interview("c", NINE + 1440, days=frozenset((1,))), interview("d", NINE + 1440 + 600, days=frozenset((1,)))]
    clashing = interview("e", NINE, days=frozenset((0,)))
    other = interview("b", NINE, NINE + 1440 + 200, NINE + 2880, NINE + 4320, days=frozenset((0,)))
    assert moved(PlanProblem((*fixed, clashing, other), terms)) == {"b": [NINE + 2880, NINE + 4320]}


def test_a_sequence_is_placed_in_order_within_its_span_with_breaks() -> None:
    def session(key: str, person: str) -> Item:
        every = tuple(Candidate(s, 0, 0) for s in range(NINE, NINE + 480, 30))
        return Item(key, "interview", (), 60, frozenset(("kim", person)), before=30, after=30, candidates=every)

    busy = Item("busy", "others", (Block(NINE, NINE + 150, frozenset(("alice",))),), 150, frozenset(("alice",)))
    sessions = (session("1", "alice"), session("2", "bob"), session("3", "alice"))
    problem = PlanProblem((busy, *sessions), sequences=(Sequence(("1", "2", "3"), 240, ordered=True),))
    times = moved(problem)
    assert times == {"1": [NINE + 180], "2": [NINE + 270], "3": [NINE + 360]}


def test_one_of_several_people_is_chosen_who_is_free() -> None:
    teams = [frozenset(("kim", who)) for who in ("dan", "erin")]
    every = tuple(Candidate(NINE, 0, 0, team) for team in teams)
    busy = Item("busy", "others", (Block(NINE, NINE + 60, frozenset(("dan",))),), 60, frozenset(("dan",)))
    solution = solve(PlanProblem((busy, Item("s", "interview", (), 60, teams[0], candidates=every))), monotonic, 30)
    assert [d.chosen[0].people for d in solution.decisions] == [frozenset(("kim", "erin"))]


def test_the_order_of_costs_is_the_users() -> None:
    people = Item("team", "others", (Block(NINE, NINE + 60),), 60, candidates=(Candidate(NINE + 600),), disturbs=9)
    asked = interview("a", NINE, NINE + 1440, NINE + 2880)
    assert moved(PlanProblem((people, asked))) == {"team": [NINE + 600]}
    gentle = Terms(order=("unsolved", "people", *(x for x in ORDER if x not in ("unsolved", "people"))))
    assert list(moved(PlanProblem((people, asked), gentle))) == ["a"]


def test_a_search_cut_short_still_gives_a_plan_that_fits_and_says_what_is_not_proven() -> None:
    from benchmarks.plan import full_calendar

    solution = solve(full_calendar(30, 60, 3), monotonic, 0.01)
    assert not solution.optimal
    gap = next(c for c in solution.costs if not c.proven)
    assert gap.bound < gap.value


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: PlanProblem((interview("a", 0), interview("a", 60))), "share the identifier 'a'"),
        (lambda: PlanProblem((interview("a", 0, before=-1),)), "0 minutes or more"),
        (lambda: PlanProblem((interview("a", 0, offers=(3, 2)),)), "no fewer"),
        (lambda: PlanProblem((), Terms(order=("unsolved",))), "name each of these once"),
        (lambda: PlanProblem((), sequences=(Sequence(("x",), 60),)), "'x', which is not in the plan"),
    ],
)
def test_a_problem_that_makes_no_sense_is_refused(wrong: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        wrong()  # type: ignore[operator]
