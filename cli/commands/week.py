"""`interviews week`: the same picture in the terminal."""

from __future__ import annotations

from typing import Any

import click

from cli.options import limit_options, read_request, reading_options
from cli.output import console, exit_status, print_problems
from scheduler.app.report import PictureRequest, picture
from scheduler.app.scan import Flags


@click.command("week")
@reading_options
@limit_options
@click.option("--all", "everything", is_flag=True, help="Also judge what touches no interview.")
@click.option("--private", is_flag=True, help="Hide the titles of entries that are no interviews.")
def command(
    private: bool,
    everything: bool,
    buffer: int | None,
    travel: int | None,
    preparation: int | None,
    per_day: int | None,
    notice: int | None,
    hours: str | None,
    **reading: Any,
) -> int:
    """Draw your interview weeks in the terminal: what collides, what is too tight, until when to act.

    A column is a day, a row half an hour; weeks without anything to see to are left out. SOURCE is what
    `interviews agenda --help` says.

    Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be read.
    """
    from scheduler.report.terminal import render_week

    flags = Flags(buffer, travel, preparation, per_day, notice, hours, everything)
    given = picture(PictureRequest(read_request(**reading), flags, private))
    out = console()
    for line in render_week(given, out.width):
        out.print(line)
    print_problems(given.timeline.problems)
    return exit_status(given.timeline.problems, bool(given.findings))
