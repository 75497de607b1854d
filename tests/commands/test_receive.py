"""Mails and calendar messages that come in."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from tests.commands.calling import (
    NOW,
    SAMPLES,
    ana,
    calendar,
    call,
    event,
    invite_of,
    mail,
    mail_of,
    packet,
    rita,
    settings,
)

INVITATION = str(SAMPLES / "invitation.eml")
ME = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ana.silva@mail.example"
JO = "Jo Roe <jo@acme.example>"
SETTINGS = 'me = ["ana.silva@mail.example"]\nname = "Ana Silva"\nphone = "+351 1"\nzone = "Europe/Lisbon"\n'


def acme(sequence: int = 0, start: str = "20270309T100000Z", end: str = "20270309T110000Z", *more: str) -> str:
    return event(
        "acme-1", start, end, "Interview with Acme: Data Engineer", "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example", ME,
        f"SEQUENCE:{sequence}", *more,
    )  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.ics"
    path.write_bytes(calendar(acme()))
    entry = f'[[calendars]]\nname = "own"\nsource = "{path}"\nwrite = true\nholds = true\n'
    settings(tmp_path, SETTINGS + entry)
    return path


def message(tmp_path: Path, entry: str, method: str, sender: str = JO, message_id: str = "<m1@acme.example>") -> str:
    path = tmp_path / "in.eml"
    path.write_bytes(mail(sender, calendar(entry, method=method), method, message_id))
    return str(path)


def test_a_new_invitation_is_judged_and_nothing_changes(tmp_path: Path) -> None:
    own = ana(tmp_path)
    before = own.read_bytes()
    (item,) = call("receive", INVITATION, *NOW, "--json").json["items"]
    assert (item["kind"], item["trust"], item["fits"]) == ("new", "service", "collides")
    assert item["obstacles"] == ["'Yearly review with Marta' is at that time"]
    assert item["answers"] == ["accept", "tentative", "decline", "counter"]
    assert own.read_bytes() == before
    assert call("outbox").out == "The outbox is empty.\n"


def test_the_same_by_standard_input_and_from_a_maildir(tmp_path: Path) -> None:
    ana(tmp_path)
    data = (SAMPLES / "invitation.eml").read_bytes()
    assert call("receive", *NOW, "--json", stdin=data).json["items"][0]["kind"] == "new"
    box = mailbox.Maildir(tmp_path / "Maildir")
    box.add(data)
    box.add(b"From: a@b.example\nSubject: Lunch?\n\nToday?\n")
    box.close()
    said = call("receive", str(tmp_path / "Maildir"), *NOW, "--json").json
    assert ([i["kind"] for i in said["items"]], said["others"]) == (["new"], 1)
    assert call("receive", str(tmp_path / "none"), *NOW).status == 3
    assert call("receive", *NOW, stdin=b"").status == 3
    assert call("receive", *NOW, stdin=b"hello").status == 3


def test_an_acceptance_goes_into_the_thread(tmp_path: Path) -> None:
    ana(tmp_path)
    (made,) = call("receive", INVITATION, "--accept", *NOW, "--json").json["drafts"]
    invite = invite_of(tmp_path, made)
    assert "METHOD:REPLY" in invite
    assert invite.count("ATTENDEE") == 1
    assert "PARTSTAT=ACCEPTED" in invite
    composed = mail_of(tmp_path, made)
    assert str(composed["In-Reply-To"]) == "<90317.1804233752@mail.goodtime.io>"
    assert str(composed["To"]) == "Rita Moreau <rita.moreau@northwind.example>"


def test_a_counter_offers_times(tmp_path: Path) -> None:
    ana(tmp_path)
    (made,) = call("receive", INVITATION, "--counter", "--reason", "work", *NOW, "--json").json["drafts"]
    assert "METHOD:COUNTER" in invite_of(tmp_path, made)
    assert (packet(tmp_path, made) / "email.txt").read_text().count("\n- ") == 3


def test_moved_and_stored(own: Path, tmp_path: Path) -> None:
    source = message(tmp_path, acme(1, "20270310T100000Z", "20270310T110000Z"), "REQUEST")
    (item,) = call("receive", source, *NOW, "--json").json["items"]
    assert (item["kind"], item["trust"], item["fits"]) == ("moved", "verified", "fits")
    assert item["before"] == "2027-03-09T10:00:00+00:00"
    call("checklist", "acme", "--add", *NOW)
    said = call("receive", source, "--accept", "--store", *NOW)
    assert said.status == 0, said.err
    assert "3 blocks around it moved along" in said.out
    text = own.read_bytes().decode()
    assert "PARTSTAT=ACCEPTED" in text
    assert "DTSTART:20270310T093000Z" in text  # The checklist.
    assert "METHOD" not in text
    assert call("receive", source, *NOW, "--json").json["items"][0]["kind"] == "known"
    older = message(tmp_path, acme(0, "20270312T100000Z", "20270312T110000Z"), "REQUEST")
    assert call("receive", older, *NOW, "--json").json["items"][0]["kind"] == "older"
    assert call("receive", older, "--accept", *NOW).status == 2


def test_a_stranger_is_not_believed(own: Path, tmp_path: Path) -> None:
    before = own.read_bytes()
    for method, entry in (
        ("REQUEST", acme(1, "20270310T100000Z", "20270310T110000Z")),
        ("CANCEL", acme(1).replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")),
    ):
        source = message(tmp_path, entry, method, "Evil <evil@else.example>")
        said = call("receive", source, *NOW)
        assert "Unverified: it comes from evil@else.example" in said.out
        verb = "--accept" if method == "REQUEST" else "--thank"
        for words in ((verb,), ("--store",)):
            refused = call("receive", source, *words, *NOW)
            assert refused.status == 2
            assert "--trust-sender" in refused.err
        assert own.read_bytes() == before
        assert call("outbox").out == "The outbox is empty.\n"
    assert call("receive", source, "--store", "--trust-sender", *NOW).status == 0
    assert b"STATUS:CANCELLED" in own.read_bytes()


def test_a_cancellation_is_thanked_for_and_its_blocks_go(own: Path, tmp_path: Path) -> None:
    call("checklist", "acme", "--add", *NOW)
    source = message(tmp_path, acme(1).replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"), "CANCEL")
    said = call("receive", source, "--thank", "--store", *NOW, "--json").json
    (made,) = said["drafts"]
    assert "Thank you very much for letting me know" in (packet(tmp_path, made) / "email.txt").read_text()
    assert "3 blocks around it were taken away." in said["done"]
    assert b"UID:block-" not in own.read_bytes()
    assert b"STATUS:CANCELLED" in own.read_bytes()


def test_a_counter_to_an_organizer(tmp_path: Path) -> None:
    own = rita(tmp_path)
    before = own.read_bytes()
    debrief = next(b for b in before.decode().split("BEGIN:VEVENT") if "Debrief" in b).split("END:VEVENT")[0]
    kept = [
        x
        for x in debrief.replace("\r\n ", "").split("\r\n")
        if x and not x.startswith(("ATTENDEE", "DTSTART", "DTEND"))
    ]
    tom = "ATTENDEE;PARTSTAT=TENTATIVE:mailto:tom.becker@northwind.example"
    entry = "\r\n".join(
        [
            "BEGIN:VEVENT",
            *kept,
            "DTSTART:20270312T163000Z",
            "DTEND:20270312T170000Z",
            tom,
            "COMMENT:A train",
            "END:VEVENT",
        ]
    )
    source = message(tmp_path, entry, "COUNTER", "Tom Becker <tom.becker@northwind.example>")
    said = call("receive", source, *NOW)
    assert "Asks you for another time: Debrief: Ana Silva" in said.out
    assert "says: A train" in said.out
    accepted = call("receive", source, "--accept", *NOW, "--json").json
    invite = invite_of(tmp_path, accepted["drafts"][0])
    assert "METHOD:REQUEST" in invite
    assert "SEQUENCE:1\r" in invite
    assert own.read_bytes() == before
    todo = next(line for line in accepted["done"] if "interviews update" in line).partition("interviews ")[2].split()
    updated = call(*todo, *NOW, "--json").json
    assert [p["id"] for p in updated["packets"]] == accepted["drafts"]


def test_declining_a_counter(tmp_path: Path) -> None:
    own = tmp_path / "own.ics"
    hosted = ("ORGANIZER:mailto:ana.silva@mail.example", "ATTENDEE;CN=Kim Lee:mailto:kim@acme.example", "SEQUENCE:4")
    own.write_bytes(calendar(event("own-1", "20270309T100000Z", "20270309T110000Z", "Mock interview", *hosted)))
    settings(tmp_path, SETTINGS + f'[[calendars]]\nname = "own"\nsource = "{own}"\nwrite = true\n')
    asks = event("own-1", "20270310T100000Z", "20270310T110000Z", "Mock interview", *hosted)
    source = message(tmp_path, asks, "COUNTER", "Kim Lee <kim@acme.example>")
    (made,) = call("receive", source, "--decline", *NOW, "--json").json["drafts"]
    invite = invite_of(tmp_path, made)
    assert "METHOD:DECLINECOUNTER" in invite
    assert "SEQUENCE:4\r" in invite
    text = (packet(tmp_path, made) / "email.txt").read_text()
    assert "suggesting Wednesday, 10 March 2027, at 10:00" in text
    assert "it stays on Tuesday, 9 March 2027, at 10:00" in text


def test_an_answer_is_noted_once(tmp_path: Path) -> None:
    rita(tmp_path)
    text = (SAMPLES / "recruiter_week.ics").read_bytes().decode()
    debrief = next(b for b in text.split("BEGIN:VEVENT") if "Debrief" in b).split("END:VEVENT")[0]
    kept = [x for x in debrief.replace("\r\n ", "").split("\r\n") if x and not x.startswith("ATTENDEE")]
    tom = "ATTENDEE;PARTSTAT=DECLINED:mailto:tom.becker@northwind.example"
    entry = "\r\n".join(["BEGIN:VEVENT", *kept, tom, "END:VEVENT"])
    source = message(tmp_path, entry, "REPLY", "Tom Becker <tom.becker@northwind.example>")
    first = call("receive", source, *NOW, "--json").json["items"][0]
    assert (first["kind"], first["partstat"], first["noted"]) == ("answered", "DECLINED", "declined")
    assert call("receive", source, *NOW, "--json").json["items"][0]["noted"] is None
    assert [e["result"] for e in call("journal", "--json").json["entries"]] == ["declined"]
    stranger = message(tmp_path, entry, "REPLY", "Evil <evil@else.example>", "<m2@else.example>")
    assert call("receive", stranger, *NOW, "--json").json["items"][0]["noted"] is None


def test_what_answers_our_own_request(own: Path, tmp_path: Path) -> None:
    """An updated invitation to an offered time means that they agreed."""
    slots = ("--slot", "2027-03-11T10:00", "--slot", "2027-03-12T10:00")
    identifier = call("reschedule", "acme", *slots, *NOW, "--json").json["id"]
    call("send", identifier, "--yes")
    call("send", identifier, "--yes")
    call("outbox", "settle", identifier, "--sent")
    source = message(tmp_path, acme(1, "20270311T100000Z", "20270311T110000Z"), "REQUEST")
    assert call("receive", source, *NOW, "--json").json["items"][0]["noted"] == "agreed"
    other = message(
        tmp_path, acme(2, "20270313T100000Z", "20270313T110000Z"), "REQUEST", message_id="<m2@acme.example>"
    )
    assert call("receive", other, *NOW, "--json").json["items"][0]["noted"] == "other_time"


def test_the_agreed_time_does_not_collide_with_its_own_hold(own: Path, tmp_path: Path) -> None:
    """Their updated invitation comes at exactly the time that was settled; another request's hold is in the way."""
    early = ("--now", "2027-03-01T09:00")
    slots = ("--slot", "2027-03-11T10:00", "--slot", "2027-03-12T14:00")
    assert call("hold", "acme", *slots, "--yes", *early).status == 0
    offered = message(tmp_path, acme(1, "20270311T100000Z", "20270311T110000Z"), "REQUEST")
    assert "a time that you offered; your hold stands there" in call("receive", offered, *early).out
    assert call("settle", "acme", "2", *early).status == 0
    agreed = message(tmp_path, acme(1, "20270312T140000Z", "20270312T150000Z"), "REQUEST")
    said = call("receive", agreed, *early).out
    assert "It is the time that you agreed on; your hold stands there." in said
    assert "collides" not in said
    other = acme(0, "20270312T140000Z", "20270312T150000Z").replace("acme-1", "bolt-1").replace("Acme", "Bolt")
    stranger = message(tmp_path, other, "REQUEST")
    (item,) = call("receive", stranger, *early, "--json").json["items"]
    assert (item["fits"], item["held"]) == ("collides", None)


