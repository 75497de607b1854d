"""What the user has decided once: typed sections of one TOML file; secrets never stand in it."""
