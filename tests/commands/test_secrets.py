"""Nothing of the user's other entries reaches a byte that a command makes for others (E19): planted, and looked for."""

from __future__ import annotations

import base64
import quopri
import re
from pathlib import Path

import pytest

from scheduler.messages.facts import LANGUAGES
from tests.commands.calling import NOW, calendar, call, event, mail, settings

SECRETS = (
    "Globex", "Zahnarzt", "Dana", "Foxworth", "Harbourside", "S3CRET", "globex.example", "Caracas", "Initech",
    "Vasquez", "Colonoscopy", "Quokka",
)  # fmt: skip
ME = "ATTENDEE;CN=Ana Silva;PARTSTAT=ACCEPTED:mailto:ana.silva@mail.example"
SETTINGS = """
me = ["ana.silva@mail.example"]
name = "Ana Silva"
phone = "+351 912 555 014"
zone = "Europe/Lisbon"
country = "PT"
[[calendars]]
name = "Quokka S3CRET"
source = "{own}"
write = true
holds = true
[[companies]]
name = "Initech"
domains = ["initech.example"]
contact = "Dana Vasquez <dana.vasquez@initech.example>"
"""
OTHERS = (
    event(
        "other-S3CRET@globex.example", "20270309T103000Z", "20270309T113000Z",
        "Panel interview with Globex: Head of S3CRET", "LOCATION:Harbourside 12\\, Caracas",
        "DESCRIPTION:Colonoscopy S3CRET https://globex.example/x",
        "ORGANIZER;CN=Dana Foxworth:mailto:foxworth@globex.example", ME,
    ),
    event("z1", "20270310T090000Z", "20270310T100000Z", "Zahnarzt Colonoscopy", "LOCATION:Harbourside 3"),
    event("z2", "20270311T090000Z", "20270311T120000Z", "Initech onsite interview: Quokka keeper",
          "ORGANIZER;CN=Dana Vasquez:mailto:dana.vasquez@initech.example", ME, "LOCATION:Harbourside 9"),
    event("z3", "20270312T100000Z", "20270312T110000Z", "Quokka hold", "STATUS:TENTATIVE"),
    event("z4", "20270308T110000Z", "20270308T113000Z", "Team S3CRET",
          "ORGANIZER;CN=Ana Silva:mailto:ana.silva@mail.example", ME, "ATTENDEE:mailto:foxworth@globex.example"),
)  # fmt: skip
OURS = event(
    "acme-1@acme.example", "20270309T100000Z", "20270309T110000Z", "Interview with Acme: Data Engineer",
    "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example", ME, "LOCATION:https://meet.example.com/abc", "SEQUENCE:2",
    "CATEGORIES:S3CRET", "COMMENT:after Globex", "X-MOZ-NOTE:Colonoscopy",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nDESCRIPTION:Zahnarzt\r\nEND:VALARM",
)  # fmt: skip
HEAD = "NAME:S3CRET Quokka\r\nX-WR-CALNAME:Globex S3CRET\r\nX-WR-CALDESC:Zahnarzt\r\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.ics"
    data = calendar(*OTHERS[:2], OURS, *OTHERS[2:]).decode()
    path.write_bytes(data.replace("PRODID:-//tests//EN\r\n", f"PRODID:-//tests//EN\r\n{HEAD}", 1).encode())
    settings(tmp_path, SETTINGS.format(own=path))
    return path


def leaks(data: bytes) -> set[str]:
    """Secrets in any usual wrapping: folded, quoted-printable, base64, percent-encoded."""
    unfolded = re.sub(rb"\r?\n[ \t]", b"", data)
    decoded = [unfolded, quopri.decodestring(data)]
    for block in re.findall(rb"(?:[A-Za-z0-9+/=]{20,76}\r?\n)+", data):
        try:
            decoded.append(re.sub(rb"\r?\n[ \t]", b"", base64.b64decode(block)))
        except ValueError:
            continue
    text = b"\n".join(decoded).decode("utf-8", "replace").lower()
    return {s for s in SECRETS if s.lower() in text}


def test_the_secrets_would_be_found(own: Path) -> None:
    assert leaks(own.read_bytes()) == set(SECRETS)
    assert leaks(base64.encodebytes(b"a mail about Globex and nothing else")) == {"Globex"}
    assert leaks(b"Glo\r\n bex") == {"Globex"}
    assert leaks(quopri.encodestring("Ü Glob=ex Globex".encode())) == {"Globex"}


