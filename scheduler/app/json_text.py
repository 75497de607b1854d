"""JSON as text, in which nothing is left that a terminal would obey."""

from __future__ import annotations

import re
from json import JSONEncoder
from json.encoder import encode_basestring as _quoted
from typing import Any

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029"
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in (*TURNING, *map(chr, range(0x7F, 0xA0)))}
_obeyed = re.compile("[" + "".join(map(re.escape, map(chr, _ESCAPED))) + "]").search
_encode = JSONEncoder(ensure_ascii=False).encode


def json_text(value: Any) -> str:
    """A value on one line; control characters, and marks that turn the direction of writing, as escapes."""
    text = _quoted(value) if isinstance(value, str) else _encode(value)
    # Translating is slow, and hardly ever needed; to look for the need has its cost too.
    if _obeyed(text) if not text.isascii() else "\x7f" in text:
        return text.translate(_ESCAPED)
    return text
