"""Times, lengths and labels in words, and text from calendars made fit to show."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from scheduler.model.finding import Channel, Kind
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period

HIDDEN = "Private"

# C0 and C1 controls are not allowed in XML; bidi controls could turn the text around them.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]+")

KINDS: dict[Kind, str] = {
    "overlap": "Collision",
    "tight": "Too tight",
    "short_notice": "Short notice",
    "outside_hours": "Outside hours",
    "overload": "Too many in a day",
    "no_preparation": "No time to prepare",
    "ambiguous_time": "Time not certain",
    "unanswered": "Not answered",
    "duplicate": "In two copies",
    "follow_up": "Follow up",
}

CHANNELS: dict[Channel, str] = {
    "email": "write",
    "phone": "call",
    "phone_emergency": "call at once",
    "apologise": "apologise",
}


def clean(text: str) -> str:
    """One line without control characters.

    >>> clean("Interview\\n\\x1b[31mAcme\\u202e")
    'Interview [31mAcme'
    """
    return " ".join(_UNFIT.sub(" ", text).split())


def title_of(occurrence: Occurrence, private: bool) -> str:
    """The title as it may be shown; `private` hides those that are not interviews."""
    if private and occurrence.interview is None:
        return HIDDEN + _whose(occurrence)
    return (clean(occurrence.summary) or "(no title)") + _whose(occurrence)


def short_title(occurrence: Occurrence, private: bool) -> str:
    """The company of an interview where it is known, else the title."""
    company = clean(occurrence.interview.company or "") if occurrence.interview is not None else ""
    return company + _whose(occurrence) if company else title_of(occurrence, private)


def _whose(occurrence: Occurrence) -> str:
    """' (kim.tran)' behind what stands in somebody else's calendar."""
    owner = clean(occurrence.owner).partition("@")[0]
    return f" ({owner})" if owner else ""


def brief(text: str, most: int = 32) -> str:
    """The beginning of a text that would take up too much room."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def city(zone: str) -> str:
    """The readable part of an IANA name.

    >>> city("America/New_York"), city("UTC")
    ('New York', 'UTC')
    """
    return clean(zone.rsplit("/", 1)[-1].replace("_", " "))


def offset(instant: datetime, zone: ZoneInfo) -> str:
    """The UTC offset in force: 'UTC+1', 'UTC-3:30', 'UTC'."""
    shift = instant.astimezone(zone).utcoffset()
    minutes = 0 if shift is None else round(shift.total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")


def day(when: date) -> str:
    return f"{when:%a} {when.day} {when:%B}"


def days(first: date, last: date) -> str:
    """'Mon 8 March to Fri 12 March 2027', with both years over New Year."""
    if first == last:
        return f"{day(first)} {last.year}"
    return f"{day(first)}{f' {first.year}' if first.year != last.year else ''} to {day(last)} {last.year}"


def span(period: Period, zone: ZoneInfo) -> str:
    """'14:00–14:30', with the day where the end falls on another one."""
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    if start == end:
        return f"{start:%H:%M}"
    if start.date() == end.date():
        return f"{start:%H:%M}–{end:%H:%M}"
    return f"{start:%H:%M}–{end:%a} {end:%H:%M}"


def dated_span(period: Period, zone: ZoneInfo) -> str:
    return f"{day(period.start.astimezone(zone).date())}, {span(period, zone)}"


def dates(first: date, last: date) -> str:
    """All-day dates; `last` is exclusive."""
    end = date.fromordinal(max(first.toordinal(), last.toordinal() - 1))
    return f"{day(first)}, all day" if end == first else f"{day(first)} to {day(end)}, all day"


def when(occurrence: Occurrence, zone: ZoneInfo) -> str:
    """Day and time of an occurrence in a zone, in words."""
    if occurrence.all_day and occurrence.first is not None and occurrence.last is not None:
        return dates(occurrence.first, occurrence.last)
    return dated_span(occurrence.period, zone)


def employer_zone(occurrence: Occurrence) -> ZoneInfo | None:
    name = occurrence.interview.employer_zone if occurrence.interview is not None else None
    return None if name is None else ZoneInfo(name)


def their_clock(period: Period, theirs: ZoneInfo, mine: ZoneInfo) -> str:
    """The same period on the employer's clock, with the day where it differs: 'Wed 22:00–22:45 New York (UTC-5)'."""
    start = period.start.astimezone(theirs)
    other_day = start.date() != period.start.astimezone(mine).date()
    head = f"{start:%a} " if other_day else ""
    return f"{head}{span(period, theirs)} {city(theirs.key)} ({offset(period.start, theirs)})"


def their_start(start: datetime, theirs: ZoneInfo, mine: ZoneInfo) -> str:
    """The start on the employer's clock, in few words: '10:00 New York', 'Wed 22:00 New York'."""
    there = start.astimezone(theirs)
    head = f"{there:%a} " if there.date() != start.astimezone(mine).date() else ""
    return f"{head}{there:%H:%M} {city(theirs.key)}"


def same_clock(instant: datetime, one: ZoneInfo, other: ZoneInfo) -> bool:
    return instant.astimezone(one).utcoffset() == instant.astimezone(other).utcoffset()


def length(minutes: float) -> str:
    """'45 min', '1 h 30 min', '3 days 5 h'.

    >>> length(45), length(90), length(120), length(60 * 77)
    ('45 min', '1 h 30 min', '2 h', '3 days 5 h')
    """
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    if hours >= 48:
        days, hours = divmod(hours, 24)
        return f"{days} days" + (f" {hours} h" if hours else "")
    if hours == 0:
        return f"{rest} min"
    return f"{hours} h" + (f" {rest} min" if rest else "")


def until(now: datetime, then: datetime) -> str:
    """How far off an instant is: 'in 3 days 5 h', 'now', '20 min ago'."""
    minutes = (then - now).total_seconds() / 60
    if abs(minutes) < 1:
        return "now"
    return f"in {length(minutes)}" if minutes > 0 else f"{length(-minutes)} ago"


def stamp(instant: datetime, zone: ZoneInfo) -> str:
    local = instant.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M}"


def iso(instant: datetime, zone: ZoneInfo) -> str:
    """For the `datetime` attribute of HTML's `time` element."""
    return instant.astimezone(UTC if zone.key == "UTC" else zone).isoformat(timespec="minutes")


def count(number: int, one: str, many: str = "") -> str:
    """'1 entry', '2 entries', '3 interviews'."""
    return f"{number} {one if number == 1 else many or one + 's'}"
