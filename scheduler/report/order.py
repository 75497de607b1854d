"""The findings in the order in which they are shown, with the numbers that point to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from scheduler.model.finding import Finding, Level
from scheduler.model.time import Period
from scheduler.report.words import KINDS

_LEVELS: tuple[Level, ...] = ("critical", "warning", "info")


@dataclass(frozen=True, slots=True)
class Numbered:
    number: int
    finding: Finding


def numbered(findings: Iterable[Finding]) -> tuple[Numbered, ...]:
    """Numbered from 1: the grave ones first, then in order of time."""
    order = sorted(findings, key=lambda f: (_LEVELS.index(f.severity), _start(f), f.id))
    return tuple(Numbered(n, f) for n, f in enumerate(order, 1))


def _start(finding: Finding) -> str:
    return min((e.occupied.start.isoformat() for e in finding.events), default="")


def stretch(finding: Finding) -> Period | None:
    """The time at which a collision or a gap that is too tight happens; None for the other kinds."""
    events = sorted(finding.events, key=lambda e: (e.occupied.start, e.occupied.end))
    if len(events) < 2:
        return None
    if finding.kind == "overlap":
        start, end = max(e.occupied.start for e in events), min(e.occupied.end for e in events)
        return Period(start, max(start, end))
    if finding.kind == "tight":
        first, second = events[0].occupied.end, events[-1].occupied.start
        return Period(min(first, second), max(first, second))
    return None


def mark(finding: Finding) -> str:
    """A few words for the picture: what matters about the finding, without names."""
    period = stretch(finding)
    if finding.kind == "overlap" and period is not None:
        both = period.length // timedelta(minutes=1)
        return f"{both} min overlap" if both else "overlap"
    if finding.kind == "tight" and finding.needed_minutes is not None:
        return f"{finding.gap_minutes or 0} min gap, {finding.needed_minutes} needed"
    return "" if finding.kind == "duplicate" else KINDS[finding.kind].lower()


def by_occurrence(findings: Sequence[Numbered]) -> dict[str, list[Numbered]]:
    """The findings about each occurrence; a day that has too many is a finding about the day."""
    found: dict[str, list[Numbered]] = {}
    for item in findings:
        for event in item.finding.events if item.finding.kind != "overload" else ():
            found.setdefault(event.id, []).append(item)
    return found


def to_act_on(findings: Sequence[Finding]) -> set[str]:
    """The entries about which something has to be said to somebody, so that their notice counts (E10)."""
    found: set[str] = set()
    for finding in findings:
        if finding.kind in ("overlap", "tight"):
            found |= {finding.moves_first.occurrence.id} if finding.moves_first is not None else set()
        elif finding.kind in ("short_notice", "outside_hours", "ambiguous_time", "unanswered"):
            found |= {e.id for e in finding.events}
    return found
