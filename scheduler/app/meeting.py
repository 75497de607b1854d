"""What `propose` and `availability` look at: whose time is needed, on whose clocks, under which rules."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.app.here import cache_folder, local_zone, read_settings, zone_named
from scheduler.app.open_offers import Stage, open_offers
from scheduler.app.read import ReadRequest, Situation, gather
from scheduler.app.sides import Sides
from scheduler.app.window import parse_moment, parse_window
from scheduler.errors import SettingsError, UsageError
from scheduler.findings.place import place_of
from scheduler.holds.entries import keys_of
from scheduler.model.interview import Interview
from scheduler.model.marks import BLOCK, FOR
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.proposals.ground import days_in, needs_in, needs_of_interview, taken_in
from scheduler.proposals.rules import MINUTE, BufferMode, Ground, Needs, Party, Pool, Taken, Terms, Wanted
from scheduler.proposals.sides import Side
from scheduler.settings.core import Settings
from scheduler.settings.load import section
from scheduler.settings.proposals import ProposalSettings

STEPS = (15, 30, 60)
DAY = timedelta(days=1)
_STAGES: dict[Stage, str] = {
    "draft": "in a draft to",
    "approved": "in a message to",
    "offered": "offered to",
    "agreed": "agreed with",
}


class Asked(NamedTuple):
    """What the user asked about a meeting; None and "" leave it to the interview and the settings."""

    duration: int | None = None
    their_zone: str = ""
    company: str = ""
    in_person: bool = False
    place: str = ""
    before: int | None = None
    after: int | None = None
    notice: int | None = None
    step: int | None = None
    together: tuple[str, ...] = ()
    enough: int | None = None
    need: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    at: str = ""


class Frame(NamedTuple):
    """The window to search, and the wider one to read, with the settings behind them."""

    settings: Settings
    own: ProposalSettings
    search: Period
    read: Period


class Subject(NamedTuple):
    """What is to be placed: an entry of the calendar (a loop is one), or something new.

    Its present time is free for it again where it `moves`.
    """

    title: str
    sessions: tuple[Occurrence, ...] = ()
    moves: bool = True

    @property
    def interview(self) -> Interview | None:
        return self.sessions[0].interview if self.sessions else None

    @property
    def period(self) -> Period | None:
        if not self.sessions:
            return None
        return Period(self.sessions[0].occupied.start, max(s.occupied.end for s in self.sessions))


class Meeting(NamedTuple):
    """A question that the proposals can answer; `theirs` is None where the recipient's clock is unknown."""

    subject: Subject
    wanted: Wanted
    ground: Ground
    terms: Terms
    step: int
    mine: Side
    theirs: Side | None
    who: str
    problems: tuple[Problem, ...]


def frame_of(request: ReadRequest) -> Frame:
    """The windows of a call: by default `horizon` days, and read far enough around them to know all neighbours."""
    settings = read_settings()
    own = section(settings, "proposals", ProposalSettings)
    zone = (
        zone_named(request.zone or settings.zone) if request.zone or settings.zone else local_zone() or ZoneInfo("UTC")
    )
    now = request.clock if request.now is None else parse_moment(request.now, "--now", zone)
    days = request.days
    if days is None and request.start is None and request.end is None:
        days = own.horizon
    search = parse_window(request.start, request.end, days, now, zone)
    if search.end <= now:
        raise UsageError(f"The days asked for are over ({search.end.astimezone(zone):%Y-%m-%d}); give a later --to.")
    around = Period(min(now, search.start), max(now + own.horizon * DAY, search.end))
    return Frame(settings, own, search, around.widened(2 * DAY, 2 * DAY))


def read_calendars(request: ReadRequest, frame: Frame) -> Situation:
    return gather(request, frame.read)


def subject_named(situation: Situation, ref: str) -> Subject:
    """What REF names among the entries that are not over; raises UsageError where it is not one."""
    from scheduler.app.find import find_occurrence

    known = situation.timeline
    ahead = tuple(o for o in known.occurrences if o.occupied.end > situation.now)
    return subject_of(situation, find_occurrence(Timeline(known.window, known.zone, ahead, known.loops), ref))


def subject_of(situation: Situation, occurrence: Occurrence) -> Subject:
    """An occurrence, or the loop that it belongs to; raises UsageError for what has no time of day."""
    if occurrence.all_day:
        raise UsageError(f"'{occurrence.summary}' is an entry for whole days; it has no time that could be moved.")
    for loop in situation.timeline.loops:
        if any(session.id == occurrence.id for session in loop.sessions):
            return Subject(loop.company, loop.sessions)
    return Subject(occurrence.summary, (occurrence,))


