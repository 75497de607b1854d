"""Mails and calendar messages that came in: from standard input, a file, an mbox or a Maildir."""

from __future__ import annotations

import mailbox
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from scheduler.errors import SourceError, UsageError
from scheduler.ics.cut import cut
from scheduler.ics.parse import parse_component
from scheduler.ics.text import to_utf8
from scheduler.model.component import Component
from scheduler.model.event import Thread
from scheduler.sources.bounded import MAX_STREAM, Room, read_stream
from scheduler.sources.files import MAX_FILE, is_mail
from scheduler.sources.mail import MAX_MAILS, mail_of, take_mails, thread_of
from scheduler.sources.spec import Gathered, Spec


class Incoming(NamedTuple):
    """One mail or calendar file; `calendars` are its VCALENDARs with METHOD, `answers` the mails that it replies to.

    `identity` is its Message-ID, or a digest of its bytes: the same message read again is the same.
    """

    source: str
    identity: str
    thread: Thread | None
    calendars: tuple[Component, ...]
    answers: frozenset[str] = frozenset()


def read_incoming(source: str, stdin: Callable[[], bytes]) -> Iterator[Incoming]:
    """What lies at `source` ('-' is standard input); raises SourceError and UsageError."""
    if source in ("", "-"):
        yield from _of_bytes("<stdin>", stdin())
        return
    path = Path(source).expanduser()
    try:
        if path.is_dir():
            yield from _of_maildir(path)
        elif path.stat().st_size > MAX_FILE:
            raise UsageError(f"{source} is too large to be read.")
        elif path.is_file():
            yield from _of_bytes(str(path), path.read_bytes())
        else:
            with path.open("rb") as pipe:
                yield from _of_bytes(str(path), read_stream(pipe, source))
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error.strerror or error}.") from None


def _of_bytes(source: str, data: bytes) -> Iterator[Incoming]:
    if not data.strip():
        raise SourceError(f"{source} is empty; give a mail or a calendar file.")
    if data.startswith(b"From "):
        # mailbox reads only from a file that it can seek in.
        with NamedTemporaryFile("wb", suffix=".mbox") as file:
            file.write(data)
            file.flush()
            yield from _of_box(source, mailbox.mbox(file.name, create=False))
    elif is_mail(source, data):
        yield _of_mail(source, data, Room(MAX_STREAM))
    else:
        calendars = _calendars(source, data)
        if not calendars:
            raise SourceError(f"{source} is neither a mail nor a calendar.")
        yield Incoming(source, _digest(data), None, calendars)


def _of_maildir(folder: Path) -> Iterator[Incoming]:
    if not (folder / "cur").is_dir():
        raise UsageError(f"{folder} is no Maildir; give a mail, a calendar file or a Maildir.")
    yield from _of_box(str(folder), mailbox.Maildir(folder, create=False))


def _of_box(source: str, box: mailbox.mbox | mailbox.Maildir) -> Iterator[Incoming]:
    packed = Room(MAX_STREAM)
    try:
        for number, key in enumerate(sorted(box.keys())[:MAX_MAILS], 1):
            yield _of_mail(f"{source}#{number}", bytes(box.get_bytes(key)), packed)
    finally:
        box.close()


def _of_mail(source: str, data: bytes, packed: Room) -> Incoming:
    mail = mail_of(data)
    thread = thread_of(mail)
    gathered = Gathered([], [], packed)
    take_mails(Spec(source), source, data, gathered)
    calendars = tuple(c for d in gathered.documents for c in _calendars(source, d.data))
    replied = frozenset((*str(mail.get("In-Reply-To", "")).split(), *thread.references))
    return Incoming(source, thread.message_id or _digest(data), thread, calendars, replied)


def _calendars(source: str, data: bytes) -> tuple[Component, ...]:
    text, _ = to_utf8(data, source)
    found = cut(text, None)
    return tuple(parse_component(found.data[s.start : s.end]) for s in found.segments)


def _digest(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"
