"""`interviews apologise`: after an interview that was missed."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import offer_options, run, writing_options
from scheduler.app.reason import reason_of
from scheduler.app.write import Wishes


@click.command(short_help="Apologise for an interview that was missed.")
@writing_options
@offer_options
@click.option("--reason", default="", metavar="WORD|TEXT", help="Why, honestly: a word such as ill, or a sentence.")
@click.option("--no-new-time", is_flag=True, help="Ask for no other time: not interested, or not able to come.")
def command(reason: str, slots: tuple[str, ...], count: int, ask: bool, no_new_time: bool, **options: Any) -> int:
    """Apologise for an interview that was missed without notice, and offer new times if you can keep them."""
    wishes = Wishes(reason=reason_of(reason), slots=slots, count=count, ask=ask, can_commit=not no_new_time)
    return run("apologise", wishes, options)
