"""`interviews settle`: a time was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from cli.options import read_request, window_options
from cli.output import clean, print_json
from scheduler.app import settle as app
from scheduler.app.case import when
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
    done = app.settle(app.SettleRequest(read_request(sources, **options), ref, slot, calendar, anyway))
    if as_json:
        print_json(_record(done))
        return 0
    for line in _lines(done):
        click.echo(clean(line))
    return 0


def _lines(done: app.Settled) -> Iterator[str]:
    if done.completed:
        yield f"Completed what {_count(done.completed, 'interrupted run')} left over."
    dropped = sum(isinstance(s, Drop) for s in done.steps)
    if done.role == "nothing":
        parts = [
            f"{_count(dropped, 'hold')} removed" if dropped else "",
            f"{_count(done.moved, 'block')} moved" if done.moved else "",
        ]
        yield (", ".join(p for p in parts if p) or "Nothing is left over") + "."
        return
    assert done.slot is not None
    yield f"{done.title}: {when(done.slot, done.zone)}"
    if done.role == "attendee":
        yield from _attendee(done)
    else:
        yield f"  moved, {_count(done.moved, 'change')} in all" if done.moved else "  stands there already"
    if dropped:
        yield f"  {_count(dropped, 'hold')} removed"
    yield from _told(done)
    if done.moved or done.steps:
        yield "  `interviews undo` takes it back."


def _attendee(done: app.Settled) -> Iterator[str]:
    if done.arrived:
        yield "  their invitation is here; nothing needs to be held any more"
        return
    new = any(isinstance(s, Put) for s in done.steps)
    known = any(isinstance(s, Agree) for s in done.steps)
    yield "  now held" if new else "  agreed" if known else "  agreed already"
    yield "  They organise it: their invitation moves it, the hold stays until then. `interviews accept` answers them."


def _told(done: app.Settled) -> Iterator[str]:
    if done.role != "organizer":
        return
    match done.mailer:
        case "server":
            yield "  The server tells the others: `interviews sync` shows whom, and asks before it does."
        case "us":
            yield "  Nobody has been told yet: `interviews update` writes the invitation for the others."
        case "nobody":
            pass
        case None:
            yield "  Whether the server tells the others is not known: ask it with `interviews doctor`."


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
        "moved": done.moved,
        "completed": done.completed,
        "told_by": done.mailer,
    }
