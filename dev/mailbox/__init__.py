"""A mail server for demo and tests. It accepts and shows every message and forwards none."""
