"""The options that reading commands share; `cli.request` takes what they gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scheduler.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])


def _files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete names of files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _zones(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from zoneinfo import available_timezones

    return sorted(z for z in available_timezones() if z.lower().startswith(incomplete.lower()))


def window_options(function: F) -> F:
    """--from, --to, --days, --zone, --now, --me, --no-index."""
    for option in reversed(
        [
            click.option(
                "--from", "start", metavar="WHEN", help="First day or moment: 2027-03-08, monday. next-week: that week."
            ),
            click.option("--to", "end", metavar="WHEN", help="First day or moment that is no longer included."),
            click.option("--days", type=int, metavar="N", help="Length of the window in days (default 14)."),
            click.option(
                "--zone", metavar="ZONE", help="Your time zone, such as Europe/Lisbon.", shell_complete=_zones
            ),
            click.option("--now", metavar="TIME", help="Take this as the present: 2027-03-05T09:00."),
            click.option("--me", multiple=True, metavar="ADDRESS", help="Your mail address; may be given again."),
            click.option("--fresh", is_flag=True, help="Synchronise connected calendars first."),
            click.option("--no-index", is_flag=True, help="Read large files anew instead of by their index."),
        ]
    ):
        function = option(function)
    return function


def form_of(as_json: bool, form: str | None, why: bool) -> str:
    """The form of output; raises UsageError for two that contradict each other."""
    if as_json and form not in (None, "json"):
        raise UsageError(f"--json and --format {form} contradict each other; write one of them.")
    if why and form == "csv":
        raise UsageError("--why has no place in CSV; leave out one of the two.")
    return "json" if as_json else form or "table"


def reading_options(function: F) -> F:
    """Sources and window; the command gets them as keywords for `cli.request.read_request`."""
    sources = click.argument("sources", nargs=-1, metavar="[SOURCE]...", shell_complete=_files)
    return sources(window_options(function))


def limit_options(function: F) -> F:
    """The limits of the findings and --all; the command takes them out of its keywords with `cli.request.limits`."""
    for option in reversed(
        [
            click.option("--buffer", type=int, metavar="MIN", help="Minutes before and after an interview (15)."),
            click.option("--travel", type=int, metavar="MIN", help="Minutes between two places (30)."),
            click.option("--preparation", type=int, metavar="MIN", help="Free minutes before an interview (30)."),
            click.option("--per-day", type=int, metavar="N", help="Interviews in a day before it is too many (3)."),
            click.option("--notice", type=int, metavar="H", help="Hours of notice an employer can expect (24)."),
            click.option("--hours", metavar="HH:MM-HH:MM", help="Your working hours (09:00-18:00)."),
            click.option("--all", "everything", is_flag=True, help="Also judge what touches no interview."),
        ]
    ):
        function = option(function)
    return function
