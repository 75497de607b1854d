"""The same random edits and faults against Radicale and Xandikos; and no surprise mail from a server that schedules."""

from __future__ import annotations

import itertools
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scheduler.ics.freebusy import read_freebusy
from scheduler.model.time import Period
from scheduler.sync.dav import Dav
from scheduler.sync.discover import find_account
from scheduler.sync.freebusy import ask_outbox, query_calendar
from scheduler.sync.http import HttpConnection, Login
from scheduler.sync.mirror import Mirror
from scheduler.sync.secrets import Secret
from tests.sync.model_server import event
from tests.sync.outside import MEETINGS, OutsideServer
from tests.sync.real_servers import NAMES, Server, xandikos
from tests.sync.real_world import Real
from tests.sync.world import World, random_steps, scratch

STEPS = int(os.environ.get("SYNC_REAL_STEPS", "500"))
RUN = 50
_numbers = itertools.count()
ADDRESS = (
    b'<propertyupdate xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>'
    b"<C:calendar-user-address-set><href>mailto:me@x.example</href></C:calendar-user-address-set>"
    b"</prop></set></propertyupdate>"
)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", NAMES)
def test_no_edit_is_lost(
    name: str, tmp_path: Path, servers: dict[str, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = scratch(tmp_path)
    for seed in range(STEPS // RUN):
        shutil.rmtree(folder)
        server = servers[name]
        remote = Real(server, f"random{next(_numbers)}")
        if isinstance(server, OutsideServer):
            world = World(
                folder,
                remote,
                remote.path,
                schedules=server.account.schedules is not False,
                monkeypatch=monkeypatch,
                me=server.account.me[0] if server.account.me else "me@x.example",
                meetings=MEETINGS,
            )
        else:
            # Nobody is mailed by Radicale; a file is all that the test's Xandikos has for outgoing mail.
            world = World(folder, remote, remote.path, schedules=name == "xandikos", monkeypatch=monkeypatch)
        for step in random_steps(seed, RUN):
            world.step(step)
        world.check()
        remote.remove()
    shutil.rmtree(folder)


@pytest.mark.parametrize(("name", "schedules"), [("radicale", False), ("xandikos", True)])
def test_discovery(name: str, schedules: bool, servers: dict[str, Server]) -> None:
    url = servers[name].calendar("discovered")
    login = Login("anna", Secret("x"))
    account = find_account(servers[name].origin + "/", lambda u: HttpConnection(u, login))
    found = {c.name: c for c in account.calendars}
    assert found["discovered"].url == url
    assert found["discovered"].sync
    assert found["discovered"].writable
    assert account.schedules is schedules


def test_xandikos_mails_nobody_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A meeting deleted and one changed with another program (khal, say): nothing leaves before the user's word."""
    post = tmp_path / "sendmail"
    outgoing = tmp_path / "outgoing"
    post.write_text(f'#!/bin/sh\necho "$@" >> {outgoing}\ncat >> {outgoing}\n')
    post.chmod(0o755)
    server = xandikos(
        tmp_path, "--imip-send", "sendmail", "--sendmail-binary", str(post), "--smtp-from", "server@x.example"
    )
    try:
        server.ask(
            "PROPPATCH",
            "/anna/",
            ADDRESS,
            Content_Type="application/xml",
        )
        remote = Real(server, "meetings")
        world = World(tmp_path, remote, remote.path, schedules=True, monkeypatch=monkeypatch)
        people = ("ORGANIZER:mailto:me@x.example", "ATTENDEE:mailto:boss@y.example")
        for uid in ("kept", "changed"):
            remote.store(f"{uid}.ics", event(uid, *people))
        world.sync()
        before = outgoing.read_bytes() if outgoing.exists() else b""
        (world.folder / "kept.ics").unlink()
        (world.folder / "changed.ics").write_bytes(event("changed", *people, summary="Other"))
        world.sync()
        world.sync()
        assert (outgoing.read_bytes() if outgoing.exists() else b"") == before
        assert {"kept.ics", "changed.ics"} <= set(remote.contents())
        with world.mirror() as mirror:
            held = {h.kind: h for h in mirror.status.held()}
            assert held["DeleteThere"].recipients == held["UpdateThere"].recipients == ("boss@y.example",)
            mirror.status.confirm(held["DeleteThere"].id)
        world.sync()
        assert "kept.ics" not in remote.contents()
        assert b"Other" not in remote.contents()["changed.ics"]
    finally:
        server.stop()


def test_mirror_is_told_from_a_folder(tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "home")
    mirror.close()
    assert (tmp_path / "home.status.sqlite3").exists()


def test_busy_times_are_asked_of_the_server(tmp_path: Path, servers: dict[str, Server]) -> None:
    window = Period(datetime(2027, 3, 2, tzinfo=UTC), datetime(2027, 3, 3, tzinfo=UTC))
    for name in ("radicale", "xandikos"):
        remote = Real(servers[name], "busy")
        remote.store("a.ics", event("a"))
        dav = Dav(HttpConnection(remote.url, None), servers[name].origin)
        (answer,) = read_freebusy(query_calendar(dav, remote.url, window), name).answers
        dav.close()
        assert [b.period.start for b in answer.busy] == [datetime(2027, 3, 2, 10, tzinfo=UTC)]


def test_outbox_of_xandikos_knows_its_own_and_says_so_of_others(tmp_path: Path) -> None:
    server = xandikos(tmp_path)
    try:
        server.ask("PROPPATCH", "/anna/", ADDRESS, Content_Type="application/xml")
        Real(server, "work").store("a.ics", event("a"))
        login = Login("anna", Secret("x"))
        account = find_account(server.origin + "/", lambda u: HttpConnection(u, login))
        assert account.me == ("me@x.example",)
        window = Period(datetime(2027, 3, 2, tzinfo=UTC), datetime(2027, 3, 3, tzinfo=UTC))
        dav = Dav(HttpConnection(account.outbox, login), server.origin)
        people = ["me@x.example", "stranger@y.example"]
        mine, other = ask_outbox(dav, account.outbox, "me@x.example", people, window, window.start, "q1")
        dav.close()
        assert other.data is None
        assert other.reason
        (answer,) = read_freebusy(mine.data or b"", "xandikos").answers
        assert [b.period.start for b in answer.busy] == [datetime(2027, 3, 2, 10, tzinfo=UTC)]
    finally:
        server.stop()
