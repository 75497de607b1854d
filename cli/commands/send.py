"""`interviews send ID`: shows what leaves, asks, and says what came of it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from cli.output import clean, framed
from scheduler.app import send as app
from scheduler.app.outbox import entered
from scheduler.model.time import Period
from scheduler.outbox.draft import draft_text
from scheduler.outbox.handover import Handover
from scheduler.outbox.wire import parts

_WHY = {"taken": "is no longer free", "past": "has passed", "short": "comes with too little notice"}


@click.command()
@click.argument("packet", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask: agree to this packet, if it was shown in this very form before.")
@click.option("--anyway", is_flag=True, help="Send it in spite of the rules that its text breaks.")
def command(packet: str, yes: bool, anyway: bool) -> int:
    """Send one packet of the outbox: look again, show exactly what leaves, ask, send.

    ID is a packet's identifier, or its beginning, as `interviews outbox` shows it.
    """
    from scheduler.app.second_look import SecondLook

    with entered() as room:
        second = SecondLook(room, packet, _now)
        result = app.send(
            room,
            packet,
            Terminal(room.zone, bool(room.account.host)),
            _now,
            yes=yes,
            anyway=anyway,
            again=second.again,
            check=second.check,
        )
    match result:
        case app.Sent(reply):
            click.echo(f"Sent ({clean(reply)}).")
        case app.Kept():
            click.echo("Nothing was sent.")
            return 1
        case Handover():
            click.echo(_handover_text(result, packet))
    return 0


def _now() -> datetime:
    return datetime.now(UTC)


class Terminal:
    """Shows on standard output, and asks where somebody sits at the terminal."""

    def __init__(self, zone: ZoneInfo, account: bool) -> None:
        self._zone = zone
        self._question = "Send it?" if account else "Take it over, to send it yourself?"

    def show(self, preview: app.Preview) -> None:
        click.echo(preview_text(preview, self._zone))

    def ask(self, preview: app.Preview) -> bool:
        if not sys.stdin.isatty():
            click.echo(f"Nobody is there to be asked. If it is right: interviews send {preview.tracked.id} --yes")
            return False
        return click.confirm(self._question, default=False)


def preview_text(preview: app.Preview, zone: ZoneInfo) -> str:
    """Everything that leaves, to whom, over what; then the steps around it, and what is wrong."""
    packet = preview.stored.packet
    blocks = [
        f"Packet {preview.tracked.id}: {packet.kind.replace('_', ' ')}, {clean(packet.company)} "
        f"({preview.tracked.state})",
        f"From: {preview.letter.sender}\nGoes to: {', '.join(preview.letter.recipients) or 'nobody yet'}\n"
        f"Over: {preview.route}\nParts: {clean('; '.join(parts(preview.letter)))}",
        _framed("The mail", draft_text(preview.draft)),
    ]
    if packet.calendar is not None:
        blocks.append(_framed("The calendar message in it", packet.calendar.decode("utf-8", "replace")))
    if packet.phone is not None:
        blocks.append(_framed("To say on the phone (does not leave)", packet.phone))
    if packet.voicemail is not None:
        blocks.append(_framed("To leave as a voicemail (does not leave)", packet.voicemail))
    if packet.steps:
        blocks.append("\n".join(["Steps:", *(f"  {n}. {clean(s)}" for n, s in enumerate(packet.steps, 1))]))
    return "\n\n".join([*blocks, *_wrong(preview, zone)])


def _wrong(preview: app.Preview, zone: ZoneInfo) -> list[str]:
    lines = [f"{p.severity}: {clean(p.message)}" for p in preview.problems]
    if preview.recheck.call_first:
        lines.append("warning: less than 24 hours are left by now: call first, the mail comes after that (E11).")
    lines += [f"error: {_when(s.slot, zone)} {_WHY[s.why]}." for s in preview.recheck.stale]
    if preview.recheck.instead:
        lines.append(f"Free instead: {'; '.join(_when(p, zone) for p in preview.recheck.instead)}.")
    return ["\n".join(lines)] if lines else []


def _handover_text(handover: Handover, packet: str) -> str:
    lines = [
        "Handed over. Open this in your mail program:",
        f"  {handover.mailto}",
        *([] if handover.whole else ["  (the text was too long for it: copy it from above)"]),
        f"or open this file, which is the whole mail: {clean(handover.export)}",
    ]
    if handover.invite is not None:
        lines.append(f"With the mailto: address, attach this yourself: {clean(handover.invite)}")
    lines.append(f"When it went, say so: interviews outbox settle {packet} --sent")
    return "\n".join(lines)


def _framed(title: str, text: str) -> str:
    return "\n".join([f"{title}:", *framed(text)])


def _when(period: Period, zone: ZoneInfo) -> str:
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    return f"{start:%a %Y-%m-%d %H:%M}–{end:%H:%M} {start:%Z}"
