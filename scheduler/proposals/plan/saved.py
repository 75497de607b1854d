"""A plan as JSON: what `interviews plan --json` prints, `--save` keeps and `interviews apply` carries out.

The format is stable (docs/schema/plan.schema.json); `version` grows when a reader of an older one would go wrong.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.errors import UsageError
from scheduler.model.time import Period
from scheduler.proposals.plan.report import Report, Row, Slot

FORMAT = "interviews-plan"
VERSION = 1
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SavedMove:
    """One change of a saved plan; `key` names the entry (its first session) as `Occurrence.key` does.

    `action` as in `report.Row`; `after` are the alternatives in UTC, best first; `refused` are what did not suit.
    """

    key: str
    id: str
    title: str
    company: str
    action: str
    uid: str | None
    recurrence_id: str | None
    calendar: str
    source: str
    before: Period | None
    after: tuple[Period, ...]
    refused: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan as it was kept."""

    id: str
    made: datetime
    moves: tuple[SavedMove, ...]


def plan_json(report: Report, window: Period, zone: ZoneInfo, now: datetime) -> Json:
    """The plan as JSON; `id` is a digest of all the rest but the moment it was made."""
    body: Json = {
        "window": {**_period(window, zone), "zone": zone.key},
        "proven": report.optimal,
        "costs": [
            {"level": c.level, "value": c.value, "bound": c.bound, **({"rank": c.detail} if c.detail else {})}
            for c in report.costs
        ],
        "moves": [_move(row, zone) for row in report.rows],
        "unsolved": list(report.left),
        "would_have_to_give": None if report.give is None else list(report.give),
    }
    digest = sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:10]
    made = now.astimezone(zone).isoformat(timespec="seconds")
    return {"format": FORMAT, "version": VERSION, "id": digest, "made": made, **body}


def _move(row: Row, zone: ZoneInfo) -> Json:
    head = None if row.meeting is None else row.meeting.head
    sessions = () if row.meeting is None else row.meeting.sessions
    return {
        "action": row.action,
        "key": row.item.key,
        "id": row.item.key[:6] if head is None else head.id,
        "uid": None if head is None else head.uid,
        "recurrence_id": None if head is None else head.recurrence_id,
        "calendar": "" if head is None else head.event.calendar.name,
        "source": "" if head is None else head.event.calendar.source,
        "title": row.item.title,
        "company": row.item.company,
        "people": sorted(p for p in row.item.people if p),
        "before": None if row.before is None else _period(row.before, zone),
        "sessions": [{"uid": o.uid, "recurrence_id": o.recurrence_id, **_period(o.period, zone)} for o, _ in sessions],
        "after": [_slot(slot, zone) for slot in row.after],
        "refused": [moment.astimezone(zone).isoformat(timespec="seconds") for moment in row.refused],
        "reasons": list(row.reasons),
    }


def _slot(slot: Slot, zone: ZoneInfo) -> Json:
    found: Json = {**_period(slot.period, zone), "drawbacks": list(slot.drawbacks)}
    if slot.people:
        found["people"] = list(slot.people)
    return found


def _period(period: Period, zone: ZoneInfo) -> Json:
    start, end = (moment.astimezone(zone).isoformat(timespec="seconds") for moment in (period.start, period.end))
    return {"start": start, "end": end}


def read_saved(text: str, where: str) -> SavedPlan:
    """A saved plan; raises UsageError naming `where` for anything that is none of this version."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise KeyError("format")
        version = data["version"]
        if version != VERSION:
            raise UsageError(
                f"{where} is a plan of format version {version}; this program reads version {VERSION}. Make the plan "
                f"again with `interviews plan --save`."
            )
        moves = tuple(_read_move(m) for m in data["moves"])
        return SavedPlan(str(data["id"]), datetime.fromisoformat(data["made"]).astimezone(UTC), moves)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{where} is no saved plan; `interviews plan --save` makes one.") from None


def _read_move(data: Json) -> SavedMove:
    before = data["before"]
    return SavedMove(
        key=data["key"],
        id=data["id"],
        title=data["title"],
        company=data["company"],
        action=data["action"],
        uid=data["uid"],
        recurrence_id=data["recurrence_id"],
        calendar=data["calendar"],
        source=data["source"],
        before=None if before is None else _read_period(before),
        after=tuple(_read_period(p) for p in data["after"]),
        refused=tuple(_read_moment(t) for t in data["refused"]),
    )


def _read_period(data: Json) -> Period:
    return Period(_read_moment(data["start"]), _read_moment(data["end"]))


def _read_moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)
