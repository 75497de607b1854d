"""The weeks that every picture must get right."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from scheduler.model.occurrence import Loop
from scheduler.model.problem import Problem
from scheduler.report.given import Change, Given, Suggestion
from tests.report.build import Desk, finding

LISBON = Desk(ZoneInfo("Europe/Lisbon"))
BERLIN = Desk(ZoneInfo("Europe/Berlin"))


def full_week(private: bool = False) -> Given:
    """One of everything: collisions, a tight gap, a loop, an unanswered one, a proposal, a change, a deadline."""
    at = LISBON
    dentist = at.entry("Dentist Moura", "2027-03-08T13:45", "2027-03-08T14:30")
    screen = at.interview("Kestrel", "2027-03-08T14:00", "2027-03-08T14:30", theirs="Europe/Berlin")
    first = at.interview("Harborline", "2027-03-09T10:00", "2027-03-09T11:26")
    second = at.interview("Tidewater", "2027-03-09T11:30", "2027-03-09T12:30")
    design = at.interview("Brightwater", "2027-03-10T15:00", "2027-03-10T16:00", theirs="America/New_York")
    coding = at.interview("Lumen Health", "2027-03-10T15:30", "2027-03-10T16:30", theirs="Europe/Berlin")
    night = at.interview("Osprey Bank", "2027-03-11T03:00", "2027-03-11T03:45", theirs="America/New_York")
    gym = at.entry("Gym hour", "2027-03-11T12:30", "2027-03-11T13:30")
    intro = at.interview("Solstice", "2027-03-11T13:00", "2027-03-11T13:30", busy="tentative")
    loop = [
        at.interview("Northwind", f"2027-03-12T{a}", f"2027-03-12T{b}", theirs="Europe/Berlin", title=f"Northwind {n}")
        for n, (a, b) in enumerate((("13:00", "13:45"), ("13:50", "14:50"), ("15:00", "15:45")), 1)
    ]
    others = [
        at.entry("Sprint planning", "2027-03-08T10:00", "2027-03-08T11:30"),
        at.entry("Cancelled talk", "2027-03-08T17:00", "2027-03-08T17:30", status="CANCELLED"),
        at.entry("Lunch, maybe", "2027-03-10T12:00", "2027-03-10T13:00", busy="free"),
        at.all_day("Day off", "2027-03-09", "2027-03-10"),
        at.entry("Night train", "2027-03-12T22:30", "2027-03-13T08:15"),
    ]
    findings = [
        finding("overlap", dentist, screen, moves=dentist, reason="Dentist Moura is your own entry"),
        finding("tight", first, second, gap=4, needed=45, moves=second, reason="more notice is left"),
        finding("overlap", design, coding, moves=coding),
        finding("outside_hours", night, severity="warning"),
        finding("overlap", gym, intro, severity="warning", moves=gym),
        finding("unanswered", intro, severity="info"),
    ]
    return at.given(
        "2027-03-08T08:00",
        ("2027-03-08T00:00", "2027-03-22T00:00"),
        [dentist, screen, first, second, design, coding, night, gym, intro, *loop, *others],
        findings,
        loops=[Loop("Northwind", tuple(loop))],
        problems=[Problem("info", "Lunch, maybe: its zone was taken from the calendar", "mine.ics", 12)],
        suggestions=[Suggestion(coding.id, at.period("2027-03-11T10:00", "2027-03-11T11:00"), "before the Gym hour")],
        changes=[
            Change(dentist.id, (at.period("2027-03-08T16:00", "2027-03-08T16:45"),), "Dentist Moura moves first"),
            Change(coding.id, tuple(at.period(f"2027-03-{d}T10:00", f"2027-03-{d}T11:00") for d in (11, 12))),
        ],
        private=private,
    )


def clock_week() -> Given:
    """The week in which Berlin's clocks go forward: a time that never is, and an hour that is gone."""
    at = BERLIN
    gap = at.interview("Southern Cross", "2027-03-28T02:30", "2027-03-28T04:15", theirs="Pacific/Auckland")
    before = at.interview("Cobalt", "2027-03-25T15:00", "2027-03-25T15:45", theirs="America/New_York")
    after = at.interview("Cobalt", "2027-03-30T16:00", "2027-03-30T16:45", theirs="America/New_York")
    train = at.entry("Night train", "2027-03-27T22:30", "2027-03-28T08:15", busy="free")
    return at.given(
        "2027-03-22T09:00",
        ("2027-03-22T00:00", "2027-04-05T00:00"),
        [gap, before, after, train],
        [finding("ambiguous_time", gap, severity="warning")],
    )


