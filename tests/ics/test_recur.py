"""Recurrence rules agree with dateutil where dateutil can, and do bounded work where it cannot."""

# ruff: noqa: DTZ001 - rules run on wall clocks, which have no zone

from __future__ import annotations

import time
from datetime import datetime, timedelta
from itertools import pairwise, takewhile

import dateutil.rrule
import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from scheduler.ics.budget import BUDGET, TooMuchWorkError
from scheduler.ics.recur import instances
from scheduler.ics.rule import RuleError, parse_rule
from tests.oracle.effort import examples
from tests.oracle.generated import WEEKDAYS, rules
from tests.oracle.make import read, starts, vcalendar, vevent

START = datetime(2026, 11, 3, 9, 30)
wall_times = st.integers(0, 3000).map(lambda n: START + timedelta(days=n // 3, minutes=45 * n))


def _some(values: list[int], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(
        lambda found: ",".join(map(str, found))
    )


@st.composite
def wild_rules(draw: st.DrawFn) -> str:
    """Any combination of parts that RFC 5545 allows and dateutil understands as it does."""
    freq = draw(st.sampled_from(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")))
    parts = {"FREQ": freq, "INTERVAL": str(draw(st.sampled_from((1, 1, 2, 3, 7, 13))))}
    optional = {
        "COUNT": st.integers(1, 40).map(str),
        "BYMONTH": _some(list(range(1, 13)), 3),
        "BYMONTHDAY": _some([n for n in range(-31, 32) if n], 3),
        "BYHOUR": _some(list(range(24)), 2),
        "BYMINUTE": _some(list(range(60)), 2),
        "WKST": st.sampled_from(WEEKDAYS),
    }
    for name, values in optional.items():
        if draw(st.integers(0, 3)) == 0 and (freq != "MINUTELY" or not name.startswith("BYM")):
            parts[name] = draw(values)
    if freq == "YEARLY" and draw(st.integers(0, 3)) == 0:
        parts["BYYEARDAY"] = draw(_some([n for n in range(-366, 367) if n], 5))
    if draw(st.booleans()):
        days = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
        if freq in ("YEARLY", "MONTHLY") and draw(st.booleans()):
            days = [f"{draw(st.sampled_from((1, 2, 3, 4, 5, -1, -2)))}{d}" for d in days]
        parts["BYDAY"] = ",".join(days)
    if any(p.startswith("BY") for p in parts) and draw(st.integers(0, 4)) == 0:
        parts["BYSETPOS"] = draw(_some([1, 2, 3, -1, -2], 2))
    return ";".join(f"{k}={v}" for k, v in parts.items())


@given(wild_rules(), wall_times, st.integers(-20, 500), st.integers(1, 300))
@examples(200)
def test_agrees_with_dateutil(text: str, start: datetime, offset: int, days: int) -> None:
    low = start + timedelta(days=offset)
    high = low + timedelta(days=3 if "MINUTELY" in text else days)
    assume("MINUTELY" not in text or offset < 30)
    # dateutil searches an empty stretch to the end of time: here that is 2031.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dateutil.rrule.datetime, "MAXYEAR", 2031)
        try:
            expected = [x for x in takewhile(lambda x: x < high, rrulestr(text, dtstart=start)) if x >= low]
        except ValueError:
            assume(False)
    assert list(instances(parse_rule(text), start, low, high)) == expected


@given(rules(fine=True), wall_times, st.integers(0, 400))
@examples(150)
def test_windows_side_by_side_hold_what_one_holds(text: str, start: datetime, split: int) -> None:
    rule, end = parse_rule(text), start + timedelta(days=400)
    middle = start + timedelta(days=split)
    whole = list(instances(rule, start, start, end))
    assert whole == [*instances(rule, start, start, middle), *instances(rule, start, middle, end)]
    assert whole == sorted(set(whole))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # dateutil yields nothing for these; RFC 5545 3.3.10 wants both kinds of days.
        ("FREQ=MONTHLY;BYDAY=3MO,WE;COUNT=4", ["2026-11-04", "2026-11-11", "2026-11-16", "2026-11-18"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR;COUNT=2", ["2027-01-01", "2032-12-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", ["2026-12-31", "2027-01-31", "2027-03-31"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2", ["2028-02-29", "2032-02-29"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3", ["2026-11-15", "2026-11-16", "2026-11-29"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["2026-11-27", "2026-12-25"]),
        ("FREQ=DAILY;BYSETPOS=1;BYHOUR=9,12;COUNT=2", ["2026-11-03", "2026-11-04"]),
        ("freq=daily;count=2;", ["2026-11-03", "2026-11-04"]),
    ],
)
def test_rules_by_hand(text: str, expected: list[str]) -> None:
    found = instances(parse_rule(text), START, START, START + timedelta(days=4000))
    assert [f"{d:%Y-%m-%d}" for d in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;COUNT=2",
        "freq=weekly; count=2;",
        "FREQ=WEEKLY;;COUNT=2",
        "FREQ=WEEKLY;COUNT=2;X-ENDDATE=20270401",
        "FREQ=WEEKLY;INTERVAL=;BYDAY=;WKST=;COUNT=2",
        "RRULE:FREQ=WEEKLY;COUNT=2",
        "FREQ=WEEKLY;COUNT=;UNTIL=20270317T100000Z",
    ],
)
def test_rules_as_programs_write_them(text: str) -> None:
    timeline = read(vcalendar(vevent("DTSTART:20270310T100000Z", f"RRULE:{text}")))
    assert starts(timeline) == ["20270310T100000Z", "20270317T100000Z"]
    assert timeline.problems == ()


def test_an_empty_rule_is_none() -> None:
    timeline = read(vcalendar(vevent("DTSTART:20270310T100000Z", "RRULE:", "RDATE:20270312T100000Z")))
    assert starts(timeline) == ["20270310T100000Z", "20270312T100000Z"]
    assert timeline.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=",
        "FREQ=SOMETIMES",
        "INTERVAL=2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYMONTH=0",
        "FREQ=DAILY;BYMONTHDAY=32",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=20271301",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;WKST=TODAY",
        "FREQ=DAILY;RSCALE=HEBREW",
        "FREQ=DAILY;SKIP=FORWARD",
        "FREQ=DAILY;BYEASTER=1",
        "FREQ=DAILY;nonsense",
    ],
)
def test_unreadable_rules_keep_the_first_instance_and_are_reported(text: str) -> None:
    with pytest.raises(RuleError):
        parse_rule(text)
    timeline = read(vcalendar(vevent("DTSTART:20270310T100000Z", f"RRULE:{text}", "RDATE:20270312T100000Z")))
    assert starts(timeline) == ["20270310T100000Z", "20270312T100000Z"]
    [problem] = timeline.problems
    assert problem.message.startswith("'Entry': its RRULE cannot be followed")
    assert problem.severity == "error"  # Dates are missing, so the calendar was not read whole.


@pytest.mark.parametrize("freq", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
@pytest.mark.parametrize("parts", ["", ";BYMONTH=3", ";BYDAY=WE;BYMONTH=3;BYMONTHDAY=10"])
@pytest.mark.parametrize("interval", [3_000_000, 99_999_999, 999_999_999_999, 10**30])
def test_huge_intervals(freq: str, parts: str, interval: int) -> None:
    rule = parse_rule(f"FREQ={freq};INTERVAL={interval}{parts}")
    start = datetime(2027, 3, 10, 10)
    found = list(instances(rule, start, start, datetime(9999, 1, 1)))
    assert found[0] == start
    assert all(b > a for a, b in pairwise(found))


BOMBS = [
    "FREQ=SECONDLY",
    "FREQ=SECONDLY;BYHOUR=3",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MINUTELY;BYMONTHDAY=31;BYMONTH=2",
    "FREQ=DAILY;COUNT=1000000000;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12",
    "FREQ=YEARLY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
    "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSECOND=" + ",".join(map(str, range(60))) + ";BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6",
    "FREQ=HOURLY;BYSECOND=" + ",".join(map(str, range(60))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
]


@pytest.mark.parametrize("text", BOMBS)
@pytest.mark.parametrize("extra", [0, 300])
def test_work_is_bounded_for_a_whole_series(text: str, extra: int) -> None:
    witness = vevent("DTSTART:20270317T150000Z", uid="witness")
    lines = [f"RRULE:{text}"] * (1 + extra) + [f"EXRULE:{text};BYDAY=MO"] * extra
    began = time.process_time()
    timeline = read(vcalendar(vevent("DTSTART:19700101T000000Z", *lines), witness))
    assert time.process_time() - began < 5
    assert starts(timeline, "witness") == ["20270317T150000Z"]
    assert len(timeline.occurrences) <= 40_100


def test_the_budget_ends_a_walk_that_finds_nothing() -> None:
    rule = parse_rule("FREQ=MINUTELY;BYHOUR=3;BYMINUTE=1;BYSECOND=1;COUNT=100000")
    with pytest.raises(TooMuchWorkError):
        list(instances(rule, datetime(2000, 1, 1), datetime(2027, 1, 1), datetime(2028, 1, 1)))
    assert BUDGET <= 1_000_000


def test_equal_rule_and_exception_leave_nothing() -> None:
    data = vcalendar(vevent("DTSTART:20270310T100000Z", "RRULE:FREQ=DAILY", "EXRULE:FREQ=DAILY"))
    assert starts(read(data)) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("MONTHLY;BYDAY=-1FR", datetime(2020, 5, 30, 9)),
        ("MONTHLY;BYDAY=4WE", datetime(2020, 5, 1, 9)),
        ("MONTHLY;BYMONTHDAY=-28", datetime(2020, 2, 1, 9)),
        ("WEEKLY;INTERVAL=5;BYDAY=MO,WE,SU", datetime(2020, 1, 28, 9)),
        ("DAILY;INTERVAL=30", datetime(2020, 1, 28, 9)),
    ],
)
def test_a_late_window_counts_what_lies_before_it(text: str, start: datetime) -> None:
    for count in (1, 2, 3, 40, 41, 42):
        rule = parse_rule(f"FREQ={text};COUNT={count}")
        everything = list(instances(rule, start, start, start + timedelta(days=9000)))
        assert len(everything) == count
        for low in (start + timedelta(days=n) for n in (25, 1200, 1230, 6000)):
            assert list(instances(rule, start, low, low + timedelta(days=90))) == [
                moment for moment in everything if low <= moment < low + timedelta(days=90)
            ]
