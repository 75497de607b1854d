"""`interviews hold`: offered times become tentative events of the user's own, until they are answered (E36)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.app.case import when
from scheduler.app.here import read_settings
from scheduler.app.hold_places import Kept, Place, Writing, holds_in, place_for_holds, places, with_places, writing
from scheduler.app.meeting import Asked, Frame, Subject, frame_of, meeting_of, read_calendars, subject_named
from scheduler.app.offered import moment_of
from scheduler.app.propose import MOST
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.window import midnight, parse_moment
from scheduler.errors import ConflictError, UsageError
from scheduler.holds.entries import is_hold, keys_of
from scheduler.holds.hold import TITLE, agreed, calendar_of, prolonged
from scheduler.holds.states import KEEPS, State, hold_in, interviews_in, state_of, without_own
from scheduler.holds.steps import Agree, Drop, Prolong, Put, Request, Step, to_hold
from scheduler.ics.parse import parse_component
from scheduler.model.marks import FOR, HOLD
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.proposals.slots import propose
from scheduler.stores.contract import name_for_uid

DAY = timedelta(days=1)
# How long an employer may take to answer before a hold ends by itself.
STANDS = 7 * DAY


@dataclass(frozen=True, slots=True)
class HoldRequest:
    """What `hold` was asked. `slots`: times, or numbers of proposals; empty: all proposals. `until`: a date or time."""

    read: ReadRequest
    ref: str
    slots: tuple[str, ...] = ()
    count: int | None = None
    until: str = ""
    title: str = TITLE
    calendar: str = ""
    anyway: bool = False
    asked: Asked = field(default_factory=Asked)


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be held, before the user has agreed; `proposed` are times that she did not name herself."""

    situation: Situation
    subject: Subject
    request: Request
    place: Place
    looked: tuple[Place, ...]
    slots: tuple[Period, ...]
    until: datetime
    renew: bool
    title: str
    proposed: bool

    @property
    def zone(self) -> ZoneInfo:
        return self.situation.zone

    @property
    def elsewhere(self) -> bool:
        """The holds go into a calendar that no other command reads unless it is named."""
        return self.place.source not in (c.source for c in self.situation.settings.calendars)


@dataclass(frozen=True, slots=True)
class Listed:
    """A hold with its state, its number among those of its interview (`settle REF N`), and what it is for.

    `ref` and `about` are the interview's identifier and title (for the user's own eyes); "" where it is in no calendar.
    """

    kept: Kept
    state: State
    number: int
    ref: str
    about: str


def planned(request: HoldRequest) -> Planned:
    """Read the calendars and find the times; raises UsageError for a time that is not free."""
    settings = read_settings()
    place = place_for_holds(settings, request.calendar)
    looked = places(settings, (request.calendar or place.source,))
    read = with_places(request.read, looked)
    frame = frame_of(read)
    situation = read_calendars(read._replace(use_index=False), frame)
    subject = subject_named(situation, request.ref)
    found = Planned(
        situation=situation,
        subject=subject,
        request=request_of(subject.sessions[0]),
        place=place,
        looked=tuple(looked),
        slots=(),
        until=_until(request.until, situation),
        renew=bool(request.until),
        title=request.title,
        proposed=not request.slots or any(_is_number(text) for text in request.slots),
    )
    return _with_slots(found, request, frame)


def request_of(occurrence: Occurrence) -> Request:
    return Request(keys_of(occurrence), occurrence.period.start)


def _until(text: str, situation: Situation) -> datetime:
    """The end of the named day, or the named moment; else a week from now."""
    now, zone = situation.now, situation.zone
    if not text:
        return midnight((now + STANDS).astimezone(zone).date() + DAY, zone)
    until = parse_moment(text, "--until", zone)
    if len(text.strip()) <= len("2027-03-08"):
        until = midnight(until.astimezone(zone).date() + DAY, zone)
    if until <= now:
        raise UsageError(f"--until {text} is over already; name a later day.")
    return until


def _with_slots(found: Planned, request: HoldRequest, frame: Frame) -> Planned:
    situation = found.situation
    own = situation._replace(timeline=without_own(situation.timeline, found.request.keys))
    meeting = meeting_of(own, frame, found.subject, request.asked)
    length = meeting.wanted.duration
    numbers = [text for text in request.slots if _is_number(text)]
    offers: tuple[Period, ...] = ()
    if numbers or not request.slots:
        count = max([frame.own.count if request.count is None else request.count, *(int(n) for n in numbers)])
        if not 0 < count <= MOST:
            raise UsageError(f"So many times cannot be proposed ({count}); write a number from 1 to {MOST}.")
        offers = tuple(p.period for p in propose(meeting.wanted, meeting.ground, meeting.terms, count, meeting.step))
        if not offers:
            raise UsageError(
                f"There is no time to propose; `interviews propose {request.ref}` says what is in the way."
            )
    slots: list[Period] = [] if request.slots else list(offers)
    for text in request.slots:
        if _is_number(text):
            number = int(text)
            if not 0 < number <= len(offers):
                raise UsageError(f"--slot {text}: there are {len(offers)} proposals; take one of their numbers.")
            slots.append(offers[number - 1])
        else:
            start = moment_of(text, situation.zone, "--slot")
            slots.append(Period(start, start + length))
    keys = {*found.request.keys, *(k for s in found.subject.sessions for k in keys_of(s))}
    for slot in slots:
        must_be_free(slot, own, keys, anyway=request.anyway)
    return replace(found, slots=tuple(sorted(set(slots))))