def meeting_of(situation: Situation, frame: Frame, subject: Subject, asked: Asked) -> Meeting:
    """The question for one subject; the user's plain entries are merged and nameless (see `with_names`)."""
    years = tuple(range(frame.search.start.year, frame.search.end.year + 1))
    sides = Sides(situation.settings, frame.own, situation.zone, years, cache_folder)
    wanted = _wanted(situation, frame.own, subject, asked)
    parties, pools, unread = _others(situation, sides, frame, subject, asked)
    me = _user(situation, sides, subject, wanted, asked)
    employer = _employer(sides, situation.settings, subject, asked)
    theirs = employer.side if employer is not None else None
    return Meeting(
        subject=subject,
        wanted=wanted,
        ground=Ground((me, *([employer] if employer is not None else []), *parties), pools, theirs),
        terms=_terms(situation, frame, asked),
        step=_step(frame.own.step if asked.step is None else asked.step),
        mine=me.side,
        theirs=theirs,
        who=employer.name if employer is not None else "",
        problems=(*situation.timeline.problems, *unread, *sides.notes),
    )


def _wanted(situation: Situation, own: ProposalSettings, subject: Subject, asked: Asked) -> Wanted:
    period = subject.period
    if asked.duration is not None:
        length = asked.duration * MINUTE
    elif period is not None:
        length = period.length
    else:
        raise UsageError("Say how long it takes, as --duration 60.")
    if not timedelta(0) < length <= DAY:
        raise UsageError(f"It would take {length // MINUTE} minutes; write --duration with minutes from 1 to 1440.")
    return Wanted(
        duration=length,
        needs=_needs(situation, own, subject, asked),
        current=period.start if period is not None else None,
        wanted=parse_moment(asked.at, "--at", situation.zone) if asked.at else None,
    )


def _needs(situation: Situation, own: ProposalSettings, subject: Subject, asked: Asked) -> Needs:
    """What the subject wants around it: an interview its buffers, another entry the usual buffer; options win."""
    limits = situation.settings.limits
    place = asked.place.casefold() or (place_of(subject.sessions[0]) if subject.sessions else None)
    interview = subject.interview
    if interview is None and not subject.sessions:
        interview = Interview(remote=True)
    if interview is not None:
        remote = False if asked.in_person else interview.remote
        needs = needs_of_interview(interview._replace(remote=remote), place, limits, own)
    else:
        buffer, in_person = limits.buffer * MINUTE, asked.in_person or place is not None
        needs = Needs(buffer, buffer, place or "", in_person)
    before = needs.before if asked.before is None else _buffer("--before", asked.before)
    after = needs.after if asked.after is None else _buffer("--after", asked.after)
    return needs._replace(before=before, after=after)


def _buffer(option: str, minutes: int) -> timedelta:
    if minutes < 0:
        raise UsageError(f"{option} {minutes}: a buffer cannot be negative; write 0 or more minutes.")
    return minutes * MINUTE


def with_names(situation: Situation, frame: Frame, meeting: Meeting) -> Meeting:
    """The same question with every entry of the user apart and by its name, to say what is in the way."""
    me, *rest = meeting.ground.parties
    if not me.taken:
        return meeting
    entries = _entries(situation, frame.own, meeting.subject, meeting.wanted, merged=False)
    return meeting._replace(ground=meeting.ground._replace(parties=(me._replace(taken=entries), *rest)))


def _user(situation: Situation, sides: Sides, subject: Subject, wanted: Wanted, asked: Asked) -> Party:
    """The user's own side; a coordinator who only brings others together needs no time for it."""
    takes_part = not (asked.need or asked.one_of) or any(_is_me(n) for text in asked.need for n in text.split(","))
    if not takes_part:
        return Party("", sides.always(situation.zone))
    per_day = situation.settings.limits.per_day if wanted.needs.kind == "interview" else None
    taken = _entries(situation, sides.own, subject, wanted, merged=True)
    return Party("", sides.user(), taken, per_day, days=days_in(situation.timeline, ""))


def _entries(
    situation: Situation, own: ProposalSettings, subject: Subject, wanted: Wanted, merged: bool
) -> tuple[Taken, ...]:
    needs = needs_in(situation.settings.limits, own, wanted.needs.in_person)
    without = _present(situation, subject) | _blocks_of(situation, subject) if subject.moves else set()
    taken = taken_in(situation.timeline, "", needs, without, merged)
    offers = open_offers(situation, _keys_of(subject))
    if not offers:
        return taken
    offered = (Taken(o.period, label=f"{_STAGES[o.stage]} {o.to}") for o in offers)
    return tuple(sorted((*taken, *offered), key=lambda t: t.period))


