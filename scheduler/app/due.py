"""What the journal says is due, as findings of a scan (E5, E12, E28, E31, E32)."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from scheduler.app.read import Situation
from scheduler.model.component import Component
from scheduler.model.event import Calendar, Event
from scheduler.model.finding import Finding
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import CalTime, Period
from scheduler.outbox.entry import Entry
from scheduler.outbox.follow import FollowUp, due
from scheduler.outbox.journal import open_journal
from scheduler.settings.load import section
from scheduler.settings.mail import MailSettings
from scheduler.timeline.identify import SHORTEST, full_key

_COMMANDS = {
    "E5": "interviews follow-up {ref} --as check-back",
    "E12": "interviews follow-up {ref} --as reminder",
    "E28": "interviews thank {ref}",
    "E31": "interviews follow-up {ref} --as reminder",
    "E32": "interviews thank {ref}",
}


def follow_ups(path: Path, situation: Situation) -> tuple[Finding, ...]:
    """One finding for each contact that something should follow by now; raises StoreError for a broken journal.

    Where only some file is read, no more than what is in it: a stranger's calendar says nothing of other interviews.
    """
    with open_journal(path) as journal:
        entries = journal.entries()
    days = section(situation.settings, "mail", MailSettings).answer_days
    everything = _reads_the_calendars(situation)
    found = due(entries, situation.now.astimezone(situation.zone), days)
    abouts = ((f, _standing(f.after, situation)) for f in found)
    return tuple(_finding(f, o or _noted(f.after)) for f, o in abouts if everything or o is not None)


def _reads_the_calendars(situation: Situation) -> bool:
    read = {s.address for s in situation.specs}
    return bool(situation.settings.calendars) and all(c.source in read for c in situation.settings.calendars)


def _finding(found: FollowUp, about: Occurrence) -> Finding:
    entry = found.after
    key = full_key("follow_up", found.rule, entry.uid, entry.recurrence_id or "", str(entry.id))
    command = f" (`{_COMMANDS[found.rule].format(ref=about.id)}`)" if entry.uid else ""
    return Finding(key[:SHORTEST], "follow_up", "warning", False, (about,), f"{found.message}{command}")


def _standing(entry: Entry, situation: Situation) -> Occurrence | None:
    """The interview in the window."""
    for o in situation.timeline.occurrences:
        if any((x.uid, x.recurrence_id) == (entry.uid, entry.recurrence_id) for x in (o, *o.copies)):
            return o
    return None


def _noted(entry: Entry) -> Occurrence:
    """What the journal knows of an interview, under the identifier that it has in the calendar."""
    period = entry.when or Period(entry.at, entry.at)
    start = CalTime(period.start.astimezone(UTC).replace(tzinfo=None), UTC)
    event = Event(entry.uid, start, Component("VEVENT"), Calendar("journal", "journal"), summary=entry.company)
    key = full_key("", entry.uid, entry.recurrence_id or "")
    return Occurrence(key[:SHORTEST], event, period, period, "free", entry.recurrence_id, key=key)
