"""`interviews receive`: what came in, what it means, whether it fits; nothing is sent and no calendar changes by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from typing import Literal

from scheduler.app import outbox
from scheduler.app.case import DAY, Case, case_for, situation_of, thread_for_answer
from scheduler.app.incoming import Incoming, read_incoming
from scheduler.app.meeting import Asked, frame_of, meeting_of, subject_of, with_names
from scheduler.app.noted import note, note_reply
from scheduler.app.outbox import Room
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.stored import Held, documents_of, held
from scheduler.holds.entries import is_hold, keys_of
from scheduler.holds.states import hold_in, without_own
from scheduler.ics.read import Document
from scheduler.ics.values import mail_address
from scheduler.ics.zones import ZoneBook
from scheduler.messages.incoming import Received, receive
from scheduler.messages.objects import read_time
from scheduler.messages.stored import uid_of
from scheduler.model.component import Component
from scheduler.model.event import Calendar
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.outbox.entry import Entry
from scheduler.proposals.explain import explain
from scheduler.timeline.build import build_timeline

Verdict = Literal["fits", "collides", "tight"]
_JUDGED = ("new", "moved", "updated", "countered")


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a time fits, and what is in the way (`tight`: only buffers, hours, limits), for the user's own eyes.

    `held`: a hold of the very same request stands at this time, agreed on or only offered.
    """

    verdict: Verdict
    obstacles: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    held: Literal["agreed", "offered"] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One event of a message, judged against the calendars.

    `occurrence` is the event as the message has it, under the identifier of the entry that it changes (`mine`, None
    where there is none). `fit` is None where no time is asked for.
    """

    incoming: Incoming
    message: Component
    received: Received
    occurrence: Occurrence | None
    mine: Occurrence | None
    stored: Held | None
    fit: Fit | None = None
    noted: Entry | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A mail in words that answers a message of ours; `verified`: it comes from one that we wrote to."""

    incoming: Incoming
    packet: str
    company: str
    verified: bool
    noted: Entry | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """Everything that one call received; `others` counts mails that have nothing to do with interviews of ours."""

    situation: Situation
    items: tuple[Item, ...]
    answers: tuple[Answered, ...]
    others: int


def receive_all(read: ReadRequest, source: str, stdin: Callable[[], bytes], *, trust: bool = False) -> Inbox:
    """Read what came in, judge it, and note in the journal what can be believed. `trust`: the user vouches for it."""
    mails = list(read_incoming(source, stdin))
    spans = [p for m in mails for c in m.calendars for p in _spans(c)]
    reach = Period(min(p.start for p in spans), max(p.end for p in spans)).widened(DAY, DAY) if spans else None
    situation = situation_of(read._replace(use_index=False), reach)
    documents = documents_of(situation.specs, situation.now.timestamp()).documents
    judge = _Judge(read, situation, [d for d in documents if not d.calendar.owner])
    with outbox.entered(situation.settings) as room:
        items = [note_item(room, i, situation, trust) for m in mails for c in m.calendars for i in judge.items(m, c)]
        prose = [m for m in mails if not m.calendars]
        answers = [a for m in prose if (a := _answer(room, m, situation, trust)) is not None]
    return Inbox(situation, tuple(items), tuple(answers), len(prose) - len(answers))


def _spans(calendar: Component) -> Iterator[Period]:
    """When the events of a message are, roughly: so that the calendars are read far enough."""
    book = ZoneBook({})
    for event in calendar.children:
        line = event.first("DTSTART") if event.name == "VEVENT" else None
        found = None if line is None else read_time(line, book)
        if found is not None:
            start = found.instant(UTC)
            yield Period(start, start + DAY)


