"""Holds on a mirror of a real server; colleagues' busy times from real servers, and from one that is made for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scheduler.errors import SourceError
from tests.holds.desk import ACME, DENTIST, HOSTED, Desk, calendar, event
from tests.sync.real_servers import RealServer, xandikos
from tests.sync.real_world import Real

SLOTS = ("--slot", "2027-03-11T10:00", "--slot", "2027-03-12T14:00")
ASK = ("propose", "--new", "Panel", "--duration", "60", "--count", "20", "--from", "2027-03-11", "--to", "2027-03-12")
ADDRESS = (
    b'<propertyupdate xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>'
    b"<C:calendar-user-address-set><href>mailto:me@x.example</href></C:calendar-user-address-set>"
    b"</prop></set></propertyupdate>"
)


def connect(desk: Desk, server: RealServer, name: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk's calendar on a server, connected with holds, synchronised; the folder of its mirror."""
    monkeypatch.setenv("PW", "x")
    settings = desk.folder / "no-settings.toml"
    settings.write_text('me = ["me@x.example"]\nname = "Ana"\nzone = "Europe/Lisbon"\n')
    words = ("--user", "anna", "--password-env", "PW", "--calendar", name, "--holds", name)
    desk.run("connect", server.origin + "/", *words, now=())
    desk.run("sync", now=())
    return next(Path(p) for p in (desk.folder / "data" / "calendars").glob("*/*") if p.is_dir())


