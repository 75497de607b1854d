"""Occurrences: events at definite instants, with what the owner's calendar says about them."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from scheduler.model.event import Event
from scheduler.model.interview import Interview
from scheduler.model.time import Period

Busy = Literal["busy", "tentative", "free"]
# (join link, phone number), as far as an entry names them.
Joining = tuple[str | None, str | None]


class Occurrence(NamedTuple):
    """One instance of an event.

    `period` is in UTC and follows RFC 5545, also where that means no length. `occupied` is what counts as busy time:
    the period, or the period with an assumed end. `first`/`last` are the dates of an all-day entry (`last` exclusive),
    else None. `recurrence_id` is the RECURRENCE-ID of the instance as iCalendar text, None for single events. `copies`
    are other entries that were found to be the same interview; they are not listed by themselves. `joining` says
    where it is joined, interview or not.
    """

    id: str
    event: Event
    period: Period
    occupied: Period
    busy: Busy
    recurrence_id: str | None = None
    all_day: bool = False
    first: date | None = None
    last: date | None = None
    interview: Interview | None = None
    key: str = ""
    copies: tuple["Occurrence", ...] = ()
    joining: Joining = (None, None)

    @property
    def uid(self) -> str:
        return self.event.uid

    @property
    def owner(self) -> str:
        return self.event.calendar.owner

    @property
    def summary(self) -> str:
        return self.event.summary

    @property
    def cancelled(self) -> bool:
        return self.event.status == "CANCELLED"

    @property
    def assumed_end(self) -> datetime | None:
        return self.occupied.end if self.occupied.end != self.period.end else None


class Loop(NamedTuple):
    """Sessions of one company that follow each other on one day: one interview for buffers, cap and moves."""

    company: str
    sessions: tuple[Occurrence, ...]

    @property
    def period(self) -> Period:
        return Period(self.sessions[0].occupied.start, max(s.occupied.end for s in self.sessions))
