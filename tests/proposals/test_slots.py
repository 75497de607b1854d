"""What is proposed, and why, in cases that a person can check by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler.model.time import Period
from scheduler.proposals.openings import Openings
from scheduler.proposals.rules import Ground, Needs, Party, Pool, Taken, Terms, Wanted, forbidden
from scheduler.proposals.sides import Clock, Protected, Side
from scheduler.proposals.slots import propose

BERLIN, NEW_YORK, KOLKATA = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")
NOW = datetime(2027, 3, 8, 8, tzinfo=UTC)  # a Monday, 09:00 in Berlin
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
INTERVIEW = Needs(15 * MINUTE, 15 * MINUTE, kind="interview")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=UTC)


def entry(day: int, hour: int, minutes: int = 60, **more: object) -> Taken:
    start = at(day, hour)
    return Taken(Period(start, start + minutes * MINUTE), **more)  # type: ignore[arg-type]


def terms(days: int = 14, **more: object) -> Terms:
    return Terms(NOW, Period(NOW, NOW + timedelta(days=days)), **more)  # type: ignore[arg-type]


def me(*taken: Taken, **more: object) -> Party:
    return Party("", Side(BERLIN, lunch=Clock(time(12), time(13))), taken, **more)  # type: ignore[arg-type]


WANTED = Wanted(HOUR, INTERVIEW)


def test_alternatives_differ_in_day_and_part_and_one_is_the_earliest() -> None:
    found = propose(WANTED, Ground((me(),)), terms())
    assert len(found) == 3
    shown = [p.period.start.astimezone(BERLIN) for p in found]
    assert len({s.date() for s in shown}) == 3
    assert min(shown) == datetime(2027, 3, 9, 9, tzinfo=BERLIN)  # 24 hours after now, to the minute
    assert any("earliest" in reason for p in found for reason in p.reasons)
    assert len({s.hour // 4 for s in shown}) > 1


def test_a_trip_marked_as_free_speaks_against_its_days_only_where_people_meet_in_person() -> None:
    trip = Taken(Period(at(9, 0), at(11, 0)), label="Trip to Lisbon")
    ground, person = Ground((me(days=(trip,)),)), WANTED._replace(needs=INTERVIEW._replace(in_person=True))
    assert all(not p.period.overlaps(trip.period) for p in propose(person, ground, terms()))
    assert propose(WANTED, ground, terms()) == propose(WANTED, Ground((me(),)), terms())
    (first, *_) = propose(person, ground, terms(days=4))
    within = propose(person, ground, terms()._replace(window=Period(NOW, at(11, 0))))
    assert within
    assert all("'Trip to Lisbon' lies over that day" in [c.text for c in p.costs] for p in within)
    assert not first.period.overlaps(trip.period)


def test_the_time_asked_for_comes_first_and_stays_unrounded() -> None:
    asked = at(11, 13, 7)
    found = propose(Wanted(HOUR, INTERVIEW, wanted=asked), Ground((me(),)), terms())
    assert found[0].period.start == asked
    assert found[0].costs == ()
    busy = propose(Wanted(HOUR, INTERVIEW, wanted=asked), Ground((me(entry(11, 13)),)), terms())
    assert asked not in [p.period.start for p in busy]


def test_round_starts_are_those_of_the_recipient() -> None:
    ground = Ground((me(), Party("Acme", Side(KOLKATA))), recipient=Side(KOLKATA))
    found = propose(WANTED, ground, terms(), step=60)
    assert found
    assert all(p.period.start.astimezone(KOLKATA).minute == 0 for p in found)


def test_both_sides_hours_and_holidays_count() -> None:
    theirs = Side(NEW_YORK, holidays={date(2027, 3, 10): "Founders' Day"})
    found = propose(WANTED, Ground((me(), Party("Acme", theirs)), recipient=theirs), terms(days=4), count=8)
    starts = [p.period.start for p in found]
    assert starts
    for start in starts:
        assert start.astimezone(NEW_YORK).hour >= 9
        assert start.astimezone(BERLIN).hour <= 17
        assert start.day != 10


def test_touching_is_no_collision_but_an_entry_without_length_is_one() -> None:
    tight = Ground((me(entry(9, 9), entry(9, 11), Taken(Period(at(9, 13), at(9, 13)))),))
    openings = Openings(Wanted(HOUR), tight, terms())
    assert openings.allows(at(9, 10))
    assert not openings.allows(at(9, 10, 1))
    assert not openings.allows(at(9, 13))
    assert openings.allows(at(9, 12))


def test_the_larger_buffer_or_the_sum_of_both() -> None:
    neighbour = entry(9, 9, needs=Needs(after=30 * MINUTE))
    ground = Ground((me(neighbour),))
    assert Openings(WANTED, ground, terms()).allows(at(9, 10, 30))
    assert not Openings(WANTED, ground, terms()).allows(at(9, 10, 29))
    added = terms(buffers="sum")
    assert Openings(WANTED, ground, added).allows(at(9, 10, 45))
    assert not Openings(WANTED, ground, added).allows(at(9, 10, 44))


def test_the_way_counts_only_between_different_places() -> None:
    def wanted(place: str) -> Wanted:
        return Wanted(HOUR, Needs(place=place, in_person=True, travel=40 * MINUTE))

    ground = Ground((me(entry(9, 9, needs=Needs(place="Main St 1", in_person=True))),))
    assert Openings(wanted("main st 1"), ground, terms()).allows(at(9, 10))
    assert not Openings(wanted("Harbour 5"), ground, terms()).allows(at(9, 10, 39))
    assert Openings(wanted("Harbour 5"), ground, terms()).allows(at(9, 10, 40))
    assert Openings(WANTED, ground, terms()).allows(at(9, 10, 15))


def test_tentative_entries_and_lunch_are_given_away_last() -> None:
    maybe = entry(9, 8, 240, hardness="tentative", label="Maybe hiking")
    window = Terms(NOW, Period(at(9, 8), at(9, 13)))
    found = propose(WANTED, Ground((me(maybe),)), window)
    assert found[0].period.start == at(9, 12)  # after the hike, only closer to it than the buffer says
    assert all(p.costs for p in found)
    assert any("'Maybe hiking' is at that time, but tentative" in c.text for p in found for c in p.costs)
    free = propose(WANTED, Ground((me(maybe),)), Terms(NOW, Period(at(9, 8), at(9, 14, 15))), count=1)
    assert free[0].period.start == at(9, 13)


def test_a_full_day_and_protected_hours_are_left_alone() -> None:
    full = me(entry(9, 9, needs=INTERVIEW), entry(9, 15, needs=INTERVIEW), per_day=2)
    assert {p.period.start.day for p in propose(WANTED, Ground((full,)), terms(days=3))} == {10}
    side = Side(BERLIN, protected=(Protected(frozenset({1, 2}), Clock(time(9), time(17)), "Focus"),))
    (only,) = propose(WANTED, Ground((Party("", side),)), terms(days=2), count=2)[:1]
    assert only.period.start.astimezone(BERLIN).hour == 17


def test_k_of_n_people_must_be_free() -> None:
    carol = Party("carol", Side(BERLIN), (entry(9, 8, 240),))
    dan = Party("dan", Side(BERLIN), (entry(9, 13, 240),))
    one = Openings(Wanted(HOUR), Ground((me(),), (Pool((carol, dan), 1),)), terms())
    both = Openings(Wanted(HOUR), Ground((me(),), (Pool((carol, dan), 2),)), terms())
    assert one.allows(at(9, 10))
    assert one.allows(at(9, 14))
    assert not both.allows(at(9, 10))
    assert not both.allows(at(9, 14))
    assert both.allows(at(9, 12))
    (obstacle,) = forbidden(at(9, 10), Wanted(HOUR), Ground((me(),), (Pool((carol, dan), 2),)), terms())
    assert obstacle.kind == "people"
    assert "carol, dan" in obstacle.text


def test_nothing_is_offered_where_somebodys_calendar_is_unknown() -> None:
    known = Party("alice", Side(BERLIN), known=Period(at(10, 0), at(11, 0)))
    found = propose(WANTED, Ground((me(), known)), terms())
    assert {p.period.start.day for p in found} == {10}


def test_the_present_time_is_no_alternative_and_near_ones_are_better() -> None:
    now_at = at(17, 13)
    found = propose(Wanted(HOUR, INTERVIEW, current=now_at), Ground((me(),)), terms())
    assert now_at not in [p.period.start for p in found]
    assert abs(found[0].period.start - now_at) <= timedelta(days=1)


def test_a_far_interview_stays_near_its_day_except_for_the_earliest() -> None:
    now_at = NOW + timedelta(days=50, hours=5)
    found = propose(Wanted(HOUR, INTERVIEW, current=now_at), Ground((me(),)), terms(days=80))
    distances = sorted(abs(p.period.start - now_at).days for p in found)
    assert distances[1] <= 2
    assert distances[2] > 40


def test_the_only_free_day_gives_apart_times() -> None:
    window = Terms(NOW, Period(at(9, 7), at(9, 20)))
    found = propose(WANTED, Ground((me(),)), window)
    assert len(found) == 3
    assert all(not a.period.overlaps(b.period) for a in found for b in found if a is not b)
