"""Multistatus answers, read as they arrive; no DTD, no entity, no more than one response in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from scheduler.errors import StoreError
from scheduler.sync.http import LostError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

# Names as expat writes them.
D = "DAV:}"
C = "urn:ietf:params:xml:ns:caldav}"
_HREF, _PROPSTAT, _PROP, _STATUS, _ERROR = (D + n for n in ("href", "propstat", "prop", "status", "error"))
DEEPEST = 60
# Of one response, all that is in memory at a time: its elements and its octets.
MOST = 100_000
LONGEST = 32 * 1024 * 1024
BLOCK = 64 * 1024
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


class UnsafeXmlError(StoreError):
    """XML with a DTD or entities, or nested, crowded or long beyond reason."""


class _Reader:
    """Expat without DTDs, wired to ElementTree's builder: no call of ours for an element, only for a block."""

    def __init__(self) -> None:
        from xml.etree.ElementTree import TreeBuilder
        from xml.parsers import expat

        self.root: Element | None = None
        self._growing = 0
        self._builder = TreeBuilder()
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._builder.end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, block: bytes) -> list[Element]:
        """Take in some bytes, none at the end, and give the children of the root that are complete.

        Raises `UnsafeXmlError` or `LostError`.
        """
        from xml.parsers.expat import ExpatError

        try:
            self._parser.Parse(block, not block)
        except ExpatError as error:
            raise LostError(f"sent XML that is broken or cut short ({error})") from None
        # The last one may still grow.
        ready = [] if self.root is None else list(self.root)[:-1] if block else list(self.root)
        self._bound(len(block), completed=bool(ready))
        if self.root is not None:
            self.root[: len(ready)] = []
        return ready

    def _bound(self, octets: int, *, completed: bool) -> None:
        """Look at what is not complete yet, after so many octets more; raises `UnsafeXmlError`."""
        self._growing = octets if completed else self._growing + octets
        if self._growing > LONGEST:
            raise UnsafeXmlError(f"sends more than {LONGEST >> 20} MB as one entry of its list; it was dropped")
        if self.root is None or not octets:
            return
        if _depth(self.root) > DEEPEST:
            raise UnsafeXmlError("sends XML that is nested beyond reason; it was dropped")
        if len(self.root) and sum(1 for _ in self.root[-1].iter()) > MOST:
            raise UnsafeXmlError(f"sends more than {MOST} elements as one entry of its list; it was dropped")

    def close(self) -> None:
        """Part reader and parser, which hold each other: nobody looks for cycles while a command runs."""
        del self._parser

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self._builder.start(tag, attributes)
        self._parser.StartElementHandler = self._builder.start

    def _refuse(self, *_: object) -> None:
        raise UnsafeXmlError("sends XML with entities or a DTD; it was dropped as unsafe")


def _depth(element: Element) -> int:
    """How deep the end of what was read so far is nested."""
    depth = 0
    while len(element):
        element, depth = element[-1], depth + 1
    return depth


def elements(body: Body, server: str, name: str) -> Iterator[Element]:
    """The elements directly inside the root `name`, one at a time; raises for what is no such answer, or unsafe."""
    kind = body.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/xml", "text/xml", "") and not kind.endswith("+xml"):
        raise StoreError(f"{server} answered with {kind} instead of XML; is a sign-in page in between?")
    reader = _Reader()
    try:
        while True:
            block = body.read(BLOCK)
            try:
                ready = reader.feed(block)
            except (UnsafeXmlError, LostError) as error:
                raise type(error)(f"{server} {error}.") from None
            if reader.root is not None and reader.root.tag != name:
                break
            yield from ready
            if not block:
                return
    finally:
        reader.close()
    raise StoreError(f"{server} answered with something that is no DAV {name.rpartition('}')[2]}.")


def _parts(response: Element) -> Iterator[Part]:
    hrefs: list[str] = []
    props: dict[str, Element] = {}
    conditions: frozenset[str] = frozenset()
    status = 0
    for child in response:
        if child.tag == _HREF:
            hrefs.append((child.text or "").strip())
        elif child.tag == _PROPSTAT:
            props.update(_found(child))
        elif child.tag == _STATUS:
            status = _code(child.text)
        elif child.tag == _ERROR:
            conditions = frozenset(e.tag for e in child)
    for href in hrefs:
        yield Part(href, status, props, conditions)


def _found(propstat: Element) -> dict[str, Element]:
    """The properties of a propstat that are there."""
    found: dict[str, Element] = {}
    for child in propstat:
        if child.tag == _PROP:
            found.update({p.tag: p for p in child})
        elif child.tag == _STATUS and _code(child.text) not in (0, 200):
            return {}
    return found


def _code(status: str | None) -> int:
    """200 from 'HTTP/1.1 200 OK'."""
    words = (status or "").split()
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def conditions(body: bytes) -> frozenset[str]:
    """The precondition names in a DAV:error body (RFC 4918 16); none where the body is something else."""
    found: list[Element] = []
    reader = _Reader()
    try:
        found += reader.feed(body[:65536])
        found += reader.feed(b"")
    except (UnsafeXmlError, LostError):
        pass
    finally:
        reader.close()
    if reader.root is None:
        return frozenset()
    return frozenset({reader.root.tag, *(e.tag for child in [*found, reader.root] for e in child.iter())})


def escape(text: str) -> str:
    """Text for a request (xml.sax.saxutils would bring urllib along)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def request(tag: str, inner: str) -> bytes:
    """A request body; `tag` and `inner` use the prefixes D, C and CS."""
    return _HEAD.format(tag, inner, tag).encode()
