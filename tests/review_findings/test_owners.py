"""In another person's calendar it is her answer that counts, not the user's."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from scheduler.findings.find import find
from scheduler.findings.terms import Terms
from tests.oracle.make import document, read, timed, utc, vcalendar

BOB, ANA = "bob@x.example", "ana@mail.example"


def _unanswered(bob: str, ana: str) -> list[str]:
    data = vcalendar(
        timed(
            "20270310T100000Z",
            "20270310T110000Z",
            "ORGANIZER:mailto:hr@acme.example",
            f"ATTENDEE;PARTSTAT={bob}:mailto:{BOB}",
            f"ATTENDEE;PARTSTAT={ana}:mailto:{ANA}",
            summary="Job interview with Acme",
        )
    )
    timeline = read(document(data, owner=BOB))
    terms = Terms(utc("2027-03-05T09:00"), ZoneInfo("UTC"), me=frozenset({ANA}))
    return [f.message for f in find(timeline, terms) if f.kind == "unanswered"]


def test_the_owner_has_not_answered() -> None:
    [message] = _unanswered("NEEDS-ACTION", "ACCEPTED")
    assert message.startswith(f"{BOB} has not answered")
    assert _unanswered("ACCEPTED", "NEEDS-ACTION") == []
