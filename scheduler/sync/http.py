"""HTTP to one server, bounded in every direction, on the standard library.

Why not python-caldav's client for this: it reads whole bodies of any size into memory, follows redirects by itself,
parses with a parser that is not ours to limit, and takes a quarter of a second to import; a synchronisation of one
request must not. What it does well (finding a server, RFC 6764) is used in `scheduler.sync.discover`.

- A redirect is never followed here; the answer is an error that names the new place.
- TLS is verified; plain http is for this computer only, unless the settings say otherwise.
- A body is read in blocks up to a limit and a deadline; a body shorter than announced is an error.
"""

from __future__ import annotations

import base64
import http.client
import os
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from scheduler.errors import SettingsError, StoreError
from scheduler.model.host import is_loopback
from scheduler.sync.digest import Challenge, digest_challenge, has_basic
from scheduler.sync.proxy import proxy_of
from scheduler.sync.secrets import Secret

LIMIT = 128 * 1024 * 1024
# Seconds. A server that has never listed a large calendar may think for a minute before the first byte.
CONNECT = 30.0
TIMEOUT = 150.0
DEADLINE = 300.0
BLOCK = 64 * 1024


class LostError(StoreError):
    """The connection broke; whether the server acted is not known."""


class Answer(Protocol):
    """A status, headers (names in lower case) and a body that is read once."""

    status: int
    headers: Mapping[str, str]

    def read(self, size: int = -1) -> bytes: ...


