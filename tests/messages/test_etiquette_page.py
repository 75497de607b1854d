"""The page on the etiquette names every rule and no test that is not there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = {
    "decide": "tests/decide/test_decide.py",
    "rules": "tests/messages/test_rules.py",
    "texts": "tests/messages/test_texts.py",
    "check": "tests/review/test_check.py",
    "holds": "tests/holds/test_hold.py",
    "sending": "tests/outbox/test_send.py",
    "proposing": "tests/proposals/test_slots_properties.py",
    "writing": "tests/commands/test_writing.py",
    "incoming": "tests/commands/test_receive.py",
    "preparing": "tests/commands/test_checklist.py",
    "notice": "tests/findings/test_notice.py",
    "due": "tests/commands/test_due.py",
}


def test_every_rule_has_its_line() -> None:
    page = (ROOT / "docs" / "etiquette.md").read_text("utf-8")
    assert re.findall(r"^\| (E\d+) ", page, re.MULTILINE) == [f"E{n}" for n in range(1, 37)]


def test_every_test_named_is_there() -> None:
    page = (ROOT / "docs" / "etiquette.md").read_text("utf-8")
    named = re.findall(r"`(\w+)::(test_\w+)`", page)
    assert len(named) > 40
    for short, test in named:
        assert f"def {test}(" in (ROOT / FILES[short]).read_text("utf-8"), test
