"""Whether the database's schema is the one that this code was written for."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import structlog
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

log = structlog.get_logger(__name__)

_LOOK_SECONDS = 2.0


class SchemaState(StrEnum):
    """Ahead is fine: a later release has migrated, and its schema serves this one too."""

    CURRENT = "current"
    AHEAD = "ahead"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Schema:
    """How many migrations of this code are not applied, and how many applied ones it does not
    know."""

    not_applied: int
    unknown: int

    @property
    def state(self) -> SchemaState:
        if self.not_applied:
            return SchemaState.BEHIND
        return SchemaState.AHEAD if self.unknown else SchemaState.CURRENT

    @property
    def sentence(self) -> str:
        """What to tell a person about it."""
        if self.not_applied:
            return f"{self.not_applied} not applied: run `manage.py migrate`"
        if self.unknown:
            return f"all applied, and {self.unknown} of another release"
        return "all applied"


def schema_now() -> Schema:
    """Compare the code's migrations with those that the database records."""
    known = _known()
    applied = set(MigrationRecorder(connection).applied_migrations())
    apps = {app for app, _ in known}
    return Schema(
        not_applied=len(known - applied),
        unknown=sum(app in apps for app, _ in applied - known),
    )


def schema_wait(go_on: Callable[[], bool] = lambda: True) -> None:
    """Return when the schema is not behind this code; until then log once that it is.

    For a process that works by itself, before it begins. Also returns when the database does not
    answer, which each process meets in its own way, and when ``go_on`` says no.
    """
    told = False
    try:
        while go_on() and (schema := schema_now()).state is SchemaState.BEHIND:
            if not told:
                log.warning("waiting for migrations", not_applied=schema.not_applied)
                told = True
            time.sleep(_LOOK_SECONDS)
    except (DatabaseError, InterfaceError):
        return
    finally:
        connection.close()


@cache
def _known() -> frozenset[tuple[str, str]]:
    """The migrations of this code. Files do not change while a process runs."""
    return frozenset(MigrationLoader(None).disk_migrations)
