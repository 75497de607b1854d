"""Rows of the CSV forms."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from scheduler.app.shape import moment
from scheduler.model.finding import Finding
from scheduler.model.timeline import Timeline

Rows = tuple[list[str], Iterable[list[str]]]


def agenda_rows(timeline: Timeline) -> Rows:
    header = ["id", "start", "end", "all_day", "summary", "status", "busy", "calendar", "owner", "company", "uid"]
    rows = (
        [
            o.id,
            moment(o.period.start, timeline.zone) if o.first is None else o.first.isoformat(),
            moment(o.period.end, timeline.zone) if o.last is None else o.last.isoformat(),
            "yes" if o.all_day else "no",
            o.summary,
            o.event.status,
            o.busy,
            o.event.calendar.name,
            o.owner,
            (o.interview.company or "") if o.interview is not None else "",
            o.uid,
        ]
        for o in timeline.occurrences
    )
    return header, rows


def finding_rows(findings: Iterable[Finding], zone: ZoneInfo) -> Rows:
    header = ["id", "kind", "severity", "hard", "start", "events", "gap_minutes", "needed_minutes", "moves", "message"]
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
        ]
        for f in findings
    )
    return header, rows
