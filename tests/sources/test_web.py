"""Calendars at an address, from a server on this computer: asked for only when changed, bounded, discreet."""

from __future__ import annotations

import gzip
import stat
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError

import pytest

from scheduler.sources import bounded, web
from tests.oracle.cli import interviews
from tests.sources.gathering import CALENDAR, gather, uids

SECRET = "s3cret-pass"


class _Handler(BaseHTTPRequestHandler):
    """Answers by the path; remembers what it was asked."""

    def do_GET(self) -> None:
        server: Any = self.server
        server.asked.append((self.path, dict(self.headers)))
        name = self.path.split("?")[0].strip("/").split("/")[0]
        getattr(self, f"_{name}", self._missing)()

    def _give(self, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _plain(self) -> None:
        self._give(CALENDAR)

    def _private(self) -> None:
        self._give(CALENDAR)

    def _tagged(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self._give(b"", 304)
        else:
            self._give(CALENDAR, ETag='"v1"')

    def _dated(self) -> None:
        date = "Mon, 01 Mar 2027 00:00:00 GMT"
        if self.headers.get("If-Modified-Since") == date:
            self._give(b"", 304)
        else:
            self._give(CALENDAR, Last_Modified=date)

    def _unchanged(self) -> None:
        self._give(b"", 304)

    def _login(self) -> None:
        self._give(b"", 401)

    def _broken(self) -> None:
        self._give(b"x" * 100, 500)

    def _missing(self) -> None:
        self._give(b"nothing", 404)

    def _moved(self) -> None:
        self._give(b"", 302, Location="/plain")

    def _round(self) -> None:
        self._give(b"", 302, Location="/round")

    def _away(self) -> None:
        self._give(b"", 302, Location="file:///etc/passwd")

    def _elsewhere(self) -> None:
        server: Any = self.server
        self._give(b"", 302, Location=f"http://localhost:{server.server_port}/plain")

    def _short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(CALENDAR)

    def _large(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(2000):
                self.wfile.write(b"X" * 65536)
        except OSError:
            self.close_connection = True

    def _slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"X")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def _silent(self) -> None:
        time.sleep(3)

    def _html(self) -> None:
        self._give(b"<html>Sign in</html>", Content_Type="text/html", ETag='"h"')

    def _signedout(self) -> None:
        """A calendar at first; afterwards what a server says to somebody whose session is over."""
        server: Any = self.server
        if len(server.asked) > 1:
            self._give(server.later)
        else:
            self._give(CALENDAR, ETag='"v1"')

    def _gzipped(self) -> None:
        self._give(gzip.compress(CALENDAR), Content_Encoding="gzip", ETag='"z"')

    def _packedfile(self) -> None:
        self._give(gzip.compress(CALENDAR), Content_Type="application/gzip")

    def _halfgzip(self) -> None:
        self._give(gzip.compress(CALENDAR)[:5] + b"nonsense", Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._give(gzip.compress(b"X" * 5_000_000), Content_Encoding="gzip")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def server() -> Iterator[Any]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    made.asked = []  # type: ignore[attr-defined]
    Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def _at(server: Any, path: str, login: str = "") -> str:
    return f"http://{login}127.0.0.1:{server.server_port}/{path}"


def test_a_calendar_is_fetched_and_named_by_its_host(server: Any, tmp_path: Path) -> None:
    gathered = gather(_at(server, "plain"), cache=tmp_path)
    assert uids(gathered) == ["one@x.example"]
    assert gathered.documents[0].calendar.name == "127.0.0.1"
    assert gathered.problems == []


@pytest.mark.parametrize(("path", "header"), [("tagged", "If-None-Match"), ("dated", "If-Modified-Since")])
def test_what_has_not_changed_is_not_sent_again(server: Any, tmp_path: Path, path: str, header: str) -> None:
    for _ in range(3):
        assert uids(gather(_at(server, path), cache=tmp_path)) == ["one@x.example"]
    assert [header in asked for _, asked in server.asked] == [False, True, True]


def test_the_copy_is_readable_by_the_user_alone(server: Any, tmp_path: Path) -> None:
    gather(_at(server, "tagged"), cache=tmp_path / "new")
    files = [p for p in (tmp_path / "new").rglob("*") if p.is_file()]
    assert len(files) == 2
    for path in (*files, files[0].parent):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_a_spoilt_copy_is_asked_for_anew(server: Any, tmp_path: Path) -> None:
    gather(_at(server, "tagged"), cache=tmp_path)
    [tags] = tmp_path.rglob("*.json")
    for spoilt in ("{", "[]", '{"etag": 3}'):
        tags.write_text(spoilt, "utf-8")
        assert uids(gather(_at(server, "tagged"), cache=tmp_path)) == ["one@x.example"]
    [copy] = tmp_path.rglob("*.ics")
    copy.unlink()
    assert uids(gather(_at(server, "tagged"), cache=tmp_path)) == ["one@x.example"]


def test_a_cache_that_cannot_be_written_is_no_loss(server: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    gathered = gather(_at(server, "tagged"), cache=tmp_path / "file")
    assert uids(gathered) == ["one@x.example"]
    assert gathered.problems == []


def test_a_sign_in_page_does_not_replace_the_copy(server: Any, tmp_path: Path) -> None:
    gather(_at(server, "html"), cache=tmp_path)
    assert not list(tmp_path.rglob("*.ics"))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<!DOCTYPE html><html>Sign in</html>", "sign-in page"),
        (b'{"error": "login required"}', "JSON"),
        (b"", "empty"),
        (b"please log in", "no BEGIN:VCALENDAR"),
    ],
)
def test_a_sign_in_page_instead_of_the_calendar_is_said_and_the_copy_used(
    server: Any, tmp_path: Path, page: bytes, said: str
) -> None:
    server.later = page
    address = _at(server, "signedout")
    gather(address, cache=tmp_path)
    gathered = gather(address, cache=tmp_path)
    assert uids(gathered) == ["one@x.example"]
    [problem] = gathered.problems
    assert problem.severity == "error"
    assert said in problem.message
    assert "gave no calendar" in problem.message
    assert "the copy fetched" in problem.message


@pytest.mark.parametrize("path", ["gzipped", "packedfile"])
def test_what_is_packed_is_unpacked(server: Any, tmp_path: Path, path: str) -> None:
    gathered = gather(_at(server, path), cache=tmp_path)
    assert uids(gathered) == ["one@x.example"]
    assert gathered.problems == []
    assert [copy.read_bytes() for copy in tmp_path.rglob("*.ics")] == [CALENDAR]


def test_what_unpacks_to_too_much_or_not_at_all_is_said(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MAX_STREAM", 1_000_000)
    for path, said in (("bomb", "unpacks to more than"), ("halfgzip", "damaged")):
        gathered = gather(_at(server, path), cache=tmp_path)
        assert gathered.documents == []
        assert [said in p.message for p in gathered.problems] == [True]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "404"),
        ("login", "login"),
        ("broken", "500"),
        ("unchanged", "304"),
        ("round", "302"),
        ("away", "not allowed"),
        ("short", "before the whole file"),
    ],
)
def test_what_fails_is_said(server: Any, tmp_path: Path, path: str, said: str) -> None:
    gathered = gather(_at(server, path), cache=tmp_path)
    assert gathered.documents == []
    [problem] = gathered.problems
    assert problem.severity == "error"
    assert said in problem.message


