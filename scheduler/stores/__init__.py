"""Changing calendars: a folder of files, one file, a collection on a server; one contract for all."""
