"""`interviews withdraw`: take an application back."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import day, run, writing_options
from scheduler.app.reason import withdrawal_of
from scheduler.app.write import Wishes


@click.command(short_help="Withdraw an application.")
@writing_options
@click.option("--reason", default="", metavar="WORD|TEXT", help="offer-accepted, concern, study, … or a sentence.")
@click.option("--mention", default="", metavar="TEXT", help="A sentence on signed agreements or steps begun.")
@click.option("--stay-in-touch", is_flag=True, help="Leave the door open.")
@click.option("--new-job-from", default="", metavar="DATE", help="Be reminded of a short note of thanks from then on.")
def command(reason: str, mention: str, stay_in_touch: bool, new_job_from: str, **options: Any) -> int:
    """Withdraw an application: short, grateful, final. Nothing is sent.

    Have you signed anything, or accepted a conditional offer? `interviews decide REF` says what to check before.
    """
    situation, why = withdrawal_of(reason)
    follow_up = day(new_job_from, "--new-job-from")
    wishes = Wishes(reason=why, mention=mention, stay_in_touch=stay_in_touch, follow_up=follow_up)
    return run(situation, wishes, options)
