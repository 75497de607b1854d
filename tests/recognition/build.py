"""Small invitations for the tests, read through the same decoder as real ones."""

from __future__ import annotations

from scheduler.ics.read import Document, read_documents
from scheduler.model.event import Calendar, Event
from scheduler.recognise.recognise import Recognition, recognise
from scheduler.settings.core import Settings

PRIVATE = "alex.moreau@gmail.com"
WORK = "alex.moreau@ownfirm.example"
ME = frozenset({PRIVATE, WORK})

SENDERS = {
    "noted": "",
    "company": f"ORGANIZER;CN=Kim Lee:mailto:kim.lee@zephyrix.example\nATTENDEE;CN=Alex Moreau:mailto:{PRIVATE}",
    "service": "ORGANIZER;CN=Zephyrix Recruiting:mailto:no-reply@us.greenhouse-mail.io\n"
    f"ATTENDEE;CN=Kim Lee:mailto:kim.lee@zephyrix.example\nATTENDEE;CN=Alex Moreau:mailto:{PRIVATE}",
    "friend": f"ORGANIZER;CN=Robin Vane:mailto:robin-vane-x@gmail.com\nATTENDEE;CN=Alex Moreau:mailto:{PRIVATE}",
    "work": f"ORGANIZER;CN=Dana Fox:mailto:dana.fox@ownfirm.example\nATTENDEE;CN=Alex Moreau:mailto:{WORK}",
    "own service": "ORGANIZER;CN=Ownfirm Talent:mailto:no-reply@us.greenhouse-mail.io\n"
    f"ATTENDEE;CN=Jordan Blake:mailto:jordan@blake.example\nATTENDEE;CN=Alex Moreau:mailto:{WORK}",
    "to work": f"ORGANIZER;CN=Kim Lee:mailto:kim.lee@zephyrix.example\nATTENDEE;CN=Alex Moreau:mailto:{WORK}",
}


def sender(who: str) -> str:
    if who.startswith("other:"):
        domain = who.removeprefix("other:")
        return f"ORGANIZER;CN=Kim Lee:mailto:kim.lee@{domain}\nATTENDEE;CN=Alex Moreau:mailto:{PRIVATE}"
    return SENDERS[who]


def event_of(
    title: str, description: str = "", *more: str, who: str = "noted", start: str = "DTSTART:20270305T100000Z"
) -> Event:
    """One event of an hour; `more` are further content lines, `who` invites (see `SENDERS`)."""
    escaped = description.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:test@tests.example", "DTSTAMP:20270101T000000Z", start,
        *([] if "VALUE=DATE:" in start else ["DURATION:PT1H"]),
        "SUMMARY:" + title.replace(";", "\\;").replace(",", "\\,"), "DESCRIPTION:" + escaped,
        *sender(who).splitlines(), *more, "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    data = "\r\n".join(lines).encode()
    (event,) = read_documents([Document(Calendar("test", "test.ics"), data)], None).events
    return event


def judge(
    title: str, description: str = "", *more: str, who: str = "noted", settings: Settings | None = None,
    zone: str = "Europe/Berlin", me: frozenset[str] = ME, why: bool = False, start: str = "DTSTART:20270305T100000Z",
) -> Recognition:  # fmt: skip
    event = event_of(title, description, *more, who=who, start=start)
    return recognise(event, me, settings or Settings(), zone, why=why)
