"""The UID of an object, read fast where it stands as usual, is the one that a slow look finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.stores.contract import _any_uid, _plain_uid, uid_of
from tests.sync.model_server import event

LINES = st.sampled_from(
    [
        b"BEGIN:VEVENT",
        b"begin:vtodo",
        b"BEGIN:VTODO",
        b"BEGIN:VALARM",
        b"END:VALARM",
        b"END:VEVENT",
        b"UID:a",
        b" b",
        b"",
    ]
    + [b"UID;X=1:c", b"uid:d", b"UID:e\\,f", b"UID: g ", b"SUMMARY:BEGIN:", b"X:\xff", b"UID:\xff", b"UID:"]
)


@settings(max_examples=400)
@given(st.lists(st.tuples(LINES, st.sampled_from([b"\r\n", b"\r\n", b"\r\n", b"\n"])), max_size=9))
def test_both_ways_find_the_same(lines: list[tuple[bytes, bytes]]) -> None:
    data = b"BEGIN:VCALENDAR\r\n" + b"".join(line + end for line, end in lines)
    fast = _plain_uid(data)
    assert fast is None or (fast or None) == _any_uid(data)


def test_usual_one_is_found_fast() -> None:
    assert _plain_uid(event("a@x")) == uid_of(event("a@x")) == "a@x"
