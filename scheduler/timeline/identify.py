"""Short stable identifiers, the same in every call: from owner, UID and RECURRENCE-ID."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

SHORTEST = 6


def full_key(*parts: str) -> str:
    """24 hexadecimal digits from the parts."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def short_ids(keys: Iterable[str]) -> dict[str, str]:
    """The shortest unique prefix of each key, at least SHORTEST characters, as git abbreviates."""
    ordered = sorted(set(keys))
    ids: dict[str, str] = {}
    before = 0
    for key, following in zip(ordered, [*ordered[1:], ""], strict=False):
        after = _common(key, following) if key[:SHORTEST] == following[:SHORTEST] else 0
        ids[key] = key[: max(SHORTEST, before + 1, after + 1)]
        before = after
    return ids


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
