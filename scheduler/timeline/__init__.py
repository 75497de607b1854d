"""From events to occurrences: versions settled per owner, busy or free, duplicates, identifiers."""
