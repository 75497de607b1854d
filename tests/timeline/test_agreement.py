"""The reader agrees with two others on generated calendars, and the order and number of files do not matter."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.effort import examples
from tests.oracle.generated import calendars
from tests.oracle.make import SPRING, UTC_ZONE, Key, document, keys, read, vcalendar
from tests.oracle.plain import plain_read

USER_ZONES = (UTC_ZONE, ZoneInfo("Europe/Lisbon"), ZoneInfo("Australia/Adelaide"))


def _flat(events: list[list[str]]) -> list[str]:
    return [text for group in events for text in group]


@given(calendars(), st.sampled_from(USER_ZONES))
@examples(150)
def test_agrees_with_the_plain_reader(events: list[list[str]], zone: ZoneInfo) -> None:
    data = vcalendar(*_flat(events))
    assert keys(read(data, zone=zone)) == plain_read(data, SPRING, zone)


@given(calendars(), st.sampled_from(USER_ZONES))
@examples(100)
def test_the_lexical_pass_loses_nothing(events: list[list[str]], zone: ZoneInfo) -> None:
    data = vcalendar(*_flat(events))
    assert keys(read(data, zone=zone)) == keys(read(data, zone=zone, prefilter=False))


@given(calendars())
@examples(100)
def test_agrees_with_recurring_ical_events(events: list[list[str]]) -> None:
    data = vcalendar(*_flat(events))
    assert keys(read(data)) == _reference(data)


def _reference(data: bytes) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(SPRING.start, SPRING.end):
        start, end = event.start, event.end
        if not isinstance(start, datetime):
            assert isinstance(end, date)
            found[str(event["UID"]), f"{start:%Y%m%d}", f"{end:%Y%m%d}"] += 1
            continue
        begins, ends = (m.astimezone(UTC) if m.tzinfo else m.replace(tzinfo=UTC) for m in (start, end))
        # It also lists what ends as the window begins; an occurrence must overlap it, or lie in it without length.
        if ends > SPRING.start or begins == ends == SPRING.start:
            found[str(event["UID"]), f"{begins:%Y%m%dT%H%M%SZ}", f"{ends:%Y%m%dT%H%M%SZ}"] += 1
    return found


@given(calendars(), st.randoms(use_true_random=False))
@examples(60)
def test_the_order_of_components_does_not_matter(events: list[list[str]], random: object) -> None:
    texts = _flat(events)
    mixed = list(texts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = read(vcalendar(*texts)), read(vcalendar(*mixed))
    assert [(o.id, o.key, o.summary) for o in one.occurrences] == [(o.id, o.key, o.summary) for o in other.occurrences]


@given(calendars())
@examples(60)
def test_one_file_and_many_files_read_alike(events: list[list[str]]) -> None:
    whole = read(vcalendar(*_flat(events)))
    by_event = read(*(vcalendar(*group) for group in events))
    by_component = read(*(vcalendar(text) for text in _flat(events)))
    several = read(b"".join(vcalendar(*group) for group in events))
    ids = [(o.id, o.period, o.summary) for o in whole.occurrences]
    for other in (by_event, by_component, several):
        assert [(o.id, o.period, o.summary) for o in other.occurrences] == ids


@given(calendars(), st.integers(1, 59))
@examples(60)
def test_a_narrow_window_shows_the_same_occurrences(events: list[list[str]], day: int) -> None:
    data = vcalendar(*_flat(events))
    whole = read(data)
    edge = SPRING.start + (SPRING.end - SPRING.start) * day / 60
    parts = [read(data, within=SPRING._replace(end=edge)), read(data, within=SPRING._replace(start=edge))]
    seen = {(o.key, o.period) for part in parts for o in part.occurrences}
    assert seen == {(o.key, o.period) for o in whole.occurrences}
    assert all(o.key.startswith(o.id) for part in (whole, *parts) for o in part.occurrences)


@given(calendars(), calendars())
@examples(40)
def test_another_owner_changes_nothing(mine: list[list[str]], hers: list[list[str]]) -> None:
    """Both lists use the same UIDs: copies of one invitation in two people's calendars."""
    data, other = vcalendar(*_flat(mine)), vcalendar(*_flat(hers))
    both = read(document(data, "mine"), document(other, "hers", owner="her@x.example"))
    alone = [(o.key, o.period) for o in read(document(data, "mine")).occurrences]
    assert [(o.key, o.period) for o in both.occurrences if not o.owner] == alone
    assert Counter(o.period for o in both.occurrences if o.owner) == Counter(o.period for o in read(other).occurrences)
