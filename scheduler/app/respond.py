"""Answers to what came in, as packets, and (when asked) what it makes of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scheduler.app import outbox
from scheduler.app.alter import Altered, Wanted, mailer_of, role
from scheduler.app.blocks import follow, remove
from scheduler.app.case import Case, language_of, natural, recipient_of, sender_of, situation_of
from scheduler.app.entries import capabilities_of, entry_of
from scheduler.app.ground import ground_of
from scheduler.app.hold_places import Place, writing
from scheduler.app.packets import Letter, lay
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.receive import Item, case_of_item
from scheduler.app.update import letters
from scheduler.app.write import Wishes, user_templates, write_for
from scheduler.errors import UsageError
from scheduler.holds.who_mails import who_mails
from scheduler.messages.applied import applied
from scheduler.messages.change import Partstat, Refused, Target, answered, moved
from scheduler.messages.incoming import Answer
from scheduler.messages.itip import Itip, decline_counter, reply
from scheduler.messages.notes import Note, NoteKind, write_note
from scheduler.messages.objects import Stored
from scheduler.messages.texts import one_line
from scheduler.model.component import Component
from scheduler.model.interview import Person
from scheduler.model.time import Period
from scheduler.outbox import packet as packets
from scheduler.stores.contract import name_for_uid

Verb = Literal["accept", "tentative", "decline", "counter", "thank"]
_PARTSTATS: dict[Verb, Partstat] = {"accept": "ACCEPTED", "tentative": "TENTATIVE", "decline": "DECLINED"}


@dataclass(frozen=True, slots=True)
class Response:
    """What was drafted, and what was done to the calendar, in sentences."""

    stored: packets.Stored | None
    done: tuple[str, ...] = ()


def respond(
    read: ReadRequest, item: Item, situation: Situation, verb: Verb, wishes: Wishes, *, trust: bool
) -> Response:
    """Draft an answer; raises UsageError where this message has no such answer, or its sender is not believed."""
    possible = {offered(a) for a in item.received.answers}
    if verb not in possible:
        known = ", ".join(f"--{v}" for v in sorted(v for v in possible if v)) or "none"
        raise UsageError(f"This message cannot be answered with --{verb}; possible: {known}.")
    believe(item, trust)
    case = case_of_item(item, situation)
    if item.received.kind == "countered":
        return _to_counter(read, item, case, verb, wishes)
    if verb == "counter":
        written = write_for(read, case, "reschedule", wishes)
        return Response(written.stored, written.notes)
    if verb == "thank":
        written = write_for(read, case, "thank_cancelled", wishes)
        return Response(written.stored, written.notes)
    return _reply(read, case, verb, wishes)


def offered(answer: Answer) -> Verb | None:
    """The option that drafts an answer; None for what is no message."""
    match answer:
        case "accept" | "accept_counter":
            return "accept"
        case "decline" | "decline_counter":
            return "decline"
        case "tentative":
            return "tentative"
        case "counter":
            return "counter"
        case "thank":
            return "thank"
        case "note" | "release" | "send_again":
            return None


def believe(item: Item, trust: bool) -> None:
    """Raise where a change comes from somebody who is not the one concerned, and the user has not vouched for it."""
    if item.received.confirm and not trust:
        sender = "nobody known" if item.incoming.thread is None else item.incoming.thread.sender or "nobody known"
        raise UsageError(
            f"This comes from {sender}, not from {item.received.who or 'the organizer'}. Ask there by another way; "
            "if it is genuine, say so: --trust-sender."
        )


def _reply(read: ReadRequest, case: Case, verb: Verb, wishes: Wishes) -> Response:
    """A REPLY with a few words around it."""
    partstat = _PARTSTATS[verb]
    made = reply(case.about, partstat, case.situation.now)
    to = recipient_of(case, wishes.to)
    kind: NoteKind = "accept" if verb == "accept" else "tentative" if verb == "tentative" else "decline"
    calendar = made if isinstance(made, Itip) else None
    notes = (f"No calendar message goes with it: {made.reason}",) if isinstance(made, Refused) else ()
    return Response(_lay(read, case, "reply", kind, to, calendar, wishes, (case.about.period, None)), notes)


def _to_counter(read: ReadRequest, item: Item, case: Case, verb: Verb, wishes: Wishes) -> Response:
    """The organizer's answer to somebody who asked for another time."""
    mine, received = item.mine, item.received
    assert mine is not None
    assert received.now is not None
    if verb == "decline":
        made = decline_counter(item.message, case.situation.now)
        if isinstance(made, Refused):
            raise UsageError(made.reason)
        names = {a.address: natural(a.name) for a in mine.event.attendees if "@" not in a.name}
        to = tuple(Person(names.get(a, ""), a) for a in made.to)
        times = (mine.period, received.now)
        return Response(_lay(read, case, "decline_counter", "decline_counter", to, made, wishes, times))
    assert item.stored is not None
    before = Stored(item.stored.component, case.situation.zone)
    target = Target(before, mine.period, tuple(case.situation.view.me), received.recurrence_id)
    after = moved(target, received.now, case.situation.now)
    if isinstance(after, Refused):
        raise UsageError(after.reason)
    wanted = Wanted("move", received.now)
    mailer = mailer_of(mine, "move", case.situation)
    changed = Stored(after, case.situation.zone)
    altered = Altered(mine, wanted, before, changed, received.recurrence_id, mailer, False, mine.period)
    made_packets, notes = letters(read, case, [altered], wishes.reason, wishes.language)
    start = received.now.start.astimezone(case.situation.zone)
    todo = f"Your calendar: interviews update {mine.id} --to {start:%Y-%m-%dT%H:%M}"
    return Response(made_packets[0] if made_packets else None, (*notes, todo))


