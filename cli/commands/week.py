"""`interviews week`: the same picture in the terminal."""

from __future__ import annotations

from typing import Any

import click

from cli.options import limit_options, reading_options
from cli.output import console, exit_status, not_found_too, print_problems
from cli.request import limits, read_request
from scheduler.app.report import PictureRequest, picture


@click.command("week")
@reading_options
@limit_options
@click.option("--private", is_flag=True, help="Hide the titles of entries that are no interviews.")
def command(private: bool, **options: Any) -> int:
    """Draw your interview weeks in the terminal: what collides, what is too tight, until when to act.

    A column is a day, a row half an hour; weeks without anything to see to are left out. SOURCE is what
    `interviews agenda --help` says.

    Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be read.
    """
    from scheduler.report.terminal import render_week

    flags = limits(options)
    given = picture(PictureRequest(read_request(**options), flags, private))
    out = console()
    for line in render_week(given, out.width):
        out.print(line)
    print_problems(not_found_too(given.timeline.problems, given.findings))
    return exit_status(given.timeline.problems, bool(given.findings))
