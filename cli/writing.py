"""What all commands share that write to an employer: their options, and how they show the packet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from cli.output import clean, framed, print_json
from cli.request import read_request
from scheduler.app.read import ReadRequest
from scheduler.app.second_look import place
from scheduler.app.write import Edit, Wishes, Written, write
from scheduler.errors import UsageError
from scheduler.messages.facts import Situation
from scheduler.outbox.draft import draft_text, people_text

F = TypeVar("F", bound=Callable[..., Any])


def writing_options(function: F) -> F:
    """REF, sources, window, and what every message has."""
    for option in reversed(
        [
            click.argument("ref", metavar="REF"),
            click.argument("sources", nargs=-1, metavar="[SOURCE]..."),
            click.option("--to", multiple=True, metavar="'NAME <ADDRESS>'", help="Whom to write to."),
            click.option("--language", default="", metavar="LANG", help="en, de, fr or es."),
            click.option("--position", default="", metavar="TEXT", help="The position, where the invitation has none."),
            click.option("--edit", is_flag=True, help="Open the text in $EDITOR; the checker runs afterwards."),
            click.option("--json", "as_json", is_flag=True, help="Print JSON."),
        ]
    ):
        function = option(function)
    return where_options(function)


def where_options(function: F) -> F:
    """What reading needs, but for the end of the window: --to says here whom to write to, or when to move to."""
    for option in reversed(
        [
            click.option("--from", "start", metavar="WHEN", help="First day to look for REF (60 days ago)."),
            click.option("--days", type=int, metavar="N", help="Days to look for REF."),
            click.option("--zone", metavar="ZONE", help="Your time zone, such as Europe/Lisbon."),
            click.option("--now", metavar="TIME", help="Take this as the present: 2027-03-05T09:00."),
            click.option("--me", multiple=True, metavar="ADDRESS", help="Your mail address; may be given again."),
            click.option("--no-index", is_flag=True, help="Read large files anew instead of by their index."),
        ]
    ):
        function = option(function)
    return function


def where(sources: tuple[str, ...], options: dict[str, Any]) -> ReadRequest:
    """The reading that `where_options` name, taken out of `options`."""
    names = ("start", "days", "zone", "now", "me", "no_index")
    return read_request(sources, end=None, **{name: options.pop(name) for name in names})


def offer_options(function: F) -> F:
    """Where the alternatives come from."""
    for option in reversed(
        [
            click.option(
                "--slot", "slots", multiple=True, metavar="WHEN", help="A time to offer, as 2027-03-09T14:00; 2 or 3."
            ),
            click.option("--count", type=int, default=3, metavar="N", help="How many times to offer (3)."),
            click.option("--ask", is_flag=True, help="Offer no times: ask them to propose some."),
        ]
    ):
        function = option(function)
    return function


def run(situation: Situation, wishes: Wishes, options: dict[str, Any]) -> int:
    """Write one message, show the packet; 0 laid into the outbox, 1 the checker found something in it."""
    request, ref, edit, as_json, wishes = common(wishes, options)
    written = write(request, ref, situation, wishes, edit)
    return show(written, as_json)


def common(wishes: Wishes, options: dict[str, Any]) -> tuple[ReadRequest, str, Edit | None, bool, Wishes]:
    """The options that all these commands have, taken out of what click gave."""
    from dataclasses import replace

    ref, sources, as_json = options.pop("ref"), options.pop("sources"), options.pop("as_json")
    edit = edit_file if options.pop("edit") else None
    named = {name: options.pop(name) for name in ("to", "language", "position")}
    return where(sources, options), ref, edit, as_json, replace(wishes, **named)


def edit_file(path: Path) -> None:
    """$EDITOR (or $VISUAL) on a file."""
    click.edit(filename=str(path))


def day(text: str, option: str) -> date | None:
    """A date as an option gives it; None where it is not given."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{option} '{text}' is no date; write it as 2027-04-01.") from None


