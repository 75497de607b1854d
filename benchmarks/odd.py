"""The two per cent that are unusual but valid: what a fast reader gets wrong first."""

# ruff: noqa: DTZ001 (wall-clock times: the zone is a matter of the property that they are written into)
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from benchmarks.events import WINDOW_START, CalendarObject, somewhere, vevent
from benchmarks.zones import BERLIN, UTC_ZONE, Zone

NEAR = 0.4
HOUR = timedelta(hours=1)


def _one(rng: Random, uid: str, when: list[str], *zones: Zone, early: str = "") -> CalendarObject:
    return CalendarObject(uid, vevent(rng, uid, when, interview=rng.random() < 0.1, early=early), (), zones)


def _folded(rng: Random, uid: str) -> CalendarObject:
    start = somewhere(rng, NEAR)
    stamp = BERLIN.stamp("DTSTART", start)
    cut = rng.randint(5, len(stamp) - 2)
    early = f"{stamp[:cut]}\r\n {stamp[cut:]}\r\n"
    return _one(rng, uid, [BERLIN.stamp("DTEND", start + HOUR)], BERLIN, early=early)


def _lower_case(rng: Random, uid: str) -> CalendarObject:
    start = somewhere(rng, NEAR)
    when = [
        f"dtstart;tzid=Europe/Berlin:{start:%Y%m%dT%H%M%S}",
        f"dtend;tzid=Europe/Berlin:{start + HOUR:%Y%m%dT%H%M%S}",
    ]
    return _one(rng, uid, when, BERLIN)


def _lower_case_rule(rng: Random, uid: str) -> CalendarObject:
    start = somewhere(rng, 0.0)
    when = [f"Dtstart;tzid=Europe/Berlin:{start:%Y%m%dT%H%M%S}", "duration:PT45M", "rrule:FREQ=WEEKLY"]
    return _one(rng, uid, when, BERLIN)


def _duration(rng: Random, uid: str) -> CalendarObject:
    length = rng.choice(("PT45M", "PT1H30M", "P2D", "PT20H"))
    return _one(rng, uid, [BERLIN.stamp("DTSTART", somewhere(rng, NEAR)), f"DURATION:{length}"], BERLIN)


def _alarm_first(rng: Random, uid: str) -> CalendarObject:
    """A repeated alarm before DTSTART: its DURATION is not the event's."""
    start = somewhere(rng, NEAR)
    when = [BERLIN.stamp("DTSTART", start), BERLIN.stamp("DTEND", start + HOUR)]
    early = ("BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Soon\r\nTRIGGER:-PT1H\r\nDURATION:PT15M\r\nREPEAT:2\r\n"
             "END:VALARM\r\n")  # fmt: skip
    return _one(rng, uid, when, BERLIN, early=early)


def _floating(rng: Random, uid: str) -> CalendarObject:
    start = somewhere(rng, NEAR)
    return _one(rng, uid, [f"DTSTART:{start:%Y%m%dT%H%M%S}", f"DTEND:{start + HOUR:%Y%m%dT%H%M%S}"])


def _no_end(rng: Random, uid: str) -> CalendarObject:
    return _one(rng, uid, [BERLIN.stamp("DTSTART", somewhere(rng, NEAR))], BERLIN)


def _date_without_end(rng: Random, uid: str) -> CalendarObject:
    return _one(rng, uid, [f"DTSTART;VALUE=DATE:{somewhere(rng, NEAR):%Y%m%d}"])


