"""What is said of a database that a command cannot reach."""

from __future__ import annotations

from django.db import OperationalError, connection


def not_reached(error: OperationalError) -> str | None:
    """One sentence about a failed connection; None if it was made and something else failed."""
    if connection.connection is not None:
        return None
    reason = next(iter(str(error).splitlines()), "no reason was given")
    return f"the database cannot be reached: {reason}. Check DATABASE_URL and that it runs."
