"""Logs and error reports with ids, never with submitted data."""
