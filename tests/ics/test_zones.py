"""TZIDs as people's calendars have them, and zones that files define themselves."""

# ruff: noqa: DTZ001 - wall clocks have no zone

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics.file_zone import FileZone, ZoneError, build_zone
from scheduler.ics.parse import parse_component
from scheduler.ics.zones import named_zone, windows_zone
from tests.oracle.effort import examples
from tests.oracle.make import BERLIN, notes, read, starts, timed, vcalendar, vevent

TEN = "20270310T100000"


def _vtimezone(tzid: str, offset: str = "+0530", *rest: str) -> str:
    body = rest or (
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        "END:STANDARD",
    )
    return "\r\n".join(["BEGIN:VTIMEZONE", f"TZID:{tzid}", *body, "END:VTIMEZONE"]) + "\r\n"


@pytest.mark.parametrize(
    ("tzid", "hour"),
    [
        ("Europe/Berlin", 9),
        ("europe/berlin", 9),
        ("EUROPE/BERLIN", 9),
        ('"Europe/Berlin"', 9),
        ("Europe/Berlin  ", 9),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", 9),
        ("/vendor.example/2019_1/America/Argentina/Buenos_Aires", 13),
        ("W. Europe Standard Time", 9),
        ("Eastern Standard Time", 15),
        ("India Standard Time", 4),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 9),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', 15),
        ("GMT", 10),
        ("UTC", 10),
        ("Etc/UTC", 10),
        ("tzone://Microsoft/Utc", 10),
        ("GMT+0530", 4),
        ('"UTC+01:00"', 9),
        ("(UTC+01:00) Amsterdam, Berlin, Bern", 9),
        ("Eastern Standard Time;X-A=b", 15),
        ("Etc/GMT+5", 15),
        ("EST5EDT", 15),
        ('"(GMT+01:00) Amsterdam / Berlin / Bern"', 9),
        ("W. Europe Standard Time 1", 9),
        ('"Eastern Time (US & Canada)"', 15),
        ("Coordinated Universal Time", 10),
        ("America/New York", 15),
        ("Asia/Kolkata (IST)", 4),
        ("Mexico Standard Time 2", 16),
        ('"+05:30"', 4),
        ("PST", 18),
        ('"(UTC) Coordinated Universal Time"', 10),
        ('"(UTC-03:00) Brasilia"', 13),
        ('"(UTC-04:00) Atlantic Time (Canada)"', 14),
        ('"(UTC+11:00) Chokurdakh, at large"', 23),
        ("America/New_york", 15),
        ("Europe/Berlin 1", 9),
        ("W. Europe Daylight Time", 9),
        ("GMT Summer Time", 10),
        ("MEZ", 9),
    ],
)
def test_names_that_people_have(tzid: str, hour: int) -> None:
    timeline = read(vcalendar(vevent(f"DTSTART;TZID={tzid}:{TEN}", f"DTEND;TZID={tzid}:20270310T110000")))
    assert [s[9:11] for s in starts(timeline)] == [f"{hour:02}"]


@pytest.mark.parametrize(
    "tzid",
    [
        "Mars/Olympus",
        "Customized Time Zone",
        "tzone://Microsoft/Custom",
        "../../etc/passwd",
        "/etc/localtime",
        "Europe/../../../etc/hostname",
        "",
        "Europe",
        "A" * 5000,
        "..",
        "Europe/Berlin\\;x",
        "IST",
        "Eastern Time",
        "+99:00",
        "Standard Time 1",
    ],
)
def test_unknown_zones_are_said_and_the_users_is_assumed(tzid: str) -> None:
    timeline = read(vcalendar(vevent(f"DTSTART;TZID={tzid}:{TEN}", summary="Talk")), zone=BERLIN)
    assert starts(timeline) == ["20270310T090000Z"]
    assert any("Europe/Berlin" in n and "assumed" in n for n in notes(timeline))


@pytest.mark.parametrize(
    "tzid",
    [
        "PST",
        "W. Europe Standard Time 1",
        "America/New York",
        "GMT -0500",
        '"UTC-05:00"',
        '"(UTC-05:00) Eastern Time (US & Canada)"',
    ],
)
def test_a_guess_is_said_and_the_files_own_definition_comes_first(tzid: str) -> None:
    event = vevent(f"DTSTART;TZID={tzid}:{TEN}", summary="Talk")
    assert any("is taken as" in n for n in notes(read(vcalendar(event))))
    assert starts(read(vcalendar(_vtimezone(tzid.strip('"')), event))) == ["20270310T043000Z"]


SUMMER_TIME = (
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
)


