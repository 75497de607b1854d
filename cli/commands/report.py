"""`interviews report`: the weeks as pictures in one file."""

from __future__ import annotations

from typing import Any

import click

from cli.options import limit_options, reading_options
from cli.output import exit_status, print_problems
from cli.request import limits, read_request
from scheduler.app.report import PictureRequest, ReportRequest, report

PAGE = "interviews.html"


@click.command("report")
@reading_options
@limit_options
@click.option("-o", "--output", metavar="FILE", help=f"Where the page goes ({PAGE}); - is standard output.")
@click.option("--svg", metavar="FILE", help="Write the picture of the week alone, for a mail or a chat.")
@click.option("--private", is_flag=True, help="Hide the titles of entries that are no interviews, and all links.")
@click.option("--offers", is_flag=True, help="Look for times to offer where an interview should move.")
@click.option("--plan", metavar="PLAN", default="", help="Show before and after of a plan: new, last, or a saved one.")
def command(
    output: str | None,
    svg: str | None,
    private: bool,
    offers: bool,
    plan: str,
    **options: Any,
) -> int:
    """Write your interview weeks as one page with pictures, to read in a browser, on a phone or on paper.

    The page needs no network and holds no script. SOURCE is what `interviews agenda --help` says. With --svg alone
    only the picture is written.

    Exit status: 0 written, 2 wrong usage, 3 something could not be read or written.
    """
    flags = limits(options)
    page = output if output is not None or svg is not None else PAGE
    wanted = ReportRequest(PictureRequest(read_request(**options), flags, private, offers, plan), page, svg)
    given = report(wanted, lambda text: click.echo(text, nl=False))
    for target in (page, svg):
        if target is not None and target != "-":
            click.echo(f"Written: {target}", err="-" in (page, svg))
    print_problems(given.timeline.problems)
    return exit_status(given.timeline.problems, False)
