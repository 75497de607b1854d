"""The times that the user has offered to somebody who has not answered yet: they are not hers to offer twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from scheduler.app.here import JOURNAL, OUTBOX, data_folder
from scheduler.holds.entries import keys_of
from scheduler.model.marks import request_key
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.outbox.entry import ANSWER_RESULTS, Entry, Tracked
from scheduler.outbox.folder import Outbox
from scheduler.outbox.journal import open_journal
from scheduler.outbox.sending import SENDABLE

_PERHAPS_GONE = ("sent", "handed-over", "unknown")


class Asking(NamedTuple):
    """A request for another time that has left (or may have) and that nothing came in about since."""

    packet: Tracked
    slots: tuple[Period, ...]

    def about(self, occurrence: Occurrence) -> bool:
        return request_key(self.packet.uid, self.packet.recurrence_id) in keys_of(occurrence)


class Offer(NamedTuple):
    """One time offered to a company, in a draft or in a message that may have left."""

    period: Period
    company: str
    left: bool


def open_offers(now: datetime, without: Collection[str]) -> tuple[Offer, ...]:
    """Times ahead that stand in messages about other requests than `without` (their `request_key`s).

    Raises StoreError for a broken journal or outbox.
    """
    journal_path = data_folder() / JOURNAL
    if not journal_path.exists():
        return ()
    with open_journal(journal_path) as journal:
        packets, entries = journal.packets(), journal.entries()
    outbox = Outbox(data_folder() / OUTBOX)
    known = set(outbox.ids())
    waiting = (
        p
        for p in packets
        if p.state != "dropped"
        and p.id in known
        and request_key(p.uid, p.recurrence_id) not in without
        and not _answered(p, entries)
    )
    found = (
        Offer(slot, p.company, p.state not in SENDABLE)
        for p in waiting
        for slot in outbox.read(p.id).packet.alternatives
    )
    return tuple(dict.fromkeys(o for o in found if o.period.end > now))


def open_requests() -> tuple[Asking, ...]:
    """The requests for another time that wait for an answer, the newest last; raises StoreError as above."""
    journal_path = data_folder() / JOURNAL
    if not journal_path.exists():
        return ()
    with open_journal(journal_path) as journal:
        packets, entries = journal.packets(), journal.entries()
    outbox = Outbox(data_folder() / OUTBOX)
    known = set(outbox.ids())
    waiting = (p for p in packets if p.kind == "reschedule" and p.state in _PERHAPS_GONE and not _answered(p, entries))
    found = (Asking(p, outbox.read(p.id).packet.alternatives if p.id in known else ()) for p in waiting)
    return tuple(sorted(found, key=lambda a: a.packet.changed))


def _answered(packet: Tracked, entries: Iterable[Entry]) -> bool:
    """Something about the same interview came in after it had left, or was handed to the user to send."""
    return any(
        e.direction == "in"
        and e.result in ANSWER_RESULTS
        and (e.uid, e.recurrence_id) == (packet.uid, packet.recurrence_id)
        and packet.state not in SENDABLE
        and e.at >= packet.changed
        for e in entries
    )
