"""`packet.json`: what a packet's readable files do not say, as JSON and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, get_args

from scheduler.errors import StoreError
from scheduler.messages.facts import Situation
from scheduler.model.interview import Person
from scheduler.model.time import Period
from scheduler.outbox.packet import CalendarKind, Channel, Packet, Stored

VERSION = 1
KINDS = (*get_args(Situation), *get_args(CalendarKind))


def packet_record(stored: Stored) -> bytes:
    """The record, indented; times in UTC."""
    packet = stored.packet
    data = {
        "version": VERSION,
        "id": stored.id,
        "key": stored.key,
        "created": instant_text(stored.created),
        "message_id": stored.message_id,
        "kind": packet.kind,
        "uid": packet.uid,
        "recurrence_id": packet.recurrence_id,
        "company": packet.company,
        "when": _period_record(packet.when),
        "recipients": [{"name": p.name, "address": p.address} for p in packet.recipients],
        "subject": packet.subject,
        "steps": list(packet.steps),
        "alternatives": [_period_record(p) for p in packet.alternatives],
        "channel": packet.channel,
        "follow_up": None if packet.follow_up is None else packet.follow_up.isoformat(),
    }
    return json.dumps(data, indent=2, ensure_ascii=False).encode() + b"\n"


def read_record(record: bytes, mail: bytes, files: Mapping[str, bytes], folder: str) -> Stored:
    """The packet in `folder`; raises StoreError where the record is not one of ours."""
    try:
        data = json.loads(record)
        if data["version"] != VERSION:
            raise StoreError(f"{folder} was written by a newer version of this program; update it to read this packet.")
        return Stored(
            id=data["id"],
            key=data["key"],
            created=datetime.fromisoformat(data["created"]),
            message_id=data["message_id"],
            folder=folder,
            packet=_packet(data, mail, files),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{folder}/packet.json is damaged ({error}); write the message anew.") from None


def instant_text(at: datetime) -> str:
    """An aware instant in UTC, as files and the journal hold it; sorts as text."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _packet(data: dict[str, Any], mail: bytes, files: Mapping[str, bytes]) -> Packet:
    if data["kind"] not in KINDS or data["channel"] not in get_args(Channel):
        raise ValueError(f"kind {data['kind']!r}, channel {data['channel']!r}")
    phone, voicemail = files.get("phone.txt"), files.get("voicemail.txt")
    return Packet(
        kind=data["kind"],
        uid=data["uid"],
        company=data["company"],
        when=_period(data["when"]),
        recipients=tuple(Person(p["name"], p["address"]) for p in data["recipients"]),
        subject=data["subject"],
        mail=mail,
        recurrence_id=data["recurrence_id"],
        calendar=files.get("invite.ics"),
        phone=None if phone is None else phone.decode(),
        voicemail=None if voicemail is None else voicemail.decode(),
        steps=tuple(data["steps"]),
        alternatives=tuple(p for a in data["alternatives"] if (p := _period(a)) is not None),
        channel=data["channel"],
        follow_up=None if data["follow_up"] is None else date.fromisoformat(data["follow_up"]),
    )


def _period_record(period: Period | None) -> list[str] | None:
    return None if period is None else [instant_text(period.start), instant_text(period.end)]


def _period(value: list[str] | None) -> Period | None:
    return None if value is None else Period(datetime.fromisoformat(value[0]), datetime.fromisoformat(value[1]))
