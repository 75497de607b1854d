"""A mail as it goes over the wire: who gets it, and the exact bytes, without what is nobody's business."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import AddressHeader
from email.utils import format_datetime
from typing import cast

from scheduler.errors import UsageError
from scheduler.outbox.draft import POLICY, ascii_address, read_mail

_SECRET_HEADERS = ("bcc", "resent-bcc")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")


@dataclass(frozen=True, slots=True)
class Letter:
    """An envelope and its content; `data` has CRLF line ends and no Bcc."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes


def letter(mail: bytes, at: datetime, message_id: str) -> Letter:
    """The letter that a mail makes when it leaves at `at` (aware); its Message-ID is always the packet's."""
    message = read_mail(mail)
    senders = _addresses(message.get_all("From", []))
    if len(senders) != 1:
        raise UsageError("The mail has no sender, or several; set `me` in the settings and write the message anew.")
    to = [a for name in ("To", "Cc", "Bcc") for a in _addresses(message.get_all(name, []))]
    data = without_headers(_crlf(mail), *_SECRET_HEADERS, "date", "message-id")
    head = f"Message-ID: {message_id}\r\nDate: {format_datetime(at)}\r\n".encode("ascii")
    return Letter(senders[0], tuple(dict.fromkeys(to)), head + data)


def fingerprint(what: Letter, route: str) -> str:
    """One word for exactly this: these bytes (but for the date), to these people, over this route."""
    parts = [what.sender, *what.recipients, route]
    digest = hashlib.sha256("\0".join(parts).encode())
    digest.update(b"\0" + without_headers(what.data, "date"))
    return digest.hexdigest()


def without_headers(mail: bytes, *names: str) -> bytes:
    """The mail without these header fields (lower case); every other byte stays."""
    head, body = _split(mail)
    kept: list[bytes] = []
    keeping = True
    for line in head.splitlines(keepends=True):
        if line[:1] not in (b" ", b"\t"):
            match = _FIELD.match(line)
            keeping = match is None or match.group(1).decode("ascii").lower() not in names
        if keeping:
            kept.append(line)
    return b"".join(kept) + body


def parts(what: Letter) -> tuple[str, ...]:
    """What the mail is made of: type, file name and size of each part, in their order."""
    named = []
    for part in read_mail(what.data).walk():
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            size = len(payload) if isinstance(payload, bytes) else 0
            file = part.get_filename()
            named.append(f"{part.get_content_type()}{f' ({file})' if file else ''}, {size} bytes")
    return tuple(named)


def seven_bit(data: bytes) -> bytes:
    """The same mail for a server without 8BITMIME: contents decode to the same bytes (RFC 6152 3)."""
    return read_mail(data).as_bytes(policy=POLICY.clone(cte_type="7bit"))


def message_id_of(mail: bytes) -> str | None:
    """The Message-ID with its angle brackets, where the mail has a proper one."""
    value = str(read_mail(mail)["Message-ID"] or "").strip()
    return value if re.fullmatch(r"<[!-;=?-~]{3,250}>", value) else None


def _addresses(headers: list[object]) -> list[str]:
    return [ascii_address(a.addr_spec) for h in headers for a in cast(AddressHeader, h).addresses]


def _split(mail: bytes) -> tuple[bytes, bytes]:
    """Header block, and the rest from the empty line on."""
    match = re.search(rb"\r?\n(?=\r?\n)", mail)
    return (mail, b"") if match is None else (mail[: match.end()], mail[match.end() :])


def _crlf(mail: bytes) -> bytes:
    return re.sub(rb"\r\n|\r|\n", b"\r\n", mail)
