"""A modelled CalDAV server: one collection, behind our own `Connection`, with the habits and faults of real ones."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

from scheduler.ics.parse import parse_component
from scheduler.stores.contract import uid_of
from scheduler.sync.http import LostError

PATH = "/cal/home/"
D = "{DAV:}"
UID_ONCE = (
    b'<error xmlns="DAV:"><c:unique-scheduling-object-resource xmlns:c="urn:ietf:params:xml:ns:caldav">'
    b"<href>/cal/other/x.ics</href></c:unique-scheduling-object-resource></error>"
)


@dataclass
class Habits:
    """How this server differs from the RFC's."""

    sync: str = "403"  # how it refuses an old token: 403, 412, full (silently), or "none": no sync-collection at all
    page: int = 0  # objects a page before it answers 507; 0: all
    etag_on_put: bool = True
    rewrites: bool = False  # another order of lines, LAST-MODIFIED of its own; where it schedules, PARTSTAT
    schedules: bool = False
    multiget: bool = True
    multiget_all_or_nothing: bool = False  # sabre/dav 1: one object that is gone spoils the answer
    heedless: bool = False  # SOGo: only If-Match on a PUT over an object counts; an etag is given for what it rewrote
    uid_once: bool = False  # Cyrus: a UID once in all calendars of a user; `elsewhere` are those of the others


