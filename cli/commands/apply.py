"""`interviews apply`: carry a saved plan out."""

from __future__ import annotations

from typing import Any

import click

from cli.output import clean, print_json
from cli.writing import where, where_options
from scheduler.app.apply import Applied, ApplyRequest, apply
from scheduler.app.reason import reason_of


@click.command(short_help="Carry out a saved plan: move what is yours, draft every message, hold the times.")
@click.argument("plan", metavar="[PLAN]", default="last")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@click.option("--no-holds", is_flag=True, help="Hold none of the offered times.")
@click.option("--reason", default="conflict", metavar="WORD|TEXT", help="What the messages give as reason (conflict).")
@click.option("--language", default="", metavar="LANG", help="en, de, fr or es, for all messages.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@where_options
def command(
    plan: str,
    sources: tuple[str, ...],
    dry_run: bool,
    no_holds: bool,
    reason: str,
    language: str,
    as_json: bool,
    **options: Any,
) -> int:
    """Carry out a plan that `interviews plan --save` kept: PLAN is its identifier, its file, or 'last'.

    If it still fits, your own entries move, every message is drafted (also those to people of other events that move),
    and the offered times are held. Nothing is sent. Interrupted, call it again: it goes on where it was.

    Exit status: 0 nothing remains for you but to send, 1 something remains, 2 it cannot be carried out; of --dry-run,
    what the real call would have as far as the calendars tell.
    """
    read = where(sources, options)
    done = apply(ApplyRequest(read, plan, reason_of(reason), language, not no_holds, dry_run))
    if as_json:
        print_json(
            {
                "plan": done.plan.id,
                "done": done.done,
                "remaining": done.remaining,
                "refused": done.refused,
                "unheld": done.unheld or None,
                "packets": [{"id": p.id, "kind": p.packet.kind, "company": p.packet.company} for p in done.packets],
            }
        )
    else:
        _print(done, dry_run)
    if done.refused:
        return 2
    return 1 if done.unheld or (done.remaining and not dry_run) else 0


def _print(done: Applied, dry_run: bool) -> None:
    click.echo(f"Plan {done.plan.id}:")
    for line in done.done:
        click.echo(clean(f"  {line}"))
    for stored in done.packets:
        who = ", ".join(p.address or "" for p in stored.packet.recipients)
        click.echo(clean(f"  Draft {stored.id} ({stored.packet.kind.replace('_', ' ')}) to {who}"))
    if done.remaining and not dry_run:
        click.echo("What remains for you:")
    for line in done.remaining:
        for part in line.split("\n"):
            click.echo(clean(f"  {part}"))
    for line in done.refused:
        click.echo(clean(f"It would be refused, and nothing done: {line}"))
    if done.unheld:
        click.echo(clean(f"The times would not be held: {done.unheld}"))
    if done.packets:
        click.echo("Look at each and send it: interviews send ID")
    if not dry_run and any("was moved" in line for line in done.done):
        click.echo("`interviews undo` takes the last change of a calendar back.")
