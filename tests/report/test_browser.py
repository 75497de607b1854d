"""The page in a real Chromium: nothing runs, nothing is fetched, nothing is cut off, at every width and on paper."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scheduler.report.given import Given
from scheduler.report.page import render_page
from scheduler.report.svg import render_svg
from tests.report import stories
from tests.report.browser import CHROMIUM, Browser

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (make test-system installs it)")

_AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"))
STORIES = [
    stories.full_week,
    stories.clock_week,
    stories.back_week,
    stories.crowded_day,
    stories.right_to_left,
    stories.hostile,
]

# Text that can be seen but lies outside of its column, or beyond the edge of the window.
_SPILLED = """[...document.querySelectorAll('.day')].flatMap(day => {
  const box = day.getBoundingClientRect();
  return [...day.querySelectorAll('.block, .bar, .banner, .flags li')].filter(e => {
    const r = e.getBoundingClientRect();
    return r.width < 8 || r.height < 8 || r.left < box.left - 1 || r.right > box.right + 1 || r.right > innerWidth + 1;
  }).map(e => e.outerHTML.slice(0, 120));
})"""
_COVERED = """[...document.querySelectorAll('.blocks')].flatMap(list => {
  const all = [...list.querySelectorAll('.block')].map(e => [e, e.getBoundingClientRect()]);
  return all.flatMap(([a, r], i) => all.slice(i + 1).filter(([b, s]) =>
    Math.min(r.right, s.right) - Math.max(r.left, s.left) > 1
    && Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top) > 1
  ).map(([b, s]) => a.title + ' / ' + b.title));
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as found:
        yield found


@pytest.fixture
def page(tmp_path: Path) -> Callable[[Given], Path]:
    def write(given: Given) -> Path:
        path = tmp_path / "report.html"
        path.write_text(render_page(given), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
@pytest.mark.parametrize("width", [320, 720, 1280])
def test_nothing_is_cut_off_or_covered(
    browser: Browser, page: Callable[[Given], Path], story: Callable[[], Given], width: int
) -> None:
    browser.open(page(story()), width)
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.evaluate(_SPILLED) == []
    assert browser.evaluate(_COVERED) == []


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_nothing_runs_and_nothing_is_fetched(
    browser: Browser, page: Callable[[Given], Path], story: Callable[[], Given]
) -> None:
    browser.open(page(story()))
    assert browser.requests() == []
    assert browser.evaluate("document.scripts.length") == 0
    assert browser.evaluate("document.title").startswith("Interviews, ")
    messages = [e for e in browser.events if e.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")]
    assert messages == []


def test_a_minute_is_as_long_everywhere(browser: Browser, page: Callable[[Given], Path]) -> None:
    browser.open(page(stories.full_week()))
    heights = browser.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.block')].map(e => [e.title, e.offsetHeight]))"
    )
    by_start = {title.split(" ", 1)[0]: height for title, height in heights.items()}
    assert by_start["10:00–11:26"] / 86 == pytest.approx(by_start["15:00–16:00"] / 60, rel=0.02)


def test_simultaneous_things_stand_at_the_same_height_in_all_days(
    browser: Browser, page: Callable[[Given], Path]
) -> None:
    browser.open(page(stories.full_week()))
    tops = browser.evaluate(
        "[...document.querySelectorAll('.block')].filter(e => e.title.startsWith('10:00'))"
        ".map(e => Math.round(e.getBoundingClientRect().top))"
    )
    assert len(tops) == 3
    assert len(set(tops)) == 1


def test_right_to_left_titles_keep_their_own_direction(browser: Browser, page: Callable[[Given], Path]) -> None:
    browser.open(page(stories.right_to_left()))
    directions = browser.evaluate(
        "[...document.querySelectorAll('.block .name bdi')].map(e => [e.textContent, getComputedStyle(e).direction])"
    )
    assert dict(map(tuple, directions)) == {"חברת אור": "rtl", "شركة النور": "rtl", "Turned gnimoc back x": "ltr"}


def test_a_week_fits_on_one_sheet_of_paper(browser: Browser, page: Callable[[Given], Path]) -> None:
    browser.open(page(stories.full_week()), 1047, 718)
    browser.media(paper=True)
    heights = browser.evaluate("[...document.querySelectorAll('section.week')].map(e => e.offsetHeight)")
    assert max(heights) <= 718
    assert browser.pdf().startswith(b"%PDF-")
    hidden = browser.evaluate(
        "[...document.querySelectorAll('details.all li')].filter(e => !e.checkVisibility()).length"
    )
    assert hidden == 0


def test_dark_is_dark_and_light_is_light(browser: Browser, page: Callable[[Given], Path]) -> None:
    colour = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"
    path = page(stories.full_week())
    browser.open(path)
    assert browser.evaluate(colour) > 200
    browser.open(path, dark=True)
    assert browser.evaluate(colour) < 60


def test_a_listener_hears_days_interviews_and_findings(browser: Browser, page: Callable[[Given], Path]) -> None:
    browser.open(page(stories.full_week()))
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    named = {(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n.get("ignored")}
    assert ("heading", "Mon 8 March today") in named
    assert ("region", "Mon 8 March today") in named
    assert ("heading", "What does not work out") in named
    said = browser.evaluate(
        "[...document.querySelectorAll('.block')].map(e => e.textContent.replace(/\\s+/g, ' ').trim())"
    )
    brightwater = next(s for s in said if "Brightwater" in s)
    assert brightwater.startswith("15:00–16:00 Interview: Brightwater 10:00 New York 30 min overlap")
    assert brightwater.endswith(" Collision, finding 3")


@pytest.mark.skipif(not _AXE.exists(), reason="axe-core is not installed (make test-system installs it from npm)")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_axe_finds_nothing(
    browser: Browser, page: Callable[[Given], Path], story: Callable[[], Given], width: int, dark: bool
) -> None:
    browser.open(page(story()), width, dark=dark)
    browser.evaluate(_AXE.read_text(encoding="utf-8") + "; 0")
    found = browser.evaluate(
        "axe.run(document).then(r => r.violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200)).join(' | ')))"
    )
    assert found == []


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_the_svg_draws_by_itself(browser: Browser, tmp_path: Path, story: Callable[[], Given]) -> None:
    path = tmp_path / "week.svg"
    path.write_text(render_svg(story()), encoding="utf-8")
    browser.open(path, 1120)
    assert browser.evaluate("document.documentElement.nodeName") == "svg"
    assert browser.requests() == []
    spilled = browser.evaluate(
        "[...document.querySelectorAll('svg > rect, svg svg')]"
        ".filter(e => e.getBoundingClientRect().right > 1121).length"
    )
    assert spilled == 0
