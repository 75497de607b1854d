"""What the tests measure against: a plain reader, generated calendars, the calendars of other programs."""
