"""Texts that leave the process: CSV cells and log lines."""
