"""Logins over real sockets: Digest by its challenges, wrong passwords, and what servers say in repeated headers."""

from __future__ import annotations

import hashlib
import re
from http.server import BaseHTTPRequestHandler

import pytest

from scheduler.errors import SettingsError, StoreError
from scheduler.sync.dav import Dav, LoginError
from scheduler.sync.digest import Challenge, digest_challenge
from scheduler.sync.discover import find_account
from scheduler.sync.http import HttpConnection, Login
from scheduler.sync.secrets import Secret
from tests.sync.test_hostile import Play, multistatus, response, says, server

PASSWORD = 'pa"ss \\ wörd:1'
USER = 'a"nna'


def _octets(text: str) -> str:
    """Text in UTF-8 the way headers show it: a character for each octet."""
    return text.encode().decode("latin-1")


class Guard:
    """A server that lets in who answers its Digest challenge; each nonce counts for `lasts` requests."""

    def __init__(self, challenge: str, lasts: int = 1000, user: str = USER) -> None:
        self.challenge, self.lasts, self.user = _octets(challenge), lasts, user
        self.number, self.used, self.let_in = 0, 0, 0

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        if self.used < self.lasts and self.right(handler):
            self.used += 1
            self.let_in += 1
            says(207, multistatus(response("/cal/a.ics")))(handler)
            return
        self.number, self.used = self.number + 1, 0
        says(401, b"", WWW_Authenticate=self.challenge.format(nonce=f"n{self.number}"))(handler)

    def right(self, handler: BaseHTTPRequestHandler) -> bool:
        header = handler.headers.get("Authorization", "")
        quoted = re.findall(r'(\w+)="((?:[^"\\]|\\.)*)"', header)
        said = {k: re.sub(r"\\(.)", r"\1", v) for k, v in quoted} | dict(re.findall(r"(\w+)=([^\s,\"]+)", header))
        if said.get("nonce") != f"n{self.number}" or said["uri"] != handler.path:
            return False
        algorithm = said.get("algorithm", "MD5").lower()
        hashed = hashlib.sha256 if "sha-256" in algorithm else hashlib.md5

        def h(octets: str) -> str:
            return hashed(octets.encode("latin-1")).hexdigest()

        if said["username"] != _octets(self.user):
            return False
        a1 = h(f"{_octets(self.user)}:{said['realm']}:{_octets(PASSWORD)}")
        if algorithm.endswith("-sess"):
            a1 = h(f"{a1}:{said['nonce']}:{said['cnonce']}")
        a2 = h(f"{handler.command}:{handler.path}")
        if "qop" not in said:
            return said["response"] == h(f"{a1}:{said['nonce']}:{a2}")
        assert int(said["nc"], 16) == self.used + 1
        middle = f"{said['nonce']}:{said['nc']}:{said['cnonce']}:{said['qop']}"
        return said["response"] == h(f"{a1}:{middle}:{a2}")


CHALLENGES = {
    "MD5": 'Digest realm="Re, alm", nonce="{nonce}", qop="auth", opaque="x"',
    "MD5-sess, as Cyrus": 'Digest nonce="{nonce}",realm="l",qop="auth",charset=utf-8,algorithm=md5-sess',
    "SHA-256 before MD5": 'Digest realm="r", nonce="bad", algorithm=MD5, qop="auth-int,auth", '
    'Digest realm="r", nonce="{nonce}", algorithm=SHA-256, qop="auth"',
    "RFC 2069": 'Digest realm="r", nonce="{nonce}"',
}


def listed(url: str, login: Login, times: int = 1) -> int:
    dav = Dav(HttpConnection(url, login), url)
    try:
        return sum(len(list(dav.multistatus("PROPFIND", "/cal/", "1", b"x"))) for _ in range(times))
    finally:
        dav.close()


@pytest.mark.parametrize("name", CHALLENGES)
@pytest.mark.parametrize("lasts", [1000, 1])
def test_digest_lets_in(name: str, lasts: int) -> None:
    guard = Guard(CHALLENGES[name], lasts)
    with server(guard) as (url, seen):
        assert listed(url, Login(USER, Secret(PASSWORD), "digest"), times=3) == 3
    assert guard.let_in == 3
    assert len(seen) == (4 if lasts > 1 else 6)
    assert not any("Basic" in header for _, header in seen)


@pytest.mark.parametrize(
    ("user", "realm"),
    [("jiří", "plain"), ("andré", "Årsplan à la carte"), ("田中", "会議"), ("ana", "Kalender Zürich")],
)
@pytest.mark.parametrize(
    "rest", ['qop="auth", charset=UTF-8', 'qop="auth", algorithm=SHA-256', 'qop="auth", algorithm=MD5-sess']
)
def test_digest_of_names_beyond_ascii(user: str, realm: str, rest: str) -> None:
    guard = Guard(f'Digest realm="{realm}", nonce="{{nonce}}", {rest}', user=user)
    with server(guard) as (url, _):
        assert listed(url, Login(user, Secret(PASSWORD), "digest"), times=2) == 2


