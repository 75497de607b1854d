"""What stands where in a week."""

from __future__ import annotations

from datetime import date

from scheduler.model.event import Calendar
from scheduler.report.order import numbered
from scheduler.report.view import DayView, WeekView
from scheduler.report.week import weeks
from scheduler.report.words import days
from tests.report import stories


def _day(views: tuple[WeekView, ...], on: str) -> DayView:
    return next(d for w in views for d in w.days if d.date == date.fromisoformat(on))


def _full() -> tuple[WeekView, ...]:
    given = stories.full_week()
    return weeks(given, numbered(given.findings))


def test_days_over_new_year_have_both_years() -> None:
    assert days(date(2027, 12, 27), date(2028, 1, 2)) == "Mon 27 December 2027 to Sun 2 January 2028"
    assert days(date(2027, 3, 8), date(2027, 3, 14)) == "Mon 8 March to Sun 14 March 2027"
    assert days(date(2027, 3, 8), date(2027, 3, 8)) == "Mon 8 March 2027"


def test_a_collision_lies_where_both_are() -> None:
    (bar,) = [b for b in _day(_full(), "2027-03-10").bands if b.kind == "clash"]
    assert (bar.minutes.start, bar.minutes.end, bar.text) == (15 * 60 + 30, 16 * 60, "30 min overlap")


def test_colliding_interviews_stand_side_by_side() -> None:
    blocks = [b for b in _day(_full(), "2027-03-10").blocks if "clash" in b.looks]
    assert [(b.name, b.lane, b.lanes) for b in blocks] == [("Brightwater", 0, 2), ("Lumen Health", 1, 2)]
    assert {b.theirs for b in blocks} == {"10:00 New York", "16:30 Berlin"}


def test_a_shortfall_says_what_there_is_and_what_it_takes() -> None:
    (bar,) = [b for b in _day(_full(), "2027-03-09").bands if b.kind == "tight"]
    assert (bar.minutes.start, bar.minutes.end, bar.text) == (686, 690, "4 min gap, 45 needed")


def test_a_loop_has_one_frame_and_one_pair_of_buffers() -> None:
    bands = _day(_full(), "2027-03-12").bands
    assert [(b.minutes.start, b.minutes.end) for b in bands if b.kind == "loop"] == [(780, 945)]
    assert sorted(b.minutes.start for b in bands if b.kind == "buffer") == [765, 945]


def test_every_single_interview_has_its_buffers() -> None:
    buffers = [b.minutes for b in _day(_full(), "2027-03-09").bands if b.kind == "buffer"]
    assert sorted((m.start, m.end) for m in buffers) == [(585, 600), (675, 690), (686, 701), (750, 765)]


def test_a_plan_shows_before_and_after_on_one_day() -> None:
    blocks = _day(_full(), "2027-03-08").blocks
    assert [b.time for b in blocks if "was" in b.looks] == ["13:45–14:30"]
    assert [(b.name, b.time) for b in blocks if b.kind == "moved"] == [("New time: Dentist Moura", "16:00–16:45")]


def test_proposals_stand_in_the_week_in_which_they_are() -> None:
    (option,) = [b for b in _day(_full(), "2027-03-11").blocks if b.kind == "option"]
    assert (option.name, option.time, option.theirs) == ("Option 1: Lumen Health", "10:00–11:00", "11:00 Berlin")


def test_an_interview_on_another_date_over_there_names_the_day() -> None:
    (night,) = [b for b in _day(_full(), "2027-03-11").blocks if b.name == "Osprey Bank"]
    assert night.theirs == "Wed 22:00 New York"
    assert night.spoken == "Wed 22:00–22:45 New York (UTC-5)"


def test_deadlines_only_for_what_has_to_be_said_to_somebody() -> None:
    flags = [(d.date.day, f.time, f.what) for d in _full()[0].days for f in d.flags]
    # Kestrel's collision is solved by moving the dentist; Harborline stays where it is.
    assert flags == [
        (8, "11:30", ("Tidewater",)),
        (9, "15:30", ("Lumen Health",)),
        (10, "03:00", ("Osprey Bank",)),
        (10, "13:00", ("Solstice",)),
    ]


def test_a_night_is_shown_on_both_days() -> None:
    views = _full()
    parts = [b.minutes for d in ("2027-03-12", "2027-03-13") for b in _day(views, d).blocks if b.name == "Night train"]
    assert [(m.start, m.end) for m in parts] == [(1350, 1440), (0, 495)]


def test_the_employers_clocks_stand_beside_the_users() -> None:
    rulers = {(r.city, r.shift): {h.minute: h.clock + h.day for h in r.labels} for r in _full()[0].rulers}
    assert rulers["New York", "−5 h"][180] == "22−1d"
    assert rulers["Berlin", "+1 h"][540] == "10"


def test_what_stands_in_somebody_elses_calendar_says_whose_it_is() -> None:
    mine = stories.LISBON.entry("Hiring sync", "2027-03-08T09:00", "2027-03-08T10:00")
    kims = mine._replace(id="kim", event=mine.event._replace(calendar=Calendar("Kim", "k.ics", "kim.tran@x.example")))
    given = stories.LISBON.given("2027-03-08T08:00", ("2027-03-08T00:00", "2027-03-09T00:00"), [mine, kims])
    assert sorted(b.name for b in weeks(given, ())[0].days[0].blocks) == ["Hiring sync", "Hiring sync (kim.tran)"]


def test_a_week_without_anything_to_see_to_is_quiet() -> None:
    assert [w.quiet for w in _full()] == [False, True]


def test_a_ruler_for_each_side_of_a_clock_change() -> None:
    given = stories.clock_week()
    before, after = weeks(given, numbered(given.findings))
    assert [(r.city, r.shift) for r in before.rulers] == [("New York", "−5 h"), ("Auckland", "+11 h")]
    assert [(r.city, r.shift) for r in after.rulers] == [("New York", "−6 h")]
    sunday = before.days[-1]
    assert sunday.clock_note == "02:00–03:00 does not exist: the clock changes"
    assert [(b.minutes.start, b.minutes.end) for b in sunday.bands if b.kind == "missing"] == [(120, 180)]
    assert [b.time for b in sunday.blocks if b.kind == "interview"] == ["03:30–04:15"]


def test_the_hour_that_comes_twice_is_marked() -> None:
    given = stories.back_week()
    (view,) = weeks(given, ())
    assert view.days[-1].clock_note == "02:00–03:00 comes twice: the clock changes"
    assert [b.kind for b in view.days[-1].bands].count("twice") == 1


def test_a_crowded_day_names_what_it_leaves_out_and_keeps_the_interview() -> None:
    given = stories.crowded_day()
    (view,) = weeks(given, numbered(given.findings))
    (day,) = view.days
    assert "Needle" in {b.name for b in day.blocks}
    (more,) = [b for b in day.blocks if b.kind == "more"]
    shown = [b for b in day.blocks if b.kind != "more"]
    assert len(shown) + int(more.name.split()[0].lstrip("+")) == 40


def test_what_does_not_meet_is_not_drawn_side_by_side() -> None:
    given = stories.crowded_day()
    (view,) = weeks(given, ())
    assert {b.lanes for b in view.days[0].blocks if b.name.startswith("Call")} == {1}
