"""How much notice is left before an interview, and how the employer is reached (E10-E15)."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.findings.hours import employer_hours, last_working_moment
from scheduler.findings.terms import Terms
from scheduler.model.finding import Channel, Notice
from scheduler.model.occurrence import Occurrence


class Notices:
    """The notice of each interview, worked out once: it stands in many findings."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._known: dict[str, Notice] = {}

    def of(self, o: Occurrence) -> Notice:
        found = self._known.get(o.key)
        if found is None:
            found = self._known[o.key] = notice_for(o, self._terms)
        return found


def notice_for(o: Occurrence, terms: Terms) -> Notice:
    """Time left until the interview starts; the last moments are in the past where it is too late for them."""
    left = o.period.start - terms.now
    last = o.period.start - terms.notice
    zone = terms.zone
    if o.interview is not None and o.interview.employer_zone:
        zone = ZoneInfo(o.interview.employer_zone)
    hours = employer_hours(terms.company(o))
    return Notice(
        round(left.total_seconds() / 3600, 2), _channel(o, terms), last, last_working_moment(last, hours, zone)
    )


class Until(NamedTuple):
    """Until when to act: `by`, and at the latest `last`; `missed` is the last working moment where it has passed."""

    by: datetime
    last: datetime
    missed: datetime | None


def until(notice: Notice, now: datetime) -> Until:
    """The last working moment; where that has passed, the last moment at all."""
    working, last = notice.working_moment, notice.last_moment
    if working is None or working > now:
        return Until(working or last, last, None)
    return Until(last, last, working)


def _channel(o: Occurrence, terms: Terms) -> Channel:
    """E11: in writing while the notice floor is kept, by telephone below it; E15: an apology once it has begun."""
    left = o.period.start - terms.now
    if left.total_seconds() <= 0:
        return "apologise"
    return "email" if left >= terms.notice else "phone"
