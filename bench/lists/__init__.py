"""Measures the list of submissions and its counts at many million rows."""
