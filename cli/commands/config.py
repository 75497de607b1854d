"""`interviews config`: the settings, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.output import clean, console, print_json
from scheduler.app.config import Config, config
from scheduler.settings.every import Section, Setting

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_VALUE_WIDTH = 46


@click.command()
@click.argument("wanted", metavar="[NAME]", default="")
@click.option("--path", "only_path", is_flag=True, help="Print where the settings file is, and nothing else.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(wanted: str, only_path: bool, as_json: bool) -> int:
    """Show every setting: its value, where it comes from, and what it means.

    NAME is a section (limits, calendars, mail) or a setting (buffer); `path` prints where the file is. The output is
    the settings file as it could be: a line of it can be copied there. `interviews init` asks for the most important
    ones.
    """
    if only_path or wanted == "path":
        from scheduler.app.here import settings_path

        click.echo(str(settings_path()))
        return 0
    found = config(wanted)
    if as_json:
        print_json({"path": str(found.path), "exists": found.there, "settings": _records(found)})
        return 0
    out = console()
    name = clean(str(found.path))
    out.print(f"# {name}" if found.there else f"# {name} is not there yet: `interviews init` writes it.", style="dim")
    explained: set[str] = set()
    for section in found.sections:
        _print(out, section, again=section.header in explained)
        explained.add(section.header)
    return 0


def _print(out: Console, section: Section, *, again: bool) -> None:
    """A section with its explanations; `again`, only what the file says of one more table of a list."""
    from rich.text import Text

    missing = "" if section.present else " (none)"
    if section.header:
        about = "" if again else f"  # {section.help}{missing}"
        out.print(Text.assemble("\n", (section.header, "bold"), (about, "dim")), soft_wrap=True)
    for setting in section.settings:
        if not again or setting.line is not None:
            out.print(_line(setting, section), soft_wrap=True)
        if not again:
            out.print(Text(f"    # {setting.help}", style="dim"), soft_wrap=True)


def _line(setting: Setting, section: Section) -> Text:
    from rich.text import Text

    value = clean(f"{setting.name} = {setting.value}")
    origin = f"line {setting.line}" if setting.line is not None else "default" if section.present else "not set"
    style = "bold" if setting.line is not None else ""
    return Text.assemble((value, style), (f"{' ' * max(2, _VALUE_WIDTH - len(value))}# {origin}", "cyan"))


def _records(found: Config) -> list[dict[str, object]]:
    return [
        {"name": x.full, "value": x.value, "line": x.line, "help": x.help, "present": s.present}
        for s in found.sections
        for x in s.settings
    ]
