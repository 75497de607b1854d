"""Texts made to make the recogniser slow or wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.ics.read import Document, read_documents
from scheduler.model.event import Calendar
from scheduler.recognise.links import join_link
from scheduler.recognise.people import cast_of, user_of
from scheduler.recognise.phone import phone_of
from scheduler.recognise.recognise import recognise
from scheduler.recognise.view import View
from scheduler.settings.core import Settings
from tests.recognition.build import ME, judge

SHARED = Path(__file__).resolve().parents[3] / "shared" / "hostile"
MEGABYTE = 1_000_000
SLOWEST = 1.5

HOSTILE = {
    "letters": "a", "words": "interview candidate ", "addresses": "http://", "at signs": "a@", "digits": "1 ",
    "phones": "+49 30 ", "tags": "<a href=", "open tags": "<p <p", "brackets": "((", "spaces": " ", "lines": "x\n",
    "capitals": "Ab Cd ", "underscores": "_", "marks": "-::~", "links": "https://zoom.us/j/1 ", "colons": "role:",
    "entities": "&amp;", "for the": "for the A A A A ", "uhr": "10:00 uhr ", "names": "Kim Lee kim@a.example ",
    "long words": "position Softwareentwickler/in ", "nouns": "Bewerbung ", "accents": "position Ä",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("who", ["noted", "company"])
def test_a_megabyte_of_anything_takes_no_longer_than_a_moment(name: str, who: str) -> None:
    text = HOSTILE[name] * (MEGABYTE // len(HOSTILE[name]))
    begun = time.process_time()
    judge("Interview " + text[:5000], text, f"LOCATION:{text[:5000].splitlines()[0] if text.strip() else 'x'}", who=who)
    assert time.process_time() - begun < SLOWEST


@pytest.mark.parametrize("joined", [" ", "/", "-"])
def test_a_long_name_of_a_position_takes_no_longer_than_a_moment(joined: str) -> None:
    """Each word once more multiplied the time, where it could be taken apart in several ways."""
    name = joined.join(["Softwareentwicklungsingenieur"] * 12)
    begun = time.process_time()
    judge("Interview", f"Interview for the position {name} Dr", who="company")
    assert time.process_time() - begun < SLOWEST


def test_thousands_of_attendees_and_links_are_bounded() -> None:
    people = [f"ATTENDEE;CN=P{i}:mailto:p{i}@c{i}.example" for i in range(3000)]
    begun = time.process_time()
    judge("Interview", "https://a.example/1 " * 3000, *people, who="company")
    assert time.process_time() - begun < SLOWEST


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.text(max_size=300), st.sampled_from(["noted", "company", "service", "work", "friend"]))
def test_no_text_breaks_it(title: str, text: str, who: str) -> None:
    clean = "".join(c for c in title if c.isprintable())
    found = judge(clean, "".join(c for c in text if c.isprintable() or c == "\n"), who=who, why=True)
    assert 0.0 <= found.score <= 1.0
    assert (found.interview is not None) == (found.score >= 0.5)


def views(name: str) -> dict[str, View]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the hostile calendars are not here ({name})")
    events = read_documents([Document(Calendar("hostile", name), path.read_bytes())], None).events
    return {e.uid.split("@")[0]: View(e, cast_of(e, user_of(ME, ""))) for e in events}


def test_hostile_join_details() -> None:
    found = views("45-join-details.ics")
    joins = {uid: join_link(v.event, v.links) for uid, v in found.items()}
    assert joins == {
        "zoom-45": "https://example.zoom.us/j/81234567890?pwd=abcDEF",
        "meet-45": "https://meet.google.com/abc-defg-hij",
        "teams-45": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_X%40thread.v2/0?context=%7b%7d",
        "conf-45": "https://video.example.com/room/42",
        "cal-45": None,
        "phone-45": None,
        "witness-45": None,
    }
    phones = {uid: phone_of(v, "") for uid, v in found.items()}
    assert phones == {
        "zoom-45": "+12025550143",
        "meet-45": "+1 202-555-0144",
        "teams-45": "+1 202-555-0145",
        "conf-45": "+1-202-555-0146",
        "cal-45": None,
        "phone-45": "202-555-0147",
        "witness-45": None,
    }


def test_hostile_addresses() -> None:
    for me in (frozenset({"casey@candidate.example"}), frozenset()):
        found = {
            uid: recognise(v.event, me, Settings(), "Europe/Berlin").interview
            for uid, v in views("41-addresses.ics").items()
        }
        assert all(found.values()), found
        contacts = {uid: i.contact.address if i and i.contact else None for uid, i in found.items()}
        known = "robin@corp.example"
        for uid in ("adr0-41", "adr1-41", "adr2-41", "adr3-41"):
            assert contacts[uid] == known
        if me:
            assert {contacts[u] for u in ("adr4-41", "adr5-41", "adr7-41", "adr9-41")} == {None}
        assert contacts["adr8-41"] == "boss@corp.example"
        group = found["adr7-41"]
        assert group is not None
        assert group.organizer is None
