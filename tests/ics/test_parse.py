"""Lines and components keep their bytes, whatever they are made of, and take linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics.fields import fields_of
from scheduler.ics.parse import logical_lines, parse_component, parse_line
from scheduler.model.component import REPEATED, Line, escape, fold, unescape
from tests.oracle.effort import examples

TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n"), max_size=120)
NAMES = st.sampled_from(
    ("SUMMARY", "DESCRIPTION", "X-ODD", "ATTENDEE", "DTSTART", "LOCATION", "summary", "X-a.b", "RDATE", "RRULE")
)
PARAMS = st.dictionaries(
    st.sampled_from(("CN", "TZID", "LANGUAGE", "X-P")),
    st.text(st.characters(categories=["L", "N", "P", "Zs"])),
    max_size=2,
)


@st.composite
def blocks(draw: st.DrawFn) -> bytes:
    """A VEVENT with odd but sound lines, folded here and there, with one or the other line end."""
    end = draw(st.sampled_from((b"\r\n", b"\n")))
    lines = [b"BEGIN:VEVENT"]
    for name, params, value in draw(st.lists(st.tuples(NAMES, PARAMS, TEXT), max_size=8)):
        line = Line(name, escape(value), tuple((k, (v,)) for k, v in params.items()))
        text = fold(line.unfolded()) if draw(st.booleans()) else line.unfolded().encode() + b"\r\n"
        lines.append(text.removesuffix(b"\r\n").replace(b"\r\n", end))
    if draw(st.booleans()):
        lines += [b"BEGIN:VALARM", b"TRIGGER:-PT15M", b"DESCRIPTION:inside", b"END:VALARM"]
    return end.join([*lines, b"END:VEVENT"]) + end


@given(blocks())
@examples(200)
def test_a_component_gives_back_its_bytes(raw: bytes) -> None:
    assert parse_component(raw).to_bytes() == raw


@given(blocks())
@examples(200)
def test_one_changed_line_leaves_the_others_as_they_were(raw: bytes) -> None:
    component = parse_component(raw)
    changed = component.with_line(Line("SUMMARY", "new")).to_bytes()
    others = [line.to_bytes() for line in component.lines if line.name != "SUMMARY"]
    at = 0
    for line in others:
        at = changed.index(line, at) + len(line)
    assert changed.count(b"SUMMARY:new\r\n") == 1
    assert parse_component(changed).text("SUMMARY") == "new"


@given(blocks())
@examples(200)
def test_the_quick_way_reads_what_the_component_holds(raw: bytes) -> None:
    """Two ways through a block, one answer."""
    fields, component = fields_of(raw), parse_component(raw)
    assert {name: fields.get(name) for name in fields.values} == {
        line.name: (line.value, line.params) for line in reversed(list(component.lines))
    }
    assert fields.attendees == [(line.value, line.params) for line in component.every("ATTENDEE")]
    for name in REPEATED:
        assert fields.repeated.get(name, []) == [(line.value, line.params) for line in component.every(name)]


@pytest.mark.parametrize(
    "inside",
    [
        "SUMMARY:a|||| UID:x||LOCATION:b",
        "SUMMARY:a||FOO||LOCATION:b",
        "SUMMARY:a||FOO;BAR||LOCATION:b",
        "DESCRIPTION:a||\t b||\t||LOCATION:c",
        "DESCRIPTION:a||words without a colon||FOO;BAR||LOCATION:c",
        "BEGIN:VALARM||TRIGGER:-PT5M||DESCRIPTION:a|| b||END:VALARM||LOCATION:c",
        "BEGIN:VALARM||BEGIN:X||A:b||END:X||LOCATION:a||END:VALARM||LOCATION:c",
        "begin:valarm||location:a||end:valarm||location:c",
        "BEGIN:VALARM||LOCATION:a||BEGIN:VALARM||END:VALARM||UID:x||END:VALARM||LOCATION:c",
        "BEGIN:VLOCATION||LOCATION:a||END:VLOCATION||LOCATION:c",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:a=||LOCATION:b||UID:x",
        'ATTENDEE;CN=Smith: HR:mailto:a@x.example||ATTENDEE;CN="a: b":mailto:b@x.example||RDATE:1||rdate:2',
        "DTSTART;TZID=tzone://a/b:20270310T100000||ORGANIZER:MAILTO:a@x.example",
        "BEGIN;X=1:y||LOCATION:c",
    ],
)
@pytest.mark.parametrize("ends", [("\r\n",), ("\n",), ("\r\n", "\n"), ("\r\n", "\n", *["\r\n"] * 7)])
def test_the_quick_way_knows_what_it_cannot_read(inside: str, ends: tuple[str, ...]) -> None:
    lines = f"BEGIN:VEVENT||UID:u||{inside}||END:VEVENT".split("||")
    raw = "".join(line + ends[n % len(ends)] for n, line in enumerate(lines)).encode()
    fields, component = fields_of(raw), parse_component(raw)
    first = {line.name: (line.value, line.params) for line in reversed(list(component.lines))}
    assert {name: fields.get(name) for name in fields.values} == first
    assert fields.attendees == [(line.value, line.params) for line in component.every("ATTENDEE")]
    for name in REPEATED:
        assert fields.repeated.get(name, []) == [(line.value, line.params) for line in component.every(name)]


@given(NAMES, PARAMS, TEXT)
@examples(300)
def test_a_line_survives_being_written_and_read(name: str, params: dict[str, str], value: str) -> None:
    clean = {k: v for k, v in params.items() if "\x7f" not in v}
    line = Line(name.upper(), escape(value), tuple((k, (v,)) for k, v in clean.items()))
    [(unfolded, _, _)] = list(logical_lines(line.to_bytes()))
    assert parse_line(unfolded.decode()) == line


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_escaping_is_undone(text: str) -> None:
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c >= " " or c in "\n\t")
    assert unescape(escape(text)) == kept


@given(st.text(st.sampled_from("\\nN,;:a\n"), max_size=9))
@examples(300)
def test_a_text_is_unescaped_character_by_character(value: str) -> None:
    plain, at = "", 0
    while at < len(value):
        pair = value[at] == "\\" and at + 1 < len(value)
        char = value[at + pair]
        plain += "\n" if pair and char in "nN" else char
        at += 1 + pair
    assert unescape(value) == plain


@given(TEXT)
def test_folds_are_short_and_cut_no_character(text: str) -> None:
    folded = fold("SUMMARY:" + escape(text))
    for physical in folded.split(b"\r\n"):
        assert len(physical) <= 75
        physical.decode()


def test_a_fold_inside_a_character_is_undone() -> None:
    raw = "SUMMARY:Müller".encode()
    at = raw.index(b"\xc3") + 1
    component = parse_component(b"BEGIN:VEVENT\r\n" + raw[:at] + b"\r\n " + raw[at:] + b"\r\nEND:VEVENT\r\n")
    assert component.text("SUMMARY") == "Müller"


@pytest.mark.parametrize(
    ("text", "name", "value", "params"),
    [
        ("SUMMARY:a:b;c", "SUMMARY", "a:b;c", {}),
        ('ATTENDEE;CN="Doe; J: x":mailto:j@x.example', "ATTENDEE", "mailto:j@x.example", {"CN": "Doe; J: x"}),
        ("ORGANIZER;CN=Smith: HR:mailto:h@x.example", "ORGANIZER", "mailto:h@x.example", {"CN": "Smith: HR"}),
        ("X;P=a^nb^^c^'d:v", "X", "v", {"P": 'a\nb^c"d'}),
        ("dtstart;tzid=Europe/Berlin:20270310T090000", "DTSTART", "20270310T090000", {"TZID": "Europe/Berlin"}),
        ("DTSTART;VALUE=DATE;:20270310", "DTSTART", "20270310", {"VALUE": "DATE"}),
        ("X;P=:", "X", "", {"P": ""}),
    ],
)
def test_content_lines(text: str, name: str, value: str, params: dict[str, str]) -> None:
    line = parse_line(text)
    assert line is not None
    assert (line.name, line.value) == (name, value)
    assert {k: line.param(k) for k in params} == params


@pytest.mark.parametrize("text", ["no colon here", "", ";X=1:v", "just;words", ": value"])
def test_what_is_no_content_line(text: str) -> None:
    assert parse_line(text) is None


def test_unfolded_text_continues_the_line_before_it() -> None:
    raw = b"BEGIN:VEVENT\nDESCRIPTION:one\ntwo words\nthree\nSUMMARY:x\nEND:VEVENT\n"
    component = parse_component(raw)
    assert component.text("DESCRIPTION") == "one\ntwo words\nthree"
    assert component.text("SUMMARY") == "x"
    assert component.to_bytes() == raw


@pytest.mark.parametrize("stray", ["END:VCALENDAR", "END:VALARM", "BEGIN:VALARM\nEND:VEVENT", "BEGIN:X\nEND:Y\nEND:X"])
def test_ends_that_close_nothing(stray: str) -> None:
    raw = f"BEGIN:VEVENT\nSUMMARY:x\n{stray}\nLOCATION:y\nEND:VEVENT\n".encode()
    assert set(fields_of(raw).values) == {line.name for line in parse_component(raw).lines}


LONG = 60_000


@pytest.mark.parametrize(
    "lines",
    [
        ["DESCRIPTION:x", *["words that nobody folded"] * LONG],
        ["DESCRIPTION:x", *[" y"] * LONG],
        [*["BEGIN:X"] * LONG, *["END:Z"] * LONG],
        [*["BEGIN:X"] * LONG, *["END:X"] * LONG],
        ["BEGIN:Y", *["BEGIN:X"] * LONG, *["END:Y"] * LONG],
        [*["ATTENDEE;CN=a,b,c,d;ROLE=X:mailto:a@x.example"] * LONG],
        ['X-A;P="' + "a,b;c:" * LONG],
        ["X-A" + ";P=1" * LONG + ":v"],
        ["X-A;P=" + "a," * LONG + "b:v"],
        ["ATTENDEE;CN=" + "x:" * LONG + "mailto:a@x.example"],
    ],
    ids=["unfolded", "folds", "wrong ends", "nested", "crossed", "attendees", "quote", "params", "values", "colons"],
)
def test_time_is_linear(lines: list[str]) -> None:
    raw = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]).encode()
    began = time.process_time()
    parse_component(raw)
    fields_of(raw)
    assert time.process_time() - began < 5
