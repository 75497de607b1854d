"""What goes together: gaps that two items need, collisions as the week stands, starts that are still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scheduler.proposals.plan.model import Block, Candidate, Clash, Item, PlanProblem

GRAIN = 360  # minutes in a drawer of the calendar: wide enough that an item lies in few, narrow enough to find it


def need(first: Item, second: Item, place: str, next_place: str, total: bool) -> int:
    """The minutes that must lie between the end of `first` and the start of `second` (E33)."""
    rest = first.after + second.before if total else max(first.after, second.before)
    return rest + way(second, place, next_place)


def way(second: Item, place: str, next_place: str) -> int:
    """The minutes of the way to `second`; none where either is online, or both are at one place."""
    return second.travel if place and next_place and place != next_place else 0


def widest(items: Iterable[Item]) -> int:
    """No gap that two of these items need is longer."""
    found = [(max(i.before, i.buffer_now or 0), max(i.after, i.buffer_now or 0), i.travel) for i in items]
    return max((b for b, _, _ in found), default=0) + sum(max((f[k] for f in found), default=0) for k in (1, 2))


def as_block(item: Item, candidate: Candidate) -> Block:
    """The time that a new start takes: a loop is one solid block."""
    people = item.people if candidate.people is None else candidate.people
    return Block(candidate.start, candidate.start + item.length, people, item.place)


def apart(a: Item, x: Block, b: Item, y: Block, total: bool) -> tuple[int, int, int]:
    """Gap between two blocks (negative: they overlap), the gap needed, and the part of it that is the way.

    Where both begin and end together, either could come first: the order that needs more counts.
    """
    forward = need(a, b, x.place, y.place, total), way(b, x.place, y.place)
    backward = need(b, a, y.place, x.place, total), way(a, y.place, x.place)
    if (x.start, x.end) == (y.start, y.end):
        return (x.start - x.end, *max(forward, backward))
    if (x.start, x.end) < (y.start, y.end):
        return (y.start - x.end, *forward)
    return (x.start - y.end, *backward)


def fits(a: Item, x: Block, b: Item, y: Block, total: bool) -> bool:
    """Nobody is needed twice, and the gap is as long as both need it."""
    if x.people.isdisjoint(y.people):
        return True
    gap, needed, _ = apart(a, x, b, y, total)
    return gap >= needed


def _as_it_is(item: Item) -> Item:
    """The item with the gaps that count where it is now."""
    if item.buffer_now is None:
        return item
    return replace(item, before=item.buffer_now, after=item.buffer_now)


def clash(a: Item, b: Item, total: bool) -> Clash | None:
    """How two items collide where they are now; None where they do not."""
    hard = travel = False
    short = 0
    a, b = _as_it_is(a), _as_it_is(b)
    for x in a.blocks:
        for y in b.blocks:
            if x.people.isdisjoint(y.people):
                continue
            gap, needed, on_the_way = apart(a, x, b, y, total)
            short += max(0, needed - gap)
            if not (a.soft or b.soft):
                hard |= gap < on_the_way or gap < 0
                travel |= 0 <= gap < on_the_way
    if not short:
        return None
    first, second = sorted((a, b), key=lambda i: (i.start or 0, i.key))
    return Clash(first.key, second.key, hard, travel, short)


@dataclass(frozen=True, slots=True)
class Open:
    """A start that nothing immovable blocks. `against`: items that would have to leave their place for it."""

    candidate: Candidate
    cost: int
    against: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A problem made ready: items in the order of their keys, their open starts, the clashes as (i, j, clash)."""

    problem: PlanProblem
    items: tuple[Item, ...]
    starts: tuple[tuple[Open, ...], ...]
    clashes: tuple[tuple[int, int, Clash], ...]

    def index(self) -> dict[str, int]:
        return {item.key: i for i, item in enumerate(self.items)}

    def can_move(self, i: int) -> bool:
        """There are as many open starts as a move needs."""
        return len(self.starts[i]) >= self.items[i].offers[0]

    def fit(self, i: int, a: Candidate, j: int, b: Candidate) -> bool:
        """Two new starts go together."""
        one, two = self.items[i], self.items[j]
        return fits(one, as_block(one, a), two, as_block(two, b), self.problem.terms.sum_buffers)


