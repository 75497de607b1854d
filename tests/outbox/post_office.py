"""A real SMTP server on loopback that can be told to misbehave."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from scheduler.settings.mail import MailSettings

PASSWORD = "correct horse"


@dataclass
class Post:
    """What arrived, and how the server answers. A step may be "abort", a number of seconds, or a reply."""

    at_rcpt: str | float = "250 OK"
    at_content: str | float = "250 OK: queued as 1"
    before_greeting: float = 0
    arrived: list[Envelope] = field(default_factory=list)
    logins: list[LoginPassword] = field(default_factory=list)
    port: int = 0
    ca_file: str = ""

    async def handle_RCPT(self, server: SMTP, _session: Session, envelope: Envelope, address: str, _: Any) -> str:
        reply = await self._do(server, self.at_rcpt)
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        self.arrived.append(envelope)
        return await self._do(server, self.at_content)

    async def _do(self, server: SMTP, step: str | float) -> str:
        if isinstance(step, str) and step != "abort":
            return step
        if isinstance(step, float):
            await asyncio.sleep(step)
        assert server.transport is not None
        server.transport.abort()
        return "421 gone"

    def login(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        self.logins.append(data)
        right = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
        if right:
            return AuthResult(success=True)
        return AuthResult(success=False, handled=False, message=None)

    def account(self, **changes: Any) -> MailSettings:
        values: dict[str, Any] = {
            "host": "127.0.0.1",
            "port": self.port,
            "ca_file": self.ca_file,
            "timeout": 2,
            "patience": 5,
            **changes,
        }
        return MailSettings(**values)


class _AnyPort(Controller):
    """aiosmtpd's controller, on a port that is free."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def post_office(
    post: Post, certificate: Path, security: str = "starttls", login: bool = False, limit: int = 10_000_000
) -> Iterator[Post]:
    """Run the server; `security` is what it offers, `limit` the bytes that it takes."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    options: dict[str, Any] = {"data_size_limit": limit}
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    if security == "tls":
        options |= {"ssl_context": context}
    if login:
        options |= {
            "authenticator": post.login,
            "auth_required": True,
            "auth_require_tls": security == "starttls",
        }
    controller = _AnyPort(post, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        post.port = controller.port
        post.ca_file = str(certificate)
        yield post
    finally:
        controller.stop()


def make_certificate(path: Path, address: str = "127.0.0.1") -> Path:
    """A self-signed certificate with its key in one PEM file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "post office")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path
