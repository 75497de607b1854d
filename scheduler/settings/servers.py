"""[[servers]]: the calendar servers that `interviews connect` wrote down; passwords never stand here."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ServerCalendar:
    """[[servers.calendars]]: one calendar of a server and the folder of its mirror."""

    name: str = field(metadata={"help": "what you call it; the same name as in [[calendars]]"})
    url: str = field(metadata={"help": "its address on the server"})
    folder: str = field(metadata={"help": "the folder of its mirror: one file an event (vdir)"})
    read_only: bool = field(default=False, metadata={"help": "never write to the server"})


@dataclass(frozen=True, slots=True)
class ServerSetting:
    """One account; without password_command and password_env the password is in the keyring."""

    name: str = field(metadata={"help": "what you call it"})
    url: str = field(metadata={"help": "its address, as `interviews connect` found it"})
    user: str = field(default="", metadata={"help": "your user name there"})
    login: str = field(default="basic", metadata={"help": "basic (user and password) or bearer (a token)"})
    password_command: str = field(default="", metadata={"help": "a command that prints the password"})
    password_env: str = field(default="", metadata={"help": "the environment variable that holds the password"})
    plain_http: bool = field(default=False, metadata={"help": "allow http without TLS beyond this computer"})
    me: tuple[str, ...] = field(default=(), metadata={"help": "your addresses there, as the server gave them"})
    schedules: str = field(
        default="unknown", metadata={"help": "yes, no or unknown: the server mails people by itself when events change"}
    )
    outbox: str = field(default="", metadata={"help": "where the server is asked when colleagues are busy"})
    calendars: tuple[ServerCalendar, ...] = field(default=(), metadata={"help": "its calendars"})
