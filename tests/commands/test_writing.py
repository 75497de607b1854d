"""The commands that write to an employer, from the calendar to the packet."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commands.calling import NOW, ana, calendar, call, event, invite_of, mail, mail_of, packet, settings


def test_a_request_for_another_time_is_a_packet_with_everything_in_it(tmp_path: Path) -> None:
    ana(tmp_path)
    said = call("reschedule", "lumen", "--reason", "conflict", *NOW, "--json")
    assert said.status == 0, said.err
    made = said.json
    assert (made["kind"], made["company"], made["channel"], made["violations"]) == (
        "reschedule",
        "Lumen Health",
        "email",
        [],
    )
    assert made["to"] == "Sabine Vogt <sabine.vogt@lumenhealth.example>"
    assert len(made["alternatives"]) == 3
    assert made["next"] == f"interviews send {made['id']}"
    composed = mail_of(tmp_path, made["id"])
    assert str(composed["From"]) == "Ana Silva <ana.silva@mail.example>"
    assert [p.get_content_type() for p in composed.walk()][2:] == ["text/plain", "text/calendar", "application/ics"]
    invite = invite_of(tmp_path, made["id"])
    assert "METHOD:COUNTER" in invite
    assert "SEQUENCE:1\r" in invite
    assert "TZID:W. Europe Standard Time" in invite
    first = datetime.fromisoformat(made["alternatives"][0]["start"])
    berlin = first.astimezone(UTC).strftime("%Y%m%dT") + f"{first.astimezone(UTC).hour + 1:02}{first.minute:02}00"
    assert f"DTSTART;TZID=W. Europe Standard Time:{berlin}" in invite
    for period in made["alternatives"]:
        assert f"{datetime.fromisoformat(period['start']).astimezone(UTC):%H:%M}" in made["text"]


def test_what_is_offered_to_one_employer_is_not_offered_to_another(tmp_path: Path) -> None:
    ana(tmp_path)
    first = call("reschedule", "lumen", "--reason", "conflict", *NOW, "--json").json
    again = call("reschedule", "lumen", "--reason", "conflict", *NOW, "--json").json
    assert again["alternatives"] == first["alternatives"]
    other = call("reschedule", "kestrel", *NOW, "--json").json
    assert other["alternatives"]
    assert not [
        (a, b)
        for a in first["alternatives"]
        for b in other["alternatives"]
        if datetime.fromisoformat(a["start"]) < datetime.fromisoformat(b["end"])
        and datetime.fromisoformat(b["start"]) < datetime.fromisoformat(a["end"])
    ]
    wanted = first["alternatives"][0]["start"]
    slots = ("--slot", wanted, "--slot", other["alternatives"][0]["start"])
    asked = call("propose", "kestrel", "--at", wanted, *NOW)
    assert "'in a draft to Lumen Health'" in asked.out.split("1. ", 1)[0]
    assert "1. " in asked.out
    noted = call("reschedule", "kestrel", *slots, *NOW, "--json")
    assert noted.status == 0, "a draft refuses nothing"
    assert "stands in a draft to Lumen Health, which has not left" in " ".join(noted.json["notes"])
    assert call("outbox", "drop", first["id"]).status == 0
    assert call("reschedule", "kestrel", *slots, *NOW, "--again", "--json").json["notes"] == []


def test_company_and_time_are_repeated_and_the_next_command_is_named(tmp_path: Path) -> None:
    ana(tmp_path)
    said = call("reschedule", "kestrel", *NOW)
    assert said.out.startswith("Kestrel, Backend Engineer: Mon 2027-03-08 14:00–14:30 Europe/Lisbon\n")
    identifier = re.search(r"interviews send (\w+)", said.out)
    assert identifier is not None
    assert str(packet(tmp_path, identifier.group(1))) in said.out
    assert "interviews hold 1e2cba --slot 2027-03-" in said.out


def test_their_own_link_leads_the_packet(tmp_path: Path) -> None:
    ana(tmp_path)
    steps = call("reschedule", "kestrel", *NOW, "--json").json["steps"]
    assert steps[0].startswith("Use their own link to choose another time: https://calendly.com/reschedulings/")
    steps = call("withdraw", "kestrel", *NOW, "--json").json["steps"]
    assert steps[0].startswith("Use their own link to cancel: https://calendly.com/cancellations/")


def test_short_notice_calls_for_a_call(tmp_path: Path) -> None:
    ana(tmp_path)
    made = call("reschedule", "lumen", "--reason", "ill", "--now", "2027-03-10T09:00", "--json").json
    assert made["channel"] == "phone"
    assert "Ana Silva" in made["phone"]
    assert "+351 912 555 014" in made["voicemail"]
    assert made["steps"][0].startswith("Call Sabine Vogt on +49 30 5550 2290")
    emergency = call("reschedule", "lumen", "--emergency", "--now", "2027-03-10T09:00", "--json").json
    assert emergency["channel"] == "phone_emergency"


def test_a_time_is_never_assumed(tmp_path: Path) -> None:
    ana(tmp_path)
    for slots, words in (
        (["2027-03-16"], "give the time, too"),
        (["2027-03-04T10:00", "2027-03-16T10:00"], "has passed"),
        (["2027-03-16T10:00"], "two or three other times"),
        (["2027-03-15T15:30", "2027-03-16T10:00"], "'Yearly review with Marta' stands there"),
    ):
        said = call("reschedule", "lumen", *NOW, *(w for s in slots for w in ("--slot", s)))
        assert said.status == 2
        assert words in said.err
    made = call(
        "reschedule", "lumen", *NOW, "--slot", "2027-03-16T10:00", "--slot", "2027-03-17T11:00+01:00", "--json"
    ).json
    assert [p["start"] for p in made["alternatives"]] == ["2027-03-16T10:00:00+00:00", "2027-03-17T10:00:00+00:00"]
    assert call("reschedule", "lumen", *NOW, "--ask", "--json").json["alternatives"] == []


def test_no_calendar_message_to_robots_and_nobody_is_guessed(tmp_path: Path) -> None:
    ana(tmp_path)
    made = call("reschedule", "tidewater", *NOW, "--json").json
    assert made["calendar"] is None
    assert "no organizer who reads mail" in made["notes"][0]
    assert made["to"] == "Carla Neves <carla.neves@tidewater.example>"
    alone = event(
        "x1", "20270309T100000Z", "20270309T110000Z", "Interview with Acme: Data Engineer",
        "ORGANIZER:mailto:no-reply@acme.example", "ATTENDEE:mailto:ana.silva@mail.example",
    )  # fmt: skip
    (tmp_path / "acme.ics").write_bytes(calendar(alone))
    said = call("withdraw", "acme", str(tmp_path / "acme.ics"), *NOW)
    assert said.status == 2
    assert "--to" in said.err
    made = call("withdraw", "acme", str(tmp_path / "acme.ics"), *NOW, "--to", "Jo Roe <jo@acme.example>", "--json").json
    assert made["to"] == "Jo Roe <jo@acme.example>"


def test_what_is_missing_is_asked_for_with_its_option(tmp_path: Path) -> None:
    settings(tmp_path, 'me = ["ana.silva@mail.example"]\nzone = "Europe/Lisbon"\n')
    entry = event(
        "x1", "20270309T100000Z", "20270309T110000Z", "Interview Acme", "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana.silva@mail.example",
    )  # fmt: skip
    (tmp_path / "acme.ics").write_bytes(calendar(entry))
    said = call("reschedule", "acme", str(tmp_path / "acme.ics"), *NOW)
    assert said.status == 2
    assert "(--position)" in said.err
    assert "`name` in the settings" in said.err
    for words, option in ((["pause"], "--until"), (["clarify"], "--correction"), (["accept"], "--time")):
        assert option in call(*words, "acme", str(tmp_path / "acme.ics"), *NOW).err


def test_withdrawals_by_reason(tmp_path: Path) -> None:
    ana(tmp_path)
    offer = call(
        "withdraw", "osprey", "--reason", "offer-accepted", "--new-job-from", "2027-05-01", *NOW, "--json"
    ).json
    assert (offer["kind"], offer["follow_up"]) == ("withdraw_offer", "2027-05-01")
    assert "PARTSTAT=DECLINED" in offer["calendar"]
    assert call("withdraw", "osprey", "--reason", "concern", *NOW, "--json").json["kind"] == "withdraw_concern"
    study = call("withdraw", "osprey", "--reason", "study", *NOW, "--json").json
    assert study["kind"] == "withdraw"
    assert "further studies" in study["text"]
    own = call(
        "withdraw", "osprey", "--reason", "We are moving to Porto", "--mention", "I have signed nothing yet", *NOW
    )
    assert "We are moving to Porto." in own.out
    assert "I have signed nothing yet." in own.out
    wrong = call("withdraw", "osprey", "--reason", "offer-acepted", *NOW)
    assert wrong.status == 2
    assert "Did you mean offer-accepted?" in wrong.err


def test_a_pause_promises_its_date_and_scan_comes_back_to_it(tmp_path: Path) -> None:
    ana(tmp_path)
    made = call("pause", "lumen", "--until", "2027-04-12", *NOW, "--json").json
    assert made["follow_up"] == "2027-04-12"
    assert "12 April 2027" in made["text"]


def test_before_and_after(tmp_path: Path) -> None:
    """A no-show is apologised for, not rescheduled; an interview that lies ahead is not."""
    ana(tmp_path)
    after = ("--now", "2027-03-08T16:00")
    late = call("reschedule", "kestrel", *after)
    assert late.status == 2
    assert "interviews apologise" in late.err
    assert "has not begun yet" in call("apologise", "kestrel", *NOW).err
    assert "(--reason)" in call("apologise", "kestrel", *after).err
    made = call("apologise", "kestrel", "--reason", "I wrote down the wrong day", *after, "--json").json
    assert made["channel"] == "apologise"
    assert len(made["alternatives"]) == 3
    gone = call("apologise", "kestrel", "--reason", "ill", "--no-new-time", *after, "--json").json
    assert gone["alternatives"] == []


def test_the_time_that_they_named(tmp_path: Path) -> None:
    ana(tmp_path)
    other = call("accept", "lumen", "--time", "2027-03-11T15:00", *NOW, "--json").json
    assert other["calendar"] is None
    assert [p["start"] for p in other["alternatives"]] == ["2027-03-11T15:00:00+00:00"]
    same = call("accept", "lumen", "--time", "2027-03-10T15:30", *NOW, "--json").json
    assert "PARTSTAT=ACCEPTED" in same["calendar"]


def test_notes_afterwards(tmp_path: Path) -> None:
    ana(tmp_path)
    assert "--as call" in call("follow-up", "lumen", *NOW).err
    assert call("follow-up", "lumen", "--as", "call", *NOW, "--json").json["kind"] == "follow_up"
    assert call("follow-up", "lumen", "--as", "reminder", *NOW, "--json").json["channel"] == "phone"
    assert "--for answer" in call("thank", "lumen", *NOW).err
    after = ("--now", "2027-03-13T09:00")
    assert call("thank", "northwind", *after, "--json").json["kind"] == "thank_interview"
    for name, kind in (("cross-answer", "answer_cross"), ("new-job", "new_job"), ("cancellation", "thank_cancelled")):
        assert call("thank", "lumen", "--for", name, *NOW, "--json").json["kind"] == kind


def test_a_loop_is_one_interview(tmp_path: Path) -> None:
    ana(tmp_path)
    made = call("reschedule", "northwind", *NOW, "--json").json
    assert (made["start"], made["end"]) == ("2027-03-12T13:00:00+00:00", "2027-03-12T16:30:00+00:00")
    assert made["calendar"] is None
    assert "4 entries" in made["notes"][0]


def test_the_same_again_is_the_same_packet_and_a_dropped_one_is_not(tmp_path: Path) -> None:
    ana(tmp_path)
    words = ("reschedule", "lumen", *NOW, "--json")
    first, again = call(*words).json, call(*words).json
    assert first["id"] == again["id"]
    other = call("withdraw", "lumen", *NOW, "--json").json
    assert other["waiting"] == [first["id"]]
    call("outbox", "drop", first["id"])
    anew = call(*words).json
    assert anew["id"] != first["id"]
    assert anew["state"] == "draft"


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Guten Tag"), ("fr", "Bonjour"), ("es", "Estimado/a"), ("en", "Dear")]
)
def test_languages(tmp_path: Path, language: str, word: str) -> None:
    ana(tmp_path)
    made = call("reschedule", "lumen", "--language", language, *NOW, "--json").json
    assert made["text"].startswith(f"{word} Sabine Vogt")
    assert made["violations"] == []


def test_language_of_the_company_and_of_nobody(tmp_path: Path) -> None:
    ana(tmp_path, '\n[[companies]]\nname = "Tidewater Robotics"\ndomains = ["tidewater.example"]\nlanguage = "fr"\n')
    assert call("reschedule", "tidewater", *NOW, "--json").json["text"].startswith("Bonjour Carla Neves")
    assert "en, de, fr, es" in call("reschedule", "tidewater", "--language", "pt", *NOW).err


def test_an_own_template_wins(tmp_path: Path) -> None:
    ana(tmp_path)
    folder = tmp_path / "templates" / "en"
    folder.mkdir(parents=True)
    (folder / "reschedule.j2").write_text("{% macro email() %}Hello {{ contact }}, please call.{% endmacro %}")
    said = call("reschedule", "lumen", *NOW, "--json")
    assert said.json["text"] == "Hello Sabine Vogt, please call.\n"
    assert said.status == 1
    assert {v["rule"] for v in said.json["violations"]} >= {"E17", "E22"}


def test_what_is_edited_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ana(tmp_path)
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/Dear Sabine Vogt/Dear Marta/" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setenv("VISUAL", str(editor))
    said = call("reschedule", "lumen", "--edit", *NOW)
    assert said.status == 1
    assert "check E19" in said.out
    assert "(line 1, column 6)" in said.out


def test_the_answer_goes_to_the_thread_of_the_invitation(tmp_path: Path) -> None:
    settings(
        tmp_path, 'me = ["ana.silva@mail.example"]\nname = "Ana Silva"\nphone = "+351 1"\nzone = "Europe/Lisbon"\n'
    )
    entry = event(
        "x1", "20270309T100000Z", "20270309T110000Z", "Interview with Acme: Data Engineer",
        "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example", "ATTENDEE:mailto:ana.silva@mail.example",
    )  # fmt: skip
    source = tmp_path / "invitation.eml"
    source.write_bytes(
        b"Reply-To: talent.desk@acme.example\nReferences: <a@acme.example>\n"
        + mail("Jo Roe <jo@acme.example>", calendar(entry, method="REQUEST"), "REQUEST")
    )
    made = call("reschedule", "acme", str(source), *NOW, "--json").json
    composed = mail_of(tmp_path, made["id"])
    assert str(composed["In-Reply-To"]) == "<m1@acme.example>"
    assert str(composed["References"]) == "<a@acme.example> <m1@acme.example>"
    # The answer goes where the invitation asks for it, and the calendar message to the organizer as well.
    assert str(composed["To"]) == "talent.desk@acme.example, jo@acme.example"


def test_the_contact_of_the_settings_wins(tmp_path: Path) -> None:
    settings(
        tmp_path,
        'me = ["ana.silva@mail.example"]\nname = "Ana Silva"\nphone = "+351 1"\nzone = "Europe/Lisbon"\n'
        '[[companies]]\nname = "Acme"\ndomains = ["acme.example"]\ncontact = "Mia Orr <mia@acme.example>"\n',
    )
    entry = event(
        "x1", "20270309T100000Z", "20270309T110000Z", "Interview with Acme: Data Engineer",
        "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example", "ATTENDEE:mailto:ana.silva@mail.example",
    )  # fmt: skip
    source = tmp_path / "invitation.eml"
    source.write_bytes(
        b"Reply-To: talent.desk@acme.example\n"
        + mail("Jo Roe <jo@acme.example>", calendar(entry, method="REQUEST"), "REQUEST")
    )
    made = call("reschedule", "acme", str(source), *NOW, "--json").json
    assert made["to"] == "Mia Orr <mia@acme.example>, jo@acme.example"
    assert made["text"].startswith("Dear Mia Orr,")


def test_a_request_that_waits_for_its_answer_is_not_made_again_unsaid(tmp_path: Path) -> None:
    ana(tmp_path)
    now = ("--now", "2027-03-08T09:00")
    proposing = next(x for x in call(*now).out.splitlines() if "interviews propose" in x)
    ref = proposing.split()[2]
    made = call("reschedule", ref, *now, "--json").json
    assert call("reschedule", ref, *now).status == 0, "a draft was not asked yet"
    for _ in range(2):  # what was not shown yet is only shown
        call("send", made["id"], "--yes")
    for state in ("handed-over", "sent"):
        home = call(*now).out
        assert f"interviews propose {ref}" not in home
        assert "no answer is noted yet" in home
        again = call("reschedule", ref, *now)
        assert again.status == 2
        assert f"({made['id']}, {state}), and no answer is noted yet" in again.err
        assert f"interviews follow-up {ref} --as reminder" in again.err
        assert ("--not-sent" in again.err) == (state == "handed-over")
        call("outbox", "settle", made["id"], "--sent")
    assert call("reschedule", ref, "--again", "--ask", *now).status == 0
    assert call("journal", "--answer", made["id"], "--result", "other-time").status == 0
    assert f"interviews propose {ref}" in call(*now).out
    assert call("reschedule", ref, "--count", "2", *now).status == 0


def test_the_person_of_a_copy_is_written_to_and_her_answer_there_counts(tmp_path: Path) -> None:
    """The scheduling system's robot invited, and so did the recruiter: one interview, one human, one answer."""
    me = "ATTENDEE;PARTSTAT={}:mailto:ana.silva@mail.example"
    when = ("20270309T100000Z", "20270309T110000Z")
    robot = "ORGANIZER;CN=Acme Recruiting:mailto:no-reply@greenhouse.io"
    human = "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example"
    link = "LOCATION:https://acme.zoom.us/j/5551234567"
    entries = {
        "ats": event("ats-1", *when, "Interview with Acme: Data Engineer", robot, me.format("NEEDS-ACTION"), link),
        "rec": event("rec-1", *when, "Acme interview Ana", human, me.format("ACCEPTED")),
    }
    text = 'me = ["ana.silva@mail.example"]\nname = "Ana Silva"\nzone = "Europe/Lisbon"\n'
    for name, entry in entries.items():
        (tmp_path / f"{name}.ics").write_bytes(calendar(entry))
        text += f'[[calendars]]\nname = "{name}"\nsource = "{tmp_path / name}.ics"\n'
    settings(tmp_path, text)
    assert {f["kind"] for f in call("scan", *NOW, "--json").json["findings"]} == {"duplicate"}
    for words in (("reschedule", "acme", "--ask"), ("withdraw", "acme"), ("accept", "acme", "--time", "2027-03-09T10")):
        assert call(*words, *NOW, "--json").json["to"] == "Jo Roe <jo@acme.example>"
    assert "UID:rec-1" in call("withdraw", "acme", *NOW, "--json").json["calendar"]
    (tmp_path / "rec.ics").write_bytes(calendar(entries["rec"].replace("ACCEPTED", "NEEDS-ACTION")))
    assert {f["kind"] for f in call("scan", *NOW, "--json").json["findings"]} == {"duplicate", "unanswered"}


