"""JSON is written as it comes, and nothing in it moves a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.output import print_json, print_parts
from scheduler.app.json_text import TURNING, json_text
from scheduler.app.shape import scan_parts
from scheduler.findings.find import find
from scheduler.findings.terms import Terms
from scheduler.model.finding import Finding
from tests.findings.build import LISBON, NOW, minutes, timeline
from tests.oracle.effort import examples

OBEYED = {*TURNING, *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))}
TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(sorted(OBEYED))))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@given(VALUES)
@examples(300)
def test_a_value_is_read_back_and_nothing_in_it_is_obeyed(value: object) -> None:
    text = json_text(value)
    assert json.loads(text) == value
    assert not OBEYED & set(text)


@pytest.mark.parametrize("value", [{}, {"a": []}, {"a": [1, {"b": "ü\x7f"}], "c": {"d": None}}, [], [[1], "\u202e"]])
def test_a_list_is_written_an_item_a_line(
    value: dict[str, object] | list[object], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    print_json(value)
    out = capfdbinary.readouterr().out.decode()
    assert json.loads(out) == value
    assert out.endswith("\n")
    items = [i for part in value.values() if isinstance(part, list) for i in part] if isinstance(value, dict) else value
    lines = [line.strip().removesuffix(",") for line in out.splitlines()]
    assert [line for line in lines if line in map(json_text, items)] == [json_text(i) for i in items]


def test_findings_are_made_into_text_one_at_a_time(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    entries = [minutes(30 * n, 40, f"e{n}", interview=True) for n in range(20)]
    whole = timeline(*entries)
    findings = find(whole, Terms(NOW, LISBON))
    asked: list[Finding] = []

    def asking() -> Iterator[Finding]:
        for finding in findings:
            asked.append(finding)
            yield finding

    parts = dict(scan_parts(whole, {}, asking()))  # type: ignore[arg-type]
    assert not asked
    first = list(islice(parts["findings"], 2))
    assert len(asked) == 2
    assert [json.loads(text)["id"] for text in first] == [f.id for f in findings[:2]]
    print_parts(scan_parts(whole, {}, findings))
    shown = json.loads(capfdbinary.readouterr().out)
    assert [f["message"] for f in shown["findings"]] == [f.message for f in findings]
    assert [[e["id"] for e in f["events"]] for f in shown["findings"]] == [[o.id for o in f.events] for f in findings]
    assert [o["id"] for o in shown["occurrences"]] == [o.id for o in whole.occurrences]
