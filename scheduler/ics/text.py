"""Bytes as people have them into UTF-8 bytes with line ends that the cutter knows."""

from __future__ import annotations

import re

from scheduler.model.problem import Problem

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BARE_CR = re.compile(rb"\r(?!\n)")
# Names of Python's own that no sender means; some take the square of the length in time.
_NO_CHARSETS = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"))
_BEGIN = b"BEGIN:VCALENDAR"
_UTF8_BOM = b"\xef\xbb\xbf"


def to_utf8(data: bytes, source: str) -> tuple[bytes, list[Problem]]:
    """UTF-8 with LF or CRLF line ends; another encoding is decoded and named.

    A single component that is not UTF-8 is left to `decode_bytes`, so that one odd event does not change the others.
    """
    problems: list[Problem] = []
    if not data.startswith(_BEGIN):
        data = _one_byte_a_letter(data, source, problems)
    if _BARE_CR.search(data):
        # Classic Mac files, "\r\r\n" of bad transfers, and single ones among others: all are line ends.
        data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data, problems


def _one_byte_a_letter(data: bytes, source: str, problems: list[Problem]) -> bytes:
    """Without a mark of the encoding, and not in UTF-16 or UTF-32."""
    if data.startswith(_UTF8_BOM):
        data = data[len(_UTF8_BOM) :]
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _recode(data[len(bom) :], name, source, problems)
    unmarked = _utf16_of(data[:40])
    return data if unmarked is None else _recode(data, unmarked, source, problems)


def _utf16_of(head: bytes) -> str | None:
    """Every second byte of plain text in UTF-16 is zero, and no other; a zip archive has zeros in both places."""
    zeros = head[::2].count(0), head[1::2].count(0)
    if max(zeros) <= len(head) // 4 or min(zeros):
        return None
    return "utf-16-be" if zeros[0] else "utf-16-le"


def _recode(data: bytes, encoding: str, source: str, problems: list[Problem]) -> bytes:
    text = data.decode(encoding, "replace")
    if "�" in text:
        problems.append(
            Problem("warning", f"The file is {encoding.upper()} with characters that cannot be read.", source)
        )
    else:
        problems.append(Problem("info", f"The file is written in {encoding.upper()}; it was read as such.", source))
    return text.encode()


def any_printable(data: bytes) -> bool:
    """Some value of a component may be in vCalendar 1.0's QUOTED-PRINTABLE; quick, since hardly any is."""
    return b"PRINTABLE" in data or b"printable" in data


def text_in(octets: bytes, charset: str) -> str | None:
    """The text in a character set that somebody named; None where there is none such or it does not fit."""
    from codecs import lookup

    try:
        if lookup(charset).name in _NO_CHARSETS:
            return None
        text = octets.decode(charset)
        text.encode()  # Some give half characters, which nothing can be written with.
    except (LookupError, ValueError):
        return None
    return text


def decode_bytes(raw: bytes) -> tuple[str, bool]:
    """The text of a component, and whether it was UTF-8; otherwise it is read as Windows-1252."""
    try:
        return raw.decode(), True
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), False


def not_a_calendar(data: bytes) -> str:
    """What the bytes look like, for the sentence that says that they are no calendar."""
    head = data[:2000].lstrip().lower()
    if not head:
        return "it is empty"
    if head.startswith((b"<!doctype", b"<html")) or b"<html" in head or b"<head" in head:
        return "it looks like HTML: perhaps a sign-in page was saved instead of the calendar"
    if head.startswith(b"<"):
        return "it looks like XML"
    if head.startswith((b"{", b"[")):
        return "it looks like JSON"
    if head.startswith(b"pk\x03\x04"):
        return "it looks like a zip archive: unpack it first"
    if head.startswith(b"begin:vcard"):
        return "it holds contacts (vCard)"
    return "it has no BEGIN:VCALENDAR"
