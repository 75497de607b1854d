"""Generated grounds for property tests: zones of both hemispheres and half hours, DST weeks, uneven buffers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from scheduler.model.time import Period
from scheduler.proposals.rules import Ground, Needs, Party, Pool, Taken, Terms, Wanted
from scheduler.proposals.sides import Away, Clock, Protected, Side

ZONES = [
    ZoneInfo(n)
    for n in (
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Adelaide",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "America/Santiago",
        "Asia/Kathmandu",
        "UTC",
    )
]
# Mondays before or in weeks of clock changes: New York, Berlin, Santiago/Adelaide, Berlin again.
MONDAYS = [date(2027, 3, 8), date(2027, 3, 22), date(2027, 3, 29), date(2027, 10, 25)]
MINUTES = st.sampled_from([0, 0, 5, 15, 20, 30, 45, 60])


def minutes(n: int) -> timedelta:
    return timedelta(minutes=n)


@st.composite
def needs(draw: st.DrawFn) -> Needs:
    return Needs(
        before=minutes(draw(MINUTES)),
        after=minutes(draw(MINUTES)),
        place=draw(st.sampled_from(["", "Main St 1", "Harbour 5"])),
        in_person=draw(st.booleans()),
        travel=draw(st.sampled_from([None, None, minutes(50)])),
        kind=draw(st.sampled_from(["event", "interview"])),
    )


@st.composite
def taken(draw: st.DrawFn, monday: date) -> Taken:
    start = datetime.combine(monday, time(0), UTC) + minutes(draw(st.integers(-24 * 6, 9 * 24 * 6)) * 10)
    start += timedelta(seconds=draw(st.sampled_from([0, 0, 0, 1, 59])))
    length = minutes(draw(st.sampled_from([0, 5, 30, 60, 90, 240, 1440])))
    hardness = draw(st.sampled_from(["busy", "busy", "tentative"]))
    label = draw(st.sampled_from(["", "Dentist", "Gym"]))
    return Taken(Period(start, start + length), draw(needs()), hardness, label)


@st.composite
def sides(draw: st.DrawFn, monday: date) -> Side:
    office = draw(
        st.sampled_from(
            [
                (Clock(time(9), time(17)),),
                (Clock(time(8, 20), time(12)), Clock(time(13), time(18, 45))),
                (Clock(time(18), time(0)),),
                (Clock(time(0), time(0)),),
            ]
        )
    )
    weekend = draw(st.sampled_from([(), (), (Clock(time(0), time(6)),)]))
    first = monday + timedelta(days=draw(st.integers(0, 5)))
    away = (Away(first, first + timedelta(days=draw(st.integers(0, 3))), draw(st.sampled_from(ZONES))),)
    off = monday + timedelta(days=draw(st.integers(0, 6)))
    return Side(
        zone=draw(st.sampled_from(ZONES)),
        hours=(office,) * 5 + (weekend,) * 2,
        holidays=draw(st.sampled_from([{}, {off: "Founders' Day"}])),
        lunch=draw(st.sampled_from([None, Clock(time(12), time(13))])),
        protected=draw(st.sampled_from([(), (Protected(frozenset({1, 3}), Clock(time(9, 30), time(11)), "Focus"),)])),
        away=draw(st.sampled_from([(), (), away])),
    )


@st.composite
def parties(draw: st.DrawFn, monday: date, name: str, most: int = 12) -> Party:
    return Party(
        name,
        draw(sides(monday)),
        tuple(draw(st.lists(taken(monday), max_size=most))),
        per_day=draw(st.sampled_from([None, 1, 2])),
        needs=draw(st.sampled_from([None, Needs()])),
        known=draw(
            st.sampled_from(
                [None, None, Period(*(datetime.combine(monday, time(5), UTC) + timedelta(days=d) for d in (0, 6)))]
            )
        ),
    )


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Wanted, Ground, Terms]:
    monday = draw(st.sampled_from(MONDAYS))
    everybody = [draw(parties(monday, "")), *([draw(parties(monday, "Acme", 4))] if draw(st.booleans()) else [])]
    pools = ()
    if draw(st.integers(0, 3)) == 0:
        people = tuple(draw(parties(monday, name, 3)) for name in ("carol", "dan", "eve"))
        pools = (Pool(people, draw(st.integers(1, 2))),)
    midnight = datetime.combine(monday, time(0), UTC)
    now = midnight + minutes(draw(st.integers(-30, 60)) * 61)
    window = Period(midnight, midnight + timedelta(days=draw(st.integers(1, 8))))
    terms = Terms(
        now,
        window,
        notice=timedelta(hours=draw(st.sampled_from([0, 24, 48]))),
        buffers=draw(st.sampled_from(["max", "sum"])),
    )
    wanted = Wanted(
        minutes(draw(st.sampled_from([15, 45, 60, 120]))),
        draw(needs()),
        current=midnight + timedelta(days=2, hours=14),
        wanted=draw(st.sampled_from([None, midnight + timedelta(days=3, hours=9, minutes=7)])),
    )
    recipient = draw(st.sampled_from([None, everybody[-1].side, Side(draw(st.sampled_from(ZONES)))]))
    return wanted, Ground(tuple(everybody), pools, recipient), terms
