"""`interviews journal`: what was said to whom, and what is due."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal, cast
from zoneinfo import ZoneInfo

import click

from cli.output import clean, print_csv, print_json
from scheduler.app import journal as app
from scheduler.app.outbox import entered
from scheduler.outbox.entry import ANSWER_RESULTS, CALL_RESULTS, Entry, Result
from scheduler.outbox.follow import FollowUp

_RESULTS = [r.replace("_", "-") for r in (*CALL_RESULTS, *ANSWER_RESULTS)]


@click.command()
@click.option("--company", default="", metavar="NAME", help="Only what was said to and by this company.")
@click.option("--due", "only_due", is_flag=True, help="Only what you should follow up now.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/schema/journal.schema.json).")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.option("--add-call", metavar="ID", help="Note a call about a packet, or with a company; needs --result.")
@click.option("--answer", metavar="ID", help="Note an answer to a packet, or of a company; needs --result.")
@click.option("--result", type=click.Choice(_RESULTS), help="What came of the call or is in the answer.")
@click.option("--note", default="", help="Words to keep with a call or an answer.")
@click.option("--time", "agreed", default="", metavar="TIME", help="The time that they agreed to, as 2027-03-04T10:00.")
def command(
    company: str,
    only_due: bool,
    as_json: bool,
    as_csv: bool,
    add_call: str | None,
    answer: str | None,
    result: str | None,
    note: str,
    agreed: str,
) -> int:
    """Show every message, call and answer; or note a call or an answer."""
    now = datetime.now(UTC)
    if add_call or answer:
        if (add_call and answer) or not result:
            raise click.UsageError("Note one contact at a time: --add-call ID or --answer ID, with --result.")
        what: Literal["call", "answer"] = "call" if add_call else "answer"
        with entered() as room:
            entry = app.note_contact(
                room, what, add_call or answer or "", cast(Result, result.replace("-", "_")), now, note, agreed
            )
        click.echo(f"Noted: {what} with {clean(entry.company or entry.who)}, {result}.")
        return 0
    if result or note or agreed:
        raise click.UsageError("Say what it belongs to: --add-call ID or --answer ID.")
    with entered() as room:
        entries = () if only_due else app.entries(room, company)
        due = app.due_now(room, now)
        zone = room.zone
    if as_json:
        _print_json(entries, due)
    elif as_csv:
        print_csv(_record(_EMPTY), (["" if v is None else str(v) for v in _record(e).values()] for e in entries))
    else:
        _print_text(entries, due, zone)
    return 1 if only_due and due else 0


def _print_text(entries: tuple[Entry, ...], due: tuple[FollowUp, ...], zone: ZoneInfo) -> None:
    for e in entries:
        arrow = "to" if e.direction == "out" else "from"
        line = (
            f"{e.at.astimezone(zone):%Y-%m-%d %H:%M}  {e.channel} {arrow} {e.company}: "
            f"{e.result.replace('_', ' ')}  {e.subject}"
        )
        click.echo(clean(line))
    if not entries and not due:
        click.echo("Nothing is noted.")
    for f in due:
        click.echo(clean(f"Due ({f.rule}): {f.message}"))


def _print_json(entries: tuple[Entry, ...], due: tuple[FollowUp, ...]) -> None:
    follow_ups = [
        {"rule": f.rule, "since": f.since.isoformat(), "after": f.after.id, "message": f.message} for f in due
    ]
    print_json({"entries": [_record(e) for e in entries], "due": follow_ups})


def _record(entry: Entry) -> dict[str, Any]:
    when = entry.when
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "direction": entry.direction,
        "channel": entry.channel,
        "result": entry.result,
        "kind": entry.kind,
        "company": entry.company,
        "uid": entry.uid,
        "recurrence_id": entry.recurrence_id,
        "start": None if when is None else when.start.isoformat(),
        "end": None if when is None else when.end.isoformat(),
        "who": entry.who,
        "subject": entry.subject,
        "text": entry.text,
        "message_id": entry.message_id,
        "packet": entry.packet,
        "follow_up": None if entry.follow_up is None else entry.follow_up.isoformat(),
    }


_EMPTY = Entry(datetime.min.replace(tzinfo=UTC), "out", "email", "sent", "", "")
