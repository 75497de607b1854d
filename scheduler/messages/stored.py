"""The stored calendar object of one event: what it holds, and nothing of the calendar that it was cut from."""

from __future__ import annotations

from scheduler.model.component import Component, Line

PRODID = "-//interviews//interview-scheduler//EN"


def only(uid: str, calendar: Component) -> Component:
    """A VCALENDAR with the VEVENTs of `uid` and the time zones that they name; every line as it stood.

    The calendar's own name and description (X-WR-CALNAME, NAME, …), METHOD, and all other entries stay behind (E19).
    """
    events = tuple(c for c in calendar.children if c.name == "VEVENT" and uid_of(c) == uid)
    lines = tuple(i for i in calendar.lines if i.name in ("VERSION", "PRODID", "CALSCALE"))
    return Component("VCALENDAR", (*lines, *zones_for(events, calendar), *events))


def of(events: tuple[Component, ...], zones: tuple[Component, ...]) -> Component:
    """The same from the VEVENTs of one UID and VTIMEZONEs (those that the events name are kept)."""
    calendar = Component("VCALENDAR", (Line("VERSION", "2.0"), Line("PRODID", PRODID), *zones, *events))
    return only(uid_of(events[0]), calendar) if events else calendar.with_children(())


def uid_of(event: Component) -> str:
    """The UID, unescaped; "" where there is none."""
    return (event.text("UID") or "").strip()


def zones_for(events: tuple[Component, ...], calendar: Component) -> tuple[Component, ...]:
    """The calendar's VTIMEZONEs that `events` name by TZID, verbatim and in their order, each once."""
    wanted = {_bare(tzid) for event in events for tzid in tzids(event)}
    found: dict[str, Component] = {}
    for child in calendar.children:
        if child.name == "VTIMEZONE" and (tzid := _bare(child.text("TZID") or "")) in wanted:
            found.setdefault(tzid, child)
    return tuple(found.values())


def tzids(event: Component) -> tuple[str, ...]:
    """The time zones that an event and its alarms name, each once, in order."""
    lines: list[Line] = [*event.lines, *(i for child in event.children for i in child.lines)]
    return tuple(dict.fromkeys(t for i in lines if (t := i.param("TZID")) is not None))


def _bare(tzid: str) -> str:
    return tzid.strip().strip('"')


def clean(component: Component) -> Component:
    """The same lines, fit to travel: those that are no proper UTF-8 with CRLF and folds are written anew."""
    items = tuple(clean(i) if isinstance(i, Component) else _clean_line(i) for i in component.items)
    return Component(component.name, items)


def _clean_line(line: Line) -> Line:
    if line.raw is None or _proper(line.raw):
        return line
    value = "".join(c for c in line.value if c >= " " or c == "\t")
    return line._replace(value=value, raw=None)


def _proper(raw: bytes) -> bool:
    if not raw.endswith(b"\r\n"):
        return False
    for physical in raw[:-2].split(b"\r\n"):
        if len(physical) > 75 or any(c < 32 and c != 9 for c in physical):
            return False
        try:
            physical.decode()
        except UnicodeDecodeError:
            return False
    return True
