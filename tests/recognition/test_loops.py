"""Sessions of one company that follow each other on one day are one loop."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

from scheduler.model.interview import Interview
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.recognise.loops import loops
from tests.recognition.build import event_of

DAY = datetime(2027, 3, 5, tzinfo=UTC)


def session(start: float, minutes: int = 60, company: str | None = "Acme", status: str = "CONFIRMED") -> Occurrence:
    begin = DAY + timedelta(hours=start)
    period = Period(begin, begin + timedelta(minutes=minutes))
    event = event_of("Interview", "", f"STATUS:{status}", f"COMMENT:{start}")
    interview = Interview(company=company) if company is not None else None
    return Occurrence(f"o{start}", event, period, period, "busy", interview=interview, recurrence_id=str(start))


def test_sessions_with_breaks_and_a_lunch_are_one_loop() -> None:
    day = [session(9), session(10.25), session(12.5), session(13.5, 30)]
    (loop,) = loops(day)
    assert loop.company == "Acme"
    assert loop.sessions == tuple(day)
    assert loop.period == Period(DAY + timedelta(hours=9), DAY + timedelta(hours=14))


def test_the_order_of_the_sessions_does_not_matter() -> None:
    day = [session(9), session(10), session(11.5)]
    assert {loops(p) for p in permutations(day)} == {loops(day)}


def test_an_afternoon_apart_is_no_loop() -> None:
    assert loops([session(9), session(14)]) == ()


def test_spelling_of_the_company_does_not_matter_but_the_company_does() -> None:
    assert len(loops([session(9, company="Acme Labs"), session(10, company="ACME labs")])) == 1
    assert loops([session(9), session(10, company="Globex")]) == ()
    assert loops([session(9, company=None), session(10, company=None)]) == ()


def test_overlapping_sessions_are_a_collision_not_a_loop() -> None:
    assert loops([session(9), session(9.5)]) == ()


def test_a_cancelled_session_is_left_out() -> None:
    (loop,) = loops([session(9), session(10, status="CANCELLED"), session(11)])
    assert len(loop.sessions) == 2


def test_a_session_of_another_company_in_between_does_not_break_the_loop() -> None:
    found = loops([session(9), session(10, 30, "Globex"), session(11)])
    assert [loop.company for loop in found] == ["Acme"]


def test_two_loops_on_one_day_stay_two_in_order() -> None:
    found = loops([session(15, company="Globex"), session(16, company="Globex"), session(9), session(10)])
    assert [loop.company for loop in found] == ["Acme", "Globex"]
