"""What PostgreSQL refuses to the roles that API and workers act as, whatever statement they run."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from core.postgres.row_security import FUNCTIONS, row_security_apply
from core.postgres.tenancy import (
    APP_ROLE,
    WORKER_ROLE,
    database_owner,
    every_organization,
    nobody,
    organization_scope,
)
from tests.conftest import Tenant
from tests.rows import owned_tables, tables

pytestmark = [pytest.mark.django_db, pytest.mark.security("tenant isolation in PostgreSQL")]

OF_NOBODY = {
    "accounts_user": "people, who may belong to several organizations",
    "credentials_devicesignin": "programs that nobody has let in yet",
    "credentials_tokenfamily": "people's programs, for whichever organization they ask",
    "delivery_heartbeat": "processes",
    "delivery_ledgercheck": "the deployment's own check, in words of its own",
    "django_migrations": "the schema",
}
"""Tables without an organization. A new one is to be thought about before it stands here."""
OF_PEOPLE_OR_SCHEDULE = (
    "account_",
    "auth_",
    "django_celery_beat_",
    "django_content_type",
    "django_session",
    "mfa_",
    "socialaccount_",
    "usersessions_",
)
OWNED = owned_tables()
NAMES = [table for table, _ in OWNED]


def run(statement: str, parameters: list[Any] | None = None) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or [])
        return cursor.fetchall() if cursor.description else []


def owners(table: str, column: str) -> set[object]:
    return {row[0] for row in run(f"SELECT DISTINCT {column} FROM {table}")}  # noqa: S608


def refused(statement: str, parameters: list[Any] | None = None) -> str:
    """PostgreSQL's words."""
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        run(statement, parameters)
    return str(error.value)


def test_every_table_is_an_organizations_or_known_not_to_be() -> None:
    others = tables() - set(NAMES) - OF_NOBODY.keys()
    assert {name for name in others if not name.startswith(OF_PEOPLE_OR_SCHEDULE)} == set()


@pytest.mark.parametrize(("table", "column"), OWNED, ids=NAMES)
def test_who_acts_for_nobody_sees_nothing(
    ours: Tenant, theirs: Tenant, table: str, column: str
) -> None:
    assert owners(table, column) >= {ours.organization.pk, theirs.organization.pk}
    with nobody():
        assert owners(table, column) == set()


@pytest.mark.parametrize(("table", "column"), OWNED, ids=NAMES)
def test_who_acts_for_one_sees_nothing_of_another(
    ours: Tenant, theirs: Tenant, table: str, column: str
) -> None:
    with organization_scope(ours.organization):
        assert owners(table, column) == {ours.organization.pk}


@pytest.mark.parametrize(("table", "column"), OWNED, ids=NAMES)
def test_no_row_becomes_another_organizations(
    ours: Tenant, theirs: Tenant, table: str, column: str
) -> None:
    give = f"UPDATE {table} SET {column} = %s"  # noqa: S608
    with organization_scope(ours.organization):
        told = refused(give, [theirs.organization.pk])
    assert "violates row-level security" in told or "permission denied" in told


@pytest.mark.parametrize(("table", "column"), OWNED, ids=NAMES)
def test_no_row_is_written_for_another_organization(
    ours: Tenant, theirs: Tenant, table: str, column: str
) -> None:
    copy = (
        f"INSERT INTO {table} SELECT (jsonb_populate_record(mine, %s::jsonb)).*"  # noqa: S608
        f" FROM {table} AS mine LIMIT 1"
    )
    change = f'{{"{column}": "{theirs.organization.pk}"}}'
    with organization_scope(ours.organization):
        told = refused(copy, [change])
    assert "violates row-level security" in told or "permission denied" in told


@pytest.mark.parametrize(("table", "column"), OWNED, ids=NAMES)
def test_nothing_of_another_organization_is_changed_or_deleted(
    ours: Tenant, theirs: Tenant, table: str, column: str
) -> None:
    touch = f"UPDATE {table} SET {column} = {column} WHERE {column} = %s"  # noqa: S608
    delete = f"DELETE FROM {table} WHERE {column} = %s"  # noqa: S608
    with organization_scope(ours.organization), connection.cursor() as cursor:
        for statement in (touch, delete):
            try:
                with transaction.atomic():
                    cursor.execute(statement, [theirs.organization.pk])
                    assert cursor.rowcount == 0
            except ProgrammingError as error:
                assert "permission denied" in str(error)  # noqa: PT017  # either is right


