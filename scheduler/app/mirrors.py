"""`--fresh`: the mirrors of connected calendars that a call reads are brought up to date first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from scheduler.model.problem import Problem
from scheduler.settings.core import Settings
from scheduler.settings.load import section_list
from scheduler.settings.servers import ServerCalendar, ServerSetting
from scheduler.sources.spec import Spec


def refresh(settings: Settings, specs: Iterable[Spec], clock: datetime) -> list[Problem]:
    """Synchronises the mirrors among the sources; a note for each says how old it is then.

    A mirror that cannot be brought up to date is read as it is, and said so.
    """
    wanted = {_same(s.address) for s in specs if "://" not in s.address}
    servers = section_list(settings, "servers", ServerSetting)
    mirrors = [c for server in servers for c in server.calendars if _same(c.folder) in wanted]
    if not mirrors:
        return []
    from scheduler.app.sync import synced_at

    notes = _refreshed(settings, mirrors, clock)
    for calendar in mirrors:
        at = synced_at(Path(calendar.folder).expanduser())
        age = "never synchronised" if at is None else f"synchronised {_ago(clock - at)}"
        sentence = f"The calendar '{calendar.name}' is read from its mirror, {age}."
        notes.append(Problem("info", sentence, calendar.folder))
    return notes


def _refreshed(settings: Settings, mirrors: list[ServerCalendar], clock: datetime) -> list[Problem]:
    from scheduler.app.sync import SyncRequest, sync

    outcomes = sync(SyncRequest(clock, tuple(c.name for c in mirrors)), settings=settings)
    return [
        Problem("warning", f"The calendar '{o.calendar.name}' could not be synchronised: {o.error}", o.calendar.folder)
        for o in outcomes
        if o.error is not None
    ]


def _same(address: str) -> str:
    return str(Path(address).expanduser().absolute())


def _ago(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    if minutes < 2:
        return "just now"
    if minutes < 120:
        return f"{minutes} minutes ago"
    return f"{minutes // 60} hours ago" if minutes < 2880 else f"{minutes // 1440} days ago"
