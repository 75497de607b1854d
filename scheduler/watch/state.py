"""What is known, in a file of the data folder: whole or not there, and only the user's to read."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from scheduler.errors import StoreError
from scheduler.stores.files import put_file
from scheduler.watch.news import Known, Meeting

_VERSION = 1


def load(path: Path) -> Known | None:
    """What is known; None before the first look. Raises StoreError where the file cannot be used."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(path) from error
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise _broken(path)
        return Known(
            {key: _meeting(m) for key, m in data["meetings"].items()},
            frozenset(data["said"]),
            {source: datetime.fromisoformat(since) for source, since in data["unread"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _broken(path) from error


def save(path: Path, known: Known) -> None:
    data = {
        "version": _VERSION,
        "meetings": {key: _record(m) for key, m in sorted(known.meetings.items())},
        "said": sorted(known.said),
        "unread": {source: since.isoformat() for source, since in known.unread.items()},
    }
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put_file(path, json.dumps(data, ensure_ascii=False, indent=1).encode())


def _record(m: Meeting) -> dict[str, Any]:
    return {**m._asdict(), "start": m.start.isoformat(), "end": m.end.isoformat()}


def _meeting(record: dict[str, Any]) -> Meeting:
    start, end = datetime.fromisoformat(record["start"]), datetime.fromisoformat(record["end"])
    return Meeting(**{**record, "start": start, "end": end})


def _broken(path: Path) -> StoreError:
    return StoreError(f"{path} cannot be used: it is not what `interviews watch` wrote. Remove it to begin anew.")
