"""`agenda` and `scan`: what is in the window, and what is wrong with it."""

from typing import TYPE_CHECKING, NamedTuple

from scheduler.app.here import journal_kept
from scheduler.app.read import ReadRequest, Situation, gather
from scheduler.errors import StoreError, UsageError
from scheduler.findings.find import find, unseen
from scheduler.findings.notice import Notices
from scheduler.findings.terms import Terms, terms_of
from scheduler.model.finding import Finding, Notice
from scheduler.model.problem import Problem
from scheduler.settings.core import Hours

if TYPE_CHECKING:
    from pathlib import Path


class Flags(NamedTuple):
    """Limits given in the call, None where the settings hold; minutes, a count and hours."""

    buffer: int | None = None
    travel: int | None = None
    preparation: int | None = None
    per_day: int | None = None
    notice: int | None = None
    hours: str | None = None
    everything: bool = False


class ScanResult(NamedTuple):
    """What `scan` found; `notices` by occurrence key, for every interview.

    Where nothing is found, `unseen` counts the collisions around interviews that the user hosts, or of other owners.
    """

    situation: Situation
    terms: Terms
    findings: tuple[Finding, ...]
    notices: dict[str, Notice]
    unseen: int = 0


def agenda(request: ReadRequest) -> Situation:
    """What is in the window."""
    return gather(request)


def scan(request: ReadRequest, flags: Flags) -> ScanResult:
    """What is wrong in the window; raises UsageError for limits that make no sense."""
    situation = gather(request)
    terms = scan_terms(situation, flags)
    known = Notices(terms)
    findings = _in_window(find(situation.days, terms, known), situation)
    unasked = 0 if findings or terms.everything else unseen(situation.timeline, terms)
    journal = journal_kept()
    if journal is not None:
        situation, findings = _with_follow_ups(journal, situation, findings)
    notices = {o.key: known.of(o) for o in situation.timeline.occurrences if o.interview is not None}
    return ScanResult(situation, terms, findings, notices, unasked)


def _in_window(findings: tuple[Finding, ...], situation: Situation) -> tuple[Finding, ...]:
    """Those that an entry in the window has part in."""
    if situation.days.window == situation.timeline.window:
        return findings
    shown = {o.key for o in situation.timeline.occurrences}
    return tuple(f for f in findings if any(o.key in shown for o in f.events))


def _with_follow_ups(
    journal: "Path", situation: Situation, findings: tuple[Finding, ...]
) -> tuple[Situation, tuple[Finding, ...]]:
    """What the journal says is due, behind what is serious; a broken journal is a note, and costs only itself."""
    from scheduler.app.due import follow_ups

    try:
        found = follow_ups(journal, situation)
    except StoreError as error:
        timeline = situation.timeline
        noted = timeline._replace(problems=(*timeline.problems, Problem("warning", str(error))))
        return situation._replace(timeline=noted), findings
    at = next((i for i, f in enumerate(findings) if f.severity != "critical"), len(findings))
    return situation, (*findings[:at], *found, *findings[at:])


def scan_terms(situation: Situation, flags: Flags) -> Terms:
    """The settings' limits with the call's flags over them."""
    given = {
        name: value
        for name in ("buffer", "travel", "preparation", "per_day", "notice")
        if (value := getattr(flags, name)) is not None
    }
    for name, value in given.items():
        if value < 0:
            raise UsageError(f"--{name.replace('_', '-')} {value} is negative; write 0 or more.")
    settings = situation.settings
    limits = settings.limits._replace(**given) if given else settings.limits
    hours = parse_hours(flags.hours, settings.hours) if flags.hours else settings.hours
    settings = settings._replace(limits=limits, hours=hours)
    return terms_of(settings, situation.now, situation.zone, situation.view.me, everything=flags.everything)


def parse_hours(text: str, own: Hours) -> Hours:
    """`own` with the hours of a text such as 09:00-18:00; raises UsageError."""
    from datetime import time

    start, dash, end = text.partition("-")
    try:
        if not dash:
            raise ValueError(text)
        first, last = (
            time.fromisoformat(p.strip().zfill(2) if len(p.strip()) < 3 else p.strip()) for p in (start, end)
        )
    except ValueError:
        raise UsageError(f"--hours '{text}' is not understood; write it as 09:00-18:00.") from None
    return Hours(first, last, own.days)
