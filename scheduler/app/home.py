"""`interviews` alone: where the user stands, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from scheduler.app.here import data_folder, read_settings, settings_path
from scheduler.app.read import ReadRequest
from scheduler.app.scan import Flags, ScanResult, scan
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence
from scheduler.report.remedy import solving_command
from scheduler.settings.core import Settings

if TYPE_CHECKING:
    from scheduler.app.open_offers import Asking
    from scheduler.outbox.entry import Tracked
    from scheduler.outbox.follow import FollowUp
    from scheduler.sync.schema import Held

_SOON = timedelta(days=7)
_PREPARE = timedelta(hours=24)
_MOST_STEPS = 4


class Waiting(NamedTuple):
    """What waits for the user or for an answer; `held` are writes that would mail people, `conflicts` titles.

    `asked` are the requests for another time that nobody has answered yet.
    """

    packets: tuple[Tracked, ...] = ()
    due: tuple[FollowUp, ...] = ()
    held: tuple[Held, ...] = ()
    conflicts: tuple[str, ...] = ()
    asked: tuple[Asking, ...] = ()


class Step(NamedTuple):
    """A command, and what it is good for."""

    command: str
    why: str


class Home(NamedTuple):
    """The state of things; `soon` are the findings of the next seven days, worst first, `later` counts the others."""

    result: ScanResult
    next: Occurrence | None
    soon: tuple[Finding, ...]
    later: int
    waiting: Waiting
    steps: tuple[Step, ...]

    @property
    def now(self) -> datetime:
        return self.result.situation.now


class Beginning(NamedTuple):
    """There is nothing to show yet; `settings` says whether there is a settings file at all."""

    settings: bool


def home(clock: datetime, now: str | None = None) -> Home | Beginning:
    """The state of things by the calendars of the settings."""
    settings = read_settings()
    if not settings.calendars:
        return Beginning(settings_path().exists())
    result = scan(ReadRequest(clock, now=now), Flags())
    moment = result.situation.now
    coming = _next(result, moment)
    soon = tuple(f for f in result.findings if min(e.period.start for e in f.events) < moment + _SOON)
    waiting = waiting_for(settings, moment)
    steps = tuple({s.command: s for s in _steps(result, coming, soon, waiting, moment)}.values())
    later = len(result.findings) - len(soon)
    return Home(result, coming, soon, later, waiting, steps[:_MOST_STEPS])


def _next(result: ScanResult, now: datetime) -> Occurrence | None:
    """The user's interview that goes on now or begins next."""
    return next(
        (
            o
            for o in result.situation.timeline.occurrences
            if o.interview is not None and not o.cancelled and not o.owner and o.occupied.end > now
        ),
        None,
    )


def waiting_for(settings: Settings, now: datetime) -> Waiting:
    """From the journal and the mirrors, where there are any: looking must not make them."""
    packets: tuple[Tracked, ...] = ()
    due: tuple[FollowUp, ...] = ()
    asked: tuple[Asking, ...] = ()
    if (data_folder() / "journal.sqlite3").exists():
        from scheduler.app.journal import due_now
        from scheduler.app.open_offers import open_requests
        from scheduler.app.outbox import entered, listing

        with entered(settings) as room:
            packets, due = listing(room, now), due_now(room, now)
        asked = tuple(a for a in open_requests() if a.packet.when is None or a.packet.when.end > now)
    held: list[Held] = []
    conflicts: list[str] = []
    if "servers" in dict(settings.other):
        from scheduler.app.servers import mirror_of, mirrors_with_news
        from scheduler.sync.report import title

        for _, calendar in mirrors_with_news(settings):
            with mirror_of(calendar) as mirror:
                held += mirror.status.held()
                conflicts += [title(c.here) or title(c.there) or c.name for c in mirror.status.conflicts()]
    return Waiting(packets, due, tuple(held), tuple(conflicts), asked)


def _steps(
    result: ScanResult, coming: Occurrence | None, soon: tuple[Finding, ...], waiting: Waiting, now: datetime
) -> Iterator[Step]:
    """What to do, the most urgent first."""
    if any(p.state in ("failed", "unknown", "handed-over") for p in waiting.packets):
        yield Step("interviews outbox", "say what became of your messages")
    if waiting.due:
        yield Step("interviews journal --due", "follow up what is due")
    if coming is not None and coming.period.start - now < _PREPARE:
        yield Step(f"interviews checklist {coming.id}", "prepare the next interview")
    if any(p.severity == "error" for p in result.situation.timeline.problems):
        yield Step("interviews doctor", "some calendars could not be read")
    for finding in soon:
        if finding.kind in ("overlap", "tight", "outside_hours", "unanswered"):
            command = None if _is_asked(finding, waiting) else solving_command(finding, now)
            if command is not None:
                yield Step(command, _why(command.split()[1], finding))
    drafts = [p for p in waiting.packets if p.state in ("draft", "approved")]
    if drafts:
        yield Step(f"interviews send {drafts[-1].id}", "send what is written")
    if waiting.held:
        yield Step("interviews sync", "say whether changes may leave that mail people")
    if waiting.conflicts:
        yield Step("interviews conflicts", "choose between versions")
    yield Step("interviews week", "see the week as a picture")


def _is_asked(finding: Finding, waiting: Waiting) -> bool:
    """The employer was asked for another time, and has the word now."""
    mover = finding.moves_first.occurrence if finding.moves_first is not None else None
    movers = (mover,) if mover is not None else finding.events
    return finding.kind != "unanswered" and any(a.about(o) for a in waiting.asked for o in movers)


def _why(command: str, finding: Finding) -> str:
    mover = finding.moves_first.occurrence if finding.moves_first is not None else finding.events[0]
    company = mover.interview.company if mover.interview is not None else None
    match command:
        case "plan":
            return "clear the week, your own entries first"
        case "propose":
            return f"find other times to offer {company}" if company else "find other times to offer"
        case "accept":
            return f"answer {company}; or ask for another time, or withdraw" if company else "answer the invitation"
        case _:
            return "see what is wrong"
