"""The quick question for odd times of the clock answers as the slow one does."""

# ruff: noqa: DTZ001 (wall-clock times of many zones)
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.model.time import Period, at_edge
from scheduler.timeline.edges import at_edge_in
from tests.oracle.effort import examples

ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "America/Havana", "Africa/Casablanca",
    "America/Asuncion", "Asia/Kolkata", "Pacific/Apia", "Antarctica/Troll", "UTC",
)  # fmt: skip
START = datetime(2010, 1, 1)


@pytest.mark.parametrize("name", ZONES)
@given(st.integers(0, 15 * 365), st.integers(1, 60), st.integers(-4 * 1440, 64 * 1440))
@examples(60)
def test_near_the_window_and_far_from_it(name: str, first: int, days: int, minute: int) -> None:
    zone = ZoneInfo(name)
    low = START + timedelta(days=first)
    window = Period(low.replace(tzinfo=UTC), (low + timedelta(days=days)).replace(tzinfo=UTC))
    wall = low + timedelta(minutes=minute)
    assert at_edge_in(window, wall, zone) == at_edge(wall, zone)


@pytest.mark.parametrize("name", ZONES)
def test_every_quarter_of_an_hour_of_a_year(name: str) -> None:
    zone = ZoneInfo(name)
    for year in (2011, 2018, 2027):
        window = Period(datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC))
        walls = [datetime(year, 1, 1) + timedelta(minutes=15 * n) for n in range(365 * 96)]
        odd = [w for w in walls if at_edge(w, zone)]
        assert [w for w in walls if at_edge_in(window, w, zone)] == odd
