"""The best plan by trying everything, written from docs/plan.md alone: no line is shared with the model."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import Any

from scheduler.proposals.plan.model import Block, Candidate, Item, PlanProblem

Offer = tuple[Candidate, ...]  # () is: stays


def best(problem: PlanProblem) -> tuple[int, ...]:
    """The smallest cost vector of all plans that fit."""
    found: tuple[int, ...] | None = None
    for offers in product(*(_options(problem, item) for item in problem.items)):
        plan = dict(zip((i.key for i in problem.items), offers, strict=True))
        if _allowed(problem, plan):
            cost = _cost(problem, plan)
            found = cost if found is None or cost < found else found
    assert found is not None
    return found


def _people(item: Item, offer: Candidate) -> frozenset[str]:
    return item.people if offer.people is None else offer.people


def _options(problem: PlanProblem, item: Item) -> list[Offer]:
    fine = []
    for c in item.candidates:
        here = min((b.start for b in item.blocks), default=None)
        if c.start == here and _people(item, c) == item.people:
            continue
        fixed = [o for o in problem.items if o.key != item.key and not o.candidates and not o.soft]
        if all(_apart(problem, item, _spot(item, c), o, b) for o in fixed for b in o.blocks):
            fine.append(c)
    options: list[Offer] = [()]
    for size in range(item.offers[0], item.offers[1] + 1):
        for some in combinations(fine, size):
            if all(_apart(problem, item, _spot(item, a), item, _spot(item, b)) for a, b in combinations(some, 2)):
                options.append(some)
    return options


def _spot(item: Item, c: Candidate) -> Block:
    return Block(c.start, c.start + item.length, _people(item, c), item.place)


def _missing(problem: PlanProblem, a: Item, x: Block, b: Item, y: Block) -> tuple[int, int, int]:
    """(free minutes between, minutes needed, minutes of the way); free is negative where the two overlap."""
    if (y.start, y.end) < (x.start, x.end):
        a, x, b, y = b, y, a, x
    found = []
    for one, other in ((a, b), (b, a)):
        way = other.travel if x.place and y.place and x.place != y.place else 0
        buffer = one.after + other.before if problem.terms.sum_buffers else max(one.after, other.before)
        found.append((y.start - x.end, buffer + way, way))
    together = (x.start, x.end) == (y.start, y.end)
    return max(found) if together else found[0]


def _apart(problem: PlanProblem, a: Item, x: Block, b: Item, y: Block) -> bool:
    if not x.people & y.people:
        return True
    free, needed, _ = _missing(problem, a, x, b, y)
    return free >= needed


def _allowed(problem: PlanProblem, plan: dict[str, Offer]) -> bool:
    items = {i.key: i for i in problem.items}
    placed = [(items[k], _spot(items[k], c)) for k, offer in plan.items() for c in offer]
    for (a, x), (b, y) in combinations(placed, 2):
        if a.key != b.key and not _apart(problem, a, x, b, y):
            return False
    staying = [i for i in problem.items if not plan[i.key]]
    for a, x in placed:
        for b in staying:
            yields = b.soft and not b.candidates
            if not yields and any(not _apart(problem, a, x, b, y) for y in b.blocks):
                return False
    return _under_caps(problem, plan) and all(_together(items, plan, s) for s in problem.sequences)


def _under_caps(problem: PlanProblem, plan: dict[str, Offer]) -> bool:
    for person, cap in problem.terms.caps:
        new_days: set[int] = set()
        count: dict[int, set[str]] = {}
        for item in problem.items:
            if item.kind != "interview":
                continue
            offer = plan[item.key]
            if offer:
                days = {c.day for c in offer if person in _people(item, c)}
                new_days |= days
            else:
                busy = person in item.people or any(person in b.people for b in item.blocks)
                days = set(item.days) if busy else set()
            for day in days:
                count.setdefault(day, set()).add(item.key)
        if any(len(count[day]) > cap for day in new_days):
            return False
    return True


def _together(items: dict[str, Item], plan: dict[str, Offer], sequence: Any) -> bool:
    times = []
    for key in sequence.keys:
        item = items[key]
        start = plan[key][0].start if plan[key] else min((b.start for b in item.blocks), default=None)
        if start is not None:
            times.append((start, start + item.length, bool(plan[key])))
    for (s, e, moved), (t, f, moved_too) in combinations(times, 2):
        if not (moved or moved_too):
            continue
        if max(e, f) - min(s, t) > sequence.span or (sequence.ordered and e > t):
            return False
    return True


def _cost(problem: PlanProblem, plan: dict[str, Offer]) -> tuple[int, ...]:
    moved = [i for i in problem.items if plan[i.key]]
    asked = [i for i in moved if i.kind == "interview" and i.blocks]
    hard, short = _left(problem, [i for i in problem.items if not plan[i.key]])
    companies = {i.company for i in asked if i.company}
    ranks = sorted({i.rank for i in problem.items if i.kind == "interview" and i.rank})
    soft = [i for i in problem.items if i.soft and not i.candidates]
    spots = [(i, c) for i in moved for c in plan[i.key]]
    touched = sum(any(not _apart(problem, i, _spot(i, c), s, b) for b in s.blocks) for i, c in spots for s in soft)
    levels: dict[str, list[int]] = {
        "unsolved": [hard + sum(not i.blocks and not plan[i.key] for i in problem.items)],
        "last_resort": [sum(i.last_resort for i in moved)],
        "ranking": [sum(i.rank == r for i in asked) for r in ranks],
        "notice": [sum(i.short_notice for i in moved if i.blocks)],
        "interviews": [len(asked)],
        "people": [sum(i.disturbs for i in moved if i.kind != "interview")],
        "repeated": [
            sum(i.moved_before for i in asked if i.company)
            + sum(max(0, sum(i.company == c for i in asked) - 1) for c in companies)
        ],
        "shortfall": [short],
        "choice": [sum(i.offers[1] - len({c.day for c in plan[i.key]}) for i in moved if i.offers[1] > 1)],
        "distance": [sum(_way_to(i, c) for i, c in spots)],
        "times": [sum(c.cost for _, c in spots) + problem.terms.soft_cost * touched],
    }
    return tuple(n for level in problem.terms.order for n in levels[level])


def _left(problem: PlanProblem, staying: list[Item]) -> tuple[int, int]:
    hard = short = 0
    for a, b in combinations(staying, 2):
        if a.outside and b.outside:
            continue
        if not problem.terms.every_pair and a.kind != "interview" and b.kind != "interview":
            continue
        collides = False
        a, b = _now(a), _now(b)
        for x, y in product(a.blocks, b.blocks):
            if x.people & y.people:
                free, needed, way = _missing(problem, a, x, b, y)
                short += max(0, needed - free)
                collides = collides or free < 0 or free < way
        hard += collides and not a.soft and not b.soft
    return hard, short


def _way_to(item: Item, offer: Candidate) -> int:
    from_here = [b.start for b in item.blocks] or [c.start for c in item.candidates]
    return abs(offer.start - min(from_here))


def _now(item: Item) -> Item:
    gap = item.buffer_now
    return item if gap is None else replace(item, before=gap, after=gap)
