"""What a possible time costs: soft reasons against it, in points, with a sentence each (for the user alone)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from scheduler.model.time import Period
from scheduler.proposals.rules import Ground, Party, Terms, Wanted, blocks, interviews_on
from scheduler.proposals.sides import ONE_DAY

CostKind = Literal["tentative", "lunch", "edge", "load", "distance", "uneven", "away", "all_day"]
EDGE = timedelta(minutes=30)
LONGEST_DAY = timedelta(hours=26)  # with a change of the clock


class Weights(NamedTuple):
    """Points for each soft reason; only their proportions matter."""

    tentative: int = 200
    tentative_buffer: int = 60
    lunch: int = 60
    edge: int = 8
    load: int = 12
    distance: int = 4
    half: int = 1
    quarter: int = 4
    away: int = 150
    all_day: int = 1


class Cost(NamedTuple):
    """Why a possible start is not the best one."""

    kind: CostKind
    points: int
    text: str
    who: str = ""


WEIGHTS = Weights()


def cost(start: datetime, wanted: Wanted, ground: Ground, terms: Terms, weights: Weights = WEIGHTS) -> tuple[Cost, ...]:
    """Every soft reason against a start that nothing forbids. Linear in the entries of all calendars."""
    period = wanted.at(start)
    found: list[Cost] = []
    for party in ground.everybody():
        found += _of_party(party, period, wanted, terms, weights)
    found += _distance(period, wanted, terms, weights)
    minute = ground.reader.local(start).minute
    if start != wanted.wanted and minute % 60:
        points = weights.half if minute % 30 == 0 else weights.quarter
        found.append(Cost("uneven", points, f"it starts {minute} minutes past the hour"))
    return tuple(c for c in found if c.points)


def total(costs: tuple[Cost, ...]) -> int:
    return sum(c.points for c in costs)


def _of_party(party: Party, period: Period, wanted: Wanted, terms: Terms, weights: Weights) -> Iterator[Cost]:
    side, whose = party.side, party.whose
    needs = party.needs or wanted.needs
    soft = [t for t in party.taken if t.hardness == "tentative" and blocks(t, period, needs, terms)]
    for taken in sorted(soft, key=lambda t: (t.period, t.label)):
        name = party.called(taken)
        points, text = weights.tentative_buffer, f"{name}, which is tentative, comes closer than the buffers allow"
        if taken.period.overlaps(period):
            points, text = weights.tentative, f"{name} is at that time, but tentative"
        yield Cost("tentative", points, text, party.name)
    if needs.in_person:
        for taken in (t for t in party.days if t.period.overlaps(period)):
            # What lies over several days is a trip; a single day is as often a note.
            text = f"{party.called(taken)} lies over that day"
            if taken.period.length > LONGEST_DAY:
                yield Cost("away", weights.away, text, party.name)
            else:
                yield Cost("all_day", weights.all_day, text, party.name)
    begin = side.local(period.start)
    day = begin.date()
    lunch = side.lunch_on(day)
    if lunch is not None and lunch.overlaps(period):
        yield Cost("lunch", weights.lunch, f"it takes {whose} lunch break ({side.lunch})", party.name)
    for window in side.windows(day):
        if window.start <= period.start < window.end:
            at_edge = (period.start - window.start < EDGE) + (window.end - period.end < EDGE)
            yield Cost("edge", at_edge * weights.edge, f"it is at the edge of {whose} hours", party.name)
    others = interviews_on(party).get(day, 0)
    if others:
        text = f"{whose} {day:%A} has {others} other interview{'s' * (others > 1)}"
        yield Cost("load", others * weights.load, text, party.name)


def _distance(period: Period, wanted: Wanted, terms: Terms, weights: Weights) -> Iterator[Cost]:
    """Whole days from the time asked for, else from where it stands now, else from the earliest time possible."""
    target = wanted.wanted or wanted.current or terms.earliest
    days = abs(period.start - target) // ONE_DAY
    if days:
        text = f"it is {days} day{'s' * (days > 1)} away from {_target_name(wanted)}"
        yield Cost("distance", days * weights.distance, text)


def _target_name(wanted: Wanted) -> str:
    if wanted.wanted is not None:
        return "the time asked for"
    return "the present time" if wanted.current is not None else "the earliest possible time"
