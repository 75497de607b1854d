"""The times that the user has offered to somebody, or that they agreed to: they are not hers to offer twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from scheduler.app.here import JOURNAL, OUTBOX, data_folder
from scheduler.app.read import Situation
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


# How far an offer is: `agreed` is what they chose, until the interview itself stands there.
Stage = Literal["draft", "approved", "offered", "agreed"]


class Offer(NamedTuple):
    """One time that stands in a message to a company, or that the company agreed to."""

    period: Period
    company: str
    stage: Stage

    @property
    def left(self) -> bool:
        return self.stage in ("offered", "agreed")

    @property
    def to(self) -> str:
        return self.company or "somebody else"


def open_offers(situation: Situation, without: Collection[str]) -> tuple[Offer, ...]:
    """Times ahead that stand in messages about other requests than `without` (their `request_key`s).

    Raises StoreError for a broken journal or outbox.
    """
    packets, entries, times_of = _written()
    found = (
        offer
        for p in packets
        if p.state != "dropped" and request_key(p.uid, p.recurrence_id) not in without
        for offer in _offers_of(p, times_of(p), entries, situation)
    )
    return tuple(dict.fromkeys(o for o in found if o.period.end > situation.now))


def _offers_of(
    packet: Tracked, times: tuple[Period, ...], entries: Iterable[Entry], situation: Situation
) -> tuple[Offer, ...]:
    answers = _answers(packet, entries)
    verdicts = [e for e in answers if e.result != "answered"]
    if not times or (packet.state in SENDABLE and _too_late(packet, situation.now)):
        return ()
    if not answers:
        return tuple(Offer(period, packet.company, _stage(packet)) for period in times)
    if not verdicts or verdicts[-1].result != "agreed":
        return ()
    named = verdicts[-1].when
    if named is not None and packet.when is not None and named.start == packet.when.start:
        named = None  # The answer noted does not say to which of the times they agreed.
    if _moved(packet, named, situation):
        return ()
    if named is not None:
        return (Offer(named, packet.company, "agreed"),)
    return tuple(Offer(period, packet.company, "agreed" if len(times) == 1 else "offered") for period in times)


def _stage(packet: Tracked) -> Stage:
    if packet.state == "approved":
        return "approved"
    return "draft" if packet.state in SENDABLE else "offered"


def _too_late(packet: Tracked, now: datetime) -> bool:
    """It was written before the interview was over, and the interview is over now."""
    return packet.when is not None and packet.changed < packet.when.end <= now


def _moved(packet: Tracked, agreed: Period | None, situation: Situation) -> bool:
    """The interview stands elsewhere than when the message was written; at the time agreed on it must be certain."""
    key, then = request_key(packet.uid, packet.recurrence_id), packet.when
    moved = (
        o
        for o in situation.timeline.occurrences
        if then is not None and key in keys_of(o) and o.period.start != then.start
    )
    return any(o.busy == "busy" or agreed is None or o.period.start != agreed.start for o in moved)


def open_requests() -> tuple[Asking, ...]:
    """The requests for another time that wait for an answer, the newest last; raises StoreError as above."""
    packets, entries, times_of = _written()
    waiting = (p for p in packets if p.kind == "reschedule" and p.state in _PERHAPS_GONE and not _answers(p, entries))
    return tuple(sorted((Asking(p, times_of(p)) for p in waiting), key=lambda a: a.packet.changed))


def _written() -> tuple[tuple[Tracked, ...], tuple[Entry, ...], Callable[[Tracked], tuple[Period, ...]]]:
    """The packets, what the journal notes, and the times that a packet offers (none where its folder is gone)."""
    path = data_folder() / JOURNAL
    if not path.exists():
        return (), (), lambda _: ()
    with open_journal(path) as journal:
        packets, entries = journal.packets(), journal.entries()
    outbox = Outbox(data_folder() / OUTBOX)
    known = set(outbox.ids())
    return packets, entries, lambda p: outbox.read(p.id).packet.alternatives if p.id in known else ()


def _answers(packet: Tracked, entries: Iterable[Entry]) -> list[Entry]:
    """What came in about the same interview after it had left, or was handed to the user to send."""
    return [
        e
        for e in entries
        if e.direction == "in"
        and e.result in ANSWER_RESULTS
        and (e.uid, e.recurrence_id) == (packet.uid, packet.recurrence_id)
        and packet.state not in SENDABLE
        and e.at >= packet.changed
    ]
