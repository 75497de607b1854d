"""Is an event an interview of the user's, why, and what is known about it (pure)."""
