"""The interview that a command is about: found, and told as the facts that a message may hold, nothing else (E19)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.app.find import find_occurrence
from scheduler.app.here import local_zone, read_settings, zone_named
from scheduler.app.read import ReadRequest, Situation, gather
from scheduler.app.stored import object_of
from scheduler.app.window import parse_moment
from scheduler.errors import UsageError
from scheduler.findings.words import span
from scheduler.messages import facts, persons
from scheduler.messages.facts import LANGUAGES, Appointment, Language, Sender
from scheduler.model.event import Thread
from scheduler.model.interview import Interview, Person
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.outbox.draft import parse_people
from scheduler.recognise.services import is_robot
from scheduler.settings.core import CompanySetting

DAY = timedelta(days=1)
BEFORE, AFTER = 60 * DAY, 184 * DAY
When = Literal["ahead", "begun", "any"]


@dataclass(frozen=True, slots=True)
class Case:
    """One interview (a loop is one) with the situation around it.

    `entry` is the copy of it that can be answered; `sessions` are all entries that it consists of.
    """

    situation: Situation
    occurrence: Occurrence
    entry: Occurrence
    sessions: tuple[Occurrence, ...]
    about: Appointment
    company: CompanySetting | None

    @property
    def notice_hours(self) -> float:
        """Hours until it begins; negative once it has begun."""
        return (self.about.period.start - self.situation.now).total_seconds() / 3600

    @property
    def title(self) -> str:
        """Company (or title) and time, as every command that writes repeats them."""
        name = self.about.company or self.occurrence.summary or "an entry without a title"
        position = f", {self.about.position}" if self.about.position else ""
        return f"{name}{position}: {when(self.about.period, ZoneInfo(self.about.zone))}"


def when(period: Period, zone: ZoneInfo) -> str:
    """Tue 2027-03-09 10:00–11:00 Europe/Lisbon"""
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    until = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%a %H:%M}"
    return f"{start:%a %Y-%m-%d %H:%M}–{until} {zone.key}"


def situation_of(request: ReadRequest, reach: Period | None = None) -> Situation:
    """The calendars around now (or the window that the call names), `reach` included."""
    if request.start is not None or request.end is not None or request.days is not None:
        return gather(request)
    settings = read_settings()
    named = request.zone or settings.zone
    zone = zone_named(named) if named else local_zone() or ZoneInfo("UTC")
    now = request.clock if request.now is None else parse_moment(request.now, "--now", zone)
    window = Period(now - BEFORE, now + AFTER)
    if reach is not None:
        window = Period(min(window.start, reach.start), max(window.end, reach.end))
    return gather(request, window)


def case_of(situation: Situation, ref: str, time: When = "any") -> Case:
    """The case that REF names, of those ahead or begun first; raises UsageError where it is not one."""
    return case_for(situation, find(situation, ref, time))


def find(situation: Situation, ref: str, time: When) -> Occurrence:
    """REF among the user's own entries, those ahead (or begun) first; else among the rest."""
    known = situation.timeline
    mine = [o for o in known.occurrences if not o.owner]
    first = [o for o in mine if time == "any" or (o.period.start > situation.now) is (time == "ahead")]
    for pool in (first, mine):
        try:
            return find_occurrence(Timeline(known.window, known.zone, tuple(pool), known.loops), ref)
        except UsageError as error:
            if "fits more than one" in str(error):
                raise
    return find_occurrence(known, ref)


def case_for(situation: Situation, occurrence: Occurrence) -> Case:
    """The facts of an entry; raises UsageError for one that takes whole days."""
    if occurrence.all_day:
        raise UsageError(
            f"'{occurrence.summary}' is an entry for whole days; it has no time that could be written about."
        )
    loop = next((x for x in situation.timeline.loops if any(s.key == occurrence.key for s in x.sessions)), None)
    sessions = (occurrence,) if loop is None else loop.sessions
    period = occurrence.occupied if loop is None else loop.period
    entry = _answerable(occurrence, situation)
    company = _company(occurrence.interview, situation)
    return Case(situation, occurrence, entry, sessions, _appointment(situation, occurrence, entry, period), company)


def _answerable(occurrence: Occurrence, situation: Situation) -> Occurrence:
    """Of several copies of one interview the one whose organizer is a person: that one can be answered."""

    def human(o: Occurrence) -> bool:
        organizer = o.event.organizer
        return (
            organizer is not None
            and organizer.address not in situation.view.me
            and not _robot(organizer.address)
            and any(a.address in situation.view.me for a in o.event.attendees)
        )

    return next((o for o in (occurrence, *occurrence.copies) if human(o)), occurrence)


def _company(interview: Interview | None, situation: Situation) -> CompanySetting | None:
    name = (interview.company or "").casefold() if interview is not None else ""
    return next((c for c in situation.settings.companies if name and c.name.casefold() == name), None)


