"""Measures what reading calendars costs: see README.md."""
