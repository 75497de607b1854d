"""Radicale and Xandikos as real processes on loopback, each with a folder of its own."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from scheduler.sync.http import Login
from scheduler.sync.secrets import Secret
from tests.sync import outside

START_SECONDS = 30


class Server(Protocol):
    """What the tests ask of a server, started by them or somebody's own."""

    origin: str
    login: Login | None

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]: ...

    def calendar(self, name: str) -> str: ...

    def stop(self) -> None: ...


class RealServer:
    """A server process; `calendar(name)` makes a calendar and gives its address."""

    def __init__(self, command: list[str], port: int, home: str, env: dict[str, str], log: Path) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.home = home
        self.login: Login | None = None
        self.port = port
        with log.open("wb") as out:
            self._process = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, **env})
        self._wait(log)

    def _wait(self, log: Path) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"the server did not start: {log.read_text()[-2000:]}")
            try:
                self.ask("OPTIONS", "/")
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server does not answer")

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        """One request as another client would send it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        if self.login is not None:
            headers["Authorization"] = self.login.header()
        try:
            connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def calendar(self, name: str) -> str:
        body = (
            '<?xml version="1.0"?><C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
            f"<D:displayname>{name}</D:displayname></D:prop></D:set></C:mkcalendar>"
        )
        path = f"{self.home}{name}/"
        status, text = self.ask("MKCALENDAR", path, body.encode(), Content_Type="application/xml")
        assert status in (200, 201), (status, text)
        return self.origin + path

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def radicale(folder: Path, user: str = "anna", password: str = "") -> RealServer:
    """One with a `password` asks for it; `ask` gives it."""
    port = free_port()
    config, users = folder / "radicale.conf", folder / "users"
    users.write_text(f"{user}:{password}\n")
    auth = f"htpasswd\nhtpasswd_filename = {users}\nhtpasswd_encryption = plain\ndelay = 0" if password else "none"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = {auth}\n[storage]\nfilesystem_folder = {folder / 'data'}\n"
        "[logging]\nlevel = warning\n"
    )
    command = [sys.executable, "-m", "radicale", "--config", str(config)]
    server = RealServer(command, port, f"/{user}/", {}, folder / "radicale.log")
    if password:
        server.login = Login(user, Secret(password))
    server.ask("MKCOL", f"/{user}/")
    return server


def xandikos(folder: Path, *options: str) -> RealServer:
    port = free_port()
    command = [sys.executable, "-m", "xandikos", "serve", "-d", str(folder / "data"), "--autocreate"]
    command += ["--current-user-principal", "/anna/", "--defaults", "--no-detect-systemd"]
    command += ["-l", "127.0.0.1", "-p", str(port), "--state-dir", str(folder / "state"), *options]
    return RealServer(command, port, "/anna/calendars/", {}, folder / "xandikos.log")


NAMES = ("radicale", "xandikos", *([outside.NAME] if outside.GIVEN else []))


def started(factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """All of `NAMES`, until the tests are over."""
    running: dict[str, Server] = {}
    try:
        for name, make in (("radicale", radicale), ("xandikos", xandikos)):
            running[name] = make(factory.mktemp(name))
        if outside.GIVEN:
            running[outside.NAME] = outside.OutsideServer()
        yield running
    finally:
        for server in running.values():
            server.stop()
