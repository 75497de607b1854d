"""Large files are cut in halves, and large calendars worked on in two shares: as if it were one, whoever does it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.app.shape import agenda_parts
from scheduler.app.two import both_at_once
from scheduler.ics import cut
from scheduler.ics.bounds import Bounds
from scheduler.ics.read import Document
from scheduler.model.both import Both, one_by_one
from scheduler.model.timeline import Timeline
from scheduler.settings.core import Settings
from scheduler.timeline import build
from scheduler.timeline.view import View
from tests.oracle.effort import examples
from tests.oracle.generated import calendars
from tests.oracle.make import SPRING, UTC_ZONE, document, timed, vcalendar

VIEW = View(SPRING, UTC_ZONE, Settings(), frozenset())
WAYS = st.sampled_from((one_by_one, both_at_once))


def shown(timeline: Timeline) -> bytes:
    parts = agenda_parts(timeline)
    return b"\n".join(part if isinstance(part, bytes) else b"\n".join(part) for _, part in parts)


def in_two(documents: Iterable[Document], both: Both) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "LARGE", 0)
        patch.setattr(cut, "LARGE", 0)
        return shown(build.build_timeline(list(documents), VIEW, both=both))


@given(calendars(), calendars(), WAYS)
@examples(60)
def test_two_shares_answer_as_one(mine: list[list[str]], work: list[list[str]], both: Both) -> None:
    files = [vcalendar(*(text for event in each for text in event)) for each in (mine, work)]
    documents = [document(data, f"c{i}") for i, data in enumerate(files)]
    assert in_two(documents, both) == shown(build.build_timeline(documents, VIEW))


def test_a_note_on_what_both_found_has_its_line() -> None:
    link = "LOCATION:https://meet.google.com/abc-defg-hij"
    events = [
        timed("20270310T100000Z", "20270310T110000Z", link, uid=f"{n}@x.example", summary=f"Interview {n} with Acme")
        for n in range(8)
    ]
    documents = [document(vcalendar(*events))]
    assert b"it is shown once" in in_two(documents, both_at_once)
    assert in_two(documents, both_at_once) == shown(build.build_timeline(documents, VIEW))


def test_all_of_one_uid_is_in_one_share() -> None:
    series = timed("20270301T100000Z", "20270301T110000Z", "RRULE:FREQ=DAILY;COUNT=9", uid="series@x.example")
    moved = timed("20270303T150000Z", "20270303T160000Z", "RECURRENCE-ID:20270303T100000Z", uid="series@x.example")
    others = [timed("20270302T080000Z", "20270302T090000Z", uid=f"{n}@x.example") for n in range(5)]
    documents = [document(vcalendar(series, *others)), document(vcalendar(*others[::-1], moved), "late")]
    assert in_two(documents, one_by_one) == shown(build.build_timeline(documents, VIEW))


@pytest.mark.parametrize("uid", ["é", "réunion", "à" * 40 + "1"])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_uid_is_the_same_in_any_encoding(uid: str, encoding: str) -> None:
    """The series stands in one file, a change of one instance in another; each by itself lies in no window."""
    series = timed("20270301T100000Z", "20270301T110000Z", "RRULE:FREQ=DAILY;COUNT=9", uid=uid)
    moved = timed("20280103T150000Z", "20280103T160000Z", "RECURRENCE-ID:20270303T100000Z", uid=uid)
    others = [timed("20270302T080000Z", "20270302T090000Z", uid=f"{n}@x.example") for n in range(12)]
    late = vcalendar(moved, *others).decode().encode(encoding)
    documents = [document(vcalendar(series)), document(late, "late")]
    everything = shown(build.build_timeline(documents, VIEW, prefilter=False))
    assert b"2027-03-03T10:00" not in everything
    assert in_two(documents, one_by_one) == shown(build.build_timeline(documents, VIEW)) == everything


ODD = st.sampled_from(
    (
        "begin:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VEVENT\r\n",
        "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n",
        " BEGIN:VEVENT\r\n",
        "BEGIN:VTODO\r\nEND:VTODO\r\n",
        "\r\n\r\n",
        "DESCRIPTION:a\r\n END:VEVENT\r\n",
    )
)


@given(calendars(most=4), ODD, st.floats(0, 1), st.booleans())
@examples(150)
def test_the_halves_of_a_file_are_cut_as_the_whole(
    events: list[list[str]], odd: str, share: float, short: bool
) -> None:
    """Also where something odd stands anywhere in it."""
    lines = vcalendar(*(text for event in events for text in event)).decode().splitlines(keepends=True)
    at = 1 + int(share * (len(lines) - 1))
    data = "".join([*lines[:at], odd, *lines[at:]]).encode()
    if short:
        data = data.replace(b"\r\n", b"\n")
    bounds = Bounds.of(SPRING)
    whole = cut.cut(data, bounds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "LARGE", 0)
        halves = cut.cut(data, bounds)
    assert _told(halves) == _told(whole)


def _told(found: cut.Cut) -> object:
    segments = [
        (s.start, s.end, s.head_end, s.kept, s.keys, s.dropped, s.unfinished, _written(found.data, s.outside))
        for s in found.segments
    ]
    return found.data, found.plain, found.complete, segments


def _written(data: bytes, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(low, high) for low, high in stretches if data[low:high].strip()]
