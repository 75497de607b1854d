"""Each violation by itself: a right text is broken in one way, and the checker names that rule and that place."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.messages.facts import LANGUAGES, Facts, Language, Reason, Situation, Texts
from scheduler.messages.texts import write
from scheduler.model.interview import Person
from scheduler.review.check import Violation, check_text
from scheduler.review.spoken import check_phone, check_subject, check_voicemail
from tests.messages.people import POSITION, facts


def email(language: Language, situation: Situation = "reschedule", **other: object) -> tuple[str, Facts]:
    known = facts(language, **other)
    written = write(situation, known)
    assert isinstance(written, Texts)
    return written.email, known


def rules(text: str, known: Facts, situation: Situation = "reschedule", others: tuple[str, ...] = ()) -> list[str]:
    return sorted({v.rule for v in check_text(text, known, others, known.language, situation)})


def without(pattern: str, text: str) -> str:
    broken = re.sub(pattern, "", text, flags=re.IGNORECASE)
    assert broken != text
    return broken


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_right_text_has_no_violation(language: Language) -> None:
    text, known = email(language)
    assert check_text(text, known, (), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_position_is_missing(language: Language) -> None:
    text, known = email(language)
    assert rules(without(POSITION[language], text), known) == ["E17"]


DATES = {"en": "Wednesday, March 3, 2027", "de": "Mittwoch, 3. März 2027", "fr": "mercredi 3 mars 2027"}
DATES["es"] = "miércoles, 3 de marzo de 2027"
OTHER_FORMS = {
    "en": ("2027-03-03", "3 March", "March 3rd", "03/03/2027", "3rd of March"),
    "de": ("03.03.2027", "3.3.", "3. März", "2027-03-03"),
    "fr": ("3 mars", "03/03/2027"),
    "es": ("3 de marzo", "03/03/2027"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_date_is_missing_or_written_otherwise(language: Language) -> None:
    text, known = email(language)
    assert DATES[language] in text
    assert rules(text.replace(DATES[language], ""), known) == ["E17"]
    assert rules(text.replace(DATES[language], DATES[language].replace("3", "13", 1)), known) == ["E17"]
    for form in OTHER_FORMS[language]:
        assert rules(text.replace(DATES[language], form), known) == [], form


@pytest.mark.parametrize(
    ("form", "right"),
    [("10:30 AM", True), ("10.30am", True), ("4:30 pm", True), ("16:30", True), ("10h30", True), ("10:00", False)],
)
def test_time_is_missing_or_written_otherwise(form: str, right: bool) -> None:
    text, known = email("en")
    changed = text.replace("10:30 AM", form, 1).replace("4:30 PM", form, 1)
    assert rules(changed, known) == ([] if right else ["E17"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_zone_is_missing(language: Language) -> None:
    text, known = email(language)
    assert rules(without(r" \([^()]*UTC[^()]*\)", text), known) == ["E17"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_of_two_offsets_is_missing(language: Language) -> None:
    text, known = email(language)
    assert rules(without(r", UTC\+1", text), known) == ["E25"]
    at_home, same = email(language, employer_zone="Europe/Paris")
    assert rules(without(r", UTC\+1", at_home), same) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_or_contact_is_missing(language: Language) -> None:
    text, known = email(language)
    assert rules(text.replace("Ada Smith\n", ""), known) == ["E17"]
    bare = text.replace("ada@example.org\n", "").replace("+49 30 1234567", "")
    assert rules(bare, known) == ["E17"]
    assert rules(text.replace("ada@example.org\n", ""), known) == []


APOLOGY = {
    "en": r"I am sorry[^.]*\.",
    "de": r"Ich bitte Sie und alle[^.]*\.",
    "fr": r"Je vous prie[^.]*\.",
    "es": r"Le pido disculpas[^.]*\.",
}
THANKS = {
    "en": r"Thank you[^.]*\.",
    "de": r"Vielen Dank[^.]*\.",
    "fr": r"Je vous remercie[^.]*\.",
    "es": r"Muchas gracias[^.]*\.",
}
INTEREST = {
    "en": r"My interest[^.]*\.",
    "de": r"Mein Interesse[^.]*\.",
    "fr": r"Mon intérêt[^.]*\.",
    "es": r"Mi interés[^.]*\.",
}
STATEMENT = {
    "en": r"I would therefore[^.]*\.",
    "de": r"Deshalb möchte[^.]*\.",
    "fr": r"Je souhaiterais[^.]*\.",
    "es": r"Por ello[^.]*\.",
}
CONFIRM = {
    "en": r"Please let me know[^.]*\.",
    "de": r"Bitte bestätigen[^.]*\.",
    "fr": r"Merci de me confirmer[^.]*\.",
    "es": r"Le ruego que me confirme[^.]*\.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_apology_thanks_interest_and_statement_are_missing(language: Language) -> None:
    text, known = email(language)
    assert rules(without(APOLOGY[language], text), known) == ["E17", "E23"]
    assert rules(without(THANKS[language], text), known) == ["E17"]
    assert rules(without(INTEREST[language], text), known) == ["E22"]
    assert rules(without(STATEMENT[language], text), known) == ["E17"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", ["withdraw", "pause"])
def test_withdrawal_and_pause_are_said_plainly(language: Language, situation: Situation) -> None:
    text, known = email("en" if language == "en" else language, situation, reason=Reason())
    words = {
        "withdraw": r"withdraw\w*|zurückzuziehen|zieh\w* meine bewerbung zurück|retir\w+|not attend",
        "pause": r"hold my application|ruhen|en attente|en espera|pause|aufschub|pausa",
    }[situation]
    assert "E17" in rules(without(words, text), known, situation)


@pytest.mark.parametrize("language", LANGUAGES)
def test_late_news_asks_for_a_confirmation(language: Language) -> None:
    text, known = email(language, notice_hours=5.0)
    assert rules(text, known) == []
    assert rules(without(CONFIRM[language], text), known) == ["E12"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_apology_is_to_everybody(language: Language) -> None:
    text, known = email(language)
    alone = {
        "en": r" to you and everyone else involved",
        "de": r" und alle Beteiligten",
        "fr": r", ainsi que toutes les personnes concernées,",
        "es": r", a usted y a todas las personas implicadas,",
    }[language]
    assert rules(without(alone, text), known) == ["E23"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_third_paragraph(language: Language) -> None:
    text, known = email(language)
    head, rest = text.split("\n\n", 1)
    more = {
        "en": "We met at the fair last spring, and it was good.",
        "de": "Wir haben uns auf der Messe getroffen, und das war schön.",
        "fr": "Nous nous sommes vus au salon, et ce fut bien.",
        "es": "Nos vimos en la feria, y estuvo muy bien.",
    }[language]
    broken = f"{head}\n\n{more}\n\n{rest}"
    found = check_text(broken, known, (), language)
    assert [v.rule for v in found] == ["E16"]
    assert found[0].span is not None


def test_a_long_paragraph_and_no_text() -> None:
    text, known = email("en")
    assert "E16" in rules(
        text.replace("I am writing", "We talked at length about many things, and " * 20 + "I am writing"), known
    )
    assert "E16" in rules("Ada Smith\nada@example.org", known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fewer_than_two_alternatives(language: Language) -> None:
    text, known = email(language)
    lines = text.splitlines(keepends=True)
    bullets = [line for line in lines if line.startswith("- ")]
    one = "".join(line for line in lines if line not in bullets[1:])
    assert rules(one, known) == ["E17"]
    none = "".join(line for line in lines if line not in bullets)
    assert rules(none, known) == ["E17"]
    asked, open_ = email(language, alternatives=())
    assert rules(asked, open_) == []
    four = text.replace(bullets[0], bullets[0] * 2)
    assert rules(four, known) == ["E17"]


def test_alternatives_in_running_text_count() -> None:
    text, known = email("en")
    running = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("- "))
    running = running.replace(
        "Would one of the times below suit you instead?",
        "Would March 4 at 3 pm (UTC+1) or March 5 at 17:30 (UTC+1) suit you instead?",
    )
    assert rules(running, known) == []


SECOND = {
    "en": "My train was also cancelled because of a strike.",
    "de": "Außerdem fällt mein Zug wegen eines Streiks aus.",
    "fr": "De plus, mon train est supprimé en raison d’une grève.",
    "es": "Además, han cancelado mi tren debido a una huelga.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_sentence_of_reason(language: Language) -> None:
    text, known = email(language)
    statement = re.search(STATEMENT[language], text)
    assert statement is not None
    broken = text.replace(statement.group(), f"{SECOND[language]} {statement.group()}")
    found = check_text(broken, known, (), language)
    assert [v.rule for v in found] == ["E17"]
    assert found[0].span is not None
    assert SECOND[language] in broken[slice(*found[0].span)]


def test_the_position_is_no_reason() -> None:
    known = facts("en", position="Family Doctor for Emergency Care")
    written = write("reschedule", known)
    assert isinstance(written, Texts)
    assert check_text(written.email, known, (), "en") == []


BAD: list[tuple[Language, str, str]] = [
    ("en", "E21", "You should have told me earlier."),
    ("de", "E21", "Das ist Ihre Schuld."),
    ("fr", "E21", "C’est votre faute."),
    ("es", "E21", "Es su culpa."),
    ("en", "E21", "I am vomiting."),
    ("de", "E21", "Ich habe Durchfall."),
    ("fr", "E21", "Je divorce, hélas."),
    ("es", "E21", "Tengo fiebre."),
    ("en", "E21", "It is a nightmare."),
    ("de", "E21", "Es ist eine Katastrophe."),
    ("fr", "E21", "C’est un cauchemar."),
    ("es", "E21", "Es una pesadilla."),
    ("en", "E21", "Please answer!!"),
    ("en", "E21", "This is VERY IMPORTANT today."),
    ("en", "E21", "Something came up."),
    ("de", "E21", "Mir ist etwas dazwischengekommen."),
    ("fr", "E21", "J’ai un imprévu."),
    ("es", "E21", "Me ha surgido algo."),
    ("en", "E34", "I am free any time."),
    ("de", "E34", "Ich kann jederzeit."),
    ("fr", "E34", "Je peux n’importe quand."),
    ("es", "E34", "Puedo en cualquier momento."),
    ("en", "E13", "Just text me."),
    ("de", "E13", "Gern auch per SMS."),
    ("fr", "E13", "Par SMS, si vous voulez."),
    ("es", "E13", "Por SMS, si quiere."),
    ("en", "E19", "I am meeting another company then."),
    ("de", "E19", "Ich habe ein anderes Vorstellungsgespräch."),
    ("fr", "E19", "J’ai un autre entretien."),
    ("es", "E19", "Tengo otra entrevista."),
]


@pytest.mark.parametrize(("language", "rule", "sentence"), BAD)
def test_wrong_tone_is_named_with_its_place(language: Language, rule: str, sentence: str) -> None:
    text, known = email(language, reason=Reason())
    thanks = re.search(THANKS[language], text)
    assert thanks is not None
    broken = text.replace(thanks.group(), f"{sentence} {thanks.group()}")
    found = [v for v in check_text(broken, known, (), language) if v.rule == rule]
    assert found
    at = broken.index(sentence)
    assert all(v.span is not None and at <= v.span[0] < v.span[1] <= at + len(sentence) for v in found)


def test_a_withdrawal_does_not_negotiate_or_grovel() -> None:
    """E24."""
    text, known = email("en", "withdraw_offer")
    assert rules(text.replace("I wish you", "Could you match the offer? I wish you"), known, "withdraw_offer") == [
        "E24"
    ]
    assert rules(text.replace("I wish you", "I am so sorry. I wish you"), known, "withdraw_offer") == ["E24"]


SECRETS = ("Panel with Dana Fox at Globex", "Zahnarzt Dr. Öztürk", "Harbour Street 12", "面接 山田")


@pytest.mark.parametrize("word", ["Globex", "GLOBEX", "Dana", "Ozturk", "Öztürk's", "Harbour Street", "山田"])
def test_words_of_other_entries_are_pointed_at_never_quoted(word: str) -> None:
    """E19."""
    text, known = email("en")
    broken = text.replace("My interest", f"Before that there is {word} for me. My interest")
    found = [v for v in check_text(broken, known, SECRETS, "en") if v.rule == "E19"]
    assert found
    for violation in found:
        assert violation.span is not None
        assert broken[slice(*violation.span)] in word + "'s"
        for secret in (word, *SECRETS):
            assert secret.lower() not in violation.message.lower()


def test_words_of_this_interview_and_common_words_are_not_foreign() -> None:
    text, known = email("en")
    others = ("Acme lunch with Kim Lee", "Interview: Data Engineer", "Ada's schedule", "Wednesday call 10:30", "2027")
    assert check_text(text, known, others, "en") == []
    usual = text.replace("My interest", "The office and the screen are ready. My interest")
    assert check_text(usual, known, ("Office hours", "Second screen"), "en") == []


def test_the_users_reason_may_not_hold_other_entries_words() -> None:
    text, known = email("en", reason=Reason("", "I am at Globex that day."))
    assert "E19" in rules(text, known, others=SECRETS)


def test_a_quoted_mail_below_is_not_the_writers_text() -> None:
    text, known = email("en")
    assert rules(text + "\n> You should have told us earlier!! Text me.\n> Any time.\n", known) == []


def test_subject_says_what_it_is() -> None:
    """E18."""
    known = facts()
    assert check_subject("Request to reschedule: Ada Smith, Data Engineer, 3 March", known) == []
    assert [v.rule for v in check_subject("Request to reschedule: Data Engineer", known)] == ["E18"]
    assert [v.rule for v in check_subject("Request to reschedule: Ada Smith", known)] == ["E18"]
    assert [v.rule for v in check_subject("Ada Smith, Data Engineer", known)] == ["E18"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_are_checked_too(language: Language) -> None:
    """E26."""
    known = facts(language, notice_hours=5.0)
    written = write("reschedule", known)
    assert isinstance(written, Texts)
    assert written.phone is not None
    assert written.voicemail is not None
    assert check_phone(written.phone, known, language, "reschedule") == []
    assert check_voicemail(written.voicemail, known, language, "reschedule") == []

    def broken(found: list[Violation]) -> set[str]:
        return {v.rule for v in found}

    assert broken(check_phone(written.phone.replace("Ada Smith", ""), known, language, "reschedule")) == {"E26"}
    in_writing = without(r"in writing|schriftlich|par écrit|por escrito", written.phone)
    assert broken(check_phone(in_writing, known, language, "reschedule")) == {"E26"}
    assert broken(check_voicemail(written.voicemail.replace("1234567", ""), known, language, "reschedule")) == {"E26"}
    assert broken(check_voicemail(written.voicemail * 3, known, language, "reschedule")) >= {"E26"}
    silent = without(r"confirm\w*|bestätig\w*", written.voicemail)
    assert broken(check_voicemail(silent, known, language, "reschedule")) == {"E12"}
    assert len(written.voicemail) < len(written.phone)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400), st.lists(st.text(max_size=30), max_size=3), st.sampled_from(LANGUAGES))
def test_any_text_is_checked_without_a_crash(text: str, others: list[str], language: Language) -> None:
    for violation in check_text(text, facts(language), others, language):
        if violation.span is not None:
            start, end = violation.span
            assert 0 <= start < end <= len(text)


def test_another_recipient_is_one_of_this_interviews_people() -> None:
    known = facts()
    named = replace(known, appointment=replace(known.appointment, organizer=Person("Pat Orgon", "pat@acme.example")))
    text = email("en")[0].replace("My interest", "Pat Orgon may answer. My interest")
    assert rules(text, named, others=("Lunch with Pat Orgon",)) == []
