"""`interviews completion SHELL`: what makes the Tab key know the commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the lines that complete commands, options and files in your shell.

    \b
    bash: put this into ~/.bashrc:  eval "$(interviews completion bash)"
    zsh:  put this into ~/.zshrc:   eval "$(interviews completion zsh)"
    fish: interviews completion fish > ~/.config/fish/completions/interviews.fish
    """
    kind = get_completion_class(shell)
    assert kind is not None
    completion = kind(ctx.find_root().command, {}, "interviews", "_INTERVIEWS_COMPLETE")
    # The source itself: `source()` would start bash to ask for its version.
    click.echo(completion.source_template % completion.source_vars())
    return 0
