"""Two looks at the same calendars compared: only what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.findings.words import clock, day
from scheduler.model.finding import Finding, Notice
from scheduler.model.occurrence import Occurrence

# Kinds that are worth a word by themselves; the others are for `scan`.
_TITLES = {
    "overlap": "New collision",
    "tight": "Too tight",
    "outside_hours": "Odd hours",
    "overload": "Too many interviews",
    "no_preparation": "No time to prepare",
    "ambiguous_time": "Unclear time",
    "unanswered": "Not answered yet",
}


class News(NamedTuple):
    """One thing that is new; `key` tells it from all others."""

    key: str
    title: str
    text: str


class Meeting(NamedTuple):
    """An interview as it was at the last look; times in UTC. `mine`: the user organizes it herself."""

    title: str
    source: str
    start: datetime
    end: datetime
    cancelled: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the looks before have seen and said; `unread` says since when a calendar could not be read."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    unread: dict[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """What there is now, in the order in which it is told.

    `until` ends the time for which findings count, `seen_to` that for which interviews were read. `failed` are sources
    that could not be read, as a whole or in part (`partly`). `other` are news from beyond the calendars.
    """

    now: datetime
    zone: ZoneInfo
    until: datetime
    seen_to: datetime
    interviews: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]
    notices: dict[str, Notice]
    me: frozenset[str]
    failed: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    other: tuple[News, ...] = ()


class Terms(NamedTuple):
    """How near a last moment must be, and how long a calendar may be out of reach, before a word is said."""

    near: timedelta
    patience: timedelta


def compare(known: Known | None, look: Look, terms: Terms) -> tuple[tuple[News, ...], Known]:
    """What is new, and what is known from now on; the first look (`known` None) tells the state in one sentence."""
    before = known or Known()
    meetings = {o.key: _meeting(o, look) for o in look.interviews}
    unread = {s: before.unread.get(s, look.now) for s in sorted(look.failed)}
    standing = [*_found(look), *_near(look, terms.near), *_out_of_reach(unread, look, terms.patience), *look.other]
    changes = list(_changes(before, meetings, look)) if known is not None else []
    # What a calendar that cannot be read just now has said stays said, and its interviews stay known.
    hidden = {k: m for k, m in before.meetings.items() if k not in meetings and _hidden(m, look)}
    said = frozenset(n.key for n in standing) | (before.said if look.failed or look.partly else frozenset())
    after = Known({**hidden, **meetings}, said, unread)
    if known is None:
        return (_beginning(look), *_near(look, terms.near), *look.other), after
    return (*changes, *(n for n in standing if n.key not in before.said)), after


def _meeting(o: Occurrence, look: Look) -> Meeting:
    organizer = o.event.organizer
    mine = organizer is not None and organizer.address in look.me
    title = " ".join(o.summary.split()) or "(no title)"
    return Meeting(title, o.event.calendar.source, o.period.start, o.period.end, o.cancelled, mine)


def _changes(before: Known, meetings: dict[str, Meeting], look: Look) -> Iterator[News]:
    """Interviews that somebody else moved, cancelled or took away."""
    copies = {c.key for o in look.interviews for c in o.copies}
    for key, old in before.meetings.items():
        if old.mine or old.cancelled or old.start < look.now:
            continue
        new = meetings.get(key)
        name = f"'{old.title}' ({_span(old, look.zone)})"
        if new is None:
            if key not in copies and old.start < look.seen_to and not _hidden(old, look):
                yield News(f"gone:{key}", "Interview gone", f"{name} is no longer there.")
        elif new.cancelled:
            yield News(f"cancelled:{key}", "Interview cancelled", f"{name} is cancelled.")
        elif (new.start, new.end) != (old.start, old.end):
            sentence = f"'{new.title}' was {_span(old, look.zone)} and is now {_span(new, look.zone)}."
            yield News(f"moved:{key}", "Interview moved", sentence)


def _hidden(meeting: Meeting, look: Look) -> bool:
    """Whether its calendar could not be read (whole or in part), so that nothing follows from its absence."""
    return any(s == meeting.source or s.startswith(f"{meeting.source}/") for s in (*look.failed, *look.partly))


def _serious(look: Look) -> Iterator[Finding]:
    for f in look.findings:
        if f.kind in _TITLES and f.severity != "info" and min(e.period.start for e in f.events) < look.until:
            yield f


def _found(look: Look) -> Iterator[News]:
    for f in _serious(look):
        yield News(f"finding:{f.id}", _TITLES[f.kind], f.message)


def _near(look: Look, near: timedelta) -> Iterator[News]:
    """The last good moment to change an interview that something is wrong with comes near."""
    troubled = {e.key for f in _serious(look) for e in f.events}
    for o in look.interviews:
        notice = look.notices.get(o.key)
        if notice is None or o.key not in troubled or o.cancelled:
            continue
        moment = notice.working_moment or notice.last_moment
        if look.now <= moment <= look.now + near:
            until = f"{day(moment, look.zone)} {clock(moment, look.zone)}"
            sentence = f"Until {until} you can ask for another time with fair notice: '{_meeting(o, look).title}'."
            yield News(f"near:{o.key}:{moment.isoformat()}", "Last good moment", sentence)


def _out_of_reach(unread: dict[str, datetime], look: Look, patience: timedelta) -> Iterator[News]:
    for source, since in unread.items():
        if look.now - since >= patience:
            when = f"{day(since, look.zone)} {clock(since, look.zone)}"
            sentence = f"{source} could not be read since {when}; nothing new is seen there. See: interviews doctor"
            yield News(f"unread:{source}:{since.isoformat()}", "Calendar out of reach", sentence)


def _beginning(look: Look) -> News:
    coming = sum(o.period.start < look.until and not o.cancelled for o in look.interviews)
    wrong = sum(1 for _ in _serious(look))
    words = f"{wrong} thing{'s are' if wrong > 1 else ' is'} wrong: see `interviews scan`" if wrong else "all is well"
    many = f"{coming} interview{'' if coming == 1 else 's'} until {day(look.until, look.zone)}"
    return News("begin", "Watching", f"{many}; {words}.")


def _span(m: Meeting, zone: ZoneInfo) -> str:
    return f"{day(m.start, zone)} {clock(m.start, zone)}–{clock(m.end, zone)}"
