"""Barman beside a stack's PostgreSQL: it streams the write-ahead log away, takes base backups, and
restores a cluster as it was at a moment.

`install` once; then a `Barman` for the home of a stack.
"""

from dev.recovery.barman import Barman
from dev.recovery.command import recovery
from dev.recovery.configuration import commits_wait
from dev.recovery.programs import install
from dev.recovery.segments import missing_segments

__all__ = ["Barman", "commits_wait", "install", "missing_segments", "recovery"]
