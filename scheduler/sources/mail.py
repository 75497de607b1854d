"""Mails: the invitations in them, with what a reply needs to know of the mail (RFC 6047)."""

from __future__ import annotations

import mailbox
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from tempfile import NamedTemporaryFile

from scheduler.ics.read import Document
from scheduler.model.event import Calendar, Thread
from scheduler.sources.spec import Gathered, Spec

MAX_MAILS = 20_000
_CALENDAR_TYPES = ("text/calendar", "application/ics", "text/x-vcalendar")


def take_mails(spec: Spec, source: str, data: bytes, gathered: Gathered) -> None:
    """An .eml file, or an mbox where it begins with a From line."""
    if data.startswith(b"From "):
        # mailbox reads only from a file that it can seek in.
        with NamedTemporaryFile("wb", suffix=".mbox") as file:
            file.write(data)
            file.flush()
            _take_box(spec, source, mailbox.mbox(file.name, create=False), gathered)
        return
    _take_mail(spec, source, data, gathered, alone=True)


def take_maildir(spec: Spec, folder: str, gathered: Gathered) -> None:
    """A Maildir with its `cur` and `new`."""
    _take_box(spec, folder, mailbox.Maildir(folder, create=False), gathered)


def _take_box(spec: Spec, source: str, box: mailbox.mbox | mailbox.Maildir, gathered: Gathered) -> None:
    try:
        for number, key in enumerate(sorted(box.keys()), 1):
            if number > MAX_MAILS:
                gathered.fail(source, f"has more than {MAX_MAILS} mails; the rest was not read.")
                return
            _take_mail(spec, f"{source}#{number}", bytes(box.get_bytes(key)), gathered, alone=False)
    finally:
        box.close()


def _take_mail(spec: Spec, source: str, data: bytes, gathered: Gathered, *, alone: bool) -> None:
    found: list[bytes] = []
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
        for part in mail.walk():
            content = _calendar_of(part)
            if content is not None and not any(_alike(content, other) for other in found):
                found.append(content)
    except RecursionError:
        gathered.fail(source, "is a mail with too many mails inside each other to be read.")
        return
    if not found:
        if alone:
            gathered.fail(source, "is a mail without an invitation (it has no text/calendar part).")
        return
    thread = thread_of(mail)
    for content in found:
        calendar = Calendar(spec.name or "mail", source, spec.owner, spec.kind, thread)
        gathered.documents.append(Document(calendar, content))


def _calendar_of(part: Message) -> bytes | None:
    """The decoded bytes of a calendar part, by its type, its file's ending or, where it has no type, its beginning."""
    if part.is_multipart():
        return None
    name = (part.get_filename() or "").lower()
    kind = part.get_content_type()
    named = kind in _CALENDAR_TYPES or name.endswith(".ics")
    if not named and kind != "application/octet-stream":
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    if not named and not payload.lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCALENDAR"):
        return None
    charset = (part.get_content_charset() or "utf-8").lower()
    if charset in ("utf-8", "us-ascii", "ascii"):
        return payload
    try:
        return payload.decode(charset).encode()
    except (LookupError, UnicodeDecodeError):
        return payload


def _alike(one: bytes, other: bytes) -> bool:
    """The same calendar as alternative and as attachment."""
    return one.split() == other.split()


def thread_of(mail: Message) -> Thread:
    """What a reply to this mail needs; addresses in lower case."""

    def address(header: str) -> str | None:
        _, found = parseaddr(str(mail.get(header, "")))
        return found.lower() or None

    return Thread(
        str(mail.get("Message-ID", "")).strip() or None,
        " ".join(str(_decoded(mail, "Subject")).split()),
        address("From"),
        address("Reply-To"),
        address("Delivered-To") or address("To"),
        tuple(str(mail.get("References", "")).split()),
    )


def _decoded(mail: Message, header: str) -> str:
    modern = EmailMessage(policy.default)
    modern[header] = "".join(str(mail.get(header, "")).splitlines())
    return str(modern[header])
