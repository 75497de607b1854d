"""`interviews undo`: the last change that a command made to a calendar, taken back."""

from __future__ import annotations

import click

from cli.output import clean
from scheduler.app import undo as app
from scheduler.stores.changes import Change
from scheduler.sync.report import title


@click.command()
@click.option("--dry-run", is_flag=True, help="Show what would be taken back, and do nothing.")
def command(dry_run: bool) -> int:
    """Take back the last change that a command made to a calendar, if nobody has changed it since.

    A calendar on a server hears of it with the next `interviews sync`, which mails nobody without asking you.
    """
    changes = app.pending() if dry_run else app.undo()
    if not changes:
        click.echo("There is nothing to take back.")
    for change in changes:
        click.echo(("Would be taken back: " if dry_run else "Taken back: ") + _words(change))
    return 0


def _words(change: Change) -> str:
    name = title(change.after or change.before or b"") or change.href
    what = "new" if change.before is None else "deleted" if change.after is None else "changed"
    return f"'{clean(name)}' ({what} by `interviews {change.command}`, {change.at:%Y-%m-%d %H:%M %Z})"
