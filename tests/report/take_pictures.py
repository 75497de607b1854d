"""Takes the pictures in docs/pictures from the sample calendars: `python -m tests.report.take_pictures`."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from scheduler.app.read import ReadRequest
from scheduler.app.report import PictureRequest, picture
from scheduler.app.scan import Flags
from scheduler.report.given import Given
from scheduler.report.page import render_page
from scheduler.report.svg import render_svg
from tests.report.browser import Browser

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_calendars"
PICTURES = ROOT / "docs" / "pictures"
WEEK = "section.week:has(.interview)"


def sample(
    name: str, now: str, zone: str, me: str, *, private: bool = False, everything: bool = False, plan: str = ""
) -> Given:
    """What a picture of a sample is drawn from."""
    reading = ReadRequest(datetime.now(UTC), (str(SAMPLES / name),), zone=zone, now=now, me=(me,))
    return picture(PictureRequest(reading, Flags(everything=everything), private, plan=plan))


def ana(private: bool = False, plan: str = "") -> Given:
    return sample(
        "candidate_week.ics", "2027-03-05T09:00", "Europe/Lisbon", "ana.silva@mail.example", private=private, plan=plan
    )


def main() -> None:
    """Write all pictures."""
    PICTURES.mkdir(exist_ok=True)
    emil = sample("dst_week.ics", "2027-03-22T09:00", "Europe/Berlin", "emil.krause@mail.example")
    rita = sample(
        "recruiter_week.ics", "2027-03-05T09:00", "Europe/Berlin", "rita.moreau@northwind.example", everything=True
    )
    (PICTURES / "candidate_week.svg").write_text(render_svg(ana()), encoding="utf-8")
    (PICTURES / "candidate_week_private.svg").write_text(render_svg(ana(private=True)), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = Path(folder, "report.html")
        for name, given, width, dark, part, height in (
            ("candidate_week", ana(), 1280, False, WEEK, 2000),
            ("candidate_week_dark", ana(), 1280, True, WEEK, 2000),
            ("candidate_week_phone", ana(), 360, False, WEEK, 1500),
            ("candidate_week_private", ana(private=True), 1280, False, WEEK, 2000),
            ("candidate_week_plan", ana(plan="new"), 1280, False, WEEK, 2000),
            ("findings", ana(), 1280, False, "section[aria-labelledby=h-findings]", 640),
            ("dst_week", emil, 1280, False, ".week:nth-of-type(2)", 2000),
            ("recruiter_week", rita, 1280, False, WEEK, 2000),
        ):
            page.write_text(render_page(given), encoding="utf-8")
            browser.open(page, width, dark=dark)
            browser.picture(PICTURES / f"{name}.png", part, height)


if __name__ == "__main__":
    main()
