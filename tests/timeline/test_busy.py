"""Busy or free, row by row; docs/busy.md shows the same rows."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.oracle.make import read, timed, vcalendar
from tests.oracle.shared import ROOT

ME = "me@x.example"
STATUSES = ("", "CONFIRMED", "TENTATIVE", "CANCELLED")
TRANSPS = ("", "OPAQUE", "TRANSPARENT")
ANSWERS = ("", "ACCEPTED", "TENTATIVE", "NEEDS-ACTION", "DECLINED", "DELEGATED")
ALL_DAY = (False, True)


def _busy(status: str, transp: str, answer: str, all_day: bool, *lines: str, organizer: str = "boss@x.example") -> str:
    words = [f"STATUS:{status}"] * bool(status) + [f"TRANSP:{transp}"] * bool(transp)
    if answer:
        words += [f"ORGANIZER:mailto:{organizer}", f"ATTENDEE;PARTSTAT={answer}:mailto:{ME}"]
    times = ("20270310", "20270311") if all_day else ("20270310T100000Z", "20270310T110000Z")
    [occurrence] = read(vcalendar(timed(*times, *words, *lines)), me=[ME]).occurrences
    return occurrence.busy


def _row(status: str, transp: str, answer: str) -> str:
    """The table in words, written a second time on purpose."""
    if status == "CANCELLED" or transp == "TRANSPARENT" or answer in ("DECLINED", "DELEGATED"):
        return "free"
    if status == "TENTATIVE" or answer in ("TENTATIVE", "NEEDS-ACTION"):
        return "tentative"
    return "busy"


@pytest.mark.parametrize(("status", "transp", "answer", "all_day"), list(product(STATUSES, TRANSPS, ANSWERS, ALL_DAY)))
def test_every_row(status: str, transp: str, answer: str, all_day: bool) -> None:
    assert _busy(status, transp, answer, all_day) == _row(status, transp, answer)


def test_what_she_organises_herself_is_hers_whatever_her_answer_says() -> None:
    assert _busy("CONFIRMED", "", "NEEDS-ACTION", False, organizer=ME) == "busy"
    assert _busy("TENTATIVE", "", "ACCEPTED", False, organizer=ME) == "tentative"


@pytest.mark.parametrize(
    ("line", "state"),
    [("FREE", "free"), ("WORKINGELSEWHERE", "free"), ("TENTATIVE", "tentative"), ("BUSY", "busy"), ("OOF", "busy")],
)
def test_what_outlook_says_of_it(line: str, state: str) -> None:
    assert _busy("CONFIRMED", "", "ACCEPTED", False, f"X-MICROSOFT-CDO-BUSYSTATUS:{line}") == state


@pytest.mark.parametrize("answer", ["ACCEPTED", "DECLINED"])
def test_other_peoples_answers_are_not_hers(answer: str) -> None:
    other = f"ATTENDEE;PARTSTAT={answer}:mailto:other@x.example"
    assert _busy("CONFIRMED", "", "", False, other) == "busy"
    assert _busy("CONFIRMED", "", "NEEDS-ACTION", False, other) == "tentative"


def test_a_meeting_cancelled_by_message_is_free() -> None:
    data = vcalendar(timed("20270310T100000Z", "20270310T110000Z"), head=["METHOD:CANCEL"])
    [occurrence] = read(data).occurrences
    assert (occurrence.busy, occurrence.cancelled) == ("free", True)


def test_the_page_shows_these_rows() -> None:
    """Each row of docs/busy.md: STATUS, TRANSP, own PARTSTAT, result; 'any' and '-' (none) as there explained."""
    text = (ROOT / "docs" / "busy.md").read_text("utf-8")
    rows = [
        [c.strip(" `") for c in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(r"\| *`?[A-Za-z-]", line)
    ]
    table = [r for r in rows if r[-1] in ("busy", "tentative", "free") and len(r) == 4]
    assert len(table) >= 6
    covered = set()
    for status, transp, answer in product(STATUSES, TRANSPS, ANSWERS):
        first = next(r for r in table if _fits(r[0], status) and _fits(r[1], transp) and _fits(r[2], answer))
        covered.add(table.index(first))
        for all_day in ALL_DAY:
            assert _busy(status, transp, answer, all_day) == first[3], (status, transp, answer)
    assert covered == set(range(len(table)))


def _fits(words: str, value: str) -> bool:
    return words == "any" or (value or "none") in [w.strip() for w in words.split(",")]
