"""Series as sets: rules and dates together, exceptions taken out, changed instances in their place."""

from __future__ import annotations

import pytest

from tests.oracle.make import key, notes, read, starts, timed, vcalendar, vevent, window

DAILY = timed(
    "20270310T100000 America/New_York", "20270310T110000 America/New_York", "RRULE:FREQ=DAILY;COUNT=5", uid="s"
)


def _with(*lines: str) -> bytes:
    return vcalendar(DAILY.replace("SUMMARY", "\r\n".join([*lines, "SUMMARY"])))


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("EXDATE;TZID=America/New_York:20270312T100000", ["12"]),
        ("EXDATE:20270312T150000Z", ["12"]),
        ("EXDATE;TZID=Europe/Berlin:20270312T160000", ["12"]),
        ("EXDATE:20270312T100000", ["12"]),
        ("EXDATE;VALUE=DATE:20270312", ["12"]),
        ("EXDATE;TZID=America/New_York:20270312T100000,20270313T100000", ["12", "13"]),
        ("EXDATE;TZID=America/New_York:20270312T100000,,", ["12"]),
        ("EXDATE;TZID=America/New_York:20270312T110000", []),
        ("EXDATE:", []),
        ("EXDATE:rubbish", []),
    ],
)
def test_exceptions(line: str, gone: list[str]) -> None:
    timeline = read(_with(line))
    assert [s[6:8] for s in starts(timeline)] == [d for d in ("10", "11", "12", "13", "14") if d not in gone]


def test_what_takes_no_date_out_is_said_as_such() -> None:
    """An exception that cannot be read shows too much, a date that cannot be read hides something."""
    [problem] = read(_with("EXRULE:FREQ=DAILY;INTERVAL=0")).problems
    assert (problem.severity, "what it takes out is shown" in problem.message) == ("warning", True)
    assert [p.severity for p in read(_with("EXDATE:rubbish")).problems] == ["warning"]
    assert [p.severity for p in read(_with("RDATE:rubbish")).problems] == ["error"]


def test_the_local_hour_stays_when_the_clocks_change() -> None:
    assert starts(read(_with())) == [
        *(f"202703{d}T150000Z" for d in (10, 11, 12, 13)),
        "20270314T140000Z",
    ]


def test_extra_dates_and_periods() -> None:
    timeline = read(
        _with("RDATE:20270401T120000Z", "RDATE;VALUE=PERIOD:20270402T120000Z/PT2H,20270403T120000Z/20270403T123000Z")
    )
    assert [key(o)[1:] for o in timeline.occurrences[5:]] == [
        ("20270401T120000Z", "20270401T130000Z"),
        ("20270402T120000Z", "20270402T140000Z"),
        ("20270403T120000Z", "20270403T123000Z"),
    ]


@pytest.mark.parametrize(
    "rid",
    [
        "RECURRENCE-ID;TZID=America/New_York:20270312T100000",
        "RECURRENCE-ID:20270312T150000Z",
        "RECURRENCE-ID;TZID=Asia/Kolkata:20270312T203000",
    ],
)
def test_an_override_finds_its_instance_in_any_zone(rid: str) -> None:
    moved = timed("20270320T120000Z", "20270320T130000Z", rid, uid="s", summary="moved")
    timeline = read(vcalendar(DAILY, moved))
    assert starts(timeline)[-1] == "20270320T120000Z"
    assert "20270312T150000Z" not in starts(timeline)
    assert len(timeline.occurrences) == 5
    assert timeline.occurrences[-1].recurrence_id == "20270312T150000Z"


@pytest.mark.parametrize(
    "rid",
    [
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20270312T100000",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20270312T150000Z",
    ],
)
def test_this_and_future(rid: str) -> None:
    later = timed("20270312T140000 America/New_York", "20270312T153000 America/New_York", rid, uid="s")
    assert [key(o)[1:] for o in read(vcalendar(DAILY, later)).occurrences] == [
        ("20270310T150000Z", "20270310T160000Z"),
        ("20270311T150000Z", "20270311T160000Z"),
        ("20270312T190000Z", "20270312T203000Z"),
        ("20270313T190000Z", "20270313T203000Z"),
        ("20270314T180000Z", "20270314T193000Z"),
    ]


