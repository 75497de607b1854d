"""One calendar on a CalDAV server: the store contract, and what changed since last time (RFC 6578)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from scheduler.errors import ConflictError, StoreError
from scheduler.stores.contract import Item, Written, is_whole
from scheduler.sync.dav import Dav
from scheduler.sync.http import Answer, LostError
from scheduler.sync.xml import C, D, Multistatus, Part, conditions, escape, request

PORTION = 100
_PLAIN = "@:!$&'()*+,;=~-._"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
_SOGO = '"gcs'
_BARE_LF = re.compile(rb"(?<!\r)\n")
_NO_SYNC = (400, 403, 404, 405, 409, 412, 415, 422, 500, 501, 507)
_OLD_TOKEN = (400, 403, 404, 409, 410, 412, 500, 501, 507)


class TokenRefusedError(StoreError):
    """The server does not take this sync-token (403, 409, 412, …); begin again without one."""


class NoSyncError(StoreError):
    """The server offers no sync-collection here; list the ETags."""


@dataclass(frozen=True, slots=True)
class Change:
    """An object that is there in version `etag` ("" where the server did not say), or gone (None)."""

    href: str
    etag: str | None
    data: bytes | None = None


@dataclass(slots=True)
class Delta:
    """Changes as they arrive; `token` and `more` (page on with that token) are known once all were taken."""

    collection: DavCollection
    parts: Multistatus
    token: str | None = field(default=None)
    more: bool = field(default=False)

    def __iter__(self) -> Iterator[Change]:
        for part in self.parts:
            # A 507 for the collection itself: the answer was cut, go on with the new token (RFC 6578 3.6).
            if part.status == 507:
                self.more = True
                continue
            href = self.collection.name(part.href)
            if href is None:
                continue
            if part.status in (404, 410):
                yield Change(href, None)
            else:
                yield Change(href, part.text(D + "getetag") or "", calendar_data(part))
        self.token = self.parts.token


class DavCollection:
    """The contract over a calendar collection; an href is the last segment of an object's path."""

    def __init__(self, dav: Dav, url: str) -> None:
        self.dav = dav
        path = urlsplit(url).path
        self.path = path if path.endswith("/") else path + "/"
        self._inside = unquote(self.path)
        self._multiget = True
        self._asked: bool | None = None

    def etags(self) -> dict[str, str]:
        return {c.href: c.etag or "" for c in self.listing()}

    def listing(self) -> Iterator[Change]:
        """Every object with its etag, by PROPFIND."""
        body = request("D:propfind", "<D:prop><D:getetag/><D:resourcetype/></D:prop>")
        for part in self.dav.multistatus("PROPFIND", self.path, "1", body):
            kind = part.props.get(D + "resourcetype")
            href = self.name(part.href)
            if href is not None and part.status in (0, 200) and (kind is None or kind.find(D + "collection") is None):
                yield Change(href, part.text(D + "getetag") or "")

    def early_delta(self, token: str) -> None:
        """Let the question of `delta` leave now."""
        self.dav.early("REPORT", self.path, "0", _since(token, data=False))

    def delta(self, token: str, *, data: bool = False) -> Delta:
        """What changed since `token`, everything for ""; raises `TokenRefusedError` or `NoSyncError`.

        With `data` the server is asked for the objects too; some give them, some do not.
        """
        answer = self.dav.ask("REPORT", self.path, "0", _since(token, data=data))
        if answer.status == 207:
            return Delta(self, Multistatus(answer, self.dav.server))
        failure = self.dav.failure(answer, f"REPORT {self.path}")
        answer.read()
        if token and answer.status in _OLD_TOKEN:
            raise TokenRefusedError(str(failure))
        if answer.status in _NO_SYNC:
            raise NoSyncError(str(failure))
        raise failure

    def read(self, hrefs: Iterable[str]) -> Iterator[Item]:
        wanted = list(hrefs)
        for at in range(0, len(wanted), PORTION):
            yield from self.portion(wanted[at : at + PORTION])

    def portion(self, hrefs: list[str]) -> list[Item]:
        """Some objects by one request, or one each where the server knows no multiget."""
        if self._multiget and len(hrefs) > 0:
            inner = "<D:prop><D:getetag/><C:calendar-data/></D:prop>"
            inner += "".join(f"<D:href>{escape(self.path + h)}</D:href>" for h in hrefs)
            answer = self.dav.ask("REPORT", self.path, "1", request("C:calendar-multiget", inner))
            if answer.status == 207:
                return [i for p in Multistatus(answer, self.dav.server) if (i := self._item(p)) is not None]
            if answer.status not in (400, 403, 404, 405, 415, 501):
                raise self.dav.failure(answer, f"REPORT {self.path}")
            answer.read()
            # sabre/dav 1 knows no multiget of which one object is gone.
            self._multiget = answer.status == 404
        found = [i for h in hrefs if (i := self._get(h)) is not None]
        if not found and self.dav.properties(self.path, "<D:resourcetype/>") is None:
            raise StoreError(f"The calendar {self.path} is gone from {self.dav.server}; nothing was taken from that.")
        return found

    def _item(self, part: Part) -> Item | None:
        href = self.name(part.href)
        data = calendar_data(part)
        if href is None or part.status in (404, 410) or data is None:
            return None
        return Item(href, self._etag(part.text(D + "getetag"), href), data)

    def _get(self, href: str) -> Item | None:
        answer = self.dav.call("GET", self.path + href)
        if answer.status in (404, 410):
            answer.read()
            return None
        if answer.status != 200:
            raise self.dav.failure(answer, f"GET {self.path}{href}")
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in ("text/calendar", "application/octet-stream", ""):
            raise StoreError(f"{self.dav.server} gave {kind} instead of an event ({href}); it was not read.")
        data = answer.read()
        # A body that only ends when the connection does may have ended too early.
        if "content-length" not in answer.headers and not is_whole(data):
            raise LostError(f"{self.dav.server} sent {href} cut short.")
        return Item(href, self._etag(answer.headers.get("etag"), href), data)

    def _etag(self, etag: str | None, href: str) -> str:
        if not etag:
            raise StoreError(f"{self.dav.server} gives no ETag for {href}; without one a change could be lost.")
        return etag

    def create(self, name: str, data: bytes) -> Written:
        href = quote(unquote(name), safe=_PLAIN)
        self._make_sure(href, None)
        answer = self._put(href, data, {"If-None-Match": "*"})
        return self._written(answer, href, f"{href} is on the server already; nothing was written.")

    def replace(self, href: str, data: bytes, etag: str) -> Written:
        self._make_sure(href, etag)
        answer = self._put(href, data, {"If-Match": strong(etag)})
        return self._written(answer, href, f"{href} was changed on the server meanwhile; nothing was written.")

    def _make_sure(self, href: str, etag: str | None) -> None:
        """Look before a write on a server that may not heed its condition."""
        if not self._heedless(etag):
            return
        part = self.dav.properties(self.path + href, "<D:getetag/>")
        now = None if part is None or part.status == 404 else part.text(D + "getetag") or ""
        if now != etag:
            raise ConflictError(f"{href} was changed on the server meanwhile; nothing was written.")

    def _heedless(self, etag: str | None) -> bool:
        """Whether this is SOGo (SOPE): it writes over what is there in spite of If-None-Match, and deletes in spite of
        If-Match. Its etags tell; where there is none the server is asked, once."""
        if etag is not None:
            return etag.startswith(_SOGO)
        if self._asked is None:
            answer = self.dav.ask(
                "PROPFIND", self.path, "0", request("D:propfind", "<D:prop><D:resourcetype/></D:prop>")
            )
            answer.read()
            self._asked = "x-dav-error" in answer.headers
        return self._asked

    def _put(self, href: str, data: bytes, condition: dict[str, str]) -> Answer:
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        return self.dav.call("PUT", self.path + href, headers, data)

    def _written(self, answer: Answer, href: str, conflict: str) -> Written:
        body = answer.read()
        if answer.status in (200, 201, 204):
            return Written(href, answer.headers.get("etag") or None)
        found = conditions(body)
        if C + "no-uid-conflict" in found:
            raise ConflictError(f"The server has an event with the UID of {href} in another place.")
        if C + "unique-scheduling-object-resource" in found:
            raise StoreError(
                f"The server has an event with the UID of {href} in another of your calendars, and takes it only once."
                " If you moved it here, run `interviews sync` again: the other calendar gives it up first."
            )
        if answer.status in (404, 410, 412):
            raise ConflictError(conflict)
        reasons = sorted(t.rpartition("}")[2] for t in found if t != D + "error")
        failure = self.dav.failure(answer, f"Writing {href}")
        raise type(failure)(f"{failure} Its reason: {', '.join(reasons)}." if reasons else str(failure))

    def delete(self, href: str, etag: str) -> None:
        self._make_sure(href, etag)
        answer = self.dav.call("DELETE", self.path + href, {"If-Match": strong(etag)})
        answer.read()
        if answer.status == 412:
            raise ConflictError(f"{href} was changed on the server meanwhile; it was not deleted.")
        if answer.status not in (200, 202, 204, 404, 410):
            raise self.dav.failure(answer, f"Deleting {href}")

    def name(self, href: str) -> str | None:
        """The href of an object from what a server wrote; None for the collection itself and for folders in it.

        Raises `StoreError` for an object outside the collection: nothing good names one.
        """
        if href.startswith(self.path) and _PLAIN_NAME.fullmatch(href, len(self.path)):
            return href[len(self.path) :]
        path = unquote(urlsplit(href).path if "://" in href else href.partition("?")[0])
        if path.rstrip("/") == self._inside.rstrip("/"):
            return None
        last = path[len(self._inside) :]
        if not path.startswith(self._inside) or ".." in last.split("/") or "\\" in last or "\0" in last:
            raise StoreError(
                f"{self.dav.server} names an object outside the calendar {self.path}; the answer was dropped as unsafe."
            )
        if "/" in last:
            return None
        return quote(last, safe=_PLAIN)


def _since(token: str, *, data: bool) -> bytes:
    props = "<D:prop><D:getetag/>" + ("<C:calendar-data/>" if data else "") + "</D:prop>"
    # It goes with depth 0 (RFC 6578 3.2); no D:limit, for servers disagree about it.
    inner = f"<D:sync-token>{escape(token)}</D:sync-token><D:sync-level>1</D:sync-level>{props}"
    return request("D:sync-collection", inner)


def calendar_data(part: Part) -> bytes | None:
    """The object in a response; XML turned its line ends into LF, RFC 5545 3.1 wants them back."""
    text = part.text(C + "calendar-data")
    if not text:
        return None
    data = text.encode() + b"\n"
    return _BARE_LF.sub(b"\r\n", data) if b"\r" in data else data.replace(b"\n", b"\r\n")


def strong(etag: str) -> str:
    """An etag for If-Match: a proxy's weak mark would never match (RFC 9110 13.1.1)."""
    return etag.removeprefix("W/")
