"""Which command goes on from a finding."""

from __future__ import annotations

from datetime import datetime

from scheduler.findings.words import is_over
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence


def is_past(finding: Finding, now: datetime) -> bool:
    """Nothing can be done about it any more: what would move is over, or all of it."""
    movers = finding.events if finding.moves_first is None else (finding.moves_first.occurrence,)
    return finding.kind not in ("duplicate", "follow_up") and all(is_over(o, now) for o in movers)


def solving_command(finding: Finding, now: datetime) -> str | None:
    """The command that solves a finding or shows the way out, with the REF of the entry that it is about (E1)."""
    if is_past(finding, now):
        return None
    interview = next((e for e in finding.events if e.interview is not None), None)
    match finding.kind:
        case "overlap" | "tight":
            mover = finding.moves_first.occurrence if finding.moves_first is not None else interview
            return _moving(mover)
        case "outside_hours":
            return _with("propose", interview)
        case "short_notice":
            return _with("decide", interview)
        case "no_preparation" | "ambiguous_time":
            return _with("checklist", interview)
        case "unanswered" | "follow_up":
            return _with("follow-up" if finding.kind == "follow_up" else "accept", interview)
        case "overload":
            return "interviews plan"
        case "duplicate":
            return _with("agenda", None)


def _moving(mover: Occurrence | None) -> str | None:
    """An interview gets proposals for its employer; an entry of one's own is moved by the plan, with all it touches."""
    if mover is None:
        return None
    return _with("propose", mover) if mover.interview is not None else "interviews plan"


def _with(command: str, occurrence: Occurrence | None) -> str:
    return f"interviews {command}" + (f" {occurrence.id}" if occurrence is not None else "")
