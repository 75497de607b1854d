"""`interviews propose`: times to offer for one interview, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from scheduler.app.meeting import (
    Asked,
    Meeting,
    Subject,
    frame_of,
    meeting_of,
    read_calendars,
    subject_named,
    with_names,
)
from scheduler.app.read import ReadRequest
from scheduler.app.window import parse_moment
from scheduler.errors import UsageError
from scheduler.proposals.slots import Proposal, propose

if TYPE_CHECKING:
    from scheduler.proposals.explain import DayReport, Explanation

MOST = 20


@dataclass(frozen=True, slots=True)
class ProposeRequest:
    """What `propose` was asked; `ref` names an entry, or `new` something that does not stand in a calendar yet."""

    read: ReadRequest
    ref: str = ""
    new: str = ""
    count: int | None = None
    explain: str = ""
    asked: Asked = field(default_factory=Asked)


@dataclass(frozen=True, slots=True)
class Answer:
    """Proposals, best first; without any the days and what blocked them.

    `explanation` is of the time that the user asked about, or asked for and cannot have.
    """

    meeting: Meeting
    proposals: tuple[Proposal, ...] = ()
    explanation: Explanation | None = None
    blocked: tuple[DayReport, ...] = ()

    @property
    def status(self) -> int:
        """0 a time was found (or the one asked about is possible), 1 none, 3 something could not be read."""
        if any(p.severity == "error" for p in self.meeting.problems):
            return 3
        possible = self.explanation is not None and not self.explanation.obstacles
        return 0 if self.proposals or possible else 1


def proposals_for(request: ProposeRequest) -> Answer:
    """Read the calendars and look for times; raises UsageError and SettingsError."""
    if bool(request.ref) == bool(request.new):
        raise UsageError("Name one interview (`interviews scan` shows the REFs), or something new with --new TITLE.")
    frame = frame_of(request.read)
    count = frame.own.count if request.count is None else request.count
    if not 0 < count <= MOST:
        raise UsageError(f"--count {count}: write a number from 1 to {MOST}.")
    situation = read_calendars(request.read, frame)
    subject = subject_named(situation, request.ref) if request.ref else Subject(request.new)
    meeting = meeting_of(situation, frame, subject, request.asked)
    if request.explain:
        meeting = with_names(situation, frame, meeting)
        return Answer(
            meeting, explanation=_explained(parse_moment(request.explain, "--explain", situation.zone), meeting)
        )
    found = propose(meeting.wanted, meeting.ground, meeting.terms, count, meeting.step)
    wanted = meeting.wanted.wanted
    missed = wanted is not None and all(p.period.start != wanted for p in found)
    if found and not missed:
        return Answer(meeting, found)
    meeting = with_names(situation, frame, meeting)
    explanation = _explained(wanted, meeting) if wanted is not None and missed else None
    if found:
        return Answer(meeting, found, explanation)
    from scheduler.proposals.explain import blocked_days

    blocked = blocked_days(meeting.wanted, meeting.ground, meeting.terms, meeting.step)
    return Answer(meeting, explanation=explanation, blocked=blocked)


def _explained(start: datetime, meeting: Meeting) -> Explanation:
    from scheduler.proposals.explain import explain

    return explain(start, meeting.wanted, meeting.ground, meeting.terms)
