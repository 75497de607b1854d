"""`interviews scan`: what is wrong in the window, before the week begins."""

from __future__ import annotations

from typing import Any

import click

from cli.options import limit_options, limits, read_request, reading_options
from cli.output import exit_status, not_found_too, print_csv, print_parts, print_problems, waiting
from scheduler.app.scan import scan


@click.command("scan")
@reading_options
@limit_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/schema/scan.schema.json).")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", help="Form of output.")
@click.option("--why", is_flag=True, help="Say for each entry why it is taken for an interview or not.")
def command(
    as_json: bool,
    form: str,
    why: bool,
    **options: Any,
) -> int:
    """Show every collision, tight gap and notice deadline around your interviews.

    SOURCE is what `interviews agenda --help` says. Each finding names its entries, says which side moves first and
    why, and how the employer can still be told in time.

    Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be read.
    """
    flags = limits(options)
    with waiting("Reading"):
        result = scan(read_request(**options), flags)
    timeline = result.situation.timeline
    if as_json or form == "json":
        from scheduler.app.shape import scan_parts

        print_parts(scan_parts(timeline, result.situation.joined, result.notices, result.findings))
    elif form == "csv":
        from cli.rows import finding_rows

        print_csv(*finding_rows(result.findings, timeline.zone))
    else:
        from cli.tables import print_scan

        print_scan(result, why)
    if not (as_json or form == "json"):
        print_problems(not_found_too(timeline.problems, result.findings if form == "table" else ()))
    return exit_status(timeline.problems, bool(result.findings))
