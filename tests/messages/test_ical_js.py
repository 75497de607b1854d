"""Every calendar message as ical.js reads it: another program's parser, equal to what was written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from scheduler.model.component import unescape
from tests.messages.test_scenarios import MESSAGES, sent

ROOT = Path(__file__).parents[2]
# Reads a JSON list of texts, writes for each [METHOD, [[uid, sequence, dtstart, comment, attendees], …]].
READER = """
const ICAL = require(process.argv[1]).default ?? require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const value = (c, n) => { const v = c.getFirstPropertyValue(n); return v === null ? "" : String(v); };
console.log(JSON.stringify(texts.map((text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((e) => [
    value(e, "uid"), Number(value(e, "sequence")), value(e, "dtstart"), value(e, "comment"),
    e.getAllProperties("attendee").map((a) => [a.getFirstValue(), a.getFirstParameter("partstat") ?? ""]),
  ]);
  return [value(calendar, "method"), events];
})));
"""


@cache
def module() -> Path | None:
    """The library: ICAL_JS, else what `make test-system` put beside the project."""
    named = os.environ.get("ICAL_JS")
    found = Path(named) if named else ROOT / "node_modules/ical.js/dist/ical.es5.cjs"
    return found if found.exists() and shutil.which("node") else None


@pytest.mark.skipif(module() is None, reason="node or ical.js is missing (make test-system installs it from npm)")
def test_every_message_parses_back_equal_with_ical_js() -> None:
    texts = [sent(s).to_bytes().decode() for s in MESSAGES]
    done = subprocess.run(
        ["node", "-e", READER, str(module())],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for scenario, (method, events) in zip(MESSAGES, json.loads(done.stdout), strict=True):
        message = sent(scenario)
        assert method == message.method
        wanted = [c for c in message.calendar.children if c.name == "VEVENT"]
        for (uid, sequence, start, comment, attendees), event in zip(events, wanted, strict=True):
            assert uid == event.text("UID")
            assert sequence == int(event.value("SEQUENCE") or "0")
            assert comment == (event.text("COMMENT") or "")
            digits = "".join(c for c in start if c not in "-:")
            assert digits == (event.value("DTSTART") or "")
            assert attendees == [[unescape(a.value), a.param("PARTSTAT") or ""] for a in event.every("ATTENDEE")]
