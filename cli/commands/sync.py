"""`interviews sync`: every connected calendar and its mirror."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from cli.output import clean, print_json
from scheduler.app.sync import Outcome, SyncRequest, sync
from scheduler.sync.plan import Action, side
from scheduler.sync.runner import Progress, quiet
from scheduler.sync.schema import Held

_WORDS = {
    "Download": "new here", "UpdateHere": "changed here", "DeleteHere": "deleted here", "Merge": "merged",
    "Upload": "new there", "UpdateThere": "changed there", "DeleteThere": "deleted there", "Forget": "forgotten",
}  # fmt: skip


@click.command()
@click.argument("calendars", nargs=-1, metavar="[CALENDAR]...")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@click.option("--confirm", "ids", multiple=True, metavar="ID", help="Send a write that waits; may be given again.")
@click.option("--whole", is_flag=True, help="Compare everything anew instead of asking for changes.")
@click.option("--empty", "may_empty", multiple=True, type=click.Choice(["here", "there"]),
              help="This side was emptied on purpose.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    calendars: tuple[str, ...],
    dry_run: bool,
    ids: tuple[str, ...],
    whole: bool,
    may_empty: tuple[str, ...],
    as_json: bool,
) -> int:
    """Bring the connected calendars and their mirrors together, both ways.

    Nothing that would make a server mail people leaves before you have seen whom: such writes wait, are listed with
    an ID, and go with --confirm ID.
    """
    request = SyncRequest(datetime.now(UTC), calendars, dry_run, whole, frozenset(may_empty), ids)
    with _bar(shown=not as_json) as progress:
        outcomes = sync(request, progress)
    if as_json:
        print_json([_record(o) for o in outcomes])
        return _status(outcomes)
    for outcome in outcomes:
        _show(outcome)
    waiting = [h for o in outcomes if o.report for h in o.report.held]
    if waiting and not dry_run and sys.stdin.isatty() and sys.stdout.isatty():
        agreed = tuple(h.id for h in waiting if click.confirm(f"Send '{clean(h.summary)}' to {_people(h)}?"))
        if agreed:
            outcomes = sync(SyncRequest(datetime.now(UTC), calendars, confirm=agreed))
            for outcome in outcomes:
                _show(outcome)
    return _status(outcomes)


def _status(outcomes: list[Outcome]) -> int:
    """3 when something was not done, 1 when the user has something to decide, else 0."""
    if any(o.error or (o.report and o.report.problems) for o in outcomes):
        return 3
    return 1 if any(o.report and (o.report.held or o.report.conflicts) for o in outcomes) else 0


@contextmanager
def _bar(*, shown: bool) -> Iterator[Progress]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not shown or not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        words = {"listen": "asking for changes", "fetch": "fetching", "send": "sending"}
        yield lambda phase, done, total: bar.update(task, description=words[phase], completed=done, total=total or None)


def _show(outcome: Outcome) -> None:
    name = clean(outcome.calendar.name)
    if outcome.error is not None:
        click.echo(f"{name}: {clean(str(outcome.error))}", err=True)
        return
    report = outcome.report
    assert report is not None
    done = ", ".join(f"{count} {_WORDS[kind]}" for kind, count in sorted(report.done.items()))
    planned = [f"  would be {_planned(a, outcome.titles)}" for a in report.planned]
    click.echo(f"{name}: {done or ('nothing to do' if not planned else f'{len(planned)} to do')}")
    for line in planned:
        click.echo(line)
    for note in report.notes:
        click.echo(f"  note: {clean(note)}")
    for problem in report.problems:
        click.echo(f"  {clean(problem.source)}: {clean(problem.message)}", err=True)
    for held in report.held:
        click.echo(f"  waits ({held.id}): {_WORDS[held.kind]} '{clean(held.summary)}' would mail {_people(held)}")
    if report.held:
        click.echo("  To send one: interviews sync --confirm ID")
    if report.conflicts:
        click.echo(f"  {len(report.conflicts)} in conflict: see `interviews conflicts`.")


def _planned(action: Action, titles: Mapping[str, str]) -> str:
    pair = action.pair
    title = clean(titles.get(pair.name, ""))
    named = f"'{title}' ({clean(pair.name)})" if title else clean(pair.name or pair.href)
    return f"{_WORDS[type(action).__name__]}: {named} ({side(action)})"


def _people(held: Held) -> str:
    return ", ".join(clean(r) for r in held.recipients)


def _record(outcome: Outcome) -> dict[str, object]:
    report = outcome.report
    if report is None:
        return {"calendar": outcome.calendar.name, "error": str(outcome.error), "requests": outcome.requests}
    return {
        "calendar": outcome.calendar.name,
        "done": dict(report.done),
        "planned": [
            {
                "action": type(a).__name__,
                "name": a.pair.name,
                "href": a.pair.href,
                "title": outcome.titles.get(a.pair.name, ""),
            }
            for a in report.planned
        ],
        "notes": report.notes,
        "problems": [{"where": p.source, "message": p.message} for p in report.problems],
        "held": [
            {"id": h.id, "kind": h.kind, "summary": h.summary, "recipients": list(h.recipients)} for h in report.held
        ],
        "conflicts": [{"name": c.name, "reasons": list(c.reasons)} for c in report.conflicts],
        "requests": outcome.requests,
    }
