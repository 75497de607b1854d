"""`interviews receive`: a mail or calendar message that came in."""

from __future__ import annotations

from typing import Any

import click

from cli.output import clean, print_json, print_problems
from cli.writing import offer_options, where, where_options
from scheduler.app.case import when
from scheduler.app.read import read_stdin
from scheduler.app.reason import reason_of
from scheduler.app.receive import Answered, Inbox, Item, receive_all
from scheduler.app.respond import Response, Verb, offered, respond, server_answers, store
from scheduler.app.write import Wishes
from scheduler.errors import UsageError

_KINDS = {
    "new": "New invitation",
    "moved": "Moved",
    "updated": "Changed (the time stays)",
    "known": "Nothing new",
    "older": "An older message; a later one is in your calendar, so it is ignored",
    "cancelled": "Cancelled",
    "answered": "Answer to your invitation",
    "countered": "Asks you for another time",
    "counter_declined": "They keep the time: your wish was declined",
    "asked": "Asks for the current state",
    "added": "More instances for a series",
    "published": "For information; no answer is expected",
    "stray": "Speaks of something that is not in your calendar, so it is ignored",
}
_VERDICTS = {"fits": "It fits.", "collides": "It collides:", "tight": "It leaves too little room:"}

_HELD = {
    "agreed": "It is the time that you agreed on; your hold stands there.",
    "offered": "It is a time that you offered; your hold stands there.",
}


