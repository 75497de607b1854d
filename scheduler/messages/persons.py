"""Whom a message may go to: people; not robots, not calendars, and never a guess."""

from __future__ import annotations

import re

from scheduler.messages.facts import Appointment, Missing
from scheduler.model.interview import Person

_ROBOT = re.compile(
    r"(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|nicht[._-]?antworten|ne[._-]?pas[._-]?repondre|no[._-]?responder"
    r"|mailer[._-]?daemon|postmaster|bounces?|notifications?|calendar-notification|automated|invites?)(?:$|[._+-])"
)
_CALENDARS = ("@group.calendar.google.com", "@resource.calendar.google.com", "@import.calendar.google.com")
# Services that send invitations on an employer's behalf: their sender is not the organizer, and not false for that.
SERVICES = (
    "ashbyhq.com",
    "bamboohr.com",
    "cal.com",
    "calendly.com",
    "calendar.google.com",
    "cronofy.com",
    "goodtime.io",
    "greenhouse-mail.io",
    "greenhouse.io",
    "hire.lever.co",
    "icims.com",
    "lever.co",
    "modernloop.io",
    "myworkday.com",
    "personio.de",
    "personio.com",
    "recruitee.com",
    "savvycal.com",
    "smartrecruiters.com",
    "teamtailor.com",
    "workable.com",
    "zoom.us",
)


def is_robot(address: str | None) -> bool:
    """Nobody reads what is sent there: no address, a calendar, or a sender that says so itself."""
    if address is None or "@" not in address:
        return True
    local, _, domain = address.lower().rpartition("@")
    return address.lower().endswith(_CALENDARS) or domain.endswith(".invalid") or bool(_ROBOT.search(local))


def is_service(address: str) -> bool:
    """A service that schedules for employers, by its domain or one below it; Google's own calendar sender too."""
    local, _, domain = address.lower().rpartition("@")
    if domain == "google.com" and local.startswith("calendar-"):
        return True
    return any(domain == s or domain.endswith(f".{s}") for s in SERVICES)


def recipient(about: Appointment) -> Person | Missing:
    """The human to write to: the contact, else the organizer; never a robot (then the user is asked)."""
    for person in (about.contact, about.organizer):
        if person is not None and not is_robot(person.address):
            return person
    return Missing("contact", "Say whom to write to: no human's address is known for this interview (`--to`).")
