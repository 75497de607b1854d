"""An example of every command that works on sample_calendars (`interviews help samples`); tests run each of them."""

from __future__ import annotations

_NOW = "--now 2027-03-05T09:00"

# Command, or command and subcommand, to the lines of its example. What comes before the last line prepares it.
EXAMPLES: dict[str, tuple[str, ...]] = {
    "init": (f"interviews init --yes --calendar sample_calendars/candidate_week.ics {_NOW}",),
    "config": ("interviews config limits",),
    "agenda": (f"interviews agenda sample_calendars/candidate_week.ics {_NOW}",),
    "scan": (f"interviews scan sample_calendars/candidate_week.ics {_NOW}",),
    "week": (f"interviews week sample_calendars/candidate_week.ics {_NOW}",),
    "report": (f"interviews report sample_calendars/candidate_week.ics {_NOW}",),
    "propose": (f"interviews propose tidewater {_NOW}",),
    "plan": (f"interviews plan {_NOW}", f"interviews plan {_NOW} --what-if 'cancel kestrel'"),
    "apply": (f"interviews plan --save {_NOW}", f"interviews apply --dry-run {_NOW}"),
    "availability": (f"interviews availability {_NOW} --their-zone America/New_York",),
    "decide": (f"interviews decide kestrel --reason collision --fit yes --passing {_NOW}",),
    "reschedule": (f"interviews reschedule kestrel --reason conflict {_NOW}",),
    "withdraw": (f"interviews withdraw osprey --reason offer-accepted --stay-in-touch {_NOW}",),
    "pause": (f"interviews pause lumen --until 2027-04-12 --reason family {_NOW}",),
    "accept": (f"interviews accept tidewater --time 2027-03-11T15:00 {_NOW}",),
    "apologise": ("interviews apologise kestrel --reason ill --now 2027-03-08T15:00",),
    "follow-up": (f"interviews follow-up kestrel --as reminder {_NOW}",),
    "thank": ("interviews thank northwind --for interview --now 2027-03-13T09:00",),
    "clarify": (f"interviews clarify lumen --correction 'I can come at any of the three times.' {_NOW}",),
    "checklist": (f"interviews checklist kestrel {_NOW}",),
    "update": (f"interviews update 4a8f1f --to 2027-03-11T18:00 {_NOW}",),
    "check": (
        f"interviews reschedule kestrel --reason conflict {_NOW}",
        f"interviews check data/outbox/xub4dt/email.txt --about kestrel {_NOW}",
    ),
    "receive": (
        f"interviews receive sample_calendars/invitation.eml {_NOW}",
        f"interviews receive sample_calendars/invitation.eml --counter {_NOW}",
    ),
    "outbox": (f"interviews reschedule kestrel --reason conflict {_NOW}", "interviews outbox"),
    "send": (f"interviews reschedule kestrel --reason conflict {_NOW}", "interviews send xub4dt"),
    "hold": (f"interviews hold tidewater --yes {_NOW}",),
    "settle": (f"interviews hold tidewater --yes {_NOW}", f"interviews settle tidewater 1 {_NOW}"),
    "release": (f"interviews hold tidewater --yes {_NOW}", f"interviews release tidewater {_NOW}"),
    "watch": (f"interviews watch --once {_NOW}",),
    "doctor": ("interviews doctor --offline",),
    "completion": ('eval "$(interviews completion bash)"',),
    "help": ("interviews help REF",),
    "journal": ("interviews journal --due",),
    "undo": ("interviews undo --dry-run",),
}

# Commands that need a server: `make demo-caldav` shows them on one of its own.
ON_A_SERVER: dict[str, tuple[str, ...]] = {
    "connect": ("interviews connect ana.silva@mail.example",),
    "sync": ("interviews sync --dry-run",),
    "conflicts": ("interviews conflicts",),
}


def epilog(name: str) -> str:
    """The end of a command's help: its example, lines as they are."""
    if name in EXAMPLES:
        lines = ["Example, on the sample calendars (see `interviews help samples`):", *_indented(EXAMPLES[name])]
    elif name in ON_A_SERVER:
        lines = ["Example (`make demo-caldav` shows it on a server of its own):", *_indented(ON_A_SERVER[name])]
    else:
        return ""
    return "\b\n" + "\n".join(lines)


def _indented(lines: tuple[str, ...]) -> list[str]:
    return [f"  {line}" for line in lines]
