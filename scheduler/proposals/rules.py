"""What forbids a time, with the reasons; every proposal and plan is judged here (and weighed in `costs`).

Instants are UTC. Texts of obstacles are for the user alone: they may name her other entries (E19).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from scheduler.model.freebusy import Hardness
from scheduler.model.time import Period
from scheduler.proposals.sides import Side

NONE = timedelta(0)
MINUTE = timedelta(minutes=1)
# An entry without length takes the instant at which it stands (Period.overlaps), so nothing may start just there.
INSTANT = timedelta(microseconds=1)

BufferMode = Literal["max", "sum"]
ObstacleKind = Literal[
    "notice", "window", "hours", "holiday", "protected", "busy", "buffer", "cap", "unknown", "people"
]


class Needs(NamedTuple):
    """What an entry wants around it. `travel` is the way to it as its calendar states it, None: the default counts.

    `kind` "interview" counts towards the daily cap; all other words only appear in reasons.
    """

    before: timedelta = NONE
    after: timedelta = NONE
    place: str = ""
    in_person: bool = False
    travel: timedelta | None = None
    kind: str = "event"


PLAIN = Needs()


class Taken(NamedTuple):
    """A stretch that is taken in somebody's calendar; `label` is what its owner calls it."""

    period: Period
    needs: Needs = PLAIN
    hardness: Hardness = "busy"
    label: str = ""


class Wanted(NamedTuple):
    """What is to be placed. `current` is where it stands now, `wanted` the time somebody asked for."""

    duration: timedelta
    needs: Needs = PLAIN
    current: datetime | None = None
    wanted: datetime | None = None

    def at(self, start: datetime) -> Period:
        return Period(start, start + self.duration)


class Terms(NamedTuple):
    """What holds for every party: the new period lies in `window` and starts `notice` after `now` (E10)."""

    now: datetime
    window: Period
    notice: timedelta = timedelta(hours=24)
    buffers: BufferMode = "max"
    travel: timedelta = timedelta(minutes=30)

    @property
    def earliest(self) -> datetime:
        return max(self.window.start, self.now + self.notice)


class Party(NamedTuple):
    """Somebody whose time is needed; `name` "" is the user.

    `per_day` caps the interviews of a day (None: no cap). `needs` is what the meeting wants around it in this
    calendar (None: what Wanted says). `known`: outside of it nothing is known about this calendar. `days` are all-day
    entries that take no time: a trip that is marked as free, say, which speaks against meeting in person.
    """

    name: str
    side: Side
    taken: tuple[Taken, ...] = ()
    per_day: int | None = None
    needs: Needs | None = None
    known: Period | None = None
    days: tuple[Taken, ...] = ()

    @property
    def whose(self) -> str:
        return f"{self.name}'s" if self.name else "your"

    def called(self, taken: Taken) -> str:
        """An entry of this calendar in a sentence."""
        if not taken.label:
            return f"an entry in {self.whose} calendar"
        return f"'{taken.label}'" + (f" in {self.whose} calendar" if self.name else "")


class Pool(NamedTuple):
    """People of whom `need` must be free."""

    parties: tuple[Party, ...]
    need: int


class Ground(NamedTuple):
    """Everybody whom a time must suit: all of `parties`, and of each pool as many as it needs.

    `recipient` is the side whose clock shows round starts (None: the first party's).
    """

    parties: tuple[Party, ...]
    pools: tuple[Pool, ...] = ()
    recipient: Side | None = None

    @property
    def reader(self) -> Side:
        return self.recipient or self.parties[0].side

    def everybody(self) -> tuple[Party, ...]:
        return (*self.parties, *(p for pool in self.pools for p in pool.parties))

    def mapped(self, change: Callable[[Party], Party]) -> Ground:
        """The ground with every party changed in its place."""
        pools = tuple(pool._replace(parties=tuple(map(change, pool.parties))) for pool in self.pools)
        return self._replace(parties=tuple(map(change, self.parties)), pools=pools)


class Obstacle(NamedTuple):
    """Why a start is impossible; `who` is the party ("" the user), `period` and `label` are what is in the way."""

    kind: ObstacleKind
    text: str
    who: str = ""
    period: Period | None = None
    label: str = ""


def gap(left: Needs, right: Needs, terms: Terms) -> timedelta:
    """The time that must lie between the end of `left` and the start of `right` (E33)."""
    rest = left.after + right.before if terms.buffers == "sum" else max(left.after, right.before)
    return rest + way(left, right, terms)


def way(left: Needs, right: Needs, terms: Terms) -> timedelta:
    """The way from one to the other: none unless both are in person and not known to be at the same place."""
    if not (left.in_person and right.in_person):
        return NONE
    if left.place and left.place.casefold() == right.place.casefold():
        return NONE
    return terms.travel if right.travel is None else right.travel


def shut(taken: Taken, duration: timedelta, needs: Needs, terms: Terms) -> tuple[datetime, datetime]:
    """The open interval of starts that `taken` rules out for a meeting of that length and those needs."""
    period = taken.period
    end = max(period.end, period.start + INSTANT)
    first = period.start - duration - gap(needs, taken.needs, terms)
    return first, end + gap(taken.needs, needs, terms)


