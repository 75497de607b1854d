"""The mail around a text and a calendar message (RFC 6047), in the structure that Outlook, Gmail and Apple accept."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime

from scheduler.errors import UsageError
from scheduler.messages.facts import Thread
from scheduler.messages.itip import Itip
from scheduler.messages.texts import one_line
from scheduler.model.interview import Person

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@<>()\[\],;:\\\"]+")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
_CRLF = "\r\n"
_THREAD = frozenset({"message-id", "in-reply-to", "references"})


class _Policy(EmailPolicy):
    """SMTP's policy, but for two things that the standard library does.

    It encodes long Message-IDs, which cuts threads; and where it folds before an encoded word it doubles the space, so
    subjects with other letters are encoded as a whole.
    """

    def fold(self, name: str, value: str) -> str:
        if name.lower() in _THREAD:
            return f"{name}: " + "\r\n ".join(value.split()) + "\r\n"
        if name.lower() == "subject" and not value.isascii():
            return f"{name}: {Header(str(value), 'utf-8', 75, name).encode(linesep=_CRLF)}\r\n"
        folded: str = super().fold(name, value)
        return folded

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in (*_THREAD, "subject"):
            return self.fold(name, value).encode("ascii")
        folded: bytes = super().fold_binary(name, value)
        return folded


_POLICY = _Policy(linesep="\r\n")


def compose(
    *,
    sender: Person,
    to: tuple[Person, ...],
    subject: str,
    text: str,
    message_id: str,
    date: datetime,
    calendar: Itip | None = None,
    thread: Thread | None = None,
) -> EmailMessage:
    """A mail ready to be sent as it is; `message_id` has its angle brackets, `date` is aware.

    Raises UsageError for an address that mail cannot use.
    """
    if not to:
        raise UsageError("Say whom to write to (`--to`).")
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = _address(sender)
    mail["To"] = [_address(person) for person in to]
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(date)
    mail["Message-ID"] = _identifier(message_id)
    if thread is not None:
        _refer(mail, thread)
    mail.set_content(text.replace("\r\n", "\n"), subtype="plain", charset="utf-8", cte="quoted-printable")
    if calendar is not None:
        _attach(mail, calendar)
    return mail


def addressees(contact: Person | None, calendar: Itip | None) -> tuple[Person, ...]:
    """Everybody whom a mail goes to: the contact, and those whom its calendar message is for, each once."""
    people = [] if contact is None or contact.address is None else [contact]
    known = {p.address for p in people}
    others = () if calendar is None else tuple(a for a in calendar.to if a not in known)
    return (*people, *(Person("", a) for a in others))


def _attach(mail: EmailMessage, calendar: Itip) -> None:
    """The calendar part in the first child without a disposition (Outlook), and once more as a file."""
    data = calendar.to_bytes()
    params = {"method": calendar.method, "charset": "UTF-8", "component": "VEVENT"}
    mail.add_alternative(data, maintype="text", subtype="calendar", cte="base64", params=params)
    mail.add_attachment(data, maintype="application", subtype="ics", cte="base64", filename="invite.ics")
    # The same mail is the same bytes; "=_" occurs in neither quoted-printable nor base64.
    mark = hashlib.sha256(str(mail["Message-ID"]).encode()).hexdigest()[:24]
    for number, part in enumerate(p for p in mail.walk() if p.is_multipart()):
        part.set_boundary(f"=_{number}_{mark}")


def _refer(mail: EmailMessage, thread: Thread) -> None:
    """In-Reply-To and References (RFC 5322 3.6.4); what is no Message-ID is left out."""
    if _MESSAGE_ID.fullmatch(thread.message_id) is None:
        return
    earlier = [i for i in thread.references if _MESSAGE_ID.fullmatch(i) and i != thread.message_id]
    mail["In-Reply-To"] = thread.message_id
    mail["References"] = " ".join([*earlier[:1], *earlier[1:][-18:], thread.message_id])


def _identifier(message_id: str) -> str:
    if _MESSAGE_ID.fullmatch(message_id) is None:
        raise UsageError("A Message-ID is <left@right> in plain characters.")
    return message_id


def _address(person: Person) -> Address:
    address = (person.address or "").strip()
    if _ADDRESS.fullmatch(address) is None or len(address) > 254:
        raise UsageError(f"'{one_line(address, 60)}' is no mail address that can be written to.")
    local, _, domain = address.rpartition("@")
    try:
        host = domain if domain.isascii() else domain.encode("idna").decode("ascii")
        return Address(one_line(person.name, 120), addr_spec=f"{local}@{host}")
    except (UnicodeError, ValueError):
        raise UsageError(f"'{one_line(address, 60)}' is no mail address that can be written to.") from None
