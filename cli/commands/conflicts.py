"""`interviews conflicts`: two versions of one event, and the user's choice."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import click

from cli.output import clean, console, print_json
from scheduler.app import conflicts as app


@click.command()
@click.argument("ref", required=False, metavar="[REF]")
@click.option("--keep", type=click.Choice(["here", "there"]), help="Keep the version of this side.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(ref: str | None, keep: Literal["here", "there"] | None, as_json: bool) -> int:
    """List events that were changed on both sides in ways that do not fit together; REF --keep chooses.

    REF is the short name that the list shows (c1) or a part of the title. --json has both versions whole.
    """
    if keep is not None:
        if ref is None:
            raise click.UsageError("Say which conflict: interviews conflicts REF --keep here|there.")
        shown = app.choose(ref, keep, datetime.now(UTC))
        click.echo(f"'{clean(shown.title)}': the version {keep} stays. The other one goes with `interviews sync`.")
        return 0
    found = app.matching(ref)
    if as_json:
        print_json([_record(s) for s in found])
    elif not found:
        click.echo("There are no conflicts." if ref is None else f"There is no conflict '{ref}'.")
    else:
        _print(found, app.own_zone())
    return 1 if found else 0


def _print(found: list[app.Shown], zone: ZoneInfo) -> None:
    """Each with its title, what each side says, and the two commands."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    out = console()
    for shown in found:
        out.print(
            Text.assemble((shown.ref, "cyan"), "  ", (clean(shown.title), "bold"), f"  ({clean(shown.calendar.name)})")
        )
        table = Table("changed", "here", "there", box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
        for difference in shown.differences(zone):
            table.add_row(*(Text(clean(text) or "nothing", overflow="fold") for text in difference))
        reasons = Text(f"changed on both sides: {clean(', '.join(shown.conflict.reasons))}")
        out.print(Padding(table if table.row_count else reasons, (0, 0, 0, 4)))
        for side in ("here", "there"):
            out.print(f"    interviews conflicts {shown.ref} --keep {side}", style="cyan")


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
