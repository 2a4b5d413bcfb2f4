"""Making, changing and erasing connections. Every change is audited."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.changes import changes_between, gone, made
from core.audit.services import Actor, audit_record
from core.connections.faults import connection_faults, faults_refuse, settings_faults
from core.connections.kinds import connection_kind
from core.connections.models import Connection
from core.connections.revisions import REVISED, connection_hold, revision_next
from core.connections.selectors import as_id
from core.connections.services import (
    CREDENTIALS,
    audited_values,
    credentials_set,
    lists_forget,
)
from core.connections.shown_settings import settings_restored
from core.errors import Conflict, FieldError
from core.preconditions import Expected

RESERVED_SLUGS = frozenset({"test"})
"""The API has something else at their addresses."""


def connection_create(
    *,
    organization: Organization,
    slug: str,
    name: str,
    connector: str,
    settings: dict[str, Any],
    credentials: dict[str, Any],
    actor: Actor,
    credentials_end_at: datetime | None = None,
) -> Connection:
    """Make a connection.

    Raises Unprocessable with every fault at its field, and Conflict when the slug is taken.
    """
    faults = slug_faults(slug)
    faults += connection_faults(connector=connector, settings=settings, credentials=credentials)
    faults_refuse(faults)
    made_now = Connection(
        organization=organization, slug=slug, name=name, connector=connector, config=settings
    )
    try:
        with transaction.atomic():
            credentials_set(made_now, credentials, credentials_end_at)
            _insert(made_now, actor)
    except IntegrityError as error:
        if "one_standing_connection_slug" not in str(error):
            raise
        raise Conflict(
            f"This organization already has a connection “{slug}”. Choose another slug, or change"
            " the one that is there.",
            code="slug_taken",
            errors=[FieldError("slug", "Another connection has this short name.")],
        ) from error
    return made_now


def slug_faults(slug: str) -> list[FieldError]:
    """What keeps a slug from standing for a connection in an address."""
    if as_id(slug) is not None:
        return [FieldError("slug", "This looks like an id. Choose words, such as “erp”.")]
    if slug in RESERVED_SLUGS:
        return [FieldError("slug", f"“{slug}” has another meaning in addresses. Choose another.")]
    return []


def _insert(connection: Connection, actor: Actor) -> None:
    revision_next(connection, actor)
    connection.save(force_insert=True)
    _record(
        connection,
        actor,
        "connection.created",
        {"name": connection.name, "credentials": "set"},
        made(audited_values(connection)),
    )


@transaction.atomic
def connection_change(
    *,
    organization: Organization,
    connection_id: uuid.UUID,
    actor: Actor,
    name: str | None = None,
    settings: dict[str, Any] | None = None,
    expected: Expected = None,
) -> Connection:
    """Change the name or all settings; None leaves them. A masked setting stays as it is stored.

    Raises NotFound, Outdated, and Unprocessable with every fault at its field.
    """
    connection = connection_hold(organization, connection_id, expected)
    before = audited_values(connection)
    if name is not None:
        connection.name = name
    if settings is not None:
        restored = settings_restored(settings, connection.config)
        faults_refuse(settings_faults(connection_kind(connection), restored))
        connection.config = restored
    changes = changes_between(before, audited_values(connection))
    if not changes:
        return connection
    moved = connection.config != before["config"]
    revision_next(connection, actor, tested_before=not moved)
    connection.save(update_fields=["name", "config", "updated_at", *REVISED])
    if moved:
        lists_forget(connection)
    _record(connection, actor, "connection.changed", {"name": connection.name}, changes)
    return connection


def connection_erase(connection: Connection, actor: Actor) -> None:
    """Take a connection out of use: its credentials are gone, its row stays for old submissions.

    Call it in a transaction that holds the row and knows that nothing uses it.
    """
    connection.sealed_credentials = None
    connection.credentials_set_at = None
    connection.credentials_end_at = None
    connection.deleted_at = timezone.now()
    revision_next(connection, actor)
    connection.save(update_fields=[*CREDENTIALS, "deleted_at", "updated_at", *REVISED])
    lists_forget(connection)
    _record(
        connection,
        actor,
        "connection.deleted",
        {"name": connection.name, "credentials": "erased"},
        gone(audited_values(connection)),
    )


def _record(
    connection: Connection,
    actor: Actor,
    action: str,
    detail: dict[str, Any],
    changes: dict[str, Any],
) -> None:
    audit_record(
        organization=connection.organization,
        actor=actor,
        action=action,
        object_kind="connection",
        object_id=connection.pk,
        detail=detail,
        changes=changes,
    )
