"""`interviews watch` says what is new, once, and nothing else."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import SMTP
from itertools import islice
from pathlib import Path

import pytest

from scheduler.app.outbox import entered
from scheduler.app.read import ReadRequest
from scheduler.app.watch import Looked, WatchRequest, moments, once, watch
from scheduler.errors import StoreError
from scheduler.model.time import Period
from scheduler.outbox.entry import Entry
from tests.oracle.cli import interviews
from tests.outbox.post_office import Post, make_certificate, post_office

START = datetime(2027, 3, 5, 9, 0, tzinfo=UTC)
ANA = "ana@mail.example"


def event(uid: str, start: str, end: str, summary: str, *lines: str, sequence: int = 0) -> str:
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20270301T090000Z",
            f"DTSTART:{start}",
            f"DTEND:{end}",
            f"SUMMARY:{summary}",
            f"SEQUENCE:{sequence}",
            *lines,
            "END:VEVENT",
        ]
    )


def interview(start: str = "20270310T100000Z", end: str = "20270310T110000Z", *lines: str, sequence: int = 0) -> str:
    people = (
        "ORGANIZER:mailto:rita@northwind.example",
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANA}",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:rita@northwind.example",
    )
    return event("iv", start, end, "Interview with Northwind", *people, *lines, sequence=sequence)


class World:
    """A calendar file, a clock, and what was said."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "my.ics"
        self.now = START
        self.write(interview())

    def write(self, *events: str) -> None:
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *events, "END:VCALENDAR", ""]
        self.file.write_bytes("\r\n".join(lines).encode())

    def request(self, **changes: object) -> WatchRequest:
        reading = ReadRequest(self.now, (str(self.file),), zone="UTC", me=(ANA,), use_index=False)
        return WatchRequest(reading, **changes)  # type: ignore[arg-type]

    def look(self, **changes: object) -> Looked:
        self.now += timedelta(minutes=15)
        return once(self.request(**changes))

    def heard(self, **changes: object) -> list[str]:
        return [f"{n.title}: {n.text}" for n in self.look(**changes).news]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


DENTIST = event("dentist", "20270310T103000Z", "20270310T113000Z", "Dentist")


def test_the_first_look_says_how_things_stand_and_the_second_nothing(world: World) -> None:
    assert world.heard() == ["Watching: 1 interview until Fri 19 Mar; all is well."]
    assert world.heard() == []


def test_a_new_collision_is_said_once_and_again_when_it_comes_back(world: World) -> None:
    world.look()
    world.write(interview(), DENTIST)
    (said,) = world.heard()
    assert said.startswith("New collision: ")
    assert "overlap by 30 minutes" in said
    assert world.heard() == []
    world.write(interview())
    assert world.heard() == []
    world.write(interview(), DENTIST)
    assert len(world.heard()) == 1


def test_an_interview_that_they_moved(world: World) -> None:
    world.look()
    world.write(interview("20270311T100000Z", "20270311T110000Z", sequence=1))
    assert world.heard() == [
        "Interview moved: 'Interview with Northwind' was Wed 10 Mar 10:00–11:00 and is now Thu 11 Mar 10:00–11:00."
    ]
    assert world.heard() == []


def test_an_interview_that_moved_beyond_the_days_of_findings_is_found_there(world: World) -> None:
    world.look()
    world.write(interview("20270410T100000Z", "20270410T110000Z", sequence=1))
    assert "is now Sat 10 Apr" in world.heard()[0]


def test_a_cancelled_interview_and_one_that_vanished(world: World) -> None:
    world.look()
    world.write(interview("20270310T100000Z", "20270310T110000Z", "STATUS:CANCELLED", sequence=1))
    assert world.heard() == ["Interview cancelled: 'Interview with Northwind' (Wed 10 Mar 10:00–11:00) is cancelled."]
    world.write(interview())
    world.look()
    world.write(event("other", "20270310T200000Z", "20270310T210000Z", "Choir"))
    assert world.heard() == ["Interview gone: 'Interview with Northwind' (Wed 10 Mar 10:00–11:00) is no longer there."]


def test_what_she_moved_herself_as_organizer_is_no_news(world: World) -> None:
    own = (f"ORGANIZER:mailto:{ANA}", "ATTENDEE:mailto:rita@northwind.example", "CATEGORIES:Interview")
    title = "Interview with Northwind"
    world.write(event("own", "20270310T100000Z", "20270310T110000Z", title, *own))
    world.look()
    world.write(event("own", "20270311T100000Z", "20270311T110000Z", title, *own))
    assert world.heard() == []


def test_an_interview_that_is_over_does_not_vanish(world: World) -> None:
    world.look()
    world.now = datetime(2027, 3, 12, tzinfo=UTC)
    assert world.heard() == []


