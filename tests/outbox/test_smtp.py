"""One attempt with a real server: what goes, what does not, and what is not certain."""

from __future__ import annotations

import base64
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from making import CALENDAR, NOW, mail
from post_office import PASSWORD, Post, post_office

from scheduler.errors import SettingsError, StoreError
from scheduler.outbox.smtp import NotTaken, Outcome, Taken, Unclear, check_account, transmit
from scheduler.outbox.wire import letter
from scheduler.settings.mail import MailSettings

LETTER = letter(mail(), NOW, "<one@home.example>")


def attempt(account: MailSettings, secret: str = "") -> tuple[Outcome, list[str]]:
    """The outcome, and whether the content was announced before it left."""
    announced: list[str] = []
    return transmit(LETTER, account, secret, lambda: announced.append("content")), announced


def test_starttls_login_and_content_byte_for_byte(certificate: Path) -> None:
    with post_office(Post(), certificate, login=True) as post:
        outcome, announced = attempt(post.account(user="max"), PASSWORD)
    assert outcome == Taken("250 OK: queued as 1")
    assert announced == ["content"]
    (envelope,) = post.arrived
    assert (envelope.mail_from, envelope.rcpt_tos) == ("max@home.example", ["jane@acme.example"])
    assert envelope.content == LETTER.data
    calendar = next(
        p for p in message_from_bytes(LETTER.data, policy=default).walk() if "calendar" in p.get_content_type()
    )
    assert calendar.get_payload(decode=True) == CALENDAR


def test_tls_from_the_start(certificate: Path) -> None:
    with post_office(Post(), certificate, "tls") as post:
        assert isinstance(attempt(post.account(security="tls"))[0], Taken)
        assert len(post.arrived) == 1


def test_no_starttls_no_mail(certificate: Path) -> None:
    with post_office(Post(), certificate, "plain") as post:
        outcome, announced = attempt(post.account())
    assert isinstance(outcome, NotTaken)
    assert "STARTTLS" in outcome.why
    assert not post.arrived
    assert not announced


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_the_password_never_goes_in_the_clear(certificate: Path) -> None:
    with post_office(Post(), certificate, "plain", login=True) as post:
        outcome, _ = attempt(post.account(user="max"), PASSWORD)
    assert isinstance(outcome, NotTaken)
    assert not post.logins


def test_plain_to_this_computer_where_the_settings_say_so(certificate: Path) -> None:
    with post_office(Post(), certificate, "plain") as post:
        assert isinstance(attempt(post.account(security="plain"))[0], Taken)


@pytest.mark.parametrize("host", ["mail.example.org", "192.0.2.1", "127.0.0.1.example.org", ""])
def test_plain_to_anywhere_else_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match="only for a server on this computer"):
        check_account(MailSettings(host=host, security="plain"))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for(certificate: Path, other_certificate: Path, security: str) -> None:
    with post_office(Post(), certificate, security) as post:
        outcome, _ = attempt(post.account(security=security, ca_file=str(other_certificate)))
        assert isinstance(outcome, NotTaken)
        assert "ca_file" in outcome.why
        assert not post.arrived


def test_a_certificate_for_another_name(certificate: Path) -> None:
    with post_office(Post(), certificate) as post:
        outcome, _ = attempt(post.account(host="localhost"))
    assert isinstance(outcome, NotTaken)
    assert "certificate" in outcome.why


def test_login_refused_without_the_password_in_the_sentence(certificate: Path) -> None:
    with post_office(Post(), certificate, login=True) as post:
        outcome, announced = attempt(post.account(user="max"), "wrong secret")
    assert isinstance(outcome, NotTaken)
    assert "refused the login of max" in outcome.why
    assert "wrong secret" not in outcome.why
    assert not announced
    assert not post.arrived


def test_a_server_without_login(certificate: Path) -> None:
    with post_office(Post(), certificate) as post:
        outcome, _ = attempt(post.account(user="max"), PASSWORD)
    assert isinstance(outcome, NotTaken)
    assert not post.arrived


def test_recipient_refused_and_the_reply_is_harmless(certificate: Path) -> None:
    with post_office(Post(at_rcpt="550 5.1.1 no such user \x1b[31mhere"), certificate) as post:
        outcome, announced = attempt(post.account())
    assert isinstance(outcome, NotTaken)
    assert "jane@acme.example (550 5.1.1 no such user" in outcome.why
    assert "\x1b" not in outcome.why
    assert not announced


