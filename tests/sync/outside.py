"""A CalDAV server of the reader's own for the tests that run over real servers; docs/servers.md says how to name it."""

from __future__ import annotations

import os
import uuid
from urllib.parse import urlsplit

from scheduler.sync.dav import Dav
from scheduler.sync.discover import Account, find_account
from scheduler.sync.http import HttpConnection, Login
from scheduler.sync.secrets import Secret

NAME = "outside"
GIVEN = bool(os.environ.get("CALDAV_URL"))
# Whether the tests may store meetings there, of which a server that schedules mails boss@y.example.
MEETINGS = bool(os.environ.get("CALDAV_MEETINGS"))


class OutsideServer:
    """The server of CALDAV_URL; makes calendars of its own beside the user's and removes them in the end."""

    def __init__(self) -> None:
        url = os.environ["CALDAV_URL"]
        self.login: Login | None = Login(os.environ["CALDAV_USER"], Secret(os.environ["CALDAV_PASSWORD"]))
        self.account: Account = find_account(url, lambda u: HttpConnection(u, self.login))
        first = self.account.calendars[0].url.rstrip("/")
        parts = urlsplit(first)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.home = parts.path.rpartition("/")[0] + "/"
        self._dav = Dav(HttpConnection(first, self.login), self.origin)
        self._run = uuid.uuid4().hex[:6]
        self._made: list[str] = []

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        """One request as another client would send it."""
        answer = self._dav.call(method, path, {k.replace("_", "-"): v for k, v in headers.items()}, body)
        return answer.status, answer.read()

    def calendar(self, name: str) -> str:
        """A new, empty calendar."""
        path = f"{self.home}interviews-test-{self._run}-{name}/"
        self._made.append(path)
        status, text = self.ask("MKCALENDAR", path)
        assert status in (200, 201), (status, text)
        return self.origin + path

    def stop(self) -> None:
        for path in self._made:
            self.ask("DELETE", path)
        self._dav.close()
