"""Two or three times to offer, best first, with the reasons for each (E17, E25, E34)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal, NamedTuple

from scheduler.model.time import Period
from scheduler.proposals.costs import Cost, cost, total
from scheduler.proposals.grid import starts
from scheduler.proposals.openings import Openings
from scheduler.proposals.rules import Ground, Party, Taken, Terms, Wanted
from scheduler.proposals.sides import ONE_DAY

# So many days with an opening are weighed, those nearest to the target first: a choice needs no more.
NEAR_DAYS = 8
SAME_DAY, SAME_PART = 100, 25

Part = Literal["morning", "midday", "afternoon", "evening"]


class Proposal(NamedTuple):
    """A time to offer. `reasons` and `costs` are for the user alone; only `period` may go to others (E19)."""

    period: Period
    reasons: tuple[str, ...] = ()
    costs: tuple[Cost, ...] = ()

    @property
    def points(self) -> int:
        return total(self.costs)


def propose(wanted: Wanted, ground: Ground, terms: Terms, count: int = 3, step: int = 15) -> tuple[Proposal, ...]:
    """Up to `count` times to offer, best first, none of which overlap each other.

    The time asked for comes first, unrounded, where it is free. One is the earliest that the notice allows; the
    rest are cheap, on other days and in other parts of the day. Tentative entries and lunch are only taken where
    nothing else is left. The same for every order of parties' entries.
    """
    chosen: list[Proposal] = []
    asked = wanted.wanted
    if asked is not None and Openings(wanted, ground, terms).allows(asked):
        costs = cost(asked, wanted, ground, terms)
        chosen.append(Proposal(wanted.at(asked), ("it is the time asked for",), costs))
    for strict in (True, False):
        if len(chosen) < count:
            chosen = _more(chosen, _Scale(Openings(wanted, ground, terms, strict), step), count)
    return tuple(_ranked(chosen, wanted))


def _ranked(chosen: list[Proposal], wanted: Wanted) -> list[Proposal]:
    return sorted(chosen, key=lambda p: (p.period.start != wanted.wanted, p.points, p.period.start))


def _more(chosen: list[Proposal], scale: _Scale, count: int) -> list[Proposal]:
    """The chosen ones and, as far as there are any, the earliest start and the cheapest ones well away from them."""
    openings, wanted, chosen = scale.openings, scale.openings.wanted, list(chosen)
    if count > 1 and all(p.period.start == wanted.wanted for p in chosen):
        first = next((s for s in scale.from_the_start() if _apart(s, chosen, wanted) and scale.unclouded(s)), None)
        if first is not None:
            reason = "it is the earliest that notice and calendars allow"
            chosen.append(Proposal(wanted.at(first), (reason,), scale.costs(first)))
    weighed = [(s, scale.costs(s)) for s in scale.near_the_target()] if len(chosen) < count else []
    while len(chosen) < count:
        left = [(s, c) for s, c in weighed if _apart(s, chosen, wanted)]
        if not left:
            break
        start, costs = min(left, key=lambda x: (total(x[1]) + _crowding(x[0], chosen, openings), x[0]))
        chosen.append(Proposal(wanted.at(start), (_spread_reason(start, chosen, openings),), costs))
    return chosen


def _apart(start: datetime, chosen: Iterable[Proposal], wanted: Wanted) -> bool:
    """A start worth offering beside the chosen ones: another time than now, and no overlap with them."""
    period = wanted.at(start)
    return start != wanted.current and not any(p.period.overlaps(period) for p in chosen)


def _crowding(start: datetime, chosen: Iterable[Proposal], openings: Openings) -> int:
    """What nearness to the chosen ones costs, so that the alternatives differ in day and part of the day."""
    side = openings.ground.reader
    here = side.local(start)
    points = 0
    for other in chosen:
        there = side.local(other.period.start)
        points += SAME_DAY * (there.date() == here.date()) + SAME_PART * (part_of(there) == part_of(here))
    return points


def part_of(local: datetime) -> Part:
    """The part of the day of a wall-clock time."""
    hour = local.hour
    return "morning" if hour < 11 else "midday" if hour < 14 else "afternoon" if hour < 17 else "evening"


def _spread_reason(start: datetime, chosen: list[Proposal], openings: Openings) -> str:
    side = openings.ground.reader
    here = side.local(start)
    if not chosen:
        return "it costs the least"
    if any(side.local(p.period.start).date() == here.date() for p in chosen):
        return f"it is another time of that {here:%A}, since other days have nothing better"
    parts = {part_of(side.local(p.period.start)) for p in chosen}
    return "it gives a choice: another day" + (" and part of the day" if part_of(here) not in parts else "")


class _Scale:
    """Round starts and their costs; the entries that can cost something are looked up by UTC date."""

    __slots__ = ("_by_day", "_grounds", "openings", "step")

    def __init__(self, openings: Openings, step: int) -> None:
        self.openings, self.step = openings, step
        self._by_day = {id(p): _costly(p, openings.terms.window) for p in openings.ground.everybody()}
        self._grounds: dict[date, Ground] = {}

    def costs(self, start: datetime) -> tuple[Cost, ...]:
        day = start.date()
        here = self._grounds.get(day)
        if here is None:
            here = self._grounds[day] = self.openings.ground.mapped(lambda party: self._thin(party, day))
        return cost(start, self.openings.wanted, here, self.openings.terms)

    def unclouded(self, start: datetime) -> bool:
        """Nobody is away on that day; where somebody always is, no time is offered as the earliest."""
        if not any(party.days for party in self.openings.ground.everybody()):
            return True
        return all(c.kind != "away" for c in self.costs(start))

    def from_the_start(self) -> Iterator[datetime]:
        for day in self._days():
            yield from self._on(day)

    def near_the_target(self) -> Iterator[datetime]:
        """The round starts of the days with openings that are nearest to the target."""
        openings, wanted = self.openings, self.openings.wanted
        target = wanted.wanted or wanted.current or openings.terms.earliest
        middle = openings.ground.parties[0].side.local(target).date()
        found = 0
        for day in sorted(self._days(), key=lambda d: (abs(d - middle), d)):
            here = list(self._on(day))
            yield from here
            found += bool(here)
            if found == NEAR_DAYS:
                return

    def _on(self, day: date) -> Iterator[datetime]:
        return starts(self.openings.on(day), self.openings.ground.reader, self.step)

    def _days(self) -> Iterator[date]:
        terms = self.openings.terms
        period = Period(terms.earliest, max(terms.earliest, terms.window.end))
        return self.openings.ground.parties[0].side.days(period)

    def _thin(self, party: Party, day: date) -> Party:
        """The party with only those entries that can cost something on a UTC date."""
        by_day = self._by_day[id(party)]
        near = {id(t): t for d in (day - ONE_DAY, day, day + ONE_DAY) for t in by_day.get(d, ())}
        return party._replace(taken=tuple(near.values()))


def _costly(party: Party, window: Period) -> dict[date, list[Taken]]:
    """Tentative entries and interviews by the UTC dates that they touch in and around the window."""
    found: dict[date, list[Taken]] = {}
    for taken in party.taken:
        if taken.hardness == "tentative" or taken.needs.kind == "interview":
            day = max(taken.period.start, window.start - ONE_DAY).date()
            last = min(taken.period.end, window.end + ONE_DAY).date()
            while day <= last:
                found.setdefault(day, []).append(taken)
                day += ONE_DAY
    return found
