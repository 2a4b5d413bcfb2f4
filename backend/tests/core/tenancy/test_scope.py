"""A scope ends with its block, whatever happens in it, and belongs to its thread alone."""

from __future__ import annotations

import asyncio
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connection, connections, transaction
from django.http import HttpRequest, HttpResponse

from api.middleware.scope import scope as scope_middleware
from api.stream.snapshots import Reading
from core.postgres.statements import fetch, fetch_prepared
from core.postgres.tenancy import (
    APP_ROLE,
    EVERY,
    NOBODY,
    WORKER_ROLE,
    Scope,
    current_scope,
    every_organization,
    nobody,
    organization_enter,
    organization_scope,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.security("a scope that outlives its request"),
]

A, B = uuid.UUID(int=1), uuid.UUID(int=2)
SESSION = "SELECT current_user::text, current_setting('waybill.organization', true)"


def with_cursor() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(SESSION)
        found: tuple[str, str] = cursor.fetchone()
    return found


READERS: dict[str, Callable[[], tuple[str, ...]]] = {
    "cursor": with_cursor,
    "fetch": lambda: fetch(SESSION, {})[0],
    "prepared": lambda: fetch_prepared(SESSION, {})[0],
}
session = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


@session
def test_the_session_follows_the_scope(read: Callable[[], tuple[str, str]]) -> None:
    for _ in range(3):
        with organization_scope(A):
            assert read() == (APP_ROLE, str(A))
            with organization_scope(B):
                assert read() == (APP_ROLE, str(B))
            assert read() == (APP_ROLE, str(A))
        with nobody():
            assert read() == (APP_ROLE, "")
        assert read() == (WORKER_ROLE, "")


@session
def test_a_cursor_that_was_opened_before_follows_it_too(
    read: Callable[[], tuple[str, str]],
) -> None:
    with connection.cursor() as cursor, organization_scope(A):
        read()
        cursor.execute(SESSION)
        assert cursor.fetchone() == (APP_ROLE, str(A))


@session
def test_an_exception_ends_it(read: Callable[[], tuple[str, str]]) -> None:
    @organization_scope(A)
    def breaks() -> None:
        read()
        raise ZeroDivisionError

    with nobody():
        with pytest.raises(ZeroDivisionError):
            breaks()
        assert current_scope() == NOBODY
        assert read() == (APP_ROLE, "")


@session
def test_a_failed_statement_leaves_no_scope_behind(read: Callable[[], tuple[str, str]]) -> None:
    with organization_scope(A):
        read()
    with organization_scope(B), pytest.raises(DatabaseError):
        fetch_prepared("SELECT 1 / 0", {})
    with organization_scope(A):
        assert read() == (APP_ROLE, str(A))
    with organization_scope(B):
        assert read() == (APP_ROLE, str(B))


@session
@pytest.mark.parametrize("savepoint", [True, False])
def test_a_rollback_takes_no_scope_back(
    read: Callable[[], tuple[str, str]], savepoint: bool
) -> None:
    @transaction.atomic
    @organization_scope(B)
    def breaks() -> None:
        assert read() == (APP_ROLE, str(B))
        raise ZeroDivisionError

    with organization_scope(A):
        read()
        with transaction.atomic():
            with pytest.raises(ZeroDivisionError):
                breaks()
            assert read() == (APP_ROLE, str(A))
            transaction.set_rollback(not savepoint)
        with organization_scope(B):
            assert read() == (APP_ROLE, str(B))
        assert read() == (APP_ROLE, str(A))


@session
def test_a_failed_transaction_takes_no_scope_back(read: Callable[[], tuple[str, str]]) -> None:
    @transaction.atomic
    def breaks() -> None:
        read()
        fetch("SELECT 1 / 0", {})

    with organization_scope(A):
        read()
    with organization_scope(B):
        with pytest.raises(DatabaseError):
            breaks()
        assert read() == (APP_ROLE, str(B))


def test_a_new_connection_knows_it() -> None:
    with organization_scope(A):
        with_cursor()
        connection.close()
        assert with_cursor() == (APP_ROLE, str(A))


def test_threads_have_scopes_of_their_own() -> None:
    turns = threading.Barrier(8)

    def act(number: int) -> bool:
        mine = uuid.UUID(int=number)
        try:
            assert current_scope() == NOBODY
            for _ in range(20):
                turns.wait()
                with organization_scope(mine):
                    turns.wait()
                    if with_cursor() != (APP_ROLE, str(mine)):
                        return False
                if with_cursor() != (APP_ROLE, ""):
                    return False
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(act, range(10, 18)))


def test_a_session_from_the_pool_is_nobodys_until_it_is_told() -> None:
    """Several take turns with the one connection of a pool."""
    options = {**connection.settings_dict["OPTIONS"], "pool": {"min_size": 1, "max_size": 1}}
    pooled: Any = connection.copy()
    pooled.settings_dict = {**connection.settings_dict, "OPTIONS": options, "CONN_MAX_AGE": 0}
    pooled.alias = "pooled"
    connections["pooled"] = pooled
    seen = []
    try:
        for organization in (A, None, B, A, None):
            with organization_scope(organization) if organization else nobody():
                with pooled.cursor() as cursor:
                    cursor.execute(SESSION)
                    seen.append(cursor.fetchone())
                pooled.close()
    finally:
        pooled.close_pool()
        del connections["pooled"]
    assert [row[1] for row in seen] == [str(A), "", str(B), str(A), ""]


def test_a_request_leaves_nothing_behind() -> None:
    def enters(request: HttpRequest) -> HttpResponse:
        assert current_scope() == NOBODY
        organization_enter(A)
        if request.method == "POST":
            raise ZeroDivisionError
        return HttpResponse()

    handle = scope_middleware(enters)
    for method in ("GET", "POST"):
        request = HttpRequest()
        request.method = method
        with every_organization("whatever was before"):
            try:
                handle(request)
            except ZeroDivisionError:
                assert method == "POST"
            assert current_scope() == EVERY


async def test_a_streams_reads_leave_nothing_behind() -> None:
    async def enters(_: HttpRequest) -> HttpResponse:
        assert current_scope() == NOBODY
        organization_enter(A)
        await asyncio.sleep(0)
        return HttpResponse()

    def read() -> None:
        assert current_scope() == NOBODY
        organization_enter(B)

    before = current_scope()
    await scope_middleware(enters)(HttpRequest())  # type: ignore[misc]
    assert current_scope() == before
    await asyncio.gather(*(Reading(read)() for _ in range(8)))
    assert current_scope() == before


def test_a_login_that_may_not_take_the_role_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("mysite.postgres.base.current_scope", lambda: Scope("waybill_missing"))
    with pytest.raises(OperationalError, match=r"manage\.py migrate"):
        with_cursor()
