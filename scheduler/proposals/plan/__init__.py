"""The plan for a week: who moves, to when, and why; one joint answer, proven to be the smallest change."""
