"""Calendars that mean harm, or were made by accident: each as a process of its own, bounded in time and memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import pytest

from tests.oracle.cli import Answer, interviews
from tests.oracle.shared import SHARED, hostile

WINDOW = ("--from", "2027-03-01", "--to", "2027-05-01", "--zone", "UTC", "--now", "2027-03-01T00:00")
ME = ("--me", "casey@candidate.example")
EXPECTED = SHARED / "hostile" / "expected.json"


def _names() -> list[str]:
    return sorted(json.loads(EXPECTED.read_text("utf-8"))) if EXPECTED.exists() else ["missing"]


@lru_cache(maxsize=64)
def _scanned(name: str) -> Answer:
    return interviews("scan", hostile() / name, *WINDOW, *ME, "--all", "--json", seconds=10, megabytes=500)


def _expected(name: str) -> dict[str, Any]:
    hostile()
    found = json.loads(EXPECTED.read_text("utf-8"))[name]
    assert isinstance(found, dict)
    return found


def _instants(occurrences: list[dict[str, Any]]) -> Iterator[str]:
    for o in occurrences:
        if not o["all_day"]:
            yield f"{datetime.fromisoformat(o['start']).astimezone(UTC):%Y%m%dT%H%M%SZ}"


@pytest.mark.parametrize("name", _names())
def test_what_it_does_is_as_expected(name: str) -> None:
    expected, answer = _expected(name), _scanned(name)
    found = answer.json
    occurrences, problems = found["occurrences"], found["problems"]
    uids = {o["uid"] for o in occurrences}
    assert set(expected["witness"]) <= uids
    for uid in expected["report_problem_for"]:
        assert problems if uid == "file" else any(p["uid"] == uid for p in problems), uid
    for uid, number in expected.get("instances", {}).items():
        assert sum(o["uid"] == uid for o in occurrences) == number, uid
    assert set(expected.get("keep_first", ())) <= uids
    shown = set(_instants(occurrences))
    assert set(expected.get("must_have", ())) <= shown
    assert not set(expected.get("must_not", ())) & shown
    if "summary_has" in expected:
        assert any(expected["summary_has"] in o["summary"] for o in occurrences)
    for uid, link in expected.get("join", {}).items():
        assert [(o["interview"] or o)["join_link"] for o in occurrences if o["uid"] == uid] == [link]


@pytest.mark.parametrize("name", _names())
def test_the_table_is_printed_as_well(name: str) -> None:
    hostile()
    answer = interviews("agenda", hostile() / name, *WINDOW, *ME, seconds=10, megabytes=500)
    assert answer.status == (3 if any(p["severity"] == "error" for p in _scanned(name).json["problems"]) else 0)


def _of(name: str) -> dict[str, Any]:
    found = _scanned(next(n for n in _names() if n.startswith(name))).json
    assert isinstance(found, dict)
    return found


def _starts(found: dict[str, Any], uid: str) -> list[str]:
    return list(_instants([o for o in found["occurrences"] if o["uid"] == uid]))


def test_interval_zero_keeps_its_first_instance() -> None:
    hostile()
    assert _starts(_of("05"), "rule-05@hostile.example") == ["20270301T090000Z"]


def test_lengths_that_make_no_sense_are_assumed_and_shown_as_assumed() -> None:
    hostile()
    kept = [o for o in _of("09")["occurrences"] if o["uid"] != "witness-09@hostile.example"]
    assert len(kept) == 4
    assert all(o["start"] == o["end"] and o["assumed_end"] > o["end"] for o in kept)


def test_the_override_without_a_series_is_one_interview() -> None:
    hostile()
    found = [o for o in _of("15")["occurrences"] if "witness" not in o["uid"]]
    assert [list(_instants([o])) for o in found] == [["20270310T180000Z"]]
    assert found[0]["interview"] is not None


def test_this_and_future_in_full() -> None:
    hostile()
    found = [o for o in _of("17")["occurrences"] if "witness" not in o["uid"]]
    lengths = [(datetime.fromisoformat(o["end"]) - datetime.fromisoformat(o["start"])).seconds // 60 for o in found]
    assert lengths[2:6] == [90] * 4


def test_the_lie_about_new_york_is_noted() -> None:
    hostile()
    found = _of("23")
    assert _starts(found, "lie-23@hostile.example")[0].endswith(("T200000Z", "T060000Z"))
    assert any("UTC+09:00" in p["message"] for p in found["problems"])


def test_floating_times_are_los_angeles() -> None:
    hostile()
    found = _of("27")
    assert [s[9:] for s in _starts(found, "fl-27@hostile.example")] == ["230000Z"]
    assert any("America/Los_Angeles" in p["message"] for p in found["problems"])


@pytest.mark.parametrize(("name", "number"), [("29", 2), ("31", 1), ("37", 2)])
def test_no_interview_is_lost(name: str, number: int) -> None:
    hostile()
    assert len(_of(name)["occurrences"]) == number


def test_a_sign_in_page_is_named() -> None:
    hostile()
    answer = interviews("scan", hostile() / "39-not-a-calendar.ics", *WINDOW)
    assert answer.status == 3
    assert "is not a calendar" in answer.err
    assert "HTML" in answer.err


def test_all_ten_organizers_and_none_of_them_a_machine() -> None:
    hostile()
    found = [o for o in _of("41")["occurrences"] if o["uid"].startswith("adr")]
    assert len(found) == 10
    for o in found:
        contact = (o["interview"] or {}).get("contact") or {}
        assert "group.calendar" not in (contact.get("address") or "")


def test_only_the_tentative_one_may_collide() -> None:
    hostile()
    found = _of("43")
    overlaps = [f for f in found["findings"] if f["kind"] == "overlap"]
    assert not any(f["hard"] for f in overlaps)
    witness = "witness-43@hostile.example"
    soft = {e["uid"] for f in overlaps for e in f["events"] if witness in {x["uid"] for x in f["events"]}} - {witness}
    busy = {o["uid"]: o["busy"] for o in found["occurrences"]}
    assert soft
    assert all(busy[uid] != "free" for uid in soft)
    tight = [f for f in found["findings"] if f["kind"] == "tight" and f["gap_minutes"] == 0]
    assert tight, "touching leaves no buffer"


def test_links_and_phones_are_found() -> None:
    hostile()
    by_uid = {o["uid"]: o for o in _of("45")["occurrences"]}
    unsettled = by_uid["cal-45@hostile.example"]
    assert (unsettled["interview"] or unsettled).get("join_link") is None