def test_redirects_are_followed_without_the_password_to_other_hosts(server: Any, tmp_path: Path) -> None:
    assert uids(gather(_at(server, "moved"), cache=tmp_path)) == ["one@x.example"]
    server.asked.clear()
    gather(_at(server, "elsewhere", f"ana:{SECRET}@"), cache=tmp_path)
    assert [("Authorization" in headers) for _, headers in server.asked] == [True, False]


def test_https_is_never_left_for_http() -> None:
    handler = web._Redirects()
    request = web.Request("https://x.example/a.ics")
    with pytest.raises(HTTPError, match="not safe"):
        handler.redirect_request(request, None, 302, "", {}, "http://x.example/a.ics")
    assert handler.redirect_request(request, None, 302, "", {}, "https://x.example/b.ics") is not None


def test_without_the_server_the_copy_is_used_and_its_age_said(server: Any, tmp_path: Path) -> None:
    address = _at(server, "tagged")
    gather(address, cache=tmp_path)
    server.shutdown()
    server.server_close()
    gathered = gather(address, cache=tmp_path)
    assert uids(gathered) == ["one@x.example"]
    [problem] = gathered.problems
    assert problem.severity == "error"
    assert "the copy fetched" in problem.message
    assert "ago was used" in problem.message


def test_size_and_time_are_bounded(server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(web, "LIMIT", 0.5)
    monkeypatch.setattr(web, "TIMEOUT", 0.5)
    for path, said in (("large", "larger than"), ("slow", "did not arrive"), ("silent", "timed out")):
        began = time.monotonic()
        [problem] = gather(_at(server, path), cache=tmp_path).problems
        assert said in problem.message or "did not arrive" in problem.message
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:99999/x.ics",
        "http://127.0.0.1:x/x.ics",
        "http://[::1/x.ics",
        "http:///x.ics",
        "https://",
        "http://127.0.0.1:1/with blank.ics",
        "http://127.0.0.1:1/\x01.ics",
        "http://127.0.0.1:1/é.ics",
        "http://exa mple/",
        "webcal://",
        "http://.../",
        "http://" + "a" * 300 + ".example/",
    ],
)
def test_odd_addresses_are_problems(tmp_path: Path, address: str) -> None:
    [problem] = gather(address, cache=tmp_path).problems
    assert problem.severity == "error"


@pytest.mark.parametrize(
    "path",
    [
        "plain",
        "nowhere",
        "login",
        "away",
        "short",
        f"private-{SECRET}/basic.ics?token={SECRET}",
        f"private-{SECRET} x/basic.ics",
        f"plain/é?{SECRET}",
    ],
)
def test_secrets_are_never_shown(server: Any, tmp_path: Path, path: str) -> None:
    address = _at(server, path, f"ana:{SECRET}@")
    for form in ([], ["--json"]):
        answer = interviews("agenda", address, "--zone", "UTC", *form, env={"XDG_CACHE_HOME": str(tmp_path)})
        assert SECRET not in answer.out + answer.err
    assert not [p for p in tmp_path.rglob("*") if SECRET in str(p)]


def test_login_is_sent_as_a_header(server: Any, tmp_path: Path) -> None:
    gather(_at(server, "plain", "ana%40x.example:p%3Aw@"), cache=tmp_path)
    [(path, headers)] = server.asked
    assert headers["Authorization"] == "Basic YW5hQHguZXhhbXBsZTpwOnc="
    assert "@" not in path
