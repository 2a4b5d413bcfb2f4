"""Facts about a request: its id, address and program."""
