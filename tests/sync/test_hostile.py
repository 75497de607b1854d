"""Servers that mean harm, over real sockets: a clear error, nothing outside the mirror, no login to strangers."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from scheduler.errors import SchedulerError, SettingsError, StoreError
from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.discover import find_account
from scheduler.sync.http import HttpConnection, Login
from scheduler.sync.mirror import Mirror
from scheduler.sync.report import Options, Report
from scheduler.sync.runner import synchronise
from scheduler.sync.secrets import Secret

SECRET = "correct-horse-battery"
Play = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(play: Play) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A server that does what `play` says; its address and the (path, Authorization) of each request."""
    seen: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def act(self) -> None:
            seen.append((self.path, self.headers.get("Authorization", "")))
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            try:
                play(self)
            except OSError:
                self.close_connection = True

        do_GET = do_PUT = do_REPORT = do_PROPFIND = do_OPTIONS = do_DELETE = act  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{running.server_address[1]}/cal/", seen
        finally:
            running.shutdown()


def says(status: int, body: bytes, kind: str = "application/xml", **headers: str) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", headers.pop("length", str(len(body))))
        for key, value in headers.items():
            handler.send_header(key.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return play


def multistatus(*responses: str) -> bytes:
    token = "<sync-token>t</sync-token>"
    return f'<?xml version="1.0"?><multistatus xmlns="DAV:">{"".join(responses)}{token}</multistatus>'.encode()


def response(href: str, data: str = "") -> str:
    inner = f'<c:calendar-data xmlns:c="urn:ietf:params:xml:ns:caldav">{data}</c:calendar-data>' if data else ""
    return (
        f"<response><href>{href}</href><propstat><prop><getetag>1</getetag>{inner}</prop>"
        "<status>HTTP/1.1 200 OK</status></propstat></response>"
    )


def run(url: str, folder: Path, **limits: float) -> Report:
    connection = HttpConnection(url, Login("anna", Secret(SECRET)), **limits)  # type: ignore[arg-type]
    dav = Dav(connection, connection.origin, sleep=lambda _: None)
    mirror = Mirror(folder / "home")
    try:
        return synchronise(mirror, DavCollection(dav, url), Options(), datetime(2027, 3, 1, tzinfo=UTC))
    finally:
        mirror.close()
        dav.close()


def endless(block: bytes, *, chunked: bool, pause: float = 0.0) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(207)
        handler.send_header("Content-Type", "application/xml")
        if chunked:
            handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b'1a\r\n<multistatus xmlns="DAV:">\r\n' if chunked else b'<multistatus xmlns="DAV:">')
        while True:
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(block), block) if chunked else block)
            time.sleep(pause)

    return play


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<multistatus xmlns="DAV:">&b;</multistatus>'
)
THIEF = (
    b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<multistatus xmlns="DAV:">&x;</multistatus>'
)
CASES: dict[str, tuple[Play, str]] = {
    "endless body": (endless(b"<response/>" * 5000, chunked=False), "does not end"),
    "endless chunks": (endless(b"<response/>" * 5000, chunked=True), "does not end|broken|takes too long"),
    "endless text in one element": (endless(b"x" * 60000, chunked=False), "does not end"),
    "drop by drop": (endless(b" ", chunked=False, pause=0.01), "too long"),
    "entity bomb": (says(207, BOMB), "unsafe"),
    "entity that reads files": (says(207, THIEF), "unsafe"),
    "deep nesting": (says(207, b"<multistatus xmlns='DAV:'>" + b"<a>" * 5000), "nested"),
    "sign-in page": (says(207, b"<html></html>", "text/html"), "sign-in page"),
    "packed": (says(207, multistatus(), Content_Encoding="gzip"), "packed"),
    "shorter than announced": (says(207, multistatus(), length="99999"), "less than it announced|broke off|broken"),
    "not DAV": (says(207, b"<feed/>"), "no DAV multistatus"),
    "broken XML": (says(207, b"<multistatus xmlns='DAV:'><resp"), "broken or cut short"),
    "climbing href": (says(207, multistatus(response("/cal/../../../etc/x.ics"))), "unsafe"),
    "climbing in disguise": (says(207, multistatus(response("/cal/..%2f..%2fx.ics"))), "unsafe"),
    "other folder": (says(207, multistatus(response("/other/x.ics"))), "unsafe"),
    "backslash": (says(207, multistatus(response("/cal/..\\x.ics"))), "unsafe"),
    "redirect": (says(302, b"", Location="http://evil.example/cal/"), "sends us on to http://evil.example"),
    "no end to the pages": (
        says(207, multistatus("<response><href>/cal/</href><status>HTTP/1.1 507 x</status></response>")),
        "do not end",
    ),
    "login refused": (says(401, b""), "refused the login"),
    "wait a week": (says(503, b"", Retry_After="604800"), "busy"),
}


@pytest.mark.parametrize("name", CASES)
def test_hostile_server_gets_a_clear_error(name: str, tmp_path: Path) -> None:
    play, words = CASES[name]
    with server(play) as (url, _), pytest.raises(SchedulerError, match=words) as caught:
        run(url, tmp_path, limit=3_000_000, deadline=2, timeout=2)
    assert SECRET not in str(caught.value)
    assert [p.name for p in tmp_path.iterdir() if p.is_dir()] in ([], ["home"])
    assert list(tmp_path.rglob("*.ics")) == []


def test_odd_names_stay_inside_the_mirror(tmp_path: Path) -> None:
    names = [".hidden.ics", "con:.ics", "%00.ics", "a%0Ab.ics", "-rf.ics", "x" * 300 + ".ics", "%E2%80%AE.ics", ".."]
    good = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{}\nEND:VEVENT\nEND:VCALENDAR"
    bodies = [response(f"/cal/{n}", good.format(i)) for i, n in enumerate(names[:-1]) if n != "%00.ics"]
    with server(says(207, multistatus(*bodies))) as (url, _):
        run(url, tmp_path)
    files = list(tmp_path.rglob("*.ics"))
    assert len(files) == len(bodies)
    assert {p.parent for p in files} == {tmp_path / "home"}
    assert all(p.name[0] not in ".-" or p.name == "-rf.ics" for p in files)


def test_login_goes_to_no_other_server() -> None:
    with server(says(207, multistatus())) as (other, seen_there):
        target = other.replace("127.0.0.1", "localhost")
        with server(says(301, b"", Location=target)) as (url, _), pytest.raises(StoreError, match="was not sent there"):
            find_account(url, lambda u: HttpConnection(u, Login("anna", Secret(SECRET))))
        assert seen_there == []


def test_home_on_another_server_gets_no_login() -> None:
    home = "<href>https://evil.example/h/</href>"
    home = f'<C:calendar-home-set xmlns:C="urn:ietf:params:xml:ns:caldav">{home}</C:calendar-home-set>'
    principal = "<current-user-principal><href>/p/</href></current-user-principal>"
    body = response("/cal/").replace("<getetag>1</getetag>", principal + home)
    with server(says(207, multistatus(body))) as (url, _), pytest.raises(StoreError, match="was not sent there"):
        find_account(url, lambda u: HttpConnection(u, Login("anna", Secret(SECRET))))


@pytest.mark.parametrize("url", ["http://calendar.example/", "ftp://x.example/", "https://anna:pw@x.example/", "x"])
def test_unsafe_address_is_refused(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        HttpConnection(url, None)
    assert "anna:pw" not in str(caught.value)
