"""`interviews decide`: the three questions answered, against what the calendars say; advice, nothing else (E8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from scheduler.app.alter import must_concern_others
from scheduler.app.case import Case, case_of, named_span, situation_of
from scheduler.app.read import ReadRequest
from scheduler.app.scan import Flags, scan_terms
from scheduler.decide.channel import Channel, Deadline, channel, deadline
from scheduler.decide.course import Advice, Answers, decide
from scheduler.findings.find import find
from scheduler.findings.moves import Side, moves_first
from scheduler.findings.notice import notice_for
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence
from scheduler.model.timeline import Timeline

_AROUND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """What the calendars say before anybody is asked: with what the interview collides.

    What of it could move, and what stays where it is, so that the interview would have to move.
    """

    case: Case
    collides: tuple[str, ...]
    movable: tuple[str, ...]
    staying: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The advice, how to reach the employer and by when; `commands` are what carries it out."""

    known: Known
    answers: Answers
    advice: Advice
    channel: Channel
    deadline: Deadline
    commands: tuple[str, ...]


def look(request: ReadRequest, ref: str) -> Known:
    """The interview that REF names, with its collisions; raises UsageError for what is none."""
    case = case_of(situation_of(request), ref, "ahead")
    must_concern_others(case.occurrence, case.situation)
    found = [f for f in _findings(case) if f.kind in ("overlap", "tight")]
    own = {s.key: s for s in case.sessions}
    others = {o.key: o for f in found for o in f.events if o.key not in own}
    movable, staying = _judged(found, own, case)
    collides = tuple(named_span(o, case.situation.zone) for o in others.values())
    return Known(case, collides, tuple(movable.values()), tuple(staying.values()))


def _judged(found: list[Finding], own: dict[str, Occurrence], case: Case) -> tuple[dict[str, str], dict[str, str]]:
    """Of all that it collides with, by key: what moves before the interview does, and what does not.

    A finding of several entries names one mover; each of the others is a collision with the interview as well.
    """
    terms, zone = scan_terms(case.situation, Flags()), case.situation.zone
    movable: dict[str, str] = {}
    staying: dict[str, str] = {}
    for finding in found:
        mine = next(o for o in finding.events if o.key in own)
        for other in (o for o in finding.events if o.key not in own and finding.severity != "info"):
            move = moves_first((Side(mine, terms), Side(other, terms)), terms)
            if move is not None and move.occurrence is other:
                movable[other.key] = f"{named_span(other, zone)}: {move.reason.removesuffix(' (E1)')}"
            else:
                why = "your settings lock both" if move is None else f"this one moves first ({move.reason})"
                staying[other.key] = f"{named_span(other, zone)}: {why}"
    return movable, staying


def _findings(case: Case) -> list[Finding]:
    situation = case.situation
    near = case.about.period.widened(_AROUND, _AROUND)
    known = situation.timeline
    entries = tuple(o for o in known.occurrences if o.occupied.overlaps(near))
    keys = {o.key for o in entries}
    loops = tuple(x for x in known.loops if all(s.key in keys for s in x.sessions))
    own = {s.key for s in case.sessions}
    timeline = Timeline(near, known.zone, entries, loops)
    return [f for f in find(timeline, scan_terms(situation, Flags())) if any(o.key in own for o in f.events)]


def advise(known: Known, answers: Answers, *, emergency: bool = False, platform: bool = False) -> Decided:
    """The course that the rules suggest, with the channel and the deadline."""
    case = known.case
    notice = notice_for(case.occurrence, scan_terms(case.situation, Flags()))
    advice = decide(answers)
    return Decided(
        known,
        answers,
        advice,
        channel(case.notice_hours, emergency=emergency or answers.why == "emergency", platform=platform),
        deadline(case.situation.now, case.about.period.start, notice.working_moment),
        _commands(case, answers, advice),
    )


def _commands(case: Case, answers: Answers, advice: Advice) -> tuple[str, ...]:
    """What to call next; the user decides (E8)."""
    from scheduler.app.reason import spelled

    ref = case.occurrence.id
    if case.notice_hours <= 0:
        return (f"interviews apologise {ref}",)
    reason = f" --reason {spelled(answers.why)}"
    match advice.course:
        case "keep":
            return ("interviews plan",) if answers.why == "collision" else ()
        case "reschedule":
            return (f"interviews reschedule {ref}{reason}",)
        case "withdraw":
            return (f"interviews withdraw {ref}{reason}",)
        case "pause":
            return (f"interviews pause {ref} --until DATE{reason}",)
        case "think":
            return ()
