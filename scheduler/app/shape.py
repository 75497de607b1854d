"""The JSON that other programs rely on (docs/schema); times in the user's zone with offset."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.model.finding import Finding, Notice
from scheduler.model.interview import Person
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.timeline import Timeline
from scheduler.recognise.meeting import meeting_of

Json = dict[str, Any]
Meetings = dict[int, tuple[str | None, str | None]]


def timeline_json(timeline: Timeline, notices: dict[str, Notice] | None = None) -> Json:
    """window, occurrences and problems; with `notices` (by occurrence key) each interview says its own."""
    zone = timeline.zone
    meetings: Meetings = {}
    return {
        "window": {
            "start": moment(timeline.window.start, zone),
            "end": moment(timeline.window.end, zone),
            "zone": zone.key,
        },
        "occurrences": [occurrence_json(o, zone, notices, meetings) for o in timeline.occurrences],
        "problems": [problem_json(p) for p in timeline.problems],
    }


def occurrence_json(
    o: Occurrence, zone: ZoneInfo, notices: dict[str, Notice] | None = None, meetings: Meetings | None = None
) -> Json:
    """One occurrence; dates where it is all-day (`end` is the day after the last).

    `meetings` remembers how events are joined, by id(event), for series.
    """
    found: Json = {
        "id": o.id,
        "uid": o.uid,
        "recurrence_id": o.recurrence_id,
        "start": moment(o.period.start, zone) if o.first is None else o.first.isoformat(),
        "end": moment(o.period.end, zone) if o.last is None else o.last.isoformat(),
        "all_day": o.all_day,
        "summary": o.summary,
        "status": o.event.status or None,
        "busy": o.busy,
        "calendar": o.event.calendar.name,
        "owner": o.owner or None,
        "interview": _interview_json(o, zone, notices),
    }
    link, phone = _meeting(o, {} if meetings is None else meetings)
    if link is not None or phone is not None:
        found["join_link"], found["phone"] = link, phone
    if o.assumed_end is not None:
        found["assumed_end"] = moment(o.assumed_end, zone)
    if o.copies:
        found["copies"] = [{"uid": c.uid, "summary": c.summary, "calendar": c.event.calendar.name} for c in o.copies]
    return found


def _meeting(o: Occurrence, meetings: Meetings) -> tuple[str | None, str | None]:
    if o.interview is not None:
        return o.interview.join_link, o.interview.phone
    if id(o.event) not in meetings:
        meetings[id(o.event)] = meeting_of(o.event)
    return meetings[id(o.event)]


def _interview_json(o: Occurrence, zone: ZoneInfo, notices: dict[str, Notice] | None) -> Json | None:
    i = o.interview
    if i is None:
        return None
    found: Json = {
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
    if notices is not None:
        found["notice"] = notice_json(notices.get(o.key), zone)
    return found


def _person_json(person: Person | None) -> Json | None:
    return None if person is None else {"name": person.name or None, "address": person.address}


def problem_json(problem: Problem) -> Json:
    return {
        "severity": problem.severity,
        "source": problem.source or None,
        "line": problem.line,
        "uid": problem.uid,
        "summary": problem.summary,
        "message": problem.message,
    }


def findings_json(findings: Iterable[Finding], zone: ZoneInfo) -> list[Json]:
    """All findings; what stands in several is worked out once."""
    known: dict[str, Json] = {}

    def reference(o: Occurrence) -> Json:
        found = known.get(o.key)
        if found is None:
            found = known[o.key] = reference_json(o, zone)
        return found

    return [finding_json(f, zone, reference) for f in findings]


def finding_json(f: Finding, zone: ZoneInfo, reference: Callable[[Occurrence], Json]) -> Json:
    """One finding; its events by identifier, UID and start."""
    move = f.moves_first
    return {
        "id": f.id,
        "kind": f.kind,
        "severity": f.severity,
        "hard": f.hard,
        "events": [reference(o) for o in f.events],
        "gap_minutes": f.gap_minutes,
        "needed_minutes": f.needed_minutes,
        "moves_first": None if move is None else {**reference(move.occurrence), "reason": move.reason},
        "notice": notice_json(f.notice, zone),
        "message": f.message,
    }


def reference_json(o: Occurrence, zone: ZoneInfo) -> Json:
    start = moment(o.period.start, zone) if o.first is None else o.first.isoformat()
    found = {"id": o.id, "uid": o.uid, "start": start}
    own = o.event.start
    if own.zone is not None and str(own.zone) != zone.key and o.first is None:
        found["own_start"] = o.period.start.astimezone(own.zone).isoformat()
    return found


def notice_json(notice: Notice | None, zone: ZoneInfo) -> Json | None:
    if notice is None:
        return None
    working = notice.working_moment
    return {
        "hours": notice.hours,
        "channel": notice.channel,
        "last_moment": moment(notice.last_moment, zone),
        "working_moment": None if working is None else moment(working, zone),
    }


def moment(instant: datetime, zone: ZoneInfo) -> str:
    """ISO 8601 with offset, to the second."""
    return instant.astimezone(zone).isoformat(timespec="seconds")
