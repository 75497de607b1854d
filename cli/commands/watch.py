"""`interviews watch`: looks by itself, and says only what is new."""

from __future__ import annotations

import gc
from time import sleep
from typing import Any

import click

from cli.options import reading_options
from cli.output import clean, print_json
from cli.request import clock, read_request
from scheduler.app import watch as app


@click.command()
@reading_options
@click.option("--once", is_flag=True, help="Look once and end, for cron.")
@click.option("--every", type=click.IntRange(min=1), metavar="MIN", help="Minutes between two looks (15).")
@click.option("--near", type=click.IntRange(min=0), metavar="H", help="Remind so many hours before a last moment (24).")
@click.option(
    "--notify",
    multiple=True,
    type=click.Choice(["none", "desktop", "command", "mail"]),
    help="How to tell you, besides printing; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (with --once).")
def command(
    once: bool, every: int | None, near: int | None, notify: tuple[str, ...], as_json: bool, **reading: Any
) -> int:
    """Look at your calendars again and again, and say only what is new.

    New is: a collision or another serious finding, an interview that the other side moved, cancelled or took away, a
    last good moment that comes near, a message without an answer. Connected calendars are synchronised first. The
    first look says how things stand. What was said is kept in the data folder, so nothing is said twice.

    Looks ahead as far as [watch] days. Stop it with Ctrl-C. docs/guide.md has a line for cron and units for systemd.

    Exit status with --once: 0 nothing new, 1 something new, 2 wrong usage, 3 something could not be read or told.
    """
    if reading["now"] is not None and not once:
        raise click.UsageError("--now goes with --once: time does not stand still while it watches.")
    if any(reading[name] is not None for name in ("start", "end", "days")):
        raise click.UsageError("It looks from now on, as far as [watch] days says; leave --from, --to and --days away.")
    ways = None if not notify else tuple(way for way in notify if way != "none")
    request = app.WatchRequest(read_request(**reading), every, near, ways)
    if once:
        looked = app.once(request)
        if as_json:
            print_json({"news": [n._asdict() for n in looked.news], "notes": list(looked.notes)})
        else:
            _print(looked)
        return 3 if looked.notes else 1 if looked.news else 0
    gc.enable()  # It does not end soon, as other calls do (cli.start).
    last: tuple[str, ...] = ()
    for looked in app.watch(request, clock, sleep):
        # What does not work is said when it begins, not at every look.
        _print(looked._replace(notes=tuple(n for n in looked.notes if n not in last)))
        last = looked.notes
    return 0


def _print(looked: app.Looked) -> None:
    at = f"{looked.at:%a} {looked.at.day} {looked.at:%b %H:%M}"
    for news in looked.news:
        click.echo(clean(f"{at}  {news.title}: {news.text}"))
    for note in looked.notes:
        click.echo(clean(f"{at}  note: {note}"), err=True)
