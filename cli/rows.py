"""Rows of the CSV forms."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from scheduler.app.shape import moment
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence
from scheduler.model.timeline import Timeline

Rows = tuple[list[str], Iterable[list[str]]]


def agenda_rows(timeline: Timeline) -> Rows:
    header = ["id", "start", "end", "all_day", "summary", "status", "busy", "calendar", "owner", "company", "uid"]
    header.append("own_start")
    rows = (
        [
            o.id,
            _start(o, timeline.zone),
            moment(o.period.end, timeline.zone) if o.last is None else o.last.isoformat(),
            "yes" if o.all_day else "no",
            o.summary,
            o.event.status,
            o.busy,
            o.event.calendar.name,
            o.owner,
            (o.interview.company or "") if o.interview is not None else "",
            o.uid,
            _own_start(o, timeline.zone),
        ]
        for o in timeline.occurrences
    )
    return header, rows


def finding_rows(findings: Iterable[Finding], zone: ZoneInfo) -> Rows:
    header = ["id", "kind", "severity", "hard", "start", "events", "gap_minutes", "needed_minutes", "moves", "message"]
    header += ["starts", "own_starts"]
    rows = (
        [
            f.id,
            f.kind,
            f.severity,
            "yes" if f.hard else "no",
            moment(f.events[0].period.start, zone),
            " ".join(o.id for o in f.events),
            "" if f.gap_minutes is None else str(f.gap_minutes),
            "" if f.needed_minutes is None else str(f.needed_minutes),
            "" if f.moves_first is None else f.moves_first.occurrence.id,
            f.message,
            " ".join(_start(o, zone) for o in f.events),
            " ".join(_own_start(o, zone) for o in f.events),
        ]
        for f in findings
    )
    return header, rows


def _start(o: Occurrence, zone: ZoneInfo) -> str:
    return moment(o.period.start, zone) if o.first is None else o.first.isoformat()


def _own_start(o: Occurrence, zone: ZoneInfo) -> str:
    """In the zone in which the entry is written; in the user's where it names none."""
    if o.first is not None:
        return o.first.isoformat()
    return o.period.start.astimezone(o.event.start.zone or zone).isoformat(timespec="seconds")
