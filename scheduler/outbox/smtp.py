"""One attempt to give a letter to an SMTP server (RFC 5321); it says what is certain, and what is not."""

from __future__ import annotations

import base64
import os
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from scheduler.errors import DeliveryError, SettingsError
from scheduler.model.host import is_loopback
from scheduler.outbox.wire import Letter, seven_bit
from scheduler.settings.mail import MailSettings

PORTS = {"starttls": 587, "tls": 465, "plain": 25}
# What we say in EHLO: neither the computer's name nor a name server's answer.
_HELO = "[127.0.0.1]"
_SAID = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """The server has the message (2yz after the content)."""

    reply: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The message has certainly not gone; `why` says what the user can do."""

    why: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The content was transmitted, and no definite answer came."""

    why: str


Outcome = Taken | NotTaken | Unclear


def check_account(account: MailSettings) -> None:
    """Raise SettingsError where the account could not be used safely."""
    if account.security not in PORTS:
        raise SettingsError('[mail] security: write "starttls", "tls" or "plain".')
    if account.security == "plain" and not is_loopback(account.host):
        raise SettingsError(
            '[mail] security = "plain" is only for a server on this computer (127.0.0.1, ::1 or localhost): '
            'anyone on the way could read the message and the password. Use "starttls" or "tls".'
        )
    if not 0 <= account.port <= 65535:
        raise SettingsError("[mail] port: write a number from 1 to 65535, or 0 for the usual one.")
    if not account.timeout or not account.patience:
        raise SettingsError("[mail] timeout and patience: write 1 second or more.")


def route(account: MailSettings) -> str:
    """Over what a letter goes, in words for the user."""
    protection = {"starttls": "STARTTLS", "tls": "TLS", "plain": "this computer only, not encrypted"}[account.security]
    login = f", as {account.user}" if account.user else ""
    return f"{account.host}:{account.port or PORTS[account.security]} ({protection}{login})"


def transmit(letter: Letter, account: MailSettings, secret: str, before_content: Callable[[], None]) -> Outcome:
    """Give the letter to the account's server: all recipients or none.

    `before_content` is called when the server is ready for the content, before its first byte leaves; what it raises
    goes through, and nothing has gone.
    """
    check_account(account)
    try:
        with _session(account, secret) as server:
            data = _envelope(server, letter, account, secret)
            before_content()
            return _content(server, data, account, secret)
    except DeliveryError as error:
        return NotTaken(str(error))
    except ssl.SSLCertVerificationError as error:
        return NotTaken(
            f"The certificate of {account.host} is not to be trusted ({error.verify_message}); nothing was sent. "
            "If the server is your own, name its certificate in [mail] ca_file."
        )
    except ssl.SSLError as error:
        return NotTaken(
            f"No TLS connection to {route(account)} ({error.reason}); nothing was sent. Do port and security fit?"
        )
    except (OSError, smtplib.SMTPException) as error:
        return NotTaken(
            f"{route(account)} cannot be reached or hung up ({_cause(error)}); nothing was sent. Try again later."
        )


@contextmanager
def _session(account: MailSettings, secret: str) -> Iterator[smtplib.SMTP]:
    """A connection that is encrypted and logged in; it ends after `patience` seconds, whatever the server does."""
    context = _context(account)
    with _Watchdog(account.patience) as watchdog:
        server = _Server(account, context, watchdog)
        try:
            server.ehlo_or_helo_if_needed()
            if context is not None and account.security == "starttls":
                _starttls(server, account, context)
            if account.user:
                _login(server, account, secret)
            yield server
        finally:
            # No wait for the answer to QUIT: the outcome stands, and every moment before it is noted is a risk.
            with suppress(OSError, smtplib.SMTPException):
                server.putcmd("quit")
            with suppress(OSError):
                server.close()


def _context(account: MailSettings) -> ssl.SSLContext | None:
    if account.security == "plain":
        return None
    try:
        return ssl.create_default_context(cafile=account.ca_file or None)
    except (OSError, ssl.SSLError):
        raise SettingsError("The file in [mail] ca_file cannot be read as certificates (PEM).") from None


class _Server(smtplib.SMTP):
    """The standard client, with its connection under the watchdog's eye from the first moment."""

    def __init__(self, account: MailSettings, context: ssl.SSLContext | None, watchdog: _Watchdog) -> None:
        self._context = context if account.security == "tls" else None
        self._watchdog = watchdog
        port = account.port or PORTS[account.security]
        super().__init__(account.host, port, local_hostname=_HELO, timeout=account.timeout)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connection = socket.create_connection((host, port), timeout)
        self._watchdog.watch(connection)
        if self._context is None:
            return connection
        return self._context.wrap_socket(connection, server_hostname=host)


