"""The tables that a person reads at a glance."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.output import LONGEST, clean, console
from cli.why import print_why
from scheduler.app.read import Situation
from scheduler.app.scan import ScanResult
from scheduler.findings.notice import until
from scheduler.findings.own_time import in_utc, own_time, own_times
from scheduler.findings.words import clock, day, is_over, span, whose
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.timeline.busy import own_answer

_STYLES = {"critical": "bold red", "warning": "yellow", "info": "dim"}
_MARKS = {"critical": "!!", "warning": "!", "info": "·"}
# Columns, below which a table leaves no room for titles.
_NARROW = 76
# More rows than anybody reads; laying out a table takes its time.
_MOST = 1000
# Of the entries of a finding.
_NAMED = 6
_KINDS = {
    "overlap": "overlap",
    "tight": "too tight",
    "short_notice": "short notice",
    "outside_hours": "odd hours",
    "overload": "too many",
    "no_preparation": "no time to prepare",
    "ambiguous_time": "unclear time",
    "unanswered": "not answered",
    "duplicate": "twice",
    "follow_up": "follow up",
}


def print_agenda(situation: Situation, why: bool) -> None:
    """What is in the window, a line an occurrence, by day."""
    out = console()
    timeline = situation.timeline
    out.print(_window(timeline, situation), style="bold")
    if not timeline.occurrences:
        _print_nothing(out, timeline)
        return
    (_print_days if out.width < _NARROW else _print_day_table)(out, situation)
    _print_rest(out, len(timeline.occurrences), "entries")
    owners = {o.owner for o in timeline.occurrences if o.owner}
    interviews = sum(o.interview is not None for o in timeline.occurrences)
    count = len(timeline.occurrences)
    total = f"{count} {'entry' if count == 1 else 'entries'}, {interviews} of them interviews (●)"
    out.print(total + (f", of {len(owners) + 1} people." if owners else "."))
    if why:
        print_why(out, situation)


def _print_day_table(out: Console, situation: Situation) -> None:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("ID", style="cyan", no_wrap=True)
    table.add_column("Day", no_wrap=True)
    table.add_column("Time", no_wrap=True)
    table.add_column("What", overflow="fold", ratio=1)
    table.add_column("", no_wrap=True)
    timeline = situation.timeline
    shown: date | None = None
    for o in timeline.occurrences[:_MOST]:
        start = o.period.start.astimezone(timeline.zone)
        when = day(o.period.start, timeline.zone) if start.date() != shown else ""
        shown = start.date()
        table.add_row(o.id, when, _time(o, timeline), _what(o, timeline), _state(o, situation))
    out.print(table)


def _print_days(out: Console, situation: Situation) -> None:
    """The same where there is little room."""
    timeline = situation.timeline
    shown: date | None = None
    for o in timeline.occurrences[:_MOST]:
        start = o.period.start.astimezone(timeline.zone)
        if start.date() != shown:
            out.print(day(o.period.start, timeline.zone), style="bold")
        shown = start.date()
        state = _state(o, situation)
        when = Text.assemble(_time(o, timeline), "  " if state else "", state)
        out.print(_stacked(o, when, _what(o, timeline)))


def _stacked(o: Occurrence, *lines: Text) -> Table:
    """An entry beside its ID, a line each."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(o.id, Text("\n").join(line for line in lines if line))
    return grid


def print_scan(result: ScanResult, why: bool) -> None:
    """What is wrong in the window, worst first, and how much notice is left for each interview."""
    out = console()
    timeline = result.situation.timeline
    out.print(_window(timeline, result.situation), style="bold")
    every = [o for o in timeline.occurrences if o.interview is not None]
    interviews = [o for o in every if not o.cancelled]
    _print_interviews(out, interviews, result, timeline)
    if cancelled := len(every) - len(interviews):
        what = "interview is" if cancelled == 1 else "interviews are"
        out.print(f"{cancelled} cancelled {what} not listed.", style="dim")
    if not result.findings:
        some = " around your interviews" if result.unseen else ""
        if timeline.opened or not timeline.unread:
            out.print(f"Nothing is wrong{some}{' in what could be read' if timeline.unread else ''}.", style="green")
    else:
        serious = sum(f.severity == "critical" for f in result.findings)
        count = len(result.findings)
        out.print(
            f"{count} finding{'s' if count > 1 else ''}" + (f", {serious} of them serious" if serious else "") + ":",
            style="bold",
        )
        for finding in result.findings[:_MOST]:
            _print_finding(out, finding, timeline)
        _print_rest(out, len(result.findings), "findings")
    if result.unseen:
        out.print(unseen(result, "--all shows them"), style="yellow")
    if why:
        print_why(out, result.situation)