@dataclass
class ModelAnswer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool = False
    _stream: io.BytesIO | None = None

    def read(self, size: int = -1) -> bytes:
        if self._stream is None:
            self._stream = io.BytesIO(self.body[: len(self.body) // 2] if self.cut else self.body)
        block = self._stream.read(size)
        if self.cut and not block:
            raise LostError("the modelled server broke off")
        return block


@dataclass
class ModelServer:
    habits: Habits = field(default_factory=Habits)
    objects: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    forgotten: int = 0  # tokens up to here are refused
    mails: list[tuple[str, str]] = field(default_factory=list)
    # Called before (False) and after (True) the server acts; raises or answers to make a fault.
    fault: Callable[[str, bool], ModelAnswer | None] = lambda _method, _after: None
    requests: int = 0
    elsewhere: set[str] = field(default_factory=set)
    pages: dict[str, tuple[list[str], str]] = field(default_factory=dict)
    _number: int = 0

    # --- as another client uses it

    def store(self, name: str, data: bytes) -> str:
        self._number += 1
        mark = "gcs" if self.habits.heedless else ""
        etag = f'"{mark}{self._number}-{hashlib.sha256(data).hexdigest()[:8]}"'
        self.objects[name] = (data, etag)
        self.log.append(name)
        return etag

    def drop(self, name: str) -> None:
        del self.objects[name]
        self.log.append(name)

    # --- as we use it

    def send(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> ModelAnswer:
        self.requests += 1
        early = self.fault(method, False)
        if early is not None:
            return early
        answer = self._act(method, unquote(target), headers, body)
        late = self.fault(method, True)
        if late is not None and late.cut:
            answer.cut = True
            return answer
        return late or answer

    def early(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        pass

    def close(self) -> None:
        pass

    def _act(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> ModelAnswer:
        name = target.removeprefix(PATH)
        match method:
            case "PUT":
                return self._put(name, headers, body)
            case "DELETE":
                return self._delete(name, headers)
            case "GET":
                if name not in self.objects:
                    return ModelAnswer(404, {}, b"")
                data, etag = self.objects[name]
                return ModelAnswer(200, {"etag": etag, "content-type": "text/calendar"}, data)
            case "PROPFIND" if headers.get("Depth") == "0":
                if name and name not in self.objects:
                    return ModelAnswer(404, {}, b"")
                answer = self._multistatus([self._listed(name) if name else self._response("", "<resourcetype/>")])
                return replace(answer, headers={**answer.headers, **self._sope})
            case "PROPFIND":
                return self._multistatus([self._listed(n) for n in self.objects])
            case "REPORT":
                root = fromstring(body)
                if root.tag == D + "sync-collection":
                    return self._sync(root.findtext(D + "sync-token") or "")
                if not self.habits.multiget:
                    return ModelAnswer(501, {}, b"")
                wanted = [unquote(h.text or "").removeprefix(PATH) for h in root.findall(D + "href")]
                if self.habits.multiget_all_or_nothing and any(n not in self.objects for n in wanted):
                    return ModelAnswer(404, {}, b"")
                return self._multistatus([self._full(n) for n in wanted])
        return ModelAnswer(405, {}, b"")

    def _put(self, name: str, headers: Mapping[str, str], body: bytes) -> ModelAnswer:
        old = self.objects.get(name)
        if headers.get("If-None-Match") == "*" and old is not None and not self.habits.heedless:
            return ModelAnswer(412, {}, b"")
        if "If-Match" in headers and (not self.habits.heedless if old is None else old[1] != headers["If-Match"]):
            return ModelAnswer(412, {}, b"")
        uid = uid_of(body)
        if uid is None:
            return ModelAnswer(403, {}, b"")
        if self.habits.uid_once and uid in self.elsewhere:
            return ModelAnswer(403, {}, UID_ONCE)
        if any(n != name and uid_of(d) == uid for n, (d, _) in self.objects.items()):
            return ModelAnswer(
                409, {}, b'<error xmlns="DAV:"><c:no-uid-conflict xmlns:c="urn:ietf:params:xml:ns:caldav"/></error>'
            )
        told = None if old is None else public(old[0])
        if self.habits.schedules and b"ATTENDEE" in body + (old[0] if old else b"") and public(body) != told:
            self.mails.append(("PUT", uid))
        etag = self.store(name, self._rewritten(body) if self.habits.rewrites else body)
        return ModelAnswer(204 if old else 201, {"etag": etag} if self.habits.etag_on_put else {}, b"")

    @property
    def _sope(self) -> dict[str, str]:
        return {"x-dav-error": "200 No error"} if self.habits.heedless else {}

    def _rewritten(self, body: bytes) -> bytes:
        asked = b"\nATTENDEE;PARTSTAT=NEEDS-ACTION:" if self.habits.schedules else b"\nATTENDEE:"
        return rewritten(body.replace(b"\nATTENDEE:", asked), self._number)

    def _delete(self, name: str, headers: Mapping[str, str]) -> ModelAnswer:
        old = self.objects.get(name)
        if old is None:
            return ModelAnswer(404, {}, b"")
        if headers.get("If-Match") != old[1] and not self.habits.heedless:
            return ModelAnswer(412, {}, b"")
        if self.habits.schedules and b"ATTENDEE" in old[0]:
            self.mails.append(("DELETE", uid_of(old[0]) or ""))
        self.drop(name)
        return ModelAnswer(204, {}, b"")

    def _sync(self, token: str) -> ModelAnswer:
        if self.habits.sync == "none":
            return ModelAnswer(501, {}, b"")
        if token in self.pages:
            names, new = self.pages[token]
        else:
            since = int(token.removeprefix("t:") or 0)
            if since < self.forgotten and token:
                if self.habits.sync in ("403", "412"):
                    return ModelAnswer(int(self.habits.sync), {}, b'<error xmlns="DAV:"><valid-sync-token/></error>')
                since = 0
            names = list(dict.fromkeys(self.log[since:])) if since else list(self.objects)
            new = f"t:{len(self.log)}"
        parts = []
        if self.habits.page and len(names) > self.habits.page:
            # The pages to come are those of this moment; what changes meanwhile is for the next token.
            names, later = names[: self.habits.page], names[self.habits.page :]
            self._number += 1
            page = f"p:{self._number}"
            self.pages[page] = later, new
            new = page
            parts.append(f"<response><href>{PATH}</href><status>HTTP/1.1 507 Insufficient Storage</status></response>")
        return self._multistatus([self._listed(n) for n in names] + parts, f"<sync-token>{new}</sync-token>")

    def _listed(self, name: str) -> str:
        if name not in self.objects:
            return f"<response><href>{PATH}{escape(name)}</href><status>HTTP/1.1 404 Not Found</status></response>"
        return self._response(name, f"<getetag>{escape(self.objects[name][1])}</getetag>")

    def _full(self, name: str) -> str:
        if name not in self.objects:
            return self._listed(name)
        data, etag = self.objects[name]
        text = f'<c:calendar-data xmlns:c="urn:ietf:params:xml:ns:caldav">{escape(data.decode())}</c:calendar-data>'
        return self._response(name, f"<getetag>{escape(etag)}</getetag>{text}")

    def _response(self, name: str, props: str) -> str:
        return (
            f"<response><href>{PATH}{escape(name)}</href><propstat><prop>{props}</prop>"
            "<status>HTTP/1.1 200 OK</status></propstat></response>"
        )

    def _multistatus(self, parts: list[str], more: str = "") -> ModelAnswer:
        body = f'<?xml version="1.0"?><multistatus xmlns="DAV:">{"".join(parts)}{more}</multistatus>'
        return ModelAnswer(207, {"content-type": "application/xml"}, body.encode())


def public(data: bytes) -> list[str]:
    """What the attendees of a meeting are told about."""
    own = ("X-", "CATEGORIES", "DTSTAMP", "LAST-MODIFIED")
    lines = [i for c in parse_component(data).children for i in c.lines if not i.name.startswith(own)]
    return sorted(f"{i.name}:{i.value}" for i in lines)


def rewritten(data: bytes, number: int) -> bytes:
    """As servers do: lines in another order, folds elsewhere, a stamp of their own."""
    text = re.sub(rb"LAST-MODIFIED:[^\r\n]*\r\n", b"", data)
    root = parse_component(text)
    out = []
    for child in root.children:
        lines = sorted(child.lines, key=lambda i: i.name)
        extra = f"LAST-MODIFIED:2027010{number % 9 + 1}T000000Z\r\n".encode()
        inner = b"".join(c.to_bytes() for c in child.children)
        out.append(b"BEGIN:%b\r\n" % child.name.encode() + b"".join(i.to_bytes() for i in lines) + extra + inner)
        out.append(b"END:%b\r\n" % child.name.encode())
    head = b"".join(i.to_bytes() for i in root.lines)
    return b"BEGIN:VCALENDAR\r\n" + head + b"".join(out) + b"END:VCALENDAR\r\n"


def busy(seconds: str | None = None, status: int = 429) -> ModelAnswer:
    headers = {} if seconds is None else {"retry-after": seconds if seconds != "date" else formatdate(0, usegmt=True)}
    return ModelAnswer(status, headers, b"")


def event(uid: str, *lines: str, summary: str = "Interview") -> bytes:
    body = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}",
        "DTSTAMP:20270101T000000Z", "DTSTART:20270302T100000Z", "DTEND:20270302T110000Z", f"SUMMARY:{summary}",
        *lines, "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{line}\r\n" for line in body).encode()
