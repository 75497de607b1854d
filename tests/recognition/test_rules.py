"""The user's own rules win, whatever the signals say."""

from __future__ import annotations

import pytest

from scheduler.recognise.rules import matches, rule_for
from scheduler.settings.core import RuleSetting, Settings
from tests.recognition.build import event_of, judge


@pytest.mark.parametrize(
    ("rule", "who", "expected"),
    [
        (RuleSetting(title="DENTIST"), "noted", True),
        (RuleSetting(title="dentist", organizer="zephyrix.example"), "noted", False),
        (RuleSetting(organizer="zephyrix.example"), "company", True),
        (RuleSetting(organizer="kim.lee@zephyrix.example"), "company", True),
        (RuleSetting(organizer="rix.example"), "company", False),
        (RuleSetting(category="jobs"), "noted", False),
        (RuleSetting(calendar="Test"), "noted", True),
        (RuleSetting(interview="yes"), "noted", False),
    ],
)
def test_every_condition_given_must_hold(rule: RuleSetting, who: str, expected: bool) -> None:
    assert matches(rule, event_of("Dentist", who=who)) is expected


def test_a_rule_makes_an_interview_and_names_its_company() -> None:
    settings = Settings(rules=(RuleSetting(title="dentist", interview="yes", company="Smile Ltd"),))
    found = judge("Dentist", settings=settings)
    assert found.score == 1.0
    assert found.interview is not None
    assert found.interview.company == "Smile Ltd"
    assert found.signals[0].name == "your rule"


def test_a_rule_unmakes_an_interview() -> None:
    settings = Settings(rules=(RuleSetting(title="acme", interview="no"),))
    assert judge("Job interview Acme", settings=settings).interview is None
    assert judge("Job interview Globex", settings=settings).interview is not None


def test_a_rule_that_decides_goes_before_one_that_does_not() -> None:
    says_nothing, says_no = RuleSetting(title="acme", flexible="yes"), RuleSetting(title="acme", interview="no")
    assert rule_for(event_of("acme"), Settings(rules=(says_nothing, says_no))) is says_no
    assert rule_for(event_of("acme"), Settings(rules=(says_nothing,))) is says_nothing
    assert rule_for(event_of("other"), Settings(rules=(says_nothing,))) is None
