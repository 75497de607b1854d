"""What the `interviews` script starts.

One short process whose objects live to its end: looking for cycles among them, while modules are loaded, while it works
and once more at the end, would cost a fifth of its time. So the search is off before anything else is loaded, and what
lives is frozen before Python ends.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line: plain calls by `cli.plain`, all others by `cli.main`."""
    gc.disable()
    try:
        from cli.plain import plain_call

        call = plain_call(sys.argv[1:])
        if call is None:
            from cli.main import main as run

            run()
        else:
            from cli.ending import ended

            sys.exit(ended(call))
    finally:
        gc.freeze()
        gc.enable()
