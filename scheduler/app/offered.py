"""The times that a message offers: the user's own, or the best that `propose` finds; never assumed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from scheduler.app.case import Case, when
from scheduler.app.meeting import Asked, frame_of, meeting_of, subject_of
from scheduler.app.open_offers import Offer, open_offers
from scheduler.app.read import ReadRequest
from scheduler.app.window import parse_moment
from scheduler.errors import UsageError
from scheduler.holds.entries import keys_of
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.proposals.slots import propose

FEWEST = 2


def alternatives(request: ReadRequest, case: Case, count: int) -> tuple[tuple[Period, ...], tuple[str, ...]]:
    """Two or three times that fit, best first; none, with a sentence, where there are not two of them."""
    if not FEWEST <= count <= 3:
        raise UsageError(f"--count {count}: a message offers 2 or 3 times.")
    frame = frame_of(request._replace(start=None, end=None, days=None))
    meeting = meeting_of(case.situation, frame, subject_of(case.situation, case.occurrence), Asked())
    found = propose(meeting.wanted, meeting.ground, meeting.terms, count, meeting.step)
    if len(found) < FEWEST:
        return (), (
            "Two times that fit were not found, so the message asks them to propose some. "
            f"`interviews propose {case.occurrence.id}` says what is in the way; --slot gives your own.",
        )
    return tuple(sorted(p.period for p in found)), ()


def checked_slots(case: Case, texts: tuple[str, ...]) -> tuple[tuple[Period, ...], tuple[str, ...]]:
    """The user's own times, each as long as the interview, and which of them stand in drafts to others, too.

    Raises UsageError for one that she cannot keep.
    """
    found = tuple(dict.fromkeys(slot(text, case) for text in texts))
    own = {key for s in case.sessions for key in keys_of(s)}
    offers = open_offers(case.situation, own)
    notes: list[str] = []
    for period in found:
        if period.start <= case.situation.now:
            raise UsageError(f"--slot {when(period, case.situation.zone)} has passed.")
        taken = [o for o in in_the_way(case, period) if o.busy == "busy"]
        if taken:
            names = " and ".join(f"'{o.summary}'" for o in taken[:2])
            raise UsageError(f"--slot {when(period, case.situation.zone)} is not free: {names} stands there.")
        for offer in offers:
            if offer.period.overlaps(period):
                sentence = f"{when(period, case.situation.zone)} {_promised(offer)}"
                if offer.stage != "draft":
                    raise UsageError(f"--slot {sentence}")
                notes.append(sentence)
    return found, tuple(dict.fromkeys(notes))


def _promised(offer: Offer) -> str:
    match offer.stage:
        case "draft":
            return f"stands in a draft to {offer.to}, which has not left; drop one of the two (`interviews outbox`)."
        case "approved":
            return (
                f"stands in a message to {offer.to} that you approved. Choose another time, or drop that message "
                "(`interviews outbox`)."
            )
        case "offered":
            return (
                f"is offered to {offer.to} already, who may still take it. "
                "Choose another time, or take that offer back (`interviews outbox`)."
            )
        case "agreed":
            return f"is agreed with {offer.to}, though the interview does not stand there yet. Choose another time."
        case _:
            assert_never(offer.stage)


def slot(text: str, case: Case, option: str = "--slot") -> Period:
    """A time as written: its start, or START/END as ISO 8601 has intervals; else as long as the interview is now."""
    begin, slash, end = text.partition("/")
    start = moment_of(begin, case.situation.zone, option)
    if not slash:
        return Period(start, start + (case.about.period.length or timedelta(hours=1)))
    if "T" not in end and ":" in end:
        end = f"{start.astimezone(case.situation.zone):%Y-%m-%d}T{end}"
    stop = moment_of(end, case.situation.zone, option)
    if stop <= start:
        raise UsageError(f"{option} '{text}' ends before it begins.")
    return Period(start, stop)


def moment_of(text: str, zone: ZoneInfo, option: str) -> datetime:
    """A time of day; raises UsageError for a bare date, since a time is never assumed."""
    if len(text.strip()) <= len("2027-03-08"):
        raise UsageError(f"{option} '{text}': give the time, too, as 2027-03-08T14:00 (or 2027-03-08T14:00+01:00).")
    return parse_moment(text, option, zone)


def in_the_way(case: Case, period: Period) -> list[Occurrence]:
    """The user's own entries that take time within a period, the case's own left out."""
    own = {s.key for s in case.sessions}
    return [
        o
        for o in case.situation.timeline.occurrences
        if o.key not in own and o.owner == "" and o.busy != "free" and o.occupied.overlaps(period)
    ]
