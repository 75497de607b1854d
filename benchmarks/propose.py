"""Times `propose` on a full calendar: `python -m benchmarks.propose [busy] [days] [rounds]`.

Without arguments: 10,000 busy entries over a 90-day horizon. Whole processes, interleaved; what `propose` adds to
`agenda --json` on the same calendar is compared with one `python -c pass`. As `agenda` has more to print, so is what
`propose` adds to a process that only reads. Holidays are kept on disk after the first run, so their library is not
loaded again.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.measure import Contender, Stopwatch

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
LIMIT = 1.0
PASS, READ = "python -c pass", "reading alone"
READING = """
import sys
from cli.request import clock
from scheduler.app.read import ReadRequest, gather
import click
gather(ReadRequest(clock(), (sys.argv[1],), days=int(sys.argv[2]), zone="Europe/Berlin", now="2027-03-01T09:00"))
"""


def full_calendar(busy: int, days: int, seed: int = 1) -> bytes:
    """Entries of half an hour or an hour around the clock; each working day has an hour that nothing touches."""
    rng = Random(seed)
    free = {day: rng.randrange(9 * 60, 16 * 60, 30) for day in range(days + 1)}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//interviews//benchmark calendars//EN"]
    made = 0
    while made < busy:
        day, minute, length = rng.randrange(days), rng.randrange(0, 23 * 60, 5), rng.choice((30, 60))
        if free[day] - 30 - length < minute < free[day] + 90:
            continue
        start = NOW.replace(hour=0) + timedelta(days=day, minutes=minute)
        made += 1
        lines += [
            "BEGIN:VEVENT",
            f"UID:{made:06}@calendar.example.com",
            "DTSTAMP:20270101T000000Z",
            f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
            f"DTEND:{start + timedelta(minutes=length):%Y%m%dT%H%M%SZ}",
            f"SUMMARY:Entry {made}",
            *(["STATUS:TENTATIVE"] if made % 20 == 0 else []),
            "END:VEVENT",
        ]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def whole_processes(busy: int, days: int, rounds: int) -> bool:
    """Print the table; say whether the target is met."""
    interviews = str(Path(sys.executable).with_name("interviews"))
    with tempfile.TemporaryDirectory(prefix="interviews-bench-") as place, Stopwatch(Path(place), 60) as watch:
        calendar = Path(place) / "full.ics"
        calendar.write_bytes(full_calendar(busy, days))
        reading = ("--zone", "Europe/Berlin", "--now", "2027-03-01T09:00", "--no-index")
        window = (*reading, "--days", str(days))
        new = ("--new", "Interview", "--duration", "45", "--their-zone", "America/New_York")
        results = watch.compare(
            [
                Contender(PASS, (sys.executable, "-c", "pass")),
                Contender(READ, (sys.executable, "-c", READING, str(calendar), str(days))),
                Contender("agenda", (interviews, "agenda", str(calendar), *window, "--json")),
                Contender("propose", (interviews, "propose", *new, str(calendar), *window)),
            ],
            rounds,
        )
        if results.failures:
            print(results.failures)
            return False
    print("| process | seconds | processor | peak MB |\n|---|---|---|---|")
    for name in (PASS, READ, "agenda", "propose"):
        seconds, cpu, peak = results.seconds(name), results.cpu_seconds(name), results.peak_mb(name)
        print(f"| {name} | {seconds:.3f} | {cpu:.3f} | {peak:.0f} |")
    met = True
    for base in ("agenda", READ):
        added = results.median_of(lambda s: (s["propose"] - s[base]) / s[PASS], "propose", base, PASS)  # noqa: B023
        met = met and (base == READ or added <= LIMIT)
        print(f"\nWhat `propose` adds to {base}: {added:.2f} times `python -c pass` (target: at most {LIMIT:.0f}).")
    return met


def pure_part(busy: int, days: int) -> None:
    """Print what choosing takes by itself, without reading and printing."""
    from zoneinfo import ZoneInfo

    from scheduler.ics.read import Document
    from scheduler.model.event import Calendar
    from scheduler.model.time import Period
    from scheduler.proposals.ground import needs_in, taken_in
    from scheduler.proposals.rules import Ground, Needs, Party, Terms, Wanted
    from scheduler.proposals.sides import Side
    from scheduler.proposals.slots import propose
    from scheduler.settings.core import Limits, Settings
    from scheduler.settings.proposals import ProposalSettings
    from scheduler.timeline.build import build_timeline
    from scheduler.timeline.view import View

    window = Period(NOW, NOW + timedelta(days=days))
    view = View(window, ZoneInfo("Europe/Berlin"), Settings(), frozenset())
    timeline = build_timeline([Document(Calendar("full", "full.ics"), full_calendar(busy, days))], view)
    wanted = Wanted(timedelta(minutes=45), Needs(timedelta(minutes=30), timedelta(minutes=15), kind="interview"))
    theirs = Side(ZoneInfo("America/New_York"))
    times = []
    for _ in range(15):
        began = perf_counter()
        taken = taken_in(timeline, "", needs_in(Limits(), ProposalSettings(), False), merged=True)
        ground = Ground((Party("", Side(view.zone), taken, 3), Party("them", theirs, needs=Needs())), (), theirs)
        assert propose(wanted, ground, Terms(NOW, window))
        times.append(perf_counter() - began)
    print(
        f"Choosing by itself: {1000 * sorted(times)[len(times) // 2]:.1f} ms for {len(timeline.occurrences)} entries."
    )


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    busy, days, rounds = [*given, *(10_000, 90, 9)[len(given) :]]
    met = whole_processes(busy, days, rounds)
    pure_part(busy, days)
    sys.exit(0 if met else 1)
