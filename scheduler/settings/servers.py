"""[[servers]]: the calendar servers that `interviews connect` wrote down; passwords never stand here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class ServerCalendar:
    """[[servers.calendars]]: one calendar of a server and the folder of its mirror."""

    name: Annotated[str, "what you call it; the same name as in [[calendars]]"]
    url: Annotated[str, "its address on the server"]
    folder: Annotated[str, "the folder of its mirror: one file an event (vdir)"]
    read_only: Annotated[bool, "never write to the server"] = False


@dataclass(frozen=True, slots=True)
class ServerSetting:
    """One account; without password_command and password_env the password is in the keyring."""

    name: Annotated[str, "what you call it"]
    url: Annotated[str, "its address, as `interviews connect` found it"]
    user: Annotated[str, "your user name there"] = ""
    login: Annotated[str, "basic (user, password), digest (the password is not sent), bearer (a token)"] = "basic"
    password_command: Annotated[str, "a command that prints the password"] = ""
    password_env: Annotated[str, "the environment variable that holds the password"] = ""
    plain_http: Annotated[bool, "allow http without TLS beyond this computer"] = False
    me: Annotated[tuple[str, ...], "your addresses there, as the server gave them"] = ()
    schedules: Annotated[str, "yes, no or unknown: the server mails people by itself when events change"] = "unknown"
    outbox: Annotated[str, "where the server is asked when colleagues are busy"] = ""
    calendars: Annotated[tuple[ServerCalendar, ...], "its calendars"] = ()
