"""Packets to test with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP

from scheduler.model.interview import Person
from scheduler.model.time import Period
from scheduler.outbox.packet import Packet

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
INTERVIEW = Period(datetime(2027, 3, 4, 10, tzinfo=UTC), datetime(2027, 3, 4, 11, tzinfo=UTC))
SLOTS = tuple(Period(INTERVIEW.start + timedelta(days=d), INTERVIEW.end + timedelta(days=d)) for d in (4, 5))
JANE = Person("Jane Doe", "jane@acme.example")

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\nUID:u1@acme.example\r\n"
    "SUMMARY:Gespräch – Ingénieur\r\nX-LONG:" + "x" * 60 + "\r\n " + "y" * 60 + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
).encode()


def mail(to: str = "Jane Doe <jane@acme.example>", body: str = "Dear Jane,\n\nI am sorry.\n\n.dot\nMüller\n") -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Max Müller <max@home.example>"
    if to:
        message["To"] = to
    message["Subject"] = "Request to reschedule: Max Müller, Engineer"
    message.set_content(body)
    message.make_mixed(boundary="==mixed==")
    part = EmailMessage(policy=SMTP)
    part.set_content(CALENDAR, "text", "calendar", cte="base64")
    part.replace_header("Content-Type", 'text/calendar; charset="utf-8"; method=COUNTER')
    message.attach(part)
    return message.as_bytes()


def packet(**changes: object) -> Packet:
    made = Packet(
        kind="reschedule",
        uid="u1@acme.example",
        company="Acme",
        when=INTERVIEW,
        recipients=(JANE,),
        subject="Request to reschedule: Max Müller, Engineer",
        mail=mail(),
        calendar=CALENDAR,
        phone="Hello, this is Max.",
        voicemail="This is Max.",
        steps=("Send the email.", "Wait for the answer."),
        alternatives=SLOTS,
    )
    return replace(made, **changes)  # type: ignore[arg-type]
