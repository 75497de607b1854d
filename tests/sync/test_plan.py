"""The planner as a table: base, here and there to one action."""

from __future__ import annotations

import pytest

from scheduler.sync.plan import Pair, emptied, plan, side

# base, here, there: x is the version of the base, y another one, - nothing.
TABLE = {
    "- - -": None, "- - y": "Download", "- y -": "Upload", "- y y": "Merge",
    "x x x": None, "x x y": "UpdateHere", "x y x": "UpdateThere", "x y y": "Merge",
    "x - x": "DeleteThere", "x x -": "DeleteHere", "x - -": "Forget",
    "x - y": "Download restores", "x y -": "Upload restores",
}  # fmt: skip


def pair(base: str, here: str, there: str) -> Pair:
    def version(letter: str) -> str | None:
        return None if letter == "-" else letter

    return Pair("a.ics", "a.ics", version(base), version(base), version(here), version(there))


@pytest.mark.parametrize("case", TABLE)
def test_every_case(case: str) -> None:
    action = plan(pair(*case.split()))
    name = None if action is None else type(action).__name__
    if getattr(action, "restores", False):
        name = f"{name} restores"
    assert name == TABLE[case]


def test_nothing_is_written_on_the_side_that_was_changed_alone() -> None:
    for case in TABLE:
        action = plan(pair(*case.split()))
        base, here, there = case.split()
        if action is not None and base != "-" and here != base and there == base:
            assert side(action) == "there"
        if action is not None and base != "-" and there != base and here == base:
            assert side(action) == "here"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((5, 0, 5), "here"),
        ((5, 5, 0), "there"),
        ((5, 0, 0), None),
        ((1, 0, 1), None),
        ((0, 0, 9), None),
        ((5, 1, 5), None),
    ],
)
def test_emptied(counts: tuple[int, int, int], said: str | None) -> None:
    assert emptied(*counts) == said
