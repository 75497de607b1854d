"""Multistatus answers, read as they arrive; no DTD, no entity, no more than one response in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from xml.etree.ElementTree import Element, ParseError

from scheduler.errors import StoreError
from scheduler.sync.http import LostError

if TYPE_CHECKING:
    from collections.abc import Mapping

D = "{DAV:}"
C = "{urn:ietf:params:xml:ns:caldav}"
DEEPEST = 60
CS = "{http://calendarserver.org/ns/}"
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<{} xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    ' xmlns:CS="http://calendarserver.org/ns/">{}</{}>'
)


class Body(Protocol):
    status: int
    headers: Mapping[str, str]

    def read(self, size: int = -1) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Part:
    """One response of a multistatus: whose it is, its own status (0: none), and the properties that were found."""

    href: str
    status: int
    props: dict[str, Element]
    conditions: frozenset[str] = frozenset()

    def text(self, name: str) -> str | None:
        found = self.props.get(name)
        return None if found is None else (found.text or "").strip()

    def hrefs(self, name: str) -> list[str]:
        found = self.props.get(name)
        return [] if found is None else [(h.text or "").strip() for h in found.iter(D + "href")]


@dataclass(slots=True)
class Multistatus:
    """A stream of parts; `token` is known once all parts were taken."""

    body: Body
    server: str
    token: str | None = field(default=None)

    def __iter__(self) -> Iterator[Part]:
        for element in elements(self.body, self.server, D + "multistatus"):
            if element.tag == D + "response":
                yield from _parts(element)
            elif element.tag == D + "sync-token":
                self.token = (element.text or "").strip()


def elements(body: Body, server: str, name: str) -> Iterator[Element]:
    """The elements directly inside the root `name`, one at a time; raises for what is no such answer, or unsafe."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    kind = body.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/xml", "text/xml", "") and not kind.endswith("+xml"):
        raise StoreError(f"{server} answered with {kind} instead of XML; is a sign-in page in between?")
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(body, ("start", "end"), forbid_dtd=True):
            if event == "start":
                root = element if root is None else root
                depth += 1
                if depth > DEEPEST:
                    raise StoreError(f"{server} sends XML that is nested beyond reason; it was dropped.")
                continue
            depth -= 1
            if depth == 1 and root is not None:
                yield element
                root.clear()
    except DefusedXmlException:
        raise StoreError(f"{server} sends XML with entities or a DTD; it was dropped as unsafe.") from None
    except ParseError as error:
        raise LostError(f"{server} sent XML that is broken or cut short ({error}).") from None
    if root is None or root.tag != name:
        raise StoreError(f"{server} answered with something that is no DAV {name.rpartition('}')[2]}.")


def _parts(response: Element) -> Iterator[Part]:
    hrefs = [(h.text or "").strip() for h in response.findall(D + "href")]
    props: dict[str, Element] = {}
    for propstat in response.findall(D + "propstat"):
        if _code(propstat.findtext(D + "status")) in (0, 200):
            for prop in propstat.findall(D + "prop"):
                props.update({p.tag: p for p in prop})
    error = response.find(D + "error")
    conditions = frozenset() if error is None else frozenset(e.tag for e in error)
    for href in hrefs:
        yield Part(href, _code(response.findtext(D + "status")), props, conditions)


def _code(status: str | None) -> int:
    """200 from 'HTTP/1.1 200 OK'."""
    words = (status or "").split()
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def conditions(body: bytes) -> frozenset[str]:
    """The precondition names in a DAV:error body (RFC 4918 16); none where the body is something else."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    found: set[str] = set()
    try:
        for _, element in iterparse(io.BytesIO(body[:65536]), ("start",), forbid_dtd=True):
            found.add(element.tag)
    except (DefusedXmlException, ParseError):
        return frozenset(found)
    return frozenset(found)


def request(tag: str, inner: str) -> bytes:
    """A request body; `tag` and `inner` use the prefixes D, C and CS."""
    return _HEAD.format(tag, inner, tag).encode()
