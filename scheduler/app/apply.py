"""`interviews apply`: a saved plan carried out; interrupted, it goes on where it was.

The order: the user's own entries move, then the messages about them are drafted, then those that ask for something,
each with its holds. Each step finds out by itself whether it was done before: an entry stands at its new time, a packet
lies under its key, a hold has its UID.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scheduler.app import outbox
from scheduler.app.alter import Altered, alter
from scheduler.app.case import DAY, Case, case_for, language_of, natural, sender_of, situation_of, when
from scheduler.app.entries import entry_of
from scheduler.app.ground import ground_of
from scheduler.app.hold import HoldRequest, hold, planned
from scheduler.app.hold_places import Writing, place_for_holds, writing
from scheduler.app.packets import Letter, lay
from scheduler.app.plan_store import load_plan
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.update import letters, said, shifted
from scheduler.app.write import Wishes, user_templates, write_for
from scheduler.errors import ConflictError, UsageError
from scheduler.holds.entries import is_hold, keys_of
from scheduler.messages import persons
from scheduler.messages.change import Refused
from scheduler.messages.facts import Reason
from scheduler.messages.itip import counter
from scheduler.messages.notes import Note, write_note
from scheduler.messages.texts import one_line
from scheduler.model.interview import Person
from scheduler.model.marks import FOR, HOLD
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.outbox.packet import Stored
from scheduler.proposals.plan.saved import SavedMove, SavedPlan

CONFLICT = Reason("conflict")


@dataclass(frozen=True, slots=True)
class ApplyRequest:
    """What `apply` was asked: a plan by name, identifier or file; `holds`: keep the offered times free, too."""

    read: ReadRequest
    plan: str
    reason: Reason = CONFLICT
    language: str = ""
    holds: bool = True
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the plan against the calendars as they are now; `done`: it stands as the plan wants it."""

    move: SavedMove
    case: Case | None
    done: bool = False


@dataclass(slots=True)
class Applied:
    """What was done, and what remains for the user, as sentences; `packets` wait to be sent.

    Of a dry run: `refused` is why nothing would be done, `unheld` why no time would be held.
    """

    plan: SavedPlan
    situation: Situation
    done: list[str] = field(default_factory=list)
    remaining: list[str] = field(default_factory=list)
    packets: list[Stored] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unheld: str = ""


def apply(asked: ApplyRequest) -> Applied:
    """Carry a plan out; raises UsageError, and does nothing, where it does not fit the calendars any more."""
    plan = load_plan(asked.plan)
    situation = _situation(asked, plan)
    steps = [_step(move, situation) for move in plan.moves]
    wrong = [text for step in steps for text in _wrong(step, steps, situation)]
    if wrong:
        raise UsageError(
            "The plan does not fit your calendars any more, so nothing was done:\n"
            + "\n".join(f"  {text}" for text in wrong)
            + f"\nMake it again: interviews plan --again {plan.id} --save"
        )
    result = Applied(plan, situation, refused=list(_refused(steps, situation)))
    if asked.dry_run:
        result.remaining += [_would(step, situation) for step in steps]
        if asked.holds and any(s.move.action == "offer" for s in steps):
            result.unheld = _unheld(situation)
        return result
    if result.refused:
        raise UsageError("Nothing was done:\n" + "\n".join(f"  {text}" for text in result.refused))
    _own(asked, [s for s in steps if s.move.action == "move"], result)
    situation = result.situation = _situation(asked, plan)
    for step in (_step(s.move, situation) for s in steps if s.move.action != "move"):
        _others(asked, step, result)
    return result


def _situation(asked: ApplyRequest, plan: SavedPlan) -> Situation:
    times = [p for m in plan.moves for p in (*m.after, *([m.before] if m.before is not None else []))]
    reach = Period(min(p.start for p in times), max(p.end for p in times)).widened(DAY, DAY) if times else None
    return situation_of(asked.read._replace(use_index=False), reach)


