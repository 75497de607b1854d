"""The UID of an object, read fast where it stands as usual, is the one that a slow look finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.stores.contract import _any_uid, _plain_uid, uid_of
from tests.sync.model_server import event

_TEXT = b"""BEGIN:VEVENT|begin:vtodo|BEGIN:VTODO|BEGIN:VALARM|END:VALARM|END:VEVENT|UID:a| b||UID;X=1:c|uid:d|UID:e\\,f
UID: g |UID:h\ri|SUMMARY:BEGIN:|X:\xff|UID:\xff|UID:"""
LINES = st.sampled_from(_TEXT.replace(b"\n", b"|").split(b"|"))


@settings(max_examples=400)
@given(st.lists(st.tuples(LINES, st.sampled_from([b"\r\n", b"\r\n", b"\r\n", b"\n"])), max_size=9))
def test_both_ways_find_the_same(lines: list[tuple[bytes, bytes]]) -> None:
    data = b"BEGIN:VCALENDAR\r\n" + b"".join(line + end for line, end in lines)
    fast = _plain_uid(data)
    assert fast is None or (fast or None) == _any_uid(data)


def test_usual_one_is_found_fast() -> None:
    assert _plain_uid(event("a@x")) == uid_of(event("a@x")) == "a@x"
