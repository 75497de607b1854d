"""The etiquette's rules on messages, each by itself and in every language: what our texts keep to by construction."""

from __future__ import annotations

import re

import pytest

from scheduler.messages.facts import LANGUAGES, SITUATIONS, Facts, Language, Reason, Situation, Texts
from scheduler.messages.texts import write
from scheduler.review.lexicon import every, found, lexicon
from scheduler.review.prose import sentences, take_apart
from tests.messages.people import CORRECTION, POSITION, facts

pytestmark = pytest.mark.parametrize("language", LANGUAGES)
WITHDRAWALS: tuple[Situation, ...] = ("withdraw_offer", "withdraw_concern", "withdraw")


def texts(situation: Situation, case: Facts) -> Texts:
    written = write(situation, case)
    assert isinstance(written, Texts), written
    return written


def forms(written: Texts) -> list[str]:
    return [t for t in (written.email, written.phone, written.voicemail) if t is not None]


def test_e12_late_mail_and_voicemail_ask_for_a_confirmation(language: Language) -> None:
    words = lexicon(language)
    for situation in (*WITHDRAWALS, "reschedule", "pause"):
        late = texts(situation, facts(language, notice_hours=6.0))  # type: ignore[arg-type]
        assert found(words.confirm, late.email)
        assert late.voicemail is not None
        assert found(words.confirm, late.voicemail)
        early = texts(situation, facts(language))  # type: ignore[arg-type]
        assert not found(words.confirm, early.email)


EMERGENCY = {"en": "emergency", "de": "notfall", "fr": "urgence", "es": "emergencia"}


def test_e14_an_emergency_is_called_one(language: Language) -> None:
    for reason in (Reason("emergency"), Reason("health"), Reason("", "Ok.")):
        written = texts("reschedule", facts(language, notice_hours=3.0, reason=reason, emergency=True))
        for form in forms(written):
            assert EMERGENCY[language] in form.lower()
    assert EMERGENCY[language] not in texts("reschedule", facts(language, notice_hours=3.0)).email.lower()


def test_e15_a_new_time_only_from_who_can_come(language: Language) -> None:
    words = lexicon(language)
    able = texts("apologise", facts(language, notice_hours=-1.0, reason=Reason("travel")))
    assert len(take_apart(able.email).times) == 3
    assert found(words.interest, able.email)
    unable = texts("apologise", facts(language, notice_hours=-1.0, reason=Reason("travel"), can_commit=False))
    assert take_apart(unable.email).times == ()
    assert found(words.withdraw, unable.email)
    for written in (able, unable):
        assert all(found(words.apology, form) for form in forms(written))


def test_e16_two_short_paragraphs_at_most(language: Language) -> None:
    for situation in SITUATIONS:
        paragraphs = take_apart(
            texts(situation, facts(language, notice_hours=6.0, stay_in_touch=True)).email
        ).paragraphs
        assert 1 <= len(paragraphs) <= 2
        assert all(len(p.text.split()) <= 110 for p in paragraphs)


def test_e17_who_what_when_sorry_and_thanks(language: Language) -> None:
    words = lexicon(language)
    for situation in (*WITHDRAWALS, "reschedule", "pause", "apologise"):
        email = texts(situation, facts(language)).email  # type: ignore[arg-type]
        for fact in (POSITION[language], "2027", "UTC-5", "UTC+1", "Ada Smith", "ada@example.org", "+49 30 1234567"):
            assert fact in email
        assert found(words.apology, email)
        assert found(words.thanks, email)
    assert len(take_apart(texts("reschedule", facts(language)).email).times) == 3
    assert found(words.request_times, texts("reschedule", facts(language, alternatives=())).email)


def test_e17_one_sentence_of_reason(language: Language) -> None:
    words = lexicon(language)
    for kind in ("conflict", "work", "family", "health", "travel", "emergency", "preparation"):
        email = texts("reschedule", facts(language, reason=Reason(kind), notice_hours=6.0, emergency=True)).email  # type: ignore[arg-type]
        pieces = [s for p in take_apart(email).paragraphs for s in sentences(p)]
        reasons = [s for s in pieces if found(words.reason, s.text) and not found(words.apology, s.text)]
        assert len(reasons) == 1, [s.text for s in reasons]


def test_e18_subjects_differ_by_kind_and_name_sender_and_position(language: Language) -> None:
    subjects = {s: texts(s, facts(language)).subject for s in SITUATIONS}
    for subject in subjects.values():
        assert "Ada Smith" in subject
        assert POSITION[language] in subject
        assert "2027" in subject
    kinds = {s: subject.split("Ada Smith")[0] for s, subject in subjects.items()}
    assert len(set(kinds.values())) == len(SITUATIONS) - 2  # the three withdrawals share one kind


def test_e19_a_collision_is_a_conflict_in_the_schedule(language: Language) -> None:
    words = lexicon(language)
    conflict = {"en": "conflict in my schedule", "de": "Terminüberschneidung", "fr": "conflit d’agenda"}
    written = texts("reschedule", facts(language, notice_hours=6.0))
    assert conflict.get(language, "conflicto de agenda") in written.email
    assert not any(every(words.other_interview, form) for form in forms(written))


