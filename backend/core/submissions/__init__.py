"""Accepted inputs: intake, idempotency, status and the live view."""
