"""TLS: certificates are verified, by name too; through a proxy the tunnel ends at the server."""

from __future__ import annotations

import base64
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from scheduler.errors import SettingsError, StoreError
from scheduler.sync.http import HttpConnection, Login
from scheduler.sync.proxy import proxy_of
from scheduler.sync.secrets import Secret

NAME = "cal.mail.example"
LOGIN = Login("anna", Secret("geheim"))


def certificate(folder: Path) -> Path:
    """One for NAME and localhost that signs itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME), x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + built.public_bytes(serialization.Encoding.PEM)
    )
    return path


class Quiet(socketserver.ThreadingTCPServer):
    """Connections that end badly are what is tried here."""

    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def serving(handler: type[socketserver.BaseRequestHandler]) -> Iterator[int]:
    with Quiet(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running.server_address[1]
        running.shutdown()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, Path, list[bytes]]]:
    """Its port, its certificate, and the requests that came through."""
    pem = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    seen: list[bytes] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with context.wrap_socket(self.request, server_side=True) as secure:
                seen.append(secure.recv(65536))
                secure.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")

    with serving(Handler) as port:
        yield port, pem, seen


@contextmanager
def proxy(target: int, user: str = "") -> Iterator[tuple[int, list[bytes]]]:
    """A proxy whose tunnels all end at one port; its port and what it was asked."""
    asked: list[bytes] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(65536))
            if user and base64.b64encode(user.encode()) not in asked[-1]:
                self.request.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                return
            with socket.create_connection(("127.0.0.1", target)) as there:
                self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=copy, args=(there, self.request), daemon=True)
                back.start()
                copy(self.request, there)
                back.join(1)

    with serving(Handler) as port:
        yield port, asked


def copy(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while block := one.recv(65536):
            other.sendall(block)
        other.shutdown(socket.SHUT_WR)


def status(url: str) -> int:
    connection = HttpConnection(url, LOGIN)
    try:
        return connection.send("OPTIONS", "/", {}, b"").status
    finally:
        connection.close()


def test_certificate_that_nobody_vouches_for_gets_no_login(server: tuple[int, Path, list[bytes]]) -> None:
    port, _, seen = server
    with pytest.raises(StoreError, match="is not trusted"):
        status(f"https://localhost:{port}/")
    assert seen == []


def test_certificate_of_another_name_gets_no_login(
    server: tuple[int, Path, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, pem, seen = server
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    assert status(f"https://localhost:{port}/") == 204
    with pytest.raises(StoreError, match="is not trusted"):
        status(f"https://127.0.0.1:{port}/")
    assert len(seen) == 1
    assert LOGIN.header().encode() in seen[0]


def test_tunnel_through_a_proxy(server: tuple[int, Path, list[bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    port, pem, seen = server
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with proxy(port, "pat:s p") as (gate, asked):
        monkeypatch.setenv("https_proxy", f"http://pat:s%20p@127.0.0.1:{gate}")
        assert status(f"https://{NAME}/") == 204
        assert asked[0].startswith(f"CONNECT {NAME}:443 ".encode())
        assert LOGIN.header().encode() not in asked[0]
        assert LOGIN.header().encode() in seen[0]
        with pytest.raises(StoreError, match="is not trusted"):
            status("https://other.example/")
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{gate}")
        with pytest.raises(StoreError, match="the proxy says 407"):
            status(f"https://{NAME}/")


def test_when_there_is_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert proxy_of(NAME) is None
    monkeypatch.setenv("HTTPS_PROXY", "gate.example:3128")
    found = proxy_of(NAME)
    assert found is not None
    assert (found.host, found.port, found.headers) == ("gate.example", 3128, {})
    monkeypatch.setenv("no_proxy", "localhost,.mail.example")
    assert proxy_of(NAME) is None
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("HTTPS_PROXY", "socks5://gate.example")
    with pytest.raises(SettingsError, match="http://host:port"):
        proxy_of(NAME)


@pytest.mark.parametrize(
    "address",
    [
        "http://ana:S3cr3t/x@proxy.example:8080",
        "http://ana:123/S3cr3t@proxy.example:8080",
        "http://ana:S3cr3t#x@proxy.example:8080",
        "http://ana:1?S3cr3t@proxy.example:8080",
        "ana:S3cr3t@proxy.example:many",
        "ana:S3cr3t@proxy.example:99999",
        "ana:S3cr3t@proxy..example:80",
        "http://ana:S3cr3t@[::1",
        "http://[::1",
        "https://ana:S3cr3t@proxy.example:1",
        "http://ana:S3cr3t@",
    ],
)
def test_address_of_a_proxy_that_cannot_be_used_is_not_repeated(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("https_proxy", address)
    with pytest.raises(SettingsError, match="written http://host:port") as caught:
        proxy_of(NAME)
    assert not any(word in str(caught.value) for word in ("S3cr3t", "ana", "proxy.example", "::1"))
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
