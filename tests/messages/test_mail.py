"""The mail: structure, byte-identical calendar part, threads, and no way to inject a header."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scheduler.errors import UsageError
from scheduler.messages.facts import Thread
from scheduler.messages.itip import Itip
from scheduler.messages.mail import addressees, compose
from scheduler.model.interview import Person
from tests.messages.scenario import Scenario, run

ADA = Person("Ada Smith", "ada@example.org")
KIM = Person("Kim Lee", "kim@acme.example")
DATE = datetime(2027, 2, 20, 12, tzinfo=UTC)
ID = "<20270220.1@example.org>"


def message(**other: object) -> EmailMessage:
    values: dict[str, object] = {
        "sender": ADA,
        "to": (KIM,),
        "subject": "Request to reschedule: Ada Smith, Data Engineer",
        "text": "Dear Kim Lee,\n\nÜber 10:30–11:30.\n\nKind regards,\nAda Smith\n",
        "message_id": ID,
        "date": DATE,
    }
    return compose(**{**values, **other})  # type: ignore[arg-type]


def read(mail: EmailMessage) -> EmailMessage:
    parsed = message_from_bytes(mail.as_bytes(), policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    return parsed


def invitation(old: str = "outlook") -> Itip:
    made = run(Scenario("", old, 'counter 2027-03-04T14:00Z 60 "Terminüberschneidung"', ""))
    assert isinstance(made, Itip)
    return made


def test_structure_that_outlook_gmail_and_apple_accept() -> None:
    calendar = invitation()
    mail = read(message(calendar=calendar))
    assert mail.get_content_type() == "multipart/mixed"
    body, attachment = mail.iter_parts()
    assert body.get_content_type() == "multipart/alternative"
    text, part = body.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert part.get_content_type() == "text/calendar"
    assert part.get_content_disposition() is None
    assert dict(part["Content-Type"].params) == {"method": "COUNTER", "charset": "UTF-8", "component": "VEVENT"}
    assert part["Content-Transfer-Encoding"] == "base64"
    assert attachment.get_content_type() == "application/ics"
    assert attachment.get_filename() == "invite.ics"


@pytest.mark.parametrize("old", ["single", "outlook", "google", "lf-latin1"])
def test_calendar_part_is_byte_identical(old: str) -> None:
    calendar = invitation(old)
    parts = [
        p
        for p in read(message(calendar=calendar)).walk()
        if p.get_content_type() in ("text/calendar", "application/ics")
    ]
    assert len(parts) == 2
    for part in parts:
        assert part.get_payload(decode=True) == calendar.to_bytes()
    assert b"METHOD:COUNTER\r\n" in calendar.to_bytes()


def test_plain_mail_without_a_calendar() -> None:
    mail = read(message())
    assert mail.get_content_type() == "text/plain"
    assert (
        mail.get_content().replace("\r\n", "\n") == "Dear Kim Lee,\n\nÜber 10:30–11:30.\n\nKind regards,\nAda Smith\n"
    )
    assert mail["Message-ID"] == ID
    assert mail["Date"].datetime == DATE


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert message(calendar=invitation()).as_bytes() == message(calendar=invitation()).as_bytes()
    assert (
        message(calendar=invitation()).as_bytes()
        != message(calendar=invitation(), message_id="<2@x.example>").as_bytes()
    )


def test_answer_in_the_thread() -> None:
    thread = Thread("<abc@acme.example>", "Invitation", ("<first@acme.example>", "<abc@acme.example>"))
    mail = read(message(thread=thread))
    assert mail["In-Reply-To"] == "<abc@acme.example>"
    assert mail["References"].split() == ["<first@acme.example>", "<abc@acme.example>"]


def test_long_message_ids_are_not_encoded() -> None:
    long = "<AM0PR04MB" + "7" * 60 + "@AM0PR04MB7777.eurprd04.prod.outlook.example>"
    raw = message(thread=Thread(long, "", tuple(f"<{i}{long[1:]}" for i in range(30)))).as_bytes()
    assert f"In-Reply-To: {long}\r\n".encode() in raw
    assert b"=?" not in raw.split(b"\r\n\r\n", 1)[0]
    references = message_from_bytes(raw, policy=SMTP)["References"].split()
    assert len(references) == 20
    assert references[0] == f"<0{long[1:]}"
    assert references[-1] == long


def test_what_is_no_message_id_is_left_out() -> None:
    for bad in ("abc", "<a b@x>", "<a@b>\r\nBcc: x@y.example", ""):
        assert message(thread=Thread(bad))["In-Reply-To"] is None


@pytest.mark.parametrize(
    "name", ["Łukasz Żółć", "李 明", "Smith, Ada (HR)", 'Ada "the" Smith', "O'Neill; Ada", "x" * 100]
)
def test_names_of_all_kinds_come_back(name: str) -> None:
    mail = read(message(sender=Person(name, "ada@example.org"), to=(Person(name, "kim@acme.example"),)))
    assert mail["From"].addresses[0] == Address(name, addr_spec="ada@example.org")
    assert [a.addr_spec for a in mail["To"].addresses] == ["kim@acme.example"]


def test_international_domains_are_written_in_ascii() -> None:
    assert read(message(to=(Person("", "kim@bücher.example"),)))["To"].addresses[0].domain == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "kim",
        "kim@",
        "@acme.example",
        "kim@acme.example\r\nBcc: x@y.example",
        "a b@c.example",
        "a@b,c@d",
        "<a@b.example>",
        "é@x.example",
    ],
)
def test_no_mail_to_what_is_no_address(address: str) -> None:
    with pytest.raises(UsageError):
        message(to=(Person("Kim", address),))


def test_nobody_to_write_to_is_asked_for() -> None:
    with pytest.raises(UsageError, match="--to"):
        message(to=())


HEADERS = {"from", "to", "subject", "date", "message-id", "in-reply-to", "references", "mime-version"}
HEADERS |= {"content-type", "content-transfer-encoding"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=60), st.text(max_size=200))
@example("Ada\r\nBcc: evil@x.example", "S\nTo: evil@x.example", "K\rX-Evil: 1", "\r\n.\r\n\r\nBcc: x")
@example("\u2028Bcc: a@b.example", "\x85Bcc: a", "\x0bBcc: a", "\x00")
def test_header_injection_is_impossible(sender: str, subject: str, name: str, text: str) -> None:
    thread = Thread("<abc@acme.example>", subject, (name, sender))
    mail = message(
        sender=Person(sender, "ada@example.org"),
        to=(Person(name, "kim@acme.example"),),
        subject=subject,
        text=text,
        thread=thread,
    )
    head = mail.as_bytes().split(b"\r\n\r\n", 1)[0]
    names = {
        line.split(b":")[0].decode("ascii").lower() for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")
    }
    assert names <= HEADERS
    parsed = read(mail)
    assert [a.addr_spec for a in parsed["From"].addresses] == ["ada@example.org"]
    assert [a.addr_spec for a in parsed["To"].addresses] == ["kim@acme.example"]
    assert len(parsed.get_all("Subject")) == 1
    assert b"\n" not in mail.as_bytes().replace(b"\r\n", b"")


def test_everybody_whom_it_concerns_is_written_to_once() -> None:
    calendar = invitation()
    assert addressees(KIM, calendar) == (KIM,)
    assert addressees(Person("Pat", "pat@acme.example"), calendar) == (
        Person("Pat", "pat@acme.example"),
        Person("", "kim@acme.example"),
    )
    assert addressees(None, None) == ()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=150))
@example("Absage: Northwind: final conversation with Ana Silva, 15. März 2027")
def test_subjects_arrive_as_they_were_written(subject: str) -> None:
    """The standard library doubles the space where it folds before an encoded word."""
    from scheduler.messages.texts import one_line

    if one_line(subject):
        assert str(read(message(subject=subject))["Subject"]) == one_line(subject)
