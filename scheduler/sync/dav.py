"""Requests to a DAV server: retried where that is safe, refused answers turned into words, every request counted."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable, Mapping
from urllib.parse import urljoin, urlsplit

from scheduler.errors import StoreError
from scheduler.sync.http import Answer, Connection, LostError
from scheduler.sync.xml import Multistatus, Part, request

# Seconds: a server that asks for a longer pause is left alone until the next run.
LONGEST_PAUSE = 60.0
TRIES = 4
REDIRECTS = (301, 302, 303, 307, 308)


class RefusedError(StoreError):
    """The server refused a login or a permission; asking again does not help."""


class LoginError(RefusedError):
    """The server does not take this user and password."""


class Dav:
    """A DAV server at one origin."""

    def __init__(
        self,
        connection: Connection,
        server: str,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.server = server
        self.requests = 0
        self._lost = 0
        self._connection = connection
        self._sleep = sleep
        self._clock = clock

    def call(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        *,
        redirects: bool = False,
    ) -> Answer:
        """Send until there is an answer that means something.

        Every request of ours may be repeated: reading changes nothing, and writes are conditional, so that a second
        copy of one that had arrived fails with 412 and is looked at by the caller. Raises `LostError` when the
        connection fails twice, `LoginError` for 401, `StoreError` for a redirect or a server that stays busy. With
        `redirects` such an answer is given back, for the caller to judge; it is never followed here.
        """
        lost, self._lost = self._lost, 0
        for attempt in range(TRIES):
            self.requests += 1
            try:
                answer = self._connection.send(method, target, dict(headers or {}), body)
            except LostError:
                lost += 1
                if lost > 1:
                    raise
                continue
            if answer.status in (429, 503):
                self._pause(answer, last=attempt == TRIES - 1)
                continue
            return answer if redirects and answer.status in REDIRECTS else self._checked(answer, target)
        raise LostError(f"{self.server} did not answer.")

    def early(self, method: str, target: str, depth: str, body: bytes) -> None:
        """Let a REPORT or PROPFIND leave before `ask` wants its answer; one that does not get out is sent by `ask`."""
        try:
            self._connection.early(method, target, _about(depth), body)
        except LostError:
            self._lost = 1

    def _pause(self, answer: Answer, *, last: bool) -> None:
        answer.read()
        seconds = retry_after(answer.headers.get("retry-after", ""), self._clock())
        if last or seconds > LONGEST_PAUSE:
            raise StoreError(
                f"{self.server} is busy ({answer.status}) and asks for {round(seconds)} s of patience; what is missing"
                " comes with the next `interviews sync`."
            )
        self._sleep(seconds)

    def _checked(self, answer: Answer, target: str) -> Answer:
        if answer.status == 401:
            raise LoginError(
                f"{self.server} refused the login (401). Check user and password; many services want an app password."
            )
        if 300 <= answer.status < 400 and answer.status != 304:
            place = urlsplit(urljoin(self.server + target, answer.headers.get("location", "")))
            raise StoreError(
                f"{self.server} sends us on to {place.scheme}://{place.hostname}{place.path}; nothing was sent there."
                " If that is right, run `interviews connect` with that address."
            )
        return answer

    def multistatus(self, method: str, target: str, depth: str | None, body: bytes) -> Multistatus:
        """A PROPFIND or REPORT whose answer must be 207; other statuses raise `StoreError`."""
        answer = self.ask(method, target, depth, body)
        if answer.status != 207:
            raise self.failure(answer, f"{method} {target}")
        return Multistatus(answer, self.server)

    def ask(self, method: str, target: str, depth: str | None, body: bytes) -> Answer:
        return self.call(method, target, _about(depth), body)

    def properties(self, target: str, inner: str) -> Part | None:
        """The properties of one resource; None where there is none."""
        answer = self.ask("PROPFIND", target, "0", request("D:propfind", f"<D:prop>{inner}</D:prop>"))
        if answer.status == 404:
            return None
        if answer.status != 207:
            raise self.failure(answer, f"PROPFIND {target}")
        return next(iter(list(Multistatus(answer, self.server))), None)

    def failure(self, answer: Answer, what: str) -> StoreError:
        """The exception for a status that nobody expected."""
        words = {
            403: "does not allow it",
            404: "does not know it",
            405: "does not offer it here",
            413: "finds it too large",
            507: "has no room left",
        }
        meaning = words.get(answer.status, "had a fault of its own" if answer.status >= 500 else "refused it")
        kind: type[StoreError] = RefusedError if answer.status == 403 else StoreError
        return kind(f"{what}: {self.server} {meaning} (status {answer.status}).")

    def close(self) -> None:
        self._connection.close()


def _about(depth: str | None) -> dict[str, str]:
    headers = {"Content-Type": "application/xml; charset=utf-8"}
    return headers if depth is None else {**headers, "Depth": depth}


def retry_after(value: str, now: float) -> float:
    """Seconds to wait from a Retry-After header (a number or a date, RFC 9110 10.2.3); 2 where it says nothing.

    >>> retry_after("7", 0), retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 50), retry_after("?", 0)
    (7.0, 10.0, 2.0)
    """
    if value.strip().isdigit():
        return float(value[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - now)
    except (TypeError, ValueError):
        return 2.0
