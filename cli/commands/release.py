"""`interviews release`: holds that are no longer needed go."""

from __future__ import annotations

from typing import Any

import click

from cli.candidates import missing
from cli.options import window_options
from cli.output import clean, print_json
from cli.request import read_request
from scheduler.app import release as app
from scheduler.app.case import when


@click.command(short_help="Give held times back.")
@click.argument("words", nargs=-1, metavar="[REF] [SOURCE]...")
@click.option("--all", "everything", is_flag=True, help="All holds; every word is then a SOURCE.")
@click.option("--expired", is_flag=True, help="Only holds whose date has passed; every word is then a SOURCE.")
@click.option("--calendar", metavar="NAME|FILE", default="", help="Where the holds are, if the settings do not say.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@window_options
def command(
    words: tuple[str, ...], everything: bool, expired: bool, calendar: str, as_json: bool, **options: Any
) -> int:
    """Remove the holds of an interview from your calendar."""
    if not words and not everything and not expired:
        raise missing("REF", "All holds: interviews release --all; only those that have expired: --expired")
    ref, sources = ("", words) if everything or expired or not words else (words[0], words[1:])
    done = app.release(app.ReleaseRequest(read_request(sources, **options), ref, everything, expired, calendar))
    if as_json:
        print_json({"title": done.title, "removed": [s.hold.uid for s in done.steps]})
        return 0
    if not done.steps:
        click.echo("Nothing was held." if not expired else "No hold has expired.")
        return 0
    if done.title:
        click.echo(clean(done.title))
    for step in done.steps:
        click.echo(f"  released: {when(step.hold.period, done.zone)}")
    click.echo("`interviews undo` takes it back.")
    return 0
