"""Holds: times kept free until they are answered (E36), and what happens when they are."""
