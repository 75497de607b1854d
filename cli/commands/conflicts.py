"""`interviews conflicts`: two versions of one event, and the user's choice."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import click

from cli.output import clean, print_json
from scheduler.app import conflicts as app


@click.command()
@click.argument("ref", required=False, metavar="[REF]")
@click.option("--keep", type=click.Choice(["here", "there"]), help="Keep the version of this side.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(ref: str | None, keep: Literal["here", "there"] | None, as_json: bool) -> int:
    """List events that were changed on both sides in ways that do not fit together; REF --keep chooses."""
    if keep is not None:
        if ref is None:
            raise click.UsageError("Say which conflict: interviews conflicts REF --keep here|there.")
        shown = app.choose(ref, keep, datetime.now(UTC))
        click.echo(f"'{clean(shown.title)}': the version {keep} stays. The other one goes with `interviews sync`.")
        return 0
    found = [s for s in app.listing() if ref in (None, s.ref, s.conflict.name)]
    if as_json:
        print_json([_record(s) for s in found])
    elif not found:
        click.echo("There are no conflicts.")
    for shown in found if not as_json else ():
        click.echo(f"{shown.ref}  {clean(shown.title)}  ({clean(shown.calendar.name)})")
        click.echo(f"    changed on both sides: {clean(', '.join(shown.conflict.reasons))}")
        if ref is not None:
            click.echo("--- here\n" + _text(shown.conflict.here) + "--- there\n" + _text(shown.conflict.there))
    return 1 if found else 0


def _text(data: bytes) -> str:
    return "".join(f"    {clean(line)}\n" for line in data.decode("utf-8", "replace").splitlines())


def _record(shown: app.Shown) -> dict[str, object]:
    return {
        "ref": shown.ref,
        "calendar": shown.calendar.name,
        "name": shown.conflict.name,
        "title": shown.title,
        "reasons": list(shown.conflict.reasons),
        "here": shown.conflict.here.decode("utf-8", "replace"),
        "there": shown.conflict.there.decode("utf-8", "replace"),
    }
