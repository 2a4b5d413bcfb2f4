"""Asks the system itself whether a connection works. No payload is ever sent."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from django.db import transaction
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.connections.addresses import destination_host
from core.connections.faults import (
    connection_faults,
    credentials_faults,
    faults_refuse,
    settings_faults,
)
from core.connections.kinds import connection_kind
from core.connections.models import Connection
from core.connections.opening import egress_policy
from core.connections.selectors import connection_get
from core.connections.services import connection_credentials
from core.connections.shown_settings import settings_restored
from integrations.discovery import AnyConnector, get_connector
from integrations.sdk import ConnectorError, Problem, Trace, Transient

log = structlog.get_logger(__name__)

ANSWER_SECONDS = 10.0
"""How long a person waits for the system."""
_LONGEST_MESSAGE = 1000

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Tested:
    """``message``: what answered, or what is wrong and what to do. ``problem``: its kind.

    ``took_ms``: milliseconds.
    """

    ok: bool
    message: str
    problem: str | None
    took_ms: int


def connection_test(
    *, organization: Organization, connection_id: uuid.UUID, actor: Actor
) -> Tested:
    """Test a connection as it is stored, and remember the result with it.

    Raises NotFound, Unprocessable when this release has no such connector.
    """
    connection = connection_get(organization=organization, connection_id=connection_id)
    connection_kind(connection)
    tested = _test(connection.connector, connection.config, connection_credentials(connection))
    with transaction.atomic():
        # Of other settings than these it would tell nothing.
        rows = Connection.objects.owned_by(organization)
        rows.filter(pk=connection.pk, revision=connection.revision).update(
            tested_at=timezone.now(),
            test_ok=tested.ok,
            test_message=tested.message,
            test_problem=tested.problem or "",
        )
        audit_record(
            organization=organization,
            actor=actor,
            action="connection.tested",
            object_kind="connection",
            object_id=connection.pk,
            detail={"name": connection.name, "ok": tested.ok, "problem": tested.problem},
        )
    return tested


def changes_test(
    *,
    organization: Organization,
    connection_id: uuid.UUID,
    settings: dict[str, Any] | None,
    credentials: dict[str, Any] | None,
    actor: Actor,
) -> Tested:
    """Test a connection with other settings or credentials than the stored ones, and save nothing.

    None: as they are stored. A masked setting counts as it is stored. Raises NotFound, and
    Unprocessable with every fault at its field.
    """
    connection = connection_get(organization=organization, connection_id=connection_id)
    kind = connection_kind(connection)
    tried, faults = connection.config, []
    if settings is not None:
        tried = settings_restored(settings, connection.config)
        faults += settings_faults(kind, tried)
    if credentials is not None:
        faults += credentials_faults(kind, credentials)
    faults_refuse(faults)
    known = connection_credentials(connection) if credentials is None else credentials
    tested = _test(connection.connector, tried, known)
    audit_record(
        organization=organization,
        actor=actor,
        action="connection.tried",
        object_kind="connection",
        object_id=connection.pk,
        detail={"name": connection.name, "ok": tested.ok, "problem": tested.problem},
    )
    return tested


def settings_test(
    *,
    organization: Organization,
    connector: str,
    settings: dict[str, Any],
    credentials: dict[str, Any],
    actor: Actor,
) -> Tested:
    """Test settings and credentials that are saved nowhere. Raises Unprocessable."""
    faults_refuse(
        connection_faults(connector=connector, settings=settings, credentials=credentials)
    )
    tested = _test(connector, settings, credentials)
    audit_record(
        organization=organization,
        actor=actor,
        action="connection.tried",
        object_kind="connector",
        object_id=connector,
        detail={
            "host": destination_host(get_connector(connector).config_model, settings),
            "ok": tested.ok,
            "problem": tested.problem,
        },
    )
    return tested


def system_ask(
    connector: str,
    settings: Mapping[str, Any],
    credentials: Mapping[str, Any],
    ask: Callable[[AnyConnector], Awaitable[Found]],
) -> Found:
    """Ask the system one thing, on an event loop of its own and in `ANSWER_SECONDS` at most.

    Not inside a transaction, and not on an event loop. Raises ConnectorError, whose words have no
    secrets.
    """
    return asyncio.run(_asked(connector, settings, credentials, ask))


async def _asked(
    connector: str,
    settings: Mapping[str, Any],
    credentials: Mapping[str, Any],
    ask: Callable[[AnyConnector], Awaitable[Found]],
) -> Found:
    kind = get_connector(connector)
    try:
        async with (
            asyncio.timeout(ANSWER_SECONDS),
            kind.open(settings, credentials, egress_policy(), ANSWER_SECONDS) as opened,
        ):
            return await ask(opened)
    except TimeoutError as error:
        raise Transient(
            f"{kind.title} did not answer within {ANSWER_SECONDS:.0f} s. Check the address, and"
            " that the system runs.",
            problem=Problem.TIMED_OUT,
        ) from error


def _test(connector: str, settings: dict[str, Any], credentials: dict[str, Any]) -> Tested:
    began = time.monotonic()
    problem: str | None = None
    try:
        message = system_ask(connector, settings, credentials, lambda each: each.probe(Trace()))
    except ConnectorError as error:
        message, problem = error.message, str(error.problem or Problem.WRONG_SETTINGS)
    except Exception:
        log.exception("connection test broke", connector=connector)
        message = "Waybill itself failed while testing; its log has the details."
        problem = "internal"
    took_ms = round((time.monotonic() - began) * 1000)
    return Tested(problem is None, message[:_LONGEST_MESSAGE], problem, took_ms)
