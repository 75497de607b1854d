"""Timelines for tests, without reading any text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.model.component import Component, Line
from scheduler.model.event import Calendar, Event
from scheduler.model.interview import Interview
from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.time import CalTime, Period
from scheduler.model.timeline import Timeline


def occurrence(start: datetime, minutes: int, summary: str = "", **more: object) -> Occurrence:
    """`more`: owner, busy, interview, place, lines (further content lines)."""
    period = Period(start, start + timedelta(minutes=minutes))
    uid = f"{summary}-{start:%Y%m%dT%H%M}@example.com"
    lines = [Line("SUMMARY", summary), Line("LOCATION", str(more.get("place", "")))]
    lines += more.get("lines", [])  # type: ignore[arg-type]
    event = Event(
        uid=uid,
        start=CalTime(start.replace(tzinfo=None), UTC),
        component=Component("VEVENT", tuple(lines)),
        calendar=Calendar("test", "test.ics", str(more.get("owner", ""))),
        summary=summary,
    )
    return Occurrence(
        id=uid,
        event=event,
        period=period,
        occupied=period,
        busy=more.get("busy", "busy"),  # type: ignore[arg-type]
        interview=more.get("interview"),  # type: ignore[arg-type]
    )


def interview(start: datetime, minutes: int, company: str, **more: object) -> Occurrence:
    facts = Interview(company=company, remote=more.pop("remote", None))  # type: ignore[arg-type]
    return occurrence(start, minutes, f"Interview {company}", interview=facts, **more)


def timeline(
    window: Period, *occurrences: Occurrence, loops: tuple[Loop, ...] = (), zone: str = "Europe/Berlin"
) -> Timeline:
    ordered = tuple(sorted(occurrences, key=lambda o: o.period))
    return Timeline(window, ZoneInfo("Europe/Berlin"), ordered, loops)
