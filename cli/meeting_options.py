"""The options that `propose` and `availability` share: how long, with whom, on whose clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from scheduler.app.meeting import Asked

F = TypeVar("F", bound=Callable[..., Any])


def meeting_options(function: F) -> F:
    """Given to the command as keywords for `asked_of`."""
    for option in reversed(
        [
            click.option("--duration", type=int, metavar="MIN", help="How long it takes (default: as long as now)."),
            click.option("--their-zone", metavar="ZONE", default="", help="The recipient's time zone."),
            click.option("--company", metavar="NAME", default="", help="The recipient, as the settings name it."),
            click.option("--in-person", is_flag=True, help="People meet at a place, so the way there counts."),
            click.option("--place", metavar="TEXT", default="", help="Where they meet (implies --in-person)."),
            click.option("--before", type=int, metavar="MIN", help="Free minutes before it."),
            click.option("--after", type=int, metavar="MIN", help="Free minutes after it."),
            click.option("--notice", type=int, metavar="H", help="Hours of notice to leave (24)."),
            click.option("--step", type=int, metavar="MIN", help="Start on every 15, 30 or 60 minutes (15)."),
            click.option(
                "--with",
                "together",
                multiple=True,
                metavar="FILE|ADDRESS",
                help="Somebody's calendar or free/busy; may be given again: all must be free.",
            ),
            click.option("--enough", type=int, metavar="K", help="So many of the --with are enough."),
            click.option(
                "--need",
                multiple=True,
                metavar="NAMES",
                help="People who must be free (else the guests whose calendars are known).",
            ),
            click.option(
                "--one-of", multiple=True, metavar="NAMES", help="People of whom one must be free (2:a,b,c for two)."
            ),
        ]
    ):
        function = option(function)
    return function


def asked_of(options: dict[str, Any], at: str = "") -> Asked:
    """Takes its own keywords out of `options`, so that the rest are those of reading."""
    names = [name for name in Asked._fields if name != "at"]
    return Asked(**{name: options.pop(name) for name in names}, at=at)
