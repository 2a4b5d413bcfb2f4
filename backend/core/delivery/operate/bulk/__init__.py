"""Operator actions over a filter: preview, then run at a rate, with progress and stop."""
