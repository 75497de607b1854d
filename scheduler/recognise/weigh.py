"""All reasons for and against taking an event for an interview of the user's, and their sum."""

from __future__ import annotations

from math import exp

from scheduler.model.interview import Signal
from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.people_weighed import people_weighed
from scheduler.recognise.phrasing import phrasing
from scheduler.recognise.services import HIRING
from scheduler.recognise.text import words
from scheduler.recognise.view import View
from scheduler.recognise.words_against import words_against
from scheduler.recognise.words_for import words_for

# The sum from which an event is taken for an interview: one plain word for it in the title is just enough.
THRESHOLD = 3.0


def weigh(view: View) -> list[Signal]:
    """All signals of an event, in the order in which they are read."""
    signals = [*words_for(view), *people_weighed(view), *_links(view), *_shape(view)]
    return [*signals, *words_against(view), *phrasing(view)]


def total(signals: list[Signal]) -> float:
    return sum(s.weight for s in signals)


def score_of(weight: float) -> float:
    """Between 0 and 1; 0.5 is the threshold."""
    bounded = max(-30.0, min(30.0, weight - THRESHOLD))
    return round(1 / (1 + exp(-bounded)), 3)


def _links(view: View) -> list[Signal]:
    signals = []
    uses = {link.use: link for link in reversed(view.links)}
    if "interviewer" in uses:
        signals.append(Signal("link for interviewers", -9.0, uses["interviewer"].domain))
    elif any(link.domain in HIRING for link in view.links if link.use in ("candidate", "reschedule", "cancel")):
        signals.append(Signal("link of a hiring service for candidates", 2.0, _service_of(view)))
    elif "job_ad" in uses:
        signals.append(Signal("link to a job ad", 1.2, uses["job_ad"].domain))
    if "test" in uses:
        signals.append(Signal("link to a coding test", 1.2, uses["test"].domain))
    if "join" in uses or view.event.component.first("X-GOOGLE-CONFERENCE") is not None:
        signals.append(Signal("meeting link", 0.2, uses["join"].domain if "join" in uses else "meet.google.com"))
    return signals


def _service_of(view: View) -> str:
    return next(link.domain for link in view.links if link.domain in HIRING)


def _shape(view: View) -> list[Signal]:
    event = view.event
    signals = []
    if event.start.is_date:
        signals.append(Signal("all day", -0.2, "no time of day"))
    elif (minutes := _minutes(view)) is not None:
        if 15 <= minutes <= 120:
            signals.append(Signal("length", 0.2, f"{minutes} min"))
        elif minutes > 600:
            signals.append(Signal("length", -0.8, f"{minutes} min"))
    if event.component.first("RRULE") is not None:
        signals.append(Signal("repeats", -2.5, "RRULE"))
    if event.status == "TENTATIVE" and view.cast.noted:
        signals.append(Signal("entered as tentative", -0.8, "STATUS:TENTATIVE"))
    for category in event.categories[:10]:
        meanings = {h.meaning for h in lexicon().find(words(category[:100]))}
        if meanings & {"interview", "job", "recruiting"}:
            signals.append(Signal("category", 2.5, category[:60]))
            break
    return signals


def _minutes(view: View) -> int | None:
    event = view.event
    if event.duration is not None:
        return event.duration.days * 24 * 60 + event.duration.seconds // 60
    if event.end is None or event.end.zone is not event.start.zone:
        return None
    return int((event.end.wall - event.start.wall).total_seconds() // 60)
