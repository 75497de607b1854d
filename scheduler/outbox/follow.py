"""What is due after a contact: no answer (E31), try another route (E12), a promised date (E5), later notes (E32)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import Literal

from scheduler.outbox.entry import Entry, Tracked

ANSWER_DAYS = 3
# A reminder is not worth sending sooner than this, however near the interview is.
_SHORTEST = timedelta(hours=2)
_REPLY_WITHIN = timedelta(days=7)
_THANK_WITHIN = timedelta(days=3)
_STAY_IN_TOUCH = timedelta(days=90)
_FORGET = timedelta(days=60)
_AWAITING = ("reschedule", "apologise", "remind", "check_back", "clarify", "counter")
_WITHDRAWN = ("withdraw", "withdraw_offer", "withdraw_concern")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do now; `since` is when it became due, `after` the contact that it follows."""

    rule: Literal["E5", "E12", "E28", "E31", "E32"]
    since: datetime
    after: Entry
    message: str


def due(entries: tuple[Entry, ...], now: datetime, answer_days: int = ANSWER_DAYS) -> tuple[FollowUp, ...]:
    """What is due at `now` (aware, in the user's zone: promised dates begin at her midnight), oldest first."""
    ordered = sorted((e for e in entries if e.at <= now), key=lambda e: (_interview(e), e.at, e.id))
    found = [f for _, group in groupby(ordered, key=_interview) for f in _of_one(list(group), now, answer_days)]
    return tuple(sorted(found, key=lambda f: (f.since, f.after.id)))


def unsettled(packets: tuple[Tracked, ...]) -> tuple[Tracked, ...]:
    """Packets of which only the user knows whether they went."""
    return tuple(p for p in packets if p.state in ("unknown", "handed-over"))


def _interview(entry: Entry) -> tuple[str, str, str]:
    return (entry.uid, entry.recurrence_id or "", "" if entry.uid else entry.company)


def _of_one(entries: list[Entry], now: datetime, answer_days: int) -> list[FollowUp]:
    """The follow-ups of one interview, its contacts in their order; at most one of each kind."""
    last = entries[-1]
    found = [
        _reply(last, now),
        _another_route(last),
        _no_answer(entries, now, answer_days),
        _promised(entries, now, "pause", "E5", "check_back", "You promised {who} to be in touch by {day}: write now."),
        _thanks(entries, now),
        *(
            _promised(
                entries,
                now,
                kind,
                "E32",
                "new_job",
                "The new job has begun: a short note to {who} keeps the door open.",
            )
            for kind in _WITHDRAWN
        ),
        _in_touch(entries, now),
    ]
    return [f for f in found if f is not None and now - f.since < _FORGET]


def _reply(last: Entry, now: datetime) -> FollowUp | None:
    """They answered, and nothing was said since (E28)."""
    if last.direction != "in" or now - last.at > _REPLY_WITHIN:
        return None
    tone = ", briefly and courteously" if last.result == "cross" else ""
    return FollowUp("E28", last.at, last, f"{_who(last)} answered: reply{tone}, and thank them.")


def _another_route(last: Entry) -> FollowUp | None:
    """A call reached nobody, and no mail went since (E12): that is due at once."""
    if last.direction != "out" or last.result not in ("voicemail", "not_reached"):
        return None
    how = "A voicemail was left for" if last.result == "voicemail" else "You did not reach"
    return FollowUp("E12", last.at, last, f"{how} {_who(last)}: send the email at once, and try once more.")


def _no_answer(entries: list[Entry], now: datetime, answer_days: int) -> FollowUp | None:
    """A contact that wants an answer has had none for long enough (E31)."""
    last = entries[-1]
    if last.direction != "out" or not any(e.kind in _AWAITING for e in entries) or last.kind in _WITHDRAWN:
        return None
    asked = next((e for e in reversed(entries) if e.direction == "in" or e.kind in _AWAITING), last)
    if asked.direction == "in" or last.result not in ("sent", "reached"):
        return None
    since = last.at + _patience(last, answer_days)
    if since > now:
        return None
    route = "call them, or write to another address" if last.channel == "email" else "send an email"
    return FollowUp("E31", since, last, f"No answer from {_who(last)} since {_day(last.at, now)}: {route}.")


def _patience(entry: Entry, answer_days: int) -> timedelta:
    """`answer_days`, or half the time to the interview where that is less."""
    usual = timedelta(days=answer_days)
    if entry.when is None or entry.when.start <= entry.at:
        return usual
    return max(min(usual, (entry.when.start - entry.at) / 2), _SHORTEST)


def _promised(
    entries: list[Entry],
    now: datetime,
    kind: str,
    rule: Literal["E5", "E32"],
    done_by: str,
    sentence: str,
) -> FollowUp | None:
    """The date given with a message of `kind` has come, and nothing was sent since."""
    asked = _last(entries, lambda e: e.kind == kind and e.follow_up is not None and e.direction == "out")
    if asked is None or asked.follow_up is None:
        return None
    since = datetime.combine(asked.follow_up, time(), now.tzinfo)
    later = entries[entries.index(asked) + 1 :]
    said = any(e.direction == "out" and (e.kind == done_by or e.at >= since) for e in later)
    settled = said or any(e.result == "declined" for e in later)
    if now < since or settled:
        return None
    return FollowUp(rule, since, asked, sentence.format(who=_who(asked), day=asked.follow_up.isoformat()))


def _thanks(entries: list[Entry], now: datetime) -> FollowUp | None:
    """The time agreed on is over, and no thanks went (E32)."""
    agreed = _last(entries, lambda e: e.result == "agreed" and e.when is not None)
    if agreed is None or agreed.when is None or not agreed.when.end <= now < agreed.when.end + _THANK_WITHIN:
        return None
    later = entries[entries.index(agreed) + 1 :]
    if any(e.kind == "thank_interview" or e.kind in _WITHDRAWN for e in later):
        return None
    return FollowUp("E32", agreed.when.end, agreed, f"The interview with {_who(agreed)} is over: thank them.")


def _in_touch(entries: list[Entry], now: datetime) -> FollowUp | None:
    """A withdrawal was the last word, months ago (E32)."""
    last = entries[-1]
    if last.kind not in _WITHDRAWN or last.follow_up is not None or now < last.at + _STAY_IN_TOUCH:
        return None
    return FollowUp(
        "E32", last.at + _STAY_IN_TOUCH, last, f"{_who(last)} has not heard from you since you withdrew: stay in touch."
    )


def _last(entries: list[Entry], wanted: Callable[[Entry], bool]) -> Entry | None:
    return next((e for e in reversed(entries) if wanted(e)), None)


def _who(entry: Entry) -> str:
    return entry.company or entry.who or "the employer"


def _day(at: datetime, now: datetime) -> str:
    return at.astimezone(now.tzinfo).date().isoformat()
