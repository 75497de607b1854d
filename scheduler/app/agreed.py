"""The time that the other side agreed to, as far as the user's own calendars and journal know it."""

from __future__ import annotations

from scheduler.app.afterwards import about
from scheduler.app.case import Case
from scheduler.app.here import journal_kept
from scheduler.holds.states import held_for
from scheduler.messages.facts import Situation
from scheduler.model.time import Period
from scheduler.outbox.journal import open_journal
from scheduler.timeline.busy import own_answer

# What settles a request; that a mail came in does not say what stands in it.
_VERDICTS = ("agreed", "other_time", "declined", "cross")
_SPEAKING: tuple[Situation, ...] = ("accept_time", "follow_up", "thank_answer")


def time_spoken_of(case: Case, situation: Situation) -> Period | None:
    """The time that a message confirms where the user named none; an open invitation itself names one."""
    if situation not in _SPEAKING:
        return None
    found = _held(case) or _noted(case)
    if found is None and situation == "accept_time" and _unanswered(case):
        return case.about.period
    return found


def _held(case: Case) -> Period | None:
    """Where `settle` has marked a hold."""
    situation = case.situation
    kept = [h for s in case.sessions for h in held_for(situation.timeline, s, situation.now)]
    marked = [(h.agreed, h.period) for h in kept if h.agreed is not None]
    return max(marked)[1] if marked else None


def _noted(case: Case) -> Period | None:
    """What their last answer agreed to; the old time is what the journal notes where no time was said."""
    path = journal_kept()
    if path is None:
        return None
    with open_journal(path) as journal:
        entries = journal.entries()
    answers = [e for e in entries if e.direction == "in" and e.result in _VERDICTS and about(e, case)]
    last = answers[-1] if answers else None
    if last is None or last.result != "agreed" or last.when is None or last.when.start == case.about.period.start:
        return None
    return last.when


def _unanswered(case: Case) -> bool:
    """They invited, and wait for her answer."""
    me = case.situation.view.me
    return {own_answer(o.event, me) for s in case.sessions for o in (s, *s.copies)} <= {None, "NEEDS-ACTION"} and any(
        own_answer(s.event, me) == "NEEDS-ACTION" for s in case.sessions
    )
