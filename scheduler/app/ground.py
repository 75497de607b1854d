"""What a packet was made from, kept beside it: read again before it leaves, and for checking its words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scheduler.app.read import ReadRequest
from scheduler.errors import StoreError
from scheduler.messages.facts import Appointment, Facts, Language, Reason, Sender
from scheduler.model.interview import Person
from scheduler.model.time import Period

VERSION = 1


@dataclass(frozen=True, slots=True)
class Ground:
    """The calendars as they were named, and the facts as they were; `facts` is None for a plain calendar answer."""

    sources: tuple[str, ...]
    zone: str
    me: tuple[str, ...]
    facts: Facts | None

    def request(self, now: datetime) -> ReadRequest:
        """The same reading once more; without an index, since it must not miss a change."""
        return ReadRequest(now, self.sources, zone=self.zone, me=self.me, use_index=False)


def ground_of(request: ReadRequest, zone: str, facts: Facts | None) -> dict[str, object]:
    """As JSON; files are named from the root, so that another folder to stand in makes no difference."""
    return {
        "version": VERSION,
        "sources": [_absolute(s) for s in request.sources if s != "-"],
        "zone": zone,
        "me": list(request.me),
        "facts": None if facts is None else _facts(facts),
    }


def read_ground(data: bytes, where: str) -> Ground:
    """Back from JSON; raises StoreError for what is none of ours."""
    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            raise StoreError(f"{where} was written by a newer version of this program; update it.")
        facts = None if found["facts"] is None else _read_facts(found["facts"])
        return Ground(tuple(found["sources"]), found["zone"], tuple(found["me"]), facts)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{where} is damaged ({error}); write the message anew.") from None


def _absolute(source: str) -> str:
    owner, equals, path = source.partition("=")
    if equals and "@" in owner:
        return f"{owner}={_absolute(path)}"
    return str(Path(source).expanduser().resolve()) if Path(source).expanduser().exists() else source


def _facts(facts: Facts) -> dict[str, Any]:
    about = facts.appointment
    return {
        "uid": about.uid,
        "recurrence_id": about.recurrence_id,
        "period": _period(about.period),
        "zone": about.zone,
        "employer_zone": about.employer_zone,
        "company": about.company,
        "position": about.position,
        "kind": about.kind,
        "location": about.location,
        "invited_as": about.invited_as,
        "contact": None if about.contact is None else list(about.contact),
        "organizer": None if about.organizer is None else list(about.organizer),
        "sender": [facts.sender.name, facts.sender.address, facts.sender.phone],
        "language": facts.language,
        "notice_hours": facts.notice_hours,
        "alternatives": [_period(p) for p in facts.alternatives],
        "offered": None if facts.offered is None else _period(facts.offered),
        "until": None if facts.until is None else facts.until.isoformat(),
        "reason": [facts.reason.kind, facts.reason.sentence],
        "can_commit": facts.can_commit,
    }


def _read_facts(data: dict[str, Any]) -> Facts:
    language: Language = data["language"]
    kind, sentence = data["reason"]
    return Facts(
        appointment=Appointment(
            uid=data["uid"],
            period=_read_period(data["period"]),
            zone=data["zone"],
            recurrence_id=data["recurrence_id"],
            company=data["company"],
            position=data["position"],
            kind=data["kind"],
            employer_zone=data["employer_zone"],
            location=data["location"],
            contact=None if data["contact"] is None else Person(*data["contact"]),
            organizer=None if data["organizer"] is None else Person(*data["organizer"]),
            invited_as=data["invited_as"],
        ),
        sender=Sender(*data["sender"]),
        language=language,
        notice_hours=data["notice_hours"],
        alternatives=tuple(_read_period(p) for p in data["alternatives"]),
        reason=Reason(kind, sentence),
        offered=None if data["offered"] is None else _read_period(data["offered"]),
        until=None if data["until"] is None else date.fromisoformat(data["until"]),
        can_commit=data["can_commit"],
    )


def _period(period: Period) -> list[str]:
    return [period.start.isoformat(), period.end.isoformat()]


def _read_period(value: list[str]) -> Period:
    return Period(datetime.fromisoformat(value[0]), datetime.fromisoformat(value[1]))
