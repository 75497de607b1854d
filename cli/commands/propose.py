"""`interviews propose`: two or three times to offer, with the reasons, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from cli.candidates import missing
from cli.meeting_options import asked_of, meeting_options
from cli.options import window_options
from cli.output import clean, print_json, print_problems, waiting
from cli.request import read_request
from scheduler.app.meeting import Meeting
from scheduler.app.propose import Answer, ProposeRequest, proposals_for
from scheduler.model.time import Period

if TYPE_CHECKING:
    from scheduler.proposals.explain import Explanation

MOST_DAYS = 14


@click.command(short_help="Find times to offer for an interview.")
@click.argument("words", nargs=-1, metavar="[REF] [SOURCE]...")
@click.option("--new", metavar="TITLE", default="", help="Something that is in no calendar yet (then give no REF).")
@click.option("--count", type=int, metavar="N", help="How many alternatives (3).")
@click.option("--at", metavar="WHEN", default="", help="The time that was asked for; kept as it is when free.")
@click.option("--explain", metavar="WHEN", default="", help="Say what forbids or costs this time instead.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@meeting_options
@window_options
def command(
    words: tuple[str, ...], new: str, count: int | None, at: str, explain: str, as_json: bool, **options: Any
) -> int:
    """Find two or three times to offer for an interview, best first, with the reasons for each.

    REF is the short identifier that `interviews scan` prints, or a part of the title or company. Without SOURCE the
    calendars of the settings are read.
    """
    ref, sources = ("", words) if new or not words else (words[0], words[1:])
    if not ref and not new:
        raise missing("REF", "For what is in no calendar yet: interviews propose --new TITLE")
    asked = asked_of(options, at)
    with waiting("Reading"):
        answer = proposals_for(ProposeRequest(read_request(sources, **options), ref, new, count, explain, asked))
    if as_json:
        from scheduler.app.proposal_shape import answer_json

        print_json(answer_json(answer))
    else:
        for line in _lines(answer):
            click.echo(clean(line))
        print_problems(answer.meeting.problems)
    return answer.status


def _lines(answer: Answer) -> Iterator[str]:
    meeting = answer.meeting
    yield from _heading(meeting)
    if answer.explanation is not None:
        yield from _explained(answer.explanation, meeting)
        if not answer.proposals and not answer.blocked:
            return
    for number, proposal in enumerate(answer.proposals, 1):
        yield ""
        yield from _clocks(proposal.period, meeting, f"{number}. ")
        yield from (f"   why: {reason}" for reason in proposal.reasons)
        yield from (f"   but: {cost.text}" for cost in proposal.costs)
    if not answer.proposals:
        yield from _dead_end(answer)


def _explained(found: Explanation, meeting: Meeting) -> Iterator[str]:
    yield from _clocks(found.period, meeting, "" if meeting.wanted.wanted is None else "asked for: ")
    yield "It is possible." if not found.obstacles else "It is not possible:"
    yield from (f"  - {o.text}" for o in found.obstacles)
    if found.costs and (not found.obstacles or meeting.wanted.wanted is None):
        yield "What speaks against it:"
        yield from (f"  - {c.text}" for c in found.costs)


def _heading(meeting: Meeting) -> Iterator[str]:
    subject, period = meeting.subject, meeting.subject.period
    minutes = int(meeting.wanted.duration.total_seconds() // 60)
    title = subject.title or "(no title)"
    company = subject.interview.company if subject.interview is not None else None
    if company and company.casefold() not in title.casefold():
        title = f"{company}: {title}"
    if len(subject.sessions) > 1:
        title += f", {len(subject.sessions)} sessions that move as one"
    if period is None:
        yield f"{title}, {minutes} minutes"
    else:
        yield f"{title}, now {_clock(period, meeting.mine.zone_at(period.start))}"


def _clocks(period: Period, meeting: Meeting, lead: str) -> Iterator[str]:
    """The recipient's clock first, then the user's; without a recipient's the user's, then UTC."""
    mine = meeting.mine.zone_at(period.start)
    first, second = (mine, ZoneInfo("UTC")) if meeting.theirs is None else (meeting.theirs.zone_at(period.start), mine)
    yield lead + _clock(period, first)
    if period.start.astimezone(first).utcoffset() != period.start.astimezone(second).utcoffset():
        yield " " * len(lead) + _clock(period, second)


def _clock(period: Period, zone: ZoneInfo) -> str:
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%a %H:%M}"
    name = "UTC" if zone.key == "UTC" else f"{zone.key} ({_offset(start)})"
    return f"{start:%a %Y-%m-%d %H:%M}–{last} {name}"


def _offset(local: datetime) -> str:
    """UTC+1, UTC-5, UTC+5:30, UTC+0."""
    text = local.strftime("%z")
    minutes = f":{text[3:5]}" if text[3:5] != "00" else ""
    return f"UTC{text[0]}{int(text[1:3])}{minutes}"


def _dead_end(answer: Answer) -> Iterator[str]:
    meeting = answer.meeting
    yield ""
    yield "There is no time that fits."
    for report in answer.blocked[:MOST_DAYS]:
        yield f"{report.day:%a %Y-%m-%d}: {'; '.join(report.blocked)}"
        yield from (f"    {way}" for way in report.ways[:3])
    more = len(answer.blocked) - MOST_DAYS
    if more > 0:
        yield f"… and {more} more days; --json has them all."
    if not any(report.ways for report in answer.blocked):
        last = meeting.mine.local(meeting.terms.window.end)
        yield f"No single change opens a time; look further with --to (now {last:%Y-%m-%d})."
