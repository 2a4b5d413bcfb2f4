from __future__ import annotations

import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base
from psycopg import errors
from psycopg.pq import ExecStatus, TransactionStatus

from core.postgres.tenancy import Scope, current_scope
from mysite.postgres.schema import SchemaEditor


class DatabaseWrapper(base.DatabaseWrapper):
    """Adds two features to Django's own backend, and a schema editor of its own.

    It sets the scope of `core.postgres.tenancy` in the session before a statement, if it differs.
    The same organization again costs no round trip.

    It checks the socket, not the server, to see whether a persistent connection is alive. A server
    that stopped or ended the session has closed its end, and a closed or closing socket is
    readable. Only then, and after an error, it sends a statement. That statement was one of five
    round trips of an accepted submission.
    """

    SchemaEditorClass = SchemaEditor
    _applied: Scope | None = None
    """The session's scope; None when unknown: on a new connection, from a pool, and after a
    rollback, which undoes the settings of its transaction."""
    _connecting = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._execute_scoped)

    def _execute_scoped(
        self, execute: Callable[..., Any], sql: Any, parameters: Any, many: bool, context: Any
    ) -> Any:
        self.apply_scope()
        return execute(sql, parameters, many, context)

    def connect(self) -> None:
        self._applied = None
        self._connecting = True
        try:
            super().connect()
        finally:
            self._connecting = False

    def apply_scope(self) -> None:
        """Set the current scope in the session. Connects if necessary."""
        self.ensure_connection()
        scope, before = current_scope(), self._applied
        if scope != before and self._may_apply():
            self._applied = None
            with self.wrap_database_errors, _explained(scope):
                self._bring(scope, before)
            self._applied = scope

    def _may_apply(self) -> bool:
        """Not while connecting, not for the server's own databases, and not when only a rollback
        can run."""
        if self._connecting or self.alias == NO_DB_ALIAS or self.connection is None:
            return False
        status = self.connection.info.transaction_status
        return status not in (TransactionStatus.INERROR, TransactionStatus.UNKNOWN)

    def _bring(self, scope: Scope, before: Scope | None) -> None:
        """Uses libpq directly: a cursor's statement took seven times the processor time, and a
        pipeline with the next statement took twelve times."""
        statement = f"SET waybill.organization = '{scope.organization}'"
        if before is None:
            statement += "; SET waybill.notes_acceptance = on"  # see statistics.0002
        if before is None or before.role != scope.role:
            statement += f"; SET ROLE {scope.role}"
        result = self.connection.pgconn.exec_(statement.encode())
        if result.status != ExecStatus.COMMAND_OK:
            raise errors.error_from_result(result)

    def _commit(self) -> None:
        if self.connection is not None:
            failed = self.connection.info.transaction_status == TransactionStatus.INERROR
            self._applied = None if failed else self._applied
        super()._commit()  # type: ignore[misc]  # the stubs leave it out

    def _rollback(self) -> None:
        self._applied = None
        super()._rollback()  # type: ignore[misc]

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._applied = None

    def is_usable(self) -> bool:
        if self.connection is None:
            return False
        if not self.errors_occurred and self._quiet():
            return True
        return bool(super().is_usable())

    def _quiet(self) -> bool:
        if self.connection.closed:
            return False
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN)
        return not poll.poll(0)


@contextmanager
def _explained(scope: Scope) -> Iterator[None]:
    """Explains what to do when the login may not take the role."""
    try:
        yield
    except (errors.InvalidParameterValue, errors.InsufficientPrivilege) as error:
        if f'"{scope.role}"' not in str(error):
            raise
        raise OperationalError(
            f"This database login cannot act as {scope.role}. Run `manage.py migrate` as the owner"
            f" of the database; for a login of its own, GRANT {scope.role} TO it."
        ) from error
