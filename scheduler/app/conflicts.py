"""`interviews conflicts`: versions that could not be merged, and the user's choice between them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from scheduler.app.here import data_folder, read_settings
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


def choose(ref: str, side: Literal["here", "there"], now: datetime) -> Shown:
    """Keep one version; the file's other version stays in the log of changes, for `interviews undo`."""
    shown = next((s for s in listing() if ref in (s.ref, s.conflict.name)), None)
    if shown is None:
        raise UsageError(f"There is no conflict '{ref}'; `interviews conflicts` lists them.")
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