def _appointment(situation: Situation, occurrence: Occurrence, entry: Occurrence, period: Period) -> Appointment:
    interview = occurrence.interview or Interview()
    thread = entry.event.calendar.thread or occurrence.event.calendar.thread
    return Appointment(
        uid=entry.uid,
        period=period,
        zone=situation.zone.key,
        recurrence_id=entry.recurrence_id,
        company=interview.company,
        position=interview.position,
        kind=interview.kind,
        employer_zone=interview.employer_zone,
        location=occurrence.event.location,
        remote=interview.remote,
        phone=interview.phone,
        contact=_contact(situation, occurrence, thread),
        organizer=(entry.interview or interview).organizer,
        invited_as=_invited_as(situation, entry, thread),
        reschedule_link=interview.reschedule_link,
        cancel_link=interview.cancel_link,
        thread=thread_for_answer(thread),
        stored=object_of(entry, situation.specs, situation.now.timestamp()),
    )


def thread_for_answer(thread: Thread | None) -> facts.Thread | None:
    """What an answer to the mail refers to."""
    if thread is None or thread.message_id is None:
        return None
    return facts.Thread(thread.message_id, thread.subject, thread.references)


def _contact(situation: Situation, occurrence: Occurrence, thread: Thread | None) -> Person | None:
    """The settings' contact, else where the invitation asks for answers, else a human that it or a copy of it names."""
    interview = occurrence.interview or Interview()
    company = _company(interview, situation)
    if company is not None and company.contact:
        return interview.contact
    address = None if thread is None else thread.reply_to
    if address is not None and address not in situation.view.me and not _robot(address):
        known = interview.contact
        return known if known is not None and known.address == address else Person("", address)
    told = (o.interview for o in (occurrence, *occurrence.copies) if o.interview is not None)
    people = (p for i in told for p in (i.contact, i.organizer) if p is not None)
    human = (p for p in people if not _robot(p.address) and p.address not in situation.view.me)
    return interview.contact or next(human, None)


def natural(name: str) -> str:
    """'Vogt, Sabine' of an address book as people say it: 'Sabine Vogt'."""
    last, comma, first = name.partition(",")
    plain = bool(comma) and "," not in first and bool(last.strip()) and 0 < len(first.split()) < 3
    return f"{first.strip()} {last.strip()}" if plain else name


def _robot(address: str | None) -> bool:
    return persons.is_robot(address) or is_robot(address or "")


def _invited_as(situation: Situation, entry: Occurrence, thread: Thread | None) -> str | None:
    """The address under which the user was invited."""
    me = situation.view.me
    invited = next((a.address for a in entry.event.attendees if a.address in me), None)
    if invited is None and thread is not None and thread.recipient in me:
        return thread.recipient
    return invited


def recipient_of(case: Case, named: tuple[str, ...]) -> tuple[Person, ...]:
    """Whom to write to: as named, else the human contact; raises UsageError where nobody is known."""
    if named:
        return tuple(p for text in named for p in parse_people(text, "--to"))
    found = persons.recipient(case.about)
    if isinstance(found, Person) and not _robot(found.address) and found.address not in case.situation.view.me:
        return (Person(natural(found.name), found.address),)
    company = case.about.company or "this interview"
    raise UsageError(
        f"Nobody is known to write to for {company}: the invitation names no person. Say it, as "
        f"--to 'Jane Doe <jane@employer.example>', or set 'contact' for the company in the settings."
    )


def sender_of(case: Case) -> Sender:
    """The user, under the address at which she was invited."""
    settings = case.situation.settings
    address = case.about.invited_as or next(iter(settings.me), "")
    return Sender(settings.name, address, settings.phone)


def language_of(case: Case, named: str) -> Language:
    """As named, else the company's, else the user's; raises UsageError for one that there is not."""
    text = named or (case.company.language if case.company is not None else "") or case.situation.settings.language
    for language in LANGUAGES:
        if language == text.strip().lower():
            return language
    raise UsageError(f"There are no messages in '{text}'; the languages are {', '.join(LANGUAGES)}.")


def with_position(case: Case, position: str) -> Case:
    """The case with what the user says the position is."""
    return replace(case, about=replace(case.about, position=position)) if position else case


def words_of_others(case: Case) -> list[str]:
    """Titles, places and people of the user's other entries, for the checker alone."""
    own = {o.uid for s in case.sessions for o in (s, *s.copies)}
    found: list[str] = []
    for o in case.situation.timeline.occurrences:
        if o.uid in own:
            continue
        event = o.event
        people = [event.organizer, *event.attendees] if event.organizer is not None else list(event.attendees)
        company = o.interview.company if o.interview is not None else None
        found += [event.summary, event.location, company or ""]
        found += [p.name for p in people if p.name and "@" not in p.name and p.address not in case.situation.view.me]
    return [text for text in dict.fromkeys(found) if text.strip()]


def named_span(occurrence: Occurrence, zone: ZoneInfo) -> str:
    """'Title' (Tue 9 Mar 10:00–11:00), for the user's own eyes."""
    return f"'{occurrence.summary}' ({span(occurrence, zone)})"
