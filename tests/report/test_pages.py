"""The HTML page and the SVG picture as text: whole, escaped, discreet."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from scheduler.model.finding import Finding
from scheduler.report.given import Given
from scheduler.report.page import render_page
from scheduler.report.remedy import solving_command
from scheduler.report.svg import render_svg
from scheduler.report.terminal import render_week
from tests.report import stories
from tests.report.build import finding

STORIES = [
    stories.full_week,
    stories.clock_week,
    stories.back_week,
    stories.crowded_day,
    stories.right_to_left,
    stories.hostile,
]
SECRETS = ("Dentist", "Moura", "Gym", "Sprint", "Cancelled talk", "Lunch", "Day off", "Night train", "mine.ics")


class Tags(HTMLParser):
    """Every element of a page with its attributes, and its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _terminal(given: Given) -> str:
    return "\n".join(line.plain for line in render_week(given))


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_page_has_no_script_and_fetches_nothing(story: Callable[[], Given]) -> None:
    tags = Tags(render_page(story())).tags
    assert not {t for t, _ in tags} & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
    for tag, attrs in tags:
        assert not [a for a in attrs if a.startswith("on") or a in ("src", "srcset", "action")], tag
        href = attrs.get("href") or ""
        assert re.match(r"(#|https?://|tel:\+?\d)", href) or not href
    assert "url(" not in render_page(story())
    assert "@import" not in render_page(story())


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_an_svg_is_well_formed_and_fetches_nothing(story: Callable[[], Given]) -> None:
    text = render_svg(story())
    root = ElementTree.fromstring(text)
    names = {e.tag.rpartition("}")[2] for e in root.iter()}
    assert not names & {"script", "image", "foreignObject", "use", "a"}
    assert set(re.findall(r"url\(([^)]*)\)", text)) <= {"#hatch", "#stripes", "#cross"}
    assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a]


def test_everything_from_a_calendar_is_text() -> None:
    seen = "".join(Tags(render_page(stories.hostile())).texts)
    assert "<script>document.title='owned'</script>" in seen
    assert "{{ 7 * 7 }} {% raw %}" in seen
    svg = "".join(ElementTree.fromstring(render_svg(stories.hostile())).itertext())
    assert "<script>document.title='owned'</script>" in svg


@pytest.mark.parametrize("draw", [render_page, render_svg, _terminal])
def test_no_control_character_gets_through(draw: Callable[[Given], str]) -> None:
    for story in (stories.hostile(), stories.right_to_left()):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", draw(story))


@pytest.mark.parametrize("draw", [render_page, render_svg, _terminal])
def test_private_hides_every_word_of_what_is_no_interview(draw: Callable[[Given], str]) -> None:
    private, open_ = draw(stories.full_week(private=True)), draw(stories.full_week())
    assert [s for s in SECRETS if s in private] == []
    assert "Kestrel" in private
    assert "Brightwater" in private
    assert "Sprint" in open_


def test_private_hides_links_and_numbers_that_open_a_meeting() -> None:
    assert "https://meet.example/room" in render_page(stories.full_week())
    private = render_page(stories.full_week(private=True))
    assert "meet.example" not in private
    assert "555 0148" not in private


def test_every_entry_is_in_the_list_even_where_the_picture_has_no_room() -> None:
    texts = Tags(render_page(stories.crowded_day())).texts
    assert {f"Heap {n}" for n in range(11)} <= set(texts)
    assert {f"Call {n}" for n in range(28)} <= set(texts)


def test_each_finding_has_its_sentence_and_its_command() -> None:
    given = stories.full_week()
    texts = Tags(render_page(given)).texts
    for found in given.findings:
        assert found.message in texts
        assert solving_command(found, given.now) in texts


def test_the_other_thing_moves_before_the_interview_does() -> None:
    """E1: an entry of one's own is moved by the plan; a proposal goes to the employer only where an interview moves."""
    given = stories.full_week()
    commands = {f.id.partition("-")[0] + str(n): solving_command(f, given.now) for n, f in enumerate(given.findings)}
    assert commands["overlap0"] == "interviews plan"
    assert commands["tight1"] == f"interviews propose {given.findings[1].events[1].id}"


@pytest.mark.parametrize(
    "kind",
    [
        "short_notice",
        "outside_hours",
        "overload",
        "no_preparation",
        "ambiguous_time",
        "unanswered",
        "duplicate",
        "follow_up",
    ],
)
def test_every_kind_of_finding_leads_to_a_command(kind: str) -> None:
    given = stories.full_week()
    found: Finding = finding(kind, given.timeline.occurrences[1])  # type: ignore[arg-type]
    assert (solving_command(found, given.now) or "").startswith("interviews ")


def test_the_terminal_picture_keeps_to_its_width() -> None:
    from rich.cells import cell_len

    for story in STORIES:
        for width in (80, 120):
            rows = [line for line in render_week(story(), width) if not line.plain.startswith("[")]
            assert max(cell_len(line.plain) for line in rows) <= width


def test_the_terminal_marks_without_colour() -> None:
    rows = _terminal(stories.full_week()).splitlines()
    assert any("█Brig" in r for r in rows)
    assert any("█[3]" in r and "╳" in r for r in rows)
    assert any("↕" in r and "11:00" in r for r in rows)
    assert any("┆" in r and "13:00" in r for r in rows)


def test_the_same_input_gives_the_same_page() -> None:
    assert render_page(stories.full_week()) == render_page(stories.full_week())