def prepare(problem: PlanProblem, giving: bool = False) -> Ground:
    """The ground of a search; with `giving` immovable items stand against a start like all others."""
    items = tuple(sorted(problem.items, key=lambda i: i.key))
    shelf = _Shelf(items)
    yielding = frozenset(i for i, item in enumerate(items) if item.soft and not item.movable)
    starts = tuple(tuple(_open(problem, items, i, shelf, yielding, giving)) for i in range(len(items)))
    # An item all of whose starts are blocked cannot move, and blocks others: once more with what is now known.
    while not giving:
        stuck = [i for i, item in enumerate(items) if item.movable and len(starts[i]) < item.offers[0]]
        if not stuck:
            break
        for i in stuck:
            items = (*items[:i], replace(items[i], candidates=()), *items[i + 1 :])
        starts = tuple(tuple(_open(problem, items, i, shelf, yielding, giving)) for i in range(len(items)))
    return Ground(problem, items, starts, tuple(_clashes(problem, items)))


class _Shelf:
    """The blocks of a week in drawers by person and time, so that neighbours are found without looking at all."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.reach = widest(items)
        self.drawers: dict[tuple[str, int], list[tuple[int, Block]]] = defaultdict(list)
        for i, item in enumerate(items):
            for block in item.blocks:
                for person in block.people:
                    for at in range(block.start // GRAIN, block.end // GRAIN + 1):
                        self.drawers[person, at].append((i, block))

    def near(self, block: Block) -> Iterator[tuple[int, Block]]:
        """What could stand against `block`; the same may come twice."""
        first, last = (block.start - self.reach) // GRAIN, (block.end + self.reach) // GRAIN
        low, high = block.start - self.reach, block.end + self.reach
        for person in block.people:
            for at in range(first, last + 1):
                for i, other in self.drawers.get((person, at), ()):
                    if other.start <= high and low <= other.end:
                        yield i, other


def _open(
    problem: PlanProblem, items: tuple[Item, ...], i: int, shelf: _Shelf, yielding: frozenset[int], giving: bool
) -> Iterator[Open]:
    item = items[i]
    for candidate in sorted(item.candidates, key=_place_in_list):
        if candidate.start == item.start and candidate.people in (None, item.people):
            continue  # that is where it stands
        block = as_block(item, candidate)
        against: set[int] = set()
        soft: set[int] = set()
        for j, other in shelf.near(block):
            if j == i or j in against or fits(item, block, items[j], other, problem.terms.sum_buffers):
                continue
            if j in yielding:
                soft.add(j)
            elif items[j].movable or giving:
                against.add(j)
            else:
                break
        else:
            cost = candidate.cost + problem.terms.soft_cost * len(soft)
            yield Open(candidate, cost, tuple(sorted(against)))


def _place_in_list(candidate: Candidate) -> tuple[int, list[str]]:
    return candidate.start, sorted(candidate.people or ())


def _clashes(problem: PlanProblem, items: tuple[Item, ...]) -> Iterator[tuple[int, int, Clash]]:
    """All pairs that collide as the week stands and of which one is an interview (or `every_pair`)."""
    reach = widest(items)
    blocks = sorted((b.start, b.end, i) for i, item in enumerate(items) for b in item.blocks)
    seen: set[tuple[int, int]] = set()
    running: list[tuple[int, int]] = []
    for start, end, i in blocks:
        running = [(e, j) for e, j in running if e + reach > start]
        for _, j in running:
            pair = (min(i, j), max(i, j))
            touches = problem.terms.every_pair or "interview" in (items[i].kind, items[j].kind)
            if i == j or pair in seen or not touches or (items[i].outside and items[j].outside):
                continue
            seen.add(pair)
            found = clash(items[pair[0]], items[pair[1]], problem.terms.sum_buffers)
            if found is not None:
                yield (*pair, found)
        running.append((end, i))
