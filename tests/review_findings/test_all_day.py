"""Many all-day entries over many interviews are told once for each stretch of days, not once for each entry."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from scheduler.findings.find import find
from scheduler.findings.terms import Terms
from tests.oracle.make import read, timed, utc, vcalendar


def test_entries_over_the_same_days_are_one_finding() -> None:
    trips = [timed("20270308", "20270312", uid=f"t{i}", summary=f"Trip {i}") for i in range(3)]
    other = timed("20270310", "20270311", uid="o", summary="Fair")
    talks = [
        timed(f"2027031{d}T100000Z", f"2027031{d}T110000Z", uid=f"i{d}", summary=f"Job interview with Company{d}")
        for d in (0, 1)
    ]
    found = find(read(vcalendar(*trips, other, *talks)), Terms(utc("2027-03-05T09:00"), ZoneInfo("UTC")))
    whole = [f for f in found if f.kind == "overlap"]
    assert sorted(sorted(o.uid for o in f.events) for f in whole) == [["i0", "i1", "t0", "t1", "t2"], ["i0", "o"]]
    assert any("The all-day entries 'Trip " in f.message for f in whole)
    assert any(f.message.startswith("The all-day entry 'Fair' lies over") for f in whole)


def test_an_all_day_entry_with_times_is_soft_as_well() -> None:
    """Outlook writes one from midnight to midnight, on the clock of whoever made it."""
    away = timed(
        "20270310T000000 Europe/London",
        "20270311T000000 Europe/London",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        uid="away",
        summary="Away",
    )
    talk = timed("20270310T100000Z", "20270310T110000Z", uid="talk", summary="Job interview with Acme")
    for entry, hard in ((away, False), (away.replace("TRUE", "FALSE"), True)):
        found = find(read(vcalendar(entry, talk)), Terms(utc("2027-03-05T09:00"), ZoneInfo("UTC")))
        assert [f.hard for f in found if f.kind == "overlap"] == [hard]
