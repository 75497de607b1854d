"""`interviews doctor`: what works and what does not, in words that help."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from scheduler.app.config import config
from scheduler.app.connect import look
from scheduler.app.here import read_settings, settings_path
from scheduler.app.servers import mirror_of, servers_of
from scheduler.app.sync import synced_at
from scheduler.errors import SchedulerError
from scheduler.settings.core import Settings
from scheduler.settings.load import section
from scheduler.settings.mail import MailSettings
from scheduler.settings.servers import ServerCalendar, ServerSetting
from scheduler.sync.mirror import is_mirror
from scheduler.sync.secrets import try_keyring


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `good` None: worth knowing, neither good nor bad."""

    good: bool | None
    what: str


def examine(*, online: bool = True) -> list[Check]:
    """Look at settings, optional parts, calendars and servers."""
    try:
        settings = read_settings()
        config()  # Every room's section, also those that no calendar needs.
    except SchedulerError as error:
        return [Check(False, str(error))]
    found = [_settings(settings), *_unsaid(settings), *_parts()]
    mirrors = {c.folder for s in servers_of(settings) for c in s.calendars}
    found += [_source(c.name, c.source) for c in settings.calendars if c.source not in mirrors]
    for server in servers_of(settings):
        if online:
            found += _server(server)
        found += [check for c in server.calendars for check in _mirror(c)]
    return found


def _settings(settings: Settings) -> Check:
    if not settings.path:
        return Check(None, f"There is no settings file; the defaults are used. It would be {settings_path()}.")
    return Check(True, f"The settings in {settings.path} can be read.")


def _parts() -> list[Check]:
    parts = [
        ("ortools", "plans for a week are searched by the solver", "python -m pip install ortools"),
    ]
    return [
        _keyring(),
        *(
            Check(True, f"{name} is there: {use}.") if find_spec(name) else Check(None, f"{name} is not there; {how}.")
            for name, use, how in parts
        ),
    ]


def _keyring() -> Check:
    """Tried with a word of our own: a keyring that is installed may still take no password."""
    try:
        try_keyring()
    except SchedulerError as error:
        return Check(None, str(error))
    return Check(True, "The keyring keeps passwords (one was written, read and taken away again).")


def _unsaid(settings: Settings) -> list[Check]:
    """What is empty, and what that costs."""
    mine = [c for c in settings.calendars if not c.owner]
    mail = section(settings, "mail", MailSettings)
    costs = [
        (not settings.me, "'me' is empty: which invitations and answers are yours is not known."),
        (not settings.name, "'name' is empty: messages to employers are signed without your name."),
        (not settings.zone, "'zone' is empty: this computer's zone is taken for yours."),
        (not mail.host, "[mail] names no host: messages are handed over to you, to send them yourself."),
        (
            bool(mine) and not any(c.write for c in mine),
            "No calendar of yours says write = true: `interviews apply` and `receive` change nothing by themselves.",
        ),
        (
            bool(mine) and not any(c.holds or c.write for c in mine),
            "No calendar of yours says holds = true: `interviews hold` needs --calendar each time.",
        ),
    ]
    return [Check(None, what) for empty, what in costs if empty]


def _source(name: str, source: str) -> Check:
    if "://" in source or Path(source).expanduser().exists():
        return Check(True, f"The calendar '{name}' is at {source}.")
    return Check(False, f"The calendar '{name}' points to {source}, where nothing is. Correct it in the settings.")


def _server(server: ServerSetting) -> list[Check]:
    try:
        account = look(server, server.url, None)
    except SchedulerError as error:
        return [Check(False, f"{server.name}: {error}")]
    found = [Check(True, f"{server.name}: the login works; calendars there: {len(account.calendars)}.")]
    mails = {True: "yes", False: "no", None: "unknown"}[account.schedules]
    if mails != server.schedules:
        found.append(
            Check(False, f'{server.name}: the server now says schedules = "{mails}"; write that into the settings.')
        )
    by_url = {c.url.rstrip("/"): c for c in account.calendars}
    for calendar in server.calendars:
        remote = by_url.get(calendar.url.rstrip("/"))
        if remote is None:
            found.append(Check(False, f"{calendar.name}: no longer on the server ({calendar.url})."))
        elif not remote.writable and not calendar.read_only:
            found.append(Check(False, f"{calendar.name}: the server lets you read only; set read_only = true."))
        else:
            how = "by sync-token" if remote.sync else "by comparing ETags"
            found.append(Check(True, f"{calendar.name}: synchronised {how}."))
    return found


def _mirror(calendar: ServerCalendar) -> list[Check]:
    folder = Path(calendar.folder).expanduser()
    if not is_mirror(folder):
        return [Check(None, f"{calendar.name}: not synchronised yet; run `interviews sync`.")]
    with mirror_of(calendar) as mirror:
        conflicts, held = len(mirror.status.conflicts()), len(mirror.status.held())
    last = synced_at(folder)
    found = [Check(None, f"{calendar.name}: last synchronised {f'{last:%Y-%m-%d %H:%M %Z}' if last else 'never'}.")]
    if conflicts:
        found.append(Check(False, f"{calendar.name}: {conflicts} conflicts; see `interviews conflicts`."))
    if held:
        found.append(Check(None, f"{calendar.name}: {held} writes wait for your word; see `interviews sync`."))
    return found
