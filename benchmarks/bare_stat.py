"""The floor for a folder that has not changed: one stat of every file, and the seconds that the loop alone took."""

from __future__ import annotations

import os
import sys
import time

started = time.perf_counter()
size = 0
with os.scandir(sys.argv[1]) as entries:
    for entry in entries:
        size += os.stat(entry.path).st_size
print(time.perf_counter() - started, size)