def test_a_last_good_moment_comes_near_only_where_something_is_wrong(world: World) -> None:
    world.look()
    world.now = datetime(2027, 3, 8, 12, tzinfo=UTC)
    assert world.heard() == []
    world.write(interview(), DENTIST)
    titles = [line.partition(":")[0] for line in world.heard()]
    assert titles == ["New collision", "Last good moment"]
    assert world.heard() == []


def test_a_calendar_out_of_reach_takes_nothing_away_and_is_said_after_a_day(world: World) -> None:
    world.look()
    away = world.file.with_suffix(".away")
    world.file.rename(away)
    silent = world.look()
    assert silent.news == ()
    assert "No such file" in silent.notes[0]
    world.now += timedelta(hours=25)
    assert [n.title for n in world.look().news] == ["Calendar out of reach"]
    assert world.look().news == ()
    away.rename(world.file)
    assert world.heard() == []
    world.write(interview("20270311T100000Z", "20270311T110000Z", sequence=1))
    assert world.heard()[0].startswith("Interview moved")


def test_what_happened_while_a_calendar_was_away_is_news_and_what_was_said_before_is_not(world: World) -> None:
    world.write(interview(), DENTIST)
    world.look()
    content = world.file.read_bytes()
    world.file.unlink()
    assert world.heard() == []
    world.file.write_bytes(content)
    assert world.heard() == []
    world.file.unlink()
    assert world.heard() == []
    world.write(interview("20270311T100000Z", "20270311T110000Z", sequence=1))
    assert [line.partition(":")[0] for line in world.heard()] == ["Interview moved"]


def test_a_broken_entry_is_not_taken_for_a_vanished_interview(world: World) -> None:
    world.look()
    world.write(interview().replace("DTSTART:20270310T100000Z", "DTSTART:nonsense"))
    assert world.heard() == []


