"""Commands as a user calls them, in this process; calendars of our own."""

from __future__ import annotations

import json
import os
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from cli.main import interviews
from scheduler.errors import SchedulerError

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_calendars"
NOW = ("--now", "2027-03-05T09:00")


class Said(NamedTuple):
    """What a command printed, its status, and its error sentence."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.out, self.err
        return json.loads(self.out)


def call(*words: str, stdin: bytes = b"") -> Said:
    """Run a command; our own errors become their status, as `cli.ending` makes them."""
    done = CliRunner().invoke(interviews, [*words], input=stdin, standalone_mode=False)
    if isinstance(done.exception, SchedulerError):
        return Said(done.exception.exit_status, done.stdout, str(done.exception))
    if done.exception is not None:
        raise done.exception
    return Said(done.return_value if isinstance(done.return_value, int) else 0, done.stdout, done.stderr)


def settings(folder: Path, text: str) -> None:
    """Make this the settings file of the test."""
    path = folder / "settings.toml"
    path.write_text(text, "utf-8")
    os.environ["INTERVIEWS_CONFIG"] = str(path)


def ana(folder: Path, more: str = "") -> Path:
    """Ana's settings on a copy of her calendar, which may be written; the path of the copy."""
    copy = folder / "ana.ics"
    copy.write_bytes((SAMPLES / "candidate_week.ics").read_bytes())
    text = (SAMPLES / "settings.toml").read_text("utf-8")
    settings(folder, text.replace("sample_calendars/candidate_week.ics", str(copy)) + more)
    return copy


def rita(folder: Path) -> Path:
    """Rita's settings on a copy of her calendar, which may be written."""
    copy = folder / "rita.ics"
    copy.write_bytes((SAMPLES / "recruiter_week.ics").read_bytes())
    text = (SAMPLES / "recruiter_settings.toml").read_text("utf-8")
    own = text.replace('"sample_calendars/recruiter_week.ics"', f'"{copy}"\nwrite = true')
    settings(folder, own.replace('"sample_calendars/', f'"{SAMPLES}/'))
    return copy


def packet(folder: Path, identifier: str) -> Path:
    return folder / "data" / "outbox" / identifier


def mail_of(folder: Path, identifier: str) -> EmailMessage:
    """The mail of a packet, as composed."""
    data = (packet(folder, identifier) / "composed.eml").read_bytes()
    return message_from_bytes(data, policy=policy.default)


def invite_of(folder: Path, identifier: str) -> str:
    """The calendar message of a packet, unfolded."""
    return (packet(folder, identifier) / "invite.ics").read_bytes().replace(b"\r\n ", b"").decode()


def event(uid: str, start: str, end: str, summary: str, *more: str) -> str:
    """A VEVENT with times in UTC."""
    lines = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20270301T080000Z", f"DTSTART:{start}", f"DTEND:{end}"]
    return "\r\n".join([*lines, f"SUMMARY:{summary}", *more, "END:VEVENT"])


def calendar(*events: str, method: str = "") -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *([f"METHOD:{method}"] if method else [])]
    return ("\r\n".join([*head, *events, "END:VCALENDAR"]) + "\r\n").encode()


def mail(sender: str, body: bytes, method: str, message_id: str = "<m1@acme.example>") -> bytes:
    """A mail with a calendar part, as servers send it."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "ana.silva@mail.example", "Interview"
    made["Message-ID"] = message_id
    made.set_content("See the invitation.")
    made.add_alternative(body, maintype="text", subtype="calendar", params={"method": method})
    return made.as_bytes()
