"""The starts that clocks and holidays allow, and what each costs; what other entries say is the solver's business."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from scheduler.model.time import Period
from scheduler.proposals.costs import Weights, cost
from scheduler.proposals.grid import starts
from scheduler.proposals.openings import Openings
from scheduler.proposals.plan.model import USER, Candidate, Kind, instant, minute
from scheduler.proposals.rules import Ground, Party, Terms, Wanted
from scheduler.proposals.sides import Clock, Side
from scheduler.settings.plan import PlanSettings

ALL_DAY = 60  # points for a day on which an all-day entry lies
WEIGHTS = Weights(distance=0)  # the distance is a level of its own
NOTHING = timedelta(0)


class Starts:
    """Starts for the items of one plan, worked out once for all items of the same length and the same people."""

    def __init__(
        self,
        now: datetime,
        notice: timedelta,
        horizon: Period,
        user: Side,
        people: Mapping[str, tuple[Side, int]],
        plan: PlanSettings,
        whole_days: Sequence[Period],
    ) -> None:
        self.now, self.notice, self.horizon = now, notice, horizon
        self.user, self.people, self.plan = user, people, plan
        self.whole_days = whole_days
        hours = (Clock(*plan.own_hours),)
        self.free_time = Side(user.zone, (hours,) * 7, protected=user.protected, away=user.away)
        self._known: dict[object, list[Candidate]] = {}

    def day(self, minutes: int) -> int:
        """The user's date at a minute, as a number."""
        return self.user.local(instant(minutes)).date().toordinal()

    def of(
        self, kind: Kind, current: datetime, length: int, people: frozenset[str], employer: Side | None
    ) -> list[Candidate]:
        """All starts within reach of where a thing is now, in order."""
        reach = timedelta(days=self.plan.own_reach if kind == "own" else self.plan.reach)
        found = self.anywhere(kind, length, people, employer)
        first = bisect_left(found, minute(current - reach), key=lambda c: c.start)
        last = bisect_left(found, minute(current + reach) + 1, key=lambda c: c.start)
        return found[first:last]

    def anywhere(
        self, kind: Kind, length: int, people: frozenset[str], employer: Side | None = None
    ) -> list[Candidate]:
        """All starts in the horizon, in order."""
        key = (kind == "own", length, people, id(employer))
        if key not in self._known:
            self._known[key] = self._all(kind, length, people, employer)
        return self._known[key]

    def _all(self, kind: Kind, length: int, people: frozenset[str], employer: Side | None) -> list[Candidate]:
        own = kind == "own"
        sides = [("", self.free_time if own else self.user)] if USER in people else []
        sides += [(p, self.people[p][0]) for p in sorted(people) if p in self.people]
        parties = [Party(name, side) for name, side in sides]
        if employer is not None:
            parties.append(Party("the employer", employer))
        ground = Ground(tuple(parties) or (Party("", self.user),), (), employer)
        wanted = Wanted(timedelta(minutes=length))
        terms = Terms(self.now, self.horizon, NOTHING if own else self.notice)
        stretches = Openings(wanted, ground, terms).between(terms.earliest, self.horizon.end)
        return [self._candidate(at, wanted, ground, terms) for at in starts(stretches, ground.reader, self.plan.step)]

    def _candidate(self, at: datetime, wanted: Wanted, ground: Ground, terms: Terms) -> Candidate:
        costs = cost(at, wanted, ground, terms, WEIGHTS)
        points, reasons = sum(c.points for c in costs), [c.text for c in costs]
        period = wanted.at(at)
        if any(whole.overlaps(period) for whole in self.whole_days):
            points += ALL_DAY
            reasons.append("an all-day entry lies on that day")
        return Candidate(minute(at), points, self._date(at).toordinal(), None, tuple(reasons))

    def _date(self, at: datetime) -> date:
        return self.user.local(at).date()
