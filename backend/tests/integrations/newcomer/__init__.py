"""A connector as somebody adds it: one folder. Tests put it beside the real ones."""
