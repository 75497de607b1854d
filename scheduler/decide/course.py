"""Reschedule, withdraw, pause, keep or think again: the three questions of E2 answered, with the rules behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scheduler.messages.facts import ReasonKind

Why = Literal[
    "collision",
    "ill",
    "contagious",
    "transport",
    "emergency",
    "preparation",
    "employer_moved",
    "offer_accepted",
    "concern",
    "study",
    "relocation",
    "not_wanted",
    "breathing_room",
    "travel",
    "family",
    "competing_offers",
    "cold_feet",
]
Fit = Literal["yes", "no", "unsure"]
Course = Literal["keep", "reschedule", "withdraw", "pause", "think"]

_WITHDRAW: frozenset[Why] = frozenset({"offer_accepted", "concern", "study", "not_wanted"})
_PAUSE: frozenset[Why] = frozenset({"breathing_room", "travel", "family", "competing_offers"})

# The questions as they are put to the user, in their order (E2).
QUESTIONS = (
    "Does the position still fit what you want? (yes, no, unsure)",
    "Is the obstacle lasting, or does it pass? (lasting, passing)",
    "Would a delay cost them or you a lot: are they about to decide? (yes, no)",
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user says (E2). `lasting` and `costly` are None where the question was not answered.

    `others_can_move`: in a collision, whether the user's other entry can be moved (None: not known). `remote_possible`:
    whether the employer has been asked about remote work (None: not yet).
    """

    why: Why
    fit: Fit = "yes"
    lasting: bool | None = None
    costly: bool | None = None
    others_can_move: bool | None = None
    remote_possible: bool | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A course with its rules; the user confirms it (E8).

    `first` is what to try before, `checks` what to look up before, both as sentences for the user.
    """

    course: Course
    rules: tuple[str, ...]
    because: str
    first: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()


_CHECKS = (
    "Have you signed anything, or accepted a conditional offer? Read what it says about withdrawing (E9).",
    "Has a visa or a relocation been started for this position? Find out what stops with it (E9).",
)


def decide(answers: Answers) -> Advice:
    """The course that the rules suggest."""
    if answers.why == "collision" and answers.fit != "no" and answers.others_can_move is not False:
        return _collision(answers)
    if answers.fit == "no":
        return Advice("withdraw", ("E3",), "The position does not fit any more.", checks=_CHECKS)
    if answers.why in _WITHDRAW:
        return Advice("withdraw", ("E3",), _BECAUSE[answers.why], checks=_CHECKS)
    if answers.why == "relocation":
        return _relocation(answers)
    if answers.why == "cold_feet":
        return _cold_feet(answers)
    if answers.lasting:
        return Advice("withdraw", ("E2", "E3"), "The obstacle is a lasting one.", checks=_CHECKS)
    if answers.fit == "unsure":
        return Advice(
            "think",
            ("E2", "E6"),
            "You are not sure that the position fits.",
            first=("Take an hour to decide; if you need more time to prepare, ask for another time (E6).",),
        )
    if answers.why in _PAUSE:
        return _pause(answers)
    return Advice("reschedule", ("E4",), _BECAUSE[answers.why], checks=_soon(answers))


def _collision(answers: Answers) -> Advice:
    if answers.others_can_move:
        return Advice(
            "keep",
            ("E1",),
            "The other entry can move, so the interview stays.",
            first=("Move the other entry; `interviews plan` shows where it fits.",),
        )
    return Advice(
        "reschedule",
        ("E1", "E4"),
        "Moving the interview is the last resort.",
        first=("Try to move the other entry first; only if it cannot move is the interview moved (E1).",),
        checks=_soon(answers),
    )


def _relocation(answers: Answers) -> Advice:
    if answers.remote_possible:
        return Advice("keep", ("E7",), "They offer remote or hybrid work, so the relocation is no obstacle.")
    if answers.lasting is False:
        return Advice("reschedule", ("E4",), "The relocation passes; another time solves it.", checks=_soon(answers))
    first = ("Ask whether the work could be remote or hybrid before you withdraw (E7).",)
    asked = answers.remote_possible is False
    because = "The relocation breaks a requirement of the position."
    return Advice("withdraw", ("E3", "E7"), because, first=() if asked else first, checks=_CHECKS)


def _cold_feet(answers: Answers) -> Advice:
    think = "Never go unprepared, and never just stay away (E6)."
    if answers.fit == "yes":
        return Advice("reschedule", ("E4", "E6"), "More time to prepare is what you need.", first=(think,))
    return Advice("think", ("E6",), "Think again first.", first=(think,))


def _pause(answers: Answers) -> Advice:
    checks: tuple[str, ...] = ("Choose a date until which they should hold your application, and keep it (E5).",)
    if answers.costly:
        checks = (*checks, "They are about to decide: offering the nearest other times may serve you better (E2, E4).")
    return Advice("pause", ("E5",), "You are interested and need breathing room.", checks=checks)


def _soon(answers: Answers) -> tuple[str, ...]:
    return ("They are about to decide: offer the nearest times that are possible (E2).",) if answers.costly else ()


_BECAUSE: dict[Why, str] = {
    "collision": "The other entry cannot be moved, so the interview has to be.",
    "ill": "You are ill, and that passes.",
    "contagious": "You would put others at risk, and that passes; a video call may be possible.",
    "transport": "You cannot get there in time.",
    "emergency": "An emergency comes first, and it passes.",
    "preparation": "You are interested and need more time to prepare.",
    "employer_moved": "Their own schedule has changed.",
    "offer_accepted": "You have accepted another offer.",
    "concern": "You have a concern about the position.",
    "study": "You have decided for further study.",
    "not_wanted": "You do not want the position any more.",
}

# The neutral sentence that goes with a reason the user gave; nothing more is said than that (E19, E20).
NEUTRAL: dict[Why, ReasonKind] = {
    "collision": "conflict",
    "ill": "health",
    "contagious": "health",
    "transport": "travel",
    "emergency": "emergency",
    "preparation": "preparation",
    "cold_feet": "preparation",
    "family": "family",
    "study": "study",
    "relocation": "move",
}