@dataclass(frozen=True, slots=True)
class _Judge:
    read: ReadRequest
    situation: Situation
    documents: list[Document]

    def items(self, incoming: Incoming, message: Component) -> Iterator[Item]:
        """The events of one VCALENDAR."""
        situation = self.situation
        sender = None if incoming.thread is None else incoming.thread.sender
        uids = dict.fromkeys(uid_of(e) for e in message.children if e.name == "VEVENT")
        for uid in uids:
            stored = next((h for h in held(uid, self.documents) if h.calendar.source != incoming.source), None)
            component = None if stored is None else stored.component
            found = receive(message, component, sender, tuple(situation.view.me), situation.zone.key)
            for received in found:
                if received.uid == uid:
                    yield self._item(incoming, message, received, stored)

    def _item(self, incoming: Incoming, message: Component, received: Received, stored: Held | None) -> Item:
        mine = next((o for o in self.situation.timeline.occurrences if not o.owner and _is(o, received)), None)
        occurrence = self._occurrence(incoming, received, mine)
        item = Item(incoming, message, received, occurrence, mine, stored)
        timed = occurrence is not None and not occurrence.all_day and occurrence.occupied.length > timedelta(0)
        if occurrence is None or not timed or received.kind not in _JUDGED:
            return item
        return replace(item, fit=self._fit(occurrence, mine))

    def _occurrence(self, incoming: Incoming, received: Received, mine: Occurrence | None) -> Occurrence | None:
        """The event of the message as an occurrence, recognised like those of the calendars."""
        period = received.now
        if period is None:
            return mine
        thread = incoming.thread
        calendar = Calendar("mail" if thread else "message", incoming.source, thread=thread)
        view = self.situation.view._replace(window=period.widened(DAY, DAY))
        found = build_timeline([Document(calendar, received.calendar.to_bytes())], view).occurrences
        same = [o for o in found if o.uid == received.uid and o.period == period]
        made = next((o for o in same if o.recurrence_id == received.recurrence_id), same[0] if same else None)
        if made is None or mine is None:
            return made
        interview = made.interview or mine.interview
        return made._replace(id=mine.id, key=mine.key, interview=interview)

    def _fit(self, occurrence: Occurrence, mine: Occurrence | None) -> Fit:
        """What the time collides with, and what speaks against it; the employer's own notice does not count.

        What is held for the same request is there to be filled.
        """
        frame = frame_of(self.read._replace(start=None, end=None, days=None))
        period = occurrence.occupied
        search = Period(min(frame.search.start, period.start), max(frame.search.end, period.end)).widened(DAY, DAY)
        frame = frame._replace(search=search, read=search)
        keys = {*keys_of(occurrence), *(keys_of(mine) if mine is not None else ())}
        timeline = self.situation.timeline._replace(loops=())
        situation = self.situation._replace(timeline=without_own(timeline, keys))
        meeting = meeting_of(situation, frame, subject_of(situation, occurrence), Asked(notice=0))
        meeting = with_names(situation, frame, meeting)
        found = explain(period.start, meeting.wanted, meeting.ground, meeting.terms)
        obstacles = [o for o in found.obstacles if not o.who and o.kind != "window"]
        verdict: Verdict = "fits"
        if obstacles:
            verdict = "collides" if any(o.kind == "busy" for o in obstacles) else "tight"
        costs = (c.text for c in found.costs if not c.who and c.kind in ("tentative", "lunch", "away", "all_day"))
        texts = tuple(dict.fromkeys(o.text for o in obstacles))
        return Fit(verdict, texts, tuple(dict.fromkeys(costs)), self._held(period, keys))

    def _held(self, period: Period, keys: set[str]) -> Literal["agreed", "offered"] | None:
        """Whether a hold of these requests stands at exactly this start."""
        timeline = self.situation.timeline
        own = (o for o in timeline.occurrences if is_hold(o) and not o.owner and o.period.start == period.start)
        holds = [h for h in map(hold_in, own) if h.key in keys and not h.expired(self.situation.now)]
        return None if not holds else "agreed" if any(h.agreed is not None for h in holds) else "offered"


def _is(occurrence: Occurrence, received: Received) -> bool:
    return any(
        (x.uid, x.recurrence_id) == (received.uid, received.recurrence_id) for x in (occurrence, *occurrence.copies)
    )


def case_of_item(item: Item, situation: Situation) -> Case:
    """The event of a message as a case to write about: answers refer to the message, not to what is stored."""
    occurrence = item.occurrence or item.mine
    assert occurrence is not None
    case = case_for(situation._replace(timeline=situation.timeline._replace(loops=())), occurrence)
    about = replace(
        case.about,
        uid=item.received.uid,
        recurrence_id=item.received.recurrence_id,
        stored=item.received.calendar,
        thread=thread_for_answer(item.incoming.thread),
    )
    return replace(case, about=about)


def note_item(room: Room, item: Item, situation: Situation, trust: bool) -> Item:
    """The item, noted in the journal as the answer that it is; never one whose sender cannot be believed."""
    believed = item.received.trust == "verified" or trust
    entry = note(room, item.received, item.mine, item.incoming, situation.now) if believed else None
    return item if entry is None else replace(item, noted=entry)


def _answer(room: Room, incoming: Incoming, situation: Situation, trust: bool) -> Answered | None:
    """A mail without a calendar part that answers a packet of ours."""
    packets = {p.message_id: p for p in room.journal.packets()}
    found = next((packets[i] for i in incoming.answers if i in packets), None)
    if found is None or incoming.thread is None:
        return None
    sender = mail_address(incoming.thread.sender or "")
    verified = sender is not None and sender in found.who.lower()
    entry = note_reply(room, found, incoming, situation.now) if verified or trust else None
    return Answered(incoming, found.id, found.company, verified, entry)
