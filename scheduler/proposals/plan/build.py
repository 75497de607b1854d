"""A timeline as a problem: what takes time, what of it may move, and to which starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from scheduler.findings.moves import LOCKED, fixed, flexible, private_to
from scheduler.findings.place import place_of, stated_travel
from scheduler.findings.terms import Terms as FindingTerms
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.proposals.ground import needs_of_interview
from scheduler.proposals.plan.meetings import Meeting, Standing, meetings_of
from scheduler.proposals.plan.model import (
    USER,
    Block,
    Candidate,
    Item,
    Kind,
    Level,
    PlanProblem,
    Terms,
    minute,
)  # fmt: skip
from scheduler.proposals.plan.promised import is_hold, with_holds
from scheduler.proposals.plan.starts import Starts
from scheduler.proposals.sides import Side
from scheduler.settings.core import Limits
from scheduler.settings.plan import PlanSettings
from scheduler.settings.proposals import ProposalSettings

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan is made with. `window` is to be cleared, `horizon` is where new times may lie.

    `terms` are those of the findings, so that both judge alike. `employers` by item key; `people` are the sides and
    daily limits of those whose calendars are read, by owner.
    """

    terms: FindingTerms
    window: Period
    horizon: Period
    limits: Limits
    own: ProposalSettings
    plan: PlanSettings
    order: tuple[Level, ...]
    user: Side
    employers: Mapping[str, Side] = field(default_factory=dict)
    people: Mapping[str, tuple[Side, int]] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)

    @property
    def now(self) -> datetime:
        return self.terms.now

    @property
    def notice(self) -> timedelta:
        return self.terms.notice


@dataclass(frozen=True, slots=True)
class Week:
    """A problem with the entries behind its items."""

    problem: PlanProblem
    meetings: Mapping[str, Meeting]
    standing: Standing = field(default_factory=Standing)


def week_of(timeline: Timeline, facts: Facts) -> tuple[Week, Starts]:
    """The problem of a timeline's window, with the starts that it was made with."""
    whole = [o.period for o in timeline.occurrences if o.all_day and o.busy != "free"]
    starts = Starts(facts.now, facts.notice, facts.horizon, facts.user, facts.people, facts.plan, whole)
    everything, standing = with_holds(meetings_of(timeline), facts.standing)
    facts = replace(facts, standing=standing)
    meetings = [m for m in everything if m.key not in standing.cancelled]
    items = tuple(_item(m, facts, starts) for m in meetings)
    caps = [(owner, limit) for owner, (_, limit) in sorted(facts.people.items()) if limit]
    if facts.limits.per_day:
        caps.append((USER, facts.limits.per_day))
    terms = Terms(
        order=facts.order,
        caps=tuple(caps),
        sum_buffers=facts.own.buffer_mode == "sum",
        every_pair=facts.terms.everything,
    )
    return Week(PlanProblem(items, terms), {m.key: m for m in meetings}, facts.standing), starts


def _item(meeting: Meeting, facts: Facts, starts: Starts) -> Item:
    head, key = meeting.head, meeting.key
    standing = facts.standing
    kind = _kind(meeting, facts)
    people = _disturbed(meeting.head, facts)
    fixed = _why_fixed(meeting, facts)
    blocks = _blocks(meeting, standing)
    before, after = _buffers(meeting, facts)
    company = facts.terms.company(head)
    name = (head.interview.company or "") if head.interview is not None else ""
    length = minute(meeting.period.end, up=True) - minute(meeting.period.start)
    candidates: Sequence[Candidate] = ()
    if not fixed:
        asked = facts.employers.get(key) if kind == "interview" else None
        candidates = starts.of(kind, meeting.period.start, length, meeting.people, asked)
        refused = {minute(t) for t in standing.refused.get(key, ())}
        candidates = [c for c in candidates if c.start not in refused]
    theirs = kind == "others" and not _mine(head, facts)
    return Item(
        key=key,
        kind=kind,
        blocks=blocks,
        length=length,
        people=meeting.people,
        place=place_of(head) or "",
        before=before,
        after=after,
        travel=_minutes(stated_travel(head) or facts.terms.travel),
        buffer_now=_minutes(facts.terms.buffer) if kind == "interview" else None,
        days=frozenset(starts.day(b.start) for b in blocks),
        candidates=tuple(candidates),
        offers=(2, min(3, max(2, facts.plan.alternatives))) if kind == "interview" else (1, 1),
        company=name,
        rank=company.rank if company is not None else 0,
        soft=kind != "interview" and head.busy == "tentative" and not is_hold(head),
        short_notice=kind != "own" and meeting.period.start < facts.now + facts.notice,
        last_resort=theirs and people >= facts.plan.many,
        disturbs=people if kind == "others" else 0,
        moved_before=standing.moved_before.get(name, 0) if name else 0,
        pinned=key in standing.offered,
        outside=_is_outside(meeting, facts),
        title=meeting.title,
        why_fixed=fixed,
    )


