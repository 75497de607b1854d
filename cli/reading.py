"""What `agenda` and `scan` print; without click, so that a plain call of them can do without it (`cli.plain`)."""

from __future__ import annotations

from cli.output import exit_status, not_found_too, print_csv, print_parts, print_problems, waiting
from scheduler.app.read import ReadRequest
from scheduler.app.scan import Flags, agenda, scan


def show_agenda(request: ReadRequest, form: str, why: bool) -> int:
    """What is in the window; the exit status."""
    with waiting("Reading"):
        situation = agenda(request)
    timeline = situation.timeline
    if form == "json":
        from scheduler.app.shape import agenda_parts

        print_parts(agenda_parts(timeline))
    elif form == "csv":
        from cli.rows import agenda_rows

        print_csv(*agenda_rows(timeline))
    else:
        from cli.tables import print_agenda

        print_agenda(situation, why)
    if form != "json":
        print_problems(timeline.problems)
    return exit_status(timeline.problems, False)


def show_scan(request: ReadRequest, flags: Flags, form: str, why: bool) -> int:
    """What is wrong in the window; the exit status."""
    with waiting("Reading"):
        result = scan(request, flags)
    timeline = result.situation.timeline
    if form == "json":
        from scheduler.app.shape import scan_parts

        print_parts(scan_parts(timeline, result.notices, result.findings))
    elif form == "csv":
        from cli.rows import finding_rows

        print_csv(*finding_rows(result.findings, timeline.zone))
    else:
        from cli.tables import print_scan

        print_scan(result, why)
    if form != "json":
        print_problems(not_found_too(timeline.problems, result.findings if form == "table" else ()))
    return exit_status(timeline.problems, bool(result.findings))
