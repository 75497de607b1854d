"""`interviews sync`: every connected calendar with its mirror, one failure not stopping the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from scheduler.app.here import read_settings
from scheduler.app.servers import chosen, login_of, mirror_of, options_of, servers_of
from scheduler.errors import SchedulerError, UsageError
from scheduler.settings.core import Settings
from scheduler.settings.servers import ServerCalendar, ServerSetting
from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.http import HttpConnection
from scheduler.sync.mirror import Mirror, is_mirror
from scheduler.sync.report import Report, title
from scheduler.sync.runner import Progress, quiet, synchronise
from scheduler.sync.schema import Held


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """What the command line said; `calendars` empty: all. `confirm` are ids of held writes."""

    now: datetime
    calendars: tuple[str, ...] = ()
    dry_run: bool = False
    whole: bool = False
    may_empty: frozenset[str] = frozenset()
    confirm: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one calendar went; `error` is None when its run came to the end.

    `titles` are those of what a dry run would do, by file name; what is only on the server has not been read.
    """

    calendar: ServerCalendar
    report: Report | None
    error: SchedulerError | None
    requests: int
    titles: Mapping[str, str] = field(default_factory=dict)


def sync(request: SyncRequest, progress: Progress = quiet, settings: Settings | None = None) -> list[Outcome]:
    """Synchronise; raises `UsageError` for names and ids that nobody knows."""
    known = read_settings() if settings is None else settings
    pairs = chosen(known, request.calendars)
    if request.confirm:
        confirm(known, request.confirm)
    return [_one(known, server, calendar, request, progress) for server, calendar in pairs]


def _one(
    settings: Settings, server: ServerSetting, calendar: ServerCalendar, request: SyncRequest, progress: Progress
) -> Outcome:
    options = replace(
        options_of(settings, server, calendar),
        dry_run=request.dry_run,
        whole=request.whole,
        may_empty=request.may_empty,
    )
    dav: Dav | None = None
    try:
        connection = HttpConnection(calendar.url, login_of(server), plain_http=server.plain_http)
        dav = Dav(connection, connection.origin)
        with mirror_of(calendar) as mirror:
            report = synchronise(mirror, DavCollection(dav, calendar.url), options, request.now, progress)
            titles = _titles(mirror, report)
        return Outcome(calendar, report, None, dav.requests, titles)
    except SchedulerError as error:
        return Outcome(calendar, None, error, 0 if dav is None else dav.requests)
    finally:
        if dav is not None:
            dav.close()


def _titles(mirror: Mirror, report: Report) -> dict[str, str]:
    names = [action.pair.name for action in report.planned if action.pair.name]
    return {name: title(_last_known(mirror, name)) for name in names}


def _last_known(mirror: Mirror, name: str) -> bytes:
    """The file, or where it is gone the version that both sides last agreed on."""
    found = mirror.read(name)
    if found is not None:
        return found[0]
    base = mirror.status.base(name)
    return b"" if base is None else base.data


def confirm(settings: Settings, ids: tuple[str, ...]) -> None:
    """Release held writes that the user has seen; raises `UsageError` for an id that nothing waits under."""
    left = set(ids)
    for server in servers_of(settings):
        for calendar in server.calendars:
            if is_mirror(Path(calendar.folder).expanduser()):
                with mirror_of(calendar) as mirror:
                    left -= {i for i in tuple(left) if mirror.status.confirm(i)}
    if left:
        raise UsageError(f"Nothing waits under {', '.join(sorted(left))}; `interviews sync` shows what waits.")


def held(settings: Settings) -> list[tuple[ServerCalendar, Held]]:
    """Every write that waits for a word."""
    found: list[tuple[ServerCalendar, Held]] = []
    for server in servers_of(settings):
        for calendar in server.calendars:
            if is_mirror(Path(calendar.folder).expanduser()):
                with mirror_of(calendar) as mirror:
                    found += [(calendar, h) for h in mirror.status.held()]
    return found


def synced_at(folder: Path) -> datetime | None:
    """When a mirror was last equal to its server; None for a folder that is no mirror, or never was."""
    if not is_mirror(folder):
        return None
    mirror = Mirror(folder)
    try:
        said = mirror.status.fact("synced_at")
    finally:
        mirror.close()
    return datetime.fromisoformat(said) if said else None
