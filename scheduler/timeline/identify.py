"""Short stable identifiers, the same in every call: from owner, UID and RECURRENCE-ID."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

SHORTEST = 6
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def full_key(*parts: str) -> str:
    """26 characters (130 bits) without i, l, o and u, from the parts."""
    digest = int.from_bytes(sha256("\0".join(parts).encode()).digest()[:17], "big")
    return "".join(_ALPHABET[(digest >> (5 * i)) & 31] for i in range(26))


def short_ids(keys: Iterable[str]) -> dict[str, str]:
    """The shortest unique prefix of each key, at least SHORTEST characters, as git abbreviates."""
    ordered = sorted(set(keys))
    ids: dict[str, str] = {}
    for i, key in enumerate(ordered):
        shared = max(
            (_common(key, ordered[j]) for j in (i - 1, i + 1) if 0 <= j < len(ordered)),
            default=0,
        )
        ids[key] = key[: max(SHORTEST, shared + 1)]
    return ids


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
