"""A fuzzer of the reader: sound and odd calendars, mutated by bytes, lines and components.

`python -m tests.fuzz.fuzz_reader [seconds] [seed]` runs it; what breaks the reader is printed, and written to the
folder tests/fuzz/found (to be made a small test by hand). Each case must be read within a second for each 100 KB, must
not raise, and must give the same occurrences with and without the lexical pass.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.model.time import Period
from tests.oracle.make import document, keys, read, timed, vcalendar, vevent, window
from tests.oracle.shared import ROOT, SHARED

WINDOWS = (
    window("2027-03-01T00:00", "2027-05-01T00:00"),
    window("2012-05-01T00:00", "2012-05-15T00:00"),
    window("1990-01-01T00:00", "1995-01-01T00:00"),
    window("9990-01-01T00:00", "9999-12-31T00:00"),
)
ZONES = (ZoneInfo("UTC"), ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Kiritimati"))
NUMBERS = (b"0", b"1", b"-1", b"31", b"32", b"99", b"366", b"2147483648", b"99999999999999999999", b"00000000", b"9999")
WORDS = (
    *(b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n", b"BEGIN:VALARM\r\n"),
    *(b"BEGIN:VTIMEZONE\r\n", b"END:VTIMEZONE\r\n", b"END:STANDARD\r\n", b"\r\n ", b"\r\n\t", b"\n", b"\r", b"\0"),
    *(b"RRULE:FREQ=DAILY\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"RDATE:20270310T100000Z\r\n", b"EXDATE:20270310\r\n"),
    *(b"RECURRENCE-ID:20270310T100000Z\r\n", b"RECURRENCE-ID;RANGE=THISANDFUTURE:20270310T100000Z\r\n"),
    *(b"DURATION:P1D\r\n", b"DURATION:-PT1H\r\n", b"DTEND:20270310\r\n", b"DTSTART:99971231T235959Z\r\n", b"UID:\r\n"),
    *(b"TZID=Europe/Berlin", b'TZID="a:b"', b"VALUE=DATE", b"VALUE=PERIOD", b";COUNT=5", b";UNTIL=20270401", b"\xff"),
    *(b"BYDAY=1MO,-1SU", b"BYSETPOS=-1", b"BYWEEKNO=53", b"BYMONTHDAY=-31", b"INTERVAL=0", b"\xef\xbb\xbf", b"\xc3"),
    *(b";ENCODING=QUOTED-PRINTABLE", b"=\r\n", b"=C3=A4", b"=0D=0A", b"RRULE:W1 WE #5\r\n", b"RRULE:MP1 1+ MO $\r\n"),
    *(b" BEGIN:VEVENT\r\n", b"BEGIN : VEVENT\r\n", b"T240000Z", b".000Z", b"-0500", b"TZID=PST", b"TZID=+05:30", b"#0"),
    *(b"STATUS:CANCELLED\r\n", b"SEQUENCE:99999999999\r\n", b"METHOD:CANCEL\r\n", b"X-WR-TIMEZONE:Asia/Tokyo\r\n"),
)


class Case(NamedTuple):
    """One input and how it is read."""

    data: bytes
    within: Period
    zone: ZoneInfo


def seeds() -> list[bytes]:
    """Own calendars; and those beside the repository, where they are."""
    series = timed(
        "20270310T100000 Europe/Berlin",
        "20270310T110000 Europe/Berlin",
        "RRULE:FREQ=WEEKLY;BYDAY=WE,FR;COUNT=12",
        "EXDATE;TZID=Europe/Berlin:20270312T100000",
        "RDATE;VALUE=PERIOD:20270315T100000Z/PT2H",
        'ATTENDEE;PARTSTAT=NEEDS-ACTION;CN="Doe; J":mailto:j@x.example',
        "DESCRIPTION:Job interview for the position\\, see https://zoom.us/j/123456789",
        uid="s",
        summary="Interview with Acme",
    )
    changed = timed("20270317T120000Z", "20270317T130000Z", "RECURRENCE-ID:20270317T090000Z", uid="s", summary="moved")
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
        "DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    )
    odd = vevent("DTSTART;TZID=Mine:20270328T023000", "DURATION:P1DT1H", "RRULE:FREQ=MONTHLY;BYDAY=-1SU", uid="z")
    own = [
        vcalendar(series, changed),
        vcalendar(zone, odd, timed("20270310", "20270312", "RRULE:FREQ=YEARLY", uid="d")),
        vcalendar(series, head=["METHOD:REQUEST", "X-WR-TIMEZONE:America/Chicago"]) + vcalendar(odd),
        *(path.read_bytes() for path in sorted((ROOT / "sample_calendars").rglob("*.ics"))),
    ]
    others = sorted(p for p in SHARED.rglob("*.ics") if p.stat().st_size < 20_000) if SHARED.is_dir() else []
    return own + [path.read_bytes() for path in others]


def mutated(data: bytes, chance: random.Random, pool: list[bytes]) -> bytes:
    """The data after one to eight changes."""
    for _ in range(chance.randint(1, 8)):
        data = _changed(data, chance, pool)
    return data[:200_000]


def _changed(data: bytes, chance: random.Random, pool: list[bytes]) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    kind = chance.randrange(11)
    if kind == 0:
        lines[at] = b""
    elif kind == 1:
        lines.insert(at, chance.choice(lines))
    elif kind == 2:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines.insert(at, chance.choice(WORDS))
    elif kind == 4:
        lines[at] = _number_changed(lines[at], chance)
    elif kind == 5:
        spot = chance.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:spot] + chance.choice(WORDS) + lines[at][spot:]
    elif kind == 6:
        spot = chance.randrange(len(data) + 1)
        return data[:spot] + bytes([chance.randrange(256)]) + data[spot + chance.randrange(3) :]
    elif kind == 7:
        return data[: chance.randrange(len(data) + 1)]
    elif kind == 8:
        other_lines = chance.choice(pool).splitlines(keepends=True) or [b""]
        spot = chance.randrange(len(other_lines))
        lines[at:at] = other_lines[spot : spot + chance.randrange(30)]
    elif kind == 9:
        return data.replace(
            *chance.choice(((b"\r\n", b"\n"), (b"\r\n", b"\r"), (b":", b";"), (b"T", b""), (b"Z", b"")))
        )
    else:
        lines[at] = lines[at].swapcase() if chance.random() < 0.5 else lines[at] * chance.randint(2, 40)
    return b"".join(lines)


def _number_changed(line: bytes, chance: random.Random) -> bytes:
    digits = [i for i, c in enumerate(line) if 48 <= c <= 57]
    if not digits:
        return line
    spot = chance.choice(digits)
    return line[:spot] + chance.choice(NUMBERS) + line[spot + chance.choice((1, 1, 2, 8)) :]


def cases(seed: int) -> Iterator[Case]:
    chance = random.Random(seed)
    pool = seeds()
    while True:
        data = mutated(chance.choice(pool), chance, pool)
        yield Case(data, chance.choice(WINDOWS), chance.choice(ZONES))


def trouble(case: Case) -> str | None:
    """What is wrong with how the reader takes a case; None where all is well."""
    began = time.process_time()
    try:
        quick = read(document(case.data), within=case.within, zone=case.zone)
        spent = time.process_time() - began
        plain = read(document(case.data), within=case.within, zone=case.zone, prefilter=False)
    except Exception:  # noqa: BLE001 - whatever it raises is the finding
        return traceback.format_exc(limit=-3)
    if keys(quick) != keys(plain):
        return f"the lexical pass changes the answer: {keys(plain) - keys(quick)} {keys(quick) - keys(plain)}"
    if len({o.id for o in quick.occurrences}) != len(quick.occurrences):
        return "two occurrences have one identifier"
    if spent > 2 + len(case.data) / 100_000:
        return f"it took {spent:.1f} s for {len(case.data)} octets"
    return None


def run(seconds: float, seed: int) -> tuple[int, dict[str, bytes]]:
    """(cases tried, the shortest input for each kind of trouble)."""
    found: dict[str, bytes] = {}
    tried = 0
    end = time.monotonic() + seconds
    for case in cases(seed):
        if time.monotonic() > end:
            break
        tried += 1
        wrong = trouble(case)
        if wrong is not None:
            kind = wrong.strip().splitlines()[-1][:60] if wrong.startswith("Traceback") else wrong[:30]
            if kind not in found or len(case.data) < len(found[kind]):
                found[kind] = case.data
                print(f"{case.within.start:%Y} {case.zone}: {wrong}", flush=True)  # noqa: T201 - a tool for people
    return tried, found


def main() -> None:
    seconds, seed = float((sys.argv[1:] or ["60"])[0]), int((sys.argv[2:] or ["1"])[0])
    tried, found = run(seconds, seed)
    folder = Path(__file__).parent / "found"
    for number, data in enumerate(found.values(), 1):
        folder.mkdir(exist_ok=True)
        (folder / f"{seed}-{number}.ics").write_bytes(data)
    print(f"{tried} cases, {len(found)} kinds of trouble")  # noqa: T201 - a tool for people
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
