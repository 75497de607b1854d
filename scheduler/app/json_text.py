"""JSON as text, in which nothing is left that a terminal would obey."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029"
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in (*TURNING, *map(chr, range(0x7F, 0xA0)))}


@cache
def _obeyed() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, map(chr, _ESCAPED))) + "]")


@cache
def _coders() -> tuple[Callable[[Any], str], Callable[[str], str]]:
    """For any value, and for a text alone, which is quicker; a call without JSON does not load them."""
    from json.encoder import JSONEncoder, encode_basestring

    return JSONEncoder(ensure_ascii=False).encode, encode_basestring


def json_text(value: Any) -> str:
    """A value on one line; control characters, and marks that turn the direction of writing, as escapes."""
    encoded, quoted = _coders()
    text = quoted(value) if isinstance(value, str) else encoded(value)
    # Translating is slow, and hardly ever needed; to look for the need has its cost too.
    if _obeyed().search(text) if not text.isascii() else "\x7f" in text:
        return text.translate(_ESCAPED)
    return text


def json_bytes(value: Any) -> bytes:
    """`json_text` in UTF-8; half a character of a broken text is a question mark."""
    return json_text(value).encode("utf-8", "replace")
