"""Mails: the invitations in them, with what a reply needs to know of the mail (RFC 6047)."""

from __future__ import annotations

import mailbox
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

from scheduler.errors import SourceError
from scheduler.ics.read import Document
from scheduler.ics.text import text_in
from scheduler.model.event import Calendar, Thread
from scheduler.sources.bounded import MAX_STREAM, Room, TooLargeError, unpacked
from scheduler.sources.spec import Gathered, Spec

MAX_MAILS = 20_000
MAX_INSIDE = 5
# Bytes that the packed attachments of one mail may unpack to.
MAX_PACKED = 32 * 1024**2
# Of these any octets are text, which says nothing.
_SINGLE_OCTET = ("iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15")
_MEETINGS = (b"IPM.Microsoft Schedule.Mtg", b"IPM.Schedule.Meeting")
_CALENDAR_TYPES = ("text/calendar", "application/ics", "text/x-vcalendar")


class _Mail(Message):
    """A mail in which what is named in a character set that is none (RFC 2231) has no name."""

    def get_filename(self, failobj: Any = None) -> Any:
        try:
            return super().get_filename(failobj)
        except ValueError:
            return failobj

    def get_boundary(self, failobj: Any = None) -> Any:
        try:
            return super().get_boundary(failobj)
        except ValueError:
            return failobj

    def get_content_charset(self, failobj: Any = None) -> Any:
        try:
            return super().get_content_charset(failobj)
        except ValueError:
            return failobj


def mail_of(data: bytes) -> Message:
    """The mail, however odd; raises RecursionError where too many lie inside each other."""
    return message_from_bytes(data, _Mail, policy=policy.compat32)


def take_mails(spec: Spec, source: str, data: bytes, gathered: Gathered) -> None:
    """An .eml file, or an mbox where it begins with a From line."""
    if data[:1] in (b"\xef", b"\r", b"\n"):
        data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
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
    packed = Room(MAX_PACKED, gathered.room)
    try:
        mail = mail_of(data)
        found = _calendars_in(mail, MAX_INSIDE, packed)
        closed = None if found else _closed(mail)
    except RecursionError:
        gathered.fail(source, "is a mail with too many mails inside each other to be read.")
        return
    if packed.left < 0:
        most = f"{MAX_PACKED // 1024**2} MB, or its source to more than {MAX_STREAM // 1024**2} MB"
        gathered.fail(source, f"has packed attachments that unpack to more than {most}; they were not all read.")
    elif closed is not None and (alone or closed.certain):
        gathered.fail(source, f"is a mail {closed.sentence}.")
    elif not found and alone:
        gathered.fail(source, "is a mail without an invitation (it has no text/calendar part).")
    thread = thread_of(mail)
    for content in found:
        calendar = Calendar(spec.name or "mail", source, spec.owner, spec.kind, thread)
        gathered.documents.append(Document(calendar, content))


def _calendars_in(mail: Message, depth: int, packed: Room) -> list[bytes]:
    """Each calendar once, also of mails attached to it, `depth` of them inside each other."""
    found: list[bytes] = []
    for part in mail.walk():
        inner = _attached_mail(part) if depth else None
        content = None if inner is not None else _calendar_of(part, packed)
        contents = [content] if content is not None else []
        if inner is not None:
            contents = _calendars_in(mail_of(inner), depth - 1, packed)
        found += [c for c in contents if not any(_alike(c, other) for other in found)]
    return found


def _attached_mail(part: Message) -> bytes | None:
    """A mail that lies encoded in another, as an attached file or against RFC 2046 5.2.1; others are walked through."""
    if part.get_content_type() == "message/rfc822":
        encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
        if encoding not in ("base64", "quoted-printable") or not part.is_multipart():
            return None
        inner = part.get_payload(0)
        if not isinstance(inner, Message) or inner.keys():
            return None
        inner["Content-Transfer-Encoding"] = encoding
        payload = inner.get_payload(decode=True)
    elif not part.is_multipart() and (part.get_filename() or "").lower().endswith(".eml"):
        payload = part.get_payload(decode=True)
    else:
        return None
    return payload if isinstance(payload, bytes) and payload.strip() else None


class _Closed(NamedTuple):
    """Why an invitation in a mail cannot be seen, and whether there surely is one."""

    sentence: str
    certain: bool = False


def _closed(mail: Message) -> _Closed | None:
    for part in mail.walk():
        kind = part.get_content_type()
        name = (part.get_filename() or "").lower()
        if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name == "winmail.dat":
            payload = part.get_payload(decode=True)
            # How Outlook calls a request for a meeting.
            meeting = isinstance(payload, bytes) and any(mark in payload for mark in _MEETINGS)
            sentence = "whose content Outlook packed into winmail.dat, which cannot be read here"
            return _Closed(f"{sentence}; open it in Outlook, or ask the sender to send plain mails", meeting)
        if kind in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
            return _Closed("that is encrypted or sealed; save its invitation from your mail program and name that file")
    return None


def _calendar_of(part: Message, packed: Room) -> bytes | None:
    """The decoded bytes of a calendar part, by its type, its file's ending or, where it has no type, its beginning."""
    if part.is_multipart():
        return None
    name = (part.get_filename() or "").lower()
    kind = part.get_content_type()
    named = kind in _CALENDAR_TYPES or name.endswith((".ics", ".ics.gz"))
    if not named and kind != "application/octet-stream":
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    if payload[:2] == b"\x1f\x8b":
        return _unpacked(payload, packed)
    if not named and not payload.lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCALENDAR"):
        return None
    return _in_utf8(payload, (part.get_content_charset() or "utf-8").lower())


def _unpacked(payload: bytes, packed: Room) -> bytes | None:
    """None once it is too much: nothing more is unpacked of this mail."""
    if packed.left < 0:
        return None
    try:
        return unpacked(payload, "", packed)
    except TooLargeError:
        packed.left = -1
        return None
    except SourceError:
        return payload  # The reader says that it is no calendar.


def _in_utf8(payload: bytes, charset: str) -> bytes:
    """The text in UTF-8, which much is that is sent under another name."""
    if charset in ("utf-8", "us-ascii", "ascii"):
        return payload
    try:
        if charset in _SINGLE_OCTET:
            payload.decode()
            return payload
    except UnicodeDecodeError:
        pass
    text = text_in(payload, charset)
    return payload if text is None else text.encode()


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
