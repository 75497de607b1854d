"""Why a time is not offered, and where nothing is left: what blocked each day and which one change would open it.

All sentences are for the user alone: they may name her other entries (E19).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from scheduler.model.time import Period
from scheduler.proposals.costs import Cost, cost
from scheduler.proposals.grid import starts
from scheduler.proposals.openings import Openings
from scheduler.proposals.relax import Relaxation, relaxations
from scheduler.proposals.rules import Ground, Obstacle, Party, Taken, Terms, Wanted, blocks, forbidden
from scheduler.proposals.sides import ONE_DAY

NAMED = 3  # entries that a summary names before it says "and 4 more"


class Explanation(NamedTuple):
    """What forbids a time (empty: nothing does) and what it costs."""

    period: Period
    obstacles: tuple[Obstacle, ...]
    costs: tuple[Cost, ...]


class DayReport(NamedTuple):
    """A day without an opening. `ways` are single changes that would open it.

    First another entry of somebody's that could move, then the mildest change, moving an interview last (E1).
    """

    day: date
    blocked: tuple[str, ...]
    ways: tuple[str, ...]


def explain(start: datetime, wanted: Wanted, ground: Ground, terms: Terms) -> Explanation:
    """What the rules say about one time."""
    return Explanation(
        wanted.at(start), forbidden(start, wanted, ground, terms), cost(start, wanted, ground, terms)
    )  # fmt: skip


def blocked_days(wanted: Wanted, ground: Ground, terms: Terms, step: int = 15) -> tuple[DayReport, ...]:
    """A report for each day of the window in which nothing can start, days on the first party's calendar."""
    openings = Openings(wanted, ground, terms)
    changed = [(r, Openings(r.wanted, r.ground, r.terms)) for r in relaxations(wanted, ground, terms)]
    side = ground.parties[0].side
    reports = []
    for day in side.days(Period(terms.window.start, terms.window.end - wanted.duration)):
        if any(starts(openings.on(day), ground.reader, step)):
            continue
        here = ground.mapped(lambda party: _around(party, day))  # noqa: B023 (called at once)
        ways = [_opened(relaxation, relaxed, day, step) for relaxation, relaxed in changed]
        moves = list(_moves(wanted, here, terms, day, step))
        own, last = ([text for interview, text in moves if interview is late] for late in (False, True))
        blocked = _summary(wanted, here, terms, day, step)
        reports.append(DayReport(day, blocked, tuple(way for way in (*own, *ways, *last) if way)))
    return tuple(reports)


def _around(party: Party, day: date) -> Party:
    """The party with the entries of a day and its neighbours only."""
    noon = datetime.combine(day, time(12), party.side.zone_on(day)).astimezone(UTC)
    near = Period(noon - 2 * ONE_DAY, noon + 2 * ONE_DAY)
    return party._replace(taken=tuple(t for t in party.taken if t.period.overlaps(near)))


def _opened(relaxation: Relaxation, relaxed: Openings, day: date, step: int) -> str:
    """The sentence of a change with the first start that it opens on a day; "" where it opens none."""
    first = next(starts(relaxed.on(day), relaxed.ground.reader, step), None)
    if first is None:
        return ""
    shown = relaxed.ground.parties[0].side.local(first)
    return f"{relaxation.text}: {shown:%H:%M} would be possible"


def _moves(wanted: Wanted, ground: Ground, terms: Terms, day: date, step: int) -> Iterator[tuple[bool, str]]:
    """Entries that alone stand in the way: for each calendar one, an interview (True) only where nothing else (E1)."""
    for party in ground.parties:
        if not party.taken:
            continue
        emptied = ground.mapped(lambda p: p._replace(taken=()) if p is party else p)  # noqa: B023 (called at once)
        best: tuple[bool, datetime, Taken] | None = None
        for start in starts(Openings(wanted, emptied, terms).on(day), ground.reader, step):
            period, needs = wanted.at(start), party.needs or wanted.needs
            hit = [t for t in party.taken if t.hardness == "busy" and blocks(t, period, needs, terms)]
            if len(hit) == 1 and not forbidden(start, wanted, _without(ground, party, hit[0]), terms):
                rank = (hit[0].needs.kind == "interview", start, hit[0])
                best = rank if best is None or rank[:2] < best[:2] else best
        if best is not None:
            interview, start, entry = best
            shown = ground.parties[0].side.local(start)
            yield interview, f"move {named(entry, party, ground)}: {shown:%H:%M} would be possible"


def _without(ground: Ground, party: Party, entry: Taken) -> Ground:
    rest = party._replace(taken=tuple(t for t in party.taken if t is not entry))
    return ground.mapped(lambda p: rest if p is party else p)


def named(entry: Taken, party: Party, ground: Ground) -> str:
    """An entry by its name and its hours on the first party's clock."""
    side = ground.parties[0].side
    begin, end = side.local(entry.period.start), side.local(entry.period.end)
    name = f"'{entry.label}'" if entry.label else f"the entry in {party.whose} calendar"
    return f"{name} ({begin:%H:%M}–{end:%H:%M})"


def _summary(wanted: Wanted, ground: Ground, terms: Terms, day: date, step: int) -> tuple[str, ...]:
    """What blocked the round starts of a day, the most frequent reason first."""
    side = ground.parties[0].side
    if off := side.off(day):
        return (off,)
    counts: Counter[str] = Counter()
    names: dict[str, dict[str, None]] = {}
    for window in side.windows(day):
        last = max(window.start, window.end - wanted.duration)
        for start in starts([(window.start, last)], ground.reader, step):
            for reason, name in {_reason(o): None for o in forbidden(start, wanted, ground, terms)}:
                counts[reason] += 1
                names.setdefault(reason, {})[name] = None
    if not counts:
        return (f"{ground.parties[0].whose} hours of that day hold no round start",)
    ordered = sorted(counts, key=lambda reason: (-counts[reason], reason))
    return tuple(reason + _listed([n for n in names[reason] if n]) for reason in ordered)


def _reason(obstacle: Obstacle) -> tuple[str, str]:
    """An obstacle as a reason that many starts share, and the name of what stands in the way."""
    whose = f"{obstacle.who}'s" if obstacle.who else "your"
    name = f"'{obstacle.label}'" if obstacle.label else ""
    match obstacle.kind:
        case "notice":
            return "too little notice", ""
        case "window":
            return "outside the days that were asked for", ""
        case "hours":
            return f"outside {whose} hours", ""
        case "busy":
            return f"taken in {whose} calendar", name
        case "buffer":
            return f"too close to other entries in {whose} calendar", name
        case "people":
            return "not enough of the people are free", ""
        case "protected" | "holiday" | "cap" | "unknown":
            return obstacle.text, ""


def _listed(names: list[str]) -> str:
    if not names:
        return ""
    more = len(names) - NAMED
    return ": " + ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
