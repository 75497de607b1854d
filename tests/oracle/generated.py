"""Generated calendars that every correct reader understands alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

ZONES = (
    "",
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "America/Sao_Paulo",
)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Close to the window of the tests, 2027-03-01 to 05-01: clocks change on 14 and 28 March and on 4 April.
_FIRST = datetime(2026, 11, 1)  # noqa: DTZ001 - on the clock of each zone in turn

minutes = st.integers(0, 180 * 24 * 4).map(lambda quarters: _FIRST + timedelta(minutes=15 * quarters))


def _some(items: tuple[object, ...] | range, most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(items), min_size=1, max_size=most, unique=True).map(
        lambda found: ",".join(str(f) for f in found)
    )


@st.composite
def rules(draw: st.DrawFn, *, fine: bool = False) -> str:
    """An RRULE without COUNT and UNTIL; `fine` also hourly ones."""
    freq = draw(st.sampled_from(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", *(("HOURLY",) if fine else ()))))
    parts = [f"FREQ={freq}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.sampled_from((1, 2, 3, 5)))}")
    if draw(st.integers(0, 3)) == 0:
        parts.append("BYMONTH=" + draw(_some(range(1, 13), 4)))
    if freq in ("WEEKLY", "DAILY", "HOURLY"):
        if draw(st.booleans()):
            parts.append("BYDAY=" + draw(_some(WEEKDAYS, 4)))
    else:
        kind = draw(st.sampled_from(("plain", "days", "ordinals", "monthdays")))
        if kind == "days":
            parts.append("BYDAY=" + draw(_some(WEEKDAYS, 3)))
            if draw(st.booleans()):
                parts.append("BYSETPOS=" + draw(_some((1, 2, -1, -2), 2)))
        elif kind == "ordinals":
            parts.append("BYDAY=" + draw(_some(tuple(f"{n}{d}" for n in (1, 2, 3, 4, -1, -2) for d in WEEKDAYS), 3)))
        elif kind == "monthdays":
            parts.append("BYMONTHDAY=" + draw(_some((1, 2, 15, 28, 29, 30, 31, -1, -2, -15), 3)))
    if draw(st.integers(0, 4)) == 0:
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    return ";".join(parts)


@st.composite
def series(draw: st.DrawFn, uid: str, *, overrides: bool = True) -> list[str]:
    """A recurring event with exceptions, extra dates and changed instances, as VEVENT texts."""
    zone = draw(st.sampled_from(ZONES))
    all_day = draw(st.integers(0, 4)) == 0
    start = draw(minutes)
    lines = [_line("DTSTART", start, zone, all_day), *_extent(draw, start, zone, all_day)]
    rule = draw(rules())
    ending = draw(st.sampled_from(("none", "count", "until")))
    if ending == "count":
        rule += f";COUNT={draw(st.integers(1, 80))}"
    elif ending == "until":
        rule += ";UNTIL=" + _until(start + timedelta(days=draw(st.integers(0, 200))), zone, all_day)
    lines.append(f"RRULE:{rule}")
    near = st.integers(0, 150).map(lambda n: start + timedelta(days=n))
    lines += [_line("EXDATE", d, zone, all_day) for d in draw(st.lists(near, max_size=4, unique=True))]
    extra = st.tuples(near, st.sampled_from((0, 45, 300))).map(lambda x: x[0] + timedelta(minutes=x[1]))
    lines += [_line("RDATE", d, zone, all_day) for d in draw(st.lists(extra, max_size=3, unique_by=_day))]
    found = [_event(uid, lines)]
    if overrides:
        # What EXDATE takes out is not changed as well: RFC 5545 does not say which of the two counts.
        taken_out = {x for x in lines if x.startswith("EXDATE")}
        for n, at in enumerate(draw(st.lists(near, max_size=3, unique=True))):
            if _line("EXDATE", at, zone, all_day) in taken_out:
                continue
            moved = at + timedelta(minutes=15 * draw(st.integers(-400, 400)))
            changed = [
                _line("RECURRENCE-ID", at, zone, all_day),
                _line("DTSTART", moved, zone, all_day),
                *_extent(draw, moved, zone, all_day),
            ]
            found.append(_event(uid, changed, f"changed {n}"))
    return found


@st.composite
def singles(draw: st.DrawFn, uid: str) -> list[str]:
    zone, all_day, start = draw(st.sampled_from(ZONES)), draw(st.integers(0, 3)) == 0, draw(minutes)
    return [_event(uid, [_line("DTSTART", start, zone, all_day), *_extent(draw, start, zone, all_day)])]


@st.composite
def calendars(draw: st.DrawFn, *, overrides: bool = True, most: int = 5) -> list[list[str]]:
    """Events, each a list of VEVENT texts under one UID."""
    kinds = draw(st.lists(st.sampled_from(("series", "single")), min_size=1, max_size=most))
    return [
        draw(series(f"u{i}@x.example", overrides=overrides) if k == "series" else singles(f"u{i}@x.example"))
        for i, k in enumerate(kinds)
    ]


def _day(moment: datetime) -> object:
    return moment.date()


def _event(uid: str, lines: list[str], summary: str = "Entry") -> str:
    head = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20270101T000000Z"]
    return "\r\n".join([*head, *lines, f"SUMMARY:{summary}", "END:VEVENT"]) + "\r\n"


def _line(name: str, moment: datetime, zone: str, all_day: bool) -> str:
    if all_day:
        return f"{name};VALUE=DATE:{moment:%Y%m%d}"
    text = f"{moment:%Y%m%dT%H%M%S}"
    if zone == "UTC":
        return f"{name}:{text}Z"
    return f"{name};TZID={zone}:{text}" if zone else f"{name}:{text}"


def _extent(draw: st.DrawFn, start: datetime, zone: str, all_day: bool) -> list[str]:
    kind = draw(st.sampled_from(("end", "end", "duration", "none")))
    if kind == "none":
        return []
    if all_day:
        days = draw(st.integers(1, 4))
        later = start + timedelta(days=days)
        return [_line("DTEND", later, zone, True) if kind == "end" else f"DURATION:P{days}D"]
    length = draw(st.sampled_from((15, 30, 60, 90, 600)))
    if kind == "end":
        return [_line("DTEND", start + timedelta(minutes=length), zone, False)]
    return [f"DURATION:{draw(st.sampled_from((f'PT{length}M', 'P1D', 'P2DT1H')))}"]


def _until(last: datetime, zone: str, all_day: bool) -> str:
    """UTC where the start has a zone, a date where it is one, floating where it floats (RFC 5545 3.3.10)."""
    if all_day:
        return f"{last:%Y%m%d}"
    if not zone:
        return f"{last:%Y%m%dT%H%M%S}"
    return f"{last.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC):%Y%m%dT%H%M%SZ}"