AFTER = ("--now", "2027-03-09T12:00")
COMMANDS = [
    ("reschedule", *NOW),
    ("reschedule", "--reason", "conflict", *NOW),
    ("reschedule", "--ask", "--remote", *NOW),
    ("reschedule", "--reason", "ill", "--now", "2027-03-09T01:00"),
    ("reschedule", "--emergency", "--now", "2027-03-09T01:00"),
    ("withdraw", *NOW),
    ("withdraw", "--reason", "offer-accepted", *NOW),
    ("withdraw", "--reason", "concern", "--stay-in-touch", "--now", "2027-03-09T01:00"),
    ("pause", "--until", "2027-04-12", *NOW),
    ("apologise", "--reason", "transport", *AFTER),
    ("apologise", "--reason", "ill", "--no-new-time", *AFTER),
    ("follow-up", "--as", "call", *NOW),
    ("follow-up", "--as", "reminder", *NOW),
    ("follow-up", "--as", "check-back", *NOW),
    ("thank", "--for", "answer", *NOW),
    ("thank", "--for", "cross-answer", *NOW),
    ("thank", "--for", "cancellation", *NOW),
    ("thank", "--for", "interview", *AFTER),
    ("thank", "--for", "new-job", *AFTER),
    ("clarify", "--correction", "I can come at any of the three times", *NOW),
    ("accept", "--time", "2027-03-11T15:00", *NOW),
    ("accept", "--time", "2027-03-09T10:00", *NOW),
]


def made(tmp_path: Path) -> dict[str, bytes]:
    """Every byte of every packet, by file; also of `ground.json`, which never leaves."""
    files = (p for p in (tmp_path / "data" / "outbox").rglob("*") if p.is_file() and not p.name.startswith("."))
    return {str(p.relative_to(tmp_path)): p.read_bytes() for p in files}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_writing_command_in_every_language(own: Path, tmp_path: Path, language: str) -> None:
    for name, *options in COMMANDS:
        said = call(name, "acme", *options, "--language", language)
        assert said.status == 0, (name, options, said.out, said.err)
        assert leaks(said.out.encode()) == set(), (name, options)
    files = made(tmp_path)
    assert len([f for f in files if f.endswith("composed.eml")]) == len(COMMANDS)
    assert len([f for f in files if f.endswith("invite.ics")]) >= 8
    assert {name: found for name, data in files.items() if (found := leaks(data))} == {}


def test_answers_to_what_came_in(own: Path, tmp_path: Path) -> None:
    moved = OURS.replace("SEQUENCE:2", "SEQUENCE:3").replace("20270309T1", "20270312T1")
    own_lines = (
        "CATEGORIES",
        "COMMENT",
        "X-MOZ-NOTE",
        "BEGIN:VALARM",
        "ACTION",
        "TRIGGER",
        "DESCRIPTION",
        "END:VALARM",
    )
    moved = "\r\n".join(line for line in moved.split("\r\n") if not line.startswith(own_lines))
    for verb in ("--accept", "--tentative", "--decline", "--counter"):
        source = tmp_path / "in.eml"
        source.write_bytes(mail("Jo Roe <jo@acme.example>", calendar(moved, method="REQUEST"), "REQUEST"))
        said = call("receive", str(source), verb, *NOW)
        assert said.status == 0, said.err
        assert "'Quokka hold' is at that time" in said.out  # For the user's own eyes.
    assert {name: found for name, data in made(tmp_path).items() if (found := leaks(data))} == {}


def test_what_one_entry_says_to_its_own_guests(own: Path, tmp_path: Path) -> None:
    """An update names its own entry, and no other."""
    said = call("update", "Team", "--to", "2027-03-08T16:00", *NOW)
    assert said.status == 0, said.err
    found = {s for data in made(tmp_path).values() for s in leaks(data)}
    assert found <= {"S3CRET", "Foxworth", "globex.example", "Globex"}  # Its own title and its own guest.
    assert found.isdisjoint({"Zahnarzt", "Colonoscopy", "Quokka", "Initech", "Vasquez", "Harbourside"})


def test_blocks_and_checklists_have_neutral_titles(own: Path, tmp_path: Path) -> None:
    call("checklist", "acme", "--add", *NOW)
    text = own.read_bytes().replace(b"\r\n ", b"").decode()
    blocks = [b for b in text.split("BEGIN:VEVENT") if "UID:block-" in b]
    assert len(blocks) == 3
    for block in blocks:
        assert "CLASS:PRIVATE" in block
        assert "ORGANIZER" not in block
        assert "ATTENDEE" not in block
        assert re.search(r"SUMMARY:(Preparation|Checklist|Notes)\r", block)
        assert leaks(block.encode()) == set()


@pytest.mark.parametrize("word", ["Globex", "Zahnarzt", "Harbourside", "Foxworth", "Quokka"])
def test_what_the_user_writes_into_a_mail_is_pointed_at_and_stopped(own: Path, tmp_path: Path, word: str) -> None:
    identifier = call("reschedule", "acme", *NOW, "--json").json["id"]
    text = tmp_path / "data" / "outbox" / identifier / "email.txt"
    text.write_text(text.read_text().replace("Dear Jo Roe,", f"Dear Jo Roe, after {word},"))
    shown = call("outbox", "show", identifier).out
    assert "(E19, line 1, column 20)" in shown
    sent = call("send", identifier, "--yes")
    assert sent.status == 2
    assert "breaks rules" in sent.err
