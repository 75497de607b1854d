"""Changing entries where they came from: which calendars may be written, and what the change makes of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scheduler.app.hold_places import Place
from scheduler.app.read import Situation
from scheduler.app.servers import servers_of
from scheduler.errors import UsageError
from scheduler.holds.who_mails import Capabilities
from scheduler.model.occurrence import Occurrence
from scheduler.settings.core import Settings


@dataclass(frozen=True, slots=True)
class Entry:
    """An occurrence and its object's href in a store."""

    occurrence: Occurrence
    place: Place
    href: str


def entry_of(occurrence: Occurrence, situation: Situation) -> Entry:
    """Where an occurrence can be changed; raises UsageError where it cannot, or the settings do not allow it.

    A calendar of the settings must say write = true; one that only the call names was named for this.
    """
    calendar = occurrence.event.calendar
    title = occurrence.summary or "This entry"
    path = Path(calendar.source)
    if "://" in calendar.source or calendar.thread is not None or not path.is_file():
        raise UsageError(f"'{title}' stands in {calendar.source}, which can only be read; change it there by hand.")
    path = path.resolve()
    for setting in situation.settings.calendars:
        source = Path(setting.source).expanduser().resolve()
        if source == path or source in path.parents:
            if not setting.write:
                raise UsageError(f"'{title}' stands in '{setting.name}', whose settings do not say write = true.")
            break
    addresses = {Path(s.address).expanduser().resolve() for s in situation.specs if "://" not in s.address}
    if path in addresses:
        return Entry(occurrence, Place(calendar.name, str(path)), occurrence.uid)
    return Entry(occurrence, Place(calendar.name, str(path.parent)), path.name)


def capabilities_of(settings: Settings, source: str) -> Capabilities | None:
    """What the place of an entry does by itself; None where its server did not say."""
    path = Path(source).expanduser().resolve()
    for server in servers_of(settings):
        if any(Path(c.folder).expanduser().resolve() == path for c in server.calendars):
            if server.schedules not in ("yes", "no"):
                return None
            return Capabilities(server.schedules == "yes", frozenset(a.lower() for a in server.me))
    return Capabilities()
