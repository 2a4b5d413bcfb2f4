"""What a process makes of a schema that is not the one of its code."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from structlog.testing import capture_logs

from core.postgres import schema_state
from core.postgres.schema_state import SchemaState, schema_now, schema_wait
from core.postgres.tenancy import database_owner, every_organization

pytestmark = pytest.mark.django_db(transaction=True)

LAST = ("submissions", "0014_trace")


@pytest.fixture
def _behind() -> Iterator[None]:
    with database_owner("as a database that was not migrated"):
        MigrationRecorder(connection).record_unapplied(*LAST)
    yield
    with database_owner("as it was"):
        MigrationRecorder(connection).record_unapplied(*LAST)
        MigrationRecorder(connection).record_applied(*LAST)


def test_a_migrated_database_is_current() -> None:
    assert schema_now().state is SchemaState.CURRENT


@pytest.mark.usefixtures("_behind")
def test_a_worker_waits_for_migrations_and_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_state, "_LOOK_SECONDS", 0.01)
    looks = iter(range(4))

    def migrated_at_the_third_look() -> bool:
        if next(looks) == 2:
            with database_owner("as `migrate` does"):
                MigrationRecorder(connection).record_applied(*LAST)
        return True

    with capture_logs() as lines:
        schema_wait(migrated_at_the_third_look)
    assert lines == [{"event": "waiting for migrations", "not_applied": 1, "log_level": "warning"}]


@pytest.mark.usefixtures("_behind")
def test_a_worker_that_is_asked_to_stop_waits_no_more() -> None:
    schema_wait(lambda: False)
    assert schema_now().state is SchemaState.BEHIND


def test_a_database_that_is_away_is_left_to_whoever_uses_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", refuse)
    schema_wait()


def test_a_process_without_an_organization_may_look() -> None:
    """The API has no scope yet when it is asked whether it is ready."""
    found: list[SchemaState] = []

    def look() -> None:
        found.append(schema_now().state)
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    with every_organization("a worker"):
        assert [schema_now().state] == found
