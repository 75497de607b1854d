"""One self-contained HTML page: no script, nothing fetched, every text from a calendar escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from scheduler.findings.notice import until as act_by
from scheduler.report.axis import SCALE, Axis
from scheduler.report.cards import finding_card, interview_cards, listed, moves, notes, offers
from scheduler.report.given import Given
from scheduler.report.icons import ICONS
from scheduler.report.minutes import Minutes
from scheduler.report.order import Numbered, numbered, to_act_on
from scheduler.report.view import Band, Block
from scheduler.report.week import weeks
from scheduler.report.words import city, count, days, iso, offset, short_title, stamp, until

LINE = 15  # units: a line of text in a block

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at the head of the page; `look` is its style."""

    number: int
    what: str
    icon: str
    look: str


def render_page(given: Given) -> str:
    """The report of a window as an HTML document."""
    from markupsafe import Markup

    findings = numbered(given.findings)
    template = environment().get_template("page.html.j2")
    # The style sheet is ours, so it may stand unescaped; nothing else may.
    return template.render(
        style=Markup(_text("style.css")),
        icons=ICONS,
        head=_head(given, findings),
        weeks=weeks(given, findings),
        cards=[finding_card(f, given) for f in findings],
        interviews=list(interview_cards(given, findings)),
        offers=list(offers(given)),
        moves=list(moves(given)),
        listed=list(listed(given)),
        notes=notes(given),
        private=given.private,
        buffer=given.limits.buffer,
        place=_place,
        visible=_visible,
        size=_size,
    )


def environment() -> Environment:
    """Templates of this package, with autoescape always on."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(loader=FunctionLoader(_text), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def _text(name: str) -> str:
    return files("scheduler.report").joinpath("templates", name).read_text(encoding="utf-8")


def _head(given: Given, findings: Sequence[Numbered]) -> dict[str, Any]:
    zone, window = given.timeline.zone, given.timeline.window
    first, last = (m.astimezone(zone).date() for m in (window.start, window.end - timedelta(microseconds=1)))
    kinds = Counter(f.finding.kind for f in findings)
    others = len(findings) - kinds["overlap"] - kinds["tight"]
    in_later = {s.id for loop in given.timeline.loops for s in loop.sessions[1:]}
    coming = [o for o in given.timeline.occurrences if o.interview is not None and not o.cancelled]
    first_sessions = [o for o in coming if o.id not in in_later]
    figures = [Figure(len(first_sessions), "interview" if len(first_sessions) == 1 else "interviews", "interview", "")]
    for number, one, many, icon, look in (
        (kinds["overlap"], "collision", "collisions", "overlap", "clash"),
        (kinds["tight"], "gap too tight", "gaps too tight", "tight", "tight"),
        (others, "thing to see to", "things to see to", "flag", ""),
    ):
        if number:
            figures.append(Figure(number, one if number == 1 else many, icon, look))
    if not findings:
        figures.append(Figure(0, "troubles", "good", "good"))
    following = next((o for o in coming if o.period.start >= given.now and not o.all_day), None)
    return {
        "dates": days(first, last),
        "city": city(zone.key),
        "offset": offset(window.start, zone),
        "made": stamp(given.now, zone),
        "iso": iso(given.now, zone),
        "figures": figures,
        "next": ""
        if following is None
        else f"{short_title(following, given.private)}, {stamp(following.period.start, zone)}"
        f" ({until(given.now, following.period.start)})",
        "deadline": _first_deadline(given),
        "entries": count(len(given.timeline.occurrences), "entry", "entries"),
    }


def _first_deadline(given: Given) -> str:
    """The next moment by which something should be said to an employer about whom there is a finding."""
    to_act = to_act_on(given.findings)
    found = []
    for one in given.timeline.occurrences:
        notice = given.notices.get(one.key)
        if notice is not None and one.id in to_act and not one.cancelled:
            moment = act_by(notice, given.now).by
            if moment >= given.now:
                found.append((moment, short_title(one, given.private)))
    if not found:
        return ""
    moment, name = min(found)
    return f"{stamp(moment, given.timeline.zone)} ({name})"


def _place(minutes: Minutes, week: Axis, own: Axis) -> str:
    """Where a stretch stands, on the week's axis and on the day's own, as CSS properties."""
    top, own_top = week.at(minutes.start), own.at(minutes.start)
    height, own_height = week.at(minutes.end) - top, own.at(minutes.end) - own_top
    return f"--t:{top:g};--h:{height:.1f};--dt:{own_top:g};--dh:{own_height:.1f}"


def _visible(band: Band, week: Axis, own: Axis) -> bool:
    return any(axis.at(band.minutes.end) > axis.at(band.minutes.start) for axis in (week, own))


def _size(block: Block) -> str:
    """How much text a block has room for, as CSS classes and the number of lines left for its title."""
    room = int((block.minutes.drawn.length * SCALE - 3) // LINE)
    if room <= 1:
        return "tiny"
    if room == 2:
        return "small"
    extra = 2 + bool(block.theirs)
    marks = len([b for b in block.badges if b.text]) + bool(block.note)
    looks = [f"t{min(6, max(0, room - extra - marks))}"]
    return " ".join(looks + ([] if room >= extra + marks else ["brief"]))
