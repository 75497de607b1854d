"""`interviews init`: few questions, each explained; the settings file; a first scan."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any, TypeVar

import click

from cli.output import clean
from cli.request import clock
from scheduler.app import init as app
from scheduler.errors import SchedulerError, UsageError

T = TypeVar("T")

_ABOUT = {
    "zone": "Your time zone. Every time you see is on this clock.",
    "name": "Your name, as messages to employers sign it.",
    "me": "Your mail addresses (commas between them). They tell which invitations and answers are yours.",
    "phone": "Your phone number, as messages and phone scripts give it. Empty: none.",
    "calendars": (
        "Your calendars: everything that takes your time, work and private. Each is a file (my.ics), a folder with "
        "one event a file (a vdir, as khal and vdirsyncer keep them), an address (https:, webcal:), or, to connect a "
        "calendar server (CalDAV: iCloud, Fastmail, Nextcloud and the like), your mail address or the server's address."
    ),
    "hours": "The hours in which you are willing to meet, on your own clock.",
    "buffer": "Free minutes that you want before and after an interview.",
    "travel": "Minutes that you need between two different places.",
}


@click.command()
@click.option("--zone", metavar="ZONE", help="Your time zone, such as Europe/Lisbon (found by itself).")
@click.option("--name", metavar="NAME", help="Your name, as messages sign it.")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your mail address; may be given again.")
@click.option("--phone", metavar="NUMBER", help="Your phone number.")
@click.option(
    "--calendar",
    "calendars",
    multiple=True,
    metavar="[NAME=]SOURCE",
    help="A calendar to read: file, folder or address; may be given again.",
)
@click.option("--write", "writable", is_flag=True, help="Changes and holds may be written into the --calendar files.")
@click.option("--connect", "servers", multiple=True, metavar="ADDRESS", help="A calendar server to connect (CalDAV).")
@click.option("--hours", metavar="HH:MM-HH:MM", help="Your working hours (09:00-18:00).")
@click.option("--buffer", type=int, metavar="MIN", help="Minutes before and after an interview (15).")
@click.option("--travel", type=int, metavar="MIN", help="Minutes between two places (30).")
@click.option("--now", metavar="TIME", help="Take this as the present in the first scan.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is given, and what is there already.")
def command(
    zone: str | None,
    name: str | None,
    me: tuple[str, ...],
    phone: str | None,
    calendars: tuple[str, ...],
    writable: bool,
    servers: tuple[str, ...],
    hours: str | None,
    buffer: int | None,
    travel: int | None,
    now: str | None,
    yes: bool,
) -> int:  # fmt: skip
    """Set up: a few questions, then the settings file and a first scan.

    Every question can be given as an option and is then not asked. Run it again to change an answer or to add a
    calendar: what stands in the file stays, your comments too. Nothing leaves this computer, but for asking the
    calendar addresses and servers that you name.
    """
    before = app.found()
    into = tuple(filter(app.could_be_written, calendars)) if writable else ()
    given = app.Answers(zone, name, me or None, phone, calendars, into, hours, buffer, travel)
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("There is nobody to ask; give --yes, and the answers as options (see --help).")
        given, asked = _ask(given, before, anything_to_connect=bool(servers))
        servers = (*servers, *asked)
    elif before.new:
        given = replace(given, zone=given.zone or before.zone)
    _show(app.write(given))
    for server in servers:
        _connect(server)
    return _first_scan(now)


def _ask(given: app.Answers, before: app.Found, *, anything_to_connect: bool) -> tuple[app.Answers, tuple[str, ...]]:
    """The answers to what was not given, and the servers to connect."""
    settings = before.settings
    click.echo(f"Your settings {'go into' if before.new else 'are in'} {before.path}")
    click.echo("Press Enter to take what stands in [brackets].")
    zone: str | None = given.zone or _question("zone", f"Zone ({before.zone_from})", before.zone, _zone)
    name = given.name if given.name is not None else _question("name", "Name", settings.name)
    me = given.me or tuple(_question("me", "Mail addresses", ", ".join(settings.me), app.addresses).split(","))
    phone = given.phone if given.phone is not None else _question("phone", "Phone", settings.phone)
    calendars, writable, servers = given.calendars, given.writable, tuple[str, ...]()
    if not calendars and not anything_to_connect:
        calendars, writable, servers = _ask_calendars(before)
    start, end = f"{settings.hours.start:%H:%M}", f"{settings.hours.end:%H:%M}"
    hours = given.hours or _question("hours", "Hours", f"{start}-{end}", lambda text: _hours(text, before))
    buffer = _minutes("buffer", given.buffer, settings.limits.buffer)
    travel = _minutes("travel", given.travel, settings.limits.travel)
    if zone == before.zone and not before.new:
        zone = None  # Found by itself: what is not in the file shall go on following this computer.
    return app.Answers(zone, name, me, phone, calendars, writable, hours, buffer, travel), servers


def _ask_calendars(before: app.Found) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Calendars to read, each tried at once, those of them to write into, and servers to connect."""
    _explain("calendars")
    for calendar in before.settings.calendars:
        click.echo(f"  already there: {clean(calendar.name)} ({clean(calendar.source)})")
    calendars: list[str] = []
    writable: list[str] = []
    servers: list[str] = []
    while text := str(click.prompt("  Calendar (Enter: no more)", default="", show_default=False)).strip():
        if app.is_server(text):
            servers.append(text)
            click.echo("  It is connected after these questions.")
        elif _readable(text):
            calendars.append(text)
            if app.could_be_written(text) and click.confirm("  May changes and holds be written there?", default=False):
                writable.append(text)
        elif text.startswith(("http:", "https:")) and click.confirm(
            "  Is it a calendar server (CalDAV)?", default=False
        ):
            servers.append(text)
            click.echo("  It is connected after these questions.")
    return tuple(calendars), tuple(writable), tuple(servers)