def test_what_was_agreed_is_accepted_and_thanked_for(own: Path, tmp_path: Path) -> None:
    """Neither the settled hold's time nor the journal's has to be said again; an open invitation has its own."""
    early = ("--now", "2027-03-01T09:00")
    plain = call("accept", "acme", *early, "--json").json
    assert "I gladly confirm Tuesday, 9 March 2027, at 10:00 (Lisbon" in plain["text"]
    assert ("in place of" in plain["text"], "new" in plain["subject"]) == (False, False)
    assert "METHOD:REPLY" in plain["calendar"]
    own.write_bytes(calendar(acme().replace("NEEDS-ACTION", "ACCEPTED")))
    assert "--time" in call("accept", "acme", *early).err
    slots = ("--slot", "2027-03-11T10:00", "--slot", "2027-03-12T14:00")
    identifier = call("reschedule", "acme", *slots, *early, "--json").json["id"]
    call("journal", "--answer", identifier, "--result", "agreed")
    assert "--time" in call("accept", "acme", *early).err, "which time was agreed is not known"
    call("journal", "--answer", identifier, "--result", "agreed", "--time", "2027-03-11T10:00")
    assert "Thursday, 11 March 2027, at 10:00" in call("accept", "acme", *early, "--json").json["text"]
    call("hold", "acme", *slots, "--yes", *early)
    call("settle", "acme", "2", *early)
    assert "Friday, 12 March 2027, at 14:00" in call("accept", "acme", *early, "--json").json["text"]
    assert "Friday, 12 March 2027, at 14:00" in call("thank", "acme", *early, "--json").json["text"]
    named = call("accept", "acme", "--time", "2027-03-16T10:00", *early, "--json").json["text"]
    assert "Tuesday, 16 March 2027, at 10:00" in named


