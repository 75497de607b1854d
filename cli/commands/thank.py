"""`interviews thank`: for an answer, an interview, a cancellation; or once the new job has begun."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import common, show, writing_options
from scheduler.app.afterwards import THANKS, thanks_for
from scheduler.app.case import case_of, situation_of
from scheduler.app.write import Wishes, write_for


@click.command(short_help="Thank for an answer, an interview, a cancellation.")
@writing_options
@click.option("--for", "kind", type=click.Choice(list(THANKS)), help="What for; else what happened last.")
@click.option("--time", default="", metavar="WHEN", help="The time that you agreed on.")
@click.option("--stay-in-touch", is_flag=True, help="Leave the door open.")
def command(kind: str | None, time: str, stay_in_touch: bool, **options: Any) -> int:
    """Write a short note of thanks. A cross answer gets a courteous one, without a defence."""
    request, ref, edit, as_json, wishes = common(Wishes(time=time, stay_in_touch=stay_in_touch), options)
    case = case_of(situation_of(request), ref)
    return show(write_for(request, case, thanks_for(case, kind or ""), wishes, edit), as_json)