def test_another_zone_is_no_news(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.write(interview(), DENTIST)

    def look() -> Looked:
        world.now += timedelta(minutes=15)
        return once(WatchRequest(world.request().reading._replace(zone=None)))

    look()
    monkeypatch.setenv("TZ", "Asia/Dubai")
    looked = look()
    assert looked.news == ()
    assert looked.at.tzinfo is not None
    assert looked.at.hour == 13


def test_the_state_is_hers_alone_and_says_when_it_is_broken(world: World, tmp_path: Path) -> None:
    world.look()
    (state,) = (tmp_path / "data").glob("watch-*.json")
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    state.write_text("{")
    with pytest.raises(StoreError, match="Remove it to begin anew"):
        world.look()
    state.write_text(json.dumps({"version": 1, "meetings": [], "said": [], "unread": {}}))
    with pytest.raises(StoreError):
        world.look()


def test_without_the_network_it_goes_on_with_the_mirror_and_says_so_after_a_day(world: World, tmp_path: Path) -> None:
    """A connected calendar whose server is away: port 1 of this computer refuses."""
    mirror = tmp_path / "mirror"
    (tmp_path / "no-settings.toml").write_text(
        f'me = ["{ANA}"]\nzone = "UTC"\n[[calendars]]\nname = "mine"\nsource = "{world.file}"\n'
        '[[servers]]\nname = "home"\nurl = "http://127.0.0.1:1/"\n[[servers.calendars]]\nname = "away"\n'
        f'url = "http://127.0.0.1:1/c/"\nfolder = "{mirror}"\n'
    )

    def look() -> Looked:
        world.now += timedelta(minutes=15)
        return once(WatchRequest(ReadRequest(world.now)))

    first = look()
    assert [n.title for n in first.news] == ["Watching"]
    assert first.notes[0].startswith("away: ")
    world.write(interview(), DENTIST)
    assert [n.title for n in look().news] == ["New collision"]
    world.now += timedelta(hours=25)
    assert [n.title for n in look().news] == ["Calendar out of reach"]


def test_messages_without_an_answer_are_said_once(world: World) -> None:
    with entered() as room:
        when = Period(datetime(2027, 3, 10, 10, tzinfo=UTC), datetime(2027, 3, 10, 11, tzinfo=UTC))
        room.journal.add(Entry(START, "out", "email", "sent", "Northwind", "iv", "reschedule", None, when))
    assert len(world.heard()) == 1
    world.now += timedelta(days=3)
    assert world.heard() == [
        "Follow up: No answer from Northwind since 2027-03-05: call them, or write to another address."
    ]
    assert world.heard() == []


# Going on and on.


class Clock:
    """A wall clock that sleep moves on; `extra` is how much longer the computer was away in a slice."""

    def __init__(self, extra: dict[int, timedelta]) -> None:
        self.now, self.slices, self.extra = START, 0, extra

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert 0 < seconds <= 30
        self.now += timedelta(seconds=seconds) + self.extra.get(self.slices, timedelta())
        self.slices += 1


def _moments(count: int, extra: dict[int, timedelta] | None = None) -> list[datetime]:
    clock = Clock(extra or {})
    return list(islice(moments(lambda: timedelta(minutes=10), clock, clock.sleep), count))


def test_it_looks_every_ten_minutes() -> None:
    assert _moments(4) == [START + timedelta(minutes=10 * n) for n in range(4)]


def test_after_a_night_in_suspend_it_looks_at_once_and_goes_on() -> None:
    first, second, third = _moments(3, {3: timedelta(hours=9)})
    assert second - first == timedelta(hours=9, minutes=2)
    assert third - second == timedelta(minutes=10)


def test_a_clock_set_back_does_not_stop_it() -> None:
    first, second, third = _moments(3, {3: timedelta(days=-2)})
    assert second < first
    assert third - second == timedelta(minutes=10)


def test_a_look_that_fails_is_a_note_and_the_next_one_works(world: World, tmp_path: Path) -> None:
    clock = Clock({})
    looks: Iterator[Looked] = watch(world.request(every=1), clock, clock.sleep)
    assert len(next(looks).news) == 1
    (state,) = (tmp_path / "data").glob("watch-*.json")
    good = state.read_text()
    state.write_text("{")
    assert "begin anew" in next(looks).notes[0]
    state.write_text(good)
    assert next(looks).notes == ()
    with pytest.raises(StoreError, match="Another run"):
        once(world.request())


# Telling.


def test_a_program_of_hers_gets_title_and_text(world: World, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = tmp_path / "tell.sh"
    script.write_text(f'#!/bin/sh\necho "$@" > {out}\ncat >> {out}\n')
    script.chmod(0o755)
    (tmp_path / "no-settings.toml").write_text(f'[watch]\nnotify = ["command"]\ncommand = ["{script}", "-x"]\n')
    world.look()
    assert out.read_text() == "-x Watching\n1 interview until Fri 19 Mar; all is well.\n"
    world.write(interview().replace("Northwind", "Nor\\nth\x1b[2Jwind"), DENTIST)
    world.look()
    title, *lines = out.read_text().splitlines()
    assert title == "-x New collision"
    assert len(lines) == 1
    assert "\x1b" not in lines[0]


def test_what_nobody_heard_is_said_again(world: World, tmp_path: Path) -> None:
    settings = tmp_path / "no-settings.toml"
    settings.write_text('[watch]\nnotify = ["command"]\ncommand = ["false"]\n')
    world.look(notify=())
    world.write(interview(), DENTIST)
    for _ in range(2):
        looked = world.look()
        assert [n.title for n in looked.news] == ["New collision"]
        assert "failed with status 1" in looked.notes[0]
    settings.write_text('[watch]\nnotify = ["command"]\ncommand = ["true"]\n')
    assert len(world.look().news) == 1
    assert world.look().news == ()


def test_desktop_words_are_arguments_and_no_markup(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    program = tmp_path / "bin" / "notify-send"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "<$word>"; done > {out}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    world.look(notify=())
    world.write(interview().replace("SUMMARY:Interview", "SUMMARY:<b>Interview</b> $(id)"), DENTIST)
    world.look(notify=("desktop",))
    said = out.read_text()
    assert "<-->\n<New collision>\n" in said
    assert "&lt;b&gt;Interview&lt;/b&gt; $(id)" in said


def test_a_mail_to_herself(world: World, tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path / "server.pem")
    with post_office(Post(), certificate) as post:
        (tmp_path / "no-settings.toml").write_text(
            f'me = ["{ANA}"]\n[mail]\nhost = "127.0.0.1"\nport = {post.port}\nca_file = "{certificate}"\n'
            '[watch]\nnotify = ["mail"]\n'
        )
        looked = world.look()
    assert looked.notes == ()
    (envelope,) = post.arrived
    assert envelope.rcpt_tos == [ANA]
    assert isinstance(envelope.content, bytes)
    mail = message_from_bytes(envelope.content, policy=SMTP)
    assert mail["Subject"] == "interviews: Watching"
    assert "all is well" in mail.get_content()


def test_the_command_says_it_and_its_status_tells(world: World) -> None:
    words = ("watch", "--once", world.file, "--zone", "UTC", "--me", ANA, "--now", "2027-03-05T09:00")
    first = interviews(*words)
    assert (first.status, first.out) == (1, "Fri 5 Mar 09:00  Watching: 1 interview until Fri 19 Mar; all is well.\n")
    assert interviews(*words).status == 0
    assert interviews(*words, "--days", "3").status == 2
    assert interviews("watch", "--now", "2027-03-05").status == 2
    world.file.unlink()
    gone = interviews(*words)
    assert (gone.status, gone.out) == (3, "")
