"""The state of things on one screen: next interview, what is wrong, what waits, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.output import clean, console
from cli.tables import unseen
from scheduler.app.home import Home, Waiting
from scheduler.findings.words import clock, day, span
from scheduler.model.occurrence import Occurrence
from scheduler.outbox.entry import Tracked

_MARKS = {"critical": ("!!", "bold red"), "warning": (" !", "yellow"), "info": (" ·", "dim")}
_STATES = {
    "draft": "is written, not sent",
    "approved": "is approved, not sent",
    "sending": "is being sent",
    "sent": "was sent",
    "failed": "did not go",
    "unknown": "may have gone",
    "handed-over": "was handed over to you",
}
_WORST = 3


def print_home(state: Home) -> None:
    out = console()
    for line in _lines(state):
        out.print(line)


def _lines(state: Home) -> Iterator[RenderableType]:
    zone = state.result.situation.zone
    local = state.now.astimezone(zone)
    yield Text(f"{day(state.now, zone)} {local.year}, {local:%H:%M} in {zone.key}", style="dim")
    yield from _next(state)
    yield Text()
    yield from _wrong(state)
    waits = list(_waiting(state.waiting, zone))
    if waits:
        yield Text("\nWaiting:", style="bold")
        yield from (Padding(Text(clean(line)), (0, 0, 0, 3)) for line in waits)
    yield Text("\nTo do next:", style="bold")
    grid = Table.grid(padding=(0, 2))
    for step in state.steps:
        grid.add_row(Text(f"   {step.command}", style="cyan"), Text(clean(step.why)))
    yield grid


def _next(state: Home) -> Iterator[RenderableType]:
    o, zone = state.next, state.result.situation.zone
    if o is None:
        last = state.result.situation.timeline.window.end
        yield Text(f"No interview until {day(last, zone)}.", style="bold")
        return
    yield Text.assemble(("Next: ", "bold"), (clean(o.summary) or "(no title)", "bold"), (f"  {o.id}", "cyan"))
    yield Padding(Text(f"{clean(span(o, zone))}, {_countdown(o, state)}{_theirs(o, zone)}"), (0, 0, 0, 6))
    for line in _reach(o):
        yield Padding(Text(clean(line), overflow="fold"), (0, 0, 0, 6))


def _countdown(o: Occurrence, state: Home) -> str:
    left = o.period.start - state.now
    if left <= timedelta(0):
        return "it is going on now"
    minutes = int(left.total_seconds() // 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"in {days} day{'s' if days > 1 else ''}" + (f" {hours} h" if hours else "")
    return f"in {hours} h {rest} min" if hours else f"in {rest} minute{'' if rest == 1 else 's'}"


def _theirs(o: Occurrence, zone: ZoneInfo) -> str:
    """The employer's clock, where it shows another time."""
    name = o.interview.employer_zone if o.interview is not None else None
    if not name or o.all_day:
        return ""
    here, there = o.period.start.astimezone(zone), o.period.start.astimezone(ZoneInfo(name))
    if here.utcoffset() == there.utcoffset():
        return ""
    return f" ({there:%a %H:%M} in {name})"


def _reach(o: Occurrence) -> Iterator[str]:
    """How to get there: the link, else the number, else the place."""
    facts = o.interview
    if facts is not None and facts.join_link:
        yield f"join: {facts.join_link}"
    elif facts is not None and facts.phone:
        yield f"phone: {facts.phone}"
    elif o.event.location:
        yield f"at: {o.event.location}"
    else:
        yield "no link, number or place is in the invitation: ask for it"


def _wrong(state: Home) -> Iterator[RenderableType]:
    count, later = len(state.soon), f"; {state.later} more after that" if state.later else ""
    if not count:
        timeline = state.result.situation.timeline
        if timeline.unread and not timeline.opened:
            yield Text("Nothing could be read.", style="bold")
            return
        some = " around your interviews" if state.result.unseen else ""
        yield Text(f"Nothing is wrong{some} in the next 7 days{later}.", style="green" if not state.later else "bold")
        if state.result.unseen:
            yield Text(unseen(state.result, "interviews scan --all"), style="yellow")
        return
    serious = sum(f.severity == "critical" for f in state.soon)
    many = f"{count} finding{'s' if count > 1 else ''}" + (f", {serious} of them serious" if serious else "")
    yield Text(f"Wrong in the next 7 days: {many}{later}", style="bold")
    grid = Table.grid(padding=(0, 1))
    for finding in state.soon[:_WORST]:
        mark, style = _MARKS[finding.severity]
        grid.add_row(Text(mark, style=style), Text(clean(finding.message)))
    yield grid
    if count > _WORST or state.later:
        yield Text("   … all of them: interviews scan", style="dim")


def _message(packet: Tracked) -> str:
    kind = packet.kind.replace("_", " ")
    return f"{packet.id}: the message to {packet.company or packet.who} ({kind}) {_STATES[packet.state]}"


def _waiting(waiting: Waiting, zone: ZoneInfo) -> Iterator[str]:
    yield from (f.message for f in waiting.due)
    asked = {a.packet.id for a in waiting.asked}
    yield from (_message(p) for p in waiting.packets if p.id not in asked)
    for a in waiting.asked:
        times = ", ".join(f"{day(p.start, zone)} {clock(p.start, zone)}" for p in a.slots)
        offers = f", with {times}" if times else ""
        yield f"{_message(a.packet)} on {day(a.packet.changed, zone)}{offers}; no answer is noted yet"
    yield from (f"a change to '{h.summary}' would mail people, and waits for your word" for h in waiting.held)
    yield from (f"'{name}' was changed here and on the server: interviews conflicts" for name in waiting.conflicts)
