"""Texts that come in as they were typed, and that leave the process: CSV cells, log lines."""
