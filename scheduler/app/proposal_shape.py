"""The JSON of `propose` (docs/schema/propose.schema.json); for the user, not for others: it has reasons."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from scheduler.app.meeting import Meeting
from scheduler.app.propose import Answer
from scheduler.app.shape import problem_json
from scheduler.model.time import Period
from scheduler.proposals.costs import Cost
from scheduler.proposals.sides import Side
from scheduler.proposals.slots import Proposal

if TYPE_CHECKING:
    from scheduler.proposals.explain import DayReport, Explanation

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    meeting = answer.meeting
    return {
        "subject": _subject(meeting),
        "minutes": int(meeting.wanted.duration.total_seconds() // 60),
        "zone": meeting.mine.zone.key,
        "recipient_zone": None if meeting.theirs is None else meeting.theirs.zone.key,
        "window": {
            "start": _moment(meeting.terms.window.start, meeting.mine),
            "end": _moment(meeting.terms.window.end, meeting.mine),
        },
        "proposals": [_proposal(n, p, meeting) for n, p in enumerate(answer.proposals, 1)],
        "explanation": None if answer.explanation is None else _explanation(answer.explanation, meeting),
        "blocked": [_day(day) for day in answer.blocked],
        "problems": [problem_json(p) for p in meeting.problems],
    }


def _subject(meeting: Meeting) -> Json:
    subject, period = meeting.subject, meeting.subject.period
    interview = subject.interview
    return {
        "ids": [s.id for s in subject.sessions],
        "uids": [s.uid for s in subject.sessions],
        "title": subject.title,
        "company": None if interview is None else interview.company,
        "start": None if period is None else _moment(period.start, meeting.mine),
        "end": None if period is None else _moment(period.end, meeting.mine),
    }


def _proposal(number: int, proposal: Proposal, meeting: Meeting) -> Json:
    return {
        "slot": number,
        **_both(proposal.period, meeting),
        "points": proposal.points,
        "reasons": list(proposal.reasons),
        "costs": [_cost(c) for c in proposal.costs],
    }


def _both(period: Period, meeting: Meeting) -> Json:
    theirs = meeting.theirs
    there = None
    if theirs is not None:
        there = {
            "start": _moment(period.start, theirs),
            "end": _moment(period.end, theirs),
            "zone": theirs.zone_at(period.start).key,
        }
    return {
        "start": _moment(period.start, meeting.mine),
        "end": _moment(period.end, meeting.mine),
        "zone": meeting.mine.zone_at(period.start).key,
        "recipient": there,
    }


def _cost(cost: Cost) -> Json:
    return {"kind": cost.kind, "points": cost.points, "text": cost.text}


def _explanation(explanation: Explanation, meeting: Meeting) -> Json:
    return {
        **_both(explanation.period, meeting),
        "possible": not explanation.obstacles,
        "obstacles": [{"kind": o.kind, "who": o.who or None, "text": o.text} for o in explanation.obstacles],
        "costs": [_cost(c) for c in explanation.costs],
    }


def _day(report: DayReport) -> Json:
    return {"day": report.day.isoformat(), "blocked": list(report.blocked), "ways": list(report.ways)}


def _moment(instant: datetime, side: Side) -> str:
    return side.local(instant).isoformat(timespec="seconds")