def _step(move: SavedMove, situation: Situation) -> Step:
    found = next((o for o in situation.timeline.occurrences if o.key == move.key), None)
    if found is None or found.all_day:
        return Step(move, None)
    case = case_for(situation, found)
    return Step(move, case, done=bool(move.after) and case.about.period.start == move.after[0].start)


def _wrong(step: Step, steps: list[Step], situation: Situation) -> list[str]:
    """Why a row cannot be carried out any more."""
    move, case = step.move, step.case
    name = f"'{move.title}'"
    if move.action in ("place", "keep", "agreed") or step.done:
        return []
    if case is None:
        return [f"{name} is no longer in your calendars."]
    if case.occurrence.cancelled:
        return [f"{name} has been cancelled."]
    if move.before is not None and case.about.period.start != move.before.start:
        return [f"{name} has moved meanwhile: it is on {when(case.about.period, situation.zone)} now."]
    found = []
    for slot in move.after:
        if slot.start <= situation.now:
            found.append(f"{when(slot, situation.zone)}, for {name}, has passed.")
        found += [
            f"{when(slot, situation.zone)}, for {name}, is not free any more: '{o.summary}' stands there."
            for o in _taken(slot, case, steps, situation)
        ]
    return found


def _taken(slot: Period, case: Case, steps: list[Step], situation: Situation) -> list[Occurrence]:
    """The user's entries at a time, as they will be when the plan is carried out."""
    leaving = {s.key for step in steps if step.case is not None and not step.done for s in step.case.sessions}
    keys = {k for s in case.sessions for k in keys_of(s)}
    return [
        o
        for o in situation.timeline.occurrences
        if not o.owner
        and o.key not in leaving
        and o.occupied.overlaps(slot)
        and (o.busy == "busy" or (is_hold(o) and o.busy != "free"))
        and not any((o.event.component.value(n) or "").strip() in keys for n in (HOLD, FOR))
    ]


def _refused(steps: list[Step], situation: Situation) -> Iterator[str]:
    """Why an entry that is to move stands where nothing may be written."""
    for step in steps:
        if step.move.action != "move" or step.case is None or step.done:
            continue
        try:
            entry_of(step.case.occurrence, situation)
        except UsageError as error:
            yield str(error)


def _unheld(situation: Situation) -> str:
    try:
        place_for_holds(situation.settings)
    except UsageError as error:
        return str(error)
    return ""


def _would(step: Step, situation: Situation) -> str:
    """What a step would do."""
    move = step.move
    times = "; ".join(when(p, situation.zone) for p in move.after)
    name = f"'{move.title}'" + (f" ({when(move.before, situation.zone)})" if move.before is not None else "")
    if step.done:
        return f"{name} is done."
    words = {
        "move": f"{name} would move to {times}.",
        "ask": f"The organizer of {name} would be asked to move it to {times}.",
        "offer": f"The employer would be offered, instead of {name}: {times}.",
        "place": f"{name} has no entry yet; it would take place {times}.",
        "keep": f"{name}: offered already, not answered yet: {times}.",
        "agreed": f"{name}: agreed on {times}; your calendar does not show it yet.",
    }
    return words[move.action]


def _own(asked: ApplyRequest, steps: list[Step], result: Applied) -> None:
    """Move the user's own entries in one run, and tell whoever she invited."""
    situation = result.situation
    moved: list[tuple[Case, list[Altered]]] = []
    with writing("apply", situation.now) as room:
        for step in steps:
            assert step.case is not None
            changes = _move(step.case, step.move, situation, room)
            result.done += [line for c in changes for line in said(c, situation, room)]
            moved.append((step.case, changes))
    for case, changes in moved:
        made, notes = letters(asked.read, case, changes, asked.reason, asked.language)
        result.packets += made
        result.done += notes


def _move(case: Case, move: SavedMove, situation: Situation, room: Writing) -> list[Altered]:
    """Every session to its new time; where it was is what the plan knows, also in a run that goes on."""
    to = move.after[0]
    by = to.start - (move.before or to).start
    changes = []
    for occurrence, wanted in shifted(case, to):
        assert wanted.to is not None
        was = Period(wanted.to.start - by, wanted.to.end - by)
        changes.append(alter(occurrence, wanted, situation, room, was))
    return changes


