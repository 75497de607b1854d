"""Which side moves first (E1): the same in any order, and for a reason that is true."""

from __future__ import annotations

from itertools import permutations

import pytest

from scheduler.findings.find import find
from scheduler.findings.journey import journey_of
from scheduler.findings.moves import Side, moves_first
from scheduler.findings.terms import Terms
from scheduler.model.finding import Move
from scheduler.model.occurrence import Occurrence
from scheduler.settings.core import CompanySetting, RuleSetting
from tests.findings.build import LISBON, ME, NOW, entry, timeline

TEN, ELEVEN, TWELVE = "2027-03-09T10:00", "2027-03-09T11:00", "2027-03-09T12:00"
ACME = entry("acme", TEN, TWELVE, company="Acme", partstat="ACCEPTED", stamp="20270301T000000Z")
BOLT = entry("bolt", ELEVEN, TWELVE, company="Bolt", partstat="ACCEPTED", stamp="20270302T000000Z")
CORVUS = entry("corvus", TEN, TWELVE, company="Corvus", partstat="ACCEPTED", stamp="20270303T000000Z")
OPEN = entry("open", TEN, TWELVE, company="Delta", partstat="NEEDS-ACTION", stamp="20270201T000000Z")
OWN = entry("own", TEN, TWELVE)
FLEXIBLE = entry("flexible", TEN, TWELVE, organizer="boss@x.example", partstat="ACCEPTED")
MINE = entry("mine", TEN, TWELVE, organizer=ME, partstat="ACCEPTED")
THEIRS = entry("theirs", TEN, TWELVE, organizer="boss@x.example", partstat="ACCEPTED")
WHOLE_DAY = entry("day", "2027-03-09T00:00", "2027-03-10T00:00", all_day=True)
RULES = (RuleSetting(title="flexible", flexible="yes"), RuleSetting(title="locked", flexible="no"))
LOCKED = entry("locked", TEN, TWELVE)
FLIGHT = entry("Flight to Lisbon (TP 535)", TEN, TWELVE)
BOOKED = entry("Lisbon", TEN, TWELVE, x_kde_kitinerary_reservation='{"@type": "TrainReservation"}')
FREE_FLIGHT = entry("Flight (flexible)", TEN, TWELVE)
ANA = "ana@x.example"
ANAS_INTERVIEW = entry("anas", TEN, TWELVE, company="Acme", owner=ANA)
ANAS_OWN = entry("School", TEN, TWELVE, owner=ANA)
ANAS_FREED = entry("flexible school", TEN, TWELVE, owner=ANA)
ANAS_TEAM = entry("Team", TEN, TWELVE, owner=ANA, organizer=ANA, partstat="ACCEPTED")
RANKED = (CompanySetting("Acme", rank=2), CompanySetting("Bolt", rank=1))


def _first(events: tuple[Occurrence, ...], terms: Terms) -> Move | None:
    return moves_first([Side(o, terms) for o in events], terms)


@pytest.mark.parametrize(
    ("events", "moves", "why"),
    [
        ((ACME, OWN), OWN, "your own entry"),
        ((ACME, THEIRS), THEIRS, "no interview"),
        ((ACME, MINE), MINE, "organise it yourself"),
        ((ACME, WHOLE_DAY), WHOLE_DAY, "all-day"),
        ((ACME, THEIRS, OWN), OWN, "your own entry"),
        ((ACME, OWN, FLEXIBLE), FLEXIBLE, "flexible"),
        ((ACME, BOLT), BOLT, "more notice"),
        ((ACME, CORVUS), CORVUS, "answered later"),
        ((ACME, OPEN), OPEN, "not answered"),
        ((ACME, LOCKED), ACME, "locked"),
        ((ACME, BOLT, OWN), OWN, "your own entry"),
        ((OWN, THEIRS), OWN, "your own entry"),
        ((ACME, FLIGHT), ACME, "a flight does not move"),
        ((ACME, BOOKED), ACME, "a train does not move"),
        ((ACME, BOOKED, FLIGHT), ACME, "a flight does not move and a train does not move"),
        ((ACME, FLIGHT, LOCKED), ACME, "a flight does not move and the rest is locked by your settings"),
        ((ACME, FREE_FLIGHT), FREE_FLIGHT, "flexible"),
        ((FLIGHT, OWN), OWN, "a flight does not move"),
        ((ANAS_INTERVIEW, ANAS_OWN), ANAS_INTERVIEW, "'School' is ana's own entry"),
        ((ANAS_INTERVIEW, ANAS_FREED), ANAS_INTERVIEW, "'flexible school' is ana's own entry"),
        ((ANAS_INTERVIEW, ANAS_TEAM), ANAS_TEAM, "ana organises it"),
    ],
)
def test_who_moves_and_why(events: tuple[Occurrence, ...], moves: Occurrence, why: str) -> None:
    terms = Terms(NOW, LISBON, rules=RULES, me=frozenset({ME}))
    for order in permutations(events):
        move = _first(order, terms)
        assert move is not None
        assert move.occurrence is moves
        assert why in move.reason


