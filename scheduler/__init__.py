"""The library: calendars in; findings, proposals, messages and changed calendars out."""
