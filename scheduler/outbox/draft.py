"""The part of a mail that people read and edit: `email.txt`, and the way back into the mail."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.contentmanager import raw_data_manager
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from typing import cast

from scheduler.errors import UsageError
from scheduler.model.interview import Person
from scheduler.outbox.packet import Draft

# Header lines that nobody edits stay as they were made: folding them anew would encode long Message-IDs.
POLICY: EmailPolicy[EmailMessage] = SMTP.clone(refold_source="none")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x20\x7f]+@[^\s@<>()\[\],;:\\\"\x00-\x20\x7f]+")
_MAILBOX = re.compile(
    r"""\s*(?:(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<name>[^"<>,;:@]*?))\s*<(?P<angle>[^<>]*)>|(?P<bare>[^\s<>",;]+))\s*(?:,|$)""",
    re.DOTALL,
)
_FIELDS = ("to", "cc", "bcc", "subject")


def read_mail(mail: bytes) -> EmailMessage:
    """A mail as the standard library models it; SMTP line ends on output."""
    return message_from_bytes(mail, policy=POLICY)


def draft_of(mail: bytes) -> Draft:
    """What the user may edit in a mail; line ends are "\\n"."""
    message = read_mail(mail)
    body = message.get_body(("plain",))
    text = "" if body is None else str(cast(EmailMessage, body).get_content())
    return Draft(
        to=_people(message, "To"),
        cc=_people(message, "Cc"),
        bcc=_people(message, "Bcc"),
        subject=str(message["Subject"] or ""),
        body=_normal(text),
    )


def draft_text(draft: Draft) -> str:
    """`email.txt`: To, Cc, Bcc and Subject on a line each, an empty line, the text."""
    lines = [f"To: {people_text(draft.to)}"]
    if draft.cc:
        lines.append(f"Cc: {people_text(draft.cc)}")
    if draft.bcc:
        lines.append(f"Bcc: {people_text(draft.bcc)}")
    return "\n".join([*lines, f"Subject: {draft.subject}", "", draft.body])


def parse_draft(text: str, where: str) -> Draft:
    """The draft in an `email.txt`; raises UsageError naming the line."""
    head, _, body = text.replace("\r\n", "\n").replace("\r", "\n").partition("\n\n")
    values: dict[str, str] = {}
    for number, line in enumerate(head.removeprefix("\ufeff").split("\n"), 1):
        name, colon, value = line.partition(":")
        key = name.strip().lower()
        if not colon or key not in _FIELDS:
            raise UsageError(
                f"{where}, line {number}: 'To:', 'Cc:', 'Bcc:' and 'Subject:' are expected here, then an empty line, "
                "then the text."
            )
        if key in values:
            raise UsageError(f"{where}, line {number}: '{name.strip()}:' stands here a second time.")
        values[key] = value.strip()
    return Draft(
        to=parse_people(values.get("to", ""), where),
        cc=parse_people(values.get("cc", ""), where),
        bcc=parse_people(values.get("bcc", ""), where),
        subject=_one_line(values.get("subject", "")),
        body=_normal(body),
    )


def edited(mail: bytes, draft: Draft) -> bytes:
    """The mail with the draft's words in it; the same bytes where nothing was changed.

    The calendar part stays as it is. An HTML version of the old words goes: it would contradict the new ones.
    """
    before = draft_of(mail)
    if draft == before:
        return mail
    message = read_mail(mail)
    for name, old, new in (("To", before.to, draft.to), ("Cc", before.cc, draft.cc), ("Bcc", before.bcc, draft.bcc)):
        if old != new:
            del message[name]
            if new:
                message[name] = [_address(p) for p in new]
    if draft.subject != before.subject:
        del message["Subject"]
        message["Subject"] = draft.subject
    if draft.body != before.body:
        _replace_body(message, draft.body)
    return message.as_bytes()


def parse_people(text: str, where: str) -> tuple[Person, ...]:
    """`Name <address>, …` as people; raises UsageError for what is no address."""
    # The standard library's address parser fails with IndexError on half-typed input, so this one is ours, and strict.
    people: list[Person] = []
    at = 0
    while at < len(text.rstrip()):
        match = _MAILBOX.match(text, at)
        address = "" if match is None else match["angle"] or match["bare"] or ""
        if match is None or not _ADDRESS.fullmatch(address):
            raise UsageError(
                f"{where}: '{_one_line(text)}' is no list of mail addresses; write: Name <name@example.org>"
            )
        name = re.sub(r"\\(.)", r"\1", match["quoted"]) if match["quoted"] is not None else match["name"] or ""
        people.append(Person(_one_line(name), address))
        at = match.end()
    return tuple(people)


def people_text(people: tuple[Person, ...]) -> str:
    """People as `Name <address>, …`, readable (not encoded)."""
    return ", ".join(str(_shown(p)) for p in people)


def ascii_address(address: str) -> str:
    """An address for the wire: the domain in its ASCII form (IDNA); raises UsageError where that is not possible."""
    local, _, domain = address.rpartition("@")
    try:
        wire = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        wire = ""
    if not wire.isascii() or not _ADDRESS.fullmatch(wire):
        raise UsageError(f"'{_one_line(address)}' cannot be used as a mail address; write another one for this person.")
    return wire


def _shown(person: Person) -> Address:
    local, _, domain = (person.address or "").rpartition("@")
    return Address(_one_line(person.name), local, domain)


def _address(person: Person) -> Address:
    local, _, domain = ascii_address(person.address or "").rpartition("@")
    return Address(_one_line(person.name), local, domain)


def _people(message: EmailMessage, name: str) -> tuple[Person, ...]:
    headers = cast(list[AddressHeader], message.get_all(name, []))
    return tuple(Person(a.display_name, f"{a.username}@{a.domain}") for h in headers for a in h.addresses)


def _replace_body(message: EmailMessage, text: str) -> None:
    html = message.get_body(("html",))
    body = message.get_body(("plain",))
    if body is None:
        raise UsageError("The mail has no text part that could be edited; write the message anew.")
    raw_data_manager.set_content(cast(EmailMessage, body), text, charset="utf-8", cte="quoted-printable")
    if html is not None:
        for part in message.walk():
            inner = part.get_payload()
            if isinstance(inner, list) and any(i is html for i in inner):
                part.set_payload([i for i in inner if i is not html])


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n"


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
