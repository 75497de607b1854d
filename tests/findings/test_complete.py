"""Overlaps and tight gaps against every pair there is: none is missing, none is invented, order does not matter."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.findings import gaps, sweep
from scheduler.findings.find import find
from scheduler.findings.sweep import groups, overlapping_pairs
from scheduler.findings.terms import Terms
from scheduler.findings.words import title
from scheduler.model.finding import Finding
from scheduler.model.marks import request_key
from scheduler.model.occurrence import Occurrence
from tests.findings.build import LISBON, NOW, entry, minutes, timeline
from tests.oracle.effort import examples

TERMS = Terms(NOW, LISBON)
ALL = Terms(NOW, LISBON, everything=True)


@st.composite
def days(draw: st.DrawFn) -> list[Occurrence]:
    """A crowded day: entries on a grid of five minutes, some interviews, some uncertain, some without length."""
    shapes = st.tuples(
        st.integers(0, 60),
        st.integers(0, 20),
        st.booleans(),
        st.sampled_from(("busy", "busy", "tentative", "free")),
        st.sampled_from(("", "", "Rua Augusta 5, Lisboa", "Avenida da Liberdade 1", "https://meet.example/x")),
    )
    found = draw(st.lists(shapes, max_size=14))
    return [
        minutes(5 * start, 5 * length, f"e{n}", interview=interview, busy=busy, place=place)  # type: ignore[arg-type]
        for n, (start, length, interview, busy, place) in enumerate(found)
    ]


@st.composite
def crowds(draw: st.DrawFn) -> list[Occurrence]:
    """Many entries at once, one or two of them interviews, some uncertain."""
    shapes = st.tuples(st.integers(0, 12), st.integers(1, 8), st.sampled_from(("busy", "busy", "tentative")))
    found = draw(st.lists(shapes, min_size=4, max_size=16))
    interviews = draw(st.sets(st.integers(0, len(found) - 1), min_size=1, max_size=2))
    return [
        minutes(5 * start, 5 * length, f"e{n}", interview=n in interviews, busy=busy)  # type: ignore[arg-type]
        for n, (start, length, busy) in enumerate(found)
    ]


def _pairs(findings: tuple[Finding, ...], kind: str) -> set[frozenset[str]]:
    return {frozenset((a.key, b.key)) for f in findings if f.kind == kind for a, b in combinations(f.events, 2)}


def _wanted(a: Occurrence, b: Occurrence, everything: bool) -> bool:
    counted = all(o.busy != "free" and o.period.length for o in (a, b))
    return counted and (everything or a.interview is not None or b.interview is not None)


def _overlap(a: Occurrence, b: Occurrence) -> bool:
    return a.period.start < b.period.end and b.period.start < a.period.end


def _gap(a: Occurrence, b: Occurrence) -> timedelta:
    return max(a.period.start, b.period.start) - min(a.period.end, b.period.end)


def _needed(a: Occurrence, b: Occurrence) -> timedelta:
    return (TERMS.buffer if a.interview is not None or b.interview is not None else timedelta()) + _way(a, b)


def _way(a: Occurrence, b: Occurrence) -> timedelta:
    here, there = (o.event.location if "http" not in o.event.location else "" for o in (a, b))
    return TERMS.travel if here and there and here != there else timedelta()


@given(days(), st.booleans())
@examples(300)
def test_every_overlapping_pair_is_found_and_no_other(entries: list[Occurrence], everything: bool) -> None:
    found = find(timeline(*entries), ALL if everything else TERMS)
    wanted = {
        frozenset((a.key, b.key)) for a, b in combinations(entries, 2) if _wanted(a, b, everything) and _overlap(a, b)
    }
    by_pair = _pairs(found, "overlap")
    assert wanted <= by_pair
    overlapping = {frozenset((a.key, b.key)) for a, b in combinations(entries, 2) if _overlap(a, b)}
    assert by_pair <= overlapping


@given(days(), st.booleans())
@examples(300)
def test_every_tight_pair_is_found_and_no_other(entries: list[Occurrence], everything: bool) -> None:
    found = find(timeline(*entries), ALL if everything else TERMS)
    expected = {
        frozenset((a.key, b.key))
        for a, b in combinations(entries, 2)
        if _wanted(a, b, everything) and not _overlap(a, b) and timedelta() <= _gap(a, b) < _needed(a, b)
    }
    assert _pairs(found, "tight") == expected


@given(days())
@examples(150)
def test_hard_means_that_both_sides_are_certain(entries: list[Occurrence]) -> None:
    for finding in find(timeline(*entries), TERMS):
        if finding.kind in ("overlap", "tight"):
            assert finding.hard == all(o.busy == "busy" for o in finding.events)
    certain = [o for o in entries if o.busy == "busy"]
    alone = find(timeline(*certain), TERMS)
    hard = {frozenset(o.key for o in f.events) for f in alone if f.kind == "overlap"}
    assert {
        frozenset(o.key for o in f.events) for f in find(timeline(*entries), TERMS) if f.kind == "overlap" and f.hard
    } == hard


@given(days(), st.randoms(use_true_random=False))
@examples(100)
def test_the_order_of_entries_does_not_matter(entries: list[Occurrence], random: object) -> None:
    mixed = list(entries)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = find(timeline(*entries), TERMS), find(timeline(*mixed), TERMS)
    assert one == other


@given(days())
@examples(100)
def test_groups_are_maximal_and_share_an_instant(entries: list[Occurrence]) -> None:
    found = list(groups(entries, lambda _: True))
    keys = [frozenset(o.key for o in g) for g in found]
    assert len(set(keys)) == len(keys)
    for group in found:
        begin, end = max(o.period.start for o in group), min(o.period.end for o in group)
        assert begin < end
        others = [o for o in entries if o.period.length and o not in group]
        assert not any(o.period.start <= begin and o.period.end >= end for o in others)


@given(days())
@examples(100)
def test_the_library_yields_all_pairs(entries: list[Occurrence]) -> None:
    found = [frozenset((a.key, b.key)) for a, b in overlapping_pairs(entries)]
    expected = [
        frozenset((a.key, b.key))
        for a, b in combinations(entries, 2)
        if a.period.length and b.period.length and _overlap(a, b)
    ]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_2500_mutually_overlapping_events_are_groups() -> None:
    entries = [minutes(0, 60, f"e{n}", interview=n == 0) for n in range(2500)]
    began = time.process_time()
    [finding] = [f for f in find(timeline(*entries), TERMS) if f.kind == "overlap"]
    assert len(finding.events) == 2500
    assert len(finding.message) < 2000
    assert time.process_time() - began < 3
    staircase = [minutes(n, 5000, f"e{n}", interview=True) for n in range(2500)]
    assert len([f for f in find(timeline(*staircase), TERMS) if f.kind == "overlap"]) == 1


def test_one_interview_in_a_long_crowd_is_shown_with_everything_beside_it_in_two_sets() -> None:
    entries = [minutes(n, 3000, f"e{n:05}", interview=n == 4000) for n in range(8000)]
    began = time.process_time()
    sets = [f.events for f in find(timeline(*entries), TERMS) if f.kind == "overlap"]
    assert time.process_time() - began < 5
    assert [len(events) for events in sets] == [3000, 3000]
    interview = entries[4000]
    assert {o.key for events in sets for o in events} == {o.key for o in entries if _overlap(o, interview)}
    assert all(interview in events for events in sets)


@given(crowds(), st.booleans())
@examples(300)
def test_in_a_crowd_fewer_sets_still_show_every_pair(entries: list[Occurrence], everything: bool) -> None:
    """Each is one of all maximal sets, and none of them could be left out before the next one ends."""

    def wanted(o: Occurrence) -> bool:
        return everything or o.interview is not None

    every = _sets(groups(entries, wanted))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep, "MOST_LISTED", -1)
        few = _sets(groups(entries, wanted))
    assert set(few) <= set(every)
    assert len(set(few)) == len(few)
    if everything:
        assert few == every
    pairs = {frozenset(p) for p in overlapping_pairs(entries) if any(map(wanted, p))}
    shown = [{frozenset(p) for p in combinations(s, 2) if any(map(wanted, p))} for s in few]
    assert set().union(*shown) == pairs
    earlier: set[frozenset[Occurrence]] = set()
    for own in shown:
        assert own - earlier
        earlier |= own


@given(crowds(), st.booleans())
@examples(500)
def test_in_a_crowd_too_every_overlapping_pair_is_found(entries: list[Occurrence], everything: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep, "MOST_LISTED", -1)
        found = find(timeline(*entries), ALL if everything else TERMS)
    shown = _pairs(found, "overlap")
    for a, b in combinations(entries, 2):
        if _wanted(a, b, everything) and _overlap(a, b):
            hard = a.busy == b.busy == "busy"
            assert frozenset((a.key, b.key)) in shown
            assert frozenset((a.key, b.key)) in _pairs(tuple(f for f in found if f.hard == hard), "overlap")


def _sets(found: Iterable[tuple[Occurrence, ...]]) -> list[frozenset[Occurrence]]:
    return [frozenset(s) for s in found]


def test_in_a_crowd_an_interview_says_how_many_more_lie_near_it() -> None:
    entries = [minutes(10 * n, 5, f"i{n:03}", interview=True) for n in range(0, 4000, 20)]
    entries += [minutes(10 * n - 20 + k % 10, 10, f"e{n:04}-{k:02}") for n in range(0, 4000, 20) for k in range(15)]
    tight = [f for f in find(timeline(*entries), TERMS) if f.kind == "tight"]
    assert len(tight) == 200
    for finding in tight:
        entry, interview = finding.events
        assert interview.interview is not None
        assert finding.gap_minutes == 1
        near = [o for o in entries if timedelta() <= interview.period.start - o.period.end < TERMS.buffer]
        assert entry in near
        assert finding.message.endswith(f" {len(near) - 1} more entries lie within 15 minutes of {title(interview)}.")


@given(days(), st.booleans())
@examples(500)
def test_in_a_crowd_tight_pairs_of_interviews_and_the_nearest_of_each_kind_are_found(
    entries: list[Occurrence], everything: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gaps, "MOST_PAIRS", -1)
        found = [f for f in find(timeline(*entries), ALL if everything else TERMS) if f.kind == "tight"]
    shown = _pairs(tuple(found), "tight")
    tight = [
        (a, b)
        for a, b in permutations(entries, 2)
        if _wanted(a, b, everything) and timedelta() <= b.period.start - a.period.end < _needed(a, b)
    ]
    assert shown <= {frozenset((a.key, b.key)) for a, b in tight}
    assert {frozenset((a.key, b.key)) for a, b in tight if a.interview and b.interview} <= shown
    for own in entries:
        if not everything and own.interview is None:
            continue
        for side in (0, 1):
            pairs = [p for p in tight if p[side] is own]
            kept = [p for p in pairs if frozenset((p[0].key, p[1].key)) in shown]
            for kind in (_with_a_way, _impossible) if own.interview is None else (_any_pair, _with_a_way, _impossible):
                least = [b.period.start - a.period.end for a, b in pairs if kind(a, b)]
                named = [b.period.start - a.period.end for a, b in kept if kind(a, b)]
                assert min(named, default=None) == min(least, default=None)
    for finding in found:
        a, b = finding.events
        own = a if a.interview is not None else b
        near = 0 if own.interview is None else sum(own in p for p in tight) - 1
        words = (
            finding.message.partition(" more entr")[0].rpartition(" ")[2] if " more entr" in finding.message else "0"
        )
        assert int(words) == near, finding.message


def _any_pair(_a: Occurrence, _b: Occurrence) -> bool:
    return True


def _with_a_way(a: Occurrence, b: Occurrence) -> bool:
    return _way(a, b) > timedelta()


def _impossible(a: Occurrence, b: Occurrence) -> bool:
    return a.busy == b.busy == "busy" and b.period.start - a.period.end < _way(a, b)


def test_a_short_entry_hides_no_journey_in_a_crowd() -> None:
    entries = [
        minutes(0, 60, "Acme", interview=True, place="Rua Augusta 5, Lisboa"),
        minutes(65, 5, "Call mum"),
        minutes(80, 60, "Beta", interview=True, place="Avenida da Liberdade 1"),
        minutes(3000, 60, "Gamma", interview=True),
        *(minutes(2990, 1, f"e{n:04}") for n in range(2100)),
    ]
    tight = [f for f in find(timeline(*entries), TERMS) if f.kind == "tight"]
    assert [f.severity for f in tight if {o.summary for o in f.events} == {"Acme", "Beta"}] == ["critical"]
    [words] = {f.message.rpartition(". ")[2] for f in tight if {o.summary for o in f.events} == {"Acme", "Call mum"}}
    assert words == "1 more entry lies within 15 minutes of 'Acme', or too near for the way."


def test_a_crowd_before_and_a_crowd_after_are_no_million_of_gaps() -> None:
    entries = [minutes(0, 60, f"a{n}", interview=True) for n in range(1500)]
    entries += [minutes(65, 60, f"b{n}", interview=True) for n in range(1500)]
    began = time.process_time()
    found = find(timeline(*entries), TERMS)
    assert time.process_time() - began < 10
    tight = [f for f in found if f.kind == "tight"]
    assert {o.key for f in tight for o in f.events} == {o.key for o in entries}
    assert len(tight) <= 2 * len(entries)


def test_a_series_that_repeats_before_it_ends_is_one_chain() -> None:
    entries = [minutes(n, 3000, f"e{n:05}", interview=True) for n in range(8000)]
    entries += [minutes(20_000, 30, "apart", interview=True), minutes(20_010, 30, "beside")]
    began = time.process_time()
    chains = [f for f in find(timeline(*entries), TERMS) if f.kind == "overlap"]
    assert time.process_time() - began < 5
    assert sorted(len(f.events) for f in chains) == [2, 8000]
    assert any("one after the other" in f.message for f in chains)


def test_a_hold_does_not_collide_with_the_interview_that_it_is_for() -> None:
    acme = entry("Acme", "2027-03-08T10:00", "2027-03-08T11:00", interview=True, company="Acme")
    beta = entry("Beta", "2027-03-08T13:00", "2027-03-08T14:00", interview=True, company="Beta")
    kept = {"X_INTERVIEWS_HOLD": request_key(acme.uid, acme.recurrence_id)}
    hold = entry("Hold", "2027-03-08T11:05", "2027-03-08T12:00", busy="tentative", **kept)
    over = entry("Hold 2", "2027-03-08T13:30", "2027-03-08T14:30", busy="tentative", **kept)
    held = [o._replace(event=o.event._replace(status="TENTATIVE")) for o in (hold, over)]
    found = [f for f in find(timeline(acme, beta, *held), TERMS) if f.kind in ("overlap", "tight")]
    assert [{o.summary for o in f.events} for f in found] == [{"Beta", "Hold 2"}]