def _others(asked: ApplyRequest, step: Step, result: Applied) -> None:
    """What only somebody else can do: ask for it, and hold the time."""
    move, case, zone = step.move, step.case, result.situation.zone
    times = "; ".join(when(p, zone) for p in move.after)
    if step.done and move.action != "place":
        result.done.append(f"'{move.title}' stands at {times} already.")
        return
    match move.action:
        case "offer":
            assert case is not None
            _offer(asked, case, move, result)
        case "ask":
            assert case is not None
            _ask(asked, case, move, result)
        case "place":
            result.remaining.append(f"Invite to '{move.title}': {times}.")
        case "keep":
            result.remaining.append(f"'{move.title}': wait for their answer to {times}.")
        case "agreed":
            result.remaining.append(f"'{move.title}': wait for their invitation to {times}.")


def _offer(asked: ApplyRequest, case: Case, move: SavedMove, result: Applied) -> None:
    """The request for another time, and the holds; what cannot be done by itself remains for the user."""
    several = len(move.after) > 1
    offers = tuple(sorted(move.after)) if several else ()
    wishes = Wishes(reason=asked.reason, offers=offers, ask=not several, language=asked.language)
    slots = " ".join(f"--slot {p.start.astimezone(result.situation.zone):%Y-%m-%dT%H:%M}" for p in move.after)
    try:
        written = write_for(asked.read, case, "reschedule", wishes)
    except UsageError as error:
        result.remaining.append(f"{case.title}: {error}\n  Then: interviews reschedule {case.occurrence.id} {slots}")
        return
    result.packets.append(written.stored)
    result.done += [f"{case.title}: another time is asked for.", *written.notes]
    if asked.holds:
        _hold(asked, case, move, slots, result)


def _hold(asked: ApplyRequest, case: Case, move: SavedMove, slots: str, result: Applied) -> None:
    """Keep the offered times free (E36)."""
    texts = tuple(p.start.isoformat() for p in move.after)
    try:
        steps = hold(planned(HoldRequest(asked.read, case.occurrence.key, texts, anyway=True)))
    except (UsageError, ConflictError) as error:
        result.remaining.append(f"{error}\n  Then: interviews hold {case.occurrence.id} {slots}")
        return
    if steps:
        result.done.append(f"{case.title}: {len(steps)} times are held.")


def _ask(asked: ApplyRequest, case: Case, move: SavedMove, result: Applied) -> None:
    """Ask whoever organises an entry that is no interview to move it: words, and a COUNTER where that is possible."""
    to, occurrence, situation = move.after[0], case.occurrence, case.situation
    host = occurrence.event.organizer
    if host is None or persons.is_robot(host.address):
        result.remaining.append(f"Ask for '{move.title}' to be moved to {when(to, situation.zone)}; nobody is named.")
        return
    person = Person("" if "@" in host.name else natural(host.name), host.address)
    made = counter(case.about, to, situation.now)
    note = Note(
        kind="ask",
        title=occurrence.summary,
        sender=sender_of(case),
        language=language_of(case, asked.language),
        zone=situation.zone.key,
        period=case.about.period,
        to=to,
        contact=person.name,
        reason=asked.reason,
    )
    subject, text = write_note(note, user_templates())
    letter = Letter(
        kind="counter",
        uid=case.about.uid,
        company=one_line(occurrence.summary, 80),
        when=case.about.period,
        sender=note.sender,
        to=(person,),
        subject=subject,
        text=text,
        recurrence_id=case.about.recurrence_id,
        calendar=None if isinstance(made, Refused) else made,
        thread=case.about.thread,
        alternatives=(to,),
        steps=("Send the mail, and note the answer (`interviews journal`).",),
    )
    with outbox.entered(situation.settings) as room:
        result.packets.append(lay(room, letter, ground_of(asked.read, case.about.zone, None), situation.now))
    result.done.append(f"{case.title}: its organizer is asked to move it.")
