"""The JSON that other programs rely on (docs/schema), in UTF-8, an item at a time; times in the user's zone.

A crowded calendar has many thousands of items, so they are never all there at once, and what stands in many of them is
encoded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
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

Json = dict[str, Any]
Parts = Iterator[tuple[str, bytes | Iterable[bytes]]]
_Said = tuple[str, str, str, str, str]
_KEY = attrgetter("key")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TRUTH = {True: "true", False: "false"}


def agenda_parts(timeline: Timeline, notices: dict[str, Notice] | None = None) -> Parts:
    """window, occurrences and problems: each whole, or as its items.

    With `notices` (by occurrence key) each interview says its own.
    """
    zone = timeline.zone
    start, end = (moment(m, zone) for m in timeline.window)
    yield "window", json_bytes({"start": start, "end": end, "zone": zone.key})
    yield "occurrences", _occurrences(timeline, notices)
    yield "problems", (json_bytes(problem_json(p)) for p in timeline.problems)


def scan_parts(timeline: Timeline, notices: dict[str, Notice], findings: Sequence[Finding]) -> Parts:
    """What `agenda_parts` yields, and the findings."""
    yield from agenda_parts(timeline, notices)
    yield "findings", _findings(findings, timeline.zone)


def _occurrences(timeline: Timeline, notices: dict[str, Notice] | None) -> Iterator[bytes]:
    """Dates where they are all-day (`end` is the day after the last)."""
    moments = _Moments(timeline.zone)
    known: dict[int, _Said] = {}
    calendars: dict[int, str] = {}
    for o in timeline.occurrences:
        # At once: by name, each would be a call.
        name, event, (begins, ends), (_, free_at), busy, instance, all_day, first, last, interview, key, copies, _ = o
        said = known.get(id(event))
        if said is None:
            said = known[id(event)] = _said(o, calendars)
        uid, summary, calendar, known_of_interview, joining = said
        start = moments[begins.timestamp()] if first is None else first.isoformat()
        end = moments[ends.timestamp()] if last is None else last.isoformat()
        recurrence_id = "null" if instance is None else f'"{instance}"'
        if interview is not None:
            notice = "" if notices is None else f', "notice": {_notice(notices.get(key), moments)}'
            known_of_interview = f"{known_of_interview}{notice}}}"
        assumed = "" if free_at == ends else f', "assumed_end": "{moments[free_at.timestamp()]}"'
        text = (
            f'{{"id": "{name}", "uid": {uid}, "recurrence_id": {recurrence_id}, "start": "{start}", '
            f'"end": "{end}", "all_day": {_TRUTH[all_day]}, {summary}, "busy": "{busy}", {calendar}, '
            f'"interview": {known_of_interview}{joining}{assumed}{_copies(copies)}}}'
        )
        yield text.encode("utf-8", "replace")


def _said(o: Occurrence, calendars: dict[int, str]) -> _Said:
    """What all occurrences of an event say alike: UID; title and status; calendar; interview; where it is joined."""
    event, (link, phone) = o.event, o.joining
    whose = calendars.get(id(event.calendar))
    if whose is None:
        name, owner = json_text(event.calendar.name), json_text(event.calendar.owner or None)
        whose = calendars[id(event.calendar)] = f'"calendar": {name}, "owner": {owner}'
    return (
        json_text(event.uid),
        f'"summary": {json_text(event.summary)}, "status": {_status(event.status)}',
        whose,
        "null" if o.interview is None else json_text(_interview_json(o.interview))[:-1],
        "" if link is None and phone is None else f', "join_link": {json_text(link)}, "phone": {json_text(phone)}',
    )


@lru_cache(maxsize=32)
def _status(text: str) -> str:
    return json_text(text or None)


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


def _copies(copies: Sequence[Occurrence]) -> str:
    if not copies:
        return ""
    shown = [{"uid": c.uid, "summary": c.summary, "calendar": c.event.calendar.name} for c in copies]
    return f', "copies": {json_text(shown)}'


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
    moments = _Moments(zone)
    references, reasons, lengths, notices = _References(moments), _Reasons(), _Lengths(), _NoticesSaid(moments)
    for name, kind, severity, hard, events, message, gap, needed, move, notice in findings:
        head = f'{{"id": "{name}", "kind": "{kind}", "severity": "{severity}", "hard": {_TRUTH[hard]}, "events": ['
        if move is None:
            moves = b"null"
        else:
            (whose,) = references.of((move.occurrence,))
            moves = whose[:-1] + reasons[move.reason]
        yield b"".join(
            (
                head.encode(),
                b", ".join(references.of(events)),
                lengths[gap, needed],
                moves,
                notices.of(notice),
                json_bytes(message),
                b"}",
            )
        )


class _Lengths(dict[tuple[int | None, int | None], bytes]):
    """`gap_minutes` and `needed_minutes` behind the events."""

    def __missing__(self, lengths: tuple[int | None, int | None]) -> bytes:
        gap, needed = map(json_text, lengths)
        text = f'], "gap_minutes": {gap}, "needed_minutes": {needed}, "moves_first": '
        return self.setdefault(lengths, text.encode())


class _Reasons(dict[str, bytes]):
    """Why an entry moves, behind what it is."""

    def __missing__(self, reason: str) -> bytes:
        return self.setdefault(reason, b', "reason": ' + json_bytes(reason) + b"}")


class _NoticesSaid:
    """The notice and what stands beside it; that of an interview stands in many findings."""

    def __init__(self, moments: _Moments) -> None:
        self._moments = moments
        self._known: dict[int, bytes] = {}

    def of(self, notice: Notice | None) -> bytes:
        found = self._known.get(id(notice))
        if found is None:
            text = f', "notice": {_notice(notice, self._moments)}, "message": '
            found = self._known[id(notice)] = text.encode()
        return found


class _References:
    """Occurrences as findings name them; each is encoded once, since a crowd names each many times."""

    def __init__(self, moments: _Moments) -> None:
        self._moments = moments
        self._elsewhere: dict[tzinfo | None, _Moments | None] = {None: None}
        self._known: dict[str, bytes] = {}

    def of(self, occurrences: Sequence[Occurrence]) -> list[bytes]:
        try:
            return [*map(self._known.__getitem__, map(_KEY, occurrences))]
        except KeyError:
            self._known |= {o.key: self._text(o) for o in occurrences if o.key not in self._known}
            return self.of(occurrences)

    def _text(self, o: Occurrence) -> bytes:
        event, own_start = o.event, ""
        if o.first is not None:
            start = o.first.isoformat()
        else:
            instant = o.period.start.timestamp()
            start = self._moments[instant]
            theirs = self._own_moments(event.start.zone)
            if theirs is not None:
                own_start = f', "own_start": "{theirs[instant]}"'
        text = f'{{"id": "{o.id}", "uid": {json_text(event.uid)}, "start": "{start}"{own_start}}}'
        return text.encode("utf-8", "replace")

    def _own_moments(self, own: tzinfo | None) -> _Moments | None:
        """On the clock of the invitation; None where that is the user's."""
        if own is None or own in self._elsewhere:
            return self._elsewhere[own]
        return self._elsewhere.setdefault(own, None if str(own) == str(self._moments.zone) else _Moments(own))


def _notice(notice: Notice | None, moments: _Moments) -> str:
    if notice is None:
        return "null"
    working = notice.working_moment
    return json_text(
        {
            "hours": notice.hours,
            "channel": notice.channel,
            "last_moment": moments[notice.last_moment.timestamp()],
            "working_moment": None if working is None else moments[working.timestamp()],
        }
    )


class _Moments(dict[float, str]):
    """Timestamps as `moment` writes them, kept, since calendars are full of the same quarters of an hour.

    Not by the instants themselves, which take as long to hash as to write.
    """

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone

    def __missing__(self, seconds: float) -> str:
        return self.setdefault(seconds, moment(_EPOCH + timedelta(seconds=seconds), self.zone))


def moment(instant: datetime, zone: tzinfo) -> str:
    """ISO 8601 with offset, to the second."""
    return instant.astimezone(zone).isoformat("T", "seconds")
