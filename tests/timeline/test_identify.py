"""Short identifiers: unique, prefixes of their keys, the same in every call."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.model.digest import digest
from scheduler.timeline.identify import SHORTEST, full_key, short_ids
from tests.oracle.make import SPRING, document, read, timed, utc, vcalendar

KEYS = st.lists(st.text("0123456789abcdef", min_size=24, max_size=24), max_size=30)


@given(KEYS, st.integers(0, 20))
def test_shortest_unique_prefixes(keys: list[str], shared: int) -> None:
    keys = [("f" * shared + k)[:24] for k in keys]
    ids = short_ids(keys)
    assert set(ids) == set(keys)
    for key, short in ids.items():
        assert key.startswith(short)
        assert [k for k in ids if k.startswith(short)] == [key]
        assert len(short) == SHORTEST or any(k != key and k.startswith(short[:-1]) for k in ids)


@given(st.lists(st.text(), min_size=1, max_size=3), st.lists(st.text(), min_size=1, max_size=3))
def test_keys_differ_where_their_parts_do(one: list[str], other: list[str]) -> None:
    clean = [[p.replace("\0", "") for p in parts] for parts in (one, other)]
    assert (full_key(*clean[0]) == full_key(*clean[1])) == (clean[0] == clean[1])


def test_known_values_stay_for_ever() -> None:
    """A change of these would give every entry that somebody wrote down another name."""
    assert full_key("", "uid@x.example", "") == "39f89cce167d8669a8196b78"
    [single] = read(vcalendar(timed("20270310T100000Z", "20270310T110000Z", uid="a@x.example"))).occurrences
    assert single.id == full_key("", "a@x.example", "")[:SHORTEST]


def _twins() -> list[str]:
    """Two different events under one UID."""
    return [
        timed("20270310T100000Z", "20270310T110000Z", uid="same", summary="One"),
        timed("20270320T100000Z", "20270320T110000Z", uid="same", summary="Two"),
    ]


def test_two_events_under_one_uid_keep_their_identifiers_in_other_windows() -> None:
    data = vcalendar(*_twins())
    both = {o.summary: o.key for o in read(data).occurrences}
    assert len(set(both.values())) == 2
    for within in (SPRING._replace(end=utc("2027-03-15T00:00")), SPRING._replace(start=utc("2027-03-15T00:00"))):
        for o in read(data, within=within).occurrences:
            assert o.key == both[o.summary]


def test_identifiers_are_unique_whatever_is_alike() -> None:
    alike = timed("20270310T100000Z", "20270310T110000Z", uid="same")
    texts = [alike.replace("SUMMARY", f"X-N:{n}\r\nSUMMARY") for n in range(5)]
    occurrences = read(vcalendar(*texts)).occurrences
    assert len({o.id for o in occurrences}) == len(occurrences) == 5
    again = read(vcalendar(*reversed(texts))).occurrences
    assert {o.key: o.event.component.value("X-N") for o in occurrences} == {
        o.key: o.event.component.value("X-N") for o in again
    }


def test_another_persons_copy_has_another_identifier() -> None:
    data = vcalendar(timed("20270310T100000Z", "20270310T110000Z"))
    mine, hers = read(document(data), document(data, "hers", owner="her@x.example")).occurrences
    assert mine.key != hers.key


def test_copies_have_identifiers_too() -> None:
    lines = ["LOCATION:https://meet.google.com/abc-defg-hij", "DESCRIPTION:Interview for the role of Engineer"]
    events = [
        timed("20270310T100000Z", "20270310T110000Z", *lines, uid=f"c{n}", summary=f"Interview with Acme {n}")
        for n in range(3)
    ]
    [kept] = read(vcalendar(*events)).occurrences
    assert len(kept.copies) == 2
    assert len({kept.id, *(c.id for c in kept.copies)}) == 3
    assert all(c.id and c.key.startswith(c.id) for c in kept.copies)


@pytest.mark.parametrize("length", [0, 10, 1_500, 1_501, 100_000])
def test_a_digest_is_sha_256_however_long_the_text_is(length: int) -> None:
    text = "ü\ud800"[: length % 3] + "x" * length
    assert digest(text) == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
