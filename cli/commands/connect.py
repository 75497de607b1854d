"""`interviews connect`: an account on a calendar server into the settings."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from cli.output import clean
from scheduler.app.connect import Choice, look, look_closely, settle, slug, unanswered, user_in
from scheduler.errors import MissingPartError, UsageError
from scheduler.settings.servers import ServerSetting
from scheduler.sync.dav import LoginError
from scheduler.sync.discover import Account, RemoteCalendar
from scheduler.sync.secrets import Secret

_KINDS = ("y", "work", "shared", "read-only", "n")
_WHERE = "--password-command or --password-env"


@click.command()
@click.argument("address", metavar="ADDRESS|URL")
@click.option("--user", metavar="NAME", help="Your user name there, if it is not the address.")
@click.option("--name", metavar="NAME", help="What to call the server in the settings.")
@click.option("--password-command", default="", metavar="COMMAND", help="A command that prints the password.")
@click.option("--password-env", default="", metavar="NAME", help="The environment variable that holds the password.")
@click.option("--bearer", is_flag=True, help="The password is a token (OAuth 2).")
@click.option("--calendar", "wanted", multiple=True, metavar="NAME", help="Take this calendar; may be given again.")
@click.option("--holds", metavar="NAME", help="Holds go into this calendar.")
@click.option("--work", multiple=True, metavar="NAME", help="This calendar is your employer's.")
@click.option("--shared", multiple=True, metavar="NAME", help="Others see this calendar.")
@click.option("--read-only", multiple=True, metavar="NAME", help="Never write into this calendar.")
@click.option("--plain-http", is_flag=True, help="Allow http without TLS, in a network that you trust.")
def command(
    address: str, user: str | None, name: str | None, password_command: str, password_env: str, bearer: bool,
    wanted: tuple[str, ...], holds: str | None, work: tuple[str, ...], shared: tuple[str, ...],
    read_only: tuple[str, ...], plain_http: bool,
) -> int:  # fmt: skip
    """Connect the calendars of a server: find it, log in, choose calendars, write the settings.

    ADDRESS is a mail address, a domain, or the address of the server. Many services want an app password. It is kept
    in the keyring, or not at all where a command or an environment variable gives it.
    """
    server = ServerSetting(
        name=name or slug(address.rpartition("@")[2].removeprefix("https://").removeprefix("http://").split("/")[0]),
        url=address,
        user=user or user_in(address) or _asked("User name", "--user"),
        login="bearer" if bearer else "basic",
        password_command=password_command,
        password_env=password_env,
        plain_http=plain_http,
    )
    account, server, secret = _entered(server, address)
    click.echo(f"Found {clean(account.url)}; calendars there: {len(account.calendars)}.")
    kinds = dict.fromkeys(work, "work") | dict.fromkeys(shared, "shared") | dict.fromkeys(read_only, "read-only")
    taken = _taken(account, wanted, kinds, *([holds] if holds else []))
    into = holds or _holds_go_into(taken)
    choices = [
        Choice(
            calendar,
            calendar.name,
            write=kind != "read-only" and calendar.name not in read_only,
            holds=calendar.name == into,
            kind="personal" if kind == "read-only" else kind,
        )
        for calendar, kind in taken
    ]
    done = _settled(server, account, choices, secret)
    if done.me:
        click.echo(f"Your addresses there: {clean(', '.join(done.me))}")
    for entry in done.calendars:
        click.echo(f"  {clean(entry.name)}{' (read-only)' if entry.read_only else ''}: mirror in {entry.folder}")
    click.echo(
        {
            "yes": "This server mails people when events with attendees change; you are asked before that happens.",
            "no": "This server mails nobody by itself.",
            "unknown": "Whether this server mails people is not known; you are asked before it might.",
        }[done.schedules]
    )
    click.echo("Next: interviews sync")
    unsaid = unanswered()
    if unsaid:
        click.echo(f"Then: interviews init (still empty: {', '.join(unsaid)})")
    return 0


def _entered(server: ServerSetting, address: str) -> tuple[Account, ServerSetting, Secret | None]:
    """Log in; a password that was typed may be typed again."""
    if server.password_command or server.password_env:
        return *look_closely(server, address, None), None
    for left in (2, 1, 0):
        asked = _asked("Password (an app password, where there are such)", _WHERE, hide=True)
        try:
            return *look_closely(server, address, Secret(asked)), Secret(asked)
        except LoginError as error:
            if not left:
                raise
            click.echo(clean(str(error)), err=True)
    raise AssertionError


def _settled(server: ServerSetting, account: Account, choices: list[Choice], secret: Secret | None) -> ServerSetting:
    """Write it down; where no keyring takes the password, ask what else gives it."""
    try:
        return settle(server, account, choices, secret)
    except MissingPartError as error:
        if not sys.stdin.isatty():
            raise UsageError(f"{error} Give {_WHERE}.") from None
        click.echo(f"{clean(str(error))}\n", err=True)
    said = _asked("A command that prints the password (pass show mail), or $NAME of a variable that holds it", _WHERE)
    if said.startswith("$"):  # noqa: SIM108 - two keys, two lines
        server = replace(server, password_env=said[1:])
    else:
        server = replace(server, password_command=said)
    return settle(server, look(server, server.url, None), choices, None)


def _asked(what: str, option: str, *, hide: bool = False) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"There is no terminal to ask on; give {option}.")
    return str(click.prompt(what, hide_input=hide, err=True))


def _taken(
    account: Account, wanted: tuple[str, ...], kinds: dict[str, str], *named: str
) -> list[tuple[RemoteCalendar, str]]:
    """The calendars to take, each with its kind; those that are `named` otherwise must be there too."""
    names = [c.name for c in account.calendars]
    unknown = [n for n in (*wanted, *kinds, *named) if n not in names]
    if unknown:
        raise UsageError(f"There is no calendar '{unknown[0]}'; there are: {', '.join(names)}.")
    if wanted or not sys.stdin.isatty():
        return [(c, kinds.get(c.name, "personal")) for c in account.calendars if not wanted or c.name in wanted]
    click.echo(
        "Which do you take? y: it is yours; work: your employer's; shared: others see it; read-only; n: not at all"
    )
    found: list[tuple[RemoteCalendar, str]] = []
    for calendar in account.calendars:
        usual = kinds.get(calendar.name, "y" if calendar.writable else "read-only")
        said = click.prompt(f"  {clean(calendar.name)}", default=usual, type=click.Choice(_KINDS), show_choices=False)
        if said != "n":
            found.append((calendar, "personal" if said == "y" else said))
    return found


def _holds_go_into(taken: list[tuple[RemoteCalendar, str]]) -> str | None:
    """Times that you offer are held in a calendar that others do not see."""
    fit = [c.name for c, kind in taken if kind == "personal" and c.writable]
    if not fit or not sys.stdin.isatty():
        return None
    click.echo("Times that you offer are held there as tentative entries (`interviews hold`); -: in none of these.")
    names = [*fit, "-"]
    said = str(click.prompt("  Holds go into", default=fit[0], type=click.Choice(names), show_choices=len(fit) > 1))
    return None if said == "-" else said
