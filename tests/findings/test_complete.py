"""Overlaps and tight gaps against every pair there is: none is missing, none is invented, order does not matter."""

from __future__ import annotations

import time
from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from scheduler.findings.find import find
from scheduler.findings.sweep import groups, overlapping_pairs
from scheduler.findings.terms import Terms
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence
from tests.findings.build import LISBON, NOW, minutes, timeline
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
    buffer = TERMS.buffer if a.interview is not None or b.interview is not None else timedelta()
    here, there = (o.event.location if "http" not in o.event.location else "" for o in (a, b))
    return buffer + (TERMS.travel if here and there and here != there else timedelta())


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
    entries = [minutes(n, 3000, f"e{n:05}", interview=n == 4000) for n in range(8000)]
    entries += [minutes(20_000, 30, "apart", interview=True), minutes(20_010, 30, "beside")]
    began = time.process_time()
    chains = [f for f in find(timeline(*entries), TERMS) if f.kind == "overlap"]
    assert time.process_time() - began < 5
    assert sorted(len(f.events) for f in chains) == [2, 8000]
    assert any("one after the other" in f.message for f in chains)
