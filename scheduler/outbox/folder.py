"""The outbox on disk: a folder for each packet, with files that a person can read and print."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from scheduler.errors import StoreError, UsageError
from scheduler.outbox.draft import draft_of, draft_text, edited, parse_draft, read_mail
from scheduler.outbox.packet import Draft, Packet, Stored
from scheduler.outbox.place import private_folder, settle, write_new, write_private
from scheduler.outbox.record import packet_record, read_record
from scheduler.outbox.wire import message_id_of

COMPOSED = "composed.eml"
TEXT = "email.txt"
INVITE = "invite.ics"
RECORD = "packet.json"
LEAVING = "message.eml"  # the exact bytes of the last attempt or handover
_ID_LENGTH = 6
_ABANDONED = timedelta(days=1)


class Outbox:
    """The folder of packets; it knows what is written, the journal knows what became of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with _on_disk(root):
            private_folder(root)

    def add(self, packet: Packet, key: str, now: datetime) -> Stored:
        """Lay a packet into the outbox; `key` again gives the packet that lies there, unchanged.

        It appears whole or not at all. Where the mail has no Message-ID, one is made from `key`.
        """
        with _on_disk(self.root):
            return self._add(packet, key, now)

    def _add(self, packet: Packet, key: str, now: datetime) -> Stored:
        self._sweep(now)
        identifier = self._identifier(key)
        folder = self.root / identifier
        if folder.exists():
            return self.read(identifier)
        message_id = message_id_of(packet.mail) or _message_id(key, packet.mail)
        stored = Stored(identifier, key, now, message_id, str(folder), packet)
        beside = self.root / f".new-{identifier}-{os.getpid()}"
        beside.mkdir(mode=0o700)
        for name, data in _files(stored).items():
            write_new(beside / name, data)
        settle(beside)
        try:
            os.rename(beside, folder)
        except OSError:
            shutil.rmtree(beside)
            if not folder.exists():
                raise
        settle(self.root)
        return self.read(identifier)

    def ids(self) -> tuple[str, ...]:
        """The packets that lie here; folders of other makes are left alone."""
        return tuple(sorted(p.parent.name for p in self.root.glob(f"[!.]*/{RECORD}")))

    def read(self, identifier: str) -> Stored:
        """The packet as it was made; raises StoreError where its folder is gone or damaged."""
        folder = self.root / identifier
        try:
            record = (folder / RECORD).read_bytes()
            mail = (folder / COMPOSED).read_bytes()
            files = {
                n: (folder / n).read_bytes() for n in (INVITE, "phone.txt", "voicemail.txt") if (folder / n).exists()
            }
        except FileNotFoundError as error:
            raise StoreError(f"The packet {identifier} has lost its file {error.filename}; write it anew.") from None
        return read_record(record, mail, files, str(folder))

    def draft(self, identifier: str) -> Draft:
        """What `email.txt` says now."""
        path = self.root / identifier / TEXT
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise StoreError(f"{path} is gone; write the message anew.") from None
        except UnicodeDecodeError:
            raise UsageError(f"{path} is not UTF-8 text; save it again as UTF-8.") from None
        return parse_draft(text, str(path))

    def mail(self, stored: Stored) -> bytes:
        """The mail with the words of `email.txt`."""
        return edited(stored.packet.mail, self.draft(stored.id))

    def keep(self, identifier: str, name: str, data: bytes) -> Path:
        """Write a file beside the others, as a whole."""
        path = self.root / identifier / name
        with _on_disk(path):
            write_private(path, data)
        return path

    def left(self, identifier: str) -> bytes | None:
        """The exact bytes of the last attempt or handover, None where there was none."""
        path = self.root / identifier / LEAVING
        return path.read_bytes() if path.exists() else None

    def _identifier(self, key: str) -> str:
        """The first letters of the key's digest, as many as it takes to differ from every other packet's."""
        digest = base64.b32encode(hashlib.sha256(key.encode()).digest()).decode("ascii").lower().rstrip("=")
        for length in range(_ID_LENGTH, len(digest)):
            identifier = digest[:length]
            if not (self.root / identifier).exists() or self.read(identifier).key == key:
                return identifier
        raise StoreError(f"The outbox {self.root} has no room for another packet.")

    def _sweep(self, now: datetime) -> None:
        """Take away what an interrupted `add` left behind."""
        for path in self.root.glob(".new-*"):
            with suppress(FileNotFoundError):  # another process finished with it meanwhile
                if now.timestamp() - path.stat().st_mtime > _ABANDONED.total_seconds():
                    shutil.rmtree(path)


@contextmanager
def _on_disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path} could not be written ({error.strerror}); nothing was sent.") from None


def _files(stored: Stored) -> dict[str, bytes]:
    packet = stored.packet
    files = {
        RECORD: packet_record(stored),
        COMPOSED: packet.mail,
        TEXT: draft_text(draft_of(packet.mail)).encode(),
    }
    if packet.calendar is not None:
        files[INVITE] = packet.calendar
    if packet.phone is not None:
        files["phone.txt"] = packet.phone.encode()
    if packet.voicemail is not None:
        files["voicemail.txt"] = packet.voicemail.encode()
    if packet.steps:
        files["steps.txt"] = "".join(f"{n}. {step}\n" for n, step in enumerate(packet.steps, 1)).encode()
    return files


def _message_id(key: str, mail: bytes) -> str:
    sender = read_mail(mail)["From"]
    domains = [a.domain for a in sender.addresses] if sender is not None else []
    domain = domains[0] if domains and domains[0].isascii() and domains[0] else "interviews.invalid"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"