def numbered(found: Planned) -> list[tuple[int, Period]]:
    """The slots with the numbers that `settle` will know them by: what is held for the request already counts, too."""
    standing = [k.hold.period for k in holds_in(found.looked) if found.request.owns(k.hold)]
    every = sorted([*standing, *(s for s in found.slots if s not in standing)])
    return [(every.index(slot) + 1, slot) for slot in found.slots]


def _is_number(text: str) -> bool:
    return text.strip().isdecimal()


def must_be_free(slot: Period, situation: Situation, keys: Collection[str], *, anyway: bool = False) -> None:
    """Raises UsageError for a time that is over or taken by what does not belong to the requests `keys`.

    What is held for another request is never promised twice (E36), not even `anyway`.
    """
    at = when(slot, situation.zone)
    if slot.start <= situation.now:
        raise UsageError(f"{at} has passed.")
    for o in situation.timeline.occurrences:
        if o.owner or o.busy == "free" or not o.occupied.overlaps(slot) or _belongs(o, keys):
            continue
        if is_hold(o):
            raise UsageError(f"{at} is held for something else already; take another time, or release that one first.")
        if o.busy == "busy" and not anyway:
            raise UsageError(f"{at} is not free: '{o.summary}' stands there. Add --anyway to take it all the same.")


def _belongs(o: Occurrence, keys: Collection[str]) -> bool:
    """The interview itself, a hold or a block of it."""
    lines = (o.event.component.first(name) for name in (HOLD, FOR))
    return any(k in keys for k in keys_of(o)) or any(i is not None and i.value.strip() in keys for i in lines)


def hold(found: Planned) -> tuple[Step, ...]:
    """Carry it out; looks once more at the holds, for another run may have placed some. Says what was done."""
    now = found.situation.now
    with writing("hold", now) as room:
        kept = holds_in(found.looked)
        holds = [k.hold for k in kept]
        interviews = interviews_in(found.situation.timeline.occurrences, holds)
        for other in holds:
            if found.request.owns(other) or state_of(other, holds, interviews, now) not in KEEPS:
                continue
            for slot in found.slots:
                if other.period.overlaps(slot):
                    raise ConflictError(f"{when(slot, found.zone)} was held for something else just now; propose anew.")
        steps = to_hold(found.request, found.slots, holds, found.until, now, renew=found.renew)
        carry_out(room, steps, kept, now, place=found.place, title=found.title)
        return steps


def carry_out(
    room: Writing, steps: tuple[Step, ...], kept: list[Kept], now: datetime, *, place: Place | None, title: str = TITLE
) -> None:
    """Write each step, one after the other."""
    by_uid: dict[str, list[Kept]] = {}
    for k in kept:
        by_uid.setdefault(k.hold.uid, []).append(k)
    for step in steps:
        match step:
            case Put(hold=new):
                assert place is not None
                room.store(place).create(name_for_uid(new.uid), calendar_of(new, now, title).to_bytes())
            case Prolong(hold=old, until=until):
                for k in by_uid[old.uid]:
                    _replace(room, k, prolonged(parse_component(k.item.data), until, now).to_bytes())
            case Agree(hold=old):
                for k in by_uid[old.uid]:
                    _replace(room, k, agreed(parse_component(k.item.data), now).to_bytes())
            case Drop(hold=old):
                for k in by_uid[old.uid]:
                    room.store(k.place).delete(k.item.href, k.item.etag)


def _replace(room: Writing, kept: Kept, data: bytes) -> None:
    room.store(kept.place).replace(kept.item.href, data, kept.item.etag)


def listed(situation: Situation, calendar: str = "") -> list[Listed]:
    """Every hold of the user's, by what it is for, in the order of time."""
    kept = holds_in(places(situation.settings, (calendar,)))
    holds = [k.hold for k in kept]
    interviews = interviews_in(situation.timeline.occurrences, holds)
    known = {key: o for o in situation.timeline.occurrences if not is_hold(o) for key in _keys(o)}
    groups: dict[str, list[Kept]] = {}
    for k in kept:
        about = known.get(k.hold.key)
        groups.setdefault(k.hold.key if about is None else keys_of(about)[0], []).append(k)
    found = []
    for group in groups.values():
        about = known.get(group[0].hold.key)
        ref, title = ("", "") if about is None else (about.id, title_of(about))
        for number, k in enumerate(group, 1):
            found.append(Listed(k, state_of(k.hold, holds, interviews, situation.now), number, ref, title))
    return found


def _keys(o: Occurrence) -> tuple[str, ...]:
    return keys_of(o) if not o.owner else ()


def title_of(occurrence: Occurrence) -> str:
    company = (occurrence.interview.company or "") if occurrence.interview is not None else ""
    title = occurrence.summary or "(no title)"
    return title if not company or company.casefold() in title.casefold() else f"{company}: {title}"


def key_named(situation: Situation, occurrence: Occurrence) -> Request:
    """The request that an occurrence stands for: its own, or, for a hold, the one that it is held for."""
    if not is_hold(occurrence):
        return request_of(occurrence)
    hold = hold_in(occurrence)
    about = next(
        (o for o in situation.timeline.occurrences if not o.owner and not is_hold(o) and hold.key in keys_of(o)), None
    )
    return Request((hold.key,), hold.of or hold.period.start) if about is None else request_of(about)
