"""When somebody is busy, asked of the connected servers: the seam between `propose --with` and CalDAV."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from scheduler.app.colleagues import ask_servers
from scheduler.app.servers import login_of, servers_of
from scheduler.errors import SourceError
from scheduler.ics.freebusy import FreeBusyReading, read_freebusy
from scheduler.ics.values import mail_address
from scheduler.model.marks import utc
from scheduler.model.time import Period
from scheduler.settings.core import Settings
from scheduler.settings.servers import ServerSetting
from scheduler.sync.dav import Dav
from scheduler.sync.freebusy import query_calendar
from scheduler.sync.http import HttpConnection


def busy_of(settings: Settings, who: str, window: Period, now: datetime) -> FreeBusyReading | None:
    """The busy times behind a mail address (RFC 6638 outbox) or a calendar's address on a connected server (RFC 4791).

    None where no server can be asked about `who`; raises SourceError where one was and does not say.
    """
    data = _by_calendar(settings, who, window) if "://" in who else _by_address(settings, who, window, now)
    if data is None:
        return None
    reading = read_freebusy(_bounded(data, window), who)
    if not reading.answers:
        raise SourceError(f"{who} cannot be taken into account: the server's answer holds no busy times.")
    return reading


def _by_address(settings: Settings, who: str, window: Period, now: datetime) -> bytes | None:
    address = mail_address(who)
    if address is None or not any(s.outbox for s in servers_of(settings)):
        return None
    asked = ask_servers(settings, [address], window, now)[0]
    if asked.data is None:
        raise SourceError(f"{who} cannot be taken into account: the server says '{asked.reason}'.")
    return asked.data


def _by_calendar(settings: Settings, url: str, window: Period) -> bytes | None:
    """Only a collection of a server that the user has a login for; other addresses are read as files."""
    server = next((s for s in servers_of(settings) if _origin(s.url) == _origin(url)), None)
    if server is None or not urlsplit(url).path.endswith("/"):
        return None
    dav = _opened(server, url)
    try:
        return query_calendar(dav, url, window)
    finally:
        dav.close()


def _opened(server: ServerSetting, url: str) -> Dav:
    connection = HttpConnection(url, login_of(server), plain_http=server.plain_http)
    return Dav(connection, connection.origin)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _bounded(data: bytes, window: Period) -> bytes:
    """An answer that does not say which time it covers covers what was asked."""
    if b"\nDTSTART" in data.upper():
        return data
    edges = f"BEGIN:VFREEBUSY\r\nDTSTART:{utc(window.start)}\r\nDTEND:{utc(window.end)}\r\n".encode()
    return data.replace(b"BEGIN:VFREEBUSY\r\n", edges).replace(b"BEGIN:VFREEBUSY\n", edges)
