"""The outbox as commands use it: lay a packet in, list, look, edit, export, settle."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from scheduler.app.here import JOURNAL, OUTBOX, data_folder, local_zone, read_settings, zone_named
from scheduler.errors import StoreError, UsageError
from scheduler.model.time import Period
from scheduler.outbox import sending
from scheduler.outbox.entry import Step, Tracked
from scheduler.outbox.folder import LEAVING, TEXT, Outbox
from scheduler.outbox.journal import Journal, open_journal
from scheduler.outbox.packet import Packet, State, Stored
from scheduler.outbox.wire import letter
from scheduler.settings.core import Settings
from scheduler.settings.load import section
from scheduler.settings.mail import MailSettings

_EDITABLE: tuple[State, ...] = ("draft", "approved", "failed")


@dataclass(frozen=True, slots=True)
class Room:
    """Everything that acting needs, opened for one command."""

    settings: Settings
    account: MailSettings
    outbox: Outbox
    journal: Journal
    environ: Mapping[str, str]

    @property
    def zone(self) -> ZoneInfo:
        """The user's zone; this computer's where the settings name none."""
        return zone_named(self.settings.zone) if self.settings.zone else local_zone() or ZoneInfo("UTC")


@contextmanager
def entered(settings: Settings | None = None, environ: Mapping[str, str] = os.environ) -> Iterator[Room]:
    """Open outbox and journal; the user's settings where none are given. `environ` is where passwords may be."""
    known = read_settings() if settings is None else settings
    account = section(known, "mail", MailSettings)
    data = data_folder()
    with open_journal(data / JOURNAL) as journal:
        yield Room(known, account, Outbox(data / OUTBOX), journal, environ)


def lay(room: Room, packet: Packet, key: str, now: datetime) -> Stored:
    """Lay a finished packet into the outbox as a draft; `key` again gives what lies there."""
    stored = room.outbox.add(packet, key, now)
    room.journal.track(stored)
    return stored


def listing(room: Room, now: datetime, everything: bool = False) -> tuple[Tracked, ...]:
    """The packets that wait for something, or all that ever were; the newest change last."""
    packets = sending.recover(room.outbox, room.journal, now)
    return packets if everything else tuple(p for p in packets if p.state not in ("sent", "dropped"))


def offered(room: Room, packets: tuple[Tracked, ...]) -> dict[str, tuple[Period, ...]]:
    """The times that each packet offers or names, by its identifier; a dropped one's folder may have been deleted."""
    known = set(room.outbox.ids())
    return {p.id: room.outbox.read(p.id).packet.alternatives for p in packets if p.id in known}


def find(room: Room, prefix: str, now: datetime) -> Tracked:
    """The one packet whose identifier begins so; raises UsageError for none and for several."""
    packets = sending.recover(room.outbox, room.journal, now)
    wanted = prefix.strip().lower()
    found = [p for p in packets if p.id == wanted] or [p for p in packets if wanted and p.id.startswith(wanted)]
    if not found:
        raise UsageError(f"There is no packet '{prefix}'; `interviews outbox --all` lists them.")
    if len(found) > 1:
        names = ", ".join(f"{p.id} ({p.company})" for p in found)
        raise UsageError(f"'{prefix}' could be {names}; write more of it.")
    return found[0]


def history(room: Room, prefix: str, now: datetime) -> tuple[Tracked, tuple[Step, ...]]:
    """Where a packet stands, and how it came there."""
    tracked = find(room, prefix, now)
    return tracked, room.journal.steps(tracked.id)


def text_file(room: Room, prefix: str, now: datetime) -> tuple[Stored, Path]:
    """The file of a packet that the user may edit; raises UsageError where it has left already."""
    tracked = find(room, prefix, now)
    if tracked.state not in _EDITABLE:
        raise UsageError(f"The packet {tracked.id} is '{tracked.state}'; its text cannot be changed any more.")
    stored = room.outbox.read(tracked.id)
    return stored, Path(stored.folder) / TEXT


def export(room: Room, prefix: str, target: Path | None, now: datetime) -> Path:
    """Write the mail as `.eml` (Bcc left out), into the packet's folder where no place is named."""
    tracked = find(room, prefix, now)
    stored = room.outbox.read(tracked.id)
    data = room.outbox.left(tracked.id)
    if data is None or tracked.state in _EDITABLE:
        data = letter(room.outbox.mail(stored), now, stored.message_id).data
    if target is None:
        return room.outbox.keep(tracked.id, LEAVING, data)
    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise UsageError(f"{target} exists already; name another file.") from None
    except OSError as error:
        raise StoreError(f"{target} could not be written ({error.strerror}).") from None
    return target


def settle(room: Room, prefix: str, went: bool, now: datetime) -> Tracked:
    """Note whether a packet went that is unknown or handed over."""
    tracked = find(room, prefix, now)
    sending.settle(room.outbox, room.journal, tracked.id, went, now)
    return room.journal.tracked(tracked.id)


def drop(room: Room, prefix: str, now: datetime) -> Tracked:
    """Put a packet aside that shall not leave; its folder stays until the user deletes it."""
    tracked = find(room, prefix, now)
    room.journal.move(tracked.id, _EDITABLE, "dropped", now, "you dropped it")
    return room.journal.tracked(tracked.id)
