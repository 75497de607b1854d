"""`interviews hold`: keeps offered times free, and lists what is held."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import click

from cli.candidates import rows
from cli.meeting_options import asked_of, meeting_options
from cli.options import window_options
from cli.output import clean, print_json, print_problems
from cli.request import read_request
from scheduler.app import hold as app
from scheduler.app.case import situation_of, when
from scheduler.app.read import ReadRequest
from scheduler.holds.hold import TITLE
from scheduler.holds.steps import Prolong, Put, Step

_WORDS = {
    "standing": "unanswered",
    "agreed": "agreed; waits for the invitation",
    "expired": "expired",
    "given_up": "given up: another time was agreed",
    "arrived": "answered: the interview stands there",
}


@click.command(short_help="Keep offered times free until they are answered.")
@click.argument("words", nargs=-1, metavar="[REF] [SOURCE]...")
@click.option("--slot", "slots", multiple=True, metavar="WHEN|N", help="This time, or this proposal; may be repeated.")
@click.option("--count", type=int, metavar="N", help="How many proposals to hold (3).")
@click.option("--until", metavar="DATE", default="", help="The last day on which the holds count (in a week).")
@click.option("--title", metavar="TEXT", default=TITLE, help=f"What others see in your calendar ('{TITLE}').")
@click.option("--calendar", metavar="NAME|FILE", default="", help="Where the holds go, if not where the settings say.")
@click.option("--anyway", is_flag=True, help="Hold a time in spite of another entry of yours.")
@click.option("--dry-run", is_flag=True, help="Show what would be held, and do nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@meeting_options
@window_options
def command(
    words: tuple[str, ...],
    slots: tuple[str, ...],
    count: int | None,
    until: str,
    title: str,
    calendar: str,
    anyway: bool,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    **options: Any,
) -> int:
    """Put times that you offer into your calendar as tentative events, so that none is promised twice.

    REF is the short identifier that `interviews scan` prints, or a part of the title or company. Without --slot the
    times are those that `interviews propose REF` finds. Without REF what is held is listed. Nobody is invited to a
    hold, so nobody is mailed.
    """
    asked = asked_of(options)
    read = read_request(words[1:], **options)
    if not words:
        return _list(app.listed(situation_of(read), calendar), read, as_json)
    found = app.planned(app.HoldRequest(read, words[0], slots, count, until, title, calendar, anyway, asked))
    if not as_json:
        for line in _plan(found, dry_run):
            click.echo(clean(line))
        print_problems(p for p in found.situation.timeline.problems if p.severity != "info")
    if dry_run:
        return 0
    if found.proposed and not yes and not _agreed(as_json):
        return 1
    steps = app.hold(found)
    if as_json:
        print_json(_record(found, steps))
    else:
        click.echo(_result(steps, found))
    return 0


def _agreed(as_json: bool) -> bool:
    if as_json or not sys.stdin.isatty():
        click.echo("Nobody is there to be asked; add --yes to hold these times.", err=True)
        return False
    return click.confirm("Hold these times?", default=False)


def _plan(found: app.Planned, dry_run: bool) -> Iterator[str]:
    """What is to be held; in a dry run without the numbers, which count only once the times are held."""
    zone, first = found.zone, found.subject.sessions[0]
    title = app.title_of(first)
    yield f"{title}, now {when(found.subject.period or first.period, zone)}"
    yield f"To hold for it in '{found.place.name}', {_ends(found.until, zone)}:"
    for number, slot in app.numbered(found):
        yield f"  {when(slot, zone)}" if dry_run else f"  {number}  {when(slot, zone)}"


def _result(steps: tuple[Step, ...], found: app.Planned) -> str:
    new = sum(isinstance(s, Put) for s in steps)
    longer = sum(isinstance(s, Prolong) for s in steps)
    same = len(found.slots) - len(steps)
    parts = [
        f"{new} held" if new else "",
        f"{longer} held longer" if longer else "",
        f"{same} held already" if same else "",
    ]
    done = ", ".join(p for p in parts if p) + "."
    undo = " `interviews undo` takes it back." if steps else ""
    chosen = f"When they have chosen: interviews settle {found.subject.sessions[0].id} NUMBER"
    if not found.elsewhere:
        return f"{done}{undo}\n{chosen}"
    source = clean(found.place.source)
    return (
        f"{done}{undo}\n{chosen} --calendar {source}\n"
        f"{source} is not in your settings: without --calendar no command knows of these holds. "
        f"To add it: interviews init --calendar {source}"
    )


def _ends(until: datetime, zone: ZoneInfo) -> str:
    """A day to its end, or a moment."""
    last = until.astimezone(zone) - timedelta(microseconds=1)
    return (
        f"to the end of {last:%a %Y-%m-%d}"
        if last.hour == 23 and last.minute == 59
        else f"until {until.astimezone(zone):%a %Y-%m-%d %H:%M}"
    )


def _list(found: list[app.Listed], read: ReadRequest, as_json: bool) -> int:
    if as_json:
        print_json([_listed(x) for x in found])
        return 0
    from scheduler.app.candidates import interviews
    from scheduler.app.here import local_zone, read_settings, zone_named

    named = read.zone or read_settings().zone
    zone = zone_named(named) if named else local_zone() or zone_named("UTC")
    if not found:
        ahead = interviews(read)
        how = f" To hold times for an interview: interviews hold {ahead[0].ref}" if ahead else ""
        for line in (f"Nothing is held.{how}", *rows(ahead)):
            click.echo(clean(line))
    for x in found:
        if x.number == 1:
            click.echo(clean(f"{x.ref}  {x.about}" if x.ref else "(what it was for is no longer in your calendars)"))
        hold = x.kept.hold
        ends = "" if hold.until is None or x.state != "standing" else f" {_ends(hold.until, zone)}"
        click.echo(f"  {x.number}  {when(hold.period, zone)}  {_WORDS[x.state]}{ends}  [{clean(x.kept.place.name)}]")
    return 0


def _listed(x: app.Listed) -> dict[str, Any]:
    hold = x.kept.hold
    return {
        "uid": hold.uid,
        "start": hold.period.start.isoformat(),
        "end": hold.period.end.isoformat(),
        "until": None if hold.until is None else hold.until.isoformat(),
        "state": x.state,
        "number": x.number,
        "ref": x.ref or None,
        "about": x.about or None,
        "calendar": x.kept.place.name,
    }


def _record(found: app.Planned, steps: tuple[Step, ...]) -> dict[str, Any]:
    return {
        "title": app.title_of(found.subject.sessions[0]),
        "calendar": found.place.name,
        "until": found.until.isoformat(),
        "slots": [{"start": s.start.isoformat(), "end": s.end.isoformat()} for s in found.slots],
        "done": [{"step": type(s).__name__.lower(), "uid": s.hold.uid} for s in steps],
    }
