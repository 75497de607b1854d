"""Compares what the contenders found: the multisets of (UID, start, end)."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

Answer = tuple[str, str, str]
SHOWN = 5


def _canonical(value: str) -> str:
    """Return a moment in UTC with Z; a date stays what it is."""
    if len(value) == 10:
        return value
    return dt.datetime.fromisoformat(value).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def of_peer(output: Path) -> Counter[Answer]:
    """Read the JSON lines that reference.py and libical_peer print."""
    with output.open(encoding="utf-8") as lines:
        return Counter((uid, start, end) for uid, start, end in map(json.loads, lines))


def of_product(output: Path) -> Counter[Answer]:
    """Read the occurrences of `interviews agenda --json` or `interviews scan --json`."""
    found = json.loads(output.read_text(encoding="utf-8"))["occurrences"]
    return Counter((each["uid"], _canonical(each["start"]), _canonical(each["end"])) for each in found)


def differences(name: str, found: Counter[Answer], expected: Counter[Answer]) -> Iterator[str]:
    """Yield a line that says whether both are equal, and the first differences if they are not."""
    missing, extra = expected - found, found - expected
    if not missing and not extra:
        yield f"{name}: {found.total()} occurrences, equal to the reference's"
        return
    yield f"{name}: DIFFERS from the reference: {missing.total()} missing, {extra.total()} too many"
    for title, each in (("missing", missing), ("too many", extra)):
        for uid, start, end in sorted(each)[:SHOWN]:
            yield f"  {title}: {uid} {start} – {end}"
