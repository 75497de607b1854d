"""`interviews decide`: reschedule, withdraw, pause, or keep?"""

from __future__ import annotations

import sys
from typing import Any, get_args

import click

from cli.output import clean, print_json
from cli.writing import where, where_options
from scheduler.app.decide import Decided, Known, advise, look
from scheduler.app.reason import WHYS, spelled, why_of
from scheduler.decide.course import QUESTIONS, Answers, Fit
from scheduler.errors import UsageError

_CHANNELS = {
    "email": "by email (E11)",
    "platform": "where you have been talking so far, and by email if you can (E13)",
    "phone": "by telephone, speaking to the interviewer directly (E11)",
    "phone_emergency": "by telephone at once, and say that it is an emergency (E14)",
    "apologise": "by telephone at once, to apologise (E15)",
}


@click.command(short_help="Reschedule, withdraw, pause, or keep? The rules' advice.")
@click.argument("ref", metavar="REF")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--reason", default="", metavar="WORD", help="What stands in the way: collision, ill, offer-accepted, …")
@click.option("--fit", type=click.Choice(get_args(Fit)), help="Does the position still fit what you want?")
@click.option("--lasting/--passing", default=None, help="Is the obstacle a lasting one?")
@click.option("--costly/--not-costly", default=None, help="Would a delay cost them or you a lot?")
@click.option("--others-move/--others-stay", default=None, help="In a collision: can the other entry move?")
@click.option("--remote/--no-remote", default=None, help="What they said about remote work, if you asked.")
@click.option("--emergency", is_flag=True, help="It is an emergency.")
@click.option("--platform", is_flag=True, help="A platform's chat has been the main channel so far.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@where_options
def command(
    ref: str,
    sources: tuple[str, ...],
    reason: str,
    fit: str | None,
    lasting: bool | None,
    costly: bool | None,
    others_move: bool | None,
    remote: bool | None,
    emergency: bool,
    platform: bool,
    as_json: bool,
    **options: Any,
) -> int:
    """Answer three questions about an interview that cannot take place as agreed; get the course that the rules advise.

    Nothing is written or sent: you decide, and the command named at the end carries it out.
    """
    known = look(where(sources, options), ref)
    asked = _Asking(known)
    why = why_of(reason or asked.why())
    answers = Answers(
        why=why,
        fit=_fit(fit or asked.fit()),
        lasting=asked.yes(QUESTIONS[1], ("lasting", "passing")) if lasting is None else lasting,
        costly=asked.yes(QUESTIONS[2], ("yes", "no")) if costly is None else costly,
        others_can_move=_others(known, others_move) if why == "collision" else None,
        remote_possible=remote,
    )
    decided = advise(known, answers, emergency=emergency, platform=platform)
    if as_json:
        print_json(_record(decided))
    else:
        for line in _lines(decided):
            click.echo(clean(line))
    return 0


class _Asking:
    """Asks where somebody sits at the terminal; elsewhere what was not said is an error, or stays open."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.there = sys.stdin.isatty()

    def why(self) -> str:
        words = ", ".join(spelled(w) for w in WHYS)
        if not self.there:
            raise UsageError(f"Say what stands in the way, as --reason WORD: {words}.")
        default = "collision" if self.known.collides else None
        click.echo(clean(self.known.case.title))
        return str(click.prompt(f"What stands in the way? ({words})", default=default))

    def fit(self) -> str:
        if not self.there:
            raise UsageError(f"{QUESTIONS[0]} Say it, as --fit yes.")
        return str(click.prompt(QUESTIONS[0], type=click.Choice(get_args(Fit)), show_choices=False))

    def yes(self, question: str, words: tuple[str, str]) -> bool | None:
        if not self.there:
            return None
        return click.prompt(question, type=click.Choice(words), show_choices=False) == words[0]


def _fit(text: str) -> Fit:
    return next(f for f in get_args(Fit) if f == text)


def _others(known: Known, said: bool | None) -> bool | None:
    """As said; else what the calendars suggest: it is enough only where all that is in the way could move."""
    return said if said is not None else True if known.movable and not known.staying else None


def _lines(decided: Decided) -> list[str]:
    known, advice = decided.known, decided.advice
    zone = known.case.situation.zone
    lines = [known.case.title]
    lines += [f"It collides with {name}." for name in known.collides]
    words = {"think": "think again", "keep": "keep the interview"}.get(advice.course, advice.course)
    lines += ["", f"Course: {words} ({', '.join(advice.rules)}). {advice.because}"]
    if decided.answers.why == "collision":
        lines += [f"  {'move' if advice.course == 'keep' else 'could move:'} {text}" for text in known.movable]
        lines += [f"  stays: {text}" for text in known.staying]
    lines += ["Try first:", *(f"  - {text}" for text in advice.first)] if advice.first else []
    lines += ["Check before:", *(f"  - {text}" for text in advice.checks)] if advice.checks else []
    if advice.course in ("reschedule", "withdraw", "pause"):
        lines.append(f"Tell them {_CHANNELS[decided.channel]}, {_by(decided, zone)}")
    lines.append("")
    lines += [f"Next, if you agree: {text}" for text in decided.commands]
    lines.append("You decide; nothing was written or sent (E8).")
    return lines


def _by(decided: Decided, zone: Any) -> str:
    at, rule = decided.deadline.at.astimezone(zone), decided.deadline.rule
    if decided.deadline.late:
        return f"now: the 24 hours of notice cannot be kept any more ({rule})."
    return f"as soon as you know, at the latest {at:%a %Y-%m-%d %H:%M} {zone.key} ({rule})."


def _record(decided: Decided) -> dict[str, Any]:
    case, advice = decided.known.case, decided.advice
    return {
        "id": case.occurrence.id,
        "uid": case.about.uid,
        "company": case.about.company,
        "start": case.about.period.start.isoformat(),
        "course": advice.course,
        "rules": list(advice.rules),
        "because": advice.because,
        "first": list(advice.first),
        "checks": list(advice.checks),
        "collides": list(decided.known.collides),
        "movable": list(decided.known.movable),
        "staying": list(decided.known.staying),
        "channel": decided.channel,
        "deadline": decided.deadline.at.isoformat(),
        "deadline_rule": decided.deadline.rule,
        "late": decided.deadline.late,
        "next": list(decided.commands),
    }