def test_an_abbreviation_is_what_the_file_says_it_is() -> None:
    """Some write GMT for the clock of London, which is IANA's name for a clock without summer time."""
    event = vevent("DTSTART;TZID=GMT:20270410T100000", summary="Talk")
    assert starts(read(vcalendar(event))) == ["20270410T100000Z"]
    timeline = read(vcalendar(_vtimezone("GMT", "", *SUMMER_TIME), event))
    assert starts(timeline) == ["20270410T090000Z"]
    assert any("the file was followed" in n for n in notes(timeline))


def test_a_definition_that_is_out_of_date_in_the_window_is_said() -> None:
    """It fits the series' first year, in which it was written, and is another thing years later."""
    series = vevent("DTSTART;TZID=Africa/Tunis:20080110T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY", summary="Talk")
    timeline = read(
        vcalendar(
            _vtimezone(
                "Africa/Tunis", "", *(x.replace("+0100", "+0200").replace("+0000", "+0100") for x in SUMMER_TIME)
            ),
            series,
        )
    )
    assert {s[9:11] for s in starts(timeline)} == {"09"}
    assert sum("the known zone was used" in n for n in notes(timeline)) == 1


def test_a_zone_named_by_a_label_with_commas_is_found_in_the_file() -> None:
    zone = _vtimezone("Amsterdam\\, Berlin: all of it")
    for name in ('"Amsterdam, Berlin: all of it"', "Amsterdam, Berlin: all of it"):
        timeline = read(vcalendar(zone, vevent(f"DTSTART;TZID={name}:{TEN}")))
        assert starts(timeline) == ["20270310T043000Z"]


@pytest.mark.parametrize("defined", ["My\\, Zone", '"My, Zone"', "My, Zone"])
@pytest.mark.parametrize("named", ['"My, Zone"', "My, Zone", "My\\, Zone"])
def test_a_zone_is_found_however_its_name_is_quoted(defined: str, named: str) -> None:
    timeline = read(vcalendar(_vtimezone(defined), vevent(f"DTSTART;TZID={named}:{TEN}")))
    assert starts(timeline) == ["20270310T043000Z"]
    assert notes(timeline) == []


def test_z_wins_over_a_zone() -> None:
    timeline = read(vcalendar(vevent(f"DTSTART;TZID=America/New_York:{TEN}Z")))
    assert starts(timeline) == [f"{TEN}Z"]
    assert any("Z (UTC) was used" in n for n in notes(timeline))


def test_the_files_own_zone_where_nothing_else_is_known() -> None:
    data = vcalendar(_vtimezone("Customized Time Zone"), vevent(f"DTSTART;TZID=Customized Time Zone:{TEN}"))
    timeline = read(data, zone=BERLIN)
    assert starts(timeline) == ["20270310T043000Z"]
    assert notes(timeline) == []


def test_iana_wins_over_the_files_definition_with_a_note() -> None:
    data = vcalendar(_vtimezone("America/New_York", "+0900"), vevent(f"DTSTART;TZID=America/New_York:{TEN}"))
    timeline = read(data)
    assert starts(timeline) == ["20270310T150000Z"]
    assert any("UTC+09:00" in n and "UTC-05:00" in n for n in notes(timeline))


def test_each_calendar_of_a_file_has_its_own_zones() -> None:
    one = vcalendar(_vtimezone("Mine", "+0100"), vevent(f"DTSTART;TZID=Mine:{TEN}", uid="a"))
    two = vcalendar(_vtimezone("Mine", "+0300"), vevent(f"DTSTART;TZID=Mine:{TEN}", uid="b"))
    assert sorted(starts(read(one + two))) == ["20270310T070000Z", "20270310T090000Z"]


def test_floating_times_follow_the_user_and_x_wr_timezone() -> None:
    event = vevent(f"DTSTART:{TEN}")
    assert starts(read(vcalendar(event), zone=BERLIN)) == ["20270310T090000Z"]
    wr = read(vcalendar(event, head=["X-WR-TIMEZONE:America/Los_Angeles"]), zone=BERLIN)
    assert starts(wr) == ["20270310T180000Z"]
    assert any("America/Los_Angeles, was assumed" in n for n in notes(wr))
    windows = read(vcalendar(event, head=["X-WR-TIMEZONE:Pacific Standard Time"]), zone=BERLIN)
    assert starts(windows) == starts(wr)
    odd = read(vcalendar(event, head=["X-WR-TIMEZONE:Nowhere/At_All"]), zone=BERLIN)
    assert starts(odd) == ["20270310T090000Z"]


ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Tehran",
)


QUARTER = timedelta(minutes=15)


