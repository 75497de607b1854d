"""Sources that are no plain files, and servers that misbehave: named in a sentence, never a hang or a traceback."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from scheduler.sources import web
from scheduler.sources.gather import gather_sources
from scheduler.sources.spec import Gathered, Spec
from tests.oracle.make import timed, vcalendar

DATA = vcalendar(timed("20270308T100000Z", "20270308T110000Z", uid="a"))


def _gather(address: str, cache: Path) -> Gathered:
    return gather_sources([Spec(address)], lambda: b"", lambda: cache, 0.0)


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    signal.alarm(20)
    yield
    signal.alarm(0)


def test_a_pipe_that_nobody_writes_to_does_not_stop_the_others(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.ics")
    (tmp_path / "b.ics").write_bytes(DATA)
    gathered = _gather(str(tmp_path), tmp_path)
    assert [d.data for d in gathered.documents if d.data] == [DATA]


def test_a_pipe_with_a_writer_is_read(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, DATA)
    os.close(writer)
    try:
        assert [d.data for d in _gather(f"/dev/fd/{reader}", tmp_path).documents] == [DATA]
    finally:
        os.close(reader)


def test_a_device_is_no_calendar(tmp_path: Path) -> None:
    gathered = _gather("/dev/zero", tmp_path)
    assert gathered.documents == []
    assert "is a device" in gathered.problems[0].message


def test_folders_in_folders_are_read_and_circles_end(tmp_path: Path) -> None:
    deep = tmp_path / "account" / "calendar"
    deep.mkdir(parents=True)
    (deep / "a.ics").write_bytes(DATA)
    (deep / "displayname").write_text("Work")
    (tmp_path / "b.ics").write_bytes(DATA)
    (deep / "circle").symlink_to(tmp_path)
    gathered = _gather(str(tmp_path), tmp_path)
    assert sorted(d.calendar.name for d in gathered.documents) == sorted([tmp_path.name, "Work"])
    assert gathered.problems == []


def test_what_lies_too_deep_is_named(tmp_path: Path) -> None:
    deep = tmp_path / "1" / "2" / "3" / "4"
    deep.mkdir(parents=True)
    (deep / "a.ics").write_bytes(DATA)
    [problem] = _gather(str(tmp_path), tmp_path).problems
    assert "too deep" in problem.message
    assert str(deep.parent) in problem.message


@pytest.mark.parametrize("address", ["http://[bad/", "http://host:abc/x", "ftp://[x", "http://127.0.0.1:99999/x"])
def test_an_address_that_is_none_is_a_sentence(address: str, tmp_path: Path) -> None:
    [problem] = _gather(address, tmp_path).problems
    assert "no address" in problem.message


@contextmanager
def _server(answer: bytes, *, linger: bool = False) -> Iterator[str]:
    """Says `answer` to whoever asks; with `linger` it then keeps the line open and says nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        held: list[socket.socket] = []

        def serve() -> None:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            line.recv(4096)
            line.sendall(answer)
            held.append(line) if linger else line.close()

        thread = Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/cal.ics"
        finally:
            thread.join()
            for line in held:
                line.close()


def test_unchanged_to_who_has_no_copy_is_a_sentence(tmp_path: Path) -> None:
    with _server(b"HTTP/1.1 304 Not Modified\r\n\r\n") as address:
        [problem] = _gather(address, tmp_path).problems
    assert "304" in problem.message


def test_an_answer_counts_also_where_no_copy_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(DATA)}\r\n\r\n".encode()
    with _server(head + DATA) as address:
        gathered = _gather(address, tmp_path / "file")
    assert [d.data for d in gathered.documents] == [DATA]
    assert gathered.problems == []


def test_headers_that_never_end_do_not_keep_the_user_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LIMIT", 0.3)
    with _server(b"HTTP/1.1 200 OK\r\nX: aaaa", linger=True) as address:
        [problem] = _gather(address, tmp_path).problems
    assert "did not arrive" in problem.message


def test_an_attachment_without_a_type_and_with_an_encoded_name_is_read(tmp_path: Path) -> None:
    """As some mailers write it, against RFC 2047; in a mailbox it would be lost without a word."""
    head = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\n'
        b"Content-Type: application/octet-stream\r\n"
        b'Content-Disposition: attachment; filename="=?utf-8?q?a.ics?="\r\n\r\n'
    )
    (tmp_path / "a.eml").write_bytes(head + DATA + b"\r\n--B--\r\n")
    gathered = _gather(str(tmp_path / "a.eml"), tmp_path)
    assert [d.data.strip() for d in gathered.documents] == [DATA.strip()]
