"""Why an entry is taken for an interview, or not: what `--why` prints."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cli.output import LONGEST, clean
from scheduler.app.read import Situation
from scheduler.model.occurrence import Occurrence

# What the signals of `--why` call a word, as a person reads it.
_MEANINGS = {
    "conducting": "you as interviewer", "hiring_side": "the hiring side", "office": "an appointment of another kind",
    "trade": "interviews of another kind", "hold": "a time kept free", "elsewhere": "another matter",
    "staff": "work with colleagues", "errand": "an errand", "travel": "a journey", "job": "a job interview",
    "likely": "probably an interview", "interview": "an interview", "stage": "a step of hiring",
    "helper": "help with applying", "friendly": "friends", "candidate": "somebody else as candidate",
}  # fmt: skip


def print_why(out: Console, situation: Situation) -> None:
    """The signals for and against each entry being an interview of the user's."""
    from scheduler.recognise.recognise import recognise

    out.print("\nWhy an entry is taken for an interview, or not (weights add up; 3 are enough):", style="bold")
    for o in _once(situation.timeline.occurrences):
        found = recognise(
            o.event, situation.view.addresses(o.owner), situation.settings, situation.view.zone_name, why=True
        )
        verdict = "interview" if found.interview is not None else "no interview"
        out.print(Text.assemble((o.id, "cyan"), f" {clean(o.summary)[:LONGEST]}: {verdict} ({found.score:.2f})"))
        if found.interview is not None and found.interview.employer_zone is not None:
            zone, reason = found.interview.employer_zone, found.interview.zone_from
            out.print(Padding(Text(clean(f"the employer's zone, {zone}, by {reason}")), (0, 0, 0, 4)))
        for signal in found.signals:
            out.print(
                Padding(
                    Text(f"{signal.weight:+.2f} {_signal(signal.name)}: {clean(signal.evidence)[:100]}"), (0, 0, 0, 4)
                )
            )


def _signal(name: str) -> str:
    """'title says office' in plain words."""
    where, says, meaning = name.partition(" says ")
    return where + says + _MEANINGS.get(meaning, meaning.replace("_", " "))


def _once(occurrences: Iterable[Occurrence]) -> Iterable[Occurrence]:
    """One occurrence of each event."""
    seen: set[int] = set()
    for o in occurrences:
        if id(o.event) not in seen:
            seen.add(id(o.event))
            yield o
