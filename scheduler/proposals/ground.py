"""What a calendar leaves free: occurrences and free/busy answers as the entries that the rules know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime

from scheduler.findings.place import place_of, stated_travel
from scheduler.model.freebusy import FreeBusy, Hardness
from scheduler.model.interview import Interview
from scheduler.model.marks import HOLD
from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.proposals.rules import MINUTE, PLAIN, Needs, Party, Taken
from scheduler.proposals.sides import Side
from scheduler.settings.core import Limits
from scheduler.settings.proposals import ProposalSettings

NeedsOf = Callable[[Occurrence], Needs]


def needs_of_interview(interview: Interview, place: str | None, limits: Limits, own: ProposalSettings) -> Needs:
    """What an interview wants around it: the buffers of its kind, and before it at least the time to prepare.

    `place` is where people meet in person, None where they do not or where nobody says.
    """
    before = after = limits.buffer
    in_person = place is not None or interview.remote is False
    words = ("in-person" if in_person else "remote" if interview.remote else "", interview.kind)
    for word in words:
        for setting in own.buffers:
            if setting.kind == word:
                before, after = setting.before, setting.after
    return Needs(
        before=max(before, limits.preparation) * MINUTE,
        after=after * MINUTE,
        place=place or "",
        in_person=in_person,
        kind="interview",
    )


def needs_in(limits: Limits, own: ProposalSettings, places: bool) -> NeedsOf:
    """What occurrences want around them; equal needs are one object. Without `places` other entries have none."""
    known: dict[Needs, Needs] = {PLAIN: PLAIN}

    def needs(occurrence: Occurrence) -> Needs:
        if occurrence.interview is None and not places:
            return PLAIN
        place = place_of(occurrence)
        found = Needs(place=place or "", in_person=place is not None)
        if occurrence.interview is not None:
            found = needs_of_interview(occurrence.interview, place, limits, own)
        if found.in_person:
            found = found._replace(travel=stated_travel(occurrence))
        return known.setdefault(found, found)

    return needs


def taken_in(
    timeline: Timeline, owner: str, needs: NeedsOf, without: Collection[str] = (), merged: bool = False
) -> tuple[Taken, ...]:
    """What takes an owner's time, sorted; `without` are the identifiers of occurrences that are to move.

    A loop is one entry from its first session to its last. With `merged`, plain entries that overlap or touch are
    one entry without a name: enough to find free times, not enough to say what is in the way.
    """
    loops = {session.id: loop for loop in timeline.loops for session in loop.sessions}
    found: list[Taken] = []
    plain: list[Period] = []
    for occurrence in timeline.occurrences:
        event = occurrence.event
        if occurrence.busy == "free" or event.calendar.owner != owner or occurrence.id in without:
            continue
        if occurrence.id in loops:
            loop = loops[occurrence.id]
            sessions = tuple(s for s in loop.sessions if s.busy != "free" and s.id not in without)
            if sessions[0].id == occurrence.id:
                found.append(_loop(Loop(loop.company, sessions), needs))
            continue
        around, hardness = needs(occurrence), _hardness(occurrence)
        if merged and around is PLAIN and hardness == "busy":
            plain.append(occurrence.occupied)
        else:
            found.append(Taken(occurrence.occupied, around, hardness, event.summary))
    found += (Taken(period) for period in _joined(plain))
    return tuple(sorted(found, key=lambda t: (t.period.start, t.period.end, t.label)))


def days_in(timeline: Timeline, owner: str) -> tuple[Taken, ...]:
    """An owner's all-day entries that are marked as free, as trips often are; what recurs (birthdays) is none."""
    return tuple(
        Taken(o.occupied, label=o.summary)
        for o in timeline.occurrences
        if o.all_day and o.busy == "free" and o.owner == owner and not o.cancelled and o.recurrence_id is None
    )


def _hardness(occurrence: Occurrence) -> Hardness:
    """A hold is promised to somebody until it is answered, so it is as good as taken (E36)."""
    if occurrence.busy == "tentative" and occurrence.event.component.first(HOLD) is None:
        return "tentative"
    return "busy"


def _loop(loop: Loop, needs: NeedsOf) -> Taken:
    """A loop wants 'before' and the way there of its first session, and 'after' of its last."""
    first, last = needs(loop.sessions[0]), needs(loop.sessions[-1])
    around = Needs(first.before, last.after, first.place, first.in_person, first.travel, first.kind)
    firm = any(_hardness(s) == "busy" for s in loop.sessions)
    return Taken(loop.period, around, "busy" if firm else "tentative", loop.company)


def _joined(periods: list[Period]) -> Iterator[Period]:
    periods.sort(key=lambda p: p.start)
    start: datetime | None = None
    end: datetime | None = None
    for period in periods:
        if start is None or end is None:
            start, end = period.start, period.end
        elif period.start > end or period.start == period.end == end:
            yield Period(start, end)
            start, end = period.start, period.end
        elif period.end > end:
            end = period.end
    if start is not None and end is not None:
        yield Period(start, end)


def party_of_freebusy(name: str, answers: Iterable[FreeBusy], side: Side) -> Party:
    """Somebody of whom only free/busy is known: several answers together are known where all of them are."""
    answers = tuple(answers)
    taken = tuple(sorted({Taken(b.period, PLAIN, b.hardness) for a in answers for b in a.busy}, key=lambda t: t.period))
    start = max(a.window.start for a in answers)
    end = min(a.window.end for a in answers)
    return Party(name, side, taken, needs=PLAIN, known=Period(start, max(start, end)))