def unseen(result: ScanResult, how: str) -> str:
    """That there is more than scan judges by itself."""
    count = result.unseen
    return f"{count} collision{'s touch' if count > 1 else ' touches'} no interview of yours: {how}."


def _window(timeline: Timeline, situation: Situation) -> str:
    zone, now = timeline.zone, situation.now
    return f"{_days(timeline.window, zone, now)}, times in {zone.key} (now {day(now, zone)} {clock(now, zone)})"


def _days(window: Period, zone: ZoneInfo, now: datetime) -> str:
    """The first and the last day, with the hours of an end that is neither midnight nor now, or is on the same day."""
    last = window.end - timedelta(microseconds=1)
    first_year, last_year = window.start.astimezone(zone).year, last.astimezone(zone).year
    begins, ends = clock(window.start, zone), clock(window.end, zone)
    if day(window.start, zone) == day(last, zone) and first_year == last_year:
        hours = "" if begins == ends == "00:00" else f" {begins} to {'24:00' if ends == '00:00' else ends}"
        return f"{day(last, zone)} {last_year}{hours}"
    return (
        day(window.start, zone)
        + (f" {first_year}" if first_year != last_year else "")
        + (f" {begins}" if begins != "00:00" and window.start != now else "")
        + f" to {day(last, zone)} {last_year}"
        + (f" {ends}" if ends != "00:00" else "")
    )


def _print_nothing(out: Console, timeline: Timeline) -> None:
    """Of what could not be read nobody knows what is in it."""
    if timeline.occurrences:
        out.print("No interviews are in it.")
    elif not timeline.unread:
        out.print("Nothing is in it" + ("; there are entries at other times." if timeline.entries else "."))
    elif not timeline.opened:
        out.print("Nothing could be read.")


def _print_interviews(out: Console, interviews: list[Occurrence], result: ScanResult, timeline: Timeline) -> None:
    if not interviews:
        _print_nothing(out, timeline)
        return
    if out.width < _NARROW:
        for o in interviews[:_MOST]:
            when = Text(clean(span(o, timeline.zone)))
            out.print(_stacked(o, when, _what(o, timeline), _notice(o, result, "changes: tell them ")))
    else:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("ID", style="cyan", no_wrap=True)
        table.add_column("Interview", overflow="fold", ratio=1)
        table.add_column("When", no_wrap=True)
        table.add_column("To change it, tell them", overflow="fold")
        for o in interviews[:_MOST]:
            table.add_row(o.id, _what(o), _when(o, timeline), _notice(o, result))
        out.print(table)
    _print_rest(out, len(interviews), "interviews")
    unknown = sum(o.interview is not None and not o.interview.employer_zone for o in interviews)
    if unknown:
        some = f" for {unknown} of these {len(interviews)}" if unknown < len(interviews) else ""
        utc = [(o.id, time) for o in interviews if (time := in_utc(o, timeline.zone)) is not None]
        out.print(f"The employer's time zone is not known{some}{_utc(utc)}.", style="dim")


def _utc(times: list[tuple[str, str]]) -> str:
    """'; in UTC: 1e2cba Mon 15:00, b407a0 Wed 15:00' for the first few."""
    if not times:
        return ""
    rest = f" and {len(times) - _NAMED} more (--json)" if len(times) > _NAMED else ""
    return "; in UTC: " + ", ".join(f"{ref} {time}" for ref, time in times[:_NAMED]) + rest