def test_what_is_somebody_elses_alone_is_not_moved_and_says_whose_it_is() -> None:
    lunch = entry("Lunch", TEN, TWELVE, owner=ANA)
    (found,) = find(timeline(ANAS_OWN, lunch), Terms(NOW, LISBON, everything=True))
    assert found.moves_first is None
    assert found.message.startswith("ana: ")


@pytest.mark.parametrize(
    ("title", "journey"),
    [
        ("Flight to Lisbon (TP 535)", "flight"),
        ("✈ Return flight", "flight"),
        ("Flug nach Berlin", "flight"),
        ("Rückflug LH 1234", "flight"),
        ("Voo para o Porto", "flight"),
        ("Vol AF 1024", "flight"),
        ("Vuelo a Madrid", "flight"),
        ("TP 535", "flight"),
        ("LH1234 FRA-LIS", "flight"),
        ("ICE 1234", "train"),
        ("ICE 597 Berlin → München", "train"),
        ("TGV 6203", "train"),
        ("Train to Porto", "train"),
        ("Zug Berlin - Hamburg", "train"),
        ("Comboio para Coimbra", "train"),
        ("Fähre nach Rømø", "ferry"),
        ("Ferry to Dover", "ferry"),
        ("Bus to Braga", "coach"),
        ("Train with Ana", None),
        ("Training to be fit", None),
        ("Book flight to Lisbon", None),
        ("Flight simulator", None),
        ("Call mum before the flight", None),
        ("CS 101", None),
        ("ICE breaker", None),
        ("EC 2027 planning", None),
        ("Coach session", None),
        ("Bahn frei", None),
        ("Dentist", None),
    ],
)
def test_journeys_are_known_by_their_titles(title: str, journey: str | None) -> None:
    assert journey_of(entry(title, TEN, TWELVE)) == journey


def test_ranks_of_companies_come_before_notice() -> None:
    for order in permutations((ACME, BOLT)):
        move = _first(order, Terms(NOW, LISBON, companies=RANKED))
        assert move is not None
        assert move.occurrence is ACME
        assert "ranks lower" in move.reason
    unranked = _first((ACME, CORVUS), Terms(NOW, LISBON, companies=RANKED))
    assert unranked is not None
    assert unranked.occurrence is CORVUS


def test_nothing_moves_where_all_is_locked() -> None:
    rules = tuple(RuleSetting(title=t, flexible="no") for t in ("acme", "own"))
    assert _first((ACME, OWN), Terms(NOW, LISBON, rules=rules)) is None


@pytest.mark.parametrize(
    ("rule", "matches"),
    [
        (RuleSetting(title="OWN", flexible="no"), True),
        (RuleSetting(title="owner", flexible="no"), False),
        (RuleSetting(calendar="Mine", flexible="no"), True),
        (RuleSetting(calendar="mine", title="other", flexible="no"), False),
        (RuleSetting(category="x", flexible="no"), False),
        (RuleSetting(organizer="x.example", flexible="no"), False),
        (RuleSetting(flexible="no"), False),
    ],
)
def test_a_rule_matches_where_all_it_says_holds(rule: RuleSetting, matches: bool) -> None:
    move = _first((ACME, OWN), Terms(NOW, LISBON, rules=(rule,)))
    locked = move is None or move.occurrence is not OWN
    assert locked is matches


@pytest.mark.parametrize(
    ("organizer", "owner", "summary", "why"),
    [
        (ME, "", "Interview with candidate Carla", "it is an interview that you host, and it leaves more notice"),
        (ME, "kofi@x.example", "Interview with candidate Carla", "that you host"),
        ("kofi@x.example", "kofi@x.example", "Interview with candidate Carla", "an interview that kofi hosts"),
        ("boss@x.example", "", "Interview with candidate Carla", "an interview of others"),
        ("boss@x.example", "", "Review", "others organise it"),
        (ME, "", "Debrief: Carla", "you organise it yourself"),
    ],
)
def test_where_no_interview_of_the_user_is_concerned(organizer: str, owner: str, summary: str, why: str) -> None:
    sides = []
    for name, start in (("a", TEN), ("b", ELEVEN)):
        o = entry(name, start, TWELVE, organizer=organizer, owner=owner, partstat="ACCEPTED" if organizer else "")
        sides.append(o._replace(event=o.event._replace(summary=summary)))
    move = _first(tuple(sides), Terms(NOW, LISBON, me=frozenset({ME}), everything=True))
    assert move is not None
    assert why in move.reason
    assert "moves last" not in move.reason
