"""Notes after the first contact: which one is due, by the journal and the calendar (E27, E28, E31, E32)."""

from __future__ import annotations

from scheduler.app import outbox
from scheduler.app.case import Case
from scheduler.app.journal import due_now
from scheduler.errors import UsageError
from scheduler.messages.facts import Situation
from scheduler.outbox.entry import Entry

FOLLOW_UPS: dict[str, Situation] = {"call": "follow_up", "reminder": "remind", "check-back": "check_back"}
THANKS: dict[str, Situation] = {
    "answer": "thank_answer",
    "cross-answer": "answer_cross",
    "cancellation": "thank_cancelled",
    "interview": "thank_interview",
    "new-job": "new_job",
}


def follow_up_for(case: Case, named: str) -> Situation:
    """As named; else what the journal says is due, or the note after a call; else raises UsageError."""
    if named:
        return FOLLOW_UPS[named]
    with outbox.entered(case.situation.settings) as room:
        rules = {f.rule for f in due_now(room, case.situation.now) if about(f.after, case)}
        contacts = [e for e in room.journal.entries() if about(e, case)]
    if "E5" in rules:
        return "check_back"
    if rules & {"E12", "E31"}:
        return "remind"
    if any(e.channel == "phone" and e.result == "reached" for e in contacts):
        return "follow_up"
    raise UsageError(
        f"The journal has no call and nothing due about {case.title}. Say which note it is, as --as call "
        f"({', '.join(FOLLOW_UPS)})."
    )


def thanks_for(case: Case, named: str) -> Situation:
    """As named; else by what happened last; raises UsageError where nothing did."""
    if named:
        return THANKS[named]
    if case.occurrence.cancelled:
        return "thank_cancelled"
    with outbox.entered(case.situation.settings) as room:
        contacts = [e for e in room.journal.entries() if about(e, case)]
    if contacts and contacts[-1].direction == "in":
        return "answer_cross" if contacts[-1].result == "cross" else "thank_answer"
    if case.about.period.end <= case.situation.now:
        return "thank_interview"
    raise UsageError(
        f"What are the thanks for? {case.title} lies ahead, and no answer of theirs is noted. "
        f"Say it, as --for answer ({', '.join(THANKS)}), or note the answer: interviews journal --answer ID --result …"
    )


def about(entry: Entry, case: Case) -> bool:
    """A contact of the journal is one about this interview, or about a copy of it."""
    if entry.uid:
        return any(entry.uid == x.uid for s in case.sessions for x in (s, *s.copies))
    return bool(entry.company) and entry.company.casefold() == (case.about.company or "").casefold()
