"""Busy or free: one explicit table (RFC 5545 3.8.1.11, 3.8.2.7, 3.2.12); docs/busy.md shows it."""

from __future__ import annotations

from collections.abc import Set

from scheduler.model.event import Event
from scheduler.model.occurrence import Busy

_MICROSOFT = {"FREE": "free", "TENTATIVE": "tentative", "WORKINGELSEWHERE": "free"}
_ANSWERS: dict[str, Busy] = {
    "ACCEPTED": "busy",
    "DELEGATED": "free",
    "DECLINED": "free",
    "TENTATIVE": "tentative",
    "NEEDS-ACTION": "tentative",
}


def busy_state(event: Event, owner: Set[str]) -> Busy:
    """What the event does to its owner's time; `owner` are the owner's mail addresses in lower case.

    The first row that fits counts: cancelled → free; transparent (or free by X-MICROSOFT-CDO-BUSYSTATUS) → free;
    the owner's own PARTSTAT unless she is the organizer; STATUS:TENTATIVE → tentative; else busy.
    """
    if event.status == "CANCELLED" or event.transp == "TRANSPARENT":
        return "free"
    microsoft = (event.component.value("X-MICROSOFT-CDO-BUSYSTATUS") or "").strip().upper()
    if _MICROSOFT.get(microsoft) == "free":
        return "free"
    answer = own_answer(event, owner)
    state = _ANSWERS.get(answer, "tentative") if answer is not None else "busy"
    if state == "busy" and (event.status == "TENTATIVE" or _MICROSOFT.get(microsoft) == "tentative"):
        return "tentative"
    return state


def own_answer(event: Event, owner: Set[str]) -> str | None:
    """The owner's PARTSTAT; None where she is not invited or organises it herself."""
    if not owner or (event.organizer is not None and event.organizer.address in owner):
        return None
    for attendee in event.attendees:
        if attendee.address in owner:
            return attendee.partstat
    return None