def test_all_day_entries_and_unknown_refs(tmp_path: Path) -> None:
    ana(tmp_path)
    assert "whole days" in call("reschedule", "Day off", *NOW).err
    assert call("reschedule", "nobody", *NOW).status == 2
    ambiguous = call("reschedule", "Gym", *NOW).err
    assert "take an identifier" in ambiguous


def test_decide(tmp_path: Path) -> None:
    ana(tmp_path)
    keep = call("decide", "kestrel", "--reason", "collision", "--fit", "yes", *NOW, "--json").json
    assert (keep["course"], keep["rules"], keep["next"]) == ("keep", ["E1"], ["interviews plan"])
    assert keep["movable"] == ["'Dentist, Dr. Moura' (Mon 8 Mar 13:45–14:30): you marked it as flexible"]
    gone = call("decide", "osprey", "--reason", "offer-accepted", "--fit", "yes", *NOW)
    assert "Course: withdraw (E3)" in gone.out
    assert "Have you signed anything" in gone.out
    assert "interviews withdraw dcb2f4 --reason offer-accepted" in gone.out
    assert "nothing was written or sent (E8)" in gone.out
    assert not (tmp_path / "data").exists()
    late = call("decide", "lumen", "--reason", "ill", "--fit", "yes", "--now", "2027-03-10T09:00", "--json").json
    assert (late["channel"], late["late"]) == ("phone", True)
    assert "--reason" in call("decide", "kestrel", *NOW).err
    assert "--fit" in call("decide", "kestrel", "--reason", "ill", *NOW).err


