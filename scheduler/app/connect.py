"""`interviews connect`: finds an account, and writes the chosen calendars into the settings; never a password."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scheduler.app.here import data_folder, read_settings, settings_path
from scheduler.app.servers import login_of, servers_of
from scheduler.errors import SettingsError, UsageError
from scheduler.settings.servers import ServerCalendar, ServerSetting
from scheduler.settings.write import changed
from scheduler.stores.files import put_file
from scheduler.sync.discover import Account, RemoteCalendar, find_account
from scheduler.sync.http import Connection, HttpConnection
from scheduler.sync.secrets import Secret, store_secret


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants of one calendar."""

    calendar: RemoteCalendar
    name: str
    write: bool = True
    holds: bool = False
    kind: str = "personal"


def look(server: ServerSetting, address: str, secret: Secret | None) -> Account:
    """Ask the server what there is; `secret` None: as the settings say (command, environment, keyring)."""
    return look_closely(server, address, secret)[0]


def look_closely(server: ServerSetting, address: str, secret: Secret | None) -> tuple[Account, ServerSetting]:
    """`look`, and the server's settings with the login that it took."""
    login = login_of(server, secret)
    opened: list[HttpConnection] = []

    def connection(url: str) -> Connection:
        opened.append(HttpConnection(url, login, plain_http=server.plain_http))
        return opened[-1]

    account = find_account(address, connection)
    by_digest = server.login == "basic" and any(c.by_digest for c in opened)
    return account, replace(server, login="digest") if by_digest else server


def user_in(address: str) -> str:
    """The user name that an address suggests: a mail address is one at most services."""
    return address if "@" in address and "://" not in address else ""


def settle(server: ServerSetting, account: Account, choices: list[Choice], secret: Secret | None) -> ServerSetting:
    """Write down a connected account; `secret` goes to the keyring, unless a command or variable gives it."""
    if not choices:
        raise UsageError("No calendar was chosen; nothing was written.")
    settings = read_settings()
    root = data_folder() / "calendars" / slug(server.name)
    names = _distinct((c.name for c in choices), {c.name for c in settings.calendars})
    folders = _distinct(map(slug, names), set(), "-")
    calendars = tuple(
        ServerCalendar(name, c.calendar.url, str(root / folder), read_only=not (c.write and c.calendar.writable))
        for c, name, folder in zip(choices, names, folders, strict=True)
    )
    schedules = {True: "yes", False: "no", None: "unknown"}[account.schedules]
    complete = replace(
        server, url=account.url, me=account.me, schedules=schedules, outbox=account.outbox, calendars=calendars
    )
    if any(s.name == server.name for s in servers_of(settings)):
        raise UsageError(f"A server '{server.name}' is in the settings already; give this one another --name.")
    if secret is not None and not server.password_command and not server.password_env:
        store_secret(complete, secret)
    _write(settings_path(), complete, choices, me=() if settings.me else account.me)
    return complete


def unanswered() -> list[str]:
    """What `interviews init` asks and nobody has said yet."""
    settings = read_settings()
    return [name for name in ("me", "zone") if not getattr(settings, name)]


def _distinct(names: Iterable[str], taken: set[str], mark: str = " ") -> list[str]:
    """The names, numbered where one was taken before: a calendar's name stands for it, and so does its folder."""
    out: list[str] = []
    for name in names:
        number, free = 1, name
        while free in taken:
            number, free = number + 1, f"{name}{mark}{number + 1}"
        taken.add(free)
        out.append(free)
    return out


def slug(name: str) -> str:
    """A folder's name from a calendar's."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return plain[:60] or "calendar"


def _write(path: Path, server: ServerSetting, choices: list[Choice], me: tuple[str, ...]) -> None:
    """Add to the settings file, with your addresses where none stand there; all else, comments too, stays as it is."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        text = path.read_text("utf-8") if path.exists() else ""
        document = tomlkit.parse(changed(text, {"me": list(me)}) if me else text)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SettingsError(f"{path} cannot be used: {error}.") from None
    entry = _table(
        name=server.name, url=server.url, user=server.user, login=server.login if server.login != "basic" else "",
        password_command=server.password_command, password_env=server.password_env, plain_http=server.plain_http,
        me=list(server.me), schedules=server.schedules, outbox=server.outbox,
    )  # fmt: skip
    mirrors = tomlkit.aot()
    for calendar in server.calendars:
        mirrors.append(
            _table(name=calendar.name, url=calendar.url, folder=calendar.folder, read_only=calendar.read_only)
        )
    entry.append("calendars", mirrors)
    _append(document, "servers", entry)
    for calendar, choice in zip(server.calendars, choices, strict=True):
        kind = choice.kind if choice.kind != "personal" else ""
        write = not calendar.read_only
        _append(
            document,
            "calendars",
            _table(name=calendar.name, source=calendar.folder, kind=kind, write=write, holds=choice.holds and write),
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    put_file(path, (tomlkit.dumps(document).rstrip("\n") + "\n").encode())


def _table(**values: object) -> Any:
    """A table without what is empty or false."""
    import tomlkit

    table = tomlkit.table()
    for key, value in values.items():
        if value not in ("", False, []):
            table.add(key, value)
    return table


def _append(document: Any, key: str, entry: Any) -> None:
    import tomlkit

    if key not in document:
        if document:
            document.add(tomlkit.nl())
        document.append(key, tomlkit.aot())
    document[key].append(entry)
