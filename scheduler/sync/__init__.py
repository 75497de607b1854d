"""Synchronising a mirror with a calendar on a server: plan, merge, carry out."""
