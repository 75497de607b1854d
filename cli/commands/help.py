"""`interviews help`: a command, a word that commands use, or a rule by its number."""

from __future__ import annotations

import click

from cli.rules import RULES
from cli.words import WORDS
from scheduler.errors import UsageError


@click.command()
@click.argument("about", metavar="[COMMAND|WORD|RULE]", default="")
@click.pass_context
def command(ctx: click.Context, about: str) -> int:
    """Explain a command, a word that the others use (REF, SLOT, vdir, packet, hold), or a rule (E1 to E36)."""
    root = ctx.find_root()
    group = root.command
    assert isinstance(group, click.Group)
    if not about:
        click.echo(group.get_help(root))
        click.echo("\nWords, explained by `interviews help WORD`:")
        click.echo(click.wrap_text(", ".join(WORDS), 78, "  ", "  "))
        click.echo(f"\nRules of etiquette, named in findings: `interviews help E1` to `interviews help E{len(RULES)}`.")
        return 0
    rule = about.upper()
    if rule in RULES:
        click.echo(click.wrap_text(f"{rule}: {RULES[rule]}", 78, "", "  "))
        return 0
    found = next((word for word in WORDS if about.casefold() in (word.casefold(), f"{word}s".casefold())), None)
    if about in group.list_commands(root):
        known = group.get_command(root, about)
        assert known is not None
        with click.Context(known, info_name=about, parent=root) as inner:
            click.echo(known.get_help(inner))
        if found is None:
            return 0
        click.echo()
    if found is None:
        import difflib

        names = [*group.list_commands(root), *WORDS, *RULES]
        near = difflib.get_close_matches(about, names, 1)
        raise UsageError(f"There is no help on '{about}'." + (f" Did you mean '{near[0]}'?" if near else ""))
    click.echo(click.wrap_text(f"{found}: {WORDS[found]}", 78, "", "  "))
    return 0
