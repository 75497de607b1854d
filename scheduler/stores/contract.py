"""What every store can do; nothing is ever written over a version that the caller has not seen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from scheduler.model.component import unescape

_SAFE = re.compile(r"[A-Za-z0-9_@=+,-][A-Za-z0-9._@=+,-]{0,119}")
_OBJECT = re.compile(rb"^BEGIN:V(?:EVENT|TODO|JOURNAL)\s*$", re.I | re.M)
_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.I | re.M)
_NESTED = re.compile(rb"^BEGIN:", re.I | re.M)
_FOLD = re.compile(rb"\r?\n[ \t]")


@dataclass(frozen=True, slots=True)
class Item:
    """One calendar object as a store holds it: a VCALENDAR with all components of one UID."""

    href: str
    etag: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """Where an object now is; `etag` is None where the store did not say, so that it must be read back."""

    href: str
    etag: str | None


class Store(Protocol):
    """A calendar that can be changed; hrefs and etags mean something to their own store only.

    All writes raise `ConflictError`, and change nothing, when the object is not what the caller saw; `StoreError` when
    the store cannot be reached or refuses.
    """

    def etags(self) -> dict[str, str]:
        """The etag of each href."""
        ...

    def read(self, hrefs: Iterable[str]) -> Iterator[Item]:
        """The objects asked for; those that are gone are left out."""
        ...

    def create(self, name: str, data: bytes) -> Written:
        """Store a new object; `name` is a wish (see `name_for_uid`), the answer tells its href."""
        ...

    def replace(self, href: str, data: bytes, etag: str) -> Written:
        """Write a new version over the version `etag`."""
        ...

    def delete(self, href: str, etag: str) -> None:
        """Remove the version `etag`."""
        ...


def name_for_uid(uid: str) -> str:
    """A file name that any system and server takes, the same for the same UID.

    >>> name_for_uid("a1@x.example"), name_for_uid("../../etc/passwd")[:8]
    ('a1@x.example.ics', 'd13e05b3')
    """
    return (uid if _SAFE.fullmatch(uid) else hashlib.sha256(uid.encode()).hexdigest()[:40]) + ".ics"


def name_for_href(href: str) -> str:
    """A file name for an object that a server named; nothing in it can lead out of a folder.

    >>> name_for_href("a1.ics"), len(name_for_href("..%2F..%2Fx"))
    ('a1.ics', 44)
    """
    return href if href.endswith(".ics") and _SAFE.fullmatch(href) else name_for_uid("href:" + href)


def uid_of(data: bytes) -> str | None:
    """The UID of the first event, task or journal entry; None where there is none."""
    return _plain_uid(data) or _any_uid(data)


def _plain_uid(data: bytes) -> str | None:
    """The UID where it is written as nearly all programs write it; this is read of every object that arrives."""
    begin = data.find(b"\nBEGIN:VEVENT\r\n")
    if begin < 0 or _OBJECT.search(data, 0, begin):
        return None
    begin += 14
    at = data.find(b"\nUID:", begin)
    end = data.find(b"\n", at + 5)
    if at < 0 or end < 0 or data.find(b"BEGIN:", begin, at) >= 0 or _UID.search(data, begin, at + 1):
        return None
    value = data[at + 5 : end - 1]
    folded = data[end + 1 : end + 2] in (b" ", b"\t")
    if folded or data[end - 1 : end] != b"\r" or b"\r" in value or b"\\" in value:
        return None
    return value.strip().decode("utf-8", "replace")


def _any_uid(data: bytes) -> str | None:
    begin = _OBJECT.search(data)
    if begin is None:
        return None
    nested = _NESTED.search(data, begin.end())
    found = _UID.search(data, begin.end(), nested.start() if nested else len(data))
    if found is None:
        found = _UID.search(data, begin.end())
    if found is None:
        return None
    return unescape(_FOLD.sub(b"", found.group(1)).strip().decode("utf-8", "replace")) or None


def is_whole(data: bytes) -> bool:
    """Whether an object has its end."""
    return data.rstrip()[-13:].upper() == b"END:VCALENDAR"
