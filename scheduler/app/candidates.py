"""What a command could be about, where the call does not say it: interviews, entries, packets, requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from scheduler.app import hold, outbox
from scheduler.app.alter import somebody_elses
from scheduler.app.case import situation_of
from scheduler.app.here import JOURNAL, data_folder
from scheduler.app.read import ReadRequest, Situation
from scheduler.findings.words import span
from scheduler.holds.entries import is_hold
from scheduler.model.occurrence import Occurrence
from scheduler.outbox.packet import State


class Candidate(NamedTuple):
    """What the user types, and by what she knows it: when it is (or how it stands), and its title."""

    ref: str
    stands: str
    about: str


def interviews(read: ReadRequest) -> list[Candidate]:
    """The user's interviews ahead, the next one first; a loop is one."""
    return _interviews(read, begun=False)


def begun_interviews(read: ReadRequest) -> list[Candidate]:
    """The user's interviews that have begun, the latest first; a loop is one."""
    return _interviews(read, begun=True)


def _interviews(read: ReadRequest, *, begun: bool) -> list[Candidate]:
    situation = situation_of(read)
    timeline = situation.timeline
    later = {s.key for loop in timeline.loops for s in loop.sessions[1:]}
    found = [
        o
        for o in _mine(timeline.occurrences)
        if o.interview is not None and o.key not in later and (o.period.start <= situation.now) is begun
    ]
    return [_candidate(o, situation) for o in _ordered(found, begun)]


def _candidate(o: Occurrence, situation: Situation) -> Candidate:
    """The company first: where a line is cut, the title may go, not by whom it is known."""
    company = (o.interview.company or "") if o.interview is not None else ""
    title = o.summary or "(no title)"
    known = title.casefold().startswith(company.casefold())
    return Candidate(o.id, span(o, situation.zone), title if known else f"{company}: {title}")


def _ordered(found: Iterable[Occurrence], latest_first: bool) -> list[Occurrence]:
    return sorted(found, key=lambda o: o.period.start, reverse=latest_first)


def own_entries(read: ReadRequest) -> list[Candidate]:
    """What the user organises or owns, ahead; of a series the next one."""
    situation = situation_of(read)
    ahead = [
        o
        for o in _mine(situation.timeline.occurrences)
        if o.period.start > situation.now and not somebody_elses(o, situation)
    ]
    first = {o.uid: o for o in reversed(_ordered(ahead, latest_first=False))}
    return [_candidate(o, situation) for o in _ordered(first.values(), latest_first=False)]


def _mine(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    return [o for o in occurrences if not o.owner and not o.cancelled and not o.all_day and not is_hold(o)]


def requests(read: ReadRequest) -> list[Candidate]:
    """Interviews that something is held for."""
    held = [(x.ref, x.about) for x in hold.listed(situation_of(read)) if x.ref]
    return [Candidate(ref, f"{n} held", about) for (ref, about), n in Counter(held).items()]


def packets(now: datetime, states: tuple[State, ...]) -> list[Candidate]:
    """Packets of the outbox in one of these states, the latest first."""
    if not (data_folder() / JOURNAL).exists():
        return []
    with outbox.entered() as room:
        found = [p for p in outbox.listing(room, now) if p.state in states]
    return [
        Candidate(p.id, p.state, f"{p.kind.replace('_', ' ')}, {p.company or p.subject}, to {p.who}")
        for p in reversed(found)
    ]
