"""What people edit, and what goes over the wire."""

from __future__ import annotations

import re
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from making import CALENDAR, JANE, NOW, mail

from scheduler.errors import UsageError
from scheduler.model.interview import Person
from scheduler.outbox.draft import draft_of, draft_text, edited, parse_draft, parse_people, people_text
from scheduler.outbox.handover import MAILTO_LENGTH, mailto
from scheduler.outbox.packet import Draft
from scheduler.outbox.wire import fingerprint, letter, message_id_of, seven_bit, without_headers

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
NAMES = st.builds(Person, WORDS.map(lambda t: " ".join(t.split())), st.just("x.y+z@sub.example"))


def one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def calendar_of(data: bytes) -> bytes:
    parts = message_from_bytes(data, policy=default).walk()
    payload = next(p for p in parts if p.get_content_type() == "text/calendar").get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload


def test_the_text_file_shows_whom_what_and_the_words() -> None:
    assert draft_text(draft_of(mail())) == (
        "To: Jane Doe <jane@acme.example>\n"
        "Subject: Request to reschedule: Max Müller, Engineer\n\n"
        "Dear Jane,\n\nI am sorry.\n\n.dot\nMüller\n"
    )


@given(st.lists(NAMES, max_size=3), WORDS, st.text(max_size=200))
def test_a_draft_survives_its_file(people: list[Person], subject: str, body: str) -> None:
    clean = " ".join("".join(c if c.isprintable() else " " for c in subject).split())
    to = tuple(
        Person(" ".join("".join(c if c.isprintable() else " " for c in p.name).split()), p.address) for p in people
    )
    draft = Draft(to, clean, body.replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n")
    assert parse_draft(draft_text(draft), "email.txt") == draft


def test_unchanged_words_leave_every_byte() -> None:
    assert edited(mail(), draft_of(mail())) == mail()


def test_headers_that_nobody_edits_stay_as_they_are() -> None:
    """The standard library would encode a long Message-ID when it folds the line anew, and cut the thread."""
    thread = f"References: <{'a' * 90}@mail.example>\r\n <{'b' * 90}@mail.example>\r\n".encode()
    again = edited(thread + mail(), Draft((JANE,), "S", "New words\n"))
    assert thread in again
    assert thread in seven_bit(again)


def test_edited_words_leave_the_calendar_part() -> None:
    draft = Draft((Person("Jörg, Ümit", "j@müller.example"),), "Änderung", "Grüße\n.punkt\n", bcc=(JANE,))
    again = edited(mail(), draft)
    assert calendar_of(again) == CALENDAR
    assert draft_of(again) == Draft(
        (Person("Jörg, Ümit", "j@xn--mller-kva.example"),), "Änderung", "Grüße\n.punkt\n", bcc=(JANE,)
    )


def test_an_html_version_of_old_words_goes() -> None:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "max@home.example", "jane@acme.example", "S"
    message.set_content("old words\n")
    message.add_alternative("<p>old words</p>", subtype="html")
    again = edited(message.as_bytes(), Draft((Person("", "jane@acme.example"),), "S", "new words\n"))
    assert b"new words" in again
    assert b"old words" not in again


@pytest.mark.parametrize(
    "text",
    ["x", "<", "A <a@b", "g: a@b, c@d;", "a@b\r\nBcc: c@d", "a b@c", "@", "a@", "a@b c@d", '"x" a@b', "<a@b>>", "a@b;"],
)
def test_what_is_no_address_is_named(text: str) -> None:
    with pytest.raises(UsageError, match="no list of mail addresses"):
        parse_people(text, "email.txt")


@given(st.text('ab@<>",;:()[]\\. \t=?é\x00\r\n', max_size=14))
def test_half_typed_addresses_give_a_sentence_or_people(text: str) -> None:
    try:
        people = parse_people(text, "email.txt")
    except UsageError:
        return
    assert all(re.fullmatch(r"[^\s,<>]+@[^\s,<>]+", p.address or "") for p in people)


@pytest.mark.parametrize("head", ["To: a@b\nReply-To: c@d", "To: a@b\n continued", "To: a@b\nto: c@d", "no head"])
def test_a_damaged_head_is_named_with_its_line(head: str) -> None:
    with pytest.raises(UsageError, match=r"email\.txt, line \d"):
        parse_draft(f"{head}\n\nwords\n", "email.txt")


@given(WORDS, WORDS)
def test_nothing_edited_becomes_another_header(name: str, subject: str) -> None:
    evil = Person(f"{name}\r\nX-Evil: 1", "jane@acme.example")
    draft = parse_draft(draft_text(Draft((evil,), f"{subject}\nX-Evil: 2", "b\n")).replace("\nX-Evil: 2", ""), "f")
    again = message_from_bytes(edited(mail(), draft), policy=default)
    assert again["X-Evil"] is None
    assert set(again.keys()) == {"From", "To", "Subject", "MIME-Version", "Content-Type"}


def test_bcc_gets_it_and_nobody_sees_that() -> None:
    hidden = mail().replace(b"Subject:", b"Bcc: Boss\r\n <boss@acme.example>\r\nRESENT-BCC: x@y.example\r\nSubject:")
    made = letter(hidden, NOW, "<one@home.example>")
    assert made.recipients == ("jane@acme.example", "boss@acme.example")
    assert b"boss" not in made.data
    assert b"x@y.example" not in made.data
    assert calendar_of(made.data) == CALENDAR


def test_a_letter_has_one_message_id_and_the_date_of_leaving() -> None:
    dated = b"Date: Mon, 01 Jan 2001 00:00:00 +0000\nMessage-ID: <old@x>\n" + mail().replace(b"\r\n", b"\n")
    made = letter(dated, NOW, "<one@home.example>")
    head = message_from_bytes(made.data)
    assert head.get_all("Message-ID") == ["<one@home.example>"]
    assert head.get_all("Date") == ["Mon, 01 Mar 2027 09:00:00 +0000"]
    assert b"\n" not in made.data.replace(b"\r\n", b"")


def test_the_fingerprint_is_of_words_people_and_route_but_not_of_the_moment() -> None:
    one = letter(mail(), NOW, "<one@home.example>")
    later = letter(mail(), NOW + timedelta(days=1), "<one@home.example>")
    word = fingerprint(one, "route")
    assert fingerprint(later, "route") == word
    changed = Draft((JANE,), "S", "New words\n")
    assert edited(mail(), changed) == edited(mail(), changed)
    assert fingerprint(one, "other route") != word
    for other in (mail(to="bob@acme.example"), mail(body="Other words\n")):
        assert fingerprint(letter(other, NOW, "<one@home.example>"), "route") != word
    hidden = mail().replace(b"Subject:", b"Bcc: boss@acme.example\r\nSubject:")
    assert fingerprint(letter(hidden, NOW, "<one@home.example>"), "route") != word


def test_a_mail_without_one_sender_is_refused() -> None:
    for wrong in (without_headers(mail(), "from"), mail().replace(b"From: ", b"From: other@x.example, ")):
        with pytest.raises(UsageError, match="sender"):
            letter(wrong, NOW, "<one@home.example>")


def test_seven_bit_decodes_to_the_same() -> None:
    message = message_from_bytes(mail(), policy=SMTP)
    body = message.get_body(("plain",))
    assert body is not None
    del body["Content-Transfer-Encoding"]
    body["Content-Transfer-Encoding"] = "8bit"
    body.set_payload("Grüße\r\n".encode().decode("ascii", "surrogateescape"))
    eight = message.as_bytes()
    assert not eight.isascii()
    seven = seven_bit(eight)
    assert seven.isascii()
    assert draft_of(seven).body == draft_of(eight).body == "Grüße\n"
    assert calendar_of(seven) == CALENDAR


@pytest.mark.parametrize(("value", "wanted"), [(b"<a@b>", "<a@b>"), (b"a@b", None), (b"<a b>", None), (b"", None)])
def test_only_a_proper_message_id_is_one(value: bytes, wanted: str | None) -> None:
    assert message_id_of(b"Message-ID: " + value + b"\r\n\r\n") == wanted


def test_mailto_holds_everything_and_nothing_more() -> None:
    draft = Draft((Person("J", "j&x=1?y@acme.example"),), "A & B? #1 + é", "One line\nTwo & three\n", cc=(JANE,))
    url, whole = mailto(draft)
    assert whole
    assert url.isascii()
    parts = urlsplit(url)
    assert (parts.scheme, parts.path) == ("mailto", "j%26x%3D1%3Fy@acme.example")
    assert parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True) == {
        "cc": ["jane@acme.example"],
        "subject": ["A & B? #1 + é"],
        "body": ["One line\r\nTwo & three"],
    }


@example("S", "ü" * 400)
@example("/&" * 1000, "b")
@given(st.text(max_size=300), st.text(max_size=300))
def test_mailto_is_bounded_and_never_cut_inside_a_character(subject: str, body: str) -> None:
    url, whole = mailto(Draft((JANE,), subject, body))
    assert len(url) <= MAILTO_LENGTH
    assert re.fullmatch(r"mailto:[\w.@%-]*(?:[?&][a-z]+=(?:[\w.~-]|%[0-9A-F]{2})+)*", url, re.ASCII)
    assert whole or len(subject) + len(body) > 100
    assert not whole or "body=" in url or not body.strip("\n")


@given(NAMES)
def test_people_survive_their_text(person: Person) -> None:
    assert parse_people(people_text((person,)), "f") == (Person(one_line(person.name), person.address),)
