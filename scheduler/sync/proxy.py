"""The proxy that the environment names (https_proxy, no_proxy), as curl and others take it."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from scheduler.errors import SettingsError


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
    parts = urlsplit(said if "://" in said else f"http://{said}")
    if parts.scheme != "http" or not parts.hostname:
        raise SettingsError("The variable https_proxy names no proxy that can be used; it is written http://host:port.")
    headers = {}
    if parts.username:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode("ascii")
    return Proxy(parts.hostname, parts.port or 8080, headers)
