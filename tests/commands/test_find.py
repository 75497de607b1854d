"""REF: an identifier, a UID, a part of a title or company; a word that could be both is asked about."""

from __future__ import annotations

from itertools import count

import pytest

from scheduler.app.find import find_occurrence
from scheduler.errors import UsageError
from scheduler.model.timeline import Timeline
from scheduler.timeline.identify import full_key
from tests.oracle.make import read, timed, vcalendar

# An entry whose identifier begins with a word.
DENTIST = next(uid for n in count() if full_key("", uid := f"dentist-{n}", "").startswith("cafe"))
LATER = "20270310T100000Z", "20270310T110000Z"
EARLIER = "20270309T100000Z", "20270309T110000Z"
JOB = "DESCRIPTION:Job interview for the position of Engineer"


def _with(*titles: str) -> Timeline:
    events = [timed(*LATER, uid=DENTIST, summary="Dentist")]
    events += [timed(*EARLIER, JOB, uid=title, summary=title) for title in titles]
    return read(vcalendar(*events))


def test_the_beginning_of_an_identifier_is_enough() -> None:
    for ref in ("cafe", "CAFE", full_key("", DENTIST, "")[:6], full_key("", DENTIST, "")[:9], DENTIST, "dentist"):
        assert find_occurrence(_with("Interview with Acme"), ref).uid == DENTIST


def test_a_word_that_is_also_the_beginning_of_an_identifier_is_asked_about() -> None:
    timeline = _with("Interview with Cafe Central")
    with pytest.raises(UsageError, match="fits more than one entry") as asked:
        find_occurrence(timeline, "Cafe")
    assert "Dentist" in str(asked.value)
    assert "Cafe Central" in str(asked.value)
    assert find_occurrence(timeline, "Cafe Central").summary == "Interview with Cafe Central"
    assert find_occurrence(timeline, full_key("", DENTIST, "")[:6]).summary == "Dentist"


def test_a_word_alone_is_a_word() -> None:
    timeline = read(vcalendar(timed(*EARLIER, JOB, uid="x", summary="Interview with Beef & Co")))
    assert find_occurrence(timeline, "beef").uid == "x"


def test_an_interview_comes_before_other_entries_of_that_name() -> None:
    events = [timed(*EARLIER, JOB, uid="i", summary="Interview with Cafe"), timed(*LATER, uid="t", summary="Cafe bill")]
    assert find_occurrence(read(vcalendar(*events)), "cafe").uid == "i"
