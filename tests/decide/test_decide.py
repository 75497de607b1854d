"""The rules of deciding (E1-E9), of channel and deadline (E10-E15), and the order of the steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from scheduler.decide.channel import channel, deadline
from scheduler.decide.course import NEUTRAL, QUESTIONS, Advice, Answers, Fit, Why, decide
from scheduler.decide.steps import steps
from scheduler.model.interview import Person
from tests.messages.people import appointment

KIM = Person("Kim Lee", "kim@acme.example")
START = datetime(2027, 3, 3, 15, 30, tzinfo=UTC)


def advice(why: Why, **answers: object) -> Advice:
    return decide(Answers(why, **answers))  # type: ignore[arg-type]


def test_the_other_thing_moves_first() -> None:
    """E1: the interview is moved only when nothing else can move."""
    assert advice("collision", others_can_move=True).course == "keep"
    unknown = advice("collision")
    assert (unknown.course, unknown.rules) == ("reschedule", ("E1", "E4"))
    assert any("E1" in first for first in unknown.first)
    stuck = advice("collision", others_can_move=False)
    assert (stuck.course, stuck.rules, stuck.first) == ("reschedule", ("E4",), ())


def test_three_questions() -> None:
    """E2."""
    assert len(QUESTIONS) == 3
    assert advice("ill", fit="no").course == "withdraw"
    assert advice("ill", lasting=True).course == "withdraw"
    assert any("E2" in c for c in advice("ill", costly=True).checks)
    assert any("E2" in c for c in advice("travel", costly=True).checks)


@pytest.mark.parametrize("why", ["offer_accepted", "concern", "study", "not_wanted"])
def test_reasons_to_withdraw(why: Why) -> None:
    """E3, and the reminder of E9."""
    found = advice(why)
    assert (found.course, found.rules) == ("withdraw", ("E3",))
    assert any("visa" in c for c in found.checks)
    assert any("signed" in c for c in found.checks)


@pytest.mark.parametrize("why", ["ill", "contagious", "transport", "emergency", "preparation", "employer_moved"])
def test_reasons_to_reschedule(why: Why) -> None:
    """E4."""
    assert (advice(why).course, advice(why).rules) == ("reschedule", ("E4",))


@pytest.mark.parametrize("why", ["breathing_room", "travel", "family", "competing_offers"])
def test_reasons_to_pause(why: Why) -> None:
    """E5: with a date."""
    found = advice(why)
    assert (found.course, found.rules) == ("pause", ("E5",))
    assert any("date" in c for c in found.checks)


def test_cold_feet() -> None:
    """E6: think again; more time to prepare is a reschedule, no interest a withdrawal; never stay away."""
    assert advice("cold_feet", fit="unsure").course == "think"
    assert advice("cold_feet", fit="yes").course == "reschedule"
    assert advice("cold_feet", fit="no").course == "withdraw"
    assert any("never" in f.lower() for f in advice("cold_feet", fit="unsure").first)
    assert advice("preparation", fit="unsure").course == "think"


def test_remote_work_is_asked_about_before_a_withdrawal() -> None:
    """E7."""
    found = advice("relocation", lasting=True)
    assert (found.course, found.rules) == ("withdraw", ("E3", "E7"))
    assert any("remote" in f for f in found.first)
    assert advice("relocation", remote_possible=True).course == "keep"
    assert advice("relocation", remote_possible=False).first == ()
    assert advice("relocation", lasting=False).course == "reschedule"


def test_every_combination_has_an_answer_with_its_rule() -> None:
    for why in get_args(Why):
        for fit in get_args(Fit):
            for lasting in (None, True, False):
                for costly in (None, True, False):
                    for movable in (None, True, False):
                        found = decide(Answers(why, fit, lasting, costly, movable))
                        assert found.rules
                        assert found.because.endswith(".")
                        assert fit != "no" or found.course == "withdraw"
                        assert (found.course == "withdraw") == bool(found.checks and "E9" in found.checks[0])


def test_neutral_sentences_say_no_more_than_the_user_did() -> None:
    """E19, E20: a collision is a conflict; no illness without the user saying so."""
    assert NEUTRAL["collision"] == "conflict"
    assert [w for w, kind in NEUTRAL.items() if kind == "health"] == ["ill", "contagious"]
    assert [w for w, kind in NEUTRAL.items() if kind == "emergency"] == ["emergency"]


@pytest.mark.parametrize(
    ("hours", "emergency", "platform", "expected"),
    [
        (48, False, False, "email"),
        (24, False, False, "email"),
        (24, True, False, "email"),
        (48, False, True, "platform"),
        (23.9, False, False, "phone"),
        (23.9, False, True, "phone"),
        (2, True, False, "phone_emergency"),
        (0, False, False, "phone"),
        (-0.1, False, False, "apologise"),
        (-5, True, True, "apologise"),
    ],
)
def test_channel(hours: float, emergency: bool, platform: bool, expected: str) -> None:
    """E10, E11, E13-E15."""
    assert channel(hours, emergency=emergency, platform=platform) == expected


def test_never_a_text_message() -> None:
    """E13."""
    for found in (channel(h, emergency=e, platform=p) for h in (48, 5, -1) for e in (0, 1) for p in (0, 1)):
        assert found in ("email", "platform", "phone", "phone_emergency", "apologise")
        for step in steps("reschedule", appointment(), KIM, found):
            assert "sms" not in step.lower()
            assert "text message" not in step.lower()


def test_deadline() -> None:
    """E10: at the latest the last working moment that leaves 24 hours, then the last moment, then at once."""
    working = START - timedelta(hours=30)
    early = START - timedelta(days=4)
    assert deadline(early, START, working).at == working
    assert deadline(early, START, None).at == START - timedelta(hours=24)
    assert deadline(early, START, START - timedelta(hours=1)).at == START - timedelta(hours=24)
    between = deadline(START - timedelta(hours=26), START, working)
    assert (between.at, between.late) == (START - timedelta(hours=24), False)
    late = deadline(START - timedelta(hours=5), START, working)
    assert (late.at, late.rule, late.late) == (START - timedelta(hours=5), "E11", True)
    assert deadline(START, START, working).rule == "E15"


def test_steps_of_a_mail() -> None:
    found = steps("reschedule", appointment(), KIM, "email")
    assert found[0] == "Send the email to Kim Lee <kim@acme.example>."
    assert len(found) == 2


def test_steps_of_a_call() -> None:
    """E11, E12: the call, another route, the voicemail, the mail at once."""
    call, missed, mail, note = steps("reschedule", appointment(), KIM, "phone")
    assert "+1 212 555 0100" in call
    assert "Kim Lee" in call
    assert "voicemail" in missed
    assert "another route" in missed
    assert "at once" in mail
    assert "journal" in note
    assert "emergency" in steps("reschedule", appointment(), KIM, "phone_emergency")[0]
    assert "apologise" in steps("apologise", appointment(), KIM, "apologise")[0]
    assert "no number is known" in steps("reschedule", appointment(phone=None), KIM, "phone")[0]


def test_their_own_link_leads() -> None:
    about = replace(
        appointment(), reschedule_link="https://calendly.example/r/1", cancel_link="https://calendly.example/c/1"
    )
    assert steps("reschedule", about, KIM, "phone")[0].endswith("https://calendly.example/r/1")
    assert steps("withdraw_offer", about, KIM, "email")[0].endswith("https://calendly.example/c/1")
    assert "calendly" not in " ".join(steps("thank_interview", about, KIM, "email"))


def test_nobody_is_invented() -> None:
    assert steps("reschedule", appointment(), None, "email")[0] == "Send the email to the interviewer."
