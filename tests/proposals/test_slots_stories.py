"""The sample weeks and wrong calls give what their files say; to take a change over, run `tests.proposals.stories`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scheduler.proposals.costs import Weights
from scheduler.proposals.slots import SAME_DAY, SAME_PART
from tests.proposals.stories import ROOT, STORIES, run, told

ANA = "sample_calendars/candidate_week.ics --now 2027-03-05T09:00 --zone Europe/Lisbon --me ana.silva@mail.example"


@pytest.mark.parametrize("story", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_story(story: Path) -> None:
    assert "\n".join(told(story)) == story.read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "brightwater",
        "brightwater --explain 2027-03-13T14:00",
        "tidewater --from 2027-03-12T12:00 --to 2027-03-14",
        "--new Panel --duration 30 --their-zone Asia/Kolkata",
    ],
)
def test_json_keeps_its_schema(words: str) -> None:
    schema = json.loads((ROOT / "docs/schema/propose.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    status, out, _ = run(f"interviews propose {words} --json {ANA}")
    assert status in (0, 1)
    answer = json.loads(out)
    Draft202012Validator(schema).validate(answer)
    assert bool(answer["proposals"]) + bool(answer["explanation"]) + bool(answer["blocked"]) == 1


def test_the_same_question_has_the_same_answer_in_any_order(tmp_path: Path) -> None:
    text = (ROOT / "sample_calendars/candidate_week.ics").read_text("utf-8")
    head, *events = text.split("BEGIN:VEVENT\n" if "BEGIN:VEVENT\n" in text else "BEGIN:VEVENT\r\n")
    *most, last = events
    last, foot = last.split("END:VCALENDAR")
    turned = "".join(f"BEGIN:VEVENT\r\n{event}" for event in reversed([*most, last]))
    (tmp_path / "candidate_week.ics").write_text(f"{head}{turned}END:VCALENDAR{foot}", "utf-8")
    for words in ("propose brightwater", "propose lumen --at 2027-03-11T11:05", "availability"):
        there = run(f"interviews {words} {ANA}")
        here = run(f"interviews {words} {ANA.replace('sample_calendars', str(tmp_path))}")
        assert here[:2] == there[:2]
        assert there[1]


SECRETS = ("Oncologist", "Globex", "Ward 7", "rosa@secret.example", "Dr. Rosa", "VERSCHLUSS")
SECRET_CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
X-WR-CALNAME:VERSCHLUSS
BEGIN:VEVENT
UID:1-VERSCHLUSS
DTSTAMP:20270101T000000Z
DTSTART:20270309T090000Z
DTEND:20270309T100000Z
SUMMARY:Oncologist
LOCATION:Ward 7
DESCRIPTION:VERSCHLUSS
ATTENDEE;CN=Dr. Rosa:mailto:rosa@secret.example
END:VEVENT
BEGIN:VEVENT
UID:2-VERSCHLUSS
DTSTAMP:20270101T000000Z
DTSTART:20270310T090000Z
DTEND:20270310T100000Z
SUMMARY:Interview with Globex
ORGANIZER;CN=Dr. Rosa:mailto:rosa@secret.example
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:3-VERSCHLUSS
DTSTART:nonsense VERSCHLUSS
SUMMARY:Oncologist
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("form", ["", "--html", "--ics", "--json", "--language fr"])
def test_availability_gives_nothing_away_not_even_in_what_it_says_besides(form: str, tmp_path: Path) -> None:
    path = tmp_path / "secret.ics"
    path.write_text(SECRET_CALENDAR, "utf-8")
    status, out, err = run(f"interviews availability {path} --now 2027-03-08T08:00 --zone Europe/Berlin {form}")
    assert status == 3
    assert len(out) > 100
    assert "could not be read" in err
    assert not [secret for secret in SECRETS if secret.casefold() in (out + err).casefold()]


def test_people_of_the_settings_have_hours_zones_buffers_and_a_load(tmp_path: Path) -> None:
    (tmp_path / "kim.ics").write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
        + "".join(
            f"BEGIN:VEVENT\nUID:{n}\nDTSTAMP:20270101T000000Z\nDTSTART:202703{day}T{hour}0000Z\n"
            f"DTEND:202703{day}T{hour}3000Z\nSUMMARY:{title}\nEND:VEVENT\n"
            for n, (day, hour, title) in enumerate(
                [("10", "09", "Interview: Ben"), ("10", "13", "Interview: Zoe"), ("11", "10", "Lunch")]
            )
        )
        + "END:VCALENDAR\n",
        "utf-8",
    )
    (tmp_path / "me.ics").write_text("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n", "utf-8")
    settings = tmp_path / "settings.toml"
    settings.write_text(
        'zone = "Europe/Berlin"\n[proposals]\nholidays = false\n[[people]]\nname = "Kim"\n'
        f'calendars = ["{tmp_path}/kim.ics"]\nzone = "Europe/Lisbon"\nstart = "10:00"\nper_day = 2\nbuffer = 30\n',
        "utf-8",
    )
    call = f"INTERVIEWS_CONFIG={settings} interviews propose --new Panel --duration 30 --need kim {tmp_path}/me.ics"
    call += " --now 2027-03-09T08:00 --json"

    def kinds(when: str) -> list[str]:
        answer = json.loads(run(f"{call} --explain {when}")[1])
        return [o["kind"] for o in answer["explanation"]["obstacles"]]

    assert kinds("2027-03-10T12:00") == ["cap"]
    assert kinds("2027-03-11T09:30") == ["hours"]
    assert kinds("2027-03-11T11:45") == ["buffer"]
    assert kinds("2027-03-11T12:00") == []


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("[proposals]\nlunhc = []", "did you mean 'lunch'"),
        ('[proposals]\nbuffer_mode = "larger"', 'write "max" or "sum"'),
        ('[proposals]\nlunch = ["13:00", "12:00"]', "it ends at 12:00, not after 13:00"),
        ('[proposals]\nemployer_hours = ["09:00"]', "write two times"),
        ('[[proposals.away]]\nfirst = 2027-03-09\nlast = 2027-03-03\nzone = "Europe/Rome"', "swap the two"),
        ('[[proposals.away]]\nfirst = 2027-03-03\nlast = 2027-03-09\nzone = "Rome/Europe"', "no time zone"),
        ('[[proposals.protected]]\nstart = "09:00"\nend = "10:00"\ndays = ["xx"]', "'xx' is no day"),
        ('country = "XX"', "no country or region"),
        ("[proposals]\nstep = -1", "is negative"),
    ],
)
def test_a_mistake_in_the_settings_is_named(lines: str, sentence: str, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(lines, "utf-8")
    # An employer is named, so that every part of the settings is looked at.
    status, _, err = run(f"INTERVIEWS_CONFIG={settings} interviews propose brightwater {ANA} --their-zone Europe/Rome")
    assert status == 2
    assert sentence in err


def test_the_settings_of_the_documents_are_understood(tmp_path: Path) -> None:
    text = (ROOT / "docs/proposals.md").read_text("utf-8")
    settings = tmp_path / "settings.toml"
    settings.write_text(text.partition("```toml\n")[2].partition("```")[0], "utf-8")
    status, out, err = run(f"INTERVIEWS_CONFIG={settings} interviews propose brightwater {ANA}")
    assert status == 0, err
    assert "1. " in out


def test_the_documents_give_the_points_of_the_code() -> None:
    text = (ROOT / "docs/proposals.md").read_text("utf-8")
    w = Weights()
    for points in (f"{w.tentative}; {w.tentative_buffer} |", f"| {w.lunch} |", f"| {w.load} |", f"| {w.edge} each |"):
        assert points in text
    for points in (
        f"| {w.distance} |",
        f"| {w.half}; {w.quarter} |",
        f"{SAME_DAY} points",
        f"{SAME_PART} for the same",
    ):
        assert points in text
