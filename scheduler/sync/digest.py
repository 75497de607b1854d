"""Digest authentication (RFC 7616, and 2069 where a server is as old): proves the password without sending it; pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s,\"]+)))?", re.ASCII)
_HASHES = {"sha-256": "sha256", "md5": "md5"}
_ESCAPE = re.compile(r'(["\\])')


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a server wants answered; `algorithm` as it wrote it, `qop` as we shall: auth or "" (RFC 2069).

    All of it as headers are read: a character for each octet, whatever the server's character set may be.
    """

    realm: str
    nonce: str
    algorithm: str
    qop: str
    opaque: str | None = None

    def answer(self, user: str, password: str, method: str, target: str, count: int, cnonce: str) -> str:
        """The Authorization header for the `count`-th request under this nonce.

        The user's name goes out in UTF-8 with or without the server's `charset` (RFC 7616 4): few servers that take
        names beyond ASCII know `username*`.
        """
        user, password = _octets(user), _octets(password)

        def digest(*parts: str) -> str:
            return hashlib.new(self._hash, ":".join(parts).encode("latin-1"), usedforsecurity=False).hexdigest()

        who = digest(user, self.realm, password)
        if self.algorithm.lower().endswith("-sess"):
            who = digest(who, self.nonce, cnonce)
        what = digest(method, target)
        fields = {"username": user, "realm": self.realm, "nonce": self.nonce, "uri": target}
        if self.opaque is not None:
            fields["opaque"] = self.opaque
        plain = {"algorithm": self.algorithm} if self.algorithm else {}
        if self.qop:
            number = f"{count:08x}"
            fields |= {"cnonce": cnonce, "response": digest(who, self.nonce, number, cnonce, self.qop, what)}
            plain |= {"qop": self.qop, "nc": number}
        else:
            fields["response"] = digest(who, self.nonce, what)
        quoted = [f'{key}="{_escaped(value)}"' for key, value in fields.items()]
        return "Digest " + ", ".join([*quoted, *(f"{key}={value}" for key, value in plain.items())])

    @property
    def _hash(self) -> str:
        return _HASHES[_base(self.algorithm)]


def _octets(text: str) -> str:
    """Text in UTF-8, a character for each octet."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


def _escaped(value: str) -> str:
    return _ESCAPE.sub(r"\\\1", value)


def digest_challenge(header: str) -> Challenge | None:
    """The best Digest challenge of a WWW-Authenticate header; None where there is none that we can answer."""
    found = [c for scheme, fields in challenges(header) if scheme == "digest" and (c := _challenge(fields))]
    return min(found, key=lambda c: list(_HASHES).index(_base(c.algorithm)), default=None)


def has_basic(header: str) -> bool:
    """Whether a WWW-Authenticate header offers Basic too."""
    return any(scheme == "basic" for scheme, _ in challenges(header))


def _challenge(fields: Mapping[str, str]) -> Challenge | None:
    algorithm, ways = fields.get("algorithm", ""), fields.get("qop", "").lower().replace(",", " ").split()
    if "nonce" not in fields or _base(algorithm) not in _HASHES or (ways and "auth" not in ways):
        return None
    qop = "auth" if ways else ""
    return Challenge(fields.get("realm", ""), fields["nonce"], algorithm, qop, fields.get("opaque"))


def _base(algorithm: str) -> str:
    return algorithm.lower().removesuffix("-sess") or "md5"


def challenges(header: str) -> list[tuple[str, dict[str, str]]]:
    """(scheme in lower case, its parameters) of each challenge in a header (RFC 9110 11.6.1).

    >>> challenges('Digest realm="a, b", nonce=x, Basic realm="c"')
    [('digest', {'realm': 'a, b', 'nonce': 'x'}), ('basic', {'realm': 'c'})]
    """
    found: list[tuple[str, dict[str, str]]] = []
    for match in _TOKEN.finditer(header):
        name, quoted, plain = match.groups()
        if quoted is None and plain is None:
            found.append((name.lower(), {}))
        elif found:
            found[-1][1][name.lower()] = plain if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
    return found
