"""Texts: as kept in the golden files, right by the checker, and made of nothing but the facts given."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, UndefinedError
from jinja2.exceptions import SecurityError

from scheduler.messages.facts import LANGUAGES, SITUATIONS, Facts, Language, Missing, Reason, Sender, Situation, Texts
from scheduler.messages.texts import BREAK, PARAGRAPH, write
from scheduler.model.interview import Person
from scheduler.review.check import check_text
from scheduler.review.spoken import check_phone, check_subject, check_voicemail
from tests.messages.golden import path, rendered, variants
from tests.messages.people import facts, hour

CASES = [(s, language) for language in LANGUAGES for s in SITUATIONS]
OTHERS = ("Panel with Dana Fox at Globex", "Dentist", "Couples therapy, Harbour Street")


def texts(situation: Situation, given: Facts) -> Texts:
    written = write(situation, given)
    assert isinstance(written, Texts), written
    return written


@pytest.mark.parametrize(("situation", "language"), CASES)
def test_texts_are_as_kept(situation: Situation, language: Language) -> None:
    assert rendered(situation, language) == path(situation, language).read_text("utf-8")


@pytest.mark.parametrize(("situation", "language"), CASES)
def test_everything_we_write_passes_the_checker(situation: Situation, language: Language) -> None:
    for title, case in variants(situation, language):
        written = texts(situation, case)
        assert check_text(written.email, case, OTHERS, language, situation) == [], title
        assert check_subject(written.subject, case) == [], title
        if written.phone is not None and situation != "remind":
            assert check_phone(written.phone, case, language, situation) == [], title
        if written.voicemail is not None:
            assert check_voicemail(written.voicemail, case, language, situation) == [], title


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["", "conflict", "work", "family", "health", "travel", "emergency", "preparation"])
@pytest.mark.parametrize("notice", [48.0, 12.0, -1.0])
def test_every_reason_passes_the_checker(language: Language, kind: str, notice: float) -> None:
    for situation in ("reschedule", "withdraw", "pause", "apologise"):
        given = facts(language, reason=Reason(kind), notice_hours=notice, emergency=notice == 12.0)  # type: ignore[arg-type]
        if situation == "apologise" and not kind:
            continue
        written = texts(situation, given)  # type: ignore[arg-type]
        assert check_text(written.email, given, OTHERS, language, situation) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(("situation", "language"), CASES)
def test_no_template_leaves_marks_or_double_spaces(situation: Situation, language: Language) -> None:
    for _, case in variants(situation, language):
        written = texts(situation, case)
        for text in (written.subject, written.email, written.phone or "", written.voicemail or ""):
            assert not re.search(r"  |\{\{|\}\}|\bNone\b| [,.]|[\u2028\u2029]|\n\n\n", text)


def test_times_of_both_sides_with_offsets() -> None:
    """E25: the recipient's zone first, then the sender's; another day there is named."""
    email = texts("reschedule", facts()).email
    assert "March 3, 2027, at 10:30 AM (New York, EST, UTC-5) / 4:30 PM (Berlin, CET, UTC+1)" in email
    assert "March 8, 2027, 6:30 PM–7:30 PM (New York, EST, UTC-5) / Tuesday, March 9, 2027, 12:30 AM" in email


def test_times_after_the_american_change_of_clocks() -> None:
    email = texts("accept_time", facts(offered=hour(2027, 3, 16, 14))).email
    assert "10:00 AM (New York, EDT, UTC-4) / 3:00 PM (Berlin, CET, UTC+1)" in email


def test_unknown_zone_gives_the_users_and_utc() -> None:
    email = texts("reschedule", facts(employer_zone=None)).email
    assert "16:30 (Berlin, CET, UTC+1) / 15:30 (UTC)" in email


def test_half_hour_zone_and_one_clock() -> None:
    assert "(Kolkata, UTC+5:30)" in texts("reschedule", facts(employer_zone="Asia/Kolkata")).email
    assert "Berlin" not in texts("reschedule", facts(employer_zone="Europe/Paris")).email.split("Kind regards")[0]


def test_spanish_counts_one_o_clock_in_the_singular() -> None:
    assert "a la 1:30 (" in texts("reschedule", facts("es", zone="Europe/Madrid", period=hour(2027, 3, 3, 6, 30))).email


@pytest.mark.parametrize(
    ("situation", "change", "name"),
    [
        ("reschedule", {"position": None}, "position"),
        ("thank_interview", {"position": "  "}, "position"),
        ("reschedule", {"sender": Sender("", "ada@example.org")}, "name"),
        ("reschedule", {"sender": Sender("Ada Smith", "")}, "address"),
        ("reschedule", {"sender": Sender("Ada Smith", "ada@example.org"), "notice_hours": 5.0}, "phone"),
        ("pause", {"until": None}, "until"),
        ("accept_time", {"offered": None}, "offered"),
        ("clarify", {"correction": ""}, "correction"),
        ("apologise", {"reason": Reason()}, "reason"),
        ("apologise", {"reason": Reason("study")}, "reason"),
        ("reschedule", {"alternatives": (hour(2027, 3, 4, 14),)}, "alternatives"),
        ("reschedule", {"alternatives": tuple(hour(2027, 3, d, 14) for d in (4, 5, 8, 9))}, "alternatives"),
    ],
)
def test_missing_facts_are_asked_for(situation: Situation, change: dict[str, object], name: str) -> None:
    """E17, E20: nothing is invented."""
    found = write(situation, facts(**change))
    assert isinstance(found, tuple)
    assert [m.name for m in found] == [name]
    assert all(isinstance(m, Missing) and m.ask.endswith(".") for m in found)


def test_no_number_is_needed_where_nobody_calls() -> None:
    assert texts("reschedule", facts(sender=Sender("Ada Smith", "ada@example.org"))).phone is None


@pytest.mark.parametrize(("notice", "spoken"), [(24.0, False), (48.0, False), (23.9, True), (1.0, True), (-2.0, True)])
def test_scripts_come_where_the_notice_calls_for_a_call(notice: float, spoken: bool) -> None:
    """E11, E12: 24 hours or more is a mail; less is a call with a voicemail ready."""
    written = texts("withdraw", facts(notice_hours=notice))
    assert (written.phone is not None, written.voicemail is not None) == (spoken, spoken)


def test_the_users_reason_replaces_the_neutral_one() -> None:
    email = texts("reschedule", facts(reason=Reason("health", "my train was cancelled"))).email
    assert "My train was cancelled." in email
    assert "health" not in email


def test_a_signed_agreement_is_mentioned_only_where_asked() -> None:
    """E9."""
    assert "relocation" not in texts("withdraw", facts(reason=Reason())).email
    mention = "Please stop the relocation that has been started"
    assert mention + "." in texts("withdraw", facts(reason=Reason(), mention=mention)).email


def test_users_template_wins_and_lends_the_rest() -> None:
    own = DictLoader({"en/reschedule.j2": "{% macro email() %}Hello {{ contact }},\n\nplease call.{% endmacro %}"})
    written = write("reschedule", facts(notice_hours=3.0), own)
    assert isinstance(written, Texts)
    assert written.email == "Hello Kim Lee,\n\nplease call.\n"
    assert written.subject.startswith("Request to reschedule")
    assert written.phone == texts("reschedule", facts(notice_hours=3.0)).phone


def test_users_template_can_build_on_the_built_in_one() -> None:
    source = (
        '{% from "builtin/en/common.j2" import greeting, signature with context %}'
        "{% macro email() %}{{ greeting() }}\n\nMy text.\n\n{{ signature() }}{% endmacro %}"
    )
    written = write("thank_answer", facts(), DictLoader({"en/thank_answer.j2": source}))
    assert isinstance(written, Texts)
    assert written.email.startswith("Dear Kim Lee,\n\nMy text.\n\nKind regards,\nAda Smith\n")


def test_templates_are_strict_and_caged() -> None:
    def own(body: str) -> DictLoader:
        return DictLoader({"en/clarify.j2": "{% macro email() %}" + body + "{% endmacro %}"})

    with pytest.raises(UndefinedError):
        write("clarify", facts(), own("{{ salary }}"))
    with pytest.raises(SecurityError):
        write("clarify", facts(), own("{{ ''.__class__.__mro__[1].__subclasses__() }}"))


def test_text_from_a_calendar_is_no_template_and_one_line() -> None:
    strange = f"{{{{ 7*7 }}}}\r\nBcc: x@y.example{BREAK}{PARAGRAPH}\x00\x1b[31m Lead"
    written = texts("reschedule", facts(position=strange))
    assert "49" not in written.subject.replace("2027", "")
    assert "{{ 7*7 }} Bcc: x@y.example [31m Lead" in written.email
    assert len(written.email.split("\n\n")) == len(texts("reschedule", facts()).email.split("\n\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=200))
def test_no_name_or_title_breaks_the_shape(position: str, company: str, reason: str) -> None:
    case = facts(position="X" + position, company=company, reason=Reason("", reason), contact=Person(position, None))
    written = texts("reschedule", case)
    assert "\n" not in written.subject
    assert written.subject.isprintable()
    assert len(written.email.split("\n\n")) == 5


def test_no_name_that_is_an_address_is_greeted() -> None:
    assert texts("reschedule", facts(contact=Person("kim@acme.example", "kim@acme.example"))).email.startswith(
        "Dear Hiring Team,"
    )


def test_french_elision() -> None:
    assert "le poste d’Ingénieur" in texts("reschedule", facts("fr")).email
    about = replace(facts("fr").appointment, position="Data Engineer")
    assert "le poste de Data Engineer" in texts("reschedule", replace(facts("fr"), appointment=about)).email
