"""Refuses a migration that would block a system at work, or break the release before it."""

from dev.migrations.reading import Written, new_migrations
from dev.migrations.verdict import Fault, faults_of

__all__ = ["Fault", "Written", "faults_of", "new_migrations"]