@click.command(short_help="Read a mail or calendar message that came in; draft the answer.")
@click.argument("file", metavar="[FILE|-]", default="-")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--accept", "verb", flag_value="accept", help="Draft an acceptance (or accept the time they ask for).")
@click.option("--tentative", "verb", flag_value="tentative", help="Draft a tentative acceptance.")
@click.option("--counter", "verb", flag_value="counter", help="Draft a request for another time.")
@click.option("--decline", "verb", flag_value="decline", help="Draft a refusal (or keep your time).")
@click.option("--thank", "verb", flag_value="thank", help="Draft thanks for a cancellation.")
@click.option("--store", "storing", is_flag=True, help="Write what it says into your calendar.")
@click.option("--calendar", default="", metavar="NAME", help="With --store: the calendar for something new.")
@click.option("--trust-sender", is_flag=True, help="You know that it is genuine, whoever it came from.")
@click.option("--reason", default="", metavar="WORD|TEXT", help="With --counter and --decline: why.")
@click.option("--to", multiple=True, metavar="'NAME <ADDRESS>'", help="Whom to answer.")
@click.option("--language", default="", metavar="LANG", help="en, de, fr or es.")
@click.option("--position", default="", metavar="TEXT", help="The position, where the invitation has none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@offer_options
@where_options
def command(
    file: str,
    sources: tuple[str, ...],
    verb: Verb | None,
    storing: bool,
    calendar: str,
    trust_sender: bool,
    reason: str,
    to: tuple[str, ...],
    language: str,
    position: str,
    as_json: bool,
    slots: tuple[str, ...],
    count: int,
    ask: bool,
    **options: Any,
) -> int:
    """Say what a message means and whether its time fits; pipe mails into it, or name a file, an mbox or a Maildir.

    Without an option it only tells, and notes answers to your own messages in the journal. --accept, --counter,
    --decline and --thank draft an answer into the outbox; --store changes your calendar. Nothing is sent.
    """
    read = where(sources, options)
    inbox = receive_all(read, file, read_stdin, trust=trust_sender)
    wishes = Wishes(
        reason=reason_of(reason), slots=slots, count=count, ask=ask, to=to, language=language, position=position
    )
    responses: list[Response] = []
    if verb is not None or storing:
        item = _the_one(inbox)
        server = storing and verb in ("accept", "tentative", "decline") and server_answers(item, inbox.situation)
        if server:
            note = "The calendar's server sends the answer, with the next `interviews sync`; so no mail was drafted."
            responses.append(Response(None, (note,)))
        elif verb is not None:
            responses.append(respond(read, item, inbox.situation, verb, wishes, trust=trust_sender))
        if storing:
            responses.append(store(read, item, verb, trust=trust_sender, calendar=calendar))
    if as_json:
        print_json(_record(inbox, responses))
    else:
        _print(inbox, responses, file)
    return 0


def _the_one(inbox: Inbox) -> Item:
    """The event that an answer is for; raises UsageError where there are several, or none."""
    open_items = [i for i in inbox.items if i.received.answers]
    if len(open_items) != 1:
        raise UsageError(
            "Nothing in it can be answered."
            if not open_items
            else "There is more than one message in it; give them one at a time."
        )
    return open_items[0]


def _print(inbox: Inbox, responses: list[Response], file: str) -> None:
    for item in inbox.items:
        for line in _lines(item, inbox, file, answering=bool(responses)):
            click.echo(clean(line))
    for answer in inbox.answers:
        click.echo(clean(_answer_line(answer)))
    if not inbox.items and not inbox.answers:
        click.echo("There is no invitation in it, and no answer to a message of yours.")
    for response in responses:
        for line in response.done:
            click.echo(clean(line))
        if response.stored is not None:
            name = response.stored.id
            click.echo(f"Draft {name}; nothing has left. To look at it and send it: interviews send {name}")
    print_problems(p for p in inbox.situation.timeline.problems if p.severity == "error")


def _lines(item: Item, inbox: Inbox, file: str, *, answering: bool) -> list[str]:
    received, zone = item.received, inbox.situation.zone
    entry = item.occurrence or item.mine
    interview = entry.interview if entry is not None else None
    title = entry.summary if entry is not None else received.uid
    company = f" [{interview.company}]" if interview is not None and interview.company else ""
    lines = [f"{_KINDS[received.kind]}: {title}{company}"]
    if received.kind == "answered":
        lines.append(f"  {received.who}: {(received.partstat or '').lower().replace('-', ' ')}")
    if received.kind == "moved" and received.before is not None:
        lines.append(f"  was {when(received.before, zone)}")
    if received.kind == "countered" and item.mine is not None:
        lines.append(f"  now {when(item.mine.period, zone)}; {received.who} proposes")
    if received.now is not None:
        lines.append(f"  {when(received.now, zone)}")
    if received.comment:
        lines.append(f"  says: {received.comment}")
    lines += _trust(item)
    if item.fit is not None:
        lines += [f"  {_HELD[item.fit.held]}"] if item.fit.held is not None else []
        lines.append(f"  {_VERDICTS[item.fit.verdict]}")
        lines += [f"    - {text}" for text in (*item.fit.obstacles, *item.fit.costs)]
    if item.noted is not None:
        lines.append(f"  Noted in the journal: {item.noted.result.replace('_', ' ')}.")
    options = [f"--{v}" for a in received.answers if (v := offered(a)) is not None]
    if options and not answering:
        lines.append(f"  To answer: interviews receive {file} {' | '.join(options)}")
    if received.kind in ("new", "moved", "updated", "cancelled") and not answering:
        lines.append("  To change your calendar as well: --store")
    return lines


def _trust(item: Item) -> list[str]:
    thread, received = item.incoming.thread, item.received
    sender = "a file, not a mail" if thread is None else thread.sender or "nobody named"
    match received.trust:
        case "verified":
            return []
        case "service":
            return [f"  Unverified: it was sent by {sender}, a scheduling service, in the name of {received.who}."]
        case "unverified":
            return [f"  Unverified: it comes from {sender}; the one concerned is {received.who or 'not named'}."]


def _answer_line(answer: Answered) -> str:
    subject = "" if answer.incoming.thread is None else answer.incoming.thread.subject
    lead = f"An answer from {answer.company}: {subject}."
    if not answer.verified and answer.noted is None:
        return f"{lead} Its sender is not whom you wrote to, so it was not noted (--trust-sender)."
    noted = " Noted in the journal." if answer.noted is not None else " It was noted before."
    return f"{lead}{noted} What it says, you say: interviews journal --answer {answer.packet} --result agreed"


def _record(inbox: Inbox, responses: list[Response]) -> dict[str, Any]:
    return {
        "items": [_item(i) for i in inbox.items],
        "answers": [
            {"packet": a.packet, "company": a.company, "verified": a.verified, "noted": a.noted is not None}
            for a in inbox.answers
        ],
        "others": inbox.others,
        "drafts": [r.stored.id for r in responses if r.stored is not None],
        "done": [line for r in responses for line in r.done],
    }


def _item(item: Item) -> dict[str, Any]:
    received, fit = item.received, item.fit
    entry = item.occurrence or item.mine
    return {
        "kind": received.kind,
        "method": received.method,
        "uid": received.uid,
        "recurrence_id": received.recurrence_id,
        "title": entry.summary if entry is not None else None,
        "start": None if received.now is None else received.now.start.isoformat(),
        "end": None if received.now is None else received.now.end.isoformat(),
        "before": None if received.before is None else received.before.start.isoformat(),
        "trust": received.trust,
        "confirm": received.confirm,
        "who": received.who,
        "partstat": received.partstat,
        "fits": None if fit is None else fit.verdict,
        "held": None if fit is None else fit.held,
        "obstacles": [] if fit is None else list(fit.obstacles),
        "answers": [v for a in received.answers if (v := offered(a)) is not None],
        "noted": None if item.noted is None else item.noted.result,
    }