def _months_long(rng: Random, uid: str) -> CalendarObject:
    start = WINDOW_START - timedelta(days=rng.randrange(20, 400))
    if rng.random() < 0.5:
        end = start + timedelta(days=rng.randrange(10, 500))
        return _one(rng, uid, [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"])
    return _one(rng, uid, [UTC_ZONE.stamp("DTSTART", start), f"DURATION:P{rng.randrange(10, 500)}D"])


def _long_series(rng: Random, uid: str) -> CalendarObject:
    """Instances of a week each: the one that touches the window may start before it."""
    start = somewhere(rng, 0.0) - timedelta(days=400)
    when = [BERLIN.stamp("DTSTART", start), "DURATION:PT168H", "RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=24"]
    return _one(rng, uid, [BERLIN.stamp("DTSTART", start.replace(day=24)), *when[1:]], BERLIN)


def _dates_only(rng: Random, uid: str) -> CalendarObject:
    """RDATE without RRULE, several in one property."""
    start = somewhere(rng, 0.0)
    dates = sorted({somewhere(rng, NEAR) + timedelta(minutes=3) for _ in range(3)})
    values = ",".join(f"{each:%Y%m%dT%H%M%S}" for each in dates)
    return _one(
        rng, uid, [BERLIN.stamp("DTSTART", start), "DURATION:PT30M", f"RDATE;TZID=Europe/Berlin:{values}"], BERLIN
    )


def _periods(rng: Random, uid: str) -> CalendarObject:
    start, extra = somewhere(rng, 0.0), somewhere(rng, NEAR) + timedelta(minutes=3)
    when = [UTC_ZONE.stamp("DTSTART", start), UTC_ZONE.stamp("DTEND", start + HOUR),
            f"RDATE;VALUE=PERIOD:{extra:%Y%m%dT%H%M%S}Z/PT2H"]  # fmt: skip
    return _one(rng, uid, when)


def _foreign_exdate(rng: Random, uid: str) -> CalendarObject:
    """EXDATE in UTC next to a DTSTART with a zone."""
    start = somewhere(rng, 0.0).replace(year=2026)
    gone = start + timedelta(days=7 * ((WINDOW_START - start).days // 7 + 1))
    when = [BERLIN.stamp("DTSTART", start), BERLIN.stamp("DTEND", start + HOUR), f"EXDATE:{BERLIN.utc(gone)}",
            "RRULE:FREQ=WEEKLY"]  # fmt: skip
    return _one(rng, uid, when, BERLIN)


def _newer_version(rng: Random, uid: str) -> CalendarObject:
    """The same UID twice: the higher SEQUENCE counts, wherever it stands."""
    old, new = somewhere(rng, 0.5), somewhere(rng, 0.5) + timedelta(minutes=2)
    texts = [
        vevent(rng, uid, [BERLIN.stamp("DTSTART", start), "DURATION:PT1H"], interview=False, sequence=sequence)
        for start, sequence in ((old, 1), (new, 3))
    ]
    rng.shuffle(texts)
    return CalendarObject(uid, texts[0], (texts[1],), (BERLIN,))


def _orphan(rng: Random, uid: str) -> CalendarObject:
    """An override whose series is not in the calendar."""
    start = somewhere(rng, NEAR)
    when = [
        BERLIN.stamp("RECURRENCE-ID", start - timedelta(days=2)),
        BERLIN.stamp("DTSTART", start),
        BERLIN.stamp("DTEND", start + HOUR),
    ]
    return _one(rng, uid, when, BERLIN)


def _quoting(rng: Random, uid: str) -> CalendarObject:
    """A description whose folded lines look like the start of another event."""
    start = somewhere(rng, NEAR)
    when = [
        BERLIN.stamp("DTSTART", start),
        BERLIN.stamp("DTEND", start + HOUR),
        "COMMENT:the file says\\nBEGIN:VEVENT\\nDTSTART:20270303T100000Z\r\n"
        " DTSTART:20270303T110000Z\r\n RRULE:FREQ=DAILY\r\n END:VEVENT",
    ]
    head, tail = when[:2], when[2]
    return _one(rng, uid, head, BERLIN, early=tail + "\r\n")


def _long_parameters(rng: Random, uid: str) -> CalendarObject:
    start = somewhere(rng, NEAR)
    when = [
        f"DTSTART;X-VENDOR=a-b;VALUE=DATE-TIME;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin;VALUE=DATE-TIME:{start + HOUR:%Y%m%dT%H%M%S}",
    ]
    return _one(rng, uid, when, BERLIN)


def _all_day_series(rng: Random, uid: str) -> CalendarObject:
    start = datetime(2024, rng.randint(1, 12), rng.randint(1, 28))
    gone = start + timedelta(days=7 * ((WINDOW_START - start).days // 7 + 1))
    when = [
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"EXDATE;VALUE=DATE:{gone:%Y%m%d}",
        "RRULE:FREQ=WEEKLY;UNTIL=20280101",
    ]
    return _one(rng, uid, when)


KINDS: tuple[Callable[[Random, str], CalendarObject], ...] = (
    _folded, _lower_case, _lower_case_rule, _duration, _alarm_first, _floating, _no_end, _date_without_end,
    _months_long, _long_series, _dates_only, _periods, _foreign_exdate, _newer_version, _orphan, _quoting,
    _long_parameters, _all_day_series,
)  # fmt: skip


def odd(rng: Random, uid: str, _near: float) -> CalendarObject:
    """Return one of the unusual events; nearly half of them lie in the window."""
    return rng.choice(KINDS)(rng, uid)
