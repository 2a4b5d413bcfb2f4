from __future__ import annotations

import time

import psycopg
import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


def backend_pid() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    return int(pid)


def next_request() -> None:
    """What Django does between two requests."""
    connection.close_if_unusable_or_obsolete()


def end_session(pid: int) -> None:
    parameters = connection.get_connection_params()
    with psycopg.connect(
        **{
            name: parameters[name]
            for name in ("dbname", "user", "password", "host", "port")
            if name in parameters
        },
        autocommit=True,
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [pid])
        gone = "SELECT count(*) = 0 FROM pg_stat_activity WHERE pid = %s"
        until = time.monotonic() + 30
        while other.execute(gone, [pid]).fetchone() != (True,):
            assert time.monotonic() < until, "the server did not end the connection"
            time.sleep(0.01)


def test_a_standing_connection_is_kept_without_asking_the_server() -> None:
    pid = backend_pid()
    next_request()
    assert connection.is_usable()
    assert backend_pid() == pid


def test_a_connection_that_the_server_ended_is_replaced_unnoticed() -> None:
    pid = backend_pid()
    end_session(pid)
    next_request()
    assert backend_pid() != pid


def test_a_closed_connection_is_not_usable() -> None:
    backend_pid()
    connection.connection.close()
    assert not connection.is_usable()
    connection.close()
    assert not connection.is_usable()
