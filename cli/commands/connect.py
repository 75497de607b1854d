"""`interviews connect`: an account on a calendar server into the settings."""

from __future__ import annotations

import sys

import click

from cli.output import clean
from scheduler.app.connect import Choice, look_closely, settle, slug, user_in
from scheduler.errors import UsageError
from scheduler.settings.servers import ServerSetting
from scheduler.sync.discover import Account, RemoteCalendar
from scheduler.sync.secrets import Secret


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
        user=user or user_in(address) or _asked("User name"),
        login="bearer" if bearer else "basic",
        password_command=password_command,
        password_env=password_env,
        plain_http=plain_http,
    )
    given = bool(password_command or password_env)
    secret = None if given else Secret(_asked("Password (an app password, where there are such)", hide=True))
    account, server = look_closely(server, address, secret)
    click.echo(f"Found {clean(account.url)}; calendars there: {len(account.calendars)}.")
    taken = _taken(account, wanted)
    choices = [
        Choice(
            calendar,
            calendar.name,
            write=calendar.name not in read_only,
            holds=calendar.name == holds,
            kind="work" if calendar.name in work else "shared" if calendar.name in shared else "personal",
        )
        for calendar in taken
    ]
    done = settle(server, account, choices, secret)
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
    return 0


def _asked(what: str, *, hide: bool = False) -> str:
    if not sys.stdin.isatty():
        option = "--password-command or --password-env" if hide else "--user"
        raise UsageError(f"There is no terminal to ask on; give {option}.")
    return str(click.prompt(what, hide_input=hide, err=True))


def _taken(account: Account, wanted: tuple[str, ...]) -> list[RemoteCalendar]:
    names = [c.name for c in account.calendars]
    unknown = [n for n in wanted if n not in names]
    if unknown:
        raise UsageError(f"There is no calendar '{unknown[0]}'; there are: {', '.join(names)}.")
    if wanted or not sys.stdin.isatty():
        return [c for c in account.calendars if not wanted or c.name in wanted]
    return [c for c in account.calendars if click.confirm(f"Take '{clean(c.name)}'?", default=True)]
