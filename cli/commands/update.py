"""`interviews update`: move, cancel or change what you organise or own."""

from __future__ import annotations

from typing import Any

import click

from cli.output import clean, print_json
from cli.writing import where, where_options
from scheduler.app.reason import reason_of
from scheduler.app.update import UpdateRequest, update


@click.command(short_help="Move or cancel what you organise or own, and tell those who are invited.")
@click.argument("ref", metavar="REF")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--to", default="", metavar="WHEN", help="The new time, as 2027-03-09T14:00 (or …/15:30 with its end).")
@click.option("--cancel", is_flag=True, help="It does not take place.")
@click.option("--drop", multiple=True, metavar="ADDRESS", help="Take somebody out of it.")
@click.option("--series", is_flag=True, help="The whole series, not this one instance.")
@click.option("--reason", default="", metavar="WORD|TEXT", help="Why, for those who are invited.")
@click.option("--language", default="", metavar="LANG", help="en, de, fr or es.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@where_options
def command(
    ref: str,
    sources: tuple[str, ...],
    to: str,
    cancel: bool,
    drop: tuple[str, ...],
    series: bool,
    reason: str,
    language: str,
    as_json: bool,
    **options: Any,
) -> int:
    """Change an entry that you organise or own: in your calendar at once, and with a message for those who are invited.

    What somebody else organises stays as it is; ask them (`interviews reschedule`), and keep the time free with
    `interviews hold`. `interviews undo` takes the change of your calendar back.
    """
    read = where(sources, options)
    done = update(UpdateRequest(read, ref, to, cancel, drop, series, reason_of(reason), language))
    if as_json:
        print_json(
            {
                "title": done.case.title,
                "uid": done.case.about.uid,
                "done": list(done.done),
                "packets": [{"id": p.id, "kind": p.packet.kind, "folder": p.folder} for p in done.packets],
            }
        )
        return 0
    click.echo(clean(done.case.title))
    for line in done.done:
        click.echo(clean(line))
    for stored in done.packets:
        to_whom = ", ".join(p.address or "" for p in stored.packet.recipients)
        click.echo(f"Draft {stored.id} tells {clean(to_whom)}; to look at it and send it: interviews send {stored.id}")
    return 0
