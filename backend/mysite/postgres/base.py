from __future__ import annotations

import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base
from psycopg import Cursor, errors
from psycopg.pq import TransactionStatus

from core.kit.tenancy import Scope, current_scope

_APPLY = "SELECT set_config('role', %s, false), set_config('waybill.organization', %s, false)"


class DatabaseWrapper(base.DatabaseWrapper):
    """Two things that Django's own does not do.

    It brings the scope of `core.kit.tenancy` to the session before a statement, when the session
    is not in it yet: the same organization again costs no round trip.

    It asks the socket instead of the server whether a lasting connection still stands. A server
    that stopped, or ended the session, has closed its end, and a closed or closing socket is
    readable. Only then, and after an error, is the question put as a statement: it was one round
    trip in five of an accepted submission.
    """

    _applied: Scope | None = None
    """The session's scope, None when it is not known: on a new connection, from a pool, and after
    a rollback, which takes back what was set since its beginning."""
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
        """Bring the current scope to the session, connecting if need be."""
        self.ensure_connection()
        if self._applied != current_scope() and self._may_apply():
            scope = current_scope()
            self._applied = None
            with self.wrap_database_errors, _explained(scope):
                self._set(scope)
            self._applied = scope

    def run_scoped(self, run: Callable[[], list[tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
        """What ``run`` reads on the raw connection, in the current scope and in one round trip."""
        self.ensure_connection()
        scope = current_scope()
        if self._applied == scope or not self._may_apply():
            return run()
        self._applied = None
        with _explained(scope), self.connection.pipeline():
            self._set(scope)
            rows = run()
        self._applied = scope
        return rows

    def _may_apply(self) -> bool:
        """Not while connecting, not for the server's own databases, and not where no statement
        but a rollback could run."""
        if self._connecting or self.alias == NO_DB_ALIAS or self.connection is None:
            return False
        status = self.connection.info.transaction_status
        return status not in (TransactionStatus.INERROR, TransactionStatus.UNKNOWN)

    def _set(self, scope: Scope) -> None:
        cursor = Cursor(self.connection)
        cursor.execute(_APPLY, [scope.role, scope.organization], prepare=True)

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
    """Says what to do when the login may not take the role."""
    try:
        yield
    except (errors.InvalidParameterValue, errors.InsufficientPrivilege) as error:
        if f'"{scope.role}"' not in str(error):
            raise
        raise OperationalError(
            f"This database login cannot act as {scope.role}. Run `manage.py migrate` as the owner"
            f" of the database; for a login of its own, GRANT {scope.role} TO it."
        ) from error
