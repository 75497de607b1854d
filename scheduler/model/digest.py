"""A digest of a short text, without OpenSSL, which `hashlib` loads: two milliseconds of every start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    # Where `hashlib` itself takes it from when there is no OpenSSL; the name is new since Python 3.12.
    try:
        from _sha256 import sha256
    except ImportError:
        try:
            from _sha2 import sha256
        except ImportError:
            from hashlib import sha256


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal; half a character of a broken text counts too."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
