"""The proxy that the environment names (https_proxy, no_proxy), as curl and others take it."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from scheduler.errors import SettingsError

_UNUSABLE = (
    "The variable https_proxy names no proxy that can be used; it is written http://host:port or"
    " http://user:password@host:port, with / as %2F, ? as %3F, # as %23 and @ as %40 in user and password."
)


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where to ask for a tunnel, and with what headers."""

    host: str
    port: int
    headers: dict[str, str]


def proxy_of(host: str) -> Proxy | None:
    """The proxy on the way to a host; None for a straight way."""
    said = os.environ.get("https_proxy") or os.environ.get("HTTPS_PROXY")
    if not said:
        return None
    from urllib.request import proxy_bypass

    if proxy_bypass(host):
        return None
    return _read(said if "://" in said else f"http://{said}")


def _read(address: str) -> Proxy:
    """The proxy at an address, of which no error repeats a word: a password may stand anywhere in it."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or 8080
        host.encode("idna")
    except ValueError:
        raise SettingsError(_UNUSABLE) from None
    # With a / ? or # in its password an address has a path, and the user for a host.
    if parts.scheme != "http" or not host or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise SettingsError(_UNUSABLE)
    headers = {}
    if parts.username:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = "Basic " + base64.b64encode(os.fsencode(pair)).decode("ascii")
    return Proxy(host, port, headers)
