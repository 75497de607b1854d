"""One .ics file with many events: one UID changes, the bytes of all others stay where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from scheduler.errors import ConflictError, StoreError
from scheduler.ics.text import not_a_calendar
from scheduler.stores.contract import Item, Written, uid_of
from scheduler.stores.files import locked, put_file
from scheduler.stores.vdir import digest

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_TZID = re.compile(rb";TZID=\"?([^\";:\r\n]+)", re.I)
_OWN_TZID = re.compile(rb"^TZID(?:;[^:\r\n]*)?:([^\r\n]*)", re.I | re.M)
_OBJECTS = (b"VEVENT", b"VTODO", b"VJOURNAL")
# What belongs to the whole file, not to one of its events.
_FILES_OWN = (
    b"METHOD",
    b"X-WR-",
    b"NAME",
    b"REFRESH-INTERVAL",
    b"X-PUBLISHED-TTL",
    b"SOURCE",
    b"UID",
    b"LAST-MODIFIED",
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A component directly inside a VCALENDAR, as a range of the file."""

    name: bytes
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A calendar file in ranges; `close` is where its last END:VCALENDAR begins."""

    data: bytes
    blocks: tuple[_Block, ...]
    head: bytes
    close: int

    def of(self, uid: str) -> list[_Block]:
        return [b for b in self.blocks if b.name in _OBJECTS and b.key == uid]

    def bytes_of(self, blocks: Iterable[_Block]) -> bytes:
        return b"".join(self.data[b.start : b.end] for b in blocks)

    def zones(self) -> dict[str, _Block]:
        return {b.key: b for b in self.blocks if b.name == b"VTIMEZONE"}


class FileStore:
    """The contract over one file; an href is a UID, an etag the hash of the bytes of its components.

    The version before the last write lies beside the file, with a tilde at its end.
    """

    def __init__(self, path: Path) -> None:
        # A link stays a link: what it points to is written.
        self.path = path.resolve()

    def etags(self) -> dict[str, str]:
        cut = self._cut()
        return {uid: digest(cut.bytes_of(cut.of(uid))) for uid in _uids(cut)}

    def read(self, hrefs: Iterable[str]) -> Iterator[Item]:
        cut = self._cut()
        for href in hrefs:
            blocks = cut.of(href)
            if blocks:
                body = cut.bytes_of(blocks)
                yield Item(href, digest(body), _object(cut, body))

    def create(self, name: str, data: bytes) -> Written:
        """`name` does not matter here: the href is the UID."""
        uid = _uid(data, name)
        with self._locked():
            if not self.path.exists():
                put_file(self.path, data, new=True)
                return self._written(uid)
            cut = self._cut()
            if cut.of(uid):
                raise ConflictError(f"{self.path} has an event with the UID {uid} already; nothing was written.")
            body = _fitting(cut, _incoming(data, uid))
            self._put(cut, cut.data[: cut.close] + _new_zones(cut, data) + body + cut.data[cut.close :])
            return self._written(uid)

    def replace(self, href: str, data: bytes, etag: str) -> Written:
        with self._locked():
            cut = self._expected(href, etag)
            if _uid(data, href) != href:
                raise StoreError(f"The new version of {href} has another UID; it was not written.")
            blocks = cut.of(href)
            body = _fitting(cut, _incoming(data, href))
            zones = _new_zones(cut, data)
            self._put(cut, _spliced(cut, blocks, zones + body))
            return self._written(href)

    def delete(self, href: str, etag: str) -> None:
        with self._locked():
            cut = self._expected(href, etag)
            self._put(cut, _spliced(cut, cut.of(href), b""))

    def _locked(self) -> AbstractContextManager[None]:
        return locked(self.path.parent / f".{self.path.name}.lock")

    def _cut(self) -> _Cut:
        try:
            return _cut(self.path.read_bytes(), self.path)
        except FileNotFoundError:
            return _Cut(b"", (), b"", 0)
        except OSError as error:
            raise StoreError(f"{self.path} could not be read: {error.strerror}.") from error

    def _expected(self, href: str, etag: str) -> _Cut:
        cut = self._cut()
        blocks = cut.of(href)
        if not blocks:
            raise ConflictError(f"{href} is no longer in {self.path}; nothing was written.")
        if digest(cut.bytes_of(blocks)) != etag:
            raise ConflictError(f"{href} was changed in {self.path} meanwhile; nothing was written.")
        return cut

    def _written(self, uid: str) -> Written:
        cut = self._cut()
        return Written(uid, digest(cut.bytes_of(cut.of(uid))))

    def _put(self, cut: _Cut, data: bytes) -> None:
        """Keep the old version, then write; a file that changed since it was cut is left alone."""
        put_file(self.path.with_name(self.path.name + "~"), cut.data)
        if self.path.read_bytes() != cut.data:
            raise ConflictError(f"{self.path} was changed by somebody else just now; nothing was written.")
        put_file(self.path, data)


def _cut(data: bytes, path: Path | str) -> _Cut:
    if b"\0" in data[:400]:
        raise StoreError(f"{path} is written in UTF-16; save it as UTF-8 before it can be changed.")
    if b"\n" not in data and b"\r" in data:
        raise StoreError(f"{path} has line ends of old Macs (CR alone); save it with usual ones before it is changed.")
    blocks: list[_Block] = []
    head: list[bytes] = []
    stack: list[bytes] = []
    begin, close = 0, -1
    for match in _LINE.finditer(data):
        line = match.group().removeprefix(b"\xef\xbb\xbf").strip().upper()
        if line.startswith(b"BEGIN:"):
            stack.append(line[6:].strip())
            if len(stack) == 2:
                begin = match.start()
        elif line.startswith(b"END:") and line[4:].strip() in stack:
            while stack.pop() != line[4:].strip():
                pass
            if len(stack) == 1:
                blocks.append(_block(data, line[4:].strip(), begin, match.end()))
            elif not stack:
                close = match.start()
        elif len(stack) == 1 and not blocks:
            head.append(match.group())
    if close < 0:
        raise StoreError(f"{path} cannot be changed: {not_a_calendar(data)} or its end is missing.")
    return _Cut(data, tuple(blocks), _head(head), close)


def _block(data: bytes, name: bytes, start: int, end: int) -> _Block:
    text = data[start:end]
    if name == b"VTIMEZONE":
        found = _OWN_TZID.search(text)
        return _Block(name, start, end, "" if found is None else found.group(1).strip().decode("utf-8", "replace"))
    return _Block(name, start, end, uid_of(text) or "")


def _head(lines: list[bytes]) -> bytes:
    """The lines of the calendar itself that an event on its own needs too."""
    kept: list[bytes] = []
    keep = False
    for line in lines:
        if line[:1] not in (b" ", b"\t"):
            keep = bool(line.strip()) and not line.upper().startswith(_FILES_OWN)
        if keep:
            kept.append(line)
    return b"".join(kept)


def _uids(cut: _Cut) -> list[str]:
    return list(dict.fromkeys(b.key for b in cut.blocks if b.name in _OBJECTS and b.key))


def _uid(data: bytes, name: str) -> str:
    uid = uid_of(data)
    if uid is None:
        raise StoreError(f"{name} has no UID; it was not written.")
    return uid


def _object(cut: _Cut, body: bytes) -> bytes:
    zones = cut.zones()
    used = [z for t in dict.fromkeys(_TZID.findall(body)) if (z := zones.get(t.decode("utf-8", "replace"))) is not None]
    end = _line_end(cut.data)
    text = b"BEGIN:VCALENDAR" + end + cut.head + cut.bytes_of(used) + body
    return text + (b"" if text.endswith(b"\n") else end) + b"END:VCALENDAR" + end


def _incoming(data: bytes, uid: str) -> bytes:
    cut = _cut(data, uid)
    return cut.bytes_of(cut.of(uid))


def _new_zones(cut: _Cut, data: bytes) -> bytes:
    """Zone tables that come with an event and that the file does not have yet."""
    known = cut.zones()
    new = _cut(data, "the new event")
    return _fitting(cut, new.bytes_of(b for t, b in new.zones().items() if t not in known))


def _fitting(cut: _Cut, body: bytes) -> bytes:
    """New lines with the line ends of the file."""
    if body and not body.endswith(b"\n"):
        body += b"\r\n"
    return body.replace(b"\r\n", b"\n") if _line_end(cut.data) == b"\n" else re.sub(rb"(?<!\r)\n", b"\r\n", body)


def _line_end(data: bytes) -> bytes:
    at = data.find(b"\n")
    return b"\n" if at > 0 and data[at - 1 : at] != b"\r" else b"\r\n"


def _spliced(cut: _Cut, blocks: list[_Block], body: bytes) -> bytes:
    """The file with `body` in the place of the first of `blocks`, the others taken out."""
    out: list[bytes] = []
    at = 0
    for number, block in enumerate(blocks):
        out.append(cut.data[at : block.start])
        out.append(body if number == 0 else b"")
        at = block.end
    return b"".join([*out, cut.data[at:]])
