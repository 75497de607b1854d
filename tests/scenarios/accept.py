"""`python -m tests.scenarios.accept [NAME…]`: what is found now becomes what is expected. Read the difference first."""

from __future__ import annotations

import sys

from tests.scenarios.telling import folders, told

if __name__ == "__main__":
    for folder in folders():
        if folder.name in sys.argv[1:] or len(sys.argv) == 1:
            (folder / "expected.txt").write_text(told(folder), "utf-8")
