"""What the journal says is due stands in `scan`."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scheduler.app import outbox
from scheduler.model.time import Period
from scheduler.outbox.entry import Entry
from scheduler.settings.core import Settings
from tests.commands.calling import NOW, ROOT, ana, calendar, call

LUMEN = (
    "040000008200E00074C5B7101A82E00800000000E0A3C5B1F08BDB01000000000000000010000000A4D1C7F02B9E4C4D8E6A1B7705D2F913"
)
WHEN = Period(datetime(2027, 3, 10, 15, 30, tzinfo=UTC), datetime(2027, 3, 10, 16, 30, tzinfo=UTC))


def noted(**changes: object) -> None:
    values = {
        "at": datetime(2027, 3, 1, 9, tzinfo=UTC),
        "direction": "out",
        "channel": "email",
        "result": "sent",
        "company": "Lumen Health",
        "uid": LUMEN,
        "kind": "reschedule",
        "when": WHEN,
    }
    with outbox.entered(Settings()) as room:
        room.journal.add(Entry(**{**values, **changes}))  # type: ignore[arg-type]


def due() -> list[str]:
    return [f["message"] for f in call("scan", *NOW, "--json").json["findings"] if f["kind"] == "follow_up"]


def test_no_answer_is_a_finding_that_names_its_command(tmp_path: Path) -> None:
    ana(tmp_path)
    noted()
    (found,) = (f for f in call("scan", *NOW, "--json").json["findings"] if f["kind"] == "follow_up")
    assert found["events"][0]["own_start"] == "2027-03-10T16:30:00+01:00"  # The entry of the calendar itself.
    (message,) = due()
    assert "No answer from Lumen Health since 2027-03-01" in message
    command = message.partition("`interviews ")[2].partition("`")[0].split()
    assert call(*command, *NOW, "--json").json["kind"] == "remind"
    assert call("follow-up", "lumen", *NOW, "--json").json["kind"] == "remind"
    noted(at=datetime(2027, 3, 4, 9, tzinfo=UTC), direction="in", result="answered", kind="")
    assert "reply" in due()[0]
    assert call("thank", "lumen", *NOW, "--json").json["kind"] == "thank_answer"


def test_the_promised_date_of_a_pause(tmp_path: Path) -> None:
    ana(tmp_path)
    day = datetime(2027, 3, 5, tzinfo=UTC).date()
    noted(kind="pause", follow_up=day)
    assert any("You promised Lumen Health" in m for m in due())
    assert call("follow-up", "lumen", *NOW, "--json").json["kind"] == "check_back"


def test_an_interview_outside_the_window_is_known_from_the_journal(tmp_path: Path) -> None:
    ana(tmp_path)
    far = Period(WHEN.start + timedelta(days=60), WHEN.end + timedelta(days=60))
    noted(uid="gone@nowhere.example", company="Osprey Bank", when=far)
    for form in ("table", "csv", "json"):
        said = call("scan", *NOW, "--format", form)
        assert said.status == 1
        assert "Osprey Bank" in said.out


def test_a_file_that_is_named_shows_what_is_due_for_its_own_interviews_only(tmp_path: Path) -> None:
    own = ana(tmp_path)
    noted()
    assert "No answer from Lumen Health" in call("scan", str(own), *NOW).out
    for other in (str(ROOT / "sample_calendars" / "dst_week.ics"), "nope.ics"):
        assert "Lumen" not in call("scan", other, *NOW).out
    assert "Nothing is in it" not in call("scan", "nope.ics", *NOW).out
    (tmp_path / "empty.ics").write_bytes(calendar())
    assert "Nothing is in it" in call("scan", str(tmp_path / "empty.ics"), *NOW).out


def test_a_broken_journal_costs_only_itself(tmp_path: Path) -> None:
    ana(tmp_path)
    noted()
    (tmp_path / "data" / "journal.sqlite3").write_bytes(b"no database at all, certainly not one of SQLite's" * 50)
    said = call("scan", *NOW)
    assert said.status == 1
    assert "serious" in said.out
    assert "journal" in said.err


def test_without_a_journal_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom cli.main import interviews\n"
        "words = ['scan', 'sample_calendars/dst_week.ics', '--now', '2027-03-22T09:00']\n"
        "interviews.main(words, standalone_mode=False)\n"
        "print('sqlite3' in sys.modules, any(m.startswith('scheduler.outbox.journal') for m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.splitlines()[-1] == "False False"