def _lay(
    read: ReadRequest,
    case: Case,
    kind: packets.Kind,
    note_kind: NoteKind,
    to: tuple[Person, ...],
    calendar: Itip | None,
    wishes: Wishes,
    times: tuple[Period, Period | None],
) -> packets.Stored:
    """The few words around a calendar message; `times`: where it stands, and the time that is spoken of besides."""
    about, occurrence = case.about, case.occurrence
    note = Note(
        kind=note_kind,
        title=occurrence.summary,
        sender=sender_of(case),
        language=language_of(case, wishes.language),
        zone=about.zone,
        period=times[0],
        to=times[1],
        contact=to[0].name if len(to) == 1 else "",
        their_zone=about.employer_zone,
        reason=wishes.reason,
    )
    subject, text = write_note(note, user_templates())
    letter = Letter(
        kind=kind,
        uid=about.uid,
        company=about.company or one_line(occurrence.summary, 80),
        when=about.period,
        sender=note.sender,
        to=to,
        subject=subject,
        text=text,
        recurrence_id=about.recurrence_id,
        calendar=calendar,
        thread=about.thread,
        steps=("Send the mail: the answer in it reaches their calendar.",) if calendar is not None else (),
    )
    with outbox.entered(case.situation.settings) as room:
        return lay(room, letter, ground_of(read, about.zone, None), case.situation.now)


def store(read: ReadRequest, item: Item, verb: Verb | None, *, trust: bool, calendar: str = "") -> Response:
    """Write what the message says into the calendar, with the user's answer where she gave one.

    Raises UsageError for what changes nothing, and for a sender who is not believed.
    """
    believe(item, trust)
    situation = situation_of(read._replace(use_index=False), item.received.now)
    old = None if item.stored is None else Stored(item.stored.component, situation.zone)
    made = applied(item.received, old)
    if isinstance(made, Refused):
        raise UsageError(made.reason)
    if verb in _PARTSTATS:
        made = _with_answer(made, item, situation, _PARTSTATS[verb])
    with writing("receive", situation.now) as room:
        if item.mine is None or item.stored is None:
            place = _place_for_new(situation, calendar)
            room.store(place).create(name_for_uid(item.received.uid), made.to_bytes())
            done = [f"It stands in '{place.name}' now."]
        else:
            entry = entry_of(item.mine, situation)
            found = next(iter(room.store(entry.place).read([entry.href])), None)
            if found is None:
                raise UsageError("The entry is gone from your calendar; look again.")
            room.store(entry.place).replace(found.href, made.to_bytes(), found.etag)
            done = [f"'{entry.place.name}' says so now."]
            if item.received.kind == "cancelled":
                count = remove(item.mine, situation, room)
                done += [f"{count} blocks around it were taken away."] if count else []
            elif item.received.now is not None:
                count = follow(item.mine, item.received.now.start, situation, room)
                done += [f"{count} blocks around it moved along."] if count else []
    return Response(None, tuple(done))


def _with_answer(made: Component, item: Item, situation: Situation, partstat: Partstat) -> Component:
    period = item.received.now
    assert period is not None
    target = Target(Stored(made, situation.zone), period, tuple(situation.view.me), item.received.recurrence_id)
    done = answered(target, partstat, situation.now)
    return made if isinstance(done, Refused) else done


def server_answers(item: Item, situation: Situation) -> bool:
    """Writing the answer into this calendar makes its server tell the organizer, so that we must not."""
    if item.mine is None:
        return False
    entry = entry_of(item.mine, situation)
    found = capabilities_of(situation.settings, entry.place.source)
    return found is not None and who_mails(found, role(item.mine, situation.view.me), "answer") == "server"


def _place_for_new(situation: Situation, named: str) -> Place:
    """A calendar of the user's own that may be written; never one of work or shared unless it is named."""
    mine = [c for c in situation.settings.calendars if not c.owner and c.write]
    for setting in mine:
        if setting.name.casefold() == named.casefold() if named else setting.kind == "personal":
            return Place(setting.name, setting.source)
    raise UsageError(
        "No calendar of yours may be written: name one with --calendar, or write `write = true` into its [[calendars]]."
    )