def test_an_answer_in_words_is_noted(own: Path, tmp_path: Path) -> None:
    identifier = call("reschedule", "acme", *NOW, "--json").json["id"]
    message_id = str(mail_of(tmp_path, identifier)["Message-ID"])
    words = (
        f"From: {JO}\nTo: ana.silva@mail.example\nMessage-ID: <r1@acme.example>\nIn-Reply-To: {message_id}\n\nFine!\n"
    )
    said = call("receive", *NOW, stdin=words.encode())
    assert f"interviews journal --answer {identifier}" in said.out
    again = call("receive", *NOW, "--json", stdin=words.encode()).json["answers"]
    assert again == [{"packet": identifier, "company": "Acme", "verified": True, "noted": False}]
    evil = words.replace(JO, "Evil <evil@else.example>").replace("r1@", "r2@")
    assert "--trust-sender" in call("receive", *NOW, stdin=evil.encode()).out
    assert len(call("journal", "--json").json["entries"]) == 1


def test_nothing_that_a_terminal_would_obey_comes_out(own: Path, tmp_path: Path) -> None:
    entry = acme(1, "20270310T100000Z", "20270310T110000Z", "COMMENT:\x1b]0;evil\x07 \u202e")
    for words in ((), ("--counter",), ("--json",)):
        said = call("receive", message(tmp_path, entry, "REQUEST"), *words, *NOW)
        assert not set("\x1b\x07\u202e") & set(said.out + said.err)