def test_realm_in_latin_1_is_hashed_as_it_came() -> None:
    guard = Guard(CHALLENGES["MD5"])
    guard.challenge = 'Digest realm="Zürich", nonce="{nonce}", qop="auth"'
    with server(guard) as (url, _):
        assert listed(url, Login(USER, Secret(PASSWORD), "digest")) == 1


def test_basic_gives_way_to_digest_but_not_to_a_second_try() -> None:
    guard = Guard(CHALLENGES["MD5"])
    with server(guard) as (url, _):
        assert listed(url, Login(USER, Secret(PASSWORD))) == 1
    with server(Guard(CHALLENGES["MD5"])) as (url, seen), pytest.raises(LoginError):
        listed(url, Login(USER, Secret("wrong")))
    assert len(seen) == 2
    both = says(401, b"", WWW_Authenticate='Basic realm="r", Digest realm="r", nonce="n"')
    with server(both) as (url, seen), pytest.raises(LoginError):
        listed(url, Login(USER, Secret("wrong")))
    assert len(seen) == 1


@pytest.mark.parametrize("login", [("anna", "S3cr3t\nx", "bearer"), ("anna", "S3cr3t€", "bearer")])
def test_token_that_no_header_can_carry_is_not_repeated(login: tuple[str, str, str]) -> None:
    user, word, kind = login
    with server(says(207, multistatus())) as (url, seen), pytest.raises(SettingsError, match="token") as caught:
        listed(url, Login(user, Secret(word), kind))
    assert "S3cr3t" not in str(caught.value)
    assert seen == []


def test_token_is_never_turned_into_a_digest() -> None:
    with server(Guard(CHALLENGES["MD5"])) as (url, seen), pytest.raises(LoginError):
        listed(url, Login(USER, Secret("t0ken"), "bearer"))
    assert [header for _, header in seen] == ["Bearer t0ken"]


def test_digest_of_the_rfc() -> None:
    """RFC 7616 3.9.1."""
    nonce, cnonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    answers = {
        "MD5": "8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256": "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
    }
    for algorithm, expected in answers.items():
        challenge = Challenge("http-auth@example.org", nonce, algorithm, "auth", "FQhe")
        header = challenge.answer("Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, cnonce)
        assert f'response="{expected}"' in header


@pytest.mark.parametrize(
    "header", ["", "Digest", 'Digest realm="x"', 'Digest nonce=1, qop="auth-int"', "Negotiate abc="]
)
def test_challenge_that_cannot_be_answered(header: str) -> None:
    assert digest_challenge(header) is None


HOME = (
    '<C:calendar-home-set xmlns:C="urn:ietf:params:xml:ns:caldav"><href>/cal/</href></C:calendar-home-set>'
    "<current-user-principal><href>/cal/</href></current-user-principal>"
    '<resourcetype><collection/><C:calendar xmlns:C="urn:ietf:params:xml:ns:caldav"/></resourcetype>'
)


def at(places: dict[str, Play], otherwise: Play) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        places.get(handler.path, otherwise)(handler)

    return play


def good(handler: BaseHTTPRequestHandler) -> None:
    """An account whose capabilities come in two headers, as Cyrus and DAViCal send them."""
    body = multistatus(response("/cal/").replace("<getetag>1</getetag>", HOME))
    handler.send_response(200 if handler.command == "OPTIONS" else 207)
    handler.send_header("Content-Type", "application/xml")
    handler.send_header("Content-Length", str(len(body)))
    handler.send_header("DAV", "1, 3, calendar-access")
    handler.send_header("DAV", "calendar-auto-schedule, extended-mkcol")
    handler.end_headers()
    handler.wfile.write(body)


def test_capabilities_in_several_headers_are_all_heard() -> None:
    with server(good) as (url, _):
        assert find_account(url, lambda u: HttpConnection(u, None)).schedules is True


def test_server_is_found_where_servers_usually_are() -> None:
    """SOGo without a web server before it: its host says nothing, its own folder everything."""
    page = says(200, b"<html></html>", "text/html")
    with server(at({"/SOGo/dav/": good, "/cal/": good}, page)) as (url, _):
        host = url.removesuffix("cal/")
        assert find_account(host, lambda u: HttpConnection(u, None)).url == f"{host}SOGo/dav/"
        with pytest.raises(StoreError, match="elsewhere"):
            find_account(f"{host}elsewhere/", lambda u: HttpConnection(u, None))


def test_login_refused_at_a_usual_place_is_said() -> None:
    with server(at({"/dav/": says(401, b"")}, says(404, b""))) as (url, _), pytest.raises(LoginError):
        find_account(url.removesuffix("cal/"), lambda u: HttpConnection(u, Login(USER, Secret(PASSWORD))))


def test_nothing_is_tried_twice_on_a_server_that_does_not_answer() -> None:
    with pytest.raises(StoreError, match="nothing listens there"):
        find_account("http://127.0.0.1:9/", lambda u: HttpConnection(u, None))
