"""`interviews checklist`: the half hour before an interview."""

from __future__ import annotations

from typing import Any

import click

from cli.output import clean, print_json
from cli.writing import where, where_options
from scheduler.app.case import when
from scheduler.app.checklist import Added, Checklist, add, checklist, text_of


@click.command(short_help="The half hour before an interview: print it, or put it into your calendar.")
@click.argument("ref", metavar="REF")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--add", "adding", is_flag=True, help="Put preparation, checklist, travel and notes into your calendar.")
@click.option("--calendar", default="", metavar="NAME", help="Which calendar (else the one for holds).")
@click.option("--titles", is_flag=True, help="Name the company in the titles (else they say nothing of it).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@where_options
def command(
    ref: str, sources: tuple[str, ...], adding: bool, calendar: str, titles: bool, as_json: bool, **options: Any
) -> int:
    """Show the checklist for the half hour before an interview: time, technology, talking points, job description.

    With --add, it becomes an entry with an alarm, and the time to prepare, the way there and back, and a quarter of an
    hour for notes become entries, too: private, with neutral titles. They move with their interview.
    """
    read = where(sources, options)
    if not (adding or calendar or titles):
        made = checklist(read, ref)
        if as_json:
            print_json(_record(made))
        else:
            _print(made)
        return 0
    added = add(read, ref, calendar, titles=titles)
    if as_json:
        print_json(_record(added.checklist) | {"calendar": added.calendar, "blocks": _blocks(added)})
        return 0
    zone = added.checklist.case.situation.zone
    click.echo(clean(added.checklist.case.title))
    for block in added.blocks:
        click.echo(clean(f"  {when(block.period, zone)}  {block.title}"))
    for line in added.over:
        click.echo(clean(line))
    click.echo(clean(f"They stand in '{added.calendar}'; `interviews undo` takes them back."))
    return 0


def _print(made: Checklist) -> None:
    click.echo(clean(made.case.title))
    click.echo(f"From {made.begins.astimezone(made.case.situation.zone):%H:%M} on:\n")
    for line in text_of(made).split("\n"):
        click.echo(clean(line))


def _record(made: Checklist) -> dict[str, Any]:
    return {
        "title": made.case.title,
        "uid": made.case.about.uid,
        "begins": made.begins.isoformat(),
        "clocks": list(made.clocks),
        "items": [{"what": i.what, "details": list(i.details)} for i in made.items],
    }


def _blocks(added: Added) -> list[dict[str, str]]:
    return [
        {"kind": b.kind, "title": b.title, "start": b.period.start.isoformat(), "end": b.period.end.isoformat()}
        for b in added.blocks
    ]
