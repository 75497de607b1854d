"""Days on somebody's own clock: stays in other zones, clock changes, midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.model.time import Period
from scheduler.proposals.grid import round_down, round_up, starts
from scheduler.proposals.sides import Away, Clock, Side
from tests.proposals.worlds import MONDAYS, ZONES, sides

BERLIN, TOKYO, LISBON = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Lisbon")
WHOLE_DAY = ((Clock(time(0), time(0)),),) * 7


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_a_stay_moves_the_working_hours_and_ends_with_its_last_day() -> None:
    side = Side(BERLIN, away=(Away(date(2027, 3, 3), date(2027, 3, 9), LISBON),))
    assert side.windows(date(2027, 3, 2)) == [Period(utc(2027, 3, 2, 8), utc(2027, 3, 2, 17))]
    assert side.windows(date(2027, 3, 3)) == [Period(utc(2027, 3, 3, 9), utc(2027, 3, 3, 18))]
    assert side.windows(date(2027, 3, 10)) == [Period(utc(2027, 3, 10, 8), utc(2027, 3, 10, 17))]


def test_hours_are_cut_where_the_journey_changes_the_clock() -> None:
    side = Side(BERLIN, hours=WHOLE_DAY, away=(Away(date(2027, 3, 3), date(2027, 3, 4), TOKYO),))
    # 3 March begins in Tokyo at 15:00 UTC of 2 March; Berlin's 4 March is already over when the stay ends.
    assert side.windows(date(2027, 3, 2)) == [Period(utc(2027, 3, 1, 23), utc(2027, 3, 2, 15))]
    assert side.windows(date(2027, 3, 4)) == [Period(utc(2027, 3, 3, 15), utc(2027, 3, 4, 15))]
    assert side.zone_at(utc(2027, 3, 2, 15)) is TOKYO
    assert side.zone_at(utc(2027, 3, 4, 15)) is BERLIN


@given(st.sampled_from(MONDAYS).flatmap(lambda m: st.tuples(st.just(m), sides(m))), st.integers(-3, 12))
@settings(deadline=None)
def test_every_moment_of_a_days_hours_has_that_date(world: tuple[date, Side], offset: int) -> None:
    monday, side = world
    day = monday + timedelta(days=offset)
    for window in side.windows(day):
        for moment in (window.start, window.start + window.length / 2, window.end - timedelta(microseconds=1)):
            assert side.local(moment).date() == day
            assert side.zone_at(moment) is side.zone_on(day)


def test_a_day_with_a_clock_change_keeps_its_wall_hours() -> None:
    new_york = Side(ZoneInfo("America/New_York"), hours=WHOLE_DAY)
    assert new_york.windows(date(2027, 3, 14))[0].length == timedelta(hours=23)
    assert new_york.windows(date(2027, 11, 7))[0].length == timedelta(hours=25)


def test_round_starts_follow_the_clock_of_half_hour_zones() -> None:
    kathmandu = Side(ZoneInfo("Asia/Kathmandu"))  # UTC+5:45
    found = list(starts([(utc(2027, 3, 8, 4, 1), utc(2027, 3, 8, 5, 20))], kathmandu, 60))
    assert found == [utc(2027, 3, 8, 4, 15), utc(2027, 3, 8, 5, 15)]


def test_round_starts_follow_the_clock_through_a_half_hour_change() -> None:
    lord_howe = Side(
        ZoneInfo("Australia/Lord_Howe")
    )  # 02:00 becomes 01:30 on 4 April 2027, at 15:00 UTC the day before
    found = list(starts([(utc(2027, 4, 3, 14), utc(2027, 4, 3, 17))], lord_howe, 60))
    assert [lord_howe.local(s).strftime("%H:%M") for s in found] == ["01:00", "02:00", "03:00"]


@given(st.integers(0, 365 * 86400), st.sampled_from(ZONES), st.sampled_from([15, 30, 60]))
def test_rounding_up_and_down_enclose_a_moment(second: int, zone: ZoneInfo, step: int) -> None:
    side, moment = Side(zone), utc(2027, 1, 1) + timedelta(seconds=second)
    up, down = round_up(moment, side, step), round_down(moment, side, step)
    assert down <= moment <= up
    assert side.local(up).minute % step == side.local(down).minute % step == 0
    assert up - down <= timedelta(minutes=step + 45)
