"""Notice: how long is left, over which channel, and the last moment in which somebody reads it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.decide.channel import channel
from scheduler.findings.hours import last_working_moment, outside, working_days
from scheduler.findings.notice import Notices, notice_for, until
from scheduler.findings.single import outside_hours, short_notice
from scheduler.findings.terms import Terms
from scheduler.model.finding import Notice
from scheduler.model.time import Period
from scheduler.report.remedy import solving_command
from scheduler.settings.core import CompanySetting, Hours
from tests.findings.build import LISBON, NOW, entry
from tests.oracle.effort import examples

ZONES = tuple(
    map(
        ZoneInfo,
        ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Adelaide", "Pacific/Auckland"),
    )
)
MOMENTS = st.integers(0, 90 * 24 * 4).map(lambda n: datetime(2027, 2, 15, tzinfo=UTC) + n * timedelta(minutes=15))
HOURS = st.sampled_from((Hours(), Hours(time(8, 30), time(17, 15)), Hours(days=("tu", "sa")), Hours(days=("su",))))


def _works(moment: datetime, hours: Hours, zone: ZoneInfo) -> bool:
    local = moment.astimezone(zone)
    return local.weekday() in working_days(hours) and hours.start <= local.time() <= hours.end


@given(MOMENTS, HOURS, st.sampled_from(ZONES))
@examples(200)
def test_the_last_working_moment_is_the_last(before: datetime, hours: Hours, zone: ZoneInfo) -> None:
    """Against a search backwards by quarters of an hour."""
    found = last_working_moment(before, hours, zone)
    step = before
    while not _works(step, hours, zone):
        step -= timedelta(minutes=15)
    assert found == step


def test_no_working_day_has_no_working_moment() -> None:
    assert last_working_moment(NOW, Hours(days=()), LISBON) is None


@given(MOMENTS, st.integers(1, 40), HOURS, st.sampled_from(ZONES))
@examples(200)
def test_outside_means_not_wholly_inside(start: datetime, quarters: int, hours: Hours, zone: ZoneInfo) -> None:
    period = Period(start, start + timedelta(minutes=15 * quarters))
    first, last = (m.astimezone(zone) for m in period)
    inside = _works(start, hours, zone) and first.date() == last.date() and last.time() <= hours.end
    assert (outside(period, hours, zone) is None) is inside


@pytest.mark.parametrize(
    ("start", "way", "hours"),
    [
        ("2027-03-06T09:00", "email", 24.0),
        ("2027-03-06T08:59", "phone", 23.98),
        ("2027-03-05T09:01", "phone", 0.02),
        ("2027-03-05T09:00", "apologise", 0.0),
        ("2027-03-05T08:00", "apologise", -1.0),
        ("2027-04-05T09:00", "email", 744.0),
    ],
)
def test_channels(start: str, way: str, hours: float) -> None:
    notice = notice_for(entry("i", start, "2027-05-01T00:00", interview=True), Terms(NOW, LISBON))
    assert (notice.channel, notice.hours) == (way, hours)
    assert notice.last_moment == datetime.fromisoformat(start).replace(tzinfo=UTC) - timedelta(hours=24)


@given(st.integers(-3000, 6000).filter(bool), st.integers(0, 72))
def test_the_channel_is_the_one_that_decide_names(minutes: int, floor: int) -> None:
    start = NOW + timedelta(minutes=minutes)
    interview = entry("i", start.isoformat()[:16], "2027-05-01T00:00", interview=True)
    notice = notice_for(interview, Terms(NOW, LISBON, notice=timedelta(hours=floor)))
    assert notice.channel == channel(minutes / 60, floor=floor)


def test_short_notice_says_what_e12_and_e14_ask_for() -> None:
    interview = entry("i", "2027-03-05T12:00", "2027-03-05T13:00", interview=True)
    terms = Terms(NOW, LISBON)
    [finding] = short_notice([interview], [], terms, Notices(terms))
    assert finding.notice is not None
    assert finding.notice.channel == "phone"
    for words in ("begins in 3 h", "telephone (E11)", "where nobody answers (E12)", "if it is an emergency (E14)"):
        assert words in finding.message


def test_the_employers_zone_and_hours_count() -> None:
    interview = entry("i", "2027-03-16T15:00", "2027-03-16T16:00", company="Acme", employer_zone="America/New_York")
    over_there = notice_for(interview, Terms(NOW, LISBON))
    assert over_there.working_moment == datetime(2027, 3, 15, 15, tzinfo=UTC)
    late = CompanySetting("acme", hours=("12:00", "20:00"))
    # 24 hours before is 11 o'clock in New York: before they open at twelve, so Friday at eight in the evening.
    late_there = notice_for(interview, Terms(NOW, LISBON, companies=(late,)))
    assert late_there.working_moment == datetime(2027, 3, 13, 1, tzinfo=UTC)


def test_a_longer_notice_from_the_settings() -> None:
    interview = entry("i", "2027-03-09T15:00", "2027-03-09T16:00", interview=True)
    notice = notice_for(interview, Terms(NOW, LISBON, notice=timedelta(hours=120)))
    assert notice.channel == "phone"
    assert notice.last_moment == datetime(2027, 3, 4, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("working", "by", "missed"),
    [("06T18:00", "06T18:00", None), ("05T08:00", "07T11:00", "05T08:00"), (None, "07T11:00", None)],
)
def test_a_working_moment_that_has_passed_leaves_the_last_one(working: str | None, by: str, missed: str | None) -> None:
    def at(when: str | None) -> datetime | None:
        return None if when is None else datetime.fromisoformat(f"2027-03-{when}").replace(tzinfo=UTC)

    last = datetime(2027, 3, 7, 11, tzinfo=UTC)
    assert until(Notice(30.0, "email", last, at(working)), NOW) == (at(by), last, at(missed))


def test_nobody_is_asked_about_what_is_over() -> None:
    night = entry("i", "2027-03-16T02:00", "2027-03-16T03:00", interview=True)
    for now, asks in ((NOW, True), (datetime(2027, 3, 17, tzinfo=UTC), False)):
        terms = Terms(now, LISBON)
        [finding] = outside_hours([night], terms, Notices(terms))
        assert ("Ask them" in finding.message) is asks
        assert (solving_command(finding, now) is not None) is asks
