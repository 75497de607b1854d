"""Single changes to what was asked for, the mildest first: each is tried where nothing else is free."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import NamedTuple

from scheduler.proposals.rules import NONE, Ground, Needs, Party, Taken, Terms, Wanted
from scheduler.proposals.sides import Clock, Side

SHORT = timedelta(minutes=30)
LONG_DAY = (Clock(time(7), time(21)),)
MOST_LEFT_OUT = 3  # people tried one by one


class Relaxation(NamedTuple):
    """One thing given up, as an instruction in a few words, and what then is asked for."""

    text: str
    wanted: Wanted
    ground: Ground
    terms: Terms


def relaxations(wanted: Wanted, ground: Ground, terms: Terms) -> tuple[Relaxation, ...]:
    """Every single change that makes a difference in kind; whether it opens a start is for the caller to try."""
    return tuple(_all(wanted, ground, terms))


def _all(wanted: Wanted, ground: Ground, terms: Terms) -> Iterator[Relaxation]:
    if wanted.duration > SHORT:
        yield Relaxation("shorten it to 30 minutes", wanted._replace(duration=SHORT), ground, terms)
    online = wanted._replace(needs=wanted.needs._replace(in_person=False))
    if wanted.needs.in_person:
        yield Relaxation("meet online, so that no way is needed", online, ground, terms)
    bare = wanted._replace(needs=_bare(wanted.needs))
    yield Relaxation("do without buffers", bare, ground.mapped(_without_buffers), terms)
    if any(p.side.protected for p in ground.everybody()):
        open_hours = ground.mapped(lambda p: _sided(p, p.side._replace(protected=())))
        yield Relaxation("give up protected hours", wanted, open_hours, terms)
    for party in ground.parties:
        longer = _with(ground, party, _sided(party, _long_days(party.side)))
        yield Relaxation(f"meet outside {party.whose} hours", wanted, longer, terms)
    if any(p.per_day is not None for p in ground.everybody()):
        uncapped = ground.mapped(lambda p: p._replace(per_day=None))
        yield Relaxation("allow one more interview on that day", wanted, uncapped, terms)
    if terms.notice > NONE:
        hours = terms.notice / timedelta(hours=1)
        yield Relaxation(f"accept less than {hours:.0f} h of notice", wanted, ground, terms._replace(notice=NONE))
    yield from _people(wanted, ground, terms)
    every_day = ground.mapped(lambda p: _sided(p, _every_day(p.side)))
    yield Relaxation("meet on a weekend or holiday", wanted, every_day, terms)


def _people(wanted: Wanted, ground: Ground, terms: Terms) -> Iterator[Relaxation]:
    others = [p for p in ground.parties[1:] if p.taken or p.known is not None]
    for party in others[:MOST_LEFT_OUT]:
        fewer = ground._replace(parties=tuple(p for p in ground.parties if p is not party))
        yield Relaxation(f"do without {party.name}", wanted, fewer, terms)
    for pool in ground.pools:
        if pool.need > 1:
            smaller = pool._replace(need=pool.need - 1)
            pools = tuple(smaller if p is pool else p for p in ground.pools)
            text = f"do with {smaller.need} of {', '.join(p.name for p in pool.parties)}"
            yield Relaxation(text, wanted, ground._replace(pools=pools), terms)


def _bare(needs: Needs) -> Needs:
    return needs._replace(before=NONE, after=NONE)


def _without_buffers(party: Party) -> Party:
    bare: dict[int, Needs] = {}

    def entry(taken: Taken) -> Taken:
        return taken._replace(needs=bare.setdefault(id(taken.needs), _bare(taken.needs)))

    needs = None if party.needs is None else _bare(party.needs)
    return party._replace(taken=tuple(map(entry, party.taken)), needs=needs)


def _with(ground: Ground, old: Party, new: Party) -> Ground:
    return ground.mapped(lambda p: new if p is old else p)


def _sided(party: Party, side: Side) -> Party:
    return party._replace(side=side)


def _long_days(side: Side) -> Side:
    """Working days from seven to nine; longer ones stay as they are."""
    return side._replace(hours=tuple(_wider(hours) for hours in side.hours))


def _wider(hours: tuple[Clock, ...]) -> tuple[Clock, ...]:
    if not hours or hours[0].start < LONG_DAY[0].start or hours[-1].end > LONG_DAY[0].end or hours[-1].end == time(0):
        return hours
    return LONG_DAY


def _every_day(side: Side) -> Side:
    usual = next((hours for hours in side.hours if hours), LONG_DAY)
    return side._replace(hours=tuple(hours or usual for hours in side.hours), holidays={})