def show(written: Written, as_json: bool) -> int:
    """The packet as a person reads it, or as JSON."""
    if as_json:
        print_json(record(written))
    else:
        for line in _lines(written):
            click.echo(line)
    return 1 if written.violations else 0


def _lines(written: Written) -> list[str]:
    stored, packet = written.stored, written.stored.packet
    lines = [clean(written.case.title), ""]
    lines += framed(draft_text(_draft(written)))
    if packet.phone is not None:
        lines += ["", "To say on the phone:", *framed(packet.phone)]
    if packet.voicemail is not None:
        lines += ["", "To leave as a voicemail:", *framed(packet.voicemail)]
    lines += ["", "Steps:", *(f"  {n}. {clean(s)}" for n, s in enumerate(packet.steps, 1))] if packet.steps else []
    lines.append("")
    if packet.calendar is not None:
        method = next(x for x in packet.calendar.decode("utf-8", "replace").splitlines() if x.startswith("METHOD:"))
        lines.append(f"With it goes a calendar message ({method.removeprefix('METHOD:')}).")
    lines += [clean(note) for note in written.notes]
    body = _draft(written).body
    for v in written.violations:
        at = "" if v.span is None else f" ({place(body, v.span[0])})"
        lines.append(f"check {v.rule}: {clean(v.message)}{at}")
    for other in written.earlier:
        lines.append(
            f"Another message about this interview waits: {other.id} ({other.kind.replace('_', ' ')}, {other.state}); "
            f"put it aside with `interviews outbox drop {other.id}`."
        )
    lines += _holding(written)
    return [*lines, *_next(written), f"It lies in {clean(stored.folder)}"]


def _holding(written: Written) -> list[str]:
    """How to keep offered times free until they are answered (E36)."""
    packet, case = written.stored.packet, written.case
    if packet.kind not in ("reschedule", "apologise") or not packet.alternatives:
        return []
    zone = case.situation.zone
    slots = " ".join(f"--slot {p.start.astimezone(zone):%Y-%m-%dT%H:%M}" for p in packet.alternatives)
    return [f"To keep these times free until they answer: interviews hold {case.occurrence.id} {slots}"]


def _draft(written: Written) -> Any:
    from scheduler.outbox.draft import parse_draft
    from scheduler.outbox.folder import TEXT

    path = Path(written.stored.folder) / TEXT
    return parse_draft(path.read_text("utf-8"), str(path))


def _next(written: Written) -> list[str]:
    name, state = written.stored.id, written.tracked.state
    if state in ("sent", "handed-over", "unknown", "sending"):
        return [f"This very message is '{state}' already: packet {name} (`interviews outbox --all`)."]
    return [f"Draft {name}; nothing has left. To look at it again and send it: interviews send {name}"]


def record(written: Written) -> dict[str, Any]:
    """The packet as JSON."""
    packet, about = written.stored.packet, written.case.about
    draft = _draft(written)
    return {
        "id": written.stored.id,
        "state": written.tracked.state,
        "kind": packet.kind,
        "company": packet.company,
        "position": about.position,
        "uid": packet.uid,
        "recurrence_id": packet.recurrence_id,
        "start": about.period.start.isoformat(),
        "end": about.period.end.isoformat(),
        "to": people_text(draft.to),
        "subject": draft.subject,
        "text": draft.body,
        "phone": packet.phone,
        "voicemail": packet.voicemail,
        "steps": list(packet.steps),
        "alternatives": [{"start": p.start.isoformat(), "end": p.end.isoformat()} for p in packet.alternatives],
        "channel": packet.channel,
        "calendar": None if packet.calendar is None else packet.calendar.decode("utf-8", "replace"),
        "follow_up": None if packet.follow_up is None else packet.follow_up.isoformat(),
        "violations": [{"rule": v.rule, "message": v.message} for v in written.violations],
        "notes": list(written.notes),
        "waiting": [other.id for other in written.earlier],
        "folder": written.stored.folder,
        "next": f"interviews send {written.stored.id}",
    }
