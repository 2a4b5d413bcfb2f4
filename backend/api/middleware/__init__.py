"""Middleware: runs for every request before and after its endpoint."""