def back_week() -> Given:
    """The week in which the clocks go back: 02:00 to 03:00 comes twice."""
    at = BERLIN
    late = at.interview("Night Shift", "2027-10-31T01:30", "2027-10-31T02:15")
    return at.given("2027-10-30T09:00", ("2027-10-25T00:00", "2027-11-01T00:00"), [late])


def crowded_day() -> Given:
    """Forty entries in one day, twelve of them at once, and an interview among those."""
    at = LISBON
    small = [
        at.entry(
            f"Call {n}",
            f"2027-03-10T{9 + n // 4:02}:{n % 4 * 15:02}",
            f"2027-03-10T{9 + n // 4:02}:{n % 4 * 15 + 14:02}",
        )
        for n in range(28)
    ]
    heap = [at.entry(f"Heap {n}", "2027-03-10T17:00", f"2027-03-10T{18 + n % 2}:00") for n in range(11)]
    interview = at.interview("Needle", "2027-03-10T17:15", "2027-03-10T18:00")
    return at.given(
        "2027-03-09T09:00",
        ("2027-03-10T00:00", "2027-03-11T00:00"),
        [*small, *heap, interview],
        [finding("overlap", interview, *heap)],
    )


def right_to_left() -> Given:
    """Hebrew and Arabic titles, one with a digit run, one that tries to turn its surroundings."""
    at = BERLIN
    one = at.interview("חברת אור", "2027-03-09T10:00", "2027-03-09T11:00", title="ראיון עבודה 2 עם חברת אור (Backend)")
    two = at.interview("شركة النور", "2027-03-09T10:30", "2027-03-09T11:30", title="مقابلة عمل مع شركة النور")
    three = at.entry("Turned \u202egnimoc\u202c back \u2067x", "2027-03-10T10:00", "2027-03-10T11:00")
    return at.given(
        "2027-03-08T09:00", ("2027-03-08T00:00", "2027-03-13T00:00"), [one, two, three], [finding("overlap", one, two)]
    )


HOSTILE = [
    "<script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "</style><script>document.title='owned'</script>",
    "{{ 7 * 7 }} {% raw %}",
    "' onmouseover='document.title=1",
    "]]><!-- &amp; -->\x00\x1b[31m",
    "x" * 3000,
]


def hostile() -> Given:
    """Titles, companies, links and reasons that try to be markup."""
    at = LISBON
    made = []
    for n, text in enumerate(HOSTILE):
        hour = f"{9 + n:02}"
        made.append(at.interview(text, f"2027-03-08T{hour}:00", f"2027-03-08T{hour}:40", title=text))
        made.append(at.entry(text, f"2027-03-09T{hour}:00", f"2027-03-09T{hour}:40"))
    return at.given(
        "2027-03-08T08:00",
        ("2027-03-08T00:00", "2027-03-13T00:00"),
        made,
        [finding("overlap", made[0], made[2], message=HOSTILE[0], moves=made[0], reason=HOSTILE[1])],
        problems=[Problem("warning", HOSTILE[0], HOSTILE[1], 3)],
        suggestions=[Suggestion(made[0].id, at.period("2027-03-10T09:00", "2027-03-10T10:00"), HOSTILE[0])],
        changes=[Change(made[1].id, (), HOSTILE[2])],
    )