def test_hold_and_settle_on_a_mirror(
    tmp_path: Path, servers: dict[str, RealServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path, "vdir")
    remote = Real(servers["radicale"], "holdsweek")
    remote.store("acme.ics", calendar(ACME))
    remote.store("dentist.ics", calendar(DENTIST))
    before = remote.contents()
    mirror = connect(desk, servers["radicale"], "holdsweek", monkeypatch)
    desk.run("hold", "acme", *SLOTS)
    assert len(desk.holds(mirror)) == 2
    assert len(remote.contents()) == 2, "nothing leaves before the next synchronisation"
    desk.run("sync", now=())
    assert len([d for d in remote.contents().values() if b"X-INTERVIEWS-HOLD" in d]) == 2
    desk.run("settle", "acme", "2")
    desk.run("sync", now=())
    (left,) = [d for d in remote.contents().values() if b"X-INTERVIEWS-HOLD" in d]
    assert b"DTSTART:20270312T140000Z" in left
    moved = ACME.replace("20270309T15", "20270312T14").replace("20270309T16", "20270312T15")
    remote.store("acme.ics", calendar(moved))
    desk.run("sync", now=())
    desk.run("settle")
    desk.run("sync", now=())
    now = remote.contents()
    assert set(now) == set(before)
    assert now["dentist.ics"] == before["dentist.ics"]


def test_server_that_schedules_tells_the_guests_and_we_do_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = xandikos(tmp_path)
    try:
        server.ask("PROPPATCH", "/anna/", ADDRESS, Content_Type="application/xml")
        remote = Real(server, "hosted")
        remote.store("mine.ics", calendar(event("mine@x", "09T1500", "09T1600", "Interview: Cleo at Acme", *HOSTED)))
        desk = Desk(tmp_path, "vdir")
        connect(desk, server, "hosted", monkeypatch)
        desk.run("hold", "acme", *SLOTS)
        done = desk.json("settle", "acme", "2")
        assert (done["role"], done["packets"]) == ("organizer", [])
        assert [n for n in done["notes"] if "server tells" in n]
        waiting = desk.run("sync", now=(), status=1)
        assert "would mail guest@y.example" in waiting
        assert not [d for d in remote.contents().values() if b"X-INTERVIEWS" in d]
        settings = desk.folder / "no-settings.toml"
        settings.write_text(settings.read_text().replace('schedules = "yes"', 'schedules = "no"'))
        desk.run("undo", now=())
        desk.run("hold", "acme", *SLOTS)
        assert len(desk.json("settle", "acme", "1")["packets"]) == 1
    finally:
        server.stop()


@pytest.mark.parametrize("name", ["radicale", "xandikos"])
def test_busy_times_of_a_calendar_on_a_server(name: str, tmp_path: Path, servers: dict[str, RealServer]) -> None:
    desk = Desk(tmp_path, "file")
    colleague = Real(servers[name], "colleague")
    colleague.store("a.ics", calendar(event("a@x", "11T0900", "11T1700", "Secret panel")))
    table = f'[[servers]]\nname = "s"\nurl = "{servers[name].origin}/"\nuser = "anna"\npassword_command = "echo x"\n'
    desk.settings(desk._table("Week", desk.week, ""), table)
    free = desk.json(*ASK)["proposals"]
    assert [p for p in free if p["start"][11:13] == "11"]
    answer = desk.json(*ASK, "--with", colleague.url)
    assert all(p["start"][11:13] == "17" for p in answer["proposals"]), answer["proposals"]
    assert answer["proposals"]
    assert "Secret" not in str(answer)


def test_busy_times_of_a_person_on_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = xandikos(tmp_path)
    try:
        server.ask("PROPPATCH", "/anna/", ADDRESS, Content_Type="application/xml")
        remote = Real(server, "mine")
        remote.store("a.ics", calendar(event("a@x", "11T0900", "11T1700", "Secret panel")))
        desk = Desk(tmp_path, "file")
        monkeypatch.setenv("PW", "x")
        (tmp_path / "no-settings.toml").write_text('zone = "Europe/Lisbon"\nme = ["me@x.example"]\n')
        words = ("--user", "anna", "--password-env", "PW", "--calendar", "mine")
        desk.run("connect", server.origin + "/", *words, now=())
        answer = desk.json(*ASK, str(desk.week), "--with", "me@x.example")
        assert {p["start"][11:13] for p in answer["proposals"]} == {"17"}
        with pytest.raises(SourceError, match=r"stranger@y\.example cannot be taken into account"):
            desk.run(*ASK, str(desk.week), "--with", "stranger@y.example")
    finally:
        server.stop()


ANSWER = """<?xml version="1.0"?><C:schedule-response xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<C:response><C:recipient><D:href>mailto:bo@acme.example</D:href></C:recipient><C:request-status>2.0;Success</C:request-status>
<C:calendar-data>BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//EN
METHOD:REPLY
BEGIN:VFREEBUSY
UID:1
DTSTAMP:20270305T090000Z
ATTENDEE:mailto:bo@acme.example
{lines}END:VFREEBUSY
END:VCALENDAR
</C:calendar-data></C:response></C:schedule-response>"""


@contextmanager
def outbox(lines: str) -> Iterator[tuple[str, list[str]]]:
    """A server with nothing but a scheduling outbox, and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            body = ANSWER.format(lines=lines).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/outbox/", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("window", ["", "DTSTART:20270301T000000Z\nDTEND:20270501T000000Z\n"])
def test_person_of_the_settings_without_a_calendar_is_asked_for(window: str, tmp_path: Path) -> None:
    """Some servers do not repeat the window that they were asked about."""
    desk = Desk(tmp_path, "file")
    with outbox(window + "FREEBUSY;FBTYPE=BUSY:20270311T090000Z/20270311T160000Z\n") as (url, asked):
        origin = urlsplit(url)
        server = (
            f'[[servers]]\nname = "s"\nurl = "{origin.scheme}://{origin.netloc}/"\nuser = "anna"\noutbox = "{url}"\n'
            'password_command = "echo x"\nme = ["me@x.example"]\n'
        )
        person = '[[people]]\nname = "bo"\naddress = "bo@acme.example"\nstart = 09:00:00\nend = 18:00:00\n'
        desk.settings(desk._table("Week", desk.week, ""), server, person)
        answer = desk.json(*ASK, "--need", "me,bo")
        assert {p["start"][11:13] for p in answer["proposals"]} <= {"16", "17"}
        assert answer["proposals"]
    (question,) = asked
    assert "ATTENDEE:mailto:bo@acme.example" in question
    assert not [s for s in ("Acme", "S3CRET", "Panel", "Ana") if s in question]
