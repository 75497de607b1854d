"""Told apart by who invites, where to and with what words."""

from __future__ import annotations

import pytest

from tests.recognition import (
    wordings,
    wordings_ambiguous,
    wordings_fifth,
    wordings_fourth,
    wordings_second,
    wordings_third,
)
from tests.recognition.build import WORK, judge
from tests.recognition.wordings import STILL_WRONG

INTERVIEWS = (
    *wordings.INTERVIEWS,
    *wordings_ambiguous.INTERVIEWS,
    *wordings_second.INTERVIEWS,
    *wordings_third.INTERVIEWS,
    *wordings_fourth.INTERVIEWS,
    *wordings_fifth.INTERVIEWS,
)
OTHERS = (
    *wordings.OTHERS,
    *wordings_ambiguous.OTHERS,
    *wordings_second.OTHERS,
    *wordings_third.OTHERS,
    *wordings_fourth.OTHERS,
    *wordings_fifth.OTHERS,
)


@pytest.mark.parametrize(("who", "title", "text"), INTERVIEWS, ids=lambda v: v[:40])
def test_an_interview_is_seen(who: str, title: str, text: str) -> None:
    found = judge(title, text, who=who)
    assert found.interview is not None, found.signals
    assert found.score >= 0.5


@pytest.mark.parametrize(("who", "title", "text"), OTHERS, ids=lambda v: v[:40])
def test_what_only_looks_like_one_is_not_taken_for_one(who: str, title: str, text: str) -> None:
    found = judge(title, text, who=who)
    assert found.interview is None, found.signals
    assert found.score < 0.5


@pytest.mark.parametrize(("who", "title", "text"), [*INTERVIEWS[::7], *OTHERS[::7]], ids=lambda v: v[:40])
def test_the_quick_look_and_the_whole_weighing_agree(who: str, title: str, text: str) -> None:
    assert (judge(title, text, who=who).interview is None) == (judge(title, text, who=who, why=True).interview is None)


@pytest.mark.parametrize(("title", "expected"), [("Interview: Backend Engineer (Acme)", True), ("Dentist", False)])
def test_without_the_users_addresses_words_decide(title: str, expected: bool) -> None:
    for who in ("noted", "company"):
        assert (judge(title, who=who, me=frozenset()).interview is not None) is expected


def test_signals_explain_what_was_not_taken_for_an_interview() -> None:
    found = judge("Interview: Jordan Blake", who="work", why=True)
    assert found.interview is None
    assert {s.name: s.weight for s in found.signals}["colleagues take part"] < -5


def test_an_ordinary_event_is_not_looked_at_for_long() -> None:
    assert judge("Sprint planning", who="work").signals == ()
    assert judge("Dentist").signals == ()


def test_the_same_invitation_is_an_interview_for_the_candidate_alone() -> None:
    title = "Technical interview – Alex Moreau / Zephyrix"
    assert judge(title, who="service").interview is not None
    assert judge("Technical interview – Jordan Blake / Ownfirm", who="own service").interview is None


def test_who_may_choose_another_time_is_the_candidate() -> None:
    """Hiring services often invite the candidate alone; a domain of one's own looks like an employer's."""
    service = "ORGANIZER;CN=Kelp:mailto:notifications@ashbyhq.com"
    alone = (service, "ATTENDEE;CN=Alex:mailto:alex@moreau-home.example")
    own = frozenset({"alex@moreau-home.example"})
    text = "Interview Schedule\nReschedule or cancel: https://you.ashbyhq.com/kelp/interview/1/reschedule"
    assert judge("Interview with Kelp", text, *alone, me=own).interview is not None
    scorecard = "Scorecard: https://app.ashbyhq.com/scorecard/1"
    assert judge("Interview with Robin Vane", scorecard, *alone, me=own).interview is None
    at_work = judge("Interview with Robin Vane", text, service, f"ATTENDEE:mailto:{WORK}")
    assert at_work.interview is None


def test_a_title_in_a_script_without_spaces_is_read() -> None:
    assert judge("一次面接のご案内", who="company").interview is not None
    assert judge("собеседование Acme").interview is not None


@pytest.mark.xfail(strict=True, reason="known limits of judging by words")
@pytest.mark.parametrize(("who", "title", "expected"), STILL_WRONG, ids=lambda v: str(v)[:40])
def test_known_limits(who: str, title: str, expected: bool) -> None:
    assert (judge(title, who=who).interview is not None) is expected
