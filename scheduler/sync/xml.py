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

D = "{DAV:}"
C = "{urn:ietf:params:xml:ns:caldav}"
_HREF, _PROPSTAT, _PROP, _STATUS, _ERROR = (D + n for n in ("href", "propstat", "prop", "status", "error"))
DEEPEST = 60
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
    """XML with a DTD or entities, or nested beyond reason."""


class _Names(dict[str, str]):
    """{namespace}name for what expat calls namespace}name."""

    def __missing__(self, name: str) -> str:
        self[name] = full = "{" + name if "}" in name else name
        return full


class _Reader:
    """Expat without DTDs: what it builds is given out whenever a child of the root is complete."""

    def __init__(self) -> None:
        from xml.etree.ElementTree import TreeBuilder
        from xml.parsers import expat

        self.root: Element | None = None
        self.ready: list[Element] = []
        self._depth = 0
        self._names = _Names()
        self._builder = TreeBuilder()
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, block: bytes) -> None:
        """Take in some bytes, none at the end; raises `UnsafeXmlError` or `LostError`."""
        from xml.parsers.expat import ExpatError

        try:
            self._parser.Parse(block, not block)
        except ExpatError as error:
            raise LostError(f"sent XML that is broken or cut short ({error})") from None

    def close(self) -> None:
        """Part reader and parser, which hold each other: nobody looks for cycles while a command runs."""
        del self._parser

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = self._builder.start(self._names[tag], attributes)
        if not self._depth:
            self.root = element
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnsafeXmlError("sends XML that is nested beyond reason; it was dropped")

    def _end(self, tag: str) -> None:
        element = self._builder.end(self._names[tag])
        self._depth -= 1
        if self._depth == 1:
            self.ready.append(element)

    def _refuse(self, *_: object) -> None:
        raise UnsafeXmlError("sends XML with entities or a DTD; it was dropped as unsafe")


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
                reader.feed(block)
            except (UnsafeXmlError, LostError) as error:
                raise type(error)(f"{server} {error}.") from None
            if reader.root is not None and reader.root.tag != name:
                break
            yield from reader.ready
            if not block:
                return
            if reader.ready and reader.root is not None:
                reader.ready.clear()
                reader.root.clear()
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
    reader = _Reader()
    try:
        reader.feed(body[:65536])
        reader.feed(b"")
    except (UnsafeXmlError, LostError):
        pass
    finally:
        reader.close()
    return frozenset() if reader.root is None else frozenset(e.tag for e in reader.root.iter())


def escape(text: str) -> str:
    """Text for a request (xml.sax.saxutils would bring urllib along)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def request(tag: str, inner: str) -> bytes:
    """A request body; `tag` and `inner` use the prefixes D, C and CS."""
    return _HEAD.format(tag, inner, tag).encode()