def test_a_cancelled_instance_stays_with_its_status() -> None:
    gone = timed("20270312T150000Z", "20270312T160000Z", "RECURRENCE-ID:20270312T150000Z", "STATUS:CANCELLED", uid="s")
    timeline = read(vcalendar(DAILY, gone))
    assert [(o.cancelled, o.busy) for o in timeline.occurrences] == [
        *[(False, "busy")] * 2,
        (True, "free"),
        *[(False, "busy")] * 2,
    ]


@pytest.mark.parametrize("prefilter", [True, False])
def test_a_change_of_an_instance_that_cannot_be_read_does_not_take_the_series_away(prefilter: bool) -> None:
    series = timed("20270310T100000Z", "20270310T110000Z", "RRULE:FREQ=DAILY;COUNT=3", "SEQUENCE:1")
    for day in ("20270315", "20210315"):
        change = timed(f"{day}T100000Z", f"{day}T110000Z", f"RECURRENCE-ID:{day}T1000000", "SEQUENCE:5")
        found = starts(read(vcalendar(series, change), prefilter=prefilter))
        assert found[:3] == ["20270310T100000Z", "20270311T100000Z", "20270312T100000Z"]
        assert found[3:] == (["20270315T100000Z"] if day == "20270315" else [])


def test_an_override_without_master_is_an_event() -> None:
    alone = timed("20270312T150000Z", "20270312T160000Z", "RECURRENCE-ID:20270311T150000Z", uid="s")
    assert starts(read(vcalendar(alone))) == ["20270312T150000Z"]


def test_of_two_overrides_of_one_instance_the_later_one_counts() -> None:
    def moved(hour: int, stamp: str) -> str:
        times = (f"20270312T{hour}0000Z", f"20270312T{hour}3000Z")
        text = timed(*times, "RECURRENCE-ID:20270312T150000Z", uid="s")
        return text.replace("DTSTAMP:20270101T000000Z", f"DTSTAMP:{stamp}")

    one, two = moved(18, "20270201T000000Z"), moved(20, "20270202T000000Z")
    for order in ((DAILY, one, two), (two, one, DAILY)):
        timeline = read(vcalendar(*order))
        assert starts(timeline)[2] == "20270312T200000Z"
        assert len(timeline.occurrences) == 5
        assert any("two changes of one instance" in n for n in notes(timeline))


@pytest.mark.parametrize(
    ("until", "days", "said"),
    [
        ("20270312T150000Z", 3, False),
        ("20270312T145959Z", 2, False),
        ("20270312", 3, True),
        ("20270312T100000", 3, True),
        ("2027-03-12T15:00:00.000Z", 3, False),
        ("20270301T000000Z", 0, True),
    ],
)
def test_until_of_every_kind(until: str, days: int, said: bool) -> None:
    data = vcalendar(
        timed("20270310T100000 America/New_York", "20270310T110000 America/New_York", f"RRULE:FREQ=DAILY;UNTIL={until}")
    )
    timeline = read(data)
    assert len(timeline.occurrences) == days
    assert not days or bool(notes(timeline)) is said
    assert days or [p.severity for p in read(data).problems] == ["warning"]


def test_a_day_that_comes_round_each_year_ends_as_it_did_the_first_time() -> None:
    timeline = read(vcalendar(timed("20200310", "20200311", "RRULE:FREQ=YEARLY")))
    assert [key(o)[1:] for o in timeline.occurrences] == [("20270310", "20270311")]
    assert notes(timeline) == []


def test_a_day_is_not_24_hours_when_the_clocks_change() -> None:
    def lasting(text: str) -> str:
        timeline = read(vcalendar(vevent("DTSTART;TZID=Europe/Berlin:20270327T120000", f"DURATION:{text}")))
        return key(timeline.occurrences[0])[2]

    assert lasting("P1D") == "20270328T100000Z"
    assert lasting("PT24H") == "20270328T110000Z"
    assert lasting("P1DT1H") == "20270328T110000Z"


def test_the_end_keeps_its_length_in_every_instance() -> None:
    data = vcalendar(
        timed("20270327T230000 Europe/Berlin", "20270328T040000 Europe/Berlin", "RRULE:FREQ=WEEKLY;COUNT=2")
    )
    assert [o.period.length.total_seconds() / 3600 for o in read(data).occurrences] == [4, 4]


