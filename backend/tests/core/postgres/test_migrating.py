"""The schema changes under load: migrations give way, wait for each other, and say so."""

from __future__ import annotations

import io
from collections.abc import Iterator

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, models, transaction
from django.utils import timezone
from psycopg import errors

from core.delivery.models import Heartbeat
from core.postgres.migrating import (
    MIGRATE_KEY,
    Limits,
    MigrationRefused,
    migration_retried,
    migration_turn,
    without_limits,
)
from core.postgres.tenancy import APP_ROLE, database_owner
from core.statistics.models import Fact
from mysite.postgres.schema import SchemaEditor

pytestmark = pytest.mark.django_db(transaction=True)

HURRY = Limits(lock=0.1, statement=0, patience=60, pause=0.05)
TURN = f"SELECT pg_advisory_lock({MIGRATE_KEY})"
TRY = f"SELECT pg_try_advisory_lock({MIGRATE_KEY})"


@pytest.fixture(autouse=True)
def _owner() -> Iterator[None]:
    with database_owner("as `migrate` does"):
        yield


@pytest.fixture
def other() -> Iterator[psycopg.Connection]:
    """Another session of the same database."""
    session = psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None})
    yield session
    session.close()


def value(statement: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def alter(what: str = "SET DEFAULT ''") -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE delivery_heartbeat ALTER COLUMN name {what}")


def test_of_two_migrates_the_second_waits_and_says_so(other: psycopg.Connection) -> None:
    other.execute(TURN)
    said: list[str] = []

    def say(text: str) -> None:
        said.append(text)
        other.execute("SELECT pg_advisory_unlock_all()")

    with migration_turn(connection, HURRY, say):
        assert other.execute(TRY).fetchone() == (False,)
    assert other.execute(TRY).fetchone() == (True,)
    process = other.info.backend_pid
    other_one = f"Another `migrate` (process {process} of PostgreSQL) changes this database"
    assert said == [f"{other_one}. Waiting for it to end."]


def test_a_migrate_that_waits_too_long_for_another_changes_nothing(
    other: psycopg.Connection,
) -> None:
    other.execute(TURN)
    with pytest.raises(CommandError, match=r"Another `migrate` .* Nothing was changed here"):
        call_command("migrate", patience_seconds=0.1, stderr=io.StringIO())


def test_a_migration_gives_way_to_who_uses_the_table_and_comes_back(
    other: psycopg.Connection,
) -> None:
    other.execute("SELECT count(*) FROM delivery_heartbeat")
    said: list[str] = []

    def say(text: str) -> None:
        said.append(text)
        other.rollback()

    with migration_turn(connection, HURRY, say):
        migration_retried(alter, connection, HURRY, say)
    assert len(said) == 1
    assert f"process {other.info.backend_pid} of PostgreSQL" in said[0]
    assert value("SELECT count(*) FROM pg_attrdef WHERE adrelid = 'delivery_heartbeat'::regclass")
    alter("DROP DEFAULT")


def test_without_a_free_lock_in_time_it_is_told_who_is_in_the_way(
    other: psycopg.Connection,
) -> None:
    other.execute("SELECT count(*) FROM delivery_heartbeat")
    limits = Limits(lock=0.1, patience=0, pause=0)
    with (
        migration_turn(connection, limits, print),
        pytest.raises(MigrationRefused, match=f"process {other.info.backend_pid} of PostgreSQL"),
    ):
        migration_retried(alter, connection, limits, print)


def test_a_statement_that_holds_locks_for_long_is_rolled_back() -> None:
    limits = Limits(statement=0.1)

    def work() -> None:
        value("SELECT pg_sleep(60)")

    with (
        migration_turn(connection, limits, print),
        pytest.raises(MigrationRefused, match=r"longer than 0\.1 s, .*--statement-seconds 0"),
    ):
        migration_retried(work, connection, limits, print)
    assert value("SHOW statement_timeout") == "0"


def test_only_what_somebody_waits_for_is_limited() -> None:
    with migration_turn(connection, Limits(), print):
        assert (value("SHOW lock_timeout"), value("SHOW statement_timeout")) == ("500ms", "30s")
        with without_limits(connection):
            assert (value("SHOW lock_timeout"), value("SHOW statement_timeout")) == ("0", "0")
        assert (value("SHOW lock_timeout"), value("SHOW statement_timeout")) == ("500ms", "30s")


def test_the_error_without_limits_is_the_one_that_is_seen() -> None:
    with migration_turn(connection, Limits(), print):
        with (
            pytest.raises(ProgrammingError, match="no_such_table"),
            transaction.atomic(),
            without_limits(connection),
        ):
            value("ALTER TABLE no_such_table VALIDATE CONSTRAINT one")
        assert value("SHOW lock_timeout") == "500ms"
        with pytest.raises(ProgrammingError, match="no_such_table"), without_limits(connection):
            value("ALTER TABLE no_such_table VALIDATE CONSTRAINT one")
        assert value("SHOW lock_timeout") == "500ms"


def test_an_index_that_was_interrupted_is_made_again(other: psycopg.Connection) -> None:
    other.autocommit = True
    for name in ("one", "two"):
        Heartbeat.objects.create(name=name, seen_at=timezone.now())
    with pytest.raises(errors.UniqueViolation):
        other.execute(
            "CREATE UNIQUE INDEX CONCURRENTLY test_seen ON delivery_heartbeat ((name IS NULL))"
        )
    valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'test_seen'::regclass"
    assert value(valid) is False
    index = models.Index(fields=["seen_at"], name="test_seen")
    try:
        for _ in range(2):  # the second time it is there already
            with connection.schema_editor(atomic=False) as editor:
                assert isinstance(editor, SchemaEditor)
                editor.add_index(Heartbeat, index, concurrently=True)
            assert value(valid) is True
    finally:
        other.execute("DROP INDEX test_seen")


def test_a_new_table_has_its_rights_before_anybody_can_see_it() -> None:
    """A trigger of the same migration fills it at once, in transactions of the release before."""
    rights = f"SELECT has_table_privilege('{APP_ROLE}', '{Fact._meta.db_table}', 'INSERT')"
    policies = "SELECT count(*) FROM pg_policy WHERE polrelid = 'statistics_fact'::regclass"
    before = value(policies)

    with transaction.atomic():
        with connection.schema_editor() as editor:
            editor.delete_model(Fact)
            editor.create_model(Fact)
            found = value(rights), value(policies)
        transaction.set_rollback(True)
    assert found == (True, before)


@pytest.fixture
def _as_a_login_that_owns_nothing() -> Iterator[None]:
    """What only the two roles may read, the login itself may not, as in the guide's second way."""
    with connection.cursor() as cursor:
        cursor.execute("REVOKE SELECT ON django_migrations FROM CURRENT_USER")
    yield
    with connection.cursor() as cursor:
        cursor.execute("GRANT SELECT ON django_migrations TO CURRENT_USER")


@pytest.mark.usefixtures("_as_a_login_that_owns_nothing")
def test_a_process_with_a_login_of_its_own_may_ask_whether_all_is_migrated() -> None:
    """What the pods' container `migrated` does. It would raise, or exit."""
    call_command("migrate", check_unapplied=True)
