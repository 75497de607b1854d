"""Renders one calendar object (a VEVENT, or a series with its overrides) as text."""

# ruff: noqa: DTZ001 (wall-clock times: the zone is a matter of the property that they are written into)
from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.zones import WEIGHTS, ZONES, Zone

WINDOW_START = datetime(2027, 3, 1)
WINDOW_END = datetime(2027, 3, 15)
SPAN_START = datetime(2022, 3, 7)
SPAN_DAYS = 3652
DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

TOPICS = (
    "Weekly planning", "Design review", "1:1 with Jonas", "Budget round", "Dentist", "Lunch with Aylin", "Sprint demo",
    "Yoga", "Customer call Northwind", "Elternabend Grundschule", "Release candidate sign-off", "Roadmap workshop",
    "Français pour débutants", "Quarterly numbers", "Focus time", "Handover to support", "Garage: winter tyres",
)  # fmt: skip
COMPANIES = ("Acme Robotics", "Nordlicht GmbH", "Fabrikam", "Contoso", "Globex", "Tailspin Toys", "Umbrella Health")
ROLES = ("Backend Engineer", "Data Engineer", "Product Manager", "Site Reliability Engineer", "UX Designer")
STAGES = ("Interview", "Technical interview", "Phone screen", "Final round interview", "Vorstellungsgespräch")
PLACES = (
    "Room 4.12 (Spree)", "https://meet.google.com/abc-defg-hij", "Friedrichstraße 68\\, 10117 Berlin",
    "Microsoft Teams Meeting", "https://zoom.us/j/98765432101?pwd=a1b2c3", "Café am Ufer",
)  # fmt: skip
PEOPLE = ("Mara Lind", "Jonas Weber", "Aylin Demir", "Priya Natarajan", "Tom O'Brien", "Zoë Martin", "Luis Ortega")
SENTENCES = (
    "Please read the notes before we meet.", "Agenda: open points\\, numbers\\, next steps.",
    "The recording will be shared afterwards.", "Bring the printed contract and an ID.",
    "Dial-in: +49 30 1234567\\, code 998 877#.", "Nächste Schritte besprechen wir am Ende.",
    "Feel free to forward this to your team.", "Documents: https://files.example.com/d/8Yk2",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CalendarObject:
    """What one file of a vdir holds: the VEVENTs of one UID, and the zones that they name."""

    uid: str
    master: str
    overrides: tuple[str, ...]
    zones: tuple[Zone, ...]


def fold(line: str) -> str:
    """Return the line folded at 75 octets, never inside a character (RFC 5545 3.1), with its line end."""
    raw = line.encode()
    if len(raw) <= 75:
        return line + "\r\n"
    pieces: list[str] = []
    room = 75
    while raw:
        cut = min(room, len(raw))
        while cut < len(raw) and raw[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(raw[:cut].decode())
        raw = raw[cut:]
        room = 74
    return "\r\n ".join(pieces) + "\r\n"


def _person(rng: Random) -> tuple[str, str]:
    name = rng.choice(PEOPLE)
    return name, f"{name.split()[0].lower().replace('ë', 'e')}.{rng.randrange(10_000):04}@example.com"


def _alarm(rng: Random) -> list[str]:
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Reminder",
        f"TRIGGER:-PT{rng.choice((5, 10, 15, 30))}M",
        "END:VALARM",
    ]


def vevent(rng: Random, uid: str, when: list[str], *, interview: bool, sequence: int = 0, early: str = "") -> str:
    """Return a VEVENT of about 690 bytes around the given time properties; `early` goes before all of them."""
    host, host_mail = _person(rng)
    guest, guest_mail = _person(rng)
    title = f"{rng.choice(STAGES)} {rng.choice(COMPANIES)}: {rng.choice(ROLES)}" if interview else rng.choice(TOPICS)
    stamp = f"2027{rng.randint(1, 2):02}{rng.randint(1, 26):02}T{rng.randint(6, 20):02}{rng.randint(0, 59):02}00Z"
    lines = [
        f"UID:{uid}",
        f"DTSTAMP:{stamp}",
        *when,
        f"SUMMARY:{title}",
        f"SEQUENCE:{sequence}",
        f"STATUS:{rng.choices(('CONFIRMED', 'TENTATIVE', 'CANCELLED'), (93, 5, 2))[0]}",
        f"TRANSP:{'TRANSPARENT' if rng.random() < 0.1 else 'OPAQUE'}",
        f"LOCATION:{rng.choice(PLACES)}",
        f"DESCRIPTION:{' '.join(rng.choices(SENTENCES, k=3))}",
        f"ORGANIZER;CN={host}:mailto:{host_mail}",
        f"ATTENDEE;CN={guest};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:{guest_mail}",
        f"LAST-MODIFIED:{stamp}",
    ]
    if rng.random() < 0.3:
        lines += _alarm(rng)
    return "BEGIN:VEVENT\r\n" + early + "".join(map(fold, lines)) + "END:VEVENT\r\n"


def somewhere(rng: Random, near: float) -> datetime:
    """Return the start of a working quarter of an hour, in the window with probability `near`."""
    if rng.random() < near:
        day = WINDOW_START + timedelta(days=rng.randrange(14))
    else:
        day = SPAN_START + timedelta(days=rng.randrange(SPAN_DAYS))
    return day + timedelta(minutes=15 * rng.randint(32, 72))


def single(rng: Random, uid: str, near: float) -> CalendarObject:
    """Return an event of up to three hours, rarely one over night."""
    zone = rng.choices(ZONES, WEIGHTS)[0]
    start = somewhere(rng, near)
    minutes = 720 if rng.random() < 0.03 else rng.choice((15, 25, 30, 45, 60, 60, 90, 180))
    when = [zone.stamp("DTSTART", start), zone.stamp("DTEND", start + timedelta(minutes=minutes))]
    return CalendarObject(uid, vevent(rng, uid, when, interview=rng.random() < max(0.02, near / 2)), (), (zone,))


def all_day(rng: Random, uid: str, near: float) -> CalendarObject:
    """Return an all-day event of one to five days."""
    start = somewhere(rng, near).date()
    end = start + timedelta(days=rng.choice((1, 1, 1, 2, 5)))
    when = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"]
    return CalendarObject(uid, vevent(rng, uid, when, interview=False), (), ())


def _months(start: datetime) -> Iterator[datetime]:
    """Yield the start in each month that follows; its day is at most the 28th."""
    for count in itertools.count():
        years, month = divmod(start.month - 1 + count, 12)
        yield start.replace(year=start.year + years, month=month + 1)


def _every(start: datetime, days: int, offsets: tuple[int, ...] = (0,)) -> Iterator[datetime]:
    for count in itertools.count():
        for offset in offsets:
            yield start + timedelta(days=days * count + offset)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A rule without its end, its first start, and the instances it yields in wall time."""

    rule: str
    start: datetime

    def instances(self) -> Iterator[datetime]:
        """Yield the starts of the rule, without end."""
        start = self.start
        step = 2 if "INTERVAL=2" in self.rule else 1
        if "BYDAY=MO,WE,FR" in self.rule:
            return _every(start, 7, (0, 2, 4))
        if "WEEKLY" in self.rule:
            return _every(start, 7 * step)
        if "DAILY" in self.rule:
            return _every(start, step)
        if "BYDAY=2" in self.rule:
            firsts = _months(start.replace(day=1))
            return (first + timedelta(days=(start.weekday() - first.weekday()) % 7 + 7) for first in firsts)
        return _months(start)


def _rhythm(rng: Random, start: datetime) -> Rhythm:
    """Return a common rule whose first instance is a start close to the given one."""
    name = DAY_NAMES[start.weekday()]
    kind = rng.choices(("weekly", "other week", "mo we fr", "daily", "weekday of month", "day of month"),
                       (38, 12, 15, 15, 10, 10))[0]  # fmt: skip
    if kind == "weekly":
        return Rhythm(f"FREQ=WEEKLY;BYDAY={name}", start)
    if kind == "other week":
        return Rhythm("FREQ=WEEKLY;INTERVAL=2", start)
    if kind == "mo we fr":
        return Rhythm("FREQ=WEEKLY;BYDAY=MO,WE,FR", start - timedelta(days=start.weekday()))
    if kind == "daily":
        return Rhythm("FREQ=DAILY;INTERVAL=2" if rng.random() < 0.4 else "FREQ=DAILY", start)
    if kind == "weekday of month":
        return Rhythm(f"FREQ=MONTHLY;BYDAY=2{name}", start.replace(day=8 + (start.day - 1) % 7))
    day = 1 + start.day % 28
    return Rhythm(f"FREQ=MONTHLY;BYMONTHDAY={day}", start.replace(day=day))


def _normal(rhythm: Rhythm) -> Rhythm:
    """Return the rhythm with its start moved onto the weekday that its rule names."""
    if "BYDAY=2" not in rhythm.rule:
        return rhythm
    first = rhythm.start.replace(day=1)
    weekday = DAY_NAMES.index(rhythm.rule[-2:])
    return Rhythm(rhythm.rule, first + timedelta(days=(weekday - first.weekday()) % 7 + 7))


def _known(rng: Random, rhythm: Rhythm, last: int | None) -> list[datetime]:
    """Return the instances that exceptions are made of: the first twelve and those in the window."""
    instances = rhythm.instances() if last is None else itertools.islice(rhythm.instances(), last)
    known: list[datetime] = []
    for count, instance in enumerate(instances):
        if count and (count < 12 or WINDOW_START <= instance < WINDOW_END - timedelta(days=1)):
            known.append(instance)
        if count >= 12 and instance >= WINDOW_END:
            break
    rng.shuffle(known)
    return known


def _exdates(rng: Random, zone: Zone, gone: list[datetime]) -> list[str]:
    if len(gone) > 1 and zone.tzid and rng.random() < 0.5:
        return [f"{zone.stamp('EXDATE', gone[0])},{','.join(f'{each:%Y%m%dT%H%M%S}' for each in gone[1:])}"]
    return [zone.stamp("EXDATE", each) for each in gone]


def _override(rng: Random, uid: str, zone: Zone, original: datetime, length: timedelta, interview: bool) -> str:
    kind = rng.random()
    start = original + timedelta(minutes=15 * rng.randint(-8, 8))
    if kind < 0.3:
        start = WINDOW_START + timedelta(days=rng.randrange(14), minutes=15 * rng.randint(32, 72))
    elif kind < 0.5:
        start = original + timedelta(days=rng.choice((-21, -1, 1, 21)))
    when = [
        zone.stamp("RECURRENCE-ID", original),
        zone.stamp("DTSTART", start),
        zone.stamp("DTEND", start + length),
    ]
    return vevent(rng, uid, when, interview=interview, sequence=1)


def series(rng: Random, uid: str, near: float) -> CalendarObject:
    """Return a recurring event with EXDATE, RDATE and overrides, some of them moved into the window."""
    if rng.random() < 0.08:
        return _birthday(rng, uid)
    zone = rng.choices(ZONES, WEIGHTS)[0]
    rhythm = _normal(_rhythm(rng, somewhere(rng, near / 4)))
    length = timedelta(minutes=rng.choice((15, 30, 45, 60, 90)))
    ends = rng.random()
    count = rng.randint(8, 60) if ends < 0.7 else None
    known = _known(rng, rhythm, count)
    rule = rhythm.rule
    if count and ends < 0.35:
        rule += f";COUNT={count}"
    elif count:
        rule += f";UNTIL={zone.utc(next(itertools.islice(rhythm.instances(), count - 1, None)))}"
    when = [zone.stamp("DTSTART", rhythm.start), zone.stamp("DTEND", rhythm.start + length), f"RRULE:{rule}"]
    if rng.random() < 0.6:
        when += _exdates(rng, zone, [known.pop() for _ in range(rng.randint(1, 3))])
    if rng.random() < 0.2:
        extra = somewhere(rng, 0.4) + timedelta(minutes=7)
        when.append(zone.stamp("RDATE", extra))
    interview = rng.random() < 0.02
    overrides: tuple[str, ...] = ()
    if rng.random() < 0.4:
        overrides = tuple(_override(rng, uid, zone, known.pop(), length, interview) for _ in range(rng.randint(1, 2)))
    return CalendarObject(uid, vevent(rng, uid, when, interview=interview), overrides, (zone,))


def _birthday(rng: Random, uid: str) -> CalendarObject:
    start = date(rng.randint(1950, 2024), rng.randint(1, 12), rng.randint(1, 28))
    when = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}",
            "RRULE:FREQ=YEARLY"]  # fmt: skip
    return CalendarObject(uid, vevent(rng, uid, when, interview=False), (), ())
