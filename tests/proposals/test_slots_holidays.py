"""Public holidays: both countries', and the cache on disk."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from scheduler.app import calendar_days
from scheduler.app.calendar_days import country_of, holidays_of
from scheduler.errors import UsageError


def test_a_year_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = holidays_of("de", [2027], lambda: tmp_path)
    assert first[date(2027, 10, 3)] == "German Unity Day"
    monkeypatch.setattr(calendar_days, "public_holidays", lambda *_: pytest.fail("looked up again"))
    assert holidays_of("DE", [2027], lambda: tmp_path) == first


def test_a_broken_or_outdated_cache_is_no_cache(tmp_path: Path) -> None:
    path = tmp_path / calendar_days.FILE
    expected = holidays_of("DE", [2027], lambda: tmp_path / "other")
    for text in ("{", "[]", '{"edition": 1}', json.dumps({"edition": "old", "years": {"DE 2027": {}}})):
        path.write_text(text, "utf-8")
        assert holidays_of("DE", [2027], lambda: tmp_path) == expected
    path.unlink()
    path.mkdir()
    assert holidays_of("DE", [2027], lambda: tmp_path) == expected


def test_regions_and_unknown_codes(tmp_path: Path) -> None:
    assert date(2027, 3, 31) in holidays_of("US-CA", [2027], lambda: tmp_path)
    assert date(2027, 3, 31) not in holidays_of("US", [2027], lambda: tmp_path)
    assert holidays_of("", [2027], lambda: tmp_path) == {}
    with pytest.raises(UsageError, match="ISO 3166"):
        holidays_of("XX", [2027], lambda: tmp_path)


@pytest.mark.parametrize(
    ("zone", "country"), [("Europe/Berlin", "DE"), ("America/New_York", "US"), ("UTC", ""), ("Etc/GMT+3", "")]
)
def test_the_country_of_a_zone(zone: str, country: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert country_of(zone) == country
    monkeypatch.setattr(calendar_days, "TZPATH", ())
    assert country_of(zone) == country


def test_the_pure_part_loads_no_library() -> None:
    import subprocess

    code = (
        "import sys, scheduler.proposals.slots, scheduler.proposals.explain, scheduler.proposals.availability;"
        "print([m for m in ('holidays', 'babel', 'dateutil', 'icalendar', 'rich', 'ortools') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert found.stdout == "[]\n"
