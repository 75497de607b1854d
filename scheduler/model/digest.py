"""A digest of a text; of a short one without OpenSSL, which `hashlib` loads: two milliseconds of every start."""

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


# Octets from which on OpenSSL's, eight times as fast, makes up for its loading where there are many.
_LONG = 1_500


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal; half a character of a broken text counts too."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > _LONG:
        import hashlib

        return hashlib.sha256(data).hexdigest()
    return sha256(data).hexdigest()
