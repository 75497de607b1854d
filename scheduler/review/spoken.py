"""The checker of what is said on the telephone, and of subject lines (E18, E26)."""

from __future__ import annotations

import re

from scheduler.messages.facts import Facts, Language, Situation
from scheduler.review.check import Subject, Violation, tone
from scheduler.review.lexicon import found, lexicon
from scheduler.review.mentions import has_date, has_time, plain
from scheduler.review.prose import take_apart

_LONGEST_VOICEMAIL = 90


def check_phone(text: str, facts: Facts, language: Language, situation: Situation) -> list[Violation]:
    """A phone script: who calls about which appointment, an apology, the offer to follow up in writing (E26)."""
    subject = _subject(text, facts, language, situation)
    out = _who_and_which(subject)
    if not found(subject.words.in_writing, subject.prose.whole):
        out.append(Violation("E26", "Offer to follow up in writing."))
    return out + tone(subject)


def check_voicemail(text: str, facts: Facts, language: Language, situation: Situation) -> list[Violation]:
    """A voicemail: shorter still, with the number to call back and a request to confirm (E12, E26)."""
    subject = _subject(text, facts, language, situation)
    out = _who_and_which(subject)
    digits = re.sub(r"\D", "", facts.sender.phone)
    if not digits or digits not in re.sub(r"\D", "", text):
        out.append(Violation("E26", "Give the number to call back."))
    if not found(subject.words.confirm, subject.prose.whole):
        out.append(Violation("E12", "Ask them to confirm that they got this."))
    if len(text.split()) > _LONGEST_VOICEMAIL:
        out.append(Violation("E26", "Too long for a voicemail."))
    return out + tone(subject)


def check_subject(subject: str, facts: Facts) -> list[Violation]:
    """A subject line: the kind of message, the sender's name, the position (E18)."""
    text = plain(subject)
    out: list[Violation] = []
    named = [facts.sender.name, facts.appointment.position or ""]
    for what, name in zip(("your name", "the position"), named, strict=True):
        if name and plain(name) not in text:
            out.append(Violation("E18", f"The subject lacks {what}."))
    for name in named:
        text = text.replace(plain(name), " ") if name else text
    if len(re.findall(r"[^\W\d]{3,}", text)) < 2:
        out.append(Violation("E18", "The subject does not say what kind of message this is."))
    return out


def _subject(text: str, facts: Facts, language: Language, situation: Situation) -> Subject:
    prose = take_apart(text)
    return Subject(situation, facts, language, prose, plain(prose.whole), lexicon(language))


def _who_and_which(s: Subject) -> list[Violation]:
    about = s.facts.appointment
    out: list[Violation] = []
    if plain(s.facts.sender.name) not in s.plain:
        out.append(Violation("E26", "Say who is calling."))
    start = about.period.start
    if not (has_date(s.plain, start, about, s.language) and has_time(s.plain, start, about)):
        out.append(Violation("E26", "Say which appointment it is: date and time."))
    if about.position and plain(about.position) not in s.plain:
        out.append(Violation("E26", "Say which position it is about."))
    if not found(s.words.apology, s.prose.whole):
        out.append(Violation("E26", "There is no apology."))
    return out