def _changes(zone: ZoneInfo) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """(UTC moment, offset before, offset after) of every change from 2019 to 2030."""
    moment = datetime(2019, 1, 1, tzinfo=UTC)
    while moment.year < 2031:
        following = moment + 12 * QUARTER
        if moment.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            while moment.astimezone(zone).utcoffset() == (moment + QUARTER).astimezone(zone).utcoffset():
                moment += QUARTER
            before, after = (m.astimezone(zone).utcoffset() for m in (moment, moment + QUARTER))
            assert before is not None
            assert after is not None
            yield moment + QUARTER, before, after
        moment = following


def _offset(size: timedelta) -> str:
    minutes = size // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _defined(zone: ZoneInfo, changes: list[tuple[datetime, timedelta, timedelta]]) -> FileZone:
    """The zone with every change spelt out; onsets are on the clock before the change (RFC 5545 3.6.5)."""
    first = changes[0][1] if changes else zone.utcoffset(datetime(2019, 1, 1))
    assert first is not None
    parts = [(datetime(2018, 1, 1, tzinfo=UTC), first, first), *changes]
    lines = [
        line
        for moment, before, after in parts
        for line in (
            "BEGIN:STANDARD",
            f"DTSTART:{moment + before:%Y%m%dT%H%M%S}",
            f"TZOFFSETFROM:{_offset(before)}",
            f"TZOFFSETTO:{_offset(after)}",
            "END:STANDARD",
        )
    ]
    return build_zone(parse_component(_vtimezone("Own", "", *lines).encode()))


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_survives_being_written_into_a_file(name: str) -> None:
    known = ZoneInfo(name)
    changes = list(_changes(known))
    own = _defined(known, changes)

    def both_ways(instant: datetime) -> None:
        there, here = instant.astimezone(own), instant.astimezone(known)
        assert there.replace(tzinfo=None) == here.replace(tzinfo=None)
        assert there.astimezone(UTC) == instant
        wall = here.replace(tzinfo=None, fold=0)
        assert wall.replace(tzinfo=own).astimezone(UTC) == wall.replace(tzinfo=known).astimezone(UTC)

    day = datetime(2019, 2, 1, tzinfo=UTC)
    while day.year < 2030:
        both_ways(day)
        day += timedelta(hours=31)
    # Around each change by quarters of an hour, gaps included: the offset before a gap, the first time of a fold.
    for moment, _, _ in (c for c in changes if 2019 < c[0].year < 2030):
        for quarters in range(-10, 10):
            both_ways(moment + quarters * QUARTER)
            wall = (moment + quarters * QUARTER).astimezone(known).replace(tzinfo=None, fold=0) + timedelta(hours=1)
            assert wall.replace(tzinfo=own).astimezone(UTC) == wall.replace(tzinfo=known).astimezone(UTC)


@pytest.mark.parametrize(
    "body",
    [
        ("X-NOTHING:1",),
        ("BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+2500", "TZOFFSETTO:+2500", "END:STANDARD"),
        ("BEGIN:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD"),
        ("BEGIN:STANDARD", "DTSTART:19701332T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD"),
        ("BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETTO:+0100", "END:STANDARD"),
        *(
            (
                "BEGIN:STANDARD",
                "DTSTART:00010101T000000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                f"RRULE:{rule}",
                "END:STANDARD",
            )
            for rule in ("FREQ=SECONDLY", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=1MO;COUNT=1000000", "FREQ=NEVER", "x")
        ),
    ],
)
def test_a_zone_that_cannot_be_used_is_said(body: tuple[str, ...]) -> None:
    with pytest.raises(ZoneError):
        build_zone(parse_component(_vtimezone("Odd", "", *body).encode()))
    data = vcalendar(
        _vtimezone("Odd", "", *body), timed(f"{TEN} Odd", "90000101T000000 Odd", "EXDATE;TZID=Odd:97000101T000000")
    )
    timeline = read(data, zone=BERLIN)
    assert starts(timeline) == ["20270310T090000Z"]
    assert any("cannot be used" in n for n in notes(timeline))


def test_a_zone_whose_rule_ended_keeps_its_last_offset() -> None:
    body = (
        "BEGIN:DAYLIGHT",
        "DTSTART:20000326T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20100328T010000Z",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20001029T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20091025T010000Z",
        "END:STANDARD",
    )
    zone = build_zone(parse_component(_vtimezone("Odd", "", *body).encode()))
    for year, month, hours in ((1990, 6, 1), (2005, 1, 1), (2005, 7, 2), (2010, 7, 2), (2027, 1, 2)):
        assert zone.utcoffset(datetime(year, month, 15)) == timedelta(hours=hours)


@given(st.text(max_size=60))
@examples(300)
def test_no_name_breaks_the_look_up(name: str) -> None:
    named_zone(name)
    windows_zone(name)
