"""The way from draft to sent, as the user goes it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from making import CALENDAR, INTERVIEW, JANE, NOW, SLOTS, mail, packet
from post_office import PASSWORD, Post, post_office

from scheduler.app import outbox as app
from scheduler.app.send import Kept, Preview, Sent, no_check, notice_only, send, show
from scheduler.errors import ConflictError, DeliveryError, MissingPartError, SchedulerError, SettingsError, UsageError
from scheduler.model.freebusy import BusyTime, FreeBusy
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.outbox import sending
from scheduler.outbox.handover import Handover
from scheduler.outbox.packet import Draft, Packet
from scheduler.outbox.recheck import Recheck, Stale, recheck
from scheduler.outbox.secret import password
from scheduler.outbox.wire import letter
from scheduler.settings.core import Limits, Settings
from scheduler.settings.load import parse_settings
from scheduler.settings.mail import MailSettings

AGAIN = notice_only(Limits())


class User:
    """Answers as told; may do something while the question stands."""

    def __init__(self, answer: bool = True, meanwhile: Any = None) -> None:
        self.answer = answer
        self.meanwhile = meanwhile
        self.saw: list[Preview] = []

    def show(self, preview: Preview) -> None:
        self.saw.append(preview)

    def ask(self, _preview: Preview) -> bool:
        if self.meanwhile is not None:
            self.meanwhile()
        return self.answer


@contextmanager
def room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, account: MailSettings | None = None, **environ: str
) -> Iterator[app.Room]:
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path / "data"))
    with app.entered(Settings(zone="Europe/Berlin"), environ) as opened:
        yield replace(opened, account=account or MailSettings())


@pytest.fixture
def by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[app.Room]:
    with room(tmp_path, monkeypatch) as opened:
        yield opened


def clock() -> datetime:
    return NOW


def states(opened: app.Room, identifier: str) -> list[str]:
    return [s.state for s in opened.journal.steps(identifier)]


def test_sent_and_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    with post_office(Post(), certificate, login=True) as post:
        account = post.account(user="max", password_env="SECRET")
        with room(tmp_path, monkeypatch, account, SECRET=PASSWORD) as opened:
            stored = app.lay(opened, packet(), "k", NOW)
            assert send(opened, stored.id[:3], User(), clock, again=AGAIN) == Sent("250 OK: queued as 1")
            assert states(opened, stored.id) == ["draft", "approved", "sending", "sending", "sent"]
            (entry,) = opened.journal.entries()
            assert (entry.at, entry.channel, entry.result, entry.company, entry.kind) == (
                NOW, "email", "sent", "Acme", "reschedule",
            )  # fmt: skip
            assert (entry.who, entry.message_id) == ("Jane Doe <jane@acme.example>", stored.message_id)
            assert "I am sorry." in entry.text
            assert (Path(stored.folder) / "message.eml").read_bytes() == post.arrived[0].content
            with pytest.raises(ConflictError, match="was sent already"):
                send(opened, stored.id, User(), clock, again=AGAIN)
        everywhere = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
        assert PASSWORD.encode() not in everywhere
    assert len(post.arrived) == 1
    assert stored.message_id.encode() in (post.arrived[0].content or b"")


def test_no_means_nothing_leaves(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    assert send(by_hand, stored.id, User(answer=False), clock, again=AGAIN) == Kept()
    assert states(by_hand, stored.id) == ["draft"]


def test_failed_keeps_the_packet_and_its_message_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, certificate: Path
) -> None:
    post = Post(at_content="451 try later")
    with post_office(post, certificate), room(tmp_path, monkeypatch, post.account()) as opened:
        stored = app.lay(opened, packet(), "k", NOW)
        with pytest.raises(DeliveryError, match="is kept"):
            send(opened, stored.id, User(), clock, again=AGAIN)
        assert opened.journal.tracked(stored.id).state == "failed"
        post.at_content = "250 OK"
        send(opened, stored.id, User(), clock, again=AGAIN)
        assert opened.journal.tracked(stored.id).state == "sent"
    first, second = (e.content or b"" for e in post.arrived)
    assert first == second


def test_unknown_is_settled_by_the_user_and_never_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, certificate: Path
) -> None:
    with (
        post_office(Post(at_content="abort"), certificate) as post,
        room(tmp_path, monkeypatch, post.account()) as opened,
    ):
        for key, went, final in (("a", True, "sent"), ("b", False, "failed")):
            stored = app.lay(opened, packet(), key, NOW)
            with pytest.raises(DeliveryError, match=f"settle {stored.id}"):
                send(opened, stored.id, User(), clock, again=AGAIN)
            with pytest.raises(ConflictError, match="may have arrived"):
                send(opened, stored.id, User(), clock, again=AGAIN)
            later = NOW + timedelta(days=1)
            assert app.settle(opened, stored.id, went, later).state == final
        (entry,) = opened.journal.entries()
        assert entry.at == NOW
        assert "I am sorry." in entry.text
    assert len(post.arrived) == 2


def test_handed_over_until_the_user_says_it_went(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    result = send(by_hand, stored.id, User(), clock, again=AGAIN)
    assert isinstance(result, Handover)
    assert result.mailto.startswith("mailto:jane@acme.example?subject=Request%20to%20reschedule")
    assert "I am sorry." in result.text
    assert result.invite is not None
    assert Path(result.invite).read_bytes() == CALENDAR
    assert Path(result.export).read_bytes().startswith(b"X-Unsent: 1\r\n")
    assert by_hand.journal.tracked(stored.id).state == "handed-over"
    assert by_hand.journal.entries() == ()
    assert app.settle(by_hand, stored.id, False, NOW).state == "draft"
    send(by_hand, stored.id, User(), clock, again=AGAIN)
    assert app.settle(by_hand, stored.id, True, NOW).state == "sent"
    assert len(by_hand.journal.entries()) == 1
    with pytest.raises(ConflictError):
        app.settle(by_hand, stored.id, True, NOW)


def test_yes_takes_only_what_was_shown(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    text = Path(stored.folder) / "email.txt"
    user = User()
    with pytest.raises(UsageError, match="not shown to you in this form"):
        send(by_hand, stored.id, user, clock, yes=True, again=AGAIN)
    text.write_text(text.read_text().replace("sorry", "very sorry"))
    with pytest.raises(UsageError, match="not shown to you in this form"):
        send(by_hand, stored.id, user, clock, yes=True, again=AGAIN)
    other_way = replace(by_hand, account=MailSettings(host="127.0.0.1", security="plain", port=9))
    with pytest.raises(UsageError, match="not shown to you in this form"):
        send(other_way, stored.id, user, clock, yes=True, again=AGAIN)
    show(by_hand, stored.id, NOW, AGAIN, no_check)
    result = send(by_hand, stored.id, user, lambda: NOW + timedelta(hours=1), yes=True, again=AGAIN)
    assert isinstance(result, Handover)
    assert "very sorry" in result.text


def test_what_changes_while_the_question_stands_is_not_sent(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    text = Path(stored.folder) / "email.txt"
    with pytest.raises(ConflictError, match="changed while you were asked"):
        send(
            by_hand,
            stored.id,
            User(meanwhile=lambda: text.write_text("To: a@b.example\n\nother\n")),
            clock,
            again=AGAIN,
        )
    taken = [Recheck(), Recheck(stale=(Stale(SLOTS[0], "taken"),))]
    with pytest.raises(ConflictError):
        send(by_hand, stored.id, User(), clock, again=lambda _p, _n: taken.pop(0))
    assert states(by_hand, stored.id) == ["draft"]


def test_a_second_look_stops_what_no_longer_holds(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    busy = FreeBusy(Period(NOW, NOW + timedelta(days=30)), (BusyTime(SLOTS[1]),))
    user = User()
    with pytest.raises(DeliveryError, match="no longer be offered"):
        send(by_hand, stored.id, user, clock, again=lambda p, n: recheck(p, n, 24, busy, (*SLOTS, INTERVIEW)))
    assert user.saw[0].recheck == Recheck((Stale(SLOTS[1], "taken"),), (INTERVIEW,))
    assert states(by_hand, stored.id) == ["draft"]


def test_the_second_look_itself() -> None:
    held = FreeBusy(Period(NOW, NOW + timedelta(days=30)), (BusyTime(SLOTS[0], "tentative"),))
    assert recheck(packet(), NOW, 24, held) == Recheck()
    assert not recheck(packet(), NOW, 24, None).stops
    soon = SLOTS[0].start - timedelta(hours=23)
    assert recheck(packet(when=None), soon, 24, None) == Recheck((Stale(SLOTS[0], "short"),))
    assert recheck(packet(when=None, kind="accept_time"), soon, 24, None) == Recheck()
    past = recheck(packet(when=None, kind="accept_time"), SLOTS[0].start, 24, None)
    assert past == Recheck((Stale(SLOTS[0], "past"),))
    less = INTERVIEW.start - timedelta(hours=23)
    assert recheck(packet(), less, 24, None).call_first
    assert not recheck(packet(channel="phone"), less, 24, None).call_first
    assert recheck(packet(kind="withdraw", alternatives=()), INTERVIEW.start, 24, None).too_late
    assert not recheck(packet(kind="apologise", alternatives=()), INTERVIEW.start, 24, None).stops


def test_errors_of_the_checker_stop_unless_the_user_insists(by_hand: app.Room) -> None:
    def check(_packet: Packet, draft: Draft) -> tuple[Problem, ...]:
        return (Problem("error", "No apology (E17)."),) if "sorry" in draft.body else (Problem("warning", "Long."),)

    stored = app.lay(by_hand, packet(), "k", NOW)
    with pytest.raises(UsageError, match="breaks rules"):
        send(by_hand, stored.id, User(), clock, again=AGAIN, check=check)
    assert isinstance(send(by_hand, stored.id, User(), clock, again=AGAIN, check=check, anyway=True), Handover)


def test_nobody_to_write_to_and_too_big(by_hand: app.Room) -> None:
    nobody = app.lay(by_hand, packet(mail=mail(to=""), recipients=()), "k", NOW)
    with pytest.raises(UsageError, match="nobody to go to"):
        send(by_hand, nobody.id, User(), clock, again=AGAIN)
    text = Path(nobody.folder) / "email.txt"
    text.write_text(text.read_text().replace("To: ", "To: Bob <bob@acme.example>"))
    small = replace(by_hand, account=MailSettings(max_size=100))
    with pytest.raises(DeliveryError, match="max_size"):
        send(small, nobody.id, User(), clock, again=AGAIN)
    result = send(by_hand, nobody.id, User(), clock, again=AGAIN)
    assert isinstance(result, Handover)
    assert "bob@acme.example" in result.mailto


def test_a_packet_is_a_private_folder_that_a_person_can_read(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    files = {p.name: p for p in Path(stored.folder).iterdir()}
    assert set(files) == {
        "packet.json", "composed.eml", "email.txt", "invite.ics", "phone.txt", "voicemail.txt", "steps.txt",
    }  # fmt: skip
    assert files["steps.txt"].read_text() == "1. Send the email.\n2. Wait for the answer.\n"
    assert {stat.S_IMODE(p.stat().st_mode) for p in files.values()} == {0o600}
    assert stat.S_IMODE(Path(stored.folder).stat().st_mode) == 0o700
    assert by_hand.outbox.read(stored.id) == stored
    assert stored.packet == packet()


def test_the_same_key_gives_the_same_packet_and_keeps_edits(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "plan 1, step 2", NOW)
    text = Path(stored.folder) / "email.txt"
    text.write_text("To: Jane <jane@acme.example>\nSubject: S\n\nMine\n")
    again = app.lay(by_hand, packet(subject="other"), "plan 1, step 2", NOW + timedelta(days=1))
    assert again == stored
    assert by_hand.outbox.draft(stored.id).body == "Mine\n"
    assert len(app.listing(by_hand, NOW)) == 1


def test_identifiers_are_found_by_a_unique_beginning(by_hand: app.Room) -> None:
    made = [app.lay(by_hand, packet(), f"k{n}", NOW) for n in range(60)]
    assert len({s.id for s in made}) == 60
    first = sorted(s.id for s in made)[0][0]
    several = [s for s in made if s.id.startswith(first)]
    for stored in made:
        assert app.find(by_hand, stored.id.upper(), NOW).id == stored.id
    if len(several) > 1:
        with pytest.raises(UsageError, match="write more of it"):
            app.find(by_hand, first, NOW)
    for wrong in ("", "zzzzzzzz", "../x"):
        with pytest.raises(UsageError, match="no packet"):
            app.find(by_hand, wrong, NOW)


def test_a_packet_that_the_journal_does_not_know_is_a_draft(by_hand: app.Room) -> None:
    stored = by_hand.outbox.add(packet(), "k", NOW)
    (by_hand.outbox.root / "notes of mine").mkdir()
    (found,) = app.listing(by_hand, NOW)
    assert (found.id, found.state) == (stored.id, "draft")


def test_a_lost_folder_is_said(by_hand: app.Room) -> None:
    import shutil

    stored = app.lay(by_hand, packet(), "k", NOW)
    shutil.rmtree(stored.folder)
    assert [p.id for p in app.listing(by_hand, NOW)] == [stored.id]
    with pytest.raises(SchedulerError, match="write it anew"):
        send(by_hand, stored.id, User(), clock, again=AGAIN)


def test_dropped_packets_stay_dropped(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    app.drop(by_hand, stored.id, NOW)
    app.lay(by_hand, packet(), "k", NOW)
    assert app.listing(by_hand, NOW) == ()
    with pytest.raises(ConflictError, match="was dropped"):
        send(by_hand, stored.id, User(), clock, again=AGAIN)


def test_export_leaves_bcc_out_and_overwrites_nothing(by_hand: app.Room, tmp_path: Path) -> None:
    hidden = mail().replace(b"Subject:", b"Bcc: boss@acme.example\r\nSubject:")
    stored = app.lay(by_hand, packet(mail=hidden), "k", NOW)
    target = app.export(by_hand, stored.id, tmp_path / "out.eml", NOW)
    assert b"boss" not in target.read_bytes()
    with pytest.raises(UsageError, match="exists already"):
        app.export(by_hand, stored.id, target, NOW)


SECRET_PLACES = [
    ({"password_env": "hunter2"}, {}, DeliveryError),
    ({"password_command": ("/nonexistent/hunter2",)}, {}, SettingsError),
    ({"password_command": ("sh", "-c", "exit 1 # hunter2")}, {}, DeliveryError),
    ({"password_command": ("sh", "-c", "printf '' # hunter2")}, {}, DeliveryError),
    ({}, {}, SettingsError),
]


@pytest.mark.parametrize(("places", "environ", "kind"), SECRET_PLACES)
def test_a_password_in_the_wrong_place_is_not_repeated(
    places: dict[str, Any], environ: dict[str, str], kind: type[SchedulerError]
) -> None:
    with pytest.raises(kind) as caught:
        password(MailSettings(user="max", **places), environ)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_where_passwords_come_from() -> None:
    assert password(MailSettings(), {}) == ""
    assert password(MailSettings(user="max", password_env="P"), {"P": "a b"}) == "a b"
    assert password(MailSettings(user="max", password_command=("sh", "-c", "printf 'a b\\nnoise\\n'")), {}) == "a b"


def test_the_settings_have_no_place_for_a_password() -> None:
    from scheduler.settings.load import section

    settings = parse_settings('[mail]\nhost = "h"\npassword = "hunter2"\n', "settings.toml")
    with pytest.raises(SettingsError, match="unknown setting 'password'") as caught:
        section(settings, "mail", MailSettings)
    assert "hunter2" not in str(caught.value)


def test_the_keyring_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(MissingPartError, match="pip install keyring"):
        password(MailSettings(user="max", keyring="mail"), {})


def test_a_second_sender_waits_outside(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    sending.approve(by_hand.journal, stored.id, "f", NOW)
    made = letter(mail(), NOW, stored.message_id)
    with sending._lock(by_hand.outbox.root) as free:
        assert free
        with pytest.raises(ConflictError, match="at work"):
            sending.send(by_hand.outbox, by_hand.journal, stored, made, MailSettings(host="h"), "", clock)
        by_hand.journal.move(stored.id, ("approved",), "sending", NOW)
        assert app.find(by_hand, stored.id, NOW).state == "sending"
    assert app.find(by_hand, stored.id, NOW).state == "failed"


def test_only_what_was_agreed_to_is_sent(by_hand: app.Room, certificate: Path) -> None:
    made = letter(mail(), NOW, "<one@home.example>")
    with post_office(Post(), certificate) as post:
        for state in ("draft", "sent", "unknown", "failed", "handed-over", "dropped"):
            stored = app.lay(by_hand, packet(), state, NOW)
            by_hand.journal.move(stored.id, ("draft",), state, NOW)  # type: ignore[arg-type]
            with pytest.raises(ConflictError):
                sending.send(by_hand.outbox, by_hand.journal, stored, made, post.account(), "", clock)
            assert by_hand.outbox.left(stored.id) is None
    assert not post.arrived


def test_a_packet_that_left_is_shown_as_it_left(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    send(by_hand, stored.id, User(), clock, again=AGAIN)
    text = Path(stored.folder) / "email.txt"
    text.write_text(text.read_text().replace("sorry", "not sorry"))
    preview = show(by_hand, stored.id, NOW + timedelta(days=90), AGAIN, no_check)
    assert "not sorry" not in preview.draft.body
    assert preview.recheck == Recheck()


def test_two_approvals_give_one_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    with post_office(Post(), certificate) as post, room(tmp_path, monkeypatch, post.account()) as opened:
        stored = app.lay(opened, packet(), "k", NOW)

        def another_terminal() -> None:
            with room(tmp_path, monkeypatch, post.account()) as other:
                send(other, stored.id, User(), clock, again=AGAIN)

        with pytest.raises(ConflictError):
            send(opened, stored.id, User(meanwhile=another_terminal), clock, again=AGAIN)
    assert len(post.arrived) == 1


def test_recipients_are_those_of_the_text(by_hand: app.Room) -> None:
    stored = app.lay(by_hand, packet(), "k", NOW)
    preview = show(by_hand, stored.id, NOW, AGAIN, no_check)
    assert preview.letter.recipients == (JANE.address,)
