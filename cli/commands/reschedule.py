"""`interviews reschedule`: ask for another time."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import offer_options, run, writing_options
from scheduler.app.reason import reason_of
from scheduler.app.write import Wishes


@click.command(short_help="Ask an employer for another time.")
@writing_options
@offer_options
@click.option("--reason", default="", metavar="WORD|TEXT", help="conflict, work, ill, transport, … or a sentence.")
@click.option("--remote", is_flag=True, help="Offer a video call as well.")
@click.option("--emergency", is_flag=True, help="Say that it is an emergency.")
@click.option("--again", is_flag=True, help="Although you asked already and wait for the answer.")
def command(
    reason: str,
    slots: tuple[str, ...],
    count: int,
    ask: bool,
    remote: bool,
    emergency: bool,
    again: bool,
    **options: Any,
) -> int:
    """Ask for another time: mail, calendar message, and what to say where a call comes first. Nothing is sent.

    The times offered are the best that `interviews propose` finds, or those of --slot. REF is the short identifier that
    `interviews scan` prints, or a part of the title or company.
    """
    wishes = Wishes(
        reason=reason_of(reason),
        slots=slots,
        count=count,
        ask=ask,
        offer_remote=remote,
        emergency=emergency,
        again=again,
    )
    return run("reschedule", wishes, options)
