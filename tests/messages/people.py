"""The interview, the candidate and the times that the tests of texts speak of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from scheduler.messages.facts import Appointment, Facts, Language, Reason, Sender
from scheduler.model.interview import Person
from scheduler.model.time import Period

POSITION: dict[Language, str] = {
    "en": "Data Engineer",
    "de": "Dateningenieurin",
    "fr": "Ingénieur de données",
    "es": "Ingeniera de datos",
}
CORRECTION: dict[Language, str] = {
    "en": "I meant Thursday, not Tuesday",
    "de": "Gemeint war Donnerstag, nicht Dienstag",
    "fr": "Je voulais dire jeudi, et non mardi",
    "es": "Quise decir el jueves, no el martes",
}


def hour(year: int, month: int, day: int, at: int, minute: int = 0) -> Period:
    start = datetime(year, month, day, at, minute, tzinfo=UTC)
    return Period(start, start + timedelta(hours=1))


TIMES = (hour(2027, 3, 4, 14), hour(2027, 3, 5, 16, 30), hour(2027, 3, 8, 23, 30))


def appointment(language: Language = "en", **other: object) -> Appointment:
    values: dict[str, object] = {
        "uid": "single@acme.example",
        "period": hour(2027, 3, 3, 15, 30),
        "zone": "Europe/Berlin",
        "company": "Acme",
        "position": POSITION[language],
        "employer_zone": "America/New_York",
        "phone": "+1 212 555 0100",
        "contact": Person("Kim Lee", "kim@acme.example"),
        "invited_as": "ada@example.org",
    }
    return Appointment(**{**values, **other})  # type: ignore[arg-type]


def facts(language: Language = "en", **other: object) -> Facts:
    """Everything is known; a test takes away what it is about."""
    about = {k: other.pop(k) for k in list(other) if k in Appointment.__dataclass_fields__}
    values: dict[str, object] = {
        "appointment": appointment(language, **about),
        "sender": Sender("Ada Smith", "ada@example.org", "+49 30 1234567"),
        "language": language,
        "notice_hours": 48.0,
        "alternatives": TIMES,
        "reason": Reason("conflict"),
        "until": date(2027, 3, 15),
        "offered": hour(2027, 3, 5, 16, 30),
        "correction": CORRECTION[language],
    }
    return Facts(**{**values, **other})  # type: ignore[arg-type]