SCOPES: dict[str, Callable[[uuid.UUID], AbstractContextManager[None]]] = {
    APP_ROLE: organization_scope,
    WORKER_ROLE: lambda _: every_organization("tests what it may not do"),
}
FORBIDDEN = [
    "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "DROP POLICY of_organization ON {table}",
    "TRUNCATE {table} CASCADE",
    "DROP TABLE {table} CASCADE",
    "CREATE INDEX ON {table} ((1))",
]


@pytest.mark.parametrize("role", SCOPES)
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_roles_cannot_take_protection_away(ours: Tenant, role: str, statement: str) -> None:
    for table in NAMES:
        with SCOPES[role](ours.organization.pk):
            told = refused(statement.format(table=table))
        assert "must be owner" in told or "permission denied" in told


@pytest.mark.parametrize("role", SCOPES)
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "SET session_replication_role = replica",
        "SET row_security = off; SELECT * FROM submissions_submission",
        f"ALTER ROLE {APP_ROLE} BYPASSRLS",
        f"GRANT {WORKER_ROLE} TO {APP_ROLE}",
        "SELECT waybill_month_make('accounts_user', now())",
        "SELECT waybill_month_drop('submissions_attempt', now())",
        "DELETE FROM audit_auditentry",
        "UPDATE audit_auditentry SET action = ''",
        "DELETE FROM django_migrations",
        "SELECT * FROM submissions_attempt_default",
    ],
)
def test_the_roles_cannot_reach_beyond_their_rights(
    ours: Tenant, role: str, statement: str
) -> None:
    if role == WORKER_ROLE and "row_security" in statement:
        return  # its policies let it see everything, so there is nothing to switch off
    with SCOPES[role](ours.organization.pk):
        assert refused(statement)


def test_only_known_functions_run_with_the_owners_rights() -> None:
    found = run(
        "SELECT proname, proconfig::text, has_function_privilege('public', oid, 'EXECUTE')"
        " FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
    )
    assert {name for name, _, _ in found} == FUNCTIONS.keys()
    for name, config, by_everybody in found:
        assert "search_path=pg_catalog, public, pg_temp" in str(config), name
        assert by_everybody is False, name


def test_the_search_with_the_owners_rights_keeps_to_the_organization(
    ours: Tenant, theirs: Tenant
) -> None:
    search = "SELECT count(*) FROM waybill_submissions_found('', 'NORD%%', 'ada@example.com')"
    with organization_scope(ours.organization):
        assert run(search) == [(1,)]
    with nobody():
        assert run(search) == [(0,)]


@pytest.mark.parametrize(
    ("table", "column", "named"),
    [
        ("workflows_step", "connection_id", "connections_connection"),
        ("workflows_step", "version_id", "workflows_workflowversion"),
        ("workflows_workflowversion", "workflow_id", "workflows_workflow"),
    ],
)
def test_no_row_names_a_row_of_another_organization(
    ours: Tenant, theirs: Tenant, table: str, column: str, named: str
) -> None:
    """Else a step would be sent with another organization's credentials."""
    of_theirs = run(
        f"SELECT id FROM {named} WHERE organization_id = %s",  # noqa: S608
        [theirs.organization.pk],
    )[0][0]
    with organization_scope(ours.organization):
        told = refused(
            f"UPDATE {table} SET {column} = %s; SET CONSTRAINTS ALL IMMEDIATE",  # noqa: S608
            [of_theirs],
        )
    assert "of_organization" in told or "one_" in told


def test_no_view_is_a_way_around() -> None:
    views = run(
        "SELECT relname FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')"
    )
    assert views == []


def test_policies_bind_the_roles_on_every_table_and_month() -> None:
    unprotected = run(
        "SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
        " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        " AND attname = 'organization_id' AND NOT relrowsecurity"
    )
    assert unprotected == []
    mighty = run(
        "SELECT rolname FROM pg_roles WHERE rolname IN (%s, %s)"
        " AND (rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole)",
        [APP_ROLE, WORKER_ROLE],
    )
    assert mighty == []
    owned = run(
        "SELECT relname FROM pg_class WHERE relowner IN (%s::regrole, %s::regrole)",
        [APP_ROLE, WORKER_ROLE],
    )
    assert owned == []


def test_migrating_again_changes_no_policy() -> None:
    before = run("SELECT oid FROM pg_policy ORDER BY oid")
    with database_owner("as `migrate` does"):
        row_security_apply(using="default")
    assert run("SELECT oid FROM pg_policy ORDER BY oid") == before
