"""REF: the short identifier, a part of the title or company, or the UID; nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.errors import UsageError
from scheduler.findings.words import span
from scheduler.model.occurrence import Occurrence
from scheduler.model.timeline import Timeline

_MOST = 8


def find_occurrence(timeline: Timeline, ref: str, *, interviews_only: bool = False) -> Occurrence:
    """The one occurrence that `ref` names; raises UsageError listing the candidates where it is not one.

    A whole identifier and a UID come before words; the beginning of an identifier that is also a word ("cafe") counts
    as both. Interviews come before other entries. A loop is one: its first session stands for it.
    """
    pool = [o for o in timeline.occurrences if not interviews_only or o.interview is not None]
    wanted = ref.strip()
    if not wanted:
        raise UsageError("Give a REF: the identifier that `interviews scan` prints, or a part of the title or company.")
    for found in (_by_id(pool, wanted), [o for o in pool if o.uid == wanted], _by_beginning_and_words(pool, wanted)):
        heads = _loop_heads(found, timeline)
        if len(heads) == 1:
            return heads[0]
        if heads:
            raise UsageError(_ambiguous(wanted, heads, timeline))
    what = "interview" if interviews_only else "entry"
    raise UsageError(
        f"No {what} in the window matches '{wanted}'. `interviews agenda` lists what there is; "
        f"--from and --days show another window."
    )


def _by_id(pool: Sequence[Occurrence], ref: str) -> list[Occurrence]:
    """By the identifier as it is printed, or more of it."""
    lower = ref.lower()
    return [o for o in pool if o.key.startswith(lower) and lower.startswith(o.id)]


def _by_beginning_and_words(pool: Sequence[Occurrence], ref: str) -> list[Occurrence]:
    lower = ref.lower()
    begun = [o for o in pool if o.key.startswith(lower)] if len(lower) >= 4 else []
    keys = {o.key for o in begun}
    return [*begun, *(o for o in _by_words(pool, ref) if o.key not in keys)]


def _by_words(pool: Sequence[Occurrence], ref: str) -> list[Occurrence]:
    folded = ref.casefold()
    found = [
        o
        for o in pool
        if folded in o.summary.casefold()
        or (o.interview is not None and folded in (o.interview.company or "").casefold())
    ]
    interviews = [o for o in found if o.interview is not None and not o.cancelled]
    return interviews or found


def _loop_heads(found: Sequence[Occurrence], timeline: Timeline) -> list[Occurrence]:
    """Several sessions of one loop are one interview: its first."""
    head = {o.key: loop.sessions[0] for loop in timeline.loops for o in loop.sessions}
    if len(found) < 2:
        return list(found)
    return list({(h := head.get(o.key, o)).key: h for o in found}.values())


def _ambiguous(ref: str, found: Sequence[Occurrence], timeline: Timeline) -> str:
    lines = [f"  {o.id}  {o.summary}  ({span(o, timeline.zone)})" for o in found[:_MOST]]
    more = [f"  … and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return f"'{ref}' fits more than one entry; take an identifier:\n" + "\n".join(lines + more)
