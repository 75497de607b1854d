"""The week as it stands in a terminal."""

from __future__ import annotations

import pytest

from scheduler.report.terminal import render_week
from tests.report.build import finding
from tests.report.stories import LISBON as AT


def _lines(width: int) -> list[str]:
    on = "2027-03-10T"
    meetings = [AT.entry(f"Meeting {n}", f"{on}15:00", f"{on}17:30", busy="tentative") for n in range(3)]
    acme, zeta = AT.interview("Acme", f"{on}16:00", f"{on}17:00"), AT.interview("Zeta", f"{on}16:30", f"{on}17:30")
    trip = AT.entry("Trip to Lisbon", "2027-03-11T00:00", "2027-03-13T00:00")
    given = AT.given(
        "2027-03-09T09:00",
        ("2027-03-08T00:00", "2027-03-15T00:00"),
        [*meetings, acme, zeta, trip],
        [finding("overlap", *meetings, acme, zeta)],
    )
    return [line.plain for line in render_week(given, width)]


@pytest.mark.parametrize("width", [80, 100])
def test_every_interview_has_its_place_whatever_else_there_is(width: int) -> None:
    picture = "\n".join(_lines(width))
    assert "█Acm" in picture
    assert "█Zet" in picture
    assert "+3 m" in picture


def test_titles_of_neighbouring_days_are_apart() -> None:
    assert "LisbonTrip" not in "\n".join(_lines(76))


def test_the_legend_says_what_stands_in_the_picture_and_commands_stand_alone() -> None:
    lines = _lines(80)
    legend = "\n".join(line for line in lines if " interview  ▏other" in line or line.startswith("╳"))
    assert "┆" in legend
    assert "[1]" in legend
    commands = [line.strip() for line in lines if "interviews plan" in line or "interviews propose" in line]
    assert commands
    assert all(line.startswith("→ interviews ") for line in commands)
