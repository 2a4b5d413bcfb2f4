"""The organization that this code acts for now. PostgreSQL enforces it for every row.

The scope belongs to the thread or task that entered it. Before the next statement, our database
backend sets it in the session: a role, and the setting ``waybill.organization``. The policies of
`core.postgres.row_security` use it to decide which rows are visible and writable.

The default is no organization: code without a scope sees and writes nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol

APP_ROLE = "waybill_app"
"""Sees the rows of the current organization; without one, no rows."""
WORKER_ROLE = "waybill_worker"
"""Sees the rows of every organization. Owns nothing either."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A role of PostgreSQL, ``none`` for the login's own, and an organization's id or nothing."""

    role: str
    organization: str = ""


NOBODY = Scope(APP_ROLE)
EVERY = Scope(WORKER_ROLE)
OWNER = Scope("none")

_scope: ContextVar[Scope] = ContextVar("waybill_scope", default=NOBODY)


class Identified(Protocol):
    """An organization, for code that must not import its model."""

    @property
    def pk(self) -> uuid.UUID: ...


def current_scope() -> Scope:
    """The scope of the calling code."""
    return _scope.get()


@contextmanager
def organization_scope(organization: Identified | uuid.UUID) -> Iterator[None]:
    """Act for this organization until the block ends."""
    with _entered(_of(organization)):
        yield


@contextmanager
def every_organization(reason: str) -> Iterator[None]:
    """Act for all organizations until the block ends. ``reason``: why that is right here.

    Only for work that spans organizations, and for finding the right organization.
    """
    _explained(reason)
    with _entered(EVERY):
        yield


@contextmanager
def database_owner(reason: str) -> Iterator[None]:
    """Act as the login itself until the block ends: for the schema, not for rows.

    Policies do not apply to the owner of the tables. ``reason``: why this is necessary.
    """
    _explained(reason)
    with _entered(OWNER):
        yield


@contextmanager
def nobody() -> Iterator[None]:
    """Start a block without a scope. The scope from before returns when the block ends."""
    with _entered(NOBODY):
        yield


def organization_enter(organization: Identified | uuid.UUID) -> None:
    """Act for this organization until the surrounding block ends, e.g. a request."""
    _scope.set(_of(organization))


@contextmanager
def _entered(scope: Scope) -> Iterator[None]:
    before = _scope.get()
    _scope.set(scope)
    try:
        yield
    finally:
        _scope.set(before)


def _of(organization: Identified | uuid.UUID) -> Scope:
    pk = organization if isinstance(organization, uuid.UUID) else organization.pk
    return Scope(APP_ROLE, str(pk))


def _explained(reason: str) -> None:
    if not reason.strip():
        raise ValueError("say why one organization is not enough here")
