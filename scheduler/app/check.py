"""`interviews check`: the rules that a text breaks, on the user's side, with her other entries in view (E19)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scheduler.app.case import (
    Case,
    case_of,
    language_of,
    sender_of,
    situation_of,
    with_position,
    words_of_others,
)
from scheduler.app.read import ReadRequest
from scheduler.app.second_look import place
from scheduler.errors import UsageError
from scheduler.messages.facts import SITUATIONS, Facts, Situation
from scheduler.outbox.draft import parse_draft
from scheduler.outbox.folder import TEXT
from scheduler.review.check import Violation, check_text
from scheduler.review.spoken import check_phone, check_subject, check_voicemail

Form = Literal["email", "phone", "voicemail"]
KINDS: dict[str, Situation] = {s.replace("_", "-"): s for s in SITUATIONS}


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """A text, the interview that it is about, and what it is meant to be."""

    read: ReadRequest
    text: str
    ref: str
    kind: str = "reschedule"
    form: Form = "email"
    language: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One rule that is broken; `where` is '' for what is missing."""

    rule: str
    message: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a text about a case."""

    case: Case
    found: tuple[Found, ...]


def check(asked: CheckRequest) -> Checked:
    """Check a text; raises UsageError where it is not known what it is about."""
    if not asked.ref:
        raise UsageError("Say which interview the text is about, as --about REF (`interviews scan` shows the REFs).")
    if asked.kind not in KINDS:
        raise UsageError(f"--kind '{asked.kind}' is none of {', '.join(KINDS)}.")
    case = with_position(case_of(situation_of(asked.read), asked.ref), asked.position)
    facts = Facts(case.about, sender_of(case), language_of(case, asked.language), case.notice_hours)
    return Checked(case, tuple(_found(asked, case, facts)))


def _found(asked: CheckRequest, case: Case, facts: Facts) -> list[Found]:
    situation, language = KINDS[asked.kind], facts.language
    head, body, skipped = _parts(asked.text)
    subject = [] if head is None else [Found(v.rule, f"Subject: {v.message}") for v in check_subject(head, facts)]
    match asked.form:
        case "email":
            broken = check_text(body, facts, words_of_others(case), language, situation)
        case "phone":
            broken = check_phone(body, facts, language, situation)
        case "voicemail":
            broken = check_voicemail(body, facts, language, situation)
    return [*subject, *(_placed(v, asked.text, skipped) for v in broken)]


def _parts(text: str) -> tuple[str | None, str, int]:
    """Subject, body, and where the body begins; a text without header lines is all body."""
    normal = text.replace("\r\n", "\n")
    first = normal.lstrip("\ufeff").split("\n", 1)[0].lower()
    if not first.startswith(("to:", "subject:", "cc:", "bcc:")):
        return None, text, 0
    draft = parse_draft(normal, TEXT)
    begin = normal.find("\n\n") + 2
    return draft.subject, normal[begin:], begin


def _placed(violation: Violation, text: str, skipped: int) -> Found:
    if violation.span is None:
        return Found(violation.rule, violation.message)
    return Found(violation.rule, violation.message, place(text.replace("\r\n", "\n"), skipped + violation.span[0]))
