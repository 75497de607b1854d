"""Which entries are holds, and which requests an entry answers to: asked of every timeline, so it draws in little."""

from __future__ import annotations

from scheduler.model.marks import HOLD, request_key
from scheduler.model.occurrence import Occurrence


def is_hold(occurrence: Occurrence) -> bool:
    # A hold is tentative; asking every entry for the property would cost large calendars too much.
    return occurrence.event.status == "TENTATIVE" and occurrence.event.component.first(HOLD) is not None


def keys_of(occurrence: Occurrence) -> tuple[str, ...]:
    """The requests that an occurrence answers to: its own, and those of its copies."""
    return tuple(dict.fromkeys(request_key(o.uid, o.recurrence_id) for o in (occurrence, *occurrence.copies)))
