"""The checker: names each violation of the etiquette in a text, with its rule and its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from scheduler.messages.facts import Facts, Language, Situation
from scheduler.review.foreign import foreign_words
from scheduler.review.lexicon import Lexicon, every, found, lexicon
from scheduler.review.mentions import has_date, has_offset, has_time, has_zone, mentions, plain, zones
from scheduler.review.prose import Prose, sentences, take_apart

Span = tuple[int, int]
_LONG = 130


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that the text breaks. `span` is text[start:end]; None where something is missing."""

    rule: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What is being checked, so that each rule is a short function of it; `plain` is for comparing."""

    situation: Situation
    facts: Facts
    language: Language
    prose: Prose
    plain: str
    words: Lexicon


_WITHDRAWS: tuple[Situation, ...] = ("withdraw_offer", "withdraw_concern", "withdraw")
_APOLOGISES: frozenset[Situation] = frozenset(
    {*_WITHDRAWS, "reschedule", "pause", "apologise", "follow_up", "clarify", "answer_cross"}
)
_BINDS: frozenset[Situation] = frozenset({"reschedule", "pause", "apologise", "follow_up", "answer_cross"})
_CONFIRMS: frozenset[Situation] = frozenset({*_WITHDRAWS, "reschedule", "pause"})


def check_text(
    text: str, facts: Facts, other_words: Iterable[str], language: Language, situation: Situation = "reschedule"
) -> list[Violation]:
    """Every violation in a mail's text, in the order of the text where they have a place.

    `other_words` are titles, places and people of the user's other entries: words of theirs are pointed at, not quoted.
    """
    prose = take_apart(text)
    subject = Subject(situation, facts, language, prose, plain(prose.whole), lexicon(language))
    out = [v for rule in _RULES for v in rule(subject)]
    out += [
        Violation("E19", "This word belongs to another entry of your calendar, not to this interview; take it out.", s)
        for s in foreign_words(text, other_words, facts, language)
    ]
    return sorted(out, key=lambda v: v.span or (-1, -1))


def _facts_there(s: Subject) -> list[Violation]:
    about, sender = s.facts.appointment, s.facts.sender
    out: list[Violation] = []
    if about.position and plain(about.position) not in s.plain:
        out.append(Violation("E17", f"The position is missing: {about.position}."))
    if not has_date(s.plain, about.period.start, about, s.language):
        out.append(Violation("E17", "The date of the interview is missing."))
    if not has_time(s.plain, about.period.start, about):
        out.append(Violation("E17", "The time of the interview is missing."))
    if not any(has_zone(s.prose.whole, about.period.start, z, s.language) for z in zones(about)):
        out.append(Violation("E17", "The time zone is missing."))
    elif _across(s) and (missing := [z for z in zones(about) if not has_offset(s.plain, about.period.start, z)]):
        out.append(Violation("E25", f"Give the time in both zones, with UTC offsets; that of {missing[0]} is missing."))
    if plain(sender.name) not in s.plain:
        out.append(Violation("E17", "Your name is missing."))
    digits = re.sub(r"\D", "", sender.phone)
    phoned = bool(digits) and digits in re.sub(r"\D", "", s.plain)
    if plain(sender.address) not in s.plain and not phoned:
        out.append(Violation("E17", "Your contact details are missing: address or telephone number."))
    return out


def _across(s: Subject) -> bool:
    """Recipient and sender read different clocks."""
    start = s.facts.appointment.period.start
    return len({start.astimezone(ZoneInfo(z)).utcoffset() for z in zones(s.facts.appointment)}) > 1


def _courtesy(s: Subject) -> list[Violation]:
    out: list[Violation] = []
    if s.situation in _APOLOGISES and not found(s.words.apology, s.prose.whole):
        out.append(Violation("E17", "There is no apology."))
    if not found(s.words.thanks, s.prose.whole):
        out.append(Violation("E17", "There are no thanks."))
    if s.situation in _BINDS and not found(s.words.everyone, s.prose.whole):
        out.append(Violation("E23", "Apologise to everybody involved: the interview binds several people's calendars."))
    late = 0 <= s.facts.notice_hours < 24
    if late and s.situation in _CONFIRMS and not found(s.words.confirm, s.prose.whole):
        out.append(Violation("E12", "With less than 24 hours left, ask them to confirm that they got this."))
    return out


def _statement(s: Subject) -> list[Violation]:
    text = s.prose.whole
    if s.situation == "reschedule" and not found(s.words.reschedule, text):
        return [Violation("E17", "Say plainly that you ask for another time.")]
    if s.situation in _WITHDRAWS and not found(s.words.withdraw, text):
        return [Violation("E17", "Say plainly that you withdraw.")]
    if s.situation == "pause" and not found(s.words.pause, text):
        return [Violation("E17", "Say plainly that you ask them to hold your application.")]
    return []


def _interest(s: Subject) -> list[Violation]:
    wanted = s.situation in ("reschedule", "pause") or (s.situation == "apologise" and s.facts.can_commit)
    if not wanted or found(s.words.interest, s.prose.whole):
        return []
    return [Violation("E22", "Say that your interest in the position continues.")]


def _length(s: Subject) -> list[Violation]:
    out = [
        Violation("E16", "More than two paragraphs; leave out what is not needed.", (p.start, p.end))
        for p in s.prose.paragraphs[2:]
    ]
    out += [
        Violation("E16", "This paragraph is too long; keep it short.", (p.start, p.end))
        for p in s.prose.paragraphs[:2]
        if len(p.text.split()) > _LONG
    ]
    if not s.prose.paragraphs:
        out.append(Violation("E16", "There is no text yet."))
    return out


def _alternatives(s: Subject) -> list[Violation]:
    if s.situation != "reschedule":
        return []
    about = s.facts.appointment
    listed = sum(1 for line in s.prose.times if re.search(r"\d", line.text))
    offered = sum(1 for p in s.facts.alternatives if mentions(s.plain, p, about, s.language))
    count = max(listed, offered)
    if count > 3:
        return (
            [Violation("E17", "Offer two or three times, not more.", (s.prose.times[3].start, s.prose.times[3].end))]
            if listed > 3
            else []
        )
    if count >= 2 or (count == 0 and found(s.words.request_times, s.prose.whole)):
        return []
    return [Violation("E17", "Offer two or three specific times, or ask them to propose some.")]


def _reasons(s: Subject) -> list[Violation]:
    """A second sentence of reason; the apology, and a subject with words of the position, do not count."""
    about = s.facts.appointment
    names = (about.position, about.company, s.facts.sender.name, about.contact.name if about.contact else None)
    own = tuple(re.escape(n) for n in names if n)
    given = [
        piece
        for paragraph in s.prose.paragraphs
        for piece in sentences(paragraph)
        if found(s.words.reason, _without(own, piece.text)) and not found(s.words.apology, piece.text)
    ]
    return [
        Violation("E17", "One sentence of reason is enough; leave this one out.", (p.start, p.end)) for p in given[1:]
    ]


def _without(names: tuple[str, ...], text: str) -> str:
    return re.sub("|".join(names), " ", text, flags=re.IGNORECASE) if names else text


def tone(s: Subject) -> list[Violation]:
    """Blame, private detail, drama, vague wording, text messages, another interview as the reason."""
    words = s.words
    kinds = (
        ("E21", words.blame, "Do not blame or criticise them."),
        ("E21", words.private, "This is a private detail; say less."),
        ("E21", words.drama, "No drama; say it plainly."),
        ("E21", words.vague, "This is vague; be specific."),
        ("E34", words.any_time, "Offer specific times, never 'any time'."),
        ("E13", words.sms, "Never by text message; give a telephone number or an address."),
        (
            "E19",
            words.other_interview,
            "Do not reveal that another interview is the reason; 'a conflict in my schedule'.",
        ),
    )
    about = s.facts.appointment
    names = tuple(re.escape(n) for n in (about.position, about.company, s.facts.sender.name) if n)
    text = (
        re.sub("|".join(names), lambda m: " " * len(m.group()), s.prose.whole, flags=re.I) if names else s.prose.whole
    )
    out = [Violation(r, message, m.span()) for r, patterns, message in kinds for m in every(patterns, text)]
    out += [Violation("E21", "No drama; one mark is enough.", m.span()) for m in re.finditer(r"[!?]{2,}", text)]
    shouted = re.finditer(r"(?<!\w)[A-ZÄÖÜ]{3,}(?:\s+[A-ZÄÖÜ]{2,})+(?!\w)", text)
    out += [Violation("E21", "No capitals for emphasis.", m.span()) for m in shouted]
    if s.situation == "withdraw_offer":
        out += [Violation("E24", "No negotiation in a withdrawal.", m.span()) for m in every(words.negotiation, text)]
        out += _one_apology(s)
    return out


def _one_apology(s: Subject) -> list[Violation]:
    """A withdrawal over an accepted offer has no long apology (E24)."""
    sorry = [p for q in s.prose.paragraphs for p in sentences(q) if found(s.words.apology, p.text)]
    return [Violation("E24", "One short apology is enough here.", (p.start, p.end)) for p in sorry[1:]]


Rule = Callable[[Subject], list[Violation]]
_RULES: tuple[Rule, ...] = (
    _facts_there,
    _courtesy,
    _statement,
    _interest,
    _length,
    _alternatives,
    _reasons,
    tone,
)