def _readable(text: str) -> bool:
    try:
        seen = app.look(text, clock())
    except SchedulerError as error:
        click.echo(f"  {clean(str(error))}")
        return False
    if seen.error:
        click.echo(f"  {clean(seen.error)}")
        elsewhere = "://" in text and click.confirm("  Take it all the same?", default=False)
        return bool(seen.entries) or elsewhere
    click.echo(f"  It can be read: {seen.entries} entries in the next two weeks, {seen.interviews} of them interviews.")
    return True


def _question(about: str, words: str, default: str, check: Any = str) -> str:
    """One question, explained, and asked again until the answer makes sense."""
    _explain(about)
    return str(click.prompt(f"  {words}", default=default, show_default=bool(default), value_proc=_asking_again(check)))


def _minutes(about: str, given: int | None, default: int) -> int:
    if given is not None:
        return given
    _explain(about)
    return int(click.prompt("  Minutes", default=default, type=click.IntRange(0, 24 * 60)))


def _explain(about: str) -> None:
    click.echo()
    click.echo(click.wrap_text(_ABOUT[about], 78))


def _asking_again(check: Any) -> Any:
    def checked(text: str) -> str:
        try:
            check(text)
        except SchedulerError as error:
            raise click.UsageError(str(error).removeprefix("--hours ")) from None
        return text.strip()

    return checked


def _zone(text: str) -> None:
    from scheduler.app.here import zone_named

    zone_named(text)


def _hours(text: str, before: app.Found) -> None:
    from scheduler.app.scan import parse_hours

    parse_hours(text, before.settings.hours)


def _show(written: app.Written) -> None:
    """The file that was written: all of it when it is new, else the lines that changed."""
    click.echo()
    if written.after == written.before:
        click.echo(f"Nothing has changed in {written.path}.")
    elif not written.before.strip():
        click.echo(f"Written: {written.path}\n")
        for line in written.after.splitlines():
            click.echo(f"  {clean(line)}".rstrip())
    else:
        click.echo(f"Changed in {written.path}:\n")
        for line in written.difference:
            click.echo(f"  {clean(line)}".rstrip())


def _connect(server: str) -> None:
    """Run `interviews connect`; where that fails the rest goes on, and it can be said again by hand."""
    click.echo(f"\nConnecting {clean(server)} (interviews connect):")
    try:
        from cli.commands.connect import command as connect

        connect.main([server], prog_name="interviews connect", standalone_mode=False)
        from cli.commands.sync import command as sync

        sync.main([], prog_name="interviews sync", standalone_mode=False)
    except SchedulerError as error:
        click.echo(f"{clean(str(error))}\nLater: interviews connect {clean(server)}", err=True)


def _first_scan(now: str | None) -> int:
    if not app.found().settings.calendars:
        click.echo("\nNo calendar is set yet. Add one: interviews init --calendar my.ics")
        return 0
    click.echo("\nYour first scan (`interviews scan` shows it again):\n")
    from cli.commands.scan import command as scan

    status = scan.main(["--now", now] if now else [], prog_name="interviews scan", standalone_mode=False)
    click.echo("\nNext: interviews (alone, it shows where you stand), interviews config, interviews -h")
    return status if isinstance(status, int) else 0
