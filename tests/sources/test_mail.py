"""Mails in the shapes in which people keep them: the invitations in them, and what a reply needs."""

from __future__ import annotations

import gzip
import mailbox
from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.sources import mail as mail_reader
from scheduler.sources.bounded import MAX_STREAM, Room
from scheduler.sources.files import is_mail, take_bytes
from scheduler.sources.spec import Gathered, Spec
from tests.oracle.effort import examples
from tests.oracle.make import read, starts, timed, vcalendar
from tests.oracle.shared import ROOT
from tests.sources.gathering import CALENDAR, gather, uids


def _mail(calendar: bytes = CALENDAR, *, attach: bool = True, subject: str = "Your interview") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Scheduler <no-reply@goodtime.example>"
    mail["To"] = "Ana <ana@mail.example>"
    mail["Reply-To"] = "Rita@northwind.example"
    mail["Subject"] = subject
    mail["Message-ID"] = "<m1@goodtime.example>"
    mail["References"] = "<m0@x.example> <m00@x.example>"
    mail.set_content("Hello")
    mail.add_alternative(calendar, "text", "calendar", params={"method": "REQUEST"}, cte="base64")
    if attach:
        mail.add_attachment(calendar, "application", "ics", filename="invite.ics")
    return mail


def test_the_same_calendar_as_alternative_and_attachment_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(bytes(_mail()))
    [document] = gather(tmp_path / "m.eml").documents
    assert starts(read(document)) == ["20270310T100000Z"]
    thread = document.calendar.thread
    assert thread is not None
    assert thread.message_id == "<m1@goodtime.example>"
    assert thread.subject == "Your interview"
    assert (thread.sender, thread.reply_to, thread.recipient) == (
        "no-reply@goodtime.example",
        "rita@northwind.example",
        "ana@mail.example",
    )
    assert thread.references == ("<m0@x.example>", "<m00@x.example>")


def test_two_invitations_in_one_mail(tmp_path: Path) -> None:
    mail = _mail(attach=False)
    other = vcalendar(timed("20270311T100000Z", "20270311T110000Z", uid="two"))
    mail.add_attachment(other, "application", "octet-stream", filename="Other.ICS")
    (tmp_path / "m.eml").write_bytes(bytes(mail))
    assert uids(gather(tmp_path / "m.eml")) == ["one@x.example", "two"]


def test_an_mbox_and_a_maildir(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "inbox.mbox")
    folder = mailbox.Maildir(tmp_path / "Maildir")
    plain = EmailMessage()
    plain["Subject"] = "no invitation"
    plain.set_content("From here on\n")
    for n in range(3):
        other = vcalendar(timed("20270311T100000Z", "20270311T110000Z", uid=f"u{n}"))
        for store in (box, folder):
            store.add(plain)
            store.add(_mail(other))
    box.close()
    folder.close()
    for source in (tmp_path / "inbox.mbox", tmp_path / "Maildir"):
        gathered = gather(source)
        assert sorted(uids(gathered)) == ["u0", "u1", "u2"]
        assert gathered.problems == []
        assert len({d.calendar.source for d in gathered.documents}) == 3


def test_the_sample_invitation_is_read_from_every_kind_of_source(tmp_path: Path) -> None:
    data = (ROOT / "sample_calendars" / "invitation.eml").read_bytes()
    (tmp_path / "plain").write_bytes(data)
    found = [gather(s, stdin=data) for s in (ROOT / "sample_calendars" / "invitation.eml", tmp_path / "plain", "-")]
    assert len({tuple(uids(g)) for g in found}) == 1
    assert uids(found[0])


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16", "x-unknown"])
def test_charsets(tmp_path: Path, charset: str) -> None:
    text = vcalendar(timed("20270310T100000Z", "20270310T110000Z", summary="Café")).decode()
    body = b64encode(text.encode("utf-8" if charset == "x-unknown" else charset)).decode()
    raw = f'Content-Type: text/calendar; charset="{charset}"\nContent-Transfer-Encoding: base64\n\n{body}\n'
    (tmp_path / "m.eml").write_text(raw, "ascii")
    [document] = gather(tmp_path / "m.eml").documents
    assert [o.summary for o in read(document).occurrences] == ["Café"]


def test_a_wrong_charset_does_not_spoil_the_text(tmp_path: Path) -> None:
    body = b64encode(vcalendar(timed("20270310T100000Z", "20270310T110000Z", summary="Café"))).decode()
    raw = f"Content-Type: text/calendar; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n{body}\n"
    (tmp_path / "m.eml").write_text(raw, "ascii")
    assert [o.summary for o in read(*gather(tmp_path / "m.eml").documents).occurrences] == ["Café"]


