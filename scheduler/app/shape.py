"""The JSON that other programs rely on (docs/schema), in UTF-8, an item at a time; times in the user's zone.

A crowded calendar has many thousands of items, so they are never all there at once, and what stands in many of them is
encoded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.app.json_text import json_bytes, json_text
from scheduler.model.finding import Finding, Notice
from scheduler.model.interview import Interview, Person
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.timeline import Timeline
from scheduler.recognise.meeting import Joining, meeting_of

Json = dict[str, Any]
Parts = Iterator[tuple[str, bytes | Iterable[bytes]]]
_Said = tuple[str, str, str, str, str]
_KEY = attrgetter("key")
_TRUTH = {True: "true", False: "false"}


def agenda_parts(timeline: Timeline, joined: Mapping[str, Joining], notices: dict[str, Notice] | None = None) -> Parts:
    """window, occurrences and problems: each whole, or as its items.

    With `notices` (by occurrence key) each interview says its own. `joined` says where entries are joined, as far as
    that is known already.
    """
    zone = timeline.zone
    start, end = (moment(m, zone) for m in timeline.window)
    yield "window", json_bytes({"start": start, "end": end, "zone": zone.key})
    yield "occurrences", _occurrences(timeline, joined, notices)
    yield "problems", (json_bytes(problem_json(p)) for p in timeline.problems)


def scan_parts(
    timeline: Timeline, joined: Mapping[str, Joining], notices: dict[str, Notice], findings: Sequence[Finding]
) -> Parts:
    """What `agenda_parts` yields, and the findings."""
    yield from agenda_parts(timeline, joined, notices)
    yield "findings", _findings(findings, timeline.zone)


def _occurrences(
    timeline: Timeline, joined: Mapping[str, Joining], notices: dict[str, Notice] | None
) -> Iterator[bytes]:
    """Dates where they are all-day (`end` is the day after the last)."""
    zone = timeline.zone
    known: dict[int, _Said] = {}
    for o in timeline.occurrences:
        said = known.get(id(o.event))
        if said is None:
            said = known[id(o.event)] = _said(o, joined)
        uid, summary, calendar, known_of_interview, joining = said
        start = moment(o.period.start, zone) if o.first is None else o.first.isoformat()
        end = moment(o.period.end, zone) if o.last is None else o.last.isoformat()
        notice = ""
        if o.interview is not None and notices is not None:
            notice = f', "notice": {_notice(notices.get(o.key), zone)}'
        assumed = "" if o.assumed_end is None else f', "assumed_end": "{moment(o.assumed_end, zone)}"'
        recurrence_id = "null" if o.recurrence_id is None else f'"{o.recurrence_id}"'
        interview = f"{known_of_interview}{notice}}}" if o.interview is not None else "null"
        text = (
            f'{{"id": "{o.id}", "uid": {uid}, "recurrence_id": {recurrence_id}, "start": "{start}", '
            f'"end": "{end}", "all_day": {_TRUTH[o.all_day]}, {summary}, "busy": "{o.busy}", {calendar}, '
            f'"interview": {interview}{joining}{assumed}{_copies(o)}}}'
        )
        yield text.encode("utf-8", "replace")


def _said(o: Occurrence, joined: Mapping[str, Joining]) -> _Said:
    """What all occurrences of an event say alike: UID; title and status; calendar; interview; where it is joined."""
    event = o.event
    if o.interview is None:
        link, phone = joined.get(o.key) or meeting_of(event)
    else:
        link, phone = o.interview.join_link, o.interview.phone
    return (
        json_text(event.uid),
        f'"summary": {json_text(event.summary)}, "status": {json_text(event.status or None)}',
        f'"calendar": {json_text(event.calendar.name)}, "owner": {json_text(event.calendar.owner or None)}',
        "" if o.interview is None else json_text(_interview_json(o.interview))[:-1],
        "" if link is None and phone is None else f', "join_link": {json_text(link)}, "phone": {json_text(phone)}',
    )


def _interview_json(i: Interview) -> Json:
    return {
        "company": i.company,
        "position": i.position,
        "contact": _person_json(i.contact),
        "organizer": _person_json(i.organizer),
        "join_link": i.join_link,
        "phone": i.phone,
        "reschedule_link": i.reschedule_link,
        "cancel_link": i.cancel_link,
        "remote": i.remote,
        "employer_zone": i.employer_zone,
        "score": round(i.score, 3),
    }


def _person_json(person: Person | None) -> Json | None:
    return None if person is None else {"name": person.name or None, "address": person.address}


def _copies(o: Occurrence) -> str:
    if not o.copies:
        return ""
    copies = [{"uid": c.uid, "summary": c.summary, "calendar": c.event.calendar.name} for c in o.copies]
    return f', "copies": {json_text(copies)}'


def problem_json(problem: Problem) -> Json:
    return {
        "severity": problem.severity,
        "source": problem.source or None,
        "line": problem.line,
        "uid": problem.uid,
        "summary": problem.summary,
        "message": problem.message,
    }


def _findings(findings: Sequence[Finding], zone: ZoneInfo) -> Iterator[bytes]:
    """Their entries by identifier, UID and start."""
    references = _References(zone)
    notices: dict[int, str] = {}

    def notice(of: Notice | None) -> str:
        found = notices.get(id(of))
        if found is None:
            found = notices[id(of)] = _notice(of, zone)
        return found

    for f in findings:
        move = "null"
        if f.moves_first is not None:
            (whose,) = references.of((f.moves_first.occurrence,))
            move = f'{whose[:-1]}, "reason": {json_text(f.moves_first.reason)}}}'
        head = (
            f'{{"id": "{f.id}", "kind": "{f.kind}", "severity": "{f.severity}", "hard": {_TRUTH[f.hard]}, '
            f'"events": [{", ".join(references.of(f.events))}], "gap_minutes": {_number(f.gap_minutes)}, '
            f'"needed_minutes": {_number(f.needed_minutes)}, "moves_first": {move}, "notice": {notice(f.notice)}, '
        )
        # By themselves, since the sentence is hardly ever ASCII, and all the rest is, which is long and encoded faster.
        yield head.encode("utf-8", "replace") + f'"message": {json_text(f.message)}}}'.encode("utf-8", "replace")


def _number(count: int | None) -> str:
    return "null" if count is None else str(count)


class _References:
    """Occurrences as findings name them; each is encoded once, since a crowd names each many times."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._known: dict[str, str] = {}

    def of(self, occurrences: Sequence[Occurrence]) -> list[str]:
        try:
            return [*map(self._known.__getitem__, map(_KEY, occurrences))]
        except KeyError:
            self._known |= {o.key: self._text(o) for o in occurrences if o.key not in self._known}
            return self.of(occurrences)

    def _text(self, o: Occurrence) -> str:
        start = moment(o.period.start, self._zone) if o.first is None else o.first.isoformat()
        own, own_start = o.event.start.zone, ""
        if own is not None and o.first is None and str(own) != self._zone.key:
            own_start = f', "own_start": "{o.period.start.astimezone(own).isoformat()}"'
        return f'{{"id": "{o.id}", "uid": {json_text(o.uid)}, "start": "{start}"{own_start}}}'


def _notice(notice: Notice | None, zone: ZoneInfo) -> str:
    if notice is None:
        return "null"
    working = notice.working_moment
    return json_text(
        {
            "hours": notice.hours,
            "channel": notice.channel,
            "last_moment": moment(notice.last_moment, zone),
            "working_moment": None if working is None else moment(working, zone),
        }
    )


@lru_cache(maxsize=1 << 14)
def moment(instant: datetime, zone: ZoneInfo) -> str:
    """ISO 8601 with offset, to the second; kept, since calendars are full of the same quarters of an hour."""
    return instant.astimezone(zone).isoformat("T", "seconds")
