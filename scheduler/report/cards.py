"""What stands in words beside the picture: findings, interviews with their deadlines, proposals, plan, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from scheduler.findings.notice import until as act_by
from scheduler.findings.words import is_over
from scheduler.model.finding import Finding, Notice
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.report.given import Given
from scheduler.report.order import Numbered, by_occurrence, mark
from scheduler.report.remedy import is_past, solving_command
from scheduler.report.words import (
    CHANNELS,
    KINDS,
    city,
    clean,
    dated_span,
    day,
    employer_zone,
    same_clock,
    short_title,
    span,
    stamp,
    their_clock,
    title_of,
    until,
    when,
)

MOST_SIDES = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One event of a finding: its title, and its time on both clocks."""

    title: str
    when: str
    theirs: str


@dataclass(frozen=True, slots=True)
class FindingCard:
    number: int
    kind: str
    label: str
    severity: str
    soft: bool
    message: str
    sides: tuple[Side, ...]
    more: int
    move: str
    notice: str
    command: str


@dataclass(frozen=True, slots=True)
class InterviewCard:
    """`links` are (words, address) with http(s) or tel addresses only."""

    ref: str
    title: str
    detail: str
    when: str
    countdown: str
    theirs: str
    place: str
    deadline: str
    links: tuple[tuple[str, str], ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """The times that could be offered for one interview: (user's clock, employer's clock, why)."""

    title: str
    times: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Move:
    title: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A day of the full list: (time, title, remarks) of every entry."""

    day: str
    entries: tuple[tuple[str, str, str], ...]


def finding_card(item: Numbered, given: Given) -> FindingCard:
    """A finding in words; in a private picture a sentence that could name a hidden entry is replaced."""
    finding = item.finding
    hidden = given.private and any(e.interview is None for e in finding.events)
    past = is_past(finding, given.now)
    move = None if past else finding.moves_first
    reason = "" if move is None or hidden else clean(move.reason)
    told = move is None or (not hidden and bool(reason) and reason in clean(finding.message))
    sides = tuple(_side(e, given) for e in finding.events[:MOST_SIDES])
    # The sentence names the events on the user's clock; only another clock is news.
    sides = sides if hidden or any(s.theirs for s in sides) else ()
    return FindingCard(
        number=item.number,
        kind=finding.kind,
        label=KINDS[finding.kind],
        severity=finding.severity,
        soft=finding.kind in ("overlap", "tight") and not finding.hard,
        message=_neutral(finding) if hidden else clean(finding.message),
        sides=sides,
        more=max(0, len(finding.events) - MOST_SIDES) if sides else 0,
        move=""
        if told or move is None
        else short_title(move.occurrence, given.private) + (f": {reason}" if reason else ""),
        notice="" if past else _deadline(finding, given),
        command=solving_command(finding, given.now) or "",
    )


def _deadline(finding: Finding, given: Given) -> str:
    """Until when to speak to the employer of whatever moves; where an own entry moves, only in case it cannot."""
    mover = finding.moves_first.occurrence if finding.moves_first is not None else None
    if mover is not None and mover.interview is not None:
        notice = given.notices.get(mover.key)
        return _notice(notice, given) if notice is not None else ""
    notice = finding.notice
    if notice is None:
        return ""
    return _notice(notice, given) if mover is None else f"Should the interview have to move: {_notice(notice, given)}"


def _neutral(finding: Finding) -> str:
    names = [short_title(e, True) for e in finding.events if e.interview is not None]
    what = " and ".join(dict.fromkeys(names)) or "An entry"
    figures = f" ({mark(finding)})" if finding.kind in ("overlap", "tight") else ""
    return f"{what}: {KINDS[finding.kind].lower()} with another entry{figures}."


def _side(event: Occurrence, given: Given) -> Side:
    return Side(title_of(event, given.private), when(event, given.timeline.zone), _theirs(event, given.timeline.zone))


def _theirs(event: Occurrence, zone: ZoneInfo) -> str:
    theirs = employer_zone(event)
    if theirs is None:
        return ""
    if same_clock(event.period.start, theirs, zone):
        return "" if theirs.key == zone.key else f"the same clock in {city(theirs.key)}"
    return their_clock(event.period, theirs, zone)


def _notice(notice: Notice, given: Given) -> str:
    zone, act = given.timeline.zone, CHANNELS[notice.channel]
    if notice.hours < 0:
        return "It is going on now."
    if notice.last_moment <= given.now:
        return f"Less notice left than employers expect: {act}."
    by, last, missed = act_by(notice, given.now)
    if missed is not None:
        return f"{act.capitalize()} at once: {stamp(missed, zone)} has passed; the last moment is {stamp(last, zone)}."
    latest = "" if stamp(by, zone) == stamp(last, zone) else f" (last moment: {stamp(last, zone)})"
    return f"{act.capitalize()} by {stamp(by, zone)}{latest}."


def interview_cards(given: Given, findings: Sequence[Numbered]) -> Iterator[InterviewCard]:
    """Every interview of the window that is not cancelled, in order of time."""
    zone, numbers = given.timeline.zone, by_occurrence(findings)
    for one in given.timeline.occurrences:
        facts = one.interview
        if facts is None or one.cancelled:
            continue
        notice = given.notices.get(one.key)
        theirs = _theirs(one, zone)
        if not theirs and not one.all_day:
            known = employer_zone(one) is not None
            theirs = "" if known else f"employer's zone unknown; {span(one.period, ZoneInfo('UTC'))} UTC"
        yield InterviewCard(
            ref=one.id,
            title=title_of(one, False),
            detail=", ".join(clean(x) for x in (facts.position, facts.contact.name if facts.contact else None) if x),
            when=when(one, zone),
            countdown=until(given.now, one.period.start),
            theirs=theirs,
            place=_place(one),
            deadline="" if notice is None or is_over(one, given.now) else _notice(notice, given),
            links=() if given.private else tuple(_links(one)),
            numbers=tuple(n.number for n in numbers.get(one.id, ())),
        )


def _place(one: Occurrence) -> str:
    facts = one.interview
    if facts is None or facts.remote is None:
        return ""
    if facts.remote:
        return "remote"
    place = clean(one.event.location)
    return f"on site: {place}" if place and "://" not in place else "on site"


def _links(one: Occurrence) -> Iterator[tuple[str, str]]:
    facts = one.interview
    if facts is None:
        return
    for words, address in (("Join", facts.join_link), ("Reschedule page", facts.reschedule_link)):
        if address is not None and address.lower().startswith(("https://", "http://")):
            yield words, clean(address).replace(" ", "")
    if facts.phone is not None:
        digits = "".join(c for c in facts.phone if c.isdigit() or c == "+")
        if digits:
            yield f"Call {clean(facts.phone)}", f"tel:{digits}"


def offers(given: Given) -> Iterator[Offer]:
    """The suggestions, grouped by the interview that they are for; numbered as in the picture."""
    zone = given.timeline.zone
    for one in given.timeline.occurrences:
        times = []
        for number, option in enumerate(given.suggestions, 1):
            if option.of == one.id:
                reason = "" if given.private else clean(option.reason)
                times.append(
                    (f"Option {number}: {dated_span(option.period, zone)}", _clock(one, option.period, zone), reason)
                )
        if times:
            yield Offer(title_of(one, given.private), tuple(times))


def _clock(one: Occurrence, period: Period, zone: ZoneInfo) -> str:
    theirs = employer_zone(one)
    return "" if theirs is None or same_clock(period.start, theirs, zone) else their_clock(period, theirs, zone)


def moves(given: Given) -> Iterator[Move]:
    """A plan's before and after, in order of time."""
    changes = {c.of: c for c in given.changes}
    zone = given.timeline.zone
    for one in given.timeline.occurrences:
        change = changes.get(one.id)
        if change is not None:
            after = " or ".join(dated_span(p, zone) for p in change.after) or "dropped"
            reason = "" if given.private else clean(change.reason)
            yield Move(title_of(one, given.private), when(one, zone), after, reason)


def listed(given: Given) -> Iterator[Listed]:
    """Every entry of the window, by the day on which it begins."""
    zone = given.timeline.zone
    days: dict[date, list[tuple[str, str, str]]] = {}
    for one in given.timeline.occurrences:
        first = one.first or one.period.start.astimezone(zone).date()
        if one.all_day and one.last is not None:
            long = one.last - first > timedelta(days=1)
            time = f"all day, to {day(one.last - timedelta(days=1))}" if long else "all day"
        else:
            time = span(one.period, zone)
        words = ["interview"] if one.interview is not None else []
        words += ["cancelled"] if one.cancelled else {"tentative": ["tentative"], "free": ["free"]}.get(one.busy, [])
        days.setdefault(first, []).append((time, title_of(one, given.private), ", ".join(words)))
    for first, entries in sorted(days.items()):
        yield Listed(day(first), tuple(entries))


def notes(given: Given) -> tuple[Problem, ...]:
    """What was wrong or assumed while reading; in a private picture without what names an entry."""
    if not given.private:
        return given.timeline.problems
    counts = Counter(p.severity for p in given.timeline.problems)
    words = {"error": "could not be read", "warning": "were read, but not as written", "info": "rest on assumptions"}
    return tuple(Problem(s, f"{counts[s]} parts of the calendars {words[s]}.") for s in words if counts[s])  # type: ignore[index,arg-type]