class _Watchdog:
    """Cuts a connection after so many seconds: a server that sends a byte now and then never runs into a timeout."""

    def __init__(self, seconds: int) -> None:
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._watched: socket.socket | None = None

    def watch(self, connection: socket.socket) -> None:
        self._watched = socket.socket(fileno=os.dup(connection.fileno()))

    def __enter__(self) -> _Watchdog:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._watched is not None:
            with suppress(OSError):
                self._watched.close()

    def _cut(self) -> None:
        if self._watched is not None:
            with suppress(OSError):
                self._watched.shutdown(socket.SHUT_RDWR)


def _starttls(server: smtplib.SMTP, account: MailSettings, context: ssl.SSLContext) -> None:
    if not server.has_extn("starttls"):
        raise DeliveryError(
            f"{route(account)} offers no STARTTLS, so nothing was sent. If it speaks TLS from the start, set [mail] "
            'security = "tls"; otherwise somebody may be listening in.'
        )
    code, said = server.starttls(context=context)
    if code != 220:
        raise DeliveryError(f"{route(account)} refused STARTTLS ({_said(code, said, '')}); nothing was sent.")
    server.ehlo_or_helo_if_needed()


def _login(server: smtplib.SMTP, account: MailSettings, secret: str) -> None:
    try:
        server.login(account.user, secret)
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryError(
            f"{account.host} refused the login of {account.user} "
            f"({_said(error.smtp_code, error.smtp_error, secret)}); nothing was sent. Check the user and the password."
        ) from None
    except smtplib.SMTPNotSupportedError:
        raise DeliveryError(
            f"{route(account)} offers no login; nothing was sent. Leave [mail] user empty if it needs none."
        ) from None
    except smtplib.SMTPServerDisconnected:
        raise
    except (smtplib.SMTPException, UnicodeError):
        raise DeliveryError(f"The login at {account.host} failed; nothing was sent. Check user and password.") from None


def _envelope(server: smtplib.SMTP, letter: Letter, account: MailSettings, secret: str) -> bytes:
    """MAIL, RCPT and DATA, up to the server's "go ahead"; the content as this server can take it."""
    data, options = letter.data, []
    if not data.isascii():
        if server.has_extn("8bitmime"):
            options.append("BODY=8BITMIME")
        else:
            data = seven_bit(data)
    limit = server.esmtp_features.get("size", "")
    if limit.isdigit() and 0 < int(limit) < len(data):
        raise DeliveryError(f"The message has {len(data)} bytes, {account.host} takes {limit}; nothing was sent.")
    if server.has_extn("size"):
        options.append(f"SIZE={len(data)}")
    code, said = server.mail(letter.sender, options)
    if code != 250:
        raise DeliveryError(
            f"{account.host} does not take mail from {letter.sender} ({_said(code, said, secret)}); nothing was sent."
        )
    for recipient in letter.recipients:
        code, said = server.rcpt(recipient)
        if code not in (250, 251):
            raise DeliveryError(
                f"{account.host} does not take mail for {recipient} ({_said(code, said, secret)}); nothing was sent "
                "to anybody. Check the address."
            )
    code, said = server.docmd("DATA")
    if code != 354:
        raise DeliveryError(f"{account.host} refused the message ({_said(code, said, secret)}); nothing was sent.")
    return data


def _content(server: smtplib.SMTP, data: bytes, account: MailSettings, secret: str) -> Outcome:
    """The content and the final dot; from the first byte on, only the server's answer is certain (RFC 5321 4.2.5)."""
    ended = data if data.endswith(b"\r\n") else data + b"\r\n"
    try:
        if server.sock is not None:
            server.sock.settimeout(account.patience)
        server.send(re.sub(rb"(?m)^\.", b"..", ended) + b".\r\n")
        code, said = server.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return Unclear(f"{account.host} got the message but gave no answer ({_cause(error)}).")
    if 200 <= code < 300:
        return Taken(_said(code, said, secret))
    if 400 <= code < 600:
        return NotTaken(f"{account.host} refused the message ({_said(code, said, secret)}); it was not sent.")
    return Unclear(
        f"{account.host} got the message and gave an answer that means nothing ({_said(code, said, secret)})."
    )


def _said(code: int, said: bytes | str, secret: str) -> str:
    """A server's words on one line, without control characters, bounded, and without the password."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    if secret:
        for form in (secret, base64.b64encode(secret.encode()).decode("ascii")):
            text = text.replace(form, "…")
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"{code} {clean}"[:_SAID]


def _cause(error: Exception) -> str:
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib hides it
        return "no answer in time"
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error.smtp_code, error.smtp_error, "")
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "connection closed"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__
