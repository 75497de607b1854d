"""`interviews conflicts`: versions that could not be merged, and the user's choice between them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.app.differences import Difference, differences
from scheduler.app.here import data_folder, local_zone, read_settings, zone_named
from scheduler.app.servers import CHANGES, mirror_of, mirrors_with_news
from scheduler.errors import UsageError
from scheduler.settings.servers import ServerCalendar
from scheduler.stores.changes import ChangeLog
from scheduler.sync.conflicts import keep
from scheduler.sync.report import title
from scheduler.sync.schema import Conflicting


@dataclass(frozen=True, slots=True)
class Shown:
    """A conflict with a short name to choose it by."""

    ref: str
    calendar: ServerCalendar
    conflict: Conflicting

    def differences(self, zone: ZoneInfo) -> tuple[Difference, ...]:
        return differences(self.conflict.here, self.conflict.there, zone)

    @property
    def title(self) -> str:
        return title(self.conflict.here) or title(self.conflict.there)


def listing() -> list[Shown]:
    """All conflicts of all mirrors."""
    found: list[Shown] = []
    for _, calendar in mirrors_with_news(read_settings()):
        with mirror_of(calendar) as mirror:
            found += [Shown("", calendar, c) for c in mirror.status.conflicts()]
    return [Shown(f"c{number}", s.calendar, s.conflict) for number, s in enumerate(found, 1)]


def matching(ref: str | None) -> list[Shown]:
    """Those that a REF may mean: its short name or file, else a part of the title; without one, all."""
    found, wanted = listing(), (ref or "").casefold()
    exact = [s for s in found if ref in (s.ref, s.conflict.name)]
    return exact or [s for s in found if wanted in s.title.casefold()]


def own_zone() -> ZoneInfo:
    """The user's zone; this computer's where the settings name none."""
    named = read_settings().zone
    return zone_named(named) if named else local_zone() or ZoneInfo("UTC")


def choose(ref: str, side: Literal["here", "there"], now: datetime) -> Shown:
    """Keep one version; the file's other version stays in the log of changes, for `interviews undo`."""
    found = matching(ref)
    if not found:
        raise UsageError(f"There is no conflict '{ref}'; `interviews conflicts` lists them.")
    if len(found) > 1:
        listed = "\n".join(f"  {s.ref}  {s.title}" for s in found)
        raise UsageError(f"'{ref}' fits several conflicts; say which:\n{listed}")
    shown = found[0]
    with mirror_of(shown.calendar) as mirror:
        if side == "there":
            log = ChangeLog(data_folder() / CHANGES)
            try:
                log.record(
                    run=str(uuid.uuid4()),
                    at=now,
                    command="conflicts",
                    store=str(Path(shown.calendar.folder).expanduser()),
                    href=shown.conflict.name,
                    before=shown.conflict.here,
                    after=shown.conflict.there,
                )
            finally:
                log.close()
        keep(mirror, shown.conflict, side)
    return shown
