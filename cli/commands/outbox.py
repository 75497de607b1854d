"""`interviews outbox`: the packets, and what the user does with them besides sending."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from cli.output import clean, console, print_json
from scheduler.app import outbox as app
from scheduler.model.time import Period
from scheduler.outbox.entry import Tracked

_LONGEST_ADDRESS = 40


@click.group(invoke_without_command=True)
@click.option("--all", "everything", is_flag=True, help="Also what was sent or dropped.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/schema/outbox.schema.json).")
@click.pass_context
def command(ctx: click.Context, everything: bool, as_json: bool) -> int:
    """List the messages that wait to be sent, handed over or settled.

    \b
    draft        written; look at it: interviews outbox show ID
    approved     you agreed to it, and it has not left
    failed       it did not go; `interviews send ID` tries again
    unknown      it may have arrived; you settle it
    handed-over  you send it yourself, and say when it went
    """
    if ctx.invoked_subcommand is not None:
        return 0
    with app.entered() as room:
        packets = app.listing(room, _now(), everything)
        offered = app.offered(room, packets) if as_json else {}
        zone = room.zone
    if as_json:
        print_json([_record(p, offered.get(p.id, ())) for p in packets])
    elif not packets:
        click.echo("The outbox is empty.")
    else:
        _table(packets, zone)
    return 0


@command.command()
@click.argument("packet", metavar="ID")
def show(packet: str) -> int:
    """Show a packet: exactly what would leave, to whom, over what; `send ID --yes` then takes just this."""
    from cli.commands.send import preview_text
    from scheduler.app import send
    from scheduler.app.second_look import SecondLook

    with app.entered() as room:
        second = SecondLook(room, packet, _now)
        preview = send.show(room, packet, _now(), second.again, second.check)
        _, steps = app.history(room, preview.tracked.id, _now())
        click.echo(preview_text(preview, room.zone))
        click.echo("\nHistory:")
        for step in steps:
            click.echo(f"  {step.at.astimezone(room.zone):%Y-%m-%d %H:%M} {step.state} {clean(step.note)}".rstrip())
    return 0


@command.command()
@click.argument("packet", metavar="ID")
def edit(packet: str) -> int:
    """Open a packet's text in $EDITOR; the words are checked when it is shown or sent."""
    with app.entered() as room:
        stored, path = app.text_file(room, packet, _now())
    click.edit(filename=str(path))
    with app.entered() as room:
        room.outbox.mail(stored)
    click.echo(f"Look at it: interviews outbox show {stored.id}")
    return 0


@command.command()
@click.argument("packet", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
def export(packet: str, file: Path | None) -> int:
    """Write the whole mail as FILE (.eml), or into the packet's folder."""
    with app.entered() as room:
        path = app.export(room, packet, file, _now())
    click.echo(str(path))
    return 0


@command.command()
@click.argument("packet", metavar="ID")
@click.option("--sent/--not-sent", default=None, help="It went, or it did not.")
def settle(packet: str, sent: bool | None) -> int:
    """Say whether a packet went that is unknown or was handed over to you."""
    if sent is None:
        raise click.UsageError("Say --sent or --not-sent.")
    with app.entered() as room:
        tracked = app.settle(room, packet, sent, _now())
    click.echo(f"{tracked.id} is '{tracked.state}' now.")
    return 0


@command.command()
@click.argument("packet", metavar="ID")
def drop(packet: str) -> int:
    """Put a packet aside that shall not be sent."""
    with app.entered() as room:
        tracked = app.drop(room, packet, _now())
    click.echo(f"{tracked.id} is dropped; its folder stays until you delete it.")
    return 0


def _table(packets: tuple[Tracked, ...], zone: ZoneInfo) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("ID", "State", "What", "Interview", box=None, pad_edge=False)
    # An address is copied whole or not at all: it stands on a line of its own, and other columns fold first.
    table.add_column("To", min_width=min(_LONGEST_ADDRESS, max(len(clean(p.who)) for p in packets)))
    for packet in packets:
        when = "" if packet.when is None else f"{packet.when.start.astimezone(zone):%a %d %b %H:%M}"
        to = "\n".join(clean(text) for text in dict.fromkeys((packet.company, packet.who)) if text)
        cells = (*map(clean, (packet.id, packet.state, packet.kind.replace("_", " "), when)), to)
        table.add_row(*(Text(c, overflow="fold") for c in cells))
    console().print(table)
    for packet in packets:
        if packet.state in ("failed", "unknown") and packet.note:
            click.echo(f"{packet.id}: {clean(packet.note)}")


def _record(packet: Tracked, offered: tuple[Period, ...]) -> dict[str, Any]:
    when = packet.when
    return {
        "id": packet.id,
        "state": packet.state,
        "changed": packet.changed.isoformat(),
        "note": packet.note,
        "kind": packet.kind,
        "uid": packet.uid,
        "recurrence_id": packet.recurrence_id,
        "company": packet.company,
        "start": None if when is None else when.start.isoformat(),
        "end": None if when is None else when.end.isoformat(),
        "alternatives": [{"start": p.start.isoformat(), "end": p.end.isoformat()} for p in offered],
        "to": packet.who,
        "subject": packet.subject,
        "message_id": packet.message_id,
        "follow_up": None if packet.follow_up is None else packet.follow_up.isoformat(),
    }


def _now() -> datetime:
    return datetime.now(UTC)