@pytest.mark.parametrize("charset", ["punycode", "idna", "undefined", "unicode_escape", "base64", "a\0b", "no such"])
@pytest.mark.parametrize(
    "header",
    [
        'Content-Type: text/calendar; charset="{}"',
        "Content-Type: text/calendar; charset*={}''utf-8",
        "Content-Type: text/calendar; name*={}''x%E9.ics",
        "Content-Type: text/calendar\nContent-Disposition: attachment; filename*={}''x%E9.ics",
        "Content-Type: text/calendar\nSubject: =?{}?q?caf=E9?=",
    ],
)
def test_a_character_set_that_is_none_costs_nothing(tmp_path: Path, header: str, charset: str) -> None:
    data = CALENDAR.replace(b"SUMMARY:", b"SUMMARY:\\ud800 \xe9 ")
    (tmp_path / "m.eml").write_bytes(b"From: a@x.example\n" + header.format(charset).encode() + b"\n\n" + data)
    gathered = gather(tmp_path / "m.eml")
    assert gathered.problems == []
    assert uids(gathered) == ["one@x.example"]


def test_an_edge_in_a_character_set_that_is_none_costs_the_mail_alone(tmp_path: Path) -> None:
    head = b"From: a@x.example\nContent-Type: multipart/mixed; boundary*=undefined''x%E9\n\n"
    (tmp_path / "m.eml").write_bytes(head + CALENDAR)
    [problem] = gather(tmp_path / "m.eml").problems
    assert "without an invitation" in problem.message


def _holding(kind: str, name: str, content: bytes) -> bytes:
    head = f"Subject: Fwd\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: {kind}; name={name}\n"
    return f"{head}Content-Transfer-Encoding: base64\n\n{b64encode(content).decode()}\n--B--\n".encode()


@pytest.mark.parametrize(
    ("kind", "name"),
    [("message/rfc822", "forwarded"), ("application/octet-stream", "invitation.EML"), ("message/rfc822", "a.eml")],
)
def test_a_mail_that_lies_encoded_in_another_is_opened(tmp_path: Path, kind: str, name: str) -> None:
    data = _holding(kind, name, bytes(_mail()))
    (tmp_path / "m.eml").write_bytes(data)
    assert uids(gather(tmp_path / "m.eml")) == ["one@x.example"]
    for _ in range(10):  # As deep as nobody forwards.
        data = _holding(kind, name, data)
    (tmp_path / "m.eml").write_bytes(data)
    assert "without an invitation" in gather(tmp_path / "m.eml").problems[0].message


def test_a_packed_attachment_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(_holding("application/gzip", "invite.ics.gz", gzip.compress(CALENDAR)))
    assert uids(gather(tmp_path / "m.eml")) == ["one@x.example"]
    (tmp_path / "m.eml").write_bytes(_holding("application/gzip", "invite.ics.gz", gzip.compress(CALENDAR)[:9] + b"?"))
    assert [p.severity for p in read(*gather(tmp_path / "m.eml").documents).problems] == ["error"]


