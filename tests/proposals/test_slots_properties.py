"""No proposal breaks a rule, on generated calendars and clocks; judged by definitions that stand here once more."""

from __future__ import annotations

from datetime import time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.model.time import Period
from scheduler.proposals.openings import Openings
from scheduler.proposals.rules import Ground, Needs, Party, Taken, Terms, Wanted, forbidden, shut
from scheduler.proposals.sides import Side
from scheduler.proposals.slots import propose
from tests.proposals.worlds import MONDAYS, taken, worlds

quick = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def fits(period: Period, wanted: Wanted, ground: Ground, terms: Terms) -> bool:
    """The rules once more, as plainly as they can be said: minute by minute on the wall clock."""
    if period.start < terms.now + terms.notice:
        return False
    if period.start < terms.window.start or period.end > terms.window.end:
        return False
    everyone = all(_suits(p, period, wanted, terms) for p in ground.parties)
    return everyone and all(
        sum(_suits(p, period, wanted, terms) for p in pool.parties) >= pool.need for pool in ground.pools
    )


def _suits(party: Party, period: Period, wanted: Wanted, terms: Terms) -> bool:
    own = party.needs or wanted.needs
    if party.known and not (party.known.start <= period.start and period.end <= party.known.end):
        return False
    if not _clock_suits(party.side, period):
        return False
    today = party.side.local(period.start).date()
    interviews = [t for t in party.taken if t.needs.kind == "interview"]
    if (
        party.per_day is not None
        and sum(party.side.local(t.period.start).date() == today for t in interviews) >= party.per_day
    ):
        return False
    return all(_keeps_off(t, period, own, terms) for t in party.taken if t.hardness == "busy")


def _clock_suits(side: Side, period: Period) -> bool:
    """Every minute of the period lies in hours of one and the same working day, in no protected stretch."""
    minute, first, clock_of_day = period.start, side.local(period.start).date(), None
    while minute < period.end:
        shown = side.local(minute)
        if shown.date() != first or shown.date() in side.holidays:
            return False
        if side.zone_at(minute) is not side.zone_on(first):
            return False  # the old clock already shows the day that will be lived elsewhere: the journey
        hours = side.hours[first.weekday()]
        inside = [c for c in hours if c.start <= shown.time() and (shown.time() < c.end or c.end == time(0))]
        if not inside or (clock_of_day is not None and inside[0] != clock_of_day):
            return False
        clock_of_day = inside[0]
        if any(first.weekday() in p.weekdays and p.clock.start <= shown.time() < p.clock.end for p in side.protected):
            return False
        minute += timedelta(minutes=1)
    return True


def _keeps_off(entry: Taken, period: Period, own: Needs, terms: Terms) -> bool:
    if entry.period.overlaps(period):
        return False
    if entry.period.end <= period.start:
        first, second, between = entry.needs, own, period.start - entry.period.end
    else:
        first, second, between = own, entry.needs, entry.period.start - period.end
    rest = first.after + second.before if terms.buffers == "sum" else max(first.after, second.before)
    if first.in_person and second.in_person and (not first.place or first.place != second.place):
        rest += terms.travel if second.travel is None else second.travel
    return between >= rest


@quick
@given(worlds(), st.sampled_from([15, 30, 60]))
def test_no_proposal_breaks_a_rule(world: tuple[Wanted, Ground, Terms], step: int) -> None:
    wanted, ground, terms = world
    for proposal in propose(wanted, ground, terms, 3, step):
        assert fits(proposal.period, wanted, ground, terms)
        assert proposal.reasons
        shown = ground.reader.local(proposal.period.start)
        assert shown.minute % step == 0 or proposal.period.start == wanted.wanted


@quick
@given(worlds(), st.data())
def test_the_rules_and_the_openings_agree_on_every_start(
    world: tuple[Wanted, Ground, Terms], data: st.DataObject
) -> None:
    wanted, ground, terms = world
    openings = Openings(wanted, ground, terms)
    edges = [edge for stretch in openings.between(terms.window.start, terms.window.end) for edge in stretch]
    for party in ground.everybody():
        needs = party.needs or wanted.needs
        for entry in party.taken:
            edges += [entry.period.start, *shut(entry, wanted.duration, needs, terms)]
    anywhere = st.integers(0, 8 * 24 * 60).map(lambda n: terms.window.start + timedelta(minutes=n))
    near = st.sampled_from(edges) if edges else anywhere
    for start in data.draw(st.lists(st.one_of(anywhere, near), min_size=5, max_size=25)):
        start += timedelta(seconds=data.draw(st.sampled_from([-1, 0, 0, 1])))
        expected = not forbidden(start, wanted, ground, terms)
        assert openings.allows(start) == expected, (start, forbidden(start, wanted, ground, terms))
        if start.second == start.microsecond == 0:
            assert fits(wanted.at(start), wanted, ground, terms) == expected


@quick
@given(worlds(), st.data())
def test_a_busy_entry_never_creates_a_free_time(world: tuple[Wanted, Ground, Terms], data: st.DataObject) -> None:
    wanted, ground, terms = world
    more = data.draw(taken(MONDAYS[0]))
    more = more._replace(period=Period(terms.window.start, terms.window.start + more.period.length))
    fuller = ground.mapped(lambda p: p._replace(taken=(*p.taken, more)))
    for strict in (False, True):
        before, after = Openings(wanted, ground, terms, strict), Openings(wanted, fuller, terms, strict)
        for first, last in after.between(terms.window.start, terms.window.end):
            assert before.allows(first)
            assert before.allows(last)


@quick
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(world: tuple[Wanted, Ground, Terms], random: object) -> None:
    wanted, ground, terms = world

    def shuffled(party: Party) -> Party:
        entries = list(party.taken)
        random.shuffle(entries)  # type: ignore[attr-defined]
        return party._replace(taken=tuple(entries))

    assert propose(wanted, ground, terms) == propose(wanted, ground.mapped(shuffled), terms)


@quick
@given(worlds())
def test_something_is_proposed_wherever_a_round_start_is_free(world: tuple[Wanted, Ground, Terms]) -> None:
    wanted, ground, terms = world
    wanted = wanted._replace(current=None)
    step = timedelta(minutes=5)
    moments = (terms.window.start + n * step for n in range((terms.window.end - terms.window.start) // step))
    round_starts = (m for m in moments if ground.reader.local(m).minute % 15 == 0)
    if any(not forbidden(start, wanted, ground, terms) for start in round_starts):
        assert propose(wanted, ground, terms)
