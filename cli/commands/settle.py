"""`interviews settle`: a time was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import click

from cli.candidates import rows
from cli.options import window_options
from cli.output import clean, print_json
from cli.request import read_request
from scheduler.app import settle as app
from scheduler.app.alter import told
from scheduler.app.case import when
from scheduler.app.read import ReadRequest
from scheduler.app.settle_moves import Moved
from scheduler.holds.steps import Agree, Drop, Put


@click.command(short_help="Note that a time was agreed: what was held for the rest goes.")
@click.argument("words", nargs=-1, metavar="[REF] [SLOT] [SOURCE]...")
@click.option("--calendar", metavar="NAME|FILE", default="", help="Where the holds are, if the settings do not say.")
@click.option("--anyway", is_flag=True, help="Take a time in spite of another entry of yours.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@window_options
def command(words: tuple[str, ...], calendar: str, anyway: bool, as_json: bool, **options: Any) -> int:
    """Note that a time was agreed. SLOT is a time, or the number of a hold; REF may be a hold itself.

    What somebody else organises is not moved: the agreed hold stays until their invitation arrives. What you organise
    or keep yourself moves, with its preparation, travel and debrief blocks. All other holds go.

    Without REF, what is left over is completed: holds that the invitation has answered by now, and whatever a run
    that was interrupted did not get to.
    """
    ref, slot, sources = (words[0] if words else ""), (words[1] if len(words) > 1 else ""), words[2:]
    read = read_request(sources, **options)
    done = app.settle(app.SettleRequest(read, ref, slot, calendar, anyway))
    if as_json:
        print_json(_record(done))
        return 0
    for line in _lines(done):
        click.echo(clean(line))
    if not ref:
        for line in _open(read):
            click.echo(clean(line))
    return 0


def _open(read: ReadRequest) -> list[str]:
    """What is still held, and how to settle it."""
    from scheduler.app.candidates import requests

    found = requests(read)
    if not found:
        return []
    return ["Times are held for:", *rows(found), f"When one is agreed: interviews settle {found[0].ref} NUMBER"]


def _lines(done: app.Settled) -> Iterator[str]:
    for moved in done.completed:
        yield "Completed what an interrupted run left over:"
        yield from _moved(moved, done.zone)
    dropped = sum(isinstance(s, Drop) for s in done.steps)
    if done.role == "nothing":
        parts = [
            f"{_count(dropped, 'hold')} removed" if dropped else "",
            f"{_count(done.blocks, 'block')} moved along" if done.blocks else "",
        ]
        yield (", ".join(p for p in parts if p) or "Nothing else is left over") + "."
        return
    assert done.slot is not None
    yield f"{done.title}: {when(done.slot, done.zone)}"
    if done.role == "attendee":
        yield from _attendee(done)
    else:
        yield from _moved(done.moved, done.zone)
    if dropped:
        yield f"  {_count(dropped, 'hold')} removed"
    if done.steps or done.blocks or any(c.written for c in done.moved.entries):
        yield "  `interviews undo` takes it back."


def _attendee(done: app.Settled) -> Iterator[str]:
    if done.arrived:
        yield "  their invitation is here; nothing needs to be held any more"
        if done.blocks:
            yield f"  {_count(done.blocks, 'block')} moved along"
        return
    new = any(isinstance(s, Put) for s in done.steps)
    known = any(isinstance(s, Agree) for s in done.steps)
    yield "  now held" if new else "  agreed" if known else "  agreed already"
    yield "  They organise it: the hold stays until their invitation moves it. `interviews accept` answers them."


def _moved(moved: Moved, zone: ZoneInfo) -> Iterator[str]:
    for change in moved.entries:
        yield f"  {told(change, zone)}"
    if moved.blocks:
        yield f"  {_count(moved.blocks, 'block')} around it moved along"
    yield from (f"  {note}" for note in moved.notes)
    for packet in moved.packets:
        to = ", ".join(p.address or "" for p in packet.packet.recipients)
        yield f"  draft {packet.id} tells {to}; to look at it and send it: interviews send {packet.id}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _record(done: app.Settled) -> dict[str, Any]:
    slot = done.slot
    return {
        "role": done.role,
        "title": done.title,
        "slot": None if slot is None else {"start": slot.start.isoformat(), "end": slot.end.isoformat()},
        "arrived": done.arrived,
        "steps": [{"step": type(s).__name__.lower(), "uid": s.hold.uid} for s in done.steps],
        "moved": [c.occurrence.uid for c in done.moved.entries if c.written],
        "blocks": done.blocks + done.moved.blocks,
        "packets": [p.id for p in done.moved.packets],
        "notes": list(done.moved.notes),
        "completed": len(done.completed),
    }
