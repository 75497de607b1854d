"""The merge: its laws, and the cases that people meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics.parse import parse_component
from scheduler.sync.canon import same
from scheduler.sync.merge import Clash, Merged, merge
from tests.sync.model_server import event, rewritten

NAMES = ("SUMMARY", "LOCATION", "DESCRIPTION", "X-VENDOR;B=1;A=2", "URL", "TRANSP")
SETS = ("CATEGORIES", "COMMENT", "EXDATE", "ATTENDEE;PARTSTAT=ACCEPTED")


def build(values: dict[str, int], sets: frozenset[tuple[str, int]], start: int) -> bytes:
    lines = [f"DTSTART:202703{start:02}T100000Z"]
    lines += [f"{n}:v{v}" for n, v in values.items()]
    lines += [f"{n}:mailto:v{v}@x.example" if "ATT" in n else f"{n}:v{v}" for n, v in sorted(sets)]
    body = "".join(f"{line}\r\n" for line in ["UID:u", *lines])
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{body}END:VEVENT\r\nEND:VCALENDAR\r\n".encode()


versions = st.builds(
    build,
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2), max_size=4),
    st.frozensets(st.tuples(st.sampled_from(SETS), st.integers(0, 2)), max_size=4),
    st.integers(1, 3),
)


def lines(data: bytes) -> set[str]:
    return {i.unfolded() for c in parse_component(data).children for i in c.lines}


@given(versions, versions)
def test_one_side_alone_wins(base: bytes, new: bytes) -> None:
    assert merge(base, base, new) == Merged(new)
    assert merge(base, new, base) == Merged(new)
    assert merge(base, new, new) == Merged(new)


@given(versions, versions, versions)
def test_both_sides_are_equal_partners(base: bytes, here: bytes, there: bytes) -> None:
    one, other = merge(base, here, there), merge(base, there, here)
    match one, other:
        case Merged(a), Merged(b):
            assert same(a, b)
        case Clash(a), Clash(b):
            assert set(a) == set(b)
        case _:
            pytest.fail(f"{one} but {other}")


@given(versions, versions, versions)
def test_every_change_is_in_the_result_and_nothing_else(base: bytes, here: bytes, there: bytes) -> None:
    outcome = merge(base, here, there)
    if isinstance(outcome, Merged):
        b, h, t = lines(base), lines(here), lines(there)
        assert lines(outcome.data) == (b & h & t) | (h - b) | (t - b)


@given(versions, versions, versions)
def test_merging_again_changes_nothing(base: bytes, here: bytes, there: bytes) -> None:
    outcome = merge(base, here, there)
    if isinstance(outcome, Merged):
        again = merge(base, outcome.data, there)
        assert isinstance(again, Merged)
        assert same(again.data, outcome.data)
        assert merge(there, outcome.data, there) == outcome


@given(versions)
def test_what_a_server_does_to_the_form_is_no_change(data: bytes) -> None:
    assert same(data, rewritten(data, 3))


def test_bytes_of_untouched_lines_stay() -> None:
    odd = 'X-ODD;Z=1;A="q;r":kept\r\n  as it\r\n  is'
    base = event("u", odd)
    outcome = merge(base, event("u", odd, summary="Mine"), event("u", odd, "LOCATION:Rome"))
    assert isinstance(outcome, Merged)
    assert odd.encode() in outcome.data


def test_both_changed_the_title() -> None:
    assert merge(event("u"), event("u", summary="A"), event("u", summary="B")) == Clash(("SUMMARY",))


def test_start_and_end_belong_together() -> None:
    base = event("u")
    moved = base.replace(b"DTSTART:20270302T100000Z", b"DTSTART:20270302T103000Z")
    longer = base.replace(b"DTEND:20270302T110000Z", b"DTEND:20270302T102000Z")
    assert merge(base, moved, longer) == Clash(("the time",))


def test_attendees_answer_each_for_himself() -> None:
    def meeting(a: str, b: str) -> bytes:
        return event("u", f"ATTENDEE;PARTSTAT={a}:mailto:a@x.example", f"ATTENDEE;PARTSTAT={b}:MAILTO:b@x.example")

    base = meeting("NEEDS-ACTION", "NEEDS-ACTION")
    outcome = merge(base, meeting("ACCEPTED", "NEEDS-ACTION"), meeting("NEEDS-ACTION", "DECLINED"))
    assert isinstance(outcome, Merged)
    assert same(outcome.data, meeting("ACCEPTED", "DECLINED"))


def test_series_moved_here_and_a_date_dropped_there_do_not_add_up() -> None:
    base = event("u", "RRULE:FREQ=WEEKLY;COUNT=5")
    moved = base.replace(b"T100000Z", b"T093000Z")
    dropped = event("u", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE:20270309T100000Z")
    assert merge(base, moved, dropped) == Clash(("the time of a series and its single dates",))
    assert isinstance(merge(base, event("u", "RRULE:FREQ=WEEKLY;COUNT=5", summary="New"), dropped), Merged)


def test_moved_instances_of_both_sides_are_kept() -> None:
    def series(*overrides: str) -> bytes:
        one = "BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID:{0}T100000Z\r\nDTSTART:{0}T150000Z\r\nEND:VEVENT\r\n"
        inner = "".join(one.format(day) for day in overrides)
        return event("u", "RRULE:FREQ=WEEKLY").replace(b"END:VCALENDAR", inner.encode() + b"END:VCALENDAR")

    outcome = merge(series(), series("20270309"), series("20270316"))
    assert isinstance(outcome, Merged)
    assert same(outcome.data, series("20270309", "20270316"))


def test_alarm_snoozed_here_and_title_changed_there() -> None:
    def with_alarm(more: str = "", summary: str = "Interview") -> bytes:
        alarm = f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\n{more}END:VALARM\r\n"
        return event("u", summary=summary).replace(b"END:VEVENT", alarm.encode() + b"END:VEVENT")

    outcome = merge(with_alarm(), with_alarm("ACKNOWLEDGED:20270302T094500Z\r\n"), with_alarm(summary="New"))
    assert isinstance(outcome, Merged)
    assert same(outcome.data, with_alarm("ACKNOWLEDGED:20270302T094500Z\r\n", "New"))


def test_without_a_base_only_agreement_merges() -> None:
    assert merge(None, event("u"), event("u", summary="B")) == Clash(("SUMMARY",))
    outcome = merge(None, event("u", "LOCATION:Rome"), event("u", "URL:https://x.example"))
    assert isinstance(outcome, Merged)
    assert b"Rome" in outcome.data
    assert b"x.example" in outcome.data
