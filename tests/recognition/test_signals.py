"""Each signal on its own: it is there when its reason is, and gone when the reason is."""

from __future__ import annotations

import pytest

from scheduler.model.interview import Signal
from scheduler.recognise.people import cast_of, user_of
from scheduler.recognise.weigh import THRESHOLD, score_of
from tests.recognition.build import ME, PRIVATE, WORK, event_of, judge


def names(title: str, text: str = "", *more: str, who: str = "noted") -> dict[str, float]:
    return {s.name: s.weight for s in judge(title, text, *more, who=who, why=True).signals}


@pytest.mark.parametrize(
    ("title", "text", "more", "who", "signal"),
    [
        ("Job interview", "", (), "noted", "title says job"),
        ("Entrevista Acme", "", (), "noted", "title says interview"),
        ("Recruiter", "", (), "noted", "title says recruiting"),
        ("Onsite @ Acme", "", (), "noted", "a stage at a company"),
        ("Hello", "thank you for applying to the role", (), "company", "text says applying"),
        ("Hello", "", (), "company", "invited by another company"),
        ("Hello", "", (), "company", "invited at a private address"),
        ("Hello", "", (), "to work", "invited at the work address"),
        ("Hello Zephyrix", "", (), "company", "the company is named in the title"),
        ("Hello Alex", "", (), "company", "the user is named in the title"),
        ("Hello", "", (), "service", "sent by a hiring service"),
        ("Hello", "", (), "service", "the inviting side recruits"),
        ("Hello", "", (), "own service", "sent in the name of the user's employer"),
        ("Hello", "", (), "work", "colleagues take part"),
        ("Hello", "", (), "other:northcoach.example", "invited by a coach or school"),
        ("Hello", "", (), "other:city-radio.example", "invited by another trade"),
        ("Hello", "https://my.greenhouse.io/interviews/1", (), "noted", "link of a hiring service for candidates"),
        ("Hello", "https://app.greenhouse.io/guides/1/people/2", (), "noted", "link for interviewers"),
        ("Hello", "https://hire.lever.co/interviews/1/feedback", (), "noted", "link for interviewers"),
        ("Hello", "https://jobs.lever.co/acme/1", (), "noted", "link to a job ad"),
        ("Hello", "https://app.coderpad.io/ABC", (), "noted", "link to a coding test"),
        ("Hello", "https://zoom.us/j/123456789", (), "noted", "meeting link"),
        ("Hello", "", ("CATEGORIES:Job interviews",), "noted", "category"),
        ("Hello", "", ("RRULE:FREQ=DAILY;COUNT=3",), "noted", "repeats"),
        ("Interview Acme", "", ("STATUS:TENTATIVE",), "noted", "entered as tentative"),
        ("Interview Acme?", "", (), "noted", "the title asks"),
        ("Shirt for Acme interview", "", (), "noted", "a note around an interview"),
        ("Interview for the Herald", "", (), "company", "an interview for somebody's use"),
        ("Mock interview", "", (), "noted", "title says practice"),
        ("Visa interview", "", (), "noted", "title says office"),
        ("Hello", "", ("LOCATION:Embassy",), "noted", "place says office"),
    ],
)  # fmt: skip
def test_a_signal_has_its_reason(title: str, text: str, more: tuple[str, ...], who: str, signal: str) -> None:
    assert signal in names(title, text, *more, who=who)
    assert signal not in names("Quarterly figures", "nothing of the kind", who="friend")


def test_words_weigh_more_in_the_title_than_in_the_text() -> None:
    assert (
        names("Phone screen", who="company")["title says job"]
        > names("x", "phone screen", who="company")["text says job"]
    )


@pytest.mark.parametrize(
    "title",
    [
        "Interview: Podcast Producer",
        "Interview: Sales Manager",
        "Interview – Research Assistant",
        "Interview: Trainee Coach Driver",
    ],
)
def test_a_word_against_is_excused_inside_the_name_of_a_position(title: str) -> None:
    assert judge(title, who="company").interview is not None


def test_a_case_study_is_no_study() -> None:
    assert "title says practice" not in names("Case study discussion", who="company")


def test_a_name_is_not_read_as_a_word() -> None:
    assert judge(
        "Interview with Tom Mock", "", "ATTENDEE;CN=Tom Mock:mailto:tom.mock@zephyrix.example", who="company"
    ).interview


def test_a_journey_stands_before_the_interview_not_after() -> None:
    assert "title says travel" in names("Train to interview")
    assert "title says travel" not in names("Interview Hotel Train Company")


def test_the_score_is_half_at_the_threshold() -> None:
    assert score_of(THRESHOLD) == 0.5
    assert score_of(-1e9) == 0.0
    assert score_of(1e9) == 1.0


def test_signals_are_values_to_print() -> None:
    (signal, *_) = judge("Interview Acme", why=True).signals
    assert signal == Signal("title says interview", 3.2, "interview")


def test_who_stands_where() -> None:
    event = event_of(
        "x", "", "ATTENDEE;CN=Dana:mailto:dana@ownfirm.example", "ATTENDEE;CN=Imran Qazi:mailto:imran@qazi.example",
        "ATTENDEE;CN=Zephyrix Sales:mailto:sales@zephyrix.example", "ATTENDEE:mailto:c_1@group.calendar.google.com",
        who="company",
    )  # fmt: skip
    cast = cast_of(event, user_of(ME, ""))
    assert [p.address for p in cast.colleagues] == ["dana@ownfirm.example"]
    assert [p.address for p in cast.private] == ["imran@qazi.example"]
    assert [p.address for p in cast.outside] == ["kim.lee@zephyrix.example", "sales@zephyrix.example"]
    assert cast.company_domain == "zephyrix.example"
    assert cast.in_private


@pytest.mark.parametrize(
    ("me", "employers"),
    [
        ({PRIVATE, WORK}, {"ownfirm.example"}),
        ({"jonas@weidmann.example", "jonas.weidmann@nordlicht.example"}, {"nordlicht.example"}),
        ({"someone@gmx.de"}, set()),
        ({"ana@mail.corp.co.uk"}, {"corp.co.uk"}),
        (set(), set()),
    ],
)  # fmt: skip
def test_the_users_employer_is_a_domain_that_is_neither_a_mail_provider_nor_her_name(
    me: set[str], employers: set[str]
) -> None:
    assert user_of(frozenset(me), "").employers == employers


def test_her_settings_name_makes_a_domain_her_own() -> None:
    assert user_of(frozenset({"me@raman.example"}), "Priya Raman").employers == frozenset()
