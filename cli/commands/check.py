"""`interviews check`: which rules a text breaks."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import click

from cli.output import clean, print_json
from cli.writing import where, where_options
from scheduler.app.check import KINDS, Checked, CheckRequest, Form, check
from scheduler.errors import UsageError


@click.command(short_help="Say which rules of etiquette a text breaks.")
@click.argument("file", metavar="FILE|ID|-")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--about", default="", metavar="REF", help="The interview that the text is about.")
@click.option("--kind", type=click.Choice(list(KINDS)), default="reschedule", help="What the text is meant to be.")
@click.option("--form", type=click.Choice(get_args(Form)), default="email", help="A mail, or what is said.")
@click.option("--language", default="", metavar="LANG", help="en, de, fr or es.")
@click.option("--position", default="", metavar="TEXT", help="The position, where the invitation has none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@where_options
def command(
    file: str,
    sources: tuple[str, ...],
    about: str,
    kind: str,
    form: Form,
    language: str,
    position: str,
    as_json: bool,
    **options: Any,
) -> int:
    """Check a text that you wrote or edited, or a packet of the outbox.

    It names what is missing (position, date, zone, apology, thanks, …) and what should not be there: blame, private
    detail, vague words, a second reason, words of your other entries. Exit status: 0 nothing found, 1 something.
    """
    if not about and not Path(file).exists() and file != "-":
        return _packet(file, as_json)
    request = CheckRequest(where(sources, options), _text(file), about, kind, form, language, position)
    return _show(check(request), as_json)


def _packet(name: str, as_json: bool) -> int:
    """A packet by its identifier: with all that is known of it."""
    from scheduler.app.outbox import entered, find
    from scheduler.app.second_look import SecondLook

    now = datetime.now(UTC)
    with entered() as room:
        tracked = find(room, name, now)
        problems = SecondLook(room, name, lambda: now).check(
            room.outbox.read(tracked.id).packet, room.outbox.draft(tracked.id)
        )
    if as_json:
        print_json([{"severity": p.severity, "message": p.message} for p in problems])
    else:
        for p in problems:
            click.echo(clean(f"{p.severity}: {p.message}"))
        if not problems:
            click.echo("Nothing is wrong with it.")
    return 1 if problems else 0


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8 text; save it again as UTF-8.") from None


def _show(checked: Checked, as_json: bool) -> int:
    if as_json:
        found = [{"rule": f.rule, "message": f.message, "where": f.where or None} for f in checked.found]
        print_json({"title": checked.case.title, "violations": found})
        return 1 if found else 0
    click.echo(clean(checked.case.title))
    for f in checked.found:
        click.echo(clean(f"  {f.rule}: {f.message}" + (f" ({f.where})" if f.where else "")))
    if not checked.found:
        click.echo("Nothing is wrong with it.")
    return 1 if checked.found else 0
