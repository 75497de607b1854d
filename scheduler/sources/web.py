"""Calendars at an address (http, https, webcal): asked for only when changed, bounded in size and time."""

from __future__ import annotations

import json
import os
import re
import time
from contextlib import suppress
from hashlib import sha256
from http.client import HTTPException, HTTPResponse, InvalidURL
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from scheduler.errors import SourceError
from scheduler.ics.text import not_a_calendar
from scheduler.sources.spec import Gathered, Spec

MAX_BYTES = 100 * 1024**2
TIMEOUT = 20.0
LIMIT = 60.0
_PIECE = 1 << 16
_BEGIN = re.compile(rb"BEGIN[ \t]*:[ \t]*VCALENDAR", re.I)
_AGENT = "interviews (calendar reader)"
_WANTED = {"Accept": "text/calendar, */*;q=0.5", "Accept-Encoding": "gzip"}


class _Redirects(HTTPRedirectHandler):
    """Follows only to http(s), and never from https back to http."""

    max_redirections = 5

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        target = urlsplit(newurl)
        if target.scheme not in ("http", "https") or (req.type == "https" and target.scheme != "https"):
            raise HTTPError(req.full_url, code, "it redirects to an address that is not safe to follow", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://", "webcal://", "webcals://"))


def shown(address: str) -> str:
    """The address without what may be secret: user and password, query, and long private parts of the path."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "What was given"
    path = "/".join("…" if len(p) > 24 or "private" in p.lower() else p for p in parts.path.split("/"))
    host = parts.hostname or ""
    return urlunsplit((parts.scheme, host + port, path, "", ""))


def read_address(spec: Spec, cache: Path, now: float, gathered: Gathered) -> None:
    """One calendar from the web; without the network the last copy is used, and its age said."""
    name = shown(spec.address)
    url = _plain_url(spec.address)
    if url is None:
        gathered.fail(name, "is no address that can be read; write https://host/path.ics.")
        return
    stem = cache / "web" / sha256(url.encode()).hexdigest()[:32]
    kept = _kept(stem)
    try:
        data = _in_time(url, stem, kept)
    except HTTPError as error:
        sentence = f"could not be fetched: the server answered {error.code} {error.reason}{_advice(error.code)}."
        error.close()
        _fall_back(spec, name, sentence, stem, now, gathered)
    except (InvalidURL, ValueError):
        # Their own words would repeat the address with what is secret in it.
        gathered.fail(name, "could not be fetched: the address holds characters that no address may hold.")
    except _NoCalendarError as error:
        _fall_back(spec, name, f"gave no calendar: {error}.", stem, now, gathered)
    except (HTTPException, OSError, _TooMuchError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        _fall_back(spec, name, f"could not be fetched: {reason}.", stem, now, gathered)
    else:
        gathered.add(spec, name, urlsplit(url).hostname or name, data)


class _TooMuchError(Exception):
    pass


class _NoCalendarError(Exception):
    """What came in its place, for the sentence."""


def _in_time(url: str, stem: Path, kept: dict[str, str]) -> bytes:
    """`_fetch` within LIMIT: a server that sends its headers an octet at a time meets every limit of one read."""
    found: list[bytes] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            found.append(_fetch(url, stem, kept))
        except (OSError, HTTPException, _TooMuchError, _NoCalendarError, ValueError) as error:
            failed.append(error)

    # As a daemon, since nothing stops a thread that waits; it ends with the command.
    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(LIMIT)
    if failed:
        raise failed[0]
    if not found:
        raise _TooMuchError(f"it did not arrive within {LIMIT:.0f} seconds")
    return found[0]


def _plain_url(address: str) -> str | None:
    """webcal:// is https:// by another name; user and password go into a header, not into the address."""
    scheme, _, rest = address.partition("://")
    url = {"webcal": "https", "webcals": "https"}.get(scheme.lower(), scheme.lower()) + "://" + rest
    try:
        parts = urlsplit(url)
        return url if parts.hostname and (parts.port is None or parts.port > 0) else None
    except ValueError:
        return None


def _fetch(url: str, stem: Path, kept: dict[str, str]) -> bytes:
    parts = urlsplit(url)
    host = parts.hostname or ""
    bare = urlunsplit((parts.scheme, f"{host}:{parts.port}" if parts.port else host, parts.path, parts.query, ""))
    request = Request(bare, headers={"User-Agent": _AGENT, **_WANTED})
    if parts.username is not None:
        from base64 import b64encode
        from urllib.parse import unquote

        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        # Not sent on to another host: urllib drops unredirected headers when it follows a redirect.
        request.add_unredirected_header("Authorization", "Basic " + b64encode(pair.encode()).decode())
    if kept.get("etag"):
        request.add_header("If-None-Match", kept["etag"])
    if kept.get("last_modified"):
        request.add_header("If-Modified-Since", kept["last_modified"])
    try:
        with build_opener(_Redirects).open(request, timeout=TIMEOUT) as answer:
            data = _calendar(_bounded(answer))
            tags = {"etag": answer.headers.get("ETag", ""), "last_modified": answer.headers.get("Last-Modified", "")}
    except HTTPError as error:
        if error.code == 304 and kept:
            error.close()
            return stem.with_suffix(".ics").read_bytes()
        raise
    with suppress(OSError):  # No copy is no loss: the next call asks for the whole again.
        _keep(stem, data, tags)
    return data


def _bounded(answer: HTTPResponse) -> bytes:
    """The body, at most MAX_BYTES of it and within the time limit as a whole."""
    deadline = time.monotonic() + LIMIT
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise _TooMuchError(f"it is larger than {MAX_BYTES // 1024**2} MB")
        if time.monotonic() > deadline:
            raise _TooMuchError(f"it did not arrive within {LIMIT:.0f} seconds")
    expected = answer.headers.get("Content-Length")
    if expected and expected.isdecimal() and int(expected) > size:
        raise _TooMuchError("the connection ended before the whole file had come")
    return b"".join(pieces)


def _calendar(data: bytes) -> bytes:
    """The calendar of an answer, unpacked; raises _NoCalendarError for a sign-in page and whatever else is none."""
    if data[:2] == b"\x1f\x8b":
        from scheduler.sources.bounded import unpacked

        try:
            data = unpacked(data, "the answer")
        except SourceError as error:
            raise _NoCalendarError(str(error).rstrip(".")) from None
    if _BEGIN.search(data) is None and data[:40].count(0) < 10:
        raise _NoCalendarError(not_a_calendar(data))
    return data


def _kept(stem: Path) -> dict[str, str]:
    try:
        if not stem.with_suffix(".ics").exists():
            return {}
        found = json.loads(stem.with_suffix(".json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {k: v for k, v in found.items() if isinstance(v, str)} if isinstance(found, dict) else {}


def _keep(stem: Path, data: bytes, tags: dict[str, str]) -> None:
    """The copy for the next call, readable by the user alone; the tags last, so that they never promise too much."""
    stem.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    stem.with_suffix(".json").unlink(missing_ok=True)
    for path, content in ((stem.with_suffix(".ics"), data), (stem.with_suffix(".json"), json.dumps(tags).encode())):
        temporary = path.with_name(path.name + f".{os.getpid()}.new")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.replace(path)


def _fall_back(spec: Spec, name: str, sentence: str, stem: Path, now: float, gathered: Gathered) -> None:
    copy = stem.with_suffix(".ics")
    try:
        data, age = copy.read_bytes(), max(0.0, now - copy.stat().st_mtime)
    except OSError:
        gathered.fail(name, sentence)
        return
    hours = age / 3600
    old = f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"
    gathered.fail(name, f"{sentence[:-1]}; the copy fetched {old} ago was used.")
    gathered.add(spec, name, urlsplit(spec.address).hostname or name, data)


def _advice(status: int) -> str:
    return {
        401: ": it wants a login; use the calendar's private address, or `interviews connect` for a CalDAV server",
        403: ": it does not allow this; check the address, or share the calendar",
        404: ": there is nothing at this address (any more)",
        410: ": there is nothing at this address any more",
        429: ": it is asked too often; try again later",
    }.get(status, "")
