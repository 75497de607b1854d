"""Properties of our own in the user's own entries; no message carries them (`scheduler.messages.itip` drops them).

HOLD names the request that a time is held for, HOLD_UNTIL when the hold ends by itself (UTC), HOLD_AGREED when the
other side agreed to it. FOR names the interview that a preparation, travel or debrief block belongs to. On HOLD and FOR
the parameter AT is the start of that interview (UTC) when the line was written: so a later move shows.
"""

from __future__ import annotations

from datetime import UTC, datetime

from scheduler.model.component import Component, Line
from scheduler.model.digest import digest

HOLD = "X-INTERVIEWS-HOLD"
HOLD_UNTIL = "X-INTERVIEWS-HOLD-UNTIL"
HOLD_AGREED = "X-INTERVIEWS-HOLD-AGREED"
FOR = "X-INTERVIEWS-FOR"
BLOCK = "block-"  # how the UIDs of our blocks begin: cheaper to ask for than the property
_AT = "AT"
_UTC = "%Y%m%dT%H%M%SZ"


def request_key(uid: str, recurrence_id: str | None = None) -> str:
    """What stands for an interview in our properties: says nothing to whoever does not know its UID.

    `recurrence_id` as in `Occurrence`.
    """
    return digest(f"request\0{uid}\0{recurrence_id or ''}")[:32]


def mark(name: str, key: str, start: datetime) -> Line:
    """A HOLD or FOR line for the interview `key` that starts at `start`."""
    return Line(name, key, ((_AT, (utc(start),)),))


def marked_start(line: Line) -> datetime | None:
    """When the interview started as the line was written; None where it does not say."""
    return moment(line.param(_AT))


def is_own(component: Component) -> bool:
    """A hold or a block that we wrote: never an interview itself, whatever its title says."""
    return component.first(HOLD) is not None or component.first(FOR) is not None


def utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime(_UTC)


def moment(text: str | None) -> datetime | None:
    try:
        return None if text is None else datetime.strptime(text.strip(), _UTC).replace(tzinfo=UTC)
    except ValueError:
        return None