def test_all_day_series_count_days() -> None:
    data = vcalendar(timed("20270327", "20270329", "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert [key(o)[1:] for o in read(data).occurrences] == [("20270327", "20270329"), ("20270403", "20270405")]


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:99970101T000000Z", "DURATION:P7000D"],
        ["DTSTART:20270310T100000Z", "RDATE;VALUE=PERIOD:99970101T000000Z/P7000D"],
        ["DTSTART;VALUE=DATE:20200301", "DTEND;VALUE=DATE:99970101", "RRULE:FREQ=YEARLY"],
        ["DTSTART:20200301T000000", "DTEND:99970101T000000", "RRULE:FREQ=YEARLY"],
        ["DTSTART:20200301T000000Z", "DTEND:99970101T000000Z", "RRULE:FREQ=YEARLY"],
        ["DTSTART:00020101T000000Z", "DTEND:99970101T000000Z", "RRULE:FREQ=YEARLY;COUNT=9000"],
        ["DTSTART;TZID=Pacific/Kiritimati:00020101T000000", "EXDATE;TZID=Pacific/Pago_Pago:99971231T235959"],
    ],
)
def test_the_edges_of_time(lines: list[str]) -> None:
    for prefilter in (True, False):
        read(vcalendar(vevent(*lines)), prefilter=prefilter)


def test_a_shift_over_millennia() -> None:
    far = vevent("RECURRENCE-ID;RANGE=THISANDFUTURE:00030101T000000Z", "DTSTART:99970101T000000Z", uid="s")
    back = vevent("RECURRENCE-ID;RANGE=THISANDFUTURE:99970101T000000Z", "DTSTART:00030101T000000Z", uid="s")
    for change in (far, back):
        read(vcalendar(DAILY.replace(";COUNT=5", ""), change))


def test_a_gap_and_a_fold_of_the_clock() -> None:
    timeline = read(
        vcalendar(
            timed("20270328T023000 Europe/Berlin", "20270328T030000 Europe/Berlin", uid="gap"),
            timed("20271031T023000 Europe/Berlin", "20271031T024500 Europe/Berlin", uid="fold"),
        ),
        within=window("2027-01-01T00:00", "2028-01-01T00:00"),
    )
    # RFC 5545 3.3.5: the offset before the gap, the first of the two times in a fold.
    assert starts(timeline) == ["20270328T013000Z", "20271031T003000Z"]
    assert any("skips" in n for n in notes(timeline, "gap"))
    assert any("twice" in n for n in notes(timeline, "fold"))


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=9,15", "FREQ=HOURLY;INTERVAL=24"])
def test_a_whole_day_has_no_hours(rule: str) -> None:
    found = starts(read(vcalendar(timed("20270427", "20270428", f"RRULE:{rule}"))))
    assert found[:2] == ["20270427", "20270428"]
    assert found == sorted(set(found))


def test_one_of_two_rules_that_ended_before_it_began() -> None:
    data = vcalendar(
        timed(
            "20270310T100000Z",
            "20270310T110000Z",
            "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z",
            "RRULE:FREQ=DAILY;COUNT=2",
        )
    )
    assert starts(read(data)) == ["20270310T100000Z", "20270311T100000Z"]


def test_many_series_of_seconds_take_no_more_than_a_few() -> None:
    bombs = [vevent("DTSTART:20270301T000000Z", "RRULE:FREQ=SECONDLY", uid=f"bomb{n}") for n in range(9)]
    filtered = [vevent("DTSTART:20270301T000000Z", "RRULE:FREQ=SECONDLY;BYHOUR=23", uid=f"slow{n}") for n in range(5)]
    meant = timed("20270310T100000Z", "20270310T110000Z", uid="meant")
    timeline = read(vcalendar(*bombs, *filtered, meant))
    assert len(timeline.occurrences) < 101_000
    assert starts(timeline, "meant") == ["20270310T100000Z"]
    assert all(any("too many dates" in note for note in notes(timeline, f"bomb{n}")) for n in range(5, 9))


@pytest.mark.parametrize("until", ["99991231", "99991231T235959Z", "99991231T235959"])
def test_a_rule_may_last_until_the_end_of_all_years(until: str) -> None:
    rule = f"RRULE:FREQ=WEEKLY;UNTIL={until}"
    data = vcalendar(timed("20270310T100000 America/New_York", "20270310T110000 America/New_York", rule))
    assert starts(read(data))[0] == "20270310T150000Z"