def _kind(meeting: Meeting, facts: Facts) -> Kind:
    if any(o.interview is not None for o, _ in meeting.sessions):
        return "interview"
    if flexible(meeting.head, facts.terms.rules) or not _disturbed(meeting.head, facts):
        return "own"
    return "others"


def _disturbed(o: Occurrence, facts: Facts) -> int:
    """How many other people an entry has."""
    people = {a.address or a.name for a in o.event.attendees if a.cutype in ("INDIVIDUAL", "GROUP", "UNKNOWN")}
    if o.event.organizer is not None:
        people.add(o.event.organizer.address or o.event.organizer.name)
    return len(people - facts.terms.me - {o.owner, ""})


def _mine(o: Occurrence, facts: Facts) -> bool:
    organizer = o.event.organizer
    return organizer is None or organizer.address in facts.terms.me


def _is_outside(meeting: Meeting, facts: Facts) -> bool:
    """It lies outside the window, or has begun."""
    start = meeting.period.start
    return start <= facts.now or not facts.window.start <= start < facts.window.end


def _why_fixed(meeting: Meeting, facts: Facts) -> str:
    """Why an entry may not move; "" where it may."""
    standing, key = facts.standing, meeting.key
    if key in standing.offered:
        return "its new times are offered and not answered yet"
    if key in standing.agreed:
        return "its time is agreed"
    if _is_outside(meeting, facts):
        return "it has begun" if meeting.period.start <= facts.now else "it lies outside the days of the plan"
    if private_to(meeting.head):
        return fixed(meeting.head, facts.terms.rules)
    if key in standing.freed:
        return ""
    if key in standing.kept:
        return LOCKED
    if why := next(filter(None, (fixed(o, facts.terms.rules) for o, _ in meeting.sessions)), ""):
        return why
    if any(is_hold(o) for o, _ in meeting.sessions):
        return "it holds a time that you promised"
    return ""


def _blocks(meeting: Meeting, standing: Standing) -> tuple[Block, ...]:
    place = place_of(meeting.head) or ""
    times: Iterable[Period] = standing.offered.get(meeting.key, ())
    if meeting.key in standing.agreed:
        times = (standing.agreed[meeting.key],)
    if times:
        return tuple(Block(minute(p.start), minute(p.end, up=True), meeting.people, place) for p in times)
    return tuple(
        Block(minute(o.occupied.start), minute(o.occupied.end, up=True), who, place_of(o) or "")
        for o, who in meeting.sessions
    )


def _buffers(meeting: Meeting, facts: Facts) -> tuple[int, int]:
    """Minutes that a new time leaves before and after; a loop wants what its first and its last session want."""
    first, last = meeting.head, meeting.sessions[-1][0]
    if first.interview is None:
        return 0, 0
    before = needs_of_interview(first.interview, "", facts.limits, facts.own).before
    after = needs_of_interview(last.interview or first.interview, "", facts.limits, facts.own).after
    return _minutes(before), _minutes(after)


def _minutes(length: timedelta) -> int:
    return -(-length // MINUTE)