def _when(o: Occurrence, timeline: Timeline) -> Text:
    """The time on the user's clock, and below it on its own."""
    own = own_time(o, timeline.zone)
    return Text.assemble(clean(span(o, timeline.zone)), ("" if own is None else f"\n{clean(own)}", "dim"))


def _print_rest(out: Console, count: int, what: str) -> None:
    if count > _MOST:
        out.print(f"… and {count - _MOST} more {what}; --json has them all.")


def _notice(o: Occurrence, result: ScanResult, lead: str = "") -> Text:
    """Until when the employer can be told of a change, behind `lead`; else why there is nothing to tell."""
    if o.busy == "free":
        return Text("declined" if _declined(o, result.situation) else "takes no time", style="dim")
    notice, situation = result.notices.get(o.key), result.situation
    if notice is None:
        return Text("")
    if notice.channel == "apologise":
        return Text("over" if is_over(o, situation.now) else "going on now", style="dim")
    if notice.channel == "phone":
        return Text(f"{lead}by phone, now", style="bold red")
    by, last, missed = until(notice, situation.now)
    if missed is None:
        return Text(f"{lead}by {_moment(by, situation)}")
    return Text(f"{lead}at once (was {_moment(missed, situation)})\nlast moment {_moment(last, situation)}", "yellow")


def _moment(moment: datetime, situation: Situation) -> str:
    local = moment.astimezone(situation.timeline.zone)
    return f"{local:%a} {local.day} {local:%b} {local:%H:%M}"


def _print_finding(out: Console, finding: Finding, timeline: Timeline) -> None:
    head = Text.assemble(
        (f"{_MARKS[finding.severity]:>2} ", _STYLES[finding.severity]),
        (
            f"{_KINDS[finding.kind]}{'' if finding.hard or finding.kind not in ('overlap', 'tight') else ' (soft)'}",
            "bold",
        ),
        (
            "  " + " ".join(o.id for o in finding.events[:_NAMED]) + (" …" if len(finding.events) > _NAMED else ""),
            "cyan",
        ),
    )
    out.print(head)
    out.print(Padding(Text(clean(finding.message)), (0, 0, 0, 3)))
    for times in own_times(finding.events[:_NAMED], timeline.zone):
        out.print(Padding(Text(clean(times), style="dim"), (0, 0, 0, 3)))


def _time(o: Occurrence, timeline: Timeline) -> str:
    if o.first is not None and o.last is not None:
        last = o.last - timedelta(days=1)
        return f"to {last:%a} {last.day} {last:%b}" if last > o.first else "all day"
    start, end = (m.astimezone(timeline.zone) for m in (o.period.start, o.period.end))
    if end == start:
        return f"{start:%H:%M}"
    extra = (end.date() - start.date()).days
    return f"{start:%H:%M}–{end:%H:%M}" + (f" +{extra}d" if extra else "")


def _what(o: Occurrence, timeline: Timeline | None = None) -> Text:
    """The title, the company where it does not say it, and of an interview its own time where there is room."""
    summary = clean(o.summary) or "(no title)"
    if len(summary) > LONGEST:
        summary = summary[: LONGEST - 1] + "…"
    owner = clean(whose(o))
    summary += f" ({owner})" if owner else ""
    if o.interview is None:
        return Text(summary)
    company = o.interview.company
    tail = f"  [{clean(company)}]" if company and company.casefold() not in summary.casefold() else ""
    own = None if timeline is None else own_time(o, timeline.zone)
    tail += f"  ({clean(own)})" if own is not None else ""
    return Text.assemble(("● ", "green"), summary, (tail, "dim"))


def _state(o: Occurrence, situation: Situation) -> Text:
    word = "cancelled" if o.cancelled else "declined" if _declined(o, situation) else o.busy
    return Text("" if word == "busy" else word, style="dim")


def _declined(o: Occurrence, situation: Situation) -> bool:
    return o.busy == "free" and own_answer(o.event, situation.view.addresses(o.owner)) == "DECLINED"
