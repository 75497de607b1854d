"""Radicale and Xandikos as the world's remote, used over HTTP by a second client."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.http import Connection, HttpConnection
from tests.sync.real_servers import Server


class Real:
    """A fresh calendar on a real server; the other client writes without conditions, as bad clients do."""

    def __init__(self, server: Server, name: str) -> None:
        self.url = server.calendar(name)
        self.path = urlsplit(self.url).path
        self.mails: list[tuple[str, str]] = []
        self._server = server

    def store(self, name: str, data: bytes) -> None:
        status, text = self._server.ask("PUT", self.path + quote(name), data, Content_Type="text/calendar")
        assert status in (200, 201, 204), (status, text)

    def drop(self, name: str) -> None:
        status, text = self._server.ask("DELETE", self.path + quote(name))
        assert status in (200, 204), (status, text)

    def contents(self) -> dict[str, bytes]:
        dav = Dav(HttpConnection(self.url, self._server.login), self._server.origin)
        try:
            collection = DavCollection(dav, self.url)
            return {unquote(i.href): i.data for i in collection.read(collection.etags())}
        finally:
            dav.close()

    def remove(self) -> None:
        """Some servers take a UID only once in all calendars of a user."""
        self._server.ask("DELETE", self.path)

    def forget_tokens(self) -> None:
        """Real servers forget on their own terms."""

    def connection(self) -> Connection:
        return HttpConnection(self.url, self._server.login)
