"""Timelines made by hand for the tests of the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.model.component import Component
from scheduler.model.event import Calendar, Event
from scheduler.model.finding import Finding, Kind, Level, Move, Notice
from scheduler.model.interview import Interview, Person
from scheduler.model.occurrence import Busy, Loop, Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import CalTime, Period
from scheduler.model.timeline import Timeline
from scheduler.report.given import Change, Given, Suggestion
from scheduler.settings.core import Hours, Limits


@dataclass(frozen=True)
class Desk:
    """Makes occurrences on one person's clock."""

    zone: ZoneInfo

    def at(self, when: str) -> datetime:
        return datetime.fromisoformat(when).replace(tzinfo=self.zone).astimezone(UTC)

    def period(self, start: str, end: str) -> Period:
        return Period(self.at(start), self.at(end))

    def entry(
        self,
        title: str,
        start: str,
        end: str,
        *,
        busy: Busy = "busy",
        status: str = "CONFIRMED",
        interview: Interview | None = None,
    ) -> Occurrence:
        period = self.period(start, end)
        return self._occurrence(title, period, busy, status, interview)

    def interview(
        self, company: str, start: str, end: str, *, theirs: str | None = None, busy: Busy = "busy", title: str = ""
    ) -> Occurrence:
        facts = Interview(
            company=company,
            position="Engineer",
            contact=Person("Maya Cohen", "maya@brightwater.example"),
            join_link="https://meet.example/room",
            phone="+1 212 555 0148",
            remote=True,
            employer_zone=theirs,
        )
        return self.entry(title or f"Interview with {company}", start, end, busy=busy, interview=facts)

    def all_day(self, title: str, first: str, last: str, *, busy: Busy = "free") -> Occurrence:
        made = self.entry(title, first, last, busy=busy)
        dates = date.fromisoformat(first), date.fromisoformat(last)
        return made._replace(all_day=True, first=dates[0], last=dates[1])

    def _occurrence(
        self, title: str, period: Period, busy: Busy, status: str, interview: Interview | None
    ) -> Occurrence:
        event = Event(
            uid=f"{title}-{period.start:%Y%m%dT%H%M}@tests.example",
            start=CalTime(period.start.astimezone(self.zone).replace(tzinfo=None), self.zone),
            component=Component("VEVENT"),
            calendar=Calendar("mine", "mine.ics"),
            summary=title,
            status=status,
        )
        name = f"{abs(hash(event.uid)) % 16**6:06x}"
        return Occurrence(name, event, period, period, busy, interview=interview, key=name)

    def given(
        self,
        now: str,
        window: tuple[str, str],
        occurrences: Sequence[Occurrence],
        findings: Sequence[Finding] = (),
        *,
        loops: Sequence[Loop] = (),
        problems: Sequence[Problem] = (),
        suggestions: Sequence[Suggestion] = (),
        changes: Sequence[Change] = (),
        private: bool = False,
    ) -> Given:
        moment = self.at(now)
        ordered = tuple(sorted(occurrences, key=lambda o: (o.period, o.id)))
        timeline = Timeline(self.period(*window), self.zone, ordered, tuple(loops), tuple(problems))
        notices = {o.key: notice(o, moment) for o in ordered if o.interview is not None}
        return Given(
            timeline,
            moment,
            Hours(),
            Limits(),
            tuple(findings),
            notices,
            tuple(suggestions),
            tuple(changes),
            private,
        )


def notice(occurrence: Occurrence, now: datetime) -> Notice:
    hours = (occurrence.period.start - now) / timedelta(hours=1)
    last = occurrence.period.start - timedelta(hours=24)
    return Notice(hours, "email" if hours >= 24 else "phone", last, last)


def finding(
    kind: Kind,
    *events: Occurrence,
    message: str = "",
    severity: Level = "critical",
    gap: int | None = None,
    needed: int | None = None,
    moves: Occurrence | None = None,
    reason: str = "",
) -> Finding:
    return Finding(
        id=f"{kind}-" + "-".join(e.id for e in events),
        kind=kind,
        severity=severity,
        hard=True,
        events=events,
        message=message or f"{kind}: " + ", ".join(e.summary for e in events),
        gap_minutes=gap,
        needed_minutes=needed,
        moves_first=None if moves is None else Move(moves, reason),
    )