def _packed(*sizes: int, first: str = "a") -> EmailMessage:
    """A mail with a calendar packed in each attachment, that many bytes large and a thousandth of that when packed."""
    mail = _mail(attach=False)
    for n, size in enumerate(sizes):
        calendar = CALENDAR.replace(b"one@", b"%s%d@" % (first.encode(), n)) + b"\r\n" * (size // 2)
        mail.add_attachment(gzip.compress(calendar, 1), "application", "gzip", filename=f"{n}.ics.gz")
    return mail


def test_what_all_attachments_of_a_mail_unpack_to_is_bounded(tmp_path: Path) -> None:
    half = mail_reader.MAX_PACKED // 2
    (tmp_path / "m.eml").write_bytes(bytes(_packed(half, half, half, 10)))
    gathered = gather(tmp_path / "m.eml")
    assert uids(gathered) == ["one@x.example", "a0@x.example"]
    [problem] = gathered.problems
    assert (problem.severity, "unpack to more than 32 MB" in problem.message) == ("error", True)
    (tmp_path / "m.eml").write_bytes(bytes(_packed(half, half // 2)))
    assert gather(tmp_path / "m.eml").problems == []


@pytest.mark.parametrize("kind", ["mbox", "files"])
def test_what_all_mails_of_a_source_unpack_to_is_bounded(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.sources.gather.MAX_STREAM", 100_000)
    mails = [_packed(40_000, first=mark) for mark in "abcd"]
    place = tmp_path / "in"
    place.mkdir()
    if kind == "mbox":
        box = mailbox.mbox(place / "in.mbox")
        for mail in mails:
            box.add(mail)
        box.close()
    else:
        for n, mail in enumerate(mails):
            (place / f"{n}.eml").write_bytes(bytes(mail))
    gathered = gather(place / "in.mbox" if kind == "mbox" else place)
    assert [uid for uid in uids(gathered) if not uid.startswith("one")] == ["a0@x.example", "b0@x.example"]
    assert len(gathered.problems) == 2
    if kind == "files":
        assert gather(*sorted(place.iterdir())).problems == [], "each source has its own room"


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n", b"\n\n"])
def test_what_stands_before_the_first_header_does_not_matter(tmp_path: Path, before: bytes) -> None:
    (tmp_path / "m.eml").write_bytes(before + bytes(_mail()))
    assert uids(gather(tmp_path / "m.eml")) == ["one@x.example"]


TNEF = b"\x78\x9f\x3e\x22\x01\x00IPM.Microsoft Schedule.MtgReq\x00"


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("application/ms-tnef", "winmail.dat", "winmail.dat"),
        ("application/octet-stream", "winmail.dat", "winmail.dat"),
        ("application/pkcs7-mime", "smime.p7m", "encrypted or sealed"),
    ],
)
def test_why_an_invitation_cannot_be_seen_is_said(tmp_path: Path, kind: str, name: str, said: str) -> None:
    (tmp_path / "m.eml").write_bytes(_holding(kind, name, TNEF))
    [problem] = gather(tmp_path / "m.eml").problems
    assert said in problem.message
    assert problem.severity == "error"


def test_in_a_mailbox_only_what_surely_is_an_invitation_is_said(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "box.mbox")
    for name, content in (("winmail.dat", TNEF), ("winmail.dat", b"a letter"), ("smime.p7m", b"")):
        box.add(_holding("application/octet-stream", name, content))
    box.add(bytes(_mail()))
    box.close()
    gathered = gather(tmp_path / "box.mbox")
    assert uids(gathered) == ["one@x.example"]
    assert ["box.mbox#1 is a mail whose content Outlook packed" in p.message for p in gathered.problems] == [True]


def test_a_mail_without_invitation_is_said(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(b"Subject: hello\n\nno calendar\n")
    [problem] = gather(tmp_path / "m.eml").problems
    assert "without an invitation" in problem.message


@pytest.mark.parametrize(
    ("name", "head", "mail"),
    [
        ("x.eml", b"", True),
        ("x.ics", b"From: a\n", False),
        ("x", b"BEGIN:VCALENDAR", False),
        ("x", b"begin:vcalendar", False),
        ("x", b"\xef\xbb\xbfBEGIN:VCALENDAR", False),
        ("x", b"From a@x.example Mon Jan  1\n", True),
        ("x", b"Received: from y\n", True),
        ("x", b"X-Mailer: z\n", True),
        ("x", b"Thread-Topic: Interview\r\nFrom: a\n", True),
        ("x", b"ARC-Seal: i=1\n", True),
        ("x", b"Authentication-Results: z\n", True),
        ("x", b"Reply-To: a@x.example\n", True),
        ("x", b"Todo: call them\n", False),
        ("x", b"<!doctype html>", False),
        ("x", b"", False),
    ],
)
def test_what_is_taken_for_a_mail(name: str, head: bytes, mail: bool) -> None:
    assert is_mail(name, head) is mail


NASTY = {
    "nested multiparts": b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)
    ),
    "nested messages": b"Content-Type: message/rfc822\n\n" * 3000,
    "no boundary": b"Content-Type: multipart/mixed\n\nx",
    "odd subject": b"Subject: =?utf-8?q?=ff=fe?= =?x-none?b?!!!?= (a\n\nx",
    "odd addresses": b'From: "a <<b@c>, (x\nTo: ;;;:@,\nReply-To: =?utf-8?b?w6k=?=\n\nx',
    "odd file name": b"Content-Type: text/calendar; name*0*=utf-8''%ff; name*1=x\n\nx",
    "odd charset": b"Content-Type: text/calendar; charset*=\"''\xff\"\n\nx",
    "odd type": b"Content-Type: text/calendar/x; =;;\n\nx",
    "bad base64": b"Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n====!!!\n",
    "bad uuencode": b"Content-Type: text/calendar\nContent-Transfer-Encoding: uuencode\n\nbegin 644 x\n\xff\xff\nend\n",
    "long header": b"Subject: " + b"a" * 500_000 + b"\n\nx",
    "many addresses": b"To: " + b"a@b, " * 50_000 + b"\n\nx",
    "bare mbox": b"From \nFrom \nFrom x\n\n",
}


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.timeout(20)
def test_nasty_mails(tmp_path: Path, name: str) -> None:
    """With an invitation inside or without: never an exception, and something is said where nothing is found."""
    for data in (NASTY[name], NASTY[name] + bytes(_mail()), b"From x\n" + NASTY[name]):
        (tmp_path / "m.eml").write_bytes(data)
        gathered = gather(tmp_path / "m.eml")
        assert gathered.documents or gathered.problems or data.startswith(b"From ")


_HEADERS = st.sampled_from(
    (b"Subject", b"From", b"To", b"Content-Type", b"Content-Disposition", b"Content-Transfer-Encoding", b"References")
)
_VALUES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        (b"text/calendar", b"multipart/mixed; boundary=b", b"base64", b"=?utf-8?b?!?=", b'"<@', b"message/rfc822")
    ),
)


@given(st.lists(st.tuples(_HEADERS, _VALUES), max_size=6), st.binary(max_size=60))
@examples(300)
def test_no_header_breaks_the_reader(headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    data = b"".join(name + b": " + value + b"\n" for name, value in headers) + b"\n--b\n" + body
    gathered = Gathered([], [], Room(MAX_STREAM))
    take_bytes(Spec("m.eml"), "m.eml", data + b"\n" + bytes(_mail()), gathered)
    take_bytes(Spec("m.mbox"), "m.mbox", b"From x\n" + data, gathered)
