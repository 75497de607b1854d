"""The half hour before an interview."""

from __future__ import annotations

from pathlib import Path

from tests.commands.calling import NOW, ana, calendar, call, event, settings


def test_it_has_the_interviews_own_time_link_and_phone(tmp_path: Path) -> None:
    ana(tmp_path)
    video = call("checklist", "brightwater", *NOW).out
    for words in (
        "Wednesday, 10 March 2027, 15:00–16:00 (Lisbon, WET, UTC+0), your clock",
        "10:00 AM–11:00 AM (New York, EST, UTC-5), their clock",
        "https://us02web.zoom.us/j/84155501937",
        "[ ] Three talking points",
        "[ ] Read the job description again: Senior Backend Engineer.",
        "+1 212 555 0148",
        "From 14:30 on",
    ):
        assert words in video
    assert "a charged phone" in call("checklist", "kestrel", *NOW).out
    assert "Avenida Dom João II 44" in call("checklist", "tidewater", *NOW).out


def test_blocks_stand_around_it_once_and_move_with_it(tmp_path: Path) -> None:
    own = tmp_path / "own.ics"
    hosted = "ORGANIZER:mailto:ana.silva@mail.example"
    own.write_bytes(calendar(event("own-1", "20270309T100000Z", "20270309T110000Z", "Mock interview for Acme", hosted)))
    settings(
        tmp_path,
        'me = ["ana.silva@mail.example"]\nname = "Ana"\nzone = "UTC"\n'
        f'[[calendars]]\nname = "own"\nsource = "{own}"\nwrite = true\nholds = true\n',
    )
    said = call("checklist", "mock", "--add", *NOW, "--json").json
    assert [(b["kind"], b["start"][11:16], b["end"][11:16]) for b in said["blocks"]] == [
        ("preparation", "09:00", "09:30"),
        ("checklist", "09:30", "10:00"),
        ("debrief", "11:00", "11:15"),
    ]
    once = own.read_bytes()
    call("checklist", "mock", "--add", *NOW)
    assert own.read_bytes().count(b"UID:block-") == once.count(b"UID:block-") == 3
    assert b"TRIGGER:PT0S" in once
    moved = call("update", "own-1", "--to", "2027-03-10T15:00", *NOW)
    assert "3 blocks around it moved along" in moved.out
    listed = call("agenda", *NOW, "--json").json["occurrences"]
    assert [o["start"][:16] for o in listed] == [
        "2027-03-10T14:00",
        "2027-03-10T14:30",
        "2027-03-10T15:00",
        "2027-03-10T16:00",
    ]
    cancelled = call("update", "own-1", "--cancel", *NOW)
    assert "3 blocks around it were taken away" in cancelled.out
    assert b"UID:block-" not in own.read_bytes()


def test_never_into_a_calendar_of_work_unless_it_is_chosen(tmp_path: Path) -> None:
    own, work = tmp_path / "own.ics", tmp_path / "work.ics"
    interview = event("a1", "20270309T100000Z", "20270309T110000Z", "Interview with Acme: Data Engineer")
    own.write_bytes(calendar(interview))
    work.write_bytes(calendar())
    settings(
        tmp_path,
        'zone = "UTC"\n'
        f'[[calendars]]\nname = "own"\nsource = "{own}"\n'
        f'[[calendars]]\nname = "job"\nsource = "{work}"\nkind = "work"\nwrite = true\nholds = true\n',
    )
    said = call("checklist", "acme", "--add", *NOW)
    assert said.status == 2
    assert "--calendar" in said.err
    assert b"UID" not in work.read_bytes()
    chosen = call("checklist", "acme", "--add", "--calendar", "job", *NOW)
    assert chosen.status == 0, chosen.err
    assert work.read_bytes().count(b"CLASS:PRIVATE") == 3
    assert b"Acme" not in work.read_bytes().replace(b"Data Engineer", b"").split(b"DESCRIPTION")[0]


def test_its_own_blocks_are_no_finding(tmp_path: Path) -> None:
    """They touch their interview, and take the time to prepare: that is what they are for."""
    ana(tmp_path)
    call("update", "dentist", "--to", "2027-03-12T17:30", *NOW)
    before = [f["message"] for f in call("scan", *NOW, "--json").json["findings"]]
    call("checklist", "kestrel", "--add", *NOW)
    assert [f["message"] for f in call("scan", *NOW, "--json").json["findings"]] == before


def test_proposals_for_it_are_not_in_the_way_of_its_own_blocks(tmp_path: Path) -> None:
    own = ana(tmp_path)
    plain = call("propose", "kestrel", *NOW, "--json").json["proposals"]
    call("checklist", "kestrel", "--add", *NOW)
    assert own.read_bytes().count(b"UID:block-") == 3
    assert call("propose", "kestrel", *NOW, "--json").json["proposals"] == plain
