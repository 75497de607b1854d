"""`interviews pause`: ask them to hold the application until a date."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import day, run, writing_options
from scheduler.app.reason import reason_of
from scheduler.app.write import Wishes


@click.command(short_help="Ask them to hold an application until a date.")
@writing_options
@click.option("--until", default="", metavar="DATE", help="Until when; you are reminded on that day.")
@click.option("--reason", default="", metavar="WORD|TEXT", help="travel, family, work, …, or a sentence.")
def command(until: str, reason: str, **options: Any) -> int:
    """Ask to cancel the appointment and to hold the application until a date, on which you write again."""
    wishes = Wishes(reason=reason_of(reason), until=day(until, "--until"))
    return run("pause", wishes, options)
