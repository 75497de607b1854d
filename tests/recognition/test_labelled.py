"""Precision, recall and facts on the labelled invitations: tuned on six sets, measured on two others."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scheduler.ics.read import Document, read_documents
from scheduler.model.event import Calendar
from scheduler.model.interview import Interview
from scheduler.recognise.recognise import recognise
from scheduler.recognise.text import squeezed, words
from scheduler.settings.core import Settings

LABELLED = Path(__file__).parent / "labelled"
FACTS = ("company", "position", "contact", "join_link", "phone", "reschedule_link", "remote")
# Below these the recogniser has become worse than it was when it was measured.
LEAST_FACTS = {"company": 0.9, "position": 0.8, "contact": 0.9, "join_link": 0.9, "phone": 0.9, "reschedule_link": 0.9,
               "remote": 0.9}  # fmt: skip


@dataclass
class Measure:
    right: int = 0
    wrong: int = 0
    missed: int = 0
    facts: dict[str, list[bool]] = field(default_factory=lambda: {f: [] for f in FACTS})

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    def share(self, fact: str) -> float:
        return sum(self.facts[fact]) / len(self.facts[fact])


def facts_of(interview: Interview) -> dict[str, object]:
    """As the labels name them; where only cancelling has a link, the labels give that one."""
    return {
        "company": interview.company,
        "position": interview.position,
        "contact": interview.contact.address if interview.contact else None,
        "join_link": interview.join_link,
        "phone": interview.phone,
        "reschedule_link": interview.reschedule_link or interview.cancel_link,
        "remote": interview.remote,
    }


def agrees(fact: str, label: object, found: object) -> bool:
    if not isinstance(label, str) or not isinstance(found, str):
        return label is found
    if fact == "company":
        one, other = set(words(label)), set(words(found))
        return squeezed(label) == squeezed(found) or one <= other or other <= one
    if fact == "position":
        return squeezed(label) == squeezed(found)
    if fact == "phone":
        return re.sub(r"\D", "", label) == re.sub(r"\D", "", found)
    return label == found


def measure(half: str) -> Measure:
    result = Measure()
    for line in (LABELLED / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (event,) = read_documents([Document(Calendar("labelled", half), row["ics"].encode())], None).events
        found = recognise(event, frozenset(row["me"]), Settings(), "UTC").interview
        if not row["interview"]:
            result.wrong += found is not None
        elif found is None:
            result.missed += 1
        else:
            result.right += 1
            for fact, value in facts_of(found).items():
                result.facts[fact].append(agrees(fact, row[fact], value))
    return result


@pytest.mark.parametrize("half", [*(f"tuning{n}" for n in ("", 2, 3, 4, 5, 6)), "measured", "measured2"])
def test_labelled_invitations_are_told_apart(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = measure(half)
    with capsys.disabled():
        shares = ", ".join(f"{fact} {result.share(fact):.3f}" for fact in FACTS)
        print(f"\n{half}: precision {result.precision:.3f}, recall {result.recall:.3f}; {shares}")  # noqa: T201
    assert result.precision >= 0.97
    assert result.recall >= 0.97
    assert {f: result.share(f) for f in FACTS if result.share(f) < LEAST_FACTS[f]} == {}


@pytest.mark.parametrize(
    ("half", "least"),
    [("tuning", 0.98), ("tuning2", 0.98), ("tuning3", 0.92), ("tuning4", 0.97), ("tuning5", 0.97), ("tuning6", 0.95)],
)
def test_what_has_been_tuned_on_stays_read(half: str, least: float) -> None:
    result = measure(half)
    assert result.precision >= 0.98
    assert result.recall >= 0.98
    assert {f: result.share(f) for f in FACTS if result.share(f) < least} == {}
