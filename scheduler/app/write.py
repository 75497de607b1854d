"""The commands that write to an employer: facts, texts, mail and steps, laid into the outbox as a packet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.app import outbox
from scheduler.app.agreed import time_spoken_of
from scheduler.app.alter import must_concern_others
from scheduler.app.case import (
    Case,
    When,
    case_of,
    language_of,
    natural,
    recipient_of,
    sender_of,
    situation_of,
    when,
    with_position,
    words_of_others,
)
from scheduler.app.ground import ground_of
from scheduler.app.offered import alternatives, checked_slots, slot
from scheduler.app.open_offers import open_requests
from scheduler.app.packets import Letter, lay, waiting
from scheduler.app.read import ReadRequest
from scheduler.decide.channel import channel as channel_for
from scheduler.decide.steps import steps as steps_for
from scheduler.errors import UsageError
from scheduler.messages.change import Refused
from scheduler.messages.facts import Facts, Missing, Reason, Situation, Texts
from scheduler.messages.itip import Itip, counter, reply
from scheduler.messages.texts import reason_words
from scheduler.messages.texts import write as write_texts
from scheduler.model.interview import Person
from scheduler.model.time import Period
from scheduler.outbox.entry import Tracked
from scheduler.outbox.folder import TEXT
from scheduler.outbox.packet import Channel, Stored
from scheduler.outbox.sending import SENDABLE
from scheduler.review.check import Violation, check_text
from scheduler.review.spoken import check_subject

if TYPE_CHECKING:
    from jinja2 import BaseLoader

TEMPLATES = "templates"
_LEAVING: tuple[Situation, ...] = ("withdraw", "withdraw_offer", "withdraw_concern", "pause")
_IN_TIME: tuple[Situation, ...] = ("reschedule", *_LEAVING)
_AFTER: tuple[Situation, ...] = ("apologise", "thank_interview")
_OFFERING: tuple[Situation, ...] = ("reschedule", "apologise")
_OPTIONS = {
    "position": "--position",
    "alternatives": "--slot, or --ask",
    "reason": "--reason",
    "until": "--until",
    "offered": "--time",
    "correction": "--correction",
}

Edit = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says about the message; "" and () leave it to the calendar and the settings.

    `slots` and `time` are times as written, `offers` were looked at already. `ask`: offer no times, ask for some.
    `again`: ask for another time although a request for one waits for its answer.
    """

    reason: Reason = field(default_factory=Reason)
    slots: tuple[str, ...] = ()
    offers: tuple[Period, ...] = ()
    ask: bool = False
    count: int = 3
    time: str = ""
    until: date | None = None
    follow_up: date | None = None
    language: str = ""
    to: tuple[str, ...] = ()
    position: str = ""
    mention: str = ""
    correction: str = ""
    can_commit: bool = True
    offer_remote: bool = False
    stay_in_touch: bool = False
    emergency: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A packet as it lies in the outbox; `earlier` are other packets about the same interview that still wait.

    `notes` are sentences for the user: why there is no calendar message, why no times are offered.
    """

    case: Case
    stored: Stored
    tracked: Tracked
    violations: tuple[Violation, ...] = ()
    earlier: tuple[Tracked, ...] = ()
    notes: tuple[str, ...] = ()


def write(request: ReadRequest, ref: str, situation: Situation, wishes: Wishes, edit: Edit | None = None) -> Written:
    """Write one message about the interview that REF names; raises UsageError for what has to be said first."""
    time: When = "begun" if situation in _AFTER else "ahead" if situation in _IN_TIME else "any"
    case = case_of(situation_of(request), ref, time)
    if situation == "reschedule" and not wishes.again:
        _not_asked_yet(case)
    return write_for(request, case, situation, wishes, edit)


def write_for(
    request: ReadRequest, case: Case, situation: Situation, wishes: Wishes, edit: Edit | None = None
) -> Written:
    """Write one message about a case."""
    _fits(case, situation)
    if not wishes.to:
        must_concern_others(case.occurrence, case.situation)
    case = with_position(case, wishes.position)
    facts, notes = _facts(request, case, situation, wishes)
    to = recipient_of(case, wishes.to)
    facts = replace(facts, appointment=replace(case.about, contact=_named(to[0], case)))
    texts = write_texts(situation, facts, user_templates())
    if not isinstance(texts, Texts):
        raise UsageError(asking(texts))
    calendar, why_not = _calendar(facts, case, situation)
    letter = _letter(facts, texts, to, calendar, wishes.follow_up)
    with outbox.entered(case.situation.settings) as room:
        stored = lay(room, letter, ground_of(request, case.about.zone, facts), case.situation.now)
        tracked = room.journal.tracked(stored.id)
        if edit is not None and tracked.state in SENDABLE:
            edit(Path(stored.folder) / TEXT)
        draft = room.outbox.draft(stored.id)
        earlier = waiting(room, tracked, case.situation.now)
    found = check_text(draft.body, facts, words_of_others(case), facts.language, situation)
    violations = (*check_subject(draft.subject, facts), *found)
    return Written(case, stored, tracked, violations, earlier, (*notes, *([why_not] if why_not else [])))


def user_templates() -> BaseLoader | None:
    """The user's own templates, where there are any: the folder `templates` beside the settings file."""
    from scheduler.app.here import settings_path

    folder = settings_path().parent / TEMPLATES
    if not folder.is_dir():
        return None
    from jinja2 import FileSystemLoader

    return FileSystemLoader(folder)