def test_a_server_that_repeats_the_password_is_not_quoted(certificate: Path) -> None:
    encoded = base64.b64encode(PASSWORD.encode()).decode()
    with post_office(Post(at_rcpt=f"550 {PASSWORD} {encoded}"), certificate, login=True) as post:
        outcome, _ = attempt(post.account(user="max"), PASSWORD)
    assert isinstance(outcome, NotTaken)
    assert "(550 … …)" in outcome.why


def test_one_refused_recipient_stops_it_for_all(certificate: Path) -> None:
    class Picky(Post):
        async def handle_RCPT(self, server, session, envelope, address, options):  # type: ignore[no-untyped-def]
            self.at_rcpt = "250 OK" if address == "jane@acme.example" else "550 unknown"
            return await super().handle_RCPT(server, session, envelope, address, options)

    two = letter(mail("jane@acme.example, bob@acme.example"), NOW, "<one@home.example>")
    with post_office(Picky(), certificate) as post:
        outcome = transmit(two, post.account(), "", lambda: None)
    assert isinstance(outcome, NotTaken)
    assert "bob@acme.example" in outcome.why
    assert not post.arrived


def test_content_refused_is_certain(certificate: Path) -> None:
    with post_office(Post(at_content="554 looks like spam"), certificate) as post:
        outcome, announced = attempt(post.account())
    assert outcome == NotTaken("127.0.0.1 refused the message (554 looks like spam); it was not sent.")
    assert announced


def test_connection_lost_before_the_content(certificate: Path) -> None:
    with post_office(Post(at_rcpt="abort"), certificate) as post:
        outcome, announced = attempt(post.account())
    assert isinstance(outcome, NotTaken)
    assert not announced


def test_connection_lost_after_the_content(certificate: Path) -> None:
    with post_office(Post(at_content="abort"), certificate) as post:
        outcome, announced = attempt(post.account())
    assert isinstance(outcome, Unclear)
    assert announced
    assert len(post.arrived) == 1


def test_slow_server_before_the_content(certificate: Path) -> None:
    with post_office(Post(at_rcpt=1.5), certificate) as post:
        outcome, _ = attempt(post.account(timeout=1))
    assert isinstance(outcome, NotTaken)
    assert "no answer in time" in outcome.why


def test_slow_server_after_the_content(certificate: Path) -> None:
    with post_office(Post(at_content=1.5), certificate) as post:
        outcome, _ = attempt(post.account(timeout=1, patience=1))
    assert isinstance(outcome, Unclear)


@contextmanager
def dripping() -> Iterator[int]:
    """A server that sends a byte now and then and never ends its line."""
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                while not stop.wait(0.2):
                    connection.sendall(b"2")
            except OSError:
                return

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        stop.set()
        thread.join()
        listener.close()


def test_a_server_that_drips_ends_with_our_patience() -> None:
    with dripping() as port:
        began = time.monotonic()
        account = MailSettings(host="127.0.0.1", port=port, security="plain", timeout=2, patience=1)
        outcome, _ = attempt(account)
    assert isinstance(outcome, NotTaken)
    assert time.monotonic() - began < 4


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    outcome, _ = attempt(MailSettings(host="127.0.0.1", port=port, timeout=1))
    assert isinstance(outcome, NotTaken)
    assert "nothing was sent" in outcome.why


def test_what_cannot_be_noted_beforehand_is_not_sent(certificate: Path) -> None:
    def full_disk() -> None:
        raise StoreError("The disk is full.")

    with post_office(Post(), certificate) as post:
        with pytest.raises(StoreError, match="full"):
            transmit(LETTER, post.account(), "", full_disk)
        assert not post.arrived


def test_certificates_that_are_none(certificate: Path, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    with post_office(Post(), certificate) as post, pytest.raises(SettingsError, match="ca_file"):
        attempt(post.account(ca_file=str(tmp_path / "ca.pem")))


def test_too_big_for_the_server(certificate: Path) -> None:
    with post_office(Post(), certificate, limit=100) as post:
        outcome, announced = attempt(post.account())
    assert isinstance(outcome, NotTaken)
    assert "127.0.0.1 takes 100" in outcome.why
    assert not announced
