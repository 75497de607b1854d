"""The cost of a plan, level by level, in the order in which levels are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scheduler.proposals.plan.fit import Ground, Open
from scheduler.proposals.plan.model import Item, Level

# Item index -> indices of the starts chosen; what is not in it stays where it is.
Choice = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """One number to be minimised; `rank` splits the level "ranking" into a number for each rank."""

    level: Level
    rank: int = 0


def steps(ground: Ground) -> tuple[Step, ...]:
    """All numbers of the cost in the order of the problem."""
    ranks = sorted({i.rank for i in ground.items if i.rank and i.kind == "interview"})
    found: list[Step] = []
    for level in ground.problem.terms.order:
        found += [Step(level, r) for r in ranks] if level == "ranking" else [Step(level)]
    return tuple(found)


def evaluate(ground: Ground, choice: Choice) -> tuple[int, ...]:
    """The cost vector of a choice, in the order of `steps`."""
    return tuple(_step(ground, choice, step) for step in steps(ground))


def _step(ground: Ground, choice: Choice, step: Step) -> int:
    moved = [ground.items[i] for i in choice]
    picks = [(ground.items[i], ground.starts[i][t]) for i, chosen in choice.items() for t in chosen]
    match step.level:
        case "unsolved":
            unplaced = sum(not item.blocks and i not in choice for i, item in enumerate(ground.items))
            return unplaced + sum(c.hard for i, j, c in ground.clashes if i not in choice and j not in choice)
        case "shortfall":
            return sum(c.short for i, j, c in ground.clashes if i not in choice and j not in choice)
        case "choice":
            return sum(lost_choice(ground, i, chosen) for i, chosen in choice.items())
        case "distance":
            return sum(distance(item, pick) for item, pick in picks)
        case "times":
            return sum(pick.cost for _, pick in picks)
        case "repeated":
            return repeated(moved)
        case _:
            return sum(share(item, step) for item in moved)


def share(item: Item, step: Step) -> int:
    """What moving one item adds to a level that is a plain sum over what moves."""
    asked = item.kind == "interview" and bool(item.blocks)
    match step.level:
        case "last_resort":
            return int(item.last_resort)
        case "ranking":
            return int(asked and item.rank == step.rank)
        case "notice":
            return int(item.short_notice and bool(item.blocks))
        case "interviews":
            return int(asked)
        case "people":
            return 0 if item.kind == "interview" else item.disturbs
        case _:
            return 0


def repeated(moved: Iterable[Item]) -> int:
    """For every interview that moves: how often its company was asked before, in this plan or earlier."""
    asked = [i for i in moved if i.kind == "interview" and i.blocks and i.company]
    again = sum(n - 1 for n in Counter(i.company for i in asked).values())
    return again + sum(i.moved_before for i in asked)


def lost_choice(ground: Ground, i: int, chosen: tuple[int, ...]) -> int:
    """Alternatives that are missing, or lie on a day that another one has."""
    item = ground.items[i]
    if item.offers[1] == 1:
        return 0
    return item.offers[1] - len({ground.starts[i][t].candidate.day for t in chosen})


def distance(item: Item, pick: Open) -> int:
    """Minutes between where an item is and where it would be; what has no time yet comes best as early as it can."""
    if item.start is None:
        return pick.candidate.start - min(c.start for c in item.candidates)
    return abs(pick.candidate.start - item.start)