def asking(gaps: tuple[Missing, ...]) -> str:
    """What has to be said first, each with the option that says it."""
    told = (f"{g.ask[:-1]} ({_OPTIONS[g.name]})." if g.name in _OPTIONS else g.ask for g in gaps)
    return "This message needs more:\n" + "\n".join(f"  {t}" for t in told)


def _fits(case: Case, situation: Situation) -> None:
    """A message that comes before the interview is too late after it, and the other way round."""
    if case.notice_hours <= 0 and situation in _IN_TIME:
        raise UsageError(f"{case.title} has begun already. Call them, and use `interviews apologise`.")
    if case.notice_hours > 0 and situation in _AFTER:
        raise UsageError(f"{case.title} has not begun yet; `interviews reschedule` or `withdraw` tells them in time.")
    if case.occurrence.cancelled and situation in (*_IN_TIME, "apologise"):
        raise UsageError(f"{case.title} is cancelled; `interviews thank --for cancellation` answers that.")


def _not_asked_yet(case: Case) -> None:
    """Asking twice, with other times, only confuses them: raises UsageError where an answer is still awaited."""
    found = [a for a in open_requests() for s in case.sessions if a.about(s)]
    if not found:
        return
    asked, zone, ref = found[-1], case.situation.zone, case.occurrence.id
    packet = asked.packet
    times = "".join(f"\n  - {when(p, zone)}" for p in asked.slots)
    ways = [
        f"  They answered: interviews journal --answer {packet.id} --result agreed (or other-time, declined)",
        f"  To remind them: interviews follow-up {ref} --as reminder",
        f"  To ask once more all the same: interviews reschedule {ref} --again",
    ]
    if packet.state != "sent":
        ways.insert(0, f"  It did not go: interviews outbox settle {packet.id} --not-sent")
    raise UsageError(
        f"{case.title}: another time was asked for on {packet.changed.astimezone(zone):%a %Y-%m-%d} "
        f"({packet.id}, {packet.state}), and no answer is noted yet.{' It offers:' if times else ''}{times}\n"
        + "\n".join(ways)
    )


def _facts(request: ReadRequest, case: Case, situation: Situation, wishes: Wishes) -> tuple[Facts, tuple[str, ...]]:
    """The facts of a message, and what the user should know about how they came about."""
    offers = wishes.offers
    notes: tuple[str, ...] = ()
    if wishes.slots:
        offers, notes = checked_slots(case, wishes.slots)
    elif not offers and situation in _OFFERING and wishes.can_commit and not wishes.ask:
        offers, notes = alternatives(request, case, wishes.count)
    return (
        Facts(
            appointment=case.about,
            sender=sender_of(case),
            language=language_of(case, wishes.language),
            notice_hours=case.notice_hours,
            alternatives=offers,
            reason=wishes.reason,
            offered=slot(wishes.time, case, "--time") if wishes.time else time_spoken_of(case, situation),
            until=wishes.until,
            can_commit=wishes.can_commit,
            offer_remote=wishes.offer_remote,
            stay_in_touch=wishes.stay_in_touch,
            mention=wishes.mention,
            correction=wishes.correction,
            emergency=wishes.emergency,
        ),
        notes,
    )


def _named(person: Person, case: Case) -> Person:
    """The person written to, by the name that the invitation gives where the user gave none."""
    known = case.about.contact
    if person.name or known is None or known.address != person.address:
        return person
    return Person(natural(known.name), known.address)


def _calendar(facts: Facts, case: Case, situation: Situation) -> tuple[Itip | None, str]:
    """The calendar message that goes with the words, or why there is none ("" where none belongs to it)."""
    about, now, comment = facts.appointment, case.situation.now, reason_words(facts)
    made: Itip | Refused
    if len(case.sessions) > 1 and situation in _IN_TIME:
        return None, f"It is {len(case.sessions)} entries in your calendar, so no calendar message goes with the words."
    if situation == "reschedule" and facts.alternatives:
        made = counter(about, facts.alternatives[0], now, comment)
    elif situation in _LEAVING:
        made = reply(about, "DECLINED", now, comment)
    elif situation == "accept_time" and facts.offered == about.period:
        made = reply(about, "ACCEPTED", now)
    else:
        return None, ""
    if isinstance(made, Refused):
        return None, f"No calendar message goes with it: {made.reason}"
    return made, ""


def _letter(
    facts: Facts, texts: Texts, to: tuple[Person, ...], calendar: Itip | None, follow_up: date | None
) -> Letter:
    """The texts as a letter, with the times that it offers or accepts: they must still be free when it goes."""
    about, channel = facts.appointment, _channel(texts.situation, facts)
    accepted = (facts.offered,) if texts.situation == "accept_time" and facts.offered is not None else ()
    return Letter(
        kind=texts.situation,
        uid=about.uid,
        company=about.company or "",
        when=about.period,
        sender=facts.sender,
        to=to,
        subject=texts.subject,
        text=texts.email,
        recurrence_id=about.recurrence_id,
        calendar=calendar,
        thread=about.thread,
        phone=texts.phone,
        voicemail=texts.voicemail,
        steps=steps_for(texts.situation, about, about.contact, channel),
        alternatives=facts.alternatives or accepted,
        channel=channel,
        follow_up=follow_up or (facts.until if texts.situation == "pause" else None),
    )


def _channel(situation: Situation, facts: Facts) -> Channel:
    """A call where the notice is short (E11), after a no-show (E15), and where no answer came (E31)."""
    if situation == "remind" and facts.sender.phone:
        return "phone"
    if situation not in (*_IN_TIME, "apologise"):
        return "email"
    found = channel_for(facts.notice_hours, emergency=facts.emergency or facts.reason.kind == "emergency")
    return "email" if found == "platform" else found