def test_decide_judges_every_collision(tmp_path: Path) -> None:
    """Moving the gym is not enough where another interview, which goes before this one, is at that time, too."""
    when = ("20270309T100000Z", "20270309T110000Z")
    people = ("ORGANIZER;CN=Jo Roe:mailto:jo@{}.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana.silva@mail.example")

    def interview(name: str) -> str:
        return event(name, *when, f"Interview with {name}: Data Engineer", people[0].format(name.lower()), people[1])

    settings(tmp_path, 'me = ["ana.silva@mail.example"]\nname = "Ana"\nzone = "UTC"\n')
    source = tmp_path / "own.ics"
    source.write_bytes(calendar(interview("Acme"), interview("Bolt"), event("gym", *when, "Gym")))
    words = ("--reason", "collision", "--fit", "yes", *NOW)
    said = {name: call("decide", name, str(source), *words, "--json").json for name in ("acme", "bolt")}
    kept = next(name for name in said if said[name]["course"] == "keep")
    moved = next(name for name in said if name != kept)
    assert said[moved]["course"] == "reschedule"
    assert (len(said[moved]["movable"]), len(said[moved]["staying"])) == (1, 1)
    assert (len(said[kept]["movable"]), said[kept]["staying"]) == (2, [])
    shown = call("decide", moved, str(source), *words).out
    assert "stays: 'Interview with" in shown
    assert call("decide", kept, str(source), *words).out.count("(E1)") == 1


