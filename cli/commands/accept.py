"""`interviews accept`: the employer named a time, and it suits."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import run, writing_options
from scheduler.app.write import Wishes


@click.command(short_help="Confirm a time that the employer named.")
@writing_options
@click.option("--time", default="", metavar="WHEN", help="The time that they named; else what was agreed.")
def command(time: str, **options: Any) -> int:
    """Confirm a time that the employer named. Your calendar changes when their updated invitation comes.

    Without --time it is the time that `interviews settle` or the journal knows to be agreed, else that of an invitation
    which waits for your answer.
    """
    return run("accept_time", Wishes(time=time), options)
