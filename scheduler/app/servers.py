"""The servers of the settings, opened: what connect, sync, conflicts and doctor share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scheduler.errors import UsageError
from scheduler.settings.core import Settings
from scheduler.settings.load import section_list
from scheduler.settings.servers import ServerCalendar, ServerSetting
from scheduler.sync.http import Login
from scheduler.sync.mirror import Mirror, is_mirror
from scheduler.sync.report import Options
from scheduler.sync.secrets import Secret, read_secret

CHANGES = "changes.sqlite3"


def servers_of(settings: Settings) -> tuple[ServerSetting, ...]:
    return section_list(settings, "servers", ServerSetting)


def chosen(settings: Settings, names: tuple[str, ...]) -> list[tuple[ServerSetting, ServerCalendar]]:
    """The calendars to synchronise: all, or those named (a calendar's or a server's name)."""
    everything = [(s, c) for s in servers_of(settings) for c in s.calendars]
    if not everything:
        raise UsageError("No calendar server is connected yet. Begin with `interviews connect you@example.com`.")
    for name in names:
        if not any(name in (s.name, c.name) for s, c in everything):
            known = ", ".join(sorted({c.name for _, c in everything}))
            raise UsageError(f"There is no synchronised calendar '{name}'; there are: {known}.")
    return [(s, c) for s, c in everything if not names or s.name in names or c.name in names]


@contextmanager
def mirror_of(calendar: ServerCalendar) -> Iterator[Mirror]:
    """The mirror of a calendar, opened for one use."""
    mirror = Mirror(Path(calendar.folder).expanduser())
    try:
        yield mirror
    finally:
        mirror.close()


def options_of(settings: Settings, server: ServerSetting, calendar: ServerCalendar) -> Options:
    schedules = {"yes": True, "no": False}.get(server.schedules)
    return Options(me=(*server.me, *settings.me), schedules=schedules, read_only=calendar.read_only)


def login_of(server: ServerSetting, secret: Secret | None = None) -> Login | None:
    """The login for a server; without a user there is none."""
    if not server.user and server.login != "bearer":
        return None
    return Login(server.user, secret or read_secret(server), server.login)


def mirrors_with_news(settings: Settings) -> list[tuple[ServerSetting, ServerCalendar]]:
    """The calendars that were synchronised at least once."""
    return [(s, c) for s in servers_of(settings) for c in s.calendars if is_mirror(Path(c.folder).expanduser())]