def test_check(tmp_path: Path) -> None:
    ana(tmp_path)
    made = call("reschedule", "lumen", *NOW, "--json").json
    text = Path(made["folder"]) / "email.txt"
    clean = call("check", str(text), "--about", "lumen", *NOW)
    assert (clean.status, clean.out.splitlines()[-1]) == (0, "Nothing is wrong with it.")
    assert call("check", made["id"]).status == 0
    text.write_text(text.read_text().replace("I am sorry", "Marta had to step in!! I am sorry"))
    broken = call("check", str(text), "--about", "lumen", *NOW, "--json").json["violations"]
    assert {"E19", "E21"} <= {v["rule"] for v in broken}
    line = next(v["where"] for v in broken if v["rule"] == "E19")
    assert line.startswith("line 6, column ")
    assert call("check", made["id"]).status == 1
    spoken = call("check", "-", "--about", "lumen", "--form", "voicemail", *NOW, stdin=b"Hello, call me.")
    assert "E26" in spoken.out
    assert "--about" in call("check", str(text)).err


@pytest.mark.parametrize("command", ["reschedule", "withdraw", "pause", "accept", "clarify", "decide"])
def test_an_entry_of_ones_own_is_moved_and_nobody_asked(tmp_path: Path, command: str) -> None:
    ana(tmp_path)
    said = call(command, "dentist", *NOW)
    assert said.status == 2
    assert said.err == (
        "'Dentist, Dr. Moura' (Mon 8 Mar 13:45–14:30) is your own entry, and no interview: no employer has to be "
        "asked. `interviews update ebb7ec --to WHEN` moves it, --cancel takes it out."
    )
    assert "needs more" in call("withdraw", "dentist", "--to", "Dr. Moura <m@x.example>", *NOW).err


def test_what_somebody_else_organises_is_not_called_ones_own(tmp_path: Path) -> None:
    ana(tmp_path)
    assert "your own entry" not in call("reschedule", "sprint review", "--reason", "conflict", *NOW).err
