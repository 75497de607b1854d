"""Stretches of a day, and lanes in which nothing lies on anything else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.model.time import Period
from scheduler.report.axis import FOLD, SCALE, axis, ends
from scheduler.report.minutes import Minutes, clock_change, lanes, piece

BERLIN = ZoneInfo("Europe/Berlin")
stretches = st.builds(
    lambda start, length: Minutes(float(start), float(min(1440, start + length))),
    st.integers(0, 1430),
    st.integers(1, 400),
)


@given(st.lists(stretches, max_size=40), st.integers(2, 6))
def test_what_meets_never_shares_a_lane(items: list[Minutes], most: int) -> None:
    placed = lanes(items, [0] * len(items), most)
    for one, here in zip(items, placed, strict=True):
        for other, there in zip(items, placed, strict=True):
            if one is not other and one.meets(other):
                assert here.group == there.group
                assert here.index is None or here.index != there.index
    assert all(p.index is None or p.index < p.count <= most for p in placed)


@given(st.lists(stretches, min_size=1, max_size=40), st.integers(2, 6))
def test_the_important_ones_get_a_lane_when_there_are_too_few(items: list[Minutes], most: int) -> None:
    placed = lanes(items, [0, *[1] * (len(items) - 1)], most)
    assert placed[0].index is not None


@given(st.lists(stretches, min_size=1, max_size=40))
def test_a_group_with_something_left_out_keeps_its_last_lane_free(items: list[Minutes]) -> None:
    placed = lanes(items, [0] * len(items), 3)
    full = {p.group for p in placed if p.index is None}
    assert all(p.index in (None, 0, 1) for p in placed if p.group in full)


@given(
    st.integers(0, 525_000).map(lambda minutes: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    st.integers(0, 4000),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]),
)
def test_every_period_is_shown_on_each_of_its_days(start: datetime, minutes: int, name: str) -> None:
    zone, period = ZoneInfo(name), Period(start, start + timedelta(minutes=minutes))
    first, last = start.astimezone(zone).date(), period.end.astimezone(zone).date()
    assert piece(period, first, zone) is not None
    assert piece(period, first - timedelta(days=1), zone) is None
    assert piece(period, last + timedelta(days=1), zone) is None
    for day in range((last - first).days + 1):
        part = piece(period, first + timedelta(days=day), zone)
        if part is not None:
            assert 0 <= part.span.start <= part.span.end <= 1440


def test_a_period_that_ends_at_midnight_does_not_touch_the_next_day() -> None:
    period = Period(*(datetime(2027, 3, 8, 22, tzinfo=BERLIN) + timedelta(hours=h) for h in (0, 2)))
    part = piece(period, date(2027, 3, 8), BERLIN)
    assert part is not None
    assert part.span == Minutes(1320, 1440)
    assert not part.goes_on
    assert piece(period, date(2027, 3, 9), BERLIN) is None


def test_in_the_hour_that_comes_twice_the_length_is_what_passes() -> None:
    start = datetime(2027, 10, 31, 2, 45, tzinfo=BERLIN).astimezone(UTC)
    part = piece(Period(start, start + timedelta(minutes=30)), date(2027, 10, 31), BERLIN)
    assert part is not None
    assert part.span == Minutes(165, 195)


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        (date(2027, 3, 28), "Europe/Berlin", (120, 180, True)),
        (date(2027, 10, 31), "Europe/Berlin", (120, 180, False)),
        (date(2027, 4, 4), "Australia/Lord_Howe", (90, 120, False)),
        (date(2027, 3, 27), "Europe/Berlin", None),
        (date(2027, 7, 1), "UTC", None),
    ],
)
def test_clock_changes(day: date, zone: str, expected: tuple[int, int, bool] | None) -> None:
    change = clock_change(day, ZoneInfo(zone))
    found = None if change is None else (change.span.start, change.span.end, change.missing)
    assert found == expected


@given(st.lists(stretches, min_size=1, max_size=12))
def test_an_axis_goes_forward_and_keeps_its_scale(items: list[Minutes]) -> None:
    made = axis(items, fold_from=120)
    places = [made.at(m) for m in range(1441)]
    assert places == sorted(places)
    for item in items:
        assert made.at(item.end) - made.at(item.start) == pytest.approx(item.length * SCALE, abs=0.2)
    assert all(fold.height == FOLD and fold.end - fold.start >= 120 for fold in made.folds)


def test_the_inside_of_a_long_stretch_may_be_folded() -> None:
    assert ends(Minutes(545, 1015), 30) == [Minutes(540, 600), Minutes(960, 1020)]
    assert ends(Minutes(545, 605), 30) == [Minutes(540, 630)]