def _present(situation: Situation, subject: Subject) -> set[str]:
    """What stands in the calendars for it now, by somebody else's calendar too."""
    found = {session.id for session in subject.sessions}
    if any(session.owner for session in subject.sessions):
        keys = _keys_of(subject)
        found |= {o.id for o in situation.timeline.occurrences if keys.intersection(keys_of(o))}
    return found


def _keys_of(subject: Subject) -> set[str]:
    return {key for session in subject.sessions for key in keys_of(session)}


def _blocks_of(situation: Situation, subject: Subject) -> set[str]:
    """The user's own blocks around a subject (preparation, travel): they move along with it."""
    keys = _keys_of(subject)
    blocks = (o for o in situation.timeline.occurrences if o.uid.startswith(BLOCK))
    return {o.id for o in blocks if (o.event.component.value(FOR) or "").strip() in keys}


def _is_me(name: str) -> bool:
    return name.strip().casefold() == "me"


def _others(
    situation: Situation, sides: Sides, frame: Frame, subject: Subject, asked: Asked
) -> tuple[tuple[Party, ...], tuple[Pool, ...], list[Problem]]:
    """Those who must be free, those of whom some must be, and what could not be read of their calendars.

    Where nobody is named, those of the guests whose calendars are there.
    """
    named = bool(asked.together or asked.need or asked.one_of) or asked.enough is not None
    guests = () if named else _guests(situation, subject)
    if not named and not guests:
        return (), (), []
    from scheduler.app.others import Others

    moving = frozenset(_keys_of(subject)) if subject.moves else frozenset()
    others = Others(situation, sides, frame.read, moving)
    if guests:
        return others.guests(guests), (), others.problems
    together = tuple(others.source(text) for text in asked.together)
    pools = tuple(others.pool(text) for text in asked.one_of)
    if asked.enough is not None:
        if not 0 < asked.enough <= len(together):
            raise UsageError(f"--enough {asked.enough}: write how many of the {len(together)} --with are needed.")
        pools = (Pool(together, asked.enough), *pools)
        together = ()
    names = [name for text in asked.need for name in text.split(",") if name.strip() and not _is_me(name)]
    return (*(others.person(name) for name in names), *together), pools, others.problems


def _guests(situation: Situation, subject: Subject) -> tuple[str, ...]:
    """The addresses of the others who take part in what is to be placed, and have not declined."""
    people = [
        person
        for session in subject.sessions
        for person in (*session.event.attendees, *filter(None, (session.event.organizer,)))
        if person.partstat.upper() != "DECLINED" and person.role.upper() not in ("OPT-PARTICIPANT", "NON-PARTICIPANT")
    ]
    addresses = (person.address.casefold() for person in people if person.address)
    return tuple(dict.fromkeys(a for a in addresses if a not in situation.view.me))


def _employer(sides: Sides, settings: Settings, subject: Subject, asked: Asked) -> Party | None:
    """The employer on its own clock; None where its zone is unknown, for then nothing is known of its hours."""
    interview = subject.interview
    name = asked.company or ((interview.company or "") if interview else "")
    company = next((c for c in settings.companies if name and c.name.casefold() == name.casefold()), None)
    stated = (interview.employer_zone or "") if interview else ""
    zone = asked.their_zone or (company.zone if company else "") or stated
    if not zone:
        return None
    return Party(name or "the recipient", sides.employer(zone, company), needs=Needs())


def _terms(situation: Situation, frame: Frame, asked: Asked) -> Terms:
    limits = situation.settings.limits
    notice = limits.notice if asked.notice is None else asked.notice
    if notice < 0:
        raise UsageError(f"--notice {notice}: write 0 or more hours.")
    return Terms(
        now=situation.now,
        window=frame.search,
        notice=timedelta(hours=notice),
        buffers=_mode(frame.own.buffer_mode, situation.settings.path),
        travel=limits.travel * MINUTE,
    )


def _mode(text: str, path: str) -> BufferMode:
    if text == "max":
        return "max"
    if text == "sum":
        return "sum"
    raise SettingsError(f'{path}: [proposals] buffer_mode: write "max" or "sum", not "{text}".')


def _step(step: int) -> int:
    if step not in STEPS:
        raise UsageError(
            f"Starts every {step} minutes are not round; write 15, 30 or 60 (--step, or [proposals] step)."
        )
    return step