HEALTH = {"en": "health|ill|sick", "de": "gesundheit|krank", "fr": "santé|malad", "es": r"salud\b|enferm"}


def test_e20_no_illness_or_emergency_that_the_user_did_not_name(language: Language) -> None:
    for kind in ("", "conflict", "work", "family", "travel", "preparation"):
        written = texts("reschedule", facts(language, notice_hours=6.0, reason=Reason(kind)))  # type: ignore[arg-type]
        for form in forms(written):
            assert not re.search(rf"\b({HEALTH[language]}|{EMERGENCY[language]})", form, re.IGNORECASE)


def test_e21_plain_words(language: Language) -> None:
    words = lexicon(language)
    for situation in SITUATIONS:
        written = texts(situation, facts(language, notice_hours=6.0, emergency=True, stay_in_touch=True))
        for form in forms(written):
            for bad in (words.blame, words.private, words.drama, words.vague, words.any_time, words.sms):
                assert every(bad, form) == []
            assert "!" not in form


FLEXIBLE = {"en": "fit in with your schedule", "de": "richte", "fr": "m’adapterai", "es": "me adaptaré"}


def test_e22_interest_and_flexibility(language: Language) -> None:
    for alternatives in (facts().alternatives, ()):
        written = texts("reschedule", facts(language, notice_hours=6.0, alternatives=alternatives))
        assert written.phone is not None
        for form in (written.email, written.phone):
            assert found(lexicon(language).interest, form)
            assert FLEXIBLE[language] in form.lower()


def test_e23_the_apology_is_to_all(language: Language) -> None:
    for situation in ("reschedule", "pause", "apologise", "follow_up", "answer_cross"):
        assert found(lexicon(language).everyone, texts(situation, facts(language)).email)  # type: ignore[arg-type]


STAY = {"en": "stay in touch", "de": "in Kontakt zu bleiben", "fr": "garderais volontiers le contact"}


def test_e24_a_withdrawal_is_short_grateful_and_may_leave_the_door_open(language: Language) -> None:
    words = lexicon(language)
    stay = STAY.get(language, "seguir en contacto")
    for situation in WITHDRAWALS:
        email = texts(situation, facts(language, reason=Reason())).email
        assert len([s for p in take_apart(email).paragraphs for s in sentences(p) if found(words.apology, s.text)]) == 1
        assert found(words.thanks, email)
        assert not every(words.negotiation, email)
        assert stay not in email
        assert stay in texts(situation, facts(language, stay_in_touch=True)).email


def test_e25_a_virtual_meeting_may_be_offered(language: Language) -> None:
    video = {"en": "video call", "de": "Videogespräch", "fr": "visioconférence", "es": "videollamada"}[language]
    assert video in texts("reschedule", facts(language, offer_remote=True)).email
    assert video not in texts("reschedule", facts(language)).email


def test_e26_scripts(language: Language) -> None:
    words = lexicon(language)
    for situation in (*WITHDRAWALS, "reschedule", "pause", "apologise"):
        written = texts(situation, facts(language, notice_hours=6.0))  # type: ignore[arg-type]
        assert written.phone is not None
        assert written.voicemail is not None
        assert "Ada Smith" in written.phone
        assert "Ada Smith" in written.voicemail
        assert found(words.apology, written.phone)
        assert found(words.in_writing, written.phone)
        assert "+49 30 1234567" in written.voicemail
        assert len(written.voicemail) < len(written.phone) < len(written.email), situation


def test_e27_the_note_after_the_call_repeats_apology_and_interest(language: Language) -> None:
    words = lexicon(language)
    email = texts("follow_up", facts(language)).email
    assert found(words.apology, email)
    assert found(words.interest, email)
    assert found(words.thanks, email)


def test_e28_an_answer_is_thanked_for_and_a_cross_one_not_argued_with(language: Language) -> None:
    words = lexicon(language)
    assert found(words.thanks, texts("thank_answer", facts(language)).email)
    cross = texts("answer_cross", facts(language)).email
    body = take_apart(cross).paragraphs
    assert len(body) == 1
    assert len(sentences(body[0])) == 2
    assert not found(words.reason, body[0].text)


def test_e29_one_short_clarification(language: Language) -> None:
    body = take_apart(texts("clarify", facts(language)).email).paragraphs
    assert len(body) == 1
    assert CORRECTION[language] in body[0].text
    assert len(body[0].text.split()) < 70


def test_e32_thanks_contact_and_a_referral_later(language: Language) -> None:
    words = lexicon(language)
    assert found(words.thanks, texts("thank_interview", facts(language)).email)
    later = texts("new_job", facts(language)).email
    assert found(words.thanks, later)
    assert STAY.get(language, "seguir en contacto") in later


def test_e5_and_e31_a_pause_names_its_date_and_is_come_back_to(language: Language) -> None:
    written = texts("pause", facts(language, notice_hours=6.0))
    assert all("15" in form for form in forms(written))
    assert found(lexicon(language).interest, texts("check_back", facts(language)).email)


def test_e31_a_reminder_goes_over_another_route_too(language: Language) -> None:
    written = texts("remind", facts(language))
    assert written.phone is not None
    assert written.voicemail is not None
