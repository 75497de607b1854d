"""Nothing of the user's other entries reaches a byte that leaves (E19): secrets are planted and looked for."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scheduler.ics.parse import parse_component
from scheduler.messages.change import Refused, Target, cancelled, moved
from scheduler.messages.facts import LANGUAGES, SITUATIONS, Facts, Texts
from scheduler.messages.itip import Itip, cancel, counter, decline_counter, reply, request
from scheduler.messages.mail import compose
from scheduler.messages.objects import Stored
from scheduler.messages.stored import of, only
from scheduler.messages.texts import write
from scheduler.model.component import Component
from scheduler.model.interview import Person
from scheduler.model.time import Period
from tests.messages.people import facts
from tests.messages.scenario import HERE

SECRETS = ("Globex", "Zahnarzt", "Fox", "Harbour", "S3CRET", "globex.example", "America/Caracas", "Privat")
PLANTED = """\
NAME:Privat S3CRET
X-WR-CALNAME:Privat S3CRET
X-WR-CALDESC:Privat S3CRET
BEGIN:VEVENT
UID:other-S3CRET@globex.example
DTSTAMP:20270201T080000Z
DTSTART;TZID=America/Caracas:20270303T100000
DTEND;TZID=America/Caracas:20270303T110000
SUMMARY:Panel at Globex
LOCATION:Harbour Street 12
DESCRIPTION:Zahnarzt S3CRET
ORGANIZER;CN=Dana Fox:mailto:fox@globex.example
ATTENDEE;CN=Ada Smith:mailto:ada@example.org
END:VEVENT
BEGIN:VTODO
UID:single@acme.example
SUMMARY:Zahnarzt S3CRET
END:VTODO
BEGIN:VTIMEZONE
TZID:America/Caracas
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:-0400
TZOFFSETTO:-0400
END:STANDARD
END:VTIMEZONE
BEGIN:VALARM
DESCRIPTION:Zahnarzt S3CRET
END:VALARM
"""
NOW = datetime(2027, 2, 20, 12, tzinfo=UTC)


def calendar(name: str, own: str) -> Component:
    """A stored calendar with secrets in its own lines, in other entries, and in what the user added to this one."""
    text = (HERE / "calendars" / f"{name}.ics").read_bytes().decode().replace("\r\n", "\n")
    head, rest = text.split("BEGIN:VEVENT", 1)
    text = (
        head.replace("BEGIN:VTIMEZONE", PLANTED + "BEGIN:VTIMEZONE", 1)
        + "BEGIN:VEVENT"
        + rest.replace("\nDTSTAMP", own + "\nDTSTAMP", 1)
    )
    return parse_component(text.replace("\n", "\r\n").encode())


OWN = (
    "\nCATEGORIES:Globex\nX-APPLE-TRAVEL-START;X-TITLE=Harbour:geo:1,2\nCOMMENT:S3CRET\nX-MOZ-NOTE:S3CRET"
    "\nX-EVOLUTION-CALDAV-HREF:/globex.example/1.ics\nBEGIN:VALARM\nDESCRIPTION:Zahnarzt\nEND:VALARM"
)
OWN_NOTES = OWN + "\nDESCRIPTION:then Globex\nX-ALT-DESC:S3CRET\nATTACH:https://globex.example/x"


def leaks(data: bytes) -> list[str]:
    text = data.replace(b"\r\n ", b"").decode("utf-8", "replace").lower()
    return [s for s in SECRETS if s.lower() in text]


def test_the_secrets_are_in_the_calendar() -> None:
    assert leaks(calendar("single", OWN_NOTES).to_bytes()) == list(SECRETS)


def test_calendar_messages_of_an_attendee() -> None:
    about = replace(facts().appointment, stored=only("single@acme.example", calendar("single", OWN_NOTES)))
    proposed = facts().alternatives[0]
    made = [counter(about, proposed, NOW, "A conflict"), *(reply(about, p, NOW) for p in ("ACCEPTED", "DECLINED"))]
    assert isinstance(made[0], Itip)
    made.append(decline_counter(made[0].calendar, NOW))
    for message in made:
        assert isinstance(message, Itip)
        assert leaks(message.to_bytes()) == []
        mail = compose(
            sender=Person("Ada Smith", "ada@example.org"),
            to=(Person("Kim Lee", "kim@acme.example"),),
            subject="Interview",
            text="Text",
            message_id="<1@example.org>",
            date=NOW,
            calendar=message,
        )
        payloads = [p.get_payload(decode=True) for p in mail.walk() if not p.is_multipart()]
        assert [leaks(p) for p in payloads if isinstance(p, bytes)] == [[], [], []]


@pytest.mark.parametrize("instance", [None, "20270317T090000Z"])
def test_calendar_messages_of_an_organizer(instance: str | None) -> None:
    stored = Stored(only("hosted-series@example.org", calendar("hosted-series", OWN)), ZoneInfo("Europe/Berlin"))
    now_at = facts().appointment.period
    target = Target(stored, now_at, ("ada@example.org",), instance)
    later = Period(now_at.start + timedelta(hours=1), now_at.end + timedelta(hours=1))
    after = moved(target, later, NOW)
    assert isinstance(after, Component)
    made = [request(Stored(after, stored.floating), instance, NOW), cancel(stored, instance, NOW)]
    for message in made:
        assert isinstance(message, Itip)
        assert leaks(message.to_bytes()) == []
    assert not isinstance(cancelled(target, NOW), Refused)


def test_facts_of_one_event_hold_nothing_of_the_others() -> None:
    kept = only("single@acme.example", calendar("single", ""))
    assert leaks(kept.to_bytes()) == []
    assert [c.name for c in kept.children] == ["VTIMEZONE", "VEVENT"]
    assert "stored" not in repr(replace(facts().appointment, stored=kept))


def test_an_object_put_together_from_its_parts_is_the_same() -> None:
    kept = only("single@acme.example", calendar("single", ""))
    whole = calendar("single", "")
    zones = tuple(c for c in whole.children if c.name == "VTIMEZONE")
    events = tuple(c for c in whole.children if c.name == "VEVENT" and c.text("UID") == "single@acme.example")
    assert len(zones) == 2
    assert tuple(of(events, zones).children) == tuple(kept.children)
    assert list(of((), zones).children) == []


def test_texts() -> None:
    kept = only("single@acme.example", calendar("single", OWN_NOTES))
    for language in LANGUAGES:
        for situation in SITUATIONS:
            known = facts(language, notice_hours=5.0)
            known = replace(known, appointment=replace(known.appointment, stored=kept))
            texts = write(situation, known)
            assert isinstance(texts, Texts)
            for text in (texts.subject, texts.email, texts.phone or "", texts.voicemail or ""):
                assert leaks(text.encode()) == []


def test_proposals_reach_a_message_as_bare_times() -> None:
    """The types leave no room for a reason behind an alternative."""
    assert Facts.__dataclass_fields__["alternatives"].type == "tuple[Period, ...]"


FORBIDDEN = ("model.occurrence", "model.timeline", "model.finding", "timeline", "findings", "proposals", "sources")
FORBIDDEN += ("stores", "sync", "outbox", "app", "review", "recognise")


def test_what_builds_messages_cannot_reach_what_knows_the_other_entries() -> None:
    """In a fresh interpreter: importing all of scheduler.messages loads none of those rooms."""
    code = """
        import importlib, pkgutil, sys
        import scheduler.messages
        for module in pkgutil.iter_modules(scheduler.messages.__path__):
            importlib.import_module(f"scheduler.messages.{module.name}")
        print("\\n".join(m for m in sys.modules if m.startswith("scheduler.")))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = done.stdout.split()
    assert "scheduler.messages.itip" in loaded
    rooms = {m for m in loaded for f in FORBIDDEN if m == f"scheduler.{f}" or m.startswith(f"scheduler.{f}.")}
    assert rooms == set()
    assert not any(m.startswith(("icalendar", "caldav", "dateutil", "jinja2", "babel")) for m in loaded)
