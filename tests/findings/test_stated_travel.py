"""X-APPLE-TRAVEL-DURATION: the way to an entry takes that long, wherever one was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.conftest import call as call
from tests.oracle.make import timed, vcalendar

NOW = ("--now", "2027-03-05T09:00", "--zone", "UTC", "--no-index")
JOB = "DESCRIPTION:Job interview for the position of Engineer"
WAY = "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M"
PLACE = "LOCATION:Torstr. 1\\, Berlin"


def _needed(call: Call, folder: Path, before: tuple[str, ...], after: tuple[str, ...]) -> list[int]:
    path = folder / "c.ics"
    path.write_bytes(
        vcalendar(
            timed("20270310T090000Z", "20270310T100000Z", *before, uid="a", summary="Team round"),
            timed("20270310T103000Z", "20270310T113000Z", JOB, *after, uid="b", summary="Interview with Acme"),
        )
    )
    return [f["needed_minutes"] for f in call("scan", path, *NOW, "--json").json["findings"] if f["kind"] == "tight"]


@pytest.mark.parametrize("stated", [WAY, WAY.replace(";VALUE=DURATION", "")])
@pytest.mark.parametrize("before", [(), ("LOCATION:https://meet.example/1",), ("LOCATION:Alt 2",)])
def test_the_way_counts_wherever_one_was(call: Call, tmp_path: Path, stated: str, before: tuple[str, ...]) -> None:
    assert _needed(call, tmp_path, before, (PLACE, stated)) == [60]


@pytest.mark.parametrize(
    ("before", "after"),
    [((), (PLACE,)), ((), (WAY,)), ((PLACE,), (PLACE, WAY)), ((PLACE, WAY), ("LOCATION:https://meet.example/1",))],
)
def test_no_way_without_a_place_at_the_same_place_or_from_it(
    call: Call, tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert _needed(call, tmp_path, before, after) == []


def test_in_a_crowd_too(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    many = (timed("20270310T090000Z", "20270310T094500Z", uid=f"a{i}", summary=f"Task {i}") for i in range(1500))
    jobs = (
        timed("20270310T101500Z", "20270310T113000Z", JOB, PLACE, WAY, uid=f"b{i}", summary=f"Interview with A{i}")
        for i in range(2)
    )
    path.write_bytes(vcalendar(*many, *jobs))
    found = [f for f in call("scan", path, *NOW, "--json").json["findings"] if f["kind"] == "tight"]
    assert 0 < len(found) < 1500
    assert {f["needed_minutes"] for f in found} == {60}
