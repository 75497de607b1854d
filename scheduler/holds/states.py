"""How a hold stands, from nothing but the calendars: so that an interrupted command leaves nothing half true."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from scheduler.holds.entries import is_hold, keys_of
from scheduler.holds.hold import Hold
from scheduler.model.marks import HOLD, HOLD_AGREED, HOLD_UNTIL, marked_start, moment
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.timeline import Timeline

# standing: offered, unanswered. agreed: waits for the organizer's invitation. expired: its date has passed.
# given_up: another time of its request was agreed. arrived: the interview now stands there itself.
State = Literal["standing", "agreed", "expired", "given_up", "arrived"]
KEEPS: frozenset[State] = frozenset({"standing", "agreed"})


class Interviews(NamedTuple):
    """Where interviews are, as far as holds must know: starts by request, and by company for those booked anew."""

    starts: Mapping[str, frozenset[datetime]]
    companies: Mapping[str, str]
    by_company: Mapping[str, frozenset[datetime]]

    def stands_at(self, hold: Hold) -> bool:
        """The interview was moved to the time of the hold; also as a new entry of the same company.

        Scheduling services cancel the old entry and invite anew under another UID.
        """
        if hold.period.start == hold.of:
            return False
        if hold.period.start in self.starts.get(hold.key, ()):
            return True
        company = self.companies.get(hold.key, "")
        return bool(company) and hold.period.start in self.by_company.get(company, ())


def interviews_in(occurrences: Iterable[Occurrence], holds: Collection[Hold]) -> Interviews:
    """What of a timeline concerns these holds; keys are reckoned only where they can matter."""
    keys = {h.key for h in holds}
    moments = {h.period.start for h in holds}
    starts: dict[str, set[datetime]] = {}
    companies: dict[str, str] = {}
    by_company: dict[str, set[datetime]] = {}
    for o in occurrences:
        start = o.period.start
        if (o.interview is None and start not in moments) or o.owner or is_hold(o):
            continue
        company = ((o.interview.company or "") if o.interview is not None else "").casefold()
        if company and not o.cancelled:
            by_company.setdefault(company, set()).add(start)
        for key in keys.intersection(keys_of(o)):
            if company:
                companies[key] = company
            if not o.cancelled:
                starts.setdefault(key, set()).add(start)
    return Interviews(_frozen(starts), companies, _frozen(by_company))


def _frozen(sets: Mapping[str, set[datetime]]) -> dict[str, frozenset[datetime]]:
    return {k: frozenset(v) for k, v in sets.items()}


def state_of(hold: Hold, holds: Iterable[Hold], interviews: Interviews, now: datetime) -> State:
    """How one of `holds` stands."""
    if hold.expired(now):
        return "expired"
    if interviews.stands_at(hold):
        return "arrived"
    others = (h.agreed for h in holds if h.key == hold.key and h.uid != hold.uid and not h.expired(now))
    latest = max((a for a in others if a is not None), default=None)
    if hold.agreed is not None:
        return "given_up" if latest is not None and latest > hold.agreed else "agreed"
    return "standing" if latest is None else "given_up"


def hold_in(occurrence: Occurrence) -> Hold:
    """The hold that an occurrence is; only where `is_hold`."""
    component = occurrence.event.component
    line = component.first(HOLD)
    assert line is not None
    return Hold(
        occurrence.uid,
        line.value.strip(),
        occurrence.period,
        moment(component.value(HOLD_UNTIL)),
        moment(component.value(HOLD_AGREED)),
        marked_start(line),
    )


def freed(timeline: Timeline, now: datetime) -> Timeline:
    """The timeline in which holds that no longer stand take no time; a note says so."""
    found = [(o, hold_in(o)) for o in timeline.occurrences if is_hold(o) and not o.owner]
    if not found:
        return timeline
    holds = [h for _, h in found]
    interviews = interviews_in(timeline.occurrences, holds)
    spent = {o.key: s for o, h in found if (s := state_of(h, holds, interviews, now)) not in KEEPS}
    if not spent:
        return timeline
    kept = tuple(o._replace(busy="free") if o.key in spent else o for o in timeline.occurrences)
    return timeline._replace(occurrences=kept, problems=(*timeline.problems, *_notes(spent.values())))


def without_own(timeline: Timeline, keys: Iterable[str]) -> Timeline:
    """The timeline in which the holds of these requests take no time: for a second look at what they hold."""
    own = frozenset(keys)
    kept = tuple(o._replace(busy="free") if is_hold(o) and hold_in(o).key in own else o for o in timeline.occurrences)
    return timeline._replace(occurrences=kept)


def held_for(timeline: Timeline, occurrence: Occurrence, now: datetime) -> tuple[Hold, ...]:
    """The holds of an interview that still keep their time, in the order of their times."""
    keys = frozenset(keys_of(occurrence))
    holds = [hold_in(o) for o in timeline.occurrences if is_hold(o) and not o.owner]
    interviews = interviews_in(timeline.occurrences, holds)
    own = (h for h in holds if h.key in keys and state_of(h, holds, interviews, now) in KEEPS)
    return tuple(sorted(own, key=lambda h: h.period))


_WORDS: dict[State, tuple[str, str]] = {
    "expired": ("expired", "`interviews release --expired` removes {}"),
    "given_up": ("given up, since another time was agreed", "`interviews settle` removes {}"),
    "arrived": ("answered: the interview stands there by now", "`interviews settle` removes {}"),
}


def _notes(states: Iterable[State]) -> list[Problem]:
    found = list(states)
    notes = []
    for state, (what, how) in _WORDS.items():
        if count := found.count(state):
            holds, them = ("A hold is", "it") if count == 1 else (f"{count} holds are", "them")
            notes.append(Problem("info", f"{holds} {what}, and no longer counted; {how.format(them)}."))
    return notes
