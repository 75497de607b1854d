"""`interviews update`: what the user organises or owns changes, in its calendar and for everybody who is invited."""

from __future__ import annotations

from dataclasses import dataclass, field

from scheduler.app import outbox
from scheduler.app.alter import Altered, Wanted, alter, told
from scheduler.app.blocks import follow, remove
from scheduler.app.case import Case, case_for, find, language_of, natural, sender_of, situation_of, when
from scheduler.app.ground import ground_of
from scheduler.app.hold_places import Writing, writing
from scheduler.app.offered import in_the_way, slot
from scheduler.app.packets import Letter, lay
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.write import user_templates
from scheduler.errors import UsageError
from scheduler.ics.values import mail_address
from scheduler.messages.change import Refused
from scheduler.messages.facts import Reason
from scheduler.messages.itip import Itip, cancel, request
from scheduler.messages.notes import Note, NoteKind, write_note
from scheduler.messages.texts import one_line
from scheduler.model.interview import Person
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.outbox.packet import Stored


@dataclass(frozen=True, slots=True)
class UpdateRequest:
    """What `update` was asked: to move REF to `to`, to cancel it, or to take the people `drop` out of it."""

    read: ReadRequest
    ref: str
    to: str = ""
    cancel: bool = False
    drop: tuple[str, ...] = ()
    series: bool = False
    reason: Reason = field(default_factory=Reason)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Updated:
    """What was done: sentences for the user, and the packets that tell those who are invited."""

    case: Case
    done: tuple[str, ...]
    packets: tuple[Stored, ...]


def update(asked: UpdateRequest) -> Updated:
    """Change the entry that REF names; raises UsageError where it is not the user's to change."""
    if sum((bool(asked.to), asked.cancel, bool(asked.drop))) != 1:
        raise UsageError("Say what shall become of it: --to TIME, --cancel, or --drop ADDRESS.")
    situation = situation_of(asked.read._replace(use_index=False))
    named = find(situation, asked.ref, "ahead")
    if named.key.startswith(asked.ref.strip().lower()):  # An identifier means this session, not its whole loop.
        situation = situation._replace(timeline=situation.timeline._replace(loops=()))
    case = case_for(situation, named)
    wishes = _wishes(asked, case)
    # The calendar first, then the messages: said again after an interruption, the rest is done.
    with writing("update", situation.now) as room:
        changes = [alter(o, wanted, situation, room) for o, wanted in wishes]
        done = [line for c in changes for line in said(c, situation, room)]
    done += _in_the_way(case, changes)
    packets, notes = letters(asked.read, case, changes, asked.reason, asked.language)
    return Updated(case, (*done, *notes), packets)


def _wishes(asked: UpdateRequest, case: Case) -> list[tuple[Occurrence, Wanted]]:
    """What each session shall become; those of a loop move as one."""
    if asked.cancel:
        return [(s, Wanted("cancel", series=asked.series)) for s in case.sessions]
    if asked.drop:
        gone = tuple(_address(text) for text in asked.drop)
        return [(s, Wanted("drop", gone=gone, series=asked.series)) for s in case.sessions]
    to = slot(asked.to, case, "--to")
    if to.start <= case.situation.now:
        raise UsageError(f"--to {when(to, case.situation.zone)} has passed.")
    return shifted(case, to, series=asked.series)


def shifted(case: Case, to: Period, *, series: bool = False) -> list[tuple[Occurrence, Wanted]]:
    """Every session by as much as the first; one that is alone takes the new length."""
    if len(case.sessions) == 1:
        return [(case.sessions[0], Wanted("move", to, series=series))]
    by = to.start - case.about.period.start
    return [(s, Wanted("move", Period(s.period.start + by, s.period.end + by), series=series)) for s in case.sessions]


def _in_the_way(case: Case, changes: list[Altered]) -> list[str]:
    """What else stands at the new times: said, not forbidden."""
    times = [c.wanted.to for c in changes if c.wanted.to is not None]
    names = [f"'{o.summary}'" for to in times for o in in_the_way(case, to) if o.busy == "busy"]
    return [f"At the new time there is also {' and '.join(names[:3])}."] if names else []


