"""VTIMEZONEs for messages whose original has none; the one place that lets icalendar write."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from scheduler.ics.parse import parse_component
from scheduler.model.component import Component, Line, escape


def zone_component(tzid: str, zone: ZoneInfo, first: date, last: date) -> Component:
    """A VTIMEZONE called `tzid` with the rules of `zone`, right from the year of `first` to the end of that of `last`.

    icalendar lists the changes one by one and says so in a COMMENT; the bounds keep that short, the COMMENT goes.
    """
    from icalendar import Timezone

    made = Timezone.from_tzid(zone.key, first_date=date(first.year, 1, 1), last_date=date(last.year + 1, 1, 1))
    component = parse_component(made.to_ical()).without("COMMENT")
    return component.with_line(Line("TZID", escape(tzid)))
