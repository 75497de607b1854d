"""Free blocks to offer, and that nothing but free and busy gets into what others read."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from scheduler.errors import UsageError
from scheduler.ics.freebusy import read_freebusy
from scheduler.model.component import Line
from scheduler.model.freebusy import FreeBusy
from scheduler.model.occurrence import Loop
from scheduler.model.time import Period
from scheduler.offers.data import as_data, as_vfreebusy
from scheduler.offers.offer import Offer
from scheduler.offers.text import as_html, as_text
from scheduler.proposals.availability import Amount, as_free_busy, free_blocks
from scheduler.proposals.ground import HOLD, needs_in, party_of_freebusy, taken_in
from scheduler.proposals.rules import Ground, Needs, Party, Terms, Wanted, forbidden
from scheduler.proposals.sides import Clock, Side
from scheduler.settings.core import Limits
from scheduler.settings.proposals import BufferSetting, ProposalSettings
from tests.proposals.calendars import interview, occurrence, timeline
from tests.proposals.worlds import worlds

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
NOW = datetime(2027, 3, 8, 8, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WINDOW = Period(NOW, NOW + timedelta(days=10))
WANTED = Wanted(HOUR, Needs(15 * MINUTE, 15 * MINUTE))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=UTC)


def offer(*blocks: Period, theirs: str | None = "America/New_York", language: str = "en") -> Offer:
    return Offer(as_free_busy(blocks, WINDOW), ((NOW, "Europe/Berlin"),), theirs, language)


def test_blocks_keep_buffers_lunch_and_hours() -> None:
    day = timeline(WINDOW, occurrence(at(9, 14), 60, "Dentist"))
    taken = taken_in(day, "", needs_in(Limits(), ProposalSettings(), places=False))
    side = Side(BERLIN, lunch=Clock(time(12), time(13)))
    blocks = free_blocks(WANTED, Ground((Party("", side, taken),)), Terms(NOW, WINDOW), Amount(blocks=99, per_day=99))
    tuesday = [b for b in blocks if b.start.day == 9]
    assert tuesday == [Period(at(9, 8), at(9, 11)), Period(at(9, 12), at(9, 13, 45)), Period(at(9, 15, 15), at(9, 17))]


def test_never_any_time_but_a_sensible_number_of_blocks_on_different_days() -> None:
    ground = Ground((Party("", Side(BERLIN)),))
    blocks = free_blocks(WANTED, ground, Terms(NOW, WINDOW), Amount(blocks=5, per_day=2, longest=3 * HOUR))
    assert len(blocks) == 5
    assert len({b.start.date() for b in blocks}) == 5
    assert all(b.length <= 3 * HOUR for b in blocks)


def test_blocks_have_round_edges_on_the_readers_clock() -> None:
    day = timeline(WINDOW, occurrence(at(9, 14, 7), 60, "Dentist"))
    taken = taken_in(day, "", needs_in(Limits(), ProposalSettings(), places=False))
    kathmandu = Side(ZoneInfo("Asia/Kathmandu"))
    ground = Ground((Party("", Side(BERLIN), taken),), recipient=kathmandu)
    blocks = free_blocks(WANTED, ground, Terms(NOW, WINDOW), Amount(), step=60)
    assert blocks
    assert all(edge.astimezone(kathmandu.zone).minute == 0 for b in blocks for edge in (b.start, b.end))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(worlds())
def test_the_meeting_fits_everywhere_in_a_block(world: tuple[Wanted, Ground, Terms]) -> None:
    wanted, ground, terms = world
    for block in free_blocks(wanted, ground, terms, Amount(), step=30):
        start = block.start
        while start <= block.end - wanted.duration:
            assert forbidden(start, wanted, ground, terms) == ()
            start += timedelta(minutes=5)


def test_text_gives_both_clocks_with_offsets_by_day() -> None:
    text = as_text(offer(Period(at(9, 14), at(9, 16)), Period(at(15, 14), at(15, 15, 30)), theirs="America/New_York"))
    assert text == (
        "Tuesday, March 9, 2027\n"
        "  9:00 AM–11:00 AM (New York, EST, UTC-5) = 3:00 PM–5:00 PM (Berlin, CET, UTC+1)\n"
        "\n"
        "Monday, March 15, 2027\n"
        "  10:00 AM–11:30 AM (New York, EDT, UTC-4) = 3:00 PM–4:30 PM (Berlin, CET, UTC+1)\n"
    )


def test_an_unknown_recipient_gets_the_senders_clock_and_utc() -> None:
    assert as_text(offer(Period(at(9, 14), at(9, 16)), theirs=None)) == (
        "Tuesday, 9 March 2027\n  15:00–17:00 (Berlin, CET, UTC+1) = 14:00–16:00 (UTC)\n"
    )


def test_the_same_clock_is_given_once_and_another_day_is_named() -> None:
    assert "=" not in as_text(offer(Period(at(9, 14), at(9, 16)), theirs="Europe/Paris"))
    sydney = as_text(offer(Period(at(9, 14), at(9, 16)), theirs="Australia/Sydney"))
    assert sydney.splitlines()[0] == "Wednesday, 10 March 2027"
    assert "Tuesday, 9 March, 3:00 pm–5:00 pm (Berlin" in sydney
    late = as_text(offer(Period(at(9, 21), at(10, 0)), theirs=None))
    assert "22:00 – Wednesday, 10 March, 01:00" in late


def test_a_stay_elsewhere_changes_the_senders_clock() -> None:
    blocks = (Period(at(9, 14), at(9, 15)), Period(at(12, 14), at(12, 15)))
    times = as_free_busy(blocks, WINDOW)
    text = as_text(Offer(times, ((NOW, "Europe/Berlin"), (at(11, 0), "Europe/Lisbon")), "America/New_York"))
    assert "(Berlin, CET, UTC+1)" in text
    assert "(Lisbon, WET, UTC+0)" in text


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Dienstag, 9. März"), ("pt-BR", "terça-feira"), ("ja", "火曜日")]
)
def test_days_are_named_in_the_language(language: str, word: str) -> None:
    assert word in as_text(offer(Period(at(9, 14), at(9, 16)), theirs=None, language=language))


def test_an_unknown_language_is_refused_with_a_hint() -> None:
    with pytest.raises(UsageError, match="write a code such as en"):
        as_text(offer(Period(at(9, 14), at(9, 16)), language="klingon"))


def test_html_is_a_plain_table_without_script_or_address() -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []
            self.seen: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.open.append(tag)
            self.seen.add(tag)
            assert not {name for name, _ in attrs} & {"src", "href", "onclick", "class", "id"}

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    parser = Tags()
    html = as_html(offer(Period(at(9, 14), at(9, 16)), language="fr"))
    parser.feed(html)
    assert parser.seen == {"table", "tr", "th", "td"}
    assert parser.open == []
    assert html.startswith('<table lang="fr-')


def test_vfreebusy_is_read_by_others_and_by_ourselves() -> None:
    blocks = (Period(at(9, 14), at(9, 16)), Period(at(10, 14), at(10, 15)))
    data = as_vfreebusy(offer(*blocks), "u-1", NOW, "me@example.com")
    (component,) = Calendar.from_ical(data).walk("VFREEBUSY")
    kinds = [str(p.params["FBTYPE"]) for p in component["FREEBUSY"]]
    assert kinds == ["FREE", "FREE", "BUSY-UNAVAILABLE", "BUSY-UNAVAILABLE", "BUSY-UNAVAILABLE"]
    reading = read_freebusy(data, "x.ifb")
    assert reading.problems == ()
    assert reading.answers == (as_free_busy(blocks, WINDOW),)
    assert Offer(reading.answers[0], ((NOW, "UTC"),)).blocks == blocks


def test_data_gives_each_block_on_both_clocks() -> None:
    (block,) = as_data(offer(Period(at(9, 14), at(9, 16))))["blocks"]
    assert block["start"] == "2027-03-09T15:00:00+01:00"
    assert block["recipient"] == {
        "start": "2027-03-09T09:00:00-05:00",
        "end": "2027-03-09T11:00:00-05:00",
        "zone": "America/New_York",
    }
    assert as_data(offer(Period(at(9, 14), at(9, 16)), theirs=None))["blocks"][0]["recipient"] is None


SECRETS = ("Oncologist", "Globex", "Ward 7", "rosa@secret.example", "Dr. Rosa", "VERSCHLUSS")


def test_no_title_place_or_person_reaches_what_is_for_others() -> None:
    secret = [
        Line("DESCRIPTION", "VERSCHLUSS"),
        Line("ATTENDEE", "mailto:rosa@secret.example", (("CN", ("Dr. Rosa",)),)),
    ]
    first = interview(at(10, 9), 60, "Globex", place="Ward 7", lines=secret)
    second = interview(at(10, 11), 60, "Globex", place="Ward 7", lines=secret)
    entries = (
        occurrence(at(9, 9), 60, "Oncologist", place="Ward 7", lines=secret),
        occurrence(at(11, 9), 240, "Oncologist", busy="tentative", lines=secret),
        first,
        second,
    )
    calendar = timeline(WINDOW, *entries, loops=(Loop("Globex", (first, second)),))
    taken = taken_in(calendar, "", needs_in(Limits(), ProposalSettings(), places=True))
    assert "Oncologist" in {t.label for t in taken}  # the user herself is told what is in the way
    blocks = free_blocks(WANTED, Ground((Party("", Side(BERLIN), taken),)), Terms(NOW, WINDOW), Amount())
    given = Offer(as_free_busy(blocks, WINDOW), ((NOW, "Europe/Berlin"),), "America/New_York")
    outputs = [as_text(given), as_html(given), as_vfreebusy(given, "u", NOW).decode(), json.dumps(as_data(given))]
    for output in outputs:
        assert len(output) > 100
        assert not [s for s in SECRETS if s.casefold() in output.casefold()]


def test_the_times_of_entries_cannot_be_told_from_what_is_merely_not_offered() -> None:
    def offered(*more: object) -> FreeBusy:
        calendar = timeline(WINDOW, *more)  # type: ignore[arg-type]
        taken = taken_in(calendar, "", needs_in(Limits(), ProposalSettings(), places=False))
        amount = Amount(blocks=3, per_day=1, longest=HOUR)
        return as_free_busy(
            free_blocks(WANTED, Ground((Party("", Side(BERLIN), taken),)), Terms(NOW, WINDOW), amount), WINDOW
        )

    assert offered() == offered(occurrence(at(9, 13), 60, "Oncologist"), occurrence(at(15, 9), 60, "Oncologist"))


def test_holds_are_as_good_as_taken_and_loops_are_one_entry() -> None:
    first, second = interview(at(10, 9), 60, "Globex"), interview(at(10, 12), 60, "Globex")
    hold = occurrence(at(9, 9), 60, "Hold", busy="tentative", lines=[Line(HOLD, "acme")])
    maybe = occurrence(at(9, 12), 60, "Maybe", busy="tentative")
    free = occurrence(at(9, 12), 60, "Note", busy="free")
    calendar = timeline(WINDOW, hold, maybe, free, first, second, loops=(Loop("Globex", (first, second)),))
    own = ProposalSettings(buffers=(BufferSetting("interview", 20, 40),))
    taken = taken_in(calendar, "", needs_in(Limits(preparation=30), own, places=False))
    assert [(t.label, t.hardness) for t in taken] == [("Hold", "busy"), ("Maybe", "tentative"), ("Globex", "busy")]
    assert taken[2].period == Period(at(10, 9), at(10, 13))
    assert taken[2].needs == Needs(30 * MINUTE, 40 * MINUTE, kind="interview")
    moved = taken_in(calendar, "", needs_in(Limits(), own, places=False), without={first.id})
    assert moved[2].period == Period(at(10, 12), at(10, 13))


def test_merged_entries_take_the_same_time() -> None:
    entries = [occurrence(at(9, h), 45 + 30 * (h % 3), f"E{h}") for h in range(6, 18)]
    entries += [occurrence(at(9, 20), 60, "Long"), occurrence(at(9, 21), 0, "Instant at its end")]
    calendar = timeline(WINDOW, *entries)
    needs = needs_in(Limits(), ProposalSettings(), places=False)
    apart, merged = taken_in(calendar, "", needs), taken_in(calendar, "", needs, merged=True)
    assert len(merged) < len(apart)
    for minute in range(0, 24 * 60, 5):
        probe = Period(at(9, 0) + minute * MINUTE, at(9, 0) + (minute + 1) * MINUTE)
        assert any(t.period.overlaps(probe) for t in apart) == any(t.period.overlaps(probe) for t in merged)


def test_several_answers_of_one_person_count_together() -> None:
    text = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nDTSTART:20270308T000000Z\r\nDTEND:20270315T000000Z\r\n"
        b"FREEBUSY:20270309T090000Z/PT1H,20270309T100000Z/20270309T110000Z\r\n"
        b"FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270310T090000Z/PT1H\r\n"
        b"FREEBUSY;FBTYPE=FREE:20270311T090000Z/PT1H\r\nFREEBUSY:nonsense\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    reading = read_freebusy(text + text.replace(b"20270315", b"20270312"), "kim.ifb")
    assert [p.severity for p in reading.problems] == ["error", "error"]
    party = party_of_freebusy("kim", reading.answers, Side(BERLIN))
    assert party.known == Period(at(8, 0), at(12, 0))
    assert [(t.period, t.hardness) for t in party.taken] == [
        (Period(at(9, 9), at(9, 11)), "busy"),
        (Period(at(10, 9), at(10, 10)), "tentative"),
    ]