class Connection(Protocol):
    """What the DAV client needs from below; the tests put a modelled server here."""

    def send(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Answer: ...

    def early(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        """Let a request that changes nothing leave now; the same one given to `send` fetches its answer."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks; `kind` is basic, digest or bearer."""

    user: str
    secret: Secret
    kind: str = "basic"

    def header(self) -> str:
        if self.kind == "bearer":
            token = self.secret.reveal()
            if not token.isascii() or not token.isprintable():
                raise SettingsError("The token of this server holds characters that no token has; copy it once more.")
            return "Bearer " + token
        pair = f"{self.user}:{self.secret.reveal()}".encode("utf-8", "surrogateescape")
        return "Basic " + base64.b64encode(pair).decode("ascii")


class HttpAnswer:
    """An answer of http.client with limits on size and time."""

    def __init__(self, raw: http.client.HTTPResponse, server: str, limit: int, deadline: float) -> None:
        self.status = raw.status
        self.headers: Mapping[str, str] = _joined(raw.getheaders())
        self._raw = raw
        self._server = server
        self._left = limit
        self._deadline = time.monotonic() + deadline
        if (encoding := self.headers.get("content-encoding", "identity").lower()) != "identity":
            raise StoreError(f"{server} packed its answer ({encoding}) though nobody asked for it; it was not read.")

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, all of the body for -1."""
        if size >= 0:
            return self._block(size)
        blocks = []
        while block := self._block(BLOCK):
            blocks.append(block)
        return b"".join(blocks)

    def finish(self) -> bool:
        """Let go of the answer; False when part of it is still on its way."""
        whole = self._raw.isclosed() or self._raw.length == 0
        self._raw.close()
        return whole

    def _block(self, size: int) -> bytes:
        try:
            block = self._raw.read1(min(size, BLOCK)) if size else b""
        except (OSError, http.client.HTTPException) as error:
            raise LostError(f"{self._server} broke off in the middle of its answer ({_kind(error)}).") from None
        if not block and size:
            if self._raw.length:
                raise LostError(f"{self._server} sent less than it announced.")
            self._raw.close()
        self._left -= len(block)
        if self._left < 0:
            raise StoreError(f"{self._server} sends an answer that does not end; it was dropped.")
        if time.monotonic() > self._deadline:
            raise StoreError(f"{self._server} takes too long over one answer; it was dropped.")
        return block


class HttpConnection:
    """One kept-alive connection; the Authorization header goes to this server and no other."""

    def __init__(
        self,
        url: str,
        login: Login | None,
        *,
        plain_http: bool = False,
        limit: int = LIMIT,
        timeout: float = TIMEOUT,
        deadline: float = DEADLINE,
    ) -> None:
        self.origin = check_url(url, plain_http)
        self._login = login
        self._limit, self._timeout, self._deadline = limit, timeout, deadline
        self._open: http.client.HTTPConnection | None = None
        self._answer: HttpAnswer | None = None
        self._early: tuple[str, str, dict[str, str], bytes] | None = None
        self._challenge: Challenge | None = None
        self._answered = 0

    @property
    def by_digest(self) -> bool:
        """Whether this server took a Digest for an answer."""
        return self._challenge is not None

    def send(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> HttpAnswer:
        """One request, sent again when the server wants a (new) Digest; LostError when there was no answer."""
        asked = (method, target, dict(headers), body)
        if self._early is not None and self._early != asked:
            self.close()
        answer = self._receive() if self._early is not None else self._send(method, target, headers, body)
        if answer.status == 401 and self._challenged(answer):
            answer = self._send(method, target, headers, body)
        return answer

    def early(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        self._leave(method, target, headers, body)
        self._early = (method, target, dict(headers), body)

    def _challenged(self, answer: HttpAnswer) -> bool:
        """Whether to answer a challenge: the first one, or a fresh nonce for one that was used up."""
        if self._login is None or self._login.kind == "bearer":
            return False
        asked = answer.headers.get("www-authenticate", "")
        challenge = digest_challenge(asked)
        if challenge is None or (self._challenge is not None and self._answered == 1):
            return False
        if self._challenge is None and self._login.kind == "basic" and has_basic(asked):
            return False  # The password is wrong; a second try would only count against the user.
        self._challenge, self._answered = challenge, 0
        return True

    def _authorization(self, method: str, target: str) -> str | None:
        if self._login is None:
            return None
        if self._challenge is not None:
            self._answered += 1
            password, cnonce = self._login.secret.reveal(), os.urandom(16).hex()
            return self._challenge.answer(self._login.user, password, method, target, self._answered, cnonce)
        return None if self._login.kind == "digest" else self._login.header()

    def _send(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> HttpAnswer:
        self._leave(method, target, headers, body)
        return self._receive()

    def _leave(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        self._finish_last()
        all_headers = {"User-Agent": "interviews", "Accept-Encoding": "identity", **headers}
        if (authorization := self._authorization(method, target)) is not None:
            all_headers["Authorization"] = authorization
        with self._failing():
            if self._open is None:
                self._open = self._connected()
            self._open.request(method, target, body or None, all_headers)

    def _receive(self) -> HttpAnswer:
        assert self._open is not None
        self._early = None
        with self._failing():
            raw = self._open.getresponse()
        self._answer = HttpAnswer(raw, self.origin, self._limit, self._deadline)
        return self._answer

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Close, and say in our words what failed."""
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise StoreError(f"The certificate of {self.origin} is not trusted: {error.verify_message}.") from None
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise LostError(f"{self.origin} cannot be reached ({_kind(error)}).") from None

    def close(self) -> None:
        if self._answer is not None:
            self._answer.finish()
        if self._open is not None:
            self._open.close()
        self._open, self._answer, self._early = None, None, None

    def _finish_last(self) -> None:
        """A connection with half an answer on it cannot be used again."""
        if self._answer is not None and not self._answer.finish():
            self.close()
        self._answer = None

    def _connected(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.origin)
        assert parts.hostname is not None
        connection: http.client.HTTPConnection
        if parts.scheme == "http":
            connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=CONNECT)
        else:
            proxy = proxy_of(parts.hostname)
            host, port = (parts.hostname, parts.port) if proxy is None else (proxy.host, proxy.port)
            context = ssl.create_default_context()
            connection = http.client.HTTPSConnection(host, port, timeout=CONNECT, context=context)
            if proxy is not None:
                # The proxy sees the name of the server, and nothing of what goes through the tunnel.
                connection.set_tunnel(parts.hostname, parts.port or 443, proxy.headers)
        try:
            connection.connect()
        except OSError:
            connection.close()
            raise
        connection.sock.settimeout(self._timeout)
        # Many small requests on one connection: waiting for acknowledgements would double the time of each.
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection


def check_url(url: str, plain_http: bool) -> str:
    """The origin (scheme, host, port) of an address that may be used; says why another may not."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError(f"'{_shown(url)}' is no address of a calendar server; it begins with https://.")
    if parts.username or parts.password:
        raise SettingsError("Leave user and password out of the address: they would be seen in lists and logs.")
    if parts.scheme == "http" and not plain_http and not is_loopback(parts.hostname):
        raise SettingsError(
            f"http://{parts.hostname} would send your password readable. Use https://, or, in a network that you trust,"
            " set plain_http = true for this server."
        )
    return f"{parts.scheme}://{parts.netloc}"


def _joined(headers: list[tuple[str, str]]) -> dict[str, str]:
    """Headers by name in lower case; a name that comes again adds to its list (RFC 9110 5.3)."""
    out: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        out[key] = f"{out[key]}, {value}" if key in out else value
    return out


def _shown(url: str) -> str:
    return url.rpartition("@")[2]


def _kind(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "its name is not known"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    if str(error).startswith("Tunnel connection failed"):
        return f"the proxy says {str(error).rpartition(': ')[2].strip()}"
    return type(error).__name__
