"""`interviews follow-up`: the note after a call, a reminder, or the word that was promised with a pause."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import common, offer_options, show, writing_options
from scheduler.app.afterwards import FOLLOW_UPS, follow_up_for
from scheduler.app.case import case_of, situation_of
from scheduler.app.write import Wishes, write_for


@click.command(short_help="Write the note after a call, or a reminder where no answer came.")
@writing_options
@offer_options
@click.option(
    "--as", "kind", type=click.Choice(list(FOLLOW_UPS)), help="Which note; else what the journal says is due."
)
@click.option("--time", default="", metavar="WHEN", help="The time that you agreed on meanwhile.")
def command(kind: str | None, time: str, slots: tuple[str, ...], count: int, ask: bool, **options: Any) -> int:
    """Write the note that follows a contact: after a call, when no answer came, on the date promised with a pause."""
    request, ref, edit, as_json, wishes = common(Wishes(slots=slots, count=count, ask=ask, time=time), options)
    case = case_of(situation_of(request), ref)
    return show(write_for(request, case, follow_up_for(case, kind or ""), wishes, edit), as_json)
