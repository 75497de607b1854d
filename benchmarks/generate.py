"""Writes the calendars that the benchmarks read: `python -m benchmarks.generate mixed 10000 out.ics`.

The same arguments always write the same bytes. Nothing is kept in memory but the overrides, which exports
put far away from their series.
"""

# ruff: noqa: DTZ001 (wall-clock times: the zone is a matter of the property that they are written into)
from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.events import (
    WINDOW_END,
    WINDOW_START,
    CalendarObject,
    all_day,
    series,
    single,
    vevent,
)  # fmt: skip
from benchmarks.odd import odd
from benchmarks.zones import BERLIN, WEIGHTS, ZONES

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//interviews//benchmark calendars//EN\r\nCALSCALE:GREGORIAN\r\n"
FOOT = "END:VCALENDAR\r\n"
WINDOW_SECONDS = int((WINDOW_END - WINDOW_START).total_seconds())


def _uid(rng: Random, number: int) -> str:
    return f"{rng.getrandbits(64):016x}-{number:06}@calendar.example.com"


def mixed(count: int, seed: int = 1, near: float = 0.0) -> Iterator[CalendarObject]:
    """Yield 80 % single events over ten years, 8 % all-day, 10 % recurring and 2 % odd ones.

    `near` is the share of single events that are put into the window.
    """
    rng = Random(seed)
    for number in range(count):
        make = rng.choices((single, all_day, series, odd), (80, 8, 10, 2))[0]
        yield make(rng, _uid(rng, number), near)


def endless(count: int, seed: int = 2) -> Iterator[CalendarObject]:
    """Yield daily series without end that began fifteen years before the window; one in ten skips a day of it."""
    rng = Random(seed)
    for number in range(count):
        uid = _uid(rng, number)
        zone = rng.choices(ZONES, WEIGHTS)[0]
        start = datetime(2012, 3, 1) + timedelta(days=rng.randrange(28), minutes=15 * rng.randint(32, 72))
        when = [zone.stamp("DTSTART", start), zone.stamp("DTEND", start + timedelta(minutes=30)), "RRULE:FREQ=DAILY"]
        if rng.random() < 0.1:
            day = WINDOW_START + timedelta(days=rng.randint(1, 12))
            when.append(zone.stamp("EXDATE", day.replace(hour=start.hour, minute=start.minute)))
        yield CalendarObject(uid, vevent(rng, uid, when, interview=rng.random() < 0.02), (), (zone,))


def dense(count: int, seed: int = 3) -> Iterator[CalendarObject]:
    """Yield exactly `count` occurrences inside the window, three at a time on average; one in ten an interview."""
    length = timedelta(seconds=max(1, 3 * WINDOW_SECONDS // count))
    return _inside(count, Random(seed), lambda _rng: length, step=1, interviews=0.1)


def crowded(count: int, seed: int = 4) -> Iterator[CalendarObject]:
    """Yield exactly `count` occurrences of 15 to 60 minutes inside the window; one in a hundred an interview."""
    return _inside(count, Random(seed), lambda rng: timedelta(minutes=rng.randint(15, 60)), step=60, interviews=0.01)


def _inside(
    count: int, rng: Random, length: Callable[[Random], timedelta], step: int, interviews: float
) -> Iterator[CalendarObject]:
    """Yield four fifths single events and one fifth daily series of fourteen occurrences."""
    daily, number = count // 5 // 14, 0
    for number in range(daily + count - 14 * daily):
        uid, duration = _uid(rng, number), length(rng)
        repeated = number < daily
        latest = (86_400 if repeated else WINDOW_SECONDS) - int(duration.total_seconds()) - 3600
        start = WINDOW_START + timedelta(seconds=step * rng.randrange(3600 // step, latest // step))
        when = [BERLIN.stamp("DTSTART", start), BERLIN.stamp("DTEND", start + duration)]
        if repeated:
            when.append("RRULE:FREQ=DAILY;COUNT=14")
        yield CalendarObject(uid, vevent(rng, uid, when, interview=rng.random() < interviews), (), (BERLIN,))


def write_file(objects: Iterable[CalendarObject], path: Path) -> None:
    """Write one calendar; half of the overrides stand at its end."""
    late: list[str] = []
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD + "".join(zone.block for zone in ZONES))
        for number, each in enumerate(objects):
            out.write(each.master)
            if number % 2:
                out.writelines(each.overrides)
            else:
                late.extend(each.overrides)
        out.writelines(late)
        out.write(FOOT)


def write_folder(objects: Iterable[CalendarObject], path: Path) -> None:
    """Write one file for each object, each with the time zones that it names."""
    path.mkdir(parents=True)
    for each in objects:
        blocks = "".join(zone.block for zone in each.zones)
        text = HEAD + blocks + each.master + "".join(each.overrides) + FOOT
        (path / f"{each.uid.partition('@')[0]}.ics").write_text(text, encoding="utf-8", newline="")


MIXES = {"mixed": mixed, "endless": endless, "dense": dense, "crowded": crowded}


def main() -> None:
    """Write one calendar as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("kind", choices=MIXES)
    parser.add_argument("count", type=int, help="number of events, or of occurrences for dense and crowded")
    parser.add_argument("path", type=Path, help="an .ics file, or with --folder a folder that does not exist yet")
    parser.add_argument("--folder", action="store_true", help="one file for each event")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--near", type=float, default=0.0, help="mixed only: share of single events in the window")
    args = parser.parse_args()
    objects = (
        mixed(args.count, args.seed, args.near) if args.kind == "mixed" else MIXES[args.kind](args.count, args.seed)
    )
    (write_folder if args.folder else write_file)(objects, args.path)


if __name__ == "__main__":
    main()
