"""Addresses that a mail filter has wrapped into one of its own: what it leads to is what counts."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

# The host's ending, and the parameter that holds the address.
_IN_PARAMETER = (
    (".safelinks.protection.outlook.com", "url"),
    ("linkprotect.cudasvc.com", "a"),
    ("slack-redir.net", "url"),
    ("www.google.com", "q"),
)
_DEFENSE_3 = re.compile(r"https://urldefense\.com/v3/__(https?:/.+?)__;", re.I)
_DEFENSE_2 = re.compile(r"https://urldefense\.proofpoint\.com/v2/url\?u=([^&]+)", re.I)


def unwrapped(url: str) -> str:
    """The address inside, as far as it can be read; else the address itself."""
    found = _inside(url)
    return found if found is not None and found.lower().startswith(("http://", "https://")) else url


def _inside(url: str) -> str | None:
    if (match := _DEFENSE_3.match(url)) is not None:
        # A star stands for a character that is told elsewhere.
        return None if "*" in match.group(1) else match.group(1)
    if (match := _DEFENSE_2.match(url)) is not None:
        return unquote(match.group(1).replace("-", "%").replace("_", "/"))
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if host == "www.google.com" and parts.path != "/url":
        return None
    name = next((p for ending, p in _IN_PARAMETER if host.endswith(ending)), None)
    return None if name is None else next(iter(parse_qs(parts.query).get(name, ())), None)