def _address(text: str) -> str:
    found = mail_address(text)
    if found is None:
        raise UsageError(f"--drop '{text}' is no mail address.")
    return found


def said(altered: Altered, situation: Situation, room: Writing) -> list[str]:
    """What was done with an entry, and with the blocks around it, which move and go with it."""
    wanted, occurrence = altered.wanted, altered.occurrence
    lines = [told(altered, situation.zone)]
    if wanted.to is not None:
        count = follow(occurrence, wanted.to.start, situation, room)
        lines += [f"{count} blocks around it moved along."] if count else []
    elif wanted.verb == "cancel":
        count = remove(occurrence, situation, room)
        lines += [f"{count} blocks around it were taken away."] if count else []
    return lines


def letters(
    read: ReadRequest, case: Case, changes: list[Altered], reason: Reason, language: str
) -> tuple[tuple[Stored, ...], tuple[str, ...]]:
    """A packet for each change that others hear of from us, and sentences where they do not."""
    packets: list[Stored] = []
    notes: list[str] = []
    with outbox.entered(case.situation.settings) as room:
        for altered in changes:
            made = _message(altered, case)
            if altered.mailer == "nobody":
                continue
            if altered.mailer == "server":
                notes.append("The calendar's server tells those who are invited, with the next `interviews sync`.")
            elif isinstance(made, Refused):
                notes.append(made.reason)
            else:
                if altered.mailer is None:
                    notes.append(
                        "Nobody knows yet whether the calendar's server tells them as well (`interviews doctor` says); "
                        "send the packet only if it does not."
                    )
                letter = _letter(altered, made, case, reason, language)
                packets.append(lay(room, letter, ground_of(read, case.about.zone, None), case.situation.now))
    return tuple(packets), tuple(dict.fromkeys(notes))


def _message(altered: Altered, case: Case) -> Itip | Refused:
    now, wanted = case.situation.now, altered.wanted
    match wanted.verb:
        case "move":
            return request(altered.after, altered.recurrence_id, now)
        case "cancel":
            return cancel(altered.before, altered.recurrence_id, now)
        case "drop":
            return cancel(altered.before, altered.recurrence_id, now, only=wanted.gone)


def _start(to: Period | None) -> tuple[str, ...]:
    return () if to is None else (to.start.isoformat(),)


def _letter(altered: Altered, made: Itip, case: Case, reason: Reason, language: str) -> Letter:
    occurrence, wanted = altered.occurrence, altered.wanted
    names = {a.address: "" if "@" in a.name else natural(a.name) for a in occurrence.event.attendees}
    to = tuple(Person(names.get(a, ""), a) for a in made.to)
    kinds: dict[str, NoteKind] = {"move": "update", "cancel": "cancel", "drop": "drop"}
    note = Note(
        kind=kinds[wanted.verb],
        title=occurrence.summary,
        sender=sender_of(case),
        language=language_of(case, language),
        zone=case.situation.zone.key,
        period=altered.was,
        to=wanted.to,
        contact=to[0].name if len(to) == 1 else "",
        reason=reason,
    )
    subject, text = write_note(note, user_templates())
    numbers = (e.value("SEQUENCE") or "0" for e in made.calendar.children if e.name == "VEVENT")
    return Letter(
        kind="update" if wanted.verb == "move" else "cancel",
        uid=occurrence.uid,
        company=case.about.company or one_line(occurrence.summary, 80),
        when=wanted.to or occurrence.period,
        sender=note.sender,
        to=to,
        subject=subject,
        text=text,
        recurrence_id=altered.recurrence_id,
        calendar=made,
        steps=("Send the mail: the invitation in it changes their calendars.",),
        version=" ".join((made.method, max(numbers, default="0"), note.language, *_start(wanted.to))),
    )
