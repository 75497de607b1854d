"""The library: calendars in; findings, proposals, messages and changed calendars out."""

__version__ = "0.1.0"