def forbidden(start: datetime, wanted: Wanted, ground: Ground, terms: Terms) -> tuple[Obstacle, ...]:
    """Everything that makes `start` impossible; empty: it can be offered. Linear in the entries of all calendars."""
    period = wanted.at(start)
    found = list(_outside(period, terms))
    for party in ground.parties:
        found += against(party, period, wanted, terms)
    for pool in ground.pools:
        lacking = {p.name: against(p, period, wanted, terms) for p in pool.parties}
        free = sum(not obstacles for obstacles in lacking.values())
        if free < pool.need:
            reasons = "; ".join(obstacles[0].text for obstacles in lacking.values() if obstacles)
            text = f"only {free} of the {pool.need} needed of {', '.join(lacking)} can: {reasons}"
            found.append(Obstacle("people", text, period=period))
    return tuple(found)


def _outside(period: Period, terms: Terms) -> Iterator[Obstacle]:
    if period.start < terms.now:
        yield Obstacle("notice", "it lies in the past")
    elif period.start < terms.now + terms.notice:
        hours = (period.start - terms.now) / timedelta(hours=1)
        floor = terms.notice / timedelta(hours=1)
        yield Obstacle("notice", f"only {hours:.0f} h of notice; {floor:.0f} h are the floor")
    if period.start < terms.window.start or period.end > terms.window.end:
        yield Obstacle("window", "it lies outside the days that were asked for")


def against(party: Party, period: Period, wanted: Wanted, terms: Terms) -> list[Obstacle]:
    """What one party's clock and calendar say against a period."""
    return [
        *_clock_obstacles(party, period),
        *_calendar_obstacles(party, period, party.needs or wanted.needs, terms),
    ]


def _clock_obstacles(party: Party, period: Period) -> Iterator[Obstacle]:
    side, whose = party.side, party.whose
    begin, end = side.local(period.start), side.local(period.end)
    day = begin.date()
    if day in side.holidays:
        yield Obstacle("holiday", f"{side.off(day)} ({whose} calendar)", party.name)
    elif not any(w.start <= period.start and period.end <= w.end for w in side.windows(day)):
        hours = " and ".join(map(str, side.hours[day.weekday()])) or side.off(day)
        text = f"{begin:%H:%M}–{end:%H:%M} on {whose} clock is outside {whose} hours ({hours})"
        yield Obstacle("hours", text, party.name)
    for around in sorted({day, end.date()}):
        for stretch, label in side.protected_on(around):
            if stretch.overlaps(period):
                name = f"'{label}'" if label else "a protected time"
                yield Obstacle("protected", f"{name} in {whose} day is protected", party.name, stretch)


def _calendar_obstacles(party: Party, period: Period, needs: Needs, terms: Terms) -> Iterator[Obstacle]:
    known = party.known
    if known is not None and (period.start < known.start or period.end > known.end):
        yield Obstacle("unknown", f"{party.whose} free/busy says nothing about this time", party.name)
    hit = [t for t in party.taken if t.hardness == "busy" and blocks(t, period, needs, terms)]
    for taken in sorted(hit, key=lambda t: (t.period, t.label)):
        yield _collision(taken, period, needs, terms, party)
    if party.per_day is not None:
        day = party.side.local(period.start).date()
        if interviews_on(party).get(day, 0) >= party.per_day:
            most = "1 interview" if party.per_day == 1 else f"{party.per_day} interviews"
            text = f"{party.whose} {day:%A} already has {most}, the most that the settings allow"
            yield Obstacle("cap", text, party.name)


def _collision(taken: Taken, period: Period, needs: Needs, terms: Terms, party: Party) -> Obstacle:
    """How an entry that blocks a period collides with it, as a sentence."""
    name = party.called(taken)
    if taken.period.overlaps(period):
        return Obstacle("busy", f"{name} is at that time", party.name, taken.period, taken.label)
    if taken.period.end <= period.start:
        there, needed = period.start - taken.period.end, gap(taken.needs, needs, terms)
        side = f"after {name}"
    else:
        there, needed = taken.period.start - period.end, gap(needs, taken.needs, terms)
        side = f"before {name}"
    text = f"only {there // MINUTE} minutes {side}; {needed // MINUTE} are needed"
    return Obstacle("buffer", text, party.name, taken.period, taken.label)


def blocks(taken: Taken, period: Period, needs: Needs, terms: Terms) -> bool:
    """The entry overlaps the period or one of the buffers between them."""
    first, last = shut(taken, period.length, needs, terms)
    return first < period.start < last


def interviews_on(party: Party) -> dict[date, int]:
    """How many interviews this party's calendar holds on each of its days."""
    counts: dict[date, int] = {}
    for taken in party.taken:
        if taken.needs.kind == "interview":
            day = party.side.local(taken.period.start).date()
            counts[day] = counts.get(day, 0) + 1
    return counts
