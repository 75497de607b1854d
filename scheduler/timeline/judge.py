"""Instances of one UID to occurrences: what each does to its owner's time, and what was assumed about it."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.ics.instance import Instance
from scheduler.model.event import Event
from scheduler.model.interview import Interview
from scheduler.model.occurrence import Busy, Joining, Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period, is_gap
from scheduler.recognise.meeting import meeting_of, waits_for_link
from scheduler.recognise.recognise import recognise
from scheduler.timeline.busy import busy_state
from scheduler.timeline.edges import at_edge_in
from scheduler.timeline.identify import full_key
from scheduler.timeline.view import View

ASSUMED = timedelta(hours=1)


class _Judged(NamedTuple):
    """What every instance of an event has in common: the names before and after its RECURRENCE-ID's, too."""

    interview: Interview | None
    busy: Busy
    before: str
    after: str
    joining: Joining


def occurrences_of(
    instances: list[Instance], marks: dict[int, str], view: View, problems: list[Problem]
) -> list[Occurrence]:
    """The occurrences of one UID of one owner; notes go to `problems`. `marks` are those of `told_apart`."""
    found = []
    owner = view.addresses(instances[0].event.calendar.owner)
    known: dict[int, _Judged] = {}
    for instance in instances:
        event = instance.event
        judged = known.get(id(event))
        if judged is None:
            interview = recognise(event, owner, view.settings, view.zone_name).interview
            mark = marks.get(id(event))
            names = f"{event.calendar.owner}\0{event.uid}\0"
            joining = meeting_of(event) if interview is None else (interview.join_link, interview.phone)
            judged = _Judged(interview, busy_state(event, owner), names, f"\0{mark}" if mark else "", joining)
            known[id(event)] = judged
            problems += _notes(instance, interview, view)
        found.append(_occurrence(instance, judged, view.zone))
        start = instance.start
        if not start.is_date and at_edge_in(view.window, start.wall, start.zone or view.zone):
            problems += _as_notes(event, [_edge(start.wall, start.zone or view.zone)])
    return found


def _occurrence(instance: Instance, judged: _Judged, zone: ZoneInfo) -> Occurrence:
    event, start, period, recurrence_id = instance
    first: date | None = None
    last: date | None = None
    occupied = period
    if start.is_date:
        first = start.wall.date()
        last = period.end.astimezone(zone).date()
        if last <= first:
            occupied = Period(period.start, _midnight(first + timedelta(days=1), zone))
    elif period.end == period.start and (assumed := _assumed_length(event, judged.interview)):
        occupied = Period(period.start, period.start + assumed)
    key = full_key(f"{judged.before}{recurrence_id or ''}{judged.after}")
    return Occurrence(
        "",
        event,
        period,
        occupied,
        judged.busy,
        recurrence_id,
        start.is_date,
        first,
        last,
        judged.interview,
        key,
        (),
        judged.joining,
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def _assumed_length(event: Event, interview: Interview | None) -> timedelta:
    """The busy time of what has no length: an end that could not be read, or an interview, which takes some time.

    Anything else of an explicit zero length is a reminder, unless the clock skips the hour between the two times.
    """
    start, end = event.start, event.end
    if end is not None and end.zone is start.zone and end.wall > start.wall:
        return end.wall - start.wall
    if interview is not None:
        return ASSUMED
    if end is not None or event.duration is not None:
        return timedelta()
    unreadable = event.component.first("DTEND") is not None or event.component.first("DURATION") is not None
    return ASSUMED if unreadable else timedelta()


def _notes(instance: Instance, interview: Interview | None, view: View) -> list[Problem]:
    """What was assumed about an event."""
    event, start = instance.event, instance.start
    sentences: list[str] = []
    if waits_for_link(event):
        sentences.append("it has no join link yet; its place is a scheduling service's placeholder")
    if start.is_date and event.end is not None and event.end.wall <= event.start.wall:
        sentences.append("it ends on the day on which it starts; it was taken to last that whole day")
    if start.floating:
        sentences.append(f"its time has no zone that is known; yours, {view.zone_name}, was assumed")
    theirs = None if interview is None or start.is_date else interview.guessed_zone
    if interview is not None and theirs is not None:
        begins = instance.period.start
        if begins.astimezone(ZoneInfo(theirs)).utcoffset() != begins.astimezone(view.zone).utcoffset():
            sentences.append(f"the employer's zone, {theirs}, was taken from {interview.zone_from}")
    return _as_notes(event, sentences)


def _edge(wall: datetime, zone: tzinfo) -> str:
    when = f"{wall:%Y-%m-%d %H:%M}"
    if is_gap(wall, zone):
        return f"the clock skips {when} (spring change); the offset before the change was used"
    return f"the clock shows {when} twice (autumn change); the first of the two was used"


def _as_notes(event: Event, sentences: list[str]) -> list[Problem]:
    if not sentences:
        return []
    name = f"'{event.summary}'" if event.summary else "An event without a title"
    return [
        Problem("info", f"{name}: {s}.", event.calendar.source, event.line, event.uid, event.summary or None)
        for s in sentences
    ]
