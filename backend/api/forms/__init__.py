"""Checks on the sender of a public form and on the page around it."""
