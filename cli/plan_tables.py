"""The plan in the terminal: before and after, why, what is left."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.output import clean, console
from scheduler.app.plan import PlanAnswer
from scheduler.findings.words import day
from scheduler.model.time import Period
from scheduler.proposals.plan.report import Report, Row, Slot

_ACTIONS = {
    "offer": "offer",
    "move": "move",
    "ask": "ask to move",
    "place": "new",
    "keep": "offered",
    "agreed": "agreed",
}
_LEVELS = {
    "unsolved": "collisions left unsolved",
    "last_resort": "moves of what others organise for many",
    "ranking": "interviews moved of the company ranked {rank}",
    "notice": "moves with less notice than owed",
    "interviews": "interviews moved",
    "people": "other people disturbed",
    "repeated": "companies asked again",
    "shortfall": "minutes missing in gaps",
    "choice": "days of choice missing",
    "distance": "minutes of distance",
    "times": "points against the times",
}


def print_plan(answer: PlanAnswer) -> None:
    """The plan, and where one was asked for, what the what-if changes."""
    out = console()
    zone = answer.situation.zone
    first, last = answer.window.start.astimezone(zone), answer.window.end.astimezone(zone)
    out.print(
        f"Plan for {day(first, zone)} {first:%H:%M} to {day(last, zone)} {last:%H:%M}, times in {zone.key}",
        style="bold",
    )
    _print_report(out, answer.report, zone)
    if answer.instead is not None:
        out.print("\nWhat would differ:", style="bold")
        for line in _difference(answer.report, answer.instead, zone):
            out.print(Padding(Text(clean(line)), (0, 0, 0, 2)))


def _print_report(out: Console, report: Report, zone: ZoneInfo) -> None:
    if not report.rows:
        out.print(
            "Nothing needs to move." if not report.left else "Nothing can move.",
            style="green" if not report.left else "yellow",
        )
    else:
        for row in report.rows:
            _print_row(out, row, zone)
    if report.left:
        out.print("Left as it is:", style="bold")
        for sentence in report.left:
            out.print(Padding(Text(clean(sentence)), (0, 0, 0, 2)))
    if report.give:
        out.print(
            "The least that would have to give (cancelled, declined, or moved in spite of what holds it):", style="bold"
        )
        for name in report.give:
            out.print(Padding(Text(clean(name)), (0, 0, 0, 2)))
    out.print(_proof(report), style="dim")


def _print_row(out: Console, row: Row, zone: ZoneInfo) -> None:
    """Title; the present time and those after it; the reasons."""
    mark = "" if row.meeting is None else f"{row.meeting.head.id}  "
    title, company = clean(row.item.title) or "(no title)", clean(row.item.company)
    name = title if not company or company.casefold() in title.casefold() else f"{title} [{company}]"
    head = Table.grid()
    head.add_row(Text(mark, style="cyan"), Text.assemble(f"{_ACTIONS[row.action]}: ", (name, "bold")))
    out.print(head)
    times = Table.grid(padding=(0, 2))
    now = "" if row.before is None else _when(row.before, zone)
    times.add_row(now, "→" if now and row.after else "", "\n".join(_slot(slot, zone) for slot in row.after))
    indent = len(mark)
    out.print(Padding(times, (0, 0, 0, indent)))
    for reason in row.reasons:
        out.print(Padding(Text(clean(reason), style="dim"), (0, 0, 0, indent)))


def _slot(slot: Slot, zone: ZoneInfo) -> str:
    people = [p for p in slot.people if not p.startswith("visitor ")]
    return _when(slot.period, zone) + (f" with {', '.join(map(clean, people))}" if people else "")


def _when(period: Period, zone: ZoneInfo) -> str:
    return f"{day(period.start, zone)} {_clock(period.start, zone)}–{_clock(period.end, zone)}"


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H:%M}"


def _proof(report: Report) -> str:
    counted = [f"{c.value} {_LEVELS[c.level].format(rank=c.detail)}" for c in report.costs if c.value]
    cost = "Cost: " + (", ".join(counted) or "nothing") + "."
    if report.optimal:
        return f"{cost} Proven: no plan costs less."
    first = next(c for c in report.costs if not c.proven)
    name = _LEVELS[first.level].format(rank=first.detail)
    return f"{cost} Not proven: {name} could be {first.bound} at best, it is {first.value}. More time: --seconds."


def _difference(one: Report, other: Report, zone: ZoneInfo) -> list[str]:
    """The rows that only one of two plans has, and the costs that differ."""
    lines: list[str] = []
    here, there = ({r.item.key: r for r in report.rows} for report in (one, other))
    for key, row in here.items():
        if key not in there:
            lines.append(f"'{row.item.title}' would stay where it is, or be gone.")
        elif [s.period for s in there[key].after] != [s.period for s in row.after]:
            then = "; ".join(_when(s.period, zone) for s in there[key].after)
            lines.append(f"'{row.item.title}' would go to {then}.")
    for key, row in there.items():
        if key not in here:
            then = "; ".join(_when(s.period, zone) for s in row.after)
            lines.append(f"'{row.item.title}' would move as well: {then}.")
    lines += [f"Solved: {text}" for text in one.left if text not in other.left]
    lines += [f"New: {text}" for text in other.left if text not in one.left]
    before = {(c.level, c.detail): c.value for c in one.costs}
    after = {(c.level, c.detail): c.value for c in other.costs}
    for level, detail in before | after:
        was, is_now = before.get((level, detail), 0), after.get((level, detail), 0)
        if was != is_now:
            lines.append(f"{_LEVELS[level].format(rank=detail)}: {is_now} instead of {was}.")
    return lines or ["Nothing."]
