"""vCalendar 1.0's QUOTED-PRINTABLE values: soft line breaks and text in another character set."""

from __future__ import annotations

import re

from scheduler.ics.text import decode_bytes, text_in
from scheduler.model.component import Line, escape

_MARK = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.I)
_PARAM_MARK = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])", re.I)


def is_printable(line: bytes) -> bool:
    """The value of the content line that begins here is encoded."""
    return _MARK.match(line) is not None


def breaks_softly(physical: bytes) -> bool:
    """The value goes on in the next line, whatever that begins with (RFC 2045 6.7, rule 5)."""
    return physical.rstrip(b"\r\n").endswith(b"=")


def plain_head(text: str) -> str:
    """The line without the parameter that says how it is encoded, which some write without a name."""
    return _PARAM_MARK.sub("", text, count=1)


def decoded(line: Line) -> Line:
    """The line as iCalendar writes it: escaped TEXT, without the name of a character set; its bytes stay."""
    from binascii import a2b_qp

    octets = a2b_qp(line.value.encode("utf-8", "surrogateescape"))
    text = _text(octets, line.param("CHARSET"))
    params = tuple((name, values) for name, values in line.params if name != "CHARSET")
    return Line(line.name, escape(text), params, line.raw, line.number)


def _text(octets: bytes, charset: str | None) -> str:
    text = text_in(octets, charset or "utf-8")
    return decode_bytes(octets)[0] if text is None else text
