"""What a message cannot do without: asked for, never invented (E17, E20)."""

from __future__ import annotations

from scheduler.messages.facts import Facts, Missing, Situation

# These are said by telephone when less than the floor of notice is left (E11, E12, E14), or after it passed (E15).
_SPOKEN: frozenset[Situation] = frozenset(
    {"reschedule", "withdraw_offer", "withdraw_concern", "withdraw", "pause", "apologise"}
)
# Reasons for which no neutral sentence explains truly why somebody was not there (E15, E20).
_NO_EXCUSE = ("", "study", "move")
NOTICE_FLOOR = 24.0
_MOST = 3


def calls_for_phone(situation: Situation, facts: Facts) -> bool:
    """A call comes first: under 24 hours of notice, or another route is tried because no answer came (E31)."""
    if situation == "remind":
        return bool(facts.sender.phone.strip())
    return situation in _SPOKEN and facts.notice_hours < NOTICE_FLOOR


def missing(situation: Situation, facts: Facts) -> tuple[Missing, ...]:
    """The facts to ask the user for before `situation` can be written; empty when all are there."""
    gaps = [Missing(name, ask) for name, absent, ask in _always(facts) if absent]
    gaps += [Missing(name, ask) for name, absent, ask in _for(situation, facts) if absent]
    return tuple(gaps)


def _always(facts: Facts) -> tuple[tuple[str, bool, str], ...]:
    about = facts.appointment
    return (
        ("name", not facts.sender.name.strip(), "Say your name, as it signs the message (`name` in the settings)."),
        ("address", not facts.sender.address.strip(), "Say your mail address (`me` in the settings)."),
        ("position", not (about.position or "").strip(), "Say which position the interview is for."),
    )


def _for(situation: Situation, facts: Facts) -> tuple[tuple[str, bool, str], ...]:
    offers = len(facts.alternatives)
    spoken = calls_for_phone(situation, facts)
    return (
        (
            "phone",
            spoken and not facts.sender.phone.strip(),
            "Say the number to call you back on: a voicemail gives it (`phone` in the settings).",
        ),
        (
            "alternatives",
            situation in ("reschedule", "apologise") and (offers == 1 or offers > _MOST),
            "Give two or three other times, or none to ask the employer for some.",
        ),
        (
            "reason",
            situation == "apologise" and not facts.reason.sentence.strip() and facts.reason.kind in _NO_EXCUSE,
            "Say in one honest sentence why you were not there (E15).",
        ),
        (
            "until",
            situation == "pause" and facts.until is None,
            "Say until which date the candidacy should be held (E5).",
        ),
        ("offered", situation == "accept_time" and facts.offered is None, "Say which time the employer named."),
        (
            "correction",
            situation == "clarify" and not facts.correction.strip(),
            "Say in one sentence what the earlier message should have said.",
        ),
    )
