"""The problem of a week and its solution as values; all times are whole minutes since 1970-01-01T00:00Z."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from scheduler.errors import UsageError

Kind = Literal["interview", "own", "others"]
Level = Literal[
    "unsolved",
    "last_resort",
    "ranking",
    "notice",
    "interviews",
    "people",
    "repeated",
    "shortfall",
    "choice",
    "distance",
    "times",
]
ORDER: tuple[Level, ...] = get_args(Level)
# Levels that depend on who moves only, not on where to: a small model finds their optimum.
WHO: frozenset[Level] = frozenset(ORDER[:8])

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
USER = ""


def minute(instant: datetime, up: bool = False) -> int:
    """Minutes since 1970 in UTC; seconds go down, or (`up`) up, so that no busy second is lost."""
    seconds = (instant - EPOCH) // timedelta(seconds=1)
    return -(-seconds // 60) if up else seconds // 60


def instant(minutes: int) -> datetime:
    return EPOCH + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Half-open minutes that take the time of all `people`; `place` is "" where online or unknown."""

    start: int
    end: int
    people: frozenset[str] = field(default=frozenset((USER,)), compare=False)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A start that the rules allow: `cost` in points (0 is the best time), `day` counts days in the user's zone.

    `people` replaces the item's people, where one of several can do it.
    """

    start: int
    cost: int = 0
    day: int = 0
    people: frozenset[str] | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in the week: an interview (a loop is one), an own entry, or an event of other people's.

    `blocks` say where it is now: its sessions, all times offered where `pinned`, none where it has no time yet.
    Without candidates it cannot move. `offers` are the fewest and the most alternatives that a move needs.
    `length`, `before`, `after` and `travel` (to its place) are minutes; `buffer_now` is the gap on both sides below
    which the place it has now counts as too tight (None: as `before` and `after`), since a new time must leave more
    room than an old one must have; `days` the days it is on now; `rank` 1 is the company wanted most, 0 unranked;
    `disturbs` counts people; `moved_before` the company's earlier moves. What is `outside` (of the days of the plan, or
    begun) takes its time, but collisions among such items do not count.
    """

    key: str
    kind: Kind
    blocks: tuple[Block, ...] = ()
    length: int = 0
    people: frozenset[str] = frozenset((USER,))
    place: str = ""
    before: int = 0
    after: int = 0
    travel: int = 0
    buffer_now: int | None = None
    days: frozenset[int] = frozenset()
    candidates: tuple[Candidate, ...] = ()
    offers: tuple[int, int] = (1, 1)
    company: str = ""
    rank: int = 0
    soft: bool = False
    short_notice: bool = False
    last_resort: bool = False
    disturbs: int = 0
    moved_before: int = 0
    pinned: bool = False
    outside: bool = False
    title: str = ""
    why_fixed: str = ""

    @property
    def start(self) -> int | None:
        """Where it begins now."""
        return min((b.start for b in self.blocks), default=None)

    @property
    def movable(self) -> bool:
        return bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Interviews that belong to one visit: within `span` minutes from the first start to the last end.

    `ordered`: they come in the order of `keys`.
    """

    keys: tuple[str, ...]
    span: int
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all items.

    `caps`: the most interviews a day by person. `soft_cost`: points for a time that touches a soft entry.
    `sum_buffers`: the gap between two is after plus before, not the larger. `every_pair`: collisions count also where
    neither side is an interview.
    """

    order: tuple[Level, ...] = ORDER
    caps: tuple[tuple[str, int], ...] = ()
    soft_cost: int = 60
    sum_buffers: bool = False
    every_pair: bool = False


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """A week to be cleared; the order of items has no meaning."""

    items: tuple[Item, ...]
    terms: Terms = Terms()
    sequences: tuple[Sequence, ...] = ()

    def __post_init__(self) -> None:
        keys = [i.key for i in self.items]
        if len(set(keys)) != len(keys):
            double = next(k for k in keys if keys.count(k) > 1)
            raise UsageError(f"Two entries of the plan share the identifier {double!r}; each needs its own.")
        for item in self.items:
            if min(item.before, item.after, item.travel, item.length) < 0:
                raise UsageError(f"{item.title or item.key}: buffers, travel and length are 0 minutes or more.")
            if not 1 <= item.offers[0] <= item.offers[1]:
                raise UsageError(f"{item.title or item.key}: the fewest alternatives are 1, the most no fewer.")
        if set(self.terms.order) != set(ORDER) or len(self.terms.order) != len(ORDER):
            raise UsageError(f"The order of costs must name each of these once: {', '.join(ORDER)}.")
        missing = {k for s in self.sequences for k in s.keys} - set(keys)
        if missing:
            raise UsageError(f"A sequence names {sorted(missing)[0]!r}, which is not in the plan.")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two items that do not go together where they are now.

    `hard`: they overlap, or (`travel`) the way between them is longer than the gap. `short` is what is missing, in
    minutes, to the gap that they need.
    """

    first: str
    second: str
    hard: bool
    travel: bool
    short: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of an item that moves: the times offered (one time: it goes there), best first."""

    key: str
    chosen: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class LevelCost:
    """One level of the cost: `value` reached, `bound` proven; `detail` is the rank where companies are ranked."""

    level: Level
    value: int
    bound: int
    detail: int = 0

    @property
    def proven(self) -> bool:
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class PlanSolution:
    """The answer: decisions by item key (what is not named stays), and what is left.

    `give`: the smallest set of items that would have to go so that nothing stays unsolved; empty where all is solved,
    None where the time did not suffice to find it.
    """

    costs: tuple[LevelCost, ...]
    decisions: tuple[Decision, ...] = ()
    solved: tuple[Clash, ...] = ()
    left: tuple[Clash, ...] = ()
    unplaced: tuple[str, ...] = ()
    give: tuple[str, ...] | None = ()
    seconds: float = field(default=0.0, compare=False)

    @property
    def optimal(self) -> bool:
        return all(c.proven for c in self.costs)

    @property
    def vector(self) -> tuple[int, ...]:
        return tuple(c.value for c in self.costs)
