"""Steps of `settle` stopped anywhere and planned anew, over all kinds of holds; and the table of who mails."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import UsageError
from scheduler.holds.hold import Hold, agreed, calendar_of, hold_for, prolonged, read_hold
from scheduler.holds.states import KEEPS, Interviews, state_of
from scheduler.holds.steps import Agree, Drop, Prolong, Put, Request, Step, to_agree, to_finish, to_hold
from scheduler.holds.who_mails import Capabilities, Change, Kind, Mailer, Role, who_mails
from scheduler.model.time import Period

NOW = datetime(2027, 3, 5, 9, tzinfo=UTC)
KEY, OTHER = "a" * 32, "b" * 32
NOBODY = Interviews({}, {}, {})
HOUR = timedelta(hours=1)


def at(hours: int) -> Period:
    start = NOW + (24 + hours) * HOUR
    return Period(start, start + HOUR)


def holds() -> st.SearchStrategy[list[Hold]]:
    one = st.builds(
        lambda key, hours, until, past: replace(
            hold_for(key, at(hours), NOW + until * HOUR, NOW + 200 * HOUR),
            agreed=None if past is None else NOW - past * HOUR,
        ),
        st.sampled_from((KEY, OTHER)),
        st.integers(0, 8),
        st.integers(-30, 60),
        st.none() | st.integers(1, 9),
    )
    return st.lists(one, max_size=7, unique_by=lambda h: h.uid)


def carried(there: list[Hold], steps: Iterable[Step], now: datetime = NOW) -> list[Hold]:
    """What stands after some steps."""
    found = {h.uid: h for h in there}
    for step in steps:
        match step:
            case Put(hold=new):
                assert new.uid not in found
                found[new.uid] = new
            case Prolong(hold=old, until=until):
                found[old.uid] = replace(old, until=until)
            case Agree(hold=old):
                found[old.uid] = replace(old, agreed=now)
            case Drop(hold=old):
                del found[old.uid]
    return list(found.values())


@given(holds(), st.integers(0, 9), st.integers(0, 20))
def test_stopped_anywhere_the_next_run_completes_it(there: list[Hold], hours: int, stop: int) -> None:
    request, slot = Request((KEY,), NOW + 200 * HOUR), at(hours)
    steps = to_agree(request, slot, there, NOW)
    whole = carried(there, steps)
    part = carried(there, steps[:stop])
    again = carried(part, to_agree(request, slot, part, NOW))
    assert {(h.uid, h.period) for h in again} == {(h.uid, h.period) for h in whole}
    assert [h.period for h in again if h.key == KEY] == [slot]
    assert [h for h in again if h.key == OTHER] == [h for h in there if h.key == OTHER]
    # Once the first step is made, the agreed time is held, whatever comes (E36).
    if stop or not steps:
        kept = [h for h in part if h.key == KEY and state_of(h, part, NOBODY, NOW) in KEEPS]
        assert [h.period for h in kept] == [slot]
        # And the run without a REF gets to the same end, but for what has expired.
        done = carried(part, to_finish(part, NOBODY, NOW))
        assert [h.period for h in done if h.key == KEY and not h.expired(NOW)] == [slot]


@given(holds(), st.lists(st.integers(0, 9).map(at), max_size=5), st.booleans())
def test_holding_twice_is_holding_once(there: list[Hold], slots: list[Period], renew: bool) -> None:
    request, until = Request((KEY,), NOW + 200 * HOUR), NOW + 30 * HOUR
    once = carried(there, to_hold(request, slots, there, until, NOW, renew=renew))
    assert to_hold(request, slots, once, until, NOW, renew=renew) == ()
    assert {h.period for h in once if h.key == KEY} >= set(slots)
    assert len({(h.key, h.period) for h in once}) == len(once)


@given(holds())
def test_form_is_read_back(there: list[Hold]) -> None:
    for hold in there:
        stored = calendar_of(hold, NOW)
        assert read_hold(stored) == hold
        later = read_hold(agreed(prolonged(stored, NOW + 9 * HOUR, NOW), NOW))
        assert later == replace(hold, until=NOW + 9 * HOUR, agreed=NOW)


def test_states_in_order() -> None:
    first, second = (hold_for(KEY, at(h), NOW + 40 * HOUR, NOW + 200 * HOUR) for h in (0, 5))
    both = [first, second]
    assert state_of(first, both, NOBODY, NOW) == "standing"
    assert state_of(first, both, NOBODY, NOW + 41 * HOUR) == "expired"
    moved = Interviews({KEY: frozenset({at(0).start})}, {}, {})
    assert state_of(first, both, moved, NOW) == "arrived"
    assert state_of(second, both, moved, NOW) == "standing"
    taken = [first, replace(second, agreed=NOW)]
    assert [state_of(h, taken, NOBODY, NOW) for h in taken] == ["given_up", "agreed"]
    assert state_of(taken[1], taken, NOBODY, NOW + 29 * HOUR) == "agreed"
    unmoved = Interviews({KEY: frozenset({at(0).start})}, {}, {})
    assert state_of(replace(first, of=at(0).start), both, unmoved, NOW) == "standing"


SERVER, PLAIN = Capabilities(True, frozenset({"me@x.example"})), Capabilities()


@pytest.mark.parametrize(
    ("role", "change", "scheduling", "plain"),
    [
        ("organizer", "move", "server", "us"),
        ("organizer", "cancel", "server", "us"),
        ("organizer", "guests", "server", "us"),
        ("organizer", "delete", "server", "us"),
        ("organizer", "decline_counter", "us", "us"),
        ("organizer", "answer", "nobody", "nobody"),
        ("organizer", "private", "nobody", "nobody"),
        ("attendee", "answer", "server", "us"),
        ("attendee", "delete", "server", "us"),
        ("attendee", "counter", "us", "us"),
        ("attendee", "private", "nobody", "nobody"),
        ("owner", "move", "nobody", "nobody"),
        ("owner", "delete", "nobody", "nobody"),
        ("owner", "private", "nobody", "nobody"),
    ],
)
def test_who_mails(role: Kind, change: Change, scheduling: Mailer, plain: Mailer) -> None:
    assert who_mails(SERVER, Role(role, "Me@x.example"), change) == scheduling
    assert who_mails(PLAIN, Role(role, "me@x.example"), change) == plain


@pytest.mark.parametrize("change", ["move", "cancel", "guests"])
def test_attendee_never_moves(change: Change) -> None:
    for place in (SERVER, PLAIN):
        with pytest.raises(UsageError, match="Somebody else organises"):
            who_mails(place, Role("attendee", "me@x.example"), change)


def test_server_speaks_only_for_addresses_that_it_knows() -> None:
    assert who_mails(SERVER, Role("organizer", "me@elsewhere.example"), "move") == "us"
    assert who_mails(Capabilities(True), Role("organizer", "me@elsewhere.example"), "move") == "server"
