"""What holds beside time and place: daily limits, and visits that stay together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.proposals.plan.engine import Lit, flip
from scheduler.proposals.plan.fit import as_block
from scheduler.proposals.plan.model import Sequence

if TYPE_CHECKING:
    from scheduler.proposals.plan.formulate import Formulation


def add_caps(form: Formulation) -> None:
    """No person's day gets an interview that makes it too many (existing overloads may stay)."""
    for person, cap in form.ground.problem.terms.caps:
        stay: dict[int, list[int]] = defaultdict(list)
        come: dict[int, list[tuple[int, Lit]]] = defaultdict(list)
        for i, item in enumerate(form.ground.items):
            if item.kind != "interview":
                continue
            if person in item.people or any(person in b.people for b in item.blocks):
                for day in item.days:
                    stay[day].append(i)
            for day, lit in _days_of(form, i, person):
                come[day].append((i, lit))
        for day, lits in sorted(come.items()):
            _cap(form, stay[day], lits, cap)


def _days_of(form: Formulation, i: int, person: str) -> Iterator[tuple[int, Lit]]:
    """The days of a person that an item may take, each with what is true where it does."""
    item, by_day = form.ground.items[i], defaultdict(list)
    if form.days[i] and all(s.candidate.people is None for s in form.ground.starts[i]):
        if person in item.people:
            yield from form.days[i].items()
        return
    for pick, start in form.starts_of(i):
        if person in as_block(item, start.candidate).people:
            by_day[start.candidate.day].append(pick)
    for day, lits in by_day.items():
        if item.offers[1] == 1:
            yield from ((day, lit) for lit in lits)
        else:
            yield day, form.any_of(lits)


def _cap(form: Formulation, stay: list[int], come: list[tuple[int, Lit]], cap: int) -> None:
    here: dict[int, list[Lit]] = defaultdict(list)
    for i, lit in come:
        here[i].append(lit)
    if len({*stay, *here}) <= cap:
        return
    # An item counts once: where it comes it has left, so both cannot be true of one item.
    terms = [(1, lit) for _, lit in come]
    left = [(-1, lits[j]) for j in stay for lits in (form.moved, form.given) if j in lits]
    room = cap - len(stay)
    if len(stay) <= cap:
        form.engine.between(None, [*terms, *left], room)
    else:
        for _, lit in come:
            form.engine.between(None, [*terms, *left], room, only_if=[lit])
            form.engine.between(None, [(1 - room, lit), *left], 0)  # says less, but as a plain sum


def add_sequence(form: Formulation, sequence: Sequence) -> None:
    index = form.ground.index()
    members = [index[k] for k in sequence.keys]
    for i, j in combinations(members, 2):
        for mover, other in ((i, j), (j, i)):
            if mover not in form.moved or not (other in form.moved or form.ground.items[other].blocks):
                continue
            only_if = [form.moved[mover]]
            if not form.ground.items[other].blocks:
                only_if.append(form.moved[other])
            if other in form.given:
                only_if.append(flip(form.given[other]))
            _within(form, i, j, sequence, only_if)


def _within(form: Formulation, i: int, j: int, sequence: Sequence, only_if: list[Lit]) -> None:
    """start(j) - start(i) lies in the span, both ways; in order, `j` begins after `i` has ended."""
    terms, fixed = _start(form, j, 1)
    others, constant = _start(form, i, -1)
    both, base = [*terms, *others], fixed + constant
    long_i, long_j = form.ground.items[i].length, form.ground.items[j].length
    lowest = long_i if sequence.ordered else long_i - sequence.span
    form.engine.between(lowest - base, both, sequence.span - long_j - base, only_if)


def _start(form: Formulation, i: int, sign: int) -> tuple[list[tuple[int, Lit]], int]:
    """The start of an item as a sum, around the start that it has now (or the first one open)."""
    item, starts = form.ground.items[i], form.ground.starts[i]
    base = item.start if item.start is not None else starts[0].candidate.start
    return [(sign * (start.candidate.start - base), x) for x, start in form.starts_of(i)], sign * base
