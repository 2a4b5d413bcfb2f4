"""Runs the guides that are made of commands as they stand, against a running stack."""
