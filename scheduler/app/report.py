"""`report` and `week`: gather what a picture shows, draw it, write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from scheduler.app.read import ReadRequest
from scheduler.app.scan import Flags, ScanResult, scan
from scheduler.errors import StoreError, UsageError
from scheduler.model.occurrence import Occurrence
from scheduler.outbox.place import write_private
from scheduler.report.given import Change, Given, Suggestion
from scheduler.report.order import to_act_on

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """What a picture shows.

    `private` hides the titles of other entries; `offers` looks for times to offer; `plan` is "new", "last" or a saved
    plan, whose before and after are shown.
    """

    reading: ReadRequest
    flags: Flags
    private: bool = False
    offers: bool = False
    plan: str = ""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """A page and a picture to write; None for neither, "-" for standard output."""

    picture: PictureRequest
    page: str | None = None
    svg: str | None = None


def picture(request: PictureRequest) -> Given:
    """Everything that a picture is drawn from; raises UsageError and SettingsError."""
    result = scan(request.reading, request.flags)
    timeline, terms = result.situation.timeline, result.terms
    suggestions = list(_offers(request, result)) if request.offers and not request.plan else []
    changes: tuple[Change, ...] = ()
    if request.plan:
        from scheduler.app.planned import planned

        offered, changes = planned(request.plan, request.reading, timeline)
        suggestions += offered
    return Given(
        timeline=timeline,
        now=result.situation.now,
        hours=terms.hours,
        limits=result.situation.settings.limits._replace(buffer=terms.buffer // MINUTE),
        findings=result.findings,
        notices=result.notices,
        suggestions=tuple(suggestions),
        changes=changes,
        private=request.private,
    )


def report(request: ReportRequest, to_output: Callable[[str], None]) -> Given:
    """Write what is asked for; raises StoreError where a file cannot be written."""
    given = picture(request.picture)
    if request.page is not None:
        from scheduler.report.page import render_page

        _write(request.page, render_page(given), to_output)
    if request.svg is not None:
        from scheduler.report.svg import render_svg

        _write(request.svg, render_svg(given), to_output)
    return given


def _write(target: str, text: str, to_output: Callable[[str], None]) -> None:
    """The whole file or none; others of this computer cannot read it."""
    if target == "-":
        to_output(text)
        return
    path = Path(target).expanduser()
    try:
        write_private(path, text.encode("utf-8"))
    except OSError as error:
        raise StoreError(f"{target} cannot be written ({error.strerror}); name another file.") from None


def _offers(request: PictureRequest, result: ScanResult) -> Iterator[Suggestion]:
    """Times to offer for each interview that should move, each looked for by itself."""
    from scheduler.app.meeting import Asked, frame_of, meeting_of, read_calendars, subject_of
    from scheduler.proposals.slots import propose

    movers = [o for o in _movers(result) if not o.all_day]
    if not movers:
        return
    if "-" in request.reading.sources:
        raise UsageError("Times to offer need the calendars twice; save what comes by standard input to a file first.")
    frame = frame_of(request.reading)
    wide = read_calendars(request.reading, frame)
    known = {o.key: o for o in wide.timeline.occurrences}
    for mover in movers:
        if mover.key in known:
            meeting = meeting_of(wide, frame, subject_of(wide, known[mover.key]), Asked())
            for found in propose(meeting.wanted, meeting.ground, meeting.terms, frame.own.count, meeting.step):
                yield Suggestion(mover.id, found.period, "; ".join(found.reasons))


def _movers(result: ScanResult) -> list[Occurrence]:
    """The interviews about which their employers have to be asked; of a loop its first session."""
    timeline = result.situation.timeline
    wanted = to_act_on([f for f in result.findings if f.kind in ("overlap", "tight", "outside_hours")])
    later = {s.id for loop in timeline.loops for s in loop.sessions[1:]}
    heads = {s.id: loop.sessions[0].id for loop in timeline.loops for s in loop.sessions}
    wanted = {heads.get(i, i) for i in wanted}
    return [o for o in timeline.occurrences if o.id in wanted and o.interview is not None and o.id not in later]
