"""What is said about one time, and about days on which nothing is left."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings

from scheduler.model.time import Period
from scheduler.proposals.explain import DayReport, blocked_days, explain
from scheduler.proposals.openings import Openings
from scheduler.proposals.rules import Ground, Needs, Party, Pool, Taken, Terms, Wanted
from scheduler.proposals.sides import Clock, Protected, Side
from tests.proposals.worlds import worlds

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 3, 8, 8, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
INTERVIEW = Needs(15 * MINUTE, 15 * MINUTE, kind="interview")
WANTED = Wanted(HOUR, INTERVIEW)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=UTC)


def entry(start: datetime, minutes: int, label: str, needs: Needs = INTERVIEW) -> Taken:
    return Taken(Period(start, start + minutes * MINUTE), needs, label=label)


def report(day: int, wanted: Wanted, *parties: Party, pools: tuple[Pool, ...] = ()) -> DayReport:
    terms = Terms(NOW, Period(NOW, NOW + timedelta(days=7)))
    (found,) = [r for r in blocked_days(wanted, Ground(parties, pools), terms) if r.day == date(2027, 3, day)]
    return found


def test_every_obstacle_of_a_time_is_named() -> None:
    party = Party("", Side(BERLIN), (entry(at(8, 15, 30), 60, "Gym"), entry(at(8, 18, 5), 60, "Dinner")))
    found = explain(at(8, 17), WANTED, Ground((party,)), Terms(NOW, Period(NOW, NOW + timedelta(days=7))))
    assert [o.kind for o in found.obstacles] == ["notice", "hours", "buffer"]
    texts = " | ".join(o.text for o in found.obstacles)
    assert "only 9 h of notice; 24 h are the floor" in texts
    assert "18:00–19:00 on your clock is outside your hours (09:00–18:00)" in texts
    assert "only 5 minutes before 'Dinner'; 15 are needed" in texts


def test_a_free_time_has_its_costs() -> None:
    party = Party("", Side(BERLIN, lunch=Clock(time(12), time(13))))
    found = explain(at(9, 11, 15), WANTED, Ground((party,)), Terms(NOW, Period(NOW, NOW + timedelta(days=7))))
    assert found.obstacles == ()
    assert [c.kind for c in found.costs] == ["lunch", "uneven"]


def test_a_day_that_one_entry_takes_opens_when_it_moves() -> None:
    found = report(9, WANTED, Party("", Side(BERLIN), (entry(at(9, 8), 9 * 60, "Offsite", Needs()),)))
    assert found.blocked[0] == "taken in your calendar: 'Offsite'"
    assert found.ways[0] == "move 'Offsite' (09:00–18:00): 09:00 would be possible"


def test_moving_an_entry_is_no_way_out_of_a_full_day() -> None:
    taken = (entry(at(9, 8), 240, "Panel"), entry(at(9, 12), 300, "Plumber", Needs()))
    found = report(9, WANTED, Party("", Side(BERLIN), taken, per_day=1))
    assert not any("Plumber" in way for way in found.ways)
    assert found.ways[-1].startswith("move 'Panel'")  # an interview moves last (E1)
    assert any("the most that the settings allow" in reason for reason in found.blocked)


def test_the_mildest_change_comes_first() -> None:
    taken = (entry(at(9, 8), 240, "A"), entry(at(9, 13), 240, "B"))
    found = report(9, WANTED._replace(needs=INTERVIEW), Party("", Side(BERLIN), taken))
    assert [way.split(":")[0] for way in found.ways[:2]] == ["shorten it to 30 minutes", "do without buffers"]


def test_each_kind_of_obstacle_has_its_way_out() -> None:
    protected = Side(BERLIN, protected=(Protected(frozenset(range(7)), Clock(time(9), time(18)), "Focus"),))
    assert any("give up protected hours" in w for w in report(9, WANTED, Party("", protected)).ways)
    holiday = Side(BERLIN, holidays={date(2027, 3, 9): "Founders' Day"}, country="DE")
    found = report(9, WANTED, Party("", holiday))
    assert found.blocked == ("Founders' Day, a public holiday in DE",)
    assert found.ways == ("meet on a weekend or holiday: 09:00 would be possible",)
    assert any("accept less than 24 h of notice" in w for w in report(8, WANTED, Party("", Side(BERLIN))).ways)
    alice = Party("alice", Side(BERLIN), (entry(at(9, 0), 1440, "Trip"),), needs=Needs())
    assert any("do without alice" in w for w in report(9, WANTED, Party("", Side(BERLIN)), alice).ways)
    pool = Pool((alice._replace(name="carol"), Party("dan", Side(BERLIN))), 2)
    found = report(9, WANTED, Party("", Side(BERLIN)), pools=(pool,))
    assert found.blocked == ("not enough of the people are free",)
    assert any("do with 1 of carol, dan" in w for w in found.ways)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(worlds())
def test_a_day_is_reported_exactly_when_nothing_can_start_on_it(world: tuple[Wanted, Ground, Terms]) -> None:
    wanted, ground, terms = world
    openings = Openings(wanted, ground, terms)
    for found in blocked_days(wanted, ground, terms, step=30):
        assert found.blocked
        for first, last in openings.on(found.day):
            assert last - first < timedelta(minutes=60)
